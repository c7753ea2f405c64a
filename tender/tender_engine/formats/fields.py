"""The shapes of single values that many places of a package share."""

import re
from fractions import Fraction
from typing import Any

from tender_engine import model
from tender_engine import terms as t
from tender_engine.faults import Chain, Faults
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.containers import ListOf
from tender_engine.formats.either import TextOr
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice, Flag, Id, Label, Number, Text, Whole, kind
from tender_engine.formats.weights import Weight

__all__ = [
    "AMOUNT",
    "DAYS",
    "EVERYBODY",
    "EVIDENCE",
    "FLAG",
    "GROSS",
    "ID",
    "LABEL",
    "LINE",
    "NAME",
    "NET",
    "OFFERED_QUANTITY",
    "PERCENT",
    "POSITIVE",
    "PROSE",
    "QUANTITY",
    "SAID",
    "STAGE",
    "TITLE",
    "VAT_BASE",
    "WEIGHT",
]

_FORM = "(1|[1-9][0-9]{0,3}/[1-9][0-9]{0,3})"
_fits = re.compile(_FORM).fullmatch
_MOST = 10_000


class Share:
    """A fraction above nothing and of at most the whole, in lowest terms once it is written."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Fraction | None:
        if type(value) is Fraction:
            parts = (abs(value.numerator), value.denominator)
            value = str(value) if max(parts) < _MOST else "..."
        if not isinstance(value, str):
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        elif not _fits(value):
            faults.add("PKT084", (at, key), found=value[:40])
        elif (share := Fraction(value)) > 1:
            faults.add("PKT014", (at, key), found=value, bound="<= 1")
        else:
            return share
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        made = {"type": "string", "pattern": rf"^{_FORM}$(?!\n)"}
        return Annotated(made, unit="share of the price, as a fraction", example="11/12")


ID, NAME, PROSE = Id(), Text(200), Text(10_000, prose=True)
LINE = Text(1000)
# What an act has to say in words or by a number: a dash there is nothing.
SAID = Text(200, said=True)
# The same of a title that may be long.
TITLE = Text(1000, said=True)
AMOUNT, POSITIVE, PERCENT = Number(), Number(positive=True), Number(percentage=True)
# Of a line of the document, and of a bid.
QUANTITY, OFFERED_QUANTITY = Number(positive=True, shared=True), Number(shared=True)
# What the schema says of an amount of money.
GROSS, NET = "rupiah, PPN included", "rupiah, net of PPN"
# The share of a price that PPN is taken of.
VAT_BASE = Share()
FLAG, DAYS, LABEL = Flag(), Whole(0, 100_000), Label()
STAGE = Choice(t.StageId)
WEIGHT = Weight()
EVERYBODY = Id("*")

EVIDENCE = ListOf(
    TextOr(Text(300), Record(model.Evidence, Key("file", Text(300), True), Key("page", LABEL))),
    single=True,
)

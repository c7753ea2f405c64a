"""The shapes of single values that many places of a package share."""

from tender import model
from tender import terms as t
from tender.formats.either import TextOr
from tender.formats.records import Key, ListOf, Record
from tender.formats.shapes import Choice, Date, Flag, Id, Label, Number, Text, Whole
from tender.formats.shares import Share
from tender.formats.weights import Weight

__all__ = [
    "AMOUNT",
    "BOND",
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
    "STAGE",
    "VAT_BASE",
    "WEIGHT",
]

ID, NAME, PROSE = Id(), Text(200), Text(10_000, prose=True)
LINE = Text(1000)
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
BOND = Record(model.Bond, Key("amount", AMOUNT), Key("valid_until", Date))

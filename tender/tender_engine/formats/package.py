"""The shape of `tender-package/1`, key by key; `docs/format.md` says what each key means.

Which named checks there are, and what is refused by name, a rulebook declares.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tender_engine import model
from tender_engine import terms as t
from tender_engine.declared import Declarations
from tender_engine.formats.asked import AskedRecord
from tender_engine.formats.bounds import ENTRIES, PARTICIPANTS
from tender_engine.formats.carried import Carried
from tender_engine.formats.containers import ListOf, MapOf
from tender_engine.formats.either import TextOr
from tender_engine.formats.fields import (
    AMOUNT,
    FLAG,
    GROSS,
    ID,
    LABEL,
    LINE,
    NAME,
    PERCENT,
    POSITIVE,
    PROSE,
    VAT_BASE,
    WEIGHT,
)
from tender_engine.formats.hps_lines import HPS_LINES
from tender_engine.formats.package_bids import PARTY, PRICE, participant_shape
from tender_engine.formats.package_events import ASSESSMENT, EVENT
from tender_engine.formats.records import Key, Record, named_key, titled
from tender_engine.formats.shapes import Choice, Date, Digest, Shape, Text, Whole

__all__ = ["ASKED_AT", "FORMAT", "package_shape"]

FORMAT = "tender-package/1"

_CRITERIA = ListOf(
    Record(
        model.Criterion,
        Key("id", ID, True),
        Key("title", LINE, True),
        Key("clause", NAME),
        Key("weight", WEIGHT),
        Key("threshold", AMOUNT),
        Key("max_score", POSITIVE),
        Key("unsur", Choice(t.Unsur)),
    )
)


# What a document sets at a stage beside criteria and named checks, and where it asks anything:
# of the opening it asks nothing, since nobody is judged there.
_SET: Mapping[t.StageId, tuple[Key, ...]] = {
    t.StageId.KOREKSI_ARITMATIK: (
        Key("rounding", Choice(t.Rounding)),
        Key("binding", Choice(t.Binding)),
    ),
    t.StageId.PENAWARAN_DIEVALUASI: (Key("lowest", Whole(1, 1000)), Key("clause", NAME)),
    t.StageId.EVALUASI_ADMINISTRASI: (),
    t.StageId.EVALUASI_KUALIFIKASI: (Key("threshold", AMOUNT),),
    t.StageId.EVALUASI_TEKNIS: (
        Key("weight", WEIGHT),
        Key("threshold", PERCENT),
        Key("panel", Choice(t.Panel)),
    ),
    t.StageId.PENYETARAAN_TEKNIS: (),
    t.StageId.EVALUASI_HARGA: (
        Key("weight", WEIGHT),
        Key("tkdn_preference", PERCENT),
        Key("tkdn_least", PERCENT),
        Key("operating_years", Whole(1, 100)),
    ),
    t.StageId.PEMBUKTIAN_KUALIFIKASI: (Key("scope", Choice(t.ProofScope)),),
}
ASKED_AT = tuple(_SET)


_WHERE = "Where the tender document asks it."


def _asks(declared: Declarations, stage: t.StageId) -> Record:
    """What a document asks at a stage; a check that it cannot ask otherwise may have a clause."""
    checks = declared.at(stage)
    keys = (*(named_key(c.key, c.demand) for c in checks if c.demand), *_SET[stage])
    only_clauses = (check.key for check in checks if not check.demand and not check.beside)
    asked_for = dict.fromkeys((*(key.name for key in keys), *only_clauses), NAME)
    clauses = MapOf(asked_for, title=f"Clauses{titled(stage)}", about=_WHERE)
    return AskedRecord(
        model.Requirements,
        Key("criteria", _CRITERIA),
        Key("clauses", clauses),
        *keys,
        refused=dict.fromkeys(declared.refused_checks.get(stage, ()), "PKT025"),
        title=f"Requirements{titled(stage)}",
    )


_ADDENDUM = TextOr(
    NAME,
    Record(model.Addendum, Key("number", NAME, True), Key("date", Date), Key("subject", LINE)),
)
_DOCUMENT = Record(
    model.Document,
    Key("number", NAME, True),
    Key("date", Date, True),
    Key("addenda", ListOf(_ADDENDUM, kept=True)),
)
_VALUES = ListOf(
    Record(
        model.DocumentValue,
        Key("param", Text(100), True),
        Key("value", Text(200), True),
        Key("clause", NAME, True),
        Key("reason", LINE, True),
    )
)
_REGULATION = Record(
    model.Regulation, Key("overlays", ListOf(Text(100), kept=True)), Key("values", _VALUES)
)
_POKJA = Record(
    model.Pokja,
    Key("decree", NAME, True),
    Key(
        "members",
        ListOf(
            Record(
                model.PokjaMember,
                Key("id", ID, True),
                Key("name", NAME, True),
                Key("nip", Text(40)),
                Key("role", Text(100)),
            )
        ),
        True,
    ),
)


def _hps(lines: Shape) -> Record:
    return Record(
        model.Hps,
        Key("total", POSITIVE, True, about=GROSS),
        Key("vat_percent", PERCENT, True),
        Key("vat_base", VAT_BASE),
        Key("lines", lines),
    )


def _tender(declared: Declarations, lines: Shape) -> Record:
    # Kinds that this engine is not for are refused by name wherever they are written.
    never = dict.fromkeys(declared.refused, "PKT022")
    asked: dict[Any, Shape] = {stage: _asks(declared, stage) for stage in _SET}
    return Record(
        model.Tender,
        Key("code", Text(100), True),
        Key("rup_code", Text(100)),
        Key("title", LINE, True),
        Key("buyer", NAME, True),
        Key("work_unit", NAME, True),
        Key("funding", NAME),
        Key("fiscal_year", LABEL),
        Key("document", _DOCUMENT, True),
        Key("category", Choice(t.Category), True),
        Key("procedure", Choice(t.ProcedureName, never), True),
        Key("envelope", Choice(t.Envelope), True),
        Key("method", Choice(t.Method, never), True),
        Key("contract", Choice(t.Contract, never), True),
        Key("announced_on", Date, True),
        Key("complex", FLAG),
        Key("integrated", FLAG),
        Key("international", FLAG),
        Key("qualification_round", Whole(1, 9)),
        Key("round", Whole(1, 9)),
        Key("pagu", POSITIVE, True, about=GROSS),
        Key("hps", _hps(lines), True),
        Key("requirements", MapOf(asked, title="RequirementsByStage"), True),
        Key("regulation", _REGULATION),
        Key("time_zone", Choice(t.TimeZone)),
        refused=never,
    )


_PREVIOUS = Record(
    model.Previous,
    Key("kind", Choice(t.PreviousKind), True),
    Key("package", Digest("sha256:", "PKT120"), True),
    Key("reason", PROSE, True),
)


@lru_cache(maxsize=16)
def package_shape(
    declared: Declarations, lines: Shape = HPS_LINES, price: Record = PRICE
) -> Record:
    """The shape of a package under what a rulebook declares.

    The `lines` of its HPS and each `price` have the shapes that are given.
    """
    return Record(
        model.Package,
        Key("tender", _tender(declared, lines), True),
        Key("pokja", _POKJA, True),
        Key("participants", ListOf(participant_shape(declared, price), most=PARTICIPANTS)),
        Key("parties", ListOf(PARTY)),
        Key("assessments", ListOf(ASSESSMENT, most=ENTRIES)),
        Key("events", ListOf(EVENT, most=ENTRIES)),
        Key("previous", _PREVIOUS),
        Key("extensions", Carried()),
    )

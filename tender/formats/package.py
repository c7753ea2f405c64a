"""The shape of `tender-package/1`, key by key; `docs/format.md` says what each key means."""

from typing import Any

from tender import model
from tender import terms as t
from tender.formats.bounds import ENTRIES, LINES, PARTICIPANTS
from tender.formats.carried import Carried
from tender.formats.either import BoolOr, TextOr
from tender.formats.fields import (
    AMOUNT,
    BOND,
    DAYS,
    FLAG,
    GROSS,
    ID,
    LABEL,
    LINE,
    NAME,
    NET,
    PERCENT,
    POSITIVE,
    PROSE,
    QUANTITY,
    VAT_BASE,
    WEIGHT,
)
from tender.formats.package_bids import PARTICIPANT, PARTY
from tender.formats.package_events import ASSESSMENT, EVENT
from tender.formats.records import Key, ListOf, MapOf, Record
from tender.formats.shapes import Choice, Date, Shape, Text, Whole

__all__ = ["FORMAT", "HPS_LINES", "PACKAGE"]

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


def _asks(*keys: Key, also: tuple[str, ...] = (), refused: tuple[str, ...] = ()) -> Record:
    """What a document asks at a stage; `also` are checks without a key that may have a clause."""
    clauses = MapOf(dict.fromkeys((*(key.name for key in keys), *also), NAME))
    return Record(
        model.Requirements,
        Key("criteria", _CRITERIA),
        Key("clauses", clauses),
        *keys,
        refused=dict.fromkeys(refused, "PKT025"),
    )


_REQUIREMENTS: dict[Any, Shape] = {
    t.StageId.KOREKSI_ARITMATIK: _asks(
        Key("rounding", Choice(t.Rounding)), Key("binding", Choice(t.Binding))
    ),
    t.StageId.PENAWARAN_DIEVALUASI: _asks(Key("lowest", Whole(1, 1000)), Key("clause", NAME)),
    t.StageId.EVALUASI_ADMINISTRASI: _asks(
        Key("bid_validity_days", DAYS),
        Key("completion_days", DAYS),
        Key("bid_bond", BoolOr(BOND)),
        Key("kso_agreement", FLAG),
    ),
    t.StageId.EVALUASI_KUALIFIKASI: _asks(
        Key("business_size", ListOf(Choice(t.BusinessSize), least=1)),
        Key("blacklist", FLAG),
        Key("threshold", AMOUNT),
        refused=("kd", "skp", "skn"),
    ),
    t.StageId.EVALUASI_TEKNIS: _asks(
        Key("weight", WEIGHT), Key("threshold", PERCENT), Key("panel", Choice(t.Panel))
    ),
    t.StageId.PENYETARAAN_TEKNIS: _asks(also=("penyetaraan",)),
    t.StageId.EVALUASI_HARGA: _asks(
        Key("weight", WEIGHT),
        Key("tkdn_preference", PERCENT),
        Key("operating_years", Whole(1, 100)),
        also=("kewajaran_harga",),
    ),
    t.StageId.PEMBUKTIAN_KUALIFIKASI: _asks(
        Key("scope", Choice(t.ProofScope)), also=("attended", "sikap_qualified")
    ),
}

_HPS_LINE = Record(
    model.HpsLine,
    Key("id", ID, True),
    Key("description", LINE, True),
    Key("unit", Text(40), True),
    Key("quantity", QUANTITY, True),
    Key("unit_price", AMOUNT, True, about=NET),
    Key("vat_percent", PERCENT),
    Key("vat_base", VAT_BASE),
    Key("part", Choice(t.Part)),
    Key("main", FLAG),
    Key("goods", FLAG),
    Key("person_months", POSITIVE),
)
HPS_LINES = ListOf(_HPS_LINE, most=LINES)
_HPS = Record(
    model.Hps,
    Key("total", POSITIVE, True, about=GROSS),
    Key("vat_percent", PERCENT, True),
    Key("vat_base", VAT_BASE),
    Key("lines", HPS_LINES),
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
# Known kinds of procurement that this engine is not for, refused by name wherever they are written.
_NEVER = dict.fromkeys(
    (
        "itemised",
        "itemized",
        "konsolidasi",
        "kontrak_payung",
        "payung",
        "tender_cepat",
        "tender_terbatas",
    ),
    "PKT022",
)
_TENDER = Record(
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
    Key("procedure", Choice(t.ProcedureName, _NEVER), True),
    Key("envelope", Choice(t.Envelope), True),
    Key("method", Choice(t.Method, _NEVER), True),
    Key("contract", Choice(t.Contract, _NEVER), True),
    Key("announced_on", Date, True),
    Key("complex", FLAG),
    Key("integrated", FLAG),
    Key("international", FLAG),
    Key("qualification_round", Whole(1, 9)),
    Key("round", Whole(1, 9)),
    Key("pagu", POSITIVE, True, about=GROSS),
    Key("hps", _HPS, True),
    Key("requirements", MapOf(_REQUIREMENTS), True),
    Key("regulation", _REGULATION),
    refused=_NEVER,
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

PACKAGE = Record(
    model.Package,
    Key("tender", _TENDER, True),
    Key("pokja", _POKJA, True),
    Key("participants", ListOf(PARTICIPANT, most=PARTICIPANTS)),
    Key("parties", ListOf(PARTY)),
    Key("assessments", ListOf(ASSESSMENT, most=ENTRIES)),
    Key("events", ListOf(EVENT, most=ENTRIES)),
    Key(
        "previous",
        Record(
            model.Previous,
            Key("kind", Choice(t.PreviousKind), True),
            Key("package", Text(100), True),
            Key("reason", PROSE, True),
        ),
    ),
    Key("extensions", Carried()),
)

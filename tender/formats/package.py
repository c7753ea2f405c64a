"""The shape of `tender-package/1`, key by key; `docs/format.md` says what each key means."""

from typing import Any

from tender import clarified, events, model
from tender import terms as t
from tender.formats.records import (
    BoolOr,
    ByParticipant,
    Carried,
    Key,
    ListOf,
    MapOf,
    Record,
    SealedShape,
    Tagged,
    TextOr,
)
from tender.formats.shapes import Choice, Date, Flag, Id, Label, Number, Shape, Text, Time, Whole

__all__ = ["FORMAT", "PACKAGE"]

FORMAT = "tender-package/1"

_ID, _NAME, _PROSE = Id(), Text(200), Text(10_000, prose=True)
_LINE = Text(1000)
_AMOUNT, _POSITIVE, _PERCENT = Number(), Number(positive=True), Number(percentage=True)
_FLAG, _DAYS, _LABEL = Flag(), Whole(0, 100_000), Label()
_STAGE = Choice(t.StageId)
_EVERYBODY = Id("*")

_EVIDENCE = ListOf(
    TextOr(Text(300), Record(model.Evidence, Key("file", Text(300), True), Key("page", _LABEL))),
    single=True,
)
_CRITERIA = ListOf(
    Record(
        model.Criterion,
        Key("id", _ID, True),
        Key("title", _LINE, True),
        Key("clause", _NAME),
        Key("weight", _PERCENT),
        Key("threshold", _AMOUNT),
        Key("max_score", _POSITIVE),
        Key("unsur", Choice(t.Unsur)),
    )
)
_BOND = Record(model.Bond, Key("amount", _AMOUNT), Key("valid_until", Date))


def _asks(*keys: Key, also: tuple[str, ...] = (), refused: tuple[str, ...] = ()) -> Record:
    """What a document asks at a stage; `also` are checks without a key that may have a clause."""
    clauses = MapOf(dict.fromkeys((*(key.name for key in keys), *also), _NAME))
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
    t.StageId.PENAWARAN_DIEVALUASI: _asks(Key("lowest", Whole(1, 1000)), Key("clause", _NAME)),
    t.StageId.EVALUASI_ADMINISTRASI: _asks(
        Key("bid_validity_days", _DAYS),
        Key("completion_days", _DAYS),
        Key("bid_bond", BoolOr(_BOND)),
        Key("kso_agreement", _FLAG),
    ),
    t.StageId.EVALUASI_KUALIFIKASI: _asks(
        Key("business_size", ListOf(Choice(t.BusinessSize), least=1)),
        Key("blacklist", _FLAG),
        Key("threshold", _AMOUNT),
        refused=("kd", "skp", "skn"),
    ),
    t.StageId.EVALUASI_TEKNIS: _asks(
        Key("weight", _PERCENT), Key("threshold", _PERCENT), Key("panel", Choice(t.Panel))
    ),
    t.StageId.PENYETARAAN_TEKNIS: _asks(also=("penyetaraan",)),
    t.StageId.EVALUASI_HARGA: _asks(
        Key("weight", _PERCENT),
        Key("tkdn_preference", _PERCENT),
        Key("operating_years", Whole(1, 100)),
        also=("kewajaran_harga",),
    ),
    t.StageId.PEMBUKTIAN_KUALIFIKASI: _asks(
        Key("scope", Choice(t.ProofScope)), also=("attended", "sikap_qualified")
    ),
}

_HPS_LINE = Record(
    model.HpsLine,
    Key("id", _ID, True),
    Key("description", _LINE, True),
    Key("unit", Text(40), True),
    Key("quantity", _POSITIVE, True),
    Key("unit_price", _AMOUNT, True),
    Key("vat_percent", _PERCENT),
    Key("part", Choice(t.Part)),
    Key("main", _FLAG),
    Key("goods", _FLAG),
    Key("person_months", _POSITIVE),
)
_HPS = Record(
    model.Hps,
    Key("total", _POSITIVE, True),
    Key("vat_percent", _PERCENT, True),
    Key("lines", ListOf(_HPS_LINE)),
)
_ADDENDUM = TextOr(
    _NAME,
    Record(model.Addendum, Key("number", _NAME, True), Key("date", Date), Key("subject", _LINE)),
)
_DOCUMENT = Record(
    model.Document,
    Key("number", _NAME, True),
    Key("date", Date, True),
    Key("addenda", ListOf(_ADDENDUM, kept=True)),
)
_VALUES = ListOf(
    Record(
        model.DocumentValue,
        Key("param", Text(100), True),
        Key("value", Text(200), True),
        Key("clause", _NAME, True),
        Key("reason", _LINE, True),
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
    Key("title", _LINE, True),
    Key("buyer", _NAME, True),
    Key("work_unit", _NAME, True),
    Key("funding", _NAME),
    Key("fiscal_year", _LABEL),
    Key("document", _DOCUMENT, True),
    Key("category", Choice(t.Category), True),
    Key("procedure", Choice(t.ProcedureName, _NEVER), True),
    Key("envelope", Choice(t.Envelope), True),
    Key("method", Choice(t.Method, _NEVER), True),
    Key("contract", Choice(t.Contract, _NEVER), True),
    Key("announced_on", Date, True),
    Key("complex", _FLAG),
    Key("integrated", _FLAG),
    Key("international", _FLAG),
    Key("qualification_round", Whole(1, 9)),
    Key("round", Whole(1, 9)),
    Key("pagu", _POSITIVE, True),
    Key("hps", _HPS, True),
    Key("requirements", MapOf(_REQUIREMENTS), True),
    Key("regulation", _REGULATION),
    refused=_NEVER,
)

_POKJA = Record(
    model.Pokja,
    Key("decree", _NAME, True),
    Key(
        "members",
        ListOf(
            Record(
                model.PokjaMember,
                Key("id", _ID, True),
                Key("name", _NAME, True),
                Key("nip", Text(40)),
                Key("role", Text(100)),
            )
        ),
        True,
    ),
)

_PEOPLE = ListOf(
    TextOr(
        _NAME,
        Record(
            model.Person,
            Key("id", _ID),
            Key("name", _NAME, True),
            Key("nik", Text(40)),
            Key("npwp", Text(40)),
            Key("position", Text(100)),
            Key("share_percent", _PERCENT),
        ),
    )
)


_COEFFICIENT = Record(
    clarified.Coefficient,
    Key("offered", _AMOUNT, True),
    Key("accepted", _FLAG),
    Key("agreed", _AMOUNT),
    Key("hps", _AMOUNT),
)
_BASE_PRICE = Record(
    clarified.BasePrice,
    Key("offered", _AMOUNT),
    Key("accepted", _FLAG),
    Key("market", _AMOUNT),
    Key("hps", _AMOUNT),
)
_COMPONENT = Record(
    clarified.Component,
    Key("id", _ID, True),
    Key("kind", Choice(t.ComponentKind), True),
    Key("description", _LINE, True),
    Key("unit", Text(40), True),
    Key("coefficient", _COEFFICIENT, True),
    Key("price", _BASE_PRICE, True),
)
_ANALYSED_LINE = Record(
    clarified.AnalysedLine,
    Key("id", _ID, True),
    Key("components", ListOf(_COMPONENT, least=1)),
    Key("overhead_percent", _PERCENT),
    Key("profit_percent", _PERCENT),
    Key("unit_price", _BASE_PRICE),
)
_ANALYSIS = Record(clarified.FairnessAnalysis, Key("lines", ListOf(_ANALYSED_LINE, least=1), True))
_UNBALANCED = Record(
    clarified.Unbalanced,
    Key("id", _ID, True),
    Key("outcome", Choice(t.UnbalancedOutcome), True),
    Key("note", _PROSE),
)


def _facts(*keys: Key, refused: tuple[str, ...] = ()) -> Record:
    later = dict.fromkeys(refused, "PKT025")
    return Record(model.Facts, *keys, Key("evidence", _EVIDENCE), refused=later)


_FACTS: dict[Any, Shape] = {
    t.StageId.EVALUASI_ADMINISTRASI: _facts(
        Key("bid_validity_days", _DAYS),
        Key("completion_days", _DAYS),
        Key("bid_bond", BoolOr(_BOND, true="PKT027")),
        Key("kso_agreement", _FLAG),
    ),
    t.StageId.EVALUASI_KUALIFIKASI: _facts(Key("blacklist", _FLAG), refused=("kd", "skp", "skn")),
    t.StageId.EVALUASI_TEKNIS: _facts(),
    t.StageId.PENYETARAAN_TEKNIS: _facts(),
    t.StageId.EVALUASI_HARGA: _facts(
        Key("kewajaran_harga", SealedShape(_ANALYSIS)),
        Key("timpang", SealedShape(ListOf(_UNBALANCED))),
    ),
    t.StageId.PEMBUKTIAN_KUALIFIKASI: _facts(Key("sikap_qualified", _FLAG), Key("attended", _FLAG)),
}
# The price is the KSO's, and so is what is known of it.
_FACTS_OF_MEMBER = _FACTS | {t.StageId.EVALUASI_HARGA: _facts()}
_MEMBER = Record(
    model.Member,
    Key("id", _ID, True),
    Key("name", _NAME, True),
    Key("npwp", Text(40)),
    Key("business_size", Choice(t.BusinessSize)),
    Key("share_percent", _PERCENT),
    Key("lead", _FLAG),
    Key("facts", MapOf(_FACTS_OF_MEMBER)),
)
PRICE_LINE = Record(
    model.PriceLine,
    Key("id", _ID, True),
    Key("quantity", _AMOUNT),
    Key("unit_price", _AMOUNT, True, nullable=True),
    Key("amount", _AMOUNT),
    Key("vat_percent", _PERCENT),
    Key("tkdn_percent", _PERCENT),
    Key("extra", _FLAG),
    Key("description", _LINE),
    Key("unit", Text(40)),
    Key("part", Choice(t.Part)),
    Key("person_months", _AMOUNT),
)
_YEAR_BY_YEAR = ListOf(_AMOUNT, kept=True)
_LIFE_CYCLE = Record(
    model.LifeCycle,
    Key("operating", _YEAR_BY_YEAR, True),
    Key("maintenance", _YEAR_BY_YEAR, True),
    Key("residual", _AMOUNT, True),
)
_PRICE = Record(
    model.Price,
    Key("stated_total", _POSITIVE, True),
    Key("vat_percent", _PERCENT, True),
    Key("schedule_total", _AMOUNT),
    Key(
        "stated_parts",
        Record(model.StatedParts, Key("harga_satuan", _AMOUNT, True), Key("lumsum", _AMOUNT, True)),
    ),
    Key("lines", ListOf(PRICE_LINE)),
    Key("corrected_total", _AMOUNT),
    Key("corrected_by", Choice(t.CorrectedBy)),
    Key("tkdn_percent", _PERCENT),
    Key("life_cycle", _LIFE_CYCLE),
)
_SUBMITTED = Record(model.Submitted, *(Key(phase.value, Time) for phase in t.Phase))
_PARTICIPANT = Record(
    model.Participant,
    Key("id", _ID, True),
    Key("name", _NAME, True),
    Key("npwp", Text(40)),
    Key("business_size", Choice(t.BusinessSize)),
    Key("submitted", _SUBMITTED),
    Key("members", ListOf(_MEMBER)),
    Key("officers", _PEOPLE),
    Key("shareholders", _PEOPLE),
    Key("key_personnel", _PEOPLE),
    Key("address", _LINE),
    Key("file_metadata", Carried()),
    Key("facts", MapOf(_FACTS)),
    Key("price", SealedShape(_PRICE)),
)
_PARTY = Record(
    model.Party,
    Key("id", _ID, True),
    Key("name", _NAME, True),
    Key("kind", Text(100), True),
    Key("officers", _PEOPLE),
    Key("shareholders", _PEOPLE),
)
_ASSESSMENT = Record(
    model.Assessment,
    Key("stage", _STAGE, True),
    Key("participant", _EVERYBODY, True),
    Key("criterion", _ID),
    Key("by", ListOf(_ID, single=True, least=1), True),
    Key("verdict", Choice(t.AssessmentVerdict)),
    Key("score", _AMOUNT),
    Key("note", _PROSE),
    Key("clause", _NAME),
    Key("evidence", _EVIDENCE),
    Key("at", Time, True),
)

_AT, _OF = Key("at", Time, True), Key("of", Choice(t.Subject), True)
_PHASE, _UNTIL = Key("of", Choice(t.Phase), True), Key("until", Time, True)
_WHO = Key("participant", _ID, True)
_DECIDER = Key("by", Choice(t.Decider), True)
_EVENT_KEYS: dict[str, tuple[Key, ...]] = {
    "batas_pemasukan": (_PHASE, _UNTIL),
    "perpanjangan": (_PHASE, _UNTIL),
    "penutupan": (_PHASE,),
    "pembukaan_harga": (),
    "klarifikasi": (
        _WHO,
        Key("stage", _STAGE, True),
        Key("question", _PROSE, True),
        Key("answer", _PROSE, True),
        Key("evidence", _EVIDENCE),
    ),
    "negosiasi": (
        _WHO,
        Key("outcome", Choice(t.NegotiationOutcome), True),
        Key("total", _POSITIVE),
    ),
    "reverse_auction": (
        Key("held", _FLAG, True),
        Key("totals", ByParticipant(_POSITIVE)),
        Key("reason", _PROSE, True),
    ),
    "pengunduran_diri": (
        _WHO,
        Key("stage", _STAGE, True),
        Key("reason", _PROSE, True),
        Key("accepted", _FLAG),
        Key("cause", Choice(t.WithdrawalCause)),
    ),
    "keputusan_peringkat": (
        Key("by", ListOf(_ID, single=True, least=1), True),
        Key("order", ListOf(_ID, kept=True, least=2), True),
        Key("reason", _PROSE, True),
    ),
    "konfirmasi_nilai": (
        Key("param", Text(100), True),
        Key("value", Text(200), True),
        Key("clause", _NAME, True),
    ),
    "penetapan": (
        _OF,
        _DECIDER,
        Key("number", _NAME, True),
        Key("winner", _ID),
        Key("reserves", ListOf(_ID, kept=True)),
        Key("list", ListOf(_ID, kept=True), attribute="listed"),
    ),
    "pernyataan_gagal": (_OF, _DECIDER, Key("ground", Text(100), True), Key("evidence", _EVIDENCE)),
    "pengumuman": (_OF,),
    "sanggah": (_OF, _WHO),
    "jawaban_sanggah": (_OF, _WHO, Key("decision", Choice(t.ObjectionDecision), True)),
    "sanggah_banding": (
        _OF,
        _WHO,
        Key("bond", _AMOUNT),
        Key("decision", Choice(t.ObjectionDecision)),
    ),
    "akhir_masa_sanggah": (_OF,),
    "berita_acara": (_OF, Key("number", _NAME, True), Key("place", _NAME, True)),
}
_EVENT = Tagged(
    {name: Record(events.TYPES[name], _AT, *keys, tag=name) for name, keys in _EVENT_KEYS.items()}
)

PACKAGE = Record(
    model.Package,
    Key("tender", _TENDER, True),
    Key("pokja", _POKJA, True),
    Key("participants", ListOf(_PARTICIPANT)),
    Key("parties", ListOf(_PARTY)),
    Key("assessments", ListOf(_ASSESSMENT)),
    Key("events", ListOf(_EVENT)),
    Key(
        "previous",
        Record(
            model.Previous,
            Key("kind", Choice(t.PreviousKind), True),
            Key("package", Text(100), True),
            Key("reason", _PROSE, True),
        ),
    ),
    Key("extensions", Carried()),
)

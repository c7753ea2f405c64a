"""The shapes of what people judged and of what happened."""

from tender_engine import events, model
from tender_engine import terms as t
from tender_engine.formats.bounds import PARTICIPANTS
from tender_engine.formats.containers import ById, ListOf, Unsaid
from tender_engine.formats.either import BoolOr, Tagged
from tender_engine.formats.fields import (
    AMOUNT,
    EVERYBODY,
    EVIDENCE,
    FLAG,
    GROSS,
    ID,
    NAME,
    POSITIVE,
    PROSE,
    SAID,
    STAGE,
    TITLE,
)
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice, Date, Text, Time

__all__ = ["ASSESSMENT", "EVENT"]

ASSESSMENT = Record(
    model.Assessment,
    Key("stage", STAGE, True),
    Key("participant", EVERYBODY, True),
    Key("criterion", ID),
    Key("by", ListOf(ID, single=True, least=1), True),
    Key("verdict", Choice(t.AssessmentVerdict)),
    Key("score", AMOUNT),
    Key("note", PROSE),
    Key("clause", SAID),
    Key("evidence", EVIDENCE),
    Key("at", Time, True),
)


_AT, _OF = Key("at", Time, True), Key("of", Choice(t.Subject), True)
_PHASE, _UNTIL = Key("of", Choice(t.Phase), True), Key("until", Time, True)
_FIGURE = "the doubted figure as it is typed: a total with PPN, a unit price net of it, or a volume"
_WHO = Key("participant", ID, True)
_DECIDER = Key("by", Choice(t.Decider), True)
_NUMBER, _PLACE = Key("number", SAID), Key("place", SAID)
_PRESENT = Record(
    events.Present,
    Key("name", NAME, True),
    Key("role", NAME, True),
    Key("for", ID, attribute="for_"),
)
_ITEM = Record(
    events.TalkedItem,
    Key("line", ID),
    Key("title", NAME),
    Key("asked", PROSE, True),
    Key("agreed", PROSE, True),
)
_EVENT_KEYS: dict[str, tuple[Key, ...]] = {
    "batas_pemasukan": (_PHASE, _UNTIL),
    "perpanjangan": (_PHASE, _UNTIL),
    "penutupan": (_PHASE,),
    "pembukaan_harga": (),
    "klarifikasi": (
        _WHO,
        Key("stage", STAGE, True),
        Key("question", PROSE, True),
        Key("answer", PROSE, True),
        Key("evidence", EVIDENCE),
    ),
    "negosiasi": (
        _WHO,
        Key("outcome", Choice(t.NegotiationOutcome), True),
        Key("total", Unsaid(POSITIVE), about=GROSS),
        Key("items", ListOf(_ITEM, kept=True)),
    ),
    "reverse_auction": (
        Key("held", FLAG, True),
        Key("totals", Unsaid(ById(POSITIVE, PARTICIPANTS)), about=GROSS),
        Key("reason", PROSE, True),
    ),
    "pengunduran_diri": (
        _WHO,
        Key("stage", STAGE, True),
        Key("reason", PROSE, True),
        Key("accepted", FLAG),
        Key("cause", Choice(t.WithdrawalCause)),
    ),
    "keputusan_peringkat": (
        Key("by", ListOf(ID, single=True, least=1), True),
        Key("order", ListOf(ID, kept=True, least=2), True),
        Key("reason", PROSE, True),
    ),
    "konfirmasi_nilai": (
        Key("param", Text(100), True),
        Key("value", Text(200), True),
        Key("clause", SAID, True),
    ),
    "konfirmasi_isian": (
        Key("doubt", Choice(t.Doubt), True),
        _WHO,
        Key("line", ID),
        Key("figure", Unsaid(AMOUNT), True, about=_FIGURE),
        Key("by", ListOf(ID, single=True, least=1), True),
        Key("note", PROSE, True),
    ),
    "penetapan": (
        _OF,
        _DECIDER,
        Key("number", SAID, True),
        Key("winner", ID),
        Key("reserves", ListOf(ID, kept=True)),
        Key("list", ListOf(ID, kept=True), attribute="listed"),
    ),
    "pernyataan_gagal": (_OF, _DECIDER, Key("ground", Text(100), True), Key("evidence", EVIDENCE)),
    "pembatalan": (
        Key("by", Choice(t.Canceller), True),
        Key("reason", PROSE, True),
        Key("number", SAID),
        Key("evidence", EVIDENCE),
    ),
    "pengumuman": (_OF,),
    "sanggah": (
        _OF,
        _WHO,
        Key("channel", Choice(t.Channel)),
        Key("addressee", Choice(t.Addressee)),
    ),
    "jawaban_sanggah": (
        _OF,
        _WHO,
        Key("decision", Choice(t.ObjectionDecision), True),
        Key("cause", Text(100)),
    ),
    "sanggah_banding": (
        _OF,
        _WHO,
        Key("bond", AMOUNT),
        Key("decision", Choice(t.ObjectionDecision)),
        Key("addressee", Choice(t.Addressee)),
    ),
    "klarifikasi_jaminan": (_WHO, Key("result", Choice(t.BondResult), True)),
    "jawaban_sanggah_banding": (_WHO, Key("decision", Choice(t.AppealDecision), True)),
    "akhir_masa_sanggah": (_OF,),
    "usul_penetapan": (_NUMBER,),
    "penolakan": (Key("by", Choice(t.Refuser), True), Key("reason", PROSE, True)),
    "penjelasan": (_NUMBER,),
    "sppbj": (_WHO, Key("number", SAID, True)),
    "pernyataan": (
        Key("member", ID, True),
        Key("interest", BoolOr(TITLE, true="PKT122"), True),
        Key("participants", ListOf(ID)),
    ),
    "undangan": (
        Key("of", Choice(t.InvitedTo), True),
        _WHO,
        Key("for", Time, True, attribute="for_"),
        _PLACE,
        _NUMBER,
        Key("present", ListOf(_PRESENT)),
    ),
    "surat": (
        Key("of", ID, True),
        Key("participant", ID),
        Key("number", SAID, True),
        _PLACE,
        Key("date", Date, True, attribute="dated"),
    ),
    "berita_acara": (
        _OF,
        Key("number", SAID, True),
        Key("place", SAID, True),
        Key("present", ListOf(_PRESENT)),
    ),
}
EVENT = Tagged(
    {name: Record(events.TYPES[name], _AT, *keys, tag=name) for name, keys in _EVENT_KEYS.items()},
    "Event",
)

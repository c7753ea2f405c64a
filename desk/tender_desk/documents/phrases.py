"""What papers call documents, meetings, and what an objection came to; workbooks are read by it."""

from collections.abc import Mapping

from tender_engine.terms import Addressee, Channel, InvitedTo, ObjectionDecision, Phase

__all__ = ["ADDRESSEES", "CHANNELS", "DECISIONS", "DOCUMENTS", "MEETINGS", "decided"]

DOCUMENTS: Mapping[Phase, str] = {
    Phase.KUALIFIKASI: "dokumen kualifikasi",
    Phase.PENAWARAN: "dokumen penawaran",
    Phase.PENAWARAN_TAHAP_DUA: "dokumen penawaran tahap kedua",
}
MEETINGS: Mapping[InvitedTo, str] = {
    InvitedTo.KLARIFIKASI: "klarifikasi",
    InvitedTo.NEGOSIASI: "klarifikasi dan negosiasi",
    InvitedTo.PEMBUKTIAN: "pembuktian kualifikasi",
}
CHANNELS: Mapping[Channel, str] = {Channel.SPSE: "melalui SPSE", Channel.LUAR: "di luar SPSE"}
ADDRESSEES: Mapping[Addressee, str] = {Addressee.POKJA: "Pokja Pemilihan"}
# As a repeat is reasoned by it.
DECISIONS: Mapping[ObjectionDecision, str] = {
    ObjectionDecision.TIDAK_BENAR: "tidak benar",
    ObjectionDecision.BENAR_TIDAK_SUBSTANSIAL: "benar, tidak substansial",
    ObjectionDecision.BENAR_SUBSTANSIAL: "benar dan substansial",
}
_HOW = {
    ObjectionDecision.TIDAK_BENAR: "tidak benar",
    ObjectionDecision.BENAR_TIDAK_SUBSTANSIAL: (
        "benar, tetapi tidak berpengaruh secara substansial terhadap hasil {what}"
    ),
    ObjectionDecision.BENAR_SUBSTANSIAL: (
        "benar dan berpengaruh secara substansial terhadap hasil {what}"
    ),
}


def decided(what: str) -> Mapping[ObjectionDecision, str]:
    """What an objection to the result of `what` is found to be, as the letter to who made it says.

    >>> decided("pemilihan")[ObjectionDecision.BENAR_SUBSTANSIAL]
    'benar dan berpengaruh secara substansial terhadap hasil pemilihan'
    """
    return {decision: words.format(what=what) for decision, words in _HOW.items()}

"""What papers call the documents of a phase and a meeting; a workbook is read by it as well."""

from collections.abc import Mapping

from tender_engine.terms import InvitedTo, Phase

__all__ = ["DOCUMENTS", "MEETINGS"]

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

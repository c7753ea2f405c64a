"""Whether a record is final: the act of people is there, and no value of the law is in doubt."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tender.events import Award, Confirmation, FailureAct
from tender.findings import Source, UsedValue
from tender_rules.documents import labels
from tender_rules.documents.blocks import Block, Paragraph, Subheading, table
from tender_rules.documents.view import View, same_value, used_text, value_said

__all__ = ["Standing", "confirmations", "standing"]

# Notices that keep a record from being final, with what it then says of itself.
_DOUBTS: Mapping[str, str] = {
    "URUTAN_WAKTU": "urutan waktu yang tercatat tidak wajar; lihat Keterangan Lain",
    "KONFIRMASI_BERBEDA": (
        "konfirmasi nilai yang tercatat berbeda dari nilai yang dipakai; lihat Keterangan Lain"
    ),
}


@frozen
class Standing:
    """Why a record is only a draft; nothing where it is final."""

    reasons: tuple[str, ...]
    unconfirmed: tuple[UsedValue, ...]

    @property
    def draft(self) -> bool:
        """Whether the record is a KONSEP."""
        return bool(self.reasons)

    def blocks(self) -> tuple[Block, ...]:
        """What a draft says of itself before anything else."""
        if not self.draft:
            return ()
        why = "; ".join(self.reasons)
        words = f"KONSEP. Dokumen ini belum berlaku sebagai berita acara, karena {why}."
        if not self.unconfirmed:
            return (Paragraph(words, strong=True),)
        rows = [
            (_label(used), value_said(used.param, used.value), used_text(used), _code(used))
            for used in self.unconfirmed
        ]
        headers = {
            "Ketentuan": "<",
            "Nilai yang dipakai": "<",
            "Dasar": "<",
            "Kode untuk konfirmasi": "<",
        }
        return (
            Paragraph(words, strong=True),
            Subheading("Nilai ketentuan yang belum dikonfirmasi"),
            table(headers, rows),
        )


def standing(view: View) -> Standing:
    """Whether the record of this evaluation is final, and if not why."""
    unconfirmed = tuple(
        used
        for used in view.evaluation.values
        if used.source is Source.UNVERIFIED and _confirmation(view, used) is None
    )
    told = {notice.code for notice in view.evaluation.notices}
    reasons = [*_undetermined(view, differs="TINDAKAN_BERBEDA" in told)]
    if unconfirmed:
        reasons.append(
            "terdapat nilai ketentuan yang belum terverifikasi dan belum dikonfirmasi Pokja "
            "Pemilihan terhadap Dokumen Pemilihan"
        )
    reasons += [words for code, words in _DOUBTS.items() if code in told]
    return Standing(tuple(reasons), unconfirmed)


def _undetermined(view: View, *, differs: bool) -> Iterator[str]:
    """Why nobody has determined this result; `differs` where an act says something else."""
    evaluation = view.evaluation
    if evaluation.state == "menunggu":
        yield "evaluasi belum selesai dan masih menunggu hal-hal yang diuraikan di bawah"
    elif differs:
        yield f"{_last_act(view)} yang tercatat berbeda dari hasil evaluasi"
    elif evaluation.state != "ditetapkan":
        act = "pernyataan Tender gagal" if evaluation.result == "gagal" else "penetapan pemenang"
        yield f"belum ada {act} yang sesuai dengan hasil evaluasi"


def _last_act(view: View) -> str:
    acts = [*view.events(Award), *view.events(FailureAct)]
    last = max(acts, key=lambda act: act.at)
    return "penetapan" if isinstance(last, Award) else "pernyataan Tender gagal"


def confirmations(view: View) -> list[tuple[str, str, str]]:
    """Each unverified value that the panel confirmed: what it is, the value, and the clause."""
    found = []
    for used in view.evaluation.values:
        event = _confirmation(view, used) if used.source is Source.UNVERIFIED else None
        if event:
            said = value_said(used.param, used.value)
            found.append((_label(used), said, f"Dokumen Pemilihan {event.clause}"))
    return found


def _confirmation(view: View, used: UsedValue) -> Confirmation | None:
    """The panel's last word on a value, if it agrees with the value that was used."""
    spoken = [event for event in view.events(Confirmation) if event.param == used.param]
    agreed = spoken and same_value(spoken[-1].value, used.value)
    return spoken[-1] if agreed else None


def _code(used: UsedValue) -> str:
    """The value as a `konfirmasi_nilai` names it."""
    return f"{used.param} = {used.value}"


def _label(used: UsedValue) -> str:
    return labels.PARAMS.get(used.param, (used.param, ""))[0]

"""Who determines the winner: the panel's own act, or the proposal to the PA above its limit."""

from collections.abc import Iterator

from tender_desk.documents.addressing import to_pa
from tender_desk.documents.announcements import winner_due
from tender_desk.documents.blocks import Paragraph, Signatory, Titled
from tender_desk.documents.closing import line_of
from tender_desk.documents.determined import (
    award_of,
    candidates,
    decided_by_pa,
    package_told,
    winner_told,
)
from tender_desk.documents.draft import standing_of_act, standing_of_paper
from tender_desk.documents.draft_reasons import OPEN, Standing
from tender_desk.documents.due import Due, uncalled_for
from tender_desk.documents.on_record import written
from tender_desk.documents.outcome import decider_told
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.recap import recap
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.stage_minutes import EVALUATION
from tender_desk.documents.stood import at_act
from tender_desk.documents.telling import awards_of, judged_in
from tender_desk.documents.view import View
from tender_desk.documents.wording import numbered
from tender_engine.declared import Words
from tender_engine.events import Award, AwardProposal, Minutes, Refusal
from tender_engine.terms import Refuser, StageId, Subject
from tender_rules.citations import secondary
from tender_rules.words import dated

__all__ = ["DETERMINATION", "PROPOSAL"]

_PUPR = "Permen PUPR 14/2020"
_THANKS_TO_PA = (
    "Demikian disampaikan untuk memperoleh penetapan. Atas perhatian Bapak/Ibu diucapkan terima "
    "kasih."
)


def _rests_on(view: View, act: Award | AwardProposal | None) -> str:
    """The minutes of the result, with number and day where they are older than the act itself."""
    minutes = _written_by(view, act)
    if minutes is None:
        # Of a Seleksi those of the result come after talks, and these after the determination.
        told = EVALUATION.called(view).id if view.kind.seleksi else view.kind.name
        return f"Berdasarkan hasil evaluasi yang dimuat dalam {told}"
    return f"Berdasarkan {view.kind.name} {numbered(minutes.number)} tanggal {dated(minutes.at)}"


def _written_by(view: View, act: Award | AwardProposal | None) -> Minutes | None:
    """The minutes that were there when the act was taken; as long as it is not, those there are."""
    found = written(view)
    return None if found is None or (act is not None and found.at > act.at) else found


# The panel's own act.


def _determination_due(view: View) -> Due:
    if decided_by_pa(view):
        return uncalled_for(
            "pemenang ditetapkan oleh Pengguna Anggaran", "the winner is the PA's to determine"
        )
    return winner_due(view)


def _determined(view: View) -> Standing:
    return standing_of_act(view, "surat penetapan")


def _by_all(view: View) -> tuple[Signatory, ...]:
    return tuple(map(line_of, view.members))


def _determination_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    yield "", (*candidates(view, bond=True), *decider_told(view))
    yield "", (Paragraph("Hasil evaluasi:"), *recap(view))
    yield "", (Paragraph("Penetapan ini diumumkan kepada seluruh peserta."),)


def _determination_opening(view: View) -> str:
    return (
        f"{_rests_on(view, award_of(view))}, Pokja Pemilihan yang ditetapkan dengan "
        f"{view.package.pokja.decree} menetapkan {winner_told(view)} sebagai berikut."
    )


DETERMINATION = Paper(
    "penetapan",
    Words("Surat Penetapan Pemenang", "Act that determines the winner"),
    Audience.PUBLIC,
    _determined,
    _determination_parts,
    scope=at_act(award_of),
    opening=_determination_opening,
    due=_determination_due,
    tells=awards_of(Subject.PEMILIHAN),
    told_by=lambda view: of_event(award_of(view)),
    signed_by=_by_all,
    renewed=lambda _: True,
)


# The proposal to the PA.


def _proposal_due(view: View) -> Due:
    if not decided_by_pa(view):
        return uncalled_for(
            "pemenang ditetapkan oleh Pokja Pemilihan", "the winner is the Pokja's to determine"
        )
    made = _proposal_of(view)
    refused = [event for event in view.events(Refusal) if event.by is Refuser.PA]
    if made is not None and refused and refused[-1].at >= made.at:
        return uncalled_for("usul penetapan ditolak Pengguna Anggaran", "the PA refused it")
    return winner_due(view)


def _proposal_of(view: View) -> AwardProposal | None:
    made = view.events(AwardProposal)
    return made[-1] if made else None


def _proposed(view: View) -> Standing:
    """Final once it is numbered; whether the PA agrees comes later."""
    undone = [] if view.evaluation.state != "menunggu" else [OPEN]
    made = _proposal_of(view)
    if made is None:
        undone.append(Words("usul penetapan belum dicatat", "the proposal is not recorded"))
    return standing_of_paper(view, undone, "surat usul penetapan")


def _told_by(view: View) -> Particulars:
    return of_event(_proposal_of(view))


def _is_cited(view: View, article: str) -> str:
    """The article of the text on works as cited on the day; empty where it is no text for this."""
    cited = view.evaluation.law.cite(secondary(_PUPR, article))
    return view.cited([cited]) if cited.instrument == _PUPR else ""


def _proposal_to(view: View) -> tuple[str, ...]:
    """The PA; of works by way of the UKPBJ."""
    through = ("melalui Kepala UKPBJ",) if _is_cited(view, "Pasal 99 ayat (3)") else ()
    return (*to_pa(view), *through)


def _copies(view: View) -> tuple[str, ...]:
    """Of works to the PPK and the APIP; for others no text was read."""
    if not _is_cited(view, "Pasal 99 ayat (3)"):
        return ()
    return "Pejabat Pembuat Komitmen", "Aparat Pengawasan Intern Pemerintah (APIP)"


def _proposal_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    yield "", (*candidates(view, bond=True), *decider_told(view))
    yield "", (Paragraph("Hasil evaluasi:"), *recap(view))
    words = "Hasil evaluasi tersebut disampaikan sebagai bahan penetapan."
    if _written_by(view, _proposal_of(view)):
        words = f"{view.kind.name} disampaikan bersama usul ini sebagai bahan penetapan."
    yield "", (Paragraph(words), *_refused(view))
    yield "", (Paragraph(_THANKS_TO_PA),)


def _refused(view: View) -> Iterator[Paragraph]:
    """What the text on works has the PA do that does not agree."""
    if cited := _is_cited(view, "Pasal 99 ayat (4)"):
        yield Paragraph(
            "Dalam hal Pengguna Anggaran tidak menyetujui usul ini, Pengguna Anggaran menolak "
            f"menetapkan pemenang dan menyatakan {view.kind.noun} gagal ({cited})."
        )


def _proposal_opening(view: View) -> str:
    return (
        f"{_rests_on(view, _proposal_of(view))}, bersama ini Pokja Pemilihan yang ditetapkan "
        f"dengan {view.package.pokja.decree} mengusulkan penetapan {winner_told(view)} paket "
        f"{view.package.tender.title} sebagai berikut."
    )


PROPOSAL = Paper(
    "usul-penetapan",
    Words("Usul Penetapan Pemenang", "Proposal to the PA of whom to determine"),
    Audience.OFFICIAL,
    _proposed,
    _proposal_parts,
    opening=_proposal_opening,
    scope=at_act(_proposal_of),
    due=_proposal_due,
    tells=judged_in(*StageId),
    told_by=_told_by,
    addressed_to=_proposal_to,
    copies=_copies,
    signed_by=_by_all,
    renewed=lambda _: True,
)

"""What was handed in and when: deadlines, openings of prices, who took part, and the list."""

from collections.abc import Container, Iterable, Iterator

from tender_desk.documents.acts import acts_on
from tender_desk.documents.blocks import Block, Paragraph, Table, Titled, table
from tender_desk.documents.on_record import told
from tender_desk.documents.phrases import DOCUMENTS
from tender_desk.documents.view import View, about
from tender_desk.documents.wording import numbered
from tender_engine.events import Closing, Deadline, Event, Extension, Minutes, PriceOpening
from tender_engine.findings import natural
from tender_engine.model import Participant
from tender_engine.terms import Envelope, Phase, StageId, Subject
from tender_rules.stages.counting import due, handed_in
from tender_rules.stages.standing_acts import called_off
from tender_rules.words import apart, date_and_clock, number

__all__ = ["deadlines", "entries", "handed_in_by", "qualified", "ranked_list"]

_COLUMNS = {
    Phase.KUALIFIKASI: "Penyampaian dokumen kualifikasi",
    Phase.PENAWARAN: "Penyampaian penawaran",
    Phase.PENAWARAN_TAHAP_DUA: "Penyampaian penawaran tahap kedua",
}
_DEADLINES = {
    Deadline: "Batas akhir pemasukan {}",
    Extension: "Perpanjangan batas akhir pemasukan {}",
    Closing: "Penutupan pemasukan {}",
}


def entries(view: View) -> Titled:
    """Deadlines, how many could hand in and how many did, and who; with the section's title."""
    title = "Pemasukan Dokumen Kualifikasi"
    if not view.kind.listing:
        title = "Pemasukan dan Pembukaan Dokumen Penawaran"
    two_stages = view.package.tender.envelope is Envelope.DUA_TAHAP
    phases = view.kind.phases if two_stages else view.kind.phases[:1]
    return title, (*_deadlines(view), *handed_in_by(view, *phases))


def handed_in_by(view: View, *phases: Phase) -> Iterator[Block]:
    """How many could hand in the documents of the first of `phases` and did, and who and when."""
    yield Paragraph(_count(view, phases[0]))
    rows = [
        (
            str(index),
            view.who(who.id) + _members(who),
            *(_when(view, who, phase) for phase in phases),
        )
        for index, who in enumerate(view.invited, 1)
    ]
    if rows:
        columns = {_COLUMNS[phase]: "<" for phase in phases}
        yield table({"No.": ">", "Nama peserta": "<"} | columns, rows)


def _count(view: View, phase: Phase) -> str:
    count = len(handed_in(view.package, phase))
    whose = "mendaftar"
    if view.kind.before and not view.kind.listing:
        whose = f"masuk {view.kind.list_name}"
    enrolled = f"Peserta yang {whose} berjumlah {len(view.invited)}"
    if _is_open(view, phase):
        came = f"{count} peserta telah" if count else "belum ada peserta yang"
        return (
            f"{enrolled}. {view.kind.noun} dibatalkan sebelum pemasukan {DOCUMENTS[phase]} "
            f"berakhir; ketika itu {came} menyampaikannya."
        )
    return f"{enrolled}; peserta yang menyampaikan {DOCUMENTS[phase]} berjumlah {count}."


def _is_open(view: View, phase: Phase) -> bool:
    """Whether documents could still be handed in when the procurement was called off."""
    decision = called_off(view.package)
    until = due(view.package, phase)
    return decision is not None and until is not None and decision.at < until


def _when(view: View, who: Participant, phase: Phase) -> str:
    at = getattr(who.submitted, phase)
    if at is not None:
        return date_and_clock(at)
    # In two stages not everybody is asked for a second offer; and some had no time to hand in.
    if phase is Phase.PENAWARAN_TAHAP_DUA or _is_open(view, phase):
        return "–"
    return f"tidak menyampaikan {DOCUMENTS[phase]}"


def _members(who: Participant) -> str:
    """The businesses of a KSO, its leader first."""
    ordered = sorted(who.members, key=lambda member: (not member.lead, natural(member.id)))
    said = []
    for member in ordered:
        marks = ["leadfirm"] if member.lead else []
        if member.share_percent is not None:
            marks.append(f"{number(member.share_percent)}%")
        said.append(f"{member.name} ({', '.join(marks)})" if marks else member.name)
    return f", KSO: {'; '.join(said)}" if said else ""


def _deadlines(view: View) -> Iterator[Block]:
    return deadlines(view, view.kind.phases, [] if view.kind.listing else told(view, PriceOpening))


def deadlines(
    view: View, phases: Container[Phase], openings: Iterable[PriceOpening] = ()
) -> Iterator[Block]:
    """Until when the documents of `phases` could be handed in, and the `openings` of prices."""
    told: list[Deadline | Extension | Closing] = [
        *view.events(Deadline),
        *view.events(Extension),
        *view.events(Closing),
    ]
    found: list[tuple[Event, tuple[str, str, str]]]
    found = [(event, _deadline(event)) for event in told if event.of in phases]
    opened = view.stage(StageId.PEMBUKAAN_HARGA)
    found += [(event, (opened, date_and_clock(event.at), "–")) for event in openings]
    rows = [row for _, row in sorted(found, key=lambda pair: (pair[0].at, repr(pair[0])))]
    if rows:
        yield table({"Kejadian": "<", "Dicatat": "<", "Batas akhir": "<"}, rows)


def _deadline(event: Deadline | Extension | Closing) -> tuple[str, str, str]:
    return (
        _DEADLINES[type(event)].format(DOCUMENTS[event.of]),
        date_and_clock(event.at),
        "–" if isinstance(event, Closing) else date_and_clock(event.until),
    )


def qualified(view: View) -> tuple[Block, ...]:
    """What the prakualifikasi before these bids came to: the list, the act on it, its record."""
    of = Subject.KUALIFIKASI
    count = len(handed_in(view.package, Phase.KUALIFIKASI))
    words = (
        f"Peserta yang menyampaikan dokumen kualifikasi berjumlah {count}; peserta yang masuk "
        f"{view.kind.list_name} berjumlah {len(view.evaluation.shortlist)}."
    )
    blocks = [Paragraph(words), ranked_list(view), *acts_on(view, of)]
    records = about(of, view.events(Minutes))
    if records:
        last = records[-1]
        blocks.append(
            Paragraph(
                "Uraian lengkap dimuat dalam Berita Acara Hasil Prakualifikasi "
                f"{numbered(last.number)}, {date_and_clock(last.at)}."
            )
        )
    return tuple(blocks)


def ranked_list(view: View) -> Table:
    """Who is on the list, with qualification scores where they were given, in its order."""
    names = view.evaluation.shortlist
    found = {name: view.evaluation.score(name) for name in names}
    scored = any(given and given.qualification is not None for given in found.values())
    headers = {"No.": ">", "Nama peserta": "<"} | ({"Nilai kualifikasi": ">"} if scored else {})
    places = apart(given.qualification for given in found.values() if given)
    rows = []
    for index, name in enumerate(names, 1):
        given = found[name]
        value = given.qualification if given else None
        shown = [view.score(value, places) if value is not None else "–"] if scored else []
        rows.append((str(index), view.who(name), *shown))
    return table(headers, rows)

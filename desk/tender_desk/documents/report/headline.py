"""What a reader wants first: how it stands, who is proposed, what is awaited, what comes next."""

from collections.abc import Iterator

from attrs import frozen

from tender_desk.documents.blocks import Block, Paragraph
from tender_desk.documents.draft import standing
from tender_desk.documents.outcome import awaited_rows
from tender_desk.documents.view import View
from tender_engine.evaluation import PriceResult
from tender_engine.terms import Phase
from tender_rules.stages.counting import handed_in
from tender_rules.words import long_date, rupiah

__all__ = ["Headline", "headline"]

# As many awaited things as one takes in at a glance.
_MOST = 4
_STATES = {
    "menunggu": "Menunggu",
    "dihitung": "Selesai dihitung, belum ditetapkan",
    "ditetapkan": "Ditetapkan",
}


@frozen
class Headline:
    """The first screen. `answers` are a few labels, each with the lines that answer it."""

    state: str
    label: str
    result: str
    figures: tuple[str, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[tuple[str, str], ...]
    draft: str


def headline(view: View, ending: tuple[str, tuple[Block, ...]]) -> Headline:
    """The answers to what is asked first; `ending` is the section of how it ends."""
    label, result, figures = _result(view, ending)
    reasons = standing(view).reasons
    return Headline(
        state="Dibatalkan" if view.kind.cancelled else _STATES[view.evaluation.state],
        label=label,
        result=result,
        figures=tuple(figures),
        answers=tuple((title, lines) for title, lines in _answers(view) if lines),
        facts=tuple(_facts(view)),
        draft=f"KONSEP, karena {'; '.join(each.id for each in reasons)}." if reasons else "",
    )


def _result(view: View, ending: tuple[str, tuple[Block, ...]]) -> tuple[str, str, list[str]]:
    """What it came to: label, the result itself, and the figures that belong to it."""
    evaluation, title = view.evaluation, ending[0]
    if evaluation.failure is not None:
        words = ending[1][0]
        return title, words.text if isinstance(words, Paragraph) else "", []
    if evaluation.winner is not None:
        called = "Pemenang" if evaluation.state == "ditetapkan" else "Calon pemenang"
        price = evaluation.price(evaluation.winner)
        return called, view.who(evaluation.winner), _figures(price)
    if evaluation.result == "daftar_peserta":
        count = len(evaluation.shortlist)
        return title, f"{count} peserta", [view.all_of(evaluation.shortlist)]
    return "Hasil", "Belum ada hasil; evaluasi menunggu", []


def _figures(price: PriceResult | None) -> list[str]:
    if price is None or price.final_total is None:
        return []
    return [f"{rupiah(price.final_total)} termasuk PPN"]


def _answers(view: View) -> Iterator[tuple[str, tuple[str, ...]]]:
    evaluation = view.evaluation
    if evaluation.winner is not None:
        reserves = tuple(map(view.who, evaluation.reserves))
        yield "Cadangan", reserves or ("Tidak ada pemenang cadangan",)
    yield "Yang ditunggu", tuple(_awaited(view)) or ("Tidak ada",)
    after = evaluation.failure.follow_up if evaluation.failure else evaluation.next
    yield "Tindak lanjut", (view.follow_up(after)[0],) if after else ()


def _awaited(view: View) -> Iterator[str]:
    """What is awaited from whom, the same about several participants in one line."""
    about: dict[tuple[str, str, str], dict[str, None]] = {}
    for stage, who, what, asked in awaited_rows(view):
        about.setdefault((stage, what, asked), {})[who] = None
    for (stage, what, asked), names in list(about.items())[:_MOST]:
        whom = next(iter(names)) if len(names) == 1 else f"{len(names)} peserta"
        tail = "" if whom == "–" else f", {whom}"
        yield f"{stage}{tail}: {what}. Dari: {asked}"
    if len(about) > _MOST:
        yield f"dan {len(about) - _MOST} hal lain, diuraikan di bawah"


def _facts(view: View) -> Iterator[tuple[str, str]]:
    tender = view.package.tender
    yield "HPS (termasuk PPN)", rupiah(tender.hps.total)
    yield "Pagu Anggaran (termasuk PPN)", rupiah(tender.pagu)
    yield "Metode evaluasi", view.term(tender.method)
    what = "dokumen kualifikasi" if view.kind.listing else "penawaran"
    phase = Phase.KUALIFIKASI if view.kind.listing else Phase.PENAWARAN
    count = len(handed_in(view.package, phase))
    yield "Peserta", f"{len(view.invited)} ({count} menyampaikan {what})"
    yield "Diumumkan", long_date(tender.announced_on)
    again = tender.qualification_round if view.kind.listing else tender.round
    if again > 1:
        yield f"{view.kind.fails} ke-", str(again)

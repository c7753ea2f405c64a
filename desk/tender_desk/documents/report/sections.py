"""The sections of a report, in the order in which somebody asks for them."""

from collections.abc import Callable, Iterable, Iterator

from tender_desk.documents import inside
from tender_desk.documents.acts import acts
from tender_desk.documents.after_award import stands
from tender_desk.documents.anew import compared
from tender_desk.documents.auction import auction
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Table, Titled, table
from tender_desk.documents.closing import remarks, trail
from tender_desk.documents.draft import standing
from tender_desk.documents.entries import entries, qualified
from tender_desk.documents.method import method, method_title
from tender_desk.documents.order import order
from tender_desk.documents.prices import prices
from tender_desk.documents.proof_sheet import proof_sheet
from tender_desk.documents.report.bars import bars
from tender_desk.documents.report.bars_picture import bars_picture
from tender_desk.documents.report.flow import flow, retold
from tender_desk.documents.report.flow_picture import flow_picture
from tender_desk.documents.report.html import Element, el
from tender_desk.documents.report.html_blocks import folded, sheet, table_of, under
from tender_desk.documents.report.likeness import likeness
from tender_desk.documents.report.matrix import matrix
from tender_desk.documents.report.matrix_table import matrix_table
from tender_desk.documents.report.ranking import ranked, ranking_table
from tender_desk.documents.report.slope import Slope, slope
from tender_desk.documents.report.slope_picture import slope_picture
from tender_desk.documents.report.turning import turning
from tender_desk.documents.results import clarifications, stages
from tender_desk.documents.scores import scores, scores_title
from tender_desk.documents.subject import basis, tender_data
from tender_desk.documents.talks import talks
from tender_desk.documents.view import View
from tender_desk.documents.working_paper import working_paper
from tender_engine.findings import Source, UsedValue
from tender_rules.whatif.answer import WhatIf

__all__ = ["DRAWN_ELSEWHERE", "sections"]

# Of the working paper, what the report shows in a form of its own.
DRAWN_ELSEWHERE = (
    "Lembar Koreksi Aritmatik",
    "Pergeseran Urutan Harga",
    "Temuan dan Fakta",
    "Penilaian Anggota dan Pendapat Berbeda",
    "Nilai Ketentuan yang Dipakai",
    "Pemberitahuan Internal",
)
_CORRECTIONS = Subheading("Koreksi aritmatik")
# A picture of more places and a list of more cells than these is folded away.
_IN_SIGHT = 20
# Fewer stand better one under the other.
_COLUMNS = 2
_MARKS = {Source.TEXT: "✓", Source.SECONDARY: "○", Source.UNVERIFIED: "!"}


def sections(
    view: View,
    ending: Titled,
    head: str,
    said: Callable[[str], str],
    what_if: WhatIf | None = None,
) -> Iterator[Element]:
    """Every section that this evaluation has something for; `said` tells what is drawn."""
    bids = not view.kind.listing
    yield under(ending[0], *sheet(_side_by_side(ending[1])), id="hasil")
    yield from _compared(view)
    yield _flow(view, said)
    if bids:
        yield from _prices(view)
        yield from _corrections(view)
    yield _matrix(view)
    yield from _scores(view)
    yield from _proceedings(view, bids=bids)
    yield _law(view)
    if view.internal:
        if what_if is not None:
            blocks = turning(view, what_if)
            yield under("Apa yang Akan Mengubah Hasil", *sheet(blocks), id="mengubah")
        yield under("Yang Sama antara Peserta", *sheet(likeness(view)), id="kesamaan")
        yield from _inside(view)
    yield under(
        "Keterangan", *sheet(remarks(view)), *sheet(trail(head, view.evaluation)), id="keterangan"
    )


def _compared(view: View) -> Iterator[Element]:
    """The same bids evaluated anew beside the evaluation before, where it was held against one."""
    for title, blocks in compared(view):
        yield under(title, *sheet(blocks), id="perbandingan")


def _side_by_side(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The winner and the reserves as the columns of one table; what else there is as it stands."""
    found: dict[str, dict[str, str]] = {}
    rest: list[Block] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(before, Subheading) and isinstance(block, Pairs):
            found[before.text] = dict(block.items)
        elif not isinstance(block, Subheading):
            rest.append(block)
    if len(found) < _COLUMNS:
        yield from blocks
        return
    labels = dict.fromkeys(label for items in found.values() for label in items)
    rows = [(label, *(items.get(label, "–") for items in found.values())) for label in labels]
    yield table({"Uraian": "<"} | dict.fromkeys(found, "<"), rows)
    yield from rest


def _flow(view: View, said: Callable[[str], str]) -> Element:
    """The picture beside the figures of each stage."""
    counts = stages(view)[0]
    picture = el("figure", flow_picture(retold(flow(view), said)))
    note = "Garis tebal adalah jalan yang ditempuh; garis putus-putus tidak ditempuh."
    beside = el("div", picture, el("div", *sheet([counts])), class_="beside")
    return under("Alur dan Jalan yang Ditempuh", beside, id="alur", note=note)


def _split(view: View) -> tuple[list[Block], list[Block]]:
    """What the record says of prices, and of their corrections."""
    blocks = list(prices(view))
    at = blocks.index(_CORRECTIONS) if _CORRECTIONS in blocks else len(blocks)
    return blocks[:at], blocks[at + 1 :]


def _prices(view: View) -> Iterator[Element]:
    said = view.kind.said
    given, _ = _split(view)
    picture = [bars_picture(bars(view))] if view.evaluation.prices else []
    title = said("Harga terhadap HPS")
    yield under(title, *picture, *sheet(given), id="harga")


def _corrections(view: View) -> Iterator[Element]:
    """What was corrected; inside also each cell; and how that moved the order."""
    _, given = _split(view)
    found = slope(view)
    if not given or found is None:
        return
    changed = sum(len(price.corrections) for price in view.evaluation.prices)
    few = changed <= _IN_SIGHT
    sheets = proof_sheet(view) if view.internal and changed else ()
    cells = folded("Setiap sel yang dikoreksi", sheets, open=few)
    yield under(
        "Koreksi Aritmatik dan Pengaruhnya",
        *sheet(given),
        cells,
        *(() if view.kind.cancelled else _moved(view, found)),
        id="koreksi",
    )


def _moved(view: View, found: Slope) -> Iterator[Element]:
    title = view.kind.said("Pergeseran urutan harga")
    yield el("h3", title)
    yield el("p", found.told, class_="lead")
    drawn = table_of(found.table, title)
    if all(move.look == "same" for move in found.moves):
        yield drawn
        return
    picture = el("figure", slope_picture(found))
    if len(found.moves) > _IN_SIGHT:
        yield el("details", el("summary", "Gambar pergeseran"), picture, class_="fold")
        yield drawn
    else:
        yield el("div", picture, drawn, class_="beside moved")


def _matrix(view: View) -> Element:
    """The matrix, and below it in running order whoever did not pass and why."""
    given = matrix(view)
    note = "Setiap sel dapat dibuka: alasan, yang diperiksa, dan dasarnya."
    if view.internal:
        note = "Setiap sel dapat dibuka: alasan, temuan, fakta, dasar, dan penilaian anggota."
    return under(
        "Peserta dan Tahapan",
        matrix_table(given),
        folded("Uraian menurut tahapan", stages(view)[1:], open=len(given.rows) <= _IN_SIGHT),
        id="peserta",
        note=note,
    )


def _scores(view: View) -> Iterator[Element]:
    """The order, where there is one, and the scores behind it with all their decimals."""
    title = scores_title(view)
    if view.kind.listing or view.kind.cancelled:
        if title:
            yield under(title, *sheet(scores(view)), id="nilai")
        return
    places = ranked(view)
    blocks = order(view)
    drawn = [ranking_table(places), *sheet(blocks[1:])] if places else list(sheet(blocks))
    behind = folded(title, scores(view)) if title else None
    yield under("Urutan Peringkat", *drawn, behind, id="peringkat")


def _proceedings(view: View, *, bids: bool) -> Iterator[Element]:
    """What was handed in, asked, talked over and determined."""
    title, blocks = entries(view)
    parts: list[Titled] = [(title, blocks)]
    if bids and view.kind.before:
        parts.insert(0, ("Hasil Prakualifikasi", qualified(view)))
    parts.append(("Klarifikasi", clarifications(view)))
    if bids:
        parts.append(("E-reverse Auction", auction(view)))
        parts.append((view.kind.said("Klarifikasi dan Negosiasi Teknis dan Harga"), talks(view)))
    parts.append(("Penetapan, Pengumuman, dan Sanggah", (*acts(view), *_since(view))))
    yield under("Pelaksanaan", *_parts(parts), id="pelaksanaan")


def _since(view: View) -> Iterator[Paragraph]:
    """Where the result stands since people acted on it, and what it waits for."""
    found = stands(view.evaluation, view.words)
    if found.state:
        also = f" Yang ditunggu: {'; '.join(found.untold)}." if found.untold else ""
        yield Paragraph(f"Keadaan sesudahnya: {found.state}.{also}")


def _parts(parts: Iterable[Titled]) -> Iterator[Element]:
    for title, blocks in parts:
        if blocks:
            yield el("h3", title)
            yield from sheet(blocks)


def _law(view: View) -> Element:
    doubtful = standing(view).doubts()
    return under(
        "Ketentuan dan Data Paket",
        *sheet(doubtful),
        folded("Nilai ketentuan yang dipakai", values_used(view)),
        folded(method_title(view), method(view)),
        folded(f"Data {view.kind.noun}", tender_data(view)),
        folded("Dasar", basis(view)),
        id="ketentuan",
    )


def _inside(view: View) -> Iterator[Element]:
    """The rest of the working paper, each part folded, and what is noticed in sight."""
    own = [view.kind.said(title) for title in DRAWN_ELSEWHERE]
    parts = dict(working_paper(view))
    notices = sheet(parts["Pemberitahuan Internal"])
    rest = [folded(title, blocks) for title, blocks in parts.items() if title not in own]
    yield under("Pemberitahuan Internal", *notices, id="pemberitahuan")
    note = "Bagian yang tertutup tidak ikut dicetak."
    yield under("Kertas Kerja", *rest, id="kertas-kerja", note=note)


def values_used(view: View) -> Iterator[Block]:
    """Each value; outside none that rests on what is confidential."""
    used = [x for x in view.evaluation.values if view.internal or x.param not in inside.VALUES]
    if used:
        yield _table(view, used)
    else:
        yield Paragraph("Tidak ada nilai ketentuan yang dipakai.")


def _table(view: View, used: list[UsedValue]) -> Table:
    """Value by value; how well each was read and who set it is for those inside."""
    told = ["Ketentuan", "Nilai", "Dasar"]
    if view.internal:
        told += ["Keadaan bacaan", "Ditetapkan oleh"]
    return table(dict.fromkeys(told, "<"), [_row(view, each)[: len(told)] for each in used])


def _row(view: View, used: UsedValue) -> tuple[str, ...]:
    said = view.kind.said
    read = f"{_MARKS[used.source]} {view.words.said('source', used.source)}"
    if view.confirmed(used):
        read = f"{read}, ditegaskan Pokja Pemilihan"
    return (
        said(view.words.param(used.param)),
        said(view.value_in_words(used.param, used.value)),
        view.value_cited(used.param),
        read,
        used.set_by,
    )

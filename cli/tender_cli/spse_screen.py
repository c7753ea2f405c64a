"""SPSE beside our evaluation on a screen: what was read, what differs, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tender_cli.messages import language, say
from tender_cli.spse_causes import print_causes
from tender_cli.tables import Page
from tender_cli.words import cash, cited, mark, names_of, retold, spoken, stage_title
from tender_desk.documents.view import View
from tender_desk.spse.comparing import BidderCompared, SpseComparison, State
from tender_desk.spse.filling import Filled
from tender_desk.spse.marks import STAGES, MarkCompared, Parted
from tender_desk.spse.page_values import Meaning, SpseReading, TableKind
from tender_desk.spse.whose_row import Match
from tender_desk.workbook.reading.workbook_found import Found
from tender_engine.evaluation import Evaluation
from tender_engine.faults import Diagnostic, Fault, Path
from tender_engine.findings import natural

__all__ = ["print_filled", "print_spse"]

_PEOPLE = "participants"


def print_spse(
    found: SpseComparison, evaluation: Evaluation, readings: Sequence[SpseReading], page: Page
) -> None:
    """What was read of each file, totals and marks side by side, then every difference."""
    _print_readings(readings, found, page)
    names = names_of(evaluation.package)
    _people(found, names, readings, page)
    _totals(found.bidders, names, page)
    _marks(found.bidders, names, page)
    _winner(found, names, page)
    if found.same:
        page.heading(say("spse.same"))
        return
    if not found.any:
        page.heading(say("spse.none"))
    page.heading(say("spse.differences"))
    for key, theirs, ours in found.facts:
        page.line(say("spse.fact", what=key, theirs=theirs, ours=ours), 2)
    view = View.of(evaluation)
    for bidder in found.bidders:
        _differences(bidder, view, names[bidder.id], page)


def _print_readings(
    readings: Sequence[SpseReading], found: SpseComparison | None, page: Page
) -> None:
    """The tables of each file with what their columns were taken for, and what was not read."""
    for reading in readings:
        page.heading(say("spse.read", file=reading.name))
        for table in reading.tables:
            rows = len(table.bidders or table.items)
            kind = say(f"spse_kind.{table.kind}")
            page.line(say("spse.table", number=table.number, kind=kind, rows=rows), 2)
            taken = (
                f"{head or '-'} = {say(f'spse_column.{meaning.name.lower()}')}"
                for head, meaning in table.columns
                if meaning is not None
            )
            page.line("; ".join(taken), 4)
            for skipped in table.skipped if table.kind is TableKind.RINCIAN else ():
                page.line(say("spse.skipped", text=_without_figures(skipped)), 4)
    print_remarks(readings, found, page)


def print_remarks(
    readings: Sequence[SpseReading], found: SpseComparison | None, page: Page
) -> None:
    """Everything that was not understood, with its place and what to do."""
    told: list[Diagnostic] = []
    for number, reading in enumerate(readings):
        rows = {(t, r) for file, t, r in found.opened if file == number} if found else set()
        told += reading.diagnose(language(), rows)
    if not told:
        return
    page.heading(say("spse.not_read"))
    for diagnostic in told:
        page.line(str(diagnostic), 2)
    for hint in dict.fromkeys(diagnostic.hint for diagnostic in told):
        page.line(f"{say('hint')}: {hint}", 2)


def _without_figures(text: str) -> str:
    """A skipped row by its words: whose price its figures are is told nowhere here."""
    return " ".join(word for word in text.split() if not any(sign.isdigit() for sign in word))


def _people(
    found: SpseComparison,
    names: dict[str, str],
    readings: Sequence[SpseReading],
    page: Page,
) -> None:
    if not (found.unmatched or found.silent or found.ownerless):
        return
    page.heading(say("spse.people"))
    for one in found.unmatched:
        page.line(say("spse.unmatched", who=one.row.name, why=_doubt(one), place=_place(one)), 2)
    for name in found.silent:
        page.line(say("spse.silent", who=names[name]), 2)
    for file, number in found.ownerless:
        page.line(say("spse.ownerless", file=readings[file].name, number=number), 2)


def _doubt(one: Match) -> str:
    return say(f"spse_doubt.{one.doubt}")


def _place(one: Match) -> str:
    return one.row.place.said(language())


def _totals(bidders: Iterable[BidderCompared], names: dict[str, str], page: Page) -> None:
    rows = [
        (
            names[bidder.id],
            say(f"spse_column.{figure.meaning.name.lower()}"),
            cash(figure.theirs),
            cash(figure.ours),
            say("spse.equal") if figure.state is State.SAMA else cash(figure.difference),
        )
        for bidder in bidders
        for figure in bidder.figures
    ]
    if rows:
        page.heading(say("spse.totals"))
        titles = ("bidder", "what", "spse", "here", "difference")
        page.table([say(f"column.{title}") for title in titles], rows, right=(2, 3, 4))


def _marks(bidders: Sequence[BidderCompared], names: dict[str, str], page: Page) -> None:
    """A column a letter: what both say, or first SPSE's and then ours."""
    letters = [x for x in STAGES if any(found.letter is x for b in bidders for found in b.marks)]
    if not letters:
        return
    rows = []
    for bidder in bidders:
        said = {found.letter: _both(found) for found in bidder.marks}
        if said:
            rows.append((names[bidder.id], *(said.get(letter, "") for letter in letters)))
    page.heading(say("spse.marks"))
    page.table([say("column.bidder"), *letters], rows)


def _both(found: MarkCompared) -> str:
    theirs = say(f"spse_mark.{found.mark}")
    ours = "-" if found.verdict is None else mark(found.verdict)
    return theirs if found.state is Parted.SAMA else f"{theirs} ≠ {ours}"


def _winner(found: SpseComparison, names: dict[str, str], page: Page) -> None:
    if not (found.winners or found.strangers):
        return
    theirs = ", ".join((*(names[name] for name in found.winners), *found.strangers))
    ours = names.get(found.winner or "", "-")
    page.heading(say("spse.winner"))
    page.line(say("spse.winners", theirs=theirs, ours=ours), 2)
    for name in found.strangers:
        page.line(say("spse.winner_unmatched", who=name), 2)
    if found.winner is None:
        page.line(say("spse.no_winner"), 2)
    elif found.winners and found.winners != (found.winner,):
        page.line(say("spse.other_winner"), 2)


def _differences(bidder: BidderCompared, view: View, name: str, page: Page) -> None:
    """All of one bidder: its totals, the cause of a corrected one, its lines and its marks."""
    told = _said(bidder)
    other = [found for found in bidder.marks if found.state is not Parted.SAMA]
    if not (told or other or bidder.explanation or any(x.lines or x.rest for x in bidder.rincian)):
        return
    page.line(name, 2)
    for line in told:
        page.line(line, 4)
    words = spoken(view.evaluation.basis.words)
    print_causes(view, bidder, words, page)
    for found in other:
        title = stage_title(words, view.kind, found.stage)
        page.line(f"{found.letter} ({title}): {say(f'spse_parted.{found.state}')}", 4)
        if found.reason:
            page.line(say("spse.reason", reason=retold(found.reason)), 6)
        if found.citations:
            page.line(f"{say('story.basis')}: {cited(words, found.citations)}", 6)


def _said(bidder: BidderCompared) -> list[str]:
    told = [
        say("spse.contradicted", what=say(f"spse_column.{meaning.name.lower()}"))
        for meaning in sorted(bidder.contradicted, key=natural)
    ]
    if bidder.untold is not None:
        told.append(say(f"spse_untold.{bidder.untold}"))
    for figure in bidder.figures:
        explained = figure.meaning is Meaning.TERKOREKSI and bidder.explanation is not None
        if figure.state not in (State.SAMA, State.TANPA_NEGOSIASI) and not explained:
            what = say(f"spse_column.{figure.meaning.name.lower()}")
            state = say(f"spse_state.{figure.state}")
            if figure.written is not None:
                state = say(f"spse_written.{figure.written}")
            told.append(f"{what}: {state}")
    return told


def print_filled(
    told: Sequence[Filled],
    readings: Sequence[SpseReading],
    value: Mapping[str, Any],
    book: Found | None,
    page: Page,
) -> None:
    """Each place of `value`, which was filled: its cell where it is in a `book`, else in words.

    No amount is told, since a price may be sealed.
    """
    _print_readings(readings, None, page)
    for title, done in (("spse.filled", True), ("spse.left", False)):
        rows = [
            (one.who or "-", say(f"spse_filled.{one.code}"), _filled_place(one.path, value, book))
            for one in told
            if one.done is done
        ]
        if rows:
            page.heading(say(title))
            titles = ("bidder", "what", "place")
            page.table([say(f"column.{name}") for name in titles], rows)


def _filled_place(path: Path, value: Mapping[str, Any], book: Found | None) -> str:
    if not path:
        return "-"
    if path[0] != _PEOPLE:
        return say(f"spse_place.{path[0]}")
    _, index, *keys = path
    who = value[_PEOPLE][index]["id"]
    if book is None or book.value is None:
        return say(f"spse_place.{keys[-1] if keys else _PEOPLE}", who=who)
    # A workbook that is made anew has its participants in an order of its own.
    index = [other["id"] for other in book.value[_PEOPLE]].index(who)
    return book.places.spot(Fault("", (_PEOPLE, index, *keys), {})).cell

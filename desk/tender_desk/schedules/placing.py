"""Rows of like words as lines of the document, by their sections and by their order."""

from collections.abc import Mapping, Sequence

from attrs import Factory, define

from tender_desk.schedules.by_section import dealt, goes_with_known, in_order, parted_by_known
from tender_desk.schedules.candidates import Candidate, Matches, RowPlace
from tender_engine.model import HpsLine

__all__ = ["match_by_place"]

# What was placed may place others; longer chains prove little.
_MORE = 2


@define
class _Known:
    """The rows whose lines are known, by section and in the whole: each with its line's place."""

    place_of: Mapping[str, int]
    of_section: dict[RowPlace, list[tuple[RowPlace, int]]] = Factory(dict)

    @classmethod
    def of(cls, found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> "_Known":
        known = cls({line.id: number for number, line in enumerate(lines)})
        for row in rows:
            if (match := found.by_row.get(row.place)) is not None:
                one = (row.place, known.place_of[match.line.id])
                known.of_section.setdefault(row.section, []).append(one)
        return known


def match_by_place(found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> None:
    """Rows alike in words and unit, as many as lines: by their sections, and by their order.

    What volumes prove of some rows places the others of their sections, but for those whose own
    volumes are against it.
    """
    _match_once(found, rows, lines)
    for _ in range(_MORE if found.open_rows else 0):
        _match_once(found, rows, lines, proven=False)


def _match_once(
    found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine], *, proven: bool = True
) -> None:
    """Match what may be; unless what is known was `proven`, only where no volume is against it."""
    known = _Known.of(found, rows, lines)
    places = {s: [place for _, place in pairs] for s, pairs in known.of_section.items()}
    for alike, wanted in found.alike():
        if len(alike) != len(wanted) or len(alike) < 2:
            continue
        if not proven and _contradicted(alike, wanted):
            continue
        sections: dict[RowPlace, list[Candidate]] = {}
        for row in alike:
            sections.setdefault(row.section, []).append(row)
        if len(sections) == 1:
            _in_their_order(found, alike, wanted, known)
        elif all(section in places for section in sections):
            _by_section(found, sections, wanted, known, places)
        elif _confirmed(alike, wanted):
            _take_in_order(found, alike, wanted)


def _by_section(
    found: Matches,
    sections: Mapping[RowPlace, list[Candidate]],
    lines: Sequence[HpsLine],
    known: _Known,
    places: Mapping[RowPlace, Sequence[int]],
) -> None:
    """Rows of several sections, as the lines that are known of each leave no other way."""
    by_place = {known.place_of[line.id]: line for line in lines}
    counts = {section: len(rows) for section, rows in sections.items()}
    for section, those in dealt(counts, sorted(by_place), places).items():
        theirs = [by_place[place] for place in those]
        if len(theirs) == 1:
            found.take(sections[section][0], theirs[0], "by_section")
        else:
            _in_their_order(found, sections[section], theirs, known)


def _in_their_order(
    found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine], known: _Known
) -> None:
    """Rows of one section in the order of the document, unless something speaks against it.

    Known rows of the section in another order do, or one that stands between the lines and not
    between these rows; so does a volume that is another one's, where no known rows part these rows
    as they part the lines.
    """
    about = known.of_section.get(rows[0].section, [])
    if not in_order([place for _, place in about]):
        return
    numbers = [row.place[1] for row in rows]
    places = [known.place_of[line.id] for line in lines]
    beside = [(row[1], place) for row, place in about]
    parted = parted_by_known(numbers, places, beside)
    if not goes_with_known(numbers, places, beside):
        return
    if parted or not _contradicted(rows, lines):
        _take_in_order(found, rows, lines)


def _take_in_order(found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> None:
    for row, line in zip(rows, lines, strict=True):
        found.take(row, line, "by_order")


def _contradicted(rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> bool:
    """Whether a row has the volume of another line than the one that its order makes it."""
    volumes = {line.quantity for line in lines}
    pairs = [(row.quantity, line.quantity) for row, line in zip(rows, lines, strict=True)]
    return any(said in volumes and said != wanted for said, wanted in pairs)


def _confirmed(rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> bool:
    """Whether all volumes agree with the order, and would with no other."""
    volumes = [line.quantity for line in lines]
    return len(set(volumes)) == len(volumes) and [row.quantity for row in rows] == volumes

"""Faults that only follow from a sheet that is not there, or of which nothing could be read.

Every row that names anything of such a sheet would be told for itself; what is told is the sheet.
So it is with a code that stands nowhere because it was forgotten, or another typed in its place.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.names import ABOUT
from tender_desk.workbook.layouts.tables import CRITERIA, MEMBERS, NAMED
from tender_desk.workbook.layouts.tables_bids import COMPONENTS, HPS
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.off_place.displaced import (
    BESIDE,
    CRITERIA_EXCHANGED,
    DISPLACED,
    OVER_HEADS,
    WORDS_OF_OTHERS,
)
from tender_desk.workbook.reading.following import RATE
from tender_engine.faults import Fault, Places, Spot

__all__ = [
    "CAUSES",
    "CODES",
    "OF_BIDS",
    "UNFIT",
    "lost_sheets",
    "named_on",
    "once",
    "sheets_behind",
]

# A word that is no choice; a judgement of a stage that asks nothing.
_NO_WORD, _ASKS_NOTHING = "PKT015", "XLS099"
# Told of months of persons in a bid where the document's line has none.
_NO_MONTHS, _MONTHS = "PKT049", ("tender", "hps", "lines", 0, "person_months")
# Told of what names an entry that is not there, by the sheet on which that would stand.
NAMING: Mapping[str, str] = {
    "XLS026": ABOUT,
    "PKT051": ABOUT,
    "PKT050": MEMBERS.name,
    "PKT052": CRITERIA.name,
    "PKT041": HPS.name,
    "PKT042": HPS.name,
    "PKT043": HPS.name,
    "PKT044": HPS.name,
    _NO_MONTHS: HPS.name,
    "PKT071": HPS.name,
    _ASKS_NOTHING: CRITERIA.name,
}
# Told of a whole sheet, its heads, a row, a column or a block of it, from which others follow.
CAUSES = frozenset(
    {*DISPLACED, "XLS021", "XLS022", "XLS024", "XLS102", "XLS159", "XLS172", "XLS178"}
    | {"XLS219", "XLS220", "XLS223"}
)
# Told of codes that are none, or stand twice, and of which others may be named.
CODES = frozenset({"PKT018", "PKT030", "XLS109"})
# Told of a cell of a matrix whose word was another; none that may be said there goes before it.
_ANOTHER, _UNFIT = ("XLS202", "XLS203"), ("PKT050", "PKT057", "PKT058")
# Told of answers that are none to what is asked.
UNFIT = frozenset({"PKT057", "PKT058"})
# A judgement after prices were opened, which one at a time of another year may only seem to be.
_TOO_LATE, _NO_TIME = "PKT064", "XLS224"
# Every workbook of a package has these, also where nothing stands on them: what did is not known.
_ALWAYS = (NAMED.forms[1].name, *(table.name for table in NAMED.tables if not table.rare))
_NO_SHEET, _NOWHERE, _NOBODY, _NO_NAME = "XLS172", "XLS027", "XLS026", "XLS193"
_MISSING_KEY, _EMPTY, _REPEATED, _NO_ID = "PKT011", "XLS041", "PKT030", "PKT018"
# The heads of a sheet, or one of its columns, are not there.
_NO_HEADS, _NO_COLUMN, _STRANGE_HEAD = "XLS024", "XLS102", "XLS022"
# A column that said something at the last refresh is not there any more.
_GONE = "XLS220"
_CODE, _STAGE = "Kode", "Tahap"
_OF_MEMBER, _KSO = "Anggota KSO", "KSO"
# Told of all rows of one entry together, by their sheet; and of a row that names none.
_SUMMED = {"PKT034": CRITERIA.name, "PKT035": _KSO, "PKT036": _KSO}
# Told of prices whose words or volumes are not those of the line that has their code, or are huge.
_OTHER_LINES = ("XLS104", "XLS105", "XLS223", "PKT107")
# Told of a criterion that says only in part how it is scored.
_UNSCORED = "PKT038"
# Told of a bid whose lines are other than the document's.
_OF_A_BID = ("XLS100", "XLS106")
# Told of a bid beside the document's lines.
OF_BIDS = frozenset({*_OTHER_LINES, *_OF_A_BID})
# Told of a block with the place where it belongs, or of questions beside words of others.
_PLACED = (BESIDE, OVER_HEADS, WORDS_OF_OTHERS, CRITERIA_EXCHANGED)
# Told of an analysis: of none or two of its line, of one whose line is not said, of its sums.
_NO_ANALYSIS, _ODD_SUM, _LINE = "PKT072", "XLS106", COMPONENTS.parents[-1].title
_WHOSE = frozenset({"XLS026", "XLS193", _EMPTY, _NO_ID, _NO_WORD})
_STEP = re.compile(r"participants\[([^\]]*)\]")
_RATE, _RATE_TITLE = ("tender", "hps", RATE[-1]), "Tarif PPN (%)"
# Who decides is of every package; where nothing says so, it is the sheet that is missing.
_OF_THE_PANEL = ("pokja",)


def lost_sheets(sheets: Collection[str], faults: Iterable[Fault]) -> frozenset[str]:
    """The names of sheets that others refer to and that are not there, or could not be read."""
    displaced = {
        fault.spot.cell.rpartition("!")[0]
        for fault in faults
        if fault.spot
        and (fault.code in (*DISPLACED, _NO_HEADS, _GONE) or _lacks(fault, _NO_COLUMN))
    }
    return frozenset(name for name in _ALWAYS if name not in sheets) | displaced


def sheets_behind(faults: Iterable[Fault], places: Places) -> Collection[str]:
    """The sheets on which that may stand from which `faults` follow, but for blocks told by now."""
    faults = tuple(faults)
    told = {_sheet(fault.spot or places.spot(fault)).strip("'") for fault in faults}
    told |= {HPS.name for fault in faults if fault.code in _OTHER_LINES}
    placed = {_sheet(fault.spot) for fault in faults if fault.spot and fault.code in _PLACED}
    return told - {sheet.strip("'") for sheet in placed}


def once(
    faults: Iterable[Fault],
    lost: Collection[str],
    sheets: Collection[str],
    places: Places,
    bare: Mapping[tuple[str, str], Fault],
) -> Iterator[Fault]:
    """The `faults` without those that follow from a `lost` sheet; where it is not there, this.

    It is told though nothing names it: without exceptions everybody would pass. `bare` are the rows
    with nothing but a code, by their sheets and codes: one that others name lacks what it is told
    to lack, and who names it is right.
    """
    for name in _ALWAYS:
        if name in lost and name not in sheets:
            yield Fault(_NO_SHEET, (), {"title": name}, spot=places.spot(Fault("", (), {})))
    faults = _not_of_unread(_at_their_own([*_as_gone(_as_renamed(faults))]), places)
    named = {key for fault in faults if (key := (_of(fault), _found(fault))) in bare}
    yield from (fault for key, fault in bare.items() if key in named)
    faults = [fault for fault in faults if (_of(fault), _found(fault)) not in named]
    mistyped, apart = _mistyped(faults, places), _apart(faults, places)
    apart |= {*_SUMMED.values()} & {*map(_of, faults)}  # of which one is lost
    torn = any(_is_torn(fault) for fault in faults)
    slips = {fault.spot for fault in faults if fault.code == _NO_TIME}
    unfit = {places.spot(fault) for fault in faults if fault.code in _UNFIT}
    rateless = _has_no_rate(faults, places)
    for fault in faults:
        name = _of(fault)
        if rateless and _is_a_bidders(fault):
            continue
        if fault.code in _ANOTHER and fault.spot in unfit:
            continue
        if fault.code == _TOO_LATE and places.spot(fault) in slips:
            continue
        if torn and (fault.code in _OTHER_LINES or _is_of_a_bid(fault, places)):
            continue
        if HPS.name in lost and _is_of_a_line(fault):
            continue
        if name not in mistyped and name not in lost and _SUMMED.get(fault.code) not in apart:
            yield fault


def _not_of_unread(faults: Sequence[Fault], places: Places) -> Sequence[Fault]:
    """The `faults` but for what a criterion lacks since its cell could not be read.

    So it is with the months of persons of bids, where those of a line could not be read.
    """
    told = [fault.spot for fault in faults if fault.spot and not fault.path]
    unread, columns = {spot.cell for spot in told}, {spot.order[::2] for spot in told}
    monthless = places.spot(Fault("", _MONTHS, {})).order[::2] in columns

    def follows(fault: Fault) -> bool:
        if fault.code == _NO_MONTHS and monthless:
            return True
        keys = fault.params["keys"].split(", ") if fault.code == _UNSCORED else ()
        lacking = (Fault(fault.code, (*fault.path, key), {}) for key in keys)
        return any(places.spot(each).cell in unread for each in lacking)

    return [fault for fault in faults if not follows(fault)]


def _has_no_rate(faults: Iterable[Fault], places: Places) -> bool:
    """Whether the document's rate of PPN is told, which a bid has that says none of its own."""
    where = places.spot(Fault("", _RATE, {}))
    return any(
        (fault.spot or places.spot(fault)) == where
        or (fault.code == _NO_HEADS and fault.spot and _sheet(fault.spot) == PACKAGE_FORM.name)
        for fault in faults
    )


def _is_a_bidders(fault: Fault) -> bool:
    """Whether a bid lacks a rate of its own."""
    empty = fault.code == _EMPTY and fault.params.get("title") == _RATE_TITLE
    return empty and fault.path[:1] == ("participants",) and fault.path[2:] == RATE[:1]


def _is_torn(fault: Fault) -> bool:
    """Whether a line of the document lacks what others are held to, or a block stands off it."""
    return (
        fault.code in (_EMPTY, BESIDE) and fault.spot is not None and _sheet(fault.spot) == HPS.name
    )


def _is_of_a_bid(fault: Fault, places: Places) -> bool:
    """Whether a bid lacks what a line has, or a sum of it is none of what could be read."""
    spot = fault.spot or places.spot(fault)
    return fault.code in _OF_A_BID and _sheet(spot).strip("'") != HPS.name


def _is_of_a_line(fault: Fault) -> bool:
    """Whether an analysis is held to its line, which its words tell where nothing else does."""
    empty = fault.code == _EMPTY and fault.params.get("title") == _LINE
    analysed = fault.spot is not None and _sheet(fault.spot).strip("'") == COMPONENTS.name
    return fault.code == _NO_ANALYSIS or (analysed and (empty or fault.code == _ODD_SUM))


def _apart(faults: Iterable[Fault], places: Places) -> frozenset[str]:
    """The sheets with a row of which it is not known whose it is, so that no sum of theirs is."""
    return frozenset(
        _sheet(fault.spot or places.spot(fault)) for fault in faults if fault.code in _WHOSE
    )


def _as_renamed(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The `faults` with a lost column and the unknown one of its sheet told as one: a new head."""
    faults = tuple(faults)
    lost: dict[str, set[str]] = {}
    strange: dict[str, list[Fault]] = {}
    for fault in faults:
        if fault.spot and fault.code == _NO_COLUMN:
            lost.setdefault(_sheet(fault.spot), set()).add(fault.params["title"])
        elif fault.spot and fault.code == _STRANGE_HEAD:
            strange.setdefault(_sheet(fault.spot), []).append(fault)
    new = {
        sheet: (strange[sheet][0], next(iter(titles)))
        for sheet, titles in lost.items()
        if len(titles) == 1 and len(strange.get(sheet, ())) == 1
    }
    heads = {id(head): title for head, title in new.values()}
    return tuple(
        evolve(fault, params={**fault.params, "known": heads[id(fault)]})
        if id(fault) in heads
        else fault
        for fault in faults
        if not (fault.code == _NO_COLUMN and fault.spot and _sheet(fault.spot) in new)
    )


def _as_gone(faults: Sequence[Fault]) -> Iterator[Fault]:
    """The `faults` without what lacks because a column is gone with what stood in it.

    What stands above the heads has its name in such a column.
    """
    gone = {
        (fault.spot.order[0], title): fault.spot.order[1]
        for fault in faults
        if fault.spot and fault.code == _GONE
        for title in fault.params["title"].split("; ")
    }
    heads = {sheet: row for (sheet, _), row in gone.items()}
    for fault in faults:
        # What stands in a file beside the workbook is on no sheet of it.
        order = fault.spot.order if fault.spot else ()
        sheet, row = order[:2] if len(order) > 1 else (-1, 0)
        above = fault.code == _EMPTY and row and row < heads.get(sheet, 0)
        if not above and not (fault.code == _NO_COLUMN and (sheet, fault.params["title"]) in gone):
            yield fault


def _sheet(spot: Spot) -> str:
    return spot.cell.rpartition("!")[0]


def _mistyped(faults: Iterable[Fault], places: Places) -> frozenset[str]:
    """The sheets whose missing or repeated codes explain each code of theirs that is not known."""
    bad: dict[str, set[str]] = {}
    unknown: dict[str, set[str]] = {}
    for fault in faults:
        cell = (fault.spot or places.spot(fault)).cell
        stage = fault.code == _NO_WORD and cell.startswith(f"{CRITERIA.name}!A")
        sheet = cell.rpartition("!")[0]
        nobody = sheet == _KSO and fault.code in (_NOBODY, _NO_NAME)
        lost = stage or _lacks(fault, _EMPTY) or _is_no_code(fault) or fault.code == _REPEATED
        if lost or nobody:
            bad.setdefault(sheet, set()).add(cell)
        if not lost and (name := _of(fault)) and fault.code != _ASKS_NOTHING:
            unknown.setdefault(name, set()).add(_found(fault))
    return frozenset(
        name for name, codes in unknown.items() if len(codes) <= len(bad.get(name, ()))
    )


def _at_their_own(faults: Sequence[Fault]) -> Sequence[Fault]:
    """The `faults` with a code that is none told where an entry has it, and not by who names it."""
    own = {fault.params["found"] for fault in faults if _is_no_code(fault)}
    return [
        fault
        for fault in faults
        if fault.code != _NO_ID or _is_no_code(fault) or fault.params["found"] not in own
    ]


def _found(fault: Fault) -> str:
    """The code or name that a fault says is nowhere."""
    said = fault.params.get("found", "")
    step = _STEP.match(said)
    return step[1] if step else said


def _is_no_code(fault: Fault) -> bool:
    """Whether a fault is that the code of an entry is none."""
    return fault.code == _NO_ID and fault.path[-1:] == ("id",)


def _lacks(fault: Fault, code: str) -> bool:
    """Whether a fault is that `code` of the column of codes, or of what rows stand below."""
    return fault.code == code and fault.params.get("title") in (_CODE, ABOUT, _STAGE)


def named_on(fault: Fault) -> str:
    """The sheet on which that would stand which a fault says is nowhere; empty for another."""
    if fault.code == _NO_NAME:
        return fault.params["sheet"]
    if fault.params.get("title") == _OF_MEMBER and fault.code in NAMING:
        return _KSO
    return NAMING.get(fault.code, "")


def _of(fault: Fault) -> str:
    """The sheet from which a fault may only follow; empty for a fault of its own."""
    if fault.path == _OF_THE_PANEL and fault.code in (_MISSING_KEY, _EMPTY):
        said = fault.params.get("key") or fault.params.get("title")
        return MEMBERS.name if said in ("members", MEMBERS.title) else ""
    if fault.code == _NOWHERE and fault.params["found"].startswith("participants["):
        return ABOUT
    if fault.code == _STRANGE_HEAD and fault.spot:  # in a matrix each head is a bidder
        return ABOUT if is_matrix(fault.spot.cell.rpartition("!")[0].strip("'")) else ""
    return named_on(fault)

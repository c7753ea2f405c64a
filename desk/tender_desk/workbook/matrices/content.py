"""What stands in the matrices of a package: which entries fit, and which rows and columns it needs.

An entry fits that a cell can say whole: a verdict or score with its reason and its time, by those
of whom the sheet is. All others stay rows of the long form, and so does one with a time that would
be doubted in a cell: whoever wrote the package has said it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import field, frozen

from tender_desk.workbook.kinds import NAMES, PROSE, Kind
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.general import questions
from tender_desk.workbook.layouts.layout import Column
from tender_desk.workbook.layouts.tables import EVERY_STAGE, EVERYBODY
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.matrices.heads import NAME, may_head, title_for
from tender_desk.workbook.matrices.since import may_be_judged
from tender_engine.terms import StageId
from tender_rules.stages.low_bids import FAIRNESS

__all__ = [
    "Asked",
    "Matrix",
    "MatrixRow",
    "Question",
    "asked_of",
    "laid_out_matrices",
    "matrices_of",
]

# A stage, and a criterion of it; without one the stage as a whole.
Question: TypeAlias = tuple[str, str | None]
# What a cell says with a value of a kind; `None` where it would not read back as the same.
Written: TypeAlias = Callable[[Kind, Any], Any]

_KEYS = {"stage", "participant", "criterion", "by", "verdict", "score", "note", "at"}
_ORDER = {str(stage): number for number, stage in enumerate((EVERY_STAGE, *StageId))}


@frozen
class Asked:
    """What the document says of a criterion: its words, and the bounds of its score."""

    title: str = ""
    max_score: str | None = None
    threshold: str | None = None
    weight: str | None = None


@frozen
class MatrixRow:
    """A row: its question, what the document says of it, its cells by whom they are on, its time.

    The cells of the question and of each bidder's columns (`heads.PARTS`) hold what is written.
    """

    question: Question
    written: tuple[Any, Any]
    asked: Asked
    cells: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    at: Any = None


@frozen
class Matrix:
    """A matrix: its title, by whom and when as cells say it, its rows, the bidders (code and name).

    `general` says whether it has columns for what is said of everybody.
    """

    title: str
    by: Any
    at: Any
    rows: tuple[MatrixRow, ...]
    bidders: tuple[tuple[str, str], ...]
    general: bool = True


def asked_of(requirements: Mapping[str, Any]) -> dict[Question, Asked]:
    """Every criterion of the document by its question, in order."""
    found: dict[Question, Asked] = {}
    for stage in sorted(requirements, key=lambda stage: _ORDER.get(stage, len(_ORDER))):
        asked = requirements[stage]
        for one in (asked.get("criteria") or ()) if isinstance(asked, dict) else ():
            bounds = (one.get(key) for key in ("max_score", "threshold", "weight"))
            found[stage, one["id"]] = Asked(one.get("title", ""), *bounds)
    return found


def matrices_of(
    value: Mapping[str, Any], columns: Sequence[Column], written: Written
) -> tuple[tuple[Matrix, ...], list[dict[str, Any]]]:
    """The matrices of a package, and its entries that stay in the long form.

    There are none where no cell would be about one bidder: what is said of everybody takes one
    row of the long form.

    Args:
        value: the plain values of the package, its general entries gathered.
        columns: those that tell which question a row is.
        written: what a cell says with a value.
    """
    entries: list[dict[str, Any]] = [dict(entry) for entry in value.get("assessments", ())]
    bidders = _bidders(value)
    fitting = _Fitting({code for code, _ in bidders}, columns, written)
    by_panel: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        if fitting.fits(entry) and may_be_judged(value, entry["at"]):
            by_panel[tuple(entry["by"])].append(entry)
    groups = {
        by: group
        for by, group in by_panel.items()
        if any(entry["participant"] != EVERYBODY for entry in group)
    }
    joint = max((by for by in groups if len(by) > 1), key=lambda by: len(groups[by]), default=())
    taken: list[dict[str, Any]] = []
    made: dict[str, Matrix] = {}
    for by in sorted(groups):
        title = NAME if by == joint else title_for(by[0])
        alone = len(by) == 1 and title.casefold() not in {known.casefold() for known in made}
        if by == joint or alone:
            held = _latest(groups[by])
            made[title] = fitting.matrix(title, by, held, value, bidders)
            taken += held
    gone = {id(entry) for entry in taken}
    left = [entry for entry in entries if id(entry) not in gone]
    return tuple(made[title] for title in sorted(made)), left


class _Fitting:
    """Tells which entries a cell can say whole."""

    def __init__(self, codes: set[str], columns: Sequence[Column], written: Written) -> None:
        self._codes, self._written = {*codes, EVERYBODY}, written
        self._kinds = {column.key[0]: column.kind for column in columns}
        self._kinds |= {"by": NAMES, "verdict": ANSWER, "score": ANSWER, "note": PROSE, "at": TIME}

    def fits(self, entry: Mapping[str, Any]) -> bool:
        """Whether a cell says all of an entry."""
        return (
            entry.keys() <= _KEYS
            and entry["participant"] in self._codes
            and bool(entry["by"])
            and all(
                self._written(self._kinds[key], part) is not None
                for key, part in entry.items()
                if key in self._kinds
            )
        )

    def matrix(
        self,
        title: str,
        by: tuple[str, ...],
        entries: Sequence[Mapping[str, Any]],
        value: Mapping[str, Any],
        bidders: tuple[tuple[str, str], ...],
    ) -> Matrix:
        """The matrix of these entries, none of which is on the cell of another."""
        requirements = value["tender"]["requirements"]
        at, _ = _commonest(entries)
        times = {question: time for question, time in _row_times(entries) if time != at}
        cells: dict[Question, dict[str, Any]] = defaultdict(dict)
        for entry in entries:
            time = times.get(_question(entry), at)
            cells[_question(entry)][entry["participant"]] = self._cells(entry, time)
        known = asked_of(requirements)
        scores = len(by) == 1 and any(asked.max_score for asked in known.values())
        wanted = wanted_rows(requirements, scored=scores)
        rows = tuple(
            MatrixRow(
                question,
                self.question(question),
                known.get(question, Asked()),
                cells[question],
                self._written(TIME, times[question]) if question in times else None,
            )
            for question in _in_order({*wanted, *cells}, known)
        )
        general = not scores or any(EVERYBODY in row.cells for row in rows)
        written = self._written
        return Matrix(title, written(NAMES, [*by]), written(TIME, at), rows, bidders, general)

    def question(self, question: Question) -> tuple[Any, Any]:
        """The cells of the stage and of the criterion."""
        stage, criterion = question
        named = None if criterion is None else self._written(self._kinds["criterion"], criterion)
        return self._written(self._kinds["stage"], stage), named

    def _cells(self, entry: Mapping[str, Any], at: str) -> dict[str, Any]:
        """The cells of an entry; its time where it is not that of its row or of the head."""
        said = {"answer": entry.get("verdict") or entry.get("score"), "note": entry.get("note")}
        said["at"] = None if entry["at"] == at else entry["at"]
        kinds = {"answer": ANSWER, "note": PROSE, "at": TIME}
        return {
            part: self._written(kinds[part], value)
            for part, value in said.items()
            if value is not None
        }


def _commonest(entries: Sequence[Mapping[str, Any]]) -> tuple[str, int]:
    """The time at which most was decided, and how much."""
    times = Counter(str(entry["at"]) for entry in entries)
    at = min(times, key=lambda time: (-times[time], time))
    return at, times[at]


def _row_times(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Question, str]]:
    """The time of each row in which more than one cell has the same."""
    rows: dict[Question, list[Mapping[str, Any]]] = defaultdict(list)
    for entry in entries:
        rows[_question(entry)].append(entry)
    for question, held in rows.items():
        at, count = _commonest(held)
        if count > 1:
            yield question, at


def _bidders(value: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Who has handed in anything and has a code that can head columns, in their order."""
    known = [
        (who["id"], who["name"])
        for who in value.get("participants", ())
        if who.get("submitted") and may_head(who["id"])
    ]
    count = Counter(code.casefold() for code, _ in known)
    return tuple((code, name) for code, name in known if count[code.casefold()] == 1)


def _latest(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of entries on one cell the latest: those before it are told in the long form."""
    held: dict[tuple[Question, str], dict[str, Any]] = {}
    for entry in sorted(entries, key=lambda entry: str(entry["at"])):
        held[_question(entry), entry["participant"]] = entry
    return [*held.values()]


def laid_out_matrices(
    value: Mapping[str, Any],
    columns: Sequence[Column],
    written: Written,
    awaited: Iterable[Question] = (),
) -> tuple[Matrix, ...]:
    """The matrices that a tender needs, none of them filled: of all, and of each who scores.

    There are none before a criterion and a bidder are known. `awaited` are questions that the
    matrix of all has rows for as well. Where all scores that are given are joint, nobody has a
    matrix of its own.
    """
    requirements = value["tender"]["requirements"]
    known, bidders = asked_of(requirements), _bidders(value)
    if not known or not bidders:
        return ()
    fitting = _Fitting({code for code, _ in bidders}, columns, written)

    def rows(questions: Iterable[Question]) -> tuple[MatrixRow, ...]:
        return tuple(
            MatrixRow(one, fitting.question(one), known.get(one, Asked()))
            for one in _in_order(questions, known)
        )

    plain = {*wanted_rows(requirements, scored=False)}
    plain |= {one for one in awaited if not known.get(one, Asked()).max_score}
    made = [Matrix(NAME, None, None, rows(plain), bidders)]
    scored = wanted_rows(requirements, scored=True)
    panels = [len(entry["by"]) for entry in value.get("assessments", ()) if "score" in entry]
    if scored and (not panels or min(panels) == 1):
        for member in value["pokja"]["members"]:
            by = written(NAMES, [member["id"]])
            title = title_for(member["id"])
            made.append(Matrix(title, by, None, rows(scored), bidders, general=False))
    return tuple(made)


def wanted_rows(requirements: Mapping[str, Any], *, scored: bool) -> list[Question]:
    """The rows of a matrix of one scorer, where any score is asked, or of one for all the rest."""
    asked = asked_of(requirements)
    if scored:
        return [question for question, one in asked.items() if one.max_score]
    plain = [question for question, one in asked.items() if not one.max_score]
    found: list[Question] = [(EVERY_STAGE, None)] if len(questions(requirements)) > 1 else []
    for stage, criterion in plain:
        if (stage, None) not in found:
            found.append((stage, None))
        found.append((stage, criterion))
    price = requirements.get(str(FAIRNESS.stage))
    if isinstance(price, dict) and FAIRNESS.key in price.get("clauses", {}):
        # What the document speaks of has its row before any price is that low.
        found.append((str(FAIRNESS.stage), FAIRNESS.key))
    proof = (str(StageId.PEMBUKTIAN_KUALIFIKASI), None)
    return found if proof in found else [*found, proof]


def _in_order(found: Iterable[Question], known: Mapping[Question, Asked]) -> list[Question]:
    """Questions by their stages, each as a whole first, its criteria as the document has them."""
    place = {question: number for number, question in enumerate(known)}
    return sorted(
        found,
        key=lambda one: (
            _ORDER.get(one[0], len(_ORDER)),
            one[1] is not None,
            place.get(one, len(place)),
            one[1] or "",
        ),
    )


def _question(entry: Mapping[str, Any]) -> Question:
    return entry["stage"], entry.get("criterion")

"""A row as it is written: a line of JSON, or of CSV."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from tender_desk.batch.jobs import REFUSED, Asked, BatchRow, Job
from tender_desk.batch.summary import summary_of
from tender_desk.batch.table_cells import cells_line, in_cell
from tender_engine.evaluation import Evaluation
from tender_engine.faults import Diagnostic
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.formats.json_bytes import json_bytes
from tender_rules.similar.finding import similarities_of

if TYPE_CHECKING:
    from tender_desk.batch.causes import Facts

__all__ = [
    "COMPARED",
    "SUMMARY",
    "columns",
    "evaluated_row",
    "header",
    "json_line",
    "refused_row",
]

# The columns of CSV that rows have which are compared with what was published.
COMPARED = ("compared", "published_lines", "difference")


def evaluated_row(job: Job, evaluation: Evaluation, asked: Asked) -> BatchRow:
    """The row of a package that was evaluated."""
    if asked.summary:
        said: Mapping[str, Any] = summary_of(evaluation, with_root=asked.root)
    else:
        said = evaluation_dict(evaluation, similarities_of(evaluation))
    also = None if asked.also is None else asked.also(evaluation)
    line = _line(job, "result", said, asked)
    state, tender = str(evaluation.state), evaluation.given.tender.code
    facts = _facts(evaluation) if asked.against else None
    return BatchRow(job.n, job.source, state, line, "", also, job.reached, tender, facts)


def refused_row(job: Job, told: Iterable[Diagnostic], asked: Asked, tender: str = "") -> BatchRow:
    """The row of a package with faults; of one that was a line of a file they are at that line."""
    said = [attrs.asdict(_at(job, diagnostic)) for diagnostic in told]
    line = _line(job, "diagnostics", said, asked)
    code = next((one["code"] for one in said), "")
    return BatchRow(job.n, job.source, REFUSED, line, code, None, job.reached, tender)


def _facts(evaluation: Evaluation) -> "Facts":
    from tender_desk.batch.causes import facts_of  # loads what reads a table

    return facts_of(evaluation)


def header(asked: Asked) -> bytes:
    """What stands above all rows; nothing in JSON lines."""
    if not asked.csv:
        return b""
    # Programs of tables know UTF-8 by its mark.
    return b"\xef\xbb\xbf" + cells_line([*columns(asked), *(COMPARED if asked.against else ())])


def columns(asked: Asked) -> list[str]:
    """The titles of the columns of CSV that are of a tender."""
    return [name for name in _CELLS if asked.root or name != "root"]


def _at(job: Job, diagnostic: Diagnostic) -> Diagnostic:
    if not job.line or diagnostic.file != job.file or diagnostic.cell:
        return diagnostic
    return attrs.evolve(diagnostic, line=job.line)


def _line(job: Job, key: str, said: Any, asked: Asked) -> bytes:
    row = {"source": job.source, "n": job.n, key: said}
    if asked.csv:
        result = row.get("result", {})
        return cells_line(_CELLS[name](row, result) for name in columns(asked))
    return json_line(row)


def json_line(said: Mapping[str, Any]) -> bytes:
    """A line of JSON."""
    return json_bytes(said) + b"\n"


def _prices(result: Mapping[str, Any]) -> str:
    known = [price for price in result.get("prices", ()) if price["final_total"] is not None]
    return " ".join(f"{price['participant']}={in_cell(price['final_total'])}" for price in known)


def _price_of_winner(result: Mapping[str, Any]) -> str:
    named = {price["participant"]: price["final_total"] for price in result.get("prices", ())}
    return in_cell(named.get(result.get("winner")) or "")


def _awaiting(result: Mapping[str, Any]) -> str:
    return _once(
        ":".join(filter(None, (item["needs"], item["participant"])))
        for item in result.get("awaiting", ())
    )


def _notices(result: Mapping[str, Any]) -> str:
    return _once(item["code"] for item in result.get("notices", ()))


def _diagnostics(row: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = row.get("diagnostics", ())
    return found


def _first_message(row: Mapping[str, Any]) -> str:
    return next((one["message"] for one in _diagnostics(row)), "")


def _once(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(texts))


_CELLS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], object]] = {
    "n": lambda row, _: row["n"],
    "source": lambda row, _: row["source"],
    "code": lambda _, result: result.get("code"),
    "state": lambda _, result: result.get("state", REFUSED),
    "result": lambda _, result: result.get("result"),
    "winner": lambda _, result: result.get("winner"),
    "price": lambda _, result: _price_of_winner(result),
    "ground": lambda _, result: result.get("ground"),
    "prices": lambda _, result: _prices(result),
    "awaiting": lambda _, result: _awaiting(result),
    "notices": lambda _, result: _notices(result),
    "root": lambda _, result: result.get("root"),
    "diagnostics": lambda row, _: _once(one["code"] for one in _diagnostics(row)),
    "message": lambda row, _: _first_message(row),
}
# Every column that a summary may have.
SUMMARY = (*_CELLS, *COMPARED)

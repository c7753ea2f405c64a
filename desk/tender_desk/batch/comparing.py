"""Rows of a run beside what was published: each gets its cause, and what has no pair is listed.

A row is compared by itself, so that their order changes nothing and none is kept. What is kept is
the published table, and for each code of it which rows had that code.
"""

import csv
import json
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from itertools import islice
from typing import Any, BinaryIO

from attrs import evolve

from tender_desk.batch.causes import Cause, Compared, compared
from tender_desk.batch.jobs import Asked, BatchRow
from tender_desk.batch.published import Published
from tender_desk.batch.rows import COMPARED, columns, json_line
from tender_desk.batch.table_cells import cells_line, in_cell
from tender_desk.batch.telling import BatchError

__all__ = ["Comparing"]

# So many lines or rows are named; how many there are is told beside.
_NAMED = 20
_KEY = b',"compared":'
# Rows of what was published, which stand behind those of all tenders.
_BEHIND = (Cause.TANPA_PAKET, Cause.PAKET_GANDA)


class Comparing:
    """One run beside what was published.

    Args:
        published: what was published.
        asked: what was asked of the run, `against` the digest of the table.

    Attributes:
        causes: how many rows have each cause.
    """

    def __init__(self, published: Published, asked: Asked) -> None:
        self.causes: Counter[Cause] = Counter()
        self._published, self._asked = published, asked
        # By the codes of the table, the first of the rows that have it, and how many there are.
        self._met: dict[str, tuple[list[int], int]] = {}

    def rows(
        self, given: Generator[BatchRow, None, None], since: int = 0
    ) -> Generator[BatchRow, None, None]:
        """The rows with their causes, and behind them what was published of no tender, or several.

        Args:
            given: the rows of the run, which are closed with these.
            since: how many of them were written before, and are `kept`.
        """
        reached = 0
        with closing(given):
            for row in given:
                since, reached = row.n, row.reached
                yield self._of(row)
        for n, (line, found) in enumerate(self._unpaired(), since + 1):
            self.causes[found.cause] += 1
            source, told = f"{self._published.name}:{line}", self._told(found, [line])
            text = self._line_behind(n, source, told)
            yield BatchRow(n, source, "", text, reached=reached, cause=found.cause)

    def _of(self, row: BatchRow) -> BatchRow:
        beside = self._published.rows.get(row.tender.strip(), ())
        if beside:
            self._meet(beside[0].code, row.n)
        if row.facts is None:
            found = Compared(Cause.DITOLAK, {"code": row.code})
        else:
            found = compared(row.facts, beside)
        self.causes[found.cause] += 1
        told = self._told(found, [each.line for each in islice(beside, _NAMED)])
        return evolve(row, line=self._with(row.line, told), facts=None, cause=found.cause)

    def _meet(self, code: str, n: int) -> None:
        first, count = self._met.get(code, ([], 0))
        self._met[code] = ([*first, n] if count < _NAMED else first, count + 1)

    def _unpaired(self) -> Iterator[tuple[int, Compared]]:
        """The lines of what was published of no tender, or of several."""
        for row in self._published:
            first, count = self._met.get(row.code, ([], 0))
            if not count:
                yield row.line, Compared(Cause.TANPA_PAKET, {"tender": row.code})
            elif count > 1 and len(self._published.rows[row.code]) == 1:
                several = {"tender": row.code, "rows": first, "count": count}
                yield row.line, Compared(Cause.PAKET_GANDA, several)

    def _told(self, found: Compared, lines: list[int]) -> Mapping[str, Any]:
        named = {"lines": lines} if lines else {}
        return {"cause": str(found.cause), **named, **found.told}

    def _with(self, line: bytes, told: Mapping[str, Any]) -> bytes:
        """A row with how its tender stands to what was published."""
        if self._asked.csv:
            return line.removesuffix(b"\n") + b";" + cells_line(_cells(told))
        return line.removesuffix(b"}\n") + _KEY + json_line(told).removesuffix(b"\n") + b"}\n"

    def _line_behind(self, n: int, source: str, told: Mapping[str, Any]) -> bytes:
        own = {"source": source, "n": n}
        if not self._asked.csv:
            return self._with(json_line(own), told)
        own["code"] = told["tender"]
        return self._with(cells_line(own.get(name) for name in columns(self._asked)), told)

    def kept(self, stream: BinaryIO, rows: int) -> int:
        """Take up what an earlier run has written, and stand behind its last row of a tender.

        Args:
            stream: the file of rows; what stands behind those of tenders is cut off.
            rows: how many whole ones it has.

        Returns:
            How many rows of tenders there are.

        Raises:
            BatchError: a row is none of a run that was compared.
        """
        stream.flush()
        stream.seek(0)
        if self._asked.csv:
            stream.readline()
        codes = {row.line: row.code for row in self._published}
        at, done = stream.tell(), 0
        for n, line in enumerate(islice(stream, rows), 1):
            try:
                cause, lines = self._written(line)
            except (ValueError, KeyError) as error:
                raise BatchError("BCH025", str(getattr(stream, "name", "")), n=str(n)) from error
            if cause in _BEHIND:
                break
            self.causes[cause] += 1
            if lines:
                self._meet(codes[lines[0]], n)
            at, done = at + len(line), n
        stream.seek(at)
        stream.truncate()
        return done

    def _written(self, line: bytes) -> tuple[Cause, list[int]]:
        """The cause of a row that was written, and the lines that it names."""
        if self._asked.csv:
            (cells,) = csv.reader([line.decode()], delimiter=";")
            cause, lines, _ = cells[-len(COMPARED) :]
            return Cause(cause), [*map(int, lines.split())]
        told = json.loads(line[line.rindex(_KEY) + len(_KEY) : -len(b"}\n")])
        return Cause(told["cause"]), told.get("lines", [])


def _cells(told: Mapping[str, Any]) -> list[str]:
    """Cause, lines, and everything else that is told, as the cells of a row."""
    figure = in_cell if told["cause"] == Cause.HARGA_LAIN else str
    rest = (
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else figure(value)}"
        for name, value in told.items()
        if name not in ("cause", "lines", "tender") and value not in (None, [])
    )
    return [told["cause"], " ".join(map(str, told.get("lines", ()))), " ".join(rest)]

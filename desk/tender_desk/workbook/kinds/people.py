"""Cells of small records, one a line (who was there, who signs, what was said), and of names."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from tender_desk.workbook.kinds import (
    LINES,
    NONE,
    PROSE,
    TEXT,
    CellError,
    Choice,
    CodeOf,
    Given,
    Kind,
    Named,
    Part,
    is_none,
)
from tender_desk.workbook.reading.local import Local
from tender_engine.terms import StageId

__all__ = ["ITEMS", "OF_STAGES", "PAPER_KIND", "PRESENT", "SIGNERS", "STAGE", "STAGE_OR_ONE"]

# As papers head them, short heads of narrow columns too, and what a Seleksi calls them.
OF_STAGES = ("stage", "stage.short", "node.*")
STAGE = Choice(StageId, groups=OF_STAGES)


class _Records(Kind):
    """Records, one a line, their parts between semicolons; a dash: that there is none.

    `keys` are those of the parts in their order; the last may be left out, others stand empty. The
    part `naming` names an entry of another sheet. Of the `needed` none may be, by its words.
    """

    of = list

    def __init__(self, *keys: str, needed: Mapping[str, str], naming: str = "") -> None:
        self._keys, self._needed, self._naming = keys, needed, naming

    def write(self, value: Any) -> Any:
        return PROSE.write("\n".join(map(self._line, value)) or NONE)

    def _line(self, record: Any) -> str:
        return "; ".join(record.get(key, "") for key in self._keys).rstrip("; ")

    def read(self, cell: Given) -> list[dict[str, str]] | None:
        text = LINES.read(cell)
        if text is None:
            return None
        if is_none(text):
            return []
        return [self._record(line) for line in text.splitlines() if line.strip()]

    def renamed(self, value: Any, code_of: CodeOf) -> list[dict[str, str]]:
        naming = self._naming
        return [
            {key: code_of.meant(part) if key == naming else part for key, part in one.items()}
            for one in value
        ]

    def _record(self, line: str) -> dict[str, str]:
        parts = [part.strip() for part in line.split(";")]
        if len(parts) > len(self._keys):
            raise CellError("XLS177", found=line.strip()[:40], most=f"{len(self._keys)}")
        record = {key: part for key, part in zip(self._keys, parts, strict=False) if part}
        missing = [words for key, words in self._needed.items() if key not in record]
        if missing:
            raise CellError("XLS218", found=line.strip()[:40], title=" dan ".join(missing))
        return record


class _PaperKind(Kind):
    """A kind of paper by its name, or by its key; `*` where all of them are meant.

    The papers are asked for when the first cell is drawn or read: few workbooks name any.
    """

    open = True

    @cached_property
    def _named(self) -> Named:
        from tender_desk.documents.papers import PAPERS

        return Named({kind.key: kind.words.id for kind in PAPERS} | {"*": "semua"})

    @property
    def terms(self) -> tuple[str, ...]:  # type: ignore[override]
        return self._named.terms

    def write(self, value: Any) -> str:
        return self._named.write(value)

    def read(self, cell: Given) -> str | None:
        return self._named.read(cell)


class _StageOrOne(Kind):
    """A stage, alone or with a colon and a participant by code or name: `evaluasi teknis: p2`."""

    def __init__(self, stages: Choice) -> None:
        self._stages = stages

    def within(self, local: Local) -> Self:
        return type(self)(self._stages.within(local))

    def write(self, value: Any) -> str:
        stage, colon, who = value.partition(":")
        return TEXT.write(f"{self._stages.write(stage)}{colon and ': '}{who}")

    def read(self, cell: Given) -> str | None:
        text = TEXT.read(cell)
        if text is None:
            return None
        stage, colon, who = text.partition(":")
        return f"{self._stages.read(Part(stage.strip()))}{colon}{who.strip()}"

    def renamed(self, value: Any, code_of: CodeOf) -> str:
        stage, colon, who = value.partition(":")
        return f"{stage}{colon}{code_of.meant(who) if who else ''}"


STAGE_OR_ONE = _StageOrOne(STAGE)
_PERSON = {"name": "nama", "role": "jabatan"}
PRESENT = _Records("name", "role", "for", needed=_PERSON, naming="for")
SIGNERS = _Records("name", "role", "nip", needed=_PERSON)
_TALKED = {"asked": "yang diminta", "agreed": "yang disepakati"}
ITEMS = _Records("line", "title", "asked", "agreed", needed=_TALKED, naming="line")
PAPER_KIND = _PaperKind()

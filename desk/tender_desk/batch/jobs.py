"""What goes to a worker and what comes back: a package with its place, and its row."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from tender_engine.evaluation import Evaluation
from tender_engine.faults import Diagnostic
from tender_engine.rulebook import Rulebook

if TYPE_CHECKING:
    from tender_desk.batch.causes import Facts

__all__ = ["REFUSED", "Asked", "BatchRow", "Job", "Wanted", "packed", "unpacked"]

# The state of a row whose package was refused, beside those of an evaluation.
REFUSED = "ditolak"


@frozen
class Asked:
    """What is asked of a run, the same for every package. It travels to each worker once.

    Attributes:
        law: what makes the rulebook, by its name; each worker calls it once.
        lang: in which language faults are told, `id` or `en`.
        summary: whether a row has the result in short and not the whole evaluation.
        root: whether a summary has the root.
        csv: whether a row is a line of CSV and not of JSON.
        also: what else each row shall bring of its evaluation, by the name of what finds it.
        near: whether workers see the folders of the sources; else files beside them are sent.
        against: the digest of the table that rows are compared with, if they are.
    """

    law: Callable[[], Rulebook]
    lang: str = "id"
    summary: bool = False
    root: bool = False
    csv: bool = False
    also: Callable[[Evaluation], Any] | None = None
    near: bool = True
    against: str = ""


@frozen
class Job:
    """One package of a run, or why it could not be read.

    Attributes:
        n: the number of its row, from 1.
        source: how the row names it.
        file: how faults name its file.
        data: what the file, or the line, holds.
        line: the line it is, of a file that holds many; else 0.
        folder: where it lies, if it lies anywhere.
        told: what was wrong before it could be read; such a job goes nowhere.
        reached: how many bytes of all sources were read up to here.
        beside: files that it names, by their names; `None` where there is none of that name.
    """

    n: int
    source: str
    file: str
    data: bytes = field(default=b"", repr=False)
    line: int = 0
    folder: str | None = None
    told: tuple[Diagnostic, ...] = ()
    reached: int = 0
    beside: Mapping[str, bytes | None] = field(factory=dict, repr=False)


@frozen
class BatchRow:
    """The row of one tender.

    Attributes:
        n: its number in the run, from 1.
        source: the file, the folder, or the file and line that it came from.
        state: `menunggu`, `dihitung` or `ditetapkan`; `ditolak` where the package has faults.
        line: the row as it is written, with its line end.
        code: of a package with faults the first code.
        also: what was asked for besides, of a package that was evaluated.
        reached: how many bytes of all sources were read up to here.
        tender: the code of the tender, as far as it could be read.
        facts: what is compared of it with what was published, until that was done.
        cause: how it stands to what was published, where that was asked.
    """

    n: int
    source: str
    state: str
    line: bytes = field(repr=False)
    code: str = ""
    also: Any = None
    reached: int = 0
    tender: str = ""
    facts: "Facts | None" = field(default=None, repr=False)
    cause: str = ""


@frozen
class Wanted:
    """A package that needs files beside it which were not sent with it."""

    n: int
    names: tuple[str, ...]


def packed(things: Sequence[Job] | Sequence[BatchRow | Wanted]) -> bytes:
    """What travels, as bytes."""
    return pickle.dumps(tuple(things), pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """What was packed by our own side of the same run."""
    return pickle.loads(data)

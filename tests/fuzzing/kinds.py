"""What is damaged, how, and what is then done with it; each case comes again from its number."""

from collections.abc import Callable
from random import Random

from attrs import frozen

from tests.fuzzing.books import book, try_book
from tests.fuzzing.letterheads import letterhead, try_letterhead
from tests.fuzzing.places import package, try_package
from tests.fuzzing.published import published, try_published
from tests.fuzzing.releases import release, try_release
from tests.fuzzing.schedules import schedule, try_schedule

__all__ = ["KINDS", "Kind"]


@frozen
class Kind:
    """One kind of file.

    `attempt` gives what became of a file, in a word; anything that it raises is a bug. `suffix` is
    that of such files.
    """

    name: str
    damage: Callable[[Random], tuple[str, bytes]]
    attempt: Callable[[bytes], str]
    suffix: str

    def case(self, seed: str) -> tuple[str, bytes]:
        """What was done to a file, and the file; always the same from one seed."""
        return self.damage(Random(f"{self.name} {seed}"))


KINDS = (
    Kind("packages", package, try_package, ".json"),
    Kind("releases", release, try_release, ".json"),
    Kind("books", book, try_book, ".xlsx"),
    Kind("schedules", schedule, try_schedule, ".xlsx"),
    Kind("letterheads", letterhead, try_letterhead, ".docx"),
    Kind("published", published, try_published, ".csv"),
)

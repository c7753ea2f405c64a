"""The manifest of a rulebook: by id, a digest of each thing that it says and does.

It is made from the source of the law once, when the law is written, and read ever after: nothing
is parsed to know under which law an evaluation was made.
"""

import hashlib
import json
from collections.abc import Mapping

from attrs import field, frozen

__all__ = ["Manifest", "RulebookChangedError", "digest_of"]


def digest_of(said: object) -> str:
    """`sha256:` and the hash of plain values (texts, lists, mappings), written as JSON."""
    text = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


class RulebookChangedError(ValueError):
    """The law is not the one that was expected; the message says which it is, and what differs."""


@frozen
class Manifest:
    """What a rulebook holds.

    Args:
        version: the rulebook's, as people name it.
        entries: by id (`rule:administration.bid_bond`) the digest of what it says and does.
        released: the version that each earlier digest of the whole belonged to.
    """

    version: str
    entries: Mapping[str, str]
    released: Mapping[str, str] = field(factory=dict)

    def differing(self, other: "Manifest") -> tuple[str, ...]:
        """The ids that one of both lacks, or that say or do something else, in order."""
        names = sorted(self.entries.keys() | other.entries.keys())
        return tuple(n for n in names if self.entries.get(n) != other.entries.get(n))

    def text(self) -> str:
        """The manifest as it is committed: JSON, in order, a line an entry."""
        return (
            json.dumps(
                {
                    "version": self.version,
                    "released": dict(sorted(self.released.items())),
                    "entries": dict(sorted(self.entries.items())),
                },
                indent=0,
            )
            + "\n"
        )

    @classmethod
    def read(cls, text: str) -> "Manifest":
        """The manifest that `text` gives."""
        return cls(**json.loads(text))

"""A schema with what is known of its place beside it, for who writes one that people learn from."""

from typing import Any

__all__ = ["Annotated", "known_of"]


class Annotated(dict[str, Any]):
    """A part of a schema, and beside it what no part of it says: a digest over it has none of that.

    `title` is the name of an object, `words` that of another whose words it has, `unit` what a
    figure counts, `called` what a form calls a key, `about` what it means, and `example` a value.
    """

    def __init__(self, schema: dict[str, Any], **known: Any) -> None:
        super().__init__(schema)
        self.known = {name: what for name, what in known.items() if what not in ("", None)}


def known_of(schema: dict[str, Any]) -> dict[str, Any]:
    """What is known beside a part of a schema."""
    return schema.known if isinstance(schema, Annotated) else {}

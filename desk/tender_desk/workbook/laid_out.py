"""Rows that stand ready on a sheet, so that nobody types what a program can give.

What they say alone is no entry: a code without a name, an act without a time. They are read as soon
as a person has typed anything else into them.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["a_code", "codes_from"]

_CODE = "id"


def a_code(letter: str) -> Callable[[Mapping[str, Any]], bool]:
    """Tells whether a row says nothing but a code that begins with `letter`, such as `p4`.

    >>> a_code("p")({"id": "p4"}), a_code("p")({"id": "p4", "name": "CV Maju"})
    (True, False)
    """
    code = re.compile(rf"{letter}[1-9][0-9]*")
    return lambda said: said.keys() == {_CODE} and bool(code.fullmatch(str(said[_CODE])))


def codes_from(letter: str, count: int) -> tuple[str, ...]:
    """The first codes of a letter.

    >>> codes_from("m", 3)
    ('m1', 'm2', 'm3')
    """
    return tuple(f"{letter}{number}" for number in range(1, count + 1))

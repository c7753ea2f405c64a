"""Rows that stand ready on a sheet, so that nobody types what a program can give.

What they say alone is no entry: a code without a name, an act without a time. They are read as soon
as a person has typed anything else into them.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["a_code", "an_act", "codes_from", "nothing", "only_a_code"]

_CODE = "id"
# The acts of every tender, and what stands ready of one.
_ACTS = (
    *("batas_pemasukan", "penutupan", "pembukaan_harga", "penetapan", "berita_acara"),
    *("pengumuman", "akhir_masa_sanggah"),
)
_OF_ACTS = frozenset({"type", "of", "by"})
_TALKS = {
    "klarifikasi": frozenset({"type", "participant", "stage"}),
    "negosiasi": frozenset({"type", "participant"}),
}


def a_code(letter: str) -> Callable[[Mapping[str, Any]], bool]:
    """Tells whether a row says nothing but a code that begins with `letter`, such as `p4`.

    Whoever pulls a code down may have written it large.

    >>> a_code("p")({"id": "p4"}), a_code("p")({"id": "p4", "name": "CV Maju"})
    (True, False)
    >>> a_code("p")({"id": "P4"}), a_code("p")({"id": "m4"})
    (True, False)
    """
    code = re.compile(rf"{letter}[1-9][0-9]*", re.IGNORECASE)
    return lambda said: said.keys() == {_CODE} and bool(code.fullmatch(str(said[_CODE])))


def only_a_code(said: Mapping[str, Any]) -> bool:
    """Whether a row says nothing but a code, whatever it is: of whom, another column says.

    >>> only_a_code({"id": "2.10"}), only_a_code({"id": "2.10", "profit_percent": "5"})
    (True, False)
    """
    return said.keys() == {_CODE}


def nothing(said: Mapping[str, Any]) -> bool:
    """Whether a row says nothing beside what it belongs to, such as a criterion's stage.

    >>> nothing({}), nothing({"id": "tek.alat"})
    (True, False)
    """
    return not said


def an_act(said: Mapping[str, Any]) -> bool:
    """Whether a row says nothing but which act it is, about what or whom, and by whom.

    >>> an_act({"type": "penutupan", "of": "penawaran"}), an_act({"type": "pembatalan"})
    (True, False)
    """
    if talks := _TALKS.get(str(said.get("type"))):
        return said.keys() == talks
    return said.get("type") in _ACTS and said.keys() <= _OF_ACTS


def codes_from(letter: str, count: int) -> tuple[str, ...]:
    """The first codes of a letter.

    >>> codes_from("m", 3)
    ('m1', 'm2', 'm3')
    """
    return tuple(f"{letter}{number}" for number in range(1, count + 1))

"""How a ground of failure is typed: by its id, in its words, or as papers print its passage."""

import re
from collections.abc import Iterable, Iterator

from tender_desk.workbook.kinds import Named
from tender_engine.declared import Declarations, Ground
from tender_engine.terms import Subject

__all__ = ["causes_named", "grounds_named"]

_BETWEEN = re.compile(r"\b(?:Pasal|ayat|huruf)\s*")


def grounds_named(declared: Declarations) -> Named:
    """The ground on which something is declared to have failed, of whatever it may be."""
    return _named(declared, declared.grounds.values())


def causes_named(declared: Declarations) -> Named:
    """The ground that an objection shows: a letter alone is of those on which the bids fail."""
    bids = (each for each in declared.grounds.values() if each.of is Subject.PEMILIHAN)
    return _named(declared, bids)


def _named(declared: Declarations, lettered: Iterable[Ground]) -> Named:
    """Known by a letter alone are the `lettered`, where one list has it and no other another."""
    forms = {name: [*_printed(ground)] for name, ground in declared.grounds.items()}
    for ground in lettered:
        forms[ground.id] += [form for x in ground.letters for form in (x, f"huruf {x}")]
    words = {name: ground.words.id for name, ground in declared.grounds.items()}
    return Named(words, groups=("ground", "ground.again"), printed=forms)


def _printed(ground: Ground) -> Iterator[str]:
    """`Pasal 51 ayat (2) huruf a`, with its instrument, its words, or short: `51(2)a`."""
    text, passage = ground.citations[0].instrument, ground.passage
    short = _BETWEEN.sub("", passage)
    yield from (passage, short, f"{text} {passage}", f"{passage} {text}")
    _, _, letter = passage.partition(" huruf ")
    yield from (f"{passage}: {ground.words.id}", f"huruf {letter}: {ground.words.id}")
    yield passage.replace("(", "").replace(")", "")

"""How the page on the regulation writes: marks, links, citations, proofs."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from docs.making.proofs import page_topics
from tender_engine.findings import Citation
from tender_engine.rulebook import Rulebook
from tender_rules.explaining import pages

__all__ = [
    "ROOMS",
    "anchor",
    "by_instrument",
    "by_number",
    "link",
    "marked",
    "module_link",
    "nested",
    "page_link",
    "proved",
    "rule_links",
    "topic_title",
]

_FIRST = ("Perpres", "Peraturan LKPP", "Perka LKPP", "SE Kepala LKPP", "Permen PUPR")
_LAST = ("praktik", "tanpa teks", "Setelan")
# The packages whose modules ask the law, each with its folder.
ROOMS = {"tender_desk": "../desk/tender_desk", "tender_rules": "../rules/tender_rules"}
_MANY = 6
# Tests of what is told come after those of what is decided.
_FACES = ("cli/", "desk/", "engine/formats/")


def anchor(heading: str) -> str:
    """The anchor that a code host gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def link(words: str, heading: str) -> str:
    """A link to a heading of the same page."""
    return f"[{words}](#{anchor(heading)})"


def rule_links(ids: Iterable[str]) -> str:
    """Rules, each a link to its own heading."""
    return ", ".join(link(f"`{name}`", name) for name in ids)


def module_link(module: str) -> str:
    """A module, named from its package on, linked to its file."""
    package, _, name = module.partition("/")
    return f"[{name}]({ROOMS[package]}/{name})"


def topic_title(topic: str) -> str:
    """The title of a page."""
    return pages()[topic].partition("\n")[0].removeprefix("# ")


def page_link(topic: str) -> str:
    """A topic's page, linked to its file."""
    return f"[pages/{topic}.md]({ROOMS['tender_rules']}/pages/{topic}.md)"


def by_number(text: str) -> list[tuple[int, str]]:
    """A key that puts Pasal 9 before Pasal 10."""
    parts = re.split(r"(\d+)", text.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def by_instrument(instrument: str) -> tuple[int, list[tuple[int, str]]]:
    """A key that puts first what a reader looks for first, and last what no text says."""
    for number, start in enumerate(_FIRST):
        if instrument.startswith(start):
            return number, by_number(instrument)
    for number, start in enumerate(_LAST, start=len(_FIRST) + 1):
        if instrument.startswith(start):
            return number, by_number(instrument)
    return len(_FIRST), by_number(instrument)


def said_since(found: list[tuple[dt.date, Citation]]) -> str:
    """Marks in words, each later one with its day and the number that the passage has then."""
    said = [f"`{found[0][1].source}`"]
    for (_, before), (day, cited) in pairwise(found):
        number = f"as {cited.article} " if cited.article != before.article else ""
        said.append(f"from {day} {number}`{cited.source}`")
    return ", ".join(said)


def marked(rulebook: Rulebook, citation: Citation, since: dt.date, until: dt.date | None) -> str:
    """How well a citation of something that holds from `since` on was read, in words."""
    known = rulebook.instruments.get(citation.instrument)
    first = max(known.since, since) if known else since
    said = said_since(rulebook.cited_since(citation, first, until))
    return f"{said}; the text is there from {first} on" if first > since else said


def proved(tests: Mapping[str, tuple[str, ...]], topics: Iterable[str]) -> str:
    """The tests that prove something, by file, the pages whose examples they run first."""
    shown = [f"example of {page_link(topic)}" for topic in topics if topic in page_topics()]
    ordered = sorted(tests, key=lambda file: (file.startswith(_FACES), -len(tests[file]), file))
    shown += [_counted(file, tests[file]) for file in ordered[:_MANY]]
    rest = len(ordered) - _MANY
    return "; ".join([*shown, *([f"and in {rest} more"] if rest > 0 else [])])


def _counted(file: str, tests: tuple[str, ...]) -> str:
    more = f" and {len(tests) - 1} more" if len(tests) > 1 else ""
    return f"[{file}](../tests/{file}) `{tests[0]}`{more}"


def nested(first: str, *lines: str) -> Iterator[str]:
    """An item of a list with its own list; empty lines are left out."""
    yield f"- {first}"
    yield from (f"  - {line}" for line in lines if line)

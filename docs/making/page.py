"""docs/regulation.md as one text: how to read it, and its four parts."""

from collections.abc import Iterable, Iterator
from typing import Any

from docs.making.provisions import articles, homes, instrument_section
from docs.making.rules import grounds_section, rules_section, topics
from docs.making.sources import sources
from docs.making.unread import unread_section
from docs.making.words import by_instrument, by_number, link, topic_title
from tender_engine.rulebook import Rulebook
from tender_rules.not_built import NotBuilt, not_built

__all__ = ["regulation"]

_VALUES = "Values, by instrument and article"
_RULES = "Rules, by topic"
_GROUNDS = "Grounds of failure"
_NOT_BUILT = "Read and not built"
_UNREAD = "Not read"

_INTRODUCTION = """\
# The regulation, provision by provision

Every value, rule and ground of failure in the rulebook, with the text it rests on, who uses it and
which tests prove it; at the end what was read of the law and is not built, and what was not read.
Legal terms, titles and notes are Indonesian, as in every record.

This page is made: `python docs/remake.py` writes it from the rulebook and from the text of the
tests, and a test holds it to that. Nothing here is written by hand.

**How well a text was read.** `text`: in its own words. `secondary`: where another text quotes it.
`unverified`: in no text; such a value needs a `konfirmasi_nilai` before a record is final.
`setting`: no law but a threshold of the house for what it is told; nothing rests on it, so it is
among the values of no evaluation and nobody confirms it. A mark
holds for a tender announced under the regime whose words were read. "`text`, from 2021-02-02
`secondary`" means: for a tender announced from that day on the article may have been amended, and
its amended words were not read.

**What may be changed.** A value is `closed`, or a local standard (overlay) and the document of the
tender may change it: `open` to any value or reading, `open downwards` or `open upwards` only to a
lower or a higher one. Of several readings one is the default; a document may choose another.

**Used by** names the rules that ask for a value, then the modules of law and desk that use
it beside them: a stage, a conclusion, an objection, a record. **Proved by** names the pages whose
worked example the tests run, then the tests that name the value, rule or ground, by file. Both are
found in the text of the code; where a rule and a value share one name, their tests cannot be told
apart.

Every regime begins on a day, and the announcement of a tender chooses it:
"""


def regulation(rulebook: Rulebook) -> str:
    """The whole page; the same bytes for the same rulebook and tests."""
    return "\n".join([*_lines(rulebook)]).rstrip("\n") + "\n"


def _lines(rulebook: Rulebook) -> Iterator[str]:
    found, instruments, by_topic = sources(rulebook), articles(rulebook), topics(rulebook)
    yield from _INTRODUCTION.splitlines()
    yield ""
    for regime in rulebook.regimes:
        notice = f" {regime.notice}" if regime.notice else ""
        yield f"- from {regime.since}: {regime.title} (`{regime.id}`).{notice}"
    yield from ("", "## Contents", "")
    yield from _contents(_VALUES, instruments)
    yield from _contents(_RULES, [topic_title(topic) for topic in by_topic])
    yield from (f"- {link(part, part)}" for part in (_GROUNDS, _NOT_BUILT, _UNREAD))
    yield ""
    yield from (f"## {_VALUES}", "")
    for instrument, passages in instruments.items():
        yield from instrument_section(found, instrument, passages, homes(instruments))
    yield from (f"## {_RULES}", "")
    for topic, rules in by_topic.items():
        yield from rules_section(found, topic, rules)
    yield from (
        f"## {_GROUNDS}",
        "",
        "No rule holds these; a procurement is concluded on them.",
        "",
    )
    yield from grounds_section(found)
    yield from (f"## {_NOT_BUILT}", "")
    yield from _not_built(not_built())
    yield from ("", f"## {_UNREAD}", "")
    yield from unread_section(rulebook)


def _contents(part: str, headings: Iterable[str]) -> Iterator[str]:
    yield f"- {link(part, part)}"
    yield from (f"  - {link(heading, heading)}" for heading in headings)


def _not_built(entries: tuple[NotBuilt, ...]) -> Iterator[str]:
    """What is not built, by instrument, and what happens in its place."""
    yield "What was read, in whatever source, and this program does not evaluate."
    yield from (
        "",
        "| Ketentuan | Instrumen | Pasal | Dibaca | Yang terjadi |",
        "|---|---|---|---|---|",
    )
    for entry in sorted(entries, key=lambda e: (by_instrument(e.instrument), by_number(e.article))):
        cells = (entry.name, entry.instrument, entry.article, f"`{entry.source}`", entry.why)
        yield f"| {' | '.join(cells)} |"


def _in_order(entry: NotBuilt) -> tuple[Any, Any]:
    return by_instrument(entry.instrument), by_number(entry.article)

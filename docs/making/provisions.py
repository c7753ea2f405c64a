"""The values of the law, and what rests on each article, by instrument and in its order."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from docs.making.sources import Sources
from docs.making.words import (
    by_instrument,
    by_number,
    link,
    marked,
    module_link,
    nested,
    proved,
    rule_links,
)
from tender_engine.findings import Citation, said
from tender_engine.law import Local, Provision
from tender_engine.renaming import Renamed
from tender_engine.rulebook import Rulebook
from tender_rules.explaining import topics_on
from tender_rules.uses import ends_on, entries_of, params_of

__all__ = ["Article", "articles", "homes", "instrument_section", "users_of"]

_OPEN = {
    Local.NO: "closed",
    Local.YES: "open",
    Local.OVERLAY: "open to a local standard",
    Local.ONLY_LOWER: "open downwards",
    Local.ONLY_HIGHER: "open upwards",
}


@frozen
class Article:
    """What rests on one passage: entries with who set them, rules and grounds with citations."""

    entries: list[tuple[str, Provision]] = field(factory=list)
    rules: list[tuple[str, Citation, dt.date]] = field(factory=list)
    grounds: list[tuple[str, Citation, dt.date]] = field(factory=list)


def articles(rulebook: Rulebook) -> Mapping[str, Mapping[str, Article]]:
    """By instrument and article, in the order of the page."""
    found: dict[tuple[str, str], Article] = {}

    def at(place: Provision | Citation) -> Article:
        return found.setdefault((place.instrument, place.article), Article())

    for param in sorted({provision.param for provision in rulebook.provisions}):
        for set_by, entry in entries_of(rulebook, param):
            at(entry).entries.append((set_by, entry))
    for rule in rulebook.rules:
        for citation in rule.cites:
            at(citation).rules.append((rule.id, citation, rule.since))
    first = min(regime.since for regime in rulebook.regimes)
    for name, ground in rulebook.grounds.items():
        for citation in ground.citations:
            at(citation).grounds.append((name, citation, first))
    ordered: dict[str, dict[str, Article]] = {}
    for instrument, article in sorted(
        found, key=lambda pair: (by_instrument(pair[0]), by_number(pair[1]))
    ):
        ordered.setdefault(instrument, {})[article] = found[instrument, article]
    return ordered


def homes(passages: Mapping[str, Mapping[str, Article]]) -> Mapping[str, Provision]:
    """For each value the entry that comes first on the page; it tells who uses and proves it."""
    found: dict[str, Provision] = {}
    for by_article in passages.values():
        for article in by_article.values():
            for _, entry in article.entries:
                found.setdefault(entry.param, entry)
    return found


def _in_order(place: tuple[str, str]) -> tuple[Any, Any]:
    return by_instrument(place[0]), by_number(place[1])


def instrument_section(
    found: Sources,
    instrument: str,
    passages: Mapping[str, Article],
    first: Mapping[str, Provision],
) -> Iterator[str]:
    """One instrument: its passages, each with its values and with what else cites it."""
    yield from (f"### {instrument}", "")
    yield from _changes(found.rulebook, instrument)
    for article, passage in passages.items():
        yield from (f"#### {article}", "")
        for set_by, entry in passage.entries:
            yield from _entry(found, set_by, entry, first[entry.param])
        yield from _cited(found.rulebook, "Rules", passage.rules)
        yield from _cited(found.rulebook, "Grounds", passage.grounds)
        yield ""


def _changes(rulebook: Rulebook, instrument: str) -> Iterator[str]:
    """What changed an instrument, how its passages are called since, and when it ended."""
    for text in rulebook.amendments:
        if text.amends == instrument:
            read = ", ".join(text.read) or "no article"
            yield f"- Amended by {text.instrument} from {text.since} on; read as amended: {read}."
            yield from ("", *_renamed(text.renamed), "")
    known = rulebook.instruments.get(instrument)
    if known is None:
        return
    if known.until:
        yield f"- No basis of a tender announced from {known.until} on. {known.why}"
    yield from ("", *_renamed(known.renamed), "")


def _renamed(rows: Iterable[Renamed]) -> Iterator[str]:
    """The table of what passages are called; nothing where there is none."""
    head = ["| read as | cited as | for | mark | read at |", "|---|---|---|---|---|"]
    body = [
        f"| {row.old} | {row.new or 'no annex'}{' and its parts' if row.parts else ''} | "
        f"{', '.join([*row.categories, row.procedure or '']).strip(', ') or 'all'} | "
        f"`{row.source}` | {row.read} |"
        for row in rows
    ]
    yield from head + body if body else []


def _entry(found: Sources, set_by: str, entry: Provision, first: Provision) -> Iterator[str]:
    end = ends_on(found.rulebook, set_by, entry)
    citation = Citation(entry.instrument, entry.article, entry.source)
    called = found.rulebook.parameters[entry.param].words
    yield from nested(
        f"**`{entry.param}` = `{said(entry.value)}`**{_variant(entry)}{_by(set_by)}, "
        f"from {entry.since}{f' until {end}' if end else ''}, {_OPEN[entry.local]}",
        " ".join(filter(None, (f"{called.id}.", entry.note))),
        f"Read: {marked(found.rulebook, citation, entry.since, end)} (looked at {entry.checked})",
        *(_life(found, entry.param) if entry is first else [_elsewhere(first)]),
    )


def _life(found: Sources, param: str) -> Iterator[str]:
    yield f"Used by: {users_of(found, param)}"
    yield f"Proved by: {proved(found.tests[param], topics_on(param))}"


def _elsewhere(first: Provision) -> str:
    place = f"{first.instrument} {first.article}"
    return f"Used and proved as told under {link(place, first.instrument)}"


def _variant(entry: Provision) -> str:
    if entry.variant is None:
        return ""
    return " (the default reading)" if entry.default else " (a reading that has to be chosen)"


def _by(set_by: str) -> str:
    return "" if set_by == "nasional" else f", overlay `{set_by}`"


def users_of(found: Sources, param: str) -> str:
    """The rules that ask for a value, and the modules that use it beside them."""
    rules = [rule.id for rule in found.rulebook.rules if param in params_of(rule)]
    modules = [module_link(name) for name in found.modules[param]]
    return "; ".join(part for part in (rule_links(rules), ", ".join(modules)) if part)


def _cited(
    rulebook: Rulebook, what: str, cites: list[tuple[str, Citation, dt.date]]
) -> Iterator[str]:
    """Who cites a passage, together where it was read equally well for them."""
    by_mark: dict[str, list[str]] = {}
    for name, citation, since in cites:
        mark = marked(rulebook, citation, since, None)
        by_mark.setdefault(mark, []).append(link(f"`{name}`", name))
    for mark, names in by_mark.items():
        yield f"- {what}: {', '.join(names)}. Read: {mark}"

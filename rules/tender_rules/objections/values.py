"""The law that a package chooses: its day, local standards, its own values; and the panel."""

from collections.abc import Iterator
from decimal import Decimal

from tender_engine.events import Confirmation
from tender_engine.faults import Fault, Path
from tender_engine.findings import Source, said
from tender_engine.formats.suggesting import suggest
from tender_engine.law import LawError, Local
from tender_engine.model import Package
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook, live, permitted
from tender_rules.bounds import bounds_of
from tender_rules.citations import article_for

__all__ = ["CHECKS"]


@needs("tender.announced_on", whole=("pokja.members",))
def panel_is_complete(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A Pokja has three members, or more as long as they are odd (Pasal 13 ayat (2) and (3))."""
    of_the_panel = rulebook.by_param.get("pokja.least_members", ())
    count = len(package.pokja.members)
    for least in live(of_the_panel, package.tender.announced_on):
        if count < Decimal(least.value) or count % 2 == 0:
            article = article_for(package, rulebook, least.article)
            params = {"count": str(count), "least": said(least.value), "article": article}
            yield Fault("ATR014", ("pokja", "members"), params)


@needs("tender.announced_on")
def regime_known(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The announcement date chooses the law; before the first that was read there is none."""
    day = package.tender.announced_on
    try:
        rulebook.regime_on(day)
    except LawError:
        first = min(regime.since for regime in rulebook.regimes)
        params = {"day": str(day), "first": str(first)}
        yield Fault("ATR004", ("tender", "announced_on"), params)


@needs("tender.announced_on", "tender.regulation.overlays")
def overlays_known(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A local standard must be one of the rulebook's and in force at the announcement.

    One without values has days off alone, which have their own dates.
    """
    regulation, day = package.tender.regulation, package.tender.announced_on
    named = (regulation.overlays or ()) if regulation else ()
    if not named:
        return
    in_force = {
        name for name, entries in rulebook.overlays.items() if live(entries, day) or not entries
    }
    for index, name in enumerate(named):
        if name not in in_force:
            known = ", ".join(sorted(in_force)) or "tidak ada"
            where: Path = ("tender", "regulation", "overlays", index)
            yield Fault("ATR005", where, {"found": name, "known": known})


_OPEN = {
    Local.NO: "tidak ada (none)",
    Local.YES: "setiap nilai (any)",
    Local.OVERLAY: "hanya dalam standar lokal (in a local standard only)",
    Local.ONLY_LOWER: "hanya yang lebih rendah (lower only)",
    Local.ONLY_HIGHER: "hanya yang lebih tinggi (higher only)",
}


def _no_such_value(where: Path, found: str, package: Package, rulebook: Rulebook) -> Fault:
    """There is no value of that name; the nearest that there is on the tender's day."""
    values = live(rulebook.provisions, package.tender.announced_on)
    known = {value.param for value in values if value.local is not Local.OVERLAY}
    return Fault("ATR006", where, {"found": found, "known": suggest(found, known)})


@needs("tender.announced_on", "tender.regulation.values")
def document_values_permitted(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The document may set only what the national text opens, and each value once."""
    regulation = package.tender.regulation
    seen: set[str] = set()
    for index, item in enumerate((regulation.values or ()) if regulation else ()):
        where: Path = ("tender", "regulation", "values", index)
        if item is None or item.param is None or item.value is None:
            continue  # the reader says why
        readings = rulebook.variants(item.param, package.tender.announced_on)
        if not readings:
            yield _no_such_value((*where, "param"), item.param, package, rulebook)
            continue
        if item.param in seen:
            yield Fault("ATR011", (*where, "param"), {"param": item.param})
        seen.add(item.param)
        variants = [reading.variant for reading in readings if reading.variant]
        known = ", ".join(variants) or _OPEN[readings[0].local]
        fits = item.value in variants if variants else permitted(readings[0], item.value)
        bounds = bounds_of(item.param, rulebook, package.tender.announced_on)
        if fits and bounds is not None and not bounds.hold(item.value):
            fits, known = False, bounds.said
        if not fits:
            params = {"param": item.param, "value": item.value, "known": known}
            yield Fault("ATR007", (*where, "value"), params)


@needs("tender.announced_on", "events")
def confirmations_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A konfirmasi_nilai speaks of a value of the law that exists, and a setting is none."""
    for index, event in enumerate(package.events):
        if not isinstance(event, Confirmation):
            continue
        where: Path = ("events", index, "param")
        readings = rulebook.variants(event.param, package.tender.announced_on)
        if not readings:
            yield _no_such_value(where, event.param, package, rulebook)
        elif readings[0].source is Source.SETTING:
            yield Fault("ATR039", where, {"param": event.param})


CHECKS = (
    panel_is_complete,
    regime_known,
    overlays_known,
    document_values_permitted,
    confirmations_fit,
)

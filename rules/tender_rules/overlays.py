"""A local standard laid over the national law: its values, settings, and days off."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from attrs import evolve

from tender_engine.law import LawError, Provision
from tender_engine.rulebook import Rulebook
from tender_rules.bounds import bounds_of
from tender_rules.days_off import read_local_days
from tender_rules.loading import LawFile, check_overlay, read_provisions
from tender_rules.overlay_error import OverlayError
from tender_rules.parameters import check_words

__all__ = ["with_overlay"]

_PARTS = {"param", "days"}
# So long may be what a tender calls a standard.
_LONGEST = 100


def with_overlay(rulebook: Rulebook, name: str, text: str) -> Rulebook:
    """`rulebook` with one local standard more, for tenders that name it in `regulation.overlays`.

    It keeps its manifest, which is over the national law; the digest has the standard in it.

    Args:
        rulebook: the law; nothing of it is changed.
        name: what tenders call the standard.
        text: TOML as the standards that ship are written: values and settings as they stand in the
            national files, and under `[days]` the days off of the region.

    Raises:
        OverlayError: it cannot be read, holds nothing or what is impossible, changes what the
            national law does not open, or there is a standard of that name; it has a code, and the
            message the place.
    """
    place = f"{name}.toml"
    _check_name(name, rulebook, place)
    file = LawFile(place, text)
    told = _read(file)
    with _refused("STD003", place):
        entries = read_provisions(file)
    with _refused("STD004", place):
        check_overlay(entries, rulebook.provisions)
        check_words(rulebook.parameters, entries, rulebook.vocabulary)
    for entry in entries:
        _check_value(entry, rulebook, place)
    days = {}
    if isinstance(told.get("days"), dict):
        with _refused("STD006", place, text):
            days[name] = read_local_days(told["days"], place)
    made = evolve(
        rulebook,
        overlays={**rulebook.overlays, name: entries},
        local_days={**rulebook.local_days, **days},
    )
    return made if rulebook.manifest is None else made.described_by(rulebook.manifest)


def _check_name(name: str, rulebook: Rulebook, place: str) -> None:
    """Refuse a name that no tender could name, or that is taken."""
    if name in rulebook.overlays:
        raise OverlayError("STD002", place, "there is a local standard of that name")
    if not name.strip() or name != name.strip() or len(name) > _LONGEST or not name.isprintable():
        raise OverlayError("STD002", place, "no tender can name it")


def _read(file: LawFile) -> Mapping[str, Any]:
    try:
        told = file.tables
    except tomllib.TOMLDecodeError as error:
        raise OverlayError("STD001", file.name, str(error), file.text) from None
    found = {part for part, inside in told.items() if isinstance(inside, dict)}
    if not found or told.keys() - _PARTS:
        unknown = ", ".join(sorted(told.keys() - _PARTS)) or "nothing"
        words = f"there is {unknown}, where [[param]] and [days] are expected"
        raise OverlayError("STD001", file.name, words)
    return told


@contextmanager
def _refused(code: str, place: str, text: str = "") -> Iterator[None]:
    """Give a `code` to what is refused inside, and its line in `text`."""
    try:
        yield
    except LawError as error:
        raise OverlayError(code, place, str(error), text) from error


def _check_value(entry: Provision, rulebook: Rulebook, place: str) -> None:
    """Refuse a number that its value cannot be, and a text that names nothing."""
    bounds = bounds_of(entry.param, rulebook, entry.since)
    value = format(entry.value, "f") if isinstance(entry.value, Decimal) else None
    if bounds is not None and (value is None or not bounds.hold(value)):
        told = f"{entry.place}: {entry.param}: {entry.value} is none of {bounds.said}"
        raise OverlayError("STD005", place, told)
    if not (entry.instrument.strip() and entry.article.strip()):
        told = f"{entry.place}: {entry.param}: instrument or article is empty"
        raise OverlayError("STD003", place, told)

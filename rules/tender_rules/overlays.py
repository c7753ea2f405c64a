"""A local standard laid over the national law: its values, settings, and days off."""

import tomllib
from decimal import Decimal

from attrs import evolve

from tender_engine.law import LawError
from tender_engine.rulebook import Rulebook
from tender_rules.days_off import read_local_days
from tender_rules.loading import check_overlay, read_provisions
from tender_rules.parameters import check_words

__all__ = ["with_overlay"]

_PARTS = {"param", "days"}


def with_overlay(rulebook: Rulebook, name: str, text: str) -> Rulebook:
    """`rulebook` with one local standard more, for tenders that name it in `regulation.overlays`.

    It keeps its manifest, which is over the national law; the digest has the standard in it.

    Args:
        rulebook: the law; nothing of it is changed.
        name: what tenders call the standard.
        text: TOML as the standards that ship are written: values and settings as they stand in the
            national files, and under `[days]` the days off of the region.

    Raises:
        LawError: it cannot be read, holds nothing, changes what the national law does not open, or
            there is a standard of that name; the message has the place.
    """
    place = f"{name}.toml"
    if name in rulebook.overlays:
        raise LawError(f"{place}: there is a local standard of that name")
    try:
        told = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{place}: {error}") from None
    found = {part for part, inside in told.items() if isinstance(inside, dict)}
    if not found or told.keys() - _PARTS:
        unknown = ", ".join(sorted(told.keys() - _PARTS)) or "nothing"
        raise LawError(f"{place}: there is {unknown}, where [[param]] and [days] are expected")
    entries = read_provisions(text, place)
    check_overlay(entries, rulebook.provisions)
    check_words(rulebook.parameters, entries, rulebook.vocabulary)
    days = {name: read_local_days(told["days"], place)} if "days" in found else {}
    made = evolve(
        rulebook,
        overlays={**rulebook.overlays, name: entries},
        local_days={**rulebook.local_days, **days},
    )
    return made if rulebook.manifest is None else made.described_by(rulebook.manifest)

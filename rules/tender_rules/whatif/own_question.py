"""One's own question: one place of the package, or one value of the law, with another value."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from tender_engine.faults import Fault, FaultTexts
from tender_engine.formats.canonical import package_dict
from tender_engine.formats.reader import Reading
from tender_engine.formats.values import from_values
from tender_engine.model import Package
from tender_engine.numbers import exact
from tender_engine.places import PlaceError, put_at
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Method, PropertiesOf, StageId
from tender_rules.procurement_kind import WEIGHED
from tender_rules.whatif.answer import Aside, Outcome
from tender_rules.whatif.changes import Changed, Given, Replay, with_reading, with_value
from tender_rules.whatif.set_aside import asides, given_of

__all__ = ["WHATIF_TEXTS", "Asked", "ask_whatif"]

WHATIF_TEXTS = FaultTexts(Path(__file__).with_name("whatif_faults.toml"))
# What tells of a price, in the words of a place: the last is a file that is sealed with it.
_OF_A_PRICE = re.compile(
    r"(price|price_commitment)(\.|\[|$)"
    r"|.*\.(kewajaran_harga|timpang)"
    rf"|file_metadata\[[^\]]* {PropertiesOf.PRICE}\]"
)


@frozen
class Asked:
    """The outcome as it was given and with one thing changed, or why that cannot be asked.

    `reading` is the package that was made, where its own faults are told.
    """

    before: Outcome
    set_aside: tuple[Aside, ...]
    after: Outcome | None = None
    faults: tuple[Fault, ...] = ()
    reading: Reading | None = None


def ask_whatif(package: Package, rulebook: Rulebook, place: str, value: str) -> Asked:
    """What the outcome is with `value` at `place`, read as the format reads it.

    A place is named as a comparison names it, `participants[p2].price.stated_total`, or is the name
    of a value of the law; of two weights that make a hundred the other moves. What `flips` sets
    aside is set aside here too, and a price that no stage opened cannot be asked about.

    Raises:
        PackageRefusedError: as `evaluate` does.
    """
    given, aside = given_of(package, rulebook)
    before, told = given.outcome, asides(aside)
    if place in rulebook.parameters:
        law, fault = _lawful(given, place, value)
        if law is None:
            return Asked(before, told, faults=(fault,) if fault else ())
        changed = Changed(given.package, law)
        return Asked(before, told, Replay().of(lambda: changed))
    sealed = _sealed(given, place)
    if sealed is not None:
        return Asked(before, told, faults=(sealed,))
    values = _copied(package_dict(given.package))
    try:
        put_at(values, place, value)
        _put_rest(values, package.tender.method, place, value)
    except PlaceError as error:
        code, known = ("WIF002" if error.several else "WIF001"), ", ".join(error.known[:_TOLD])
        fault = Fault(code, (), {"where": error.where, "known": known})
        return Asked(before, told, faults=(fault,))
    reading = from_values(values, rulebook)
    if reading.package is None:
        return Asked(before, told, faults=reading.faults, reading=reading)
    made = given.with_package(reading.package)
    return Asked(before, told, Replay().of(lambda: made), reading=reading)


def _put_rest(values: dict[str, Any], method: Method, place: str, value: str) -> None:
    """Let the other of two weights move, so that both make a hundred."""
    other = _COUNTERPARTS.get(place)
    if other and method in WEIGHED and re.fullmatch(r"\d+(\.\d+)?", value):
        with exact():
            put_at(values, other, f"{_WHOLE - Decimal(value):f}")


_WHOLE = Decimal(100)
_WEIGHTS = tuple(
    f"tender.requirements.{stage}.weight"
    for stage in (StageId.EVALUASI_TEKNIS, StageId.EVALUASI_HARGA)
)
_COUNTERPARTS = dict(zip(_WEIGHTS, reversed(_WEIGHTS), strict=True))
# So many of what is there are told.
_TOLD = 12


def _copied(values: Any) -> Any:
    """Plain values that may be changed: some are one object in many places."""
    if isinstance(values, dict):
        return {key: _copied(value) for key, value in cast("dict[str, Any]", values).items()}
    return [_copied(value) for value in values] if isinstance(values, list) else values


def _sealed(given: Given, place: str) -> Fault | None:
    """What is at fault with a place that tells of a price nobody opened."""
    for who in given.package.participants:
        if given.evaluation.price(who.id) is not None:
            continue
        about = f"participants[{who.id}]."
        if place.startswith(about) and _OF_A_PRICE.match(place.removeprefix(about)):
            return Fault("WIF003", (), {"where": place})
    return None


def _lawful(given: Given, param: str, value: str) -> tuple[Rulebook | None, Fault | None]:
    """The rulebook with another value or reading of `param`."""
    rulebook, day = given.rulebook, given.package.tender.announced_on
    readings = [p for p in rulebook.variants(param, day) if p.variant is not None]
    if readings:
        taken = next((p for p in readings if p.variant == value), None)
        known = ", ".join(str(p.variant) for p in readings)
        return _or_fault(
            None if taken is None else with_reading(rulebook, taken), param, value, known
        )
    terms = rulebook.parameters[param].terms
    if terms:
        law = with_value(rulebook, param, value) if value in terms else None
        return _or_fault(law, param, value, ", ".join(terms))
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    law = with_value(rulebook, param, number) if number.is_finite() else None
    return _or_fault(law, param, value, "")


def _or_fault(
    law: Rulebook | None, param: str, value: str, known: str
) -> tuple[Rulebook | None, Fault | None]:
    if law is not None:
        return law, None
    return None, Fault("WIF004", (), {"where": param, "value": value, "known": known})

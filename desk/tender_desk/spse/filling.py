"""What a package lacks and SPSE says, filled in. Nothing that is there is ever changed."""

import copy
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from tender_desk.spse.page_values import MARKS, Bidder, Mark, Meaning, SpseReading
from tender_desk.spse.whose_row import Doubt, Gathered, Known, gather, match, matches
from tender_engine.faults import Path
from tender_engine.numbers import plain
from tender_rules.similar.taxpayers import whole_npwp

__all__ = ["Filled", "NotFillableError", "fill_from_spse"]

_MOST_DECIMALS = 6
_PRICES = {Meaning.PENAWARAN: "stated_total", Meaning.TERKOREKSI: "corrected_total"}


class NotFillableError(ValueError):
    """What was given is no package, not even one begun."""


@frozen
class Filled:
    """A place of the package that was filled, or with `done` false one that people have to fill.

    `code` says what it is about, `who` names the bidder, where it is about one. No amount stands
    in it.
    """

    code: str
    path: Path
    who: str
    done: bool = True


def fill_from_spse(
    package_value: Mapping[str, Any], *readings: SpseReading
) -> tuple[dict[str, Any], tuple[Filled, ...]]:
    """A copy of `package_value` with what it lacks, and every place that was filled or is left.

    `package_value` are plain values of a `tender-package/1`, whole or begun. Amounts are written
    as texts in plain notation. Marks of SPSE become no judgement, and talks no event: people judge,
    and an event has a time, which SPSE's tables do not tell.

    Raises:
        NotFillableError: it has no list of participants with ids to fill.
    """
    value = copy.deepcopy(dict(package_value))
    if value.get("participants") is None:
        value["participants"] = []
    people = value["participants"]
    known = _known(people)
    told = list(_add_participants(people, known, readings))
    found = matches(readings, known)
    told += [
        Filled(f"doubt_{one.doubt}", (), one.row.name, done=False) for one in found if one.doubt
    ]
    rate = _general_rate(value)
    together = gather(found)
    for index, who in enumerate(people):
        if who["id"] in together:
            told += _fill(who, ("participants", index), together[who["id"]], rate)
    marks = {mark for said in together.values() for mark in said.marks.values()}
    if marks - {Mark.TANPA_TANDA}:
        told.append(Filled("marks", ("assessments",), "", done=False))
    return value, tuple(told)


def _known(people: Any) -> list[Known]:
    if not isinstance(people, list) or not all(
        isinstance(who, dict)
        and isinstance(who.get("id"), str)
        and isinstance(who.get("name"), str)
        for who in people
    ):
        raise NotFillableError("participants is no list of participants with id and name")
    return [
        Known(who["id"], who["name"], who["npwp"] if isinstance(who.get("npwp"), str) else None)
        for who in people
    ]


def _add_participants(
    people: list[dict[str, Any]], known: list[Known], readings: tuple[SpseReading, ...]
) -> Iterator[Filled]:
    """Add whom the package does not have under the next free ids; `known` grows with it."""
    number = 0
    for row in (row for reading in readings for row in reading.bidders):
        if match(row, known) is not Doubt.NONE:
            continue
        taken = {who.id for who in known}
        number = next(n for n in range(number + 1, len(taken) + number + 2) if f"p{n}" not in taken)
        made = {"id": f"p{number}", "name": row.name}
        if row.npwp and whole_npwp(row.npwp):
            made["npwp"] = row.npwp
        people.append(made)
        known.append(Known(made["id"], made["name"], made.get("npwp")))
        yield Filled("participant", ("participants", len(people) - 1), row.name)


def _fill(who: dict[str, Any], at: Path, said: Gathered, rate: Any) -> Iterator[Filled]:
    name = who["name"]
    written = next((row.npwp for row in _rows(said) if whole_npwp(row.npwp)), None)
    if written and not who.get("npwp"):
        who["npwp"] = written
        yield Filled("npwp", (*at, "npwp"), name)
    for meaning in sorted(said.contradicted):
        code = "contradicted_mark" if meaning in MARKS else "contradicted"
        yield Filled(code, at, name, done=False)
    yield from _fill_price(who, (*at, "price"), said, rate)
    handed_in = who.get("submitted")
    if said.amounts.get(Meaning.PENAWARAN) and not (
        isinstance(handed_in, Mapping) and handed_in.get("penawaran")
    ):
        yield Filled("submitted", (*at, "submitted", "penawaran"), name, done=False)
    if _talked(said):
        yield Filled("negotiation", ("events",), name, done=False)


def _rows(said: Gathered) -> Iterator[Bidder]:
    return (one.row for one in said.rows)


def _talked(said: Gathered) -> bool:
    """Whether talks brought another price than the one that SPSE corrected."""
    agreed = said.amounts.get(Meaning.NEGOSIASI)
    before = {said.amounts.get(m) for m in (Meaning.TERKOREKSI, Meaning.PENAWARAN)}
    return bool(agreed) and agreed not in before


def _fill_price(who: dict[str, Any], at: Path, said: Gathered, rate: Any) -> Iterator[Filled]:
    told = {key: said.amounts.get(meaning) for meaning, key in _PRICES.items()}
    price = who.get("price")
    for key, amount in told.items():
        if amount is None:
            continue
        if not _fits(amount):
            yield Filled("not_an_amount", (*at, key), who["name"], done=False)
        elif price is None and key == "stated_total":
            price = who["price"] = {"stated_total": plain(amount)}
            yield Filled(key, (*at, key), who["name"])
            if rate is None:
                yield Filled("vat_percent", (*at, "vat_percent"), who["name"], done=False)
            else:
                price["vat_percent"] = rate
                yield Filled("vat_percent_assumed", (*at, "vat_percent"), who["name"])
        elif not isinstance(price, dict):
            yield Filled("no_price", at, who["name"], done=False)
        elif price.get(key) is None:
            price[key] = plain(amount)
            if key == "corrected_total":
                price["corrected_by"] = "spse"
            yield Filled(key, (*at, key), who["name"])
        elif _number(price[key]) != amount:
            yield Filled("differs", (*at, key), who["name"], done=False)


def _fits(amount: Decimal) -> bool:
    """Whether the format takes it: more than nothing, and of few enough decimals."""
    exponent = amount.normalize().as_tuple().exponent
    return amount > 0 and isinstance(exponent, int) and exponent >= -_MOST_DECIMALS


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _general_rate(value: Mapping[str, Any]) -> Any:
    """The PPN rate of the estimate, as it is written there; `None` where none is."""
    tender = value.get("tender")
    hps = tender.get("hps") if isinstance(tender, Mapping) else None
    return hps.get("vat_percent") if isinstance(hps, Mapping) else None

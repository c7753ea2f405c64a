"""Reading the dated values of the law from TOML, each with the place where it stands."""

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import frozen

from tender_engine.findings import Source
from tender_engine.law import LawError, Local, Provision, Regime
from tender_engine.renaming import Amendment, Instrument, Renamed
from tender_engine.rulebook import live
from tender_engine.terms import Category, ProcedureName

__all__ = [
    "LawFile",
    "States",
    "check_overlay",
    "check_values",
    "days_file",
    "national_files",
    "overlay_files",
    "read_provisions",
    "read_states",
]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?").fullmatch
_FOLDER = Path(__file__).with_name("regulations")
_DAYS = "hari-libur.toml"
# What stands beside the values of the law, and is none.
_OTHERS = ("regimes.toml", _DAYS)
_KEYS = {
    "value",
    "instrument",
    "article",
    "since",
    "until",
    "source",
    "checked",
    "local",
    "variant",
    "default",
    "note",
}


def national_files() -> list["LawFile"]:
    """The files of the national law, in the order of their names."""
    files = [file for file in _FOLDER.iterdir() if file.name.endswith(".toml")]
    law = sorted((f for f in files if f.name not in _OTHERS), key=lambda file: file.name)
    return [LawFile(f"regulations/{file.name}", file.read_text("utf-8")) for file in law]


def days_file() -> Path:
    """The file of the national days off."""
    return _FOLDER / _DAYS


def overlay_files() -> Mapping[str, Path]:
    """The local standards, by name."""
    files = (_FOLDER / "overlays").iterdir()
    return {file.name.removesuffix(".toml"): file for file in sorted(files, key=lambda f: f.name)}


@frozen
class LawFile:
    """A file of the law: how places call it, and its text."""

    name: str
    text: str

    @cached_property
    def tables(self) -> Mapping[str, Any]:
        """What it says: `param` the values, `about` what they are called."""
        return tomllib.loads(self.text, parse_float=Decimal)

    def headed(self, opening: str, closing: str) -> list[tuple[str, str]]:
        """The names between `opening` and `closing` at the head of a line, each with its place."""
        found: list[tuple[str, str]] = []
        line, until = 1, 0
        heads = rf'^{re.escape(opening)}"([^"\n]*)"{re.escape(closing)}'
        for head in re.finditer(heads, self.text, re.MULTILINE):
            line += self.text.count("\n", until, head.start())
            until = head.start()
            found.append((head[1], f"{self.name}:{line}"))
        return found


@frozen
class States:
    """The states of the law, the texts that changed it, and texts with a day of their own."""

    version: str
    regimes: tuple[Regime, ...]
    amendments: tuple[Amendment, ...]
    instruments: Mapping[str, Instrument]


def read_states() -> States:
    """What `regimes.toml` says: the rulebook's version and the states of the law."""
    data = tomllib.loads((_FOLDER / "regimes.toml").read_text("utf-8"))
    amendments = (_with_passages(entry, data["pages"]) for entry in data["amendment"])
    instruments = (_with_passages(entry, data["pages"]) for entry in data["instrument"])
    return States(
        data["version"],
        tuple(Regime(**entry) for entry in data["regime"]),
        tuple(Amendment(**entry) for entry in amendments),
        {entry["name"]: Instrument(**entry) for entry in instruments},
    )


def _with_passages(entry: Mapping[str, Any], pages: Mapping[str, str]) -> dict[str, Any]:
    rows = tuple(_renamed(row, pages) for row in entry.get("passages", ()))
    others = {key: value for key, value in entry.items() if key not in ("passages", "for")}
    kinds = {"categories": tuple(map(Category, entry["for"]))} if "for" in entry else {}
    return {**others, **kinds, "renamed": rows}


def _renamed(row: Mapping[str, Any], pages: Mapping[str, str]) -> Renamed:
    return Renamed(
        old=row["old"],
        new=row.get("new", row["old"]),
        source=Source(row["source"]),
        read=pages[row["read"]],
        parts=row.get("parts", False),
        categories=tuple(map(Category, row.get("for", ()))),
        procedure=ProcedureName(row["procedure"]) if "procedure" in row else None,
    )


def read_provisions(file: LawFile) -> tuple[Provision, ...]:
    """Every provision of one file, in the order in which they stand.

    Raises:
        LawError: a key is unknown or missing, or a value stands twice; the message has the place.
    """
    params = file.tables.get("param", {})
    heads = [(param, place) for param, place in file.headed("[[param.", "]]") if param in params]
    known = Counter(param for param, _ in heads)
    for param, entries in params.items():
        if not isinstance(entries, list) or len(entries) != known[param]:
            raise LawError(f'{file.name}: {param}: a value stands under a [[param."..."]] header')
    left = {param: iter(entries) for param, entries in params.items()}
    made = [_provision(param, next(left[param]), place) for param, place in heads]
    _refuse_twins(made)
    return tuple(made)


def _provision(param: str, entry: Mapping[str, Any], place: str) -> Provision:
    unknown = entry.keys() - _KEYS
    missing = {
        "value",
        "instrument",
        "article",
        "since",
        "source",
        "checked",
        "local",
    } - entry.keys()
    if unknown or missing:
        raise LawError(f"{place}: {param}: unknown or missing keys {sorted(unknown | missing)}")
    value = entry["value"]
    if not isinstance(value, str):
        raise LawError(f"{place}: {param}: write the value as a text, not as {value!r}")
    for key in ("since", "until", "checked"):
        if key in entry and type(entry[key]) is not dt.date:
            raise LawError(f"{place}: {param}: {key} is no date such as 2026-11-30, without quotes")
    try:
        source, local = Source(entry["source"]), Local(entry["local"])
    except ValueError as error:
        raise LawError(f"{place}: {param}: {error}") from None
    return Provision(
        param=param,
        value=Decimal(value) if _NUMBER(value) else value,
        instrument=entry["instrument"],
        article=entry["article"],
        since=entry["since"],
        until=entry.get("until"),
        source=source,
        checked=entry["checked"],
        local=local,
        place=place,
        variant=entry.get("variant"),
        default=entry.get("default", True),
        note=entry.get("note", ""),
    )


def _refuse_twins(provisions: Iterable[Provision]) -> None:
    seen: dict[tuple[str, object, str | None], Provision] = {}
    for provision in provisions:
        key = (provision.param, provision.since, provision.variant)
        if key in seen:
            places = f"{seen[key].place}; {provision.place}"
            raise LawError(f"{provision.param}: 2 values from {provision.since}: {places}")
        seen[key] = provision


def check_values(provisions: tuple[Provision, ...]) -> None:
    """Hold the national values of all files to one answer a day.

    Raises:
        LawError: on some day a parameter has two values, or none between two texts or for want of
            a default, or it is a setting in one place and law in another; the message names both.
    """
    _refuse_twins(provisions)
    for provision in provisions:
        same = [p for p in provisions if p.param == provision.param]
        _refuse_other_kind(provision, same)
        for day in (provision.since, provision.until):
            if day is not None and not live(same, day):
                _refuse_hole(provision, same, day)


def _refuse_hole(provision: Provision, same: Iterable[Provision], day: dt.date) -> None:
    later = sorted((p for p in same if p.since > day), key=lambda p: p.since)
    if later or day == provision.since:
        places = "; ".join([provision.place, *(p.place for p in later[:1])])
        raise LawError(f"{provision.param}: no value in force on {day}: {places}")


def _refuse_other_kind(provision: Provision, same: Iterable[Provision]) -> None:
    """Refuse a setting in the place of a value of the law: that value would leave the record."""
    for other in same:
        if (provision.source is Source.SETTING) != (other.source is Source.SETTING):
            raise LawError(
                f"{provision.place}: {provision.param} is {provision.source} here and "
                f"{other.source} at {other.place}"
            )


def check_overlay(overlay: Iterable[Provision], national: tuple[Provision, ...]) -> None:
    """Hold a local standard to what the national text opens.

    Raises:
        LawError: it changes what it may not, or what does not exist, or makes law a setting; both
            places are named.
    """
    for local in overlay:
        same = [p for p in national if p.param == local.param]
        _refuse_other_kind(local, same)
        if not live(same, local.since):
            raise LawError(f"{local.place}: {local.param} has no national value on {local.since}")
        days = {local.since, *(p.since for p in same if p.since > local.since)}
        for day in sorted(day for day in days if local.holds_on(day)):
            _check_against(local, live(same, day)[0], [p for p in same if p.holds_on(day)])


def _check_against(local: Provision, base: Provision, readings: Iterable[Provision]) -> None:
    """Hold a local value to what the national one opens; of named readings it is another one."""
    named = [p.value for p in readings if p.variant is not None]
    if not base.local.allows(base, local.value) or (named and local.value not in named):
        raise LawError(
            f"{local.place}: {local.param}: {local.value} may not replace {base.value} "
            f"(local = {base.local}, {base.instrument} {base.article}, {base.place})"
        )

"""Reading the dated values of the law from TOML, each with the place where it stands."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from tender.findings import Source
from tender.law import Amendment, LawError, Local, Provision, Regime
from tender.rulebook import live

__all__ = ["check_overlay", "national_files", "overlay_files", "read_provisions", "read_regimes"]

_HEADER = re.compile(r"^\[\[param\.", re.MULTILINE)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?").fullmatch
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


def _folder() -> Traversable:
    return resources.files("tender_rules") / "regulations"


def national_files() -> list[Traversable]:
    """The files of the national law, in the order of their names."""
    files = [file for file in _folder().iterdir() if file.name.endswith(".toml")]
    return sorted((f for f in files if f.name != "regimes.toml"), key=lambda file: file.name)


def overlay_files() -> Mapping[str, Traversable]:
    """The local standards, by name."""
    files = (_folder() / "overlays").iterdir()
    return {file.name.removesuffix(".toml"): file for file in sorted(files, key=lambda f: f.name)}


def read_regimes() -> tuple[tuple[Regime, ...], tuple[Amendment, ...]]:
    """The states of the law and the texts that changed it."""
    data = tomllib.loads((_folder() / "regimes.toml").read_text("utf-8"))
    regimes = tuple(Regime(**entry) for entry in data["regime"])
    amendments = tuple(
        Amendment(a["instrument"], a["amends"], a["since"], tuple(a["read"]))
        for a in data["amendment"]
    )
    return regimes, amendments


def read_provisions(text: str, name: str) -> tuple[Provision, ...]:
    """Every provision of one TOML file; `name` is how its places are called.

    Raises:
        LawError: a key is unknown or missing, or a value stands twice; the message has the place.
    """
    lines = (text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text))
    params = tomllib.loads(text, parse_float=Decimal).get("param", {})
    in_order = sorted(
        ((param, entry) for param, entries in params.items() for entry in entries),
        key=lambda pair: _offset(text, pair, params),
    )
    made = [_provision(*pair, f"{name}:{line}") for pair, line in zip(in_order, lines, strict=True)]
    _refuse_twins(made)
    return tuple(made)


def _offset(text: str, pair: tuple[str, Any], params: Mapping[str, list[Any]]) -> int:
    param, entry = pair
    index = next(i for i, other in enumerate(params[param]) if other is entry)
    header = re.compile(rf'^\[\[param\."{re.escape(param)}"\]\]', re.MULTILINE)
    return [found.start() for found in header.finditer(text)][index]


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
    return Provision(
        param=param,
        value=Decimal(value) if _NUMBER(value) else value,
        instrument=entry["instrument"],
        article=entry["article"],
        since=entry["since"],
        until=entry.get("until"),
        source=Source(entry["source"]),
        checked=entry["checked"],
        local=Local(entry["local"]),
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


def check_overlay(overlay: Iterable[Provision], national: tuple[Provision, ...]) -> None:
    """Hold a local standard to what the national text opens.

    Raises:
        LawError: it changes what it may not, or what does not exist; both places are named.
    """
    for local in overlay:
        found = [p for p in live(national, local.since) if p.param == local.param]
        if not found:
            raise LawError(f"{local.place}: {local.param} has no national value on {local.since}")
        base = found[0]
        if not base.local.allows(base, local.value):
            raise LawError(
                f"{local.place}: {local.param}: {local.value} may not replace {base.value} "
                f"(local = {base.local}, {base.instrument} {base.article}, {base.place})"
            )

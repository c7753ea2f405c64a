"""A package from a release, as far as that goes: nothing is invented, and what is left is named."""

import copy
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from tender_desk.ocds.node import Node, collapsed, left
from tender_desk.ocds.opening import refusing, release_of
from tender_desk.ocds.people_taken import events_taken, participants
from tender_desk.ocds.tender_taken import tender_taken
from tender_engine.faults import Diagnostic, Fault, Faults, Path
from tender_engine.formats.fault_texts import PACKAGE_TEXTS, diagnose
from tender_engine.formats.package import FORMAT
from tender_engine.formats.positions import TextPlaces
from tender_engine.formats.reader import check_read, read_value
from tender_engine.rulebook import Rulebook

__all__ = ["OcdsTaken", "package_from_ocds"]

_MISSING = "PKT011"
# What is of the publication and not of the tender.
_OF_RELEASE = ("ocid", "id", "date", "tag", "initiationType", "language")


# Half a sign, which JSON can escape and no file of UTF-8 can hold.
_HALVES = re.compile("[\ud800-\udfff]")


@frozen
class OcdsTaken:
    """A package that a release fills.

    Attributes:
        text: the package as JSON, which may lack what a package needs.
        missing: what it lacks, by place, and how often.
        left: what of the release was not taken, likewise.
        diagnostics: what was taken and is not as a package has it.
    """

    text: str
    missing: Counter[str]
    left: Counter[str]
    diagnostics: tuple[Diagnostic, ...]


def package_from_ocds(
    data: bytes, name: str, rulebook: Rulebook, *, lang: str = "id", ocid: str | None = None
) -> OcdsTaken:
    """The package that the one release in a file fills; of several the one with that `ocid`.

    Raises:
        OcdsRefusedError: it is no OCDS 1.1, not one release, or says what OCDS does not.
    """
    value, path, text = release_of(data, name, lang, ocid)
    release = Node(value, path)
    made = {"format": FORMAT, "tender": tender_taken(release)} | _lists(release)
    for key in _OF_RELEASE:
        release[key].dismiss()
    if release.faults:
        raise refusing(text, name, lang)(*release.faults)
    rest = left(value, {place[len(path) :] for place in release.taken})
    written = _HALVES.sub(_escaped, json.dumps(made, ensure_ascii=False, indent=1)) + "\n"
    missing, told = _held_against(made, rulebook)
    places = TextPlaces(written)
    return OcdsTaken(written, missing, rest, diagnose(told, places, name, lang, PACKAGE_TEXTS))


def _held_against(
    made: dict[str, Any], rulebook: Rulebook
) -> tuple[Counter[str], tuple[Fault, ...]]:
    """What a package lacks, by place, and what else is wrong with it.

    What OCDS never says is counted here: of thousands of lines the reader would tell nothing else.
    """
    given, missing = copy.deepcopy(made), Counter[str]()
    for place, key, entries in _never_said(given):
        for one in entries:
            if key not in one:
                one[key] = "0"
                missing[f"{place}.{key}"] += 1
    faults = Faults()
    check_read(read_value(given, rulebook, faults), rulebook, faults)
    found = faults.found.whole()
    missing.update(collapsed(_key_of(one)) for one in found if one.code == _MISSING)
    return missing, tuple(one for one in found if one.code != _MISSING)


def _never_said(made: dict[str, Any]) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    yield "tender.hps.lines[]", "unit_price", made["tender"].get("hps", {}).get("lines", [])
    prices = [who["price"] for who in made.get("participants", []) if "price" in who]
    yield "participants[].price", "vat_percent", prices


def _lists(release: Node) -> dict[str, Any]:
    found = {"participants": participants(release), "events": [*events_taken(release)]}
    return {key: entries for key, entries in found.items() if entries}


def _key_of(fault: Fault) -> Path:
    """The place of the key itself that is missing."""
    key = fault.params["key"]
    return fault.path if fault.path[-1:] == (key,) else (*fault.path, key)


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"

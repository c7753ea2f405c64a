"""A package from a release, as far as that goes: nothing is invented, and what is left is named."""

import json
from collections import Counter
from typing import Any

from attrs import frozen

from tender_desk.ocds.node import Node, collapsed, left
from tender_desk.ocds.opening import refusing, release_of
from tender_desk.ocds.people_taken import events_taken, participants
from tender_desk.ocds.tender_taken import tender_taken
from tender_engine.faults import Diagnostic, Fault, Path
from tender_engine.formats.package import FORMAT
from tender_engine.formats.reader import read_text
from tender_engine.rulebook import Rulebook

__all__ = ["OcdsTaken", "package_from_ocds"]

_MISSING = "PKT011"
# What is of the publication and not of the tender.
_OF_RELEASE = ("ocid", "id", "date", "tag", "initiationType", "language")


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
    written = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    reading = read_text(written, name, rulebook)
    lacking = (fault for fault in reading.faults if fault.code == _MISSING)
    missing = Counter(collapsed(_key_of(fault)) for fault in lacking)
    told = tuple(one for one in reading.diagnose(lang=lang) if one.code != _MISSING)
    return OcdsTaken(written, missing, rest, told)


def _lists(release: Node) -> dict[str, Any]:
    found = {"participants": participants(release), "events": [*events_taken(release)]}
    return {key: entries for key, entries in found.items() if entries}


def _key_of(fault: Fault) -> Path:
    """The place of the key itself that is missing."""
    key = fault.params["key"]
    return fault.path if fault.path[-1:] == (key,) else (*fault.path, key)

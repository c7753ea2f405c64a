"""Codes that are others than at the last refresh, of entries that are called as they were.

Who changes a code wherever it stands has judged nothing anew, and is held to what was said of the
same bidder, criterion or member under the old one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from tender_desk.workbook.layouts.layout import WHO
from tender_desk.workbook.layouts.tables import CRITERIA, MEMBERS
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_desk.workbook.since_refresh.last_state import State, digest

__all__ = ["Renamed", "renamed_since"]

# The code of today by the digest of that of the last refresh, by the sheet of what it names.
Renamed: TypeAlias = Mapping[str, Mapping[str, str]]

_CODE = title_key("Kode")
_CALLED = {WHO[0]: "Nama peserta", MEMBERS.name: "Nama", CRITERIA.name: "Uraian"}


def renamed_since(state: State, value: Mapping[str, Any]) -> Renamed:
    """The codes that were changed of entries with one name, then and now.

    Args:
        state: what was typed at the last refresh.
        value: the plain values of the package as it is read now.
    """
    return {
        sheet: dict(_renamed(state, sheet, called, _entries(value, sheet)))
        for sheet, called in _CALLED.items()
        if sheet in state
    }


def _renamed(
    state: State, sheet: str, called: str, now: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The digest of each old code with the new one."""
    cells = (row.cells for row in state[sheet].rows)
    then = [(one.get(_CODE, ""), one.get(title_key(called), "")) for one in cells]
    today = [(digest(code), digest(name), code) for code, name in now]
    stayed = {code for code, _ in then} & {code for code, _, _ in today}
    gone = [(code, name) for code, name in then if code and name and code not in stayed]
    new = {name: code for other, name, code in today if other not in stayed}
    known = Counter(name for _, name in then), Counter(name for _, name, _ in today)
    for old, name in gone:
        if name in new and all(names[name] == 1 for names in known):
            yield old, new[name]


def _entries(value: Mapping[str, Any], sheet: str) -> Iterator[tuple[str, str]]:
    """The code of each entry of a sheet, and what it is called."""
    if sheet == WHO[0]:
        found = value.get("participants") or ()
    elif sheet == MEMBERS.name:
        found = (value.get("pokja") or {}).get("members") or ()
    else:
        asked = value["tender"]["requirements"].values()
        found = [one for stage in asked for one in stage.get("criteria", ())]
    for one in found:
        code, name = one.get("id"), one.get("title" if sheet == CRITERIA.name else "name")
        if isinstance(code, str) and isinstance(name, str):
            yield code, name

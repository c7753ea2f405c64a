"""The one release of a file: what may stand in it, and how it is found; everything else is told."""

from collections.abc import Callable, Mapping
from typing import Any

from tender_desk.ocds.faults import OCDS_TEXTS
from tender_engine.faults import Diagnostic, Fault
from tender_engine.faults import Path as KeyPath
from tender_engine.formats.fault_texts import diagnose
from tender_engine.formats.positions import TextPlaces
from tender_engine.formats.source import DEEPEST, parse

__all__ = ["LARGEST", "OcdsRefusedError", "Refused", "refusing", "release_of"]

LARGEST = 32 * 1024 * 1024
_MEBIBYTES = str(LARGEST // 1024**2)
_VERSION, _BOM = "1.1", "\ufeff"
# What the reader of packages calls what is wrong with any text of JSON.
_OF_JSON = {"PKT004": "OCD012", "PKT005": "OCD013"}
_SHOWN = 40

Refused = Callable[..., "OcdsRefusedError"]


class OcdsRefusedError(ValueError):
    """A file of which nothing can be used, and why, in words."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__(diagnostics[0].code)


def refusing(text: str, name: str, lang: str) -> Callable[..., OcdsRefusedError]:
    """What makes the error of a fault, at its place in the text."""
    places = TextPlaces(text)

    def refused(*faults: Fault) -> OcdsRefusedError:
        return OcdsRefusedError(diagnose(faults, places, name, lang, OCDS_TEXTS))

    return refused


def release_of(
    data: bytes, name: str, lang: str, ocid: str | None
) -> tuple[Mapping[str, Any], KeyPath, str]:
    """The release that a file holds, where it stands in it, and the text of the file.

    Args:
        data: what the file holds.
        name: how it is shown.
        lang: in which language what is wrong is told.
        ocid: which one, where there are several.

    Raises:
        OcdsRefusedError: it is none, or not one.
    """
    if len(data) > LARGEST:
        raise refusing("", name, lang)(Fault("OCD010", (), {"limit": _MEBIBYTES}, at=0))
    try:
        text = data.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(_BOM)
        fault = Fault("OCD011", (), {"byte": f"0x{data[error.start]:02X}"}, at=len(before))
        raise refusing(before, name, lang)(fault) from error
    refused = refusing(text, name, lang)
    syntax = parse(text)
    if syntax.faults:
        (fault,) = syntax.faults
        raise refused(Fault(_OF_JSON[fault.code], (), {"deepest": str(DEEPEST)}, at=fault.at))
    if syntax.repeated:
        raise refused(*(Fault("OCD021", path, {}) for path in syntax.repeated))
    found, path = _release(syntax.value, refused, ocid)
    if _depth(found) > DEEPEST:
        raise refused(Fault("OCD013", path, {"deepest": str(DEEPEST)}))
    return found, path, text


def _release(value: Any, refused: Refused, ocid: str | None) -> tuple[Mapping[str, Any], KeyPath]:
    if not isinstance(value, dict):
        raise refused(Fault("OCD014", (), {}, at=0))
    if "records" in value or "compiledRelease" in value:
        raise refused(Fault("OCD017", (), {}, at=0))
    version = value.get("version", _VERSION if "ocid" in value else "1.0")
    if "releases" not in value and "ocid" not in value:
        raise refused(Fault("OCD014", (), {}, at=0))
    if type(version) is not str or version != _VERSION:
        shown = str(version)[:_SHOWN] if isinstance(version, str) else "?"
        raise refused(Fault("OCD015", ("version",), {"found": shown}))
    if "releases" not in value:
        return _plain(value, (), refused), ()
    given = value["releases"]
    releases = given if isinstance(given, list) else []
    found = [
        (index, one)
        for index, one in enumerate(releases)
        if isinstance(one, dict) and (ocid is None or one.get("ocid") == ocid)
    ]
    if not found:
        code = "OCD014" if ocid is None else "OCD018"
        raise refused(Fault(code, ("releases",), {"ocid": ocid or ""}))
    if len(found) > 1:
        names = dict.fromkeys(str(one.get("ocid"))[:_SHOWN] for _, one in found)
        raise refused(_several(list(names)))
    index, one = found[0]
    return _plain(one, ("releases", index), refused), ("releases", index)


def _several(names: list[str]) -> Fault:
    """Releases of several tenders, of which one can be named; or of one, which are its history."""
    params = {"count": str(len(names)), "known": ", ".join(names[:5])}
    return Fault("OCD016" if len(names) > 1 else "OCD019", ("releases",), params)


def _plain(release: dict[str, Any], path: KeyPath, refused: Refused) -> dict[str, Any]:
    tags = release.get("tag")
    if isinstance(tags, list) and "compiled" in tags:
        raise refused(Fault("OCD017", (*path, "tag"), {}))
    if not isinstance(release.get("ocid"), str) or not isinstance(release.get("tender"), dict):
        raise refused(Fault("OCD014", path, {}))
    return release


def _depth(value: Any) -> int:
    """How deep it is nested, without going deeper than the interpreter may."""
    deep, layer = 0, [value]
    while layer:
        deep += 1
        layer = [
            inner
            for part in layer
            if isinstance(part, dict | list)
            for inner in (part.values() if isinstance(part, dict) else part)
        ]
    return deep

"""Local standards that do not ship: `NAME.toml` beside the package that names it.

Where it is named and lies there it is laid over the national law for that package alone, and the
digest of the law is another one. Whoever replays what was recorded needs the same file.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tender_cli.messages import language, say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_desk.any_file import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic
    from tender_engine.model import Package
    from tender_engine.rulebook import Rulebook

__all__ = [
    "RefusedStandardError",
    "law_of",
    "law_of_log",
    "law_of_package",
    "law_under",
    "standards_of",
    "tell_standards",
]

_ENDING = ".toml"
# So many bytes of one are more than any standard has.
_LARGEST = 1_000_000
# The packages of a log stand in a folder of their own beside it.
_OF_LOG = "paket"
_MADE: "dict[str | None, Rulebook]" = {}


class RefusedStandardError(Exception):
    """A standard beside a package that cannot be used; `diagnostic` says why."""

    def __init__(self, diagnostic: "Diagnostic") -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


def law_of(reading: "FileReading", folder: Path | None) -> "Rulebook":
    """The law for a package that lies in `folder`, if it lies anywhere.

    Raises:
        RefusedStandardError: a standard that it names is there and cannot be used.
    """
    return law_of_package(reading.draft, folder)


def law_of_package(package: "Package | None", folder: Path | None) -> "Rulebook":
    """The same for a package, or what could be read of one.

    Raises:
        RefusedStandardError: a standard that it names is there and cannot be used.
    """
    regulation = getattr(getattr(package, "tender", None), "regulation", None)
    named = getattr(regulation, "overlays", None) or ()
    return _laid(_found(filter(None, named), [folder] if folder else []))


def law_of_log(folder: Path) -> "Rulebook":
    """The law for what the log in `folder` has recorded; standards lie there or one folder up.

    Raises:
        RefusedStandardError: a standard that a package names is there and cannot be used.
    """
    named = dict.fromkeys(name for text in _packages(folder) for name in _named(text))
    law = _laid(_found(named, [folder, folder.resolve().parent]))
    for name in named:
        if name not in law.overlays:
            tell(say("standard.missing", name=name, folder=folder))
    return law


def law_under(evaluation: "Evaluation") -> "Rulebook":
    """The law that an evaluation was made under here."""
    from tender_rules import national

    return _MADE.get(evaluation.basis.digest) or national()


def standards_of(evaluation: "Evaluation") -> list[tuple[str, Path | None]]:
    """The standards that an evaluation was made under, each with its file if it does not ship."""
    places = _PLACES.get(evaluation.basis.digest, {})
    return [(name, places.get(name)) for name in evaluation.law.overlays]


def tell_standards(law: "Rulebook") -> None:
    """Tell which standards beside the package are laid over the national law."""
    for name, path in _PLACES.get(law.digest, {}).items():
        tell(say("standard.used", name=name, path=path, digest=law.digest))


# By the digest of a law: where each of its standards that do not ship was read.
_PLACES: dict[str | None, Mapping[str, Path]] = {}


def _packages(folder: Path) -> Iterator[str]:
    for place in sorted((folder / _OF_LOG).glob("*.json")):
        try:
            yield place.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # told where the log is verified


def _named(text: str) -> list[str]:
    """The standards that a recorded package names; what is no package names none."""
    import json

    try:
        value: Any = json.loads(text)
    except ValueError:
        return []
    for key in ("tender", "regulation", "overlays"):
        value = value.get(key) if isinstance(value, dict) else None
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _found(named: Iterable[str], folders: list[Path]) -> "tuple[tuple[str, Path, bytes], ...]":
    """Those of the named standards that do not ship and lie in one of the folders."""
    from tender_rules import national

    found = []
    for name in named:
        plain = Path(name).name == name and not {"\\", ":"} & {*name} and not name.startswith(".")
        if name in national().overlays or not plain:
            continue
        for folder in folders:
            place = folder / f"{name}{_ENDING}"
            if place.is_file():
                with place.open("rb") as file:
                    found.append((name, place, file.read(_LARGEST + 1)))
                break
    return tuple(found)


@lru_cache(maxsize=64)
def _laid(standards: "tuple[tuple[str, Path, bytes], ...]") -> "Rulebook":
    from tender_rules import OverlayError, national, with_overlay

    law = national()
    for name, place, data in standards:
        try:
            law = with_overlay(law, name, _text(data, f"{name}{_ENDING}"))
        except OverlayError as error:
            raise RefusedStandardError(_told(error, place)) from error
    _MADE[law.digest] = law
    _PLACES[law.digest] = {name: place for name, place, _ in standards}
    return law


def _text(data: bytes, place: str) -> str:
    from tender_rules import OverlayError

    if len(data) > _LARGEST:
        raise OverlayError("STD001", place, f"there are more than {_LARGEST} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OverlayError("STD001", place, str(error)) from None


def _told(error: Any, place: Path) -> "Diagnostic":
    from tender_engine.faults import Diagnostic
    from tender_rules import OVERLAY_TEXTS

    words = OVERLAY_TEXTS[error.code]
    told = error.told if language() == "en" else error.told_id
    message = words.message(language()).format(told=told)
    return Diagnostic(error.code, str(place), error.line, 1, "", message, words.hint(language()))

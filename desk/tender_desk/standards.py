"""Local standards that do not ship: `NAME.toml` beside the package that names it.

Where it is named and lies there it is laid over the national law for that package alone, and the
digest of the law is another one. Whoever replays what was recorded needs the same file.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tender_desk.dossiers import Folder
from tender_engine.faults import Diagnostic
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.overlay_error import OVERLAY_TEXTS, OverlayError
from tender_rules.overlays import with_overlay

__all__ = ["RefusedStandardError", "law_for", "law_naming", "made_here", "places_of"]

_ENDING = ".toml"
# So many bytes of one are more than any standard has.
_LARGEST = 1_000_000
# What was laid over which law, by the digest of that and what was read; so many are kept.
_LAID: dict[tuple[str | None, tuple[tuple[str, str, bytes], ...]], Rulebook] = {}
_KEPT = 64
_MADE: dict[str | None, Rulebook] = {}
# By the digest of a law: where each of its standards that do not ship was read.
_PLACES: dict[str | None, Mapping[str, str]] = {}


class RefusedStandardError(Exception):
    """A standard beside a package that cannot be used; `diagnostic` says why."""

    def __init__(self, error: OverlayError, place: str) -> None:
        self._error, self._place = error, place
        super().__init__(str(error))

    def diagnostic(self, lang: str) -> Diagnostic:
        """What is wrong, with its place in the standard."""
        error, words = self._error, OVERLAY_TEXTS[self._error.code]
        told = error.told if lang == "en" else error.told_id
        message = words.message(lang).format(told=told)
        return Diagnostic(error.code, self._place, error.line, 1, "", message, words.hint(lang))


def law_for(law: Rulebook, package: Package | None, folder: Folder | None) -> Rulebook:
    """`law` with the standards that a package names, or what could be read of one.

    Args:
        law: what they are laid over.
        package: what names them.
        folder: where it lies, if it lies anywhere.

    Raises:
        RefusedStandardError: a standard that it names is there and cannot be used.
    """
    regulation = getattr(getattr(package, "tender", None), "regulation", None)
    named = getattr(regulation, "overlays", None) or ()
    return law_naming(law, filter(None, named), [folder] if folder else [])


def law_naming(law: Rulebook, named: Iterable[str], folders: Sequence[Folder]) -> Rulebook:
    """`law` with those of the standards called so that do not ship and lie in one of the folders.

    Raises:
        RefusedStandardError: one is there and cannot be used.
    """
    return _laid(law, _found(law, named, folders))


def made_here(digest: str | None) -> Rulebook | None:
    """The law of that digest, if it was made of a standard here."""
    return _MADE.get(digest)


def places_of(digest: str | None) -> Mapping[str, str]:
    """Where each standard of the law of that digest was read, but for those that ship."""
    return _PLACES.get(digest, {})


def _found(
    law: Rulebook, named: Iterable[str], folders: Sequence[Folder]
) -> tuple[tuple[str, str, bytes], ...]:
    found = []
    for name in named:
        plain = Path(name).name == name and not {"\\", ":"} & {*name} and not name.startswith(".")
        if name in law.overlays or not plain:
            continue
        for folder in folders:
            place = folder / f"{name}{_ENDING}"
            if place.is_file():
                with place.open("rb") as file:
                    found.append((name, str(place), file.read(_LARGEST + 1)))
                break
    return tuple(found)


def _laid(law: Rulebook, standards: tuple[tuple[str, str, bytes], ...]) -> Rulebook:
    if not standards:
        return law
    key = law.digest, standards
    if key in _LAID:
        return _LAID[key]
    for name, place, data in standards:
        try:
            law = with_overlay(law, name, _text(data, f"{name}{_ENDING}"))
        except OverlayError as error:
            raise RefusedStandardError(error, place) from error
    if len(_LAID) >= _KEPT:
        for known in (_LAID, _MADE, _PLACES):
            known.clear()
    _LAID[key] = _MADE[law.digest] = law
    _PLACES[law.digest] = {name: place for name, place, _ in standards}
    return law


def _text(data: bytes, place: str) -> str:
    if len(data) > _LARGEST:
        raise OverlayError("STD001", place, f"there are more than {_LARGEST} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OverlayError("STD001", place, str(error)) from None

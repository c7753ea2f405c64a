"""Which tenders somebody names: a package, a folder of one, or a folder of many."""

from pathlib import Path

from tender_cli.file_errors import UnusableError
from tender_cli.inputs import STDIN
from tender_cli.messages import say

__all__ = ["called", "each_named", "tenders_named"]


def tenders_named(path: str, unread: list[OSError]) -> list[Path]:
    """What may be a tender: what is named, unless it is a folder of folders.

    Folders that cannot be read are added to `unread`.

    Raises:
        UnusableError: no tender lies there.
    """
    from tender_desk.dossiers import tenders_in

    if path == STDIN or not Path(path).is_dir():
        return [Path(path)]
    places = list(tenders_in(Path(path), unread.append))
    if not places and not unread:
        raise UnusableError(say("status.none", folder=path))
    return places


def each_named(paths: tuple[str, ...], unread: list[OSError]) -> dict[Path, str]:
    """Every tender that these name once, and what it is called, in the order in which they do.

    Folders that cannot be read are added to `unread`.

    Raises:
        UnusableError: at one of them no tender lies.
    """
    places: dict[Path, str] = {}
    seen: set[Path] = set()
    for path in paths:
        for place in tenders_named(path, unread):
            if place.resolve() not in seen:
                seen.add(place.resolve())
                places[place] = called(place, path) if len(paths) == 1 else str(place)
    return places


def called(place: Path, folder: str) -> str:
    """How a tender is called among those of `folder`, which may be the tender itself."""
    if place == Path(folder):
        return folder
    return str(place.relative_to(folder)) if place.is_relative_to(folder) else str(place)

"""Local standards that do not ship, as commands use them: told on stderr, over the national law."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tender_cli.messages import say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.model import Package
    from tender_engine.rulebook import Rulebook

__all__ = [
    "law_of_log",
    "law_of_package",
    "law_under",
    "standards_of",
    "tell_standards",
]

# The packages of a log stand in a folder of their own beside it.
_OF_LOG = "paket"


def law_of_package(package: "Package | None", folder: Path | None) -> "Rulebook":
    """The law for a package, or what could be read of one, that lies in `folder` if anywhere.

    Raises:
        RefusedStandardError: a standard that it names is there and cannot be used.
    """
    from tender_desk.standards import law_for
    from tender_rules import national

    return law_for(national(), package, folder)


def law_of_log(folder: Path) -> "Rulebook":
    """The law for what the log in `folder` has recorded; standards lie there or one folder up.

    Raises:
        RefusedStandardError: a standard that a package names is there and cannot be used.
    """
    from tender_desk.standards import law_naming
    from tender_rules import national

    named = dict.fromkeys(name for text in _packages(folder) for name in _named(text))
    law = law_naming(national(), named, [folder, folder.resolve().parent])
    for name in named:
        if name not in law.overlays:
            tell(say("standard.missing", name=name, folder=folder))
    return law


def law_under(evaluation: "Evaluation") -> "Rulebook":
    """The law that an evaluation was made under here."""
    from tender_desk.standards import made_here
    from tender_rules import national

    return made_here(evaluation.basis.digest) or national()


def standards_of(evaluation: "Evaluation") -> list[tuple[str, str | None]]:
    """The standards that an evaluation was made under, each with its file if it does not ship."""
    from tender_desk.standards import places_of

    places = places_of(evaluation.basis.digest)
    return [(name, places.get(name)) for name in evaluation.law.overlays]


def tell_standards(law: "Rulebook") -> None:
    """Tell which standards beside the package are laid over the national law."""
    from tender_desk.standards import places_of

    for name, path in places_of(law.digest).items():
        tell(say("standard.used", name=name, path=path, digest=law.digest))


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

"""Writes anew what is made in docs/: `python docs/remake.py`, or with `days` or `pictures`.

Without a word the manifest of the rulebook, from the source of the law; docs/regulation.md, from
the rulebook and the tests; and in docs/panduan-pokja.md the root that it verifies against, from the
sample that it follows. With `days` the days off of the rulebook, from the package `holidays` and
docs/making/decrees.toml. With `pictures` the pictures of the guides, from the samples;
that needs LibreOffice, Poppler and Chromium.
"""

import re
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [*(str(_ROOT / room) for room in ("tender", "rules", "desk")), str(_ROOT)]

from docs.making.days import days_text  # noqa: E402
from docs.making.page import regulation  # noqa: E402
from tender_desk.any_file import read_path  # noqa: E402
from tender_engine.engine import evaluate  # noqa: E402
from tender_engine.formats.evaluation_schema import schema_text as evaluation_schema_text  # noqa: E402
from tender_engine.formats.schema import schema_text as package_schema_text  # noqa: E402
from tender_engine.manifest import Manifest  # noqa: E402
from tender_engine.rulebook import Rulebook  # noqa: E402
from tender_engine.trail import root  # noqa: E402
from tender_rules.manifest import manifest_of  # noqa: E402
from tender_rules.rulebook import assembled  # noqa: E402

__all__ = ["DAYS", "MANIFEST", "PAGE", "main", "manifest_now"]

MANIFEST = _ROOT / "rules" / "tender_rules" / "manifest.json"
PAGE = _ROOT / "docs" / "regulation.md"
DAYS = MANIFEST.parent / "regulations" / "hari-libur.toml"
_GUIDE = _ROOT / "docs" / "panduan-pokja.md"
_FOLLOWED = _ROOT / "samples" / "jalan-kabupaten" / "paket.json"
_ROOT_OF_TRAIL = re.compile(r"sha256:[0-9a-f]{64}")


def main(words: list[str]) -> str | None:
    """Make what `words` ask for; what went wrong, if anything did."""
    if not words:
        manifest = manifest_now()
        _write(MANIFEST, manifest.text())
        rulebook = assembled().described_by(manifest)
        _write(PAGE, regulation(rulebook))
        _write_schemas(rulebook)
        _anchor_guide(rulebook)
        return None
    if words == ["days"]:
        _write(DAYS, days_text())
        return None
    if words != ["pictures"]:
        return "usage: python docs/remake.py [days | pictures]"
    # Drawing needs openpyxl and more, which docs/regulation.md does not.
    from docs.making.pictures import draw
    from docs.making.programs import MissingProgramError

    try:
        draw()
    except MissingProgramError as error:
        return str(error)
    return None


def manifest_now() -> Manifest:
    """The manifest of the law as it stands; a version that has passed keeps its digest in it."""
    rulebook = assembled()
    if not MANIFEST.exists():
        return manifest_of(rulebook)
    before = Manifest.read(MANIFEST.read_text("utf-8"))
    if before.version == rulebook.version:
        return manifest_of(rulebook, before.released)
    digest = rulebook.described_by(before).digest
    return manifest_of(rulebook, {**before.released, str(digest): before.version})


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_schemas(rulebook: Rulebook) -> None:
    """Put the schemas of both formats into the law, whose checks that of a package has."""
    schemas = {
        "package-1": package_schema_text(rulebook),
        "package-1-strict": package_schema_text(rulebook, strict=True),
        "evaluation-1": evaluation_schema_text(rulebook),
    }
    for name, text in schemas.items():
        _write(MANIFEST.parent / f"tender-{name}.schema.json", text)


def _anchor_guide(rulebook: Rulebook) -> None:
    """Put the root that the signed record of the sample prints where the guide types it."""
    package = read_path(_FOLLOWED, rulebook).package
    if package is None:
        raise ValueError(f"{_FOLLOWED}: the package is refused; see tender check")
    guide = _GUIDE.read_text("utf-8")
    before, *_ = _ROOT_OF_TRAIL.findall(guide)  # the first is typed rightly, another is not
    _write(_GUIDE, guide.replace(before, root(evaluate(package, rulebook))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

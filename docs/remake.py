"""Writes anew what is made in docs/: `python docs/remake.py`, and `python docs/remake.py pictures`.

Without a word docs/regulation.md, from the rulebook and the tests, and in docs/panduan-pokja.md the
root that it verifies against, from the sample that it follows. With `pictures` the pictures of
docs/panduan-pokja.md, from the samples; that needs LibreOffice, Poppler and Chromium.
"""

import re
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [str(_ROOT), str(_ROOT / "rules")]

from docs.making.page import regulation  # noqa: E402
from tender_rules import national  # noqa: E402

__all__ = ["PAGE", "main"]

PAGE = _ROOT / "docs" / "regulation.md"
_GUIDE = _ROOT / "docs" / "panduan-pokja.md"
_SIGNED = _ROOT / "samples" / "jalan-kabupaten" / "bahp.md"
_ROOT_OF_TRAIL = re.compile(r"sha256:[0-9a-f]{64}")


def main(words: list[str]) -> str | None:
    """Make what `words` ask for; what went wrong, if anything did."""
    if not words:
        PAGE.write_text(regulation(national()), encoding="utf-8", newline="\n")
        _anchor_guide()
        return None
    if words != ["pictures"]:
        return "usage: python docs/remake.py [pictures]"
    # Drawing needs openpyxl and more, which docs/regulation.md does not.
    from docs.making.pictures import draw
    from docs.making.programs import MissingProgramError

    try:
        draw()
    except MissingProgramError as error:
        return str(error)
    return None


def _anchor_guide() -> None:
    """Put the root that the signed record of the sample prints where the guide types it."""
    (root,) = set(_ROOT_OF_TRAIL.findall(_SIGNED.read_text("utf-8")))
    guide = _GUIDE.read_text("utf-8")
    before, *_ = _ROOT_OF_TRAIL.findall(guide)  # the first is typed rightly, another is not
    _GUIDE.write_text(guide.replace(before, root), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

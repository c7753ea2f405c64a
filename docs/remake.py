"""Writes docs/regulation.md anew from the rulebook and the tests: `python docs/remake.py`."""

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [str(_ROOT), str(_ROOT / "rules")]

from docs.making.page import regulation  # noqa: E402
from tender_rules import national  # noqa: E402

PAGE = _ROOT / "docs" / "regulation.md"


if __name__ == "__main__":
    PAGE.write_text(regulation(national()), encoding="utf-8", newline="\n")

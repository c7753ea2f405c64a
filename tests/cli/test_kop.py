"""`tender bahp --kop`: a letterhead that is not used is told with its part and what to do."""

import re
from pathlib import Path

import pytest

from tests.cli.screens import Package, Run

FAULTS = Path(__file__).parent.parent / "faults" / "19-malformed-letterheads"


@pytest.mark.parametrize("file", sorted(FAULTS.glob("*.docx")), ids=lambda path: path.stem)
def test_a_letterhead_that_was_damaged_is_told(
    run: Run, package: Package, tmp_path: Path, file: Path
) -> None:
    """A code, the file and the part, and what to do; never an error of this program."""
    target = tmp_path / "bahp.docx"
    result = run("bahp", package(), "--format", "docx", "--kop", file, "--output", target)

    assert (result.exit_code, target.exists()) == (1, False)
    assert re.search(r"\.docx:1:1: KOP01[0-9] .*(word/|header)\S+ ", result.stderr)
    assert "petunjuk: " in result.stderr


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """A file of a gigabyte, none of it on the disk."""
    with (tmp_path / "besar.docx").open("wb") as file:
        file.write(b"PK")
        file.truncate(1 << 30)
    result = run("bahp", package(), "--format", "docx", "--kop", tmp_path / "besar.docx")

    assert result.exit_code == 1
    assert ": KOP007 " in result.stderr

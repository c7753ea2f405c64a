"""The page about the trail: its script verifies a log without this program."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.logs import (
    cut,
    doubled,
    flipped,
    lines_of,
    recorded,
    removed,
    rewritten,
    runs_of,
    saved_again,
    small,
    swapped,
)

PAGE = Path(__file__).parents[2] / "docs" / "trail.md"
MISSING = [tool for tool in ("bash", "jq", "sha256sum") if shutil.which(tool) is None]
needs_tools = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def script():
    (text,) = re.findall(r"```bash\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return text


@pytest.fixture
def run(tmp_path):
    """Runs the page's script over some bytes: its exit code and what it says."""
    (tmp_path / "periksa.sh").write_text(script(), encoding="utf-8")

    def checked(content, *paper):
        (tmp_path / "jejak.jsonl").write_bytes(content)
        done = subprocess.run(
            ["bash", "periksa.sh", "jejak.jsonl", *paper],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout.strip()

    return checked


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """Two runs, each of its first decisions only: the script starts a program for every line."""
    content = recorded(tmp_path_factory.mktemp("log"), small(), small("1150000000"))
    runs = [(run, decisions[:3]) for run, decisions in runs_of(content)]
    return rewritten(runs)


def test_the_script_is_short():
    """Fifteen lines that a person can read and type, none too long for a page."""
    assert len(script().splitlines()) <= 15
    assert max(map(len, script().splitlines())) <= 100


@needs_tools
def test_a_sound_log_is_ok(run, good):
    """With the root from the paper it names the run; without it says what was checked."""
    roots = [json.loads(line)["root"] for line in lines_of(good) if b'"kind":"root"' in line]

    assert run(good) == (0, "OK, 2 runs, only the chain")
    for no, root in enumerate(roots, 1):
        assert run(good, root) == (0, f"OK, 2 runs, run {no} has the root from the paper")


@needs_tools
def test_the_wrong_paper_is_found(run, good):
    """A cut between runs leaves a sound chain: only the paper tells."""
    lines = lines_of(good)
    root = json.loads(lines[-1])["root"]
    first = b"".join(lines[: len(lines) // 2])

    assert run(first)[0] == 0
    assert run(first, root)[0] == 1
    assert run(good, "sha256:" + "0" * 64)[0] == 1


@needs_tools
def test_what_was_tampered_with_is_found(run, good):
    """Lines removed, doubled and swapped, bits flipped, ends cut, saved again, NUL put in."""
    root = json.loads(lines_of(good)[-1])["root"]
    changed = [
        *(content for _, content in removed(good)),
        *(content for tamper in (doubled, swapped) for _, content in [*tamper(good)][::6]),
        *(content for _, content in flipped(good, step=4001)),
        *(content for _, content in cut(good, step=5003)),
        *(content for _, content in saved_again(good)),
        good[:-1],
        good[:100] + b"\0" + good[100:],
        b"\n" + good,
        good + b"\n",
        good + b"{}\n",
        good.replace(b'"no":2,"root"', b'"no":3,"root"'),
    ]
    missed = [content for content in changed if run(content, root)[0] == 0]

    assert missed == []


@needs_tools
def test_the_line_is_named(run, good):
    """The line that does not fit what stands above it."""
    lines = lines_of(good)
    lines[2] = lines[2].replace(b"nasional", b"setempat")

    assert run(b"".join(lines)) == (1, "jejak.jsonl:4: does not fit the line above")

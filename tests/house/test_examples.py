"""The examples of `tender serve` run as a stranger runs them; types are those of the schemas."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tender_engine.trail import root
from tests.samples.dossiers import SAMPLES, evaluation

EXAMPLES = SAMPLES.parent / "examples"
DETERMINED, WAITING = "jalan-kabupaten", "drainase-setengah-dinilai"
# By hand from the READMEs of both samples, but for the root.
SAID = (
    (DETERMINED, "ditetapkan", "p2", ()),
    (
        WAITING,
        "menunggu",
        "no result yet",
        (
            "evaluasi_kualifikasi: fakta",
            "evaluasi_teknis: penilaian",
            "evaluasi_teknis: penilaian",
            "evaluasi_harga: penilaian",
        ),
    ),
)
TENDER = {**os.environ, "TENDER": f"{sys.executable} -m tender_cli"}


def ran(*words: object, at: Path) -> subprocess.CompletedProcess[str]:
    """A program of an example, which finds `tender` where this Python has it."""
    command = [str(word) for word in words]
    return subprocess.run(command, cwd=at, env=TENDER, capture_output=True, text=True, check=False)


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    """Two samples, and one with a slip in an amount."""
    wrong = tmp_path / "salah.json"
    text = (SAMPLES / DETERMINED / "paket.json").read_text("utf-8")
    wrong.write_text(text.replace('"pagu": "', '"pagu": "Rp', 1), "utf-8")
    return [SAMPLES / DETERMINED / "paket.json", SAMPLES / WAITING / "paket.json", wrong]


def expected(packages: list[Path]) -> Iterator[str]:
    """What an example tells of them."""
    for path, (name, state, result, missing) in zip(packages, SAID, strict=False):
        yield f"{path}: {state}, {result}, {root(evaluation(name))}"
        yield from (f"  {item}" for item in missing)
    yield f"{packages[-1]}: SRV012: Paket ini ditolak karena kesalahan di dalamnya: 1"


def test_the_python_example_asks_for_packages(packages: list[Path]) -> None:
    """And tells where a package is wrong."""
    done = ran(sys.executable, EXAMPLES / "python" / "ask.py", *packages, at=packages[-1].parent)
    *lines, fault = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert lines == [*expected(packages)]
    assert " PKT013 " in fault


def test_who_has_no_tender_on_the_path_is_told_how_to_name_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A line, and no traceback."""
    monkeypatch.setitem(TENDER, "TENDER", "tidak-ada")
    done = ran(sys.executable, EXAMPLES / "python" / "ask.py", "paket.json", at=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "tidak-ada is not on the path: TENDER=env/bin/tender names it\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The TypeScript example with what it needs, in a folder of its own."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program} on this machine")
    folder = tmp_path_factory.mktemp("typescript") / "example"
    shutil.copytree(EXAMPLES / "typescript", folder, ignore=shutil.ignore_patterns("node_modules"))
    npm = ("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts")
    if (done := ran(*npm, at=folder)).returncode:
        pytest.skip(f"npm could not install what the example needs: {done.stderr[-300:]}")
    return folder


def test_the_types_are_those_of_the_schemas(project: Path) -> None:
    """`npm run types` in the folder of the example makes them anew."""
    done = ran("node", "make-types.mjs", "made", at=project)
    assert done.returncode == 0, done.stderr
    made = {file.name: file.read_text("utf-8") for file in (project / "made").iterdir()}
    kept = (EXAMPLES / "typescript" / "types").iterdir()

    assert {file.name: file.read_text("utf-8") for file in kept} == made
    assert "export type Event =" in made["tender.d.ts"]


def test_the_typescript_example_fits_its_types_and_asks(
    project: Path, packages: list[Path]
) -> None:
    """A number in the place of an amount, or a key that is none, does not compile."""
    tsc = project / "node_modules" / "typescript" / "bin" / "tsc"
    built = ran("node", tsc, at=project)
    assert (built.returncode, built.stdout) == (0, "")
    done = ran("node", "build/main.js", *packages, at=project)
    *lines, fault = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert lines == [*expected(packages)]
    assert " PKT013 " in fault

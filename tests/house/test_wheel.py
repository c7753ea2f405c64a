"""The wheel, installed alone outside of the repository: what is in it, and that it runs there."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Collection, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from tender_cli.main import COMMANDS
from tender_engine import __version__

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "jalan-kabupaten"
ROOMS = {"tender_engine", "tender_rules", "tender_desk", "tender_cli"}
NAME = re.compile(r"[A-Za-z0-9_.-]+")
# Each command on what `tender init contoh` and those before it write, and its exit code. SPSE's
# table is of the sample.
CALLS = (
    ("init buku --workbook", 0),
    ("evaluate contoh --record contoh/jejak", 0),
    ("export ocds jalan --publisher LPSE --ocid-prefix ocds-213czf --output rilis.json", 0),
    ("check contoh", 0),
    ("status contoh", 0),
    ("evaluate contoh", 0),
    ("bahp contoh --internal --output bahp.docx", 0),
    ("bahp contoh --internal --output bahp.pdf", 0),
    ("reasons contoh", 0),
    ("report contoh --output laporan.html", 0),
    ("worksheet contoh --output buku.xlsx", 0),
    ("check buku", 1),
    ("explain contoh p2", 0),
    ("explain price.ceiling", 0),
    ("similar contoh", 0),
    ("whatif contoh", 0),
    ("batch contoh jalan --summary", 0),
    ("compare contoh contoh", 0),
    ("ulang tender jalan/paket.json lagi --announced 2023-12-01 --reason gagal", 0),
    ("import spse jalan/paket.json jalan/spse-hasil.html", 0),
    ("import ocds rilis.json", 0),
    ("workflow contoh", 0),
    ("rules price.ceiling_share", 0),
    ("verify contoh/jejak", 0),
    ("serve --stdio --timeout 60", 0),
)
# Calls each command that it is given in one process, and says on stderr how it ended.
IN_ONE = """
import sys
from tender_cli.main import main
for words in sys.argv[1:]:
    code = 0
    try:
        main(words.split())
    except SystemExit as ended:
        code = ended.code or 0
    print(words, "ended", code, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    words = ("-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT))
    built = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.skip(f"no wheel can be built here: {built.stderr.strip()[-200:]}")
    return next(folder.glob("*.whl"))


def needed(asking: Distribution, extras: Collection[str] = ()) -> Iterator[Distribution]:
    """What a distribution asks for, with what that asks for; of its extras those that are named.

    What is only for other systems or other Pythons is left out.
    """
    for told in asking.requires or ():
        asked, _, condition = told.partition(";")
        extra = re.search(r"extra\s*==\s*['\"]([\w-]+)", condition)
        if extra[1] in extras if extra else not condition:
            found = distribution(NAME.findall(asked)[0])
            yield found
            yield from needed(found)


@pytest.fixture(scope="module")
def alone(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and with what it asks for and nothing else.

    What it asks for is lent by this one, file by file: no index is asked.
    """
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder / "env")}))
    pip = ("-m", "pip", "--python", str(folder / "env"), "install", "-q", "--no-deps", "--no-index")
    subprocess.run([sys.executable, *pip, str(wheel)], check=True, capture_output=True)
    asking = Distribution.at(next(site.glob("*.dist-info")))
    for given in needed(asking, ("pdf", "testing")):
        for top in {file.parts[0] for file in given.files or () if file.parts[0] != ".."}:
            if top != "__pycache__" and not (site / top).exists():
                (site / top).symlink_to(Path(str(given.locate_file(top))))
    return folder


def run(alone: Path, *words: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A program of the environment, which knows nothing of this one."""
    return subprocess.run(
        [str(alone / "env" / "bin" / "python"), "-W", "error", *words],
        cwd=at or alone,
        stdin=subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", ""), "HOME": str(alone)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_it_holds_the_four_packages_with_their_data(wheel: Path) -> None:
    """And nothing of a general name."""
    names = zipfile.ZipFile(wheel).namelist()

    assert wheel.name.startswith(f"tender_engine-{__version__}-")
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == ROOMS
    assert {f"{room}/py.typed" for room in ROOMS} <= {*names}
    # Whatever of the packages is in the repository is in the wheel.
    kept = {
        path.relative_to(ROOT / room).as_posix()
        for room in ("tender", "rules", "desk", "cli")
        for path in (ROOT / room).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert kept == {name for name in names if ".dist-info/" not in name}


def test_no_package_is_called_tender(alone: Path) -> None:
    """Every procurement system has an app of that name."""
    found = run(alone, "-c", "import tender")

    assert found.returncode == 1
    assert "ModuleNotFoundError: No module named 'tender'" in found.stderr


def test_every_command_runs(alone: Path) -> None:
    """From an empty folder on; PDF with the extra that it needs.

    The first is a program of its own, as all are; the others are called one after the other in one.
    """
    shutil.copytree(SAMPLE, alone / "jalan")
    tender = str(alone / "env" / "bin" / "tender")
    assert run(alone, tender, "init", "contoh").returncode == 0
    found = run(alone, "-c", IN_ONE, *(words for words, _ in CALLS))

    assert found.returncode == 0, found.stderr
    assert "Traceback" not in found.stderr
    assert {words.split()[0] for words, _ in CALLS} == {*COMMANDS}
    ended = [tuple(line.rsplit(" ended ", 1)) for line in found.stderr.splitlines()]
    ended = [pair for pair in ended if len(pair) == 2]
    assert ended == [(words, str(code)) for words, code in CALLS], found.stderr


def test_the_guide_for_embedding_runs(alone: Path, tmp_path: Path) -> None:
    """Every piece of it, one after the other, on what `tender init contoh` wrote."""
    guide = (ROOT / "docs" / "embedding.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert blocks
    code = "\n".join(blocks)
    assert run(alone, "-m", "tender_cli", "init", "contoh", at=tmp_path).returncode == 0
    done = run(alone, "-c", code, at=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("dihitung pemenang p2\n")
    assert {path.name for path in tmp_path.iterdir()} == {
        "contoh",
        "jejak",
        "bahp.docx",
        "bahp.pdf",
        "laporan.html",
        "paket.xlsx",
    }

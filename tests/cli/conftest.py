"""The command line as a test runs it, and the example package to run it on."""

import json
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tender_cli.main import main
from tender_engine import model
from tender_engine.formats.canonical import canonical_package
from tests.cli.screens import Change, Package, Run, Written


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `tender` in this process; what is not caught is raised.

    What it says is looked for whole: `test_piped.py` sees where lines are broken.
    """
    monkeypatch.setattr("tender_cli.output.PIPED", 100_000)
    for name in ("TENDER_LANG", "TENDER_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: object, given: str | bytes | None = None, **env: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], input=given, env=env)

    return run


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """Write the example package, after `change`, to a folder of its own."""

    def write(change: Change = dict.copy) -> Path:
        text = (resources.files("tender_cli") / "example" / "paket.json").read_text("utf-8")
        content = json.loads(text)
        change(content)
        folder = tmp_path / "paket-contoh"
        folder.mkdir(exist_ok=True)
        (folder / "paket.json").write_text(json.dumps(content, indent=1), "utf-8")
        return folder

    return write


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a package that a test has built to a file."""

    def write(package: model.Package) -> Path:
        file = tmp_path / "dibuat.json"
        file.write_text(canonical_package(package), "utf-8")
        return file

    return write

"""`tender init`: an example that is valid, explained, and never written over anything."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.screens import Run


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Path:
    """A fresh example."""
    folder = tmp_path / "baru" / "contoh"
    assert run("init", folder).exit_code == 0
    return folder


def test_the_example_is_valid(run: Run, made: Path) -> None:
    """As `tender check` says."""
    assert run("check", made).exit_code == 0


def test_the_example_is_all_judged_and_has_a_winner(run: Run, made: Path) -> None:
    """Nothing is awaited; every winner's price is the product of its lines, by fractions."""
    told = json.loads(run("evaluate", made, "--json").stdout)
    package = json.loads((made / "paket.json").read_text("utf-8"))
    volumes = {line["id"]: line["quantity"] for line in package["tender"]["hps"]["lines"]}

    assert (told["state"], told["result"], told["awaiting"]) == ("dihitung", "pemenang", [])
    for who, price in zip(package["participants"], told["prices"], strict=True):
        net = sum(
            Fraction(volumes[line["id"]]) * Fraction(line["unit_price"])
            for line in who["price"]["lines"]
        )
        assert Fraction(price["corrected_total"]) == net * Fraction(111, 100)


def test_the_page_tells_the_figures_of_the_example(run: Run, made: Path) -> None:
    """The table worked by hand and the evaluation agree."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    told = json.loads(run("evaluate", made, "--json").stdout)
    rows = dict(re.findall(r"^\| (p\d) \|[^|]*\| ([\d.]+) \|", page, re.MULTILINE))

    assert {who: Decimal(total.replace(".", "")) for who, total in rows.items()} == {
        price["participant"]: Decimal(price["corrected_total"]) for price in told["prices"]
    }
    assert f"calon pemenang {told['winner']}" in page


def test_the_act_that_the_page_proposes_fits(run: Run, made: Path) -> None:
    """Put into the package as the page says, it makes the result `ditetapkan`."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    act = json.loads(page.partition("```json")[2].partition("```")[0])
    file = made / "paket.json"
    package = json.loads(file.read_text("utf-8"))
    package["events"].append(act)
    file.write_text(json.dumps(package), "utf-8")

    assert json.loads(run("evaluate", made, "--json").stdout)["state"] == "ditetapkan"


def test_every_command_that_the_page_names_works(
    run: Run, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run from the folder, in the order of the page."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    monkeypatch.chdir(made)
    commands = re.findall(r"^\| `tender ([^`]+)`", page, re.MULTILINE)

    assert len(commands) == 7
    for command in commands:
        assert run(*command.split()).exit_code == 0, command


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    """A folder that holds anything is left as it is."""
    own = tmp_path / "catatan.txt"
    own.write_text("milik sendiri", "utf-8")
    result = run("init", tmp_path)

    assert result.exit_code == 2
    assert "tidak ada yang diubah" in result.stderr
    assert list(tmp_path.iterdir()) == [own]


def test_a_second_time_changes_nothing(run: Run, made: Path) -> None:
    """What the Pokja wrote in the meantime stays."""
    (made / "paket.json").write_text("{}", "utf-8")

    assert run("init", made).exit_code == 2
    assert (made / "paket.json").read_text("utf-8") == "{}"


def test_an_empty_folder_is_taken(run: Run, tmp_path: Path) -> None:
    """It holds nothing that could be lost."""
    assert run("init", tmp_path).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["BACA-SAYA.md", "paket.json"]


def test_a_file_in_the_place_of_the_folder(run: Run, tmp_path: Path) -> None:
    """Exit 2, and the file is as it was."""
    file = tmp_path / "x"
    file.write_text("isi", "utf-8")

    assert run("init", file).exit_code == 2
    assert run("init", file / "dalam").exit_code == 2
    assert file.read_text("utf-8") == "isi"


def test_json_names_what_was_made(run: Run, tmp_path: Path) -> None:
    """One object; where nothing was made, what stands in the way."""
    made = run("init", tmp_path / "contoh", "--json")
    refused = run("init", tmp_path / "contoh", "--json")

    assert made.exit_code == 0
    assert json.loads(made.stdout) == {"created": ["paket.json", "BACA-SAYA.md"]}
    assert refused.exit_code == 2
    assert "tidak ada yang diubah" in json.loads(refused.stdout)["error"]
    assert "tidak ada yang diubah" in refused.stderr

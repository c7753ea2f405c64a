"""What lies beside a package reaches its worker, whether that sees the folder or not."""

import pytest

from tender_desk.batch import beside as module
from tender_desk.batch.beside import Sent
from tender_engine.events import Announcement
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Regulation
from tender_engine.terms import Subject
from tests.builders import package
from tests.desk.batch.packages import codes, rows, said
from tests.desk.workbook.attaching import folder_with, schedule
from tests.rules.periods.test_objecting import on
from tests.rules.test_overlays import DAYS, HOURS

ROWS = ((1, "Mobilisasi", "LS", 1, 58000000, "=D5*E5"),)


@pytest.fixture
def standard(tmp_path):
    """A tender that names the standard `rumah`, which lies beside it."""
    told = Announcement(on("2023-07-13"), Subject.PEMILIHAN)
    given = package(events=[told], regulation=Regulation(overlays=("rumah",)))
    (tmp_path / "paket.json").write_text(canonical_package(given), "utf-8")
    (tmp_path / "rumah.toml").write_text(HOURS + DAYS, "utf-8")
    return tmp_path


def test_a_standard_beside_the_package_is_its_law(standard):
    """The hours of the region, as where the command is; without the file it is refused."""
    (near,), (far,) = rows(standard), rows(standard, near=False)
    ends = {one["id"]: one["until"] for one in said(far)["result"]["calendar"]}

    assert near.line == far.line
    assert ends["masa_sanggah"] == "2023-07-20T15:30:00+07:00"

    (standard / "rumah.toml").write_text("x", "utf-8")
    (near,), (far,) = rows(standard), rows(standard, near=False)
    assert near.line == far.line
    assert codes(far) == ["STD001"]
    assert said(far)["diagnostics"][0]["file"] == str(standard / "rumah.toml")

    (standard / "rumah.toml").unlink()
    (near,), (far,) = rows(standard), rows(standard, near=False)
    assert near.line == far.line
    assert codes(far) == ["ATR005"]


def test_a_schedule_beside_a_workbook_is_read(tmp_path):
    """And so is that it is not there."""
    folder = folder_with(tmp_path, "p1", {"Berkas daftar harga": "harga.xlsx"}, schedule(ROWS))
    (near,), (far,) = rows(folder), rows(folder, near=False)

    assert near.line == far.line
    assert "XLS045" not in codes(far)

    (folder / "harga.xlsx").unlink()
    (far,) = rows(folder, near=False)
    assert "XLS045" in codes(far)


def test_too_much_beside_a_package_is_a_row(standard, monkeypatch):
    monkeypatch.setattr(module, "MOST", 10)
    (row,) = rows(standard, near=False)

    assert codes(row) == ["BCH016"]


def test_a_folder_that_was_sent_knows_what_was_looked_for():
    sent = Sent("a/b", {"x": b"1", "y": None})

    assert (sent / "x").open("rb").read() == b"1"
    assert [(sent / name).is_file() for name in ("x", "y", "z")] == [True, False, False]
    for name in ("y", "z"):
        with pytest.raises(FileNotFoundError):
            (sent / name).open("rb")
    assert (str(sent / "x"), [*sent.wanted]) == ("a/b/x", ["z"])

"""The walk over folders: what is a tender, in which order, and what is none."""

import os

import pytest

from tender_desk.dossiers import tenders_in


def found(folder, unread=None):
    """The tenders under `folder` by their paths; of what cannot be read `unread` gets the error."""
    told = [] if unread is None else unread
    return [path.relative_to(folder).as_posix() for path in tenders_in(folder, told.append)]


def laid(folder, *files):
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}", "utf-8")


def test_tenders_come_in_the_natural_order_of_names(tmp_path):
    laid(tmp_path, "p10/paket.json", "p9/b/paket.xlsx", "p9/a2/paket.json", "p9/a10/paket.json")
    laid(tmp_path, "P1/paket.json")

    assert found(tmp_path) == ["P1", "p9/a2", "p9/a10", "p9/b", "p10"]


def test_a_tender_is_not_gone_into(tmp_path):
    """Neither by its JSON nor by its workbook; the named folder may be one itself."""
    laid(tmp_path, "a/paket.json", "a/lama/paket.json", "b/paket.xlsx", "b/lama/paket.json")
    laid(tmp_path, "a/paket.xlsx")
    assert found(tmp_path) == ["a", "b"]

    laid(tmp_path, "paket.xlsx")
    assert found(tmp_path) == ["."]


@pytest.mark.parametrize("name", ["cadangan", "Cadangan", "jejak", ".git", "~$a"])
def test_what_lies_beside_a_tender_is_none(tmp_path, name):
    laid(tmp_path, f"{name}/paket.json", f"{name}/b/paket.json", f"a/{name}/paket.json")
    laid(tmp_path, "lain.json", "kertas-kerja.xlsx", "x/paket.json.bak", "y/tender.xlsx")

    assert found(tmp_path) == []


def test_a_name_that_only_begins_like_one_of_them_is_a_folder_like_any(tmp_path):
    laid(tmp_path, "cadangan 2024/paket.json", "jejak-jalan/paket.json")

    assert found(tmp_path) == ["cadangan 2024", "jejak-jalan"]


def test_links_go_nowhere(tmp_path):
    """One that leads above itself would have no end."""
    laid(tmp_path, "a/b/paket.json")
    try:
        (tmp_path / "a" / "atas").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")

    assert found(tmp_path) == ["a/b"]


@pytest.mark.skipif(os.name == "nt", reason="chmod closes no folder on Windows")
def test_a_folder_that_cannot_be_read_is_told_and_stops_nothing(tmp_path, monkeypatch):
    laid(tmp_path, "a/b/paket.json", "c/paket.json")
    real = os.scandir

    def closed(path):
        if os.fspath(path).endswith("a"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    unread = []

    assert found(tmp_path, unread) == ["c"]
    assert [error.filename for error in unread] == [str(tmp_path / "a")]

"""`tender worksheet` where the workbook lies: what it held is kept, and nobody is overrun."""

import errno
import io
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_engine import durable
from tests.cli.screens import Package, Run

AT = ("--at", "2026-11-30T09:12:30")
COPY = "paket 2026-11-30 09.12.30.xlsx"
HEAD = 4


@pytest.fixture(scope="module")
def bytes_once() -> dict[str, bytes]:
    """The workbook of the example, once it is made."""
    return {}


@pytest.fixture
def book(run: Run, package: Package, bytes_once: dict[str, bytes], tmp_path: Path) -> Path:
    """The workbook of the example as it is refreshed, in a folder of its own."""
    if not bytes_once:
        run("worksheet", package(), "--output", tmp_path / "baru.xlsx")
        bytes_once[""] = (tmp_path / "baru.xlsx").read_bytes()
    place = tmp_path / "Rehabilitasi Jalan" / "paket.xlsx"
    place.parent.mkdir()
    place.write_bytes(bytes_once[""])
    return place


def typed(book: Path, column: str, *values: object) -> bytes:
    """Type into a column of the bidders from the first on; the file as it is then."""
    opened: Any = load_workbook(book)
    sheet = opened["Peserta"]
    at = next(c.column for c in sheet[HEAD] if str(c.value).removesuffix(" *") == column)
    for row, value in enumerate(values, HEAD + 1):
        sheet.cell(row, at).value = value
    stream = io.BytesIO()
    opened.save(stream)
    book.write_bytes(stream.getvalue())
    return stream.getvalue()


def copies(book: Path) -> list[Path]:
    """What was put aside."""
    return sorted((book.parent / "cadangan").glob("*"))


def test_what_it_held_is_kept_to_the_byte(run: Run, book: Path) -> None:
    """Named by the time that is given; the screen says where, and how many cells were typed."""
    before = typed(book, "Alamat", "Jalan Satu", "Jalan Dua")
    result = run("worksheet", book, *AT)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "Lembar Peserta: 2 sel berbeda dari keadaan terakhir." in result.stderr
    assert f"keadaan sebelumnya disimpan di {copies(book)[0]}" in result.stderr
    assert [file.name for file in copies(book)] == [COPY]
    assert copies(book)[0].read_bytes() == before
    assert book.read_bytes() != before
    assert load_workbook(book)["Peserta"].cell(HEAD + 1, 1).value == "p1"
    if sys.platform != "win32":
        modes = [
            stat.S_IMODE(one.stat().st_mode) for one in (copies(book)[0].parent, *copies(book))
        ]
        assert modes == [0o700, 0o600]


def test_nothing_new_writes_and_copies_nothing(run: Run, book: Path) -> None:
    """Named by its folder; whatever the time is. No file is touched."""
    before, moment = book.read_bytes(), book.stat().st_mtime_ns
    result = run("worksheet", book.parent, *AT)

    assert result.exit_code == 0
    assert "tidak ada yang diubah" in result.stderr
    assert (book.read_bytes(), book.stat().st_mtime_ns) == (before, moment)
    assert not (book.parent / "cadangan").exists()


def test_two_copies_of_one_second_are_both_kept(run: Run, book: Path) -> None:
    """The second has a number."""
    first = typed(book, "Alamat", "Jalan Satu")
    run("worksheet", book, *AT)
    second = typed(book, "Alamat", "Jalan Dua")
    run("worksheet", book, *AT)

    assert [file.name for file in copies(book)] == [COPY.replace(".xlsx", "-2.xlsx"), COPY]
    assert [file.read_bytes() for file in copies(book)] == [second, first]


LOCKS = {
    "~$paket.xlsx": b"\x0eSiti Rahmawati" + b" " * 40 + b"\x0e\0S\0i\0t\0i\0",
    ".~lock.paket.xlsx#": b"Siti Rahmawati,siti,LAPTOP,30.11.2026 09:12,file:///C:/;",
}


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("old", [False, True])
def test_who_has_it_open_is_named(run: Run, book: Path, lock: str, old: bool) -> None:
    """Nothing is written, and another file is the way out; a lock of yesterday may be left over."""
    before = book.read_bytes()
    (book.parent / lock).write_bytes(LOCKS[lock])
    if old:
        os.utime(book.parent / lock, (1_700_000_000, 1_700_000_000))
    result = run("worksheet", book.parent)

    assert result.exit_code == 2
    assert f"sedang dibuka oleh Siti Rahmawati ({lock})" in result.stderr
    assert "--output" in result.stderr
    assert ("lebih dari sehari" in result.stderr) is old
    assert book.read_bytes() == before
    assert not (book.parent / "cadangan").exists()


@pytest.mark.parametrize(
    ("lock", "content"),
    [("~$paket.xlsx", b""), ("~$paket.xlsx", b"\0"), (".~lock.paket.xlsx#", b",,,,;")],
)
def test_a_lock_without_a_name_is_somebodys(
    run: Run, book: Path, lock: str, content: bytes
) -> None:
    (book.parent / lock).write_bytes(content)

    assert "dibuka oleh seseorang" in run("worksheet", book).stderr


def test_who_opens_it_meanwhile_is_named(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the copy was kept; a lock that nobody may read, as on Windows, is somebody's."""
    typed(book, "Alamat", "Jalan Satu")
    aside = durable.put_aside

    def opened(*words: Any) -> Path:
        (book.parent / "~$paket.xlsx").mkdir()
        return aside(*words)

    monkeypatch.setattr(durable, "put_aside", opened)
    before = book.read_bytes()
    result = run("worksheet", book)

    assert result.exit_code == 2
    assert "dibuka oleh seseorang (~$paket.xlsx)" in result.stderr
    assert book.read_bytes() == before


def test_a_save_meanwhile_is_a_refusal(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves between reading and replacing: what was saved stays."""
    typed(book, "Alamat", "Jalan Satu")
    aside = durable.put_aside

    def saved(*words: Any) -> Path:
        place = aside(*words)
        typed(book, "Alamat", "Jalan Tiga")
        return place

    monkeypatch.setattr(durable, "put_aside", saved)
    result = run("worksheet", book)

    assert result.exit_code == 2
    assert "disimpan orang atau program lain selama dibaca" in result.stderr
    assert "Jalan Tiga" in cells(book)


def rows(book: Path) -> list[Any]:
    """The rows of the bidders."""
    return list(load_workbook(book)["Peserta"].iter_rows(min_row=HEAD + 1, max_row=HEAD + 3))


def cells(book: Path) -> list[str]:
    """All texts of the bidders."""
    return [str(cell.value) for row in rows(book) for cell in row]


@pytest.mark.parametrize(
    ("kind", "told"),
    [(errno.ENOSPC, "ruang penyimpanan penuh"), (errno.EACCES, "tidak ada izin")],
)
def test_a_disk_that_takes_nothing_is_told_in_words(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch, kind: int, told: str
) -> None:
    """And the workbook is as it was."""
    before = typed(book, "Alamat", "Jalan Satu")

    def full(*_: object) -> int:
        raise OSError(kind, os.strerror(kind))

    with monkeypatch.context() as patched:
        patched.setattr(durable, "_write", full)
        result = run("worksheet", book)

    assert result.exit_code == 2
    assert told in result.stderr
    assert f"{book}:" in result.stderr
    assert book.read_bytes() == before
    assert copies(book) == []


def test_where_no_copy_can_be_kept_nothing_is_written(run: Run, book: Path) -> None:
    """A file has the name of the folder of copies: that is what is told."""
    before = typed(book, "Alamat", "Jalan Satu")
    (book.parent / "cadangan").write_bytes(b"")
    result = run("worksheet", book)

    assert result.exit_code == 2
    assert f"{book.parent / 'cadangan'}:" in result.stderr
    assert book.read_bytes() == before


@pytest.mark.parametrize("newer", ["paket.xlsx", "kertas-kerja.xlsx"])
def test_two_workbooks_are_refused_by_name(run: Run, book: Path, newer: str) -> None:
    """Which was saved last is told, and which to rename, however it is called for."""
    typed(book, "Alamat", "Jalan Satu")
    book.with_name("kertas-kerja.xlsx").write_bytes(b"PK")
    os.utime(book.with_name(newer), (4_000_000_000, 4_000_000_000))
    results = [run("worksheet", place) for place in (book, book.parent)]
    renamed = "beri kertas-kerja.xlsx" if newer == "paket.xlsx" else "beri paket.xlsx"

    for result in results:
        assert result.exit_code == 2
        assert f"{newer} disimpan terakhir" in result.stderr
        assert f"{renamed} nama lain" in result.stderr
    assert copies(book) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_is_refused_with_what_it_leads_to(run: Run, book: Path) -> None:
    typed(book, "Alamat", "Jalan Satu")
    link = book.with_name("tautan.xlsx")
    link.symlink_to(book)
    result = run("worksheet", link)

    assert result.exit_code == 2
    assert f"sebut {book.resolve()}" in result.stderr
    assert link.is_symlink()
    assert copies(book) == []


@pytest.mark.parametrize(("answer", "code"), [("ya\n", 0), ("\n", 1), (None, 1)])
def test_one_column_sorted_alone_is_asked(
    run: Run, book: Path, answer: str | None, code: int
) -> None:
    """Only who says that it is meant to be so goes on."""
    names = [row[1].value for row in rows(book)]
    typed(book, "Nama peserta", *names[1:], names[0])
    before = book.read_bytes()
    result = run("worksheet", book, given=answer)

    assert result.exit_code == code
    assert "Lembar Peserta, kolom Nama peserta: 3 baris saling bertukar nilai" in result.stderr
    assert "(baris 5, 6, 7)" in result.stderr
    assert (book.read_bytes() == before) is (code == 1)
    assert bool(copies(book)) is (code == 0)


def test_a_copy_is_never_changed(run: Run, book: Path) -> None:
    """What was put aside is refreshed nowhere."""
    typed(book, "Alamat", "Jalan Satu")
    run("worksheet", book, *AT)
    before = copies(book)[0].read_bytes()
    result = run("worksheet", copies(book)[0])

    assert result.exit_code == 2
    assert "folder cadangan tidak pernah diubah" in result.stderr
    assert [file.read_bytes() for file in copies(book)] == [before]
    assert [file.name for file in copies(book)] == [COPY]


def test_without_a_last_state_nothing_is_compared(run: Run, book: Path) -> None:
    """As in a workbook of before; that is said."""
    opened: Any = load_workbook(book)
    del opened["Hasil Keadaan"]
    opened.save(book)

    assert "Belum ada keadaan terakhir" in run("worksheet", book).stderr
    assert "Tidak ada isian yang berbeda" in run("worksheet", book).stderr


def test_a_time_that_is_none_is_told(run: Run, book: Path) -> None:
    result = run("worksheet", book, "--at", "kemarin")

    assert result.exit_code == 2
    assert "kemarin bukan waktu" in result.stderr


@pytest.mark.parametrize("command", ["check", "evaluate", "bahp"])
def test_what_was_typed_since_the_refresh_is_told(run: Run, book: Path, command: str) -> None:
    """In one line that names the sheets; not where they are of what was read."""
    fresh = run(command, book)
    typed(book, "Alamat", "Jalan Satu")
    stale = run(command, book)

    assert "dari isian yang lama" not in fresh.stderr
    (line,) = [line for line in stale.stderr.splitlines() if "dari isian yang lama" in line]
    assert line.startswith(f"{book}: dibuat dari isian yang lama: Hasil Status, Hasil Evaluasi,")
    assert (fresh.exit_code, stale.exit_code) == (0, 0)

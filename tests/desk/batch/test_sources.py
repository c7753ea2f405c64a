"""What is a source, in which order, under which number, and what is wrong with one that is none."""

import gzip
import io
import os

import pytest

from tender_desk.batch.jobs import Asked
from tender_desk.batch.many import rows_of
from tender_desk.batch.sources import PackageBytes, PackageLines, jobs_of
from tender_rules import national
from tests.desk.batch.packages import REFUSED, codes, rows, said, sound


@pytest.fixture
def folder(tmp_path):
    """Tenders of two years, as folders and as lines, and what is none beside them."""
    for name in ("2024/p10", "2024/p9", "2025/a", "2024/p9/cadangan", "jejak"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "paket.json").write_bytes(REFUSED)
    (tmp_path / "2024" / "p9.jsonl").write_bytes(b"{}\n\n{}\n")
    (tmp_path / "2025" / "z.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    (tmp_path / "2025" / "lain.json").write_bytes(REFUSED)
    (tmp_path / "2025" / ".x.jsonl").write_bytes(b"{}\n")
    (tmp_path / "2025" / "jejak.jsonl").mkdir()
    return tmp_path


class Pipe(io.BytesIO):
    """What can be read once."""

    def seekable(self):
        """It cannot go back."""
        return False


def sources(jobs, folder):
    return [os.path.relpath(job.source, folder) for job in jobs]


def test_sources_come_in_their_order_and_each_has_a_number(folder):
    found = [*jobs_of([folder], "id")]

    assert sources(found, folder) == [
        "2024/p9",
        "2024/p9.jsonl:1",
        "2024/p9.jsonl:3",
        "2024/p10",
        "2025/a",
        "2025/z.jsonl.gz:1",
    ]
    assert [job.n for job in found] == [1, 2, 3, 4, 5, 6]
    assert found[-1].reached == sum(
        path.stat().st_size
        for path in folder.rglob("2*/**/*")
        if path.name != "lain.json"
        and path.name[0] != "."
        and path.is_file()
        and "cadangan" not in path.parts
    )


def test_what_is_there_already_is_counted_and_not_made_again(folder):
    """From any row on: the same as the tail of the whole."""
    named = [folder, PackageBytes("x", REFUSED), folder / "tiada", folder / "2025" / "lain.json"]
    whole = [*jobs_of(named, "id")]

    assert len(whole) == 9
    for since in range(1, 11):
        assert [*jobs_of(named, "id", since=since)] == whole[since - 1 :]


def test_a_stream_and_bytes_are_sources(tmp_path):
    with (tmp_path / "x").open("w+b") as file:
        file.write(b"{}\n" + REFUSED)
        file.seek(0)
        found = rows(PackageLines("<stdin>", file), PackageBytes("a", sound()))

    assert [(row.n, row.source, row.state) for row in found] == [
        (1, "<stdin>:1", "ditolak"),
        (2, "<stdin>:2", "ditolak"),
        (3, "a", "dihitung"),
    ]


def test_a_fault_in_a_line_is_told_at_that_line(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b'\n{"format": }\n')
    (row,) = rows(tmp_path / "x.jsonl")
    (told,) = said(row)["diagnostics"]

    assert (told["file"], told["line"], told["column"]) == (str(tmp_path / "x.jsonl"), 2, 12)


def test_what_is_no_source_is_a_row_and_stops_nothing(tmp_path):
    """Each with its code; the last source is read all the same."""
    content = {
        "kosong.jsonl": (b"\n\n", "BCH005"),
        "rusak.jsonl.gz": (gzip.compress(b"\n" * 999)[:-9], "BCH061"),
        "cantik.jsonl": (b'{\n "format": 1\n}\n', "BCH011"),
        "daftar.jsonl": (b"\xef\xbb\xbf[\n{}\n]\n", "BCH011"),
        "hasil.jsonl": (rows(PackageBytes("x", REFUSED))[0].line * 2, "BCH012"),
        "powershell.jsonl": ("{}\r\n{}".encode("utf-16"), "BCH013"),
    }
    for name, (data, _) in content.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "hampa").mkdir()
    both = tmp_path / "dua"
    both.mkdir()
    for name in ("paket.json", "paket.xlsx"):
        (both / name).write_bytes(REFUSED)
    named = [
        tmp_path / name for name in (*content, "hampa", "dua", "tiada.json", "tiada/x", "a\0b")
    ]
    found = rows(*named, PackageBytes("x", sound()))

    expected = [code for _, code in content.values()]
    assert [codes(row) for row in found] == [
        *([code] for code in (*expected, "BCH005", "PKT001", "BCH001", "BCH001", "BCH001")),
        [],
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(2, "gone"), "BCH001"),
        (PermissionError(13, "closed"), "BCH002"),
        (OSError(5, "damaged"), "BCH003"),
    ],
)
def test_a_file_that_cannot_be_read_on_the_way_is_a_row(tmp_path, monkeypatch, error, code):
    """It was there when its folder was looked through."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paket.json").write_bytes(REFUSED)
    real = type(tmp_path).open

    def opened(path, *mode, **more):
        if path.parent.name == "a":
            raise error
        return real(path, *mode, **more)

    monkeypatch.setattr(type(tmp_path), "open", opened)
    first, second = rows(tmp_path)

    assert codes(first) == [code]
    assert second.source == str(tmp_path / "b")


def test_a_folder_that_cannot_be_read_is_a_row_in_its_place(folder, monkeypatch):
    real = os.scandir

    def closed(path):
        if os.fspath(path).endswith("2024"):
            raise PermissionError(13, "closed", os.fspath(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    first, *others = rows(folder)

    assert (first.source, codes(first)) == (str(folder / "2024"), ["BCH002"])
    assert sources(others, folder) == ["2025/a", "2025/z.jsonl.gz:1"]


def test_what_is_named_twice_is_told_with_the_row_that_it_has(folder):
    """A folder and what lies in it, in either order and under another spelling."""
    inside = folder / "2025" / "a" / "paket.json"
    again = folder / "2024" / ".." / "2025" / "z.jsonl.gz"
    found = rows(inside, folder, again)

    twice = [(row.n, codes(row)) for row in found if row.code == "BCH006"]
    assert twice == [(6, ["BCH006"]), (8, ["BCH006"])]
    assert "baris 1 " in said(found[5])["diagnostics"][0]["message"]
    assert "baris 7 " in said(found[7])["diagnostics"][0]["message"]


def test_a_file_of_many_lines_that_are_none_is_not_read_to_its_end(tmp_path, monkeypatch):
    """A small file would else become a large one; the next source is read all the same."""
    monkeypatch.setattr("tender_desk.batch.sources._MANY_SHORT", 3)
    lines = [b"{}"] * 3 + [sound()] + [b"{}"] * 5
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    found = rows(tmp_path / "a.jsonl", PackageBytes("b", REFUSED))

    assert [row.state for row in found] == [*["ditolak"] * 3, "dihitung", *["ditolak"] * 2]
    assert [row.code for row in found][-2] == "BCH018"
    assert found[-2].source.endswith(":5")


def test_what_is_written_to_is_no_source(folder):
    out = folder / "2024" / "p9.jsonl"
    found = rows_of([folder / "2024"], Asked(national), workers=0, but=out)

    assert sources(found, folder) == ["2024/p9", "2024/p10"]


def test_a_medium_that_fails_in_the_middle_is_told_after_what_was_read():
    class Failing(Pipe):
        parts = (b"{}\n{}\n",)

        def read1(self, _):
            if not self.parts:
                raise OSError(5, "damaged")
            self.parts, (part,) = (), self.parts
            return part

    found = rows(PackageLines("<stdin>", Failing()))

    assert [row.code for row in found][-1] == "BCH003"


@pytest.mark.parametrize("at", [20, -5])
def test_of_a_damaged_file_no_line_is_a_tender(tmp_path, at):
    """A changed bit may change a price and nothing else; what stands beside it is read."""
    data = bytearray(gzip.compress(sound() + b"\n" + sound() + b"\n"))
    data[at] ^= 0x10
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(data)
    damaged, other = rows(file, PackageBytes("b.json", REFUSED))

    assert (damaged.source, codes(damaged), other.n) == (str(file), ["BCH061"], 2)
    assert codes(rows(PackageLines("pipa", Pipe(bytes(data))))[-1]) == ["BCH007"]

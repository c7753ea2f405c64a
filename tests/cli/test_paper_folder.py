"""`tender bahp --all`: a folder of papers, whole or not at all."""

import json
from pathlib import Path

import docx
import pytest

from tender_cli import paper_folder
from tender_cli.documents import UnwritableError
from tender_cli.file_errors import UnusableError
from tests.cli.screens import Package, Run

SAMPLES = Path(__file__).parents[2] / "samples"


def files(folder: Path) -> list[str]:
    """Every file below a folder, in order."""
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def test_it_writes_what_can_be_written_in_word_and_pdf(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """The drafts only if asked for; the screen says what the others lack."""
    place = tmp_path / "baru" / "dokumen"
    told = run("bahp", package(), "--all", place)
    made = run("bahp", package(), "--all", tmp_path / "konsep", "--draft", "--json")

    assert (told.exit_code, made.exit_code) == (0, 0)
    assert "Pemberitahuan Hasil Evaluasi Penawaran (" in told.stdout
    assert "hasilnya belum diumumkan" in told.stdout
    assert "--draft" in told.stdout
    said = json.loads(made.stdout)
    assert files(tmp_path / "konsep") == sorted(f for one in said["written"] for f in one["files"])
    assert {Path(file).suffix for file in files(tmp_path / "konsep")} == {".docx", ".pdf"}
    assert all(file.startswith("dalam/") for file in files(tmp_path / "konsep"))
    final, drafts = ([f.partition("-")[2] for f in files(x)] for x in (place, tmp_path / "konsep"))
    assert set(final) <= set(drafts)
    assert said["awaited"] == []


def test_it_says_so_in_english(run: Run, package: Package, tmp_path: Path) -> None:
    """Names of kinds, and what is to be done."""
    told = run("bahp", package(), "--all", tmp_path / "x", "--lang", "en").stdout

    assert "Not written, and what each waits for" in told
    assert "Letter to one participant on the result (" in told
    assert "The letterhead in PDF" not in told  # none was given


def test_nothing_is_overwritten(run: Run, package: Package, tmp_path: Path) -> None:
    """A folder that holds anything, and a file in its place; an empty one is filled."""
    full, empty = tmp_path / "penuh", tmp_path / "kosong"
    full.mkdir()
    empty.mkdir()
    (full / "catatan.txt").write_text("sendiri", "utf-8")
    for place in (full, full / "catatan.txt"):
        refused = run("bahp", package(), "--all", place, "--draft")

        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "isinya bukan berita acara" in refused.stderr
        assert "Sebut folder lain, atau tulis satu dokumen" in refused.stderr
    assert files(full) == ["catatan.txt"]
    assert run("bahp", package(), "--all", empty, "--draft").exit_code == 0
    assert files(empty)


def test_where_nothing_can_be_written_there_is_no_folder(run: Run, tmp_path: Path) -> None:
    """Of a tender that nobody has judged; it says so."""
    place = tmp_path / "kosong"
    result = run("bahp", SAMPLES / "drainase-setengah-dinilai", "--all", place)

    assert result.exit_code == 3
    assert place.exists() == ("dokumen ditulis ke" in result.stdout)


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left"), UnwritableError("x"), KeyboardInterrupt]
)
def test_whatever_goes_wrong_half_way_leaves_nothing(
    run: Run, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Neither the folder nor what was written beside it."""
    given, put, count = package(), paper_folder._put, []

    def fail(path: Path, data: bytes) -> None:
        count.append(path)
        if len(count) == 3:
            raise error
        put(path, data)

    monkeypatch.setattr(paper_folder, "_put", fail)
    before = sorted(tmp_path.iterdir())
    result = run("bahp", given, "--all", tmp_path / "dokumen", "--draft")

    assert result.exit_code != 0
    assert sorted(tmp_path.iterdir()) == before


def test_without_what_draws_pdf_there_is_word_alone(
    run: Run, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the screen says why."""

    def missing(*_: object) -> bytes:
        raise UnusableError("PDF memerlukan typst")

    monkeypatch.setattr(paper_folder, "as_pdf", missing)
    told = run("bahp", package(), "--all", tmp_path / "x", "--draft").stdout

    assert {Path(file).suffix for file in files(tmp_path / "x")} == {".docx"}
    assert told.count("tanpa PDF: PDF memerlukan typst") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--document", "surat"),
        ("--participant", "p1"),
        ("--format", "pdf"),
        ("--internal",),
        ("--output", "x.md"),
    ],
)
def test_what_chooses_one_document_does_not_go_with_all(
    run: Run, package: Package, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Nor does --draft without it."""
    refused = run("bahp", package(), "--all", tmp_path / "x", *words)

    assert refused.exit_code == 2
    assert words[0] in refused.stderr
    assert not (tmp_path / "x").exists()
    assert run("bahp", package(), "--draft").exit_code == 2


def test_a_letterhead_that_is_refused_leaves_nothing(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """Exit 1, with its fault."""
    kop = tmp_path / "kop.docx"
    kop.write_bytes(b"bukan docx")
    refused = run("bahp", package(), "--all", tmp_path / "x", "--draft", "--kop", kop)

    assert refused.exit_code == 1
    assert "KOP001" in refused.stderr
    assert not (tmp_path / "x").exists()


def test_what_a_pdf_lacks_of_a_letterhead_is_told(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """In the words of the screen; nothing of it where nothing is lost, and no paper is left out."""
    kop, whole = tmp_path / "kop.docx", tmp_path / "utuh.docx"
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "DINAS 漢"
    made.save(str(kop))
    docx.Document().save(str(whole))
    told = "The letterhead in PDF is without: a sign that the fonts do not have. Word documents"
    words = ("bahp", package(), "--draft", "--lang", "en", "--all")
    screens = [
        run(*words, tmp_path / name, "--kop", letterhead).stdout
        for name, letterhead in (("x", kop), ("y", whole))
    ]

    assert [told in screen for screen in screens] == [True, False]
    papers = [{(f.suffix, f.stem) for f in (tmp_path / x).rglob("*.*")} for x in ("x", "y")]
    assert papers[0] == papers[1] == {(s, stem) for s in (".docx", ".pdf") for _, stem in papers[0]}


def test_a_later_day_adds_to_the_papers_of_the_days_before(run: Run, tmp_path: Path) -> None:
    """What is the same stays, whatever was done to another stays too, and what is new is added."""
    place, sample = tmp_path / "Berita Acara", SAMPLES / "kebersihan-gedung" / "paket.json"
    written = json.loads(run("bahp", sample, "--all", place, "--json").stdout)["written"]
    first, second, *_ = (place / one["files"][0] for one in written)
    (place / written[0]["files"][1]).unlink()
    first.unlink()
    second.write_bytes(b"ditandatangani")
    before = {file: (place / file).read_bytes() for file in files(place)}
    told = run("bahp", sample, "--all", place).stdout

    after = files(place)
    own = second.relative_to(place).with_suffix("").as_posix()
    added = {f"{own} (2).docx", f"{own} (2).pdf", *written[0]["files"]}
    assert set(after) - set(before) == added
    assert all((place / file).read_bytes() == data for file, data in before.items())
    assert "2 dokumen ditulis ke" in told
    assert f"{own} (2)  " in told
    assert "berkas dengan nama itu sudah ada" in told
    assert f"{len(written) - 2} dokumen sudah ada di" in told

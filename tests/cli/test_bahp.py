"""`tender bahp`: the documents of the panel on stdout or in a new file."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from tender_desk.documents.papers import PAPERS
from tests.cli.screens import Package, Run, on_terminal


def test_markdown_is_the_default(run: Run, package: Package) -> None:
    """A KONSEP while nobody has determined the winner; the record is Indonesian always."""
    result = run("bahp", package(), "--lang", "en")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# KONSEP BERITA ACARA HASIL PEMILIHAN\n")
    assert result.stdout.endswith("\n")


def test_json_is_one_object(run: Run, package: Package) -> None:
    """For programs."""
    assert json.loads(run("bahp", package(), "--format", "json").stdout)["draft"] is True


def test_the_working_paper_holds_more(run: Run, package: Package) -> None:
    """What is internal stands in no public record."""
    public, internal = run("bahp", package()).stdout, run("bahp", package(), "--internal").stdout

    assert len(internal) > len(public)


def test_waiting_is_exit_3_and_prints_all_the_same(run: Run, package: Package) -> None:
    """The draft shows what is missing."""

    def judge_nobody(content: dict[str, Any]) -> None:
        content["assessments"] = []

    result = run("bahp", package(judge_nobody))

    assert result.exit_code == 3
    assert "KONSEP" in result.stdout


def test_that_a_written_paper_is_a_draft_is_said_with_why(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """In a line below the name of the file."""
    draft = run("bahp", package(), "--output", tmp_path / "draft.md")
    english = run("--lang", "en", "bahp", package(), "--output", tmp_path / "draft2.md")

    (told,) = [line for line in draft.stderr.splitlines() if "KONSEP" in line]
    assert told.startswith("KONSEP, karena belum ada penetapan pemenang yang sesuai")
    assert "A KONSEP (a draft): nobody has recorded a determination" in english.stderr
    assert "KONSEP, karena" in run("bahp", package(), "--format", "docx").stderr


def test_a_file_is_written_once(run: Run, package: Package, tmp_path: Path) -> None:
    """The same content again is fine; other content is never overwritten."""
    file = tmp_path / "bahp.md"
    printed = run("bahp", package()).stdout
    results = [run("bahp", package(), "--output", file) for _ in range(2)]

    assert [result.exit_code for result in results] == [0, 0]
    assert [result.stdout for result in results] == ["", ""]
    assert file.read_bytes() == printed.encode()

    file.write_text("catatan sendiri", "utf-8")
    result = run("bahp", package(), "--output", file)

    assert result.exit_code == 2
    assert "tidak ditimpa" in result.stderr
    assert file.read_text("utf-8") == "catatan sendiri"


def test_a_file_that_cannot_be_written_is_exit_2(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """A folder that is not there, and a folder in the place of the file."""
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "tidak-ada" / "b.md", tmp_path / "folder"):
        result = run("bahp", package(), "--output", place)

        assert result.exit_code == 2
        assert "Traceback" not in result.stderr


def test_an_invalid_package_writes_nothing(run: Run, package: Package, tmp_path: Path) -> None:
    """Exit 1 with the diagnostics."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["hps"]["total"] = "x"

    result = run("bahp", package(spoil), "--output", tmp_path / "b.md")

    assert result.exit_code == 1
    assert ": PKT013 " in result.stderr
    assert not (tmp_path / "b.md").exists()


def test_json_is_asked_for_as_everywhere(run: Run, package: Package) -> None:
    """`--json` is `--format json`, for what is refused too."""
    folder = package()
    made = run("bahp", folder, "--json")
    (folder / "paket.json").write_text("{}", "utf-8")
    refused = run("bahp", folder, "--json")

    assert json.loads(made.stdout)["draft"] is True
    assert (refused.exit_code, "diagnostics" in json.loads(refused.stdout)) == (1, True)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_help_names_each_kind_by_what_it_declares(run: Run, lang: str) -> None:
    """Its key, and its words in the language spoken; not all keys once more on a line too long."""
    # A line may end at the hyphen of a key.
    told = "".join(run("bahp", "--help", "--lang", lang).stdout.split())

    for kind in PAPERS:
        assert f"{kind.key} ({kind.words.said(lang)})".replace(" ", "") in told


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("evaluasi", "BERITA ACARA EVALUASI PENAWARAN"),
        ("klarifikasi", "BERITA ACARA KLARIFIKASI"),
        ("pembuktian", "BERITA ACARA PEMBUKTIAN KUALIFIKASI"),
    ],
)
def test_another_document_is_asked_for_by_name(
    run: Run, package: Package, document: str, title: str
) -> None:
    """Minutes of the stages, as Markdown too."""
    result = run("bahp", package(), "--document", document)

    assert result.exit_code == 0
    assert title in result.stdout.splitlines()[0]


def test_a_letter_goes_to_one_participant(run: Run, package: Package) -> None:
    """By its id; without one, or with an unknown one, those that there are are named."""
    letter = run("bahp", package(), "--document", "surat", "--participant", "p1")
    nobody = run("bahp", package(), "--document", "surat")
    unknown = run("bahp", package(), "--document", "surat", "--participant", "p99")

    assert letter.stdout.startswith("# KONSEP Pemberitahuan Hasil Evaluasi Penawaran")
    for result in (nobody, unknown):
        assert (result.exit_code, result.stdout) == (2, "")
        assert "p1 (" in result.stderr


def test_who_handed_in_nothing_gets_no_letter(run: Run, package: Package) -> None:
    """Exit 2, in words."""

    def stay_away(content: dict[str, Any]) -> None:
        content["participants"].append({"id": "p77", "name": "CV Diam", "submitted": {}})

    result = run("bahp", package(stay_away), "--document", "surat", "--participant", "p77")

    assert result.exit_code == 2
    assert "CV Diam tidak menyampaikan dokumen" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--document", "evaluasi", "--internal"], "--internal hanya untuk"),
        (["--kop", "kop.docx"], "--kop hanya untuk"),
        (["--kop", "kop.docx", "--format", "json"], "--kop hanya untuk"),
        (["--participant", "p1"], "--participant tidak untuk --document bahp"),
        (["--document", "evaluasi", "--participant", "p1"], "tidak untuk --document evaluasi"),
    ],
)
def test_options_that_do_not_go_together(
    run: Run, package: Package, words: list[str], told: str
) -> None:
    """Told before anything is read."""
    result = run("bahp", package(), *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_word_is_written_once_and_the_same(run: Run, package: Package, tmp_path: Path) -> None:
    """Into a file or a pipe; other content is never overwritten."""
    file = tmp_path / "nama dengan spasi.docx"
    results = [run("bahp", package(), "--format", "docx", "--output", file) for _ in range(2)]
    piped = run("bahp", package(), "--format", "docx")

    assert [result.exit_code for result in results] == [0, 0]
    assert file.read_bytes() == piped.stdout_bytes
    assert docx.Document(str(file)).paragraphs[0].text.startswith("PEMERINTAH")

    other = run("bahp", package(), "--format", "docx", "--internal", "--output", file)
    assert other.exit_code == 2
    assert file.read_bytes() == piped.stdout_bytes


def test_word_on_the_offices_letterhead(run: Run, package: Package, tmp_path: Path) -> None:
    """Its head is on the pages, and who writes is not said again."""
    kop, file = tmp_path / "kop.docx", tmp_path / "ba.docx"
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "KANTOR CONTOH"
    made.save(str(kop))
    result = run("bahp", package(), "--format", "docx", "--kop", kop, "--output", file)
    written = docx.Document(str(file))

    assert result.exit_code == 0
    assert "KANTOR CONTOH" in [line.text for line in written.sections[0].header.paragraphs]
    assert written.paragraphs[0].text.startswith("KONSEP BERITA ACARA")


def test_a_pdf_on_the_offices_letterhead(run: Run, package: Package, tmp_path: Path) -> None:
    """What is lost of it is told beside what was written, and never among the bytes."""
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    kop, file = tmp_path / "kop.docx", tmp_path / "ba.pdf"
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "KANTOR 漢"
    made.save(str(kop))
    result = run("bahp", package(), "--kop", kop, "--output", file)
    piped = run("bahp", package(), "--kop", kop, "--format", "pdf")
    plain = run("bahp", package(), "--format", "pdf")

    assert result.exit_code == 0
    assert file.read_bytes() == piped.stdout_bytes != plain.stdout_bytes
    assert "Kop pada PDF tanpa: tanda yang tidak ada hurufnya." in result.stderr
    assert "Kop pada PDF" not in plain.stderr


@pytest.mark.parametrize(("lang", "form"), [("id", "docx"), ("en", "docx"), ("id", "pdf")])
def test_a_letterhead_that_is_none_is_told_with_a_code(
    run: Run, package: Package, tmp_path: Path, lang: str, form: str
) -> None:
    """Exit 1, a hint, and no file."""
    kop, file = tmp_path / "kop.docx", tmp_path / f"ba.{form}"
    kop.write_bytes(b"bukan kop")
    words = ("--format", form, "--kop", kop, "--output", file, "--lang", lang)
    result = run("bahp", package(), *words)

    assert result.exit_code == 1
    assert f"{kop}:1:1: KOP001 " in result.stderr
    words = {"id": "simpan sebagai .docx", "en": "save it as .docx"}
    assert words[lang] in result.stderr.splitlines()[1]
    assert not file.exists()


def test_a_letterhead_that_is_not_there(run: Run, package: Package, tmp_path: Path) -> None:
    """Exit 2."""
    result = run("bahp", package(), "--format", "docx", "--kop", tmp_path / "tidak-ada.docx")

    assert result.exit_code == 2
    assert "tidak-ada.docx: tidak ada" in result.stderr


@pytest.mark.parametrize("option", ["--kop", "--output"])
def test_a_file_that_word_holds_open(
    run: Run, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    """Windows says error 32; people are told to close it."""
    kop = tmp_path / "kop.docx"
    docx.Document().save(str(kop))
    words = [option, kop if option == "--kop" else tmp_path / "ba.docx"]
    folder, true = package(), Path.open

    def held(path: Path, *more: Any, **options: Any) -> Any:
        if path.suffix != ".docx":
            return true(path, *more, **options)
        error = PermissionError(13, "held", str(path))
        error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
        raise error

    monkeypatch.setattr(Path, "open", held)
    result = run("bahp", folder, "--format", "docx", *words)

    assert result.exit_code == 2
    assert "tutup berkas di Word" in result.stderr
    assert not (tmp_path / "ba.docx").exists()


def test_a_screen_gets_no_bytes(package: Package) -> None:
    """On a terminal a file has to be named; exit 2."""
    pytest.importorskip("pty", reason="there is no pseudo terminal here")
    shown = on_terminal(["bahp", str(package()), "--format", "docx"], exit_code=2)

    assert "--output BERKAS" in " ".join(shown.split())


def test_a_text_that_cannot_be_written_is_told(run: Run, package: Package, tmp_path: Path) -> None:
    """A sign that the fonts do not have: exit 1, by its number, and no file."""
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")

    def name_it(content: dict[str, Any]) -> None:
        content["participants"][0]["name"] = "PT 漢 Jaya"

    file = tmp_path / "ba.pdf"
    result = run("bahp", package(name_it), "--format", "pdf", "--output", file)

    assert result.exit_code == 1
    assert "U+6F22" in result.stderr
    assert "PT ? Jaya" in result.stderr
    assert not file.exists()


def test_a_pdf(run: Run, package: Package, tmp_path: Path) -> None:
    """Where typst is installed."""
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    file = tmp_path / "ba.pdf"
    result = run("bahp", package(), "--format", "pdf", "--output", file)

    assert result.exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_without_typst_the_way_to_install_it_is_told(
    run: Run, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2 and the command of pip."""
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("bahp", package(), "--format", "pdf")

    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "tender-engine[pdf]"' in result.stderr


def test_markdown_and_json_import_no_document_library(package: Package) -> None:
    """Word's library costs a tenth of a second."""
    code = (
        "import sys\nfrom tender_cli.main import main\n"
        f"try: main(['bahp', {str(package())!r}])\nexcept SystemExit: pass\n"
        "print([n for n in ('docx', 'lxml', 'typst', 'openpyxl') if n in sys.modules],"
        " file=sys.stderr)"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": paths},
        timeout=60,
        check=True,
    )

    assert done.stderr.decode().strip() == "[]"

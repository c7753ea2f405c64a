"""What commands print into a pipe has no line over a hundred signs but a longer word."""

import pytest
from click.testing import CliRunner

from tender_cli.main import main
from tender_cli.tables import Plain
from tests.samples.dossiers import SAMPLES

WIDEST = 100
# One that waits, one of consultants with two rounds of papers, one with an appeal.
NAMES = ("drainase-setengah-dinilai", "pengawasan-rumah-sakit", "jembatan-sanggah-banding")
# `{0}` is the package. A document or code for another program is no screen; neither are reasons,
# which are pasted whole into SPSE, nor a command to be typed next.
ON_ONE = (
    ("check", "{0}"),
    ("status", "{0}"),
    ("evaluate", "{0}"),
    ("evaluate", "{0}", "--today", "2024-01-01"),
    ("explain", "{0}", "p1"),
    ("compare", "{0}", "--at", "2024-06-01"),
    ("workflow", "{0}"),
    ("workflow", "{0}", "--after-award"),
)
ON_NONE = (
    ("explain", "price.ceiling"),
    ("explain", "sanggah"),
    ("explain", "PKT013"),
    ("rules",),
    ("rules", "price.ceiling_share"),
    ("rules", "diff", "2021-02-01", "2022-05-02"),
    ("workflow", "prakualifikasi_seleksi"),
    ("compare", f"{SAMPLES / 'jalan-kabupaten'}", f"{SAMPLES / 'alat-kesehatan-tkdn'}"),
    (
        "import",
        "spse",
        f"{SAMPLES}/jalan-kabupaten/paket.json",
        f"{SAMPLES}/jalan-kabupaten/spse-hasil.html",
    ),
    ("status", f"{SAMPLES}"),
    (
        "evaluate",
        f"{SAMPLES}/drainase-pasar-evaluasi-ulang",
        "--previous",
        f"{SAMPLES}/drainase-pasar-sanggah",
    ),
    ("--help",),
    ("bahp", "--help"),
)


def too_wide(words):
    """The lines of a screen that are too wide, though they have two words or more to part."""
    lines = CliRunner().invoke(main, [*words]).stdout.splitlines()
    assert lines, words
    return [line for line in lines if len(line) > WIDEST and len(line.split()) > 1]


def test_what_a_repeat_says_of_itself_is_no_wider(tmp_path):
    """The reason as well; of its lines only the command that is to be typed is not broken."""
    old, new = SAMPLES / "drainase-pasar-sanggah", tmp_path / "ulang"
    *lines, command = (
        CliRunner()
        .invoke(main, ["ulang", "evaluasi", str(old), str(new), "--anew", "evaluasi_teknis:p2"])
        .stdout.splitlines()
    )

    assert len(lines) > 2
    assert max(map(len, lines[-2:])) <= WIDEST
    assert command.startswith("Lengkapi, lalu: tender evaluate")


def test_the_name_of_a_file_is_not_broken_at_its_spaces(tmp_path):
    """Nor is what has to be typed of it, wherever in a paragraph it stands."""
    folder = tmp_path / "Rehabilitasi Drainase Pasar" / "Tahun Anggaran 2026"
    folder.mkdir(parents=True)
    book = folder / "Kertas kerja Pokja.xlsx"
    words = ["worksheet", str(SAMPLES / "tanpa-penawaran"), "--output", str(book)]
    told = CliRunner().invoke(main, words).stderr

    assert f'"{book}"' in told


@pytest.mark.parametrize("words", [*ON_NONE, *ON_ONE], ids=" ".join)
def test_no_screen_in_a_pipe_is_wider(words):
    """In both languages for one of the samples, and in Indonesian for the others."""
    about = (NAMES[0],) if words in ON_NONE else NAMES
    for name in about:
        said = [word.format(SAMPLES / name / "paket.json") for word in words]
        assert too_wide(said) == [], name
    assert too_wide([*said, "--lang", "en"]) == []


def printed(capsys, *rows, right=()):
    Plain().table([f"K{n}" for n, _ in enumerate(rows[0])], rows, right=right)
    return capsys.readouterr().out.splitlines()


def test_a_table_with_room_is_as_wide_as_what_it_says(capsys):
    """To the last sign: 49 and 49, and two between them."""
    assert printed(capsys, ("a" * 49, "b" * 49))[1] == f"{'a' * 49}  {'b' * 49}"


def test_a_text_is_broken_where_a_table_has_no_room(capsys):
    """Between words, under itself; the figure beside it stays whole."""
    head, first, second = printed(capsys, ("kata " * 17 + "akhir", "1.234.567.890"), right=(1,))

    assert head == f"K0{' ' * 96}K1"
    assert first == "kata " * 17 + " " * 2 + "1.234.567.890"
    assert second == "akhir"


def test_rows_are_paragraphs_where_words_leave_no_room(capsys):
    lines = printed(capsys, ("x" * 60, "y" * 60), ("z", "w"))

    assert lines[0] == f"  K0: {'x' * 60}; K1:"
    assert lines[1:] == [f"    {'y' * 60}", "  K0: z; K1: w"]


def test_a_path_is_never_broken(capsys):
    """A line of a hundred signs is one, and a word that is longer stays whole."""
    screen = Plain()
    for text in ("a " * 49 + "bc", "a " * 49 + "bcd", "/folder-nama" * 12):
        screen.line(text)

    assert capsys.readouterr().out.splitlines() == [
        "a " * 49 + "bc",
        ("a " * 49).rstrip(),
        "  bcd",
        "/folder-nama" * 12,
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("init", "baru", "--workbook", "--from", "konstruksi"),
        ("init", "baru", "--workbook", "--from", "daftar yang tidak ada di mana pun juga"),
    ],
    ids=" ".join,
)
def test_no_message_in_a_pipe_is_wider(words, tmp_path, monkeypatch):
    """What is told on the side keeps the width as well."""
    monkeypatch.chdir(tmp_path)
    lines = CliRunner().invoke(main, [*words]).stderr.splitlines()

    assert lines
    assert [line for line in lines if len(line) > WIDEST and len(line.split()) > 1] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_why_a_tender_is_repeated_is_no_wider(lang, tmp_path):
    """The reason was one line of 153 signs; a command to be typed next stays whole."""
    old = SAMPLES / "tanpa-penawaran" / "paket.json"
    said = ["ulang", "penawaran", str(old), str(tmp_path / "ulang"), "--lang", lang]
    lines = CliRunner().invoke(main, said).stdout.splitlines()
    told = [line for line in lines if "tender evaluate" not in line]

    assert any(line.startswith(("Alasan: ", "Reason: ")) for line in told)
    assert [line for line in told if len(line) > WIDEST and len(line.split()) > 1] == []


WRONG = (
    (("bahp", "x", "--document", "bhap"), "'bhap' bukan salah satu dari", "Maksud Anda: bahp?"),
    (("bahp", "x", "--format", "docs"), "'docs' bukan salah satu dari", "Maksud Anda: docx?"),
    (("ulang", "evaluas", "a", "b"), "'evaluas' bukan salah satu dari", "Maksud Anda: evaluasi?"),
    (("check", "--langg", "x"), "Tidak ada opsi '--langg'", "Maksud Anda '--lang'?"),
    (("check", "--json=1", "x"), "Opsi '--json' tidak memakai nilai", "Bantuan: 'tender check -"),
    (("check", "x", *(f"kata-{n}" for n in range(20))), "Kata berlebih: kata-0", "kata-19"),
    (("check",), "Belum disebut: 'PAKET'", "Bantuan: 'tender check --help'"),
    (("check", f"{SAMPLES}/jalan-kabupaten/pakt.json"), ": tidak ada", "Maksud Anda: paket.json?"),
)


@pytest.mark.parametrize(("words", "said", "hint"), WRONG)
def test_a_wrong_use_is_told_within_a_hundred_signs(
    words: tuple[str, ...], said: str, hint: str
) -> None:
    """In the language spoken, with the nearest word where one is near; and where help is."""
    indonesian = CliRunner().invoke(main, [*words])
    english = CliRunner().invoke(main, [*words, "--lang", "en"])
    whole = " ".join(indonesian.stderr.split())

    assert (indonesian.exit_code, english.exit_code) == (2, 2)
    assert said in whole
    assert hint in whole
    assert not {"Error:", "Usage:", "Did", "value"} & {*whole.split()}
    assert not {"Galat:", "Pemakaian:", "Maksud", "Bantuan:"} & {*english.stderr.split()}
    lines = (*indonesian.stderr.splitlines(), *english.stderr.splitlines())
    assert [line for line in lines if len(line) > WIDEST and " " in line.strip()] == []

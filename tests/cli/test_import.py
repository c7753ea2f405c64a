"""`tender import spse`: on the screen, as JSON, and filled into a new package."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tender_desk.spse.page_values import PAGE_TEXTS as TEXTS
from tests.builders import bidder, line, priced
from tests.builders import package as built
from tests.cli.dossiers import SEALED, two_files
from tests.cli.screens import Package, Run, Written, flat, on_terminal
from tests.desk.spse.pages import CHECK, CROSS, ONE, RINCIAN, STAR, page, table

HEADS = ("Nama Peserta", "Penawaran", "PT", "HN", "A", "T", "P")
# By hand: 90 and 100 of L1 at Rp9.000.000, 20 of L2 at Rp4.500.000, with 11 percent.
BID = priced("1000000000", line(quantity="90"), line("L2", "20", "4500000"))
GIVEN = built(bidder(price=BID))
VOLUME = "Volume disamakan dengan Dokumen Pemilihan"
THEIRS, OURS, LESS = "999.000.000,00", "1.098.900.000,00", "-99.900.000,00"


def saved(
    folder: Path, *rows: tuple[str, ...], also: str = "", name: str = "hasil spse.html"
) -> Path:
    """A page of SPSE in a file whose name has a space."""
    file = folder / name
    file.write_text(page(table(HEADS, rows), also), "utf-8")
    return file


def row(penawaran: str, terkoreksi: str = "", *more: str, name: str = "CV p1 Contoh") -> Any:
    """A row of a bidder; what is not given is blank."""
    cells = (name, penawaran, terkoreksi, *more)
    return (*cells, *("",) * (len(HEADS) - len(cells)))


def test_a_difference_is_explained_line_by_line(run: Run, written: Written, tmp_path: Path) -> None:
    """The way, the line, both figures, the effect, the rule, and its provision."""
    file = saved(tmp_path, row("1.000.000.000,00", THEIRS, "", CHECK, CROSS, STAR))
    result = run("import", "spse", written(GIVEN), file)
    lines = flat(result)

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"p1 CV p1 Contoh harga terkoreksi {THEIRS} {OURS} {LESS}" in lines
    assert "p1 CV p1 Contoh lulus gugur ≠ lulus" in lines
    assert (
        "- volume penawaran kali harga satuan, tidak disamakan dengan Dokumen Pemilihan;"
        " PPN menurut Dokumen Pemilihan" in lines
    )
    assert f"L1 volume 90 100 {LESS} {VOLUME}" in lines
    assert f"jumlah {LESS}" in lines
    assert any(x.startswith(f"{VOLUME}: Dokumen Pemilihan Nomor ") for x in lines)
    assert "correction." not in result.output
    assert "T (Evaluasi teknis): SPSE dan evaluasi ini berbeda" in lines
    assert any(x.startswith("menurut evaluasi ini: ") for x in lines)


def test_the_same_as_json(run: Run, written: Written, tmp_path: Path) -> None:
    """Amounts as texts in plain notation; effects that add up to the difference."""
    file = saved(tmp_path, row("1.000.000.000,00", THEIRS))
    told = json.loads(run("import", "spse", written(GIVEN), file, "--json").stdout)
    (one,) = told["bidders"]

    assert told["same"] is False
    assert one["totals"][1] == {
        "what": "terkoreksi",
        "spse": "999000000",
        "here": "1098900000",
        "state": "berbeda",
        "written": None,
    }
    assert one["explanation"]["found"] == "satu"
    assert one["explanation"]["difference"] == "-99900000"
    assert [effect["effect"] for effect in one["explanation"]["effects"]] == ["-99900000"]
    assert one["explanation"]["citations"]["correction.volume"][0]["source"] == "secondary"


def test_what_is_the_same_is_said_in_one_line(run: Run, written: Written, tmp_path: Path) -> None:
    """In either language."""
    file = saved(tmp_path, row("1.000.000.000,00", OURS, "", CHECK, CHECK, STAR))
    words = ("import", "spse", written(GIVEN), file)

    assert flat(run(*words))[-1] == "Semua yang terbaca sama dengan evaluasi ini."
    assert (
        flat(run(*words, "--lang", "en"))[-1]
        == "All that was read is the same as in this evaluation."
    )


def test_what_no_way_makes_shows_our_corrections_and_the_rest(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """Our chain from the stated total, and the amount that stays unexplained."""
    file = saved(tmp_path, row("1.000.000.000,00", "1.234.567.890,00"))
    lines = flat(run("import", "spse", written(GIVEN), file))

    assert any("Tidak satu pun cara hitung" in x for x in lines)
    assert any(x.startswith(f"L1 {VOLUME} volume 90 100 ") for x in lines)
    assert "Selisih yang tetap tidak terjelaskan: +135.667.890,00" in lines


BASIS = f"{VOLUME}: Dokumen Pemilihan Nomor {GIVEN.tender.document.number} [sumber sekunder]"
UNEXPLAINED = "tetap tidak terjelaskan"
L2 = ("Pekerjaan L2", "m", "20", "4.500.000,00", "11", "99.900.000,00", "")


def differences(run: Run, written: Written, folder: Path, theirs: str, *lines: Any) -> list[str]:
    """What is told of the one bidder where SPSE shows its lines too."""
    also = table(RINCIAN, lines, "Rincian CV p1 Contoh")
    file = saved(folder, row("1.000.000.000,00", theirs), also=also)
    told = flat(run("import", "spse", written(GIVEN), file))
    return told[told.index("Perbedaan, dan yang tidak dibandingkan") :]


def test_lines_of_spse_that_are_all_of_a_difference_are_its_explanation(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """No computation makes the total, and its lines do, cause by cause.

    90 of 100 at 9.000.000 x 1,11: -99.900.000; one percent more on 90 x 9.000.000: +8.100.000. The
    sum is -91.800.000, which is 810.000.000 x 1,12 + 99.900.000 = 1.007.100.000 less ours.
    """
    one = ("Pekerjaan L1", "m", "90", "9.000.000,00", "12", "907.200.000,00", "")
    lines = differences(run, written, tmp_path, "1.007.100.000,00", one, L2)

    assert lines[2] == "Harga terkoreksi berbeda -91.800.000,00."
    assert lines[5:10] == [
        f"L1 Pekerjaan L1 volume 90 100 -99.900.000,00 {VOLUME}",
        "L1 Pekerjaan L1 tarif PPN (%) 12 11 +8.100.000,00",
        "jumlah -91.800.000,00",
        BASIS,
        "Baris-baris itu menjelaskan seluruh selisih harga terkoreksi: -91.800.000,00.",
    ]
    assert not any(UNEXPLAINED in line or "cara hitung" in line for line in lines)


def test_what_lines_of_spse_leave_is_the_rest_and_no_more(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """L1 is left out: -999.000.000 of -999.000.007; seven rupiah stay."""
    lines = differences(run, written, tmp_path, "99.899.993,00", L2)

    assert "L1 Pekerjaan L1 total - 999.000.000,00 -999.000.000,00" in lines
    assert (
        "Baris-baris itu menjelaskan -999.000.000,00 dari selisih harga terkoreksi -999.000.007,00;"
        " sisanya -7,00." in lines
    )
    assert not any("Yang dikoreksi" in line for line in lines)
    assert [x for x in lines if UNEXPLAINED in x] == ["Selisih yang tetap tidak terjelaskan: -7,00"]


def test_what_lines_of_spse_leave_may_be_made_by_a_computation(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """Its lines are ours, its total takes 90: the computation comes after them."""
    one = ("Pekerjaan L1", "m", "100", "9.000.000,00", "11", "999.000.000,00", "")
    lines = differences(run, written, tmp_path, THEIRS, one, L2)

    assert lines[2:6] == [
        f"Harga terkoreksi berbeda {LESS}.",
        "Rincian SPSE (tabel 2) sama dengan evaluasi ini baris demi baris.",
        f"Selisih harga terkoreksi {LESS} ada di luar rincian itu.",
        "Angka SPSE dihasilkan oleh cara hitung ini:",
    ]
    assert f"L1 volume 90 100 {LESS} {VOLUME}" in lines
    assert not any(UNEXPLAINED in line for line in lines)


def test_lines_of_spse_whose_effect_is_not_known_say_so(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """A total that is no product has a question mark."""
    one = ("Pekerjaan L1", "m", "100", "9.000.000,00", "11", "5", "")
    lines = differences(run, written, tmp_path, "5,00", one, L2)

    assert "L1 Pekerjaan L1 total 5,00 999.000.000,00 ?" in lines
    assert any("baris bertanda ? tidak dapat dihitung" in line for line in lines)
    assert (
        "Baris-baris itu menjelaskan 0,00 dari selisih harga terkoreksi -1.098.899.995,00;"
        " sisanya -1.098.899.995,00." in lines
    )
    same = differences(run, written, tmp_path, OURS, one, L2)
    assert any("baris bertanda ? tidak dapat dihitung" in line for line in same)
    assert not any(line.startswith("Baris-baris itu") for line in same)


def test_lines_of_spse_as_json(run: Run, written: Written, tmp_path: Path) -> None:
    """Each cause with its effect and rule, what they leave, and the provisions."""
    lines = table(
        RINCIAN, [("Pekerjaan L1", "m", "90", "9.000.000", "11", "", ""), L2], "CV p1 Contoh"
    )
    file = saved(tmp_path, row("1.000.000.000,00", THEIRS), also=lines)
    told = json.loads(run("import", "spse", written(GIVEN), file, "--json").stdout)
    (part,) = told["bidders"][0]["lines"]

    assert (part["table"], part["effect"], part["rest"]) == (2, "-99900000", "0")
    assert part["lines"][0]["causes"] == [
        {
            "field": "volume",
            "theirs": "90",
            "ours": "100",
            "effect": "-99900000",
            "rule": "correction.volume",
        }
    ]
    assert list(part["citations"]) == ["correction.volume"]


def test_a_winner_that_is_nobody_here(run: Run, written: Written, tmp_path: Path) -> None:
    """Is said to be just that, and not to be another than ours; so is every row of nobody."""
    marked = row("1,00", "", "", "", "", STAR, name="CV p1 dan Contoh")
    rows = marked, row("1,00", name="PT Entah")
    file = saved(tmp_path, *rows)
    words = ("import", "spse", written(GIVEN), file)
    lines = flat(run(*words))

    assert "CV p1 dan Contoh" not in str(GIVEN)
    assert (
        "Pemenang menurut SPSE, CV p1 dan Contoh, tidak dapat dicocokkan dengan peserta mana pun"
        " di sini." in lines
    )
    assert not any("bukan pemenang menurut evaluasi ini" in line for line in lines)
    assert len([x for x in lines if "tidak ada peserta dengan nama atau NPWP ini" in x]) == 2
    assert json.loads(run(*words, "--json").stdout)["winner"] == {
        "spse": [], "unmatched": ["CV p1 dan Contoh"], "here": "p1",
    }  # fmt: skip


def test_an_unread_figure_of_a_stranger_is_shown_where_no_price_is_sealed(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """And nowhere else: it may be the price of one whose name is written otherwise."""
    file = saved(tmp_path, row("1,2,3", name="PT Entah"))
    shown = run("import", "spse", written(GIVEN), file).output
    hidden = run("import", "spse", written(two_files(priced_at="1100000000")), file).output

    assert "Angka “1,2,3” pada kolom “Penawaran” tidak terbaca." in shown
    assert "Angka “…” pada kolom “Penawaran” tidak terbaca." in hidden


def test_what_is_not_understood_is_shown_with_its_place(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """And what the known columns were taken for."""
    file = saved(tmp_path, row("1.000.000.000,00", "1,2,3", "", "?"))
    lines = flat(run("import", "spse", written(GIVEN), file))

    assert any("PT = harga terkoreksi" in x for x in lines)
    assert any("SPS105 Angka “1,2,3” pada kolom “PT” tidak terbaca." in x for x in lines)
    assert any("tabel 1 baris 2 kolom 5: SPS106" in x for x in lines)
    assert any(x.startswith("petunjuk: ") for x in lines)


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_nothing_sealed_is_shown(
    run: Run, written: Written, tmp_path: Path, more: tuple[str, ...]
) -> None:
    """Neither a total, nor an amount that could not be read, nor a line of a price list."""
    price = f"{int(SEALED):,}".replace(",", ".")
    lines = table(RINCIAN, [("Pekerjaan", "m", price, price, "11", price, "")], "CV p2 Contoh")
    rows = (
        row("1.100.000.000,00"),
        row(f"Rp {price}", f"{price},1,1", price, price, name="CV p2 Contoh"),
    )
    file = saved(tmp_path, *rows, also=lines)
    result = run("import", "spse", written(two_files(priced_at="1100000000")), file, *more)

    assert result.exit_code == 0
    assert SEALED not in re.sub(r"\D", "", result.output)
    assert "1100000000" not in re.sub(r"[.,]", "", result.output)
    if not more:
        assert flat(result).count(
            "Harga masih tersegel di sini; tidak dibandingkan dan tidak ditampilkan."
        ) == len(rows)


def test_a_paste_from_standard_input(run: Run, written: Written) -> None:
    """As a Pokja pastes a table into a terminal."""
    heads = ("No", "Nama Peserta", "Harga Penawaran", "Harga Terkoreksi")
    cells = ("1", "CV p1 Contoh", "Rp 1.000.000.000,00", f"Rp {OURS}")
    text = "\n".join("\t".join(line) for line in (heads, cells))
    result = run("import", "spse", written(GIVEN), "-", given=text)

    assert result.exit_code == 0
    assert f"p1 CV p1 Contoh harga terkoreksi {OURS} {OURS} sama" in flat(result)


def test_files_that_are_no_pages_are_all_refused(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """Each with its name and its code; nothing is compared."""
    one, two = tmp_path / "a.mhtml", tmp_path / "b.pdf"
    one.write_bytes(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n")
    two.write_bytes(b"%PDF-1.7")
    good = saved(tmp_path, row("1.000.000.000,00"))
    result = run("import", "spse", written(GIVEN), one, good, two, "--json")

    assert result.exit_code == 1
    assert [(x["code"], x["file"]) for x in json.loads(result.stdout)["diagnostics"]] == [
        ("SPS002", str(one)),
        ("SPS003", str(two)),
    ]
    assert f"{one}:-: SPS002" in result.stderr


@pytest.mark.parametrize("words", [("-", "-"), ("x.json", "-", "-")])
def test_standard_input_is_read_once(run: Run, words: tuple[str, ...]) -> None:
    """Wrong use."""
    assert run("import", "spse", *words).exit_code == 2


def test_a_file_that_is_not_there_and_a_package_with_faults(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """Are told as everywhere: 2 and 1."""
    file = saved(tmp_path, row("1,00"))
    faulty = package(lambda content: content["tender"].update(catatan="x"))

    assert run("import", "spse", faulty, tmp_path / "tidak-ada").exit_code == 2
    result = run("import", "spse", faulty, file)
    assert (result.exit_code, "PKT010" in result.stderr) == (1, True)


def test_filling_writes_a_new_package_and_nothing_else(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """An unknown bidder is added with its totals; the package itself stays as it was."""
    folder, out = package(), tmp_path / "paket baru.json"
    before = (folder / "paket.json").read_bytes()
    file = saved(tmp_path, row("Rp 1.000,50", "Rp 990,00", "", CHECK, name=f"PT Baru - {ONE}"))
    result = run("import", "spse", folder, file, "--fill", out)
    made, given = json.loads(out.read_text("utf-8")), json.loads(before)

    assert (folder / "paket.json").read_bytes() == before
    assert made["participants"][:-1] == given["participants"]
    assert made["participants"][-1] == {
        "id": f"p{len(given['participants']) + 1}",
        "name": "PT Baru",
        "npwp": ONE,
        "price": {
            "stated_total": "1000.5",
            "vat_percent": given["tender"]["hps"]["vat_percent"],
            "corrected_total": "990",
            "corrected_by": "spse",
        },
    }
    assert {key: made[key] for key in given if key != "participants"} == {
        key: given[key] for key in given if key != "participants"
    }
    assert f"ditulis: {out}" in result.stderr
    lines = flat(result)
    assert any(x.endswith("Pokja Pemilihan yang menilai Penilaian") for x in lines)
    who = made["participants"][-1]["id"]
    assert f"PT Baru peserta ditambahkan Peserta {who}" in lines
    assert f"PT Baru harga penawaran Harga penawaran peserta {who}" in lines
    assert f"PT Baru harga terkoreksi oleh SPSE Harga terkoreksi peserta {who}" in lines
    assert f"PT Baru waktu pemasukan dokumen Pemasukan penawaran peserta {who}" in lines
    assert "990" not in result.output
    assert run("check", out).exit_code == 0


def test_filling_never_overwrites(run: Run, package: Package, tmp_path: Path) -> None:
    """What stands at OUT stays."""
    out = tmp_path / "ada.json"
    out.write_text("punya orang", "utf-8")
    result = run(
        "import", "spse", package(), saved(tmp_path, row("1,00", name="PT B")), "--fill", out
    )

    assert result.exit_code == 2
    assert out.read_text("utf-8") == "punya orang"


def test_filling_nothing_writes_nothing(run: Run, package: Package, tmp_path: Path) -> None:
    """And says so."""
    out = tmp_path / "baru.json"
    folder = package()
    name = json.loads((folder / "paket.json").read_text("utf-8"))["participants"][0]["name"]
    result = run("import", "spse", folder, saved(tmp_path, row("", name=name)), "--fill", out)

    assert result.exit_code == 0
    assert not out.exists()
    assert "Tidak ada yang dapat diisi" in result.stderr


@pytest.mark.parametrize(
    ("text", "code"), [("{", 1), ("[]", 1), ('{"participants": 1}', 2), ('{"a": 1, "a": 1}', 1)]
)
def test_what_cannot_be_filled_is_refused(run: Run, tmp_path: Path, text: str, code: int) -> None:
    """Nothing is written."""
    given, out = tmp_path / "x.json", tmp_path / "baru.json"
    given.write_text(text, "utf-8")
    result = run("import", "spse", given, saved(tmp_path, row("1,00")), "--fill", out)

    assert result.exit_code == code
    assert not out.exists()


@pytest.mark.parametrize("given", [False, True])
def test_nothing_is_made_of_what_is_more_than_a_package_may_hold(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    """Filling a million participants is refused as evaluating them is, before they are parsed."""
    text = '{"format": "tender-package/1", "participants": [' + "{}," * 1_000_000 + "{}]}"
    (tmp_path / "paket.json").write_text(text, "utf-8")
    file = saved(tmp_path, row("1,00", "1,00", "", CHECK, CHECK, CHECK))
    monkeypatch.setattr("tender_desk.spse.writing.parse", None)
    path = "-" if given else str(tmp_path / "paket.json")

    result = run(
        "import",
        "spse",
        path,
        file,
        "--fill",
        str(tmp_path / "baru.json"),
        given=text if given else None,
    )

    assert (result.exit_code, result.stdout) == (1, "")
    assert "PKT096" in result.stderr


def test_a_begun_package_is_filled_from_standard_input(run: Run, tmp_path: Path) -> None:
    """It need not be whole; the places are told as JSON."""
    out = tmp_path / "baru.json"
    file = saved(tmp_path, row("Rp 5,00", name="PT Baru"))
    result = run("import", "spse", "-", file, "--fill", out, "--json", given="{}")
    told = json.loads(result.stdout)

    assert told["written"] == str(out)
    assert [x["path"] for x in told["filled"]] == [
        "participants[0]",
        "participants[0].price.stated_total",
    ]
    assert [x["code"] for x in told["left"]] == ["vat_percent", "submitted"]


def test_a_workbook_is_compared_and_filled_as_well(run: Run, tmp_path: Path) -> None:
    """It says the same as its JSON, and what is written is JSON."""
    from tests.reading import workbook_bytes

    folder, out = tmp_path / "buku kerja", tmp_path / "baru.json"
    folder.mkdir()
    (folder / "paket.xlsx").write_bytes(workbook_bytes(GIVEN))
    before = (folder / "paket.xlsx").read_bytes()
    file = saved(tmp_path, row("1.000.000.000,00", THEIRS))

    assert f"L1 volume 90 100 {LESS} {VOLUME}" in flat(run("import", "spse", folder, file))
    assert run("import", "spse", folder, file, "--fill", out).exit_code == 0
    made = json.loads(out.read_text("utf-8"))
    assert made["participants"][0]["price"]["corrected_total"] == "999000000"
    assert (folder / "paket.xlsx").read_bytes() == before
    assert run("check", out).exit_code == 0


def test_a_name_cannot_drive_the_terminal(run: Run, written: Written, tmp_path: Path) -> None:
    """Control characters of a page are not printed."""
    file = saved(tmp_path, row("1,00", name="PT \x1b[2J Jahat"))
    result = run("import", "spse", written(GIVEN), file)

    assert "Jahat" in result.output
    assert "\x1b" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo terminal is needed")
def test_on_a_terminal(written: Written, tmp_path: Path) -> None:
    """Ruled tables; no figure is broken over lines."""
    file = saved(tmp_path, row("1.000.000.000,00", THEIRS, "", CHECK, CROSS, STAR))
    screen = on_terminal(["import", "spse", str(written(GIVEN)), str(file)])

    assert OURS in screen
    assert LESS in screen
    assert "─" in screen


def test_every_code_of_a_page_is_explained(run: Run) -> None:
    """By `tender explain CODE`."""
    for code, words in TEXTS.items():
        result = run("explain", code)
        assert result.exit_code == 0
        assert words.hint_id[:30] in " ".join(result.stdout.split())


def test_the_group_and_its_help(run: Run) -> None:
    """Both say what they are for; a source that is not there is wrong use."""
    assert "spse" in run("import", "--help").stdout
    assert "--fill BARU" in run("import", "spse", "--help").stdout
    assert run("import", "lpse").exit_code == 2


def test_evaluating_a_package_loads_nothing_of_it(written: Written) -> None:
    """Neither lxml nor the reader of pages."""
    code = (
        "import sys; from tender_cli.main import main\n"
        "try: main(['evaluate', sys.argv[1], '--json'])\n"
        "except SystemExit: pass\n"
        "ours = ('tender_desk.spse', 'lxml')\n"
        "print(sorted(m for m in sys.modules if m.startswith(ours)), file=sys.stderr)"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(written(GIVEN))],
        capture_output=True, text=True, check=False, env=paths,
    )  # fmt: skip

    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_where_nothing_was_read_nothing_is_said_to_agree(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """A figure in another spelling is shown as not understood, and compared with nothing."""
    file = tmp_path / "hasil.html"
    unread = table(("Nama Peserta", "Penawaran"), [("CV p1 Contoh", "1,000,000,000.00")])
    file.write_text(page(unread), "utf-8")
    result = run("import", "spse", written(GIVEN), file)

    assert "Tidak ada angka atau tanda yang terbaca untuk dibandingkan." in flat(result)
    assert "Semua yang terbaca sama dengan evaluasi ini." not in flat(result)

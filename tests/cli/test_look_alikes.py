"""What looks like another is told and refuses nothing: bidders of one name, copies of a file."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.screens import Package, Run


def named(*names: str) -> Any:
    """A change that gives the bidders these names."""

    def change(content: dict[str, Any]) -> None:
        for who, name in zip(content["participants"], names, strict=False):
            who["name"] = name

    return change


@pytest.mark.parametrize(
    "other", ["pt. karya-contoh", "P.T. Karya  Contoh", "CV Karya Contoh", "KARYACONTOH, PT"]
)
def test_bidders_of_one_name_are_told(run: Run, package: Package, other: str) -> None:
    """By code and as written, and the package stays valid."""
    path = package(named("PT Karya Contoh", other))
    checked = run("check", path)

    assert checked.exit_code == 0
    assert "nama p1, p2 sama kecuali huruf besar" in checked.stderr
    assert f"PT Karya Contoh; {other}" in checked.stderr
    assert "the names of p1, p2 are the same" in run("check", path, "--lang", "en").stderr


def test_a_refresh_tells_bidders_of_one_name(run: Run, package: Package, tmp_path: Path) -> None:
    """And writes what it writes."""
    path = package(named("PT Karya Contoh", "PT. KARYA CONTOH"))
    made = run("worksheet", path, "--output", tmp_path / "baru.xlsx")

    assert "nama p1, p2 sama" in made.stderr
    assert (tmp_path / "baru.xlsx").is_file()


def test_other_names_are_not_told(run: Run, package: Package) -> None:
    """A number or a word more is another bidder."""
    checked = run("check", package(named("PT Karya Contoh", "PT Karya Contoh 2")))

    assert "sama kecuali" not in checked.stderr


@pytest.mark.parametrize(
    "copy",
    [
        *("paket (1)", "paket - Copy", "paket - Copy (2)", "Salinan paket", "Copy of paket"),
        *("Copy of Copy of paket", "paket - Salin", "PAKET copy 2"),
    ],
)
@pytest.mark.parametrize("command", ["check", "status", "evaluate"])
def test_a_copy_beside_is_told(run: Run, package: Package, command: str, copy: str) -> None:
    """Which file was read and which probably is the copy; and from the copy, of what it is one."""
    folder = package()
    shutil.copy(folder / "paket.json", folder / f"{copy}.json")
    told = run(command, folder).stderr

    assert f"{folder / 'paket.json'}: berkas ini yang dibaca; di sampingnya ada {copy}.json" in told
    if command == "check":
        of_copy = run(command, folder / f"{copy}.json").stderr
        assert "mungkin hanya salinan dari paket.json" in of_copy


def test_a_refresh_tells_a_copy_beside(run: Run, package: Package, tmp_path: Path) -> None:
    """Of the workbook that it refreshes where it lies."""
    book = tmp_path / "satu" / "paket.xlsx"
    book.parent.mkdir()
    run("worksheet", package(), "--output", book)
    shutil.copy(book, book.with_name("Salinan paket.xlsx"))

    assert "di sampingnya ada Salinan paket.xlsx" in run("worksheet", book.parent).stderr


@pytest.mark.parametrize("other", ["paket lama", "paket-2", "paketku (1)", "copy", "salinan"])
def test_another_file_is_no_copy(run: Run, package: Package, other: str) -> None:
    """Nothing is told of it."""
    folder = package()
    shutil.copy(folder / "paket.json", folder / f"{other}.json")

    assert "di sampingnya" not in run("check", folder).stderr


ONE, AS_NEW = "01.234.567.8-901.000", "0012345678901000"


def numbered(npwp: str | None, *members: tuple[str, str], other: str = AS_NEW) -> Any:
    """A change that gives p1 a number or members of a KSO with theirs, and p2 a number."""

    def change(content: dict[str, Any]) -> None:
        first, second, *_ = content["participants"]
        second["npwp"] = other
        if npwp is not None:
            first["npwp"] = npwp
        if members:
            content["tender"]["requirements"]["evaluasi_administrasi"]["kso_agreement"] = True
            first["members"] = [
                {"id": f"a{n}", "name": f"PT {name}", "npwp": number, "lead": n == 1}
                | {"share_percent": 60 if n == 1 else 40}
                for n, (name, number) in enumerate(members, 1)
            ]

    return change


TWICE = "NPWP ************1000 tertulis lebih dari sekali: p1, p2."
BESIDES = "NPWP ************1000, anggota KSO, juga menawar di luar KSO itu: p1 anggota a2, p2."
LEAD, PARTNER = ("Induk", "0098765432109000"), ("Mitra", ONE)


@pytest.mark.parametrize(
    ("change", "told"), [(numbered(ONE), TWICE), (numbered(None, LEAD, PARTNER), BESIDES)]
)
def test_a_number_told_twice_is_told_and_refuses_nothing(
    run: Run, package: Package, change: Any, told: str
) -> None:
    """However it is written, of bidders and of a member of a KSO that bids alone."""
    checked = run("check", package(change))

    assert checked.exit_code == 0, checked.stderr
    assert told in checked.stderr
    assert "nothing was refused" in run("check", package(change), "--lang", "en").stderr


@pytest.mark.parametrize(
    "change",
    [
        numbered(ONE, other="0012345678901001"),
        numbered(LEAD[1], LEAD, PARTNER, other="0011111111111000"),
        numbered("01.2**.***.*-***.000", other="01.2**.***.*-***.000"),
    ],
)
def test_other_numbers_are_not_told(run: Run, package: Package, change: Any) -> None:
    """Another branch, a KSO by the number of its leader, and one of which digits are hidden."""
    checked = run("check", package(change))

    assert checked.exit_code == 0, checked.stderr
    assert "NPWP" not in checked.stderr


ODD = "NPWP terdiri atas 15, 16, atau 22 angka, yang tertulis tidak: "


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (numbered("01.234.567.8-901.00"), "p1 (14 angka)."),
        (numbered("belum ada", other="12345678901234567"), "p1 (0 angka); p2 (17 angka)."),
        (numbered(None, LEAD, ("Mitra", "98.765.432.1-098.00")), "p1 anggota a2 (14 angka)."),
        (numbered("0012345678901000000123", other="01.2**.***.*-***.000"), ""),
    ],
)
def test_a_number_of_other_length_is_told_and_refuses_nothing(
    run: Run, package: Package, change: Any, told: str
) -> None:
    """Which is a slip of who typed it; check digits are not looked at."""
    checked = run("check", package(change))

    assert checked.exit_code == 0, checked.stderr
    assert (ODD in checked.stderr) == bool(told)
    assert told in " ".join(checked.stderr.split())


def test_an_odd_number_is_told_at_its_cell(run: Run, package: Package, tmp_path: Path) -> None:
    """In a workbook, also when it is refreshed."""
    book = tmp_path / "paket.xlsx"
    made = run("worksheet", package(numbered("01.234.567.8-901.00")), "--output", book)
    assert "p1 (14 angka)" in made.stderr

    assert "p1 (14 angka, Peserta!C5)" in run("check", book).stderr
    assert "p1 (14 digits, Peserta!C5)" in run("check", book, "--lang", "en").stderr


def test_what_may_be_pasted_is_told_at_its_cells(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """Of a workbook, with what to do; it refuses nothing."""
    book = tmp_path / "paket.xlsx"
    run("worksheet", package(numbered("PT Mitra")), "--output", book)
    checked = run("check", book)

    assert checked.exit_code == 0, checked.stderr
    assert "Peserta!C5: XLS243 Isi C5 tidak seperti isi kolom NPWP" in checked.stderr
    assert "petunjuk: Periksa sel itu" in checked.stderr

"""The states of the guide's tender beside its steps: mistyped, tied, in two files, and others."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.desk.typed import (
    BOOK,
    HANDED_IN,
    REFRESHED,
    ROOT,
    STEPS,
    TENDER,
    Opened,
    moment,
)
from tests.desk.workbook.attaching import schedule
from tests.reading import read_bytes, workbook_bytes

__all__ = ["BRANCHES", "TWO_FILES", "before", "go_on"]

TWO_FILES = "dua-file"


def mistyped(desk: Opened) -> None:
    """What is typed wrong most often."""
    desk.cell("Peserta", "NPWP", 1).value = 1234567890123456
    desk.cell("Peserta", "Memasukkan penawaran", 2).value = "kemarin"
    desk.cell("Peserta", "Masuk Daftar Hitam", 2).value = "bersih"
    desk.cell("Harga p2", "Harga Satuan", 8).value = "1,340.000"
    desk.cell("Penilaian", "Oleh").value = "m9"


def tied(desk: Opened) -> None:
    """The corrected totals of p1 and p3 are the same.

    By hand: p3 asks Rp550.000 more for L01, with PPN 610.500; 2.741.866.500 and that is the
    2.742.477.000 of p1.
    """
    desk.row("Harga p3", {"Harga Satuan": 40_550_000, "Total": 40_550_000}, 1)
    desk.cell("Peserta", "Harga penawaran (Rp)", 3).value = 2_587_077_000


def settled(desk: Opened) -> None:
    """The panel's decision about the two."""
    tied(desk)
    decision = {
        "Jenis": "keputusan peringkat",
        "Waktu": moment("2023-03-28T10:00"),
        "Anggota": "m1; m2; m3",
        "Urutan": "p1; p3",
        "Alasan": "nilai pengalaman sejenis p1 lebih tinggi",
    }
    desk.event(decision)


def attached(desk: Opened) -> None:
    """The prices of p2 are in its own file beside the workbook."""
    lines = next(who for who in HANDED_IN if who["id"] == "p2")["price"]["lines"]
    known = {line["id"]: line for line in TENDER["hps"]["lines"]}
    rows: list[tuple[Any, ...]] = [("", "DIVISI 1. UMUM", "", "", "", "")]
    for place, line in enumerate(lines, 1):
        what = known[line["id"]]
        amounts = (int(line["quantity"]), int(line["unit_price"]), int(line["amount"]))
        rows.append((place, what["description"], what["unit"], *amounts))
    # By hand: the sum as p2 wrote it, 2.430.240.000 + 87.600.000, and with 11 percent its total.
    rows += [("", "Jumlah", "", "", "", 2_517_840_000), ("", "PPN 11%", "", "", "", 276_962_400)]
    rows.append(("", "Total", "", "", "", 2_794_802_400))
    (desk.file.parent / "harga-p2.xlsx").write_bytes(schedule(rows))
    del desk.book["Harga p2"]
    desk.cell("Peserta", "Berkas daftar harga", 2).value = "harga-p2.xlsx"


def at_once(desk: Opened) -> None:
    """One line that says that everybody meets everything, and one on the proof."""
    line = {"Putusan": "memenuhi", "Oleh": "m1; m2; m3", "Waktu": moment("2023-03-29T13:00")}
    for place, stage in enumerate(("semua tahap", "pembuktian kualifikasi"), 1):
        desk.row("Penilaian", {"Tahap": stage, **line}, place)
    for place in (1, 2, 3):
        desk.cell("Peserta", "Hadir pembuktian", place).value = "ya"


def beside_spse(desk: Opened) -> None:
    """A paste of SPSE's table, in which the volume 660 of p2 was left as it is.

    By hand: 2.697.566.400 + 20 x 480.000 x 1,11 = 2.708.222.400.
    """
    heads = "Nama Peserta\tPenawaran\tHarga Terkoreksi"
    rows = (
        "PT Rekaan Bina Marga - 00.011.002.7-890.002\tRp 2.794.802.400,00\tRp 2.708.222.400,00",
        "CV Umpama Karya Jalan - 00.011.001.7-890.001\tRp 2.742.477.000,00\tRp 2.742.477.000,00",
    )
    text = "\n".join((heads, *rows))
    (desk.file.parent / "hasil-spse.txt").write_text(text, "utf-8")


def announced(desk: Opened) -> None:
    """The announcement, after which a letter is no draft."""
    row = {"Jenis": "pengumuman", "Waktu": moment("2023-03-31T13:00"), "Tentang": "pemilihan"}
    desk.event(row)


def two_files(folder: Path) -> None:
    """The workbook of a tender in two files whose prices are not opened yet: none is typed."""
    given = json.loads((ROOT / "samples" / "keamanan-jaringan" / "paket.json").read_text("utf-8"))
    for who in given["participants"]:
        who.pop("price", None)
    given["events"] = given["events"][:2]  # what came in, and until when
    package = read_bytes(json.dumps(given).encode(), "paket.json").package
    assert package is not None
    folder.mkdir()
    (folder / BOOK).write_bytes(workbook_bytes(package))


# Other states, each from a state of the steps.
BRANCHES: Mapping[str, tuple[str, Callable[[Opened], None]]] = {
    "salah-ketik": ("dinilai", mistyped),
    "harga-sama": ("dinilai", tied),
    "harga-sama-diputus": ("dinilai", settled),
    "berkas-peserta": ("harga", attached),
    "sekaligus": ("harga", at_once),
    "spse": ("selesai", beside_spse),
    "diumumkan": ("selesai", announced),
}


def before(state: str) -> str | None:
    """The state that `state` is made from; none where it begins with an empty folder."""
    if state in BRANCHES:
        return BRANCHES[state][0]
    states = [None, *STEPS]
    return states[states.index(state) - 1] if state in STEPS else None


def go_on(folder: Path, state: str, run: Callable[..., object]) -> None:
    """Do in `folder`, which is in the state before, what the guide says up to `state`.

    Args:
        folder: the folder of the tender; for a state that begins, one that is not there yet.
        state: a state of the steps or of the branches, or `TWO_FILES`.
        run: runs `tender` with these words.
    """
    if state == TWO_FILES:
        two_files(folder)
        return
    step = BRANCHES[state][1] if state in BRANCHES else STEPS[state]
    if not folder.exists():
        run("init", folder, "--workbook")
    if state == REFRESHED:
        run("worksheet", folder)
    desk = Opened(folder / BOOK)
    step(desk)
    desk.save()

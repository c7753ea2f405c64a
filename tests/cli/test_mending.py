"""After the faults of a workbook one line says which to mend first, and why."""

import pytest

from tender_cli.mending import first_to_mend
from tender_engine.faults import Diagnostic

WITH_IT = "kesalahan di lembar lain dapat hilang bersamanya."


def told(*cells: str) -> list[Diagnostic]:
    """Faults at cells, each after a `:` with its code and the last word of what it says."""
    parts = [each.partition(":")[::2] for each in cells]
    return [
        Diagnostic(code[:6] or f"XLS{n:03}", "p.xlsx", 1, 1, "", f"m {code[7:]}.", "h", cell)
        for n, (cell, code) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((), ""),
        (("Peserta!A7",), ""),
        # A fault of JSON has no cell.
        (("", ""), ""),
        (
            ("Harga p1!B3:XLS026", "Kriteria!A5", "Peserta!A7:PKT030", "KSO!A8:XLS193 Peserta"),
            f"Mulai dari: lembar Peserta, sel A7 (PKT030); 2 {WITH_IT}",
        ),
        # A bidder who is not there does not come back with a bid in time.
        (
            ("Peserta!H8", "Penilaian!C5", "Penilaian!B6:XLS193 Peserta"),
            "Mulai dari: lembar Peserta, sel H8 (XLS000).",
        ),
        # A winner who is nobody is mended before what follows from a name on a sheet before it.
        (
            ("HPS!A4:XLS193 Pokja", "Peristiwa!B5"),
            "Mulai dari: lembar Peristiwa, sel B5 (XLS001).",
        ),
        (
            ("Paket!B6", "Peserta!A4:XLS220", "Surat!D8:PKT051"),
            f"Mulai dari: lembar Peserta, sel A4 (XLS220); 1 {WITH_IT}",
        ),
        # A late bid and a verdict that is none have nothing to do with each other.
        (
            ("Peserta!H8", "Matriks!K18", "Surat!A5:XLS193 Pokja", "Matriks!B3:PKT052"),
            "Mulai dari: lembar Peserta, sel H8 (XLS000).",
        ),
        (
            ("Paket!B6", "Peserta!A7", "Penilaian!C5"),
            "Mulai dari: lembar Paket, sel B6 (XLS000).",
        ),
        (("HPS!D5", "HPS!D6"), "Mulai dari: lembar HPS, sel D5 (XLS000)."),
        (("Surat!A5", "Peristiwa!B5"), "Mulai dari: lembar Surat, sel A5 (XLS000)."),
    ],
)
def test_what_others_name_comes_first(cells: tuple[str, ...], said: str) -> None:
    """Paket, Pokja, HPS, Peserta, Kriteria, then the others as they stand."""
    assert first_to_mend(told(*cells)) == said


def test_what_the_law_objects_to_comes_after_what_could_not_be_read() -> None:
    """It may follow from that, whatever the sheet on which it is told."""
    law = Diagnostic("ATR018", "p.xlsx", 1, 1, "", "m", "h", "Kriteria!A9")
    row = Diagnostic("XLS219", "p.xlsx", 1, 1, "", "m", "h", "Persyaratan!A4")
    assert first_to_mend([law, row]) == "Mulai dari: lembar Persyaratan, sel A4 (XLS219)."

"""After the faults of a workbook one line says which to mend first, and why."""

import pytest

from tender_cli.mending import first_to_mend
from tender_engine.faults import Diagnostic

WITH_IT = "kesalahan di lembar lain dapat hilang bersamanya."


def told(*cells: str) -> list[Diagnostic]:
    return [Diagnostic(f"XLS{n:03}", "p.xlsx", 1, 1, "", "m", "h", c) for n, c in enumerate(cells)]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((), ""),
        (("Peserta!A7",), ""),
        # A fault of JSON has no cell.
        (("", ""), ""),
        (
            ("Paket!B6", "Peserta!A7", "Penilaian!C5"),
            f"Mulai dari: lembar Paket, sel B6 (XLS000); 2 {WITH_IT}",
        ),
        (
            ("Harga p1!B3", "Kriteria!A5", "Peserta!A7", "Peserta!A8"),
            f"Mulai dari: lembar Peserta, sel A7 (XLS002); 2 {WITH_IT}",
        ),
        (("HPS!D5", "HPS!D6"), "Mulai dari: lembar HPS, sel D5 (XLS000)."),
        (("Surat!A5", "Peristiwa!B5"), "Mulai dari: lembar Surat, sel A5 (XLS000)."),
    ],
)
def test_what_others_name_comes_first(cells: tuple[str, ...], said: str) -> None:
    """Paket, Pokja, HPS, Peserta, Kriteria, then the others as they stand."""
    assert first_to_mend(told(*cells)) == said

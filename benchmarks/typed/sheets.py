"""Names of sheets and of their heads, as the workbook has them, and where they stand."""

from collections.abc import Mapping
from typing import Any, TypeAlias

# Where columns have their heads; in rows above, a sheet may say whose and of when it is, and what
# of it need not be typed.
HEADS, ABOUT, NOTES = 4, 3, 2
OF_TENDER, PAGE, REQUIRED, CRITERIA, ESTIMATE = "Paket", "SPSE", "Persyaratan", "Kriteria", "HPS"
BIDDERS, KSO, PRICES = "Peserta", "KSO", "Harga "
ANALYSES = ANALYSED, COMPONENTS = "Analisa Harga", "Komponen Harga"
GENERAL, MATRIX, EVENTS, CONFIRMED = "Penilaian", "Matriks", "Peristiwa", "Konfirmasi"
# The sheets whose rows have a time each.
DATED = (GENERAL, "Pengecualian", EVENTS, "Surat")
MADE = "Mesin"  # begins the head of a column that the engine writes
WORDS = "Uraian"  # in a matrix for the eye alone
WHEN, ROW_AT = "Waktu", "Waktu baris"
ASKED = ("Oleh", WHEN)  # above the heads

Row: TypeAlias = Mapping[str, Any]
# Values by row and column.
Cells: TypeAlias = Mapping[tuple[int, int], Any]

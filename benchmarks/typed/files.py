"""What is pasted into a workbook from a file: SPSE's page of a tender, a bidder's analyses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from benchmarks.typed.sheets import ESTIMATE, HEADS, PAGE, Row
from benchmarks.typed.typist import Typist

__all__ = ["ON_THE_PAGE", "analysed", "page"]

# A bidder's analysis of prices, in the columns of its form, with titles and sums of its sections.
AMOUNT, _LINE = "Jumlah", ("Peserta", "Baris")
_FORM = ("Kode", "Uraian", "Satuan", "Koefisien ditawarkan", "Harga ditawarkan", AMOUNT)
_SECTIONS = {"upah": ("A", "TENAGA"), "bahan": ("B", "BAHAN"), "alat": ("C", "PERALATAN")}
# What a Pokja says of all components at once is pulled down over titles and sums as well.
_DECIDED = ("Koefisien diterima", "Harga diterima")
# What SPSE's page of the tender says, by its labels as they stand there, and by the fields that it
# answers; it is pasted as one block where there is a sheet for it.
ON_THE_PAGE = (
    *("Kode tender *", "Nama paket *", "K/L/PD *", "Satuan kerja *", "Jenis pengadaan *"),
    *("Kualifikasi *", "Pemasukan dokumen *", "Metode evaluasi *", "Jenis kontrak *"),
    *("Pagu anggaran (Rp) *", "Nilai total HPS (Rp) *", "Sumber dana", "Tahun anggaran"),
)


def page(typist: Typist, of_tender: Iterable[tuple[int, Row]], *, seleksi: bool) -> None:
    """Paste what SPSE's page of a tender says, as it prints it: what its form has."""
    said = {next(iter(row.values())): row["Nilai"] for _, row in of_tender}
    code, title, buyer, unit, category, *rest = (said[field] for field in ON_THE_PAGE)
    procedure, envelope, method, contract, pagu, hps, funding, year = rest
    kind = "Seleksi" if seleksi else "Tender"
    of = {"barang": "Pengadaan Barang"}.get(category, f"{category} Konstruksi".title())
    lines: tuple[tuple[str, ...], ...] = (
        (f"Kode {kind}", code),
        (f"Nama {kind}", title),
        ("Instansi", buyer),
        ("Satuan Kerja", unit),
        ("Kategori", of.replace("Konstruksi Konstruksi", "Konstruksi")),
        ("Sistem Pengadaan", f"{kind} - {procedure} {envelope} - {method}".title()),
        ("Tahun Anggaran", f"{funding} {year}"),
        ("Nilai Pagu Paket", _rupiah(pagu), "Nilai HPS Paket", _rupiah(hps)),
        ("Jenis Kontrak", str(contract).title()),
    )
    block = {
        (row, column): cell
        for row, line in enumerate(lines, HEADS + 1)
        for column, cell in enumerate(line, 1)
    }
    typist.paste(PAGE, block)


def analysed(typist: Typist, sheet: str, components: Sequence[Row]) -> None:
    """Paste the analyses of a bidder's file, each below the line that it is of.

    Whose they are and what was decided of their components is typed beside them.
    """
    heads, row = typist.heads(sheet), HEADS
    mostly = {
        title: Counter(one[title] for one in components if title in one).most_common(1)[0][0]
        for title in _DECIDED
    }
    words = {line["Kode"]: line["Jenis Barang/Jasa"] for _, line in typist.rows(ESTIMATE)}
    columns = [heads[title] for title in _FORM]
    cells: dict[tuple[int, int], Any] = {}
    for bidder, of_bidder in groupby(components, key=lambda one: one["Peserta"]):
        block: dict[tuple[int, int], Any] = {}
        for line, group in groupby(of_bidder, key=lambda one: one["Baris"]):
            head = ((line, words[line], None, None, None, None), {})
            for form, component in (head, *_as_in_the_form([*group])):
                row += 1
                written = zip(columns, form, strict=True)
                block |= {(row, at): value for at, value in written if value}
                own = {t: v for t, v in component.items() if t not in (*_FORM, *_LINE, "Jenis")}
                said = {"Peserta": bidder, **mostly, **own}
                cells |= {(row, heads[title]): value for title, value in said.items()}
        typist.paste(sheet, block)
    typist.enter(sheet, cells)


def _as_in_the_form(components: Sequence[Row]) -> Iterator[tuple[tuple[Any, ...], Row]]:
    """The rows of the form, each with the component that it is; nothing of titles and sums."""
    for kind, (letter, title) in _SECTIONS.items():
        yield (letter, title, None, None, None, None), {}
        total = Decimal(0)
        of_kind = (one for one in components if one["Jenis"] == kind)
        for number, one in enumerate(of_kind, 1):
            if one["Kode"] != f"{letter}{number}":
                raise LookupError(f"{one['Kode']} is not as the form numbers it")
            coefficient, price = (Decimal(str(one[_FORM[at]])) for at in (3, 4))
            total += coefficient * price
            said = (one["Uraian"], one["Satuan"], coefficient, price, coefficient * price)
            yield (str(number), *said), one
        yield (None, f"JUMLAH {title}", None, None, None, total), {}


def _rupiah(amount: Any) -> str:
    """As SPSE prints an amount."""
    return f"Rp {Decimal(str(amount)):,.2f}".translate(str.maketrans(",.", ".,"))

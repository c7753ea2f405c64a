"""What SPSE says of a tender on its own page of it, pasted whole on the sheet `SPSE`.

Of that page the labels are known, each with what stands beside it, wherever the block was pasted
and whatever else is on it. What cannot be read as the field that it is, or is said twice in two
ways, is told and left to be typed on the sheet `Paket`; so is a page of which nothing is known.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from attrs import evolve

from tender_desk.workbook.kinds import TEXT, CellError, Choice, Part, grouped
from tender_desk.workbook.kinds.printed_system import Printed
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.layout import Field
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Said
from tender_desk.workbook.reading.sheet_cells import Cells, is_blank, read_cell, title_key
from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.faults import Fault, Spot
from tender_engine.numbers import plain, same_value

__all__ = ["read_page"]

# By the labels of the page: of a Tender and a Seleksi, of several versions of SPSE.
_LABELS = {
    "Kode tender": ("Kode Tender", "Kode Seleksi"),
    "Nama paket": ("Nama Tender", "Nama Seleksi"),
    "K/L/PD": ("K/L/PD", "K/L/PD/Instansi Lainnya", "Instansi"),
    "Satuan kerja": ("Satuan Kerja",),
    "Jenis pengadaan": ("Jenis Pengadaan", "Kategori"),
    "Metode evaluasi": ("Sistem Pengadaan", "Metode Pengadaan"),
    "Jenis kontrak": ("Jenis Kontrak", "Cara Pembayaran"),
    "Pagu anggaran (Rp)": ("Nilai Pagu Paket",),
    "Nilai total HPS (Rp)": ("Nilai HPS Paket",),
    "Sumber dana": ("Tahun Anggaran",),
    "Tahun anggaran": ("Tahun Anggaran",),
}
_FIELDS = {field.title: field for field in PACKAGE_FORM.fields}
_KNOWN: Mapping[str, tuple[Field, ...]] = {
    title_key(label): tuple(_FIELDS[title] for title, labels in _LABELS.items() if label in labels)
    for labels in _LABELS.values()
    for label in labels
}
_DIFFERS, _UNREAD, _NO_PAGE = "XLS226", "XLS227", "XLS232"
_LONGEST = 80
_BELOW_WORDS = len(names.SPSE_HEAD) + 1
# `APBD 2026`: of one source and one year.
_YEAR = re.compile(r"(?P<funding>\w+(?: \w+)?) (?P<fiscal_year>20[0-9]{2})")
_RUPIAH = re.compile(r"^Rp\.?\s*", re.IGNORECASE)


def read_page(
    cells: Cells, local: Local, value: dict[str, Any], take: Callable[[Said], None]
) -> Iterator[Fault]:
    """Put into the plain values of a package what the page says and `Paket` does not.

    Args:
        cells: the sheet.
        local: how the workbook is read.
        value: the plain values, the forms among them.
        take: puts a field into them; what cannot be read is known by its cell alone.

    Yields:
        What `Paket` says otherwise, and what it does not say where the page cannot be read: one
        fault a cell.
    """
    told = set[str]()
    fields = [*_fields(cells, local)]
    if not fields and (spot := _first_pasted(cells)):
        yield Fault(_NO_PAGE, (), {}, spot=spot)
    for said, shown in fields:
        typed = get(value, said.key)
        if typed is MISSING:
            take(said)
        if (fault := _fault(said, shown, typed)) and said.spot.cell not in told:
            told.add(said.spot.cell)
            yield fault
        if isinstance(said.value, Printed) and isinstance(typed, str):
            del value["tender"][said.key[-1]]
            take(evolve(said, value=said.value.of(typed)))


def _first_pasted(cells: Cells) -> Spot | None:
    """The first cell below the words that the sheet has of its own."""
    grid = Grid(cells.title, cells.number)
    for row, filled in cells.rows():
        for cell in filled:
            if row >= _BELOW_WORDS and not is_blank(cell):
                return grid.spot(row, cell.column)
    return None


def _fields(cells: Cells, local: Local) -> Iterator[tuple[Said, str]]:
    """The fields that the page says, each with its cell and how it stands there.

    One said in two ways says nothing.
    """
    found: dict[str, list[tuple[Said, str]]] = {}
    grid = Grid(cells.title, cells.number)
    for row, filled in cells.rows():
        for label, cell in pairwise(cell for cell in filled if not is_blank(cell)):
            for field in _KNOWN.get(title_key(label.value), ()):
                value = _value(cells, field, cell, local)
                title, spot = f"{field.title} ({names.SPSE})", grid.spot(row, cell.column)
                said = Said(field.key or (), title, value, spot)
                if title_key(cell.value) not in _KNOWN:
                    shown = " ".join(str(cell.value).split())
                    found.setdefault(field.title, []).append((said, shown))
    for (said, shown), *others in found.values():
        same = all(one.value == said.value for one, _ in others)
        every = dict.fromkeys((shown, *(other for _, other in others)))
        yield (said, shown) if same else (evolve(said, value=None), " / ".join(every))


def _fault(said: Said, shown: str, typed: Any) -> Fault | None:
    """What is wrong with a field of the page: unread, where `Paket` is blank, or another."""
    title = said.title.partition(f" ({names.SPSE})")[0]
    field = _FIELDS[title]
    if typed is MISSING and said.value is not None:
        return None
    if said.value is None:
        params = {"title": title, "found": shown[:_LONGEST]}
        return Fault(_UNREAD, (), params, spot=said.spot) if typed is MISSING else None
    if same_value(str(typed), str(said.value)) or _folded(typed) == _folded(said.value):
        return None
    found, known = (_shown(field, value) for value in (said.value, typed))
    return Fault(_DIFFERS, (), {"title": title, "found": found, "known": known}, spot=said.spot)


def _folded(value: Any) -> str:
    """A text without what the page and a person may write otherwise: its capitals and spaces."""
    return " ".join(str(value).split()).casefold()


def _shown(field: Field, value: Any) -> str:
    written = value if field.kind is None else field.kind.write(value)
    return grouped(plain(written)) if isinstance(written, Decimal) else str(written)[:_LONGEST]


def _value(cells: Cells, field: Field, cell: Any, local: Local) -> Any:
    """What the page says of a field; nothing where it cannot be read."""
    try:
        text = read_cell(cells, TEXT, cell)
        if not isinstance(text, str) or field.kind is None:
            return None
        kind = field.within(field.kind, local)
        if not isinstance(cell.value, str):
            return read_cell(cells, kind, cell)
        value = kind.read(Part(_AS_TYPED.get(field.title, str)(text)))
    except CellError:
        return None
    known = not isinstance(kind, Choice) or value in kind.members
    return value if known else None


def _part_of_year(part: str) -> Callable[[str], str]:
    def said(text: str) -> str:
        found = _YEAR.fullmatch(" ".join(text.split()))
        return found[part] if found else ""

    return said


# What a person would have typed in the place of what the page says.
_AS_TYPED: Mapping[str, Callable[[str], str]] = {
    "Pagu anggaran (Rp)": lambda text: _RUPIAH.sub("", text.strip()),
    "Nilai total HPS (Rp)": lambda text: _RUPIAH.sub("", text.strip()),
    "Sumber dana": _part_of_year("funding"),
    "Tahun anggaran": _part_of_year("fiscal_year"),
}

"""What a page of SPSE says, as values: tables, their rows, and whatever was not understood."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from attrs import evolve, field, frozen

from tender_engine.faults import Diagnostic, FaultTexts

__all__ = [
    "MARKS",
    "MOST_COLUMNS",
    "MOST_ELEMENTS",
    "MOST_ROWS",
    "MOST_TABLES",
    "PAGE_TEXTS",
    "Bidder",
    "Cell",
    "Item",
    "Mark",
    "Meaning",
    "Place",
    "Raw",
    "RefusedError",
    "Remark",
    "SpseReading",
    "SpseTable",
    "TableKind",
]

MOST_TABLES, MOST_ROWS, MOST_COLUMNS, MOST_ELEMENTS = 200, 5_000, 100, 250_000
# A figure may stand where a mark is looked for.
_ON_A_CELL = ("SPS105", "SPS106")
PAGE_TEXTS = FaultTexts(Path(__file__).with_name("page_faults.toml"))


class Mark(StrEnum):
    """A mark of SPSE in a column such as A, K, T, H, B or P; the star is for winners."""

    LULUS = "lulus"
    GUGUR = "gugur"
    BINTANG = "bintang"
    TANPA_TANDA = "tanpa_tanda"


class TableKind(StrEnum):
    """What a table tells of: bidders (a line each), or the price of one, line by line."""

    PESERTA = "peserta"
    RINCIAN = "rincian"


class Meaning(StrEnum):
    """What a column of SPSE holds. Letters are SPSE's own, as its legend explains them."""

    NO = "no"
    NAMA = "nama"
    NAMA_PEMENANG = "nama_pemenang"
    NPWP = "npwp"
    ALAMAT = "alamat"
    PENAWARAN = "penawaran"
    TERKOREKSI = "terkoreksi"
    NEGOSIASI = "negosiasi"
    REVERSE_AUCTION = "reverse_auction"
    KONTRAK = "kontrak"
    A = "A"
    K = "K"
    T = "T"
    H = "H"
    B = "B"
    P = "P"
    PK = "PK"
    V = "V"
    SKOR = "skor"
    ALASAN = "alasan"
    URAIAN = "uraian"
    SATUAN = "satuan"
    VOLUME = "volume"
    VOLUME_KEDUA = "volume_kedua"
    HARGA = "harga"
    PAJAK = "pajak"
    PAJAK_RUPIAH = "pajak_rupiah"
    TOTAL = "total"
    KETERANGAN = "keterangan"


MARKS = tuple(Meaning(letter) for letter in ("A", "K", "T", "H", "B", "P", "PK", "V"))


class RefusedError(ValueError):
    """A file that is not read at all; `code` says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code, self.params = code, params

    @classmethod
    def too_much(cls) -> "RefusedError":
        """More tables, rows or columns than any page of SPSE has."""
        most = {"tables": MOST_TABLES, "rows": MOST_ROWS, "columns": MOST_COLUMNS}
        most["elements"] = MOST_ELEMENTS
        return cls("SPS006", **{name: str(number) for name, number in most.items()})


@frozen
class Place:
    """Where something stands, counted from 1: table, row and column; 0 is the whole."""

    table: int = 0
    row: int = 0
    column: int = 0

    def said(self, lang: str) -> str:
        """The place in words; empty for the file as a whole."""
        words = ("table", "row", "column") if lang == "en" else ("tabel", "baris", "kolom")
        numbers = (self.table, self.row, self.column)
        return " ".join(f"{word} {n}" for word, n in zip(words, numbers, strict=True) if n)


@frozen
class Remark:
    """Something that was not understood, or only in part; its words stand in `PAGE_TEXTS`."""

    code: str
    place: Place = Place()
    params: Mapping[str, str] = field(factory=dict)

    def diagnose(self, file: str, lang: str) -> Diagnostic:
        """The remark in words, as about `file`."""
        words, cell = PAGE_TEXTS[self.code], self.place.said(lang)
        message, hint = (
            text.format_map(self.params) for text in (words.message(lang), words.hint(lang))
        )
        return Diagnostic(self.code, file, 1, 1, "$", message, hint, cell or "-")


@frozen
class Cell:
    """One cell as it stands: its text, and the names of what is drawn in it."""

    text: str
    icons: tuple[str, ...] = ()
    head: bool = False


@frozen
class Raw:
    """A table as it stands, with the text before it; a `pasted` one has lost its icons."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    heading: str = ""
    pasted: bool = False


@frozen
class Bidder:
    """A row about one bidder. Amounts are rupiah; a column that is blank or unread is not there."""

    place: Place
    name: str
    npwp: str | None
    amounts: Mapping[Meaning, Decimal]
    marks: Mapping[Meaning, Mark]
    reason: str = ""
    named_winner: bool = False


@frozen
class Item:
    """A line of a price as SPSE shows it; `None` where a column is blank, absent or unread."""

    place: Place
    description: str
    unit: str
    volume: Decimal | None
    second_volume: Decimal | None
    price: Decimal | None
    vat_percent: Decimal | None
    total: Decimal | None


@frozen
class SpseTable:
    """A table that was understood. `columns` are the heads with what each was taken for."""

    number: int
    kind: TableKind
    heading: str
    columns: tuple[tuple[str, Meaning | None], ...]
    bidders: tuple[Bidder, ...] = ()
    items: tuple[Item, ...] = ()
    skipped: tuple[str, ...] = ()


@frozen
class SpseReading:
    """What was read of one file.

    Attributes:
        name: the file as it is shown.
        tables: what was understood.
        facts: pairs such as `("Kode Tender", "123")` that stand beside each other.
        remarks: everything that was not understood, with its place.
        refused: why nothing of it can be used; `None` where something can.
    """

    name: str
    tables: tuple[SpseTable, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    refused: Remark | None = None

    @property
    def bidders(self) -> tuple[Bidder, ...]:
        """The rows about bidders, of all tables in their order."""
        return tuple(row for table in self.tables for row in table.bidders)

    def diagnose(
        self, lang: str, opened: Collection[tuple[int, int]] = ()
    ) -> tuple[Diagnostic, ...]:
        """All that was not understood, in words.

        A figure is told only on the rows that are `opened`, by table and row: elsewhere it may be
        of a price that is still sealed.
        """
        every = (self.refused, *self.remarks) if self.refused else self.remarks
        return tuple(_without_figure(one, opened).diagnose(self.name, lang) for one in every)


def _without_figure(remark: Remark, opened: Collection[tuple[int, int]]) -> Remark:
    """`remark`, its figure taken out where the row is none of the `opened`."""
    told = (remark.place.table, remark.place.row) in opened
    figure = any(sign.isdigit() for sign in remark.params.get("found", ""))
    if told or not figure or remark.code not in _ON_A_CELL:
        return remark
    return evolve(remark, params={**remark.params, "found": "…"})

"""The columns of a random schedule: what stands in each, and the titles over it."""

from collections.abc import Sequence
from random import Random
from typing import Any

from attrs import define, field
from openpyxl.utils import get_column_letter

__all__ = ["SPOTS", "Table", "columns_drawn"]

# Where a layout may leave a doubt. A layout has two of them at most: more would hide each other.
SPOTS = (
    "thing", "unit", "quantity", "months", "owners", "price", "amount", "rival", "twice",
    "negotiated", "taxed", "thousands", "foot", "parted", "row", "again", "sheet",
)  # fmt: skip
_UNKNOWN = ("Asdf", "Kolom X", "", "Rincian Y")
_MONEY = ("", " (Rp)", " (Rp.)", " (Rupiah)")


@define
class Table:
    """The columns of a sheet with the titles over each, from the upper to the lower row.

    `spots` are those that are doubtful; `groups` the first and the last column of titles that are
    over several, and whether those are merged.
    """

    random: Random
    spots: frozenset[str]
    keys: list[str] = field(factory=list)
    titles: list[tuple[str | None, ...]] = field(factory=list)
    groups: list[tuple[int, int]] = field(factory=list)

    def one(self, *sure: Any) -> Any:
        """One of some ways to write a part."""
        return self.random.choice(sure)

    def doubted(self, spot: str, sure: Sequence[Any], doubtful: Sequence[Any]) -> Any:
        """One of the ways, of those that leave a doubt where this is a spot for it."""
        return self.one(*(doubtful if spot in self.spots else sure))

    def seldom(self) -> bool:
        """Now and then."""
        return self.one(False, False, False, True)

    def add(self, key: str, *titles: str | None) -> None:
        """One more column."""
        self.keys.append(key)
        self.titles.append(titles)

    def over(self, title: str, *columns: tuple[str, str | None]) -> None:
        """Columns of which a title stands over all, with what is under it over each."""
        first = len(self.keys)
        for key, below in columns:
            upper = title if len(self.keys) == first else None
            self.add(key, *((upper,) if below is None else (upper, below)))
        self.groups.append((first, len(self.keys) - 1))

    def rows(self) -> list[list[Any]]:
        """The rows of titles."""
        made: list[list[Any]] = [
            [None] * len(self.keys) for _ in range(max(len(titles) for titles in self.titles))
        ]
        for column, titles in enumerate(self.titles):
            for row, title in enumerate(titles):
                made[row][column] = title
        return made

    def merged(self, row: int) -> list[str]:
        """What is merged in the upper row of titles; groups that are alike stand without too."""
        stacked = [first for first, _ in self.groups if len(self.titles[first]) > 1]
        loose = len(stacked) > 1 and self.one(False, False, True)
        return [
            f"{get_column_letter(first + 1)}{row}:{get_column_letter(last + 1)}{row}"
            for first, last in self.groups
            if not (loose and first in stacked)
        ]


def columns_drawn(table: Table, *, months: bool) -> None:
    """All the columns of a sheet."""
    _lead(table)
    _described(table)
    _remarks(table)
    _volumes(table, months=months)
    _prices(table)
    for key, title in (("tkdn", "TKDN (%)"), ("share", "Bobot (%)"), ("remark", "Keterangan")):
        if table.seldom():
            table.add(key, title)


def _lead(table: Table) -> None:
    key, *titles = table.one(
        ("no", "No", "No.", "NO", "Nomor", "S/N"), ("nodot", "No", "No. Urut"),
        ("code", "No. Mata Pembayaran", "Kode", "Kode Barang"), ("",),
    )  # fmt: skip
    if key:
        table.add(key, table.one(*titles))


def _described(table: Table) -> None:
    title = table.one(
        "Uraian", "Uraian Pekerjaan", "URAIAN PEKERJAAN", "Jenis Barang/Jasa", "Nama Barang",
        "Nama Barang & Spesifikasi", "Deskripsi", "Description", "Description of Works",
        "Item Pekerjaan",
    )  # fmt: skip
    if table.seldom():
        table.over(title, *((("_", None),) * table.one(1, 2)), ("desc", None))
    else:
        table.add("desc", title)


def _remarks(table: Table) -> None:
    for key, title in (("brand", "Merek"), ("spec", "Spesifikasi Teknis"), ("year", "Tahun"),
                       ("ana", "Kode Analisa"), ("_", None)):  # fmt: skip
        if table.seldom():
            table.add(key, title)
    if "thing" in table.spots:
        table.add("thing", table.one("Kode Rak", "Urutan", *_UNKNOWN))


def _volumes(table: Table, *, months: bool) -> None:
    unit = table.doubted(
        "unit", ("Satuan", "Sat", "Sat.", "SATUAN", "Unit", "UoM"), ("", "Asdf", "Jenis")
    )
    quantity = table.doubted(
        "quantity",
        ("Volume", "Vol", "Vol.", "VOLUME", "Kuantitas", "Perkiraan Kuantitas", "Qty", "Quantity",
         "Volume Pekerjaan"),
        ("Asdf", "", "Jumlah", "Banyaknya", "Harga", "Nilai"),
    )  # fmt: skip
    text = table.one("qty", "qty", "qty", "qty_text")
    if table.seldom():
        table.over(quantity, (text, None), ("unit", None))
    else:
        pairs = [("unit", unit), (text, quantity)]
        for key, title in pairs if table.one(True, False) else pairs[::-1]:
            table.add(key, title)
    if months:
        sure = ("Bulan", "Jumlah Bulan", "Durasi (Bulan)")
        table.add("months", table.doubted("months", sure, ("Zx", "", "Waktu", "Lama")))


def _prices(table: Table) -> None:
    """Unit price and amount, in a group or not, with the owner's beside them or not."""
    owners = table.one("", "", "before", "behind")
    if "negotiated" in table.spots or table.seldom():
        _grouped(table, owners)
        return
    if owners == "before":
        _owners_columns(table)
    _pair(table)
    if owners == "behind":
        _owners_columns(table)


def _grouped(table: Table, owners: str) -> None:
    bid = table.one("PENAWARAN", "Penawaran Peserta", "PT MAJU BERSAMA", "HARGA PENAWARAN (Rp)")
    mine = ("price", "amount", bid)
    theirs = ("hps_price", "hps_amount", table.one("HPS", "OE", "PAGU", "Owner Estimate"))
    groups = {"": [mine], "before": [theirs, mine], "behind": [mine, theirs]}[owners]
    if "negotiated" in table.spots:
        title = table.one("NEGOSIASI", "Hasil Negosiasi", "KONTRAK", "Addendum 1", "Survei Pasar")
        groups.insert(table.one(0, len(groups)), ("other_price", "other_amount", title))
    below = table.one(
        ("Harga Satuan", "Jumlah Harga"), ("Harga Satuan (Rp)", "Jumlah (Rp)"),
        ("Hrg Satuan", "Jml Harga"), ("Harga Satuan", "Jumlah"),
    )  # fmt: skip
    for price, amount, group in groups:
        table.over(group, (price, below[0]), (amount, below[1]))


def _owners_columns(table: Table) -> None:
    sure = (("Harga Satuan HPS", "Jumlah HPS"), ("HPS Harga Satuan", "HPS Jumlah"))
    doubtful = (("Harga Satuan", "Jumlah"), ("Asdf", "Qwer"), ("Harga Dasar", "Nilai"))
    titles = table.doubted("owners", sure, doubtful)
    table.add("hps_price", titles[0])
    table.add("hps_amount", titles[1])


def _pair(table: Table) -> None:
    money = table.doubted("thousands", _MONEY, (" (Rp 000)", " (dalam ribuan)", " (x Rp1.000)"))
    price = table.doubted(
        "price",
        ("Harga Satuan", "HARGA SATUAN", "Harga Sat.", "Hrg Satuan", "H. Satuan", "Unit Price",
         "HSP", "Harga Satuan Penawaran"),
        (*_UNKNOWN, "Analisa Harga", "Harga", "Volume"),
    )  # fmt: skip
    amount = table.doubted(
        "amount",
        ("Jumlah Harga", "JUMLAH HARGA", "Jml Harga", "Total Harga", "Jumlah", "Amount",
         "Jumlah Harga-Harga"),
        (*_UNKNOWN, "Nilai", "Total", "Volume", "Satuan"),
    )  # fmt: skip
    keys = ("price", "amount")
    if table.seldom():
        keys = ("price_text", "amount_text")
    if "taxed" in table.spots:
        keys = ("price_gross", "amount_gross")
        price, amount = table.one(
            ("Harga Satuan termasuk PPN", "Jumlah Harga"), ("Harga Satuan", "Jumlah termasuk PPN"),
            ("Harga Satuan (termasuk PPN)", "Jumlah Harga (termasuk PPN)"),
        )  # fmt: skip
    elif "thousands" in table.spots:
        keys = ("price_thousand", "amount_thousand")
    if table.seldom():
        table.add("wages", "Upah")
        table.add("goods", "Bahan")
    pairs = [*zip(keys, (price, amount), strict=True)]
    if "rival" in table.spots:
        rival = table.one("Harga Satuan", "Harga Satuan Timpang", "Harga Satuan Dasar", "Harga", "")
        pairs.insert(table.one(0, 1, 2), ("other_price", rival))
    if "twice" in table.spots:
        pairs.insert(table.one(0, 2), ("other_amount", table.one("Jumlah Harga", "Total", amount)))
    signs = table.seldom()
    for key, title in pairs:
        if signs:
            table.over(title + money, ("rp", None), (key, None))
        else:
            table.add(key, title + money)

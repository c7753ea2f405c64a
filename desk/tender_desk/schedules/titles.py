"""What the title of a column says, by its words."""

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from tender_desk.schedules.money import other_money
from tender_desk.schedules.title_words import spelled_out
from tender_engine.formats.signs import plain_words

__all__ = [
    "Title",
    "is_part",
    "is_remark",
    "is_the_owners",
    "of_money",
    "read_title",
    "speaks_of_another_time",
]

_SAID = re.compile(r"\(([^()]*)\)")
_KEPT = re.compile(r"rp|rupiah|%|ppn|pajak|hps|unit|huruf|terbilang")
_RUPIAH = ("rp", "rupiah", "idr", "dalam")
_OWNER = re.compile(
    r"\b(hps|survei|survey|pagu|oe|owner|owners|estimate|ee|engineer|engineers|perkiraan sendiri"
    r"|ppk|referensi|pasar|anggaran|dpa|ssh|sbu|katalog|ekatalog|terhadap|koefisien)\b"
)
_NET = re.compile(r"\b(sebelum|belum termasuk|tidak termasuk|tanpa|di luar|excl\w*) (ppn|pajak)\b")
_TAXED = re.compile(
    r"\b(?:sudah )?(termasuk|setelah|sesudah|dengan|incl\w*|inkl\w*) (ppn|pajak)( angka persen)?\b"
)
_SUMMED = re.compile(r"(jumlah|total|nilai|harga|biaya)\b")
# What may be meant by a unit price, and what is surely only a part of it or the words for it.
_UNIT_PRICED = re.compile(r"(harga|biaya)( \w+)? (satuan|per (unit|satuan|m[123]?)|unit)\b")
_PART = re.compile(r"\b(upah|tenaga|pekerja|bahan|material|alat|peralatan|jasa|huruf|terbilang)\b")
# Beside the same in words.
_IN_FIGURES = re.compile(r"\b(dalam )?angka\b")
_OFFERED = re.compile(
    r"\b(?:yang )?(penawaran|penawar|ditawarkan|tawaran|tawar|peserta|penyedia|rekanan"
    r"|bidders?|offers?|offered)\b"
)
# What is said of a line beside its price; with a word of money it is of that.
_REMARK = re.compile(
    r"\b(keterangan|catatan|merek|tipe|type|model|spesifikasi|bobot|tkdn|kdn|kln|pdn|bmp|lokasi"
    r"|tahun|garansi|negara|asal|produsen|pabrik\w*|link|foto|gambar|kode|no|nomor|sni|warna"
    r"|ukuran|dimensi|panjang|lebar|tinggi|tebal|luas|berat|diameter|jadwal|minggu|persen"
    r"|persentase|huruf|terbilang)\b"
)
_OF_MONEY = re.compile(r"\b(harga|biaya|jumlah|nilai|total|upah|tarif)\b")
# The local content of a price, in rupiah.
_CONTENT = re.compile(r"((nilai|jumlah|besar) )?(tkdn|kdn|kln)( (rp|rupiah|idr))?")
# Prices that the bid had before, or came to have after it.
_OTHER_TIME = re.compile(
    r"\b(nego\w*|add?endum|kontrak|realisasi|progres\w*|lama|semula|mc|cco|termin|revisi)\b"
)
_PRICED = re.compile(r"harga|biaya|price|hrg")
# What no rupiah stand under.
_COUNTED = ("quantity", "counted", "person_months", "unit")
# By the words of a header, without signs; the first that fits counts.
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words))
    for role, words in (
        ("tkdn_percent", r"tkdn( persen)?|(persen|nilai|capaian) tkdn"),
        ("vat_amount", r"(pajak|ppn) rp|(nilai|jumlah|besar) (pajak|ppn)( rp)?|ppn angka persen"),
        ("vat_percent", r"(tarif )?(pajak|ppn)( persen)?|persen (pajak|ppn)"),
        ("item", r"mata pembayaran|item"),
        (
            "id",
            (
                r"(no|nomor|kode) (mata pembayaran|pembayaran|item|kode|barang|pekerjaan|baris|hps)"
                r"( pembayaran| pekerjaan)?|kode|id( baris| hps)?"
            ),
        ),
        ("number", r"no|nomor|nomer|(no|nomor) urut"),
        ("described", r"(uraian|deskripsi|description) (spesifikasi|teknis).*"),
        (
            "description",
            (
                r"((jenis|item|rincian|nama|macam) (dan )?)?uraian.*|deskripsi.*"
                r"|(item |works? )?description.*|(jenis|nama|macam|rincian|item) "
                r"(barang|jasa|pekerjaan|item|keluaran|material|personel|biaya|produk|kegiatan)"
                r"( (dan )?(jasa|barang|pekerjaan|spesifikasi( teknis)?|merek|tipe|type))*"
                r"|jenis|rincian|item pekerjaan|(daftar )?(keluaran|pekerjaan|barang)"
                r"|komponen( pekerjaan)?"
                r"|pekerjaan item"
                r"|barang jasa"
            ),
        ),
        (
            "described",
            (
                r"barang( dan)?( spesifikasi)?|jabatan|posisi|personel|tenaga ahli|kegiatan"
                r"|products?|material|nama|scope( of works?)?|works?|jasa"
            ),
        ),
        ("unit", r"satuan( unit| ukuran| volume| kuantitas)?( 1| 2)?|unit( satuan)?"),
        (
            "quantity",
            (
                r"(perkiraan |jumlah |boq |bq )?(volume|vol|kuantitas|kebutuhan)"
                r"( pekerjaan| penawaran| total| 1| 2)?|banyak(nya)?"
                r"|(volume |vol |kuantitas |jumlah )"
                r"(barang|unit|volume|kuantitas|personel|orang|tenaga ahli)"
            ),
        ),
        (
            "counted",
            r"(perkiraan )?(volume|vol|kuantitas|banyak(nya)?)( dan)? satuan|jumlah dan satuan",
        ),
        (
            "person_months",
            (
                r"((jumlah|volume|vol|kuantitas) )?(orang )?(bulan|hari)|durasi( bulan)?"
                r"|waktu penugasan|mm"
            ),
        ),
        (
            "unit_price",
            (
                r"(harga|biaya|nilai) (satuan|per (unit|satuan)|unit)"
                r"( (pekerjaan|ditawarkan|total|jumlah|barang|jasa|jadi))?"
                r"|harga biaya|harga satuan biaya"
            ),
        ),
        ("price_or_base", r"harga dasar|tarif( satuan)?|harga analisa"),
        (
            "amount_with_vat",
            r"(jumlah|total|harga|nilai)( .*)? (termasuk|setelah|dengan)( .*)? (ppn|pajak)( .*)?",
        ),
        (
            "amount",
            (
                r"(jumlah|total|nilai) (harga|biaya)( harga)?"
                r"( (penawaran|pekerjaan|total|satuan|jadi))?"
                r"|total( penawaran)?|(harga|biaya) (total|jumlah)|nilai|jumlah total|sub ?total"
                r"|jumlah harga (barang|jasa)"
            ),
        ),
        ("sum", r"jumlah"),
        ("price", r"harga|biaya"),
    )
)


@frozen
class Title:
    """What a title says: the role of the column, whether it is the owner's, and net of PPN.

    `rival` tells that it may be a unit price and is not plainly one; `part`, that it is a part of
    one; `offered`, that it is called the bid's own.
    """

    role: str
    owner: bool
    net: bool
    rival: bool
    part: bool
    offered: bool


def _kept(said: re.Match[str]) -> str:
    """What of a bracket tells the role of its column."""
    tells = _KEPT.search(said[1]) and not other_money(said[0], title=True)
    return said[0] if tells else " "


@lru_cache(maxsize=4096)
def read_title(title: str) -> Title:
    """What a title says, be it of one row of headers or of two joined.

    >>> read_title("Harga Satuan (Rp)").role, read_title("Total termasuk PPN 11%").role
    ('unit_price', 'amount_with_vat')
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    folded = _SAID.sub(_kept, folded)
    folded = _IN_FIGURES.sub(" ", folded)
    folded = re.sub(r"[0-9.,]+\s*%", " angka % ", folded)
    # `@` is *each*: of a price, be that word there or not.
    folded = folded.replace("@", " satuan " if _PRICED.search(folded) else " harga satuan ")
    words = spelled_out(plain_words(folded.replace("%", " persen ")).split())
    words = [word for word in words if len(word) > 1 or word in ("1", "2")]
    if not {"pajak", "ppn"} & set(words):
        words = [word for word in words if word not in _RUPIAH]
    elif words[-1:] == ["rupiah"]:
        words[-1] = "rp"
    said = " ".join(words)
    net = bool(_NET.search(said))
    if net:
        said = " ".join(word for word in _NET.sub(" ", said).split() if word not in _RUPIAH)
    owner = bool(_OWNER.search(said))
    said = " ".join(_OWNER.sub(" ", said).split()) if owner else said
    taxed = bool(_TAXED.search(said))
    if taxed:
        said = " ".join(word for word in _TAXED.sub(" ", said).split() if word not in _RUPIAH)
    bare = " ".join(_OFFERED.sub(" ", said).split())
    found = (role for text in (said, bare) for role, form in _ROLES if form.fullmatch(text))
    role = next(found, "")
    priced = bool(_UNIT_PRICED.search(said))
    if taxed and (priced or role == "price"):
        role = "unit_price_with_vat"
    elif taxed:
        role = "amount_with_vat" if _SUMMED.match(said) else ""
    elif priced and role not in ("unit_price", "amount"):
        role = ""
    # An analysis, or the number of one, is of a unit price and is none.
    other, part = _UNIT_PRICED.match(said) and not role and not owner, bool(_PART.search(said))
    if role in _COUNTED and of_money(title):
        role = ""
    offered = bool(_OFFERED.search(plain_words(title)))
    return Title(role, owner, net, bool(other and not part), bool(other and part), offered)


def is_remark(title: str) -> bool:
    """Whether a title is of what says something of a line, and is no price, volume or amount.

    >>> is_remark("Merk/Tipe"), is_remark("Tahun"), is_remark("Harga tahun lalu"), is_remark("")
    (True, True, False, False)
    >>> is_remark("Nilai TKDN (Rp)"), is_remark("Harga TKDN")
    (True, False)
    """
    words = " ".join(spelled_out(plain_words(title.replace("%", " persen ")).split()))
    if _CONTENT.fullmatch(words):
        return True
    return bool(_REMARK.search(words)) and not _OF_MONEY.search(words)


def of_money(title: str) -> bool:
    """Whether a title says that money stands below it.

    >>> of_money("Volume (Rp)"), of_money("Analisa Harga"), of_money("Jumlah Barang")
    (True, True, False)
    """
    words = plain_words(title).split()
    return bool({"rp", "rupiah", "idr"} & {*words}) or bool(_PRICED.search(title.casefold()))


def is_the_owners(text: str) -> bool:
    """Whether words speak of what the owner set, or of what is held against it.

    >>> is_the_owners("Nilai Pagu"), is_the_owners("Rasio terhadap HPS"), is_the_owners("Total")
    (True, True, False)
    """
    return bool(_OWNER.search(plain_words(text)))


def is_part(title: str) -> bool:
    """Whether a title is of what a unit price is made of: wages, materials, tools."""
    return bool(_PART.search(plain_words(title)))


def speaks_of_another_time(title: str) -> bool:
    """Whether a title is of prices that the bid had before, or came to have after it."""
    return bool(_OTHER_TIME.search(plain_words(title)))

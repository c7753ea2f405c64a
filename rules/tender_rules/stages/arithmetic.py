"""Koreksi aritmatik: the rules behind each correction, read in the texts that have them.

The texts of today's annex were not read; these are the rules of Perka LKPP 14/2012 as quoted.
"""

from collections import defaultdict
from collections.abc import Mapping

from attrs import define, field

from tender_engine.evaluation import Correction
from tender_engine.law import Ask, Outcome, passes, rule, waits
from tender_engine.model import Price, Requirements
from tender_engine.terms import FIXED_PRICE, Contract
from tender_rules.citations import DOCUMENT, perpres, secondary, unverified
from tender_rules.stages.schedule import WRITTEN_ROUNDING, Corrected, total_effect

__all__ = ["OF_NO_CELL", "RULES", "CorrectionFile"]

_OLD = "Perka LKPP 14/2012"


@define  # quickly made: every bid has one
class CorrectionFile:
    """A price as written and what came of it; `corrected` is `None` while something is missing.

    `rows` are the changed cells, by the rule that changed them.
    """

    price: Price | None
    contract: Contract
    asked: Requirements
    corrected: Corrected | None
    needs: str = ""
    rows: Mapping[str, list[Correction]] = field(init=False)

    @rows.default
    def _rows(self) -> Mapping[str, list[Correction]]:
        found: dict[str, list[Correction]] = defaultdict(list)
        for row in self.corrected.rows if self.corrected else ():
            found[row.rule].append(row)
        return found


def _changed(file: CorrectionFile, name: str, words: str) -> Outcome | None:
    rows = file.rows.get(name)
    if not rows:
        return None
    lines = ", ".join([row.line or "jumlah" for row in rows])
    effect = total_effect(rows)
    return passes(f"{words}: {lines}", baris=lines, pengaruh=effect)


@rule(
    "correction.price",
    "Harga penawaran dapat dikoreksi",
    perpres("Pasal 67 ayat (8)"),
    since="2018-03-22",
)
def price_known(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A price that is not there, or not in enough detail to correct, is awaited."""
    if file.needs:
        what = {"harga": "Harga penawaran", "rincian_harga": "Rincian harga penawaran"}
        subject = what.get(file.needs, "Tarif PPN bagian lumsum")
        return waits(f"{subject} belum tersedia", file.needs)
    return None


@rule(
    "correction.volume",
    "Volume disamakan dengan Dokumen Pemilihan",
    secondary(_OLD, "koreksi aritmatik, volume atau jenis pekerjaan"),
    since="2018-03-22",
)
def volume(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A volume that differs becomes the document's; the bidder does not fall for it."""
    return _changed(file, "correction.volume", "Volume disamakan dengan Dokumen Pemilihan")


@rule(
    "correction.product",
    "Hasil perkalian volume dengan harga satuan dikoreksi",
    secondary(_OLD, "koreksi aritmatik, perkalian volume dengan harga satuan"),
    since="2018-03-22",
)
def product(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A wrong product is computed anew; the unit price offered may not be changed."""
    return _changed(file, "correction.product", "Hasil perkalian dikoreksi")


@rule(
    "correction.blank_price",
    "Harga satuan kosong dianggap termasuk dalam harga satuan lain",
    secondary(_OLD, "koreksi aritmatik, harga satuan yang tidak diisi"),
    since="2018-03-22",
)
def blank_price(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A blank price counts zero, the price stays blank and the work must be done all the same."""
    if not file.corrected or not file.corrected.blank:
        return None
    lines = ", ".join(file.corrected.blank)
    words = "Harga satuan kosong dianggap termasuk dalam harga satuan pekerjaan lain"
    effect = total_effect(file.rows["correction.blank_price"])
    return passes(f"{words}: {lines}", baris=lines, pengaruh=effect)


@rule(
    "correction.missing_item",
    "Jenis pekerjaan yang tidak dicantumkan dimasukkan dengan harga satuan nol",
    secondary(_OLD, "koreksi aritmatik, jenis pekerjaan yang tidak dicantumkan"),
    since="2018-03-22",
)
def missing_item(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """An item of the document that the bid leaves out is put back at unit price zero."""
    words = "Jenis pekerjaan yang tidak dicantumkan dimasukkan dengan harga satuan nol"
    return _changed(file, "correction.missing_item", words)


@rule(
    "correction.extra_item",
    "Jenis pekerjaan di luar Dokumen Pemilihan dikeluarkan",
    secondary(_OLD, "koreksi aritmatik, penyesuaian jenis pekerjaan"),
    since="2018-03-22",
)
def extra_item(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """An item that the document does not have leaves the sum; no text read says so outright."""
    if not file.rows["correction.extra_item"]:
        return None
    ask.text("correction.extra_item")
    words = "Jenis pekerjaan di luar Dokumen Pemilihan dikeluarkan dari jumlah"
    return _changed(file, "correction.extra_item", words)


@rule(
    "correction.vat_rate",
    "Tarif PPN baris terkoreksi",
    perpres("Pasal 26 ayat (4)"),
    since="2018-03-22",
)
def vat_rate(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """Where bid and document take different PPN rates, the variant in force decides."""
    if not file.corrected or not file.corrected.other_rate:
        return None
    taken = ask.text("correction.vat_rate")
    effect = total_effect(file.rows["correction.vat_rate"])
    return passes(f"PPN dihitung dengan tarif menurut {taken}", tarif=taken, pengaruh=effect)


@rule(
    "correction.lumsum",
    "Lumsum: total yang ditawarkan mengikat",
    perpres("Pasal 27 ayat (3)"),
    secondary(_OLD, "koreksi aritmatik kontrak lumsum"),
    since="2018-03-22",
)
def lumsum(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A lumsum breakdown is conformed to the document without changing amounts or total."""
    if not file.corrected or file.contract in (Contract.HARGA_SATUAN, Contract.WAKTU_PENUGASAN):
        return None
    if file.contract in (Contract.TERIMA_JADI, Contract.PUTAR_KUNCI):
        ask.text("correction.terima_jadi")
    lines = ", ".join(row.line or "" for row in file.rows["correction.lumsum"])
    words = "Harga lumsum tidak diubah oleh koreksi aritmatik"
    if file.rows["correction.binding"]:
        words = "Harga lumsum diambil sebagaimana dinyatakan, tidak dihitung dari rinciannya"
    return passes(words, baris_disesuaikan=lines)


@rule(
    "correction.person_months",
    "Waktu penugasan dikoreksi seperti harga satuan",
    perpres("Pasal 27 ayat (8)"),
    since="2018-03-22",
)
def person_months(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """Persons times months times the price of a month; no text read says how it is corrected."""
    if not file.corrected or file.contract is not Contract.WAKTU_PENUGASAN:
        return None
    ask.text("correction.waktu_penugasan")
    return passes("Waktu penugasan dikoreksi seperti harga satuan, dengan orang-bulan")


@rule(
    "correction.binding",
    "Dua total yang dinyatakan berbeda",
    perpres("Pasal 27 ayat (3)"),
    since="2018-03-22",
)
def binding(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """Of two stated totals the document says which binds; where it is silent, a value does."""
    price = file.price
    if price is None or price.schedule_total in (None, price.stated_total):
        return None
    if file.contract not in FIXED_PRICE:
        return None
    bound = file.asked.binding or ask.text("correction.binding_total")
    clause = file.asked.clauses.get("binding")
    words = f"Total pada {bound.replace('_', ' ')} yang mengikat"
    stated = {"surat_penawaran": price.stated_total, "daftar_kuantitas": price.schedule_total}
    return passes(words, clause, **stated)


@rule(
    "correction.ready_made",
    "Total yang telah dikoreksi oleh SPSE atau Pokja Pemilihan",
    unverified("SPSE", "koreksi aritmatik otomatis"),
    since="2018-03-22",
)
def ready_made(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """Without lines, a total that SPSE or the Pokja corrected is taken as it is."""
    return _changed(file, "correction.ready_made", "Total terkoreksi diambil sebagaimana tersedia")


@rule(
    "correction.sum",
    "Penjumlahan dikoreksi",
    secondary(_OLD, "koreksi aritmatik, penjumlahan"),
    since="2018-03-22",
)
def sums(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """A stated total that the lines do not make becomes their sum."""
    return _changed(file, "correction.sum", "Penjumlahan dikoreksi")


@rule(
    WRITTEN_ROUNDING,
    "Pembulatan tulisan",
    secondary(_OLD, "koreksi aritmatik, perkalian volume dengan harga satuan"),
    since="2018-03-22",
)
def written_rounding(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """An amount less than a sen from what it comes to was only written rounded; that counts."""
    rows = file.rows[WRITTEN_ROUNDING]
    if not rows:
        return None
    words = f"Pembulatan tulisan pada {len(rows)} sel"
    return passes(words, jumlah_sel=len(rows), pengaruh=total_effect(rows))


@rule(
    "correction.rounding",
    "Pembulatan menurut Dokumen Pemilihan",
    DOCUMENT,
    since="2018-03-22",
)
def rounding(file: CorrectionFile, ask: Ask) -> Outcome | None:
    """Rounded only where the document says so: once, on the total with PPN, half up."""
    words = f"Total terkoreksi dibulatkan ke {file.asked.rounding}"
    return _changed(file, "correction.rounding", words)


RULES = (
    price_known,
    vat_rate,
    volume,
    product,
    blank_price,
    missing_item,
    extra_item,
    lumsum,
    person_months,
    binding,
    ready_made,
    sums,
    written_rounding,
    rounding,
)
# Which of them may have something to say of a price in which no cell is changed.
OF_NO_CELL = (price_known, vat_rate, blank_price, lumsum, person_months, binding)

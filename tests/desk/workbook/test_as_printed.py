"""What papers and screens print is read where people type: words of choices, units, truths."""

from collections.abc import Iterator
from typing import Any

import pytest

from tender_desk.workbook.kinds import CellError, Choice, Kind, Listed
from tender_desk.workbook.kinds.units import unit_in, without_unit
from tender_desk.workbook.layouts.layout import Form
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.local import Local, Terms
from tender_engine.declared import Vocabulary
from tender_rules import national
from tests.desk.workbook.data import Desk
from tests.desk.workbook.test_kinds import Cell

BOOK = national()
LAYOUT, LOCAL = layout_of(BOOK.declarations), Local("+07:00", Terms(BOOK.words))
# Where the words stand that papers print of a choice, if not among the terms of the law.
GROUPS = {"Tahap": "stage"} | dict.fromkeys(
    ("Dibatalkan oleh", "Ditujukan kepada", "Ditolak oleh"), "term.canceller"
)
PRINTED = Vocabulary.of(BOOK.words, "id")


def held(sheet: str, title: str) -> Kind:
    """What the cells under a title hold, as a workbook is read."""
    found = next(one for one in LAYOUT.sheets if one.name == sheet)
    if isinstance(found, Form):
        field = next(one for one in found.fields if one.title == title)
        assert field.kind is not None
        return field.within(field.kind, LOCAL)
    columns = (*found.parents, *found.columns)
    return next(one for one in columns if one.title == title).within(LOCAL)


def read(sheet: str, title: str, typed: str) -> Any:
    return held(sheet, title).read(Cell(typed))


def choices() -> Iterator[tuple[str, str, Choice]]:
    """Every column and row of which a term is chosen."""
    for sheet in LAYOUT.sheets:
        parts: Any = sheet.fields if isinstance(sheet, Form) else (*sheet.parents, *sheet.columns)
        for part in parts:
            kind = part.kind._kind if isinstance(part.kind, Listed) else part.kind
            if isinstance(kind, Choice):
                yield sheet.name, part.title, kind


def test_whatever_is_printed_of_a_choice_reads_back_as_it() -> None:
    """The word of a drop-down, the term, and the words of a paper, in any case, of all terms."""
    looked_at = set()
    for sheet, title, kind in choices():
        # What has no words in its group is printed with spaces.
        group = GROUPS.get(title, "term")
        for term, word in kind.words.items():
            said = {word, term, term.replace("_", " ")}
            if title not in ("Jenis", "Dasar gagal", "Sebab gagal menurut jawaban"):
                said.add(PRINTED.said(group, term))
            for text in said:
                for typed in (text, f" {text.upper()} "):
                    back = read(sheet, title, typed)
                    assert back in (term, [term]), (sheet, title, typed)
            looked_at.add(term)

    assert len(looked_at) > 100


@pytest.mark.parametrize(
    ("sheet", "title", "typed", "term"),
    [
        ("Paket", "Metode evaluasi", "harga terendah sistem gugur", "harga_terendah_sistem_gugur"),
        (
            "Paket",
            "Metode evaluasi",
            "Harga Terendah (Sistem Gugur)",
            "harga_terendah_sistem_gugur",
        ),
        ("Paket", "Metode evaluasi", "Metode Kualitas dan Biaya", "kualitas_biaya"),
        ("Paket", "Metode evaluasi", "Kualitas dan Biaya", "kualitas_biaya"),
        ("Paket", "Jenis kontrak", "Kontrak Lumsum", "lumsum"),
        ("Paket", "Jenis kontrak", "Kontrak berdasarkan Waktu Penugasan", "waktu_penugasan"),
        ("Paket", "Jenis pengadaan", "Pengadaan Barang", "barang"),
        *(
            ("Paket", "Jenis pengadaan", f"Jasa Konsultansi {whose} {what}", term)
            for whose, term in {
                "Badan Usaha": "jasa_konsultansi_badan_usaha",
                "Perorangan": "jasa_konsultansi_perorangan",
            }.items()
            for what in ("Konstruksi", "Non Konstruksi")
        ),
        ("Paket", "Pemasukan dokumen", "Metode 2 (dua) File", "dua_file"),
        ("Paket", "Metode evaluasi", "kualitas", "kualitas"),
        ("Paket", "Metode evaluasi", "Penilaian Biaya Selama Umur Ekonomis", "umur_ekonomis"),
        ("Paket", "Jenis kontrak", "Gabungan Lumsum dan Harga Satuan", "gabungan"),
        ("Paket", "Pemasukan dokumen", "DUA FILE", "dua_file"),
        ("Paket", "Pemasukan dokumen", "1 file", "satu_file"),
        ("Paket", "Pemasukan dokumen", "2 File", "dua_file"),
        ("Paket", "Pemasukan dokumen", "2 tahap", "dua_tahap"),
        ("Paket", "Kualifikasi", "pasca kualifikasi", "pascakualifikasi"),
        ("Paket", "Kualifikasi", "Pra-kualifikasi", "prakualifikasi"),
        ("Peserta", "Kualifikasi usaha", "usaha kecil", "kecil"),
        (
            *("Paket", "Paket sebelumnya: jenis"),
            *("evaluasi dan pembuktian kualifikasi ulang", "evaluasi_ulang"),
        ),
        ("Peristiwa", "Tentang", "Dokumen penawaran tahap kedua", "penawaran_tahap_dua"),
        ("Surat", "Undangan untuk", "klarifikasi dan negosiasi", "negosiasi"),
        ("Surat", "Undangan untuk", "Pembuktian kualifikasi", "pembuktian"),
        ("Surat Izin Diminta", "Berlaku pada", "hari penetapan pemenang", "penetapan"),
        ("Kriteria", "Tahap", "Evaluasi Teknis", "evaluasi_teknis"),
        ("Kriteria", "Tahap", "Evaluasi biaya", "evaluasi_harga"),
        ("Pengecualian", "Putusan", "Tidak memenuhi", "tidak_memenuhi"),
        ("Pengecualian", "Putusan", "Tdk. memenuhi", "tidak_memenuhi"),
        ("Pengecualian", "Putusan", "Memenuhi Syarat", "memenuhi"),
        ("Pengecualian", "Putusan", "TMS", "tidak_memenuhi"),
        ("Paket", "Jenis kontrak", "Lump Sum", "lumsum"),
        ("Paket", "Jenis kontrak", "Lumsum dan Harga Satuan", "gabungan"),
        ("Paket", "Jenis kontrak", "Kontrak Gabungan Lump Sum dan Harga Satuan", "gabungan"),
        ("Paket", "Jenis kontrak", "Turnkey", "terima_jadi"),
        ("Paket", "Jenis kontrak", "Terima Jadi (Turn Key)", "terima_jadi"),
        ("Paket", "Jenis kontrak", "Putar Kunci (Turnkey)", "putar_kunci"),
        ("Paket", "Pemasukan dokumen", "Metode Satu Sampul", "satu_file"),
        ("Paket", "Pemasukan dokumen", "2 (dua) Sampul", "dua_file"),
        ("Pengecualian", "Kriteria", "Kewajaran harga", "kewajaran_harga"),
        ("Peristiwa", "Hasil negosiasi", "Tercapai kesepakatan", "sepakat"),
        ("Peristiwa", "Dibatalkan oleh", "Kuasa Pengguna Anggaran", "kpa"),
        ("Peristiwa", "Ditujukan kepada", "Pengguna Anggaran", "pa"),
        ("Paket", "Metode evaluasi", "Harga Terendah, Sistem Gugur", "harga_terendah_sistem_gugur"),
        ("Persyaratan", "Kualifikasi usaha", "Kecil dan Menengah", ["kecil", "menengah"]),
        (
            "Persyaratan",
            "Kualifikasi usaha",
            "mikro, kecil/koperasi",
            ["mikro", "kecil", "koperasi"],
        ),
        ("Persyaratan", "Kualifikasi usaha", "Usaha Kecil, dan Koperasi", ["kecil", "koperasi"]),
        ("Persyaratan", "Kualifikasi usaha", "kecil dan lain", ["kecil dan lain"]),
        ("Paket", "Zona waktu", "Waktu Indonesia Tengah", "WITA"),
        ("Paket", "Pekerjaan kompleks", "Tidak Kompleks", False),
        ("Paket", "Standar setempat", "Tidak  ada", []),
        ("Kantor", "Tembusan", "nihil", []),
    ],
)
def test_words_of_a_paper(sheet: str, title: str, typed: str, term: Any) -> None:
    """Not only the short word of the drop-down."""
    assert read(sheet, title, typed) == term


def test_a_truth_by_short_words_and_marks() -> None:
    """As people write it in the margin."""
    typed = ("tdk", "Tdk hadir", "✔", "hadir")
    assert [read("Peserta", "Hadir pembuktian", one) for one in typed] == [False, False, True, True]
    assert [read("Peserta", "Jaminan penawaran", one) for one in ("Ada", "tidak ada")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "typed", ["harga terendah", "gugur", "biaya", "kualitas & biaya", "1", "(gugur) harga terendah"]
)
def test_a_part_of_a_word_is_no_choice(typed: str) -> None:
    """It stays as it was typed, and is refused where the package is read."""
    assert read("Paket", "Metode evaluasi", typed) == typed


@pytest.mark.parametrize(
    ("sheet", "title", "typed", "number"),
    [
        ("Persyaratan", "Masa berlaku penawaran (hari)", "60 hari", "60"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 (enam puluh) hari kalender", "60"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 (Enam Puluh)", "60"),
        ("Peserta", "Jangka waktu pelaksanaan (hari)", "120 (seratus dua puluh hari)", "120"),
        ("Persyaratan", "Masa berlaku penawaran (hari)", "60 hr", "60"),
        ("Persyaratan", "Umur ekonomis (tahun)", "5 tahun", "5"),
        ("Persyaratan", "Umur ekonomis (tahun)", "5 thn", "5"),
        ("Persyaratan", "KD: tahun terakhir", "10 tahun", "10"),
        ("Persyaratan", "Dievaluasi hanya N penawaran terendah", "3 (tiga)", "3"),
        ("Paket", "Tarif PPN (%)", "11%", "11"),
        ("Paket", "Tarif PPN (%)", "11 persen", "11"),
        ("Paket", "Tarif PPN (%)", "11 (sebelas) persen", "11"),
        ("Persyaratan", "Bobot teknis (%)", "100/9%", "100/9"),
        ("Persyaratan", "Bobot teknis (%)", "12,5 %", "12.5"),
        ("Kriteria", "Bobot (%)", "0,5%", "0.5"),
        ("Peserta", "TKDN (%)", "0,5 persen", "0.5"),
        ("Paket", "Pagu anggaran (Rp)", "Rp 1.234.567,00", "1234567"),
        ("Paket", "Pagu anggaran (Rp)", "Rp1.000,00 (seribu rupiah)", "1000"),
        ("Paket", "Pagu anggaran (Rp)", "1.000 rupiah", "1000"),
        ("Paket", "Pagu anggaran (Rp)", "Rp2.000.000.000,- (Dua Milyar Rupiah)", "2000000000"),
        ("Paket", "Pagu anggaran (Rp)", "Rp1,50 (satu rupiah lima puluh sen)", "1.5"),
        ("HPS", "Harga Satuan", "Rp. 5.000,-", "5000"),
        ("HPS", "Harga Satuan", "Rp5.000,00 (lima ribu rupiah)", "5000"),
    ],
)
def test_a_number_with_its_unit(sheet: str, title: str, typed: str, number: str) -> None:
    """That of its column, and its words where they are the same number."""
    assert read(sheet, title, typed) == number


@pytest.mark.parametrize(
    ("sheet", "title", "typed", "code"),
    [
        ("Peserta", "Masa berlaku penawaran (hari)", "2 bulan", "XLS191"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 hari kerja", "XLS191"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60%", "XLS191"),
        ("Peserta", "Masa berlaku penawaran (hari)", "Rp 60", "XLS191"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 (enam belas) hari", "XLS192"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 (60) hari", "XLS030"),
        ("Peserta", "Masa berlaku penawaran (hari)", "enam puluh hari", "XLS030"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60-90 hari", "XLS030"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60.000", "XLS222"),
        ("Persyaratan", "Masa berlaku penawaran (hari)", "60,000 hari", "XLS222"),
        ("Peserta", "Masa berlaku penawaran (hari)", "60 hari sejak pembukaan", "XLS030"),
        ("Paket", "Tarif PPN (%)", "11 rupiah", "XLS191"),
        ("Paket", "Tarif PPN (%)", "0,11", "XLS097"),
        ("Persyaratan", "Bobot teknis (%)", "0,8", "XLS217"),
        ("Kriteria", "Bobot (%)", "0,3", "XLS217"),
        ("KSO", "Bagian (%)", "0,6", "XLS217"),
        ("Paket", "Pagu anggaran (Rp)", "100%", "XLS191"),
        ("Paket", "Pagu anggaran (Rp)", "Rp1.000,00 (seratus rupiah)", "XLS192"),
        ("Paket", "Pagu anggaran (Rp)", "1,234 rupiah", "XLS096"),
        ("HPS", "Volume", "1.110", "XLS096"),
        ("Kriteria", "Bobot (%)", "33.125", "XLS096"),
        ("Kriteria", "Nilai tertinggi", "1.110", "XLS096"),
        ("HPS", "Volume", "5 hari", "XLS030"),
        ("HPS", "Harga Satuan", "5 hari", "XLS191"),
        ("HPS", "Volume", "5 (enam)", "XLS192"),
        ("Persyaratan", "KD: tahun terakhir", "10 bulan", "XLS191"),
        ("Persyaratan", "Bobot teknis (%)", "30 hari", "XLS191"),
    ],
)
def test_another_unit_or_another_number(sheet: str, title: str, typed: str, code: str) -> None:
    """Nothing is converted, and of two numbers in one cell none is taken."""
    with pytest.raises(CellError) as raised:
        read(sheet, title, typed)

    assert raised.value.code == code


@pytest.mark.parametrize(
    ("title", "typed", "so"),
    [
        ("Hadir pembuktian", "hadir", True),
        ("Hadir pembuktian", "Tidak  Hadir", False),
        ("Hadir pembuktian", "tidak", False),
        ("Surat perjanjian KSO", "ada", True),
        ("Surat perjanjian KSO", "tidak ada", False),
        ("Masuk Daftar Hitam", "tidak masuk daftar hitam", False),
        ("Berkas dapat dibuka", "tidak dapat dibuka", False),
        ("Terverifikasi SIKaP", "terverifikasi", True),
    ],
)
def test_a_truth_as_papers_say_it(title: str, typed: str, so: bool) -> None:
    """Beside yes and no, in the words of its own check."""
    assert read("Peserta", title, typed) is so


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Hadir pembuktian", "ada"),
        ("Hadir pembuktian", "tidak ada"),
        ("Hadir pembuktian", "belum hadir"),
        ("Surat perjanjian KSO", "hadir"),
        ("Masuk Daftar Hitam", "ada"),
    ],
)
def test_a_truth_in_the_words_of_another(title: str, typed: str) -> None:
    """What another check says of those for whom it is so says nothing of this one."""
    with pytest.raises(CellError) as raised:
        read("Peserta", title, typed)

    assert raised.value.code == "XLS031"


def test_a_title_without_a_unit_takes_none() -> None:
    """And leaves the text as it is."""
    assert unit_in("SKN: paling kurang, bagian HPS (mis. 0,1)") == ""
    assert without_unit("60 hari", "") == "60 hari"


@pytest.mark.parametrize(
    ("sheet", "unit", "typed", "told"),
    [
        ("HPS", "m3", "100 m3", []),
        ("HPS", "Bh.", "100 (seratus) bh", []),
        ("Harga p1", "orang-bulan", "100,00 Orang Bulan", []),
        ("HPS", "m3", "100 paket", ["XLS191"]),
        ("HPS", "m3", "100 (sepuluh) m3", ["XLS192"]),
        ("Harga p1", "m3", "100 x m3", ["XLS191"]),
        ("HPS", None, "100 M3", []),
        ("Harga p1", None, "100 (seratus) paket", []),
        ("HPS", None, "100 ribu", ["XLS030"]),
    ],
)
def test_a_volume_may_say_the_unit_of_its_row(
    sheet: str, unit: str | None, typed: str, told: list[str]
) -> None:
    """Behind its figure, as papers print it; another unit is told, and one that is nowhere."""
    desk = Desk()
    for name in {"HPS", sheet} if unit else {sheet}:
        desk.cell(name, "Satuan").value = unit
    cell = desk.cell(sheet, "Volume")
    cell.value = typed
    reading = desk.read()
    where = f"{sheet}!{cell.coordinate}"

    assert [one.code for one in reading.diagnose() if one.cell == where] == told
    if not told:
        assert reading.package is not None
        assert reading.package.tender.hps.lines[0].quantity == 100
        assert unit or sheet != "HPS" or reading.package.tender.hps.lines[0].unit == "M3"

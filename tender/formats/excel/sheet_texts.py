"""The words of faults of the format for who typed a workbook: its sheets and columns, and no keys.

A code that is not here has words that hold in both. Keys among the parameters are told by the
titles of their columns, see `places`.
"""

from collections.abc import Mapping

from tender.faults import FaultText
from tender.formats.fault_texts import TEXTS as OF_KEYS

__all__ = ["TEXTS"]


def _hint(code: str, hint_id: str, hint_en: str) -> FaultText:
    """The message as it is, with another hint."""
    known = OF_KEYS[code]
    return FaultText(known.message_id, hint_id, known.message_en, hint_en)


TEXTS: Mapping[str, FaultText] = {
    "PKT011": FaultText(
        "{key} wajib diisi.",
        "Isi sel atau lembarnya.",
        "{key} has to be filled in.",
        "Fill in its cell or its sheet.",
    ),
    "PKT026": _hint(
        "PKT026",
        "Isi teksnya, atau kosongkan selnya bila belum diketahui.",
        "Fill in the text, or clear the cell if it is not known.",
    ),
    "PKT027": FaultText(
        "Jaminan penawaran ya belum menyebut nilai dan masa berlakunya.",
        "Isi Jaminan: nilai (Rp) dan Jaminan: berlaku sampai; tidak bila tidak ada jaminan.",
        "The bid bond is said to be there, without its amount and its time.",
        "Fill in Jaminan: nilai (Rp) and Jaminan: berlaku sampai; write tidak if there is none.",
    ),
    "PKT030": FaultText(
        "Kode {found} dipakai lebih dari sekali.",
        "Beri setiap baris kode sendiri, atau hapus baris yang kembar.",
        "The code {found} is used more than once.",
        "Give each row its own code, or delete the double.",
    ),
    "PKT032": _hint(
        "PKT032",
        "Isi kolom Bagian: harga satuan atau lumsum.",
        "Fill in the column Bagian: harga satuan or lumsum.",
    ),
    "PKT033": FaultText(
        "Dievaluasi hanya N penawaran terendah berlaku untuk satu file; tender ini {envelope}.",
        "Kosongkan isian itu di lembar Persyaratan, atau periksa Pemasukan dokumen di lembar"
        " Paket.",
        "To evaluate the N lowest bids only is for satu file; this tender is {envelope}.",
        "Clear that field on the sheet Persyaratan, or check Pemasukan dokumen on the sheet Paket.",
    ),
    "PKT035": _hint(
        "PKT035",
        "Tulis ya pada kolom Pemimpin (leadfirm) di satu anggota saja.",
        "Write ya into the column Pemimpin (leadfirm) at one member only.",
    ),
    "PKT036": _hint(
        "PKT036",
        "Samakan dengan perjanjian KSO; porsi yang belum diketahui dikosongkan.",
        "Bring them in line with the KSO agreement; leave an unknown share empty.",
    ),
    "PKT038": _hint(
        "PKT038",
        "Lengkapi Bobot (%) dan Nilai tertinggi; untuk sistem gugur, kosongkan keduanya dan"
        " Ambang batas.",
        "Give Bobot (%) and Nilai tertinggi; for pass or fail, clear both and Ambang batas.",
    ),
    "PKT039": _hint(
        "PKT039",
        "Tulis Ambang batas menurut skala Nilai tertinggi kriteria ini.",
        "Write Ambang batas on the scale of this criterion's Nilai tertinggi.",
    ),
    "PKT040": _hint(
        "PKT040",
        "Isi baris-barisnya di lembar harga peserta ini; jika belum diketahui, kosongkan.",
        "Fill in the lines on this participant's price sheet; if they are unknown, leave it empty.",
    ),
    "PKT041": _hint(
        "PKT041",
        "Perbaiki kodenya menurut lembar HPS; jika memang di luar dokumen, tulis ya pada kolom"
        " Baris tambahan, beserta Jenis Barang/Jasa dan Satuan.",
        "Correct its code from the sheet HPS; if the document lacks it, write ya into Baris"
        " tambahan, and fill in Jenis Barang/Jasa and Satuan.",
    ),
    "PKT042": FaultText(
        "Baris {found} ditandai sebagai baris tambahan, padahal ada dalam daftar HPS.",
        "Kosongkan kolom Baris tambahan, atau beri baris itu kode lain.",
        "The line {found} is marked as additional, but the list of the HPS has it.",
        "Clear the column Baris tambahan, or give the line another code.",
    ),
    "PKT044": _hint(
        "PKT044",
        "Isi lembar HPS, atau kosongkan lembar harga peserta ini.",
        "Fill in the sheet HPS, or clear this participant's price sheet.",
    ),
    "PKT045": FaultText(
        "Penawaran gabungan dengan rincian harus menyebut nilai kedua bagiannya.",
        "Isi Bagian harga satuan (Rp) dan Bagian lumsum (Rp) seperti tertulis, tanpa PPN.",
        "A gabungan bid with lines must give its two parts.",
        "Fill in Bagian harga satuan (Rp) and Bagian lumsum (Rp) as written, without PPN.",
    ),
    "PKT046": FaultText(
        "Harga terkoreksi (Rp) dan Dikoreksi oleh hanya berarti bersama; {key} kosong.",
        "Isi {key}, atau kosongkan pasangannya.",
        "Harga terkoreksi (Rp) and Dikoreksi oleh mean something only together; {key} is empty.",
        "Fill in {key}, or clear the other.",
    ),
    "PKT047": _hint(
        "PKT047",
        "Tulis biaya operasional dan pemeliharaan tahun demi tahun, sama banyak, dan sebanyak Umur"
        " ekonomis (tahun) jika dokumen menyebutnya; tahun tanpa biaya ditulis 0.",
        "Write the costs of operation and maintenance year by year, equally many, and as many as"
        " Umur ekonomis (tahun) where the document gives it; a year without costs is 0.",
    ),
    "PKT048": FaultText(
        "Biaya selama umur ekonomis hanya berlaku untuk metode itu; tender ini {method}.",
        "Kosongkan kolom biaya dan Nilai sisa peserta ini, atau periksa Metode evaluasi.",
        "Costs over the economic life hold only for that method; this tender is {method}.",
        "Clear the columns of costs and Nilai sisa of this participant, or check Metode evaluasi.",
    ),
    "PKT049": _hint(
        "PKT049",
        "Kosongkan Orang-bulan pada baris ini, atau lengkapi barisnya di lembar HPS.",
        "Clear Orang-bulan on this line, or fill it in on the line of the sheet HPS.",
    ),
    "PKT050": _hint(
        "PKT050",
        "Pakai kode anggota pada lembar Pokja. Misalnya: {known}.",
        "Use the code of a member on the sheet Pokja. Such as: {known}.",
    ),
    "PKT051": _hint(
        "PKT051",
        "Pakai kode peserta pada lembar Peserta. Misalnya: {known}.",
        "Use the code of a participant on the sheet Peserta. Such as: {known}.",
    ),
    "PKT052": _hint(
        "PKT052",
        "Tambahkan kriterianya lebih dahulu di lembar Kriteria. Yang sudah ada: {known}.",
        "Add the criterion on the sheet Kriteria first. There are: {known}.",
    ),
    "PKT053": FaultText(
        "Penilaian harus berisi Putusan atau Nilai, tepat salah satu.",
        "Tulis Putusan untuk kriteria sistem gugur, Nilai untuk kriteria yang dinilai angka.",
        "A judgement must have Putusan or Nilai, exactly one of them.",
        "Write Putusan for a pass-or-fail criterion, Nilai for a scored one.",
    ),
    "PKT054": FaultText(
        "Tidak memenuhi harus beralasan: Catatan kosong.",
        OF_KEYS["PKT054"].hint_id,
        "Tidak memenuhi needs a reason: Catatan is empty.",
        OF_KEYS["PKT054"].hint_en,
    ),
    "PKT056": FaultText(
        OF_KEYS["PKT056"].message_id,
        "Tambahkan kriterianya di lembar Kriteria, lalu sebut kodenya pada kolom Kriteria di"
        " penilaian ini.",
        "This judgement of tidak memenuhi answers no criterion of {stage} and would be lost.",
        "Add the criterion on the sheet Kriteria, then name its code in the column Kriteria here.",
    ),
    "PKT057": _hint(
        "PKT057",
        "Tulis Putusan, atau beri kriterianya Nilai tertinggi jika dokumen menilainya dengan"
        " angka.",
        "Write Putusan, or give the criterion its Nilai tertinggi if the document scores it.",
    ),
    "PKT058": _hint(
        "PKT058",
        "Periksa nilainya, atau Nilai tertinggi di lembar Kriteria.",
        "Check the score, or Nilai tertinggi on the sheet Kriteria.",
    ),
    "PKT059": _hint(
        "PKT059",
        "Sebutkan Peserta dan Kriteria; nilai tidak dapat diberikan secara umum.",
        "Name Peserta and Kriteria; a score cannot be given in general.",
    ),
    "PKT062": FaultText(
        "Kriteria {found} dinilai dengan angka; Putusan tidak menjawabnya.",
        "Tulis Nilai; ambang batas kriteria menentukan lulus atau tidaknya.",
        "The criterion {found} is scored; Putusan does not answer it.",
        "Write Nilai; the criterion's threshold decides whether it passes.",
    ),
    "PKT063": _hint(
        "PKT063",
        "Hapus dari kolom Cadangan, atau perbaiki kolom Pemenang.",
        "Take it out of the column Cadangan, or correct the column Pemenang.",
    ),
    "PKT066": _hint(
        "PKT066",
        "Kosongkan Total (Rp), atau periksa Hasil negosiasi.",
        "Clear Total (Rp), or check Hasil negosiasi.",
    ),
    "PKT068": FaultText(
        "Reverse auction yang tidak dilaksanakan tidak memiliki penawaran.",
        "Kosongkan Penawaran auction, atau periksa Dilaksanakan.",
        "A reverse auction that was not held has no bids.",
        "Clear Penawaran auction, or check Dilaksanakan.",
    ),
    "PKT071": _hint(
        "PKT071",
        "Tulis kode baris di lembar HPS.",
        "Write the code of a line of the sheet HPS.",
    ),
    "PKT072": FaultText(
        "Baris {found} harus memuat salah satu saja: komponen, atau harga satuan yang dianalisis.",
        "Pekerjaan dianalisis di lembar Komponen Harga, barang dan jasa menurut harga satuannya di"
        " lembar Analisa Harga.",
        "Line {found} has to have just one of components and an analysed unit price.",
        "Works are analysed on the sheet Komponen Harga, goods and services by their unit price on"
        " the sheet Analisa Harga.",
    ),
    "PKT073": FaultText(
        "Analisis harga Pekerjaan Konstruksi disusun menurut komponennya (AHSP), bukan harga"
        " satuan.",
        "Tulis upah, bahan, dan alat di lembar Komponen Harga dengan koefisien dan harga dasarnya.",
        "The price of construction works is analysed by components (AHSP), not by unit price.",
        "Write wages, materials and equipment on the sheet Komponen Harga with coefficients and"
        " base prices.",
    ),
}

"""The words of every code of the reader, in both languages, and how a fault becomes a diagnostic.

A code never changes its meaning. What stands in braces is filled from the fault.
"""

import re
from collections.abc import Iterable, Mapping

from tender.faults import (
    AND_AT_LEAST_AS_MANY_MORE,
    AND_MORE,
    TOLD,
    Diagnostic,
    Fault,
    FaultText,
    Places,
    Spot,
    filled_in,
    show,
)
from tender.formats import fault_texts_bounds, fault_texts_paper
from tender.formats.signs import HIDDEN

__all__ = ["TEXTS", "diagnose"]

# Signs that would change how a terminal shows a diagnostic, or that cannot be written at all.
_UNPRINTABLE = re.compile(f"[\\t\\n{HIDDEN}]")
# So many faults are put in order, of which the first are told.
_SORTED = 2_000
# What is too much is told before what follows from its being unread.
_FIRST = frozenset(fault_texts_bounds.TEXTS)
# What is filled into the words of a fault is no longer than this.
_LONGEST = 500
_KINDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "object": "objek {...}",
        "array": "daftar [...]",
        "string": "teks",
        "number": "bilangan",
        "integer": "bilangan bulat tanpa tanda kutip",
        "boolean": "true atau false",
        "null": "null",
    },
    "en": {
        "object": "an object {...}",
        "array": "a list [...]",
        "string": "a text",
        "number": "a number",
        "integer": "a whole number without quotes",
        "boolean": "true or false",
        "null": "null",
    },
}


def diagnose(
    faults: Iterable[Fault],
    places: Places,
    name: str,
    lang: str,
    texts: Mapping[str, FaultText],
) -> tuple[Diagnostic, ...]:
    """The first `TOLD` of the `faults` in words, each once, in the order of their places.

    How many more there are is said by a last one.

    Args:
        faults: what is wrong.
        places: where in the file each of them is.
        name: the file as it is shown.
        lang: `id` or `en`.
        texts: the words by code.
    """
    found: dict[tuple[str, ...], tuple[tuple[object, ...], Diagnostic]] = {}
    more, code = 0, AND_MORE
    for fault in faults:
        if fault.code in (AND_MORE, AND_AT_LEAST_AS_MANY_MORE):
            more, code = more + int(fault.params["count"]), max(code, fault.code)
            continue
        if len(found) >= _SORTED and fault.code not in _FIRST:
            more += 1
            continue
        spot = fault.spot or places.spot(fault)
        told = _told(fault, spot, name, lang, texts)
        order = (
            fault.code not in _FIRST,
            spot.file,
            spot.order,
            told.code,
            told.path,
            told.message,
        )
        # One cell may say the same to several places of the package.
        place = told.cell or f"{told.line}:{told.column} {told.path}"
        found.setdefault((told.code, told.file, place, told.message), (order, told))
    first = [told for _, told in sorted(found.values(), key=lambda pair: pair[0])]
    more += len(first[TOLD:])
    if more:
        last = Fault(code, (), {"count": f"{more}"})
        first[TOLD:] = [_told(last, Spot(), name, lang, texts)]
    return tuple(first)


def _told(
    fault: Fault, spot: Spot, name: str, lang: str, texts: Mapping[str, FaultText]
) -> Diagnostic:
    """One fault in words."""
    words, params = texts[fault.code], _params(fault, lang)
    return Diagnostic(
        fault.code,
        spot.file or name,
        spot.line,
        spot.column,
        _printable(show(fault.path)),
        words.message(lang).format_map(params),
        filled_in(words.hint(lang), params),
        spot.cell,
    )


def _params(fault: Fault, lang: str) -> dict[str, str]:
    params = {key: _printable(value[:_LONGEST]) for key, value in fault.params.items()}
    if fault.code == "PKT012":
        kinds = _KINDS["en" if lang == "en" else "id"]
        params = {key: kinds.get(value, value) for key, value in params.items()}
    return params


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


_PLAIN_NUMBER_ID = (
    "Tulis bilangan polos, misalnya 1234567.89: titik untuk desimal, tanpa pemisah ribuan, tanpa "
    "Rp dan tanpa pangkat; paling banyak 18 angka di depan titik dan 6 di belakangnya."
)
_PLAIN_NUMBER_EN = (
    "Write a plain number, such as 1234567.89: a point for decimals, no thousands separators, no "
    "currency and no exponent; at most 18 digits before the point and 6 after it."
)

TEXTS: Mapping[str, FaultText] = {
    # The file itself.
    "PKT001": FaultText(
        "Folder ini berisi lebih dari satu berkas paket, dengan waktu simpannya: {files}.",
        "Sebut berkas yang berlaku: {commands}.",
        "This folder holds more than one file of a package, last saved at: {files}.",
        "Name the file that counts: {commands}.",
    ),
    "PKT002": FaultText(
        "Berkas lebih besar dari {limit} MiB.",
        "Pindahkan lampiran ke berkas lain dan sebutkan namanya di evidence.",
        "The file is larger than {limit} MiB.",
        "Move attachments to other files and name them in evidence.",
    ),
    "PKT003": FaultText(
        "Berkas bukan teks UTF-8: bita {byte} tidak dapat dibaca.",
        "Simpan ulang berkas dengan pengodean UTF-8.",
        "The file is not UTF-8 text: the byte {byte} cannot be read.",
        "Save the file again in UTF-8.",
    ),
    "PKT004": FaultText(
        "Bukan JSON yang sah ({detail}).",
        "Periksa koma, titik dua, tanda kutip dan kurung tepat di atau sebelum tempat ini.",
        "Not valid JSON ({detail}).",
        "Check the commas, colons, quotes and brackets at or just before this place.",
    ),
    "PKT005": FaultText(
        "Susunan terlalu dalam: lebih dari {deepest} tingkat.",
        "Ratakan susunannya; tidak ada kunci paket yang sedalam itu.",
        "Nested too deeply: more than {deepest} levels.",
        "Flatten it; no key of a package lies that deep.",
    ),
    "PKT006": FaultText(
        "Kunci {key} ditulis lebih dari sekali dalam satu objek.",
        "Hapus yang tidak berlaku; mesin tidak memilih di antara keduanya.",
        "The key {key} stands more than once in one object.",
        "Delete the one that does not hold; neither is chosen for you.",
    ),
    "PKT007": FaultText(
        "NaN dan Infinity bukan bilangan.",
        "Tulis bilangannya; jika belum diketahui, tulis null.",
        "NaN and Infinity are not numbers.",
        "Write the number; if it is unknown, write null.",
    ),
    "PKT009": FaultText(
        "Folder ini tidak berisi paket.xlsx atau paket.json.",
        "Sebut berkasnya, misalnya kertas-kerja.xlsx, atau beri salah satu nama itu.",
        "This folder holds neither paket.xlsx nor paket.json.",
        "Name the file itself, such as kertas-kerja.xlsx, or give it one of these names.",
    ),
    # A place and its value.
    "PKT010": FaultText(
        "Kunci {found} tidak dikenal di sini.",
        "Mungkin yang dimaksud: {known}. Keterangan lain dapat disimpan di extensions.",
        "The key {found} is not known here.",
        "Perhaps this was meant: {known}. Anything else can be kept in extensions.",
    ),
    "PKT011": FaultText(
        "Kunci {key} wajib ada dan tidak boleh kosong.",
        "Tambahkan {key} dengan isinya.",
        "The key {key} is required and may not be empty.",
        "Add {key} with its value.",
    ),
    "PKT012": FaultText(
        "Seharusnya {expected}, tetapi tertulis {found}.",
        "Ganti dengan {expected}.",
        "This should be {expected}, but it is {found}.",
        "Replace it by {expected}.",
    ),
    "PKT013": FaultText(
        '"{found}" bukan bilangan polos.',
        _PLAIN_NUMBER_ID,
        '"{found}" is no plain number.',
        _PLAIN_NUMBER_EN,
    ),
    "PKT014": FaultText(
        "Bilangan {found} di luar batas: harus {bound}.",
        "Periksa bilangannya dan satuannya.",
        "The number {found} is out of bounds: it must be {bound}.",
        "Check the number and its unit.",
    ),
    "PKT015": FaultText(
        '"{found}" bukan salah satu istilah yang dikenal di sini.',
        "Mungkin yang dimaksud: {known}.",
        '"{found}" is none of the terms known here.',
        "Perhaps this was meant: {known}.",
    ),
    "PKT016": FaultText(
        "Teks terlalu panjang: lebih dari {limit} huruf.",
        "Persingkat, atau simpan selengkapnya di berkas dan sebutkan di evidence.",
        "The text is too long: more than {limit} characters.",
        "Shorten it, or keep the whole in a file and name it in evidence.",
    ),
    "PKT017": FaultText(
        "Ada tanda tersembunyi {sign} pada huruf ke-{position}.",
        "Hapus tanda itu dengan mengetik ulang teksnya; jangan menyalinnya dari dokumen lain.",
        "There is a hidden sign {sign} at character {position}.",
        "Remove it by typing the text again; do not paste it from another document.",
    ),
    "PKT018": FaultText(
        '"{found}" bukan id yang sah.',
        "Pakai 1 sampai 64 huruf A-Z a-z, angka, titik, garis bawah atau tanda hubung.",
        '"{found}" is no valid id.',
        "Use 1 to 64 of the letters A-Z a-z, digits, point, underscore or hyphen.",
    ),
    "PKT019": FaultText(
        '"{found}" bukan tanggal.',
        "Tulis tahun-bulan-hari, misalnya 2022-05-12, antara tahun 1900 dan 2199.",
        '"{found}" is no date.',
        "Write year-month-day, such as 2022-05-12, between the years 1900 and 2199.",
    ),
    "PKT020": FaultText(
        '"{found}" bukan waktu yang lengkap.',
        "Tulis tanggal, jam dan selisih zona, misalnya 2022-05-12T09:00:00+07:00 untuk WIB.",
        '"{found}" is no complete time.',
        "Write date, time and offset, such as 2022-05-12T09:00:00+07:00 for WIB.",
    ),
    "PKT021": FaultText(
        "Kunci format tidak ada.",
        'Tambahkan "format": "{expected}" di awal berkas.',
        "The key format is missing.",
        'Add "format": "{expected}" at the top of the file.',
    ),
    "PKT022": FaultText(
        "{what} tidak dievaluasi oleh mesin ini: yang dievaluasi hanya tender dan seleksi biasa "
        "dengan satu pemenang untuk seluruh paket.",
        "Evaluasi pengadaan ini di luar mesin, atau periksa apakah isian ini memang dimaksud.",
        "{what} is not evaluated by this engine: only ordinary tenders and selections with one "
        "winner for the whole package are.",
        "Evaluate this procurement outside the engine, or check whether this was meant.",
    ),
    "PKT023": FaultText(
        "Daftar ini harus berisi paling sedikit {least}.",
        "Lengkapi daftarnya.",
        "This list must hold at least {least}.",
        "Complete the list.",
    ),
    "PKT025": FaultText(
        "Pemeriksaan {what} dikenal, tetapi belum dievaluasi oleh versi ini.",
        "Jadikan {what} sebuah kriteria pada criteria, agar Pokja menilainya.",
        "The check {what} is known, but this version does not evaluate it yet.",
        "Make {what} a criterion in criteria, so that the Pokja judges it.",
    ),
    "PKT026": FaultText(
        "Teks ini kosong atau diawali atau diakhiri spasi.",
        "Isi teksnya dan hapus spasi di kedua ujungnya; jika belum diketahui, kosongkan (null).",
        "This text is empty, or begins or ends with a space.",
        "Fill it in and remove the spaces at both ends; if it is unknown, write null.",
    ),
    "PKT027": FaultText(
        "ya (true) tidak menjelaskan jaminan penawaran yang disampaikan.",
        "Tulis nilai (amount) dan masa berlakunya (valid_until); tidak (false) jika tidak ada; "
        "kosong (null) jika belum diketahui.",
        "true does not say what bid bond was handed in.",
        "Write its amount and valid_until; false if there is none; null if it is unknown.",
    ),
    "PKT028": FaultText(
        'Format "{found}" tidak dikenal.',
        'Yang dapat dibaca hanya "{expected}".',
        'The format "{found}" is not known.',
        'Only "{expected}" can be read.',
    ),
    # The tender, the panel, the participants.
    "PKT030": FaultText(
        "Id {found} dipakai lebih dari sekali dalam daftar ini.",
        "Beri setiap isian id sendiri, atau hapus yang kembar.",
        "The id {found} is used more than once in this list.",
        "Give each entry its own id, or delete the double.",
    ),
    "PKT032": FaultText(
        "Baris HPS {found} tidak menyebut bagiannya, padahal kontraknya gabungan.",
        "Tambahkan part: harga_satuan atau lumsum.",
        "The HPS line {found} does not name its part, though the contract is gabungan.",
        "Add part: harga_satuan or lumsum.",
    ),
    "PKT033": FaultText(
        "penawaran_dievaluasi hanya berlaku untuk satu_file; tender ini {envelope}.",
        "Hapus penawaran_dievaluasi, atau periksa envelope.",
        "penawaran_dievaluasi holds only for satu_file; this tender is {envelope}.",
        "Take penawaran_dievaluasi out, or check envelope.",
    ),
    "PKT034": FaultText(
        "Bobot kriteria berjumlah {total}, bukan 100.",
        "Samakan dengan bobot dalam Dokumen Pemilihan; yang desimalnya tidak berakhir ditulis "
        "sebagai pecahan, mis. 100/9.",
        "The weights of the criteria sum to {total}, not 100.",
        "Bring them in line with the tender's document; write one without an end of decimals as a "
        "fraction, such as 100/9.",
    ),
    "PKT035": FaultText(
        "KSO ini menyebut {count} ketua; harus tepat satu.",
        "Tandai satu anggota saja sebagai pemimpin (lead: true).",
        "This KSO names {count} leaders; there must be exactly one.",
        "Write lead: true at one member only.",
    ),
    "PKT036": FaultText(
        "Porsi anggota KSO berjumlah {total}, bukan 100.",
        "Samakan dengan perjanjian KSO; porsi yang belum diketahui dikosongkan (null).",
        "The shares of the KSO members sum to {total}, not 100.",
        "Bring them in line with the KSO agreement; an unknown share is null.",
    ),
    "PKT037": FaultText(
        "Disampaikan {given}, sesudah batas akhir {until}.",
        "Periksa waktunya, atau catat perpanjangan; yang terlambat tidak dicatat sebagai masuk.",
        "Handed in at {given}, after the deadline {until}.",
        "Check the time, or record the extension; what came late is not recorded as handed in.",
    ),
    "PKT038": FaultText(
        "Kriteria {found} dinilai dengan angka, tetapi tidak menyebut: {keys}.",
        "Lengkapi weight dan max_score; untuk sistem gugur, hapus keduanya dan threshold.",
        "The criterion {found} is scored, but does not give: {keys}.",
        "Give weight and max_score; for pass or fail, take both and threshold out.",
    ),
    "PKT079": FaultText(
        "{found} bukan bobot.",
        "Tulis angka seperti 12.5, atau pecahan dari dua bilangan bulat seperti 100/9.",
        "{found} is no weight.",
        "Write a number such as 12.5, or a fraction of two whole numbers such as 100/9.",
    ),
    "PKT039": FaultText(
        "Ambang batas melebihi nilai tertinggi kriteria, yaitu {bound}.",
        "Tulis threshold menurut skala max_score kriteria ini.",
        "The threshold is above the criterion's highest score, which is {bound}.",
        "Write threshold on the scale of this criterion's max_score.",
    ),
    # Price files.
    "PKT040": FaultText(
        "Penawaran harga satuan tidak boleh berisi daftar baris yang kosong.",
        "Isi baris-barisnya; jika belum diketahui, kosongkan (hapus lines atau tulis null).",
        "A unit price bid may not have an empty list of lines.",
        "Fill in the lines; if they are unknown, leave lines out or write null.",
    ),
    "PKT041": FaultText(
        "Baris {found} tidak ada dalam daftar HPS.",
        "Perbaiki kodenya (id); jika memang di luar dokumen, tandai sebagai baris tambahan "
        "(extra: true) beserta uraian (description) dan satuannya (unit).",
        "The line {found} is not in the list of the HPS.",
        "Correct its id; if the document lacks it, write extra: true, description and unit.",
    ),
    "PKT042": FaultText(
        "Baris {found} ditandai tambahan (extra), padahal ada dalam daftar HPS.",
        "Hapus tandanya, atau beri baris tambahan itu kode (id) lain.",
        "The line {found} is marked extra, but the list of the HPS has it.",
        "Take extra out, or give the additional line another id.",
    ),
    "PKT043": FaultText(
        "Baris tambahan {found} tidak menyebut {key}.",
        "Salin {key} dari daftar penawar.",
        "The extra line {found} does not give its {key}.",
        "Copy {key} from the bidder's list.",
    ),
    "PKT044": FaultText(
        "Penawaran ini merinci baris, padahal HPS tidak memilikinya.",
        "Isi rincian HPS (tender.hps.lines), atau hapus rincian penawaran ini (lines).",
        "This bid gives lines, but the HPS has none.",
        "Fill in tender.hps.lines, or take lines out of the bid.",
    ),
    "PKT045": FaultText(
        "Penawaran gabungan dengan baris harus menyebut nilai kedua bagiannya (stated_parts).",
        "Tulis nilai bagian harga satuan dan bagian lumsum seperti tertulis, tanpa PPN.",
        "A gabungan bid with lines must give stated_parts.",
        "Write the harga_satuan and lumsum parts as stated, without PPN.",
    ),
    "PKT046": FaultText(
        "corrected_total dan corrected_by hanya berarti bersama; {key} tidak ada.",
        "Tambahkan {key}, atau hapus pasangannya.",
        "corrected_total and corrected_by mean something only together; {key} is missing.",
        "Add {key}, or take the other out.",
    ),
    "PKT047": FaultText(
        "{key} tidak berisi tepat satu biaya untuk setiap tahun operasi.",
        "Tulis operating dan maintenance tahun demi tahun, sama banyak, dan sebanyak "
        "operating_years jika dokumen menyebutnya; tahun tanpa biaya ditulis 0.",
        "{key} does not hold exactly one cost for each year of operation.",
        "Write operating and maintenance year by year, equally many, and as many as "
        "operating_years where the document gives it; a year without costs is 0.",
    ),
    "PKT048": FaultText(
        "life_cycle hanya berlaku untuk umur_ekonomis; tender ini {method}.",
        "Hapus life_cycle dari penawaran, atau periksa method.",
        "life_cycle holds only for umur_ekonomis; this tender is {method}.",
        "Take life_cycle out of the bid, or check method.",
    ),
    "PKT049": FaultText(
        "Baris {line} dalam daftar HPS tidak memakai orang-bulan.",
        "Hapus person_months dari baris penawaran ini, atau lengkapi baris HPS-nya.",
        "The line {line} of the HPS is not priced by orang-bulan.",
        "Take person_months out of this line of the bid, or add it to the line of the HPS.",
    ),
    # Judgements and events.
    "PKT050": FaultText(
        "{found} bukan anggota Pokja.",
        "Pakai kode (id) anggota pada pokja.members. Misalnya: {known}.",
        "{found} is no member of the panel.",
        "Use an id from pokja.members. Such as: {known}.",
    ),
    "PKT051": FaultText(
        "{found} bukan peserta tender ini.",
        "Pakai kode (id) peserta pada participants. Misalnya: {known}.",
        "{found} is no participant of this tender.",
        "Use an id from participants. Such as: {known}.",
    ),
    "PKT052": FaultText(
        "Tahap ini tidak memiliki kriteria {found}.",
        "Tambahkan kriteria lebih dahulu pada tahap ini (tender.requirements). Yang sudah ada:"
        " {known}.",
        "This stage has no criterion {found}.",
        "Add criteria to this stage in tender.requirements first. There are: {known}.",
    ),
    "PKT053": FaultText(
        "Penilaian harus berisi putusan (verdict) atau nilai (score), tepat salah satu.",
        "Tulis putusan untuk kriteria sistem gugur, nilai untuk kriteria yang dinilai angka.",
        "A judgement must have a verdict or a score, exactly one of them.",
        "Write verdict for a pass-or-fail criterion, score for a scored one.",
    ),
    "PKT054": FaultText(
        "Tidak memenuhi harus beralasan: catatannya (note) kosong.",
        "Tulis apa yang disyaratkan, apa yang ditawarkan, dan hasil klarifikasinya.",
        "tidak_memenuhi needs a reason: note is empty.",
        "Write what was required, what was offered, and what clarification brought.",
    ),
    "PKT055": FaultText(
        "Tahap {found} tidak dinilai oleh anggota Pokja.",
        "Tahap ini dihitung; hapus penilaian ini atau perbaiki tahapnya.",
        "The stage {found} is not judged by members of the panel.",
        "It is computed; take this judgement out or correct its stage.",
    ),
    "PKT056": FaultText(
        "Penilaian tidak memenuhi ini tidak mengenai kriteria apa pun pada {stage}.",
        "Tambahkan kriterianya pada tahap itu (tender.requirements.{stage}.criteria), lalu sebut "
        "kodenya pada penilaian ini (criterion).",
        "This tidak_memenuhi answers no criterion of {stage} and would be lost.",
        "Add the criterion to tender.requirements.{stage}.criteria, then name it in criterion.",
    ),
    "PKT057": FaultText(
        "Kriteria {found} tidak dinilai dengan angka.",
        "Tulis putusannya (verdict), atau beri kriterianya nilai tertinggi (max_score) jika "
        "dokumen menilainya dengan angka.",
        "The criterion {found} is not scored.",
        "Write verdict, or give the criterion its max_score if the document scores it.",
    ),
    "PKT058": FaultText(
        "Nilai melebihi nilai tertinggi kriteria, yaitu {bound}.",
        "Periksa nilainya, atau nilai tertinggi (max_score) kriterianya.",
        "The score is above the criterion's highest, which is {bound}.",
        "Check the score, or the criterion's max_score.",
    ),
    "PKT059": FaultText(
        "Nilai harus diberikan untuk satu peserta dan satu kriteria.",
        "Sebutkan peserta (participant) dan kriterianya (criterion); nilai tidak dapat diberikan "
        "secara umum.",
        "A score must be for one participant and one criterion.",
        "Name participant and criterion; a score cannot be given in general.",
    ),
    "PKT060": FaultText(
        "{found} menjawab pertanyaan yang sama dua kali pada waktu yang sama.",
        "Hapus yang tidak berlaku, atau perbaiki waktunya: yang lebih akhir yang dihitung.",
        "{found} answers the same question twice at the same time.",
        "Delete the one that does not hold, or correct its time: the later one counts.",
    ),
    "PKT061": FaultText(
        "{found} disebut lebih dari sekali.",
        "Sebutkan sekali saja.",
        "{found} is named more than once.",
        "Name it once only.",
    ),
    "PKT062": FaultText(
        "Kriteria {found} dinilai dengan angka; putusan (verdict) tidak menjawabnya.",
        "Tulis nilainya (score); ambang batas kriteria menentukan lulus atau tidaknya.",
        "The criterion {found} is scored; a verdict does not answer it.",
        "Write score; the criterion's threshold decides whether it passes.",
    ),
    "PKT063": FaultText(
        "{found} ditetapkan sebagai pemenang dan sekaligus cadangan.",
        "Hapus dari cadangan (reserves), atau perbaiki pemenangnya (winner).",
        "{found} is determined both as winner and as reserve.",
        "Take it out of reserves, or correct winner.",
    ),
    "PKT064": FaultText(
        "Penilaian teknis pada {given}, sesudah harga dibuka pada {opened}.",
        "Periksa waktunya; sesudah harga dibuka, teknis hanya dinilai dalam evaluasi ulang.",
        "A technical judgement at {given}, after prices were opened at {opened}.",
        "Check the time; once prices are open, only an evaluasi ulang judges technical matters.",
    ),
    "PKT065": FaultText(
        "Negosiasi yang sepakat harus menyebut total.",
        "Tulis total hasil negosiasi, termasuk PPN.",
        "A negotiation that is sepakat must give its total.",
        "Write the total that was agreed on, PPN included.",
    ),
    "PKT066": FaultText(
        "Negosiasi yang gagal tidak memiliki total.",
        "Hapus total, atau periksa outcome.",
        "A negotiation that is gagal has no total.",
        "Take total out, or check outcome.",
    ),
    "PKT067": FaultText(
        "Ada dua negosiasi dengan {found} pada waktu yang sama.",
        "Hapus yang tidak berlaku, atau perbaiki waktunya: yang lebih akhir yang dihitung.",
        "There are two negotiations with {found} at the same time.",
        "Delete the one that does not hold, or correct its time: the later one counts.",
    ),
    "PKT068": FaultText(
        "Reverse auction yang tidak dilaksanakan tidak memiliki totals.",
        "Hapus totals, atau periksa held.",
        "A reverse auction that was not held has no totals.",
        "Take totals out, or check held.",
    ),
    "PKT069": FaultText(
        "Ada dua {what} pada waktu yang sama.",
        "Hapus yang tidak berlaku, atau perbaiki waktunya: yang lebih akhir yang dihitung.",
        "There are two {what} at the same time.",
        "Delete the one that does not hold, or correct its time: the later one counts.",
    ),
    "PKT070": FaultText(
        "{found} tercatat mengundurkan diri lebih dari satu kali.",
        "Sisakan satu pengunduran diri untuk setiap peserta.",
        "{found} is recorded as withdrawn more than once.",
        "Leave one withdrawal for each participant.",
    ),
    "PKT071": FaultText(
        "Baris {found} tidak ada dalam Dokumen Pemilihan.",
        "Tulis kode (id) baris HPS.",
        "Line {found} is not in the tender document.",
        "Write the id of a line of the HPS, as in hps.lines.",
    ),
    "PKT072": FaultText(
        "Baris {found} harus memuat salah satu saja: components atau unit_price.",
        "Pekerjaan dianalisis menurut components, barang dan jasa menurut unit_price.",
        "Line {found} has to have just one of components and unit_price.",
        "Works are analysed by components, goods and services by unit_price.",
    ),
    "PKT073": FaultText(
        "Analisis harga Pekerjaan Konstruksi disusun menurut components (AHSP), bukan unit_price.",
        "Tulis upah, bahan, dan alat dengan koefisien dan harga satuan dasarnya.",
        "The price of construction works is analysed by components (AHSP), not by unit_price.",
        "Write wages, materials and equipment with their coefficients and base prices.",
    ),
    "PKT084": FaultText(
        "{found} bukan bagian dari harga.",
        "Tulis pecahan sebagai teks, misalnya 11/12; seluruh harga ditulis 1. Bila Excel mengubah "
        "isian menjadi tanggal atau desimal, jadikan sel berformat Teks lalu ketik lagi.",
        "{found} is no share of a price.",
        'Write a fraction as text, such as "11/12"; the whole price is "1". Where Excel made a '
        "date or a decimal of it, format the cell as Text and type it again.",
    ),
    "PKT085": FaultText(
        "Tarif PPN ini, dikalikan dasarnya, bukan persentase yang dapat ditulis tuntas.",
        "Periksa tarif dan dasar PPN: 12 dengan dasar 11/12 sama dengan 11 dari seluruh harga. "
        "Tarif yang sudah dari seluruh harga ditulis dengan dasar 1.",
        "This rate of PPN times its base is no percentage that can be written to its end.",
        'Check rate and base: 12 with the base "11/12" is 11 of the whole price. A rate that is '
        'of the whole price already has the base "1".',
    ),
    **fault_texts_bounds.TEXTS,
    **fault_texts_paper.TEXTS,
}

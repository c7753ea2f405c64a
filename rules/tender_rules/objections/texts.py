"""The words of the law's own faults."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "ATR001": FaultText(
        "{what} belum dievaluasi oleh versi ini: {reason}",
        "paket jenis ini dievaluasi di luar alat ini sampai aturannya tersedia",
        "{what} is not evaluated by this version yet: {reason}",
        "evaluate packages of this kind elsewhere until the rule is there",
    ),
    "ATR002": FaultText(
        "pengadaan kompleks tidak dapat memakai pascakualifikasi ({article})",
        "periksa complex, atau gunakan prakualifikasi",
        "a complex procurement cannot use pascakualifikasi ({article})",
        "check complex, or use prakualifikasi",
    ),
    "ATR003": FaultText(
        "kontrak terima jadi hanya untuk Pekerjaan Konstruksi ({article})",
        "periksa category dan contract",
        "a terima jadi contract is for construction works only ({article})",
        "check category and contract",
    ),
    "ATR004": FaultText(
        "tidak ada ketentuan yang tersedia untuk tender yang diumumkan {day}",
        "himpunan aturan ini berlaku sejak {first}; periksa tanggal pengumuman",
        "no law is available for a tender announced on {day}",
        "this rulebook begins on {first}; check the date of the announcement",
    ),
    "ATR005": FaultText(
        "standar lokal {found} tidak dikenal atau belum berlaku pada tanggal tender ini",
        "yang berlaku: {known}",
        "the local standard {found} is not known or not in force on the day of this tender",
        "in force: {known}",
    ),
    "ATR006": FaultText(
        "nilai {found} tidak ada dalam himpunan aturan pada tanggal tender ini",
        "yang ada: {known}; lihat daftarnya dengan perintah tender rules",
        "there is no value {found} in the rulebook on the day of this tender",
        "there is: {known}; list them with the command tender rules",
    ),
    "ATR007": FaultText(
        "dokumen tidak dapat menetapkan {param} = {value}",
        "yang terbuka: {known}",
        "the document cannot set {param} = {value}",
        "what is open: {known}",
    ),
    "ATR008": FaultText(
        "tahap {found} tidak ada dalam pascakualifikasi",
        "tulis penawaran untuk batas waktu, pemilihan untuk tindakan",
        "there is no {found} phase in a pascakualifikasi",
        "write penawaran for deadlines, pemilihan for acts",
    ),
    "ATR009": FaultText(
        "dasar gagal {found} tidak dikenal",
        "yang dikenal: {known}",
        "the ground of failure {found} is not known",
        "known: {known}",
    ),
    "ATR010": FaultText(
        "penetapan tidak menyebut pemenang",
        "isi pemenang (winner) dengan kode (id) peserta",
        "the determination names no winner",
        "fill in winner with the id of a participant",
    ),
    "ATR011": FaultText(
        "dokumen menetapkan {param} lebih dari sekali",
        "tulis satu nilai saja",
        "the document sets {param} more than once",
        "write one value only",
    ),
    "ATR012": FaultText(
        "dua tindakan atas hal yang sama tercatat pada waktu yang sama, {at}",
        "periksa at; tindakan yang lebih akhir yang berlaku",
        "two acts on one thing are recorded at the same time, {at}",
        "check at; the later act stands",
    ),
    "ATR013": FaultText(
        "jaminan penawaran hanya untuk Pekerjaan Konstruksi ({article})",
        "hapus bid_bond dari persyaratan; bila dokumen memintanya, dokumen itu perlu diadendum",
        "a bid bond is for construction works only ({article})",
        "take bid_bond out of the requirements; a document that asks it needs an addendum",
    ),
    "ATR014": FaultText(
        "Pokja Pemilihan beranggota {count}; harus gasal dan paling sedikit {least} ({article})",
        "tulis semua anggota menurut surat keputusan",
        "the panel has {count} members; there must be an odd number, at least {least} ({article})",
        "write all members as the decree names them",
    ),
    "ATR020": FaultText(
        "keputusan peringkat {order} tidak sesuai dengan harga atau nilainya",
        "sebut semua peserta yang harga atau nilainya sama, dan hanya itu",
        "the ranking decision {order} contradicts the figures",
        "name all of one equal price or score, and only those",
    ),
    "ATR015": FaultText(
        "{found} tidak dapat dipakai untuk {kind} ({article})",
        "periksa category, method, dan kunci ini; yang dibolehkan disebut pasal itu",
        "{found} cannot be used for {kind} ({article})",
        "check category, method and this key; the article names what may be used",
    ),
    "ATR016": FaultText(
        "prakualifikasi hanya untuk pengadaan yang bersifat kompleks ({article})",
        "periksa complex, atau gunakan pascakualifikasi",
        "prakualifikasi is for complex procurement only ({article})",
        "check complex, or use pascakualifikasi",
    ),
    "ATR017": FaultText(
        "{what} tidak dipakai di sini dengan metode {method}",
        "hapus bobot, nilai, ambang batas, atau unsur yang tidak dihitung metode itu",
        "{what} does not count here under the method {method}",
        "take out weights, scores, thresholds or unsur that the method does not count",
    ),
    "ATR018": FaultText(
        "{what} belum ditetapkan, padahal diperlukan untuk metode {method}",
        "isi menurut Dokumen Pemilihan: kriteria berbobot, ambang batas, atau bobot tahap",
        "{what} is not set, and the method {method} needs it",
        "fill it in from the tender document: scored criteria, a threshold, or the stage's weight",
    ),
    "ATR021": FaultText(
        "bobot teknis dan bobot harga berjumlah {total}, bukan 100",
        "periksa kedua bobot terhadap Dokumen Pemilihan",
        "the technical and the price weight sum to {total}, not 100",
        "check both weights against the tender document",
    ),
    "ATR022": FaultText(
        "bobot {found} di luar rentang {least} sampai dengan {most} ({source})",
        "periksa bobot; bila {param}_least dan {param}_most terbuka (lihat tender rules), rentang "
        "menurut dokumen ditulis pada regulation.values beserta klausulnya",
        "a weight of {found} is outside {least} to {most} ({source})",
        "check the weight; where {param}_least and {param}_most are open (see tender rules), the "
        "document's own range is written in regulation.values with its clause",
    ),
    "ATR023": FaultText(
        "sebagian kriteria tidak menyebut unsurnya: {found}",
        "tulis unsur pada setiap kriteria berbobot, atau pada tidak satu pun",
        "some criteria do not name their unsur: {found}",
        "write unsur on every scored criterion, or on none",
    ),
    "ATR024": FaultText(
        "penetapan hasil kualifikasi tidak menyebut daftar peserta",
        "isi daftar peserta (list) dengan kode (id) peserta; daftar kosong ditulis [], "
        "di buku kerja tanda -",
        "the determination of the qualification names no list",
        "fill in list with the ids of participants; an empty list is []",
    ),
    "ATR025": FaultText(
        "{what} tidak ada pada penyampaian {envelope}",
        "periksa envelope, atau hapus catatan ini",
        "there is no {what} with {envelope}",
        "check envelope, or take this entry out",
    ),
    "ATR026": FaultText(
        "{who} menyampaikan penawaran, tetapi tidak ada dalam daftar peserta ({article})",
        "periksa list pada penetapan hasil kualifikasi, atau hapus penawaran itu",
        "{who} handed in a bid but is not on the determined list ({article})",
        "check the list of the determination, or take the bid out",
    ),
    "ATR027": FaultText(
        "{kind} tidak mungkin pada putaran pertama",
        "tulis {key} 2 atau lebih, atau periksa previous",
        "a {kind} cannot be a first round",
        "write a {key} of 2 or more, or check previous",
    ),
    "ATR028": FaultText(
        "{key} hanya untuk prakualifikasi, bukan {kind}",
        "hapus kunci ini; putaran tender ditulis pada round",
        "{key} is for prakualifikasi, not {kind}",
        "take this key out; the round of a tender is written in round",
    ),
    "ATR029": FaultText(
        "scope {found} tidak berlaku dalam prakualifikasi",
        "hapus scope; semua yang lulus evaluasi kualifikasi diundang pembuktian",
        "the scope {found} has no meaning in a prakualifikasi",
        "take scope out; whoever passed the evaluation is called to the proof",
    ),
    "ATR030": FaultText(
        "negosiasi dengan {who} tidak pada gilirannya",
        "negosiasi dimulai dari pemenang; peserta berikutnya hanya bila yang sebelumnya gagal",
        "the talks with {who} are out of turn",
        "talks begin with the winner; the next only once those before have failed",
    ),
    "ATR031": FaultText(
        "negosiasi tercatat sebelum masa sanggah berakhir ({article})",
        "catat akhir_masa_sanggah, atau periksa at",
        "talks are recorded before the masa sanggah has ended ({article})",
        "record akhir_masa_sanggah, or check at",
    ),
    "ATR032": FaultText(
        "orang-bulan hanya untuk biaya Jasa Konsultansi ({article})",
        "hapus person_months; volume ditulis pada quantity",
        "person-months are for the cost of consultants only ({article})",
        "take person_months out; a volume is written in quantity",
    ),
    "ATR033": FaultText(
        "negosiasi dengan {who} tercatat sebelum penetapan pemenang",
        "catat penetapan pemilihan, atau periksa at",
        "the talks with {who} are recorded before the winner was determined",
        "record the penetapan of pemilihan, or check at",
    ),
    "ATR034": FaultText(
        "negosiasi pada Tender hanya dengan satu penawaran; yang masuk {count}, belum gugur {left}",
        "hapus peristiwa ini; dengan dua penawaran dapat dilakukan reverse auction",
        "talks in a Tender are with one bid only; {count} came in, {left} have not fallen",
        "take the event out; with two bids a reverse auction may be held",
    ),
    "ATR035": FaultText(
        "preferensi harga {found} ditulis sebagai bagian, bukan persen",
        "tulis dalam persen, misalnya {percent} untuk {percent}%",
        "the preference {found} is written as a share, not as a percentage",
        "write it in percent, {percent} for {percent}%",
    ),
    "ATR036": FaultText(
        "reverse auction tidak dapat dilakukan dengan penawaran ini (auction.with_two: {reading})",
        "periksa peristiwa ini, atau pilih varian menurut Dokumen Pemilihan pada regulation.values",
        "no reverse auction can be held with these bids (auction.with_two: {reading})",
        "check the event, or choose the document's reading in regulation.values",
    ),
    "ATR037": FaultText(
        "sanggah banding hanya untuk Pekerjaan Konstruksi ({article})",
        "hapus peristiwa ini, atau periksa category",
        "an appeal (sanggah banding) is for construction works only ({article})",
        "take the event out, or check category",
    ),
    "ATR038": FaultText(
        "preferensi harga {found}% melebihi yang tertinggi {most}% ({article})",
        "periksa Dokumen Pemilihan; preferensi yang lebih tinggi tidak dapat dipakai",
        "the preference {found}% is above the highest {most}% ({article})",
        "check the document; a higher preference cannot be used",
    ),
    "ATR039": FaultText(
        "{param} adalah setelan, bukan nilai peraturan",
        "hapus: setelan tidak ditetapkan dalam Dokumen Pemilihan dan tidak dikonfirmasi; yang dapat"
        " mengubahnya hanya standar lokal (overlay)",
        "{param} is a setting of the house, not a value of the law",
        "take it out: a document sets no setting and nobody confirms one; only a local standard"
        " (overlay) may change it",
    ),
    "ATR048": FaultText(
        "bagian harga satuan dan bagian lumsum {who} berjumlah {inside} dan harga "
        "penawaran {stated}, sama dalam batas satu rupiah tiap bagian, padahal bagian itu tanpa "
        "PPN dan harga penawaran termasuk PPN",
        "bila bagiannya sudah termasuk PPN, harga penawaran tetap {stated}: tulis kedua bagian "
        "tanpa PPN; bila bagiannya tanpa PPN, harga penawaran menjadi {added}: perbaiki harga "
        "penawaran",
        "the unit-price part and the lumsum part of {who} sum to {inside} and the stated total is "
        "{stated}, the same within a rupiah a part, though the parts are net of PPN and the total "
        "includes it",
        "if the parts hold PPN, the price stays {stated}: write both net of PPN; if they are net, "
        "the price becomes {added}: correct the stated total",
    ),
    "ATR049": FaultText(
        "bagian harga satuan dan bagian lumsum {who} berjumlah harga penawaran, padahal bagian itu "
        "tanpa PPN dan harga penawaran termasuk PPN",
        "tulis kedua bagian tanpa PPN, atau harga penawaran termasuk PPN; angkanya disebut setelah "
        "harga dibuka",
        "the unit-price part and the lumsum part of {who} sum to the stated total, though the "
        "parts are net of PPN and the total includes it",
        "write both parts net of PPN, or the total with it; figures are told once the price is "
        "opened",
    ),
}

"""What may be said about a recorded log: stable codes with their words, in both languages."""

from collections.abc import Mapping

from attrs import field, frozen

from tender.faults import Diagnostic, FaultText

__all__ = ["LOG", "PACKAGES", "TEXTS", "LogRefusedError", "Remark"]

LOG = "jejak.jsonl"
PACKAGES = "paket"


@frozen
class Remark:
    """Something about one line of the log, or about a file beside it. `line` counts from 1."""

    code: str
    line: int
    params: Mapping[str, str] = field(factory=dict)
    file: str = LOG

    def diagnose(self, lang: str = "id") -> Diagnostic:
        """The remark in words, `lang` being `id` or `en`."""
        words, filled = TEXTS[self.code], {"line": str(self.line)}
        filled |= {name: _shown(text) for name, text in self.params.items()}
        message = words.message(lang).format_map(filled)
        hint = words.hint(lang).format_map(filled)
        return Diagnostic(self.code, self.file, self.line, 1, "", message, hint)


def _shown(text: str) -> str:
    """What a log says is not trusted: it may not steer the terminal that shows it."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:200])


class LogRefusedError(ValueError):
    """A log that nothing may be appended to; `remark` says what is wrong with it."""

    def __init__(self, remark: Remark) -> None:
        self.remark = remark
        super().__init__(str(remark.diagnose("en")))


_KEEP_ID = (
    "jangan mengubah apa pun; simpan folder ini sebagai bukti dan catat ulang paketnya di folder"
    " baru: paket yang sama menghasilkan akar yang sama"
)
_KEEP_EN = (
    "change nothing; keep this folder as evidence and record the package again in a new one:"
    " the same package gives the same root"
)

TEXTS: Mapping[str, FaultText] = {
    "TRL001": FaultText(
        "jejak kosong: tidak ada yang tercatat",
        "jalankan evaluasi dengan --record, atau periksa foldernya",
        "the log is empty: nothing is recorded",
        "evaluate with --record, or check the folder",
    ),
    "TRL002": FaultText(
        "berkas pernah dibuka dan disimpan dengan penyunting teks (tanda BOM atau baris CRLF)",
        "gunakan salinan yang belum pernah dibuka; isi jejak tidak boleh disimpan ulang",
        "the file was opened and saved in an editor (a BOM or CRLF line ends)",
        "use a copy that was never opened; a log must not be saved again",
    ),
    "TRL003": FaultText(
        "baris terakhir terpotong: pencatatan terhenti di tengah, atau akhir berkas dibuang",
        _KEEP_ID,
        "the last line is cut: recording stopped half way, or the end was taken away",
        _KEEP_EN,
    ),
    "TRL004": FaultText(
        "baris ini bukan JSON: {detail}",
        _KEEP_ID,
        "this line is not JSON: {detail}",
        _KEEP_EN,
    ),
    "TRL005": FaultText(
        "baris ini bukan bentuk kanonik: spasi, urutan kunci atau cara menulisnya berubah",
        _KEEP_ID,
        "this line is not canonical: a space, the order of keys or the way it is written changed",
        _KEEP_EN,
    ),
    "TRL006": FaultText(
        "baris ini tidak diharapkan di sini: {detail}",
        _KEEP_ID,
        "this line is not expected here: {detail}",
        _KEEP_EN,
    ),
    "TRL007": FaultText(
        "nomor {found}, seharusnya {expected}: ada baris yang dihapus, disisipkan atau ditukar",
        _KEEP_ID,
        "number {found}, should be {expected}: a line was removed, put in or swapped",
        _KEEP_EN,
    ),
    "TRL008": FaultText(
        "rantai putus: baris {line} tidak cocok dengan baris {other}; isinya berubah",
        _KEEP_ID,
        "the chain is broken: line {line} does not fit line {other}; it was changed",
        _KEEP_EN,
    ),
    "TRL009": FaultText(
        "putaran {no} tidak selesai: baris akarnya tidak ada setelah baris ini",
        _KEEP_ID,
        "run {no} is not finished: its root line is missing after this line",
        _KEEP_EN,
    ),
    "TRL010": FaultText(
        "baris {line} tidak sesuai dengan baris {other}: {detail}; isinya berubah",
        _KEEP_ID,
        "line {line} disagrees with line {other}: {detail}; it was changed",
        _KEEP_EN,
    ),
    "TRL011": FaultText(
        "paket putaran {no} tidak ada",
        "kembalikan berkas ini dari salinan; namanya adalah sidik isinya",
        "the package of run {no} is missing",
        "put this file back from a copy; its name is the hash of its content",
    ),
    "TRL012": FaultText(
        "paket ini berubah: isinya tidak cocok dengan sidiknya",
        "kembalikan berkas ini dari salinan; namanya adalah sidik isinya",
        "this package was changed: its content does not fit its hash",
        "put this file back from a copy; its name is the hash of its content",
    ),
    "TRL013": FaultText(
        "akar {anchor} dari kertas bukan akar putaran mana pun di jejak ini",
        "periksa lagi ketikannya; bila benar, jejak ini bukan jejak yang dirujuk kertas itu",
        "the root {anchor} from the paper is the root of no run in this log",
        "check the typing; if it is right, this is not the log that the paper speaks of",
    ),
    "TRL014": FaultText(
        "putar ulang berbeda: dari paket putaran {no} mesin yang sama tidak menghasilkan baris ini",
        _KEEP_ID,
        "the replay differs: from the package of run {no} the same engine does not give this line",
        _KEEP_EN,
    ),
    "TRL015": FaultText(
        "keputusan putaran {no} berbeda di bawah mesin {now}; yang mencatatnya mesin {recorded}",
        "ini bukan tanda pemalsuan; putar ulang dengan mesin {recorded} untuk membuktikannya",
        "the decisions of run {no} differ under engine {now}; engine {recorded} recorded them",
        "this is no sign of forgery; replay with engine {recorded} to prove them",
    ),
    "TRL016": FaultText(
        "keputusan putaran {no} berbeda di bawah himpunan aturan {now}; tercatat {recorded}",
        "ini bukan tanda pemalsuan; putar ulang dengan himpunan aturan yang tercatat",
        "the decisions of run {no} differ under rulebook {now}; recorded under {recorded}",
        "this is no sign of forgery; replay with the recorded rulebook",
    ),
    "TRL017": FaultText(
        "paket putaran {no} tidak dapat dievaluasi: {detail}",
        _KEEP_ID,
        "the package of run {no} cannot be evaluated: {detail}",
        _KEEP_EN,
    ),
    "TRL020": FaultText(
        "hanya rantai dan putar ulang yang diperiksa; akar dari kertas tidak diberikan",
        "berikan akar yang tercetak di BAHP yang ditandatangani dengan --anchor",
        "only the chain and the replay were checked; no root from the paper was given",
        "give the root printed in the signed BAHP with --anchor",
    ),
    "TRL021": FaultText(
        "akar dari kertas adalah akar putaran {no} dari {runs}, tercatat {at}",
        "kertas menjamin keputusan dan paket putaran itu, bukan waktunya dan bukan putaran lain",
        "the root from the paper is the root of run {no} of {runs}, recorded {at}",
        "the paper vouches for the decisions and package of that run, not its time or other runs",
    ),
    "TRL022": FaultText(
        "akar dari kertas adalah akar putaran {no} dari {runs}, tercatat {at}, tetapi pemeriksaan"
        " putaran itu gagal",
        "pulihkan dahulu yang salah, lalu periksa lagi; sampai itu kertas tidak membuktikan apa"
        " yang tersimpan di sini",
        "the root from the paper is the root of run {no} of {runs}, recorded {at}, but the"
        " verification of that run failed",
        "put right what is wrong, then verify again; until then the paper proves nothing of what is"
        " kept here",
    ),
    "TRL023": FaultText(
        "di tempat jejak ada tautan (symlink), atau sesuatu yang bukan berkas atau folder biasa",
        "tautan tidak diikuti; sebut folder yang sebenarnya, atau taruh berkasnya sendiri di sini",
        "in the log's place stands a link, or something that is no plain file or folder",
        "links are not followed; name the real folder, or put the file itself here",
    ),
    "TRL024": FaultText(
        "16 angka dari kaki halaman adalah awal akar putaran {no} dari {runs}, tercatat {at}",
        "angka itu hanya menunjuk putarannya: siapa yang menyiapkan dua paket sebelum tanda tangan"
        " dapat membuat keduanya berawal sama; berikan akar lengkap yang tercetak di BAHP",
        "the 16 digits from the foot of the page begin the root of run {no} of {runs}, recorded"
        " {at}",
        "they only point to the run: who prepares two packages before the signature can make both"
        " begin alike; give the whole root that is printed in the BAHP",
    ),
    "TRL025": FaultText(
        "16 angka {anchor} cocok dengan awal akar beberapa putaran yang berbeda: {told}",
        "ini tidak terjadi dengan sendirinya; berikan akar lengkap yang tercetak di BAHP",
        "the 16 digits {anchor} begin the roots of several runs that differ: {told}",
        "this does not happen by itself; give the whole root that is printed in the BAHP",
    ),
    "TRL026": FaultText(
        "himpunan ketentuan yang dipakai tidak bermanifes: tidak ada yang dapat membuktikan kelak"
        " menurut ketentuan mana ini dievaluasi",
        "buat manifesnya (manifest_of) dan pakai himpunan ketentuan yang disertai manifes itu",
        "the rulebook that was used has no manifest: nothing could prove later under which law this"
        " was evaluated",
        "make its manifest (manifest_of) and evaluate under the rulebook described by it",
    ),
}

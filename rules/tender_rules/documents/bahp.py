"""The Berita Acara Hasil Pemilihan as data. Writers only draw it; the same evaluation, same record.

What it holds follows Perka LKPP 14/2012 halaman III-253, items a to i.
"""

from string import ascii_uppercase

from attrs import evolve

from tender.evaluation import Evaluation
from tender.numbers import exact
from tender.trail import root
from tender_rules.documents.blocks import Bahp, Block, Paragraph, Section
from tender_rules.documents.closing import remarks, signatures, trail
from tender_rules.documents.draft import standing
from tender_rules.documents.method import method
from tender_rules.documents.outcome import acts, outcome
from tender_rules.documents.results import clarifications, order, prices, stages
from tender_rules.documents.subject import basis, entries, tender_data
from tender_rules.documents.view import BLANK, View, bare_number
from tender_rules.documents.working_paper import working_paper
from tender_rules.words import clock, day_and_date

__all__ = ["Bahp", "minutes"]

Titled = tuple[str, tuple[Block, ...]]


def minutes(evaluation: Evaluation, *, internal: bool = False) -> Bahp:
    """The record of `evaluation`; with `internal` the working paper behind it, with everything.

    A draft (KONSEP) until people have acted and every unverified value of the law is confirmed.
    """
    with exact():
        view = View.of(evaluation, internal=internal)
        parts = _parts(view)
        if internal:
            parts = [*parts, *working_paper(view)]
        else:
            parts = [*parts, ("Penutup dan Tanda Tangan", signatures(view))]
        head = root(evaluation)
        parts.append(("Jejak Keputusan", trail(head)))
        return _record(view, parts, head)


def _parts(view: View) -> list[Titled]:
    return [
        ("Dasar", basis(view)),
        ("Data Tender", tender_data(view)),
        ("Pemasukan dan Pembukaan Dokumen Penawaran", entries(view)),
        ("Metode Evaluasi, Unsur yang Dievaluasi, dan Rumus", method(view)),
        ("Harga Penawaran dan Harga Terkoreksi", prices(view)),
        ("Hasil Evaluasi pada Setiap Tahapan", stages(view)),
        ("Klarifikasi", clarifications(view)),
        ("Urutan Peringkat", order(view)),
        outcome(view),
        ("Penetapan, Pengumuman, dan Sanggah", acts(view)),
        ("Keterangan Lain", remarks(view)),
    ]


def _record(view: View, parts: list[Titled], head: str) -> Bahp:
    status = standing(view)
    name = "KERTAS KERJA INTERNAL" if view.internal else "BERITA ACARA HASIL PEMILIHAN"
    act = view.written
    made = Bahp(
        title=f"KONSEP {name}" if status.draft else name,
        draft=status.draft,
        internal=view.internal,
        number=bare_number(act.number) if act else BLANK,
        place=act.place if act else BLANK,
        date=day_and_date(act.at) if act else f"{BLANK} tanggal {BLANK}",
        time=clock(act.at) if act else BLANK,
        tender=view.package.tender.title,
        opening=status.blocks(),
        sections=tuple(
            Section(letter, title, blocks)
            for letter, (title, blocks) in zip(ascii_uppercase, parts, strict=False)
        ),
        root=head,
    )
    words = _secret() if view.internal else _preamble(view, made)
    return evolve(made, opening=(*made.opening, Paragraph(words)))


def _preamble(view: View, made: Bahp) -> str:
    return (
        f"Pada hari ini, {made.date}, pukul {made.time}, bertempat di {made.place}, Pokja "
        f"Pemilihan yang ditetapkan dengan {view.package.pokja.decree} menyusun Berita Acara "
        f"Hasil Pemilihan untuk paket {made.tender}, dengan hasil sebagai berikut."
    )


def _secret() -> str:
    return (
        "Kertas kerja ini memuat keterangan yang tidak untuk umum: harga satuan, pendapat "
        "anggota, dan pemberitahuan internal. Hanya untuk Pokja Pemilihan dan pemeriksa yang "
        "berwenang."
    )

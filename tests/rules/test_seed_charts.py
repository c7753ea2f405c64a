"""The two flowcharts of the service standard, edge by edge, held against the procedures.

Standar Pelayanan Kabupaten Pasuruan 2022 (Keputusan Sekretaris Daerah 060/79/424.013/2022),
sections XXVII and XXVIII, angka 2. Where a procedure differs it differs on purpose: each difference
is named below with the text that resolves it, and one that is no difference any more is found.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import pytest

from tender_engine.findings import Verdict
from tender_rules import national
from tests.builders import PEMBUKTIAN, TEKNIS, bidder, evaluated, failed, needs, package
from tests.happenings import closing, extended
from tests.procurements import applicants, screened

Arrow: TypeAlias = tuple[str, str]

# XXVII: the boxes by their letters, and its arrows as drawn.
BOXES_27 = {
    "A": "pembukaan dokumen penawaran",
    "B": "koreksi aritmatik",
    "C": "evaluasi administrasi dan kualifikasi",
    "D": "tidak ada peserta yang memenuhi persyaratan",
    "E": "peserta memenuhi persyaratan",
    "F": "pemilihan dinyatakan gagal",
    "G": "BAHP",
    "H": "Evaluasi teknis",
    "I": "Evaluasi teknis",
    "J": "Lulus",
    "K": "Evaluasi harga",
    "L": "Lulus",
    "M": "Pembuktian kualifikasi",
    "N": "Lulus",
    "O": "Penetapan pemenang",
    "P": "Tidak ada yang lulus",
    "Q": "Tidak ada yang lulus",
    "R": "Tidak ada yang lulus",
}
ARROWS_27 = "AB BC CD CE DF FG EH HI IJ JK KL LM MN NO IP PG KQ QG MR RG"
# XXVIII likewise.
BOXES_28 = {
    "A": "Mengunduh dokumen kualifikasi",
    "B": "peserta yang menawar ≤ 3",
    "C": "peserta yang menawar ≥ 3",
    "D": "Pemilihan dinyatakan Gagal",
    "E": "Evaluasi penawaran",
    "F": "Pembuktian kualifikasi",
    "G": "peserta yang lulus ≥ 3",
    "H": "Pengumuman Hasil",
    "I": "Masa Sanggah",
    "J": "BAHP/BAHS",
    "K": "peserta yang lulus ≤ 3",
}
ARROWS_28 = "AB AC BD CE EF FG GH HI IJ FK KD"

# What a box is called in the procedures; a box of an outcome stands on an arrow and is none here.
NODES_27 = {
    "A": "pembukaan",
    "B": "koreksi_aritmatik",
    "C": "administrasi_dan_kualifikasi",
    "F": "gagal",
    "G": "bahp",
    "H": "evaluasi_teknis",
    "I": "evaluasi_teknis (lagi)",
    "K": "evaluasi_harga",
    "M": "pembuktian_kualifikasi",
    "O": "penetapan",
}
NODES_28 = {
    "A": "pemasukan_kualifikasi",
    "D": "gagal",
    "E": "evaluasi penawaran",
    "F": "pembuktian_kualifikasi",
    "H": "pengumuman hasil",
    "I": "masa sanggah",
    "J": "bahp",
}
# Two stages that the first chart draws as one box.
ONE_BOX = {
    "evaluasi_administrasi": "administrasi_dan_kualifikasi",
    "evaluasi_kualifikasi": "administrasi_dan_kualifikasi",
}


class Difference:
    """Arrows of a chart that the procedure has otherwise, and the text for it."""

    def __init__(self, drawn: Iterable[Arrow], ours: Iterable[Arrow], text: str) -> None:
        self.drawn, self.ours, self.text = frozenset(drawn), frozenset(ours), text


DIFFERENCES_27 = {
    "technical evaluation is drawn twice": Difference(
        {
            ("administrasi_dan_kualifikasi", "evaluasi_teknis"),
            ("evaluasi_teknis", "evaluasi_teknis (lagi)"),
            ("evaluasi_teknis (lagi)", "evaluasi_harga"),
        },
        {
            ("administrasi_dan_kualifikasi", "evaluasi_teknis"),
            ("evaluasi_teknis", "evaluasi_harga"),
        },
        "XXVII angka 2 butir 5 sampai 8: described once, so it is one stage",
    ),
    "none passes technical: straight to the record": Difference(
        {("evaluasi_teknis (lagi)", "bahp")},
        {("evaluasi_teknis", "gagal")},
        "XXVII angka 2 butir 7; Perpres 16/2018 Pasal 51 ayat (2) huruf c",
    ),
    "none passes price: straight to the record": Difference(
        {("evaluasi_harga", "bahp")},
        {("evaluasi_harga", "gagal")},
        "XXVII angka 2 butir 10; Perpres 16/2018 Pasal 51 ayat (2) huruf c and g",
    ),
    "none passes the proof: straight to the record": Difference(
        {("pembuktian_kualifikasi", "bahp")},
        {("pembuktian_kualifikasi", "gagal")},
        "XXVII angka 2 butir 13; Perpres 16/2018 Pasal 51 ayat (2) huruf c",
    ),
    "no bid at all is not drawn": Difference(
        set(), {("pembukaan", "gagal")}, "Perpres 16/2018 Pasal 51 ayat (2) huruf b"
    ),
    "the winner is in no record": Difference(
        set(), {("penetapan", "bahp")}, "XXVII angka 2 butir 14: the BAHP holds the winner"
    ),
    "the pool stands between correction and evaluation": Difference(
        {("koreksi_aritmatik", "administrasi_dan_kualifikasi")},
        {
            ("koreksi_aritmatik", "penawaran_dievaluasi"),
            ("penawaran_dievaluasi", "administrasi_dan_kualifikasi"),
        },
        "XXVII angka 2 butir 3 takes in all bids; a document may name the lowest (a choice of "
        "the Dokumen Pemilihan, which without it evaluates everybody)",
    ),
    "one bid may be talked over before the award": Difference(
        set(),
        {
            ("pembuktian_kualifikasi", "negosiasi"),
            ("negosiasi", "penetapan"),
            ("negosiasi", "gagal"),
        },
        "XXVII angka 2 draws no talks; Perpres 16/2018 Pasal 51 ayat (2) fails nobody for being "
        "alone, and the model document before it talks with the one bid and drops it where they "
        "come to nothing (IKP 27.15)",
    ),
}
DIFFERENCES_28 = {
    "what is evaluated is called penawaran": Difference(
        {
            ("pemasukan_kualifikasi", "evaluasi penawaran"),
            ("evaluasi penawaran", "pembuktian_kualifikasi"),
        },
        {
            ("pemasukan_kualifikasi", "evaluasi_kualifikasi"),
            ("evaluasi_kualifikasi", "pembuktian_kualifikasi"),
        },
        "XXVIII angka 2 butir 7: Dokumen Kualifikasi; there are no bids yet",
    ),
    "nobody passes the evaluation is not drawn": Difference(
        set(),
        {("evaluasi_kualifikasi", "gagal")},
        "Perpres 16/2018 Pasal 51 ayat (1) huruf b: fewer than three passed, wherever they fell",
    ),
    "announcement and objections are boxes": Difference(
        {
            ("pembuktian_kualifikasi", "pengumuman hasil"),
            ("pengumuman hasil", "masa sanggah"),
            ("masa sanggah", "bahp"),
        },
        {
            ("pembuktian_kualifikasi", "penetapan_hasil_kualifikasi"),
            ("penetapan_hasil_kualifikasi", "bahp"),
        },
        "XXVIII angka 2 butir 8a and Produk Pelayanan: Penetapan Hasil Kualifikasi; announcement "
        "and objections are events of people (Pasal 50 ayat (1) huruf a), and no stage",
    ),
    "the failure is in no record": Difference(
        set(),
        {("gagal", "bahp")},
        "XXVIII angka 2 butir 6b and 9: the failure is reported to the PPK",
    ),
}


def ended(count: int, passing: int, *, extended_first: bool, number: int = 1) -> Any:
    """A prakualifikasi with so many applicants and passers."""
    fallen = [f"p{n}" for n in range(passing + 1, count + 1)]
    return evaluated(
        screened(
            *applicants(count),
            qualification_round=number,
            events=[extended(), closing()] if extended_first else [],
            assessments=failed(PEMBUKTIAN, *fallen),
        )
    )


def four_bids(**terms: Any) -> Any:
    """A tender in one file with four bids."""
    bids = [bidder(f"p{n}", str(1100000000 + n)) for n in range(1, 5)]
    return evaluated(package(*bids, **terms))


# What no arrow between two boxes shows: the words on it, how they were read, and that they were.
READ_OTHERWISE: dict[str, tuple[str, str, Callable[[], bool]]] = {
    "three exactly stand in both boxes at submission": (
        f"XXVIII: {BOXES_28['B']}; {BOXES_28['C']}",
        "XXVIII angka 2 butir 5a and 5b: three or more go on",
        lambda: ended(3, 3, extended_first=False).result == "daftar_peserta",
    ),
    "three exactly stand in both boxes of the passers": (
        f"XXVIII: {BOXES_28['K']}; {BOXES_28['G']}",
        "XXVIII angka 2 butir 8a and 8b; Perpres 16/2018 Pasal 51 ayat (1) huruf b",
        lambda: ended(4, 3, extended_first=False).result == "daftar_peserta",
    ),
    "too few at submission lead straight to the failure": (
        "XXVIII: A-->B-->D",
        "XXVIII angka 2 butir 5b and 6: more time first; Pasal 51 ayat (1) huruf a",
        lambda: {n[3] for n in needs(ended(1, 1, extended_first=False))} == {"perpanjangan"},
    ),
    "more than three after the extension": (
        "XXVIII angka 2 butir 6a: lebih dari 3",
        "XXVIII angka 2 butir 5a and 8a; Pasal 51 ayat (1) huruf b: three are enough",
        lambda: ended(3, 3, extended_first=True).result == "daftar_peserta",
    ),
    "still fewer than three fail at once": (
        "XXVIII angka 2 butir 6b: tetap kurang dari 3, gagal",
        ("Perpres 16/2018 Pasal 51 ayat (1) huruf a and b: only nobody fails at submission; "
         "one or two are evaluated, and fail on letter b"),
        lambda: (
            ended(2, 2, extended_first=True).failure.ground == "perpres-16-2018:51(1)b"
            and len(ended(2, 2, extended_first=True).stage(PEMBUKTIAN).verdicts) == 2
        ),
    ),
    "a repeat has no branch of its own": (
        "XXVIII: no arrow",
        "Perpres 16/2018 Pasal 51 ayat (5) huruf a and b",
        lambda: (
            ended(2, 2, extended_first=True, number=2).result == "daftar_peserta"
            and ended(2, 1, extended_first=True, number=2).next == "penunjukan_langsung"
        ),
    ),
    "all who passed price are called to the proof": (
        "XXVII angka 2 butir 12: terhadap peserta yang lulus eval harga",
        ("Peraturan LKPP 12/2021 Lampiran I angka 4.1.2: winner and reserves; a document may "
         "call all, Pasal 44 ayat (4)"),
        lambda: four_bids().stage(PEMBUKTIAN).of(Verdict.TIDAK_DIEVALUASI) == ("p4",),
    ),
    "none passes: failed at once": (
        "XXVII: P-->G, Q-->G, R-->G",
        ("Peraturan LKPP 12/2021 Lampiran I angka 4.2.14 huruf a, Pasal 51 ayat (2) huruf c: "
         "declared after the masa sanggah"),
        lambda: (
            four_bids(
                assessments=failed(TEKNIS, "p1", "p2", "p3", "p4")
            ).failure.effective
            == "setelah_masa_sanggah"
        ),
    ),
    "correction comes before everything": (
        "XXVII: A-->B",
        ("Perka LKPP 14/2012 and Pasal 40 ayat (1): so in one file; in two it follows the opening "
         "of prices"),
        lambda: all(
            ("pembukaan_harga", "koreksi_aritmatik") in procedure(name, {})
            for name in national().procedures
            if name.endswith(("dua_file", "dua_tahap", "seleksi"))
        ),
    ),
    "the only failure is that none passes": (
        "XXVII angka 2 butir 4, 7, 10 and 13",
        "Perpres 16/2018 Pasal 51 ayat (2) huruf a to i",
        lambda: (
            {f"perpres-16-2018:51(2){letter}" for letter in "abdefgi"} <= national().grounds.keys()
        ),
    ),
}  # fmt: skip


def drawn(boxes: Mapping[str, str], arrows: str, nodes: Mapping[str, str]) -> set[Arrow]:
    """A chart as arrows between nodes; the boxes that are outcomes are passed through."""
    after: dict[str, list[str]] = {}
    for origin, target in arrows.split():
        assert {origin, target} <= set(boxes)
        after.setdefault(origin, []).append(target)

    def ends(box: str) -> list[str]:
        return [nodes[box]] if box in nodes else [e for to in after.get(box, []) for e in ends(to)]

    return {(nodes[box], end) for box in nodes for to in after.get(box, []) for end in ends(to)}


def procedure(name: str, box: Mapping[str, str]) -> set[Arrow]:
    """A procedure as arrows, with the stages of one box as one."""
    edges = national().procedures[name].edges
    pairs = {(box.get(origin, origin), box.get(target, target)) for origin, _, target in edges}
    return {(origin, target) for origin, target in pairs if origin != target}


CHARTS = {
    "XXVII": (BOXES_27, ARROWS_27, NODES_27, "pascakualifikasi", ONE_BOX, DIFFERENCES_27),
    "XXVIII": (BOXES_28, ARROWS_28, NODES_28, "prakualifikasi", {}, DIFFERENCES_28),
}


@pytest.mark.parametrize("chart", CHARTS)
def test_a_procedure_is_its_chart_but_for_the_differences_named(chart: str) -> None:
    """What the chart draws and we do not, and the other way, is exactly what is named."""
    boxes, arrows, nodes, name, box, differences = CHARTS[chart]
    theirs, ours = drawn(boxes, arrows, nodes), procedure(name, box)
    named_theirs = {arrow for d in differences.values() for arrow in d.drawn}
    named_ours = {arrow for d in differences.values() for arrow in d.ours}

    assert theirs - ours == named_theirs - named_ours
    assert ours - theirs == named_ours - named_theirs


@pytest.mark.parametrize(
    ("chart", "difference"), [(c, d) for c, (*_, found) in CHARTS.items() for d in found]
)
def test_a_difference_that_is_named_is_there(chart: str, difference: str) -> None:
    """Its arrows stand in the chart and in the procedure, and it cites what resolves it."""
    boxes, arrows, nodes, name, box, differences = CHARTS[chart]
    named = differences[difference]

    assert named.drawn <= drawn(boxes, arrows, nodes)
    assert named.ours <= procedure(name, box)
    assert named.drawn != named.ours or not named.drawn
    assert "XXV" in named.text or "Pasal" in named.text


@pytest.mark.parametrize("name", READ_OTHERWISE)
def test_what_is_read_otherwise_is_read_so(name: str) -> None:
    """Each is cited on both sides, and the evaluation does as the text says."""
    words, text, holds = READ_OTHERWISE[name]

    assert words.startswith("XXV")
    assert "Pasal" in text or "XXV" in text
    assert holds()


def test_the_charts_are_typed_whole() -> None:
    """Twenty arrows among eighteen boxes, and eleven among eleven."""
    assert (len(ARROWS_27.split()), len(BOXES_27)) == (20, 18)
    assert (len(ARROWS_28.split()), len(BOXES_28)) == (11, 11)
    assert len(set(ARROWS_27.split())) == 20
    assert len(set(ARROWS_28.split())) == 11

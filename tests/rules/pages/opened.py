"""The examples about prices that come apart: who is opened, in which order, talked with or not."""

import re

from attrs import evolve

from tender_engine.model import Submitted
from tender_engine.terms import Envelope, Method, StageId
from tests.builders import (
    HARGA,
    PEMBUKAAN_HARGA,
    TEKNIS,
    at,
    bidder,
    evaluated,
    judged,
    needs,
    package,
)
from tests.happenings import agreed, award, closing, in_vain, objections_over, price_opening
from tests.procurements import scored
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import (
    NONE,
    NOT_YET,
    each,
    each_told,
    said_of,
    with_hps,
    without,
    words,
)
from tests.rules.pages.scored import envelope, selected

PENYETARAAN = StageId.PENYETARAAN_TEKNIS
WINNER = award(day=21)
ENDED = objections_over(22)


def awaited(evaluation):
    """The codes of what is awaited, each once."""
    return ", ".join(sorted({words(code) for *_, code in needs(evaluation)})) or NONE


def verdicts(stage, cells):
    """Judgements on each participant at `stage`, as the cells say; an open one has none."""
    return [
        judged(stage, word.replace(" ", "_"), name)
        for name, word in cells.items()
        if word != "belum"
    ]


@each
def two_files(row):
    """Two bids in two files, in each state of the technical part."""
    who = [
        bidder("p1", price=None) if row["Harga p1"] == "belum" else bidder("p1"),
        bidder("p2", "1150000000"),
    ]
    given = verdicts(TEKNIS, {name: row[f"Teknis {name}"] for name in ("p1", "p2")})
    made = evaluated(
        package(
            *who,
            envelope=Envelope.DUA_FILE,
            general=without(TEKNIS),
            assessments=given,
            events=[price_opening()] if row["Pembukaan"] == "ada" else [],
        )
    )
    return {
        "Berkas p1": envelope(made, "p1"),
        "Berkas p2": envelope(made, "p2"),
        "Menunggu": awaited(made),
    }


@each
def in_turn(row):
    """Kualitas: the second cost is opened once the talks with the first have failed."""
    held = {"p1": row["Negosiasi peringkat 1"]}
    again = [price_opening(24)] if row["Pembukaan"] == "2" else []
    made = evaluated(
        selected(
            {"p1": "90", "p2": "80"},
            {"p1": "1000000000", "p2": "900000000"},
            method=Method.KUALITAS,
            events=[WINNER, ENDED, *talks(held), *again],
        )
    )
    return {
        "Berkas peringkat 1": envelope(made, "p1"),
        "Berkas peringkat 2": envelope(made, "p2"),
        "Menunggu": awaited(made),
    }


def talks(cells):
    """What each talk came to: a failure, or the total agreed."""
    return [
        in_vain(name, day) if cell == "gagal" else agreed(name, number(cell), day)
        for day, (name, cell) in enumerate(cells.items(), 23)
        if cell != "belum"
    ]


@each
def two_stages(row):
    """One bid in two stages: equalized or not, with its revised offer or without."""
    handed_in = row["Penawaran tahap dua"] == "ada"
    times = Submitted(penawaran=at(12), penawaran_tahap_dua=at(17) if handed_in else None)
    who = evolve(bidder(), submitted=times)
    if not handed_in:
        who = evolve(who, price=None)
    ended = [closing("penawaran_tahap_dua", 17)] if row["Penutupan tahap dua"] == "sudah" else []
    made = evaluated(
        package(
            who,
            envelope=Envelope.DUA_TAHAP,
            assessments=verdicts(PENYETARAAN, {"p1": row["Penyetaraan"]}),
            events=[price_opening(), *ended],
        )
    )
    return {
        "Hasil penyetaraan": said_of(made, PENYETARAAN),
        "Hasil pembukaan harga": said_of(made, PEMBUKAAN_HARGA).replace("None", "tidak masuk"),
        "Menunggu": awaited(made),
    }


@each_told
def negotiations(row, text):
    """One after the other in the order of their costs, until one agrees or none is left."""
    found = re.search(r"p1 ([\d.]+), p2 ([\d.]+), p3 ([\d.]+\d)", text)
    costs = dict(zip(("p1", "p2", "p3"), map(number, found.groups()), strict=True))
    held = {name: row[f"Negosiasi {name}"] for name in costs}
    made = evaluated(
        selected(
            dict.fromkeys(costs, "80"),
            costs,
            method=Method.BIAYA_TERENDAH,
            hps=with_hps(text),
            asks=scored(TEKNIS, "70"),
            events=[WINNER, ENDED, *talks(held)],
        )
    )
    result = made.result or NOT_YET
    if made.failure:
        result = f"gagal, huruf {made.failure.ground[-1]}"
    final = made.price(made.winner).final_total if made.winner else None
    return {
        "Hasil": result,
        "Pemenang": made.winner or NONE,
        "Biaya akhir": NONE if final is None else written(final),
        "Menunggu": awaited(made),
        "Langkah berikut": words(made.next) if made.next else NONE,
    }


@each_told
def agreed_bound(row, text):
    """A cost above the HPS stays in; what is agreed has to come down to it."""
    made = evaluated(
        selected(
            {"p1": "80"},
            {"p1": number(row["Biaya terkoreksi"])},
            method=Method.KUALITAS,
            hps=with_hps(text),
            events=[WINNER, ENDED, *talks({"p1": row["Disepakati"]})],
        )
    )
    return {
        "Evaluasi harga": said_of(made, HARGA),
        "Hasil negosiasi": said_of(made, StageId.NEGOSIASI),
    }

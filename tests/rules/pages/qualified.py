"""The examples about the prakualifikasi: how many hand in, how many pass, who is on the list."""

import re

from tender_engine.events import FailureAct, RankingDecision
from tender_engine.terms import Subject
from tests.builders import DAFTAR, KUALIFIKASI, at, bidder, codes, evaluated, failed, needs, verdict
from tests.happenings import closing, extended
from tests.procurements import applicant, applicants, scored, screened, seleksi
from tests.rules.pages.reading import number
from tests.rules.pages.running import DECIDERS, NONE, NOT_YET, each, words

_LKPP = "lkpp-12-2021:4.1.1.j:"


def result(evaluation):
    """What a prakualifikasi came to, with the ground of a failure."""
    if evaluation.failure is None:
        return words(evaluation.result or NOT_YET)
    return f"gagal, huruf {evaluation.failure.ground[-1]}"


@each
def intake(row):
    """How many hand in, and what became of the deadline; whoever did passes."""
    moved = [extended()] if row["Perpanjangan"] == "ada" else []
    ended = [closing()] if row["Penutupan"] == "sudah" else []
    made = evaluated(
        screened(
            bidder("p9", price=None, submitted=False),
            *applicants(int(row["Menyampaikan"])),
            qualification_round=int(row["Putaran"]),
            events=[*moved, *ended],
        )
    )
    awaited = ", ".join(code for *_, code in needs(made)) or NONE
    return {"Keadaan": made.state, "Hasil": result(made), "Menunggu": awaited}


@each
def rounds(row):
    """Five hand in; how many pass decides by the round."""
    count, passing = 5, int(row["Lulus"])
    fallen = [f"p{n}" for n in range(passing + 1, count + 1)]
    made = evaluated(
        screened(
            *applicants(count),
            qualification_round=int(row["Putaran"]),
            assessments=failed(KUALIFIKASI, *fallen),
        )
    )
    return {"Hasil": result(made), "Langkah berikut": words(made.next) if made.next else NONE}


def short_list(rows, text):
    """Nine are scored; equal ones across the last place, before and after the Pokja's decision."""
    limit = re.search(r"ambang batas ([\d,]+)", text)[1]
    marks = {row["Peserta"]: str(number(row["Nilai kualifikasi"])) for row in rows}
    order = ("k8", "k7")
    settled = RankingDecision(at(8), ("m1", "m2", "m3"), order, "Menurut LDK huruf G")
    made = {
        "Tanpa keputusan": (),
        f"Dengan keputusan {', '.join(order)}": (settled,),
    }
    found = {
        column: evaluated(
            seleksi(
                *map(applicant, marks),
                qualification=marks,
                asks=scored(KUALIFIKASI, str(number(limit))),
                events=events,
            )
        )
        for column, events in made.items()
    }
    return [{column: place(one, row["Peserta"]) for column, one in found.items()} for row in rows]


def place(evaluation, name):
    """Where somebody stands: out by score, on the list or not, or open."""
    if verdict(evaluation, KUALIFIKASI, name) == "gugur":
        return "gugur"
    named = {"lulus": "masuk", "tidak_dievaluasi": "tidak termasuk", None: "menunggu"}
    return named[verdict(evaluation, DAFTAR, name)]


@each
def causes(row):
    """What only people find about a prakualifikasi in which all passed, and what follows."""
    ground = _LKPP + row["Sebab"].replace(" ", "_")
    act = FailureAct(at(9), Subject.KUALIFIKASI, DECIDERS[row["Pernyataan oleh"]], ground)
    made = evaluated(screened(*applicants(4), events=[act]))
    assert ("TINDAKAN_BERBEDA" in codes(made)) == (made.state == "dihitung")
    return {
        "Hasil": f"{words(made.result)}, {made.state}",
        "Tindak lanjut": words(made.failure.follow_up) if made.failure else NONE,
    }

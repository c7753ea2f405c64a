"""The examples about the tender as a whole: the opening, the award and the failure."""

from decimal import Decimal

from tender_engine.events import Award, Closing, Extension, FailureAct
from tender_engine.terms import Phase, StageId
from tender_rules.stages.opening import Statement
from tests.builders import TEKNIS, at, bidder, codes, evaluated, finding, judged, needs, package
from tests.rules.pages.reading import number
from tests.rules.pages.running import (
    DECIDERS,
    NONE,
    NOT_YET,
    bidders,
    decider,
    each,
    each_told,
    said_of,
    with_hps,
    without,
    words,
)
from tests.rules.pages.scored import selected

EXTENDED = Extension(at(13), Phase.PENAWARAN, at(15))
CLOSED = Closing(at(15), Phase.PENAWARAN)


@each
def opening(row):
    """How many bids there are, and what became of the deadline."""
    count = int(row["Penawaran"])
    who = bidders(Decimal(1100000000) + n for n in range(count))
    moved = [EXTENDED] if row["Perpanjangan"] == "ada" else []
    ended = [CLOSED] if row["Penutupan"] == "sudah" else []
    registered = bidder("p9", price=None, submitted=False)
    made = evaluated(package(registered, *who, events=[*moved, *ended]))
    result = made.result or NOT_YET
    if made.failure:
        result = f"gagal, huruf {made.failure.ground[-1]}"
    awaited = ", ".join(code for *_, code in needs(made)) or NONE
    return {"Keadaan": made.state, "Hasil": result, "Menunggu": awaited}


@each
def unreadable(row):
    """Two bids: what is recorded of their files, and whether LPSE has stated it of both."""
    readable = {"tidak dapat dibuka": False, "dapat dibuka": True, "tidak dicatat": None}
    stated = Statement("1/LPSE/2022", at(13).date()) if row["Pernyataan LPSE"] == "ada" else None
    files = [readable[row[f"Berkas {which}"]] for which in ("pertama", "kedua")]
    who = [
        bidder(f"p{n}", str(1_100_000_000 + n), facts={StageId.PEMBUKAAN: {
            "readable": file, "lpse_statement": stated if file is False else None}})
        for n, file in enumerate(files, 1)
    ]  # fmt: skip
    made = evaluated(package(*who))
    result = made.result or NOT_YET
    if made.failure:
        result = f"gagal, huruf {made.failure.ground[-1]}"
    return {
        "Pembukaan berkas pertama": said_of(made, StageId.PEMBUKAAN),
        "Hasil": result,
        "Menunggu": ", ".join(code for *_, code in needs(made)) or NONE,
    }


@each
def award(row):
    """Who determines under a budget ceiling, and whether the act agrees."""
    by, winner = row["Penetapan oleh"], row["Pemenang dalam penetapan"]
    acts = [] if by == NOT_YET else [Award(at(25), "pemilihan", DECIDERS[by], "7", winner)]
    who = bidders(["1100000000", "1200000000"])
    made = evaluated(package(*who, pagu=number(row["Pagu Anggaran"]), events=acts))
    return decided(made, "award.decider")


@each
def award_of_seleksi(row):
    """The same for consultants, under a ceiling of their own."""
    act = Award(
        at(25), "pemilihan", DECIDERS[row["Penetapan oleh"]], "7", row["Pemenang dalam penetapan"]
    )
    pagu = number(row["Pagu Anggaran"])
    made = evaluated(selected({"p1": "80"}, {"p1": "900000000"}, pagu=pagu, events=[act]))
    return decided(made, "award.decider_of_seleksi")


def decided(made, rule):
    """Who determines, and what the act leaves the evaluation at."""
    differs = "TINDAKAN_BERBEDA" in codes(made)
    oleh = finding(made, StageId.PENETAPAN, rule).facts["oleh"]
    return {
        "Yang menetapkan": decider(oleh),
        "Keadaan": made.state + (", TINDAKAN_BERBEDA" if differs else ""),
    }


def followed(failure):
    """When a failure takes effect and what follows it, as the pages put it."""
    if failure is None:
        return {"Berlaku": NONE, "Tindak lanjut": NONE}
    follow_up = words(failure.follow_up)
    named = {"tender ulang": "Tender ulang", "penunjukan langsung": "Penunjukan Langsung"}
    return {
        "Berlaku": words(failure.effective),
        "Tindak lanjut": named.get(follow_up, follow_up),
    }


@each_told
def failure(row, text):
    """What the figures show: no bid, none passes, all above the estimate."""
    cell = row["Total terkoreksi"]
    totals = [] if cell == NONE else [number(total) for total in cell.split("; ")]
    word = row["Penilaian teknis"].replace(" ", "_")
    given = [judged(TEKNIS, word)] if totals else []
    made = evaluated(
        package(
            bidder("p9", price=None, submitted=False),
            *bidders(totals),
            hps=with_hps(text),
            round=int(row["Putaran"]),
            general=without(TEKNIS),
            assessments=given,
            events=[] if totals else [EXTENDED, CLOSED],
        )
    )
    if made.failure is None:
        return {"Dasar": "tidak gagal"}
    ground, by = f"huruf {made.failure.ground[-1]}", decider(made.failure.declared_by)
    return {"Dasar": ground, "Dinyatakan oleh": by} | followed(made.failure)


@each
def failure_by_people(row):
    """What only people find: the act brings the ground, where it is theirs who may declare it."""
    ground = f"perpres-16-2018:51(2){row['Dasar'].removeprefix('huruf ')}"
    act = FailureAct(at(25), "pemilihan", DECIDERS[row["Pernyataan oleh"]], ground)
    made = evaluated(package(events=[act]))
    assert ("TINDAKAN_BERBEDA" in codes(made)) == (made.state == "dihitung")
    return {"Hasil": f"{made.result}, {made.state}"} | followed(made.failure)

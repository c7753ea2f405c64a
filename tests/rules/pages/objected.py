"""The examples about objections and appeals: what counts, what follows, and where it stands."""

import re

from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.terms import Category
from tender_rules import national
from tests.builders import at, bidder, evaluated, hps, package
from tests.happenings import (
    announced,
    answered,
    appeal,
    award,
    objection,
    of_bond,
    of_kpa,
    sppbj,
)
from tests.rules.pages.reading import number
from tests.rules.pages.running import NONE, NOT_YET, decider, each, each_told, words

WORDS = national().words
MONTHS = {"Mei": 5, "Juni": 6}
TO = {"Pokja Pemilihan": "pokja", "PPK": "ppk"}
BY = {"SPSE": "spse", "luar SPSE": "luar"}
ACTS = (award("p1", "p2"), announced())
RIGHT = "benar_substansial"
COMPLAINT = "SANGGAH_SEBAGAI_PENGADUAN"


def two(*events, who=(), **terms):
    rest = who or (bidder("p1"), bidder("p2", "1150000000"))
    return evaluated(package(*rest, events=[*ACTS, *events], **terms))


def moment(text):
    """A day of 2022, at nine unless an hour is told."""
    day, month, hour = re.fullmatch(r"(\d+) (\w+)(?: pukul (\d+))?", text).groups()
    return at(int(day), int(hour or 9), MONTHS[month])


def treated(evaluation, counts):
    told = COMPLAINT in {notice.code for notice in evaluation.notices}
    return "pengaduan" if told else counts


def said(state):
    return WORDS[f"after_award.{state}"].id


@each
def objections(row):
    """An objection that is answered right and substantial, where it counts and where not."""
    second = bidder("p2", "1150000000")
    if row["Menyampaikan penawaran"] == "tidak":
        second = bidder("p2", submitted=False, price=None)
    way, to = BY[row["Saluran"]], TO[row["Ditujukan kepada"]]
    made = evolve(objection(channel=way, to=to), at=moment(row["Disampaikan"]))
    who = (bidder("p1"), second, bidder("p3", "1200000000"))
    acts = (award("p1", *(("p2", "p3") if second.price else ("p3",))), announced())
    found = evaluated(
        package(*who, events=[*acts, made, answered(RIGHT)], category=Category.BARANG)
    )
    return {"Diperlakukan sebagai": treated(found, "sanggah"), "Hasil": str(found.result)}


@each
def causes_of_objections(row):
    """What follows is that of the ground, and who declares it is its own."""
    letter = row["Sebab"].removeprefix("huruf ")
    found = two(objection(), answered(RIGHT, cause=f"perpres-16-2018:51(2){letter}"))
    follow_up = words(found.failure.follow_up).replace("tender ulang", "Tender ulang")
    return {"Dinyatakan oleh": decider(found.failure.declared_by), "Tindak lanjut": follow_up}


_RECORDED = {
    "penetapan": ACTS[0],
    "pengumuman": ACTS[1],
    "sanggah": objection(),
    "jawaban tidak benar": answered(),
    "SPPBJ": sppbj(),
}


def states(rows, _):
    """Each row after those above it, as what it names is recorded."""
    found, told = [], []
    for row in rows:
        told.append(_RECORDED[row["Tercatat"]])
        given = package(
            bidder("p1"), bidder("p2", "1150000000"), events=told, category=Category.BARANG
        )
        try:
            after = evaluated(given).after_award
        except PackageRefusedError:  # what the record does not allow yet
            found.append({"Keadaan": "ditolak", "Yang ditunggu": NONE})
            continue
        waits = "; ".join(WORDS[f"after_award.waits.{code}"].id for code in after.waits_for)
        found.append({"Keadaan": said(after.state), "Yang ditunggu": waits or NONE})
    return found


@each_told
def appeals(row, text):
    """An appeal by its day, its bond, what was said of that, and the answer."""
    estimate = hps(number(re.search(r"HPS ([\d.]+\d)", text)[1]), "11")
    made = evolve(appeal("p2", number(row["Jaminan"])), at=moment(row["Disampaikan"]))
    events = [objection(), answered(), made]
    if row["Klarifikasi"] != NOT_YET:
        events.append(of_bond(row["Klarifikasi"].replace(" ", "_"), day=6, month=6))
    if row["Jawaban KPA"] != NOT_YET:
        events.append(of_kpa(row["Jawaban KPA"].replace(" ", "_")))
    found = two(*events, hps=estimate)
    state = said(found.after_award.state)
    return {"Diperlakukan sebagai": treated(found, "sanggah banding"), "Keadaan": state}

"""The examples about days: when a masa sanggah, an answer or an appeal ends."""

import datetime as dt

from tender_engine.events import (
    Announcement,
    Award,
    BondClarification,
    Closing,
    Deadline,
    Objection,
    ObjectionAnswer,
)
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import BondResult, Decider, ObjectionDecision, Phase, Subject
from tender_rules.words import dated
from tests.builders import ADMINISTRASI, bidder, codes, evaluated, package
from tests.rules.pages.running import NONE, each

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]
WIB = dt.timezone(dt.timedelta(hours=7))
OF = Subject.PEMILIHAN


def nine(cell):
    """Nine in the morning of the day that a cell names."""
    day, month, year = cell.partition(", ")[2].split()
    return dt.datetime(int(year), MONTHS.index(month) + 1, int(day), 9, tzinfo=WIB)


def ends(evaluation):
    """The last day of each period, by its id."""
    return {period.id: dated(period.until) for period in evaluation.calendar}


@each
def objecting(row):
    """One result is announced, and somebody objects to it."""
    at = nine(row["Diumumkan"])
    counted = row["Jawaban dihitung menurut"].replace(" ", "_")
    own = DocumentValue("objection.answer_counted", counted, "IKP 34.5", "jadwal SPSE")
    found = ends(
        evaluated(
            package(
                events=[Announcement(at, OF), Objection(at, OF, "p1")],
                regulation=Regulation(values=(own,)),
            )
        )
    )
    return {
        "Masa sanggah berakhir": found["masa_sanggah"],
        "Jawaban paling lambat": found["jawaban_sanggah"],
    }


@each
def appealing(row):
    """An objection was answered, and an appeal handed in with a bond."""
    answer = ObjectionAnswer(nine(row["Sanggah dijawab"]), OF, "p1", ObjectionDecision.TIDAK_BENAR)
    bond = BondClarification(nine(row["Jaminan dinyatakan sah"]), "p1", BondResult.SAH)
    found = ends(evaluated(package(events=[answer, bond])))
    return {
        "Sanggah banding paling lambat": found["masa_sanggah_banding"],
        "Jawaban KPA paling lambat": found["jawaban_sanggah_banding"],
    }


def awarded(cell, *events, **terms):
    """p1 wins on the day that a cell names."""
    act = Award(nine(cell), OF, Decider.POKJA, "1", winner="p1", reserves=())
    due = nine("Kamis, 12 Mei 2022")
    deadline = Deadline(due - dt.timedelta(7), Phase.PENAWARAN, due)
    return evaluated(package(*terms.pop("bidders", ()), events=[deadline, *events, act], **terms))


@each
def validity(row):
    """How long the winner's bid is valid, and what is told of it on the day of the act."""
    facts = {ADMINISTRASI: {"bid_validity_days": int(row["Hari ditawarkan"])}}
    made = awarded(row["Ditetapkan"], bidders=[bidder("p1", facts=facts)])
    told = codes(made) & {"BERAKHIR_SEBELUM_WAKTUNYA"}
    return {
        "Berlaku sampai dengan": ends(made)["masa_berlaku_penawaran"],
        "Pemberitahuan": ", ".join(told) or NONE,
    }


@each
def service(row):
    """Days of service used until the act, under the local standard."""
    opening = Closing(nine("Kamis, 12 Mei 2022"), Phase.PENAWARAN)
    local = Regulation(overlays=("pasuruan-2022",))
    made = awarded(row["Dengan penetapan"], opening, regulation=local)
    (found,) = [period for period in made.calendar if period.id == "layanan"]
    return {
        "Dipakai": str(found.used),
        "Tersisa": str(found.left),
        "Layanan sampai dengan": dated(found.until),
    }

"""The examples about days: when a masa sanggah, an answer or an appeal ends."""

import datetime as dt

from tender_engine.events import (
    Announcement,
    BondClarification,
    Objection,
    ObjectionAnswer,
)
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import BondResult, ObjectionDecision, Subject
from tender_rules.words import dated
from tests.builders import evaluated, package
from tests.rules.pages.running import each

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

"""The working paper shows what each business showed, and no public record has these sheets."""

import datetime as dt

from attrs import evolve

from tender_desk.documents.blocks import Table
from tender_desk.documents.papers import EVALUATION, WORKING_PAPER, paper
from tender_engine.model import Member
from tender_engine.terms import BusinessSize
from tender_rules.stages.experience import Experience, Job
from tender_rules.stages.papers import HeldPaper, PaperDay, WantedPaper
from tender_rules.stages.performance import LeastRating, Rated, Rating
from tests.builders import ADMINISTRASI, KUALIFIKASI, asked, bidder, evaluated, known, package
from tests.happenings import deadline

ASKS = asked(
    KUALIFIKASI,
    papers=(
        WantedPaper("sbu", "SBU", PaperDay.BATAS_PEMASUKAN, ("a",)),
        WantedPaper("skk", "SKK", PaperDay.BATAS_PEMASUKAN),
        WantedPaper("nib", "NIB", PaperDay.PEMBUKTIAN),
    ),
    experience=Experience(1, 4),
    performance=LeastRating(Rating.BAIK),
)
OLD, NEW = Job("Lama", dt.date(2018, 5, 11)), Job("Baru", dt.date(2018, 5, 12))


def member(name, **facts):
    """A member of whom this is known."""
    made = Member(name, f"CV {name}", lead=name == "a", facts={KUALIFIKASI: known(**facts)})
    return evolve(made, named={"business_size": BusinessSize.BESAR})


def made(*events):
    """A KSO of which one member has shown much, and the other little."""
    first = member(
        "a",
        papers={"sbu": HeldPaper("1", dt.date(2022, 5, 12)), "skk": HeldPaper(None, None)},
        experience=(NEW, OLD),
        performance=Rated(Rating.SANGAT_BAIK),
    )
    second = member("b", papers={"skk": False, "nib": HeldPaper("7")}, experience=())
    who = bidder(members=(first, second), facts={ADMINISTRASI: {"kso_agreement": True}})
    return evaluated(package(who, asks=ASKS, events=events))


def sheets(evaluation, kind=WORKING_PAPER):
    """The rows of each sheet of the qualification, by its title."""
    found = {}
    for section in paper(evaluation, kind).sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if section.title.startswith("Kertas Kerja") and tables:
            found[section.title] = [row[1:] for row in tables[0].rows]
    return found


def test_each_business_has_its_rows():
    """Papers asked of others alone are not shown; what is not known, or not there, is said so."""
    window = "12 Mei 2018 s.d. 12 Mei 2022"
    last = "12 Mei 2022"

    assert sheets(made(deadline())) == {
        "Kertas Kerja Surat Berjangka Waktu": [
            ("CV a", "SBU", "1", last, last),
            ("CV a", "SKK", "belum diketahui", "tanpa batas waktu", last),
            ("CV b", "SKK", "tidak disampaikan", "tidak disampaikan", last),
        ],
        "Kertas Kerja Pengalaman": [
            ("CV a", "Lama", "11 Mei 2018", "–", "tidak", window),
            ("CV a", "Baru", last.replace("2022", "2018"), "–", "ya", window),
            ("CV b", "tidak ada", "–", "–", "–", window),
        ],
        "Kertas Kerja Kinerja Penyedia": [
            ("CV a", "baik", "sangat baik"),
            ("CV b", "baik", "belum diketahui"),
        ],
    }


def test_without_a_deadline_no_day_is_shown():
    """Nothing can count before it is recorded."""
    found = sheets(made())

    assert {row[-1] for row in found["Kertas Kerja Surat Berjangka Waktu"]} == {"belum diketahui"}
    assert [row[4] for row in found["Kertas Kerja Pengalaman"]] == ["belum diketahui"] * 2 + ["–"]


def test_no_public_record_has_them():
    """They stay inside, as every working paper."""
    assert sheets(made(deadline()), EVALUATION) == {}

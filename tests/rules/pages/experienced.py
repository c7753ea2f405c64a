"""The examples about experience, papers with a day, and how SIKaP rates a bidder."""

import datetime as dt

from tender_engine.terms import BusinessSize
from tender_rules.stages.experience import Experience, Job
from tender_rules.stages.papers import HeldPaper, PaperDay, WantedPaper
from tender_rules.stages.performance import LeastRating, Rated, Rating
from tests.builders import KUALIFIKASI, PEMBUKTIAN, asked, bidder, evaluated, finding, package
from tests.happenings import deadline
from tests.rules.pages.running import NONE, UNKNOWN, each, said_of


def day(cell):
    """The day in a cell; None where it is not known."""
    return None if cell == UNKNOWN else dt.date.fromisoformat(cell)


@each
def jobs(row):
    """One job, or none, of a business of this size and age."""
    done = () if row["Selesai"] == NONE else (Job("Pekerjaan", day(row["Selesai"])),)
    size = row["Kualifikasi usaha"]
    made = evaluated(
        package(
            bidder(
                business_size=None if size == UNKNOWN else BusinessSize(size),
                facts={KUALIFIKASI: {"experience": done, "founded_on": day(row["Didirikan"])}},
            ),
            asks=asked(KUALIFIKASI, experience=Experience(1, 4)),
            events=[deadline()],
        )
    )
    found = finding(made, KUALIFIKASI, "qualification.experience")
    return {"Dihitung": found.facts["pekerjaan"], "Hasil": said_of(made, KUALIFIKASI)}


@each
def papers(row):
    """One paper, asked for one of the days."""
    cell = row["Berlaku sampai"]
    last = {"tanpa batas waktu": HeldPaper("1", None), UNKNOWN: HeldPaper("1")}
    shown = False if cell == "tidak disampaikan" else last.get(cell) or HeldPaper("1", day(cell))
    on = PaperDay(row["Diminta berlaku pada"].replace(" ", "_"))
    who = bidder(facts={KUALIFIKASI: {"papers": {"sbu": shown}}})
    asks = asked(KUALIFIKASI, papers=(WantedPaper("sbu", "SBU", on),))
    made = evaluated(package(who, asks=asks, events=[deadline()]))
    stages = {"Evaluasi kualifikasi": KUALIFIKASI, "Pembuktian kualifikasi": PEMBUKTIAN}
    return {title: said_of(made, stage).replace("None", NONE) for title, stage in stages.items()}


@each
def ratings(row):
    """What SIKaP says of one bidder."""
    rating = row["Menurut SIKaP"].replace(" ", "_")
    rated = Rated(None if row["Menurut SIKaP"] == UNKNOWN else Rating(rating))
    asks = asked(KUALIFIKASI, performance=LeastRating(Rating(row["Diminta"].replace(" ", "_"))))
    made = evaluated(package(bidder(facts={KUALIFIKASI: {"performance": rated}}), asks=asks))
    return {"Hasil": said_of(made, KUALIFIKASI)}

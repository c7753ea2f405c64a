"""The examples about experience and about papers with a day."""

import datetime as dt

from tender_engine.terms import BusinessSize
from tender_rules.stages.experience import Experience, Job
from tests.builders import KUALIFIKASI, asked, bidder, evaluated, finding, package
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

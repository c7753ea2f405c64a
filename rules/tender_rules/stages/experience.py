"""Experience: so many jobs completed within so many years, of every business of a bidder."""

import datetime as dt
from decimal import Decimal

from attrs import evolve, frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.findings import Verdict
from tender_engine.formats.containers import ListOf
from tender_engine.formats.fields import AMOUNT, GROSS, NAME, TITLE
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Date, Whole
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.terms import StageId
from tender_rules.citations import DOCUMENT
from tender_rules.stages.businesses import Business, businesses, told_of_each
from tender_rules.stages.files import BidFile
from tender_rules.stages.sizes import BUSINESS_SIZE, SMALL, is_small, sizes_said
from tender_rules.stages.window import Window, no_deadline, window
from tender_rules.words import long_date

__all__ = ["EXPERIENCE", "FOUNDED", "Experience", "Job", "experience"]

_STAGE = StageId.EVALUASI_KUALIFIKASI


@frozen
class Experience:
    """What a document asks: at least so many `jobs`, completed within the last `years`."""

    jobs: int
    years: int
    clause: str | None = None


@frozen
class Job:
    """A job of the kind that is asked, as a business has shown it."""

    title: str
    completed_on: dt.date
    value: Decimal | None = None


_DONE = Job("Rehabilitasi jalan kabupaten", dt.date(2021, 11, 30), Decimal(850_000_000))


def _reads(asked: Experience) -> str:
    return f"Pengalaman paling sedikit {asked.jobs} pekerjaan dalam {asked.years} tahun terakhir"


EXPERIENCE: Check[Experience, tuple[Job, ...]] = Check(
    "experience",
    _STAGE,
    Words("pengalaman", "experience"),
    demand=Record(
        Experience,
        Key("jobs", Whole(1, 100), True, title="jumlah pekerjaan"),
        Key("years", Whole(1, 100), True, title="dalam berapa tahun terakhir"),
        Key("clause", NAME, title="klausul"),
    ),
    fact=ListOf(
        Record(
            Job,
            Key("title", TITLE, True, title="pekerjaan"),
            Key("completed_on", Date, True, title="tanggal selesai"),
            Key("value", AMOUNT, title="nilai (Rp)", about=GROSS),
        )
    ),
    hint="paling kurang",
    reads=_reads,
    of_each=True,
    examples=Examples(asked=(Experience(1, 4),), met=((_DONE,),), unmet=((),)),
)
FOUNDED: Check[None, dt.date] = Check(
    "founded_on",
    _STAGE,
    Words("tanggal pendirian", "the day of founding"),
    fact=Date,
    of_each=True,
    beside=EXPERIENCE,
    examples=Examples(met=(dt.date(2010, 3, 1),)),
)


@rule(
    "qualification.experience",
    "Pengalaman",
    DOCUMENT,
    since="2018-03-22",
    check=EXPERIENCE,
)
def experience(file: BidFile, ask: Ask) -> Outcome | None:
    """At least so many jobs were completed within the years; a young small business is exempt."""
    asked = file.asked.of(EXPERIENCE)
    if asked is None:
        return None
    clause, years = file.clause(EXPERIENCE), window(file, asked.years, ask)
    if years is None:
        return no_deadline(clause)

    found = told_of_each(businesses(file, ask), lambda who: _of_one(who, file, years, ask))
    where = file.where(EXPERIENCE) if found.verdict is Verdict.GUGUR else ""
    facts = {"diminta": asked.jobs, "sejak": years.first, "sampai": years.last, **found.facts}
    return evolve(found, reason=found.reason + where, clause=clause, facts=facts)


def _of_one(business: Business, file: BidFile, years: Window, ask: Ask) -> Outcome:
    """What the experience of one business comes to."""
    jobs, founded = business.known(EXPERIENCE), business.known(FOUNDED)
    asked = file.asked.of(EXPERIENCE)
    least = asked.jobs if asked else 0
    # What is typed twice is one job.
    counted = None if jobs is None else sum(job.completed_on in years for job in {*jobs})
    facts = {"pekerjaan": counted, "didirikan": founded}
    words = (
        f"{counted} pekerjaan selesai dari {long_date(years.first)} sampai dengan"
        f" {long_date(years.last)}, diminta paling sedikit {least}"
    )
    if counted is not None and counted >= least:
        return passes(words, **facts)
    exempt = _exemption(business, file, ask)
    if exempt:
        return passes(f"Dikecualikan dari syarat pengalaman: {exempt}", **facts)
    if counted is None:
        return waits("Pengalaman belum diketahui", "fakta", **facts)
    if exempt is None:
        unknown = "tanggal pendirian" if founded is None else "kualifikasi usaha"
        return waits(f"{words}; {unknown} belum diketahui", "fakta", **facts)
    return fails(words, **facts)


def _exemption(business: Business, file: BidFile, ask: Ask) -> str | None:
    """Why a business needs no experience; empty where it does, and `None` where that is unknown.

    A small one that was founded less than so many years before the deadline needs none.
    """
    size, founded = business.known(BUSINESS_SIZE), business.known(FOUNDED)
    if size is not None and size not in SMALL:
        return ""
    count = int(ask.decimal("experience.exempt_below_years"))
    young = window(file, count, ask)
    if founded is None or young is None:
        return None
    if founded <= young.first:
        return ""
    if not is_small(business, ask):
        return None
    born = f"{sizes_said([size] if size else [])} yang didirikan {long_date(founded)}"
    return f"{born}, kurang dari {count} tahun sebelum batas akhir pemasukan dokumen"

"""The examples about bonds: on both sides of each boundary, after talks, and for an appeal."""

import re

from tender_engine.events import Appeal
from tender_engine.terms import Subject
from tests.builders import HARGA, at, bidder, evaluated, hps, judged, package
from tests.happenings import agreed
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import NONE, UNKNOWN, each

NOTICE = "JAMINAN_SANGGAH_BANDING"


@each
def performance_bond(row):
    """The performance bond on both sides of each of its boundaries."""
    return bond(row, ())


@each
def talked_down(row):
    """The same where talks with one bidder made the contract smaller than the bid."""
    return bond(row, [agreed("p1", number(row["Hasil negosiasi"]))])


def bond(row, events):
    estimate, total = number(row["HPS"]), number(row["Harga terkoreksi"])
    made = evaluated(
        package(
            bidder(total=total),
            hps=hps(estimate, "0", None),
            assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga")],
            events=events,
        )
    )
    found = made.price("p1").performance_bond
    return {"Jaminan Pelaksanaan": NONE if found is None else written(found)}


@each
def appeal_bond(row):
    """The bond of an appeal: what is due is told where what was handed in falls short of it."""
    estimate, handed = hps(number(row["HPS"]), "0", None), row["Diserahkan"]
    given = None if handed == UNKNOWN else number(handed)
    return {
        "Jaminan Sanggah Banding": due(estimate),
        "Pemberitahuan": NOTICE if short(estimate, given) else NONE,
    }


def short(estimate, given):
    """The notice about an appeal with such a bond; `None` where it is enough."""
    appeal = Appeal(at(28), Subject.PEMILIHAN, "p1", given)
    made = evaluated(package(bidder(total=estimate.total), hps=estimate, events=[appeal]))
    return next((notice.message for notice in made.notices if notice.code == NOTICE), None)


def due(estimate):
    told = re.search(r"paling sedikit Rp([\d.,]+\d)", short(estimate, None))[1]
    return written(number(told))

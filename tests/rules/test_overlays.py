"""A local standard of one's own: its values, settings and days off, laid over the national law."""

import pytest

from tender_engine.engine import evaluate
from tender_engine.evaluation import Period
from tender_engine.events import Announcement
from tender_engine.findings import Source
from tender_engine.law import LawError
from tender_engine.model import Regulation
from tender_engine.terms import Subject
from tender_rules import national, with_overlay
from tests.builders import package
from tests.rules.periods.test_objecting import on
from tests.rules.test_loading import entry

BOOK = national()
HOURS = entry("calendar.workday_end", value='"15.30"', source='"setting"', local='"yes"')
DAYS = """
[days]
instrument = "Surat Edaran Bupati Contoh Nomor 4 Tahun 2023"
article = "angka 2"
source = "text"

[days.off]
2023-07-18 = "Hari Jadi Kabupaten Contoh"
2023-07-22 = "Hari Sabtu juga"
"""


def masa_sanggah(book, announced="2023-07-13") -> Period:
    """Of a tender under the overlay `rumah`, announced on a Thursday: Tuesday 18 July."""
    told = [Announcement(on(announced), Subject.PEMILIHAN)]
    found = evaluate(package(events=told, regulation=Regulation(overlays=("rumah",))), book)
    return next(period for period in found.calendar if period.id == "masa_sanggah")


def test_a_region_has_its_own_days_and_hours():
    """The Tuesday is a day off of the region: Wednesday is one of the nation, so Thursday it is."""
    found = masa_sanggah(with_overlay(BOOK, "rumah", HOURS + DAYS))

    assert found.until.isoformat() == "2023-07-20T15:30:00+07:00"
    assert [(c.instrument, c.source) for c in found.citations[1:]] == [
        ("Surat Edaran Bupati Contoh Nomor 4 Tahun 2023", Source.TEXT),
        (BOOK.days_off.decrees[2023].instrument, Source.SECONDARY),
    ]


def test_days_off_alone_are_a_local_standard_and_move_nothing_elsewhere():
    """Nor on a Saturday; the papers call it by the text that names the days."""
    local = with_overlay(BOOK, "rumah", DAYS)

    assert masa_sanggah(local).until.isoformat() == "2023-07-20T16:00:00+07:00"
    assert len(masa_sanggah(local, "2023-07-20").citations) == 1
    assert local.basis("pascakualifikasi").overlays["rumah"].startswith("Surat Edaran Bupati")
    plain = evaluate(package(events=[Announcement(on("2023-07-13"), Subject.PEMILIHAN)]), local)
    assert plain.calendar[0].until.isoformat() == "2023-07-18T16:00:00+07:00"


def test_the_national_law_is_still_the_same():
    """Its manifest is kept; the digest is another for each day, text and setting that differs."""
    texts = [HOURS, DAYS, HOURS + DAYS, DAYS.replace("07-18", "07-17"), DAYS.replace("4 T", "5 T")]
    made = [with_overlay(BOOK, "rumah", text) for text in texts]

    assert all(book.manifest is BOOK.manifest for book in made)
    assert len({book.digest for book in [*made, BOOK]}) == len(texts) + 1
    assert "rumah" not in BOOK.overlays


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there is nothing"),
        ("[[param", "end of document"),
        ("[settings]\nx = 1\n", "there is settings"),
        (entry("tiada.nilai"), "no national value"),
        (entry("price.ceiling_share", value='"2"'), "may not replace"),
        (entry("proof.scope", value='"siapa_saja"', local='"yes"'), "may not replace"),
        (HOURS.replace('"setting"', '"text"'), "calendar.workday_end is text here"),
        (HOURS.replace('"setting"', '"kata orang"'), "kata orang"),
        (HOURS.replace("2018-03-22", '"2018-03-22"'), "since is no date"),
        (HOURS.replace('local = "yes"', 'local = "apa saja"'), "apa saja"),
        (DAYS.replace("2023-07-18", "kemarin"), "kemarin"),
        (DAYS.replace('"text"', '"setting"'), "setting is no mark of a text"),
        ("days = 5", "there is nothing"),
        (DAYS.split("[days.off]")[0] + "off = 5", "off is no table"),
        (DAYS.replace('article = "angka 2"\n', ""), r"missing keys \['article'\]"),
    ],
)
def test_what_is_no_local_standard_is_refused_by_its_place(text, told):
    with pytest.raises(LawError, match=told) as error:
        with_overlay(BOOK, "rumah", text)
    assert "rumah.toml" in str(error.value)


def test_a_standard_takes_the_place_of_none():
    with pytest.raises(LawError, match="of that name"):
        with_overlay(BOOK, "pasuruan-2022", DAYS)

"""A local standard of one's own: its values, settings and days off, laid over the national law."""

import pytest

from tender_engine.engine import evaluate
from tender_engine.evaluation import Period
from tender_engine.events import Announcement
from tender_engine.findings import Source
from tender_engine.model import Regulation
from tender_engine.terms import Subject
from tender_rules import OVERLAY_TEXTS, OverlayError, national, with_overlay
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
        (DAYS.replace('"Hari Jadi Kabupaten Contoh"', '" "'), "name of a day"),
        (DAYS.replace('"Hari Jadi Kabupaten Contoh"', "7"), "name of a day"),
        (HOURS.replace('article = "Pasal 1"', 'article = ""'), "article is empty"),
    ],
)
def test_what_is_no_local_standard_is_refused_by_its_place(text, told):
    with pytest.raises(OverlayError, match=told) as error:
        with_overlay(BOOK, "rumah", text)
    assert "rumah.toml" in str(error.value)
    words = OVERLAY_TEXTS[error.value.code]
    for lang in ("id", "en"):
        assert "{" not in words.message(lang).format(told=error.value.told) + words.hint(lang)


@pytest.mark.parametrize("hour", ["0", "9", "15.30", "16", "23.59"])
def test_hours_of_a_day_are_taken(hour):
    assert with_overlay(BOOK, "rumah", HOURS.replace("15.30", hour)).overlays["rumah"]


@pytest.mark.parametrize("hour", ["24", "15.60", "15.305", "23.595", "-1", "1530", "sore"])
def test_an_hour_that_no_day_has_is_refused_at_once(hour):
    """Where it stands, and not when a tender is evaluated under it."""
    text = f"{DAYS}\n{HOURS.replace('15.30', hour)}"
    with pytest.raises(OverlayError) as error:
        with_overlay(BOOK, "rumah", text)
    line = text[: text.index("[[param")].count("\n") + 1

    assert (error.value.line, error.value.code) == (line, "STD004" if hour == "sore" else "STD005")
    assert f"rumah.toml:{line}: calendar.workday_end" in str(error.value)


def test_counts_and_weights_are_held_to_what_they_can_be():
    """As those of a document are."""
    days = entry("service.pascakualifikasi_days", value='"14.5"', local='"yes"')
    with pytest.raises(OverlayError, match=r"bilangan bulat 0 s\.d\. 1000"):
        with_overlay(BOOK, "rumah", days)


@pytest.mark.parametrize("name", ["", " ", "rumah ", "ru\nmah", "x" * 101])
def test_no_standard_has_a_name_that_no_tender_can_give_it(name):
    with pytest.raises(OverlayError) as error:
        with_overlay(BOOK, name, DAYS)
    assert error.value.code == "STD002"


def test_a_standard_takes_the_place_of_none():
    with pytest.raises(OverlayError, match="of that name"):
        with_overlay(BOOK, "pasuruan-2022", DAYS)

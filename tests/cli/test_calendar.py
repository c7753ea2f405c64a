"""The days of a tender on a screen, and `--today`, which changes screens and drafts alone."""

import datetime as dt
import json

import pytest

from tender_engine.events import Announcement, Objection
from tender_engine.terms import Subject
from tests.builders import at, bidder
from tests.builders import package as tender_of
from tests.cli.screens import Run, Written, flat
from tests.happenings import award, closing, deadline

OF = Subject.PEMILIHAN
# Friday 20 May 2022: until Wednesday 25 May; the answer until Monday 30 May, as 28 is a Saturday.
EVENTS = (deadline(), closing("penawaran", 12), award(day=20), Announcement(at(20, 10), OF))
ANSWERED = "Senin, 30 Mei 2022 pukul 16.00 WIB"
OBJECTED = (*EVENTS, Objection(at(21), OF, "p1"))


def calendar(lines: list[str]) -> list[str]:
    start = next(at for at, line in enumerate(lines) if line.startswith(("Kalender", "Calendar")))
    return lines[start : lines.index("", start)]


def test_the_screen_tells_what_runs_until_when(run: Run, written: Written) -> None:
    """As of the objection, the latest thing recorded."""
    result = run("evaluate", written(tender_of(events=OBJECTED)))

    assert calendar(flat(result)) == [
        "Kalender, menurut catatan terakhir dalam paket",
        "Masa Peserta Sampai dengan Keadaan Bacaan",
        "masa sanggah, hasil pemilihan Rabu, 25 Mei 2022 pukul 16.00 WIB berjalan",
        "jawaban sanggah, hasil pemilihan Senin, 30 Mei 2022 pukul 16.00 WIB belum mulai",
    ]


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2022-05-19", ["belum mulai", "belum mulai"]),
        ("2022-05-20", ["berjalan, sisa 5 hari", "belum mulai"]),
        ("2022-05-25", ["berjalan, sisa 0 hari", "berjalan, sisa 5 hari"]),
        ("2022-05-26", ["berakhir", "berjalan, sisa 4 hari"]),
        ("2022-05-31", ["berakhir", "berakhir"]),
    ],
)
def test_the_days_stand_as_of_the_day_that_is_given(
    run: Run, written: Written, today: str, states: list[str]
) -> None:
    """And nothing else on the screen changes, the root least of all."""
    path = written(tender_of(events=OBJECTED))
    shown, plain = flat(run("evaluate", path, "--today", today)), flat(run("evaluate", path))
    head, _, *rows = calendar(shown)

    assert head == f"Kalender, keadaan per {int(today[-2:])} Mei 2022"
    assert [row.partition(" WIB ")[2] for row in rows] == states
    assert shown[-1] == plain[-1]
    assert shown[-1].startswith("Akar jejak: sha256:")
    assert [x for x in shown if x not in calendar(shown)] == [
        x for x in plain if x not in calendar(plain)
    ]


def test_no_day_is_told_in_an_evaluation(run: Run, written: Written) -> None:
    path = written(tender_of(events=OBJECTED))
    refused = run("evaluate", path, "--json", "--today", "2022-05-20")

    assert (refused.exit_code, "--today" in refused.stderr) == (2, True)
    found = json.loads(run("evaluate", path, "--json").stdout)["calendar"]
    assert [period["state"] for period in found] == ["berjalan", "belum"]


def test_a_day_that_is_none_is_refused(run: Run, written: Written) -> None:
    for command in ("evaluate", "bahp"):
        result = run(command, written(tender_of(events=OBJECTED)), "--today", "25-13-2022")

        assert (result.exit_code, "25-13-2022" in result.stderr) == (2, True)


def test_a_draft_says_as_of_which_day_and_a_final_paper_does_not(
    run: Run, written: Written
) -> None:
    """The final one is the same to the last byte, whenever somebody looks at it."""
    bids = bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1180000000")
    acts = (deadline(), award("p1", "p2", "p3"), Announcement(at(20, 10), OF))
    final = written(tender_of(*bids, events=acts))
    assert "KONSEP" not in run("bahp", final).stdout
    assert run("bahp", final, "--today", "2022-05-20").stdout == run("bahp", final).stdout

    draft = written(tender_of(events=OBJECTED[3:]))
    told, plain = run("bahp", draft, "--today", "2022-05-26").stdout, run("bahp", draft).stdout
    new = [line for line in told.splitlines() if line not in plain.splitlines()]

    assert "KONSEP" in plain
    assert new == [
        "**Keadaan per Kamis, 26 Mei 2022.**",
        "Masa sanggah, hasil pemilihan: berakhir, sampai dengan Rabu, 25 Mei 2022 pukul 16.00 WIB.",
        f"Jawaban sanggah, hasil pemilihan: berjalan, sampai dengan {ANSWERED}.",
    ]


def test_in_english_with_the_days_of_service(run: Run, written: Written) -> None:
    """Twelve to twenty May are eight days of fourteen; the act ends them."""
    from tender_engine.model import Regulation

    local = Regulation(overlays=("pasuruan-2022",))
    path = written(tender_of(events=EVENTS, regulation=local))
    lines = calendar(flat(run("evaluate", path, "--lang", "en")))

    until, used = "Thursday, 26 May 2022 at 16:00 WIB", "awaited no more, 8 days used, 6 left"
    assert f"time of service, result of the bids {until} {used} unverified" in lines


@pytest.mark.parametrize(
    ("lang", "days", "mark"),
    [
        ("id", "tanggal perkiraan", "belum terverifikasi"),
        ("en", "estimated days", "unverified"),
    ],
)
def test_a_period_over_an_estimated_day_says_so(
    run: Run, written: Written, lang: str, days: str, mark: str
) -> None:
    """Idulfitri 2027 may be set otherwise: on the screen, and in a draft as of a day."""
    told = [Announcement(dt.datetime(2027, 3, 3, 9, tzinfo=at(1).tzinfo), OF)]
    path = written(tender_of(events=told))
    _, _, row, why = calendar(flat(run("--lang", lang, "evaluate", path)))
    draft = run("--lang", lang, "bahp", path, "--today", "2027-03-04").stdout

    assert row.endswith(mark)
    assert why.endswith(f"dan Nomor 2 Tahun 2026 ({days}) [{mark}]")
    assert "sampai dengan Selasa, 16 Maret 2027 pukul 16.00 WIB (belum terverifikasi)." in draft

"""What no letter, announcement or report tells, whoever it is for."""

import pytest
from attrs import evolve

from tender_desk.documents.papers import PAPERS, NothingToTellError, paper
from tender_engine.events import Announcement, Invitation, Objection, ObjectionAnswer, Present
from tender_engine.terms import InvitedTo, ObjectionDecision
from tests.builders import at, bidder, evaluated, line, priced
from tests.desk.documents.data import AWARD, MINUTES, given, three, words
from tests.desk.documents.kinds import KINDS, TOTALS
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, opened, spelled
from tests.happenings import agreed

LATER = (
    AWARD,
    MINUTES,
    Announcement(at(24), "pemilihan"),
    *(Objection(at(26), "pemilihan", name) for name in ("p1", "p2")),
    *(
        ObjectionAnswer(at(31), "pemilihan", name, ObjectionDecision.TIDAK_BENAR)
        for name in ("p1", "p2")
    ),
)
MEETINGS = (
    *(
        Invitation(at(21), of, name, at(22), "Aula", "005/1", (Present("Budi", "Direktur", name),))
        for of in InvitedTo
        for name in ("p1", "p2")
    ),
    *(agreed(name, total="1090000000", day=22) for name in ("p1", "p2")),
)
OWN = "amount as written"


def texts(evaluation):
    """Every paper that this dossier calls for, as one text, by its kind and whom it is of."""
    for kind in PAPERS:
        people = [who.id for who in evaluation.package.participants] if kind.of_each else [None]
        for name in people:
            try:
                yield kind.key, name, " ".join(words(paper(evaluation, kind, name)))
            except NothingToTellError:
                continue


def after(evaluation):
    """The same evaluation with acts after its ranking on record."""
    package = evolve(evaluation.given, events=(*evaluation.given.events, *LATER, *MEETINGS))
    return evolve(evaluation, package=package)


@pytest.mark.parametrize("what", [*INSIDE, "nik", "npwp"])
def test_what_is_internal_is_told_nobody(what):
    """Unit prices, what a minority wrote, personal numbers; what a bidder wrote only to itself."""
    markers = spelled(INSIDE[what]) if what in INSIDE else [{"nik": NIK, "npwp": NPWP}[what]]
    told = {(key, name) for key, name, text in texts(after(marked())) if holds(text, markers)}
    asked = {key for key, _, _ in texts(after(marked()))}

    assert told == ({("surat", "p1"), ("jawaban-sanggah", "p1")} if what == OWN else set())
    assert asked >= {"penetapan", "pengumuman", "jawaban-sanggah", "laporan", "surat"}
    assert asked >= {"pembukaan", "negosiasi", *(f"undangan-{of}" for of in InvitedTo)}
    assert asked >= {f"daftar-hadir-{of}" for of in InvitedTo}


def holds(text, markers):
    """Whether one of `markers` stands in `text`."""
    return any(marker in text for marker in markers)


def test_a_price_that_nobody_opened_is_told_nobody():
    """Though the package holds it."""
    lines = (line("L1", "100", "9876543"), line("L2", "20", "4321098"))
    sealed = bidder("p9", price=priced("1192226451", *lines), submitted=False)
    evaluation = evaluated(given(*three(), sealed, events=LATER))

    for key, name, text in texts(evaluation):
        for amount in ("1192226451", "1.192.226.451", "9.876.543", "4.321.098"):
            assert amount not in text, (key, name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_price_that_waits_for_its_turn_is_told_nobody(kind):
    """Two files, two stages, one after the other."""
    shut = TOTALS.keys() - opened(KINDS[kind])
    for key, name, text in texts(KINDS[kind]):
        for who in shut:
            assert f"{int(TOTALS[who]):,}".replace(",", ".") not in text, (key, name, who)


def test_an_answer_tells_of_no_other_bidder_than_the_winner():
    """Neither its name nor its price."""
    evaluation = evaluated(given(events=LATER))
    told = {name: text for key, name, text in texts(evaluation) if key == "jawaban-sanggah"}

    assert told.keys() == {"p1", "p2"}
    assert "CV p3" not in told["p2"]
    assert "1.104.450.000" not in told["p2"]
    assert "CV p2" not in told["p1"]

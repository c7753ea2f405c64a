"""Every count of applicants and of passers, in rounds 1 to 3, against a table typed by hand.

Perpres 16/2018 Pasal 51 ayat (1) and (5), Peraturan LKPP 12/2021 Lampiran I angka 4.1.1 huruf j,
and for one and two applicants at the first deadline the service standard (XXVIII angka 2 butir 5b).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import KUALIFIKASI, PEMBUKTIAN, codes, evaluated, failed, needs, unverified
from tests.happenings import closing, extended
from tests.procurements import applicants, screened

# At the first deadline, by count 0 to 6: more time is due, or the evaluation begins.
FIRST = {
    1: ("more", "more", "more", "goes on", "goes on", "goes on", "goes on"),
    2: ("more", "more", "more", "goes on", "goes on", "goes on", "goes on"),
    3: ("more", "more", "more", "goes on", "goes on", "goes on", "goes on"),
}
# The cells above that no text covers, and the values that decide them: a repeat with one or two,
# and whatever a third round brings.
FIRST_UNREAD = {
    2: {1: {"qualification.extension_below_repeat"}, 2: {"qualification.extension_below_repeat"}},
    3: {
        0: {"qualification.later_repeat"},
        1: {"qualification.later_repeat", "qualification.extension_below_repeat"},
        2: {"qualification.later_repeat", "qualification.extension_below_repeat"},
        3: {"qualification.later_repeat"},
        4: {"qualification.later_repeat"},
        5: {"qualification.later_repeat"},
        6: {"qualification.later_repeat"},
    },
}
A, B = "51(1)a", "51(1)b"
LIST = ("daftar_peserta", None, None)
DIRECT = ("daftar_peserta", None, "penunjukan_langsung")
NONE_CAME = ("gagal", A, "prakualifikasi_ulang")
TOO_FEW = ("gagal", B, "prakualifikasi_ulang")
NONE_CAME_AGAIN = ("gagal", A, "cari_penyebab")
NONE_LEFT = ("gagal", B, "cari_penyebab")
# Once the count stands: by applicants 0 to 6, for each how 0, 1, 2, ... passers end.
ENDS = {
    1: (
        (NONE_CAME,),
        (TOO_FEW, TOO_FEW),
        (TOO_FEW, TOO_FEW, TOO_FEW),
        (TOO_FEW, TOO_FEW, TOO_FEW, LIST),
        (TOO_FEW, TOO_FEW, TOO_FEW, LIST, LIST),
        (TOO_FEW, TOO_FEW, TOO_FEW, LIST, LIST, LIST),
        (TOO_FEW, TOO_FEW, TOO_FEW, LIST, LIST, LIST, LIST),
    ),
    2: (
        (NONE_CAME_AGAIN,),
        (NONE_LEFT, DIRECT),
        (NONE_LEFT, DIRECT, LIST),
        (NONE_LEFT, DIRECT, LIST, LIST),
        (NONE_LEFT, DIRECT, LIST, LIST, LIST),
        (NONE_LEFT, DIRECT, LIST, LIST, LIST, LIST),
        (NONE_LEFT, DIRECT, LIST, LIST, LIST, LIST, LIST),
    ),
}
# No text speaks of a repeat of a repeat: it goes as the second does, by a value that says so.
ENDS[3] = ENDS[2]
ENDS_UNREAD = {1: set(), 2: set(), 3: {"qualification.later_repeat"}}

ROUNDS = (1, 2, 3)
COUNTS = range(7)
# First deadline and after an extension, which is only where more time was due.
CELLS = [
    (number, first, after)
    for number in ROUNDS
    for first in COUNTS
    for after in (range(first, 7) if FIRST[number][first] == "more" else [first])
]
WALKED = [(*cell, passing) for cell in CELLS for passing in range(cell[2] + 1)]


def round_of(number, count, events=(), fallen=()):
    """A prakualifikasi in its round with so many applicants."""
    return screened(
        *applicants(count),
        qualification_round=number,
        events=events,
        assessments=failed(PEMBUKTIAN, *fallen),
    )


def ending(evaluation):
    """Result, ground without its text, and what follows."""
    failure = evaluation.failure
    ground = failure.ground.removeprefix("perpres-16-2018:") if failure else None
    return evaluation.result, ground, evaluation.next


@pytest.mark.parametrize("number", ROUNDS)
@pytest.mark.parametrize("count", COUNTS)
def test_the_first_deadline(number, count):
    """Too few, and more time is awaited; with it, its end; enough, and nothing is."""
    evaluation = evaluated(round_of(number, count))
    unread = FIRST_UNREAD.get(number, {}).get(count, set())

    if FIRST[number][count] == "goes on":
        assert ending(evaluation) == ENDS[number][count][count]
        assert evaluation.state == "dihitung"
    else:
        waiting = evaluated(round_of(number, count, [extended()]))
        early = evaluated(round_of(number, count, [closing(day=4), extended()]))
        assert [ending(e) for e in (evaluation, waiting, early)] == [(None, None, None)] * 3
        assert needs(evaluation) == [("pemasukan_kualifikasi", None, None, "perpanjangan")]
        assert needs(waiting) == [("pemasukan_kualifikasi", None, None, "penutupan")]
        assert needs(early) == needs(waiting)
        assert unverified(waiting) == unread
        assert evaluation.stage(KUALIFIKASI).verdicts == ()
    assert unverified(evaluation) == unread


@pytest.mark.parametrize(("number", "first", "after", "passing"), WALKED)
def test_the_end(number, first, after, passing):
    """Each cell of the table, with the values that stand in for a text where there is none."""
    events = [extended(), closing()] if FIRST[number][first] == "more" else []
    fallen = [f"p{n}" for n in range(passing + 1, after + 1)]
    evaluation = evaluated(round_of(number, after, events, fallen))
    passers = tuple(f"p{n}" for n in range(1, passing + 1))
    expected = ENDS[number][after][passing]

    assert evaluation.state == "dihitung"
    assert ending(evaluation) == expected
    assert evaluation.shortlist == (passers if expected in (LIST, DIRECT) else ())
    assert unverified(evaluation) == ENDS_UNREAD[number]
    assert len(evaluation.stage(KUALIFIKASI).verdicts) == after
    # The standard fails one or two at once; here the record says why they are evaluated.
    noted = "PEMASUKAN_KURANG_DARI_TIGA" in codes(evaluation)
    assert noted == (number == 1 and after in (1, 2))


def test_the_table_covers_every_cell():
    """Three rounds of: 0, 1, 2 first with up to six after, and 3 to 6 first."""
    assert len(CELLS) == 3 * (7 + 6 + 5 + 4)
    assert all(len(ends) == 7 for ends in (*FIRST.values(), *ENDS.values()))
    assert all(len(row) == n + 1 for rows in ENDS.values() for n, row in enumerate(rows))


@given(st.data(), st.sampled_from(ROUNDS), st.integers(0, 6))
def test_where_they_fall_and_in_what_order_makes_no_difference(data, number, count):
    """Evaluation or proof, whoever it is: the number of passers alone decides."""
    names = [f"p{n}" for n in range(1, count + 1)]
    at_evaluation = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set()))
    at_proof = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set()))
    fallen = [*failed(KUALIFIKASI, *at_evaluation), *failed(PEMBUKTIAN, *at_proof)]
    people = data.draw(st.permutations(applicants(count)))
    package = screened(
        *people,
        qualification_round=number,
        events=data.draw(st.permutations([extended(), closing()])),
        assessments=fallen,
    ) if people else round_of(number, 0, [extended(), closing()])  # fmt: skip
    left = count - len(at_evaluation | at_proof)

    assert ending(evaluated(package)) == ENDS[number][count][left]

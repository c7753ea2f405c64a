"""The order of rows, what is under way at once, and what becomes of work that ends its workers."""

import pytest

from tender_desk.batch import on_dask
from tender_desk.batch.jobs import Asked, Job, Wanted, packed, unpacked
from tender_desk.batch.rows import refused_row
from tender_desk.batch.running import Answer, in_order
from tender_rules import national
from tests.desk.batch.packages import codes

ASKED = Asked(national)


class Team:
    """Workers that answer last what was given first, and die of the packages named `deadly`."""

    packages, size, most = 3, 10, (12, 1000)

    def __init__(self, deadly=(), ends=1):
        self.given, self.deadly, self.ends = {}, deadly, ends
        self.ended, self.closed, self.together = 0, False, []

    def free(self):
        """At most three chunks."""
        return len(self.given) < 3

    def give(self, number, data):
        """Keep it, and what is worked on at once."""
        self.given[number] = unpacked(data)
        self.together.append([[job.n for job in jobs] for jobs in self.given.values()])

    def answers(self):
        """Of the last that was given."""
        number, jobs = self.given.popitem()
        if any(job.n in self.deadly for job in jobs):
            self.ended += 1
            yield Answer(number, None, self.ends)
        else:
            yield Answer(number, packed([refused_row(job, (), ASKED) for job in jobs]))

    def close(self):
        """Nobody works any more."""
        self.closed = True


def jobs(count, size=1):
    return (Job(n, f"s{n}", f"s{n}", b"x" * size) for n in range(1, count + 1))


@pytest.mark.parametrize("size", [1, 7, 2000])
def test_rows_come_in_order_and_so_many_are_under_way_at_most(size):
    """One that is larger than all that may be under way goes alone."""
    team, taken, given = Team(), 0, 0

    def counted():
        nonlocal taken
        for job in jobs(100, size):
            taken += 1
            assert taken - given <= 12
            assert (taken - given - 1) * size < 1000
            yield job

    for row in in_order(counted(), team, ASKED):
        given += 1
        assert row.n == given
    assert given == 100
    assert team.closed


def test_what_ends_a_worker_is_told_and_all_else_has_its_row():
    """Its chunk is tried package by package, each alone; it ends three workers and no more."""
    team = Team(deadly={5, 20})
    found = [*in_order(jobs(30), team, ASKED)]

    assert [row.n for row in found] == [*range(1, 31)]
    assert {row.n: codes(row) for row in found if codes(row)} == {5: ["BCH014"], 20: ["BCH014"]}
    assert team.ended == 6
    alone = [given for given in team.together if any(ns in ([5], [20]) for ns in given)]
    assert alone == [[[5]], [[5]], [[20]], [[20]]]


def test_a_chunk_that_ended_three_workers_is_not_tried_again():
    """As a scheduler does that tries it itself."""
    team = Team(deadly={5}, ends=3)
    found = [*in_order(jobs(9), team, ASKED)]

    assert [row.n for row in found if codes(row)] == [4, 5, 6]
    assert team.ended == 1


def test_who_stops_half_way_ends_the_workers():
    team = Team()
    rows = in_order(jobs(30), team, ASKED)
    next(rows)
    rows.close()

    assert team.closed


def test_a_package_is_sent_again_with_what_lies_beside_it(tmp_path):
    """As often as it asks for something else; what is not there is sent as such."""
    (tmp_path / "a.xlsx").write_bytes(b"1")

    class Asking(Team):
        def answers(self):
            number, (job,) = self.given.popitem()
            for name in ("a.xlsx", "tiada.toml"):
                if name not in job.beside:
                    yield Answer(number, packed([Wanted(job.n, (name,))]))
                    return
            assert dict(job.beside) == {"a.xlsx": b"1", "tiada.toml": None}
            yield Answer(number, packed([refused_row(job, (), ASKED)]))

    job = Job(1, "a", "a", b"x", folder=str(tmp_path))
    assert [row.n for row in in_order(iter([job]), Asking(), ASKED)] == [1]


def test_a_cluster_asks_for_no_more_than_it_takes():
    """What is named in a fault is cut short."""
    assert on_dask._named(["a", "b"]) == "a, b"
    assert on_dask._named([*"abcdefgh"]) == "a, b, c, d, e (+3)"

"""Which workers of a cluster are taken, and how a run ends that has none; no dask is run."""

from types import SimpleNamespace

import pytest

from tender_desk.batch import on_dask
from tender_desk.batch.jobs import Asked
from tender_desk.batch.many import evaluate_many
from tender_desk.batch.on_dask import OnDask
from tender_desk.batch.telling import BatchError
from tender_desk.batch.work import identity
from tender_rules import national
from tests.desk.batch.packages import given

distributed = pytest.importorskip("distributed", reason="the extra `dask` has it")
ASKED = Asked(national)
# A port that nobody listens at.
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def client(monkeypatch):
    """A client that says what a test has it say; two workers of our own unless it says others."""
    said = SimpleNamespace(
        status="running",
        workers={"tcp://a": identity(ASKED), "tcp://b": identity(ASKED)},
        threads={"tcp://a": 1, "tcp://b": 3},
        closed=False,
        cancel=lambda _: None,
    )
    said.wait_for_workers = lambda _, timeout: timeout
    said.run = lambda *_, **__: said.workers
    said.nthreads = lambda: said.threads
    said.close = lambda: setattr(said, "closed", True)
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: said)
    monkeypatch.setattr(on_dask, "_reached", lambda _: None)
    return said


def refused(work):
    with pytest.raises(BatchError) as error:
        work()
    return error.value.code, error.value.params


def test_workers_with_our_engine_and_rulebook_are_taken(client):
    team = OnDask("tcp://x", 2, ASKED)

    assert team.most == (4 * 256, 4 * 8 << 20)
    team.close()
    assert client.closed


@pytest.mark.parametrize("other", [("0.1.0", "sha256:0"), ImportError("tender_desk"), None])
def test_workers_with_another_engine_are_refused_by_name(client, other):
    client.workers["tcp://b"] = other

    assert refused(lambda: OnDask("tcp://x", 2, ASKED)) == ("BCH027", {"workers": "tcp://b"})
    assert client.closed


@pytest.mark.parametrize("address", ["bukan alamat", "tcp://a:b", "post://127.0.0.1:1", NOBODY])
def test_an_address_at_which_nobody_answers_is_told_and_nothing_else(address, monkeypatch, capfd):
    """No client is left half made, which would wait for itself and tell of it on stderr."""
    monkeypatch.setattr(on_dask, "_CONNECT", 0.2)
    monkeypatch.setattr(distributed, "Client", pytest.fail)

    run = evaluate_many(given(1), national, scheduler=address)
    assert refused(lambda: next(run)) == ("BCH026", {"address": address})
    assert capfd.readouterr() == ("", "")


def test_a_scheduler_without_workers_is_told(client):
    def waits(*_, **__):
        raise TimeoutError

    client.wait_for_workers = waits

    assert refused(lambda: OnDask("tcp://x", 2, ASKED)) == ("BCH028", {"address": "tcp://x"})


def test_a_run_ends_once_all_workers_are_gone_or_the_scheduler_is(client, monkeypatch):
    monkeypatch.setattr(on_dask, "_LOOK", 0.01)
    monkeypatch.setattr(on_dask, "_GONE", 0.05)
    team = OnDask("tcp://x", 2, ASKED)
    client.threads = {}
    assert refused(lambda: next(team.answers()))[0] == "BCH028"
    client.status = "closed"
    assert refused(lambda: next(team.answers()))[0] == "BCH026"


@pytest.mark.parametrize(
    ("future", "code"),
    [
        ({"status": "finished", "result": (None, "tcp://c")}, "BCH027"),
        ({"status": "error", "error": ModuleNotFoundError("tender_desk")}, "BCH027"),
        ({"status": "cancelled"}, "BCH026"),
        ({"status": "lost"}, "BCH026"),
    ],
)
@pytest.mark.usefixtures("client")
def test_a_worker_that_came_later_is_held_against_us_too(future, code):
    """By whoever takes a chunk; and what is lost with the scheduler ends the run."""
    team, future = OnDask("tcp://x", 2, ASKED), _Future(**future)
    team._futures[future] = 1
    team._done.put(future)

    assert refused(lambda: next(team.answers()))[0] == code


@pytest.mark.usefixtures("client")
def test_a_chunk_that_ended_workers_is_told_with_how_many():
    """As many as the scheduler says that it tried."""
    team = OnDask("tcp://x", 2, ASKED)
    killed = distributed.KilledWorker("x", None, 3)
    future = _Future("error", error=killed)
    team._futures[future] = 7
    team._done.put(future)
    answer = next(team.answers())

    assert (answer.number, answer.rows, answer.ended) == (7, None, 4)


def test_who_takes_a_chunk_says_that_it_is_another(monkeypatch):
    monkeypatch.setattr(distributed, "get_worker", lambda: SimpleNamespace(address="tcp://c"))

    assert on_dask._answer(b"", ASKED, ("0.1.0", "sha256:0")) == (None, "tcp://c")


class _Future:
    """A future that has come to an end."""

    def __init__(self, status, result=None, error=None):
        self.status, self._result, self._error = status, result, error

    def exception(self):
        """What it ended in."""
        return self._error

    def result(self):
        """What came of it."""
        return self._result

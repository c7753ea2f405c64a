"""Real processes: the same rows as in this one, also where a worker is killed on the way."""

import os
import re
import signal
import sys
from multiprocessing import Pipe, active_children
from pathlib import Path

import pytest

from tender_desk.batch.many import evaluate_many
from tender_desk.batch.on_dask import OnDask
from tender_desk.batch.pool import Pool
from tender_desk.batch.telling import BATCH_TEXTS, BatchError
from tender_rules import national
from tests.desk.batch.packages import given, rows
from tests.desk.batch.publishing import table

# Chunks are as small as can be, so that these few packages are many.
COUNT = 12
pytestmark = pytest.mark.skipif(os.name == "nt", reason="nobody is killed so on Windows")


@pytest.fixture(scope="module")
def expected():
    """The rows as this process makes them."""
    return [row.line for row in rows(*given(COUNT))]


def killing(whom, *, at):
    """The packages, of which the one at `at` is not given before somebody is killed."""
    for n, package in enumerate(given(COUNT), 1):
        if n == at:
            for who in whom():
                os.kill(who, signal.SIGKILL)
        yield package


def test_a_killed_worker_costs_no_row(expected, monkeypatch):
    """Where so few chunks are at hand, one is in work when the seventh is read."""
    monkeypatch.setattr(Pool, "packages", 2)
    killed = []

    def whom():
        killed.extend(child.pid for child in active_children())
        return killed

    found = [row.line for row in evaluate_many(killing(whom, at=7), national, workers=2)]

    assert killed
    assert found == expected
    assert not active_children()


def test_a_cluster_gives_the_same_rows_though_a_worker_is_killed(monkeypatch):
    """Its workers are processes; each row is beside what was published, as it is here."""
    psutil = pytest.importorskip("psutil", reason="it comes with dask.distributed")
    monkeypatch.setattr(OnDask, "packages", 2)
    killed = []

    def whom():
        killed[:] = [
            child.pid
            for child in psutil.Process().children(recursive=True)
            if "spawn_main" in " ".join(child.cmdline())
        ][:1]
        return killed

    beside = {"published": table("UJI-1;gagal;;;;", "UJI-2;pemenang;PT X;;;", "lain;gagal;;;;")}
    here = [row.line for row in evaluate_many(given(COUNT), national, workers=0, **beside)]
    found = evaluate_many(killing(whom, at=9), national, workers=2, scheduler="local", **beside)

    assert [row.line for row in found] == here
    assert len(here) == COUNT + 1
    assert killed


def test_without_dask_it_is_told_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError) as refused:
        next(evaluate_many(given(1), national, scheduler="local"))

    assert refused.value.code == "BCH029"


def test_processes_that_cannot_even_begin_end_the_run(monkeypatch):
    """Two in turn are what a machine without memory does; three are a broken installation."""

    class Stillborn:
        begun = False

        def __init__(self, _asked, number, _data):
            self.number, (self.pipe, theirs) = number, Pipe()
            theirs.close()

        def receive(self):
            """Nothing ever comes."""
            return self.pipe.recv_bytes()

        def end(self):
            """It has ended already."""
            self.pipe.close()

    monkeypatch.setattr("tender_desk.batch.pool._Worker", Stillborn)
    with pytest.raises(BatchError) as refused:
        [*evaluate_many(given(1), national, workers=1)]
    assert refused.value.code == "BCH030"


def test_every_code_has_its_words_and_its_case():
    """The same blanks in both languages."""
    folder = Path(__file__).parent
    cases = "".join(file.read_text("utf-8") for file in folder.glob("test_*.py"))
    for code, words in BATCH_TEXTS.items():
        assert code in cases
        for said in ("message", "hint"):
            told = (getattr(words, said)(lang) for lang in ("id", "en"))
            indonesian, english = ({*re.findall(r"\{(\w+)\}", text)} for text in told)
            assert indonesian == english, code

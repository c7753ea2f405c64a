"""Every sample repeated, in each way in which it can be: written, read again, held against it."""

import datetime as dt

import pytest

from tender_desk.any_file import read
from tender_desk.spse.writing import pretty_json
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.layouts.listed_order import as_listed
from tender_engine.terms import PreviousKind
from tender_rules import national
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.repeats.holding import faults_of_repeat
from tender_rules.repeats.making import repeated
from tender_rules.repeats.questions import judged_stages
from tests.builders import evaluated
from tests.samples.dossiers import evaluation, samples

ANNOUNCED = (PreviousKind.TENDER_ULANG, PreviousKind.PRAKUALIFIKASI_ULANG)
# Later than anything that a sample records.
LATER = dt.date(2026, 11, 2)


def _judged(old):
    """The first stage at which somebody judged anything: of it something is taken out."""
    spoken = {entry.stage for entry in old.package.assessments}
    return next((stage for stage in judged_stages(old) if stage in spoken), judged_stages(old)[0])


DISORDER = ("URUTAN_WAKTU", "PEMBUKAAN_HARGA_TERLALU_DINI")
SETTLED = ("gedung-puskesmas", "pembuktian_kualifikasi")


def again(name, kind, anew=None):
    """The package that repeats a sample."""
    day = LATER if kind in ANNOUNCED else None
    return repeated(evaluation(name), kind, "diulang", anew=anew, announced=day)


@pytest.mark.parametrize("kind", PreviousKind)
@samples
def test_it_is_written_read_again_and_held(name, kind):
    """Nothing is lost on the way, nothing differs that may not, and it is in order by itself."""
    old = evaluation(name)
    if kind is PreviousKind.PRAKUALIFIKASI_ULANG and not has_prakualifikasi(old.package.tender):
        return
    made = again(name, kind, {_judged(old): None})
    reading = read(pretty_json(as_listed(made)), national())

    assert reading.faults == ()
    new = evaluated(reading.package)
    assert faults_of_repeat(old, new) == ()
    assert {n for n in new.notices if n.code in DISORDER} <= {*old.notices}


@samples
def test_with_nothing_named_every_judgement_holds(name):
    """Acts, talks and auctions are left behind, and how a tie was settled, before the proof."""
    old, new = evaluation(name), evaluated(again(name, PreviousKind.EVALUASI_ULANG, {}))

    for stage in judged_stages(old):
        before, after = (
            {found.participant: found.verdict for found in each.stage(stage).verdicts}
            for each in (old, new)
        )
        assert after == before or (name, stage) == SETTLED, stage


def test_a_workbook_says_the_same():
    """Which a Pokja that works with one goes on with."""
    made = again("jalan-kabupaten", PreviousKind.EVALUASI_ULANG, {})
    reading = read(workbook_bytes(made, national()), national())

    assert faults_of_repeat(evaluation("jalan-kabupaten"), evaluated(reading.package)) == ()

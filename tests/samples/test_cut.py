"""Two samples, cut after each of their events: what had gone out by then is in the whole one too.

Byte for byte, roots and all, as Markdown. Without a day and a number a paper has not gone out yet,
and its blanks are filled in later; minutes of a stage are the same as long as they hold no more.
"""

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.as_of import as_of
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import PAPERS
from tender_desk.documents.particulars import recorded
from tender_desk.documents.wording import BLANK
from tender_engine.engine import evaluate
from tender_engine.events import Letter
from tender_rules import national
from tests.samples.dossiers import SAMPLES, read_path

LAW = national()


def out(package):
    """Every final paper: which, whether it has number and day or what it holds, and its text."""
    plan = planned(evaluate(package, LAW), PAPERS, drafts=False, under=LAW)
    awaited = {(one.words.id, who) for one in plan.awaited for who in one.participants or (None,)}
    for one in plan.ready:
        kind, view = one.kind, one.view
        assert (one.words.id, view.bidder) not in awaited, "both written and awaited"
        dated = recorded(view, kind.key, kind.told_by(view)).dated
        held = tuple(kind.held(view)) if kind.held and dated is None else ()
        record = evolve(one.record(), secret=False)
        which = "bahp" if kind.key == "hasil-prakualifikasi" else kind.key, view.bidder
        gone = bool(dated and record.number != BLANK), held
        yield which, gone, markdown(record)


@pytest.mark.parametrize("name", ["drainase-pasar-sanggah", "rencana-induk-wisata"])
def test_what_had_gone_out_is_the_same_whatever_came_after_it(name):
    """After each event but those that only number a paper; some of every kind of paper."""
    whole = read_path(SAMPLES / name).package
    by_the_end = {*out(whole)}
    moments = {event.at for event in whole.events if not isinstance(event, Letter)}
    kinds = set()
    for moment in sorted(moments | {entry.at for entry in whole.assessments}):
        later = {(one.of, one.participant) for one in whole.happened.of(Letter) if one.at > moment}
        for which, (numbered, held), text in out(as_of(whole, moment)):
            grown = held and not any(each[:2] == (which, (False, held)) for each in by_the_end)
            if (numbered or held) and not grown and which not in later:
                assert (which, (numbered, held), text) in by_the_end, (moment, which)
                kinds.add(which[0])
    assert {"bahp", "evaluasi", "pembuktian", "pembukaan"} <= kinds

"""Talks of a Seleksi in turn, against the words of the rule gone through one by one."""

from hypothesis import given
from hypothesis import strategies as st

from tender_rules.stages.negotiation import in_turn
from tender_rules.stages.standing_acts import talks_failed
from tests.builders import StageId, package
from tests.happenings import agreed, gone, in_vain
from tests.tries import tries

NAMES = ("p1", "p2", "p3", "p4")
TALKS = st.tuples(st.sampled_from(NAMES), st.integers(1, 9), st.booleans())


@tries(100)
@given(
    st.lists(TALKS, max_size=12, unique_by=lambda talk: talk[:2]),
    st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9), max_size=2),
    st.permutations(NAMES),
    st.integers(0, 4),
)
def test_those_with_all_before_had_failed_by_then(talks, leaving, order, count):
    """One is in turn where the last talks until then with each before it failed, or it left."""
    order = order[:count]
    events = [in_vain(who, day) if fails else agreed(who, day=day) for who, day, fails in talks]
    events += [gone(who, StageId.NEGOSIASI, day=day) for who, day in leaving.items()]
    held = package(events=events)
    expected = set()
    for event in events[: len(talks)]:
        if event.participant in order:
            before = order[: order.index(event.participant)]
            if all(talks_failed(held, name, event.at) for name in before):
                expected.add((event.participant, event.at))

    talked = {(event.participant, event.at) for event in events[: len(talks)]}
    assert in_turn(held, order) & talked == expected

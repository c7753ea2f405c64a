"""What nobody may read yet: a dossier grows in any order, and no text ever tells a sealed price.

The conditions are written down here a second time, plainly, and held against everything that an
evaluation prints: its JSON, its trail, its minutes, and the faults of the file.
"""

import datetime as dt
import json
import re

from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.engine import evaluate
from tender_engine.events import (
    Award,
    Clarification,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.terms import Decider, Envelope, NegotiationOutcome
from tender_engine.trail import decision_lines
from tender_rules import national
from tender_rules.objections import OBJECTION_TEXTS
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    judged,
    package,
    priced,
)
from tests.happenings import announced, answered, deadline, listing_act, objection
from tests.procurements import applicant, score, seleksi
from tests.reading import read_text
from tests.tries import tries

NAMES = ("p1", "p2", "p3")
# Figures that stand nowhere else, in no document's form either.
MARKS = {"p1": "1098765431.17", "p2": "1087654321.29", "p3": "1076543218.31"}
WHO = st.sampled_from(NAMES)
PANEL = ("m1", "m2", "m3")
BROKEN = st.sampled_from(
    [
        {"stated_total": "-{}"},
        {"stated_total": "{}x"},
        {"stated_total": "{}.0000001"},
        {"harga": "{}"},
        {"schedule_total": ["{}"]},
        {"lines": [{"id": "tidak-ada", "quantity": "1", "unit_price": "{}", "amount": "{}"}]},
        {"corrected_total": "{}", "corrected_by": None},
    ]
)


def digits(text):
    """A text without what may stand between the digits of a number."""
    return re.sub(r"[.,\s_]", "", text)


def told(evaluation):
    """Everything that is printed about an evaluation."""
    yield json.dumps(evaluation_dict(evaluation), default=str)
    yield from decision_lines(evaluation)
    yield from (
        markdown(paper(evaluation, WORKING_PAPER if inside else BAHP)) for inside in (False, True)
    )


class Dossier(RuleBasedStateMachine):
    """A package to which people add; `may_be_open` says whose price the law has open by now."""

    def __init__(self):
        super().__init__()
        self.events, self.clock = [], 0
        self.prices = dict.fromkeys(NAMES)

    def now(self):
        """A later moment than all before it, in the order of the entries."""
        self.clock += 1
        return at(13, 0, 6).replace(minute=self.clock % 60, hour=self.clock // 60)

    @rule(name=WHO)
    def put_in_a_price(self, name):
        """The file of a bidder comes into the dossier, sealed."""
        self.prices[name] = priced(MARKS[name])

    @rule()
    def put_in_every_price(self):
        """All files at once."""
        for name in NAMES:
            self.put_in_a_price(name)

    @rule()
    def open_prices(self):
        """An opening is recorded, whether it is its time or not."""
        self.events.append(PriceOpening(self.when_opened()))

    def when_opened(self):
        """When an opening is recorded to have been."""
        return self.now()

    @rule(name=WHO)
    def clarify(self, name):
        """A question and its answer change nothing."""
        self.events.append(Clarification(self.now(), name, TEKNIS, "Apa?", "Ini."))

    @precondition(lambda self: any(self.prices.values()))
    @rule(damage=BROKEN)
    def break_a_file(self, damage):
        """What is wrong with a price file is told by its place and never by its figures."""
        for name in [name for name in NAMES if self.prices[name]]:
            content = json.loads(canonical_package(self.given()))
            bid = next(who for who in content["participants"] if who["id"] == name)
            text = json.dumps(damage).replace("{}", MARKS[name])
            bid["price"] |= json.loads(text)
            reading = read_text(json.dumps(content), "paket.json")
            words = digits(" ".join(map(str, reading.diagnose())))
            assert reading.package is None
            if name not in self.may_be_open():
                assert digits(MARKS[name]) not in words

    @invariant()
    def a_sealed_price_is_told_nowhere(self):
        """An open price is in the record, and no other is in anything."""
        given = self.given()
        opened = self.may_be_open()
        try:
            evaluation = evaluate(given, national())
        except PackageRefusedError as refused:
            self.nothing_sealed_in(self.refusal(given, refused), opened)
            self.take_back_talks()
            return
        self.nothing_sealed_in("".join(told(evaluation)), opened)
        for name in NAMES:
            result = evaluation.price(name)
            assert (result is not None) == (name in opened), name
            assert result is None or str(result.stated_total) == MARKS[name]

    def take_back_talks(self):
        """Talks out of turn are refused whatever is added, so the dossier goes on without them."""
        assert any(isinstance(event, Negotiation) for event in self.events)
        self.events = [e for e in self.events if not isinstance(e, Negotiation)]

    def refusal(self, given, refused):
        """A refused package in the words that a Pokja is given."""
        reading = read_text(canonical_package(given), "paket.json")
        return " ".join(
            map(str, (*reading.diagnose(refused.faults, "id", OBJECTION_TEXTS), refused))
        )

    def nothing_sealed_in(self, text, opened):
        """None of the marks of those who are not open."""
        words = digits(text)
        for name in set(NAMES) - set(opened):
            assert digits(MARKS[name]) not in words, name

    def given(self):
        """The package as it stands."""
        raise NotImplementedError

    def may_be_open(self):
        """Whose price the conditions open."""
        raise NotImplementedError


class TwoFiles(Dossier):
    """Pascakualifikasi in two files: all who passed technical, once nobody is undecided."""

    def __init__(self):
        super().__init__()
        self.entries = []

    @rule(
        stage=st.sampled_from([ADMINISTRASI, KUALIFIKASI, TEKNIS, TEKNIS, PEMBUKTIAN]),
        name=WHO,
        by=st.lists(st.sampled_from(PANEL), min_size=1, unique=True),
        verdict=st.sampled_from(["memenuhi", "memenuhi", "memenuhi", "tidak_memenuhi"]),
    )
    def judge(self, stage, name, by, verdict):
        """Some members judge, and may later judge otherwise."""
        entry = judged(stage, verdict, name, by=" ".join(by), when=self.now())
        self.entries.append(entry)

    @initialize(ways=st.lists(st.sampled_from(["passed", "fell", "open"]), min_size=3, max_size=3))
    def begin(self, ways):
        """A dossier with all files and an early opening, in which some have been judged already."""
        self.put_in_every_price()
        self.open_prices()
        for name, way in zip(NAMES, ways, strict=True):
            if way == "fell":
                self.entries.append(judged(TEKNIS, "tidak_memenuhi", name, when=self.now()))
            if way != "open":
                self.judge_the_rest_of(name)

    @rule(name=WHO)
    def judge_the_rest_of(self, name):
        """What is still open on somebody is met, all agreeing."""
        for stage in (ADMINISTRASI, KUALIFIKASI, TEKNIS):
            if self.answer(stage, name) is None:
                self.entries.append(judged(stage, "memenuhi", name, when=self.now()))

    def when_opened(self):
        """A month on: a technical judgement after an opening would be refused."""
        return self.now() + dt.timedelta(days=30)

    def answer(self, stage, name):
        """What two of three say last, or nothing."""
        entries = [e for e in self.entries if (e.stage, e.participant) == (stage, name)]
        last = {member: str(e.verdict) for e in entries for member in e.by}
        said = list(last.values())
        return next((word for word in set(said) if said.count(word) >= 2), None)

    def way(self, name):
        """How far a bidder came before prices: it fell, is undecided, or passed."""
        box = [self.answer(stage, name) for stage in (ADMINISTRASI, KUALIFIKASI)]
        for answers in (box, [self.answer(TEKNIS, name)]):
            if "tidak_memenuhi" in answers:
                return "fell"
            if None in answers:
                return "undecided"
        return "passed"

    def may_be_open(self):
        """An opening is there, nobody is undecided, and the bidder passed."""
        ways = {name: self.way(name) for name in NAMES}
        if not any(isinstance(e, PriceOpening) for e in self.events):
            return set()
        if "undecided" in ways.values():
            return set()
        return {name for name in NAMES if ways[name] == "passed" and self.prices[name]}

    def given(self):
        """Three bidders of one tender."""
        return package(
            *(bidder(name, price=self.prices[name]) for name in NAMES),
            envelope=Envelope.DUA_FILE,
            general=(),
            assessments=self.entries,
            events=self.events,
        )


class InTurn(Dossier):
    """A Seleksi by quality: one price at a time, each by an opening of its own."""

    def __init__(self):
        super().__init__()
        self.scores, self.list_stands = {}, True

    @rule(name=WHO, value=st.sampled_from([50, 70, 80, 90]))
    def score(self, name, value):
        """All members score together; the last word counts. Below sixty the firm falls."""
        self.scores[name] = value

    @initialize(values=st.sampled_from([[], [90, 80, 70], [70, 80, 90], [90, 90, 70]]))
    def begin(self, values):
        """A panel that was quick, that sees two as equal, or that has yet to begin."""
        if values:
            self.score_everybody(values)
            self.put_in_every_price()
            self.open_prices()

    @rule(values=st.permutations([70, 80, 90]))
    def score_everybody(self, values):
        """An order without a tie."""
        self.scores = dict(zip(NAMES, values, strict=True))

    @rule(right=st.sampled_from([True, False, False]))
    def object_to_the_list(self, right):
        """An objection that is right in substance undoes the list; a new act restores it."""
        if right:
            answer = answered("benar_substansial", "p1", of="kualifikasi")
            made = (announced(of="kualifikasi"), objection("p1", of="kualifikasi"), answer)
            self.events += [evolve(event, at=self.now()) for event in made]
        else:
            act = listing_act(*NAMES)
            self.events.append(evolve(act, at=self.now(), number=f"BA-{self.clock}"))
        self.list_stands = not right

    @rule()
    def end_objections(self):
        """The masa sanggah on the winner ends."""
        self.events.append(ObjectionPeriodEnd(self.now(), "pemilihan"))

    @precondition(lambda self: not self.list_stands)
    @rule()
    def list_again(self):
        """The list is determined anew."""
        self.object_to_the_list(right=False)

    @rule(name=WHO)
    def determine(self, name):
        """Somebody is determined as winner, rightly or not."""
        self.events.append(Award(self.now(), "pemilihan", Decider.POKJA, f"BA-{self.clock}", name))

    @rule(name=WHO)
    def talk_in_vain(self, name):
        """Talks fail with somebody, at their time or not."""
        self.events.append(Negotiation(self.now(), name, NegotiationOutcome.GAGAL))

    @rule()
    def talk_in_vain_with_the_next(self):
        """Talks fail with the one whose price was opened last."""
        opened = self.in_turn()
        if opened:
            self.end_objections()
            self.talk_in_vain(opened[-1])

    def in_turn(self):
        """The firms whose price is open, in order."""
        places = sorted(
            (name for name in NAMES if self.scores.get(name, 0) >= 60),
            key=lambda name: -self.scores[name],
        )
        figures = [self.scores[name] for name in places]
        if not self.list_stands or len(self.scores) < 3 or len(set(figures)) < len(figures):
            return []
        openings = sum(isinstance(e, PriceOpening) for e in self.events)
        failed = {e.participant for e in self.events if isinstance(e, Negotiation)}
        opened = []
        for name in places[:openings]:
            if not self.prices[name]:
                break
            opened.append(name)
            if name not in failed:
                break
        return opened

    def may_be_open(self):
        """The first in rank, and each next one only once the talks with all before have failed."""
        return set(self.in_turn())

    def given(self):
        """Three firms on a list."""
        firms = [applicant(name, bid=True, price=self.prices[name]) for name in NAMES]
        marks = [score(TEKNIS, name, value) for name, value in self.scores.items()]
        return seleksi(
            *firms,
            qualification=dict.fromkeys(NAMES, 80),
            assessments=marks,
            events=[listing_act(*NAMES), deadline(), *self.events],
        )


TestTwoFiles = TwoFiles.TestCase
TestInTurn = InTurn.TestCase
TestTwoFiles.settings = settings(tries(8), stateful_step_count=20)
TestInTurn.settings = settings(tries(8), stateful_step_count=20)

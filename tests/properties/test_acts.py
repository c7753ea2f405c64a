"""Acts after a result in any order: nothing counts before its time, and replay gives the same.

A state machine records act after act, rightly or not, with time going on in between. What each may
have changed is told again here by plain loops over the events, from the texts and by hand.
"""

import datetime as dt
import random
from decimal import Decimal
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tender_engine.engine import evaluate
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    AwardProposal,
    BondClarification,
    Cancellation,
    FailureAct,
    Minutes,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    Refusal,
    Withdrawal,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.terms import (
    Addressee,
    AppealDecision,
    BondResult,
    Canceller,
    Category,
    Channel,
    Decider,
    ObjectionDecision,
    Refuser,
    StageId,
    Subject,
    WithdrawalCause,
)
from tender_engine.trail import decision_lines
from tender_rules import national
from tender_rules.procedures.after_award import AFTER_AWARD
from tests.builders import at, bidder, package
from tests.happenings import ERROR
from tests.tries import tries

BIDS = (
    bidder("p1"),
    bidder("p2", "1150000000"),
    bidder("p3", "1200000000"),
    bidder("p4", submitted=False, price=None),
)
EDGES = set(AFTER_AWARD)
OF = Subject.PEMILIHAN
# Weekdays off in Indonesia from 20 May to July 2022: the Ascension, Pancasila. No other.
OFF = {dt.date(2022, 5, 26), dt.date(2022, 6, 1)}
# What a dossier may be refused for here: an appointment or an end out of turn, two acts at once.
REFUSED = {"ATR061", "ATR070", "ATR071", "ATR072", "ATR012", "PKT040"}
WHO = st.sampled_from(["p1", "p2", "p3", "p4"])
BY = st.sampled_from([Decider.POKJA, Decider.POKJA, Decider.PA])
# The PA declares that the Pokja or the PPK is involved in KKN; that nobody passes is computed.
KKN, NOBODY = "perpres-16-2018:51(2)i", "perpres-16-2018:51(2)c"
# What undoes somebody who was determined, or lets the PA decide anew.
UNDOING = {"sanggah_benar", "sanggah_banding_benar", "pengunduran_diri", "menolak_perpanjangan"}
UNDOING |= {"pernyataan_gagal", "penolakan_pa", "penolakan_ppk"}


def until(begun):
    """Five days after the day on which it begins, or the next working day, at four o'clock."""
    day = begun.date() + dt.timedelta(days=5)
    while day.weekday() >= 5 or day in OFF:
        day += dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(16), begun.tzinfo)


def evaluated_or_refused(given):
    """The evaluation; or none, and the codes for which there is none."""
    try:
        return evaluate(given, national()), set()
    except PackageRefusedError as refused:
        return None, {fault.code for fault in refused.faults}


class Acts(RuleBasedStateMachine):
    """A tender that was evaluated, and whatever is recorded of it since."""

    works = True

    def __init__(self):
        super().__init__()
        self.events, self.clock, self.path, self.found = [], at(20), (), None

    def record(self, make):
        """Add an event if the dossier allows it; a refusal leaves the record as it was."""
        self.clock += dt.timedelta(minutes=1)
        event = make(self.clock)
        found, codes = evaluated_or_refused(self.dossier([*self.events, event]))
        assert codes <= REFUSED
        if found is not None:
            self.events.append(event)
            self.found = found

    def dossier(self, events):
        """The tender with these events."""
        category = Category.PEKERJAAN_KONSTRUKSI if self.works else Category.BARANG
        return package(*BIDS, events=events, category=category)

    @initialize(told=st.booleans())
    def begin(self, told):
        """The award, and mostly its announcement."""
        self.record(lambda now: Award(now, OF, Decider.POKJA, "BA-1", "p1", ("p2", "p3")))
        if told:
            self.later(3)
            self.announce()

    @rule(hours=st.sampled_from([1, 30, 80, 130]))
    def later(self, hours):
        """Time goes on, and something else is recorded."""
        self.clock += dt.timedelta(hours=hours)
        self.record(lambda now: Minutes(now, OF, "BA-9", "Kantor"))

    @rule(winner=st.sampled_from(["p1", "p1", "p2"]), by=BY)
    def determine(self, winner, by):
        """Somebody is determined, rightly or not, by who may or not."""
        self.later(1)
        self.record(lambda now: Award(now, OF, by, "BA-2", winner))

    @rule(ground=st.sampled_from([ERROR, KKN, NOBODY]), by=BY)
    def fail(self, ground, by):
        """A failure is declared, by who may or not, on a ground that holds or not."""
        self.later(1)
        self.record(lambda now: FailureAct(now, OF, by, ground))

    @rule()
    def announce(self):
        """A result is announced."""
        self.record(lambda now: Announcement(now, OF))

    @rule(
        name=WHO,
        way=st.sampled_from([None, "spse", "luar"]),
        to=st.sampled_from([None, "pokja", "pa"]),
    )
    def make_objection(self, name, way, to):
        """Somebody objects, by some way to somebody."""
        self.record(
            lambda now: Objection(now, OF, name, way and Channel(way), to and Addressee(to))
        )

    @rule(name=WHO, decision=st.sampled_from([*ObjectionDecision, ObjectionDecision.TIDAK_BENAR]))
    def answer(self, name, decision):
        """An answer, whether or not anybody objected."""
        right = decision is ObjectionDecision.BENAR_SUBSTANSIAL
        self.record(lambda now: ObjectionAnswer(now, OF, name, decision, ERROR if right else None))

    @rule(
        name=WHO,
        way=st.sampled_from(["spse", "spse", "luar"]),
        right=st.booleans(),
        hours=st.sampled_from([1, 30, 130]),
        to=st.sampled_from([None, Addressee.POKJA, Addressee.KPA]),
    )
    def contest(self, name, way, right, hours, to):
        """Somebody objects, is answered, and appeals, at its time or late."""
        self.make_objection(name, way, "pokja")
        self.later(hours)
        decision = ObjectionDecision.BENAR_SUBSTANSIAL if right else ObjectionDecision.TIDAK_BENAR
        self.answer(name, decision)
        self.appeal(name, Decimal(12_210_000 if hours > 1 else 0), to)

    @rule(
        name=WHO,
        bond=st.sampled_from([None, Decimal(0), Decimal(12_210_000)]),
        to=st.sampled_from([None, Addressee.POKJA, Addressee.KPA]),
    )
    def appeal(self, name, bond, to=None):
        """An appeal, at its time or not, to whom it goes or to somebody else."""
        if self.works:
            self.record(lambda now: Appeal(now, OF, name, bond, addressee=to))

    @rule(name=WHO, result=st.sampled_from(BondResult))
    def clarify(self, name, result):
        """What is said of a bond."""
        self.record(lambda now: BondClarification(now, name, result))

    @rule(name=WHO, decision=st.sampled_from(AppealDecision))
    def answer_appeal(self, name, decision):
        """The KPA answers."""
        self.record(lambda now: AppealAnswer(now, name, decision))

    @rule()
    def end_objections(self):
        """The masa sanggah is said to have ended."""
        self.record(lambda now: ObjectionPeriodEnd(now, OF))

    @rule(by=st.sampled_from(Refuser))
    def refuse(self, by):
        """The PA or the PPK refuses."""
        self.record(lambda now: Refusal(now, by, "tidak sependapat"))

    @rule(winner=st.sampled_from(["p1", "p1", "p2"]), hours=st.sampled_from([1, 130, 130]))
    def decide(self, winner, hours):
        """The PPK refuses, in its time or not, and tries to appoint; the PA determines somebody."""
        self.later(hours)
        self.refuse(Refuser.PPK)
        self.appoint(winner)
        self.record(lambda now: Award(now, OF, Decider.PA, "KEP-1", winner))

    @rule()
    def propose(self):
        """The Pokja proposes to the PA."""
        self.record(AwardProposal)

    @rule(name=st.sampled_from(["p1", "p2"]), cause=st.sampled_from(WithdrawalCause))
    def leave(self, name, cause):
        """A bidder leaves, or does not extend the validity of its bid, once."""
        if all(e.participant != name for e in self.events if isinstance(e, Withdrawal)):
            accepted = True if cause is WithdrawalCause.PENGUNDURAN_DIRI else None
            stage = StageId.PENETAPAN
            self.record(lambda now: Withdrawal(now, name, stage, "alat rusak", accepted, cause))

    @rule(name=st.sampled_from(["p1", "p1", "p2"]))
    def appoint(self, name):
        """The PPK appoints."""
        self.record(lambda now: Appointment(now, name, "SPPBJ-1"))

    @rule()
    def call_off(self):
        """It is called off, at any time before an appointment."""
        if len(self.events) > 12:
            self.record(lambda now: Cancellation(now, Canceller.PA, "anggaran dicabut"))

    @invariant()
    def follows_the_graph(self):
        """Every step is an edge, each begins where the one before ended, and none is lost."""
        if self.found is None:
            return
        after = self.found.after_award
        assert set(after.taken) <= EDGES
        where = "belum_diumumkan"
        states = [where]
        for origin, _, target in after.taken:
            assert origin == where
            where = target
            states += [where] if where != states[-1] else []
        assert tuple(states) == after.path
        assert after.path[-1] == str(after.state)
        assert (after.waits_for == ()) == (str(after.state) == "selesai")
        self.counts_nothing_early(after)

    def counts_nothing_early(self, after):
        """A state that frees or undoes rests on what the texts ask, told by plain loops."""
        causes = [cause for _, cause, _ in after.taken]
        in_time = [e for e in self.events if isinstance(e, Objection) and self.was_in_time(e)]
        assert causes.count("sanggah") <= len(in_time)
        answered = causes.count("sanggah_benar") + causes.count("jawaban_sanggah")
        assert answered <= causes.count("sanggah")
        appeals = [e for e in self.events if isinstance(e, Appeal) and self.follows_an_answer(e)]
        assert causes.count("sanggah_banding") <= (len(appeals) if self.works else 0)
        if "siap_sppbj" in after.path:
            told = [e.at for e in self.events if isinstance(e, Announcement)]
            assert any(until(moment) <= self.events[-1].at for moment in told)
        by_pa = [e for e in self.events if isinstance(e, Award) and e.by is Decider.PA]
        assert causes.count("keputusan_pa") <= len(by_pa)
        self.counts_only_what_is_borne_out(causes)
        if "sppbj" in causes:
            assert "siap_sppbj" in after.path
            until_then = causes[: causes.index("sppbj")]
            if "penolakan_ppk" in until_then:
                since = until_then[::-1].index("penolakan_ppk")
                assert {"keputusan_pa", "penetapan"} & {*until_then[len(until_then) - since :]}
        if str(after.state) == "siap_sppbj":
            assert not self.open_objections()

    def counts_only_what_is_borne_out(self, causes):
        """One act at a time, each by who may; it is announced once, and of no other ground.

        p3 never leaves, so that nobody passes holds at no time; p1 is the computed winner while it
        is there.
        """
        acts = [e for e in self.found.counted.events if isinstance(e, Award | FailureAct)]
        failures = [act for act in acts if isinstance(act, FailureAct)]
        assert all(act.ground != NOBODY for act in failures)
        assert all((act.by is Decider.PA) == (act.ground == KKN) for act in failures)
        assert causes.count("pernyataan_gagal") <= 1
        for before, now in pairwise(place for place, c in enumerate(causes) if c == "penetapan"):
            undone = UNDOING & {*causes[before:now]}
            assert undone or self.differed(causes[: before + 1].count("penetapan") - 1)
        told = [place for place, cause in enumerate(causes) if cause == "pengumuman"]
        for before, now in pairwise(told):
            assert {"penetapan", "pernyataan_gagal", "pembatalan"} & {*causes[before:now]}

    def differed(self, place):
        """Whether the determination that counted there named another than p1, or who has left."""
        counted = self.found.counted.events
        awards = [e for e in counted if isinstance(e, Award)]
        return awards[place].winner != "p1" or any(isinstance(e, Withdrawal) for e in counted)

    def was_in_time(self, made):
        """By who bid, through SPSE, to the Pokja, within the days of the last that counts."""
        counted = self.found.counted.events
        told = [e.at for e in counted if isinstance(e, Announcement) and e.at <= made.at]
        by_its_way = made.channel is not Channel.LUAR and made.addressee is not Addressee.PA
        return (
            bool(told) and made.at <= until(max(told)) and made.participant != "p4" and by_its_way
        )

    def follows_an_answer(self, appeal):
        """By who was answered before, in the days after that, and not without a bond."""
        answered = [
            e.at
            for e in self.events
            if isinstance(e, ObjectionAnswer)
            and (e.participant, e.at <= appeal.at) == (appeal.participant, True)
        ]
        to_the_panel = appeal.addressee in (None, Addressee.POKJA)
        in_time = bool(answered) and appeal.at <= until(max(answered))
        return in_time and to_the_panel and appeal.bond != 0

    def open_objections(self):
        """Objections that count, to whatever was announced, each without an answer of its own."""
        counted = self.found.counted.events
        in_time = [e for e in counted if isinstance(e, Objection) and self.was_in_time(e)]
        answers = [e for e in counted if isinstance(e, ObjectionAnswer)]
        open_ = []
        for made in sorted(in_time, key=lambda e: e.at):
            own = [a for a in answers if a.participant == made.participant and a.at >= made.at]
            if own:
                answers.remove(min(own, key=lambda a: a.at))
            else:
                open_.append(made)
        return open_

    @invariant()
    def goes_on_from_where_it_was(self):
        """What is recorded later adds to the way, and takes nothing of it back."""
        if self.found is None:
            return
        path = self.found.after_award.path
        assert path[: len(self.path)] == self.path
        self.path = path

    def teardown(self):
        """The same events in another order give the same trail, to the byte."""
        events = [*self.events]
        random.Random(len(events)).shuffle(events)
        again = evaluate(self.dossier(events), national())
        assert decision_lines(self.found) == decision_lines(again)


class ActsOnGoods(Acts):
    """The same of goods, which know no appeal."""

    works = False


TestActs = Acts.TestCase
TestActs.settings = settings(tries(8), stateful_step_count=14)
TestActsOnGoods = ActsOnGoods.TestCase
TestActsOnGoods.settings = settings(tries(4), stateful_step_count=14)

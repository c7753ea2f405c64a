"""The laws for embedders: this engine holds them, and stores broken in the usual ways do not."""

import json
import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings

from tender_engine import evaluate, evaluation_dict, from_values, package_dict
from tender_engine.events import RankingDecision
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package, Price
from tender_engine.seals import Sealed, reveal_for_storage
from tender_rules import national
from tender_rules.testing import any_regime, procurements
from tender_rules.testing.laws import EvaluatorLaws, StoreLaws
from tender_rules.testing.laws.tenders import stored
from tests.reading import read_text
from tests.samples.dossiers import evaluation

# As many as of other properties, and more under the profile that tries more.
TRIES = settings().max_examples


class TestOurText(StoreLaws, tries=TRIES):
    """The text of the format is a store."""

    def kept(self, package):
        """Written and read."""
        return read_text(canonical_package(package), "paket.json").package


class TestOurValues(StoreLaws, tries=TRIES // 2):
    """So are the plain values of the format."""

    def kept(self, package):
        """Taken apart and put together."""
        return from_values(package_dict(package), national()).package


class TestOurEngine(EvaluatorLaws, tries=3 * TRIES):
    """What the engine says in `tender-evaluation/1`."""

    def evaluated(self, package):
        """As another process would get it."""
        return json.loads(json.dumps(evaluation_dict(evaluate(package, national()))))


def changed(package: Package, **parts: object) -> Package:
    """`package` as a store gives it back that changed some of its values."""
    again = from_values({**package_dict(package), **parts}, national()).package
    assert again is not None
    return again


def bids(package: Package) -> list:
    """The participants as plain values, to be spoilt."""
    return json.loads(canonical_package(package)).get("participants", [])


class ThroughFloat(StoreLaws):
    """Money in a column of doubles: what most databases are asked for first."""

    def kept(self, package):
        """Each total through a `float` and back."""
        spoilt = bids(package)
        for who in spoilt:
            if price := who.get("price"):
                price["stated_total"] = f"{Decimal(float(price['stated_total'])):.2f}"
        return changed(package, participants=spoilt)


class NullIsZero(StoreLaws):
    """A column that may not be empty."""

    def kept(self, package):
        """A price that is not there yet is one of nothing."""
        nothing = Sealed(Price(Decimal(0), Decimal(0)))
        spoilt = (evolve(who, price=who.price or nothing) for who in package.participants)
        return evolve(package, participants=tuple(spoilt))


class LosesVotes(StoreLaws):
    """A table of votes whose key forgets who voted."""

    def kept(self, package):
        """The last entry on each question stands for all."""
        last = {(x.stage, x.participant, x.criterion): x for x in package.assessments}
        return evolve(package, assessments=tuple(last.values()))


TOTAL_OF_ONE = r"participants\[p1\]\.price\.stated_total: "
# Of a bidder, or of one that registered and bid nothing.
PRICE_OF_NOBODY = r"participants\[\w+\]\.price\.stated_total: None came back as 0; "


@pytest.mark.parametrize(
    ("broken", "law", "told"),
    [
        (
            ThroughFloat,
            "test_no_float_touches_an_amount",
            r"participants\[p1\]\.price\.stated_total: ",
        ),
        (NullIsZero, "test_null_is_not_zero", PRICE_OF_NOBODY),
        (LosesVotes, "test_every_vote_is_kept", "lost: "),
    ],
)
def test_a_broken_store_falls_and_is_told_why(broken, law, told):
    """Within its two hundred examples, shrunk to one bidder and one line that names the place."""
    with pytest.raises(AssertionError) as fallen:
        getattr(broken(), law)()
    said = str(fallen.value).splitlines()[0]
    assert re.match(told, said)
    assert len(said) < 400


def test_orders_that_people_gave_are_tried():
    """A store that sorts its lists would else hold every law."""
    orders = []

    @settings(max_examples=40, derandomize=True, database=None, phases=[Phase.generate])
    @given(stored())
    def look(package):
        orders.extend(e.order for e in package.events if isinstance(e, RankingDecision))

    look()
    assert [order for order in orders if list(order) != sorted(order)]


class OpensPrices(StoreLaws):
    """A store that keeps what is in the envelope."""

    def kept(self, package):
        """Every price as it is."""
        opened = (
            evolve(who, price=who.price and reveal_for_storage(who.price))
            for who in package.participants
        )
        return evolve(package, participants=tuple(opened))


class GivesValues(StoreLaws):
    """A store that forgets to read what it wrote."""

    def kept(self, package):
        """Plain values."""
        return package_dict(package)


class Wrong(EvaluatorLaws):
    """Whatever can be wrong with an answer that rests on one package alone."""

    def evaluated(self, package):
        """A figure as a float, a rank of who has no price, and another digest."""
        answer = evaluation_dict(evaluate(package, national()))
        answer["package"] = "sha256:0"
        for row in answer["prices"]:
            row["final_total"] = float(row["stated_total"])
        unknown = [who.id for who in package.participants if who.price is None]
        answer["ranking"] = [{"participant": name} for name in unknown]
        return answer


def fallen(broken, law, **drawn):
    """What a law says of one package, without looking for a lesser one."""
    with pytest.raises(AssertionError) as error:
        getattr(broken, law).hypothesis.inner_test(broken(), **drawn)
    return str(error.value).splitlines()[0]


@pytest.mark.parametrize("law", [name for name in dir(StoreLaws) if name.startswith("test_")])
def test_every_law_says_what_is_no_package_of_it(law):
    """Also where it holds something else: an error of the law itself would tell nobody."""
    drawn = {"package": evaluation("jalan-desa-skp").package}
    if "order" in law:
        drawn["data"] = None

    said = fallen(OpensPrices, law, **drawn)
    assert said.startswith("participants[p1].price came back without its seal")
    assert fallen(GivesValues, law, **drawn).startswith("what came back is no Package: {")


@pytest.mark.parametrize(
    ("law", "told"),
    [
        ("test_it_says_what_it_evaluated", "package: said sha256:0 of sha256:"),
        ("test_no_float_touches_an_amount", ".prices[0].final_total is a float"),
        ("test_null_is_not_zero", "ranking: p1 has no price"),
    ],
)
def test_a_law_of_evaluators_says_where(law, told):
    """A place and what stands there, and no bare assertion."""
    package = evaluation("jalan-desa-skp").package
    first, *others = package.participants
    unknown = evolve(package, participants=(evolve(first, price=None), *others))

    assert fallen(Wrong, law, package=unknown).startswith(told)


@given(
    procurements(
        winner="p2",
        bidders=(3, 4),
        shares=(79, 85, 95),
        announced_on=any_regime(),
        extreme_amounts=True,
    )
)
def test_what_is_aimed_at_is_drawn(package):
    """Under every state of the law, method and envelope, and at the ends of the format."""
    assert evaluate(package, national()).winner == "p2"


class ShowsUnopened(EvaluatorLaws, tries=1):
    """An evaluator that tells every price that it was given."""

    def evaluated(self, package):
        """With a row for each price, opened or not."""
        answer = dict(evaluation_dict(evaluate(package, national())))
        told = {row["participant"] for row in answer["prices"]}
        more = [
            {"participant": who.id, "stated_total": str(reveal_for_storage(who.price).stated_total)}
            for who in package.participants
            if who.price is not None and who.id not in told
        ]
        return {**answer, "prices": [*answer["prices"], *more]}


def test_an_unopened_price_is_not_taken_for_opened_because_it_is_told():
    """What an evaluator shows says nothing of what it may."""
    package = evaluation("pengawasan-rumah-sakit").given
    with pytest.raises(AssertionError, match=r"prices\[\w+\] was opened by no stage"):
        EvaluatorLaws.test_what_is_sealed_stays_sealed(ShowsUnopened(), package)


class AsGiven(EvaluatorLaws):
    """An evaluator that tells bids in the order in which it was given them."""

    asked = 0

    def evaluated(self, package):
        """Their ids alone, which costs nothing."""
        type(self).asked += 1
        return {"prices": [who.id for who in package.participants]}


def test_an_order_that_counts_is_shrunk_without_trying_each_place_of_each_list():
    """One draw reorders all lists, so that the package is what is made less."""
    with pytest.raises(AssertionError, match=r"^\.prices\[0\]: p1 or, in another order, p2; "):
        AsGiven().test_the_order_of_lists_is_irrelevant()
    assert AsGiven.asked < 200


class Forgets(EvaluatorLaws):
    """An evaluator that asks for less than is missing, in the same way whenever it is asked."""

    asked = 0

    def evaluated(self, package):
        """With some of what is awaited left out."""
        type(self).asked += 1
        return self.less(evaluation_dict(evaluate(package, national())))


class AsksOneThing(Forgets):
    """A field for what is awaited, where there should be a table."""

    def less(self, answer):
        """The first of all."""
        return {**answer, "awaiting": answer["awaiting"][:1]}


class TellsWhatIsDecided(Forgets):
    """An evaluator that leaves out whatever has no result yet."""

    def less(self, answer):
        """Neither who is not judged yet, nor what is missing for it."""
        stages = [
            {**of, "verdicts": [x for x in of["verdicts"] if x["verdict"] != "belum_dinilai"]}
            for of in answer["stages"]
        ]
        return {**answer, "stages": stages, "awaiting": []}


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (AsksOneThing, "not awaited: evaluasi_administrasi p1: 0 awaited of 2; "),
        (TellsWhatIsDecided, "decided, and was not awaited: evaluasi_administrasi p1 "),
    ],
)
def test_what_is_asked_of_nobody_is_found_out_soon(broken, told):
    """Also where it is left out before and after alike: in the simplest all is missing."""
    with pytest.raises(AssertionError, match=f"^{told}"):
        broken().test_what_is_awaited_goes_only_when_answered()
    assert broken.asked < 50


def test_each_subclass_tries_as_many_as_it_says():
    """Also one of a class that was given an adapter already."""

    class Counting(StoreLaws, tries=7):
        seen = 0

        def kept(self, package):
            type(self).seen += 1
            return package

    class CountingLess(Counting, tries=3):
        seen = 0

    for law in (Counting, CountingLess):
        law().test_the_digest_is_kept()
    assert (Counting.seen, CountingLess.seen) == (7, 3)

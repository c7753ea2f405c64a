"""The laws of an evaluator: what it says follows from the package alone, and only ever grows."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_engine.seals import Sealed, reveal_for_storage
from tender_rules.testing.laws.law import Laws, law
from tender_rules.testing.laws.tenders import TENDERS, Grown, grown
from tender_rules.testing.order import reordered

__all__ = ["EvaluatorLaws"]

# A figure that stands nowhere else.
_MARK = "987654321987"
_DECIDED = ("lulus", "gugur")


class EvaluatorLaws(Laws):
    """What everything that evaluates must hold: your port, your server, this engine behind it."""

    def evaluated(self, package: Package) -> Mapping[str, Any]:
        """What your evaluator says of `package`, as `tender-evaluation/1` in plain values.

        This is the one method that you give.
        """
        raise NotImplementedError

    @law(package=TENDERS)
    def test_it_says_what_it_evaluated(self, package: Package) -> None:
        """The answer bears the digest of the package, so that nobody confuses two."""
        assert self.evaluated(package)["package"] == package_digest(package)

    @law(package=TENDERS, data=st.data())
    def test_the_order_of_lists_is_irrelevant(self, package: Package, data: st.DataObject) -> None:
        """The same answer, whatever the order in which things were typed or read."""
        assert self.evaluated(package) == self.evaluated(data.draw(reordered(package)))

    @law(package=TENDERS)
    def test_null_is_not_zero(self, package: Package) -> None:
        """Who has no price has no figure anywhere, and no rank."""
        unknown = {who.id for who in package.participants if who.price is None}
        answer = self.evaluated(package)
        told = {row["participant"] for of in ("prices", "ranking") for row in answer[of]}
        assert not unknown & told

    @law(package=TENDERS)
    def test_no_float_touches_an_amount(self, package: Package) -> None:
        """No number of the answer is a float, and a stated total is told to its last digit."""
        answer = self.evaluated(package)
        assert not [place for place, value in _leaves("", answer) if isinstance(value, float)]
        stated = {
            who.id: reveal_for_storage(who.price).stated_total
            for who in package.participants
            if who.price is not None
        }
        told = {row["participant"]: row["stated_total"] for row in answer["prices"]}
        assert {name: Decimal(text) for name, text in told.items()} == {
            name: stated[name] for name in told
        }

    @law(package=TENDERS)
    def test_what_is_sealed_stays_sealed(self, package: Package) -> None:
        """No digit of a price that no stage has opened is anywhere in the answer."""
        opened = {row["participant"] for row in self.evaluated(package)["prices"]}
        bids = tuple(
            who
            if who.price is None or who.id in opened
            else evolve(who, price=Sealed(_marked(who.price)))
            for who in package.participants
        )
        answer = self.evaluated(evolve(package, participants=bids))
        assert _MARK not in json.dumps(answer, default=str)

    @law(step=grown())
    def test_what_was_decided_stays_decided(self, step: Grown) -> None:
        """A fact, a price or a vote that comes in changes no verdict that a rule had reached."""
        before, after = (_decided(self.evaluated(each)) for each in (step.before, step.after))
        changed = {key: (was, after.get(key)) for key, was in before.items()}
        assert all(one == other for one, other in changed.values()), changed

    @law(step=grown())
    def test_what_is_awaited_goes_only_when_answered(self, step: Grown) -> None:
        """Nothing that was asked for is forgotten: it came, or its bidder is out."""
        before, after = self.evaluated(step.before), self.evaluated(step.after)
        still = {_asked(item) for item in after["awaiting"]}
        out = set(_out(after))
        gone = [
            item
            for item in before["awaiting"]
            if _asked(item) not in still
            and item["participant"] not in out
            and not step.answers(item["stage"], item["participant"])
        ]
        assert not gone


def _marked(price: Any) -> Any:
    return evolve(reveal_for_storage(price), stated_total=Decimal(_MARK))


def _leaves(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _leaves(f"{place}.{key}", inside)
    elif isinstance(value, list | tuple):
        for number, inside in enumerate(value):
            yield from _leaves(f"{place}[{number}]", inside)
    else:
        yield place, value


def _decided(answer: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """Every rule's *lulus* and *gugur*, by stage, participant, rule and criterion."""
    return {
        (
            stage["id"],
            found["participant"],
            finding["rule"],
            finding["facts"].get("kriteria", ""),
        ): finding["verdict"]
        for stage in answer["stages"]
        for found in stage["verdicts"]
        for finding in found["findings"]
        if finding["verdict"] in _DECIDED
    }


def _asked(item: Mapping[str, Any]) -> tuple[str | None, ...]:
    return item["stage"], item["participant"], item["criterion"], item["needs"]


def _out(answer: Mapping[str, Any]) -> Iterator[str]:
    """Who has fallen, or is kept out of what follows."""
    for stage in answer["stages"]:
        for found in stage["verdicts"]:
            if found["verdict"] in ("gugur", "tidak_dievaluasi"):
                yield found["participant"]

"""The laws of an evaluator: what it says follows from the package alone, and only ever grows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Envelope, StageId
from tender_rules.testing.laws.law import Laws, few, law
from tender_rules.testing.laws.tenders import TENDERS, Grown, grown
from tender_rules.testing.order import reordered

__all__ = ["EvaluatorLaws"]

# A figure that stands nowhere else.
_MARK = "987654321987"
_OPEN = "belum_dinilai"
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
        said, digest = self.evaluated(package)["package"], package_digest(package)
        assert said == digest, f"package: said {said} of {digest}"

    @law(package=TENDERS, data=st.data())
    def test_the_order_of_lists_is_irrelevant(self, package: Package, data: st.DataObject) -> None:
        """The same answer, whatever the order in which things were typed or read."""
        one, other = self.evaluated(package), self.evaluated(data.draw(reordered(package)))
        assert one == other, few(_differing(one, other))

    @law(package=TENDERS)
    def test_null_is_not_zero(self, package: Package) -> None:
        """Who has no price has no figure anywhere, and no rank."""
        unknown = {who.id for who in package.participants if who.price is None}
        answer = self.evaluated(package)
        told = [(of, row["participant"]) for of in ("prices", "ranking") for row in answer[of]]
        invented = [f"{of}: {name} has no price" for of, name in told if name in unknown]
        assert not invented, few(invented)

    @law(package=TENDERS)
    def test_no_float_touches_an_amount(self, package: Package) -> None:
        """No number of the answer is a float, and a stated total is told to its last digit."""
        answer = self.evaluated(package)
        floats = [place for place, value in _leaves("", answer) if isinstance(value, float)]
        assert not floats, few(f"{place} is a float" for place in floats)
        stated = {
            who.id: reveal_for_storage(who.price).stated_total
            for who in package.participants
            if who.price is not None
        }
        told = {row["participant"]: row["stated_total"] for row in answer["prices"]}
        moved = [
            f"prices[{name}].stated_total: {text} of {stated[name]}"
            for name, text in told.items()
            if Decimal(text) != stated[name]
        ]
        assert not moved, few(moved)

    @law(package=TENDERS)
    def test_what_is_sealed_stays_sealed(self, package: Package) -> None:
        """No digit of a price that no stage has opened is anywhere in the answer."""
        first = self.evaluated(package)
        opened = set(_opened(package, first))
        told = [row["participant"] for row in first["prices"] if row["participant"] not in opened]
        assert not told, few(f"prices[{name}] was opened by no stage" for name in told)
        bids = tuple(
            who
            if who.price is None or who.id in opened
            else evolve(who, price=Sealed(_marked(who.price)))
            for who in package.participants
        )
        answer = self.evaluated(evolve(package, participants=bids))
        shown = [place for place, value in _leaves("", answer) if _MARK in str(value)]
        assert not shown, few(f"{place} shows a sealed price" for place in shown)

    @law(step=grown())
    def test_what_was_decided_stays_decided(self, step: Grown) -> None:
        """A fact, a price or a vote that comes in changes no verdict that a rule had reached."""
        before, after = (_decided(self.evaluated(each)) for each in (step.before, step.after))
        changed = [
            f"{_told(key)}: {was} became {after.get(key)}"
            for key, was in before.items()
            if after.get(key) != was
        ]
        assert not changed, few(changed)

    @law(step=grown())
    def test_what_is_awaited_goes_only_when_answered(self, step: Grown) -> None:
        """What is missing is asked for, and not forgotten: it came, or its bidder is out."""
        before, after = self.evaluated(step.before), self.evaluated(step.after)
        unasked = [*_unasked(before)]
        assert not unasked, few(f"not awaited: {one}" for one in unasked)
        asked = any(step.answers(it["stage"], it["participant"]) for it in before["awaiting"])
        known = set() if asked else _decided(after).keys() - _decided(before).keys()
        new = sorted(key for key in known if key[1] not in set(_out(before)))
        assert not new, few(f"decided, and was not awaited: {_told(key)}" for key in new)
        still = {_asked(item) for item in after["awaiting"]}
        out = set(_out(after))
        gone = [
            item
            for item in before["awaiting"]
            if _asked(item) not in still
            and item["participant"] not in out
            and not step.answers(item["stage"], item["participant"])
        ]
        assert not gone, few(f"gone: {_told(_asked(one))}" for one in gone)


def _opened(package: Package, answer: Mapping[str, Any]) -> Iterator[str]:
    """Whose price may be read: in one file all, else whom the stage that opens prices let in."""
    if package.tender.envelope is Envelope.SATU_FILE:
        yield from (who.id for who in package.participants)
    for stage in answer["stages"]:
        if stage["id"] == StageId.PEMBUKAAN_HARGA:
            yield from (found["participant"] for found in stage["verdicts"])


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


def _differing(one: Any, other: Any) -> Iterator[str]:
    """The places at which two answers are not the same."""
    first, second = dict(_leaves("", one)), dict(_leaves("", other))
    for place in dict.fromkeys([*first, *second]):
        if first.get(place) != second.get(place):
            yield f"{place}: {first.get(place)} or, in another order, {second.get(place)}"


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


def _told(key: Iterable[str | None]) -> str:
    return " ".join(filter(None, key))


def _unasked(answer: Mapping[str, Any]) -> Iterator[str]:
    """At which stage, of whom is not out, more is not yet judged than is awaited."""
    out = set(_out(answer))
    awaited = Counter((item["stage"], item["participant"]) for item in answer["awaiting"])
    for stage in answer["stages"]:
        for found in stage["verdicts"]:
            of = stage["id"], found["participant"]
            open_ones = [x for x in found["findings"] if x["verdict"] == _OPEN]
            least = max(len(open_ones), found["verdict"] == _OPEN)
            if awaited[of] < least and found["participant"] not in out:
                yield f"{_told(of)}: {awaited[of]} awaited of {least}"


def _out(answer: Mapping[str, Any]) -> Iterator[str]:
    """Who has fallen, or is kept out of what follows."""
    for stage in answer["stages"]:
        for found in stage["verdicts"]:
            if found["verdict"] in ("gugur", "tidak_dievaluasi"):
                yield found["participant"]

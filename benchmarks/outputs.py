"""What comes after deciding: digest, trail, root and JSON of one evaluation, and of many small."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve
from measures import bare_lines, bare_loop, read
from packages import package_text
from timing import Figure, best

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import package_dict, package_digest
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.formats.json_bytes import json_bytes
from tender_engine.formats.values import amended, from_values
from tender_engine.model import Package, Participant
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.trail import decision_lines, root
from tender_rules import national

__all__ = ["from_reading", "outputs"]

_SEN = Decimal("0.01")


def outputs(text: str, rounds: int) -> Iterator[Figure]:
    """Of one large package. Each round has a package and an evaluation that keep nothing yet."""
    package, law = read(text), national()
    evaluation = evaluate(package, law)
    bids = bare_lines(package)
    bare = best(lambda: bare_loop(bids), rounds)
    changed = evolve(package, participants=tuple(map(_with_other_lines, package.participants)))
    fresh = iter([_from_values(package) for _ in range(rounds)])
    word = evolve(package.assessments[-1], participant="p2", by=("m1",), note="Diperiksa ulang")

    def together(evaluation: Evaluation) -> None:
        package_digest(evaluation.given)
        decision_lines(evaluation)
        root(evaluation)
        json_bytes(evaluation_dict(evaluation))

    def amend() -> None:
        with_word = amended(package, law, assessments=(*package.assessments, word)).package
        if with_word is None:
            raise ValueError("the judgement is to be sound")
        together(evaluate(with_word, law))

    figures: Mapping[str, tuple[Callable[[], object], float | None]] = {
        "digest: a package just read": (lambda: package_digest(evolve(package)), 3),
        "  from_values": (lambda: package_digest(next(fresh)), 9),
        "  changed on every line": (lambda: package_digest(evolve(changed)), 9),
        "outputs: decision trail": (lambda: decision_lines(_anew(evaluation)), None),
        "  root": (lambda: root(_anew(evaluation)), None),
        "  JSON, digest and root included": (
            lambda: json_bytes(evaluation_dict(_anew(evaluation))),
            None,
        ),
        "  digest, trail, root and JSON together": (lambda: together(_anew(evaluation)), 9),
        "a judgement amended: evaluate, all outputs": (amend, 12),
    }
    for name, (work, bound) in figures.items():
        took = best(work, rounds)
        yield Figure(name, took / bare, took=took, bare=bare, bound=bound)


def _anew(evaluation: Evaluation) -> Evaluation:
    return evolve(evaluation, package=evolve(evaluation.given))


def _with_other_lines(who: Participant) -> Participant:
    """The same bid with each unit price a sen higher."""
    if who.price is None:
        return who
    price = reveal_for_storage(who.price)
    lines = tuple(
        evolve(line, unit_price=(line.unit_price or Decimal(0)) + _SEN)
        for line in price.lines or ()
    )
    return evolve(who, price=Sealed(evolve(price, lines=lines)))


def _from_values(package: Package) -> Package:
    """The package from plain values whose amounts are numbers of Python."""
    values: Any = package_dict(package)
    for who in values["participants"]:
        for line in who["price"]["lines"]:
            line.update({name: Decimal(line[name]) for name in ("unit_price", "amount")})
    made = from_values(values, national()).package
    if made is None:
        raise ValueError("a made-up package is not valid")
    return made


def from_reading(count: int, rounds: int) -> Iterator[Figure]:
    """Small packages from their text to all that is written of them, one after the other."""
    texts = [package_text(5, 20, code=f"UJI-{n}") for n in range(count)]
    law = national()

    def whole() -> None:
        for text in texts:
            json_bytes(evaluation_dict(evaluate(read(text), law)))

    def summary() -> None:
        for text in texts:
            json_bytes(_summary(evaluate(read(text), law)))

    for name, work, bound in (
        (f"read to full outputs: {count:,} packages of 5 x 20", whole, 300),
        ("  to a summary without root", summary, 500),
    ):
        took = best(work, rounds)
        yield Figure(name, count / took, "a second", took=took, bound=bound, at_least=True)


def _summary(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "state": evaluation.state,
        "result": evaluation.result,
        "winner": evaluation.winner,
        "final": {price.participant: str(price.final_total) for price in evaluation.prices},
        "ground": evaluation.failure and evaluation.failure.ground,
        "awaiting": sorted({item.needs for item in evaluation.awaiting}),
        "notices": sorted({notice.code for notice in evaluation.notices}),
    }

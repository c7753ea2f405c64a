"""Strategies for what people know and judge: facts, judgements of a panel, and its questions."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.declared import Declarations
from tender_engine.model import Assessment, Criterion, Requirements
from tender_engine.terms import AssessmentVerdict, ProofScope, Rounding, StageId
from tender_rules.stages.low_bids import FAIRNESS
from tender_rules.testing.choosing import any_of
from tender_rules.testing.named import asked_of

__all__ = ["START", "at_own_times", "judgements", "requirements"]

START = dt.datetime(2022, 5, 20, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
JUDGED = (
    StageId.EVALUASI_ADMINISTRASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.EVALUASI_TEKNIS,
    StageId.EVALUASI_HARGA,
    StageId.PEMBUKTIAN_KUALIFIKASI,
)
# Out of some more: most bids should get far, so that late stages are reached.
_MOSTLY = 10


def requirements(
    draw: DrawFn, declared: Declarations, *, works: bool, everybody: bool, unrounded: bool
) -> Mapping[StageId, Requirements]:
    """What a document asks: any of the named checks, up to two criteria a stage, a pool, a scope.

    Named checks are those `declared`; the category is construction `works` or not. With
    `everybody` there is no pool and all who pass the price are called to the proof.
    """
    asked = {
        stage: Requirements(
            criteria=tuple(
                Criterion(f"{stage[:12]}.{number}", f"Syarat {number}", f"LDP {number}")
                for number in range(draw(st.integers(0, 2)))
            )
        )
        for stage in JUDGED
    }
    asked = dict(asked_of(draw, declared, asked, works=works))
    scopes = [ProofScope.SEMUA_LULUS_HARGA] if everybody else [None, *ProofScope]
    proof = StageId.PEMBUKTIAN_KUALIFIKASI
    asked[proof] = evolve(asked[proof], scope=any_of(draw, scopes))
    if not everybody and draw(st.booleans()):
        pool = Requirements(lowest=draw(st.integers(1, 3)), clause="LDP huruf H")
        asked[StageId.PENAWARAN_DIEVALUASI] = pool
    if not unrounded and draw(st.booleans()):
        asked[StageId.KOREKSI_ARITMATIK] = Requirements(
            rounding=any_of(draw, [Rounding.SEN, Rounding.RUPIAH])
        )
    return asked


def judgements(
    draw: DrawFn,
    asked: Mapping[StageId, Requirements],
    participants: Sequence[str],
    members: Sequence[str],
    *,
    complete: bool,
) -> tuple[Assessment, ...]:
    """Joint entries, general ones with exceptions, votes, silence; each at a time of its own.

    With `complete` more than half of the members agree on every question.
    """
    made: list[Assessment] = []
    for stage in JUDGED:
        criteria = [criterion.id for criterion in asked[stage].criteria]
        if complete or draw(st.integers(0, 3)):
            made.append(_entry(stage, "*", None, tuple(members), memenuhi=True))
        for who in participants:
            if criteria and draw(st.integers(0, _MOSTLY)) == 0:
                one = any_of(draw, [None, *criteria])
                made += _exception(draw, stage, who, one, members, complete)
        if stage is StageId.EVALUASI_HARGA:
            made += _on_low_prices(draw, participants, members, complete)
    return at_own_times(made)


def _on_low_prices(
    draw: DrawFn, participants: Sequence[str], members: Sequence[str], complete: bool
) -> list[Assessment]:
    """A word on the price of each bidder or of some; the proof comes after it."""
    some = [who for who in participants if complete or draw(st.booleans())]
    fair = [draw(st.integers(0, _MOSTLY)) != 0 for _ in some]
    stage, joint = StageId.EVALUASI_HARGA, tuple(members)
    words = zip(some, fair, strict=True)
    return [_entry(stage, who, FAIRNESS.key, joint, memenuhi=word) for who, word in words]


def _exception(
    draw: DrawFn,
    stage: StageId,
    who: str,
    criterion: str | None,
    members: Sequence[str],
    complete: bool,
) -> list[Assessment]:
    """A joint word on one bidder, or a vote: members differ, change their mind or say nothing."""
    if draw(st.booleans()):
        return [_entry(stage, who, criterion, tuple(members), memenuhi=draw(st.booleans()))]
    voting = list(members) if complete else draw(st.lists(st.sampled_from(members), min_size=1))
    return [
        _entry(stage, who, criterion, (member,), memenuhi=draw(st.booleans())) for member in voting
    ]


def _entry(
    stage: StageId, who: str, criterion: str | None, by: tuple[str, ...], *, memenuhi: bool
) -> Assessment:
    verdict = AssessmentVerdict.MEMENUHI if memenuhi else AssessmentVerdict.TIDAK_MEMENUHI
    note = "" if memenuhi else "diminta dua, ditawarkan satu, klarifikasi tidak menambah"
    return Assessment(stage, who, by, START, criterion, verdict, note=note)


def at_own_times(
    entries: Iterable[Assessment], starts: Mapping[StageId, dt.datetime] = MappingProxyType({})
) -> tuple[Assessment, ...]:
    """Each a minute after the one before it, from `START` or from where its stage `starts`."""
    return tuple(
        evolve(entry, at=starts.get(entry.stage, START) + dt.timedelta(minutes=minute))
        for minute, entry in enumerate(entries)
    )

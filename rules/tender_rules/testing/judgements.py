"""Strategies for what people know and judge: facts, judgements of a panel, and its questions."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender.model import Assessment, Bond, Criterion, Facts, Requirements
from tender.terms import AssessmentVerdict, BusinessSize, ProofScope, Rounding, StageId

__all__ = ["BOND", "START", "at_own_times", "facts", "judgements", "requirements"]

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
_FAIRNESS = "kewajaran_harga"
BOND = Bond(Decimal(1_000_000), dt.date(2022, 8, 1))


@st.composite
def requirements(
    draw: DrawFn, *, works: bool, everybody: bool, unrounded: bool
) -> Mapping[StageId, Requirements]:
    """What a document asks: any of the named checks, up to two criteria a stage, a pool, a scope.

    A bid bond is asked for construction `works` only (Perpres 16/2018 Pasal 30 ayat (2)). With
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
    administration = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "bid_validity_days": st.just(60),
                "completion_days": st.just(90),
                "bid_bond": st.sampled_from([True, False, BOND] if works else [False]),
                "kso_agreement": st.booleans(),
            },
        )
    )
    qualification = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "blacklist": st.booleans(),
                "business_size": st.just((BusinessSize.KECIL, BusinessSize.MENENGAH)),
            },
        )
    )
    _add(asked, StageId.EVALUASI_ADMINISTRASI, administration)
    _add(asked, StageId.EVALUASI_KUALIFIKASI, qualification)
    scopes = [ProofScope.SEMUA_LULUS_HARGA] if everybody else [None, *ProofScope]
    _add(asked, StageId.PEMBUKTIAN_KUALIFIKASI, {"scope": draw(st.sampled_from(scopes))})
    if not everybody and draw(st.booleans()):
        pool = Requirements(lowest=draw(st.integers(1, 3)), clause="LDP huruf H")
        asked[StageId.PENAWARAN_DIEVALUASI] = pool
    if not unrounded and draw(st.booleans()):
        asked[StageId.KOREKSI_ARITMATIK] = Requirements(
            rounding=draw(st.sampled_from([Rounding.SEN, Rounding.RUPIAH]))
        )
    return asked


def _add(asked: dict[StageId, Requirements], stage: StageId, more: Mapping[str, Any]) -> None:
    asked[stage] = evolve(asked[stage], **more)


def _not(yes: Sequence[bool | None]) -> st.SearchStrategy[bool | None]:
    return st.sampled_from([None if known is None else not known for known in yes])


@st.composite
def facts(draw: DrawFn, *, complete: bool) -> Mapping[StageId, Facts]:
    """What is known of a bidder or a KSO member; with `complete` there is nothing unknown."""
    unknown: list[None] = [] if complete else [None]
    yes = [True] * _MOSTLY + unknown + [False]
    bonds: list[Bond | bool | None] = [BOND] * _MOSTLY
    bonds += [*unknown, False, evolve(BOND, amount=Decimal(999_999))]
    if not complete:
        bonds.append(Bond(amount=Decimal(2_000_000)))
    return {
        StageId.EVALUASI_ADMINISTRASI: Facts(
            bid_validity_days=draw(st.sampled_from([60, 90] * _MOSTLY + unknown + [59])),
            completion_days=draw(st.sampled_from([90, 30] * _MOSTLY + unknown + [91])),
            bid_bond=draw(st.sampled_from(bonds)),
            kso_agreement=draw(st.sampled_from(yes)),
        ),
        StageId.EVALUASI_KUALIFIKASI: Facts(blacklist=draw(_not(yes))),
        StageId.PEMBUKTIAN_KUALIFIKASI: Facts(
            sikap_qualified=draw(st.sampled_from([None, False, True])),
            attended=draw(st.sampled_from(yes)),
        ),
    }


@st.composite
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
                one = st.sampled_from([None, *criteria])
                made += draw(_exception(stage, who, draw(one), members, complete))
        if stage is StageId.EVALUASI_HARGA:
            made += draw(_on_low_prices(participants, members, complete))
    return at_own_times(made)


@st.composite
def _on_low_prices(
    draw: DrawFn, participants: Sequence[str], members: Sequence[str], complete: bool
) -> list[Assessment]:
    """A word on the price of each bidder or of some; the proof comes after it."""
    some = [who for who in participants if complete or draw(st.booleans())]
    fair = [draw(st.integers(0, _MOSTLY)) != 0 for _ in some]
    stage, joint = StageId.EVALUASI_HARGA, tuple(members)
    return [_entry(stage, w, _FAIRNESS, joint, memenuhi=f) for w, f in zip(some, fair, strict=True)]


@st.composite
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

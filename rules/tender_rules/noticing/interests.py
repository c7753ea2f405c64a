"""Who of the panel did not judge whom, what was declared late, and what was said all the same.

Nothing waits for a declaration, and what an interest is stands in no notice.
"""

import datetime as dt
from collections.abc import Iterator

from tender_engine.events import Closing, DeclaredInterest
from tender_engine.findings import Notice, natural
from tender_engine.judgement import EVERYBODY
from tender_engine.model import Package, PokjaMember
from tender_engine.workflow import Case
from tender_rules.stages.abstaining import absence, left_to_others, members_away
from tender_rules.words import date_and_clock

__all__ = ["interests_told"]


def interests_told(case: Case) -> Iterator[Notice]:
    """Who has not declared, who did so late, and which words do not count for an interest.

    A declaration is due when handing in ends, for then whoever came is known, or before its first
    word; whoever has none by then is named once.
    """
    package = case.package
    declared = _first_declared(package)
    panel = sorted(package.pokja.members, key=lambda member: natural(member.id))
    closed = min((event.at for event in package.happened.of(Closing)), default=None)
    spoke = _first_words(package)
    silent = [m.name for m in panel if m.id not in declared and (closed or m.id in spoke)]
    if silent:
        words = f"Belum ada pernyataan kepentingan dari {', '.join(silent)}."
        yield Notice("KEPENTINGAN_BELUM_DINYATAKAN", words)
    for member in panel:
        if member.id in declared:
            yield from _late(member, declared[member.id], closed, spoke.get(member.id))
    if case.judgements.seats.away:
        yield from _left_to_others(case)
        yield from _in_spite_of_one(case)


def _first_declared(package: Package) -> dict[str, dt.datetime]:
    declared: dict[str, dt.datetime] = {}
    for event in sorted(package.happened.of(DeclaredInterest), key=lambda event: event.at):
        declared.setdefault(event.member, event.at)
    return declared


def _first_words(package: Package) -> dict[str, dt.datetime]:
    """When each member first judged."""
    spoke: dict[str, dt.datetime] = {}
    for entry in package.assessments:
        for member in entry.by:
            if member not in spoke or entry.at < spoke[member]:
                spoke[member] = entry.at
    return spoke


def _late(
    member: PokjaMember, at: dt.datetime, closed: dt.datetime | None, spoke: dt.datetime | None
) -> Iterator[Notice]:
    code, said = "PERNYATAAN_KEPENTINGAN_TERLAMBAT", f"Pernyataan kepentingan {member.name}"
    if closed is not None and at > closed:
        told = f"{said} tercatat {date_and_clock(at)}, sesudah penutupan {date_and_clock(closed)}."
        yield Notice(code, told)
    elif spoke is not None and at > spoke:
        told = f"{said} tercatat {date_and_clock(at)}, sesudah penilaian pertamanya "
        yield Notice(code, f"{told}{date_and_clock(spoke)}.")


def _left_to_others(case: Case) -> Iterator[Notice]:
    """Whom members with an interest left to the others, which is all that a record says of it."""
    for bidder in sorted(case.judgements.seats.away, key=natural):
        if any(bidder in table and table[bidder].votes for table in case.verdicts.values()):
            words = absence(members_away(case, bidder), case.participants[bidder])
            told = left_to_others(words)
            yield Notice("ANGGOTA_TIDAK_MENILAI", told, bidder, audience="publik")


def _in_spite_of_one(case: Case) -> Iterator[Notice]:
    """What a member said of a bidder in which it has an interest, once for both."""
    names = {member.id: member.name for member in case.package.pokja.members}
    seats = case.judgements.seats
    for bidder in sorted(seats.away, key=natural):
        away = seats.away[bidder]
        entries = (e for e in case.package.assessments if e.participant in (bidder, EVERYBODY))
        voted = {member for entry in entries for member in entry.by} & away
        for member in sorted(voted, key=natural):
            words = f"Penilaian {names[member]} atas peserta ini disimpan dan tidak dihitung"
            yield Notice(
                "PENILAIAN_ANGGOTA_BERHALANGAN", f"{words}, karena ia berhalangan.", bidder
            )

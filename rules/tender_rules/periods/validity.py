"""Until when the bids of a winner and its reserves are valid, and the bonds that secure them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from tender_engine.declared import Check
from tender_engine.evaluation import Period
from tender_engine.events import Award
from tender_engine.findings import Citation
from tender_engine.terms import Phase, Subject
from tender_engine.workflow import Case
from tender_rules.citations import DOCUMENT
from tender_rules.periods.counting import citation_of, period_until
from tender_rules.stages.administration import BID_BOND, BID_VALIDITY, Bond
from tender_rules.stages.counting import due
from tender_rules.stages.standing_acts import last_act, withdrawals

__all__ = ["validities"]


def validities(case: Case) -> Iterator[Period]:
    """Of each who is named in the act and there: how long bid and bond are valid, where known.

    Both begin at the deadline in force; no text that was read says so of a bid.
    """
    begins = due(case.package, Phase.PENAWARAN)
    act = last_act(case, Subject.PEMILIHAN)
    if begins is None or not isinstance(act, Award):
        return
    since = citation_of(case.law.value("bid.validity_from"))
    for name in (act.winner, *(act.reserves or ())):
        who = case.participants.get(name or "")
        if who is None or withdrawals(case, who.id):
            continue
        days, bond = who.known(BID_VALIDITY), who.known(BID_BOND)
        if days is not None:
            last = begins.date() + dt.timedelta(days)
            cited = (_document(case, BID_VALIDITY), since)
            yield _of(case, "masa_berlaku_penawaran", begins, last, cited, who.id)
        if isinstance(bond, Bond) and bond.valid_until is not None:
            held = (_document(case, BID_BOND),)
            yield _of(case, "jaminan_penawaran", begins, bond.valid_until, held, who.id)


def _of(
    case: Case,
    kind: str,
    begins: dt.datetime,
    last: dt.date,
    cited: tuple[Citation, ...],
    name: str,
) -> Period:
    return period_until(case, kind, Phase.PENAWARAN, begins, last, *cited, participant=name)


def _document(case: Case, check: Check[Any, Any]) -> Citation:
    """The tender's own document, where it asks `check`."""
    clause = case.package.tender.asks(check.stage).clause_of(check.key)
    return evolve(case.law.cite(DOCUMENT), clause=clause)

"""Who takes part, each once, by an id of this release: buyer, unit, and who handed in."""

from collections.abc import Iterator
from typing import Any

from tender_desk.ocds.mapping import NPWP
from tender_desk.ocds.told import Told
from tender_engine.findings import natural
from tender_engine.model import Member, Participant

__all__ = ["BUYER", "UNIT", "bidders", "parties", "reference"]

# No participant is called so: an id of a package has no colon.
BUYER, UNIT = "pembeli:1", "satuan-kerja:1"


def bidders(told: Told) -> list[Participant]:
    """Whose bid is public, in the order of their ids."""
    return [w for w in told.view.participants.values() if told.bids and _bid(w)]


def _bid(who: Participant) -> bool:
    return who.submitted.penawaran is not None or who.submitted.penawaran_tahap_dua is not None


def reference(told: Told, participant: str) -> dict[str, Any]:
    """A participant as other parts of a release name it."""
    return {"id": participant, "name": told.view.participants[participant].name}


def parties(told: Told, *, identifiers: bool) -> list[dict[str, Any]]:
    """Every party with its roles; with `identifiers` by the NPWP as well, which is internal."""
    tender = told.view.package.tender
    found = [
        {"id": BUYER, "name": tender.buyer, "roles": ["buyer"]},
        {"id": UNIT, "name": tender.work_unit, "roles": ["procuringEntity"]},
    ]
    determined = [act.winner for act in told.awards()]
    # Who was announced as the winner is known to have bid, whatever became of that since.
    known = {who.id for who in bidders(told)}.union(determined)
    for who in told.view.participants.values():
        roles = [*_roles(told, who, bid=who.id in known)]
        if told.bids and who.id in determined[-1:]:
            roles.append("supplier")
        if roles:
            found.append(_party(who, roles, identifiers=identifiers))
    return found


def _roles(told: Told, who: Participant, *, bid: bool) -> Iterator[str]:
    qualified = told.of_list.kind.before and who.submitted.kualifikasi is not None
    if qualified and (told.list_ or (told.result and told.view.kind.listing)):
        yield "candidate"
        if who.id in told.evaluation.shortlist:
            yield "invitedTenderer"
    if bid:
        yield "tenderer"


def _party(who: Participant, roles: list[str], *, identifiers: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": who.id, "name": who.name, "roles": roles}
    if identifiers and who.npwp is not None:
        made["identifier"] = {"scheme": NPWP, "id": who.npwp, "legalName": who.name}
    members = sorted(who.members, key=lambda member: (not member.lead, natural(member.id)))
    if members:
        made["consortium"] = [_member(one, identifiers=identifiers) for one in members]
    return made


def _member(member: Member, *, identifiers: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": member.id, "name": member.name}
    if member.lead is not None:
        made["lead"] = member.lead
    if identifiers and member.npwp is not None:
        made["identifier"] = {"scheme": NPWP, "id": member.npwp}
    return made

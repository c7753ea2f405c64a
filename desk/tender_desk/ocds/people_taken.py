"""Participants and acts of a package, from the parties, bids and awards of a release."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tender_desk.ocds.mapping import NPWP_TOO
from tender_desk.ocds.node import Node, known
from tender_engine.terms import Phase, Subject

__all__ = ["events_taken", "participants"]

_ROLES = {"tenderer", "candidate", "invitedTenderer", "supplier"}


def participants(release: Node) -> list[dict[str, Any]]:
    """Who handed in, with the total that was bid, where it is plain whose it is and for what."""
    bids = _bids(release)
    stated = {
        id_: price["stated"]
        for price in release["evaluation"]["prices"].each()
        if (id_ := price["bidder"]["id"].id_())
    }
    found: dict[str, dict[str, Any]] = {}
    for party in release["parties"].each():
        id_ = party["id"].id_()
        if id_ is not None and _ROLES & set(_roles(party)):
            found[id_] = _party(party, id_)
    for id_, bid in bids.items():
        tenderer = next(bid["tenderers"].each())
        who = found.setdefault(id_, known(id=id_, name=tenderer["name"].text()))
        for node in (bid["id"], tenderer["id"]):
            node.dismiss()
        who |= known(submitted=known(penawaran=bid["date"].text()), price=_price(bid, stated, id_))
    evaluation = release["evaluation"]
    for reference in (
        *release["tender"]["tenderers"].each(),
        *evaluation["reserves"].each(),
        *(price["bidder"] for price in evaluation["prices"].each()),
    ):
        # Where it is named again, it is nobody new.
        if Node(reference.value)["id"].id_() in found:
            reference["id"].dismiss()
            reference["name"].dismiss()
    release["tender"]["numberOfTenderers"].dismiss()
    return list(found.values())


def _bids(release: Node) -> dict[str, Node]:
    """By tenderer the one bid; of several nobody says which counts, nor of which lot one is."""
    if _in_lots(release):
        return {}
    found = [(id_, bid) for bid in release["bids"]["details"].each() if (id_ := _bidder(bid))]
    many = Counter(id_ for id_, _ in found)
    return {id_: bid for id_, bid in found if many[id_] == 1}


def _in_lots(release: Node) -> bool:
    """Whether it is awarded in several parts, each of which would be a tender of its own here."""
    lots = release["tender"]["lots"].value
    return isinstance(lots, list) and len(lots) > 1


def _bidder(bid: Node) -> str | None:
    """Whose it is, where it is of one; it is not taken by that."""
    tenderers = [*Node(bid.value, bid.path, set(), bid.faults)["tenderers"].each()]
    return tenderers[0]["id"].id_() if len(tenderers) == 1 else None


def _roles(party: Node) -> list[str]:
    return [said for role in party["roles"].each() if (said := role.text())]


def _party(party: Node, id_: str) -> dict[str, Any]:
    members = [
        known(
            id=member["id"].id_(),
            name=member["name"].text(),
            npwp=_npwp(member["identifier"]),
            lead=member["lead"].flag(),
        )
        for member in party["consortium"].each()
    ]
    name, npwp = party["name"].text(), _npwp(party["identifier"])
    return known(id=id_, name=name, npwp=npwp, members=members)


def _npwp(identifier: Node) -> str | None:
    """The NPWP, where it is said to be one."""
    if Node(identifier.value)["scheme"].text() not in NPWP_TOO:
        return None
    for key in ("scheme", "legalName"):
        identifier[key].dismiss()
    return identifier["id"].id_()


def _price(bid: Node, stated: dict[str, Node], id_: str) -> dict[str, Any]:
    """The total as it was stated; a `value` may be a corrected one where prices are told apart."""
    value = stated[id_] if id_ in stated else bid["value"]
    return known(stated_total=value.rupiah())


def _stands(award: Node) -> bool:
    return Node(award.value)["status"].text() in ("pending", "active")


def events_taken(release: Node) -> Iterator[dict[str, Any]]:
    """The deadline, and the one award that stands; when the deadline was set nobody says."""
    until = release["tender"]["tenderPeriod"]["endDate"].text()
    if until:
        yield {"type": "batas_pemasukan", "of": Phase.PENAWARAN.value, "until": until}
    reserves = [one["id"].id_() for one in release["evaluation"]["reserves"].each()]
    standing = [award for award in release["awards"].each() if _stands(award)]
    for award in standing if len(standing) == 1 and not _in_lots(release) else ():
        suppliers = [*award["suppliers"].each()]
        if len(suppliers) != 1:
            continue
        for key in ("id", "title", "status", "relatedBid"):
            award[key].dismiss()
        suppliers[0]["name"].dismiss()
        yield {"type": "penetapan", "of": Subject.PEMILIHAN.value} | known(
            at=award["date"].text(),
            number=award["decisionNumber"].text(),
            winner=suppliers[0]["id"].id_(),
            reserves=[name for name in reserves if name],
        )

"""`planning` and `tender`: what was announced, which everybody may know."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.ocds.criteria import criteria
from tender_desk.ocds.mapping import CURRENCY, mapping
from tender_desk.ocds.parties import UNIT, bidders, reference
from tender_desk.ocds.told import Told, clock, moment_of_day
from tender_engine.events import Deadline, Extension, in_force
from tender_engine.model import HpsLine, Tender
from tender_engine.numbers import fraction_said
from tender_engine.terms import Phase

__all__ = ["money", "planning", "tender_part"]


def money(amount: Decimal) -> dict[str, Any]:
    """An amount in rupiah."""
    return {"amount": amount, "currency": CURRENCY}


def planning(told: Told) -> dict[str, Any]:
    """The budget: the pagu, and where the money is from."""
    tender = told.view.package.tender
    said = (tender.funding, tender.fiscal_year and f"Tahun Anggaran {tender.fiscal_year}")
    budget: dict[str, Any] = {"amount": money(tender.pagu)}
    if tender.rup_code is not None:
        budget["id"] = tender.rup_code
    if any(said):
        budget["description"] = ", ".join(filter(None, said))
    return {"budget": budget}


def tender_part(told: Told) -> dict[str, Any]:
    """What is procured and how, and how far that has come."""
    tender, tables = told.view.package.tender, mapping()
    main, *more = tables["category"][tender.category]
    made: dict[str, Any] = {
        "id": tender.code,
        "title": tender.title,
        "status": _status(told),
        "procuringEntity": {"id": UNIT, "name": tender.work_unit},
        "value": money(tender.hps.total),
        "procurementMethod": tables["procedure"][tender.procedure],
        "procurementMethodDetails": _in_words(told),
        "mainProcurementCategory": main,
        "awardCriteria": tables["method"][tender.method],
        "awardCriteriaDetails": told.view.term(tender.method),
        "documents": [*_documents(told)],
        "selection": _selection(tender),
    }
    if more:
        made["additionalProcurementCategories"] = more
    if tender.hps.lines:
        made["items"] = [_item(line) for line in tender.hps.lines]
    if until := _deadline(told):
        made["tenderPeriod"] = {"endDate": until}
    if asked := [*criteria(told)]:
        made["criteria"] = asked
    if told.bids:
        tenderers = [reference(told, who.id) for who in bidders(told)]
        made["numberOfTenderers"] = len(tenderers)
        if tenderers:
            made["tenderers"] = tenderers
    return made


def _status(told: Told) -> str:
    if told.result and told.called_off:
        return "cancelled"
    if told.failed:
        return "unsuccessful"
    return "complete" if told.bids else "active"


def _in_words(told: Told) -> str:
    tender, term = told.view.package.tender, told.view.term
    words = (tender.procedure, tender.envelope, tender.method)
    return f"{told.view.kind.noun}, " + ", ".join(term(word).lower() for word in words)


def _deadline(told: Told) -> str | None:
    happened = told.view.package.happened
    given: list[Deadline | Extension] = [*happened.of(Deadline), *happened.of(Extension)]
    until = in_force(event for event in given if event.of == Phase.PENAWARAN)
    return None if until is None else until.isoformat()


def _documents(told: Told) -> Iterator[dict[str, Any]]:
    """The notice, the tender's document and its addenda; days that nobody can place are left out.

    A day is a moment only where the zone of the tender is known.
    """
    tender, zone = told.view.package.tender, clock(told)
    number, noun = tender.document.number, told.view.kind.noun
    found: list[tuple[str, str, str, dt.date | None, str | None]] = [
        ("pengumuman", "tenderNotice", f"Pengumuman {noun}", tender.announced_on, None),
        (
            number,
            "biddingDocuments",
            f"Dokumen Pemilihan Nomor {number}",
            tender.document.date,
            None,
        ),
    ]
    for one in tender.document.addenda or ():
        found.append((one.number, "addendum", f"Adendum Nomor {one.number}", one.date, one.subject))
    for id_, type_, title, day, subject in found:
        dated = {"datePublished": moment_of_day(day, zone).isoformat()} if day and zone else {}
        about = {"description": subject} if subject else {}
        yield {"id": id_, "documentType": type_, "title": title, "language": "id"} | about | dated


def _item(line: HpsLine) -> dict[str, Any]:
    """A line of the estimate as everybody bids on it: without its price, which is confidential."""
    made: dict[str, Any] = {
        "id": line.id,
        "description": line.description,
        "quantity": line.quantity,
        "unit": {"name": line.unit},
    }
    if line.person_months is not None:
        made["personMonths"] = line.person_months
    return made | ({"part": line.part.value} if line.part else {})


def _selection(tender: Tender) -> dict[str, Any]:
    """What the regulation calls it, which the codes of the standard are too few for."""
    made: dict[str, Any] = {
        "category": tender.category.value,
        "procedure": tender.procedure.value,
        "envelope": tender.envelope.value,
        "method": tender.method.value,
        "contract": tender.contract.value,
        "announcedOn": tender.announced_on.isoformat(),
        "round": tender.round,
        "qualificationRound": tender.qualification_round,
        "vatPercent": tender.hps.vat_percent,
    }
    if tender.hps.vat_base is not None:
        made["vatBase"] = fraction_said(Fraction(tender.hps.vat_base))
    if tender.time_zone is not None:
        made["timeZone"] = tender.time_zone.value
    return made

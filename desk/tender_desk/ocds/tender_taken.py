"""`tender` of a package from a release: what it says and what its codes can only mean."""

from collections.abc import Iterator, Mapping
from typing import Any

from tender_desk.ocds.mapping import mapping
from tender_desk.ocds.node import Node, known
from tender_engine.terms import StageId

__all__ = ["tender_taken"]


def tender_taken(release: Node) -> dict[str, Any]:
    """The tender, as far as the release tells of it."""
    tender, budget = release["tender"], release["planning"]["budget"]
    kind = tender["selection"]
    tender["status"].dismiss()
    return known(
        code=tender["id"].id_(),
        rup_code=budget["id"].id_(),
        title=tender["title"].text(),
        buyer=_named(release, release["buyer"]),
        work_unit=_named(release, tender["procuringEntity"]),
        document=_document(tender),
        **_kind(tender),
        announced_on=_announced(tender),
        round=kind["round"].whole(),
        qualification_round=kind["qualificationRound"].whole(),
        time_zone=kind["timeZone"].text(),
        pagu=budget["amount"].rupiah(),
        hps=_hps(tender),
        requirements=_requirements(tender),
    )


def _named(release: Node, reference: Node) -> str | None:
    """The name of a party: where it is named, or among the parties."""
    id_, name = reference["id"].id_(), reference["name"].text()
    for party in release["parties"].each():
        if id_ is not None and party.value and party["id"].id_() == id_:
            party["roles"].dismiss()
            name = name or party["name"].text()
            party["name"].dismiss()
    return name


def _kind(tender: Node) -> dict[str, Any]:
    """The terms of the regulation; of the standard's codes only those that mean one of them."""
    given, tables = tender["selection"], mapping()
    said = {
        key: given[key].text()
        for key in ("category", "procedure", "envelope", "method", "contract")
    }
    main, method = tender["mainProcurementCategory"].text(), tender["procurementMethod"].text()
    by = tender["awardCriteria"].text()
    for told in ("procurementMethodDetails", "awardCriteriaDetails"):
        tender[told].dismiss()
    tender["additionalProcurementCategories"].dismiss()
    categories = {term: codes[0] for term, codes in tables["category"].items()}
    said["category"] = said["category"] or _only(main, categories)
    said["procedure"] = said["procedure"] or _only(method, tables["procedure"])
    said["method"] = said["method"] or _only(by, tables["method"])
    return said


def _only(code: str | None, table: Mapping[str, str]) -> str | None:
    """The term that becomes `code`, where no other does."""
    found = [term for term, becomes in table.items() if becomes == code]
    return found[0] if len(found) == 1 else None


def _documents(tender: Node, kind: str) -> Iterator[Node]:
    for document in tender["documents"].each():
        if document.value and document["documentType"].text() == kind:
            document["language"].dismiss()
            yield document


def _day(node: Node) -> str | None:
    """The day of a moment, as it is written: nobody moves it into another zone."""
    said = node.text()
    return said and said[:10]


def _announced(tender: Node) -> str | None:
    days = [_day(notice["datePublished"]) for notice in _documents(tender, "tenderNotice")]
    for notice in _documents(tender, "tenderNotice"):
        for key in ("id", "title"):
            notice[key].dismiss()
    return tender["selection"]["announcedOn"].text() or next(filter(None, days), None)


def _document(tender: Node) -> dict[str, Any]:
    found = [
        known(number=one["id"].id_(), date=_day(one["datePublished"]))
        for one in _documents(tender, "biddingDocuments")
    ]
    for kind in ("biddingDocuments", "addendum"):
        for one in _documents(tender, kind):
            one["title"].dismiss()
    addenda = [
        known(
            number=one["id"].id_(),
            date=_day(one["datePublished"]),
            subject=one["description"].text(),
        )
        for one in _documents(tender, "addendum")
    ]
    return (found[0] if found else {}) | known(addenda=addenda)


def _hps(tender: Node) -> dict[str, Any]:
    lines = [
        known(
            id=item["id"].id_(),
            description=item["description"].text(),
            unit=item["unit"]["name"].text(),
            quantity=item["quantity"].number(),
            person_months=item["personMonths"].number(),
            part=item["part"].text(),
        )
        for item in tender["items"].each()
        if item.value
    ]
    kind = tender["selection"]
    return known(
        total=tender["value"].rupiah(),
        vat_percent=kind["vatPercent"].number(),
        vat_base=kind["vatBase"].text(),
        lines=lines,
    )


def _requirements(tender: Node) -> dict[str, Any]:
    """The criteria of each stage; one of no stage, or of a named check, says too little."""
    found: dict[str, list[dict[str, Any]]] = {}
    for criterion in tender["criteria"].each():
        stage = Node(criterion.value)["stage"].text()
        groups = [*criterion["requirementGroups"].each()]
        asked = [one for group in groups for one in group["requirements"].each()]
        if stage is None or stage not in [*StageId] or len(asked) != 1:
            continue
        if Node(asked[0].value)["dataType"].text() is None:
            continue
        found.setdefault(stage, []).append(_criterion(criterion, groups[0], asked[0], stage))
    return {stage: {"criteria": criteria} for stage, criteria in found.items()}


def _criterion(criterion: Node, group: Node, asked: Node, stage: str) -> dict[str, Any]:
    for node in (criterion["stage"], group["id"], asked["id"], asked["title"]):
        node.dismiss()
    asked["expectedValue"].dismiss()
    scored = asked["dataType"].text() == "number"
    weight = criterion["weight"]
    return known(
        id=(criterion["id"].id_() or "").removeprefix(f"{stage}/"),
        title=criterion["title"].text(),
        clause=criterion["clause"].text(),
        weight=weight.text() if "/" in str(weight.value) else weight.number(),
        threshold=asked["minValue"].number() if scored else None,
        max_score=asked["maxValue"].number() if scored else None,
        unsur=criterion["unsur"].text(),
    )

"""Checks of a price file against the tender's document: no amount and no rate is ever told."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from tender_engine.faults import Faults, Path
from tender_engine.formats.columns import with_more
from tender_engine.formats.draft import Draft, Names, each, find_repeated
from tender_engine.model import Hps, Price, PriceLine
from tender_engine.terms import Contract, Method, StageId
from tender_engine.vat import of_the_whole

__all__ = ["CHECKS"]

_extra = attrgetter("extra")


def _contract(draft: Draft) -> Contract | None:
    tender = draft.package.tender
    return None if tender is None else tender.contract


def unit_prices_have_lines(draft: Draft, faults: Faults) -> None:
    """A *harga satuan* price with a known empty list of lines has nothing to be paid by."""
    if _contract(draft) != Contract.HARGA_SATUAN:
        return
    for path, price in draft.prices:
        if price.lines == ():
            faults.at_path("PKT040", (*path, "lines"))


def lines_are_the_documents(draft: Draft, faults: Faults) -> None:
    """A line has an id of the document, or is marked `extra` and describes itself."""
    tender = draft.package.tender
    hps = tender and tender.hps
    given = hps and hps.lines
    document = draft.lines if given else None
    lacks_lines = hps is not None and not given and draft.tells(("tender", "hps"), "lines")
    for path, price in draft.prices:
        place = (*path, "lines")
        if not price.lines:
            continue
        if lacks_lines:
            faults.at_path("PKT044", place)
        found = [None if line is None else line.id for line in price.lines]
        find_repeated(found, "PKT030", place, faults, "id")
        if (
            document is None
            or not document.issuperset(found)
            or any(map(_extra, with_more(price.lines)))
        ):
            _check_each(draft, price.lines, document, place, faults)


def _check_each(
    draft: Draft, lines: tuple[PriceLine, ...], document: Names, place: Path, faults: Faults
) -> None:
    for path, line in each(lines, *place):
        if line.extra:
            _check_extra(draft, line, document, path, faults)
        elif document is not None and line.id not in document and draft.is_whole(path):
            faults.at_path("PKT041", (*path, "id"), found=line.id)


def _check_extra(
    draft: Draft, line: PriceLine, document: Names, path: Path, faults: Faults
) -> None:
    if document is not None and line.id in document:
        faults.at_path("PKT042", (*path, "id"), found=line.id)
    for key in ("description", "unit"):
        if getattr(line, key) is None and draft.is_whole(path):
            faults.at_path("PKT043", path, found=line.id, key=key)


def parts_are_stated(draft: Draft, faults: Faults) -> None:
    """A *gabungan* price with lines states its two parts."""
    if _contract(draft) != Contract.GABUNGAN:
        return
    for path, price in draft.prices:
        if price.lines and price.stated_parts is None and draft.tells(path, "stated_parts"):
            faults.at_path("PKT045", path)


def corrections_have_an_author(draft: Draft, faults: Faults) -> None:
    """A ready-made corrected total says whose it is, and the other way round."""
    for path, price in draft.prices:
        total, author = price.corrected_total, price.corrected_by
        if (total is None) == (author is None):
            continue
        if draft.tells(path, "corrected_total") and draft.tells(path, "corrected_by"):
            key = "corrected_total" if total is None else "corrected_by"
            faults.at_path("PKT046", path, key=key)


def years_are_told_alike(draft: Draft, faults: Faults) -> None:
    """Running costs have one amount a year, for as many years as the document counts."""
    asked = draft.asked(StageId.EVALUASI_HARGA)
    years = asked and asked.operating_years
    for path, price in draft.prices:
        costs = price.life_cycle
        if costs is None or costs.operating is None or costs.maintenance is None:
            continue
        for key in ("operating", "maintenance"):
            if len(getattr(costs, key)) != (years or len(costs.operating)):
                faults.at_path("PKT047", (*path, "life_cycle", key), key=key)


def life_cycles_are_asked_for(draft: Draft, faults: Faults) -> None:
    """Only *umur ekonomis* counts what a purchase costs and leaves over its life."""
    tender = draft.package.tender
    method = tender and tender.method
    if method in (None, Method.UMUR_EKONOMIS):
        return
    for path, price in draft.prices:
        if price.life_cycle is not None:
            faults.at_path("PKT048", (*path, "life_cycle"), on_key=True, method=str(method))


def person_months_are_the_documents(draft: Draft, faults: Faults) -> None:
    """A line of the document that is not priced by *orang-bulan* is not so in a bid either."""
    without: Names = None
    for path, price in draft.prices:
        for index, line in enumerate(with_more(price.lines)):
            if line is None or line.person_months is None or line.extra:
                continue
            if without is None:
                without = _without_person_months(draft)
            if line.id in without:
                place = (*path, "lines", index, "person_months")
                faults.at_path("PKT049", place, on_key=True, line=line.id)


def _without_person_months(draft: Draft) -> frozenset[str]:
    """The ids of the lines of the HPS that surely have none."""
    tender = draft.package.tender
    lines = None if tender is None or tender.hps is None else tender.hps.lines
    return frozenset(
        line.id
        for path, line in each(lines, "tender", "hps", "lines")
        if line.person_months is None and draft.tells(path, "person_months") and line.id
    )


_Rate = tuple[Path, str, Decimal | None, Fraction | None]


def rates_have_an_end(draft: Draft, faults: Faults) -> None:
    """A rate of a share of the price, such as 12 percent of 11/12, is a percentage of the whole."""
    tender = draft.package.tender
    found: list[_Rate] = []
    if tender is not None and tender.hps is not None:
        found += _of_document(tender.hps, ("tender", "hps"))
    for path, price in draft.prices:
        found += _of_bid(price, path)
    for path, key, percent, base in found:
        if percent is not None and of_the_whole(percent, base) is None:
            faults.at_path("PKT085", (*path, key))


def _of_document(hps: Hps, path: Path) -> Iterator[_Rate]:
    if hps.vat_base is not None:
        yield path, "vat_base", hps.vat_percent, hps.vat_base
    for place, line in each(with_more(hps.lines), *path, "lines"):
        if line.vat_base is not None:
            percent = hps.vat_percent if line.vat_percent is None else line.vat_percent
            yield place, "vat_base", percent, line.vat_base
        elif line.vat_percent is not None:
            yield place, "vat_percent", line.vat_percent, hps.vat_base


def _of_bid(price: Price, path: Path) -> Iterator[_Rate]:
    """Only where the bid says the base as well: a rate alone may be written in another way."""
    if price.vat_base is not None:
        yield path, "vat_base", price.vat_percent, price.vat_base
    for index, line in enumerate(with_more(price.lines)):
        if line is not None and line.vat_base is not None:
            percent = price.vat_percent if line.vat_percent is None else line.vat_percent
            yield (*path, "lines", index), "vat_base", percent, line.vat_base


CHECKS = (
    unit_prices_have_lines,
    lines_are_the_documents,
    parts_are_stated,
    corrections_have_an_author,
    years_are_told_alike,
    life_cycles_are_asked_for,
    person_months_are_the_documents,
    rates_have_an_end,
)

"""Checks of a price file against the tender's document. No amount is ever told."""

from collections.abc import Iterator

from tender.faults import Faults, Path
from tender.formats.draft import Draft, Names, each, find_repeated, names
from tender.model import Price, PriceLine
from tender.seals import reveal_for_storage
from tender.terms import Contract

__all__ = ["CHECKS"]


def _prices(draft: Draft) -> Iterator[tuple[Path, Price]]:
    for path, participant in each(draft.package.participants, "participants"):
        if participant.price is not None:
            yield (*path, "price"), reveal_for_storage(participant.price)


def _contract(draft: Draft) -> Contract | None:
    tender = draft.package.tender
    return None if tender is None else tender.contract


def unit_prices_have_lines(draft: Draft, faults: Faults) -> None:
    """A *harga satuan* price with a known empty list of lines has nothing to be paid by."""
    if _contract(draft) != Contract.HARGA_SATUAN:
        return
    for path, price in _prices(draft):
        if price.lines == ():
            faults.at_path("PKT040", (*path, "lines"))


def lines_are_the_documents(draft: Draft, faults: Faults) -> None:
    """A line has an id of the document, or is marked `extra` and describes itself."""
    tender = draft.package.tender
    hps = tender and tender.hps
    given = hps and hps.lines
    document = names(given) if given else None
    lacks_lines = hps is not None and not given and _has(draft, ("tender", "hps"), "lines")
    for path, price in _prices(draft):
        place = (*path, "lines")
        if not price.lines:
            continue
        if lacks_lines:
            faults.at_path("PKT044", place)
        found = [None if line is None else line.id for line in price.lines]
        once = frozenset(found)
        if len(once) != len(found):
            find_repeated(found, "PKT030", place, faults, "id")
        if (
            document is None
            or not once <= document
            or any(line is None or line.extra for line in price.lines)
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
    for path, price in _prices(draft):
        if price.lines and price.stated_parts is None and _has(draft, path, "stated_parts"):
            faults.at_path("PKT045", path)


def corrections_have_an_author(draft: Draft, faults: Faults) -> None:
    """A ready-made corrected total says whose it is, and the other way round."""
    for path, price in _prices(draft):
        total, author = price.corrected_total, price.corrected_by
        both = _has(draft, path, "corrected_total") and _has(draft, path, "corrected_by")
        if (total is None) != (author is None) and both:
            key = "corrected_total" if total is None else "corrected_by"
            faults.at_path("PKT046", path, key=key)


def _has(draft: Draft, path: Path, key: str) -> bool:
    """Whether the key under `path` is truly absent or present, and neither unread nor misspelt."""
    return path not in draft.with_unknown_keys and draft.is_whole((*path, key))


CHECKS = (
    unit_prices_have_lines,
    lines_are_the_documents,
    parts_are_stated,
    corrections_have_an_author,
)

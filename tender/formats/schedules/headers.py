"""The header row of a price schedule, found by its words, and what each column is."""

import re
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from tender.formats.schedules.areas import Merged
from tender.formats.schedules.grid import Cell
from tender.formats.schedules.titles import Title, plain_words, read_title

__all__ = ["Header", "find_header", "is_numbering", "roles_of"]

# A title of the first row that a second row may part.
_PARTED = re.compile(r"\b(harga|biaya|jumlah|total|nilai|volume|vol|kuantitas)\b")
_NUMBERING = re.compile(
    r"\(?([a-z]|[0-9]{1,2}|[ivx]{1,4})\)?(\s*=\s*\(?[a-z0-9]+\)?(\s*[x*+]\s*\(?[a-z0-9]+\)?)*)?\.?"
)
_WEIGHTS = {
    "description": 3,
    "unit_price": 3,
    "amount": 2,
    "amount_with_vat": 2,
    "quantity": 2,
    "unit": 2,
    "vat_percent": 1,
    "vat_amount": 1,
    "id": 1,
    "number": 1,
}
_PRICES = {"unit_price", "unit_price_with_vat", "amount", "amount_with_vat"}
_ONLY_ONCE = ("id", "description", "quantity", "unit_price", "amount", "vat_percent")


@frozen
class Header:
    """Where the headers stand, what each column is, and which were doubted.

    `last` is the lower row of a header of two; `owner` the columns headed as the owner's prices
    that were taken for want of others; `doubled` those of a role that may be there only once;
    `net` those that say that PPN is not in them; `rivals` those that may be the bid's unit prices
    beside, or in place of, the one that was taken.
    """

    first: int
    last: int
    titles: Mapping[int, str]
    roles: Mapping[int, str]
    owner: tuple[int, ...] = ()
    doubled: tuple[tuple[str, tuple[int, ...]], ...] = ()
    net: tuple[int, ...] = ()
    rivals: tuple[int, ...] = ()

    def column(self, role: str) -> int:
        """The column of a role; 0 if there is none."""
        return next((column for column, found in self.roles.items() if found == role), 0)

    def tells_rate(self, column: int) -> bool:
        """Whether the title of a column says that it holds percentages."""
        return bool(re.search(r"%|persen|tarif", self.titles[column].casefold()))

    @property
    def score(self) -> int:
        """How much of a price schedule these headers are."""
        return sum(_WEIGHTS.get(role, 0) for role in set(self.roles.values()))


def is_numbering(texts: Iterable[str]) -> bool:
    """Whether a row under the headers only numbers the columns: `(a) (b) (f = d x e)`, `1 2 3`."""
    signs = [text.strip().casefold() for text in texts if text.strip()]
    return len(signs) > 1 and all(_NUMBERING.fullmatch(sign) for sign in signs)


def find_header(
    rows: Iterable[tuple[int, Mapping[int, Cell]]], merged: Iterable[Merged] = ()
) -> Header | None:
    """The best header in the first rows of a sheet, of one row or of two; `None` if there is none.

    A schedule has at least descriptions and prices or amounts.
    """
    rows, merged, best = list(rows), list(merged), None
    for index, (number, cells) in enumerate(rows):
        above = _titles(cells)
        if not above:
            continue
        below = rows[index + 1] if index + 1 < len(rows) else (0, {})
        under = _titles(below[1]) if below[0] == number + 1 else {}
        for header in _tried(number, above, under, merged):
            if _is_one(header) and (best is None or header.score > best.score):
                best = header
    return best


def roles_of(titles: Mapping[int, str]) -> dict[int, str]:
    """The role of each column that some titles name; none unless they head a schedule."""
    header = _header(0, 0, titles)
    roles = {column: role for column, role in header.roles.items() if role}
    return roles if _is_one(header) and len(roles) > 2 else {}


def _is_one(header: Header) -> bool:
    roles = set(header.roles.values())
    return "description" in roles and bool(roles & _PRICES or header.rivals)


def _tried(
    number: int, above: Mapping[int, str], below: Mapping[int, str], merged: Iterable[Merged]
) -> list[Header]:
    """The headers that a row may be, with the row under it or without.

    A second row that parts a title counts, or else the columns under that title are in doubt.
    """
    single = _header(number, number, above)
    # One text above is what the sheet says of itself, and no row of headers.
    if not below or len(above) == 1:
        return [single]
    parted = _parted(above, below)
    joined = _header(number, number + 1, _joined({**above, **parted}, below, number, merged))
    if not parted:
        return [single, joined]
    if _is_one(joined):
        return [joined]
    return [evolve(single, rivals=tuple(sorted({*single.rivals, *parted})))]


def _parted(above: Mapping[int, str], below: Mapping[int, str]) -> dict[int, str]:
    """The columns over which a title of prices or volumes is spread, as the row below parts it."""
    found: dict[int, str] = {}
    for column in sorted(below.keys() - above.keys()):
        first = max((other for other in above if other < column), default=0)
        words = [plain_words(below.get(part, "")) for part in (first, column)]
        told = all(word and not re.search("[0-9]", word) for word in words)
        if told and _PARTED.search(plain_words(above[first])):
            found |= {first: above[first], column: above[first]}
    return found


def _titles(cells: Mapping[int, Cell]) -> dict[int, str]:
    """The texts of a row of headers; nothing if there are numbers or formulas in it."""
    if any(cell.formula is not None or not isinstance(cell.value, str) for cell in cells.values()):
        return {}
    return {column: str(cell.value) for column, cell in cells.items()}


def _joined(
    above: Mapping[int, str], below: Mapping[int, str], row: int, merged: Iterable[Merged]
) -> dict[int, str]:
    """Headers of two rows: a title above stands over every column that it is merged over."""
    spread = dict(above)
    for area in merged:
        if area.top <= row <= area.bottom and area.left in above:
            for column in range(area.left, area.right + 1):
                spread.setdefault(column, above[area.left])
    columns = sorted(spread.keys() | below.keys())
    return {
        column: " ".join(text for text in (spread.get(column), below.get(column)) if text)
        for column in columns
    }


def _header(first: int, last: int, titles: Mapping[int, str]) -> Header:
    found = {column: read_title(title) for column, title in titles.items()}
    roles = {c: said.role for c, said in found.items() if said.role and not said.owner}
    taken: tuple[int, ...] = ()
    if not set(roles.values()) & (_PRICES | {"price", "price_or_base", "sum"}):
        prices = ("unit_price", "amount", "price", "price_or_base")
        theirs = {c: said.role for c, said in found.items() if said.owner and said.role in prices}
        # A survey is of the market: the owner's price is the one that a bidder writes over.
        roles |= theirs
        taken = tuple(theirs)
    _settle(roles)
    doubled = tuple(
        (role, columns)
        for role in _ONLY_ONCE
        if len(columns := tuple(c for c in sorted(roles) if roles[c] == role)) > 1
    )
    roles = {column: role for column, role in sorted(roles.items()) if role}
    net = tuple(column for column, said in found.items() if said.net)
    owned = tuple(column for column in taken if column in roles)
    rivals = _rivals(found, roles)
    return Header(first, last, titles, roles, owned, doubled, net, rivals)


def _rivals(found: Mapping[int, Title], roles: Mapping[int, str]) -> tuple[int, ...]:
    """The columns that may be the bid's unit prices, unless one of them is surely that."""
    taken = [column for column, role in roles.items() if role == "unit_price"]
    if any(found[column].offered for column in taken):
        return ()
    sorts = (found[c].rival or (found[c].part and not taken) for c in sorted(found))
    return tuple(column for column, doubt in zip(sorted(found), sorts, strict=True) if doubt)


def _settle(roles: dict[int, str]) -> None:
    """Decide in place what a word alone does not tell."""

    def columns(role: str) -> list[int]:
        return [column for column in sorted(roles) if roles[column] == role]

    for column in columns("item"):
        roles[column] = "id" if columns("description") else "description"
    for column in columns("described"):
        roles[column] = "" if columns("description") else "description"
    for column in columns("price_or_base") + columns("price"):
        roles[column] = _price(roles[column], columns("unit_price"), columns("amount"), column)
    tax = columns("vat_percent") + columns("vat_amount")
    for column in columns("sum"):
        before_tax = bool(tax) and column < min(tax)
        roles[column] = _sum(columns("quantity"), columns("amount"), before_tax=before_tax)
    for column in columns("unit")[1:2]:
        roles[column] = "unit_2"
    for column in [] if columns("person_months") else columns("quantity")[1:2]:
        roles[column] = "person_months"
    amounts = columns("amount")
    if len(amounts) == 2 and tax and amounts[0] < min(tax) < amounts[1]:
        roles[amounts[1]] = "amount_with_vat"


def _price(role: str, unit_price: list[int], amount: list[int], column: int) -> str:
    """What a column is that is headed *harga* and does not say of what.

    Behind the unit price, and without another amount, it is the amount.
    """
    if not unit_price:
        return "unit_price"
    return "amount" if role == "price" and not amount and column > max(unit_price) else ""


def _sum(quantity: list[int], amount: list[int], *, before_tax: bool) -> str:
    """What a column is that is headed *jumlah* and nothing else."""
    if before_tax or (quantity and not amount):
        return "amount"
    return "quantity" if amount and not quantity else ""

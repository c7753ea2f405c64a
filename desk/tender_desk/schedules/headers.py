"""The header row of a price schedule, found by its words, and what each column is."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from attrs import evolve, frozen

from tender_desk.schedules.areas import Merged
from tender_desk.schedules.grid import Cell
from tender_desk.schedules.stacks import Row, label_free, parted, read_stack, stacked
from tender_desk.schedules.titles import Title, of_money, read_title

__all__ = ["Header", "find_header", "find_sums", "is_numbering", "roles_of"]

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
# Rows of titles that may stand one over the other, and what may stand beside them that is no text.
_MOST_ROWS, _MOST_BESIDE = 3, 2
_ONLY_ONCE = ("id", "description", "quantity", "unit_price", "amount", "vat_percent")


@frozen
class Header:
    """Where the headers stand, what each column is, and which were doubted.

    `last` is the lowest row of the header; `owner` the columns headed as the owner's prices
    that were taken for want of others; `doubled` those of a role that may be there only once;
    `net` those that say that PPN is not in them; `rivals` those that may be the bid's unit prices
    beside, or in place of, the one that was taken; `theirs` how many columns of prices are said to
    be somebody else's. `inferred` is the column that figures and not its title made known.
    """

    first: int
    last: int
    titles: Mapping[int, str]
    roles: Mapping[int, str]
    owner: tuple[int, ...] = ()
    doubled: tuple[tuple[str, tuple[int, ...]], ...] = ()
    net: tuple[int, ...] = ()
    rivals: tuple[int, ...] = ()
    theirs: int = 0
    inferred: int = 0

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

    @property
    def quality(self) -> tuple[int, int, int, int]:
        """By which the best of several is chosen: of equals, what doubts less in fewer rows."""
        doubts = sum(len(columns) for _, columns in self.doubled) + len(self.rivals)
        return self.score, self.theirs, -doubts, self.first - self.last


def is_numbering(texts: Iterable[str]) -> bool:
    """Whether a row under the headers only numbers the columns: `(a) (b) (f = d x e)`, `1 2 3`."""
    signs = [text.strip().casefold() for text in texts if text.strip()]
    return len(signs) > 1 and all(_NUMBERING.fullmatch(sign) for sign in signs)


def find_header(
    rows: Iterable[tuple[int, Mapping[int, Cell]]], merged: Iterable[Merged] = ()
) -> Header | None:
    """The best header in the first rows of a sheet, of up to three rows; `None` if there is none.

    A schedule has at least descriptions and prices or amounts.
    """
    titles: list[Row] = []
    alone: set[int] = set()
    again: set[int] = set()
    heard: set[frozenset[tuple[int, str]]] = set()
    for number, cells in rows:
        said = _titles(cells)
        titles.append((number, said))
        if any(min(said) < column < max(said) for column in cells.keys() - said.keys() if said):
            alone.add(number)
        if (words := frozenset(said.items())) in heard:
            again.add(number)
        heard.add(words)
    areas, best = list(merged), None
    for index, (_, above) in enumerate(titles):
        below = titles[index : index + _MOST_ROWS]
        for header in _tried(below, areas, alone, again) if above else ():
            if _is_one(header) and (best is None or header.quality > best.quality):
                best = header
    return best


def find_sums(rows: Iterable[tuple[int, Mapping[int, Cell]]]) -> Header | None:
    """The header of a recapitulation: words, a sum, and nothing that lines have beside them."""
    for number, cells in rows:
        header = _header(number, number, {c: (title,) for c, title in _titles(cells).items()})
        sums = [c for c, title in header.titles.items() if read_title(title).role == "sum"]
        if {*header.roles.values()} - {"number"} == {"description"} and len(sums) == 1:
            return evolve(header, roles=dict(sorted({**header.roles, sums[0]: "amount"}.items())))
    return None


def roles_of(titles: Mapping[int, str]) -> dict[int, str]:
    """The role of each column that some titles name; none unless they head a schedule."""
    header = _header(0, 0, {column: (title,) for column, title in titles.items()})
    roles = {column: role for column, role in header.roles.items() if role}
    return roles if _is_one(header) and len(roles) > 2 else {}


def _is_one(header: Header) -> bool:
    roles = set(header.roles.values())
    return "description" in roles and bool(roles & _PRICES or header.rivals)


def _tried(
    rows: Sequence[Row], merged: Sequence[Merged], alone: Set[int], again: Set[int]
) -> list[Header]:
    """The headers that a row may be, with the rows under it or without.

    A second row that parts a title counts, or else the columns under that title are in doubt. Rows
    that are `alone` hold figures among their texts, as lines do, and are no part of another's;
    one that was there `again`, on a new page perhaps, has nothing but itself above it.
    """
    number, above = rows[0]
    found = [_header(number, number, {column: (text,) for column, text in above.items()})]
    for depth in range(2, len(rows) + 1):
        (upper, over), (lower, under) = rows[depth - 2], rows[depth - 1]
        if lower != upper + 1 or not under or alone & {upper, lower} or lower in again:
            break
        if not _heads(number, above, under, merged):
            break
        joined = _header(number, lower, stacked(rows[:depth], merged))
        if len(under) == 1 and {*joined.roles} < {*found[0].roles}:
            # The title of a section, under the titles of which it would take one away.
            break
        split = parted(over, under)
        if split and _is_one(joined):
            found = [joined]
        elif split:
            found = [
                evolve(header, rivals=tuple(sorted({*header.rivals, *split}))) for header in found
            ]
        else:
            found.append(joined)
    return found


def _heads(
    row: int, above: Mapping[int, str], below: Mapping[int, str], merged: Sequence[Merged]
) -> bool:
    """Whether a row may stand over another: one text alone does so where it is merged over some.

    Else it is what the sheet says of itself.
    """
    if len(above) > 1:
        return True
    for area in merged:
        if area.top == row and area.left in above and area.right > area.left:
            return any(not area.left <= column <= area.right for column in below)
    return False


def _titles(cells: Mapping[int, Cell]) -> dict[int, str]:
    """The texts of a row of headers, without labels; nothing if it is more of figures.

    A number, a date or a formula may stand in it beside the table.
    """
    said = {
        column: cell.value
        for column, cell in cells.items()
        if cell.formula is None and isinstance(cell.value, str)
    }
    beside = len(cells) - len(said)
    if beside > _MOST_BESIDE or (beside and len(said) <= _MOST_BESIDE):
        return {}
    return label_free(said)


def _header(first: int, last: int, stacks: Mapping[int, Sequence[str]]) -> Header:
    found = {column: read_stack(texts) for column, texts in stacks.items()}
    titles = {column: " ".join(texts) for column, texts in sorted(stacks.items())}
    roles = {c: said.role for c, said in found.items() if said.role and not said.owner}
    taken: tuple[int, ...] = ()
    if not set(roles.values()) & (_PRICES | {"price", "price_or_base", "sum"}):
        prices = ("unit_price", "amount", "price", "price_or_base")
        theirs = {c: said.role for c, said in found.items() if said.owner and said.role in prices}
        # A survey is of the market: the owner's price is the one that a bidder writes over.
        roles |= theirs
        taken = tuple(theirs)
    _settle(roles, {c for c, texts in stacks.items() if of_money(" ".join(texts))})
    doubled = tuple(
        (role, columns)
        for role in _ONLY_ONCE
        if len(columns := tuple(c for c in sorted(roles) if roles[c] == role)) > 1
    )
    roles = {column: role for column, role in sorted(roles.items()) if role}
    net = tuple(column for column, said in found.items() if said.net)
    owned = tuple(column for column in taken if column in roles)
    rivals = _rivals(found, roles)
    of_others = sum(said.owner and bool(said.role) for said in found.values())
    return Header(first, last, titles, roles, owned, doubled, net, rivals, of_others)


def _rivals(found: Mapping[int, Title], roles: Mapping[int, str]) -> tuple[int, ...]:
    """The columns that may be the bid's unit prices, unless one of them is surely that."""
    taken = [column for column, role in roles.items() if role == "unit_price"]
    if any(found[column].offered for column in taken):
        return ()
    sorts = (found[c].rival or (found[c].part and not taken) for c in sorted(found))
    return tuple(column for column, doubt in zip(sorted(found), sorts, strict=True) if doubt)


def _settle(roles: dict[int, str], money: Set[int]) -> None:
    """Decide in place what a word alone does not tell; columns of `money` hold no volume."""

    def columns(role: str) -> list[int]:
        return [column for column in sorted(roles) if roles[column] == role]

    for column in columns("item"):
        roles[column] = "id" if columns("description") else "description"
    for column in columns("counted"):
        roles[column] = "" if columns("quantity") else "quantity"
    for column in columns("described"):
        roles[column] = "" if columns("description") else "description"
    for column in columns("price_or_base") + columns("price"):
        roles[column] = _price(roles[column], columns("unit_price"), columns("amount"), column)
    _settle_sums(roles, money)
    for column in columns("unit")[1:2]:
        roles[column] = "unit_2"
    for column in [] if columns("person_months") else columns("quantity")[1:2]:
        roles[column] = "person_months"
    amounts, tax = columns("amount"), columns("vat_percent") + columns("vat_amount")
    if len(amounts) == 2 and tax and amounts[0] < min(tax) < amounts[1]:
        roles[amounts[1]] = "amount_with_vat"


def _price(role: str, unit_price: list[int], amount: list[int], column: int) -> str:
    """What a column is that is headed *harga* and does not say of what.

    Behind the unit price, and without another amount, it is the amount.
    """
    if not unit_price:
        return "unit_price"
    return "amount" if role == "price" and not amount and column > max(unit_price) else ""


def _settle_sums(roles: dict[int, str], money: Set[int]) -> None:
    """Decide what the columns are that are headed *jumlah*."""

    def columns(*wanted: str) -> list[int]:
        return [column for column in sorted(roles) if roles[column] in wanted]

    tax = columns("vat_percent", "vat_amount")
    if _counts_and_sums(columns("sum"), columns("unit_price"), roles, money):
        roles[columns("sum")[0]] = "quantity"
    for column in columns("sum")[:-1]:
        if columns("quantity") and any(column < price for price in columns("unit_price")):
            # So many of something that is counted otherwise; the last one sums up.
            roles[column] = ""
    for column in columns("sum"):
        before_tax = bool(tax) and column < min(tax)
        role = _sum(columns("quantity"), columns("amount"), before_tax=before_tax)
        roles[column] = "" if role == "quantity" and column in money else role


def _counts_and_sums(
    sums: Sequence[int], unit_price: Sequence[int], roles: Mapping[int, str], money: Set[int]
) -> bool:
    """Whether of two columns that are headed *jumlah* the first is how many: the price parts them.

    That is so where nothing else is a volume or an amount.
    """
    others = {"quantity", "amount", "amount_with_vat"} & {*roles.values()}
    if len(sums) != 2 or len(unit_price) != 1 or others:
        return False
    return sums[0] not in money and sums[0] < unit_price[0] < sums[1]


def _sum(quantity: list[int], amount: list[int], *, before_tax: bool) -> str:
    """What a column is that is headed *jumlah* and nothing else."""
    if before_tax or (quantity and not amount):
        return "amount"
    return "quantity" if amount and not quantity else ""

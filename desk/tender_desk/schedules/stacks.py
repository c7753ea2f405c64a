"""Titles of several rows: what stands over some columns says whose and of what each of them is."""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from tender_desk.schedules.areas import Merged
from tender_desk.schedules.titles import Title, read_title, speaks_of_another_time
from tender_engine.formats.signs import plain_words

__all__ = ["Row", "label_free", "parted", "read_stack", "stacked"]

# A row of titles: its number, and its texts by column.
Row = tuple[int, Mapping[int, str]]

# A title of the first row that a second row may part.
_PARTED = re.compile(
    r"\b(harga|biaya|jumlah|total|nilai|volume|vol|kuantitas|price|cost|amount|quantity|qty|hrg|jml)\b"
)
_PRICED = re.compile(r"\b(harga|hrg|biaya|price|rate|cost|amount)\b")
_OF_MONEY = ("unit_price", "amount", "price", "price_or_base", "sum")
_OF_VOLUMES = ("quantity", "unit")
_TAXED = ("unit_price_with_vat", "amount_with_vat")


def label_free(titles: Mapping[int, str]) -> dict[int, str]:
    """A row without its labels: `Kegiatan :`, and what has a colon beside it.

    >>> label_free({1: "No", 2: "Tipe", 3: ":", 4: "Uraian", 5: "Lokasi:", 6: ": Andai"})
    {1: 'No', 4: 'Uraian'}
    """
    made = {}
    columns = sorted(titles)
    for column, after in zip(columns, [*columns[1:], 0], strict=True):
        said = titles[column].strip()
        answered = after and titles[after].strip().startswith(":")
        if not (said.startswith(":") or said.endswith(":") or answered):
            made[column] = titles[column]
    return made


def stacked(rows: Sequence[Row], merged: Iterable[Merged]) -> dict[int, tuple[str, ...]]:
    """By column, the titles that stand over it in some rows, from the upper to the lower.

    A title stands over every column that it is merged over, if the rows below part it; and one
    that is not merged over those behind it that are headed again as the first are.
    """
    areas = list(merged)
    made: dict[int, tuple[str, ...]] = {}
    for index, (number, titles) in enumerate(rows):
        under = {column for _, below in rows[index + 1 :] for column in below}
        spread = dict(titles)
        if under:
            below = rows[index + 1][1]
            spread |= parted(titles, below)
            spread |= _merged(number, titles, under, areas)
            spread |= _alike(titles, below, {area.left for area in areas if area.top == number})
        for column, text in spread.items():
            made[column] = (*made.get(column, ()), text)
    return made


def parted(above: Mapping[int, str], below: Mapping[int, str]) -> dict[int, str]:
    """The columns over which a title of prices or volumes is spread, as the row below parts it."""
    found: dict[int, str] = {}
    for column in sorted(below.keys() - above.keys()):
        first = max((other for other in above if other < column), default=0)
        words = [plain_words(below.get(part, "")) for part in (first, column)]
        told = all(word and not re.search("[0-9]", word) for word in words)
        if told and _PARTED.search(plain_words(above[first])):
            found |= {first: above[first], column: above[first]}
    return found


def _merged(
    row: int, titles: Mapping[int, str], under: set[int], areas: Sequence[Merged]
) -> dict[int, str]:
    """What is merged over columns of which some are headed again below."""
    spread: dict[int, str] = {}
    for area in areas:
        if area.top == row and area.left in titles and area.right > area.left:
            columns = set(range(area.left, area.right + 1)) & under
            spread |= dict.fromkeys(columns, titles[area.left])
    return spread


def _alike(above: Mapping[int, str], below: Mapping[int, str], merged: set[int]) -> dict[int, str]:
    """Groups that are not merged: each goes on as long as the next, headed by the same words."""
    starts = [c for c in sorted(above) if c in below and c not in merged]
    groups = []
    for start in starts:
        end = start + 1
        while end in below and end not in above:
            end += 1
        groups.append(range(start, end))
    said = [tuple(plain_words(below[column]) for column in group) for group in groups]
    return {
        column: above[group.start]
        for group, words in zip(groups, said, strict=True)
        if len(words) > 1 and said.count(words) > 1 and _is_group(above[group.start])
        for column in group
    }


def _is_group(text: str) -> bool:
    """Whether a title says nothing of what stands under it, but at most whose that is."""
    return not _PARTED.search(plain_words(text)) and not read_title(text).role


def read_stack(texts: Sequence[str]) -> Title:
    """What the titles over one column say together.

    What a title below says by itself counts, and what stands over it tells whose it is.

    >>> read_stack(["PT MAJU", "Harga Satuan"]).role, read_stack(["HPS", "Jumlah"]).owner
    ('unit_price', True)
    >>> read_stack(["Harga (Rp)", "Satuan"]).role, read_stack(["NEGOSIASI", "Harga Satuan"]).role
    ('unit_price', '')
    """
    whole = read_title(" ".join(texts))
    for cut in range(1, len(texts)):
        group, below = " ".join(texts[:cut]), read_title(" ".join(texts[cut:]))
        plainly = bool(below.role in _OF_MONEY and _PRICED.search(plain_words(texts[-1])))
        counted = below.role in _OF_VOLUMES and read_title(group).role in ("quantity", "counted")
        if whole.role in _TAXED or not (_is_group(group) or plainly or counted):
            continue
        if below.role or below.rival or below.part:
            other = speaks_of_another_time(group) and below.role in _OF_MONEY
            return evolve(
                below,
                role="" if other else below.role,
                rival=below.rival or bool(other),
                owner=whole.owner,
                net=whole.net,
                offered=whole.offered,
            )
    return whole

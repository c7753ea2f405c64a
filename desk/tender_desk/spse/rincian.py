"""A bid's lines as SPSE shows them beside the same lines as this evaluation computes them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from tender_desk.spse.bid_lines import BidLine
from tender_desk.spse.causes import MISSING_RULE, Cause, Field, causes_of, gross_of
from tender_desk.spse.explaining import Ours
from tender_desk.spse.page_values import Item, SpseReading, SpseTable
from tender_desk.spse.whose_row import Known
from tender_engine.model import Price, Tender
from tender_engine.numbers import ZERO, exact
from tender_rules.similar.companies import FORMS, company_name
from tender_rules.similar.taxpayers import npwp_agrees, sixteen, whole_npwp

__all__ = ["LineCompared", "Rincian", "compared_lines", "owner_of"]

_WORD = re.compile(r"[^\W_]+")
_SIGNS = ':;,.()-–—/|"“”'
_LONGEST_NAME = 8
_AFTER_A_NAME = ("npwp", "harga", "penawaran", "rincian", "total", "kode", "alamat", "tanggal")
_OF_A_BIDDER = ("peserta", "penyedia", "perusahaan", "npwp")


@frozen
class LineCompared:
    """A line of SPSE's table and ours, where they differ.

    Attributes:
        id: ours; null where we have no such line.
        description: SPSE's words, or ours for a line that SPSE does not show.
        causes: what is taken otherwise, in the order in which it is told apart.
        effect: SPSE's less ours on the total, PPN included, in rupiah; null where SPSE's own total
            of the line is neither with nor without its PPN.
    """

    id: str | None
    description: str
    causes: tuple[Cause, ...]
    effect: Decimal | None


@frozen
class Rincian:
    """The lines that differ, what they come to, and what of the totals' difference they leave.

    `effect` is the sum of the effects that are known. `rest` is null where SPSE shows no corrected
    total beside the lines.
    """

    table: int
    lines: tuple[LineCompared, ...]
    effect: Decimal
    rest: Decimal | None

    @property
    def known(self) -> bool:
        """Whether every line has an effect that is known."""
        return all(line.effect is not None for line in self.lines)

    @property
    def explains(self) -> bool:
        """Whether the lines are all of the difference between the totals."""
        return self.rest == 0 and self.known


def owner_of(table: SpseTable, reading: SpseReading, known: Sequence[Known]) -> str | None:
    """Whose lines a table shows, by the words before or beside it; `None` where it is not sure.

    An NPWP decides before names do.
    """
    beside = [value for key, value in reading.facts if any(word in key for word in _OF_A_BIDDER)]
    for said in ([table.heading], beside):
        text = " ".join(said)
        numbers = [number for number in re.findall(r"[\d.\-]{15,24}", text) if sixteen(number)]
        by_number = {
            who.id
            for who in known
            for number in numbers
            if who.npwp and whole_npwp(who.npwp) and npwp_agrees(who.npwp, number)
        }
        found = by_number or {
            who.id for who in known if _names(text, who) and not (numbers and whole_npwp(who.npwp))
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _names(text: str, who: Known) -> bool:
    """Whether the name of a participant stands in `text`, and not within a longer name."""
    found = [(part.group().casefold(), part.start(), part.end()) for part in _WORD.finditer(text)]
    words = [word for word, _, _ in found]
    # A sign between two words parts them; a blank, an ampersand and an apostrophe do not.
    apart = [True] + [
        any(sign in _SIGNS for sign in text[end:start])
        for (_, _, end), (_, start, _) in pairwise(found)
    ]
    name = company_name(who.name)
    for at in range(len(words)):
        joined = ""
        for to in range(at, min(at + _LONGEST_NAME, len(words))):
            joined += words[to]
            if joined == name.core and _ends(words, apart, to + 1):
                before = words[at - 1] if at else ""
                form = before if before in FORMS else ""
                if (form and form == (name.form or form)) or (not form and apart[at]):
                    return True
    return False


def _ends(words: Sequence[str], apart: Sequence[bool], at: int) -> bool:
    """Whether a name may end before the word `at`."""
    if at >= len(words) or apart[at] or words[at][0].isdigit():
        return True
    return words[at] in _AFTER_A_NAME or words[at] in FORMS


def compared_lines(
    table: SpseTable, tender: Tender, price: Price, ours: Ours, theirs: Decimal | None
) -> Rincian:
    """SPSE's lines against ours; `theirs` is the corrected total that SPSE shows for the bid."""
    with exact():
        lines = {line.id: line for line in ours.lines}
        values = ours.values()
        described = _described(tender, price)
        pairs = list(_pairs(table.items, described))
        made = [
            _compared(item, name, lines.get(name or ""), values.get(name or "", ZERO), ours)
            for item, name in pairs
        ]
        shown = {name for _, name in pairs}
        made += [
            _line(name, _words(described, name), Cause(Field.TOTAL, None, value, -value))
            for name, value in values.items()
            if name not in shown
        ]
        told = tuple(line for line in made if line.causes)
        effect = sum((line.effect for line in made if line.effect is not None), ZERO)
        rest = None if theirs is None else theirs - ours.total - effect
    return Rincian(table.number, told, effect, rest)


def _words(described: Mapping[str, tuple[str, str, Decimal | None]], name: str) -> str:
    return described[name][0] if name in described else ""


def _described(tender: Tender, price: Price) -> dict[str, tuple[str, str, Decimal | None]]:
    """Description, unit and volume of every line, of the document and of the bid alone."""
    made: dict[str, tuple[str, str, Decimal | None]] = {
        line.id: (line.description, line.unit, line.quantity) for line in tender.hps.lines or ()
    }
    for line in price.lines or ():
        if line.id not in made:
            made[line.id] = (line.description or "", line.unit or "", line.quantity)
    return made


def _pairs(
    items: Sequence[Item], described: Mapping[str, tuple[str, str, Decimal | None]]
) -> Iterator[tuple[Item, str | None]]:
    """Each line of SPSE with ours of that description; of several the one of its unit and volume.

    Where one is not singled out on both sides, it is with none.
    """
    ours: dict[tuple[object, ...], list[str]] = {}
    theirs: dict[tuple[object, ...], int] = {}
    for name, (words, unit, volume) in described.items():
        for key in _keys(words, unit, volume):
            ours.setdefault(key, []).append(name)
    for item in items:
        for key in _keys(item.description, item.unit, item.volume):
            theirs[key] = theirs.get(key, 0) + 1
    for item in items:
        sure = (
            ours[key][0]
            for key in _keys(item.description, item.unit, item.volume)
            if len(ours.get(key, ())) == 1 and theirs[key] == 1
        )
        yield item, next(sure, None)


def _keys(words: str, unit: str, volume: Decimal | None) -> tuple[tuple[object, ...], ...]:
    plain = "".join(re.findall(r"[^\W_]+", words.casefold()))
    return ((plain,), (plain, unit.casefold()), (plain, unit.casefold(), volume))


def _compared(
    item: Item, name: str | None, line: BidLine | None, value: Decimal, ours: Ours
) -> LineCompared:
    if line is not None:
        return _line(name, item.description, *causes_of(item, line, value, ours))
    effect = gross_of(item, ours.general)
    theirs = item.total if effect is None else effect
    if name is None:
        return _line(None, item.description, Cause(Field.TOTAL, theirs, None, effect))
    # The document has it and the bid does not.
    return _line(name, item.description, Cause(Field.TOTAL, theirs, ZERO, effect, MISSING_RULE))


def _line(name: str | None, description: str, *causes: Cause) -> LineCompared:
    effects = [cause.effect for cause in causes if cause.effect is not None]
    told = not any(cause.field is Field.TOTAL and cause.effect is None for cause in causes)
    return LineCompared(name, description, causes, sum(effects, ZERO) if told else None)

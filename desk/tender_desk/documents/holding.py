"""What stands on one page, so that no row or line is left alone at a head or a foot.

Heights are estimated, in points, as the widths are in `layout`.
"""

from itertools import pairwise
from math import ceil

from tender_desk.documents.blocks import Block, Pairs, Paragraph, Table
from tender_desk.documents.fitting import PADDING, Fitted, Page

__all__ = ["FEW_PAIRS", "FEW_ROWS", "held", "is_tall", "leads"]

# So many rows of a table, or labels with what they stand for, are one thing to the eye.
FEW_ROWS, FEW_PAIRS = 6, 10
_LINE = 1.2
_TALL = 260.0
# A little more than half of an A4 page: what is higher would leave too much of one blank.
_TOGETHER = 400.0


def leads(block: Block, following: Block | None) -> bool:
    """Whether a sentence only announces what follows it: a table, or the lines of a list."""
    table = isinstance(following, Table | Pairs)
    return isinstance(block, Paragraph) and (table or block.text.endswith(":"))


def is_tall(row: tuple[str, ...], fit: Fitted, page: Page) -> bool:
    """Whether a row may stand so high that it is better split than moved to the next page."""
    return _height(row, fit, page) > _TALL


def held(fit: Fitted, page: Page, few: int = FEW_ROWS) -> tuple[bool, ...]:
    """Of each row whether it stays on the page of the next.

    Up to `few` rows that are not too high stay together; of more, the first two and the last two.
    """
    heights = [_height(row, fit, page) for row in fit.table.rows]
    whole = len(heights) <= few and sum(heights) <= _TOGETHER
    at_ends = (0, len(heights) - 2)
    holds = [
        whole or (index in at_ends and max(pair) <= _TALL)
        for index, pair in enumerate(pairwise(heights))
    ]
    return (*holds, False)[: len(heights)]


def _height(row: tuple[str, ...], fit: Fitted, page: Page) -> float:
    """About how high a row stands: its longest cell, line by line."""
    most = max(
        sum(
            max(1, ceil(page.width(line, fit.size) / (wide - 2 * PADDING)))
            for line in cell.split("\n")
        )
        for cell, wide in zip(row, fit.widths, strict=True)
    )
    return most * fit.size * _LINE + PADDING

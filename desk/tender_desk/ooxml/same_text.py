"""What a cell says, as a text that is the same whichever program saved the file."""

import datetime as dt
from decimal import Decimal

from tender_desk.ooxml.escapes import unescaped

__all__ = ["same_text"]

# Excel keeps no more of a number.
_EXACT_DIGITS = 15


def same_text(value: object) -> str:
    r"""A text without spaces around it, a number in plain notation, a time as in ISO 8601.

    >>> same_text(" dua\r\nbaris "), same_text(0.1 + 0.2), same_text(True)
    ('dua\nbaris', '0.3', 'TRUE')
    >>> same_text(dt.datetime(2026, 5, 4, 10)), same_text(1e3)
    ('2026-05-04T10:00:00', '1000')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{Decimal(f'{value:.{_EXACT_DIGITS}g}').normalize():f}"
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return str(value).replace(" ", "T")
    return unescaped(str(value)).replace("\r\n", "\n").strip()

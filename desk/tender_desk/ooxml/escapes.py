"""How a text of a workbook names the signs that its file cannot hold."""

import re

__all__ = ["escaped", "unescaped"]

# Excel reads `_x000D_` in a text as the sign of that number, and writes so what XML cannot hold.
# Whatever else looks so was typed: LibreOffice reads the escape of an escape, and writes it bare.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(
    r"_x(?:(005[Ff])_(?=x[0-9A-Fa-f]{4}_)|(00[01][0-9A-Fa-f]|[Ff]{3}[EeFf])_)",
)


def escaped(text: str) -> str:
    """A text as it is written, so that Excel shows it and reads no sign out of it.

    >>> escaped("dua_x0020_kata")
    'dua_x005F_x0020_kata'
    """
    return _ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """A text as Excel shows it, with the signs that its file could only name.

    >>> unescaped("dua_x0020_kata"), unescaped("_x005F_x000D_"), len(unescaped("_x000D_"))
    ('dua_x0020_kata', '_x000D_', 1)
    """
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text)

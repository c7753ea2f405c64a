"""Cells as Excel names them."""

__all__ = ["cell_name", "column_letter", "column_number"]

_LETTERS = 26


def column_letter(column: int) -> str:
    """The letters of a column.

    >>> column_letter(1), column_letter(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, from its capital letters.

    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int, sheet: str = "") -> str:
    """A cell, with its sheet where one is named.

    >>> cell_name(14, 28), cell_name(14, 4, "HPS")
    ('AB14', 'HPS!D14')
    """
    name = f"{column_letter(column)}{row}"
    return f"{sheet}!{name}" if sheet else name

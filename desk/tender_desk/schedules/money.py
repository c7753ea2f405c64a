"""Words and signs that say in what money the figures of a sheet are."""

import re

__all__ = ["foreign_money", "other_money"]

_FOREIGN = (
    r"(?:us ?)?[$€£¥]|\b(?:usd|eur|euros?|sgd|jpy|cny|rmb|gbp|aud|myr"
    r"|dollars?|dolar|yen|yuan|ringgit)\b"
)
_SIGN = re.compile(_FOREIGN, re.IGNORECASE)
_THOUSANDS = (
    r"\b(?:ribuan|jutaan|mil[iy]aran)\b"
    r"|\((?:dalam |dlm )?(?:rp\.? ?)?(?:ribu|juta|mil[iy]ar)(?: rupiah| rp\.?)?\)"
    r"|\((?:x ?(?:rp\.? ?)?|(?:dalam |dlm )?rp\.? ?)1?\.?000(?:\.?000)?\)"
    r"|\bx ?rp\.? ?1\.?000(?:\.?000)?\b"
)
# In a sentence, a foreign sign may be but a rate of exchange: it counts with what introduces it.
_SAID = re.compile(
    rf"{_THOUSANDS}|\b(?:dalam|dlm|mata uang|currency|in)\W{{0,4}}(?:{_FOREIGN})", re.IGNORECASE
)
_TITLED = re.compile(rf"{_THOUSANDS}|{_FOREIGN}", re.IGNORECASE)


def foreign_money(text: str) -> str:
    """The sign or word in a text for a money that is not rupiah; empty if there is none.

    >>> foreign_money('#,##0.00 "USD"'), foreign_money('"Rp"#,##0')
    ('USD', '')
    """
    found = _SIGN.search(text)
    return found.group() if found else ""


def other_money(text: str, *, title: bool) -> str:
    """The words in a text that say that its figures are not plain rupiah; empty if there are none.

    In the `title` of a column any other money counts, elsewhere only what is said of the figures.

    >>> other_money("Harga Satuan (USD)", title=True), other_money("(dalam ribuan)", title=False)
    ('USD', 'ribuan')
    >>> other_money("Kurs 1 USD", title=False), other_money("lima ratus ribu rupiah", title=False)
    ('', '')
    """
    found = (_TITLED if title else _SAID).search(text)
    return found.group().strip("( )") if found else ""

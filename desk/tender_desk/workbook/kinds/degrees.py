"""What a person is called without degrees and titles, which people type or leave out."""

import re

__all__ = ["DEGREE", "without_degrees"]

# Before a name; `M.` or `A.` is a name made short, and stays.
_BEFORE = frozenset(("apt", "dr", "dra", "drg", "drh", "drs", "h", "hj", "ir", "kh", "ns", "prof"))
# What is said of anybody, and tells nobody apart.
_POLITE = frozenset(("bapak", "bpk", "ibu", "sdr", "sdri"))
# Behind one, after a comma or without: `S.T.`, `M.Kom`, `A.Md.`.
DEGREE = r"[A-Z][A-Za-z]{0,3}\.[A-Za-z.]+"
_BEHIND = re.compile(DEGREE)
_SIGNS = re.compile(r"[\s.-]+")


def without_degrees(name: str) -> tuple[str, frozenset[str]]:
    """The name alone, and the degrees and titles around it, all folded.

    >>> name, degrees = without_degrees("Dr. Ir. Hasan Basri, M.T.")
    >>> name, sorted(degrees)
    ('hasan basri', ['dr', 'ir', 'mt'])
    >>> without_degrees("Dedi S.E.") == without_degrees("dedi, SE")
    True
    >>> without_degrees("M. Yusuf"), without_degrees("S.T.")
    (('m. yusuf', frozenset()), ('s.t.', frozenset()))
    """
    called, *degrees = (part.strip() for part in name.split(","))
    words = called.split()
    if len(words) > 1 and _folded(words[0]) in _POLITE:
        words.pop(0)
    while len(words) > 1 and _folded(words[0]) in _BEFORE:
        degrees.append(words.pop(0))
    while len(words) > 1 and _BEHIND.fullmatch(words[-1]):
        degrees.append(words.pop())
    return " ".join(words).casefold(), frozenset(filter(None, map(_folded, degrees)))


def _folded(degree: str) -> str:
    return _SIGNS.sub("", degree).casefold()

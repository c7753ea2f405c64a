"""Words that were typed wrong: another's word but for one sign."""

from tender_engine.formats.signs import plain_words

__all__ = ["misspelt"]

# In shorter words one sign makes another word, and figures are no words.
_SHORTEST = 4


def misspelt(own: str, document: str) -> tuple[str, ...]:
    """The words of `own` that are a word of `document` but for one slip, in order.

    A slip is one letter more, one less, another one, or two that changed places.

    >>> misspelt("Pekejaan galain tanah", "Pekerjaan galian tanah biasa")
    ('pekejaan', 'galain')
    """
    said, meant = plain_words(own).split(), plain_words(document).split()
    right, known = [word for word in meant if word not in said], set(meant)
    odd = [word for word in said if len(word) >= _SHORTEST and word not in known]
    return tuple(word for word in odd if any(_is_slip(word, each) for each in right))


def _is_slip(word: str, meant: str) -> bool:
    """Whether one slip makes `word` of `meant`."""
    if not (word.isalpha() and meant.isalpha()) or abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    rest, other = word[start:], meant[start:]
    changed_places = rest[:1] == other[1:2] and rest[1:2] == other[:1] and rest[2:] == other[2:]
    return changed_places or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]

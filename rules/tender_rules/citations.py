"""The provisions that rules cite, each looked up in the text that its mark speaks of."""

from tender_engine.findings import Citation, Source

__all__ = ["DOCUMENT", "LKPP", "lkpp", "perpres", "secondary", "unverified"]

LKPP = "Peraturan LKPP 12/2021"


def perpres(article: str) -> Citation:
    """An article of Perpres 16/2018, read in the regulation's own text."""
    return Citation("Perpres 16/2018", article, Source.TEXT)


def secondary(instrument: str, article: str) -> Citation:
    """A provision read only where another text quotes it."""
    return Citation(instrument, article, Source.SECONDARY)


def unverified(instrument: str, article: str) -> Citation:
    """Common knowledge of the field that no text which was read confirms."""
    return Citation(instrument, article, Source.UNVERIFIED)


def lkpp(article: str) -> Citation:
    """A passage of Peraturan LKPP 12/2021, read in quotations."""
    return secondary(LKPP, article)


# The tender's own document binds all parties; each use adds the clause.
DOCUMENT = perpres("Pasal 1 angka 43")

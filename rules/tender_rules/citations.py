"""The provisions that rules cite, each looked up in the text that its mark speaks of."""

import datetime as dt

from tender_engine.findings import Citation, Source
from tender_engine.law import Law
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook

__all__ = ["DOCUMENT", "LKPP", "article_for", "lkpp", "named", "perpres", "secondary", "unverified"]

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


def named(law: Law, article: str) -> str:
    """An article of Perpres 16/2018 in a sentence, as it is called under `law`."""
    cited = law.cite(perpres(article))
    return f"{cited.instrument} {cited.article}"


def article_for(
    package: Package, rulebook: Rulebook, article: str, since: dt.date = dt.date.min
) -> str:
    """An article of Perpres 16/2018 in a fault of a package, as it is called on its day.

    `since` is the day from which the value holds that cites it, where one does.
    """
    return rulebook.cited(perpres(article), package.tender, since).article


# The tender's own document binds all parties; each use adds the clause.
DOCUMENT = perpres("Pasal 1 angka 43")

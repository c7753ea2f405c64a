"""The words for ids, codes and verdicts, and citations as people write them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tender_cli.messages import CATALOGUES, language, say
from tender_cli.notices_id import NOTICES
from tender_cli.output import figure, money, score
from tender_cli.terms_en import TERMS

if TYPE_CHECKING:
    from tender.findings import Citation, UsedValue
    from tender.model import Package
    from tender_rules.documents.kind import Kind

__all__ = [
    "STYLES",
    "author",
    "awaited",
    "cash",
    "cell",
    "cited",
    "follow_up",
    "founded",
    "gap",
    "mark",
    "moment",
    "names_of",
    "node_title",
    "of_kind",
    "places_of",
    "ranked_by",
    "read_as",
    "short_stage",
    "shortlist_title",
    "signed",
    "stage_title",
    "styles",
    "term",
    "used",
]

# Colour only repeats what the word says.
STYLES: Mapping[str, str] = {"lulus": "green", "gugur": "bold red", "belum_dinilai": "bold"}


def term(group: str, code: str) -> str:
    """The words for `code`; a code without words is said as it is, with spaces.

    In Indonesian they are the words that the record itself uses.
    """
    words = CATALOGUES[language()].get(f"{group}.{code}")
    if words is None:
        words = (_of_the_record if language() == "id" else _in_english)(group, code)
    return words or code.replace("_", " ")


def _in_english(group: str, code: str) -> str | None:
    return TERMS.get(group, {}).get(code)


def _of_the_record(group: str, code: str) -> str | None:
    from tender_rules.documents import labels

    tables: Mapping[str, Mapping[Any, str]] = {
        "basis": labels.TERMS,
        "criterion": labels.TERMS,
        "effective": labels.EFFECTIVE,
        "field": labels.FIELDS,
        "ground": labels.GROUNDS,
        "kind": labels.TERMS,
        "needs": labels.AWAITED,
        "notice": NOTICES,
        "next": {name: words[0] for name, words in labels.FOLLOW_UP.items()},
        "who": labels.TERMS,
    }
    return tables.get(group, {}).get(code)


def follow_up(kind: "Kind", code: str) -> str:
    """What follows; after a list and in a Seleksi one code may mean something of its own."""
    if language() == "id":
        return kind.follow_up(code)[0]
    groups = ["next_of_list"] * kind.listing + ["next_of_seleksi"] * kind.seleksi
    own = next((group for group in groups if code in TERMS[group]), "next")
    return term(own, code)


def awaited(kind: "Kind", needs: str, ranked_by: Iterable[str]) -> str:
    """What is awaited; `ranked_by` is what the bids are ordered by, where they are."""
    if language() == "id":
        return kind.awaited(needs, ranked_by)
    own = kind.listing and needs in TERMS["needs_of_list"]
    return term("needs_of_list" if own else "needs", needs)


def shortlist_title(kind: "Kind") -> str:
    """What those who may bid are called together."""
    return say("evaluate.shortlist" if kind.seleksi else "evaluate.list")


def of_kind(kind: "Kind", text: str) -> str:
    """Words about a Tender as this kind says them: what consultants ask is a biaya."""
    return kind.said(text) if language() == "id" else text


def stage_title(kind: "Kind", stage: str) -> str:
    """A stage in the words of this kind of procurement."""
    return of_kind(kind, term("stage", stage))


def node_title(procedure: str, node: str) -> str:
    """A node of a procedure: what fails and what is recorded has its own words in some."""
    own = f"{node}_{procedure}"
    return term("stage", own if f"stage.{own}" in CATALOGUES[language()] else node)


def author(name: str) -> str:
    """Who set a value: the nation, the document, or a local standard by its own name."""
    return (language() == "en" and _in_english("set_by", name)) or name


def short_stage(stage: str) -> str:
    """A stage as the title of a narrow column."""
    return term("short", stage)


def mark(verdict: str) -> str:
    """A verdict as a word of at most five letters."""
    return say(f"mark.{verdict}")


def styles() -> dict[str, str]:
    """How a table colours its verdicts."""
    return {mark(verdict): style for verdict, style in STYLES.items()}


def cell(number: Decimal | None) -> str:
    """A figure as it was written, for a column; a dash where it is not known."""
    return "-" if number is None else figure(number)


def cash(amount: Decimal | None) -> str:
    """An amount for a column; a dash where it is not known."""
    return "-" if amount is None else money(amount)


def ranked_by(value: Decimal | Fraction | None, places: int = 2) -> str:
    """What bids are ordered by, an amount or a score; a dash where it is not known."""
    if isinstance(value, Fraction):
        return score(value, places)
    return cash(value)


def places_of(values: Iterable[Decimal | Fraction | None]) -> int:
    """The decimals that part the scores of a column."""
    from tender_rules.words import apart

    return apart(value for value in values if isinstance(value, Fraction))


def gap(total: Decimal, parts: Iterable[Decimal]) -> Decimal:
    """What amounts as they are shown lack of their sum as it is shown."""
    from tender_rules.words import to_sen

    return to_sen(total) - sum(map(to_sen, parts), Decimal(0))


def signed(amount: Decimal) -> str:
    """An effect on a total, with its sign."""
    shown = money(amount)
    return f"+{shown}" if amount > 0 and shown.strip("0.,") else shown


def moment(at: dt.datetime) -> str:
    """A time as the record writes it; in English as ISO 8601 does."""
    if language() == "en":
        return at.isoformat(sep=" ")
    from tender_rules.words import date_and_clock

    return date_and_clock(at)


def names_of(package: "Package") -> dict[str, str]:
    """Each participant as its id and name."""
    return {who.id: f"{who.id} {who.name}" for who in package.participants}


def cited(citations: "Iterable[Citation]") -> str:
    """Provisions in one line, each with how well it was read and the document's clause."""
    return "; ".join(_cited(citation) for citation in citations)


def _cited(citation: "Citation") -> str:
    source = say(f"source.{citation.source}")
    clause = f", {say('clause')} {citation.clause}" if citation.clause else ""
    return f"{citation.instrument} {citation.article} [{source}]{clause}"


def used(value: "UsedValue") -> str:
    """A value of the law as it was used: what, from which text, and who set it."""
    return f"{value.param} = {read_as(value)}: {founded(value)}"


def read_as(value: "UsedValue") -> str:
    """What a value of the law is, and in which reading."""
    return value.value + (f" ({say('variant')} {value.variant})" if value.variant else "")


def founded(value: "UsedValue") -> str:
    """From which text a value comes, how well that was read, and who set it."""
    source = say(f"source.{value.source}")
    clause = f", {say('clause')} {value.clause}" if value.clause else ""
    set_by = f", {say('set_by')} {author(value.set_by)}" if value.set_by != "nasional" else ""
    return f"{value.instrument} {value.article} [{source}]{clause}{set_by}"

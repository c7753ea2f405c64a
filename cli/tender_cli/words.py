"""The words for ids, codes and verdicts, and citations as people write them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from tender_cli.messages import language, say
from tender_cli.output import figure, money, score

if TYPE_CHECKING:
    from tender_desk.documents.kind import Kind
    from tender_engine.basis import Basis
    from tender_engine.declared import Vocabulary, Words
    from tender_engine.evaluation import Evaluation, StageVerdict
    from tender_engine.findings import Citation, Finding, UsedValue
    from tender_engine.law import Provision
    from tender_engine.model import Package

__all__ = [
    "after_award_lines",
    "author",
    "awaited",
    "cash",
    "cell",
    "cited",
    "day",
    "fact",
    "follow_up",
    "founded",
    "gap",
    "mark",
    "meant",
    "moment",
    "names_of",
    "node_title",
    "of_kind",
    "passage",
    "places_of",
    "ranked_by",
    "read_as",
    "reason_of",
    "retold",
    "rule_named",
    "short_stage",
    "shortlist_title",
    "signed",
    "since",
    "spoken",
    "stage_title",
    "styles",
    "used",
    "value_in_words",
    "value_named",
    "worked",
]

# Colour only repeats what the word says.
STYLES: Mapping[str, str] = {"lulus": "green", "gugur": "bold red", "belum_dinilai": "bold"}


def spoken(named: "Mapping[str, Words]") -> "Vocabulary":
    """What a rulebook names, in the language spoken: its `words`, or those of `evaluation.basis`.

    A screen says what it shows in the words of the rulebook that it was made under.
    """
    from tender_engine.declared import Vocabulary

    return Vocabulary.of(named, language())


def after_award_lines(
    evaluation: "Evaluation", words: "Vocabulary", today: "dt.date | None" = None
) -> Iterator[str]:
    """Where the result stands since people acted on it, and what it waits for; else nothing."""
    from tender_desk.documents.after_award import stands

    found = stands(evaluation, words, today)
    if found.state:
        yield say("after_award.state", state=found.state)
    if found.untold:
        yield say("after_award.waits", waits="; ".join(found.untold))


def follow_up(words: "Vocabulary", kind: "Kind", code: str) -> str:
    """What follows; after a list and in a Seleksi one code may mean something of its own."""
    return of_kind(kind, words.within("next", kind.contexts, code))


def awaited(words: "Vocabulary", kind: "Kind", needs: str, ranked_by: Iterable[str]) -> str:
    """What is awaited; `ranked_by` is what the bids are ordered by, where they are."""
    return of_kind(kind, kind.awaited(words, needs, ranked_by))


def shortlist_title(kind: "Kind") -> str:
    """What those who may bid are called together."""
    if kind.alone:
        return say("evaluate.alone")
    return say("evaluate.shortlist" if kind.seleksi else "evaluate.list")


def of_kind(kind: "Kind", text: str) -> str:
    """Words about a Tender as this kind says them: what consultants ask is a biaya."""
    return kind.said(text) if language() == "id" else text


def stage_title(words: "Vocabulary", kind: "Kind", stage: str) -> str:
    """A stage in the words of this kind of procurement."""
    return of_kind(kind, words.said("stage", stage))


def node_title(words: "Vocabulary", procedure: str, node: str) -> str:
    """A node of a procedure: what fails and what is recorded has its own words in some."""
    groups = (f"node.{procedure}", "node", "stage")
    said = (words.texts.get(f"{group}.{node}") for group in groups)
    return next(filter(None, said), node)


def author(words: "Vocabulary", name: str) -> str:
    """Who set a value: the nation, the document, or a local standard by its own name."""
    return words.texts.get(f"set_by.{name}", name)


def short_stage(words: "Vocabulary", stage: str) -> str:
    """A stage as the title of a narrow column."""
    return words.said("stage.short", stage)


def mark(verdict: str) -> str:
    """A verdict as a word of at most five letters."""
    return say(f"mark.{verdict}")


def styles() -> dict[str, str]:
    """How a table colours its verdicts."""
    return {mark(verdict): style for verdict, style in STYLES.items()}


def retold(text: str) -> str:
    """A sentence of a record, in the language spoken."""
    if language() == "id":
        return text
    from tender_rules.in_english import in_english

    return in_english(text)


def reason_of(found: "StageVerdict | Finding") -> str:
    """Why somebody passed, failed or waits, in the language spoken."""
    if language() == "id":
        return found.reason
    from tender_rules.in_english import reason_in_english

    return reason_in_english(found)


def worked(text: str) -> str:
    """A computation with its numbers, in the language spoken."""
    said = retold(text)
    return _figured(text) if said == text else said


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
    """A time as the record writes it, in the language spoken."""
    from tender_rules.words import date_and_clock

    return _figured(date_and_clock(at))


def day(on: dt.date) -> str:
    """A day with the month's name, in the language spoken."""
    from tender_rules.words import long_date

    return _figured(long_date(on))


def since(on: dt.date, until: dt.date | None = None) -> str:
    """From which day something holds, and until which where it ended."""
    ends = f" {say('until')} {day(until)}" if until else ""
    return f"{say('since')} {day(on)}{ends}"


def _figured(text: str) -> str:
    """Figures, days and times as a record writes them, in the language spoken."""
    from tender_rules.words import in_english_figures

    return text if language() == "id" else in_english_figures(text)


def names_of(package: "Package") -> dict[str, str]:
    """Each participant as its id and name."""
    return {who.id: f"{who.id} {who.name}" for who in package.participants}


def cited(words: "Vocabulary", citations: "Iterable[Citation]") -> str:
    """Provisions in one line, each with how well it was read and the document's clause."""
    return "; ".join(_cited(words, citation) for citation in citations)


def _cited(words: "Vocabulary", citation: "Citation") -> str:
    source = words.said("source", citation.source)
    clause = f", {say('clause')} {citation.clause}" if citation.clause else ""
    return f"{passage(citation)} [{source}]{clause}"


def used(basis: "Basis", kind: "Kind", value: "UsedValue") -> str:
    """A value of the law as it was used: what, from which text, and who set it."""
    words = spoken(basis.words)
    said = f"{value_named(words, value.param)} = {value_in_words(basis, value)}"
    return f"{of_kind(kind, said)}: {founded(words, value)}"


def value_named(words: "Vocabulary", param: str) -> str:
    """What a value of the law is called; in English with its code, for `tender rules`."""
    return _coded(words.param(param), param)


def rule_named(basis: "Basis", kind: "Kind", rule: str) -> str:
    """What a rule is called; in English with its code, for `tender explain`."""
    known = basis.rules.get(rule)
    return _coded(of_kind(kind, retold(known.title)), rule) if known else rule


def _coded(said: str, code: str) -> str:
    return said if language() == "id" or said == code else f"{said} ({code})"


def value_in_words(basis: "Basis", value: "UsedValue") -> str:
    """A value of the law in words, as the sheet `Konfirmasi` asks it."""
    from tender_desk.documents.wording import value_said

    unit = basis.parameters[value.param].unit
    return _figured(value_said(spoken(basis.words), unit, value.param, value.value))


def read_as(words: "Vocabulary", value: "UsedValue") -> str:
    """What a value of the law is as a package writes it, and in which reading."""
    variant = f" ({say('variant')} {value.variant})" if value.variant else ""
    return meant(words, value) + variant


def meant(words: "Vocabulary", value: "UsedValue") -> str:
    """A value of the law as a package writes it, and what such a term means."""
    told = words.texts.get(f"param.{value.param}.{value.value}")
    return f"{value.value}: {told}" if told else value.value


def founded(words: "Vocabulary", value: "UsedValue") -> str:
    """From which text a value comes, how well that was read, and who set it."""
    source = words.said("source", value.source)
    clause = f", {say('clause')} {value.clause}" if value.clause else ""
    by = author(words, value.set_by)
    set_by = f", {say('set_by')} {by}" if value.set_by != "nasional" else ""
    return f"{passage(value)} [{source}]{clause}{set_by}"


def passage(source: "Citation | UsedValue | Provision") -> str:
    """A provision by its name; the tender's own document by its number.

    A text is called what it is in any language; what people say of it is told in that spoken.
    """
    from tender_desk.documents.wording import numbered
    from tender_engine.findings import DOCUMENT

    article = numbered(source.article) if source.instrument == DOCUMENT else source.article
    return f"{retold(source.instrument)} {retold(article)}"


def fact(name: str, value: str) -> tuple[str, str]:
    """A fact of a finding by its name and value, in the language spoken."""
    from tender_rules.told_facts import fact_in_english, told_fact

    told = told_fact(name, value)
    return told if language() == "id" else fact_in_english(*told)

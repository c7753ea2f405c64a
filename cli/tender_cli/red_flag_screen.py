"""Red flags on a screen: what was looked at, and where each of them stands."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from tender_cli.messages import language, say
from tender_cli.output import figure, score
from tender_cli.tables import Page
from tender_cli.tenders_together_screen import bidder_named
from tender_cli.words import fact
from tender_engine.findings import Source
from tender_rules import national
from tender_rules.red_flags.declared import Found, Group, Raised
from tender_rules.red_flags.looking import Answer
from tender_rules.similar.across.overview import Overview

__all__ = ["print_flags"]

_MOST_TOLD = 20
_DECIMALS = 4


def print_flags(answers: Sequence[Answer], overview: Overview, screen: Page) -> None:
    """Each flag with its definition and threshold, of how many, and where it stands."""
    screen.heading(say("flags.title", source=answers[0].flag.cites.instrument))
    for answer in answers:
        flag = answer.flag
        screen.line(f"{flag.code} {flag.words.said(language())}: {_looked_at(answer)}")
        raised = [(found, each) for found in answer.found for each in found.raised]
        if raised:
            screen.line(f"{flag.definition.said(language())}. {_limits(answer, overview)}", 2)
        for found, each in raised[:_MOST_TOLD]:
            screen.line(_raised(found, each, overview), 2)
        if len(raised) > _MOST_TOLD:
            screen.line(say("together.more", count=len(raised) - _MOST_TOLD), 2)


def _looked_at(answer: Answer) -> str:
    if answer.flag.not_computed is not None:
        return say("flags.not_computed", why=answer.flag.not_computed.said(language()))
    return "; ".join(map(_population, answer.found))


def _population(found: Found) -> str:
    of = say(f"flags.group.{found.group}")
    if not found.enough:
        return say("flags.too_few", of=of, count=found.population, least=found.least)
    return say("flags.raised", of=of, raised=len(found.raised), count=found.population)


def _figure(value: Fraction) -> str:
    """A count as it is, a share to four decimals."""
    if value.denominator == 1:
        return figure(Decimal(value.numerator))
    return score(value, _DECIMALS)


def _limits(answer: Answer, overview: Overview) -> str:
    """The values of its thresholds, marked where no text gives them."""
    told = []
    for param in answer.flag.thresholds:
        used = overview.ask.law.value(param)
        key = "flags.unverified" if used.source is Source.UNVERIFIED else "flags.limit"
        named = national().parameters[param].words.said(language())
        told.append(say(key, named=named, value=figure(used.number)))
    return "; ".join(told)


def _raised(found: Found, each: Raised, overview: Overview) -> str:
    parts = [*_subject(found, each, overview)]
    if each.value is not None:
        parts.append(say("flags.value", value=_figure(each.value)))
    parts += (": ".join(fact(name, value)) for name, value in each.facts.items())
    return "; ".join(parts)


def _subject(found: Found, each: Raised, overview: Overview) -> Iterator[str]:
    if found.group is Group.TENDER:
        yield say("flags.tender", n=each.subject)
    elif found.group is not Group.PESERTA:
        yield each.subject
    if each.participants:
        yield ", ".join(bidder_named(name, overview) for name in each.participants)

"""Why a total of SPSE is another one: the computation that makes it, and line by line."""

from collections.abc import Sequence
from decimal import Decimal

from tender.evaluation import Correction, Evaluation
from tender.numbers import ZERO
from tender_cli.correction_story import print_changes
from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cell, cited
from tender_rules.spse.comparing import cited_behind
from tender_rules.spse.computing import Computation, Rounded
from tender_rules.spse.explaining import Effect, Explanation, Found
from tender_rules.spse.rincian import Rincian

__all__ = ["print_explanation", "print_lines", "way_said"]


def print_explanation(
    evaluation: Evaluation, bidder: str, explained: Explanation, page: Page
) -> None:
    """The one computation that makes SPSE's corrected total, or that none or several do."""
    difference = _signed(explained.difference)
    page.line(say(f"spse_found.{explained.found}", difference=difference), 4)
    for way in explained.ways:
        page.line(f"- {way_said(way)}", 6)
    if others := explained.roundings[1:]:
        said = "; ".join(map(_rounded_said, others))
        page.line(say("spse.other_roundings", ways=said), 6)
    if explained.effects:
        _effects(evaluation, bidder, explained.effects, page)
    elif explained.found is not Found.SATU:
        _own(evaluation, bidder, explained, page)


def way_said(way: Computation) -> str:
    """A computation in words, by what it takes."""
    if way.uncorrected:
        words = [say("spse_way.uncorrected")]
    else:
        words = [say(f"spse_way.{way.source}"), say(f"spse_way.{way.vat}")]
        flags = ("extra", "blank", "lumsum")
        words += [say(f"spse_way.{flag}") for flag in flags if getattr(way, flag)]
    words += [_rounded_said(way.rounded)] if way.rounded else []
    return "; ".join(words)


def _rounded_said(way: Rounded) -> str:
    unit = say("spse_round.sen" if way.places else "spse_round.rupiah")
    how = say("spse_round.down" if way.down else "spse_round.half_up")
    return say("spse_round.said", what=say(f"spse_round.{way.scope}"), unit=unit, how=how)


def _effects(evaluation: Evaluation, bidder: str, effects: Sequence[Effect], page: Page) -> None:
    rows = [
        (
            found.line or say("story.whole"),
            say(f"spse_aspect.{found.aspect}"),
            cell(found.theirs),
            cell(found.ours),
            _signed(found.effect),
            found.rule,
        )
        for found in effects
    ]
    total = sum((found.effect for found in effects), ZERO)
    rows.append((say("spse.sum"), "", "", "", _signed(total), ""))
    titles = ("line", "what", "spse", "here", "effect", "rule")
    page.table([say(f"column.{title}") for title in titles], rows, right=(2, 3, 4))
    for rule in dict.fromkeys(found.rule for found in effects):
        page.line(f"{rule}: {cited(cited_behind(evaluation, bidder, rule))}", 6)


def _own(evaluation: Evaluation, bidder: str, explained: Explanation, page: Page) -> None:
    """Our own corrections from the stated total, and what they do not explain."""
    result = evaluation.price(bidder)
    corrections: tuple[Correction, ...] = result.corrections if result else ()
    if corrections:
        print_changes(corrections, page)
    page.line(say("spse.unexplained", amount=_signed(explained.difference)), 6)


def print_lines(rincian: Rincian, page: Page) -> None:
    """SPSE's own lines beside ours, those that differ, and what is left beyond them."""
    if not rincian.lines and not rincian.rest:
        page.line(say("spse.lines_same", number=rincian.table), 4)
        return
    page.line(say("spse.lines", number=rincian.table), 4)
    rows = [
        (
            line.id or say("spse.not_ours"),
            line.description,
            say(f"spse_field.{name}"),
            cell(theirs),
            cell(ours),
            # The effect is of the line, and stands once.
            ("?" if line.effect is None else _signed(line.effect)) if not at else "",
        )
        for line in rincian.lines
        for at, (name, theirs, ours) in enumerate(line.differs)
    ]
    titles = ("line", "item", "what", "spse", "here", "effect")
    if rows:
        page.table([say(f"column.{title}") for title in titles], rows, right=(3, 4, 5))
    if rincian.rest:
        page.line(say("spse.lines_rest", amount=_signed(rincian.rest)), 6)


def _signed(amount: Decimal) -> str:
    return f"+{cell(amount)}" if amount > 0 else cell(amount)

"""Why a total of SPSE is another one: the computation that makes it, and line by line."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from tender_cli.correction_story import print_changes
from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cash, cell, cited, gap, retold, signed
from tender_desk.documents.view import View
from tender_desk.spse.causes import Cause, Field
from tender_desk.spse.comparing import BidderCompared, cited_behind
from tender_desk.spse.computing import Computation, Rounded
from tender_desk.spse.explaining import Aspect, Effect, Explanation, Found
from tender_desk.spse.rincian import Rincian
from tender_engine.declared import Vocabulary
from tender_engine.numbers import ZERO

__all__ = ["print_causes"]

_NO_AMOUNTS = (Aspect.VOLUME, Aspect.PPN)
_AS_WRITTEN = (Field.VOLUME, Field.HARGA, Field.PPN)


def print_causes(view: View, bidder: BidderCompared, words: Vocabulary, page: Page) -> None:
    """SPSE's own lines where it shows them; what makes the total alone where they do not tell."""
    explained = bidder.explanation
    differs = "" if explained is None else _differs(explained)
    if differs and bidder.rincian:
        page.line(differs, 4)
        differs = ""
    for rincian in bidder.rincian:
        _lines(view, bidder.id, rincian, words, page)
    if explained is None or any(rincian.explains for rincian in bidder.rincian):
        return
    page.line(f"{differs} {say(f'spse_found.{explained.found}')}".lstrip(), 4)
    _explanation(view, bidder, explained, words, page)


def _differs(explained: Explanation) -> str:
    return say("spse.differs", difference=signed(explained.difference))


def _explanation(
    view: View, bidder: BidderCompared, explained: Explanation, words: Vocabulary, page: Page
) -> None:
    """The one computation that makes SPSE's corrected total, or that none or several do."""
    for way in explained.ways:
        page.line(f"- {way_said(way)}", 6)
    if others := explained.roundings[1:]:
        said = "; ".join(map(_rounded_said, others))
        page.line(say("spse.other_roundings", ways=said), 6)
    if explained.effects:
        _effects(view, bidder.id, explained.effects, words, page)
    elif explained.found is not Found.SATU:
        _unexplained(view, bidder, explained, words, page)


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


def _effects(
    view: View, bidder: str, effects: Sequence[Effect], words: Vocabulary, page: Page
) -> None:
    rows = [
        (
            found.line or say("story.whole"),
            say(f"spse_aspect.{found.aspect}"),
            *_taken(found.aspect in _NO_AMOUNTS, found.theirs, found.ours),
            signed(found.effect),
            _rule(view, found.rule),
        )
        for found in effects
    ]
    total = sum((found.effect for found in effects), ZERO)
    if left := gap(total, (found.effect for found in effects)):
        rows.append((say("spse.gap"), "", "", "", signed(left), ""))
    rows.append((say("spse.sum"), "", "", "", signed(total), ""))
    titles = ("line", "what", "spse", "here", "effect", "rule")
    page.table([say(f"column.{title}") for title in titles], rows, right=(2, 3, 4))
    _cites(view, bidder, (found.rule for found in effects), words, page)


def _rule(view: View, rule: str) -> str:
    """What a rule is called, in the language spoken."""
    return retold(view.rule(rule))


def _cites(view: View, bidder: str, rules: Iterable[str], words: Vocabulary, page: Page) -> None:
    """Each rule once, with its provisions."""
    for rule in dict.fromkeys(rules):
        provisions = cited(words, cited_behind(view.evaluation, bidder, rule))
        page.line(f"{_rule(view, rule)}: {provisions}", 6)


def _unexplained(
    view: View, bidder: BidderCompared, explained: Explanation, words: Vocabulary, page: Page
) -> None:
    """Without lines of SPSE's our own corrections from the stated total; then what is left."""
    rests = [rincian.rest for rincian in bidder.rincian if rincian.rest is not None]
    result = view.evaluation.price(bidder.id)
    if result is not None and result.corrections and not rests:
        print_changes(result.corrections, words, page, partial(_rule, view))
    amount = min(rests, key=abs, default=explained.difference)
    page.line(say("spse.unexplained", amount=signed(amount)), 6)


def _lines(view: View, bidder: str, rincian: Rincian, words: Vocabulary, page: Page) -> None:
    """SPSE's own lines beside ours, those that differ, their sum, and what is left beyond them."""
    number = rincian.table
    page.line(say("spse.lines" if rincian.lines else "spse.lines_same", number=number), 4)
    if rincian.lines:
        rows = [
            (
                line.id or say("spse.not_ours"),
                line.description,
                say(f"spse_field.{cause.field}"),
                *_taken(cause.field in _AS_WRITTEN, cause.theirs, cause.ours),
                _effect(cause),
                _rule(view, cause.rule) if cause.rule else "",
            )
            for line in rincian.lines
            for cause in line.causes
        ]
        known = [c.effect for line in rincian.lines for c in line.causes if c.effect is not None]
        if sum(known, ZERO) == rincian.effect and (left := gap(rincian.effect, known)):
            rows.append((say("spse.gap"), "", "", "", "", signed(left), ""))
        rows.append((say("spse.sum"), "", "", "", "", signed(rincian.effect), ""))
        titles = ("line", "item", "what", "spse", "here", "effect", "rule")
        page.table([say(f"column.{title}") for title in titles], rows, right=(3, 4, 5))
        behind = (cause.rule for line in rincian.lines for cause in line.causes if cause.rule)
        _cites(view, bidder, behind, words, page)
    _conclusion(rincian, page)


def _effect(cause: Cause) -> str:
    """A part whose effect stands in that of its line's total has none of its own."""
    if cause.effect is not None:
        return signed(cause.effect)
    return "?" if cause.field is Field.TOTAL else ""


def _conclusion(rincian: Rincian, page: Page) -> None:
    """Whether the lines are all of the difference, where SPSE shows its corrected total."""
    if not rincian.known:
        page.line(say("spse.lines_unknown"), 6)
    if rincian.rest is None or not (rincian.rest or (rincian.lines and rincian.explains)):
        return
    told = "spse.lines_all" if rincian.explains else "spse.lines_rest"
    told = told if rincian.lines else "spse.lines_none"
    amounts = {"sum": rincian.effect, "difference": rincian.effect + rincian.rest}
    amounts["rest"] = rincian.rest
    page.line(say(told, **{name: signed(amount) for name, amount in amounts.items()}), 6)


def _taken(as_written: bool, *sides: Decimal | None) -> tuple[str, ...]:
    """SPSE's figure and ours: volumes, rates and unit prices as written, amounts to the sen."""
    return tuple(map(cell if as_written else cash, sides))

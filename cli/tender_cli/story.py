"""A participant's whole story, with the formulas and the numbers that went into them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import starmap

from tender_cli.correction_story import print_correction
from tender_cli.messages import say
from tender_cli.output import figure, money
from tender_cli.tables import Page
from tender_cli.words import (
    cash,
    cell,
    cited,
    fact,
    mark,
    moment,
    of_kind,
    places_of,
    ranked_by,
    reason_of,
    retold,
    rule_named,
    shortlist_title,
    spoken,
    stage_title,
    used,
    worked,
)
from tender_desk.documents.kind import Kind
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation, PriceResult, StageVerdict
from tender_engine.findings import Finding, Verdict
from tender_engine.judgement import Vote
from tender_engine.model import Participant
from tender_engine.numbers import percent_of
from tender_engine.terms import Phase, StageId
from tender_rules.formulas import formulas_of
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi, is_seleksi
from tender_rules.stages import administration

__all__ = ["is_amount", "print_story"]

# Facts of findings that are amounts of rupiah, which people read to the sen.
_AMOUNTS = frozenset(
    {
        "batas",
        "biaya_operasional",
        "biaya_pemeliharaan",
        "biaya_umur_ekonomis",
        "daftar_kuantitas",
        "disepakati",
        "harga_penawaran",
        "harga_reverse_auction",
        "harga_terkoreksi",
        "hasil_klarifikasi",
        "hea",
        "nilai_sisa",
        "pagu",
        "penawaran_tanpa_ppn",
        "pengaruh",
        "pengurang",
        "surat_penawaran",
        "total_terkoreksi",
    }
)
# What else may be days or percent is money in the facts of these rules.
_ASKED, _OF_MONEY = frozenset({"diminta", "diserahkan"}), frozenset({administration.bid_bond.id})
_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+|/[0-9]+)?")


def print_story(evaluation: Evaluation, bidder: Participant, page: Page) -> None:
    """Everything about `bidder`: correction, verdicts, votes, formulas, place, bond."""
    page.line(f"{bidder.id}  {bidder.name}")
    for line in _handed_in(evaluation, bidder):
        page.line(line)
    price, kind = evaluation.price(bidder.id), Kind.of_evaluation(evaluation)
    words = spoken(evaluation.basis.words)
    for stage, verdict in evaluation.verdicts_of(bidder.id):
        page.heading(f"{stage_title(words, kind, stage)}: {words.term(verdict.verdict).lower()}")
        page.line(reason_of(verdict), 2)
        if stage is StageId.KOREKSI_ARITMATIK and price is not None:
            print_correction(evaluation, bidder, price, kind, page)
        _findings(evaluation, kind, verdict, page)
        _votes(evaluation, stage, verdict, page)
    _formulas(evaluation, bidder, page)
    _place(evaluation, kind, bidder, words, page)


def _handed_in(evaluation: Evaluation, bidder: Participant) -> Iterator[str]:
    """When each of its documents came in."""
    times = {phase: getattr(bidder.submitted, phase) for phase in Phase}
    for phase, at in times.items():
        if at is not None:
            yield say(f"submitted.{phase}", at=moment(at))
    before = has_prakualifikasi(evaluation.package.tender)
    if before and times[Phase.KUALIFIKASI] is None:
        yield say("story.not_applied")
    elif times[Phase.PENAWARAN] is None and bids_are_due(evaluation.package):
        yield say("story.registered")


def _findings(evaluation: Evaluation, kind: Kind, verdict: StageVerdict, page: Page) -> None:
    for finding in verdict.findings:
        named = rule_named(evaluation.basis, kind, finding.rule)
        page.line(f"[{mark(finding.verdict)}] {named}: {reason_of(finding)}", 2)
        facts = ", ".join(starmap(partial(_fact, finding.rule), finding.facts.items()))
        if facts:
            page.line(f"{say('story.facts')}: {facts}", 4)
        _basis(evaluation, kind, finding, page)


def _fact(rule: str, name: str, value: str) -> str:
    """A fact as people read it: an amount to the sen, all else in words and figures."""
    named, told = fact(name, value)
    amount = is_amount(rule, name) and _FIGURE.fullmatch(value)
    return f"{named} = {money(Fraction(value)) if amount else told}"


def _basis(evaluation: Evaluation, kind: Kind, finding: Finding, page: Page) -> None:
    words = spoken(evaluation.basis.words)
    page.line(f"{say('story.basis')}: {cited(words, finding.citations)}", 4)
    for value in finding.values:
        page.line(f"{say('story.value')}: {used(evaluation.basis, kind, value)}", 4)


def _votes(evaluation: Evaluation, stage: StageId, verdict: StageVerdict, page: Page) -> None:
    names = {member.id: member.name for member in evaluation.package.pokja.members}
    words = spoken(evaluation.basis.words)
    coded = {criterion.id for criterion in evaluation.package.tender.asks(stage).criteria}
    for vote in verdict.votes:
        said = _word(vote, words)
        stands = "" if vote.counts else f" ({say('story.replaced')})"
        note = f": {vote.entry.note}" if vote.entry.note else ""
        about = vote.criterion if vote.criterion in coded else words.term(vote.criterion)
        page.line(f"{about}, {names[vote.member]}: {said}{stands}{note}", 4)


def _word(vote: Vote, words: Vocabulary) -> str:
    """What a member said, as a verdict or as a score."""
    if vote.verdict is not None:
        return words.term(vote.verdict).lower()
    return say("story.score", score=cell(vote.score))


def _formulas(evaluation: Evaluation, bidder: Participant, page: Page) -> None:
    """Each formula of the method with this bidder's numbers, in the words of the record."""
    made = formulas_of(evaluation, bidder.id)
    if made:
        page.heading(say("story.formulas"))
        for formula in made:
            page.line(f"{retold(formula.label)}: {worked(formula.text)}", 2)


def _place(
    evaluation: Evaluation, kind: Kind, bidder: Participant, words: Vocabulary, page: Page
) -> None:
    page.heading(say("story.place"))
    if kind.before:
        page.line(_on_the_list(evaluation, kind, bidder), 2)
    if kind.listing:
        return
    if kind.cancelled:
        page.line(say("evaluate.cancelled", what=kind.fails), 2)
        return
    _rank(evaluation, kind, bidder, words, page)
    fallen = [s for s, v in evaluation.verdicts_of(bidder.id) if v.verdict is Verdict.GUGUR]
    if fallen:
        page.line(say("story.fallen", stage=stage_title(words, kind, fallen[0])), 2)
    elif evaluation.failure is None:
        _bond(evaluation, kind, evaluation.price(bidder.id), page)


def _on_the_list(evaluation: Evaluation, kind: Kind, bidder: Participant) -> str:
    title = shortlist_title(kind)
    if bidder.id in evaluation.shortlist:
        return say("story.listed", title=title)
    over = evaluation.shortlist or evaluation.failure is not None
    return say("story.not_listed" if over else "story.no_list", title=title)


def _rank(
    evaluation: Evaluation, kind: Kind, bidder: Participant, words: Vocabulary, page: Page
) -> None:
    price = evaluation.price(bidder.id)
    place = evaluation.place(bidder.id)
    if place is None:
        page.line(say("story.no_rank"), 2)
    else:
        places = places_of(each.figure for each in evaluation.ranking)
        basis = f"{of_kind(kind, words.term(place.by))} {ranked_by(place.figure, places)}"
        page.line(say("story.rank", rank=place.rank, basis=basis), 2)
    if price is not None and price.percent_of_hps is not None:
        hps = money(evaluation.package.tender.hps.total)
        percent = figure(price.percent_of_hps)
        total = cash(price.corrected_total)
        page.line(say("story.percent", total=total, hps=hps, percent=percent), 2)
    if price is not None and price.reverse_auction_total is not None:
        share = percent_of(price.reverse_auction_total, evaluation.package.tender.hps.total)
        total = money(price.reverse_auction_total)
        page.line(say("story.auctioned", total=total, percent=figure(share)), 2)
    if price is not None and price.negotiated_total is not None:
        page.line(say("story.agreed", total=money(price.negotiated_total)), 2)
    if bidder.id == evaluation.winner:
        page.line(say("story.winner"), 2)
    elif bidder.id in evaluation.reserves:
        page.line(say("story.reserve", number=evaluation.reserves.index(bidder.id) + 1), 2)


def _bond(evaluation: Evaluation, kind: Kind, price: PriceResult | None, page: Page) -> None:
    if price is None or price.corrected_total is None or is_seleksi(evaluation.package.tender):
        return
    bond = price.performance_bond
    if bond is None:
        page.line(say("story.no_bond"), 2)
        return
    share = Decimal(evaluation.law.value("bond.performance_share").value)
    # Which base was taken is read from the figure, so that the law's line is drawn in one place.
    contract = price.final_total or price.corrected_total
    of_bid = contract * share == bond
    base = contract if of_bid else evaluation.package.tender.hps.total
    own = "story.base_bid" if contract == price.corrected_total else "story.base_contract"
    taken = say(own if of_bid else "story.base_hps")
    page.line(
        say("story.bond", share=figure(share), words=taken, base=money(base), bond=money(bond)),
        2,
    )
    for name in ("bond.performance_share", "bond.performance_from_share"):
        value = evaluation.law.value(name)
        page.line(f"{say('story.value')}: {used(evaluation.basis, kind, value)}", 4)


def is_amount(rule: str, name: str) -> bool:
    """Whether the fact `name` of a finding by `rule` is an amount of rupiah."""
    return name in _AMOUNTS or (rule in _OF_MONEY and name in _ASKED)

"""Penetapan: the proposed winner and reserves, who decides, and whether the act agrees."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from attrs import define

from tender_engine.declared import StageWords, Words
from tender_engine.events import Award, Withdrawal
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import Participant, Tender
from tender_engine.terms import Decider, StageId, Subject
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages import orders
from tender_rules.stages.bids_in_order import Order
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.ranking import order_of, rank, score_of
from tender_rules.stages.standing_acts import beside_computation, last_act, left, talks_failed
from tender_rules.words import apart

__all__ = ["agrees", "award", "decider", "decider_of", "in_line", "names_winner", "proposed"]

_STAGE = StageId.PENETAPAN


@define
class AwardFile:
    """A bidder who is proposed: its place among those who passed the proof, and the act on it."""

    tender: Tender
    place: int
    act: Award | None
    agrees: bool


@rule(
    "award.proposed",
    "Pemenang dan pemenang cadangan",
    secondary("Model Dokumen Pemilihan", "IKP 33"),
    secondary("Permen PUPR 14/2020", "Pasal 98 ayat (1)"),
    since="2018-03-22",
)
def is_proposed(file: AwardFile, ask: Ask) -> Outcome | None:
    """The first in rank who passed the proof is proposed, with reserves where there are any.

    Who has been determined so is proposed no more.
    """
    ask.decimal("award.reserves_most")
    title = f"pemenang cadangan {file.place}" if file.place else "pemenang"
    title = title.capitalize() if file.agrees else f"Calon {title}"
    return passes(title, urutan=file.place + 1)


@rule(
    "award.decider",
    "Yang menetapkan pemenang",
    perpres("Pasal 13 ayat (1) huruf c angka 1"),
    perpres("Pasal 9 ayat (1) huruf n angka 1"),
    since="2018-03-22",
)
def decided_by(file: AwardFile, ask: Ask) -> Outcome | None:
    """The Pokja determines up to a budget ceiling (pagu), above it the PA."""
    if is_seleksi(file.tender):
        return None
    return _decided_by(file, ask.decimal("award.pokja_up_to"))


@rule(
    "award.decider_of_seleksi",
    "Yang menetapkan pemenang Seleksi",
    perpres("Pasal 13 ayat (1) huruf c angka 2"),
    perpres("Pasal 9 ayat (1) huruf n angka 2"),
    since="2018-03-22",
)
def seleksi_decided_by(file: AwardFile, ask: Ask) -> Outcome | None:
    """For consultancy the ceiling up to which the Pokja determines is another."""
    if not is_seleksi(file.tender):
        return None
    return _decided_by(file, ask.decimal("award.pokja_up_to_consultancy"))


def _decided_by(file: AwardFile, limit: Decimal) -> Outcome:
    pagu = file.tender.pagu
    who = _decider(pagu, limit)
    words = {"pokja": "Pokja Pemilihan", "pa": "Pengguna Anggaran"}[who]
    return passes(f"Ditetapkan oleh {words}", pagu=pagu, batas=limit, oleh=who)


@rule(
    "award.act",
    "Tindakan penetapan",
    perpres("Pasal 50 ayat (1) huruf g"),
    since="2018-03-22",
)
def act(file: AwardFile, ask: Ask) -> Outcome | None:
    """The act of people is set beside the computation; a difference is said, never mended."""
    if file.act is None:
        return None
    return beside_computation(file.act, agrees=file.agrees, pemenang=file.act.winner)


RULES = (is_proposed, decided_by, seleksi_decided_by, act)


def _decider(pagu: Decimal, limit: Decimal) -> Decider:
    return Decider.POKJA if pagu <= limit else Decider.PA


def decider(case: Case) -> Decider:
    """Who determines the winner of this tender."""
    return decider_of(case.package.tender, case.ask)


def decider_of(tender: Tender, ask: Ask) -> Decider:
    """Who determines the winner of `tender`: above a budget ceiling (pagu) the PA."""
    kind = "award.pokja_up_to_consultancy" if is_seleksi(tender) else "award.pokja_up_to"
    return _decider(tender.pagu, ask.decimal(kind))


def proposed(case: Case) -> list[str]:
    """Winner and reserves, in rank order: only who passed all before, once all is decided.

    Where prices are opened in turn the reserves wait with theirs sealed.
    """
    return [name for name in _still_in_line(case) if not left(case.package, name, _STAGE)]


def in_line(case: Case) -> list[str]:
    """Who is proposed, and who would have been but has left."""
    return _lined_up(case, {})


def _still_in_line(case: Case) -> list[str]:
    """The same, but for those of whom it is noted already that they left: they may be many."""
    leading = case.leading_to(_STAGE)
    return case.until_decided("in line", lambda: _lined_up(case, case.fallers(_STAGE)), *leading)


def _lined_up(case: Case, noted: Mapping[str, None]) -> list[str]:
    """The line without whom is `noted` to have left; in turn the first of all says if it opens."""
    order = order_of(case)
    if order.open or any(_undecided(case, order)):
        return []
    passers = _passers(case)
    standing = _standing_in_order(case, order, passers, {} if order.by.in_turn else noted)
    if not standing or not all(standing[0] in names for names in passers):
        return []
    places = int(case.ask.decimal("award.reserves_most")) + 1
    line: list[str] = []
    for name in standing:
        line.append(name)
        places -= not left(case.package, name, _STAGE)
        if places == 0:
            break
    return line


def _passers(case: Case) -> list[dict[str, None]]:
    """Who passed each stage that everybody has to; talks before an award are with one bid."""
    before = (each for each in case.before.get(_STAGE, ()) if each is not StageId.NEGOSIASI)
    return [case.passers(stage) for stage in (*before, StageId.EVALUASI_HARGA)]


def _undecided(case: Case, order: Order) -> Iterator[str]:
    """Whoever is in the order and undecided after it, at the proof or in talks."""
    return (name for name in case.pending(case.leading_to(_STAGE)) if name in order.figures)


def _standing_in_order(
    case: Case,
    order: Order,
    passers: Sequence[Mapping[str, None]],
    noted: Mapping[str, None],
) -> list[str]:
    """Who has come through and not fallen, in rank order; looked for only among the ranks left.

    Where prices are opened in turn the proof comes before them, and is all that is needed.
    """
    upstream = {*case.leading_to(_STAGE)}
    alone = [case.passers(StageId.PEMBUKTIAN_KUALIFIKASI)]
    proven, *others = alone if order.by.in_turn else passers

    def is_out(name: str) -> bool:
        fell = name in case.falls and not upstream.isdisjoint(case.falls[name])
        return fell or name in noted

    unnoted = proven.keys() - noted.keys()
    through = (name for name in unnoted if all(name in names for names in others))
    standing = {name for name in through if name in order.figures and not is_out(name)}
    if not standing:
        return []
    whose = "still in line" if noted else "in line"
    ranks = islice(order.names, order.first(whose, is_out), None)
    return list(islice((name for name in ranks if name in standing), len(standing)))


def agrees(case: Case, act: Award) -> bool:
    """Whether a determination names the computed winner, reserves and decider.

    With whom talks have failed is no winner any more, so the act that named it is not the last.
    """
    same = names_winner(case, act) and act.by == decider(case)
    return same and (act.reserves is None or _names_reserves(case, act, act.reserves))


def _names_reserves(case: Case, act: Award, named: Sequence[str]) -> bool:
    """Whether an act names the computed reserves; whoever left later was one when it was made."""
    happened = case.package.happened
    stayed = [
        name
        for name in named
        if not any(event.at > act.at for event in happened.about(Withdrawal, name))
    ]
    computed = _standing(case)[1:]
    return stayed == (computed if len(stayed) == len(named) else computed[: len(stayed)])


def names_winner(case: Case, act: Award) -> bool:
    """Whether a determination names the computed winner, whoever made it and its reserves are."""
    return [act.winner] == _standing(case)[:1]


def _standing(case: Case) -> list[str]:
    """Who is proposed and has not failed in the talks of a Seleksi."""
    names = proposed(case)
    if not is_seleksi(case.package.tender):
        return names
    return [name for name in names if not talks_failed(case.package, name)]


def _admit(case: Case) -> list[str]:
    return _still_in_line(case)


def _decide(case: Case, bidder: Participant) -> Decision:
    standing = last_act(case, Subject.PEMILIHAN)
    acted = standing if isinstance(standing, Award) else None
    place = proposed(case).index(bidder.id)
    matching = acted is not None and agrees(case, acted)
    file = AwardFile(case.package.tender, place, acted, matching)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    ordered = orders.BY_METHOD.get(case.package.tender.method)
    if ordered is not None:
        found += apply_rules(case, _STAGE, bidder, (ordered,), _order_file(case, bidder))
    return decide_by(found, met=f"{found[0][0].reason}.")


def _order_file(case: Case, bidder: Participant) -> orders.OrderFile:
    order = rank(case)
    place = next(place for place in order if place.participant == bidder.id)
    places = apart(other.figure for other in order if isinstance(other.figure, Fraction))
    price = case.prices.get(bidder.id)
    total = price.corrected_total if price else None
    return orders.OrderFile(case.package.tender, place, score_of(case, bidder.id), total, places)


award = Stage(
    _STAGE,
    StageWords(
        Words("Penetapan pemenang", "Determination of the winner (penetapan)"),
        Words("Tetap", "Award"),
    ),
    _decide,
    _admit,
    rules=(*RULES, *orders.BY_METHOD.values()),
)

"""Every method of evaluation a second time: slow, obvious, in fractions, over the raw package.

It knows the packages that `tender_rules.testing.procurements` draws: joint judgements, one fact for
administration, no pool, no variant of the law. Nothing in it comes from the law's own modules.
"""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from math import floor

from attrs import field, frozen

from tender_engine.events import Award, PriceOpening, RankingDecision
from tender_engine.model import HpsLine, Package, Participant, Price
from tender_engine.seals import reveal_for_storage

WEIGHED = ("sistem_nilai", "kualitas_biaya")
BY_PRICE = ("harga_terendah_sistem_gugur", "harga_terendah_ambang_batas", "biaya_terendah")
BY_QUALITY = ("kualitas", "pagu_anggaran")
CONSULTANTS = ("jasa_konsultansi_badan_usaha", "jasa_konsultansi_perorangan")
CALLED_AT_ONCE = 3
SHORTLIST_LEAST, SHORTLIST_MOST = 3, 7


@frozen
class Result:
    """What the second way comes to."""

    technical: dict[str, Fraction] = field(factory=dict)
    totals: dict[str, Fraction] = field(factory=dict)
    price: dict[str, Fraction] = field(factory=dict)
    combined: dict[str, Fraction] = field(factory=dict)
    order: tuple[tuple[int, str, Fraction], ...] = ()
    winner: str | None = None
    reserves: tuple[str, ...] = ()


def score(package: Package, stage: str, name: str) -> tuple[Fraction, bool] | None:
    """Weighted total and whether it reaches every threshold; `None` while a member is silent."""
    asked = package.tender.asks(stage)
    scored = [criterion for criterion in asked.criteria if criterion.max_score is not None]
    if not scored:
        return None
    total, reached = Fraction(0), True
    for criterion in scored:
        latest: dict[str, tuple[dt.datetime, Fraction]] = {}
        for entry in package.assessments:
            asks = (entry.stage, entry.participant, entry.criterion)
            if asks != (stage, name, criterion.id) or entry.score is None:
                continue
            for member in entry.by:
                if member not in latest or latest[member][0] < entry.at:
                    latest[member] = entry.at, Fraction(entry.score)
        if len(latest) < len(package.pokja.members):
            return None
        mean = sum((value for _, value in latest.values()), Fraction(0)) / len(latest)
        total += mean / Fraction(criterion.max_score) * Fraction(criterion.weight)
        if criterion.threshold is not None and mean < Fraction(criterion.threshold):
            reached = False
    if asked.threshold is not None and total < Fraction(asked.threshold):
        reached = False
    return total, reached


def found_wanting(package: Package, stage: str, name: str) -> bool:
    """Whether the panel found that `name` misses something at `stage`."""
    return any(
        (entry.stage, entry.participant, entry.verdict) == (stage, name, "tidak_memenuhi")
        for entry in package.assessments
    )


def corrected_total(package: Package, bidder: Participant) -> Fraction:
    """The corrected total with PPN, by the words of the regulation."""
    price, contract = reveal_for_storage(bidder.price), package.tender.contract
    if contract in ("lumsum", "terima_jadi", "putar_kunci"):
        total = Fraction(price.stated_total)
    elif price.lines is None:
        total = Fraction(price.corrected_total)
    else:
        total = _multiplied(package, price) + _lumsum_part(package, price)
    asked = package.tender.requirements.get("koreksi_aritmatik")
    parts = {"rupiah": 1, "sen": 100}.get(asked.rounding if asked is not None else None)
    return total if parts is None else Fraction(floor(total * parts + Fraction(1, 2)), parts)


def _rate(package: Package, line: HpsLine) -> Fraction:
    own = line.vat_percent
    return Fraction(package.tender.hps.vat_percent if own is None else own)


def _multiplied(package: Package, price: Price) -> Fraction:
    """The document's quantity, times its months where it has some, times the bid's unit price."""
    offered = {line.id: line for line in price.lines}
    total = Fraction(0)
    for line in package.tender.hps.lines:
        bid = offered.get(line.id)
        if line.part == "lumsum" or bid is None or bid.unit_price is None:
            continue
        amount = Fraction(line.quantity) * Fraction(bid.unit_price)
        if line.person_months is not None:
            amount *= Fraction(line.person_months)
        total += amount * (100 + _rate(package, line)) / 100
    return total


def _lumsum_part(package: Package, price: Price) -> Fraction:
    """The part of a gabungan price that stays as stated; its lines all have one rate."""
    if price.stated_parts is None:
        return Fraction(0)
    fixed = [line for line in package.tender.hps.lines if line.part == "lumsum"]
    rate = _rate(package, fixed[0]) if fixed else Fraction(package.tender.hps.vat_percent)
    return Fraction(price.stated_parts.lumsum) * (100 + rate) / 100


def listed(package: Package) -> tuple[str, ...]:
    """The list of a first prakualifikasi: who passed, of a Seleksi the seven best."""
    stages = ("evaluasi_kualifikasi", "pembuktian_kualifikasi")
    passed: list[tuple[Fraction, str]] = []
    for who in package.participants:
        found = score(package, stages[0], who.id)
        below = found is not None and not found[1]
        if not below and not any(found_wanting(package, stage, who.id) for stage in stages):
            passed.append((found[0] if found else Fraction(0), who.id))
    if len(passed) < SHORTLIST_LEAST:
        return ()
    if package.tender.category not in CONSULTANTS:
        return tuple(name for _, name in passed)
    best = sorted(passed, key=lambda pair: -pair[0])
    groups = _parted([(-value, name) for value, name in best], package)
    return tuple(name for _, name in groups)[:SHORTLIST_MOST]


def second_opinion(package: Package) -> Result:
    """The bids of a complete package, evaluated again."""
    made = Result()
    for who in package.participants:
        found = score(package, "evaluasi_teknis", who.id)
        if found is not None and _reaches_technical(package, who):
            made.technical[who.id] = found[0]
    standing = [who for who in package.participants if _stands_before_price(package, who)]
    if package.tender.method == "kualitas":
        return _one_after_the_other(package, standing, made)
    for who in standing:
        made.totals[who.id] = corrected_total(package, who)
    left = [who for who in standing if _price_is_good(package, who.id, made.totals[who.id])]
    for who in left if package.tender.method in WEIGHED else ():
        lowest = min(made.totals[other.id] for other in left)
        made.price[who.id] = lowest / made.totals[who.id] * 100
        on_technical = Fraction(package.tender.asks("evaluasi_teknis").weight) / 100
        on_price = Fraction(package.tender.asks("evaluasi_harga").weight) / 100
        made.combined[who.id] = (
            on_technical * made.technical[who.id] + on_price * made.price[who.id]
        )
    order = _ranked(package, [_figure(package, who, made) for who in left], made)
    return _awarded(package, made, order)


def _reaches_technical(package: Package, who: Participant) -> bool:
    """Whether a bid came in, and nothing before the technical stage stops it."""
    if who.submitted.penawaran is None:
        return False
    stages = ["evaluasi_administrasi"]
    if package.tender.procedure == "pascakualifikasi":
        stages.append("evaluasi_kualifikasi")
    if any(found_wanting(package, stage, who.id) for stage in stages):
        return False
    known = who.facts["evaluasi_administrasi"].named["bid_validity_days"]
    return known >= package.tender.asks("evaluasi_administrasi").named["bid_validity_days"]


def _stands_before_price(package: Package, who: Participant) -> bool:
    """Whether nothing before its price stops a bid."""
    stages = ["evaluasi_teknis"]
    if package.tender.envelope == "dua_tahap":
        stages.append("penyetaraan_teknis")
        if who.submitted.penawaran_tahap_dua is None:
            return False
    if not _reaches_technical(package, who):
        return False
    if any(found_wanting(package, stage, who.id) for stage in stages):
        return False
    found = score(package, "evaluasi_teknis", who.id)
    return found is None or found[1]


def _price_is_good(package: Package, name: str, total: Fraction) -> bool:
    hps, tender = Fraction(package.tender.hps.total), package.tender
    if tender.category in CONSULTANTS:
        return tender.method != "pagu_anggaran" or total <= Fraction(tender.pagu)
    if total > hps:
        return False
    return total * 100 >= hps * 80 or not found_wanting(package, "evaluasi_harga", name)


def _figure(package: Package, who: Participant, made: Result) -> tuple[Fraction, str]:
    """What a bid is ordered by, so that the smallest comes first."""
    method = package.tender.method
    if method in WEIGHED:
        return -made.combined[who.id], who.id
    if method in BY_QUALITY:
        return -made.technical[who.id], who.id
    total = made.totals[who.id]
    if method == "umur_ekonomis":
        life = reveal_for_storage(who.price).life_cycle
        for cost in (*life.operating, *life.maintenance):
            total += Fraction(cost)
        total -= Fraction(life.residual)
    return total, who.id


def _ranked(
    package: Package, figures: list[tuple[Fraction, str]], made: Result
) -> list[tuple[Fraction, str]]:
    """In order; at an equal figure the better technical score, at an equal one the Pokja.

    In two stages technical offers have been made equal, so their old scores part nobody.
    """
    equalized = package.tender.envelope == "dua_tahap"
    by_both: dict[tuple[Fraction, Fraction], list[tuple[Fraction, str]]] = {}
    for figure, name in figures:
        better = Fraction(0) if equalized else -made.technical.get(name, Fraction(0))
        key = (figure, better)
        by_both.setdefault(key, []).append((figure, name))
    ordered: list[tuple[Fraction, str]] = []
    for key in sorted(by_both):
        ordered += _parted(by_both[key], package)
    return ordered


def _parted(figures: list[tuple[Fraction, str]], package: Package) -> list[tuple[Fraction, str]]:
    """Equal ones as the Pokja decided about exactly these, else by name."""
    ordered: list[tuple[Fraction, str]] = []
    for figure in sorted({value for value, _ in figures}):
        names = sorted(name for value, name in figures if value == figure)
        for event in package.events:
            if isinstance(event, RankingDecision) and sorted(event.order) == names:
                names = list(event.order)
        ordered += [(figure, name) for name in names]
    return ordered


def _awarded(package: Package, made: Result, order: list[tuple[Fraction, str]]) -> Result:
    names = [name for _, name in order]
    through = _proven(package, names)
    sign = 1 if package.tender.method in (*BY_PRICE, "umur_ekonomis") else -1
    places = tuple((n, name, sign * figure) for n, (figure, name) in enumerate(order, 1))
    winner = through[0] if through else None
    return Result(
        made.technical, made.totals, made.price, made.combined,
        places, winner, tuple(through[1:3]),
    )  # fmt: skip


def _proven(package: Package, names: Sequence[str]) -> list[str]:
    """Who passed the proof of qualification; after a prakualifikasi there is none left to pass."""
    if package.tender.procedure == "prakualifikasi":
        return list(names)
    stage = "pembuktian_kualifikasi"
    everybody = [name for name in names if not found_wanting(package, stage, name)]
    if package.tender.method == "kualitas":
        # One cost is opened at a time, so nobody after the first good one has passed the price.
        return everybody[:1]
    if package.tender.asks(stage).scope == "semua_lulus_harga":
        return everybody
    for start in range(0, len(names), CALLED_AT_ONCE):
        called = names[start : start + CALLED_AT_ONCE]
        good = [name for name in called if not found_wanting(package, stage, name)]
        if good:
            return good
    return []


def _one_after_the_other(package: Package, standing: list[Participant], made: Result) -> Result:
    """Kualitas: the best first; only its cost is opened, and the next one's once it is out."""
    order = _ranked(package, [_figure(package, who, made) for who in standing], made)
    found = _awarded(package, made, order)
    bidders = {who.id: who for who in standing}
    openings = sum(isinstance(event, PriceOpening) for event in package.events)
    for _, name, _ in found.order[:openings]:
        found.totals[name] = corrected_total(package, bidders[name])
        if name == found.winner:
            break
    return found


def bids_came_in(package: Package) -> bool:
    """Whether there is more than a prakualifikasi."""
    if package.tender.procedure == "pascakualifikasi":
        return True
    return any(isinstance(e, Award) and e.of == "kualifikasi" for e in package.events)


__all__ = ["Result", "bids_came_in", "corrected_total", "listed", "score", "second_opinion"]

"""Red flags that only many tenders show: what lies outside of the others' range."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from tender_engine.declared import Words
from tender_engine.findings import said
from tender_rules.red_flags.bids import Fate, is_by_price
from tender_rules.red_flags.declared import Flag, Found, Group, Looking, Raised, counted, flag
from tender_rules.red_flags.outliers import fences, quantile
from tender_rules.similar.across.who_is_who import Given
from tender_rules.similar.spelling import letters

__all__ = ["FLAGS", "difference"]

_LEAST, _DISTANCES = "flag.population_least", "flag.iqr_distances"
_HUNDRED = 100
# How often of how many times, and of one bid in which tender and whether it fell.
_Ratio = tuple[int, int]
_Fell = tuple[int, bool]


@flag(
    "R024",
    Words("Harga dekat dengan harga pemenang", "Price close to the winning bid"),
    Words(
        "Selisih penawaran sah terendah kedua terhadap penawaran pemenang, dibagi penawaran "
        "pemenang, tidak lebih dari pagar bawah pencilan",
        "What the second-lowest valid bid is above the winning one, over the winning one, is at "
        "most the lower fence of outliers",
    ),
    _DISTANCES,
    _LEAST,
)
def close_to_winner(looking: Looking) -> Iterator[Found]:
    """Low outliers of the differences."""
    yield _differences(looking, low=True)


@flag(
    "R058",
    Words("Harga pemenang jauh di bawah", "Heavily discounted bid"),
    Words(
        "Selisih penawaran sah terendah kedua terhadap penawaran pemenang, dibagi penawaran "
        "pemenang, tidak kurang dari pagar atas pencilan",
        "What the second-lowest valid bid is above the winning one, over the winning one, is at "
        "least the upper fence of outliers",
    ),
    _DISTANCES,
    _LEAST,
)
def heavily_discounted(looking: Looking) -> Iterator[Found]:
    """High outliers of the differences."""
    yield _differences(looking, low=False)


def _differences(looking: Looking, *, low: bool) -> Found:
    found, left_out = {}, []
    for given in looking.tenders:
        made = difference(looking, given)
        if isinstance(made, str):
            left_out.append(made)
        else:
            found[given.n] = made
    least = int(looking.ask.decimal(_LEAST))
    if len(found) < least:
        return Found(Group.TENDER, len(found), (), counted(left_out), least)
    bounds = fences([value for value, _ in found.values()], _distances(looking))
    outside = bounds.is_low if low else bounds.is_high
    raised = (
        Raised(str(n), bidders, value) for n, (value, bidders) in found.items() if outside(value)
    )
    return Found(Group.TENDER, len(found), tuple(raised), counted(left_out), least, bounds)


def difference(looking: Looking, given: Given) -> tuple[Fraction, tuple[str, str]] | str:
    """How far the second-lowest valid bid is above the winner's, and whose both are; or why not."""
    award = looking.awards.get(given.n)
    valid = [bid for bid in looking.bids[given.n] if bid.fate is Fate.SAH]
    if award is None:
        return "tanpa_penetapan"
    if not is_by_price(given.evaluation):
        return "bukan_menurut_harga"
    if any(bid.joint for bid in valid):
        return "ada_kso"
    prices = {bid.participant: Fraction(bid.compared) for bid in valid if bid.compared}
    won = prices.pop(award.winner, None)
    if won is None:
        return "pemenang_tidak_sah"
    if not prices:
        return "kurang_dari_dua_harga"
    second = min(prices, key=lambda name: prices[name])
    if prices[second] < won:
        return "pemenang_bukan_terendah"
    bidders = looking.who.of(given.n, award.winner), looking.who.of(given.n, second)
    return (prices[second] - won) / won, bidders


def _distances(looking: Looking) -> Fraction:
    return Fraction(looking.ask.decimal(_DISTANCES))


@flag(
    "R025",
    Words("Penawaran yang terlalu sering tidak menang", "Excessive unsuccessful bids"),
    Words(
        "Jumlah penawaran sah seorang peserta tidak kurang dari persentil batas, dan bagian yang "
        "menang tidak lebih dari pagar bawah pencilan",
        "A bidder has at least as many valid bids as the percentile, and won a share of at most "
        "the lower fence of outliers",
    ),
    "flag.often_percentile",
    _DISTANCES,
    _LEAST,
)
def seldom_winning(looking: Looking) -> Iterator[Found]:
    """Bidders that are known by their number, over the tenders with an award and without a KSO."""
    won: dict[str, list[bool]] = defaultdict(list)
    left_out = []
    for given in looking.tenders:
        award = looking.awards.get(given.n)
        valid = [bid for bid in looking.bids[given.n] if bid.fate is Fate.SAH]
        if award is None or any(bid.joint for bid in valid):
            left_out.append("tanpa_penetapan" if award is None else "ada_kso")
            continue
        for bid in valid:
            name = looking.who.of(given.n, bid.participant)
            if looking.who.bidders[name].known:
                won[name].append(bid.participant == award.winner)
            else:
                left_out.append("tanpa_npwp")
    least = int(looking.ask.decimal(_LEAST))
    if len(won) < least:
        yield Found(Group.PESERTA, len(won), (), counted(left_out), least)
        return
    share = Fraction(looking.ask.decimal("flag.often_percentile")) / _HUNDRED
    often = quantile((Fraction(len(bids)) for bids in won.values()), share)
    shares = {name: Fraction(sum(bids), len(bids)) for name, bids in won.items()}
    bounds = fences([*shares.values()], _distances(looking))
    raised = (
        Raised(name, (name,), shares[name], _of(sum(bids), len(bids)))
        for name, bids in won.items()
        if len(bids) >= often and bounds.is_low(shares[name])
    )
    yield Found(Group.PESERTA, len(won), tuple(raised), counted(left_out), least, bounds)


@flag(
    "R038",
    Words("Penawaran yang terlalu sering gugur", "Excessive disqualified bids"),
    Words(
        "Bagian penawaran yang gugur dari yang masuk pada pembeli, satuan kerja, atau peserta "
        "tidak kurang dari pagar atas pencilan",
        "The share of bids disqualified of those handed in, of a buyer, a work unit or a bidder, "
        "is at least the upper fence of outliers",
    ),
    "flag.tenders_least",
    "flag.bids_least",
    _DISTANCES,
    _LEAST,
)
def often_disqualified(looking: Looking) -> Iterator[Found]:
    """Three figures. A KSO counts as itself; buyers and units are told apart by their names."""
    by: dict[Group, dict[str, list[_Fell]]] = {
        group: defaultdict(list) for group in (Group.PEMBELI, Group.SATUAN_KERJA, Group.PESERTA)
    }
    names: dict[str, str] = {}
    unknown = []
    for given in looking.tenders:
        tender = given.evaluation.given.tender
        buyer, unit = tender.buyer, f"{tender.buyer}; {tender.work_unit}"
        for name in (buyer, unit):
            names.setdefault(letters(name), name)
        for bid in looking.bids[given.n]:
            fell, name = (given.n, bid.fate is Fate.GUGUR), looking.who.of(given.n, bid.participant)
            by[Group.PEMBELI][letters(buyer)].append(fell)
            by[Group.SATUAN_KERJA][letters(unit)].append(fell)
            if looking.who.bidders[name].known:
                by[Group.PESERTA][name].append(fell)
            else:
                unknown.append("tanpa_npwp")
    bids, tenders = (
        looking.ask.decimal(param) for param in ("flag.bids_least", "flag.tenders_least")
    )
    for group, fallen in by.items():
        of_bidders = group is Group.PESERTA
        ratios = {
            name: (sum(out for _, out in fell), len(fell))
            for name, fell in fallen.items()
            if (len(fell) >= bids if of_bidders else len({n for n, _ in fell}) >= tenders)
        }
        few = ["terlalu_sedikit"] * (len(fallen) - len(ratios))
        yield _high(looking, group, ratios, [*few, *(unknown if of_bidders else [])], names)


def _high(
    looking: Looking,
    group: Group,
    ratios: Mapping[str, _Ratio],
    left_out: Iterable[str],
    names: Mapping[str, str],
) -> Found:
    least = int(looking.ask.decimal(_LEAST))
    if len(ratios) < least:
        return Found(group, len(ratios), (), counted(left_out), least)
    shares = {name: Fraction(*ratio) for name, ratio in ratios.items()}
    bounds = fences([*shares.values()], _distances(looking))
    raised = (
        Raised(
            names.get(name, name),
            (name,) if group is Group.PESERTA else (),
            share,
            _of(*ratios[name]),
        )
        for name, share in shares.items()
        if bounds.is_high(share)
    )
    return Found(group, len(ratios), tuple(raised), counted(left_out), least, bounds)


def _of(times: int, of: int) -> dict[str, str]:
    return {"jumlah": said(times), "dari": said(of)}


FLAGS: tuple[Flag, ...] = (close_to_winner, seldom_winning, often_disqualified, heavily_discounted)

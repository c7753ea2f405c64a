"""Red flags that one tender shows by itself."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.declared import Words
from tender_engine.findings import natural, said
from tender_engine.terms import Phase, ProcedureName
from tender_rules.red_flags.bids import Bid, Fate, is_by_price
from tender_rules.red_flags.declared import Flag, Found, Group, Looking, Raised, counted, flag
from tender_rules.similar.across.who_is_who import Given
from tender_rules.stages.counting import due

__all__ = ["FLAGS"]

_NO_AWARD = "tanpa_penetapan"
_SEALED = "harga_belum_dibuka"
# From how many bids on there is anything to be the same, or another that fell.
_TWO = 2


@flag(
    "R003",
    Words("Waktu pemasukan yang singkat", "Short time to hand in bids"),
    Words(
        "Hari dari pengumuman sampai dengan batas pemasukan penawaran kurang dari batas; hanya "
        "pascakualifikasi",
        "Days from the announcement to the deadline for bids are fewer than the threshold; only "
        "where everybody may bid without a prior qualification",
    ),
    "flag.short_days",
)
def short_time(looking: Looking) -> Iterator[Found]:
    """The period is counted in whole days, from `announced_on` to the deadline in force."""
    least, raised, left_out, seen = looking.ask.decimal("flag.short_days"), [], [], 0
    for given in looking.tenders:
        package = given.evaluation.counted
        until = due(package, Phase.PENAWARAN)
        if package.tender.procedure is not ProcedureName.PASCAKUALIFIKASI:
            left_out.append("prakualifikasi")
        elif until is None:
            left_out.append("tanpa_batas_pemasukan")
        else:
            seen += 1
            begins = package.tender.announced_on
            days = (until.date() - begins).days
            if days < least:
                facts = {"diumumkan": said(begins), "batas": said(until.date())}
                raised.append(Raised(str(given.n), value=Fraction(days), facts=facts))
    yield Found(Group.TENDER, seen, tuple(raised), counted(left_out))


@flag(
    "R018",
    Words("Satu penawaran", "Single bid received"),
    Words("Hanya satu peserta memasukkan penawaran", "Only one bidder handed in a bid"),
)
def single_bid(looking: Looking) -> Iterator[Found]:
    """Every tender and Seleksi is competitive; where no bid has come in yet nothing is told."""
    counts = {given.n: looking.bids[given.n] for given in looking.tenders}
    raised = [
        Raised(str(n), (looking.who.of(n, bids[0].participant),))
        for n, bids in counts.items()
        if len(bids) == 1
    ]
    without = ["tanpa_penawaran" for bids in counts.values() if not bids]
    yield Found(Group.TENDER, len(counts) - len(without), tuple(raised), counted(without))


@flag(
    "R028",
    Words("Harga penawaran yang sama", "Identical bid prices"),
    Words(
        "Dua peserta atau lebih memasukkan penawaran dengan harga yang sama",
        "Two bidders or more handed in bids of the same price",
    ),
)
def identical_prices(looking: Looking) -> Iterator[Found]:
    """Prices as they were handed in, of bids that were opened; fallen ones too."""
    raised, left_out, seen = [], [], 0
    for given in looking.tenders:
        by_price: dict[Decimal, list[str]] = defaultdict(list)
        for bid in looking.bids[given.n]:
            if bid.stated is not None:
                by_price[bid.stated].append(looking.who.of(given.n, bid.participant))
        if sum(map(len, by_price.values())) < _TWO:
            left_out.append("kurang_dari_dua_harga")
            continue
        seen += 1
        for price, bidders in by_price.items():
            if len(bidders) > 1:
                facts = {"harga_penawaran": said(price)}
                named = tuple(sorted(bidders, key=natural))
                raised.append(Raised(str(given.n), named, facts=facts))
    yield Found(Group.TENDER, seen, tuple(raised), counted(left_out))


@flag(
    "R035",
    Words("Semua selain pemenang gugur", "All except the winning bid disqualified"),
    Words(
        "Hanya penawaran pemenang yang sah, dan sekurang-kurangnya sebanyak batas penawaran lain "
        "gugur",
        "Only the bid of the winner is valid, and at least as many others as the threshold were "
        "disqualified",
    ),
    "flag.disqualified_least",
)
def all_others_disqualified(looking: Looking) -> Iterator[Found]:
    """The value is how many others fell."""
    least, raised = looking.ask.decimal("flag.disqualified_least"), []
    for given in looking.tenders:
        award = looking.awards.get(given.n)
        bids = looking.bids[given.n]
        valid = [bid.participant for bid in bids if bid.fate is Fate.SAH]
        fallen = [bid.participant for bid in bids if bid.fate is Fate.GUGUR]
        if award is not None and valid == [award.winner] and len(fallen) >= least:
            bidders = tuple(looking.who.of(given.n, name) for name in (*valid, *fallen))
            raised.append(Raised(str(given.n), bidders, Fraction(len(fallen))))
    without = [_NO_AWARD for given in looking.tenders if given.n not in looking.awards]
    seen = len(looking.tenders) - len(without)
    yield Found(Group.TENDER, seen, tuple(raised), counted(without))


@flag(
    "R036",
    Words("Penawaran terendah gugur", "Lowest bid disqualified"),
    Words(
        "Penawaran terendah gugur, sedangkan penetapan hanya menurut harga",
        "The lowest bid was disqualified, where the award goes by the price alone",
    ),
)
def lowest_disqualified(looking: Looking) -> Iterator[Found]:
    """Prices as they were handed in. Of bids at the lowest price all have to have fallen."""
    raised, left_out, seen = [], [], 0
    for given in looking.tenders:
        why = _not_comparable(looking, given)
        if why is not None:
            left_out.append(why)
            continue
        seen += 1
        prices = [(bid.stated, bid) for bid in looking.bids[given.n] if bid.stated is not None]
        lowest = min(price for price, _ in prices)
        at_lowest = [bid for price, bid in prices if price == lowest]
        if all(bid.fate is Fate.GUGUR for bid in at_lowest):
            facts = {"harga_penawaran": said(lowest)}
            raised.append(Raised(str(given.n), _bidders(looking, given, at_lowest), facts=facts))
    yield Found(Group.TENDER, seen, tuple(raised), counted(left_out))


def _not_comparable(looking: Looking, given: Given) -> str | None:
    """Why nobody can say which bid is the lowest; one that is sealed may be it."""
    if given.n not in looking.awards:
        return _NO_AWARD
    if not is_by_price(given.evaluation):
        return "bukan_menurut_harga"
    return _SEALED if any(bid.stated is None for bid in looking.bids[given.n]) else None


def _bidders(looking: Looking, given: Given, bids: list[Bid]) -> tuple[str, ...]:
    return tuple(looking.who.of(given.n, bid.participant) for bid in bids)


FLAGS: tuple[Flag, ...] = (
    short_time,
    single_bid,
    identical_prices,
    all_others_disqualified,
    lowest_disqualified,
)

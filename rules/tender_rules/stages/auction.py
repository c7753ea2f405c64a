"""E-reverse Auction with two bids: whether it may be held, and what it came to."""

from collections.abc import Iterator

from tender_engine.events import ReverseAuction
from tender_engine.faults import Fault
from tender_engine.findings import Notice, Verdict, natural
from tender_engine.law import Ask, Outcome, passes, rule, waits
from tender_engine.model import Package
from tender_engine.terms import StageId
from tender_engine.workflow import Case, once
from tender_rules.citations import perpres, secondary
from tender_rules.procurement_kind import LOWEST_PRICE, is_seleksi
from tender_rules.stages.files import PriceFile
from tender_rules.stages.preference import applies
from tender_rules.words import rupiah

__all__ = [
    "TWO",
    "allowed",
    "auction_of",
    "auction_price",
    "auction_with",
    "is_for",
    "last_auction",
    "strangers",
    "unlawful",
]

TWO = 2
_ANY_NUMBER_CAME_IN = "dua_lulus_teknis"
_AFTER_PROOF = "dua_masuk_lulus_pembuktian"


def last_auction(package: Package) -> ReverseAuction | None:
    """The Pokja's last decision on an auction, to hold it or not."""
    return max(package.happened.of(ReverseAuction), key=lambda event: event.at, default=None)


def auction_of(case: Case) -> ReverseAuction | None:
    """The last auction of these bids that was held, if one is for tenders of this kind.

    What was decided later undoes no auction.
    """
    last = _last_held(case)
    return last if last is not None and is_for(case) else None


@once
def _last_held(case: Case) -> ReverseAuction | None:
    # That a later one was not held says nothing of the prices that this one came to.
    held = [event for event in case.package.happened.of(ReverseAuction) if event.held]
    return max(held, key=lambda event: event.at, default=None)


def auction_with(case: Case, name: str) -> ReverseAuction | None:
    """The auction that `name` was in.

    Where both who were have their totals, whoever else is there came in later for one of them.
    """
    auction = auction_of(case)
    known = [who for who in (auction.totals or {}) if who in case.prices] if auction else []
    return None if len(known) >= TWO and name not in known else auction


def is_for(case: Case) -> bool:
    """Whether an auction is for tenders of this kind: by the lowest price, without preference."""
    tender = case.package.tender
    if is_seleksi(tender) or tender.method not in LOWEST_PRICE:
        return False
    return not applies(tender, case.ask)


def allowed(case: Case) -> bool | None:
    """Whether the reading in force lets these bids be auctioned; `None` while that is open.

    Who fell in the evaluation of prices may have fallen after the auction: that leaves it open.
    """
    reading = case.ask.text("auction.with_two")
    # While a bid may still pass or fall before its price, how many there are is not known.
    known = (StageId.EVALUASI_TEKNIS, StageId.PENYETARAAN_TEKNIS)
    technical = [stage for stage in known if stage in case.verdicts]
    if any(case.pending([*technical, *case.leading_to(StageId.EVALUASI_TEKNIS)])):
        return None
    passers = list(case.passed(*technical))
    # All who handed in a bid count here, whatever became of them.
    came_in = len(case.verdicts.get(StageId.PEMBUKAAN, ()))
    if reading != _ANY_NUMBER_CAME_IN and came_in != TWO:
        return False
    if len(passers) != TWO:
        # A fall on the price lets the next of a pool come in.
        refilled = any(_fell_on_price(case, name) for name in passers)
        return None if refilled and len(passers) > TWO else False
    return _proven(case, passers) if reading == _AFTER_PROOF else True


def _fell_on_price(case: Case, name: str) -> bool:
    return case.verdict(StageId.EVALUASI_HARGA, name) is Verdict.GUGUR


def _proven(case: Case, names: list[str]) -> bool | None:
    if all(case.verdict(StageId.PEMBUKTIAN_KUALIFIKASI, name) is Verdict.LULUS for name in names):
        return True
    fell = any(case.verdict(StageId.PEMBUKTIAN_KUALIFIKASI, n) is Verdict.GUGUR for n in names)
    return False if fell else None


@rule(
    "auction.price",
    "Harga penawaran secara berulang (E-reverse Auction)",
    perpres("Pasal 50 ayat (11)"),
    secondary("Panduan e-reverse auction Kalimantan Timur", "penawaran harga secara berulang"),
    since="2018-03-22",
    awaits="reverse_auction",
)
def auction_price(file: PriceFile, ask: Ask) -> Outcome | None:
    """Each price in an auction is lower than the one before; nobody's goes up."""
    if not file.in_auction:
        return None
    # Asked for the record: that this price counts rests on both readings.
    ask.text("auction.with_two")
    ask.text("auction.prices")
    if file.auctioned is None:
        return waits("Hasil reverse auction belum diketahui", "hasil_reverse_auction")
    facts = {"harga_terkoreksi": file.total, "harga_reverse_auction": file.auctioned}
    if file.auctioned > file.total:
        told, most = rupiah(file.auctioned), rupiah(file.total)
        # No bid goes up in an auction, so that one of the figures is a slip: nobody falls by it.
        words = f"Harga reverse auction {told} lebih tinggi daripada harga terkoreksi {most}"
        return waits(words, "hasil_reverse_auction", **facts)
    return passes(f"Harga hasil reverse auction {rupiah(file.auctioned)}", **facts)


def unlawful(case: Case) -> Iterator[Fault]:
    """An auction that is not for such tenders, or not for these bids in the reading in force."""
    for index, event in enumerate(case.package.events):
        if not isinstance(event, ReverseAuction) or not event.held:
            continue
        if not is_for(case):
            reason = "hanya metode harga terendah tanpa preferensi harga yang dibangun"
            params = {"what": "reverse_auction", "reason": reason}
            yield Fault("ATR001", ("events", index, "type"), params)
        # What is still open is no fault: the same event may be lawful once all is decided.
        elif allowed(case) is False:
            reading = case.ask.text("auction.with_two")
            yield Fault("ATR036", ("events", index, "held"), {"reading": reading})


def strangers(case: Case) -> Iterator[Notice]:
    """Prices of an auction by who was not in it."""
    auction = auction_of(case)
    bids = case.verdicts.get(StageId.EVALUASI_HARGA, {})
    for name in sorted((auction.totals or {}) if auction else (), key=natural):
        if name not in bids:
            words = "Hasil reverse auction tidak dipakai: bukan peserta yang dievaluasi harganya."
            yield Notice("REVERSE_AUCTION_TIDAK_DIPAKAI", words, name)

"""E-reverse Auction: whether the Pokja held one and why, and what it came to."""

from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_engine.events import ReverseAuction
from tender_rules.words import date_and_clock

__all__ = ["auction"]


def auction(view: View) -> tuple[Block, ...]:
    """The last decision on an auction; nothing where there was none."""
    decided = view.events(ReverseAuction)
    return tuple(_auction(view, decided[-1])) if decided else ()


def _auction(view: View, event: ReverseAuction) -> Iterator[Block]:
    what = "melaksanakan" if event.held else "tidak melaksanakan"
    reason = event.reason if event.reason.endswith(".") else f"{event.reason}."
    yield Paragraph(
        f"Pokja Pemilihan memutuskan {what} penawaran harga secara berulang (E-reverse Auction), "
        f"dicatat {date_and_clock(event.at)}. Alasan: {reason}"
    )
    rows = [
        (
            view.who(x.participant),
            view.amount(x.corrected_total),
            view.amount(x.reverse_auction_total),
        )
        for x in view.evaluation.prices
    ]
    if event.held and rows:
        yield table({"Nama peserta": "<", "Harga terkoreksi": ">", "Hasil": ">"}, rows)

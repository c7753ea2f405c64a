"""The examples about the E-reverse Auction: with which bids, and what the prices come to."""

from decimal import Decimal

from attrs import evolve

from tender_engine.events import ReverseAuction
from tender_engine.faults import PackageRefusedError
from tender_engine.model import DocumentValue, Regulation
from tests.builders import (
    HARGA,
    JUDGED,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    package,
)
from tests.rules.pages.consulted import day
from tests.rules.pages.opened import awaited
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import (
    NONE,
    UNKNOWN,
    bidders,
    each,
    each_told,
    said_of,
    with_hps,
    words,
)
from tests.rules.pages.scored import places

HELD = at(20)
BEFORE, AFTER = at(19), at(21)
_REFUSED = {"ATR036": "ditolak"}


def reading(cell):
    """The document's choice among the readings, where it makes one."""
    if cell == "bawaan":
        return Regulation()
    value = cell.replace(" ", "_")
    return Regulation(values=(DocumentValue("auction.with_two", value, "LDP H", "dipilih"),))


@each
def two_bids(row):
    """Bids that came in, passed technical and proved their qualification, on a day of law."""
    came_in, technical, proven = (
        int(row[column]) for column in ("Penawaran masuk", "Lulus teknis", "Lulus pembuktian")
    )
    totals = [Decimal(1100000000) + n for n in range(came_in)]
    given = [
        *failed(TEKNIS, *(f"p{n}" for n in range(technical + 1, came_in + 1))),
        *failed(PEMBUKTIAN, *(f"p{n}" for n in range(proven + 1, technical + 1))),
    ]
    reached = {f"p{n}": Decimal(1000000000) + n for n in range(1, came_in + 1)}
    held = ReverseAuction(HELD, True, "dua penawaran", reached)
    plain = package(*bidders(totals), assessments=given, regulation=reading(row["Varian"]))
    plain = evolve(plain, tender=evolve(plain.tender, announced_on=day(row["Diumumkan"])))
    next_ = evaluated(plain).next
    return {
        "Reverse auction": accepted(evolve(plain, events=(held,))),
        "Langkah berikut": words(next_) if next_ else NONE,
    }


def accepted(given):
    """Whether an auction of these bids is taken, or refused."""
    try:
        evaluated(given)
    except PackageRefusedError as refused:
        (said,) = {fault.code for fault in refused.faults}
        return _REFUSED[said]
    return "dapat"


@each_told
def lowered(row, text):
    """What p1 came to in an auction with p2, whose price stays as it was."""
    totals = {"p1": number(row["Harga terkoreksi"]), "p2": number(row["Harga p2"])}
    reached = row["Harga reverse auction"]
    held = {"p2": totals["p2"]}
    if reached != UNKNOWN:
        held["p1"] = number(reached)
    when = {"sebelum": BEFORE, "sesudah": AFTER}.get(row["Penilaian kewajaran"])
    made = evaluated(
        package(
            *(bidder(name, total) for name, total in totals.items()),
            hps=with_hps(text),
            general=JUDGED,
            assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga", when=when)]
            if when
            else [],
            events=[ReverseAuction(HELD, True, "dua penawaran", held)],
        )
    )
    price = made.price("p1")
    return {
        "Hasil": said_of(made, HARGA),
        "Harga akhir": written(price.final_total),
        "Jaminan Pelaksanaan": written(price.performance_bond),
        "Peringkat": places(made).get("p1", NONE),
        "Menunggu": awaited(made),
    }

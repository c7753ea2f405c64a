"""What a workbook says of bids beside their schedules, before the package is read of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar

from attrs import evolve

from tender_desk.schedules.schedule_reading import Offer
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.faults import Fault, Faults
from tender_engine.formats.fields import AMOUNT, PERCENT, POSITIVE, VAT_BASE
from tender_engine.terms import FIXED_PRICE, Binding, Contract, Envelope
from tender_engine.vat import of_the_whole

__all__ = ["document_of", "leave_sealed", "offer_of"]

_OPENED, _SEALED = "pembukaan_harga", "XLS254"
_OF_VAT = frozenset({"vat_percent", "vat_base"})

T = TypeVar("T", covariant=True)


class _Shape(Protocol[T]):
    def read(self, value: object, under: Any, key: str, faults: Faults) -> T | None: ...


def _read_key(kind: _Shape[T], given: Mapping[str, Any], key: str) -> T | None:
    """A value that may be there; what cannot be read is told where the package is read."""
    return kind.read(given[key], None, key, Faults()) if key in given else None


def document_of(tender: Mapping[str, Any]) -> Offer:
    """What the document says for every bid: its PPN, and whether a schedule's total binds."""
    hps = tender.get("hps", {})
    percent, base = _read_key(PERCENT, hps, "vat_percent"), _read_key(VAT_BASE, hps, "vat_base")
    rate = None if percent is None else of_the_whole(percent, base)
    return Offer(
        vat_base=base,
        document_vat=rate,
        total_binds=_total_binds(tender),
        multiplied=_multiplied(tender.get("contract")),
    )


def offer_of(price: Mapping[str, Any], document: Offer) -> Offer:
    """What is known of a bid with this price, under a document."""
    return evolve(
        document,
        stated_total=_read_key(POSITIVE, price, "stated_total"),
        vat_percent=_read_key(PERCENT, price, "vat_percent"),
        vat_base=_read_key(VAT_BASE, price, "vat_base") or document.vat_base,
        schedule_total=_read_key(AMOUNT, price, "schedule_total"),
    )


def leave_sealed(value: Mapping[str, Any], places: CellPlaces) -> Iterator[Fault]:
    """Take out of a package what is said of the PPN of prices that are sealed and not written.

    What else is typed of one is in its envelope, and is told. Of a price that may be known, that
    its total is missing is told where the package is read.
    """
    events, one_file = value.get("events"), Envelope.SATU_FILE
    known = isinstance(events, list) and any(said.get("type") == _OPENED for said in events)
    if known or value["tender"].get("envelope") in (None, one_file):
        return
    for index, who in enumerate(value.get("participants", ())):
        price = who.get("price")
        if not isinstance(price, dict) or not price or {"stated_total", "lines"} & price.keys():
            continue
        for key in price.keys() - _OF_VAT:
            path = ("participants", index, "price", key)
            spot, params = places.spot(Fault("", path, {})), {"title": places.title(path)}
            yield Fault(_SEALED, (), params, spot=spot)
        del who["price"]


def _multiplied(contract: object) -> bool | None:
    """Whether a contract pays volume times unit price; `None` where the lines differ in that."""
    if contract in FIXED_PRICE:
        return False
    return True if contract in (Contract.HARGA_SATUAN, Contract.WAKTU_PENUGASAN) else None


def _total_binds(tender: Mapping[str, Any]) -> bool:
    """Whether the document takes a lumsum price from the total of its schedule."""
    asked = tender.get("requirements", {}).get("koreksi_aritmatik", {})
    multiplied = (Contract.HARGA_SATUAN, Contract.GABUNGAN, Contract.WAKTU_PENUGASAN)
    said = asked.get("binding") == Binding.DAFTAR_KUANTITAS
    return said and tender.get("contract") not in multiplied

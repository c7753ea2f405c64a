"""Which method, envelope, procedure and contract a category may take, and what is not built yet."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from tender_engine.events import Appeal
from tender_engine.faults import Fault, Path
from tender_engine.model import Package
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Category, Contract, Envelope, Method, ProcedureName
from tender_rules.citations import article_for
from tender_rules.procurement_kind import (
    LOWEST_PRICE,
    appeal_fits,
    is_seleksi,
    only_envelope,
    only_procedure,
)
from tender_rules.stages.administration import BID_BOND

__all__ = ["CHECKS"]

_OF_SELEKSI = (
    Method.KUALITAS_BIAYA,
    Method.KUALITAS,
    Method.PAGU_ANGGARAN,
    Method.BIAYA_TERENDAH,
)
_TURNKEY = (Contract.TERIMA_JADI, Contract.PUTAR_KUNCI)
_OF_TENDER = tuple(method for method in Method if method not in _OF_SELEKSI)
# What a consultant may be contracted as, and what goods and other services.
_CONSULTED = (Contract.LUMSUM, Contract.WAKTU_PENUGASAN)
_DELIVERED = (Contract.HARGA_SATUAN, Contract.LUMSUM, Contract.GABUNGAN)


def _not_yet(path: Path, what: str, reason: str) -> Fault:
    return Fault("ATR001", path, {"what": what, "reason": reason})


def _not_allowed(
    package: Package,
    rulebook: Rulebook,
    key: str,
    article: str,
    fitting: Iterable[StrEnum],
    kind: str = "category",
) -> Fault:
    tender, article = package.tender, article_for(package, rulebook, article)
    found, given = str(getattr(tender, key)), str(getattr(tender, kind))
    params = {"found": found, "kind": given, "article": article, "fitting": ", ".join(fitting)}
    return Fault("ATR015", ("tender", key), params)


@needs("tender.integrated", "tender.international")
def not_built(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """What this version does not evaluate yet, each by name."""
    tender = package.tender
    for flag in ("integrated", "international"):
        if getattr(tender, flag):
            yield _not_yet(("tender", flag), flag, "ketentuan khususnya belum dibangun")


@needs("tender.category", "tender.method")
def method_fits(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Pasal 39 has the methods of a Tender, Pasal 42 those of a Seleksi."""
    tender = package.tender
    fitting = _OF_SELEKSI if is_seleksi(tender) else _OF_TENDER
    if tender.method not in fitting:
        article = "Pasal 42 ayat (1)" if is_seleksi(tender) else "Pasal 39 ayat (1)"
        yield _not_allowed(package, rulebook, "method", article, fitting)


@needs("tender.category", "tender.envelope", "tender.method")
def envelope_fits(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A Seleksi takes two files; one file is for the lowest price."""
    tender = package.tender
    if only := only_envelope(tender.category):
        if tender.envelope is not only:
            yield _not_allowed(package, rulebook, "envelope", "Pasal 43 ayat (2)", (only,))
    elif tender.envelope is Envelope.SATU_FILE and tender.method not in LOWEST_PRICE:
        fitting = (Envelope.DUA_FILE, Envelope.DUA_TAHAP)
        yield _not_allowed(package, rulebook, "envelope", "Pasal 40 ayat (2)", fitting, "method")


@needs("tender.category", "tender.procedure", "tender.complex")
def procedure_fits(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Firms of consultants qualify before, individuals with their bids; complex tenders before."""
    tender = package.tender
    before = tender.procedure is ProcedureName.PRAKUALIFIKASI
    if only := only_procedure(tender.category):
        if tender.procedure is not only:
            article = "Pasal 44 ayat (3) huruf b" if before else "Pasal 44 ayat (5) huruf b"
            yield _not_allowed(package, rulebook, "procedure", article, (only,))
        return
    if tender.complex and not before:
        yield Fault(
            "ATR002",
            ("tender", "complex"),
            {"article": article_for(package, rulebook, "Pasal 44 ayat (3) huruf a")},
        )
    if tender.complex is False and before:
        yield Fault(
            "ATR016",
            ("tender", "complex"),
            {"article": article_for(package, rulebook, "Pasal 44 ayat (5) huruf a")},
        )


@needs("tender.announced_on", "tender.category", "tender.contract")
def contract_fits(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Terima jadi or putar kunci is for works, waktu penugasan for consultancy (Pasal 27)."""
    tender = package.tender
    fitting = _contracts(package, rulebook)
    works = tender.category is Category.PEKERJAAN_KONSTRUKSI
    if tender.contract in fitting or (works and tender.contract in _TURNKEY):
        return
    if tender.contract in _TURNKEY and not is_seleksi(tender):
        params = {"found": str(tender.contract), "article": "Pasal 27"}
        yield Fault("ATR003", ("tender", "contract"), params | {"fitting": ", ".join(fitting)})
        return
    article = "Pasal 27 ayat (2)" if is_seleksi(tender) else "Pasal 27 ayat (1)"
    yield _not_allowed(package, rulebook, "contract", article, fitting)


def _contracts(package: Package, rulebook: Rulebook) -> tuple[Contract, ...]:
    """What the category may be contracted as on the day of its announcement."""
    tender = package.tender
    if is_seleksi(tender):
        return _CONSULTED
    if tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        return _DELIVERED
    named = rulebook.variants("contract.turnkey", tender.announced_on)
    return (*_DELIVERED, *(Contract(str(name.value)) for name in named))


@needs("tender.announced_on", "tender.category", "tender.contract")
def turnkey_has_the_name_of_its_day(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Works are contracted ready for use as *terima jadi*, from 2 February 2021 *putar kunci*."""
    tender = package.tender
    if tender.contract not in _TURNKEY or tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        return
    for name in rulebook.variants("contract.turnkey", tender.announced_on):
        if tender.contract != name.value:
            params = {"found": str(tender.contract), "day": str(tender.announced_on)}
            article = article_for(package, rulebook, name.article, name.since)
            params |= {"right": str(name.value), "article": article}
            yield Fault("ATR060", ("tender", "contract"), params)


@needs("tender.category", "tender.hps.lines")
def months_are_for_consultants(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Only a consultant's price is by persons and months (Pasal 27 ayat (8))."""
    lines = package.tender.hps.lines or ()
    for index, line in enumerate(lines if not is_seleksi(package.tender) else ()):
        if line.person_months is not None:
            where = ("tender", "hps", "lines", index, "person_months")
            yield Fault(
                "ATR032", where, {"article": article_for(package, rulebook, "Pasal 27 ayat (8)")}
            )


@needs("tender.category", "tender.requirements")
def bid_bond_is_for_works(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A jaminan penawaran is asked for construction works only (Pasal 30 ayat (2))."""
    tender = package.tender
    asked = tender.asks(BID_BOND.stage).of(BID_BOND)
    if asked and tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        where: Path = ("tender", "requirements", BID_BOND.stage, BID_BOND.key)
        yield Fault(
            "ATR013", where, {"article": article_for(package, rulebook, "Pasal 30 ayat (2)")}
        )


@needs("tender.category", "events")
def appeals_are_about_works(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Only works know an appeal against the answer to an objection (Pasal 50 ayat (2))."""
    category = package.tender.category
    for index, event in enumerate(package.events):
        if isinstance(event, Appeal) and not appeal_fits(category):
            yield Fault(
                "ATR037",
                ("events", index, "type"),
                {"article": article_for(package, rulebook, "Pasal 50 ayat (2)")},
            )


CHECKS = (
    not_built,
    method_fits,
    envelope_fits,
    procedure_fits,
    contract_fits,
    turnkey_has_the_name_of_its_day,
    months_are_for_consultants,
    bid_bond_is_for_works,
    appeals_are_about_works,
)

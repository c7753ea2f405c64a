"""The strategy for what is procured and how: every combination that the law allows."""

from attrs import frozen
from hypothesis.strategies import DrawFn

from tender_engine.terms import Category, Contract, Envelope, Method, ProcedureName
from tender_rules.procurement_kind import CONSULTANCY
from tender_rules.testing.choosing import any_of

__all__ = ["Combination", "combinations"]

_TENDER_METHODS = (
    Method.HARGA_TERENDAH_SISTEM_GUGUR,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.SISTEM_NILAI,
    Method.UMUR_EKONOMIS,
)
_IN_ONE_FILE = _TENDER_METHODS[:2]
_TENDER_CONTRACTS = (Contract.HARGA_SATUAN, Contract.LUMSUM, Contract.GABUNGAN)
_SELEKSI_CONTRACTS = (Contract.LUMSUM, Contract.WAKTU_PENUGASAN)


@frozen
class Combination:
    """What is procured and how: everything that the rest of a package follows from."""

    method: Method
    category: Category
    procedure: ProcedureName
    envelope: Envelope
    contract: Contract

    @property
    def seleksi(self) -> bool:
        """Whether it is a Seleksi, of consultants."""
        return self.category in CONSULTANCY

    @property
    def before(self) -> bool:
        """Whether qualification comes before the bids."""
        return self.procedure is ProcedureName.PRAKUALIFIKASI


def combinations(
    draw: DrawFn,
    method: Method | None,
    procedure: ProcedureName | None,
    envelope: Envelope | None,
) -> Combination:
    """A combination that the law allows (Pasal 39, 40, 42, 43 and 44)."""
    chosen = any_of(draw, Method) if method is None else method
    if chosen not in _TENDER_METHODS:
        category = any_of(draw, CONSULTANCY)
        firm = category is Category.JASA_KONSULTANSI_BADAN_USAHA
        fitting = ProcedureName.PRAKUALIFIKASI if firm else ProcedureName.PASCAKUALIFIKASI
        contract = any_of(draw, _SELEKSI_CONTRACTS)
        return Combination(chosen, category, fitting, Envelope.DUA_FILE, contract)
    category = any_of(draw, [c for c in Category if c not in CONSULTANCY])
    apart = [Envelope.DUA_FILE, Envelope.DUA_TAHAP]
    files = [Envelope.SATU_FILE, *apart] if chosen in _IN_ONE_FILE else apart
    return Combination(
        chosen,
        category,
        procedure or any_of(draw, ProcedureName),
        envelope or any_of(draw, files),
        any_of(draw, _TENDER_CONTRACTS),
    )

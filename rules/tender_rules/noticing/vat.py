"""A rate of PPN that a document writes without the share of the price that it is of."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.findings import Notice
from tender_engine.model import Hps, HpsLine
from tender_engine.numbers import ZERO, ratio_shown, with_vat
from tender_engine.vat import of_the_whole, rate_of
from tender_engine.workflow import Case
from tender_rules.stages.known_vat import KnownVat, known_vat
from tender_rules.words import number, rupiah

__all__ = ["readings_of_the_rate"]

_CODE = "TARIF_PPN_DUA_BACAAN"
_SEN = 2
_WHOLE = Fraction(1)


def readings_of_the_rate(case: Case) -> Iterator[Notice]:
    """The document's rate, where it can be read in two ways or be written in two ways.

    Told once, and only inside: which of the two is meant is the document's to say.
    """
    hps = case.package.tender.hps
    known = known_vat(case.ask) if hps.vat_base is None else None
    if known is None or known.effective is None:
        return
    told = [*_two_readings(hps, known), *_two_spellings(hps, known, known.effective)]
    if told:
        yield Notice(_CODE, " ".join(told))


def _two_readings(hps: Hps, known: KnownVat) -> Iterator[str]:
    """What a rate may mean that is written without a base, and the rupiah between both."""
    readings = _readings(hps, known)
    if readings is None:
        return
    whole, part = readings
    told = "rincian HPS beserta PPN" if hps.lines else "nilai HPS tanpa PPN"
    yield (
        f"PPN {number(known.rate)}% ditulis tanpa dasar. Dibaca dari seluruh harga: {told} "
        f"{rupiah(whole)}; dibaca {_law(known)}: {rupiah(part)}; selisih "
        f"{rupiah(abs(whole - part))}. Yang dipakai: dari seluruh harga. Bila Dokumen Pemilihan "
        f"memakai nilai lain, tulis {_how(known)}; barang mewah ditulis pada barisnya dengan dasar "
        "1."
    )


def _two_spellings(hps: Hps, known: KnownVat, effective: Decimal) -> Iterator[str]:
    """That a rate of the whole price is the amount of the law's, in general or of lines alone."""
    own = (line for line in hps.lines or () if line.vat_base is None)
    if effective in (hps.vat_percent, *(line.vat_percent for line in own)):
        yield (
            f"PPN {number(effective)}% dari seluruh harga sama besarnya dengan {_law(known)}; "
            f"dapat juga ditulis {_how(known)}."
        )


def _law(known: KnownVat) -> str:
    return f"{number(known.rate)}% × {known.base} ({known.instrument})"


def _how(known: KnownVat) -> str:
    return f"tarif {number(known.rate)} dengan Dasar PPN {known.base}"


def _readings(hps: Hps, known: KnownVat) -> tuple[Decimal, Decimal] | None:
    """The estimate under both readings; `None` where nothing in it can be read in two ways."""
    if hps.lines:
        doubtful = [line for line in hps.lines if _is_doubtful(hps, line, known)]
        return (_gross(hps, (), known), _gross(hps, doubtful, known)) if doubtful else None
    if hps.vat_percent != known.rate:
        return None
    return _net(hps.total, known.rate), _net(hps.total, known.effective or ZERO)


def _is_doubtful(hps: Hps, line: HpsLine, known: KnownVat) -> bool:
    rate = hps.vat_percent if line.vat_percent is None else line.vat_percent
    return rate == known.rate and line.vat_base is None


def _gross(hps: Hps, doubtful: Iterable[HpsLine], known: KnownVat) -> Decimal:
    """All lines with PPN, the `doubtful` ones under the law's base."""
    total, apart = ZERO, {line.id for line in doubtful}
    for line in hps.lines or ():
        rate = of_the_whole(known.rate, known.base) if line.id in apart else rate_of(hps, line)
        total += with_vat(line.volume * line.unit_price, rate or ZERO)
    return total


def _net(total: Decimal, rate: Decimal) -> Decimal:
    """What a total with PPN at `rate` is without it, to the sen, for showing only."""
    share = Fraction(total) / (_WHOLE + Fraction(rate.scaleb(-2)))
    return Decimal(ratio_shown(share, _SEN))

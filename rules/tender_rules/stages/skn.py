"""Sisa Kemampuan Nyata: what a business can finance, less what its running contracts still need."""

from decimal import Decimal
from functools import partial

from attrs import frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.formats.containers import ListOf
from tender_engine.formats.either import BoolOr
from tender_engine.formats.fields import AMOUNT, GROSS, NAME, PERCENT, POSITIVE
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Number
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Requirements
from tender_engine.numbers import ZERO, in_percent
from tender_engine.terms import StageId
from tender_rules.citations import DOCUMENT, perpres
from tender_rules.stages.businesses import Business, businesses, told_of_each
from tender_rules.stages.files import BidFile
from tender_rules.words import number, rupiah_exact

__all__ = ["SKN", "FactorsAsked", "Finances", "RunningContract", "factors_asked", "rest_of", "skn"]


@frozen
class FactorsAsked:
    """The document's factors, and the least share of the HPS: no text read has factors of its own.

    `fp` is how often capital turns round, `fl` the share of the equity that is working capital.
    """

    fp: Decimal | None = None
    fl: Decimal | None = None
    least_share: Decimal | None = None
    clause: str | None = None


@frozen
class RunningContract:
    """A contract that runs: its value, the value of the work performed, the share of the business.

    Rupiah, and percent of the contract; a contract held alone is 100.
    """

    contract: Decimal
    done: Decimal
    share_percent: Decimal


@frozen
class Finances:
    """The equity of a business (kekayaan bersih), in rupiah, and the contracts that it runs."""

    equity: Decimal
    running: tuple[RunningContract, ...] | None = None


def _reads(asked: FactorsAsked | bool) -> str:
    own = asked if isinstance(asked, FactorsAsked) else FactorsAsked()
    pairs = (("fp", own.fp), ("fl", own.fl))
    factors = " dan ".join(f"{name} {number(value)}" for name, value in pairs if value is not None)
    told = f" dengan {factors}" if factors else ""
    least = own.least_share
    share = f", paling kurang {_percent(least)} nilai total HPS" if least is not None else ""
    return f"Sisa Kemampuan Nyata (SKN){told}{share}"


def _percent(share: Decimal) -> str:
    return f"{number(in_percent(share))}%"


_RUNNING = Record(
    RunningContract,
    Key("contract", POSITIVE, True, about=GROSS, title="nilai kontrak (Rp)"),
    Key("done", AMOUNT, True, about=GROSS, title="prestasi (Rp)", within="contract"),
    Key("share_percent", PERCENT, True, title="porsi (%)"),
)
_EXAMPLE = (
    RunningContract(Decimal(75_000_000), Decimal(40_000_000), Decimal(100)),
    RunningContract(Decimal(120_000_000), Decimal(0), Decimal(30)),
)
SKN: Check[FactorsAsked | bool, Finances] = Check(
    "skn",
    StageId.EVALUASI_KUALIFIKASI,
    Words("Sisa Kemampuan Nyata (SKN)", "real capacity that is left (SKN)"),
    demand=BoolOr(
        Record(
            FactorsAsked,
            Key("fp", POSITIVE, title="fp"),
            Key("fl", POSITIVE, title="fl"),
            Key("least_share", Number(share=True), title="paling kurang, bagian HPS (mis. 0,1)"),
            Key("clause", NAME, title="klausul"),
        )
    ),
    fact=Record(
        Finances,
        Key("equity", AMOUNT, True, title="ekuitas (Rp)"),
        Key("running", ListOf(_RUNNING), title="paket berjalan"),
    ),
    asked_as="SKN",
    known_as="SKN",
    hint="ya: fp dan fl diisi",
    reads=_reads,
    of_each=True,
    examples=Examples(
        asked=(FactorsAsked(Decimal(7), Decimal("0.6")), False),
        met=(Finances(Decimal(10) ** 15, ()), Finances(Decimal(10) ** 15, _EXAMPLE)),
        unmet=(Finances(ZERO, ()),),
    ),
)


def factors_asked(asked: Requirements) -> FactorsAsked | None:
    """The document's own factors and share, as far as it has them; `None` where it asks nothing."""
    given = asked.of(SKN)
    if isinstance(given, FactorsAsked):
        return given
    return FactorsAsked() if given else None


@rule(
    "qualification.skn",
    "Sisa Kemampuan Nyata",
    DOCUMENT,
    perpres("Pasal 17 ayat (1)"),
    since="2018-03-22",
    check=SKN,
)
def skn(file: BidFile, ask: Ask) -> Outcome | None:
    """What a business can finance, less what its contracts need, is a share of the HPS or more."""
    own = factors_asked(file.asked)
    if own is None:
        return None
    if own.fp is None or own.fl is None:
        words = "Dokumen tidak menyatakan faktor fp atau fl"
        return waits(words + file.where(SKN), "faktor_skn", file.clause(SKN))
    share = ask.decimal("skn.least_share") if own.least_share is None else own.least_share
    return told_of_each(businesses(file, ask), partial(_of, file, own.fp, own.fl, share))


def _of(file: BidFile, fp: Decimal, fl: Decimal, share: Decimal, business: Business) -> Outcome:
    """What one business can still finance, against `share` of the HPS."""
    known, clause = business.known(SKN), file.clause(SKN)
    if known is None:
        return waits("Ekuitas dan paket berjalan belum diketahui", "fakta", clause)
    least = file.tender.hps.total * share
    made = fp * fl * known.equity
    facts: dict[str, object] = {
        "fp": fp,
        "fl": fl,
        "ekuitas": known.equity,
        "kn": made,
        "batas": least,
    }
    capacity = f"Kemampuan Nyata (KN) {rupiah_exact(made)}"
    asked = f"diminta paling kurang {_percent(share)} nilai total HPS, {rupiah_exact(least)}"
    if known.running is None and made >= least:
        return waits("Paket berjalan belum diketahui", "fakta", clause, **facts)
    if known.running is None:
        # Contracts that run can only take from it.
        words = f"{capacity}, sebelum dikurangi paket berjalan; {asked}"
        return fails(words + file.where(SKN), clause, **facts)
    rest = sum(map(rest_of, known.running), ZERO)
    left = made - rest
    facts |= {"berjalan": rest, "skn": left}
    words = (
        f"Sisa Kemampuan Nyata (SKN) {rupiah_exact(left)}, yaitu {capacity} dikurangi sisa paket "
        f"berjalan {rupiah_exact(rest)}; {asked}{file.where(SKN)}"
    )
    answer = passes if left >= least else fails
    return answer(words, clause, **facts)


def rest_of(running: RunningContract) -> Decimal:
    """What the business still has to perform of a contract, by its share."""
    return ((running.contract - running.done) * running.share_percent).scaleb(-2)

"""Sisa Kemampuan Paket: how many packages a business can still take on, KP less what it runs."""

from decimal import Decimal

from attrs import frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.formats.either import BoolOr
from tender_engine.formats.fields import AMOUNT, NAME, POSITIVE
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Whole
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Requirements
from tender_engine.terms import Category, StageId
from tender_rules.citations import DOCUMENT, perpres
from tender_rules.stages.businesses import Business, businesses, told_of_each
from tender_rules.stages.files import BidFile
from tender_rules.stages.sizes import is_small
from tender_rules.words import number

__all__ = ["AT_LEAST", "SKP", "PackagesAsked", "PackagesRun", "packages_asked", "skp"]

_PACKAGES = Whole(0, 1000)
# What the facts end in that may be more than they say.
AT_LEAST = "_paling_kurang"


@frozen
class PackagesAsked:
    """The document's own KP and least SKP, where it has them."""

    kp: Decimal | None = None
    least: Decimal | None = None
    clause: str | None = None


@frozen
class PackagesRun:
    """How many packages a business runs, and the most it has run at once in the last five years."""

    running: int
    most_at_once: int | None = None


def _reads(asked: PackagesAsked | bool) -> str:
    own = asked if isinstance(asked, PackagesAsked) else PackagesAsked()
    least = f" paling kurang {number(own.least)}" if own.least is not None else ""
    kp = f", dengan KP {number(own.kp)}" if own.kp is not None else ""
    return f"Sisa Kemampuan Paket (SKP){least}{kp}"


SKP: Check[PackagesAsked | bool, PackagesRun] = Check(
    "skp",
    StageId.EVALUASI_KUALIFIKASI,
    Words("Sisa Kemampuan Paket (SKP)", "packages a business can still take on (SKP)"),
    demand=BoolOr(
        Record(
            PackagesAsked,
            Key("kp", POSITIVE, title="KP"),
            Key("least", AMOUNT, title="paling kurang"),
            Key("clause", NAME, title="klausul"),
        )
    ),
    fact=Record(
        PackagesRun,
        Key("running", _PACKAGES, True, title="paket berjalan"),
        Key("most_at_once", _PACKAGES, title="paket terbanyak sekaligus"),
    ),
    asked_as="SKP",
    known_as="SKP",
    hint="ya: menurut ketentuan",
    reads=_reads,
    of_each=True,
    examples=Examples(
        asked=(PackagesAsked(Decimal(5)), False),
        met=(PackagesRun(0), PackagesRun(4, 4)),
        unmet=(PackagesRun(5), PackagesRun(9, 5)),
    ),
)


@frozen
class _Kp:
    """How many packages a business can handle; it may be more where that is only the `least`."""

    packages: Decimal
    said: str
    least: bool = False


def packages_asked(asked: Requirements) -> PackagesAsked | None:
    """The document's own KP and least SKP, as far as it has them; `None` where it asks nothing."""
    given = asked.of(SKP)
    if isinstance(given, PackagesAsked):
        return given
    return PackagesAsked() if given else None


@rule(
    "qualification.skp",
    "Sisa Kemampuan Paket",
    DOCUMENT,
    perpres("Pasal 17 ayat (1)"),
    since="2018-03-22",
    check=SKP,
)
def skp(file: BidFile, ask: Ask) -> Outcome | None:
    """KP less the packages that a business runs is at least what is asked, unrounded."""
    own = packages_asked(file.asked)
    if own is None:
        return None
    if own.kp is None and file.tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        words = "Dokumen tidak menyatakan KP; ketentuannya hanya untuk Pekerjaan Konstruksi"
        return waits(words + file.where(SKP), "faktor_skp", file.clause(SKP))
    least = ask.decimal("skp.least") if own.least is None else own.least
    return told_of_each(
        businesses(file, ask), lambda business: _of(business, file, own.kp, least, ask)
    )


def _of(
    business: Business, file: BidFile, own: Decimal | None, least: Decimal, ask: Ask
) -> Outcome:
    """What one business can still take on, against the `least` asked."""
    known, clause = business.known(SKP), file.clause(SKP)
    if known is None:
        return waits("Paket pekerjaan yang sedang berjalan belum diketahui", "fakta", clause)
    kp = _kp(business, known, own, ask)
    facts: dict[str, object] = {"berjalan": known.running, "diminta": least}
    if kp is None:
        words = "Kualifikasi usaha belum diketahui, sehingga KP belum dapat ditetapkan"
        return waits(words, "fakta", clause, **facts)
    left = kp.packages - known.running
    bound = AT_LEAST if kp.least else ""
    facts |= {f"kp{bound}": kp.packages, f"skp{bound}": left}
    at_least = "paling kurang " if kp.least else ""
    words = (
        f"Sisa Kemampuan Paket (SKP) {at_least}{number(left)}, yaitu kemampuan menangani paket "
        f"(KP) {at_least}{kp.said} dikurangi {known.running} paket berjalan; diminta paling kurang "
        f"{number(least)}"
    )
    if left >= least:
        return passes(words + file.where(SKP), clause, **facts)
    if kp.least:
        words += "; jumlah paket terbanyak yang ditangani sekaligus (N) belum diketahui"
        return waits(words, "fakta", clause, **facts)
    return fails(words + file.where(SKP), clause, **facts)


def _kp(business: Business, known: PackagesRun, own: Decimal | None, ask: Ask) -> _Kp | None:
    """The document's KP, else the law's by the size of the business; `None` if that is unknown."""
    if own is not None:
        return _Kp(own, number(own))
    small = is_small(business, ask)
    if small is None:
        return None
    if small:
        most = ask.decimal("skp.kp_small")
        return _Kp(most, number(most))
    floor = ask.decimal("skp.kp_other")
    if known.most_at_once is None:
        return _Kp(floor, number(floor), least=True)
    ask.text("skp.kp_reading")
    factor = ask.decimal("skp.kp_factor")
    most = max(floor, factor * known.most_at_once)
    compared = f"terbesar dari {number(floor)} dan {number(factor)} × {known.most_at_once}"
    return _Kp(most, f"{number(most)} ({compared})")

"""Small packages for tests: good defaults, so that a test states only what it is about.

`package()` is a harga satuan tender in which one bid, `p1`, passes everything and wins. Amounts may
be given as texts; stages as their ids.
"""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve, fields

from tender_engine.engine import evaluate
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.values import amended
from tender_engine.model import (
    Assessment,
    Criterion,
    Document,
    Facts,
    Hps,
    HpsLine,
    Package,
    Participant,
    Pokja,
    PokjaMember,
    Price,
    PriceLine,
    Requirements,
    Submitted,
    Tender,
)
from tender_engine.seals import Sealed
from tender_engine.terms import (
    AssessmentVerdict,
    Category,
    Contract,
    CorrectedBy,
    Envelope,
    Method,
    ProcedureName,
    StageId,
)
from tender_rules import national

ADMINISTRASI = StageId.EVALUASI_ADMINISTRASI
KUALIFIKASI = StageId.EVALUASI_KUALIFIKASI
TEKNIS = StageId.EVALUASI_TEKNIS
HARGA = StageId.EVALUASI_HARGA
PEMBUKTIAN = StageId.PEMBUKTIAN_KUALIFIKASI
DAFTAR = StageId.PENETAPAN_HASIL_KUALIFIKASI
PEMBUKAAN_HARGA = StageId.PEMBUKAAN_HARGA
JUDGED = (ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKTIAN)
HPS_TOTAL = Decimal("1221000000")
_ZONE = dt.timezone(dt.timedelta(hours=7))
_UNSET = object()


def at(day: int, hour: int = 9, month: int = 5) -> dt.datetime:
    """A moment of 2022, in May unless told otherwise."""
    return dt.datetime(2022, month, day, hour, tzinfo=_ZONE)


# The day after prices are opened, where they lie apart.
PROVEN_AT = at(19)


def hps_line(name="L1", quantity="100", unit_price="10000000", **more):
    """A line of the owner's estimate."""
    return HpsLine(name, f"Pekerjaan {name}", "m", Decimal(quantity), Decimal(unit_price), **more)


def hps(total=HPS_TOTAL, vat="11", lines=_UNSET):
    """The owner's estimate: 100 x 10.000.000 and 20 x 5.000.000 with PPN, unless told otherwise."""
    if lines is _UNSET:
        lines = (hps_line(), hps_line("L2", "20", "5000000"))
    return Hps(Decimal(total), Decimal(vat), lines)


def line(name="L1", quantity="100", unit_price="9000000", amount=_UNSET, **more):
    """A line of a bid; its amount is the true product unless another is written."""
    volume = None if quantity is None else Decimal(quantity)
    price = None if unit_price is None else Decimal(unit_price)
    if more.get("extra"):
        more = {"description": f"Tambahan {name}", "unit": "m"} | more
    if amount is _UNSET:
        amount = (volume or 0) * (price or 0)
    return PriceLine(name, volume, price, None if amount is None else Decimal(amount), **more)


def priced(total, *lines, vat="11", **more):
    """A price file: with lines, or without any and corrected by SPSE to what it states."""
    total = Decimal(total)
    if lines:
        return Price(total, Decimal(vat), lines=lines, **more)
    ready = {"corrected_total": total, "corrected_by": CorrectedBy.SPSE} | more
    return Price(total, Decimal(vat), **ready)


def demands(**terms):
    """What a document asks at a stage; a named check by its key."""
    return Requirements(**_with_named(terms, Requirements))


def known(**values):
    """What is known at a stage; the fact of a named check by its key."""
    return Facts(**_with_named(values, Facts))


def _with_named(given, made):
    own = {field.name for field in fields(made)}
    named = {name: value for name, value in given.items() if name not in own and value is not None}
    return {name: value for name, value in given.items() if name in own} | {"named": named}


def sized(business, size):
    """A bidder or member of this size; of none that is known where it is `None`."""
    return evolve(business, named={} if size is None else {"business_size": size})


def bidder(name="p1", total="1100000000", *, price=_UNSET, submitted=True, facts=None, **more):
    """A participant that handed in a bid; `facts` is by stage, each a mapping of names."""
    size = more.pop("business_size", None)
    if price is _UNSET:
        price = priced(total)
    found = {stage: known(**values) for stage, values in (facts or {}).items()}
    when = Submitted(penawaran=at(12)) if submitted else Submitted()
    sealed = None if price is None else Sealed(price)
    made = Participant(name, f"CV {name} Contoh", when, facts=found, price=sealed, **more)
    return sized(made, size)


def judged(
    stage, verdict="memenuhi", participant="*", criterion=None, *, by="m1 m2 m3", when=None, note=""
):
    """A judgement, joint by all three members unless told otherwise; the proof comes last."""
    answer = AssessmentVerdict(verdict)
    if answer is AssessmentVerdict.TIDAK_MEMENUHI:
        note = note or "Diminta bukti kepemilikan; tidak ada bukti yang disampaikan"
    members = tuple(by.split())
    moment = when or (PROVEN_AT if stage is PEMBUKTIAN else at(16))
    return Assessment(stage, participant, members, moment, criterion, answer, note=note)


def asked(stage, **terms):
    """What the document asks at `stage`: one criterion for people, and `terms`."""
    criterion = Criterion(f"k.{stage}", f"syarat {stage}", f"LDP {stage}")
    return {stage: demands(**({"criteria": (criterion,)} | terms))}


def package(
    *bidders,
    members=3,
    asks=None,
    assessments=(),
    events=(),
    general=JUDGED,
    previous=None,
    **tender,
):
    """A package; `general` are the stages that everybody passes unless judged otherwise."""
    requirements = {k: v for stage in JUDGED for k, v in asked(stage).items()} | (asks or {})
    terms = {
        "code": "T-1",
        "title": "Rehabilitasi Jalan Contoh",
        "buyer": "Pemerintah Kabupaten Contoh",
        "work_unit": "Dinas Pekerjaan Umum",
        "document": Document("027/01", dt.date(2022, 5, 2)),
        "category": Category.PEKERJAAN_KONSTRUKSI,
        "procedure": ProcedureName.PASCAKUALIFIKASI,
        "envelope": Envelope.SATU_FILE,
        "method": Method.HARGA_TERENDAH_SISTEM_GUGUR,
        "contract": Contract.HARGA_SATUAN,
        "announced_on": dt.date(2022, 5, 2),
        "pagu": Decimal("1250000000"),
        "hps": hps(),
        "requirements": requirements,
    }
    # Where qualification comes before any bid, so does its proof.
    when = at(16) if tender.get("procedure") is ProcedureName.PRAKUALIFIKASI else None
    panel = tuple(PokjaMember(f"m{n}", f"Anggota {n}") for n in range(1, members + 1))
    everyone = " ".join(member.id for member in panel)
    return checked(
        Package(
            Tender(**(terms | tender)),
            Pokja("SK 01/2022", panel),
            bidders or (bidder(),),
            (*(judged(stage, by=everyone, when=when) for stage in general), *assessments),
            tuple(events),
            previous=previous,
        )
    )


def checked(given):
    """`given` as the reader makes it; one that is impossible as it is, for tests of a refusal."""
    return amended(given, national()).package or given


def failed(stage, *participants, **more):
    """Judgements by which `participants` fall at `stage`."""
    return [judged(stage, "tidak_memenuhi", name, **more) for name in participants]


def evaluated(given):
    """The evaluation under the national rulebook."""
    return evaluate(given, national())


def verdict(evaluation, stage, participant="p1"):
    """The verdict on `participant` at `stage`; `None` where it has none."""
    found = [v for v in evaluation.stage(stage).verdicts if v.participant == participant]
    return str(found[0].verdict) if found else None


def finding(evaluation, stage, rule, participant="p1"):
    """The finding of `rule` about `participant` at `stage`; `None` where it had nothing to say."""
    found = [v for v in evaluation.stage(stage).verdicts if v.participant == participant]
    return next((f for v in found for f in v.findings if f.rule == rule), None)


def needs(evaluation):
    """What is awaited of people who judge: stage, participant, criterion and code.

    Doubts about typing are left out: builders state totals that no line makes.
    """
    items = [a for a in evaluation.awaiting if a.needs != "konfirmasi_isian"]
    return [(str(a.stage), a.participant, a.criterion, a.needs) for a in items]


def unused(evaluation):
    """What is told of events that count for nothing, each once, under whatever code."""
    return [n.message for n in evaluation.notices if " tidak dipakai: " in n.message]


def codes(evaluation):
    """The codes of the notices."""
    return {notice.code for notice in evaluation.notices}


def opened(evaluation):
    """Whose price is known."""
    return [price.participant for price in evaluation.prices]


def with_participant(given, participant, **changes):
    """`given` with one participant changed."""
    changed = tuple(
        evolve(who, **changes) if who.id == participant else who for who in given.participants
    )
    return checked(evolve(given, participants=changed))


def unverified(evaluation):
    """The values of the law that were used although no text was read for them."""
    return {used.param for used in evaluation.values if used.source == "unverified"}


def refusal(given):
    """Why a package is refused: code and path of each fault."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(given)
    return [(fault.code, ".".join(map(str, fault.path))) for fault in told.value.faults]

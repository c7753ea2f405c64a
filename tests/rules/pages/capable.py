"""The examples about what a business can still take on: SKP, KD, SKN, and who leads a KSO."""

import re
from decimal import Decimal

from tender_engine.model import Member
from tender_engine.terms import BusinessSize
from tender_rules.stages.kd import HighestContract
from tender_rules.stages.leading import KsoAsked
from tender_rules.stages.skn import FactorsAsked, Finances, RunningContract
from tender_rules.stages.skp import PackagesRun
from tests.builders import KUALIFIKASI, asked, bidder, evaluated, finding, hps, package
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import each, each_told, said_of

_UNKNOWN = "−"


def found(rule, total, asks, **bid):
    """What one bid comes to where the document asks this alone: its facts and the verdict."""
    who = bidder(total="1000000", **bid)
    made = evaluated(package(who, hps=hps(total, "0", None), asks=asked(KUALIFIKASI, **asks)))
    return finding(made, KUALIFIKASI, rule).facts, said_of(made, KUALIFIKASI)


def told(facts, **columns):
    """Facts as a table has them, by its columns."""
    return {column: written(Decimal(facts[name])) for column, name in columns.items()}


@each
def packages(row):
    """The packages that a business of this size can still take on."""
    most = None if row["N"] == _UNKNOWN else int(row["N"])
    known = PackagesRun(int(row["Paket berjalan"]), most)
    size = BusinessSize(row["Kualifikasi usaha"])
    facts, verdict = found(
        "qualification.skp",
        "2000000000",
        {"skp": True},
        business_size=size,
        facts={KUALIFIKASI: {"skp": known}},
    )
    if "skp" in facts:
        return {**told(facts, KP="kp", SKP="skp"), "Hasil": verdict}
    bounds = told(facts, KP="kp_paling_kurang", SKP="skp_paling_kurang")
    return {name: f"paling kurang {bound}" for name, bound in bounds.items()} | {"Hasil": verdict}


@each
def highest_contract(row):
    """The highest contract against the HPS."""
    facts, verdict = found(
        "qualification.kd",
        number(row["HPS"]),
        {"kd": True},
        facts={KUALIFIKASI: {"kd": HighestContract(number(row["NPt"]))}},
    )
    return {**told(facts, KD="kd"), "Hasil": verdict}


@each_told
def finances(row, text):
    """The equity and the contracts of the prose against a share of the HPS."""
    fp, fl, equity = map(
        number, re.search(r"fp ([\d,]+) dan fl ([\d,]+), ekuitas ([\d.]+\d)", text).groups()
    )
    alone, half, rest = (Decimal(10**9) * value for value in (75, 120, 240))
    running = (
        RunningContract(alone, Decimal(40 * 10**9), Decimal(100)),
        RunningContract(half, Decimal(20 * 10**9), Decimal(70)),
        RunningContract(rest, Decimal(0), Decimal(30)),
    )
    facts, verdict = found(
        "qualification.skn",
        number(row["HPS"]),
        {"skn": FactorsAsked(fp, fl)},
        facts={KUALIFIKASI: {"skn": Finances(equity, running)}},
    )
    columns = {"Paket berjalan": "berjalan", "SKN": "skn", "Batas": "batas"}
    return {**told(facts, **columns), "Hasil": verdict}


@each
def lead(row):
    """The leadfirm's share beside that of the other member."""
    shares = (number(row["Porsi leadfirm"]), number(row["Porsi anggota lain"]))
    members = tuple(
        Member(f"a{n}", f"PT a{n}", share_percent=share, lead=n == 1)
        for n, share in enumerate(shares, 1)
    )
    _, verdict = found(
        "qualification.kso_lead", "2000000000", {"kso": KsoAsked(True)}, members=members
    )
    return {"Hasil": verdict}

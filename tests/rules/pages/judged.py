"""The examples about what is asked of a bidder: papers, qualification, votes, proof."""

import re
from decimal import Decimal

from tender_engine.events import DeclaredInterest
from tender_engine.model import Member
from tender_engine.terms import BusinessSize, Category, ProofScope
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    evaluated,
    failed,
    finding,
    hps,
    judged,
    known,
    package,
    sized,
)
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import NONE, UNKNOWN, bidders, each, each_told, said_of, without


@each
def abstentions(row):
    """m1 has an interest in p1; the others decide."""
    words = {"memenuhi": "memenuhi", "tidak memenuhi": "tidak_memenuhi"}
    entries = [
        judged(TEKNIS, words[said], "p1", by=f"m{n}")
        for n in (1, 2, 3)
        if (said := row[f"Suara m{n}"]) != "belum"
    ]
    general = [stage for stage in package().tender.requirements if stage is not TEKNIS]
    declared = DeclaredInterest(at(10), "m1", "saham", ("p1",))
    made = evaluated(package(assessments=entries, general=general, events=[declared]))
    left = [row[f"Suara m{n}"] for n in (2, 3)]
    return {
        "Hitungan": f"{left.count('memenuhi')} dari {len(left)}",
        "Hasil p1": said_of(made, TEKNIS),
    }


@each
def bid_bond(row):
    """The bid bond on both sides of its boundary."""
    estimate = number(row["HPS"])
    handed = row["Diserahkan"]
    facts = {} if handed == UNKNOWN else {"bid_bond": handed != NONE and Bond(number(handed))}
    made = evaluated(
        package(
            bidder(total=estimate, facts={ADMINISTRASI: facts}),
            category=Category(row["Jenis"].replace(" ", "_")),
            hps=hps(estimate, "0", None),
        )
    )
    found = finding(made, ADMINISTRASI, "administration.bid_bond")
    wanted = written(Decimal(found.facts["diminta"])) if found else "tidak diminta"
    return {"Diminta": wanted, "Hasil": said_of(made, ADMINISTRASI)}


@each
def days(row):
    """Validity at least as long, completion at most as long as asked."""
    check = {
        "masa berlaku penawaran": "bid_validity_days",
        "jangka waktu pelaksanaan": "completion_days",
    }[row["Pemeriksaan"]]
    facts = {ADMINISTRASI: {check: int(row["Ditawarkan"])}}
    asks = asked(ADMINISTRASI, **{check: int(row["Diminta"])})
    made = evaluated(package(bidder(facts=facts), asks=asks))
    return {"Hasil": said_of(made, ADMINISTRASI)}


def kso(*members):
    return bidder(members=tuple(members))


@each
def blacklist(row):
    """A KSO of two, each looked up on the Daftar Hitam or not."""
    listed = {"bersih": False, "terdaftar": True, "belum diperiksa": None}
    members = [
        Member(
            f"a{n}", f"CV a{n}", facts={KUALIFIKASI: known(blacklist=listed[row[f"Anggota {n}"]])}
        )
        for n in (1, 2)
    ]
    made = evaluated(package(kso(*members), asks=asked(KUALIFIKASI, blacklist=True)))
    facts = list(finding(made, KUALIFIKASI, "qualification.blacklist").facts.values())
    return {
        "Gugur": str(facts.count("true")),
        "Belum diketahui": str(facts.count("null")),
        "Hasil": said_of(made, KUALIFIKASI),
    }


@each_told
def business_size(row, text):
    """A KSO of two against the sizes that the prose says the document asks."""
    sizes = re.search(r"meminta (\w+) atau (\w+):", text).groups()
    asks = asked(KUALIFIKASI, business_size=tuple(map(BusinessSize, sizes)))
    cells = {f"a{n}": row[f"Anggota {n}"] for n in (1, 2)}
    members = [
        sized(Member(name, f"CV {name}"), None if size == UNKNOWN else BusinessSize(size))
        for name, size in cells.items()
    ]
    return {"Hasil": said_of(evaluated(package(kso(*members), asks=asks)), KUALIFIKASI)}


@each
def votes(row):
    """Three members, one question."""
    cast = {member: row[member] for member in ("m1", "m2", "m3")}
    given = [
        judged(TEKNIS, word.replace(" ", "_"), "p1", by=member)
        for member, word in cast.items()
        if word != "belum"
    ]
    made = evaluated(package(general=without(TEKNIS), assessments=given))
    facts = finding(made, TEKNIS, "technical.criteria").facts
    return {
        "Suara memenuhi": facts["memenuhi"],
        "Suara tidak memenuhi": facts["tidak_memenuhi"],
        "Hasil": said_of(made, TEKNIS),
    }


@each
def exceptions(row):
    """A general entry, and one about this bidder."""
    general = row["Semua peserta memenuhi, menurut"].replace(",", "")
    special = row["Peserta ini tidak memenuhi, menurut"].replace(",", "")
    given = [judged(TEKNIS, by=general)]
    if special != NONE:
        given += failed(TEKNIS, "p1", by=special)
    made = evaluated(package(general=without(TEKNIS), assessments=given))
    return {"Hasil": said_of(made, TEKNIS)}


@each
def proof_scope(row):
    """Five bids named by their rank; who is called, who wins, who is in reserve."""
    scope = ProofScope(row["Lingkup"].replace(" ", "_"))
    national = scope is ProofScope.CALON_PEMENANG_DAN_CADANGAN
    asks = {} if national else asked(PEMBUKTIAN, scope=scope)
    out = row["Gugur pada pembuktian"]
    fallen = [] if out == NONE else [f"p{rank}" for rank in out.split(", ")]
    who = bidders(Decimal(1100000000) + n for n in range(5))
    given = failed(PEMBUKTIAN, *fallen)
    made = evaluated(package(*who, asks=asks, assessments=given))
    table = made.stage(PEMBUKTIAN)
    called = [v.participant for v in table.verdicts if v.verdict != "tidak_dievaluasi"]
    return {
        "Diundang": names(called),
        "Pemenang": names([made.winner] if made.winner else []),
        "Cadangan": names(made.reserves),
    }


def names(list_):
    return ", ".join(name.removeprefix("p") for name in list_) or NONE


@each
def proof(row):
    """One bid at the proof: exempt, present, judged."""
    facts = {
        "sikap_qualified": {"terkualifikasi": True, UNKNOWN: None}[row["SIKaP"]],
        "attended": {"hadir": True, "tidak hadir": False, UNKNOWN: None}[row["Kehadiran"]],
    }
    word = row["Penilaian"].replace(" ", "_")
    given = [] if word == "belum_ada" else [judged(PEMBUKTIAN, word, "p1")]
    who = bidder(facts={PEMBUKTIAN: facts})
    made = evaluated(package(who, general=without(PEMBUKTIAN), assessments=given))
    return {"Hasil": said_of(made, PEMBUKTIAN)}

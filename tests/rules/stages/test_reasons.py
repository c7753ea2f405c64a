"""Every way to fall has its rule, facts, citation and one sentence that would stand in a BAHP."""

import datetime as dt
import itertools
import re
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import Closing
from tender_engine.findings import Verdict
from tender_engine.model import Member
from tender_engine.terms import BusinessSize, Envelope, Method, Phase, StageId
from tender_rules import national
from tender_rules.stages.administration import Bond
from tender_rules.stages.papers import PaperDay, WantedPaper
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    HPS_TOTAL,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    known,
    package,
    priced,
    verdict,
)
from tests.happenings import (
    award,
    closing,
    deadline,
    extended,
    gone,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import applicant, score, scored, scored_criterion, screened, seleksi

CLAUSE = "LDP huruf C.1"
LATE = Bond(Decimal(1), dt.date(2022, 1, 1))
KSO = (Member("a", "PT A Contoh", facts={KUALIFIKASI: known(blacklist=True)}),)


def check(stage, rule, facts, reason, *, more=None, **terms):
    """A named check that fails: its stage, rule, facts, the document's terms and the reason."""
    clauses = {next(iter(facts or terms)): CLAUSE}
    bid = bidder(facts={stage: facts} if facts else {}, **(more or {}))
    return rule, stage, package(bid, asks=asked(stage, clauses=clauses, **terms)), reason


SKK = WantedPaper("skk", "SKK pelaksana", PaperDay.PEMBUKTIAN, clause="LDP huruf C.1")
NAMED = [
    check(ADMINISTRASI, "administration.bid_validity", {"bid_validity_days": 30},
          "Masa berlaku penawaran 30 hari, diminta paling kurang 60 hari (LDP huruf C.1).",
          bid_validity_days=60),
    check(ADMINISTRASI, "administration.completion", {"completion_days": 91},
          "Jangka waktu pelaksanaan 91 hari, paling lama 90 hari (LDP huruf C.1).",
          completion_days=90),
    check(ADMINISTRASI, "administration.bid_bond", {"bid_bond": False},
          "Tidak menyampaikan jaminan penawaran (LDP huruf C.1).", bid_bond=True),
    check(ADMINISTRASI, "administration.bid_bond", {"bid_bond": LATE},
          "Jaminan penawaran bernilai Rp1,00, diminta paling kurang Rp2,00 (LDP huruf C.1).",
          bid_bond=Bond(Decimal(2), dt.date(2022, 1, 1))),
    check(ADMINISTRASI, "administration.kso_agreement", {"kso_agreement": False},
          "Tidak menyampaikan surat perjanjian KSO (LDP huruf C.1).", more={"members": KSO}),
    check(KUALIFIKASI, "qualification.blacklist", {"blacklist": True},
          "Masuk Daftar Hitam: CV p1 Contoh (LDP huruf C.1).", blacklist=True),
    check(KUALIFIKASI, "qualification.business_size", None,
          "Kualifikasi usaha bukan yang diminta: CV p1 Contoh (LDP huruf C.1); "
          "diminta usaha kecil, yang menawar usaha besar.",
          more={"business_size": BusinessSize.BESAR}, business_size=(BusinessSize.KECIL,)),
    check(PEMBUKTIAN, "proof.attendance", {"attended": False},
          "Tidak menghadiri pembuktian kualifikasi (LDP huruf C.1)."),
    ("proof.papers", PEMBUKTIAN,
     package(bidder(facts={KUALIFIKASI: {"papers": {"skk": False}}}),
             asks=asked(KUALIFIKASI, papers=(SKK,))),
     "Tidak menyampaikan SKK pelaksana (LDP huruf C.1)."),
]  # fmt: skip
CRITERIA = {
    "administration.criteria": ADMINISTRASI,
    "qualification.criteria": KUALIFIKASI,
    "technical.criteria": TEKNIS,
    "price.criteria": HARGA,
    "proof.criteria": PEMBUKTIAN,
}
JUDGED = [
    (
        rule,
        stage,
        package(asks=asked(stage), assessments=failed(stage, "p1", note="bukti tidak ada")),
        f"Tidak memenuhi syarat {stage} (LDP {stage}): bukti tidak ada.",
    )
    for rule, stage in CRITERIA.items()
]
UNFAIR = failed(HARGA, "p1", criterion="kewajaran_harga", note="upah di bawah UMK.")
PRICED = [
    ("price.ceiling", HARGA, package(bidder(total=HPS_TOTAL + 1)),
     "Harga penawaran terkoreksi Rp1.221.000.001,00 melebihi nilai total HPS Rp1.221.000.000,00."),
    ("price.fairness", HARGA,
     package(bidder(total="900000000"), assessments=UNFAIR),
     "Tidak memenuhi kewajaran harga: upah di bawah UMK."),
]  # fmt: skip
SETTLED = StageId.PENYETARAAN_TEKNIS
TALKED = StageId.NEGOSIASI
TWO_STAGES = {"envelope": Envelope.DUA_TAHAP, "general": (ADMINISTRASI, KUALIFIKASI, TEKNIS)}
NOT_EQUAL = failed(SETTLED, "p1", note="kapasitas tidak disetarakan")
SECOND_OVER = (Closing(at(17), Phase.PENAWARAN_TAHAP_DUA), price_opening())
OVER_BUDGET = {"pagu": Decimal("1099999999"), "method": Method.PAGU_ANGGARAN}
CHOSEN = (
    listing_act("p1", "p2", "p3"),
    deadline(),
    price_opening(),
    award(),
    objections_over(),
    in_vain(),
)
FIRMS = [applicant(name, bid=True, price=priced("1100000000")) for name in ("p1", "p2", "p3")]
MARKS = {"p1": "90", "p2": "85", "p3": "80"}
LATER = [
    ("qualification.screening", KUALIFIKASI,
     screened(applicant(), assessments=failed(KUALIFIKASI, "p1", note="bukti tidak ada"),
              events=(extended(), closing())),
     "Tidak memenuhi syarat evaluasi_kualifikasi (LDP evaluasi_kualifikasi): bukti tidak ada."),
    ("equalization.criteria", SETTLED, package(assessments=NOT_EQUAL, **TWO_STAGES),
     "Tidak memenuhi penyetaraan teknis: kapasitas tidak disetarakan."),
    ("unsealing.opened", StageId.PEMBUKAAN_HARGA,
     package(assessments=[judged(SETTLED)], events=SECOND_OVER, **TWO_STAGES),
     "Tidak menyampaikan penawaran harga sampai dengan batas akhir."),
    ("score.criterion", TEKNIS,
     package(asks=scored(TEKNIS, None, criteria=(scored_criterion(threshold="60"),)),
             assessments=[score(TEKNIS, "p1", "59.999999")],
             method=Method.HARGA_TERENDAH_AMBANG_BATAS),
     "Nilai mutu s (LDP s) 59,999999, di bawah ambang batas 60."),
    ("score.total", TEKNIS,
     package(asks=scored(TEKNIS), assessments=[score(TEKNIS, "p1", "59.999999")],
             method=Method.HARGA_TERENDAH_AMBANG_BATAS),
     "Nilai total 59,999999, di bawah ambang batas 60."),
    ("price.budget", HARGA,
     seleksi(*FIRMS, scores=MARKS, qualification=MARKS, events=CHOSEN[:3], **OVER_BUDGET),
     "Biaya penawaran terkoreksi Rp1.100.000.000,00 melebihi Pagu Anggaran Rp1.099.999.999,00."),
    ("negotiation.outcome", TALKED,
     seleksi(*FIRMS, scores=MARKS, qualification=MARKS, events=CHOSEN),
     "Negosiasi tidak mencapai kesepakatan."),
    ("negotiation.one_bid", TALKED, package(bidder(), events=[in_vain(day=18)]),
     "Negosiasi tidak mencapai kesepakatan."),
    ("withdrawal.own", TEKNIS, package(bidder(), events=[gone("p1", TEKNIS, accepted=True)]),
     "Mengundurkan diri dengan alasan yang dapat diterima."),
    ("withdrawal.without_reason", TEKNIS,
     package(bidder(), events=[gone("p1", TEKNIS, accepted=False)]),
     "Mengundurkan diri dengan alasan yang tidak dapat diterima."),
    ("withdrawal.extension_refused_earlier", StageId.PENETAPAN,
     package(bidder(), events=[gone("p1", StageId.PENETAPAN, refused=True)],
             announced_on=dt.date(2020, 5, 30)),
     "Tidak bersedia memperpanjang masa berlaku penawaran, dianggap mengundurkan diri."),
    ("withdrawal.extension_refused", StageId.PENETAPAN,
     package(bidder(), events=[gone("p1", StageId.PENETAPAN, refused=True)]),
     "Tidak bersedia memperpanjang masa berlaku penawaran, dianggap mengundurkan diri."),
]  # fmt: skip
FALLS = [*NAMED, *JUDGED, *PRICED, *LATER]


@pytest.mark.parametrize(("rule", "stage", "given", "reason"), FALLS)
def test_a_fall_says_why(rule, stage, given, reason):
    """Rule, facts, citation with its source mark, and the sentence with the document's clause."""
    found = next(v for v in evaluated(given).stage(stage).verdicts)
    finding = next(f for f in found.findings if f.verdict is Verdict.GUGUR)

    assert (found.verdict, found.reason, finding.rule) == (Verdict.GUGUR, reason, rule)
    assert finding.facts
    assert all(c.instrument and c.article and c.source for c in finding.citations)
    assert re.fullmatch(r"[A-Z][^\n]*[^.]\.", found.reason)


def test_every_rule_that_can_fail_is_seen_to_fail():
    """Of the rules that stand in the law, those that ever answer `gugur` are all above."""
    import inspect

    able = {
        rule.id
        for rule in national().rules
        if re.search(
            r"\bfails\b|_each\(|of_one_fact\(|on_day\(|outcome_of\(|_refused\(",
            inspect.getsource(rule.decide),
        )
    }

    # A rule of a named check is seen to fail by the examples that are declared with it, too.
    by_example = {rule.id for rule in national().rules if rule.check}
    seen = {rule for rule, *_ in FALLS}

    assert able - by_example == seen - by_example
    assert seen <= able


def test_every_rule_and_value_in_a_record_is_of_the_rulebook():
    """No finding comes from nowhere."""
    known = {rule.id for rule in national().rules}
    params = {provision.param for provision in national().provisions}
    for _, _, given, _ in FALLS:
        evaluation = evaluated(given)
        findings = [f for s in evaluation.stages for v in s.verdicts for f in v.findings]
        assert {finding.rule for finding in findings} <= known
        assert {value.param for value in evaluation.values} <= params
        used = {value for finding in findings for value in finding.values}
        assert used <= set(evaluation.values)


BIDS = (bidder("p1"), bidder("p2", "1150000000"), bidder("p10", "1200000000"))
GIVEN = package(*BIDS, assessments=[*failed(TEKNIS, "p2"), *failed(PEMBUKTIAN, "p1", by="m1 m3")])


@pytest.mark.parametrize("turn", list(itertools.permutations(range(3)))[1:])
def test_the_order_of_lists_changes_nothing(turn):
    """Participants, members, judgements: the same evaluation, its package included."""
    first, pokja = evaluated(GIVEN), GIVEN.pokja
    turned = evolve(
        GIVEN,
        participants=tuple(BIDS[i] for i in turn),
        pokja=evolve(pokja, members=tuple(pokja.members[i] for i in turn)),
        assessments=GIVEN.assessments[::-1],
    )
    second = evaluated(turned)

    assert second == first


def test_a_missing_fact_that_is_added_flips_no_other_verdict():
    """A bid that fell on one check stays out when another becomes known."""
    terms = {"bid_validity_days": 60, "completion_days": 60}
    without = bidder(facts={ADMINISTRASI: {"bid_validity_days": 1}})
    known = bidder(facts={ADMINISTRASI: {"bid_validity_days": 1, "completion_days": 1}})

    for bid in (without, known):
        evaluation = evaluated(package(bid, asks=asked(ADMINISTRASI, **terms)))
        assert verdict(evaluation, ADMINISTRASI) == "gugur"

"""The weights and thresholds that a document may set, by method and by unsur."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.model import Criterion, DocumentValue, Regulation, Requirements
from tender_engine.terms import Method, Unsur
from tests.builders import HARGA, TEKNIS, codes, evaluated, refusal
from tests.procurements import (
    AMBANG,
    BIAYA,
    KUALITAS,
    NILAI,
    PAGU,
    STEP,
    TERENDAH,
    applicants,
    contest,
    demands,
    score,
    scored_criterion,
    screened,
    shortlisted,
)


@pytest.mark.parametrize(
    ("method", "weight", "fits"),
    [
        (NILAI, 60, True), (NILAI, 60 - STEP, False), (NILAI, 70, True), (NILAI, 70 + STEP, False),
        (BIAYA, 60, True), (BIAYA, 60 - STEP, False), (BIAYA, 80, True), (BIAYA, 80 + STEP, False),
    ],
)  # fmt: skip
def test_the_technical_weight_has_a_range(method, weight, fits):
    """Both ends are in it. Sistem Nilai 60 to 70, Kualitas dan Biaya 60 to 80 percent."""
    given = contest(method, ("p1", 80, "1100000000"), technical=weight)
    where = ("ATR022", "tender.requirements.evaluasi_teknis.weight")

    if fits:
        assert evaluated(given).winner == "p1"
    else:
        assert refusal(given) == [where]


@pytest.mark.parametrize(
    ("end", "value", "code", "where"),
    [
        ("least", "95", "ATR106", "tender.regulation.values.0.value"),
        ("most", "65", "ATR106", "tender.regulation.values.0.value"),
        # 55 is below the law's own 60, whatever the document says of the other end.
        ("most", "65", "ATR022", "tender.requirements.evaluasi_teknis.weight"),
    ],
)
def test_what_the_document_sets_and_its_weight_lies_out_of_is_told_there(end, value, code, where):
    """It may be that which is mistyped, and the weight is as the law would have it."""
    item = DocumentValue(f"weights.kualitas_biaya_technical_{end}", value, "LDP G", "menurut LDP")
    weight, own = 55 if code == "ATR022" else 70, Regulation(values=(item,))
    given = contest(BIAYA, ("p1", 80, "1100000000"), technical=weight, regulation=own)

    assert refusal(given) == [(code, where)]


@pytest.mark.parametrize("off", [STEP, -STEP, Decimal(-30)])
def test_both_weights_make_a_hundred(off):
    """A millionth more or less is refused, and so is no weight of the price."""
    where = ("ATR021", "tender.requirements.evaluasi_harga.weight")
    asks = {HARGA: Requirements(weight=30 + off)}

    assert refusal(contest(NILAI, ("p1", 80, "1100000000"), asks=asks)) == [where]


@pytest.mark.parametrize("stage", [TEKNIS, HARGA])
def test_a_weighed_method_needs_both_weights(stage):
    """Neither is guessed from the other."""
    asks = demands()
    asks[stage] = evolve(asks[stage], weight=None)

    assert refusal(contest(NILAI, ("p1", 80, "1100000000"), asks=asks)) == [
        ("ATR018", f"tender.requirements.{stage}.weight")
    ]


def unsur(experience, proposal, people):
    """The three parts of a consultant's proposal under their weights."""
    weights = (experience, proposal, people)
    named = zip("abc", map(str, weights), Unsur, strict=True)
    return tuple(scored_criterion(name, weight, unsur=part) for name, weight, part in named)


@pytest.mark.parametrize(
    ("weights", "wrong"),
    [
        ((10, 20, 70), []), ((20, 30, 50), []), ((10, 40, 50), []),
        ((10 - STEP, 20 + STEP, 70), ["unsur_pengalaman"]),
        ((20 + STEP, 30 - STEP, 50), ["unsur_pengalaman"]),
        ((10 + STEP, 20 - STEP, 70), ["unsur_proposal_teknis"]),
        ((10, 40 + STEP, 50 - STEP), ["unsur_proposal_teknis", "unsur_tenaga_ahli"]),
        ((10, 20 - STEP, 70 + STEP), ["unsur_proposal_teknis", "unsur_tenaga_ahli"]),
        ((20, 30 + STEP, 50 - STEP), ["unsur_tenaga_ahli"]),
    ],
)  # fmt: skip
def test_the_weights_of_unsur_have_ranges(weights, wrong):
    """Experience 10 to 20, proposal 20 to 40, experts 50 to 70 percent; both ends are in."""
    entries = contest(KUALITAS, ("p1", None, "1100000000"), criteria=unsur(*weights))
    if not wrong:
        assert evaluated(entries).state == "menunggu"
        return
    with pytest.raises(PackageRefusedError) as told:
        evaluated(entries)
    assert {fault.code for fault in told.value.faults} == {"ATR022"}
    assert [fault.params["param"] for fault in told.value.faults] == [f"weights.{w}" for w in wrong]


def test_two_criteria_of_one_unsur_weigh_together():
    """5 + 15 is 20 for experience: each alone would not be asked about."""
    parts = [Unsur.PENGALAMAN, Unsur.PENGALAMAN, Unsur.PROPOSAL_TEKNIS, Unsur.TENAGA_AHLI]
    weights = ("5", "15", "30", "50")
    criteria = tuple(
        scored_criterion(name, weight, unsur=part)
        for name, weight, part in zip("abcd", weights, parts, strict=True)
    )

    assert evaluated(contest(KUALITAS, ("p1", None, "1100000000"), criteria=criteria))


def test_one_criterion_without_its_unsur_is_refused():
    """Ranges cannot be held to where one part is not named; where none is, a notice says so."""
    criteria = (*unsur(10, 20, 70)[:2], scored_criterion("c", "70"))
    bid = ("p1", None, "1100000000")

    assert refusal(contest(KUALITAS, bid, criteria=criteria)) == [
        ("ATR023", "tender.requirements.evaluasi_teknis.criteria")
    ]
    assert "UNSUR_TIDAK_DISEBUT" in codes(evaluated(contest(KUALITAS, bid)))


def test_criteria_without_a_weight_are_told_by_the_weight_that_they_lack():
    """The checklist is there; nobody has to look for it once more."""
    plain = Criterion("a", "metode", "LDP 1")
    where = "tender.requirements.evaluasi_teknis.criteria"
    bid = ("p1", None, "1100000000")

    assert ("ATR018", f"{where}.0.weight") in refusal(contest(NILAI, bid, criteria=(plain,)))
    none = contest(NILAI, bid, asks={TEKNIS: Requirements(weight=Decimal(70))})
    assert ("ATR018", where) in refusal(none)


@pytest.mark.parametrize("method", [AMBANG, BIAYA, KUALITAS, PAGU, TERENDAH])
def test_a_threshold_is_needed_where_price_or_quality_alone_decides(method):
    """Only Sistem Nilai can do without one."""
    bid = ("p1", 80, "1100000000")
    where = ("ATR018", "tender.requirements.evaluasi_teknis.threshold")

    assert refusal(contest(method, bid, threshold=None)) == [where]
    criteria = (scored_criterion(threshold="60"),)
    assert evaluated(contest(method, bid, threshold=None, criteria=criteria)).winner == "p1"
    assert evaluated(contest(NILAI, bid, threshold=None)).winner == "p1"


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ("50", True),
        ("62.5", True),
        ("0", True),
        ("0.65", False),
        ("100.01", False),
        ("abc", False),
        ("NaN", False),
        ("-5", False),
        ("101", False),
        ("1e2", False),
    ],
)
def test_a_document_sets_a_weight_of_a_hundred(value, taken):
    """What is no percentage in plain notation is refused, and nothing stumbles over it."""
    item = DocumentValue("weights.sistem_nilai_technical_least", value, "LDP G", "menurut LDP")
    given = contest(NILAI, ("p1", 80, "1100000000"), regulation=Regulation(values=(item,)))

    if taken:
        assert evaluated(given).winner == "p1"
    else:
        assert refusal(given) == [("ATR007", "tender.regulation.values.0.value")]


def test_one_threshold_among_the_criteria_is_a_threshold():
    """Not each of them needs one."""
    halves = (scored_criterion("a", "50", threshold="60"), scored_criterion("b", "50"))
    marks = [score(TEKNIS, "p1", 80, name) for name in "ab"]
    given = contest(AMBANG, ("p1", None, "1100000000"), threshold=None, criteria=halves,
                    assessments=marks)  # fmt: skip

    assert evaluated(given).winner == "p1"


@pytest.mark.parametrize("method", [BIAYA, KUALITAS])
def test_what_bids_need_is_not_asked_of_a_prakualifikasi(method):
    """Weights and years belong to the Dokumen Pemilihan, which comes after the list."""
    found = evaluated(shortlisted([80, 70, 60], method=method))
    years = evaluated(screened(*applicants(3), method=Method.UMUR_EKONOMIS))

    assert found.shortlist == years.shortlist == ("p1", "p2", "p3")

"""SKP, KD, SKN and the leadfirm of a KSO: what is asked, met, not met, and not known."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from tender_engine.findings import Verdict
from tender_engine.model import Member
from tender_engine.terms import BusinessSize, Category
from tender_rules.formulas import formulas_of
from tender_rules.stages.kd import HighestContract, TimesAsked
from tender_rules.stages.leading import KsoAsked
from tender_rules.stages.skn import FactorsAsked, Finances, RunningContract
from tender_rules.stages.skp import PackagesAsked, PackagesRun
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    asked,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    hps,
    known,
    package,
    sized,
    verdict,
)
from tests.happenings import deadline, extended

D = Decimal
AGREED = {"kso_agreement": True}
MILLIARD = 10**9
# The example of the ministry: HPS 100 M, fp 7, fl 0.6, equity 50 M, three contracts that run.
FACTORS = FactorsAsked(D(7), D("0.6"))
EXAMPLE = (
    RunningContract(D(75 * MILLIARD), D(40 * MILLIARD), D(100)),
    RunningContract(D(120 * MILLIARD), D(20 * MILLIARD), D(70)),
    RunningContract(D(240 * MILLIARD), D(0), D(30)),
)


def member(name, share, *, lead=False, size=None, **facts):
    """A member of a KSO, of which this is known."""
    made = Member(
        name, f"PT {name}", share_percent=share, lead=lead, facts={KUALIFIKASI: known(**facts)}
    )
    return sized(made, size)


def made(rule, asks, *, total="2000000000", members=(), size=None, facts=None, events=(), **tender):
    """What `rule` finds of one bid, where the document asks `asks` alone."""
    stages = {ADMINISTRASI: AGREED, KUALIFIKASI: facts or {}}
    who = bidder(total="1000000", members=members, facts=stages, business_size=size)
    given = package(
        who,
        asks=asked(KUALIFIKASI, **asks),
        hps=hps(total, "0", None),
        pagu=D(10) ** 15,
        events=events,
        **tender,
    )
    evaluation = evaluated(given)
    found = finding(evaluation, KUALIFIKASI, rule)
    assert found is None or found.verdict == verdict(evaluation, KUALIFIKASI)
    return found, evaluation


def awaited(evaluation):
    """What the qualification waits for: of which check, and what."""
    here = (item for item in evaluation.awaiting if item.stage is KUALIFIKASI)
    return [(item.criterion, item.needs) for item in here]


def formulas(evaluation):
    """Every formula with its numbers."""
    return [(made.label, made.text) for made in formulas_of(evaluation, "p1")]


def skp(running, most=None, *, size="kecil", asks=True, **more):
    """What SKP comes to for one business."""
    fact = PackagesRun(running, most)
    size = size and BusinessSize(size)
    return made("qualification.skp", {"skp": asks}, size=size, facts={"skp": fact}, **more)


def values(found):
    """The values of the law that it used."""
    return {used.param: str(used.source) for used in found.values}


@pytest.mark.parametrize("size", ["mikro", "kecil", "koperasi"])
@pytest.mark.parametrize(("running", "left", "expected"), [(4, "1", "lulus"), (5, "0", "gugur")])
def test_a_small_business_handles_five(size, running, left, expected):
    found, _ = skp(running, size=size)

    assert (found.facts["skp"], found.verdict) == (left, expected)
    assert ("qualification.small" in values(found)) is (size != "kecil")


@pytest.mark.parametrize(
    ("running", "most", "left", "expected"),
    [
        (8, 8, "1.6", "lulus"),
        (9, 8, "0.6", "gugur"),
        (7, 8, "2.6", "lulus"),
        (5, 4, "1", "lulus"),
        (6, 4, "0", "gugur"),
        (5, 5, "1", "lulus"),
        (6, 5, "0", "gugur"),
    ],
)
@pytest.mark.parametrize("size", ["menengah", "besar"])
def test_any_other_handles_the_larger_of_six_and_the_factor(size, running, most, left, expected):
    """1,2 x 5 is 6 itself; nothing is rounded."""
    found, _ = skp(running, most, size=size)

    assert (found.facts["skp"], found.verdict) == (left, expected)


@pytest.mark.parametrize(("running", "expected"), [(5, "lulus"), (6, "belum_dinilai")])
def test_without_the_most_at_once_it_passes_only_where_six_are_enough(running, expected):
    found, evaluation = skp(running, size="besar")

    assert found.verdict == expected
    assert awaited(evaluation) == ([] if expected == "lulus" else [("skp", "fakta")])


def test_a_size_that_is_unknown_waits_however_few_run():
    """But the document's own KP is for any size."""
    assert skp(0, size=None)[0].verdict == "belum_dinilai"
    assert skp(3, size=None, asks=PackagesAsked(D(4)))[0].verdict == "lulus"
    assert skp(4, size=None, asks=PackagesAsked(D(4)))[0].verdict == "gugur"


def test_the_documents_own_least_wins_with_its_clause():
    """And no value of the law is asked for what the document says."""
    own = PackagesAsked(D("4.5"), D("1.5"), "LDK 7")
    found, _ = skp(3, asks=own)
    short, _ = skp(3, asks=PackagesAsked(D("4.5"), D("1.500001"), "LDK 7"))

    assert (found.verdict, short.verdict) == ("lulus", "gugur")
    assert values(found) == {}
    assert short.citations[0].clause == "LDK 7"
    assert short.reason == (
        "Sisa Kemampuan Paket (SKP) 1,5, yaitu kemampuan menangani paket (KP) 4,5 dikurangi 3 "
        "paket berjalan; diminta paling kurang 1,500001 (LDK 7)"
    )


@pytest.mark.parametrize("category", ["barang", "jasa_lainnya"])
def test_only_works_have_a_kp_of_the_law(category):
    kind = {"category": Category(category)}
    found, evaluation = skp(0, **kind)

    assert found.verdict == "belum_dinilai"
    assert awaited(evaluation) == [("skp", "faktor_skp")]
    assert skp(4, asks=PackagesAsked(D(5)), **kind)[0].verdict == "lulus"


@pytest.mark.parametrize(
    ("day", "source"), [(dt.date(2021, 6, 1), "unverified"), (dt.date(2021, 6, 2), "secondary")]
)
def test_the_kp_was_read_from_june_2021_on(day, source):
    found, _ = skp(4, announced_on=day)

    assert found.verdict == "lulus"
    assert values(found)["skp.kp_small"] == source


def test_every_member_of_a_kso_has_its_own():
    """One that falls decides, else one that is unknown waits, and each is told with its name."""
    free = member("a", D(60), lead=True, size=BusinessSize.KECIL, skp=PackagesRun(2))
    full = member("b", D(40), size=BusinessSize.KECIL, skp=PackagesRun(5))
    unknown = member("c", D(40), size=BusinessSize.KECIL)

    found, _ = made("qualification.skp", {"skp": True}, members=(free, full))
    assert found.verdict == "gugur"
    assert found.reason == (
        "PT b: Sisa Kemampuan Paket (SKP) 0, yaitu kemampuan menangani paket (KP) 5 dikurangi "
        "5 paket berjalan; diminta paling kurang 1"
    )
    assert (found.facts["a.skp"], found.facts["b.skp"]) == ("3", "0")
    assert values(found)["kso.members"] == "unverified"
    waiting, _ = made("qualification.skp", {"skp": True}, members=(free, unknown))
    assert waiting.verdict == "belum_dinilai"
    assert waiting.reason == "PT c: Paket pekerjaan yang sedang berjalan belum diketahui"


def slow_skp(size, running, most):
    """The verdict from the words of the law, package by package."""
    if size is None:
        return "belum_dinilai"
    if size in ("mikro", "kecil", "koperasi"):
        return "lulus" if running in range(5) else "gugur"
    if running in range(6):
        return "lulus"
    if most is None:
        return "belum_dinilai"
    # In fifths of a package: 1,2 x N is six fifths of N.
    return "lulus" if 6 * most - 5 * running >= 5 else "gugur"


def test_it_is_what_a_slow_count_finds():
    sizes = (None, *(str(size) for size in BusinessSize))
    for size, running, most in product(sizes, (0, 4, 5, 6, 7, 11), (None, 0, 5, 6, 10)):
        assert skp(running, most, size=size)[0].verdict == slow_skp(size, running, most)


def kd(highest, total, *, asks=True, completed=None, **more):
    """What KD comes to for one business."""
    fact = HighestContract(D(highest), completed and dt.date.fromisoformat(completed))
    return made("qualification.kd", {"kd": asks}, total=total, facts={"kd": fact}, **more)


@pytest.mark.parametrize(
    ("total", "expected"),
    [("3330360000", "lulus"), ("3330360000.01", "gugur"), ("3330359999.99", "lulus")],
)
def test_three_times_the_highest_contract_reach_the_hps_to_the_sen(total, expected):
    """The worked example: 3 x 1.110.120.000 = 3.330.360.000."""
    found, _ = kd("1110120000", total)

    assert (found.facts["kd"], found.verdict) == ("3330360000", expected)


def test_the_factor_is_that_of_the_kind_or_of_the_document():
    """Five times for jasa lainnya, unverified; goods have none, and wait for the document's."""
    service = {"category": Category.JASA_LAINNYA}
    found, _ = kd("400000000", "2000000000", **service)
    assert (found.verdict, found.facts["kali"]) == ("lulus", "5")
    assert values(found)["kd.times_other_services"] == "unverified"
    assert kd("399999999.99", "2000000000", **service)[0].verdict == "gugur"

    goods = {"category": Category.BARANG}
    found, evaluation = kd("2000000000", "2000000000", **goods)
    assert (found.verdict, awaited(evaluation)) == ("belum_dinilai", [("kd", "faktor_kd")])
    own = TimesAsked(D("2.5"), clause="LDK 8")
    found, _ = kd("800000000", "2000000000", asks=own, **goods)
    assert (found.verdict, found.citations[0].clause) == ("lulus", "LDK 8")
    assert kd("799999999", "2000000000", asks=own)[0].verdict == "gugur"


@pytest.mark.parametrize(
    ("completed", "expected"),
    [
        ("2012-05-11", "gugur"),
        ("2012-05-12", "lulus"),
        ("2022-05-12", "lulus"),
        ("2022-05-13", "gugur"),
        (None, "belum_dinilai"),
    ],
)
def test_the_contract_was_completed_within_the_documents_years(completed, expected):
    """Ten years back from the deadline for bids, both days in."""
    asks, events = TimesAsked(years=10), [deadline("penawaran", 12)]
    found, _ = kd("2000000000", "2000000000", asks=asks, completed=completed, events=events)

    assert found.verdict == expected
    if completed == "2012-05-11":
        assert found.reason == (
            "Pekerjaan NPt selesai 11 Mei 2012, di luar 10 tahun terakhir, 12 Mei 2012 sampai "
            "dengan 12 Mei 2022"
        )


@pytest.mark.parametrize(
    ("completed", "expected"),
    [("1999-01-01", "lulus"), ("2022-05-12", "lulus"), ("2022-05-13", "gugur"), (None, "lulus")],
)
def test_work_that_ended_after_the_deadline_is_no_experience(completed, expected):
    """Whether or not the document counts years; without a deadline nobody can say."""
    events = [deadline("penawaran", 12)]
    found, _ = kd("2000000000", "2000000000", completed=completed, events=events)

    assert found.verdict == expected
    if expected == "gugur":
        assert found.reason == (
            "Pekerjaan NPt selesai 13 Mei 2022, setelah batas akhir pemasukan dokumen 12 Mei 2022"
        )
    assert kd("2000000000", "2000000000", completed=completed)[0].verdict == "lulus"


def test_the_years_count_from_the_deadline_in_force_or_wait():
    """An extension moves them; where no deadline is recorded nothing can be counted."""
    asks = TimesAsked(years=10)
    first = {"asks": asks, "completed": "2012-05-12"}
    moved = [deadline("penawaran", 12), extended("penawaran", 11)]
    assert kd("2000000000", "2000000000", events=moved, **first)[0].verdict == "gugur"

    found, evaluation = kd("2000000000", "2000000000", **first)
    assert (found.verdict, awaited(evaluation)) == ("belum_dinilai", [("kd", "batas_pemasukan")])
    # What falls by its amount falls whatever the days are.
    assert kd("1", "2000000000", asks=asks)[0].verdict == "gugur"


def test_of_a_kso_the_leadfirms_contract_counts():
    """The other member's is not looked at, and the reading is told as unverified."""
    large, small = HighestContract(D(10**10)), HighestContract(D(1))
    lead = member("a", D(60), lead=True, kd=large)
    found, _ = made("qualification.kd", {"kd": True}, members=(lead, member("b", D(40), kd=small)))
    assert found.verdict == "lulus"
    assert values(found)["kd.whose"] == "unverified"

    lead = member("a", D(60), lead=True, kd=small)
    found, _ = made("qualification.kd", {"kd": True}, members=(lead, member("b", D(40), kd=large)))
    assert found.verdict == "gugur"
    assert found.reason.startswith(
        "Kemampuan Dasar (KD) PT a Rp3,00, yaitu 3 × nilai pengalaman tertinggi (NPt) Rp1,00; "
    )

    lead = member("a", D(60), lead=True)
    found, _ = made("qualification.kd", {"kd": True}, members=(lead, member("b", D(40), kd=large)))
    assert found.reason == "Nilai pengalaman tertinggi (NPt) PT a belum diketahui"


def test_it_is_what_adding_up_in_sen_finds():
    """A second way: the contract added as often as the factor says, in whole sen."""
    contracts, leasts = (0, 1, 333, 100_000_001), (1, 999, 1000, 300_000_003)
    for sen, times, least in product(contracts, (1, 3, 5), leasts):
        total = sum(sen for _ in range(times))
        asks = TimesAsked(D(times))
        found, _ = kd(D(sen) / 100, D(least) / 100, asks=asks)
        assert found.verdict == ("lulus" if total >= least else "gugur")


def skn(equity, running, total="100000000000", *, asks=FACTORS, **more):
    """What SKN comes to for one business."""
    fact = Finances(D(equity), running)
    return made("qualification.skn", {"skn": asks}, total=total, facts={"skn": fact}, **more)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("100000000000", "lulus"),
        ("330000000000", "lulus"),
        ("330000000000.1", "gugur"),
    ],
)
def test_the_worked_example_of_the_ministry(total, expected):
    """210 less 35, 70 and 72 is 33 M; a tenth of the HPS is the boundary, to the sen."""
    found, _ = skn(50 * MILLIARD, EXAMPLE, total)

    assert (found.facts["kn"], found.facts["berjalan"]) == ("210000000000", "177000000000")
    assert (found.facts["skn"], found.verdict) == ("33000000000", expected)


def test_with_nothing_running_it_is_the_whole_capacity():
    """W7: fl 0,3 and fp 6 of an equity of 3.022.808.572 are 5.441.055.429,60."""
    old = FactorsAsked(D(6), D("0.3"))
    found, _ = skn(3_022_808_572, (), "54410554296", asks=old)
    assert (found.facts["skn"], found.verdict) == ("5441055429.6", "lulus")
    assert skn(3_022_808_572, (), "54410554296.1", asks=old)[0].verdict == "gugur"


@pytest.mark.parametrize("asks", [True, FactorsAsked(fp=D(7)), FactorsAsked(fl=D("0.6"))])
@pytest.mark.parametrize("category", ["pekerjaan_konstruksi", "barang", "jasa_lainnya"])
def test_without_the_documents_factors_it_waits(asks, category):
    """Those of the example are no default, whatever is procured."""
    found, evaluation = skn(10**14, (), asks=asks, category=Category(category))

    assert (found.verdict, awaited(evaluation)) == ("belum_dinilai", [("skn", "faktor_skn")])


def test_the_documents_own_share_of_the_hps_wins():
    """A half of 66 M is 33 M; a sen more is not reached."""
    half = FactorsAsked(D(7), D("0.6"), D("0.5"), "LDK 9")
    found, _ = skn(50 * MILLIARD, EXAMPLE, "66000000000", asks=half)
    assert (found.verdict, values(found)) == ("lulus", {})
    found, _ = skn(50 * MILLIARD, EXAMPLE, "66000000000.02", asks=half)
    assert (found.verdict, found.citations[0].clause) == ("gugur", "LDK 9")
    assert found.reason == (
        "Sisa Kemampuan Nyata (SKN) Rp33.000.000.000,00, yaitu Kemampuan Nyata (KN) "
        "Rp210.000.000.000,00 dikurangi sisa paket berjalan Rp177.000.000.000,00; diminta paling "
        "kurang 50% nilai total HPS, Rp33.000.000.000,01 (LDK 9)"
    )


def test_contracts_that_are_not_known_wait_unless_the_capacity_is_short_without_them():
    """No contract can raise what is left."""
    assert skn(50 * MILLIARD, None)[0].verdict == "belum_dinilai"
    assert skn(0, None)[0].verdict == "gugur"
    # 4,2 x 1 M is below a tenth of 100 M; of 42 M it is a tenth, and nothing may be running.
    assert skn(MILLIARD, None)[0].verdict == "gugur"
    assert skn(MILLIARD, None, "42000000000")[0].verdict == "belum_dinilai"
    assert skn(MILLIARD, None, "42000000000.1")[0].verdict == "gugur"


def test_each_member_of_a_kso_has_the_capacity():
    strong, weak = Finances(D(50 * MILLIARD), EXAMPLE), Finances(D(MILLIARD), ())
    members = (member("a", D(60), lead=True, skn=strong), member("b", D(40), skn=weak))
    found, _ = made("qualification.skn", {"skn": FACTORS}, total="100000000000", members=members)

    assert found.verdict == "gugur"
    assert found.reason.startswith("PT b: Sisa Kemampuan Nyata (SKN) Rp4.200.000.000,00, ")
    assert (found.facts["a.skn"], found.facts["b.batas"]) == ("33000000000", "10000000000")


def test_it_is_what_fractions_find_contract_by_contract():
    """A second way: what each contract takes is taken one by one, as fractions of a rupiah."""
    held, dones = ("0.01", "33.333333", "100"), ("0", "0.5", "999.999999")
    for equity, share, done in product((0, 250, 357), held, dones):
        running = (RunningContract(D(1000), D(done), D(share)),) * 2
        left = Fraction(42, 10) * equity
        for one in running:
            left -= (1000 - Fraction(one.done)) * Fraction(one.share_percent) / 100
        found, _ = skn(equity, running, "1000")
        assert Fraction(found.facts["skn"]) == left
        assert found.verdict == ("lulus" if left >= 100 else "gugur")


def test_the_formulas_stand_with_their_numbers():
    """As the working paper and `tender explain` write them; of a KSO by member."""
    _, evaluation = skp(8, 8, size="besar")
    assert formulas(evaluation) == [("Sisa Kemampuan Paket (SKP)", "9,6 − 8 = 1,6")]
    _, evaluation = kd("1110120000", "3330360000")
    assert formulas(evaluation) == [
        ("Kemampuan Dasar (KD)", "3 × Rp1.110.120.000,00 = Rp3.330.360.000,00")
    ]
    held = (RunningContract(D(100), D(40), D(70)), RunningContract(D(75), D("0.001"), D(100)))
    members = (member("a", D(60), lead=True, skn=Finances(D(50), held)), member("b", D(40)))
    _, evaluation = made("qualification.skn", {"skn": FACTORS}, total="1000", members=members)
    capacity = "7 × 0,6 × Rp50,00 = Rp210,00"
    running = "(Rp75,00 − Rp0,00) × 100% + (Rp100,00 − Rp40,00) × 70% ≈ Rp117,00"
    left = "Rp210,00 − Rp117,00 ≈ Rp93,00"
    assert formulas(evaluation) == [
        ("Sisa Kemampuan Nyata (SKN) PT a", f"{capacity}; {running}; {left}")
    ]
    unknown = "paling kurang 6 − 6 = paling kurang 0"
    assert formulas(skp(6, size="besar")[1]) == [("Sisa Kemampuan Paket (SKP)", unknown)]
    assert formulas(skp(6, size=None)[1]) == []


def shares(*given, asks=True):
    """A KSO whose first member leads, by the shares of its members."""
    members = tuple(member(f"a{n}", share, lead=n == 0) for n, share in enumerate(given))
    return made("qualification.kso_lead", {"kso": KsoAsked(asks)}, members=members)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("60", "40"), "lulus"),
        (("50", "50"), "lulus"),
        (("49.999999", "50.000001"), "gugur"),
        (("34", "33", "33"), "lulus"),
        (("30", "40", "30"), "gugur"),
        ((None, "40"), "belum_dinilai"),
        (("60", None), "belum_dinilai"),
        (("30", "40", None), "gugur"),
    ],
)
def test_no_member_has_a_larger_share_than_the_leadfirm(given, expected):
    """That an equal share is the largest no text says; where it decides, the record says so."""
    found, _ = shares(*(share and D(share) for share in given))

    assert found.verdict == expected
    assert ("kso.equal_share" in values(found)) is (given == ("50", "50"))


def test_the_share_of_the_leadfirm_is_only_asked_of_a_kso():
    """Of others nothing is asked, so that the panel judges them."""
    assert shares(D(40), D(60), asks=False)[0] is None
    asks = asked(KUALIFIKASI, criteria=(), kso=KsoAsked(True))
    given = package(bidder(), asks=asks, general=(ADMINISTRASI,))

    assert verdict(evaluated(given), KUALIFIKASI) == Verdict.BELUM_DINILAI
    against = failed(KUALIFIKASI, "p1")
    given = package(bidder(), asks=asks, general=(ADMINISTRASI,), assessments=against)
    assert verdict(evaluated(given), KUALIFIKASI) == Verdict.GUGUR


def segment(pagu, *sizes, **tender):
    """Whether the sizes that the document is for are told as another segment's."""
    asks = {"business_size": tuple(map(BusinessSize, sizes))} if sizes else {}
    given = package(asks=asked(KUALIFIKASI, **asks), pagu=D(pagu), **tender)
    return "SEGMENTASI_BERBEDA" in codes(evaluated(given))


LIMIT, BAND = "15000000000", "50000000000"


@pytest.mark.parametrize(
    ("pagu", "sizes", "told"),
    [
        (LIMIT, ("kecil", "mikro", "koperasi"), False),
        (LIMIT, ("kecil", "menengah"), True),
        (f"{LIMIT}.01", ("menengah",), False),
        (f"{LIMIT}.01", ("kecil",), True),
        (BAND, ("menengah",), False),
        (BAND, ("besar",), True),
        (f"{BAND}.01", ("besar",), False),
        (f"{BAND}.01", ("menengah", "besar"), True),
        (LIMIT, (), False),
    ],
)
def test_works_for_another_size_than_their_budget_are_told(pagu, sizes, told):
    """Pasal 65 ayat (4) up to its limit, and bands above it; never a verdict."""
    assert segment(pagu, *sizes) is told


def test_the_bands_are_of_works_and_each_begins_with_its_text():
    """Goods above the limit have none; the limit of 2021 holds from its day on."""
    goods = {"category": Category.BARANG}
    assert segment(LIMIT, "menengah", **goods)
    assert not segment(f"{LIMIT}.01", "kecil", **goods)
    assert not segment(LIMIT, "menengah", announced_on=dt.date(2021, 2, 1))
    assert segment(LIMIT, "menengah", announced_on=dt.date(2021, 2, 2))
    assert not segment(BAND, "besar", announced_on=dt.date(2021, 6, 1))
    assert segment(BAND, "besar", announced_on=dt.date(2021, 6, 2))


def test_what_is_only_told_is_no_value_of_the_evaluation():
    """Nobody has to confirm a band on which no verdict rests."""
    asks = asked(KUALIFIKASI, business_size=(BusinessSize.BESAR,))
    given = package(bidder(business_size=BusinessSize.BESAR), asks=asks, pagu=D(BAND))
    evaluation = evaluated(given)
    (told,) = [each for each in evaluation.notices if each.code == "SEGMENTASI_BERBEDA"]

    assert told.audience == "internal"
    assert not [used for used in evaluation.values if used.param.startswith("segment")]

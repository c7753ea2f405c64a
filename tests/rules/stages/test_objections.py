"""What the law refuses by name, all of it together, with words in both languages."""

import datetime as dt
import importlib
import inspect
import pkgutil
import re
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

import tender_rules
from tender_engine.events import Award, Confirmation, Deadline, FailureAct, RankingDecision
from tender_engine.faults import PackageRefusedError
from tender_engine.model import Criterion, DocumentValue, Previous, Regulation, Requirements
from tender_engine.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    Phase,
    PreviousKind,
    ProcedureName,
    ProofScope,
    Unsur,
)
from tender_rules.objections import OBJECTION_TEXTS, OBJECTIONS
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    evaluated,
    hps,
    hps_line,
    package,
    priced,
    refusal,
)
from tests.happenings import (
    agreed,
    appeal,
    auction,
    award,
    closing,
    deadline,
    extended,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import (
    applicant,
    applicants,
    contest,
    invited,
    scored,
    scored_criterion,
    screened,
    seleksi,
)

PA, POKJA = Decider.PA, Decider.POKJA
BEFORE = ProcedureName.PRAKUALIFIKASI
FIRM = Category.JASA_KONSULTANSI_BADAN_USAHA
PERSON = Category.JASA_KONSULTANSI_PERORANGAN
ONE, TWO, TWO_STAGES = Envelope.SATU_FILE, Envelope.DUA_FILE, Envelope.DUA_TAHAP
NOT_JUDGED = tuple(stage for stage in JUDGED if stage is not TEKNIS)
AWARDED = award(by="pa")


def refused(**terms):
    """Why a package is refused: code and path."""
    return refusal(package(**terms))


def codes_of(given):
    """The codes alone; none for a package that is evaluated."""
    try:
        evaluated(given)
    except PackageRefusedError as error:
        return {fault.code for fault in error.faults}
    return set()


def faults_of(given):
    """What a package is refused for."""
    try:
        evaluated(given)
    except PackageRefusedError as error:
        return error.faults
    return ()


def evaluates(**terms):
    """A Tender whose technical part is scored."""
    given = {"general": NOT_JUDGED, "envelope": TWO, "events": [price_opening()]}
    return package(**(given | terms))


def weighed(technical="60", price="40", **more):
    """Sistem nilai with its two weights."""
    asks = scored(TEKNIS, weight=technical)
    asks |= {HARGA: Requirements(weight=None if price is None else Decimal(price))}
    return evaluates(**({"method": Method.SISTEM_NILAI, "asks": asks} | more))


def quality(*unsur, method=Method.KUALITAS, weights=None, **terms):
    """A Seleksi with bids whose technical criteria have these weights by unsur."""
    criteria = tuple(
        scored_criterion(f"s{n}", weight, unsur=part) for n, (part, weight) in enumerate(unsur)
    )
    technical = scored(TEKNIS, weight=weights and weights[0], criteria=criteria or None)
    price = {HARGA: Requirements(weight=Decimal(weights[1]))} if weights else {}
    firms = applicants(3, bid=True)
    given = {
        "method": method,
        "qualification": {"p1": 80, "p2": 80, "p3": 80},
        "events": [listing_act("p1", "p2", "p3"), deadline()],
        "asks": technical | price,
    }
    return seleksi(*firms, **(given | terms))


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"integrated": True}, ("ATR001", "tender.integrated")),
        ({"international": True}, ("ATR001", "tender.international")),
        ({"complex": True}, ("ATR002", "tender.complex")),
        *(
            ({"contract": name, "category": category}, ("ATR003", "tender.contract"))
            for name in (Contract.TERIMA_JADI, Contract.PUTAR_KUNCI)
            for category in (Category.BARANG, Category.JASA_LAINNYA)
        ),
        ({"events": [Confirmation(at(1), "a.b", "1", "LDP")]}, ("ATR006", "events.0.param")),
        (
            {"events": [Deadline(at(1), Phase.KUALIFIKASI, at(20))]},
            ("ATR008", "events.0.of"),
        ),
        (
            {"events": [FailureAct(at(20), "pemilihan", PA, "51(2)z")]},
            ("ATR009", "events.0.ground"),
        ),
        ({"events": [Award(at(20), "pemilihan", PA, "BA-1")]}, ("ATR010", "events.0")),
        (
            {"events": [AWARDED, award(by="pa", number="BA-2")]},
            ("ATR012", "events.1.at"),
        ),
    ],
)
def test_each_is_refused_by_name(terms, expected):
    """One fault, at the key that is to blame."""
    assert refused(**terms) == [expected]


# Pasal 27, 39, 40, 42, 43 and 44: what a category may take. `None` is what may be taken.
FITTING = [
    ("method", Method.KUALITAS, package(method=Method.KUALITAS), "Pasal 39 ayat (1)"),
    ("method", Method.SISTEM_NILAI, quality(method=Method.SISTEM_NILAI, events=()),
     "Pasal 42 ayat (1)"),
    ("method", Method.SISTEM_NILAI, weighed(), None),
    ("method", Method.KUALITAS, quality(), None),
    ("envelope", ONE, quality(envelope=ONE), "Pasal 43 ayat (2)"),
    ("envelope", TWO_STAGES, quality(envelope=TWO_STAGES), "Pasal 43 ayat (2)"),
    ("envelope", ONE, weighed(envelope=ONE, events=()), "Pasal 40 ayat (2)"),
    ("envelope", ONE, package(), None),
    ("envelope", TWO, package(envelope=TWO), None),
    ("envelope", TWO_STAGES, package(envelope=TWO_STAGES), None),
    ("procedure", "pascakualifikasi",
     quality(procedure=ProcedureName.PASCAKUALIFIKASI, events=(), qualification={},
             asks={KUALIFIKASI: Requirements()} | scored(TEKNIS)),
     "Pasal 44 ayat (5) huruf b"),
    ("procedure", "prakualifikasi", quality(category=PERSON), "Pasal 44 ayat (3) huruf b"),
    ("contract", Contract.WAKTU_PENUGASAN, package(contract=Contract.WAKTU_PENUGASAN),
     "Pasal 27 ayat (2)"),
    ("contract", Contract.HARGA_SATUAN, quality(contract=Contract.HARGA_SATUAN),
     "Pasal 27"),
    ("contract", Contract.WAKTU_PENUGASAN, quality(contract=Contract.WAKTU_PENUGASAN), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "right", "wrong", "article"),
    [
        (dt.date(2021, 2, 1), Contract.TERIMA_JADI, Contract.PUTAR_KUNCI,
         "Pasal 27 ayat (1) huruf d"),
        (dt.date(2021, 2, 2), Contract.PUTAR_KUNCI, Contract.TERIMA_JADI,
         "Pasal 27 ayat (2) huruf d"),
    ],
)  # fmt: skip
def test_a_turnkey_contract_has_the_name_of_its_day(day, right, wrong, article):
    """Each name is refused in the time of the other and of goods; what may be taken is told."""
    assert evaluated(package(bidder(), contract=right, announced_on=day)).price("p1") is not None
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(bidder(), contract=wrong, announced_on=day))
    (fault,) = told.value.faults
    assert (fault.code, fault.path) == ("ATR060", ("tender", "contract"))
    assert (fault.params["found"], fault.params["right"]) == (wrong, right)
    assert fault.params["article"] == article

    goods = {"category": Category.BARANG, "announced_on": day}
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(bidder(), contract=right, **goods))
    for name in told.value.faults[0].params["fitting"].split(", "):
        assert "ATR003" not in codes_of(package(bidder(), contract=Contract(name), **goods))


@pytest.mark.parametrize(("key", "found", "given", "article"), FITTING)
def test_what_a_category_may_not_take_is_refused_with_the_article(key, found, given, article):
    """ATR015 names the key, the article and what fits, and of that nothing is refused."""
    if article is None:
        assert "ATR015" not in codes_of(given)
        return
    with pytest.raises(PackageRefusedError) as told:
        evaluated(given)
    fault = next(fault for fault in told.value.faults if fault.code == "ATR015")
    assert (fault.path, fault.params["article"]) == (("tender", key), article)
    assert fault.params["found"] == str(found)
    fitting = fault.params["fitting"].split(", ")
    for one in type(getattr(given.tender, key)):
        faults = faults_of(evolve(given, tender=evolve(given.tender, **{key: one})))
        at_the_key = [each.code for each in faults if each.path[:2] == ("tender", key)]
        assert not at_the_key if one in fitting else faults


@pytest.mark.parametrize("number", [1, 2])
def test_what_a_pascakualifikasi_cannot_repeat_is_one_objection_at_its_kind(number):
    """Whatever its round, which is another's: there no prakualifikasi is held anew."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(previous=REPEATED, qualification_round=number))
    (fault,) = told.value.faults
    assert (fault.code, fault.path) == ("ATR107", ("previous", "kind"))
    assert fault.params["known"] == "evaluasi_ulang, penawaran_ulang, tender_ulang"


def one_bid(bid="1100000000", **terms):
    """A complex tender that goes on with one bid of its list of three."""
    people = (applicant("p1", bid=True, price=priced(bid)), applicant("p2"), applicant("p3"))
    return invited(*people, **terms)


DIGEST = f"sha256:{'0' * 64}"
REPEATED = Previous(PreviousKind.PRAKUALIFIKASI_ULANG, DIGEST, "51(1)b")
RATE = {
    rate: {HARGA: Requirements(tkdn_preference=Decimal(rate))}
    for rate in ("0", "0.000001", "0.25", "0.999999", "1", "25", "25.000001", "25.01")
}
AUCTIONED = auction(p1="1000000000", p2="1090000000")
UNEQUAL = (bidder("p1"), bidder("p2", "1150000000"))
AGAIN = Previous(PreviousKind.TENDER_ULANG, DIGEST, "51(2)c")
TALKS = in_vain()
OVER = objections_over()
SECOND = Phase.PENAWARAN_TAHAP_DUA
RANGE = Regulation(values=(DocumentValue(
    "weights.sistem_nilai_technical_most", "75", "LDP", "Dokumen menetapkan"),))  # fmt: skip
PARTS = ((Unsur.PENGALAMAN, "10"), (Unsur.PROPOSAL_TEKNIS, "30"), (Unsur.TENAGA_AHLI, "60"))
TIE = tuple(bidder(f"p{n}") for n in (1, 2))
ORDERED = RankingDecision(at(17), ("m1", "m2"), ("p1", "p2"), "Dibahas")

# By code: what is refused for it, and its neighbour that is not.
BOTH_WAYS = [
    ("ATR002", package(complex=True), package(complex=False)),
    ("ATR016", screened(*applicants(3), complex=False), screened(*applicants(3), complex=None)),
    ("ATR017", package(asks=scored(TEKNIS)),
     evaluates(asks=scored(TEKNIS), method=Method.HARGA_TERENDAH_AMBANG_BATAS)),
    ("ATR017", package(asks={TEKNIS: Requirements(threshold=Decimal(70))}), package()),
    ("ATR017", package(asks={TEKNIS: Requirements(weight=Decimal(70))}), weighed("70", "30")),
    ("ATR017", package(asks={HARGA: Requirements(operating_years=5)}),
     package(bidder(), method=Method.UMUR_EKONOMIS, envelope=TWO,
             asks={HARGA: Requirements(operating_years=5)})),
    ("ATR017", screened(*applicants(3), asks=scored(KUALIFIKASI)),
     seleksi(*applicants(3), qualification={})),
    ("ATR017", weighed(asks=scored(TEKNIS, weight="60", criteria=(
        scored_criterion(unsur=Unsur.PENGALAMAN),)) | {HARGA: Requirements(weight=Decimal(40))}),
     weighed()),
    ("ATR018", evaluates(method=Method.HARGA_TERENDAH_AMBANG_BATAS),
     evaluates(asks=scored(TEKNIS), method=Method.HARGA_TERENDAH_AMBANG_BATAS)),
    ("ATR018", evaluates(asks=scored(TEKNIS, threshold=None),
                         method=Method.HARGA_TERENDAH_AMBANG_BATAS),
     evaluates(asks=scored(TEKNIS, threshold=None, criteria=(scored_criterion(threshold="60"),)),
               method=Method.HARGA_TERENDAH_AMBANG_BATAS)),
    ("ATR018", weighed(price=None), weighed()),
    ("ATR018", weighed(technical=None), weighed(asks=scored(TEKNIS, None, "60")
                                                | {HARGA: Requirements(weight=Decimal(40))})),
    ("ATR018", package(bidder(), method=Method.UMUR_EKONOMIS, envelope=TWO),
     package(bidder(), method=Method.UMUR_EKONOMIS, envelope=TWO,
             asks={HARGA: Requirements(operating_years=5)})),
    ("ATR018", seleksi(*applicants(3), asks={KUALIFIKASI: Requirements()}),
     seleksi(*applicants(3), asks={TEKNIS: Requirements()})),
    ("ATR020", package(*TIE, bidder("p3", "1110000000"),
                       events=[RankingDecision(at(17), ("m1", "m2"), ("p1", "p3"), "x")]),
     package(*TIE, events=[ORDERED])),
    ("ATR021", weighed("60", "39"), weighed("60", "40")),
    ("ATR021", weighed("60", "40.000001"), weighed("60.5", "39.5")),
    ("ATR022", quality(method=Method.KUALITAS_BIAYA, weights=("59", "41")),
     quality(method=Method.KUALITAS_BIAYA, weights=("60", "40"))),
    ("ATR022", quality(method=Method.KUALITAS_BIAYA, weights=("80.000001", "19.999999")),
     quality(method=Method.KUALITAS_BIAYA, weights=("80", "20"))),
    ("ATR022", weighed("75", "25"), weighed("75", "25", regulation=RANGE)),
    ("ATR106", weighed("76", "24", regulation=RANGE), weighed("75", "25", regulation=RANGE)),
    ("ATR022", quality((Unsur.PENGALAMAN, "9"), (Unsur.PROPOSAL_TEKNIS, "31"),
                       (Unsur.TENAGA_AHLI, "60")), quality(*PARTS)),
    ("ATR022", quality((Unsur.PENGALAMAN, "20"), (Unsur.PROPOSAL_TEKNIS, "40"),
                       (Unsur.TENAGA_AHLI, "40")),
     quality((Unsur.PENGALAMAN, "10"), (Unsur.PROPOSAL_TEKNIS, "40"), (Unsur.TENAGA_AHLI, "50"))),
    ("ATR022", quality((Unsur.PENGALAMAN, "30"), (Unsur.TENAGA_AHLI, "70")),
     quality((Unsur.PENGALAMAN, "10"), (Unsur.PROPOSAL_TEKNIS, "20"), (Unsur.TENAGA_AHLI, "70"))),
    ("ATR023", quality((None, "10"), (Unsur.PROPOSAL_TEKNIS, "30"), (Unsur.TENAGA_AHLI, "60")),
     quality((None, "50"), (None, "50"))),
    ("ATR024", screened(*applicants(3), events=[Award(at(9), "kualifikasi", POKJA, "BA")]),
     screened(*applicants(2), events=[extended(), closing(), listing_act()])),
    ("ATR025", package(events=[price_opening()]),
     package(envelope=TWO, events=[price_opening()])),
    ("ATR025", package(envelope=TWO, events=[deadline(SECOND)]),
     package(envelope=TWO_STAGES, events=[deadline(SECOND)])),
    ("ATR025", package(applicant("p1", bid=True, second=True), envelope=TWO),
     package(applicant("p1", bid=True, second=True), envelope=TWO_STAGES)),
    ("ATR026", one_bid(listed=["p2", "p3"]), one_bid()),
    ("ATR026", invited(applicant("p1", second=True), *applicants(3)[1:], listed=["p2", "p3"],
                       envelope=TWO_STAGES),
     invited(applicant("p1", bid=True, second=True), *applicants(3)[1:], envelope=TWO_STAGES)),
    ("ATR032", package(hps=hps(lines=(hps_line(person_months=Decimal(2)),))), package()),
    ("ATR027", screened(*applicants(3), previous=REPEATED),
     screened(*applicants(3), previous=REPEATED, qualification_round=2)),
    ("ATR027", package(previous=AGAIN), package(previous=AGAIN, round=2)),
    ("ATR028", package(qualification_round=2), package(round=2)),
    ("ATR107", package(previous=REPEATED),
     screened(*applicants(3), previous=REPEATED, qualification_round=2)),
    ("ATR029", screened(*applicants(3), asks=asked(
        PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA)),
     package(asks=asked(PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA))),
    # Perpres 16/2018 Pasal 67: at most 25 percent, and percent it is.
    ("ATR038", package(asks=RATE["25.000001"]), package(asks=RATE["25"])),
    ("ATR038", package(asks=RATE["25.01"]), package(asks=RATE["25"])),
    ("ATR035", package(asks=RATE["0.999999"]), package(asks=RATE["1"])),
    ("ATR035", package(asks=RATE["0.25"]), package(asks=RATE["25"])),
    ("ATR035", package(asks=RATE["0.000001"]), package(asks=RATE["0"])),
    ("ATR017", quality(asks=RATE["25"] | scored(TEKNIS)), quality(asks=RATE["0"])),
    ("ATR034", package(*UNEQUAL, events=[agreed(day=18)]),
     package(bidder("p1"), events=[agreed(total="1000000000", day=18)])),
    ("ATR034", package(*UNEQUAL, events=[in_vain(day=18)]),
     package(bidder("p1"), events=[in_vain(day=18)])),
    ("ATR036", package(*UNEQUAL, bidder("p3", "1200000000"), events=[AUCTIONED]),
     package(*UNEQUAL, events=[AUCTIONED])),
    ("ATR001", package(*UNEQUAL, events=[AUCTIONED], category=Category.BARANG,
                       asks=RATE["25"]),
     package(*UNEQUAL, events=[AUCTIONED], category=Category.BARANG, asks=RATE["0"])),
    ("ATR001", quality(events=(listing_act("p1", "p2", "p3"), deadline(), AUCTIONED)),
     quality(events=(listing_act("p1", "p2", "p3"), deadline(), auction(held=False)))),
    ("ATR037", package(category=Category.BARANG, events=[appeal("p1")]),
     package(events=[appeal("p1")])),
    ("ATR037", package(category=Category.JASA_LAINNYA, events=[appeal("p1")]),
     package(events=[appeal("p1")])),
]  # fmt: skip


@pytest.mark.parametrize(("code", "wrong", "right"), BOTH_WAYS)
def test_refused_and_its_neighbour_is_not(code, wrong, right):
    """One fault and no other; what lies just beside it is evaluated."""
    assert {found for found, _ in refusal(wrong)} == {code}
    assert codes_of(right) == set()


def test_every_code_is_seen_above_or_in_a_file_of_its_own():
    """Codes with words that nothing refuses would be promises; each is somewhere in the tests."""
    here = Path(__file__).parents[2]
    texts = " ".join(path.read_text("utf-8") for path in here.rglob("test_*.py"))

    assert {code for code in OBJECTION_TEXTS if code not in texts} == set()


def test_the_law_makes_no_code_without_words():
    """Every code that the sources of the law name has its words, and every word its code."""
    modules = pkgutil.walk_packages(tender_rules.__path__, "tender_rules.")
    told_in = ("stages", "objections", "repeats", "sanggah")
    names = [m.name for m in modules if m.name.split(".")[1] in told_in]
    sources = [inspect.getsource(importlib.import_module(n)) for n in names]
    made = set(re.findall(r'"(ATR\d+)"', " ".join(sources)))

    assert made == set(OBJECTION_TEXTS)


def test_all_are_told_together():
    """Nobody corrects one fault to be told the next."""
    terms = {"international": True, "complex": True, "announced_on": dt.date(2018, 3, 21)}

    assert {code for code, _ in refused(**terms)} == {"ATR001", "ATR002", "ATR004"}


WRONG = [wrong for _, wrong, _ in BOTH_WAYS] + [given for *_, given, article in FITTING if article]


@pytest.mark.parametrize("given", WRONG)
def test_every_fault_has_words_that_can_be_filled(given):
    """Message and hint in both languages, with the parameters that the faults carry."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(given)
    for fault in told.value.faults:
        text = OBJECTION_TEXTS[fault.code]
        for lang in ("id", "en"):
            for words in (text.message(lang), text.hint(lang)):
                assert "{" not in words.format(**fault.params)


@pytest.mark.parametrize("category", [Category.BARANG, Category.JASA_LAINNYA])
def test_a_bid_bond_is_for_works_only(category):
    """Pasal 30 ayat (2); a document that says it asks none is in order."""
    where = ("ATR013", "tender.requirements.evaluasi_administrasi.bid_bond")

    assert refused(category=category, asks=asked(ADMINISTRASI, bid_bond=True)) == [where]
    assert evaluated(package(category=category, asks=asked(ADMINISTRASI, bid_bond=False)))


@pytest.mark.parametrize(
    ("members", "fits"), [(1, False), (2, False), (3, True), (4, False), (5, True)]
)
def test_a_panel_has_three_members_or_more_and_is_odd(members, fits):
    """Pasal 13 ayat (2) and (3)."""
    if fits:
        assert evaluated(package(members=members))
    else:
        assert refused(members=members) == [("ATR014", "pokja.members")]


@pytest.mark.parametrize(
    ("given", "letter", "known"),
    [
        (package, "h", False),  # the failed negotiation of a Seleksi is no ground of a Tender
        (package, "g", True),
        (quality, "h", True),
        (quality, "g", False),  # a Seleksi has no bid that falls for being above the HPS
    ],
)
def test_a_ground_belongs_to_its_kind(given, letter, known):
    """Pasal 51 ayat (2) huruf g speaks of a Tender, huruf h of a Seleksi."""
    act = FailureAct(at(20), "pemilihan", POKJA, f"perpres-16-2018:51(2){letter}")
    terms = {"events": [listing_act("p1", "p2", "p3"), deadline(), act]}
    made = given(**(terms if given is quality else {"events": [act]}))

    assert ("ATR009" in codes_of(made)) != known


@pytest.mark.parametrize(
    ("of", "ground"),
    [("kualifikasi", "perpres-16-2018:51(2)c"), ("pemilihan", "perpres-16-2018:51(1)b")],
)
def test_a_ground_belongs_to_its_subject(of, ground):
    """The grounds of ayat (1) are of the qualification, those of ayat (2) of the selection."""
    acts = [listing_act("p1", "p2", "p3"), FailureAct(at(20), of, POKJA, ground)]

    assert refusal(screened(*applicants(3), events=acts)) == [("ATR009", "events.1.ground")]


def test_every_check_is_of_one_list():
    """The package of checks gathers those of its modules, each once."""
    names = [check.__name__ for check in OBJECTIONS]

    assert len(names) == len(set(names))
    assert {"method_fits", "bids_are_of_the_listed", "stage_weights_make_a_whole",
            "panel_is_complete"} <= set(names)  # fmt: skip


def test_a_criterion_without_a_top_score_is_none_of_the_scored():
    """A requirement that is met or not may stand beside the scored ones."""
    both = (scored_criterion(), Criterion("k", "metode"))
    given = evaluates(
        asks=scored(TEKNIS, criteria=both), method=Method.HARGA_TERENDAH_AMBANG_BATAS
    )  # fmt: skip

    assert codes_of(given) == set()


@pytest.mark.parametrize("complex_", [True, False, None])
def test_how_complex_it_is_binds_no_seleksi(complex_):
    """Pasal 44 (3) b and (5) b go by firm or individual; complexity is for a Tender."""
    firms = seleksi(*applicants(3), qualification={}, complex=complex_)
    people = contest(Method.KUALITAS, ("p1", 80, "1100000000"), complex=complex_)

    assert evaluated(firms).state == "menunggu"
    assert evaluated(people).winner == "p1"


def test_a_share_is_told_in_percent():
    """0,25 is a quarter of a percent as written; the hint says what it would be in percent."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(asks=RATE["0.25"]))
    (fault,) = told.value.faults

    assert fault.path == ("tender", "requirements", "evaluasi_harga", "tkdn_preference")
    assert fault.params == {"found": "0.25", "percent": "25"}


@pytest.mark.parametrize(
    ("day", "article"),
    [
        (dt.date(2021, 2, 1), "Pasal 67 ayat (4)"),
        (dt.date(2021, 2, 2), "Pasal 67 ayat (3) huruf b"),
    ],
)
def test_the_highest_preference_is_cited_as_it_stood(day, article):
    """Perpres 12/2021 moved it on 2 February 2021, and left it at 25 percent."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(asks=RATE["25.01"], announced_on=day))
    (fault,) = told.value.faults

    assert fault.params == {"found": "25.01", "most": "25", "article": article}


def test_the_kind_that_cannot_be_auctioned_is_told_at_the_event():
    """The type is to blame where the kind of tender forbids it, `held` where the bids do."""
    many = package(*UNEQUAL, bidder("p3", "1200000000"), events=[AUCTIONED])
    preferred = package(*UNEQUAL, events=[AUCTIONED], category=Category.BARANG, asks=RATE["25"])

    assert refusal(many) == [("ATR036", "events.0.held")]
    assert refusal(preferred) == [("ATR001", "events.0.type")]


@pytest.mark.parametrize(
    ("typed", "known"),
    [("preference.ordr", "preference.order"), ("withdrawal.efect", "withdrawal.effect")],
)
def test_a_misspelt_value_is_told_the_nearest_that_there_is(typed, known):
    """Of the values in force on the day of the tender."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(bidder(), events=[Confirmation(at(1), typed, "1", "LDP")]))

    (fault,) = refused.value.faults
    assert (fault.code, fault.params["known"]) == ("ATR006", known)

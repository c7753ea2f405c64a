"""The keys of preferences, analyses, auctions and withdrawals; no diagnostic tells an amount."""

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from tender_engine.clarified import BasePrice, Coefficient, Unbalanced
from tender_engine.events import Appeal, ReverseAuction, Withdrawal
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_engine.seals import reveal_for_storage
from tender_engine.terms import (
    ComponentKind,
    ObjectionDecision,
    StageId,
    UnbalancedOutcome,
    WithdrawalCause,
)
from tests.engine.formats.cases import (
    ANALYSED,
    ANALYSIS,
    APPEAL,
    AS_A_WHOLE,
    AUCTION,
    BY_COMPONENTS,
    CLARIFIED,
    GOODS,
    PREFERRED,
    PRICE,
    PRICE_FACTS,
    WITHDRAWAL,
)
from tests.engine.formats.data import DROP, change, read, small_package
from tests.reading import read_text

SECRET = "765432"


def package(changes: dict[str, Any]) -> Package:
    made = read(change(small_package(), changes)).package
    assert made is not None
    return made


def facts(changes: dict[str, Any]) -> Any:
    """What is known of the first bidder's price."""
    return package(changes).participants[0].facts[StageId.EVALUASI_HARGA]


def test_an_analysis_is_read_key_by_key_and_stays_sealed() -> None:
    """Each value under its own name, exactly; nothing of it shows until the seal is broken."""
    known = facts(CLARIFIED)
    (line,) = reveal_for_storage(known.kewajaran_harga).lines
    wages, sand = line.components

    assert (line.id, line.overhead_percent, line.profit_percent) == ("L1", Decimal(10), Decimal(5))
    assert line.unit_price is None
    assert (wages.id, wages.kind, wages.unit) == ("u1", ComponentKind.UPAH, "OH")
    assert wages.coefficient == Coefficient(Decimal("0.25"), False, Decimal("0.3"), Decimal("0.35"))
    assert wages.price == BasePrice(Decimal(7654321), False, Decimal(7654322), Decimal(7654323))
    assert (sand.kind, sand.coefficient, sand.price) == (
        ComponentKind.BAHAN, Coefficient(Decimal("1.2")), BasePrice(),
    )  # fmt: skip
    assert SECRET not in repr(known)
    assert reveal_for_storage(known.timpang) == (
        Unbalanced("L1", UnbalancedOutcome.TIMPANG, "alat sewa"),
    )


def test_goods_are_analysed_as_a_whole() -> None:
    """Their unit price, and no components."""
    (line,) = reveal_for_storage(facts(GOODS).kewajaran_harga).lines

    assert (line.components, line.unit_price.market) == (None, Decimal(7654324))
    assert (line.unit_price.offered, line.unit_price.accepted) == (None, False)


def test_a_preference_and_tkdn_are_percentages_of_their_own() -> None:
    """On the document, on a line and on the whole bid; goods are marked on the document's line."""
    made = package(PREFERRED)
    price = reveal_for_storage(made.participants[0].price)

    assert made.tender.asks(StageId.EVALUASI_HARGA).tkdn_preference == Decimal(25)
    assert [line.goods for line in made.tender.hps.lines or ()] == [True, False]
    assert [line.tkdn_percent for line in price.lines or ()] == [Decimal("40.5"), None, None]
    assert price.tkdn_percent == Decimal(30)


def test_auctions_withdrawals_and_appeals_are_events() -> None:
    """With every key that they have."""
    made = package({"events[9]": AUCTION, "events[10]": WITHDRAWAL, "events[11]": APPEAL})
    held, left, appealed = made.events[9:]

    assert isinstance(held, ReverseAuction)
    assert (held.held, held.totals) == (
        True, {"p1": Decimal(7654321), "p2": Decimal("190000000.50")},
    )  # fmt: skip
    assert isinstance(left, Withdrawal)
    assert (left.participant, left.stage, left.accepted) == ("p2", StageId.EVALUASI_TEKNIS, False)
    assert left.cause is WithdrawalCause.PENGUNDURAN_DIRI
    assert isinstance(appealed, Appeal)
    assert (appealed.participant, appealed.bond) == ("p2", Decimal(2220000))
    assert appealed.decision is ObjectionDecision.TIDAK_BENAR


@pytest.mark.parametrize(
    ("written", "cause", "accepted"),
    [
        ({"cause": DROP}, WithdrawalCause.PENGUNDURAN_DIRI, False),
        ({"cause": None}, WithdrawalCause.PENGUNDURAN_DIRI, False),
        ({"accepted": None}, WithdrawalCause.PENGUNDURAN_DIRI, None),
        ({"accepted": True}, WithdrawalCause.PENGUNDURAN_DIRI, True),
        ({"cause": "menolak_perpanjangan"}, WithdrawalCause.MENOLAK_PERPANJANGAN, False),
    ],
)
def test_who_left_left_of_its_own_accord_unless_it_refused(
    written: dict[str, Any], cause: WithdrawalCause, accepted: bool | None
) -> None:
    """Unknown is not refused: `accepted` may be silent."""
    event = {k: v for k, v in {**WITHDRAWAL, **written}.items() if v is not DROP}
    found = package({"events[9]": event}).events[9]

    assert isinstance(found, Withdrawal)
    assert (found.cause, found.accepted) == (cause, accepted)


ALL = {
    **CLARIFIED,
    **{key: value for key, value in PREFERRED.items() if not key.startswith(PRICE_FACTS)},
    f"{ANALYSIS}.lines[1]": {**BY_COMPONENTS, "id": "L2"},
    f"{PRICE_FACTS}.timpang[1]": {"id": "L2", "outcome": "tidak_timpang"},
    "events[9]": AUCTION,
    "events[10]": WITHDRAWAL,
    "events[11]": APPEAL,
}


def test_everything_new_goes_through_the_canonical_text_and_back() -> None:
    """Write, read, write: the same bytes, and every amount is in them as it was."""
    text = canonical_package(package(ALL))
    again = read_text(text, "kanonik").package

    assert again == package(ALL) or package_digest(again) == package_digest(package(ALL))
    assert canonical_package(again) == text
    written = json.loads(text)
    known = written["participants"][0]["facts"]["evaluasi_harga"]
    assert [line["id"] for line in known["kewajaran_harga"]["lines"]] == ["L1", "L2"]
    assert known["kewajaran_harga"]["lines"][0]["components"][1]["price"]["hps"] == "7654323"
    auction = next(e for e in written["events"] if e["type"] == "reverse_auction")
    assert auction["totals"] == {"p1": "7654321", "p2": "190000000.5"}


def turned(value: Any, chance: random.Random) -> Any:
    """Lists and keys below a price in another order: lines, components, events."""
    if isinstance(value, dict):
        items = [(name, turned(part, chance)) for name, part in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        parts = [turned(part, chance) for part in value]
        chance.shuffle(parts)
        return parts
    return value


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_lines_components_and_totals_has_no_meaning(seed: int) -> None:
    """One digest, however they were written down."""
    content, chance = change(small_package(), ALL), random.Random(seed)
    known = content["participants"][0]["facts"]
    known["evaluasi_harga"] = turned(known["evaluasi_harga"], chance)
    content["events"][9:] = turned(content["events"][9:], chance)
    mixed = read(content).package

    assert mixed is not None
    assert package_digest(mixed) == package_digest(package(ALL))


@pytest.mark.parametrize(
    "changes",
    [
        {f"{ANALYSED}.components[0].coefficient.accepted": None},
        {f"{ANALYSED}.components[0].coefficient.offered": "0.250001"},
        {f"{ANALYSED}.components[0].price.market": None},
        {f"{ANALYSED}.components[0].id": "u2"},
        {f"{ANALYSED}.components[1].kind": "alat"},
        {f"{ANALYSED}.overhead_percent": "10.000001"},
        {f"{ANALYSED}.profit_percent": None},
        {f"{PRICE_FACTS}.timpang[0].outcome": "tidak_timpang"},
        {f"{PRICE_FACTS}.timpang[0].note": ""},
        {f"{PRICE_FACTS}.timpang": []},
        {f"{PRICE_FACTS}.timpang": None},
        {"events[9].totals.p1": "7654321.01"},
        {"events[9].totals": {}},
        {"events[9].totals": None},
        {"events[9].reason": "lain"},
        {"events[10].accepted": None},
        {"events[10].accepted": True},
        {"events[10].cause": "menolak_perpanjangan"},
        {"events[10].stage": "penetapan"},
        {"events[11].bond": None},
        {"events[11].decision": None},
        {"tender.hps.lines[1].goods": None},
        {"tender.hps.lines[0].goods": None},
        {"tender.requirements.evaluasi_harga.tkdn_preference": "24.999999"},
        {f"{PRICE}.lines[0].tkdn_percent": None},
        {f"{PRICE}.tkdn_percent": None},
    ],
)
def test_each_of_them_is_in_the_digest(changes: dict[str, Any]) -> None:
    """What says something else has another digest; unknown is not false, none is not unknown."""
    assert package_digest(package({**ALL, **changes})) != package_digest(package(ALL))


@pytest.mark.parametrize(
    "changes",
    [
        {f"{ANALYSED}.unit_price": None},
        {f"{ANALYSED}.overhead_percent": 10},
        {f"{ANALYSED}.components[0].coefficient.offered": "0.250000"},
        {"events[9].totals.p2": 190000000.5},
        {"events[10].cause": DROP},
        {f"{PRICE_FACTS}.timpang[1].note": ""},
    ],
)
def test_the_same_said_otherwise_is_the_same(changes: dict[str, Any]) -> None:
    """Numbers normalised, null for absent, a default for its absence."""
    assert package_digest(package({**ALL, **changes})) == package_digest(package(ALL))


BROKEN: list[dict[str, Any]] = [
    {**CLARIFIED, f"{ANALYSED}.components[0].price.offered": f"-{SECRET}1"},
    {**CLARIFIED, f"{ANALYSED}.components[0].price.market": f"{SECRET}1.1234567"},
    {**CLARIFIED, f"{ANALYSED}.components[0].price.hps": f"Rp{SECRET}1"},
    {**CLARIFIED, f"{ANALYSED}.components[0].price": SECRET},
    {**CLARIFIED, f"{ANALYSED}.components[0].coefficient.offered": f"{SECRET},5"},
    {**CLARIFIED, f"{ANALYSED}.components[0].kind": SECRET},
    {**CLARIFIED, f"{ANALYSED}.components[0].unit": f"{SECRET}\u0000"},
    {**CLARIFIED, f"{ANALYSED}.components[0].id": f"{SECRET} 1"},
    {**CLARIFIED, f"{ANALYSED}.overhead_percent": f"{SECRET}"},
    {**CLARIFIED, f"{ANALYSED}.components[1]": BY_COMPONENTS["components"][0]},
    {**CLARIFIED, f"{ANALYSED}.unit_price": {"market": f"{SECRET}1"}},
    {**CLARIFIED, ANALYSED: f"{SECRET}1"},
    {**CLARIFIED, ANALYSIS: int(SECRET)},
    {**GOODS, "tender.category": "pekerjaan_konstruksi"},
    {**GOODS, f"{ANALYSIS}.lines[1]": AS_A_WHOLE},
    {**GOODS, f"{ANALYSED}.unit_price.market": f"-{SECRET}"},
    {**CLARIFIED, f"{PRICE_FACTS}.timpang[0].outcome": SECRET},
    {**CLARIFIED, f"{PRICE_FACTS}.timpang": SECRET},
    {"events[9]": {**AUCTION, "totals": {"p1": f"-{SECRET}"}}},
    {"events[9]": {**AUCTION, "totals": {"p1": f"{SECRET}.1234567"}}},
    {"events[9]": {**AUCTION, "totals": {"p1": f"Rp{SECRET}"}}},
    {"events[9]": {**AUCTION, "totals": {"p8": SECRET}}},
    {"events[9]": {**AUCTION, "held": False, "totals": {"p1": SECRET}}},
    {"events[9]": {**AUCTION, "totals": {"p1": {"total": SECRET}}}},
    {"events[9]": AUCTION, "events[10]": AUCTION},
]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("changes", BROKEN)
def test_no_diagnostic_tells_an_amount_of_an_analysis_or_an_auction(
    changes: dict[str, Any], lang: str
) -> None:
    """Neither one that is wrong in itself nor one beside another fault; the place is told."""
    told = list(read(change(small_package(), changes)).diagnose(lang=lang))

    assert told
    for one in told:
        assert SECRET not in one.message + one.hint
        assert SECRET not in repr(one)


def test_a_refused_analysis_of_a_sealed_bid_tells_no_amount_even_with_other_faults() -> None:
    """All faults together, and still none of what the envelope says."""
    changes = {**CLARIFIED, f"{ANALYSED}.id": "L9", "tender.pagu": "x", "events[9]": AUCTION}
    told = list(read(change(small_package(), changes)).diagnose())

    assert {one.code for one in told} == {"PKT071", "PKT013"}
    assert not [one for one in told if SECRET in repr(one)]

"""Koreksi aritmatik against a second, slow and obvious computation in fractions.

The second computation is written from the words of the rules (fact sheet 3.2 to 3.15 and the
meaning of `corrections[]` in the format), never from the code.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.faults import Faults
from tender_engine.formats.price_lines import PRICE_LINES
from tender_engine.model import Hps, HpsLine, Price, PriceLine, Requirements, StatedParts
from tender_engine.numbers import exact
from tender_engine.terms import Binding, Contract, Part, Rounding
from tender_rules.stages.correction import correct, correct_lines
from tender_rules.stages.schedule import Schedule
from tests.builders import hps, hps_line, line, priced
from tests.tries import tries

RATES = [Decimal("0"), Decimal("11"), Decimal("12"), Decimal("1.1")]
IDS = ["L1", "L2", "L3", "L10"]


def fraction(number):
    """A written number as a fraction; blank is zero."""
    return Fraction(0) if number is None else Fraction(str(number))


def with_vat(net, percent):
    """`net` plus PPN."""
    return net * (1 + fraction(percent) / 100)


def named(rule, off):
    """Less than a sen off is how an amount was written, whatever else it would be."""
    return "written_rounding" if -1 < 100 * off < 1 else rule


def slow_line(bid, wanted, offered, taken):
    """One line of the document as the bid has it: its corrected amount and the effects.

    `offered` is the bid's PPN rate and `taken` the rate of the corrected line: first the rate is
    changed on the amount as written, then the volume, then the product.
    """
    volume, price, quantity = fraction(wanted), fraction(bid.unit_price), fraction(bid.quantity)
    implied = quantity * price
    written = implied if bid.amount is None else fraction(bid.amount)
    effects = {"vat_rate": written * (fraction(taken) - fraction(offered)) / 100}
    if bid.quantity is not None:
        effects["volume"] = with_vat((volume - quantity) * price, taken)
        written += (volume - quantity) * price
    if bid.amount is not None:
        off = volume * price - written
        name = "blank_price" if bid.unit_price is None else named("product", off)
        effects[name] = with_vat(off, taken)
    return volume * price, effects


def slow_unit_part(price, estimate, part, bidder_rate):
    """The corrected unit-price part with PPN, and every effect by rule."""
    total, effects = Fraction(0), {}

    def note(found):
        for name, effect in found.items():
            effects[name] = effects.get(name, 0) + effect

    document = {x.id: x for x in estimate.lines if part is None or x.part is part}
    others = {x.id for x in estimate.lines} - document.keys()
    for bid in price.lines:
        if bid.id in others:
            continue
        if bid.id not in document:
            own = price.vat_percent if bid.vat_percent is None else bid.vat_percent
            written = fraction(bid.amount)
            if bid.amount is None:
                written = fraction(bid.quantity) * fraction(bid.unit_price)
            if bid.part is not Part.LUMSUM:
                note({"extra_item": -with_vat(written, own)})
            continue
        rate = document[bid.id].vat_percent
        rate = estimate.vat_percent if rate is None else rate
        own = price.vat_percent if rate == estimate.vat_percent else rate
        own = own if bid.vat_percent is None else bid.vat_percent
        taken = own if bidder_rate else rate
        net, found = slow_line(bid, document[bid.id].quantity, own, taken)
        total += with_vat(net, taken)
        note(found)
    return total, effects


def slow_total(price, estimate, contract, binding, bidder_rate):
    """The corrected total with PPN before any rounding, and every effect but that of the sum."""
    if contract in ("lumsum", "terima_jadi", "putar_kunci"):
        schedule = price.schedule_total
        takes_schedule = binding == "daftar_kuantitas" and schedule is not None
        total = fraction(schedule if takes_schedule else price.stated_total)
        return total, {"binding": total - fraction(price.stated_total)}
    if price.lines is None:
        total = fraction(price.corrected_total)
        off = total - fraction(price.stated_total)
        return total, {named("ready_made", off): off}
    if contract is Contract.HARGA_SATUAN:
        return slow_unit_part(price, estimate, None, bidder_rate)
    total, effects = slow_unit_part(price, estimate, Part.HARGA_SATUAN, bidder_rate)
    lumsum = fraction(price.stated_parts.lumsum)
    taken = price.vat_percent if bidder_rate else estimate.vat_percent
    shift = lumsum * (fraction(taken) - fraction(price.vat_percent)) / 100
    effects["vat_rate"] = effects.get("vat_rate", 0) + shift
    return total + with_vat(lumsum, taken), effects


def by_rule(corrected):
    """The effects of all rows, by rule, zeros left out."""
    effects = {}
    for row in corrected.rows:
        name = row.rule.removeprefix("correction.")
        effects[name] = effects.get(name, 0) + fraction(row.effect)
    return {name: effect for name, effect in effects.items() if effect}


amounts = st.decimals(0, 10**9, places=2, allow_nan=False) | st.decimals(
    0, 10, places=6, allow_nan=False
)
volumes = st.decimals(Decimal("0.000001"), 1000, places=6, allow_nan=False) | st.integers(
    1, 500
).map(Decimal)
rates = st.sampled_from(RATES)


@st.composite
def estimates(draw, contract):
    """An owner's estimate of one to four lines, some with a PPN rate of their own."""
    parts = st.sampled_from(Part) if contract is Contract.GABUNGAN else st.none()
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    lines = []
    for name in ids:
        part = draw(parts)
        own = None if part is Part.LUMSUM else draw(st.none() | rates)
        lines.append(HpsLine(name, name, "m", draw(volumes), Decimal(1), own, part))
    return Hps(Decimal(10**9), draw(rates), tuple(lines))


@st.composite
def bid_lines(draw, wanted):
    """A line as somebody wrote it: right, or wrong in volume, product, price or rate."""
    right = draw(st.booleans())
    quantity = wanted.quantity if right else draw(st.none() | volumes)
    price = draw(st.none() | amounts)
    with exact():
        product = Decimal((quantity or 0) * (price or 0))
    rounded = product.quantize(Decimal("0.01"))
    amount = draw(st.sampled_from([product, product, rounded]) | st.none() | amounts)
    return PriceLine(wanted.id, quantity, price, amount, draw(st.none() | rates))


@st.composite
def bids(draw, contract):
    """An estimate and a price file for it, with lines missing, extra and in any order."""
    estimate = draw(estimates(contract))
    kept = draw(st.lists(st.sampled_from(estimate.lines), unique_by=lambda x: x.id))
    lines = [draw(bid_lines(wanted)) for wanted in kept]
    for name in draw(st.lists(st.sampled_from(["X1", "X2"]), unique=True)):
        line_of = draw(bid_lines(HpsLine(name, name, "m", Decimal(1), Decimal(1))))
        part = draw(st.sampled_from(Part)) if contract is Contract.GABUNGAN else None
        lines.append(
            PriceLine(
                line_of.id, line_of.quantity, line_of.unit_price, line_of.amount,
                line_of.vat_percent, extra=True, description="lain", unit="m", part=part,
            )
        )  # fmt: skip
    lines = draw(st.permutations(lines))
    ready = draw(amounts) if draw(st.booleans()) else None
    without = ready is not None and draw(st.booleans())
    price = Price(
        draw(amounts.filter(bool)),
        draw(rates),
        schedule_total=draw(st.none() | amounts),
        stated_parts=StatedParts(draw(amounts), draw(amounts)),
        lines=None if without else tuple(lines),
        corrected_total=ready,
    )
    return estimate, price


def corrected_by_code(
    price, estimate, contract, *, binding="surat_penawaran", bidder_rate=False, asked=None
):
    """The engine's own correction, in the context in which the engine runs it."""
    with exact():
        made, needs = correct(
            price,
            Schedule.of(estimate, contract),
            asked or Requirements(),
            binding=binding,
            bidder_rate=bidder_rate,
        )
    assert needs == ""
    return made


@pytest.mark.parametrize(
    "contract",
    [
        Contract.HARGA_SATUAN,
        Contract.GABUNGAN,
        Contract.LUMSUM,
        Contract.TERIMA_JADI,
        Contract.PUTAR_KUNCI,
    ],
)
@tries(60)
@given(data=st.data())
def test_the_code_agrees_with_the_slow_computation(contract, data):
    """Total, effect of every rule and of the sum are those of the second computation."""
    estimate, price = data.draw(bids(contract))
    binding = data.draw(st.sampled_from(Binding))
    bidder_rate = data.draw(st.booleans())
    made = corrected_by_code(price, estimate, contract, binding=binding, bidder_rate=bidder_rate)
    total, effects = slow_total(price, estimate, contract, binding, bidder_rate)
    left = total - fraction(price.stated_total) - sum(effects.values())
    last = named("sum", left)
    effects[last] = effects.get(last, 0) + left
    expected = {name: effect for name, effect in effects.items() if effect}

    assert fraction(made.total) == total
    assert by_rule(made) == expected
    assert sum(map(fraction, (row.effect for row in made.rows))) == (
        fraction(made.total) - fraction(price.stated_total)
    )


@tries(60)
@given(data=st.data())
def test_rounding_comes_once_on_the_total_half_up(data):
    """The rounded total is the rupiah or the sen nearest to the unrounded one, a half upwards."""
    contract = data.draw(st.sampled_from([Contract.HARGA_SATUAN, Contract.LUMSUM]))
    estimate, price = data.draw(bids(contract))
    rounding, parts = data.draw(st.sampled_from([(Rounding.RUPIAH, 1), (Rounding.SEN, 100)]))
    made = corrected_by_code(price, estimate, contract, asked=Requirements(rounding=rounding))
    total, _ = slow_total(price, estimate, contract, "surat_penawaran", False)
    nearest = Fraction((total * parts + Fraction(1, 2)).__floor__(), parts)

    assert fraction(made.total) == nearest
    assert sum(fraction(row.effect) for row in made.rows) == nearest - fraction(price.stated_total)


@tries(60)
@given(data=st.data())
def test_unit_prices_are_never_touched(data):
    """No cell that correction changes is a unit price (fact sheet 3.4)."""
    contract = data.draw(st.sampled_from([Contract.HARGA_SATUAN, Contract.GABUNGAN]))
    estimate, price = data.draw(bids(contract))
    made = corrected_by_code(price, estimate, contract)

    assert {row.field for row in made.rows} <= {
        "quantity", "amount", "vat_percent", "stated_total", "corrected_total",
    }  # fmt: skip


@tries(40)
@given(data=st.data())
def test_the_order_of_lines_changes_nothing(data):
    """Lines mean the same in any order, in the bid and in the document."""
    estimate, price = data.draw(bids(Contract.HARGA_SATUAN))
    made = corrected_by_code(price, estimate, Contract.HARGA_SATUAN)
    turned = Price(
        price.stated_total,
        price.vat_percent,
        lines=price.lines and tuple(reversed(price.lines)),
        corrected_total=price.corrected_total,
    )
    mirror = Hps(estimate.total, estimate.vat_percent, tuple(reversed(estimate.lines)))

    assert made == corrected_by_code(turned, mirror, Contract.HARGA_SATUAN)


def rows(made):
    """The rows as plain tuples."""
    return [(r.line, r.rule.removeprefix("correction."), r.field, r.effect) for r in made.rows]


@pytest.mark.parametrize(
    ("total", "rounded"), [("100.499999", "100"), ("100.5", "101"), ("101.5", "102")]
)
def test_a_half_goes_up(total, rounded):
    """Half up, not to even: 100,50 is 101 and so 101,50 is 102."""
    estimate = hps(vat="0", lines=(hps_line("L1", "1"),))
    price = priced(total, line("L1", "1", total), vat="0")
    asked = Requirements(rounding=Rounding.RUPIAH)

    assert corrected_by_code(price, estimate, Contract.HARGA_SATUAN, asked=asked).total == Decimal(
        rounded
    )


@pytest.mark.parametrize(
    ("total", "rule"), [("100.004", "written_rounding"), ("100.49", "rounding")]
)
def test_what_rounding_changes_by_less_than_a_sen_is_no_correction(total, rule):
    """To the sen it never is one; to the rupiah it is from one sen on."""
    estimate = hps(vat="0", lines=(hps_line("L1", "1"),))
    price = priced(total, line("L1", "1", total), vat="0")
    unit = Rounding.SEN if rule == "written_rounding" else Rounding.RUPIAH
    made = corrected_by_code(
        price, estimate, Contract.HARGA_SATUAN, asked=Requirements(rounding=unit)
    )

    assert rows(made) == [(None, rule, "corrected_total", Decimal("100") - Decimal(total))]


def test_nothing_is_rounded_unless_asked():
    """Six decimals of volume and price with PPN keep every place."""
    estimate = hps(vat="11", lines=(hps_line("L1", "0.000001"),))
    price = priced("1", line("L1", "0.000001", "0.000001"))

    assert corrected_by_code(price, estimate, Contract.HARGA_SATUAN).total == Decimal(
        "0.00000000000111"
    )


def test_volume_comes_before_product():
    """Volume on the unit price, then the product on what the volume left."""
    estimate = hps(vat="0", lines=(hps_line("L1", "100"),))
    price = priced("900000", line("L1", "90", "9000", "900000"), vat="0")

    assert rows(corrected_by_code(price, estimate, Contract.HARGA_SATUAN)) == [
        ("L1", "volume", "quantity", Decimal(90000)),
        ("L1", "product", "amount", Decimal(-90000)),
    ]


def test_a_consistent_bid_with_an_extra_line_at_its_own_rate_has_no_wrong_sum():
    """What leaves with an extra line is what the bid put in for it, its own PPN included."""
    estimate = hps(vat="11", lines=(hps_line("L1", "1"),))
    lines = (line("L1", "1", "100"), line("X", "1", "50", extra=True, vat_percent=Decimal(12)))
    price = priced("167", *lines)  # 100 x 1,11 + 50 x 1,12

    assert rows(corrected_by_code(price, estimate, Contract.HARGA_SATUAN)) == [
        ("X", "extra_item", "amount", Decimal(-56)),
    ]


def test_under_the_bidders_rate_a_wrong_volume_is_worth_the_bidders_rate():
    """A bid at 12 percent, volume 90 instead of 100: ten more at 12 percent, and no wrong sum."""
    estimate = hps(vat="11", lines=(hps_line("L1", "100"),))
    price = priced("10080", line("L1", "90", "100"), vat="12")
    made = corrected_by_code(price, estimate, Contract.HARGA_SATUAN, bidder_rate=True)

    assert made.total == Decimal(11200)
    assert rows(made) == [("L1", "volume", "quantity", Decimal(1120))]


def test_the_documents_rate_is_a_cell_of_its_own():
    """The same bid under the document's rate: first the rate, then the volume at 11 percent."""
    estimate = hps(vat="11", lines=(hps_line("L1", "100"),))
    price = priced("10080", line("L1", "90", "100"), vat="12")
    made = corrected_by_code(price, estimate, Contract.HARGA_SATUAN)

    assert made.total == Decimal(11100)
    assert rows(made) == [
        (None, "vat_rate", "vat_percent", Decimal(-90)),
        ("L1", "volume", "quantity", Decimal(1110)),
    ]
    assert made.other_rate == ["L1"]


@pytest.mark.parametrize(("bidder_rate", "total"), [(False, "1110"), (True, "1120")])
def test_the_lumsum_part_takes_the_same_rate_as_the_lines(bidder_rate, total):
    """In a gabungan bid at 12 percent the lumsum part follows the variant too."""
    estimate = hps(vat="11", lines=(hps_line("L1", "1", part=Part.LUMSUM),))
    parts = StatedParts(Decimal(0), Decimal(1000))
    price = priced("1120", line("L1", "1", "1000"), vat="12", stated_parts=parts)
    made = corrected_by_code(price, estimate, Contract.GABUNGAN, bidder_rate=bidder_rate)

    assert made.total == Decimal(total)
    assert made.other_rate == ["bagian lumsum"]
    assert "sum" not in by_rule(made)


def test_a_lumsum_part_with_two_rates_takes_ppn_by_its_breakdown():
    """600 at 11 and 400 free of PPN make 666 + 400."""
    lumsum = {"part": Part.LUMSUM}
    free = hps_line("L2", "1", vat_percent=Decimal(0), **lumsum)
    estimate = hps(vat="11", lines=(hps_line("L1", "1", **lumsum), free))
    parts = StatedParts(Decimal(0), Decimal(1000))
    bid = (line("L1", "1", "600"), line("L2", "1", "400"))
    price = priced("1066", *bid, stated_parts=parts)

    assert corrected_by_code(price, estimate, Contract.GABUNGAN).total == Decimal(1066)


def test_a_lumsum_part_with_two_rates_that_nothing_divides_waits():
    """Where the breakdown does not make the part, nobody knows its PPN."""
    lumsum = {"part": Part.LUMSUM}
    free = hps_line("L2", "1", vat_percent=Decimal(0), **lumsum)
    estimate = hps(vat="11", lines=(hps_line("L1", "1", **lumsum), free))
    parts = StatedParts(Decimal(0), Decimal(1000))
    price = priced("1066", line("L1", "1", "600"), stated_parts=parts)
    schedule = Schedule.of(estimate, Contract.GABUNGAN)
    made = correct(price, schedule, Requirements(), binding="surat_penawaran", bidder_rate=False)

    assert made == (None, "tarif_ppn_lumsum")


def test_a_price_without_lines_and_without_a_corrected_total_waits():
    """Nothing can be corrected, and the stated total is not taken on trust."""
    schedule = Schedule.of(hps(), Contract.HARGA_SATUAN)
    price = Price(Decimal(100), Decimal(11))
    made = correct(price, schedule, Requirements(), binding="surat_penawaran", bidder_rate=False)

    assert made == (None, "rincian_harga")


def test_a_lumsum_breakdown_is_conformed_and_changes_nothing():
    """Another volume is written over with effect 0; other items are listed to ask about."""
    estimate = hps(lines=(hps_line("L1", "2"), hps_line("L2", "3")))
    price = priced("500", line("L1", "1", "100"), line("X", "1", "7", extra=True))
    made = corrected_by_code(price, estimate, Contract.LUMSUM)

    assert made.total == Decimal(500)
    assert rows(made) == [("L1", "lumsum", "quantity", Decimal(0))]
    assert (made.extra, made.missing) == (["X"], ["L2"])


@pytest.mark.parametrize(
    ("more", "odd", "other_rate"),
    [({}, [], []), ({"vat_percent": "12"}, [], ["L2"]), ({"description": "Batu"}, ["L2"], [])],
)
def test_a_line_that_says_more_than_its_amounts_is_looked_at(more, odd, other_rate):
    """Also where its amounts are right, and all others say no more than theirs."""
    row = {"id": "L1", "quantity": "2", "unit_price": "50", "amount": "100"}
    lines = PRICE_LINES.read([row, row | {"id": "L2"} | more], None, "lines", Faults())
    estimate = hps("222", lines=(hps_line("L1", "2", "50"), hps_line("L2", "2", "50")))
    with exact():
        made = correct_lines(priced("222", *lines), Schedule.of(estimate, Contract.HARGA_SATUAN))
        offered = evolve(priced("222"), lines=lines)
        kept = correct_lines(offered, Schedule.of(estimate, Contract.HARGA_SATUAN))

    assert made == kept
    assert ([line.id for line in kept.odd], kept.other_rate) == (odd, other_rate)
    assert kept.total == Decimal(222)

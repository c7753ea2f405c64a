"""What SPSE takes otherwise on one line: the causes together are all that it is otherwise."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tender_desk.spse.bid_lines import BidLine
from tender_desk.spse.causes import Field, causes_of
from tender_desk.spse.computing import Computation
from tender_desk.spse.explaining import Ours
from tender_desk.spse.page_values import Item, Place
from tender_engine.numbers import exact

FIGURES = st.decimals("0", "1E9", places=3)
RATES = st.sampled_from([Decimal(rate) for rate in ("0", "1.1", "11", "12")])
FACTORS = st.tuples(FIGURES, FIGURES, RATES)
ORDER = [Field.VOLUME, Field.HARGA, Field.PPN, Field.PEMBULATAN]


def with_ppn(volume, price, rate):
    """The product, by whole fractions."""
    return Fraction(volume) * Fraction(price) * (1 + Fraction(rate) / 100)


@given(FACTORS, FACTORS, st.booleans())
def test_the_causes_are_all_of_the_difference_in_their_order(ours, theirs, rounded):
    """Whatever SPSE takes otherwise, and whether it cuts its total to the rupiah."""
    (volume, price, rate), (other, asked, taken) = ours, theirs
    line = BidLine("L1", volume, volume, price, volume * price, rate, rate, fixed=False)
    shown = with_ppn(*theirs)
    total = Decimal(shown.numerator // shown.denominator) if rounded else None
    item = Item(Place(1, 2), "Pekerjaan", "m", other, None, asked, taken, total)
    with exact():
        value = volume * price * (100 + rate) / 100
        made = Ours(Computation(), (line,), rate, value, value, value)
        found = causes_of(item, line, value, made)
        effect = sum(cause.effect for cause in found)

    came_to = Fraction(total) if rounded else shown
    assert Fraction(effect) == came_to - with_ppn(*ours)
    fields = [cause.field for cause in found]
    assert fields == [field for field in ORDER if field in fields]
    assert [field in fields for field in ORDER[:3]] == [
        a != b for a, b in zip(ours, theirs, strict=True)
    ]

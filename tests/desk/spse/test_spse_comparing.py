"""SPSE beside an evaluation: totals, marks, winner, and lines, each with what differs and why."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.spse.comparing import State, Untold, Written, cited_behind, compare_spse
from tender_desk.spse.explaining import Found
from tender_desk.spse.marks import Parted
from tender_desk.spse.page_values import Meaning
from tender_desk.spse.whose_row import Doubt
from tender_engine.findings import Verdict
from tender_engine.numbers import plain
from tender_engine.terms import Contract
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    TEKNIS,
    bidder,
    evaluated,
    failed,
    hps,
    hps_line,
    line,
    package,
    priced,
)
from tests.clarified import reading
from tests.cli.dossiers import SEALED, consultants, two_files
from tests.desk.spse.pages import CHECK, CROSS, ONE, RINCIAN, STAR, TWO, read, table
from tests.happenings import price_opening

HEADS = ("Nama Peserta", "Penawaran", "PT", "HN", "A", "T", "H", "B", "P")
# By hand: (100 x 9.000.000 + 20 x 4.500.000) x 1,11.
OURS = "1.098.900.000,00"
BID = priced("1098900000", line(), line("L2", "20", "4500000"))


def compared(given, *tables, heads=HEADS):
    """The comparison of a package with rows or ready tables of SPSE."""
    pages = [one if isinstance(one, str) else table(heads, one) for one in tables]
    return compare_spse(evaluated(given), [read(*pages)])


def of_p1(found):
    """The one bidder of a comparison."""
    (one,) = found.bidders
    return one


def row(*cells, name="CV p1 Contoh"):
    """A row of the one bidder; cells that are not given are blank."""
    return (name, *cells, *("",) * (len(HEADS) - 1 - len(cells)))


def test_the_same_is_told_to_be_the_same():
    """Totals to the sen, marks and winner."""
    marks = (CHECK, CHECK, CHECK, CHECK, STAR)
    found = compared(package(bidder(price=BID)), [row(OURS, OURS, OURS, *marks)])

    assert found.same
    assert (found.winners, found.strangers, found.winner) == (("p1",), (), "p1")
    assert [(f.meaning, f.state) for f in of_p1(found).figures] == [
        (Meaning.PENAWARAN, State.SAMA),
        (Meaning.TERKOREKSI, State.SAMA),
        # SPSE repeats the price of whom nobody talked with.
        (Meaning.NEGOSIASI, State.TANPA_NEGOSIASI),
    ]
    assert [mark.state for mark in of_p1(found).marks] == [Parted.SAMA] * 4


def test_a_sen_is_a_difference():
    """Nothing is near enough."""
    found = compared(package(bidder(price=BID)), [row(OURS, "1.098.900.000,01")])

    assert not found.same
    assert of_p1(found).figures[1].difference == Decimal("0.01")


@pytest.mark.parametrize(
    ("theirs", "written"),
    [
        ("1.098.900.001,00", Written.DAFTAR),
        ("990.000.000,00", Written.TANPA_PPN),
        ("5,00", Written.LAIN),
    ],
)
def test_a_stated_total_that_differs(theirs, written):
    """It may be that of the bidder's list, or without PPN: 1.098.900.000 / 1,11."""
    price = evolve(BID, schedule_total=Decimal("1098900001"))
    found = compared(package(bidder(price=price)), [row(theirs)])

    assert of_p1(found).figures[0].written is written


def test_a_zero_of_spse_is_nothing_entered():
    """It is shown and not compared."""
    found = compared(package(bidder(price=BID)), [row(OURS, "Rp 0,00")])

    assert [figure.state for figure in of_p1(found).figures] == [State.SAMA, State.NOL]
    assert of_p1(found).explanation is None


def test_a_price_that_was_talked_down_there_and_not_here():
    """The event is to be entered, with its time."""
    found = compared(package(bidder(price=BID)), [row(OURS, OURS, "1.000.000.000,00")])

    assert of_p1(found).figures[2].state is State.BELUM_ADA


@pytest.mark.parametrize(
    ("mark", "given", "state", "verdict"),
    [
        (CHECK, {}, Parted.SAMA, Verdict.LULUS),
        (CROSS, {}, Parted.BERBEDA, Verdict.LULUS),
        ("", {}, Parted.TANPA_TANDA, Verdict.LULUS),
        (CHECK, {"assessments": failed(TEKNIS, "p1")}, Parted.BERBEDA, Verdict.GUGUR),
        (CROSS, {"assessments": failed(TEKNIS, "p1")}, Parted.SAMA, Verdict.GUGUR),
        (
            CHECK,
            {"general": (ADMINISTRASI, KUALIFIKASI)},
            Parted.BELUM_DINILAI,
            Verdict.BELUM_DINILAI,
        ),
    ],
)
def test_marks_and_verdicts(mark, given, state, verdict):
    """With our reason and its citation where they part; only judged stages wait for people."""
    found = compared(package(bidder(price=BID), **given), [row(OURS, OURS, "", "", mark)])
    told = next(m for m in of_p1(found).marks if m.letter is Meaning.T)

    assert (told.state, told.verdict) == (state, verdict)
    assert bool(told.reason) is (state is not Parted.SAMA)
    if state is Parted.BERBEDA:
        assert any("Pasal" in cite.article for cite in told.citations)


def test_a_stage_that_was_not_entered_here_tells_where_the_bidder_fell():
    """SPSE marks its price; here it fell at the technical evaluation."""
    given = package(bidder(price=BID), assessments=failed(TEKNIS, "p1"))
    found = compared(given, [row(OURS, OURS, "", CHECK, CROSS, CHECK)])
    told = next(m for m in of_p1(found).marks if m.letter is Meaning.H)

    assert (told.state, told.verdict) == (Parted.TIDAK_MASUK, None)
    assert told.reason == dict(evaluated(given).verdicts_of("p1"))[TEKNIS].reason


def test_what_was_left_open_about_the_fallen_is_explained_by_the_fall():
    """SPSE has a mark at the qualification; here it fell on its papers, and that half stayed open.

    Marks A, K: a cross and a check.
    """
    general = (ADMINISTRASI, TEKNIS)
    fell = failed(ADMINISTRASI, "p1")
    given = package(bidder(price=BID), general=general, assessments=fell)
    heads = ("Nama Peserta", "A", "K")
    found = of_p1(compared(given, [("CV p1 Contoh", CROSS, CHECK)], heads=heads))
    told = {mark.letter: mark for mark in found.marks}[Meaning.K]

    assert told.state is Parted.TIDAK_MASUK
    assert told.reason == dict(evaluated(given).verdicts_of("p1"))[ADMINISTRASI].reason
    assert told.citations


def test_another_winner_and_rows_of_nobody():
    """A name that the package does not have is told, and so is a bidder that SPSE leaves out."""
    given = package(bidder(price=BID), bidder("p2", price=evolve(BID, vat_percent=Decimal(11))))
    found = compared(given, [row(OURS, name="PT Lain"), row(OURS, "", "", "", "", "", "", STAR)])

    assert [(m.row.name, m.doubt) for m in found.unmatched] == [("PT Lain", Doubt.NONE)]
    assert found.silent == ("p2",)
    assert not found.same


def test_a_winner_that_is_nobody_here_is_no_other_winner():
    """Its name is told apart from those of participants."""
    given = package(bidder(price=BID))
    marks = ("", "", "", "", "", "", STAR)
    found = compared(given, [row(OURS, *marks, name="PT Lain"), row(OURS)])

    assert (found.winners, found.strangers, found.winner) == ((), ("PT Lain",), "p1")
    assert not found.same


def test_the_rows_of_nobody_are_told_where_no_price_is_sealed():
    """One under a seal here keeps them closed: the row may be its own under another name."""
    pages = (
        [row(OURS), row(OURS, name="PT Lain")],
        *(rincian(LINE_1, before=who) for who in ("PT Lain", "CV p1 Contoh", "CV p2 Contoh")),
    )
    every = {(0, 1, 2), (0, 1, 3), (0, 2, 2), (0, 3, 2), (0, 4, 2)}

    assert compared(package(bidder(price=BID)), *pages).opened == every
    sealed = compared(two_files(price_opening(), priced_at="1100000000"), *pages)
    assert sealed.opened == {(0, 1, 2), (0, 3, 2)}
    assert compared(two_files(priced_at="1100000000"), *pages).opened == set()
    # Where nobody has a price here, none was opened.
    assert compared(package(bidder(price=None)), *pages).opened == set()


def test_an_explained_difference_cites_the_rule_behind_ours():
    """A volume of the bid, under the rule of volumes."""
    price = priced("1000000000", line(quantity="90"), line("L2", "20", "4500000"))
    given = package(bidder(price=price))
    one = of_p1(compared(given, [row("1.000.000.000,00", "999.000.000,00")]))

    assert one.explanation is not None
    assert one.explanation.found is Found.SATU
    (cite,) = cited_behind(evaluated(given), "p1", one.explanation.effects[0].rule)
    assert cite.instrument == "Dokumen Pemilihan"
    # A rule that found nothing in this bid is cited all the same.
    assert cited_behind(evaluated(given), "p1", "correction.extra_item")


def sealed_pages():
    """SPSE shows both prices; ours has opened none, or the first alone."""
    return [
        row("1.100.000.000,00", "1.100.000.000,00"),
        row(f"{int(SEALED):,}".replace(",", "."), "987.654.322", name="CV p2 Contoh"),
    ]


@pytest.mark.parametrize("events", [(), (price_opening(),)])
def test_nothing_of_a_sealed_price_is_compared(events):
    """Not a figure of SPSE's, nor a cause; that it is sealed is all that is told."""
    found = compared(two_files(*events, priced_at="1100000000"), sealed_pages())
    two = found.bidders[1]

    assert two.id == "p2"
    assert two.untold is Untold.TERSEGEL
    assert (two.figures, two.explanation, two.rincian) == ((), None, ())
    assert "98765432" not in repr(found.bidders)
    assert {row for _, _, row in found.opened} == ({2} if events else set())


def test_a_bidder_without_a_price_here():
    """Is told to have none, where SPSE has one."""
    found = compared(package(bidder(price=None)), [row(OURS)])

    assert of_p1(found).untold is Untold.TANPA_HARGA


def test_a_page_of_another_tender():
    """Its code and its HPS are not ours."""
    facts = (
        "<table><tr><th>Kode Tender</th><td>999</td></tr>"
        "<tr><th>Nilai HPS Paket</th><td>Rp 1.221.000.000,00</td></tr>"
        "<tr><th>Nilai Pagu Paket</th><td>Rp 5,00</td></tr></table>"
    )
    found = compared(package(bidder(price=BID)), facts, [row(OURS, OURS)])

    assert found.facts == (
        ("kode tender", "999", "T-1"),
        ("nilai pagu paket", "Rp 5,00", "Rp1.250.000.000,00"),
    )


def rincian(*rows, before="Rincian CV p1 Contoh"):
    """A price list of SPSE."""
    return table(RINCIAN, rows, before)


def causes(one):
    """What of a line differs, as it is read: field, SPSE's figure, ours, effect."""
    figures = ((x.theirs, x.ours, x.effect) for x in one.causes)
    shown = ([None if f is None else plain(f) for f in three] for three in figures)
    return [(x.field.value, *three) for x, three in zip(one.causes, shown, strict=True)]


LINE_1 = ("Pekerjaan L1", "m", "90,00", "9.000.000,00", "11,00", "899.100.000,00", "")
LINE_2 = ("Pekerjaan L2", "m", "20,00", "4.500.000,00", "11,00", "99.900.000,00", "")


def test_lines_of_spse_are_compared_line_by_line():
    """L1 by 90: 899.100.000 less 999.000.000 is -99.900.000, which is all of the difference."""
    found = compared(
        package(bidder(price=BID)), rincian(LINE_1, LINE_2), [row(OURS, "999.000.000,00")]
    )
    (lines,) = of_p1(found).rincian
    (one,) = lines.lines

    assert (one.id, one.effect) == ("L1", Decimal("-99900000"))
    assert causes(one) == [("volume", "90", "100", "-99900000")]
    assert (lines.effect, lines.rest, lines.explains) == (one.effect, 0, True)


def test_lines_net_of_ppn_lines_that_are_not_ours_and_ours_that_are_missing():
    """A total without PPN is taken with it; what is left beyond the lines is told."""
    rows = (
        ("Pekerjaan L1", "m", "100", "9.000.000", "11", "900.000.000", ""),
        ("Pekerjaan lain", "ls", "1", "1.000.000", "11", "1.110.000", ""),
    )
    found = compared(package(bidder(price=BID)), rincian(*rows), [row(OURS, "1.000.000.000,00")])
    (lines,) = of_p1(found).rincian

    assert [(x.id, x.description, x.effect) for x in lines.lines] == [
        (None, "Pekerjaan lain", Decimal("1110000")),
        ("L2", "Pekerjaan L2", Decimal("-99900000")),
    ]
    # 1.000.000.000 - 1.098.900.000 - 1.110.000 + 99.900.000
    assert lines.rest == Decimal("-110000")
    assert not lines.explains


def test_a_line_whose_total_is_neither_with_nor_without_ppn():
    """Its effect is not told, and nothing is explained by it: 5 - 1.098.900.000 is left."""
    rows = (("Pekerjaan L1", "m", "90", "9.000.000", "11", "5", ""), LINE_2)
    found = compared(package(bidder(price=BID)), rincian(*rows), [row(OURS, "5,00")])
    (lines,) = of_p1(found).rincian
    (one,) = lines.lines

    assert (one.id, one.effect) == ("L1", None)
    assert causes(one) == [("volume", "90", "100", None), ("total", "5", "999000000", None)]
    assert (lines.effect, lines.rest) == (0, Decimal("-1098899995"))
    assert (lines.known, lines.explains) == (False, False)
    same = of_p1(compared(package(bidder(price=BID)), rincian(*rows), [row(OURS, OURS)]))
    assert (same.rincian[0].rest, same.rincian[0].explains) == (0, False)


def test_the_causes_on_one_line_are_told_apart():
    """Volume, price, PPN and rounding, each on what the one before left.

    Ours is 100 x 9.000.000 x 1,11 = 999.000.000. 90 less 100 at 9.000.000: -99.900.000; 100.000
    more on 90: 9.990.000; one percent of 90 x 9.100.000: 8.190.000; 917.280.000 is shown as
    917.280.000,50. Together -81.719.999,50.
    """
    one = ("Pekerjaan L1", "m", "90", "9.100.000", "12", "917.280.000,50", "")
    theirs = "1.017.180.000,50"  # 917.280.000,50 + 20 x 4.500.000 x 1,11
    found = compared(package(bidder(price=BID)), rincian(one, LINE_2), [row(OURS, theirs)])
    (lines,) = of_p1(found).rincian
    (told,) = lines.lines

    assert causes(told) == [
        ("volume", "90", "100", "-99900000"),
        ("harga_satuan", "9100000", "9000000", "9990000"),
        ("ppn", "12", "11", "8190000"),
        ("pembulatan", "917280000.5", "917280000", "0.5"),
    ]
    assert told.effect == Decimal("-81719999.50")
    assert lines.explains
    assert of_p1(found).explanation.found is Found.TIDAK_ADA


def test_the_rule_that_made_ours_another_than_the_bids():
    """A volume of the bid that was conformed has one; that of a bid that keeps ours has none."""
    bids = [BID, priced("1", line(quantity="90"), line("L2", "20", "4500000"))]
    rules = []
    for bid in bids:
        (lines,) = of_p1(compared(package(bidder(price=bid)), rincian(LINE_1, LINE_2))).rincian
        rules += [cause.rule for one in lines.lines for cause in one.causes]

    assert rules == [None, "correction.volume"]


def test_a_price_that_the_bid_left_blank_has_a_rule():
    """SPSE has 4.500.000 where the bid has an amount of 5.000.000 and no price: 20 x it x 1,11."""
    bid = priced("1", line(), line("L2", "20", None, amount="5000000"))
    whole = (*LINE_1[:2], "100", "9.000.000", "11", "999.000.000", "")
    (lines,) = of_p1(compared(package(bidder(price=bid)), rincian(whole, LINE_2))).rincian
    (one,) = lines.lines

    assert causes(one) == [("harga_satuan", "4500000", None, "99900000")]
    assert [cause.rule for cause in one.causes] == ["correction.blank_price"]


@pytest.mark.parametrize(("theirs", "expected"), [("10", []), ("11", [("11", "10", "9000000")])])
def test_the_rate_of_the_bid_where_the_document_takes_it(theirs, expected):
    """L1 states 10 percent of its own: one more on 900.000.000 is 9.000.000."""
    bid = priced("1", line(vat_percent=Decimal(10)), line("L2", "20", "4500000"))
    one = (*LINE_1[:2], "100", "9.000.000", theirs, "", "")
    given = package(bidder(price=bid), regulation=reading("correction.vat_rate", "penawaran"))
    (lines,) = of_p1(compared(given, rincian(one, LINE_2))).rincian

    assert [causes(found) for found in lines.lines] == [[("ppn", *x)] for x in expected]


def test_a_second_volume_multiplies_the_first():
    """2 people for 50 months are 100 orang-bulan, which is what the document has."""
    heads = (*RINCIAN[:3], "Satuan", *RINCIAN[2:])
    row_of_two = ("Pekerjaan L1", "m", "2", "bulan", "50", *LINE_1[3:5], "", "")
    months = table(heads, [row_of_two], "CV p1 Contoh")
    (lines,) = of_p1(compared(package(bidder(price=priced("1", line()))), months)).rincian

    assert lines.lines == ()


def test_a_lumsum_is_not_told_apart():
    """999.000.000 is what the bidder wrote for all of L1: SPSE's product is against the whole."""
    given = package(
        bidder(price=priced("1098900000", line(amount="910000000"), BID.lines[1])),
        contract=Contract.LUMSUM,
    )
    found = compared(given, rincian(LINE_1, LINE_2), [row(OURS, "999.000.000,00")])
    (one,) = of_p1(found).rincian[0].lines

    # 910.000.000 x 1,11 = 1.010.100.000; 899.100.000 less that is -111.000.000.
    assert causes(one) == [
        ("volume", "90", "100", None),
        ("total", "899100000", "1010100000", "-111000000"),
    ]
    assert [cause.rule for cause in one.causes] == ["correction.lumsum"] * 2


def test_a_line_of_the_document_that_the_bid_leaves_out_and_an_extra_one():
    """Both count nothing here, and SPSE counts them: 99.900.000, and 2 x 250.000 x 1,11."""
    extra = line("X1", "2", "250000", extra=True, description="Tambahan", unit="ls")
    added = ("Tambahan", "ls", "2", "250.000", "11", "555.000", "")
    given = package(bidder(price=priced("999000000", line(), extra)))
    whole = (*LINE_1[:2], "100", "9.000.000", "11", "999.000.000", "")
    (lines,) = of_p1(compared(given, rincian(whole, LINE_2, added))).rincian

    assert [(one.id, *causes(one), one.causes[0].rule) for one in lines.lines] == [
        ("L2", ("total", "99900000", "0", "99900000"), "correction.missing_item"),
        ("X1", ("total", "555000", "0", "555000"), "correction.extra_item"),
    ]


def test_lines_of_one_description_are_told_apart_by_unit_and_volume():
    """Where those are alike too, they are of none of ours."""
    estimate = hps(lines=(
        evolve(hps_line("L1"), description="Galian"),
        evolve(hps_line("L2", "20", "5000000"), description="Galian"),
    ))  # fmt: skip
    given = package(bidder(price=BID), hps=estimate)
    one, two = ("Galian", "m", "100", "9.000.000", "11", "", ""), (
        "Galian", "m", "20", "4.500.000", "11", "", "",
    )  # fmt: skip

    assert of_p1(compared(given, rincian(one, two))).rincian[0].lines == ()
    (lines,) = of_p1(compared(given, rincian(one, one))).rincian
    assert [x.id for x in lines.lines] == [None, None, "L1", "L2"]


@pytest.mark.parametrize(
    "before", ["Rincian Harga", "Rincian CV p1 Contoh Jaya", "CV p1 Contoh, CV p2 Contoh"]
)
def test_lines_whose_bidder_is_not_sure_are_of_nobody(before):
    """No name, a longer name, or two."""
    given = package(bidder(price=BID), bidder("p2", price=BID))
    found = compared(given, rincian(LINE_1, before=before))

    assert found.ownerless == ((0, 1),)
    assert not found.bidders


def test_the_bidder_of_lines_by_its_npwp():
    """Before its name, and before the names of others."""
    given = package(bidder(price=BID, npwp=ONE), bidder("p2", price=BID, npwp=TWO))
    found = compared(given, rincian(LINE_1, LINE_2, before=f"CV p1 Contoh, NPWP {TWO}"))

    assert [one.id for one in found.bidders] == ["p2"]


def test_a_name_under_another_npwp_is_not_the_bidder():
    """Its own NPWP is known, and it is not the one that stands there."""
    given = package(bidder(price=BID, npwp=ONE))
    found = compared(given, rincian(LINE_1, LINE_2, before=f"CV p1 Contoh, NPWP {TWO}"))

    assert (found.bidders, found.ownerless) == ((), ((0, 1),))


def test_the_bidder_of_lines_by_what_stands_beside_its_label():
    """As a page of one bid has it, apart from the words before the lines."""
    label = "<table><tr><td>Nama Peserta</td><td>CV p2 Contoh</td></tr></table>"
    given = package(bidder(price=BID), bidder("p2", price=BID))
    found = compared(given, label, rincian(LINE_1, LINE_2, before="Rincian Harga"))

    assert [one.id for one in found.bidders] == ["p2"]


def test_a_seleksi_is_compared_as_well():
    """Its biaya and its marks, and who fell at the technical evaluation stays sealed."""
    given = consultants(price_opening())
    names = {who.id: who.name for who in given.participants}
    rows = [row("1.000.000.000,00", name=names["p1"]), row(SEALED, name=names["p4"])]
    found = compared(given, rows)

    assert [one.untold for one in found.bidders] == [None, Untold.TERSEGEL]
    assert found.bidders[0].figures[0].state is State.SAMA
    assert SEALED not in repr(found.bidders)

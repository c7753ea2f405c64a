"""Lookups and conditions over ranges of the same file, computed anew and exactly."""

from fractions import Fraction

import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula

from tender_desk.schedules import formula_trees
from tender_desk.schedules.compute import Computer, NotComputedError
from tender_desk.schedules.formula_trees import Trees
from tender_desk.schedules.grid import Grid
from tender_desk.schedules.ranges import Ranges
from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import DOCUMENT, book, codes, written

# A catalogue as bidders keep them: code, name, unit, price, and a list by amount in order.
CATALOGUE = [
    ["Kode", "Nama", "Satuan", "Harga", None, "Mulai", "Potongan"],
    ["A.1", "Galian tanah", "m3", 50_000, None, 0, 0],
    ["A.2", "Pasangan batu", "m3", 900_000.5, None, 1_000_000, 0.01],
    ["1.10", "Plesteran 1:4", "m2", 65_000, None, 10_000_000, 0.025],
    [1.1, "Acian", "m2", "=D4/2", None, None, None],
    ["A.2", "Pasangan batu", "m3", 800_000, None, None, None],
    ["B.1", "Pipa 3 inci", "m", None, None, None, None],
    ["B.2", "Kabel *", "m", 7_000, None, None, None],
    ["B.3", "Semen (zak)", "zak", "62.500", None, None, None],
    ["B.4", "Rusak", "m", "=1/0", None, None, None],
    ["B.5", "Dari luar", "m", "=[1]X!A1", None, None, None],
]


def computer(formula, change=None, catalogue=CATALOGUE, **cells):
    """A computer of a book with the catalogue on the sheet AHS and a formula in E5 of Rincian."""

    def fill(made):
        for name, value in ({"E5": formula} | cells).items():
            made["Rincian"][name] = value
        if change is not None:
            change(made)

    return Computer(Grid(book([], fill, "Rincian", AHS=catalogue)))


def worth(formula, change=None, **cells):
    return computer(formula, change, **cells).worth((0, 5, 5))


COMPUTED = {
    '=VLOOKUP("A.2",AHS!A:D,4,FALSE)': Fraction("900000.5"),
    '=VLOOKUP("a.2",AHS!$A$2:$D$11,4,0)': Fraction("900000.5"),
    '=VLOOKUP("A.2",ahs!$A$2:$D$11,4,)': Fraction("900000.5"),
    "=VLOOKUP(1.1,AHS!A2:D11,4,FALSE)": Fraction(32_500),
    '=VLOOKUP("1.10",AHS!A2:D11,4,FALSE)': Fraction(65_000),
    '=VLOOKUP("B.1",AHS!A2:D11,4,FALSE)': Fraction(0),
    '=IF(VLOOKUP("B.1",AHS!A2:D11,4,FALSE)="",7,8)': Fraction(7),
    '=VLOOKUP("B.1",AHS!A2:D11,3,FALSE)': "m",
    '=VLOOKUP("B.3",AHS!A2:D11,4,FALSE)*2': Fraction(125_000),
    '=VLOOKUP("?.2",AHS!A2:D11,4,FALSE)': Fraction("900000.5"),
    '=VLOOKUP("Kabel ~*",AHS!B2:D11,3,FALSE)': Fraction(7_000),
    '=VLOOKUP("*batu",AHS!B2:D11,3,FALSE)': Fraction("900000.5"),
    '=IFERROR(VLOOKUP("X.9",AHS!A2:D11,4,FALSE),12)': Fraction(12),
    '=IFERROR(VLOOKUP("B.4",AHS!A2:D11,4,FALSE),12)': Fraction(12),
    '=IFERROR(VLOOKUP("A.1",AHS!A2:D11,9,FALSE),12)': Fraction(12),
    "=VLOOKUP(999999,AHS!F2:G4,2)": Fraction(0),
    "=VLOOKUP(1000000,AHS!F2:G4,2,TRUE)": Fraction(1, 100),
    "=VLOOKUP(99000000,AHS!F:G,2)": Fraction(1, 40),
    "=LOOKUP(5000000,AHS!F2:F4,AHS!G2:G4)": Fraction(1, 100),
    '=HLOOKUP("Harga",AHS!A1:D11,3,FALSE)': Fraction("900000.5"),
    '=HLOOKUP("harga",AHS!$1:$4,4,FALSE)': Fraction(65_000),
    '=MATCH("Acian",AHS!B2:B11,0)': Fraction(4),
    '=MATCH("Nama",AHS!A1:D1,0)': Fraction(2),
    "=MATCH(1000001,AHS!F2:F4)": Fraction(2),
    "=INDEX(AHS!A2:D11,2,4)": Fraction("900000.5"),
    "=INDEX(AHS!D2:D11,3)": Fraction(65_000),
    "=INDEX(AHS!A2:D2,4)": Fraction(50_000),
    '=INDEX(AHS!D$2:D$11,MATCH("Galian tanah",AHS!B$2:B$11,0))': Fraction(50_000),
    '=INDEX(AHS!A1:D11,MATCH("A.1",AHS!A1:A11,0),MATCH("Harga",AHS!A1:D1,0))': Fraction(50_000),
    '=_xlfn.XLOOKUP("A.1",AHS!A2:A11,AHS!D2:D11)': Fraction(50_000),
    '=_xlfn.XLOOKUP("X.1",AHS!A2:A11,AHS!D2:D11,3)': Fraction(3),
    '=SUMIF(AHS!B:B,"Pasangan batu",AHS!D:D)': Fraction("1700000.5"),
    '=SUMIF(AHS!B2:B6,"pasangan*",AHS!D2:D6)': Fraction("1700000.5"),
    '=SUMIF(AHS!D2:D3,">60000")': Fraction("900000.5"),
    '=SUMIF(AHS!B2:B6,"<>Pasangan batu",AHS!D2:D6)': Fraction(50_000 + 65_000 + 32_500),
    '=SUMIFS(AHS!D2:D7,AHS!B2:B7,"Pasangan batu",AHS!A2:A7,"A.2")': Fraction("1700000.5"),
    '=SUMIFS(AHS!D2:D7,AHS!C2:C7,"m3",AHS!D2:D7,"<100000")': Fraction(50_000),
    '=COUNTIF(AHS!C2:C11,"m3")': Fraction(3),
    '=COUNTIF(AHS!C2:C11,"<>m3")': Fraction(7),
    '=COUNTIFS(AHS!C2:C11,"m*",AHS!B2:B11,"*batu")': Fraction(2),
    '=AVERAGEIF(AHS!B2:B7,"Pasangan batu",AHS!D2:D7)': Fraction("850000.25"),
    '=SUMPRODUCT((AHS!B2:B7="Pasangan batu")*AHS!D2:D7)': Fraction("1700000.5"),
    '=IFERROR(AVERAGEIF(AHS!B2:B7,"Tidak ada",AHS!D2:D7),1)': Fraction(1),
    "=AVERAGE(AHS!D2:D7)": Fraction("1847500.5") / 5,
    '=ROUND(VLOOKUP("A.2",AHS!A:D,4,FALSE)*1.1,-2)': Fraction(990_000),
}
REFUSED = {
    '=VLOOKUP("X.9",AHS!A2:D11,4,FALSE)': "missing",
    '=VLOOKUP("B.4",AHS!A2:D11,4,FALSE)': "error",
    '=VLOOKUP("B.5",AHS!A2:D11,4,FALSE)': "other_file",
    '=IFERROR(VLOOKUP("B.5",AHS!A2:D11,4,FALSE),12)': "other_file",
    # The codes are not in order: what Excel finds hangs on how it halves them.
    '=VLOOKUP("A.2",AHS!A2:D11,4)': "unclear",
    "=VLOOKUP(5,AHS!D2:D4,1)": "unclear",
    '=IFERROR(VLOOKUP("A.2",AHS!A2:D11,4),1)': "unclear",
    "=VLOOKUP(X1,AHS!F2:G4,2,FALSE)": "unclear",
    '=VLOOKUP("A.1",AHS!A2:D11,0,FALSE)': "error",
    '=MATCH("A.1",AHS!A2:B11,0)': "arguments",
    '=MATCH("A.1",AHS!A2:A11,-1)': "arguments",
    "=INDEX(AHS!A2:D11,2)": "arguments",
    "=INDEX(AHS!A2:D11,99,1)": "error",
    # Excel takes 1.1 and the text 1.10 for the same here, in some countries.
    "=SUMIF(AHS!A2:A11,1.1,AHS!D2:D11)": "unclear",
    '=SUMIF(AHS!A2:A11,"1.10",AHS!D2:D11)': "unclear",
    '=SUMIF(AHS!A2:A11,">1",AHS!D2:D11)': "unclear",
    '=SUMIF(AHS!C2:C11,"zak",AHS!D2:D11)': "text_in_sum",
    '=SUMIF(AHS!A2:A11,"",AHS!D2:D11)': "unclear",
    '=SUMIFS(AHS!D2:D7,AHS!B2:B8,"Acian")': "unclear",
    # That text may be a date, and so one of the numbers that stand there.
    '=COUNTIF(AHS!A2:A11,"3 Mei")': "unclear",
    # More than the cell that it names would be added up, formulas as well.
    '=SUMIF(AHS!B2:B6,"pasangan*",AHS!D2)': "unclear",
    '=COUNTIF(AHS!D2:D11,"<9")': "other_file",
    '=VLOOKUP("A.1",Lain!A:D,4,FALSE)': "name",
    '=VLOOKUP(AHS!A2:A4,AHS!A2:D11,4,FALSE)&"x"': "operator",
}


@pytest.mark.parametrize("formula", COMPUTED)
def test_what_a_formula_looks_for_is_found(formula):
    assert worth(formula) == COMPUTED[formula]


@pytest.mark.parametrize("formula", REFUSED)
def test_what_is_not_clear_is_refused_by_kind(formula):
    def far(made):
        made["Rincian"].move_range("E5:E5", rows=40)

    with pytest.raises(NotComputedError) as refused:
        computer(formula, far).worth((0, 45, 5))

    assert refused.value.kind == REFUSED[formula]


def test_a_lookup_names_only_the_text_that_it_took_for_a_number():
    machine = computer('=VLOOKUP("B.3",AHS!A2:D11,4,FALSE)*2')

    assert machine.worth((0, 5, 5)) == 125_000
    assert machine.texts_of((0, 5, 5)) == {(1, 9, 4)}


def test_a_cell_that_is_not_known_leaves_open_only_what_stands_behind_it():
    catalogue = [["A", 1], ["=[1]X!A1", 2], ["B", 3]]

    assert computer('=VLOOKUP("A",AHS!A1:B3,2,FALSE)', catalogue=catalogue).worth((0, 5, 5)) == 1
    with pytest.raises(NotComputedError, match="other_file"):
        computer('=VLOOKUP("B",AHS!A1:B3,2,FALSE)', catalogue=catalogue).worth((0, 5, 5))


def test_a_list_in_order_is_known_whole_or_not_looked_up():
    catalogue = [[1, 10], ["=[1]X!A1", 20], [3, 30]]

    with pytest.raises(NotComputedError, match="other_file"):
        computer("=VLOOKUP(2,AHS!A1:B3,2)", catalogue=catalogue).worth((0, 5, 5))


def names(**meant):
    def define(made):
        for name, text in meant.items():
            made.defined_names[name] = DefinedName(name, attr_text=text)

    return define


NAMED = {
    '=VLOOKUP("A.2",daftar,4,FALSE)': Fraction("900000.5"),
    "=D5*PPN": Fraction("1.1"),
    # The row of the formula is meant of a whole column.
    "=D5*Tarif": Fraction(325_000),
}


@pytest.mark.parametrize("formula", NAMED)
def test_names_mean_fixed_areas_and_numbers(formula):
    change = names(Daftar="AHS!$A$1:$D$11", PPN="11%", Tarif="AHS!$D:$D")

    assert worth(formula, change, D5=10) == NAMED[formula]


@pytest.mark.parametrize(
    "meant",
    ["AHS!D2", "AHS!$D2", "AHS!$D:D", "[1]AHS!$A$1", "OFFSET(AHS!$A$1,1,1)", "Lagi", "AHS!#REF!"],
)
def test_a_name_that_means_something_else_is_refused(meant):
    with pytest.raises(NotComputedError):
        worth("=D5*Nama", names(Nama=meant, Lagi="AHS!$D$2"), D5=10)


def test_a_name_of_the_sheet_is_meant_before_one_of_the_book():
    def define(made):
        names(PPN="11%")(made)
        made["Rincian"].defined_names["PPN"] = DefinedName("PPN", attr_text="12%")

    assert worth("=D5*PPN", define, D5=100) == 12


def test_a_formula_for_many_cells_is_computed_where_it_means_one():
    def enter(made):
        for row, text in (
            (5, '=INDEX(AHS!D2:D4,MATCH("A.2",AHS!A2:A4,0))'),
            (6, "=SUM(AHS!D2:D4*2)"),
        ):
            made["Rincian"][f"E{row}"] = ArrayFormula(f"E{row}", text)

    machine = computer(None, enter)

    assert machine.worth((0, 5, 5)) == Fraction("900000.5")
    with pytest.raises(NotComputedError, match="operator"):
        machine.worth((0, 6, 5))


def test_thousands_of_lookups_in_a_large_catalogue_are_computed():
    """What stands where is looked up once for all of them."""
    catalogue = [[f"K.{n}", f"Barang {n}", "unit", n * 10] for n in range(1, 3_001)]
    rows = {f"A{n}": f"K.{n}" for n in range(1, 2_001)}
    rows |= {f"B{n}": f"=VLOOKUP(A{n},AHS!$A:$D,4,FALSE)" for n in range(1, 2_001)}
    rows |= {f"C{n}": f"=SUMIF(AHS!A:A,A{n},AHS!D:D)" for n in range(1, 2_001)}

    machine = computer("=SUM(B1:C2000)", catalogue=catalogue, **rows)

    assert machine.worth((0, 5, 5)) == 2 * sum(range(10, 20_001, 10))


def test_what_a_file_keeps_of_a_formula_is_never_taken_for_its_result():
    grid = Grid(book([["=1+1"]]))

    with pytest.raises(NotComputedError):
        Ranges(grid, Trees(grid)).known((0, 1, 1))


def test_an_error_that_is_kept_holds_nothing_of_where_it_was_raised():
    """Thousands of formulas may rest on one that fails."""
    machine = computer("=X9*NOW()")
    seen = set()
    for _ in range(3):
        with pytest.raises(NotComputedError) as refused:
            machine.worth((0, 5, 5))
        seen.add(len(refused.traceback))

    assert len(seen) == 1


def test_long_formulas_are_read_up_to_a_bound(monkeypatch):
    """400,000 signs and words of all, here 40,000, of which each of these has 579."""
    assert formula_trees._MOST_TOKENS == 400_000
    monkeypatch.setattr(formula_trees, "_MOST_TOKENS", 40_000)
    rows = {f"A{row}": "=" + "+".join(["1"] * 290) for row in range(1, 81)}
    machine = computer("=A1", **rows)
    first = 40_000 // 579 + 1

    assert all(machine.worth((0, row, 1)) == 290 for row in range(1, first + 1))
    with pytest.raises(NotComputedError, match="too_long"):
        machine.worth((0, first + 1, 1))


def test_a_schedule_whose_prices_are_looked_up_is_read():
    """Prices, volumes times prices, the sum, PPN and the total, none of which the file keeps."""
    rows = [["No", "Uraian Pekerjaan", "Sat", "Vol", "Harga Satuan", "Jumlah Harga"]]
    prices = (
        "=VLOOKUP(B2,AHS!$A$2:$C$9,3,FALSE)",
        "=IFERROR(INDEX(AHS!C$2:C$9,MATCH(B3,AHS!A$2:A$9,0)),0)",
        "=SUMIF(AHS!A:A,B4,AHS!C:C)",
    )
    for row, (line, price) in enumerate(zip(DOCUMENT, prices, strict=True), 2):
        volume = float(line.quantity)
        rows.append([row - 1, line.description, line.unit, volume, price, f"=D{row}*E{row}"])
    rows += [
        [None, "Jumlah", None, None, None, "=SUMPRODUCT(D2:D4,E2:E4)"],
        [None, "PPN 11%", None, None, None, "=F5*11%"],
        [None, "Total", None, None, None, "=F5+F6"],
    ]
    given = (50_000, 900_000, 15_000)
    catalogue = [[d.description, d.unit, p] for d, p in zip(DOCUMENT, given, strict=True)]
    data = book(rows, AHS=[["Nama", "Sat", "Harga"], *reversed(catalogue)])

    reading = read_schedule(data, "penawaran.xlsx", DOCUMENT, sheet="Rincian")

    assert codes(reading) == []
    assert written(reading) == [
        ("L1", "100", "50000", "5000000"),
        ("L2", "12.5", "900000", "11250000"),
        ("L3", "1000", "15000", "15000000"),
    ]
    # (5.000.000 + 11.250.000 + 15.000.000) * 1,11
    assert reading.schedule_total == "34687500"

"""Formulas computed anew are exact, and what is not understood is said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules import ranges
from tender_desk.schedules.compute import Computer, NotComputedError
from tender_desk.schedules.formulas import FormulaError, parsed, tokens_of
from tender_desk.schedules.grid import Grid
from tests.desk.schedules.books import book
from tests.tries import tries


def computer(cells, **sheets):
    """A computer of a sheet with the cells given by name."""

    def fill(made):
        for name, value in cells.items():
            made.active[name] = value

    return Computer(Grid(book([], fill, "Rincian", **sheets)))


def worth(formula, **cells):
    """What `formula` in Z50 is worth beside some cells."""
    return computer(cells | {"Z50": formula}).worth((0, 50, 26))


COMPUTED = {
    "=A1*B1": Fraction(125, 4),
    "=+A1*B1": Fraction(125, 4),
    "=A1+B1*2": Fraction(55, 2),
    "=(A1+B1)*2": Fraction(30),
    "=A1-B1-1": Fraction(-11),
    "=B1/A1": Fraction(5),
    "=1/3": Fraction(1, 3),
    "=-2^2": Fraction(4),
    "=0-2^2": Fraction(-4),
    "=2^3^2": Fraction(64),
    "=2^-1": Fraction(1, 2),
    "=10%*B1": Fraction(5, 4),
    "=1.1E2+1": Fraction(111),
    "=0.1+0.2": Fraction(3, 10),
    "=A1+EMPTY1": None,
    "=SUM(A1:C3)": Fraction(5, 2) + Fraction(25, 2) + 4 + 6,
    "=SUM(A1,C3,10)": Fraction(5, 2) + 6 + 10,
    "=SUM(C:C)": Fraction(20),
    "=SUM(K1:K9)": Fraction(0),
    "=SUMPRODUCT(C2:C3,D2:D3)": Fraction(4 * 7 + 6 * 8),
    "=PRODUCT(C2:C3,2)": Fraction(48),
    "=ROUND(2.5,0)": Fraction(3),
    "=ROUND(-2.5,0)": Fraction(-3),
    "=ROUND(1234.565,2)": Fraction(123457, 100),
    "=ROUND(1250,-2)": Fraction(1300),
    "=ROUNDUP(1201,-2)": Fraction(1300),
    "=ROUNDDOWN(1299,-2)": Fraction(1200),
    "=ROUNDDOWN(-1299,-2)": Fraction(-1200),
    "=TRUNC(2.9)": Fraction(2),
    "=INT(-2.1)": Fraction(-3),
    "=CEILING(1201,100)": Fraction(1300),
    "=FLOOR(1299,100)": Fraction(1200),
    "=SUBTOTAL(9,C2:C4)": Fraction(10),
    "=$C$2+rincian!C3": Fraction(10),
    "='Analisa Harga'!B2*2": Fraction(84),
    "=F1": Fraction(10),
    "=H1*2": Fraction(2000),
    "=IF(C2>C3,C2*2,C3*2)": Fraction(12),
    "=IF(C2<=4,1,1/0)": Fraction(1),
    '=IF(X9="",0,X9*5)': Fraction(0),
    '=IF(C2="",0,C2*5)': Fraction(20),
    '=IF(C2<>"",C2*5,0)': Fraction(20),
    "=IF(X9=0,7,8)": Fraction(7),
    '=IF(G2="TUJUH",7,8)': Fraction(7),
    "=IF(A1*2=5,IF(C2>=4,3,2),1)": Fraction(3),
    '=IF(C2<4,1,"")': "",
    "=MIN(C2:C3,5)": Fraction(4),
    "=MAX(C2:C3,5)": Fraction(6),
    "=MIN(K1:K9)": Fraction(0),
    '="a"&"b"&C2': "ab4",
    "=(A1>1)*2": Fraction(2),
    "=--(A1>1)": Fraction(1),
    "=IF(C2>3,1)": Fraction(1),
    "=IF(C2,1,2)": Fraction(1),
    "=IF(X9,1,2)": Fraction(2),
    "=IF(A1>1,,5)": Fraction(0),
    '=IF(G2="delapan",7,8)': Fraction(8),
    "=IF(G2=7,7,8)": Fraction(8),
    "=IF(AND(C2=4,NOT(C3=4),OR(C2=9,D2=7)),1,2)": Fraction(1),
    "=IFERROR(1/0,5)": Fraction(5),
    "=IFERROR(A1,5)": Fraction(5, 2),
    "=IFERROR(G2*2,5)": Fraction(5),
    "=IFERROR(#N/A,5)": Fraction(5),
    "=_xlfn.IFNA(#N/A,5)": Fraction(5),
    "=IF(ISERROR(1/0),1,2)": Fraction(1),
    "=IF(ISNUMBER(G2),1,2)": Fraction(2),
    "=IF(ISBLANK(X9),1,2)": Fraction(1),
    "=CHOOSE(2,A1,B1,C2)": Fraction(25, 2),
    "=AVERAGE(C2:C3,D2)": Fraction(4 + 6 + 7, 3),
    "=COUNT(A1:H4)": Fraction(9),
    "=COUNTA(A1:H4)": Fraction(11),
    "=SUMPRODUCT(C2:C3*D2:D3)": Fraction(4 * 7 + 6 * 8),
    "=SUMPRODUCT((C2:C3>4)*D2:D3)": Fraction(8),
    "=SUMPRODUCT(--(C2:C3<5),D2:D3)": Fraction(7),
    "=SUMPRODUCT(ROUND(C2:C3/3,0),D2:D3)": Fraction(1 * 7 + 2 * 8),
    "=SUMPRODUCT(C:C*1)": Fraction(20),
    "=SUMPRODUCT(A1,B1)": Fraction(125, 4),
    "=MOD(17,5)": Fraction(2),
    "=MOD(-17,5)": Fraction(3),
    "=POWER(3,2)": Fraction(9),
    "=SUM(C2:C3,IF(A1>1,X9,5))": Fraction(10),
    "=ROUND(2.345,)": Fraction(2),
}
CELLS = {
    "A1": 2.5,
    "B1": 12.5,
    "C2": 4,
    "C3": 6,
    "C4": "=SUBTOTAL(9,C2:C3)",
    "D2": 7,
    "D3": 8,
    "E1": "=C2+C3",
    "F1": "=E1",
    "H1": "1.000",
    "G2": "tujuh",
}
REFUSED = {
    "=A1&B1": "text",
    '="1.000"*2': "text",
    "=IF(C2<3,1)": "logical",
    "=IF(H1=1,1,2)": "text",
    "=IF(G1>1,1,2)": "text",
    "=IF(1/0=1,1,2)": "error",
    "=A1>1": "logical",
    "=TRUE": "logical",
    "=IFERROR(NOW(),5)": "function",
    "=IFERROR([1]Lain!A1,5)": "other_file",
    "=IFERROR('C:\\data\\[harga.xlsx]AHS'!A1,5)": "other_file",
    "=IFERROR(G9+#REF!,5)": "lost_cell",
    '=IFERROR("12 Mei"*2,5)': "text",
    "=IFNA(1/0,5)": "error",
    "=ISBLANK(A1+1)": "arguments",
    "=AVERAGE(K1:K9)": "error",
    "=Tabel1[Harga]*2": "table",
    "=CHOOSE(9,A1,B1)": "error",
    "=MOD(1,0)": "arguments",
    "=IF(AND(G2,A1),1,2)": "text",
    '=SUMPRODUCT(--(C:C=""))': "arguments",
    "=NOW()": "function",
    "=A1:A3": "operator",
    "=1/0": "error",
    "=2^0.5": "arguments",
    "=2^1000": "arguments",
    "=((9^60)^60)^60": "arguments",
    "=ROUND(1)": "arguments",
    "=ROUND(1,0.5)": "arguments",
    "=FLOOR(-5,2)": "arguments",
    "=SUMPRODUCT(C2:C3,D2:D2)": "arguments",
    "=SUMPRODUCT(C2:C3*D2:D4)": "arguments",
    # Truths are zeros to Excel, and ones to LibreOffice.
    "=SUMPRODUCT((C2:C3>4),D2:D3)": "arguments",
    # A cell that is chosen may be left out as an empty one of a range is.
    "=MIN(C2:C3,IF(A1>1,X9,5))": "text",
    "=MAX(C2:C3,INDEX(G2:G3,1))": "text",
    "=IFERROR(MAX(C2:C3,INDEX(G2:G3,1)),1)": "text",
    "=SUMPRODUCT(SUM(C2:C3)*D2:D3)": "arguments",
    "=SUBTOTAL(1,C2:C3)": "arguments",
    "=[1]Lain!A1": "other_file",
    "=#REF!+1": "lost_cell",
    "=#N/A": "missing",
    "=Harga_Dasar*2": "name",
    "=Lain!A1": "name",
    "=G1*2": "text",
    "=SUM(H1:H2)": "text_in_sum",
    "=Z50": "circle",
    "=SUM(Z1:Z60)": "circle",
    "=A1+": "damaged",
    "=(A1": "damaged",
    "=A1)": "damaged",
    "=A1 B1": "damaged",
    "={1,2}": "operator",
    "=1E+400": "damaged",
    "=" + "+".join(["1"] * 400): "too_long",
    "=" + "(" * 100 + "1" + ")" * 100: "too_long",
    "=" + "[" * 8_000: "table",
    "=" + "1+" * 5_000 + "1": "too_long",
}


@pytest.mark.parametrize("formula", COMPUTED)
def test_a_formula_is_computed_exactly(formula):
    wanted = COMPUTED[formula]
    found = computer(
        CELLS | {"Z50": formula.replace("EMPTY1", "X1")}, **{"Analisa Harga": [[], [None, 42]]}
    ).worth((0, 50, 26))

    assert found == (Fraction(5, 2) if wanted is None else wanted)


@pytest.mark.parametrize("formula", REFUSED)
def test_what_is_not_understood_is_refused_by_kind(formula):
    with pytest.raises(NotComputedError) as refused:
        worth(formula, **CELLS | {"G1": "tujuh"})

    assert refused.value.kind == REFUSED[formula]


def test_the_cell_that_is_the_reason_is_named():
    """Through any number of formulas."""
    cells = {"A1": "=NOW()", "A2": "=A1*2", "A3": "=A2+1"}
    with pytest.raises(NotComputedError) as refused:
        computer(cells).worth((0, 3, 1))

    assert (refused.value.kind, refused.value.place) == ("function", (0, 1, 1))


def test_a_circle_of_several_cells_is_found():
    cells = {"A1": "=A2+1", "A2": "=A3", "A3": "=SUM(A1:A1)", "B1": "=5"}
    machine = computer(cells)

    for row in (1, 2, 3):
        with pytest.raises(NotComputedError, match="circle"):
            machine.worth((0, row, 1))
    assert machine.worth((0, 1, 2)) == 5


def test_a_chain_of_thousands_of_cells_is_computed():
    """Every cell rests on the one above; none is computed twice."""
    cells = {"A1": 1} | {f"A{row}": f"=A{row - 1}+1" for row in range(2, 5_001)}

    assert computer(cells).worth((0, 5_000, 1)) == 5_000


def test_the_cost_is_bounded(monkeypatch):
    """Formulas that go over everything again and again are given up; here at 20,000 cells."""
    assert ranges._MOST_VISITS == 1_000_000
    monkeypatch.setattr(ranges, "_MOST_VISITS", 20_000)
    cells = {f"A{row}": "=SUM(B1:B600)" for row in range(1, 101)}
    cells |= {f"B{row}": 1 for row in range(1, 601)}
    cells["C1"] = "=SUM(A1:A100)"
    assert computer(cells).worth((0, 30, 1)) == 600
    with pytest.raises(NotComputedError, match="too_long"):
        computer(cells).worth((0, 1, 3))


def test_a_text_that_is_a_number_is_named():
    machine = computer(CELLS | {"Z50": "=H1*2", "Z51": "=Z50+1"})

    assert machine.worth((0, 51, 26)) == 2_001
    assert machine.texts_of((0, 51, 26)) == {(0, 1, 8)}


def test_a_subtotal_over_hidden_rows_is_in_doubt():
    def fill(made):
        for name, value in (CELLS | {"Z50": "=SUBTOTAL(9,C2:C3)"}).items():
            made.active[name] = value
        made.active.row_dimensions[3].hidden = True

    with pytest.raises(NotComputedError, match="hidden"):
        Computer(Grid(book([], fill))).worth((0, 50, 26))


# A second implementation: the generator makes a formula with its value, by plain recursion.
_LEAF = st.tuples(st.integers(0, 9), st.integers(0, 2))
_TREE = st.recursive(
    st.one_of(
        st.integers(0, 999).map(lambda number: ("number", number)),
        _LEAF.map(lambda spot: ("cell", *spot)),
        st.tuples(_LEAF, _LEAF).map(lambda spots: ("sum", *spots[0], *spots[1])),
    ),
    lambda inner: st.tuples(st.sampled_from("+-*/"), inner, inner),
    max_leaves=12,
)


def spelled(tree):
    """The formula, with every bracket written."""
    if tree[0] == "number":
        return f"{tree[1]}"
    if tree[0] == "cell":
        return f"{column_letter(tree[2] + 1)}{tree[1] + 1}"
    if tree[0] == "sum":
        top, left, bottom, right = tree[1:]
        return f"SUM({spelled(('cell', top, left))}:{spelled(('cell', bottom, right))})"
    return f"({spelled(tree[1])}{tree[0]}{spelled(tree[2])})"


def slow(tree, table):
    """Its value; `None` where something is divided by nothing."""
    if tree[0] == "number":
        return Fraction(tree[1])
    if tree[0] == "cell":
        return table[tree[1]][tree[2]]
    if tree[0] == "sum":
        rows, columns = sorted((tree[1], tree[3])), sorted((tree[2], tree[4]))
        total = Fraction(0)
        for row in range(rows[0], rows[1] + 1):
            for column in range(columns[0], columns[1] + 1):
                total = total + table[row][column]
        return total
    left, right = slow(tree[1], table), slow(tree[2], table)
    if left is None or right is None or (tree[0] == "/" and right == 0):
        return None
    return {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "/": lambda: left / right,
    }[tree[0]]()


@tries(50)
@given(
    st.lists(st.lists(st.integers(-99, 9_999), min_size=3, max_size=3), min_size=10, max_size=10),
    _TREE,
)
def test_formulas_agree_with_a_slow_computation(hundredths, tree):
    """Over random sheets of numbers with two decimals."""
    table = [[Fraction(number, 100) for number in row] for row in hundredths]
    cells = {
        f"{column_letter(column + 1)}{row + 1}": number / 100
        for row, numbers in enumerate(hundredths)
        for column, number in enumerate(numbers)
    }
    wanted = slow(tree, table)
    machine = computer(cells | {"Z50": "=" + spelled(tree)})

    if wanted is None:
        with pytest.raises(NotComputedError, match="error"):
            machine.worth((0, 50, 26))
    else:
        assert machine.worth((0, 50, 26)) == wanted


@given(st.text("A1$:!'\"()+-*/^%,;{}[]#& .SUM", max_size=40))
def test_no_formula_ends_in_another_error(text):
    """Any signs are a formula or refused."""
    try:
        parsed(tokens_of("=" + text))
    except FormulaError as error:
        kind = error.kind
    else:
        kind = "read"

    assert kind

"""A table of what was published: read as one thing, or refused with code, line and column."""

from decimal import Decimal

import pytest

from tender_desk.batch import published_text as module
from tender_desk.batch.published import PublishedError, read_published
from tender_desk.batch.published_cells import CellError, amount_in
from tender_engine.evaluation import Result
from tender_rules import national
from tests.desk.batch.publishing import table

FIRST = "code,result,winner,price\n"
BOM = b"\xef\xbb\xbf"


def told(data, lang="id"):
    """Code, line and column of all that is wrong with a table."""
    data = data.encode() if isinstance(data, str) else data
    with pytest.raises(PublishedError) as error:
        read_published(data, "p.csv", national().declarations, lang)
    return [(one.code, one.line, one.column) for one in error.value.diagnostics]


@pytest.mark.parametrize("bom", [b"", BOM])
@pytest.mark.parametrize("sign", ",;")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_however_it_was_saved(bom, sign, end):
    lines = [["code", "result", "winner", "price"], ["A 1", "Pemenang", '"X; Y, Z"', '"12,5"']]
    lines += [["", "", "", ""], ["B", "gagal", "-", ""]]
    data = bom + end.join(map(sign.join, lines)).encode()
    first, second = read_published(data, "p.csv", national().declarations)

    assert (first.line, first.code, first.winner, first.price) == (
        *(2, "A 1", "X; Y, Z"),
        Decimal("12.5"),
    )
    assert (second.line, second.result, second.winner, second.price) == (4, Result.GAGAL, "", None)


OURS = "n;source;code;state;result;winner;price;ground;prices;awaiting;notices;diagnostics;message"


def test_a_summary_of_ours_is_a_table_too():
    """With the winner by its id, amounts as we write them, and rows that wait; no others."""
    lines = (
        "1;a;'=A;ditetapkan;pemenang;p2;110,125;;p2=110,125;;;;",
        "2;b;B;menunggu;;;;;;fakta;;;",
        "3;c;C;dihitung;gagal;;;perpres-16-2018:51(2)g;;;;;",
        "4;d;;ditolak;;;;;;;;PKT013;salah",
        "5;p.csv:7;E;;;;;;;;;;",
    )
    first, second, third = table(*lines, head=OURS)

    assert (first.line, first.code, first.winner_id, first.winner) == (2, "=A", "p2", "")
    assert first.price == Decimal("110.125")
    assert (second.code, second.result, second.price) == ("B", None, None)
    assert (third.result, third.ground) == (Result.GAGAL, "perpres-16-2018:51(2)g")


def test_a_column_of_ours_makes_no_summary_of_a_table():
    """Whoever publishes a state beside a result is told, as of any other column."""
    assert told("code,result,winner,state\nA,gagal,,x\n") == [("BCH057", 1, 20)]
    assert told(f"{OURS};nilai\n") == [("BCH057", 1, len(OURS) + 2)]
    assert told(f"{OURS}\n1;a;A;dihitung;pemenang;p1;1,2,3;;;;;;\n") == [("BCH050", 2, 28)]


def test_titles_are_read_however_they_are_written():
    (row,) = table("PT X;pemenang;A", head=" Winner ;RESULT;Code")

    assert (row.code, row.winner) == ("A", "PT X")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234567", "1234567"),
        ("1234567.89", "1234567.89"),
        ("1234.567", "1234.567"),
        ("0.500", "0.5"),
        ("1.234.567", "1234567"),
        ("Rp1.234.567,89", "1234567.89"),
        ("Rp 1.110", "1110"),
        ("1.110,00", "1110"),
        ("1234,5", "1234.5"),
        ("Rp1.000,-", "1000"),
    ],
)
def test_amounts_are_plain_or_indonesian(text, amount):
    assert amount_in(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["1.110", "1,110", "999.000", "Rp1,110", "idr 12,345"])
def test_an_amount_that_may_be_two_is_refused(text):
    with pytest.raises(CellError) as error:
        amount_in(text)
    assert error.value.code == "BCH051"


@pytest.mark.parametrize("text", ["1,234.50", "-5", "1e6", "dua", "1 000", "USD 5", "1" * 19, "٣"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(CellError) as error:
        amount_in(text)
    assert error.value.code == "BCH050"


@pytest.mark.parametrize(
    "text",
    [
        "perpres-16-2018:51(2)g",
        "51(2)g",
        "Pasal 51 ayat (2) huruf g",
        "Perpres 16/2018 Pasal 51 ayat (2) huruf g",
        "PASAL 51 AYAT 2 HURUF g",
    ],
)
def test_a_ground_is_read_as_papers_print_it(text):
    (row,) = table(f"A;gagal;;;;{text}")

    assert row.ground == "perpres-16-2018:51(2)g"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("PEMENANG", "pemenang"),
        ("daftar_peserta", "daftar_peserta"),
        ("Daftar Peserta", "daftar_peserta"),
        ("Tender gagal", "gagal"),
        ("Seleksi Gagal", "gagal"),
        ("Prakualifikasi gagal", "gagal"),
    ],
)
def test_a_result_is_read_by_its_words(text, result):
    (row,) = table(f"A;{text};{'x' if result == 'pemenang' else ''};;;")

    assert row.result == result


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [("BCH044", 1, 1)]),
        ("\n\n", [("BCH044", 1, 1)]),
        ("code,result\n", [("BCH045", 1, 1)]),
        ("nama,hasil\n", [("BCH045", 1, 1)] * 3 + [("BCH057", 1, 1), ("BCH057", 1, 6)]),
        ("code,result,winner,result\n", [("BCH046", 1, 20)]),
        ("code,result,winner,pryce\n", [("BCH057", 1, 20)]),
        (FIRST + "A,gagal\n", [("BCH047", 2, 1)]),
        (FIRST + "A,gagal,,,,,\n", [("BCH047", 2, 11)]),
        (FIRST + 'A,"b"c,d,\n', [("BCH048", 2, 1)]),
        (FIRST + 'A,gagal,,\nB,"c,d,\n', [("BCH048", 3, 1)]),
        (FIRST + "A,gagal,,\nB,\0,d,\n", [("BCH043", 3, 3)]),
        (FIRST + "A,pemenang," + "x" * 4001 + ",\n", [("BCH049", 2, 12)]),
        (FIRST + "A,pemenang,x,12x\n", [("BCH050", 2, 14)]),
        (FIRST + "A,pemenang,x,1.110\n", [("BCH051", 2, 14)]),
        ("code,result,winner,winner_npwp\nA,pemenang,x,01.2\n", [("BCH052", 2, 14)]),
        ("code,result,winner,ground\nA,gagal,,huruf e\n", [("BCH053", 2, 10)]),
        (FIRST + "A,menang,x,\n", [("BCH054", 2, 3)]),
        (FIRST + ",pemenang,x,\n", [("BCH055", 2, 1)]),
        (FIRST + "A,,,\n", [("BCH055", 2, 3)]),
        (FIRST + "A,pemenang,,\n", [("BCH055", 2, 12)]),
        (FIRST + "A,gagal,x,5\n", [("BCH059", 2, 9), ("BCH059", 2, 11)]),
        # A cell of two lines, a separator and quotation marks in cells before.
        (FIRST + '"A\nB",pemenang,"x, ""y""",1.110\n', [("BCH051", 3, 24)]),
        (FIRST + '"A\nB",gagal,,\nC,menang,x,\n', [("BCH054", 4, 3)]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, places):
    assert sorted(told(text)) == sorted(places)


def test_every_fault_is_told_at_once_and_so_many():
    text = FIRST + "A,menang,x,12x\n" * 1000
    found = told(text)

    assert found[:3] == [("BCH054", 2, 3), ("BCH050", 2, 12), ("BCH054", 3, 3)]
    assert (len(found), found[-1][0]) == (301, "PKT094")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ((FIRST + "A,pemenang,Café,\n").encode("cp1252"), ("BCH041", 2, 15)),
        (BOM + (FIRST + "A,gagal,,\r\nB,é").encode("cp1252"), ("BCH041", 3, 3)),
        (FIRST.encode("utf-16"), ("BCH058", 1, 1)),
    ],
)
def test_another_encoding_is_told_where_it_shows(data, place):
    assert told(data) == [place]


def test_a_huge_table_is_refused(monkeypatch):
    """At once: of a hundred columns none is looked at."""
    assert told(FIRST.strip() + ",x" * 100) == [("BCH060", 1, 1)]
    assert told(FIRST + "A,gagal,,\n" + "," * 100_001) == [("BCH049", 3, 1)]
    monkeypatch.setattr(module, "_MOST", 3)
    assert told(FIRST + "A,gagal,,\n" * 3) == [("BCH056", 4, 1)]
    monkeypatch.setattr(module, "LARGEST", 40)
    assert told(FIRST + "A,gagal,,\n" * 4) == [("BCH042", 1, 1)]

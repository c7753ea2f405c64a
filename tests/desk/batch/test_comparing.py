"""Rows beside what was published: whole, in any order, none of them kept, and resumed."""

import csv
import gc
import io
import json
import random
import weakref
from itertools import permutations

import pytest
from attrs import evolve

from tender_desk.batch.comparing import Comparing
from tender_desk.batch.rows import header
from tender_desk.batch.telling import BatchError
from tests.desk.batch.publishing import ASKED, beside, failed, row, table, waiting, won

G = "perpres-16-2018:51(2)g"
LINES = (
    *("A;pemenang;PT Contoh Satu;;1000,50;", "B;pemenang;CV Contoh Dua;;;", "C;gagal;;;;51(2)a"),
    *("D;gagal;;;;", "E;gagal;;;;", "E;gagal;;;;", "F;daftar peserta;;;;", "Z;gagal;;;;"),
)
TENDERS = (
    *(("A", won()), ("B", won()), ("C", failed(G)), ("D", failed(G)), ("D", won())),
    *(("E", failed(G)), ("F", waiting("fakta")), ("Y", won()), ("Z", None), ("", None)),
)


def told(found):
    return [json.loads(one.line)["compared"] for one in found]


def test_a_row_says_how_it_stands_behind_what_it_said():
    first, *_, last = beside(table(*LINES), *TENDERS)

    assert first.line == (b'{"n":1,"source":"s1","compared":{"cause":"sama","lines":[2]}}\n')
    assert json.loads(last.line) == {
        "source": "p.csv:5",
        "n": 11,
        "compared": {
            "cause": "paket_ganda",
            "lines": [5],
            "tender": "D",
            "rows": [4, 5],
            "count": 2,
        },
    }
    assert (last.state, first.facts) == ("", None)


def test_a_run_is_held_against_an_earlier_one():
    """Whoever won by then is known by the id, and what waited then and does not now is another."""
    head = "n;source;code;state;result;winner;price;ground"
    before = table(
        *("1;a;A;ditetapkan;pemenang;p1;1000,50;", "2;b;B;ditetapkan;pemenang;p2;1000,5;"),
        *("3;c;C;menunggu;;;;", "4;d;D;menunggu;;;;", f"5;e;E;dihitung;gagal;;;{G}"),
        "6;f;F;dihitung;pemenang;p9;1;",
        head=head,
    )
    tenders = [("A", won()), ("B", won()), ("C", waiting("fakta")), ("D", won()), ("E", failed(G))]
    found = told(beside(before, *tenders, ("F", won())))

    assert [one["cause"] for one in found] == [
        *("sama", "pemenang_lain", "menunggu", "hasil_lain", "sama", "bukan_peserta")
    ]
    assert (found[3]["published"], found[3]["computed"]) == (None, "pemenang")


def test_the_order_of_rows_and_lines_changes_nothing():
    """Neither of the tenders, nor of what was published, but for the numbers that they have."""

    def plain(lines, tenders):
        found = []
        for one in told(beside(table(*lines), *tenders)):
            named = [lines[n - 2] for n in one.pop("lines", ())]
            rows = [tenders[n - 1] for n in one.pop("rows", ())]
            found.append((str(one), sorted(named), sorted(map(str, rows))))
        return sorted(found)

    draw, expected = random.Random(1), plain(LINES, TENDERS)
    for _ in range(30):
        lines, tenders = [*LINES], [*TENDERS]
        draw.shuffle(lines)
        draw.shuffle(tenders)
        assert plain(lines, tenders) == expected


def test_pairs_agree_with_a_slow_second_count():
    """Of every few tenders and lines: who has a pair, and who has several."""
    tables = {
        published: table(*(f"{code};gagal;;;;" for code in published))
        for published in permutations("AABCD", 3)
    }
    causes = ("tanpa_pengumuman", "sama", "pengumuman_ganda")
    for codes in {*permutations("AABBC", 3)}:
        for published, read in tables.items():
            found = beside(read, *((code, failed(G)) for code in codes))
            of_tenders = [causes[published.count(code)] for code in codes]
            behind = [
                "tanpa_paket" if code not in codes else "paket_ganda"
                for code in published
                if code not in codes or (codes.count(code) > 1 and published.count(code) == 1)
            ]
            assert [one.cause for one in found] == of_tenders + behind


def test_no_row_is_kept_or_waits_for_another():
    """One in, one out; when the next is asked for, the one before is gone."""
    alive = []

    def rows():
        for n in range(1, 51):
            made = row(n, "A", won())
            alive.append(weakref.ref(made))
            yield made
            del made

    given = Comparing(table(*LINES), ASKED).rows(rows())
    for n in range(1, 50):
        assert next(given).n == n
        gc.collect()
        assert sum(one() is not None for one in alive) <= 1
        assert len(alive) == n


def test_so_many_rows_of_one_code_are_named():
    *_, last = beside(table("A;gagal;;;;"), *[("A", failed(G))] * 30)
    (found,) = told([last])

    assert (found["rows"], found["count"]) == ([*range(1, 21)], 30)


def test_in_csv_it_is_three_columns_more():
    asked = evolve(ASKED, csv=True)
    found = beside(table(*LINES), *TENDERS, asked=asked)
    titles = header(asked).decode("utf-8-sig").strip().split(";")
    (cells,) = csv.reader([found[1].line.decode()], delimiter=";")
    (behind,) = csv.reader([found[-1].line.decode()], delimiter=";")

    assert titles[-3:] == ["compared", "published_lines", "difference"]
    assert cells[-3:] == ["pemenang_lain", "3", "published=p2 computed=p1 rank=2"]
    assert dict(zip(titles, behind, strict=True)) == {
        **dict.fromkeys(titles, ""),
        "n": "11",
        "source": "p.csv:5",
        "code": "D",
        "compared": "paket_ganda",
        "published_lines": "5",
        "difference": "rows=4,5 count=2",
    }


@pytest.mark.parametrize("asked", [ASKED, evolve(ASKED, csv=True)], ids=["jsonl", "csv"])
def test_a_run_that_was_broken_off_goes_on(asked):
    """After any of its rows, also behind those of tenders, with the same rows and counts."""
    published = table(*LINES)
    whole = Comparing(published, asked)
    rows = [row(n, code, facts, asked) for n, (code, facts) in enumerate(TENDERS, 1)]
    lines = [one.line for one in whole.rows(one for one in rows)]
    for kept in range(len(lines) + 1):
        stream = io.BytesIO(header(asked) + b"".join(lines[:kept]))
        again = Comparing(published, asked)
        since = again.kept(stream, kept)
        assert stream.getvalue() == header(asked) + b"".join(lines[:since])
        for one in again.rows((one for one in rows[since:]), since):
            stream.write(one.line)

        assert since == min(kept, len(TENDERS))
        assert stream.getvalue() == header(asked) + b"".join(lines)
        assert again.causes == whole.causes


@pytest.mark.parametrize("line", [b"{}\n", b'{"a":1,"compared":{"cause":"x"}}\n', b"x\n"])
def test_a_row_of_another_run_is_told(line):
    with pytest.raises(BatchError, match="BCH025"):
        Comparing(table(*LINES), ASKED).kept(io.BytesIO(line), 1)

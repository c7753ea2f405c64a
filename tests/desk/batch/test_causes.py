"""Each cause is reached, matching agrees with a slow second one, and nothing sealed is compared."""

import random
import re

import pytest
from attrs import evolve

from tender_desk.batch.causes import DIFFERENT, UNPAIRED, Cause, Compared, compared, facts_of
from tender_desk.batch.jobs import packed, unpacked
from tender_desk.spse.whose_row import Doubt, Known, match
from tender_engine.engine import evaluate
from tender_rules import national
from tests.cli.dossiers import SEALED, two_files
from tests.desk.batch.publishing import PEOPLE, beside, failed, row, table, waiting, won
from tests.happenings import price_opening

A, G = "perpres-16-2018:51(2)a", "perpres-16-2018:51(2)g"


def cause(facts, *lines):
    return compared(facts, [*table(*lines)])


@pytest.mark.parametrize(
    ("facts", "line", "found", "told"),
    [
        (won(), "A;pemenang;PT Contoh Satu;;1000.50;", Cause.SAMA, {}),
        (won(), "A;pemenang;CONTOH SATU, P.T.;;;", Cause.SAMA, {}),
        (won(), "A;pemenang;nama lain;0000011617890161;;", Cause.SAMA, {}),
        (won(), "A;pemenang;;0000011617890161000000;;", Cause.SAMA, {}),
        (won(), "A;pemenang;PT Contoh Satu;00.0**.***.7-***.***;;", Cause.SAMA, {}),
        (won(price="1000.505"), "A;pemenang;PT Contoh Satu;;1000.51;", Cause.SAMA, {}),
        (failed(G), "A;gagal;;;;51(2)g", Cause.SAMA, {}),
        (failed(G), "A;gagal;;;;", Cause.SAMA, {}),
        (waiting("penilaian"), "A;gagal;;;;", Cause.MENUNGGU, {"needs": ["penilaian"]}),
        (
            *(failed(G), "A;pemenang;PT Contoh Satu;;;", Cause.HASIL_LAIN),
            {"published": "pemenang", "computed": "gagal"},
        ),
        (
            *(won(), "A;pemenang;Koperasi Contoh;;;", Cause.PEMENANG_LAIN),
            {"published": "p3", "computed": "p1", "stage": "evaluasi_teknis", "rank": None},
        ),
        (
            *(won(), "A;pemenang;CV Contoh Dua;;1000.50;", Cause.PEMENANG_LAIN),
            {"published": "p2", "computed": "p1", "stage": None, "rank": 2},
        ),
        (won(), "A;pemenang;PT Lain;;;", Cause.BUKAN_PESERTA, {"computed": "p1"}),
        (
            *(won(), "A;pemenang;PT Contoh Satu;0000011627890999;;", Cause.PEMENANG_TIDAK_PASTI),
            {"doubt": "npwp_berbeda", "computed": "p1"},
        ),
        (
            *(won(), "A;pemenang;PT Contoh Satu;;1001;", Cause.HARGA_LAIN),
            {"published": "1001", "computed": "1000.5", "difference": "0.5"},
        ),
        (
            *(won(), "A;pemenang;PT Contoh Satu;;1000;", Cause.HARGA_LAIN),
            {"published": "1000", "computed": "1000.5", "difference": "-0.5"},
        ),
        (
            *(failed(G), "A;gagal;;;;Pasal 51 ayat (2) huruf a", Cause.DASAR_LAIN),
            {"published": A, "computed": G},
        ),
    ],
)
def test_each_has_its_cause(facts, line, found, told):
    assert cause(facts, line) == Compared(found, told)


def test_what_has_no_pair_has_a_cause_of_its_own():
    published = table("A;gagal;;;;", "B;gagal;;;;", "B;gagal;;;;", "C;gagal;;;;", "D;gagal;;;;")
    given = [("A", failed(G)), ("B", failed(G)), ("C", failed(G)), ("C", won()), ("E", won())]
    given += [("D", None), ("", None)]
    found = [(row.n, row.cause) for row in beside(published, *given[:5])]

    assert found == [
        *[(1, "sama"), (2, "pengumuman_ganda"), (3, "sama"), (4, "hasil_lain")],
        *[(5, "tanpa_pengumuman"), (6, "paket_ganda"), (7, "tanpa_paket")],
    ]
    assert [row.cause for row in beside(published, *given)][5:] == [
        *["ditolak", "ditolak", "paket_ganda"]
    ]
    assert {row.cause for row in beside(published, *given)} <= {*Cause}
    assert {*Cause} - DIFFERENT - UNPAIRED == {Cause.SAMA, Cause.MENUNGGU, Cause.DITOLAK}


def test_several_participants_of_one_name_are_nobody():
    twins = (*PEOPLE, evolve(PEOPLE[2], id="p4", name="KOPERASI CONTOH"))
    found = cause(evolve(won("p3"), participants=twins), "A;pemenang;koperasi contoh;;;")

    assert found == Compared(Cause.PEMENANG_TIDAK_PASTI, {"doubt": "beberapa", "computed": "p3"})


def slow_winner(name, npwp, people):
    """Who it is, as somebody with paper and pencil would look it up; `?` where that is not sure."""

    def digits(text):
        plain = re.sub("[^0-9]", "", text or "")
        return "0" + plain if len(plain) == 15 else plain[:16]

    def parts(text):
        words = re.sub("[.,]", "", text).lower().split()
        forms = [word for word in words if word in ("pt", "cv")]
        return forms, [word for word in words if word not in forms]

    def alike(one, other):
        (form, words), (its_form, its_words) = parts(one), parts(other)
        return words == its_words and (not form or not its_form or form == its_form)

    if npwp:
        same = [who.id for who in people if who.npwp and digits(who.npwp) == digits(npwp)]
        if same:
            return same[0] if len(same) == 1 else "?"
    same = [who for who in people if alike(who.name, name)]
    if len(same) != 1:
        return "?" if same else "-"
    return "?" if npwp and same[0].npwp else same[0].id


def test_matching_agrees_with_a_slow_second_one():
    """Names and NPWP of participants and of others, in the forms that they have."""
    draw, known = random.Random(17), ["PT Satu", "CV Dua", "CV Satu"]
    names = ["PT Satu", "P.T. SATU", "Satu, PT", "CV Dua", "dua", "PT Tiga", "satu"]
    tens = ["000011617890161", "000011627890162", "000011637890163"]
    forms = [lambda n: n, lambda n: "0" + n, lambda n: f"0{n}000001", lambda n: f"{n[:2]}.{n[2:]}"]
    for _ in range(2_000):
        people = tuple(
            Known(f"p{k}", draw.choice(known), draw.choice([*tens, None]))
            for k in range(draw.randint(1, 4))
        )
        name, npwp = draw.choice(names), draw.choice([*tens, ""])
        npwp = draw.choice(forms)(npwp) if npwp else ""
        found = match(Known("", name, npwp or None), people)
        plain = {Doubt.NONE: "-"}.get(found, "?") if isinstance(found, Doubt) else found

        assert plain == slow_winner(name, npwp, people), (name, npwp, people)


def test_a_price_that_was_not_opened_is_no_price_to_differ_from():
    sealed = facts_of(evaluate(two_files(priced_at=SEALED), national()))
    line = f"T-1;pemenang;x;;{SEALED};"
    found = cause(sealed, line), cause(won(price=None), f"A;pemenang;PT Contoh Satu;;{SEALED};")

    assert {one.cause for one in found} == {Cause.MENUNGGU}
    assert SEALED not in str((sealed, found))


def test_facts_are_those_of_the_evaluation():
    evaluation = evaluate(two_files(price_opening(), priced_at="1000000000"), national())
    facts = facts_of(evaluation)

    assert (facts.winner, facts.price, facts.ground) == ("p1", 1_000_000_000, None)
    assert facts.fell == {
        name: next(str(s) for s, v in evaluation.verdicts_of(name) if v.verdict == "gugur")
        for name in facts.fell
    }
    assert facts.fell
    assert unpacked(packed([row(1, "T-1", facts)])) == (row(1, "T-1", facts),)

"""What may never stand in the public record, and stands in the working paper."""

import re
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.findings import Finding, Notice, Verdict
from tender_engine.model import Member, Person
from tender_engine.terms import StageId
from tests.builders import TEKNIS, bidder, evaluated, hps, hps_line, judged, line, priced
from tests.desk.documents.data import given, offer, texts, three
from tests.desk.documents.kinds import KINDS, TOTALS, consulted, packages
from tests.happenings import agreed
from tests.procurements import score

NIK = "3514010101800001"
NPWP = "012345678901000"
INSIDE = {
    "HPS unit price": "10000003.37",
    "bidder's unit price": "9000007.13",
    "amount as written": "855000013.77",
    "dissent": "NOTABERBEDA",
    "internal notice": "PESANINTERNAL",
    "fact of a finding": "FAKTADALAM",
}


def spelled(marker):
    """The ways in which a number may be written."""
    whole, _, cents = marker.partition(".")
    if not cents:
        return [marker]
    grouped = f"{int(whole):,}"
    return [marker, f"{whole},{cents}", f"{grouped.replace(',', '.')},{cents}"]


def marked():
    """An evaluation with a marker in every field that is for inside only."""
    lines = (
        line("L1", "100", INSIDE["bidder's unit price"], INSIDE["amount as written"]),
        line("L2", "20", "4750000"),
    )
    first = offer(
        "p1",
        price=priced("1104450000", *lines),
        npwp=NPWP,
        officers=(Person("Rudi", nik=NIK, npwp=f"{NPWP}1"),),
        shareholders=(Person("Ani", nik=NIK),),
        key_personnel=(Person("Budi", nik=NIK),),
    )
    member = Member("k1", "CV Kedua", npwp=f"{NPWP}2")
    facts = {StageId.EVALUASI_ADMINISTRASI: {"bid_validity_days": 60, "kso_agreement": True}}
    second = bidder("p2", "1150000000", members=(member,), facts=facts)
    dissent = [
        judged(TEKNIS, "memenuhi", "p2", "alat", by="m1 m2"),
        judged(TEKNIS, "tidak_memenuhi", "p2", "alat", by="m3", note=INSIDE["dissent"]),
    ]
    owner = hps(lines=(hps_line("L1", "100", INSIDE["HPS unit price"]), hps_line("L2", "20")))
    evaluation = evaluated(given(first, second, hps=owner, assessments=dissent))
    return with_fact(
        evolve(
            evaluation,
            notices=(
                *evaluation.notices,
                Notice("KODE_INTERNAL", INSIDE["internal notice"], "p1"),
                Notice("KODE_PUBLIK", "PESANUNTUKUMUM", "p1", "publik"),
            ),
        )
    )


def with_fact(evaluation):
    """`evaluation` with a marker among the facts of one finding that fails a bidder."""
    found = Finding("price.ceiling", Verdict.GUGUR, "x", {"f": INSIDE["fact of a finding"]}, (), ())
    stages = tuple(
        evolve(
            stage,
            verdicts=tuple(evolve(v, findings=(*v.findings, found)) for v in stage.verdicts),
        )
        for stage in evaluation.stages
    )
    return evolve(evaluation, stages=stages)


@pytest.mark.parametrize("what", INSIDE)
def test_what_is_internal_appears_in_the_working_paper_and_nowhere_else(what):
    """format.md, who may see what."""
    public, inside = texts(marked()), texts(marked(), internal=True)

    assert not any(text in public for text in spelled(INSIDE[what]))
    assert any(text in inside for text in spelled(INSIDE[what]))


def test_tax_numbers_stay_inside_and_personal_numbers_appear_nowhere():
    """Whole NPWP are internal; a NIK is in neither."""
    public, inside = texts(marked()), texts(marked(), internal=True)

    assert NPWP not in public
    assert inside.count(f"{NPWP}2") == 2  # in Markdown and in JSON
    assert f"{NPWP}1" not in inside
    assert NIK not in public + inside


def test_a_vote_is_not_told_outside():
    """Who voted how, and by how many, stays inside; a notice for everybody does not."""
    public, inside = texts(marked()), texts(marked(), internal=True)

    assert "pendapat berbeda" not in public
    assert "pendapat berbeda" in inside
    assert "KODE_INTERNAL" not in public
    assert "CV p1 Contoh: PESANUNTUKUMUM" in public


def test_a_price_that_was_not_opened_appears_nowhere():
    """Not in the record, not in the working paper, though the package holds it."""
    lines = (line("L1", "100", "9876543"), line("L2", "20", "4321098"))
    sealed = bidder("p9", price=priced("1192226451", *lines), submitted=False)
    evaluation = evaluated(given(*three(), sealed))
    everything = texts(evaluation) + texts(evaluation, internal=True)

    assert "CV p9 Contoh" in everything
    for amount in ("1192226451", "9876543", "4321098"):
        grouped = f"{int(amount):_}".replace("_", ".")
        assert amount not in everything
        assert grouped not in everything
    assert "9.500.000" in everything


def opened(evaluation):
    """Whose price a stage has opened."""
    return {price.participant for price in evaluation.prices}


@pytest.mark.parametrize("name", KINDS)
def test_no_record_of_any_kind_tells_a_price_that_stays_closed(name):
    """Two files, two stages, one after the other: neither in a record nor behind it."""
    evaluation = KINDS[name]
    everything = texts(evaluation) + texts(evaluation, internal=True)

    for who, total in TOTALS.items():
        grouped = f"{int(total):,}".replace(",", "[.]")
        told = re.search(rf"(?<![0-9.])({total}|{grouped})(?![0-9])", everything)
        assert bool(told) == (who in opened(evaluation)), who


def test_some_price_stays_closed_in_some_record_of_each_envelope():
    """The property above is about something."""
    for name in ("sistem_nilai", "dua_tahap", "kualitas", "pra_lalu_penawaran"):
        assert 0 < len(opened(KINDS[name])) < len(TOTALS)


def test_talks_about_a_closed_bid_tell_no_amount():
    """Nothing is known of it before its envelope is open, not even what was agreed."""
    evaluation = evaluated(consulted())
    talks = agreed(total="1187654321")
    package = evolve(evaluation.package, events=(*evaluation.package.events, talks))

    for internal in (False, True):
        everything = texts(evolve(evaluation, package=package), internal=internal)
        assert "Tercapai kesepakatan" in everything
        assert "1.187.654.321" not in everything


def test_a_members_own_score_stays_inside():
    """The mean is told, (83,137 + 91,219 + 97,332) / 3 = 33961/375 = 90,56...; no single score."""
    given = packages()["kualitas"]
    own = {"m1": "83.137", "m2": "91.219", "m3": "97.332"}
    others = tuple(e for e in given.assessments if (e.stage, e.participant) != (TEKNIS, "p1"))
    marks = [score(TEKNIS, "p1", value, by=member) for member, value in own.items()]
    evaluation = evaluated(evolve(given, assessments=(*others, *marks)))
    public, inside = texts(evaluation), texts(evaluation, internal=True)

    assert "90,56" in public
    assert "33961/375" in inside
    for value in own.values():
        assert value.replace(".", ",") not in public
        assert value not in public
        assert value.replace(".", ",") in inside


def test_unit_prices_of_a_second_file_stay_inside():
    """What was opened later is as confidential."""
    lines = (
        line("L1", "100", INSIDE["bidder's unit price"]),
        line("L2", "20", "4750000"),
    )
    owner = hps(lines=(hps_line("L1", "100", INSIDE["HPS unit price"]), hps_line("L2", "20")))
    given = packages()["sistem_nilai"]
    total = Decimal(100) * Decimal(INSIDE["bidder's unit price"]) + 95000000
    first = bidder("p1", price=priced(total * Decimal("1.11"), *lines))
    evaluation = evaluated(
        evolve(
            given,
            tender=evolve(given.tender, hps=owner),
            participants=(first, *given.participants[1:]),
        )
    )
    public, inside = texts(evaluation), texts(evaluation, internal=True)

    for what in ("HPS unit price", "bidder's unit price"):
        assert not any(text in public for text in spelled(INSIDE[what]))
        assert any(text in inside for text in spelled(INSIDE[what]))

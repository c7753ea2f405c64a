"""What stands in which sheet, what only the last one holds, and judgements said in one line."""

import copy
import time
from typing import Any

import pytest

from tender_desk.workbook.kinds.moments import DATE
from tender_desk.workbook.layouts.content import book_of
from tender_desk.workbook.layouts.general import gathered, questions, spread
from tender_desk.workbook.layouts.tables import layout_of
from tender_engine.formats.canonical import canonical_package, package_dict, package_digest
from tender_engine.model import Package
from tender_rules import national
from tests.desk.workbook.cases import typed
from tests.desk.workbook.data import Desk, parsed, small, told, workbook
from tests.engine.formats.data import small_package
from tests.reading import read_bytes

PROOF = "pembuktian_kualifikasi"
AT = "2022-05-16T10:00:00+07:00"
STAGES = ("evaluasi_administrasi", "evaluasi_kualifikasi")


def judged(*stages: str, **more: Any) -> list[dict[str, Any]]:
    """The same general judgement of some stages."""
    said = {"participant": "*", "by": ["m1", "m2"], "verdict": "memenuhi", "at": AT, **more}
    return [{**said, "stage": stage} for stage in stages]


def asking(*stages: str, scored: bool = False) -> dict[str, Any]:
    """A document that asks one thing at each of some stages."""
    criterion = {"id": "a", "title": "A", **({"max_score": "100"} if scored else {})}
    return {stage: {"criteria": [criterion]} for stage in stages}


def of(asks: dict[str, Any], *assessments: dict[str, Any]) -> dict[str, Any]:
    """As much of a package as judgements need."""
    return {"tender": {"requirements": asks}, "assessments": list(assessments)}


def test_what_has_a_column_is_not_with_the_rest() -> None:
    """Only other parties and what others carry along stand by their places."""
    places = [
        rest.place
        for rest in book_of(package_dict(small()), layout_of(national().declarations)).rest
    ]

    assert sorted({place.partition("[")[0] for place in places}) == [
        "extensions",
        "participants",
        "parties",
    ]
    assert [place for place in places if "participants" in place] == [
        "participants[p1].price_commitment"
    ]


@pytest.mark.parametrize(
    ("asks", "stages"),
    [
        (asking(*STAGES), STAGES),
        ({**asking("evaluasi_administrasi"), **asking("evaluasi_teknis", scored=True)}, STAGES[:1]),
        ({"evaluasi_administrasi": {"bid_validity_days": 30}}, ()),
        ({"evaluasi_administrasi": {"criteria": "x"}, "evaluasi_teknis": "5"}, ()),
        ({"evaluasi_administrasi": {"criteria": ["x", {"id": "a"}]}}, STAGES[:1]),
    ],
)
def test_the_stages_that_people_judge(asks: dict[str, Any], stages: tuple[str, ...]) -> None:
    """Those with criteria that have no score, in whatever state the rest of the sheet is."""
    assert questions(asks) == tuple((stage, None) for stage in stages)


def test_one_line_says_that_all_the_rest_meets() -> None:
    """Where a judgement is the same of every stage, it is one; and back to each of them."""
    value = of(asking(*STAGES), *judged(*STAGES))
    (one,) = gathered(value)

    assert one["stage"] == "semua tahap"
    assert [*spread(one, value["tender"]["requirements"])] == value["assessments"]


@pytest.mark.parametrize(
    "value",
    [
        of(asking(*STAGES), *judged(STAGES[0])),
        of(asking(*STAGES), *judged(STAGES[0]), *judged(STAGES[1], note="x")),
        of(asking(*STAGES), *judged(*STAGES, "evaluasi_teknis")),
        of(asking(*STAGES), *judged(*STAGES, criterion="a")),
        of(asking(STAGES[0]), *judged(STAGES[0])),
        of(asking(*STAGES), *judged(*STAGES, *STAGES)),
    ],
    ids=["a stage less", "a note", "a stage more", "one criterion", "one stage", "twice"],
)
def test_what_is_not_said_of_every_stage_stays_as_it_is(value: dict[str, Any]) -> None:
    """Line by line."""
    assert gathered(value) == value["assessments"]


def test_thousands_of_judgements_are_gathered_at_once() -> None:
    """A hundred bidders, twenty criteria and three members, each with an entry of their own."""
    entries = [
        {**said, "participant": f"p{number}", "criterion": f"k{number % 20}"}
        for number in range(6000)
        for said in judged(STAGES[0])
    ]
    value = of(asking(*STAGES), *entries)
    start = time.process_time()

    assert gathered(value) == entries
    assert time.process_time() - start < 2


def test_a_line_for_every_stage_follows_the_document() -> None:
    """A criterion that is added to another stage later is judged by the same line."""
    desk = Desk()
    typed("Penilaian", "Tahap", "Semua Tahap")(desk)
    package = desk.read().package
    assert package is not None
    found = [said for said in package_dict(package)["assessments"] if said["participant"] == "*"]
    # Two of the technical criteria are scored; the line answers the one that is not.
    assert {(said["stage"], said.get("criterion")) for said in found} == {
        ("evaluasi_administrasi", None),
        ("evaluasi_teknis", "tek.alat"),
    }
    assert len(found) == 2

    added = {"Tahap": "evaluasi harga", "Kode": "asli", "Uraian": "Dokumen asli"}
    desk.row("Kriteria", added, 5)
    package = desk.read().package
    assert package is not None
    found = [said for said in package_dict(package)["assessments"] if said["participant"] == "*"]
    assert sorted(said["stage"] for said in found) == [
        "evaluasi_administrasi",
        "evaluasi_harga",
        "evaluasi_teknis",
    ]


def test_the_proof_is_not_among_every_stage() -> None:
    """Not when the line is spread, and not when lines are gathered: it keeps its own."""
    asks = asking(*STAGES, PROOF)
    entries = judged(*STAGES, PROOF)
    one, proof = gathered(of(asks, *entries))

    assert (one["stage"], proof) == ("semua tahap", entries[-1])
    assert [*spread(one, asks), proof] == entries
    assert questions(asking(PROOF)) == ()
    assert gathered(of(asks, *judged(*STAGES))) == gathered(of(asking(*STAGES), *judged(*STAGES)))


@pytest.mark.parametrize("proven", [True, False])
def test_a_workbook_and_its_json_keep_one_digest(proven: bool) -> None:
    """Whether the proof is judged with the rest, or not at all."""
    value = small_package()
    value["tender"]["requirements"] |= asking(PROOF)
    entries = judged("evaluasi_administrasi", *([PROOF] if proven else []))
    others = [e for e in value["assessments"] if e["participant"] != "*"]
    technical = {**entries[0], "stage": "evaluasi_teknis", "criterion": "tek.alat"}
    value["assessments"] = [*entries, technical, *others]
    given = parsed(value)
    read = read_bytes(workbook(given), "paket.xlsx").package
    assert read is not None

    assert book_stages(given) == (["semua tahap", PROOF] if proven else ["semua tahap"])
    assert package_digest(read) == package_digest(given)


def book_stages(package: Package) -> list[str]:
    """The stages that the sheet of general judgements names."""
    rows = gathered(package_dict(package))
    return [row["stage"] for row in rows if row["participant"] == "*"]


def test_a_line_for_every_stage_has_to_answer_something() -> None:
    """Without criteria it would vanish, and everybody would pass with nobody's word."""
    desk = Desk()
    typed("Penilaian", "Tahap", "semua tahap")(desk)
    desk.book["Kriteria"].delete_rows(5, 40)

    assert ("Penilaian!A5", "XLS099") in told(desk.read())


def test_what_is_judged_beside_scores_is_gathered_too() -> None:
    """Criterion by criterion where others of the stage are scored; and back."""
    asks = {
        "evaluasi_teknis": {"criteria": [{"id": "a", "max_score": "100"}, {"id": "b"}]},
        "evaluasi_administrasi": {"criteria": [{"id": "c"}]},
    }
    said = judged("evaluasi_administrasi")[0]
    entries = [said, {**said, "stage": "evaluasi_teknis", "criterion": "b"}]
    value = of(asks, *entries)
    (one,) = gathered(value)

    assert one["stage"] == "semua tahap"
    assert "criterion" not in one
    assert [*spread(one, asks)] == entries


def test_every_stage_at_once_is_only_said_in_general() -> None:
    """Of one bidder it is no stage."""
    desk = Desk()
    typed("Pengecualian", "Tahap", "semua tahap")(desk)

    assert ("Pengecualian!B5", "PKT015") in told(desk.read())


@pytest.mark.parametrize(
    "place",
    ["assessments", "tender.requirements.pembuktian_kualifikasi.criteria"],
)
def test_nonsense_among_the_rest_is_a_fault_and_no_accident(place: str) -> None:
    """Even where judgements are spread over what stands there."""
    desk = Desk()
    sheet = desk.book["Penilaian"]
    if place == "assessments":
        desk.book["Pengecualian"].delete_rows(5, 2)
    else:
        sheet["A5"] = "semua tahap"
    desk.book["Lain-lain"]["A20"], desk.book["Lain-lain"]["B20"] = place, "5"

    assert "PKT012" in {code for _, code in told(desk.read())}


def test_an_entry_named_in_a_list_of_texts() -> None:
    """The last sheet may name what is no entry."""
    desk = Desk()
    rest = desk.book["Lain-lain"]
    rest["A20"], rest["B20"] = "extensions2[]", '"teks"'
    rest["A21"], rest["B21"] = "extensions2[q].x", '"y"'

    assert {code for _, code in told(desk.read())} == {"PKT010"}


def test_what_a_document_leaves_out_a_bid_may_leave_out_too() -> None:
    """A line whose description is missing on both sheets is missing once."""
    desk = Desk()
    typed("HPS", "Jenis Barang/Jasa", None)(desk)
    typed("Harga p1", "Jenis Barang/Jasa", None)(desk)

    assert told(desk.read()) == [("HPS!B5", "XLS041")]


def test_a_bid_that_repeats_the_documents_words_as_its_own() -> None:
    """What the package says twice it says twice after the workbook as well."""
    value = copy.deepcopy(small_package())
    value["participants"][0]["price"]["lines"][0].update(description="Pondasi", unit="m3")
    package = parsed(value)
    again = Desk(package).read().package

    assert again is not None
    assert canonical_package(again) == canonical_package(package)


def test_what_a_cell_cannot_say_stands_with_the_rest() -> None:
    """Of another kind than its column, or one that would not read back."""
    tender = {"requirements": {}, "announced_on": True, "round": "2", "title": "-", "buyer": "a\n"}
    book = book_of({"tender": tender}, layout_of(national().declarations))

    assert {rest.place: rest.json for rest in book.rest} == {
        "tender.announced_on": "true",
        "tender.round": '"2"',
        "tender.buyer": '"a\\n"',
    }


def test_a_mistake_of_the_program_is_not_taken_for_a_value_without_a_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It would hide on the last sheet for ever."""

    def mistaken(_value: object) -> str:
        raise TypeError("a mistake")

    monkeypatch.setattr(DATE, "write", mistaken)
    with pytest.raises(TypeError, match="a mistake"):
        book_of(package_dict(small()), layout_of(national().declarations))

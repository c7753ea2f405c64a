"""The procedures as graphs: sound, faithful to the seed, and with the path that a tender took."""

import json
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any

import pytest
from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import Negotiation
from tender_engine.findings import Verdict
from tender_engine.graph import FAILED, RECORD, digraph, flaws, layers, mermaid, nodes, path_taken
from tender_engine.workflow import Edge, Procedure
from tender_rules import national
from tests.builders import evaluated as one_bid
from tests.builders import package
from tests.happenings import agreed, closing, extended, in_vain
from tests.procurements import applicants, screened
from tests.reading import read_text

CALLED_OFF = {"type": "pembatalan", "at": "2024-12-31T10:00:00+07:00", "by": "ppk"}
CALLED_OFF |= {"reason": "Anggaran dialihkan"}
PROCEDURE = national().procedures["pascakualifikasi"]
EDGES = PROCEDURE.edges


@pytest.mark.parametrize("procedure", national().procedures.values(), ids=lambda p: p.id)
class TestEveryProcedure:
    """What holds of each procedure of the rulebook."""

    def test_is_sound(self, procedure: Procedure) -> None:
        """Everything is reached, everything leads to the record, nothing turns back."""
        assert flaws(procedure) == ()

    def test_draws_its_stages(self, procedure: Procedure) -> None:
        """The graph has the stages, the failure and the record, and nothing else."""
        stages = {str(stage.id) for stage in procedure.stages}

        assert set(nodes(procedure.edges)) == stages | {FAILED, RECORD}

    def test_runs_in_the_order_of_its_stages(self, procedure: Procedure) -> None:
        """No edge leads back to a stage that the engine runs earlier."""
        order = [str(stage.id) for stage in procedure.stages]
        drawn = [node for layer in layers(procedure) for node in layer if node in order]

        assert drawn == order


def test_the_outcomes_are_those_known() -> None:
    """An outcome nobody has words for would be drawn as a code."""
    procedures = national().procedures.values()

    assert {label for procedure in procedures for _, label, _ in procedure.edges} == {
        "ada_penawaran",
        "ada_yang_lulus",
        "cukup_yang_lulus",
        "daftar_peserta",
        "dibuka",
        "dievaluasi",
        "jumlah_pasti",
        "kurang_yang_lulus",
        "pemenang",
        "pernyataan_gagal",
        "penunjukan_langsung",
        "satu_penawaran",
        "sepakat",
        "terkoreksi",
        "tidak_ada_harga",
        "tidak_ada_kualifikasi",
        "tidak_ada_penawaran",
        "tidak_ada_yang_lulus",
        "tidak_sepakat",
    }


# Which stages stand between the first and the last, by how bids come (Pasal 40, 43 and 44).
BIDS_IN_ONE = "pembukaan koreksi_aritmatik penawaran_dievaluasi evaluasi_administrasi"
TECHNICAL = "pembukaan evaluasi_administrasi evaluasi_teknis"
SCREENED = (
    "pemasukan_kualifikasi evaluasi_kualifikasi pembuktian_kualifikasi penetapan_hasil_kualifikasi"
)
BOXED = "pembukaan evaluasi_administrasi evaluasi_kualifikasi evaluasi_teknis"
PRICED = "pembukaan_harga koreksi_aritmatik evaluasi_harga"
# Talks with the one bid of a Tender come before the award, those of a Seleksi after it.
PROVEN = "pembuktian_kualifikasi penetapan"
TALKED_OVER = "pembuktian_kualifikasi negosiasi penetapan"
ORDER = {
    "pascakualifikasi": (
        f"{BIDS_IN_ONE} evaluasi_kualifikasi evaluasi_teknis evaluasi_harga {TALKED_OVER}"
    ),
    "pascakualifikasi_dua_file": f"{BOXED} {PRICED} {TALKED_OVER}",
    "pascakualifikasi_dua_tahap": f"{BOXED} penyetaraan_teknis {PRICED} {TALKED_OVER}",
    "pascakualifikasi_seleksi": f"{BOXED} {PRICED} {PROVEN} negosiasi",
    "prakualifikasi": SCREENED,
    "prakualifikasi_satu_file": (
        f"{SCREENED} {BIDS_IN_ONE} evaluasi_teknis evaluasi_harga negosiasi penetapan"
    ),
    "prakualifikasi_dua_file": f"{SCREENED} {TECHNICAL} {PRICED} negosiasi penetapan",
    "prakualifikasi_dua_tahap": (
        f"{SCREENED} {TECHNICAL} penyetaraan_teknis {PRICED} negosiasi penetapan"
    ),
    "prakualifikasi_seleksi": f"{SCREENED} {TECHNICAL} {PRICED} penetapan negosiasi",
}


def test_the_stages_of_every_procedure_are_those_of_the_law() -> None:
    """Correction before all in one file, after the opening of prices in two; proof once."""
    found = {
        name: " ".join(stage.id for stage in procedure.stages)
        for name, procedure in national().procedures.items()
    }

    assert found == ORDER


@pytest.mark.parametrize("procedure", national().procedures.values(), ids=lambda p: p.id)
def test_every_stage_that_can_fail_all_leads_to_the_failure(procedure: Procedure) -> None:
    """Nobody can be left without an end; pool, correction and the act keep everybody."""
    failing = {origin for origin, _, target in procedure.edges if target == FAILED}
    keeping = {
        "koreksi_aritmatik",
        "penawaran_dievaluasi",
        "penetapan",
        "penetapan_hasil_kualifikasi",
    }

    assert failing == {str(stage.id) for stage in procedure.stages} - keeping


def test_administration_and_qualification_are_one_layer() -> None:
    """The seed's one box: entered together."""
    assert ("evaluasi_administrasi", "evaluasi_kualifikasi") in layers(PROCEDURE)
    assert ("penetapan",) in layers(PROCEDURE)


def test_the_failure_and_the_record_are_drawn_last() -> None:
    """They stand at the foot of the picture."""
    assert layers(PROCEDURE)[-2:] == (("gagal",), ("bahp",))


@pytest.mark.parametrize(
    ("edges", "flaw"),
    [
        ([edge for edge in EDGES if edge[2] != "penetapan"], "penetapan is not reached"),
        ([edge for edge in EDGES if edge[0] != "penetapan"], "penetapan is a dead end"),
        ([edge for edge in EDGES if edge[0] != "penetapan"], "penetapan does not lead to bahp"),
        ([*EDGES, ("penetapan", "ulang", "pembukaan")], "the graph turns back on itself"),
        ([edge for edge in EDGES if edge[2] != "bahp"], "there is no bahp"),
    ],
)
def test_a_flaw_is_named(edges: list[Edge], flaw: str) -> None:
    """Each way in which a graph is no procedure is found."""
    assert any(found.startswith(flaw) for found in flaws(evolve(PROCEDURE, edges=tuple(edges))))


def test_edges_carry_their_outcome() -> None:
    """The graph of networkx has the outcomes as labels."""
    graph = digraph(PROCEDURE)

    assert graph.edges["gagal", "bahp"]["label"] == "pernyataan_gagal"
    assert graph.number_of_edges() == len(EDGES)


def evaluated(change: Callable[[dict[str, Any]], object]) -> Evaluation:
    """The evaluation of the example package after `change`."""
    text = (resources.files("tender_cli") / "example" / "paket.json").read_text("utf-8")
    content = json.loads(text)
    change(content)
    package = read_text(json.dumps(content), "paket.json").package
    assert package is not None
    return evaluate(package, national())


def judge_nobody(content: dict[str, Any]) -> None:
    content["assessments"] = []


def fail_all(stage: str) -> Callable[[dict[str, Any]], object]:
    def change(content: dict[str, Any]) -> None:
        for entry in content["assessments"]:
            if entry["stage"] == stage:
                entry.update(verdict="tidak_memenuhi", note="tidak sesuai")

    return change


def no_bids(content: dict[str, Any]) -> None:
    for who in content["participants"]:
        who["submitted"], who["price"] = {}, None
    content["assessments"] = []
    content["events"] = [
        {"type": "batas_pemasukan", "at": "2024-03-04T08:00:00+07:00", "of": "penawaran"}
        | {"until": "2024-03-14T10:00:00+07:00"},
        {"type": "perpanjangan", "at": "2024-03-14T10:00:00+07:00", "of": "penawaran"}
        | {"until": "2024-03-18T10:00:00+07:00"},
        {"type": "penutupan", "at": "2024-03-18T10:00:00+07:00", "of": "penawaran"},
    ]


def taken(change: Callable[[dict[str, Any]], object]) -> list[Edge]:
    return list(path_taken(evaluated(change)))


def without(edges: Iterable[Edge], *targets: str) -> list[Edge]:
    return [edge for edge in edges if edge[2] not in targets and edge[0] not in targets]


def test_the_path_to_a_winner() -> None:
    """A tender with a winner took every edge but those of the failure and of talks with one."""
    assert taken(dict.copy) == without(EDGES, "gagal", "negosiasi")


@pytest.mark.parametrize(
    ("talks", "end"),
    [
        (agreed(total="1000000000", day=18), ["penetapan"]),
        (in_vain(day=18), ["gagal"]),
        (None, None),
    ],
)
def test_the_path_of_one_bid_that_is_talked_over(
    talks: Negotiation | None, end: list[str] | None
) -> None:
    """By the talks to the award or to the failure; without any straight to the award."""
    path = list(path_taken(one_bid(package(events=[talks] if talks else []))))
    entered = ("pembuktian_kualifikasi", "satu_penawaran", "negosiasi") in path

    assert entered == (talks is not None)
    assert [edge[2] for edge in path if edge[0] == "negosiasi"] == (end or [])
    assert (("penetapan", "pemenang", "bahp") in path) == (end != ["gagal"])


def test_the_path_stops_where_the_tender_waits() -> None:
    """Nothing beyond the stages that somebody entered, and no end."""
    later = ("evaluasi_teknis", "evaluasi_harga", "pembuktian_kualifikasi", "penetapan", "gagal")

    assert taken(judge_nobody) == without(EDGES, *later)


@pytest.mark.parametrize(
    ("stage", "later"),
    [
        ("evaluasi_teknis", ("evaluasi_harga", "pembuktian_kualifikasi", "penetapan")),
        ("pembuktian_kualifikasi", ("penetapan",)),
    ],
)
def test_the_path_of_a_failure(stage: str, later: tuple[str, ...]) -> None:
    """Where nobody passes, the path leaves for the failure and from there to the record."""
    came = without(EDGES, "gagal", "negosiasi", *later)

    assert set(taken(fail_all(stage))) == {
        *came,
        (stage, "tidak_ada_yang_lulus", "gagal"),
        ("gagal", "pernyataan_gagal", "bahp"),
    }


def test_the_path_leaves_the_box_by_the_stage_that_nobody_passed() -> None:
    """Administration was passed, qualification by nobody."""
    path = taken(fail_all("evaluasi_kualifikasi"))

    assert ("evaluasi_kualifikasi", "tidak_ada_yang_lulus", "gagal") in path
    assert ("evaluasi_administrasi", "tidak_ada_yang_lulus", "gagal") not in path


def fail_beside_open(content: dict[str, Any]) -> None:
    """Qualification is passed by nobody, and administration was never judged."""
    fail_all("evaluasi_kualifikasi")(content)
    half = "evaluasi_administrasi"
    content["assessments"] = [e for e in content["assessments"] if e["stage"] != half]


def test_the_path_leads_into_what_was_left_open_about_the_fallen() -> None:
    """Both halves of the box were entered; the tender ends at the one that nobody passed."""
    path = taken(fail_beside_open)

    assert ("penawaran_dievaluasi", "dievaluasi", "evaluasi_administrasi") in path
    assert ("evaluasi_kualifikasi", "tidak_ada_yang_lulus", "gagal") in path


def test_the_path_without_a_bid() -> None:
    """No bid after the extension: from the opening to the failure."""
    assert taken(no_bids) == [
        ("pembukaan", "tidak_ada_penawaran", "gagal"),
        ("gagal", "pernyataan_gagal", "bahp"),
    ]


def declare_while_waiting(content: dict[str, Any]) -> None:
    """The Pokja finds a fault in its document before it has judged anything."""
    judge_nobody(content)
    content["events"].append(
        {"type": "pernyataan_gagal", "at": "2024-03-15T10:00:00+07:00", "of": "pemilihan"}
        | {"by": "pokja", "ground": "perpres-16-2018:51(2)d", "evidence": None}
    )


def test_a_failure_declared_while_waiting_leaves_by_no_stage() -> None:
    """Nobody said of any stage that none passes it."""
    path = taken(declare_while_waiting)

    assert ("gagal", "pernyataan_gagal", "bahp") in path
    assert not [edge for edge in path if edge[2] == "gagal"]


def test_a_stage_that_left_everybody_alone_was_not_entered() -> None:
    """Whoever a pool or scope keeps out does not go there."""
    evaluation = evaluated(dict.copy)
    last = evaluation.stages[-1]
    kept_out = {"verdict": Verdict.TIDAK_DIEVALUASI, "findings": ()}
    alone = tuple(evolve(v, **kept_out) for v in last.verdicts)
    changed = evolve(
        evaluation, stages=(*evaluation.stages[:-1], evolve(last, verdicts=alone)), result=None
    )

    assert last.id == "penetapan"
    assert alone
    assert not [edge for edge in path_taken(changed) if edge[2] == "penetapan"]


def test_what_was_called_off_left_by_no_exit() -> None:
    """A decision ends it where it was: no stage was left for the failure, nor any for the award."""

    def call_off(package: dict[str, Any]) -> None:
        package["events"].append(CALLED_OFF)

    edges = taken(call_off)

    assert ("evaluasi_harga", "ada_yang_lulus", "pembuktian_kualifikasi") in edges
    assert not [edge for edge in edges if edge[2] in {FAILED, RECORD, "penetapan"}]


def test_without_a_result_nothing_leads_to_the_record() -> None:
    """Even where somebody stands in the last stage."""
    undecided = evolve(evaluated(dict.copy), result=None)

    assert ("penetapan", "pemenang", "bahp") not in path_taken(undecided)


def test_mermaid_draws_titles_outcomes_and_the_path() -> None:
    """The drawing, as a text: thick arrows are the path."""
    small = (("a", "ya", "b"), ("a", "tidak", "c"))
    titles = {"a": 'Tahap "A"', "ya": "ada"}

    assert mermaid(small, titles, [("a", "ya", "b")]) == (
        "flowchart TD\n"
        '  a["Tahap #quot;A#quot;"]\n'
        '  b["b"]\n'
        '  c["c"]\n'
        "  a ==>|ada| b\n"
        "  a -->|tidak| c\n"
    )
    assert "==>" not in mermaid(small, titles)


@pytest.mark.parametrize(("round_", "count", "exit_"), [
    (1, 3, "daftar_peserta"), (2, 2, "daftar_peserta"), (2, 1, "penunjukan_langsung"),
])  # fmt: skip
def test_a_list_is_left_by_the_exit_that_its_number_takes(
    round_: int, count: int, exit_: str
) -> None:
    """One who passed a repeat goes another way than a list (Pasal 51 ayat (5) huruf b)."""
    given = screened(*applicants(count), qualification_round=round_, events=[extended(), closing()])
    found = evaluate(given, national())
    taken = path_taken(found)

    assert [edge[1] for edge in taken if edge[2] == RECORD] == [exit_]

"""The procedures as graphs: sound, faithful to the seed, and with the path that a tender took."""

import json
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any

import pytest
from attrs import evolve

from tender.engine import evaluate
from tender.evaluation import Evaluation
from tender.findings import Verdict
from tender.formats.reader import read_text
from tender.graph import FAILED, RECORD, digraph, flaws, layers, mermaid, nodes, path_taken
from tender.workflow import Edge, Procedure
from tender_rules import national
from tender_rules.procedures.pascakualifikasi import EDGES, PROCEDURE

BOX = "administrasi_dan_kualifikasi"

# Standar Pelayanan Kabupaten Pasuruan 2022, section XXVII angka 2: its drawing, edge by edge.
SEED = {
    ("pembukaan", "koreksi_aritmatik"),
    ("koreksi_aritmatik", BOX),
    (BOX, "gagal"),
    (BOX, "evaluasi_teknis"),
    ("gagal", "bahp"),
    ("evaluasi_teknis", "evaluasi_harga"),
    ("evaluasi_teknis", "bahp"),
    ("evaluasi_harga", "pembuktian_kualifikasi"),
    ("evaluasi_harga", "bahp"),
    ("pembuktian_kualifikasi", "penetapan"),
    ("pembuktian_kualifikasi", "bahp"),
}
# The drawing leads "Tidak ada yang lulus" straight to the BAHP; its text (items 7, 10 and 13) says
# that the selection is declared failed, which the BAHP then holds.
DRAWN_SHORT = {
    ("evaluasi_teknis", "bahp"): ("evaluasi_teknis", "gagal"),
    ("evaluasi_harga", "bahp"): ("evaluasi_harga", "gagal"),
    ("pembuktian_kualifikasi", "bahp"): ("pembuktian_kualifikasi", "gagal"),
}
# What the drawing leaves out: no bid at all is a failure (Perpres 16/2018 Pasal 51 ayat (2) huruf
# b), and the BAHP holds the winner (its item 14).
LEFT_OUT = {("pembukaan", "gagal"), ("penetapan", "bahp")}


def boxed(edges: Iterable[Edge]) -> set[tuple[str, str]]:
    """Our edges with the seed's one box, and without the stage that it does not draw."""
    one = {"evaluasi_administrasi": BOX, "evaluasi_kualifikasi": BOX, "penawaran_dievaluasi": BOX}
    pairs = {(one.get(origin, origin), one.get(target, target)) for origin, _, target in edges}
    return pairs - {(BOX, BOX)}


def test_the_seeds_flow_is_the_graph_with_its_differences_named() -> None:
    """Section XXVII, its drawing corrected by its own text, is exactly this procedure."""
    assert boxed(EDGES) == {DRAWN_SHORT.get(edge, edge) for edge in SEED} | LEFT_OUT


def test_only_the_named_stage_was_put_between() -> None:
    """Between correction and evaluation stands the pool alone."""
    between = {(origin, target) for origin, _, target in EDGES if "penawaran" in origin + target}

    assert between == {
        ("koreksi_aritmatik", "penawaran_dievaluasi"),
        ("penawaran_dievaluasi", "evaluasi_administrasi"),
        ("penawaran_dievaluasi", "evaluasi_kualifikasi"),
    }


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
    assert {label for _, label, _ in EDGES} == {
        "ada_penawaran",
        "tidak_ada_penawaran",
        "terkoreksi",
        "dievaluasi",
        "ada_yang_lulus",
        "tidak_ada_yang_lulus",
        "pemenang",
        "pernyataan_gagal",
    }


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
    return list(path_taken(evaluated(change), PROCEDURE))


def without(edges: Iterable[Edge], *targets: str) -> list[Edge]:
    return [edge for edge in edges if edge[2] not in targets and edge[0] not in targets]


def test_the_path_to_a_winner() -> None:
    """A tender with a winner took every edge but those of the failure."""
    assert taken(dict.copy) == without(EDGES, "gagal")


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
    came = without(EDGES, "gagal", *later)

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
    alone = tuple(evolve(v, verdict=Verdict.TIDAK_DIEVALUASI) for v in last.verdicts)
    changed = evolve(
        evaluation, stages=(*evaluation.stages[:-1], evolve(last, verdicts=alone)), result=None
    )

    assert last.id == "penetapan"
    assert alone
    assert not [edge for edge in path_taken(changed, PROCEDURE) if edge[2] == "penetapan"]


def test_without_a_result_nothing_leads_to_the_record() -> None:
    """Even where somebody stands in the last stage."""
    undecided = evolve(evaluated(dict.copy), result=None)

    assert ("penetapan", "pemenang", "bahp") not in path_taken(undecided, PROCEDURE)


def test_mermaid_draws_titles_outcomes_and_the_path() -> None:
    """The drawing, as a text: thick arrows are the path."""
    small = evolve(PROCEDURE, edges=(("a", "ya", "b"), ("a", "tidak", "c")))
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

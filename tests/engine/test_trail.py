import json
import os
import subprocess
import sys
from hashlib import sha256

from attrs import evolve

from tender_engine import __version__
from tender_engine.formats.canonical import canonical_json, package_digest
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.trail import decision_lines, root
from tests.builders import (
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    line,
    package,
    priced,
    with_participant,
)

NEVER_OPENED = "987654321"


def rich_package():
    """Two bids and one that never came: a correction, dissent, a fall and several notices."""
    dear = priced("1048950000", line("L1", "90", "9500000"), line("L2", "20", "4500000"))
    silent = bidder("p3", price=priced(NEVER_OPENED), submitted=False)
    votes = [
        judged(
            TEKNIS, "tidak_memenuhi", "p2", by="m1 m2", note="Alat tidak ada;\nsudah ditanyakan"
        ),
        judged(TEKNIS, "memenuhi", "p2", by="m3"),
    ]
    return package(bidder("p1"), bidder("p2", price=dear), silent, assessments=votes)


def half_judged():
    """A package in which proof of one bidder is open."""
    return package(general=tuple(s for s in ("evaluasi_administrasi", "evaluasi_kualifikasi")))


def nobody_passes():
    """A package in which the only bid falls."""
    return package(assessments=failed(TEKNIS, "p1"))


def read(lines):
    return [json.loads(text) for text in lines]


def test_each_line_holds_the_hash_of_the_one_before():
    """The first follows 64 zeros; the root is the hash of the last."""
    lines = decision_lines(evaluated(rich_package()))
    hashes = [sha256(text.encode()).hexdigest() for text in lines]

    assert ["0" * 64, *hashes[:-1]] == [entry["prev"] for entry in read(lines)]
    assert list(range(1, len(lines) + 1)) == [entry["n"] for entry in read(lines)]
    assert f"sha256:{hashes[-1]}" == root(evaluated(rich_package()))


def test_whoever_asks_first_the_root_is_the_one_of_this_engine():
    """A replay under the version of a record keeps nothing; what a caller changes is not kept."""
    first, other, third = (evaluated(rich_package()) for _ in range(3))
    expected = root(first)
    decision_lines(other, "0.0.1")
    told = evaluation_dict(other)
    told["root"] = "changed"
    decision_lines(third)
    changed = evolve(third, notices=())

    assert evaluation_dict(first)["root"] == evaluation_dict(other)["root"] == expected
    assert root(other) == root(third) == expected
    assert root(changed) != expected


def test_lines_are_canonical_and_hold_no_line_break():
    """A note of two lines is still one line of the trail."""
    lines = decision_lines(evaluated(rich_package()))

    assert list(lines) == [canonical_json(json.loads(text)) for text in lines]
    assert not [text for text in lines if "\n" in text or "\r" in text]
    assert [text for text in lines if r"tidak ada;\nsudah" in text]


def test_the_head_names_all_that_the_decisions_follow_from():
    """Package, engine, law and procedure are in the first line."""
    evaluation = evaluated(rich_package())
    head = read(decision_lines(evaluation))[0]

    assert ("head", "tender-trail/1", __version__) == (head["kind"], head["format"], head["engine"])
    assert package_digest(rich_package()) == head["package"]
    assert evaluation.basis.digest == head["regulation"]["digest"]
    assert evaluation.basis.version == head["regulation"]["version"]
    assert head["regulation"]["rulebook"] == "perpres-16-2018-jo-12-2021"
    assert (head["procedure"], head["announced_on"]) == ("pascakualifikasi", "2022-05-02")
    assert head["regulation"]["overlays"] == []


# What a line of each kind is an item of.
TOLD = {
    "price": "prices",
    "score": "scores",
    "rank": "ranking",
    "period": "calendar",
    "notice": "notices",
    "awaiting": "awaiting",
}


def rebuilt(lines):
    """The evaluation as the trail tells it, put together again."""
    head, values, *rest, outcome = read(lines)
    by_kind = {kind: [] for kind in (*TOLD, "verdict")}
    for entry in rest:
        kind = entry.pop("kind")
        del entry["n"], entry["prev"]
        by_kind[kind].append(entry)
    verdicts = {stage: [] for stage in head["stages"]}
    for verdict in by_kind["verdict"]:
        verdicts[verdict.pop("stage")].append(verdict)
    for name in ("kind", "n", "prev"):
        del outcome[name]
    return {
        **outcome,
        "stages": verdicts,
        **{name: by_kind[kind] for kind, name in TOLD.items()},
        "regulation": {**head["regulation"], "values": values["values"]},
        "package": head["package"],
        "engine": head["engine"],
    }


def test_the_root_covers_everything_that_the_format_says():
    """From the lines alone the whole evaluation can be put together again."""
    for given in (rich_package(), half_judged(), nobody_passes()):
        evaluation = evaluated(given)
        told = evaluation_dict(evaluation)
        told["stages"] = {stage["id"]: stage["verdicts"] for stage in told["stages"]}
        del told["format"], told["root"], told["similarities"]

        assert told == rebuilt(decision_lines(evaluation))
        assert told["notices"]


def test_the_trail_shows_votes_corrections_and_dissent():
    """p2: 10 more at 9.500.000 with 11 % PPN are 105.450.000; falls by two votes of three."""
    entries = read(decision_lines(evaluated(rich_package())))
    (price,) = [e for e in entries if e["kind"] == "price" and e["participant"] == "p2"]
    (fall,) = [e for e in entries if e["kind"] == "verdict" and e["verdict"] == "gugur"]

    assert [c["effect"] for c in price["corrections"]] == ["105450000"]
    assert (price["stated_total"], price["corrected_total"]) == ("1048950000", "1154400000")
    assert (fall["stage"], fall["participant"]) == (TEKNIS, "p2")
    assert [(vote["member"], vote["verdict"]) for vote in fall["votes"]] == [
        ("m1", "tidak_memenuhi"),
        ("m2", "tidak_memenuhi"),
        ("m3", "memenuhi"),
    ]


def test_a_price_that_no_stage_opened_is_in_no_line():
    """Not even where the package already holds it; an opened one is there."""
    text = "\n".join(decision_lines(evaluated(rich_package())))

    assert NEVER_OPENED not in text
    assert "1048950000" in text


def test_any_changed_fact_changes_the_root():
    """Even one that changes no verdict, for the package's digest is in the head."""
    given = rich_package()
    renamed = with_participant(given, "p1", name="CV Lain Contoh")
    confirmed = evolve(given, assessments=(*given.assessments, judged(PEMBUKTIAN, when=at(21))))

    assert len({root(evaluated(each)) for each in (given, renamed, confirmed)}) == 3


def test_the_order_of_entry_changes_no_byte():
    """Participants, members, lines and judgements may come in any order."""
    given = rich_package()
    panel = evolve(given.pokja, members=given.pokja.members[::-1])
    turned = evolve(
        given,
        pokja=panel,
        participants=given.participants[::-1],
        assessments=given.assessments[::-1],
        tender=evolve(
            given.tender, hps=evolve(given.tender.hps, lines=given.tender.hps.lines[::-1])
        ),
    )

    assert decision_lines(evaluated(given)) == decision_lines(evaluated(turned))


def test_two_processes_with_other_hash_seeds_write_the_same_bytes():
    """Nothing in it hangs on the order of a set or on where an object lies."""
    code = (
        "import sys\n"
        "from tests.engine.test_trail import decision_lines, evaluated, rich_package\n"
        "sys.stdout.buffer.write('\\n'.join(decision_lines(evaluated(rich_package()))).encode())"
    )

    def bytes_under(seed):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, check=True
        ).stdout

    here = "\n".join(decision_lines(evaluated(rich_package()))).encode()

    assert here == bytes_under("1") == bytes_under("4242")

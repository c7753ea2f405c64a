import json
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator, FormatChecker

from tender_engine import __version__
from tender_engine.evaluation import Rank, Score
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.evaluation_schema import schema_text
from tender_engine.formats.evaluation_writing import evaluation_dict, evaluation_schema
from tender_engine.judgement import Vote
from tender_engine.model import Assessment
from tender_engine.terms import StageId
from tender_engine.trail import root
from tender_rules import national
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    TEKNIS,
    asked,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    line,
    package,
    priced,
)

VALIDATOR = Draft202012Validator(evaluation_schema(national()), format_checker=FormatChecker())
# The keys of the table "Evaluation" of the format.
KEYS = {
    *("format", "state", "result", "stages", "prices", "scores", "ranking", "winner", "reserves"),
    *("shortlist", "next", "failure", "calendar", "after_award", "awaiting", "notices"),
    *("regulation", "package", "similarities", "engine", "root"),
}


def kept_out():
    """Two of three are evaluated; the third is not reached."""
    pool = asked(StageId.PENAWARAN_DIEVALUASI, criteria=(), lowest=2)
    return package(
        bidder("p1", "1000000000"),
        bidder("p2", "1100000000"),
        bidder("p3", "1150000000"),
        asks=pool,
    )


PACKAGES = {
    "one bid": package(),
    "corrected": package(
        bidder("p1", price=priced("1104450000", line(), line("L2", "20", "4750000"))),
        bidder(
            "p2",
            price=priced("1048950000", line("L1", "90", "9500000"), line("L2", "20", "4500000")),
        ),
    ),
    "kept out": kept_out(),
    "waiting": package(general=(ADMINISTRASI, KUALIFIKASI)),
    "dissent": package(
        bidder("p1", price=priced("900000000", line("L1", "90"), line("L2", "20", "4750000"))),
        assessments=[
            judged(TEKNIS, "tidak_memenuhi", "p1", by="m1 m2"),
            judged(TEKNIS, "memenuhi", "p1", by="m3"),
        ],
    ),
    "all fall": package(bidder("p1"), bidder("p2"), assessments=failed(TEKNIS, "p1", "p2")),
    "above the ceiling": package(bidder("p1", "1300000000")),
    "price missing": package(bidder("p1", price=None)),
    "nobody came": package(bidder("p1", submitted=False)),
}


def told(name):
    """The evaluation of a package above, through JSON and back."""
    return json.loads(json.dumps(evaluation_dict(evaluated(PACKAGES[name]))))


def scored():
    """A tender as if it had scored: p1 has 1600/19, and m1 gave it 80.50 at the technical stage."""
    evaluation = evaluated(PACKAGES["corrected"])
    entry = Assessment(TEKNIS, "p1", ("m1",), at(16), "tek.metode", score=Decimal("80.50"))
    vote = Vote("tek.metode", "m1", None, entry.score, entry)
    stages = tuple(
        evolve(stage, verdicts=tuple(evolve(found, votes=(vote,)) for found in stage.verdicts))
        if stage.id is TEKNIS
        else stage
        for stage in evaluation.stages
    )
    combined = Fraction(1600, 19)
    return evolve(
        evaluation,
        stages=stages,
        scores=(
            Score("p1", technical=Fraction(79), price=Fraction(200, 3), combined=combined),
            Score("p2", qualification=Fraction(0)),
        ),
        ranking=(Rank(1, "p1", "nilai_akhir", combined),),
    )


def told_of_scores():
    return json.loads(json.dumps(evaluation_dict(scored())))


def price_of(name, participant):
    (price,) = [p for p in told(name)["prices"] if p["participant"] == participant]
    return price


@pytest.mark.parametrize("name", PACKAGES)
def test_every_key_is_always_there(name):
    """Null or empty where there is nothing."""
    assert told(name).keys() == KEYS
    assert [] == told(name)["scores"] == told(name)["shortlist"]


@pytest.mark.parametrize("name", PACKAGES)
def test_what_is_written_is_valid(name):
    """The schema accepts what the writer writes."""
    assert [error.message for error in VALIDATOR.iter_errors(told(name))] == []


def test_the_shipped_schema_is_the_one_described():
    """The file in the law says what the function says, and is a schema."""
    from importlib.resources import files

    shipped = files("tender_rules").joinpath("tender-evaluation-1.schema.json").read_text("utf-8")

    assert schema_text(national()) == shipped
    assert evaluation_schema(national()) == json.loads(shipped)
    Draft202012Validator.check_schema(evaluation_schema(national()))


def thinned(value):
    """Of each list the last entry of each form: they are alike to a schema."""
    if isinstance(value, dict):
        return {key: thinned(part) for key, part in value.items()}
    if isinstance(value, list):
        return [thinned(item) for item in {form(item): item for item in value}.values()]
    return value


def mutations(value, path=()):
    """Every way to leave a key out, to add one, or to put a wrong kind of value."""
    free = path[-1:] == ("facts",)
    if isinstance(value, dict):
        if not free:
            yield path, "added", {**value, "unknown": None}
        for key in value:
            if not free:
                yield path, f"without {key}", {k: v for k, v in value.items() if k != key}
            yield from (
                (where, what, {**value, key: part} if where == path else part)
                for where, what, part in nested(value[key], path, key)
            )
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from (
                (path, what, [*value[:index], part, *value[index + 1 :]])
                for _, what, part in mutations(item, (*path, index))
            )
        yield path, "no list", {"0": value}
    else:
        yield path, "a decimal", 1.5


def form(value):
    """The keys and the kinds of what lies below, whatever it says."""
    if isinstance(value, dict):
        return frozenset((key, form(part)) for key, part in value.items())
    return frozenset(map(form, value)) if isinstance(value, list) else type(value)


def nested(value, path, key):
    for _, what, part in mutations(value, (*path, key)):
        yield path, f"{key}: {what}", part


@pytest.mark.parametrize("name", ["dissent", "waiting", "one bid", "scored"])
def test_what_is_changed_is_not_valid(name):
    """A missing key, an unknown one or a wrong type anywhere is refused."""
    given = thinned(told_of_scores() if name == "scored" else told(name))
    accepted = [what for _, what, other in mutations(given) if VALIDATOR.is_valid(other)]

    assert VALIDATOR.is_valid(given)
    assert accepted == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("state",), "selesai"),
        (("result",), "menang"),
        (("root",), "sha256:" + "g" * 64),
        (("package",), "0" * 64),
        (("winner",), "p 1"),
        (("prices", 0, "percent_of_hps"), "90.45"),
        (("prices", 0, "stated_total"), "1.104.450.000"),
        (("prices", 0, "stated_total"), "1E+9"),
        (("prices", 0, "stated_total"), "10.50"),
        (("prices", 0, "stated_total"), "-1"),
        (("prices", 0, "stated_total"), "1\n"),
        (("stages", 0, "verdicts", 0, "verdict"), "memenuhi"),
        (("stages", 0, "verdicts", 0, "reason"), ""),
        (("stages", 0, "verdicts", 0, "findings", 0, "citations"), []),
        (("notices", 0, "audience"), "semua"),
        (("regulation", "values", 0, "source"), "read"),
        (("regulation", "values", 0, "since"), "22 Maret 2018"),
    ],
)
def test_a_wrong_value_is_not_valid(path, value):
    """Terms, digests, amounts in plain notation and dates."""
    assert not VALIDATOR.is_valid(put(told("corrected"), path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("scores", 0, "technical", "value"), "79"),
        (("scores", 0, "technical", "value"), "79.000000000"),
        (("scores", 0, "technical", "value"), "79.00000000000"),
        (("scores", 0, "technical", "exact"), "79.0"),
        (("scores", 0, "combined", "exact"), "1600/0"),
        (("scores", 0, "combined", "exact"), "-1600/19"),
        (("scores", 0, "combined", "exact"), None),
        (("ranking", 0, "basis", "figure"), "84.21"),
        (("ranking", 0, "basis", "exact"), "84.2105263158"),
    ],
)
def test_a_wrong_score_is_not_valid(path, value):
    """Ten decimals, neither fewer nor more, beside a fraction."""
    assert not VALIDATOR.is_valid(put(told_of_scores(), path, value))


def put(given, path, value):
    changed = deepcopy(given)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def test_prices_are_texts_with_their_corrections():
    """p2: volume 90 -> 100, product 855 -> 950 million, with 11 % PPN + 105.450.000."""
    assert price_of("corrected", "p2") == {
        "participant": "p2",
        "stated_total": "1048950000",
        "corrected_total": "1154400000",
        "negotiated_total": None,
        "reverse_auction_total": None,
        "final_total": "1154400000",
        "percent_of_hps": "94.5455",
        "hea": None,
        "performance_bond": "57720000",
        "corrections": [
            {
                "line": "L1",
                "rule": "correction.volume",
                "field": "quantity",
                "from": "90",
                "to": "100",
                "effect": "105450000",
            }
        ],
    }


def test_a_percentage_keeps_four_decimals():
    """1.098.900.000 of 1.221.000.000 is 90 percent: 90.0000; 1.104.450.000 is 90.4545."""
    ninety = evaluation_dict(evaluated(package(bidder("p1", "1098900000"))))

    assert ninety["prices"][0]["percent_of_hps"] == "90.0000"
    assert price_of("corrected", "p1")["percent_of_hps"] == "90.4545"


def test_the_ranking_says_by_what():
    """Lowest corrected total first: 1.104.450.000 before 1.154.400.000."""
    assert told("corrected")["ranking"] == [
        {
            "rank": 1,
            "participant": "p1",
            "basis": {"by": "harga_terkoreksi", "figure": "1104450000", "exact": None},
        },
        {
            "rank": 2,
            "participant": "p2",
            "basis": {"by": "harga_terkoreksi", "figure": "1154400000", "exact": None},
        },
    ]


def test_stages_list_who_passed_fell_waits_and_was_left_alone():
    """Each participant of a stage is in exactly one of its four lists."""
    for name in PACKAGES:
        for stage in told(name)["stages"]:
            lists = [stage[key] for key in ("passed", "failed", "pending", "not_evaluated")]
            listed = sorted(who for names in lists for who in names)

            assert sorted(v["participant"] for v in stage["verdicts"]) == listed
    pool = next(s for s in told("kept out")["stages"] if s["id"] == "penawaran_dievaluasi")
    assert (pool["passed"], pool["not_evaluated"]) == (["p1", "p2"], ["p3"])


def test_a_word_on_everybody_is_written_once_for_all():
    """A hundred thousand of them are told of two thousand bidders, and no copy is made for each."""
    stages = evaluation_dict(evaluated(package(bidder("p1"), bidder("p2"))))["stages"]
    (technical,) = (stage for stage in stages if stage["id"] == TEKNIS)
    first, second = (found["votes"] for found in technical["verdicts"])

    assert first == second != []
    assert all(one is other for one, other in zip(first, second, strict=True))
    assert first is not second


def test_votes_keep_dissent():
    """Criterion, member, verdict, note and time of each vote."""
    technical = next(s for s in told("dissent")["stages"] if s["id"] == "evaluasi_teknis")
    votes = technical["verdicts"][0]["votes"]

    assert technical["failed"] == ["p1"]
    assert [(v["member"], v["counts"]) for v in votes] == [("m1", True), ("m2", True), ("m3", True)]
    assert votes[2] == {
        "criterion": "k.evaluasi_teknis",
        "member": "m3",
        "verdict": "memenuhi",
        "score": None,
        "note": "",
        "at": "2022-05-16T09:00:00+07:00",
        "counts": True,
    }


def test_scores_are_shown_with_ten_decimals_beside_the_fraction():
    """1600 / 19 = 84 and 4/19; 4/19 = 0.21052631578947..., so the tenth decimal goes up to 8.

    200 / 3 = 66.666..., up to 7. Whole and unknown scores have every key too.
    """
    assert told_of_scores()["scores"] == [
        {
            "participant": "p1",
            "qualification": None,
            "technical": {"value": "79.0000000000", "exact": "79"},
            "price": {"value": "66.6666666667", "exact": "200/3"},
            "combined": {"value": "84.2105263158", "exact": "1600/19"},
        },
        {
            "participant": "p2",
            "qualification": {"value": "0.0000000000", "exact": "0"},
            "technical": None,
            "price": None,
            "combined": None,
        },
    ]


def test_a_rank_by_score_names_the_fraction():
    """What decided the order is the fraction and not what is shown of it."""
    assert told_of_scores()["ranking"][0]["basis"] == {
        "by": "nilai_akhir",
        "figure": "84.2105263158",
        "exact": "1600/19",
    }


def test_a_score_is_a_vote_without_a_verdict():
    """In plain notation, with member and time like any other."""
    technical = next(s for s in told_of_scores()["stages"] if s["id"] == "evaluasi_teknis")

    assert technical["verdicts"][0]["votes"] == [
        {
            "criterion": "tek.metode",
            "member": "m1",
            "verdict": None,
            "score": "80.5",
            "note": "",
            "at": "2022-05-16T09:00:00+07:00",
            "counts": True,
        }
    ]


def test_scores_are_lines_of_the_trail():
    """Another score is another root."""
    evaluation = scored()
    other = evolve(evaluation, scores=(Score("p1", technical=Fraction(80)),))

    assert root(evaluation) == told_of_scores()["root"] != root(other)


def test_what_is_awaited_says_from_whom():
    """Stage, participant, criterion, a stable code and whose word."""
    first = told("waiting")["awaiting"][0]

    assert (told("waiting")["state"], told("waiting")["result"]) == ("menunggu", None)
    assert first == {
        "stage": "evaluasi_teknis",
        "participant": "p1",
        "criterion": "k.evaluasi_teknis",
        "needs": "penilaian",
        "from": ["m1", "m2", "m3"],
    }


def test_a_failure_has_ground_and_citations():
    """Nobody passes: Pasal 51 ayat (2), declared, with what follows."""
    failure = told("all fall")["failure"]

    assert told("all fall")["result"] == "gagal"
    assert failure["ground"].startswith("perpres-16-2018:51(2)")
    assert {"ground", "declared_by", "effective", "follow_up", "citations"} == failure.keys()
    assert failure["citations"][0]["instrument"] == "Perpres 16/2018"
    assert told("one bid")["failure"] is None


def test_a_clause_of_the_document_is_with_the_citation():
    """Where the tender's own document asks it."""
    technical = next(s for s in told("all fall")["stages"] if s["id"] == "evaluasi_teknis")
    citations = technical["verdicts"][0]["findings"][0]["citations"]

    assert citations[0]["clause"] == "LDP evaluasi_teknis"


def test_the_regulation_lists_the_values_used():
    """Each with its citation, its date and who set it."""
    law = told("one bid")["regulation"]
    (used,) = [value for value in law["values"] if value["param"] == "award.pokja_up_to"]

    assert {"rulebook", "title", "version", "digest", "overlays", "values"} == law.keys()
    assert used["value"] == "100000000000"
    assert (
        used["instrument"],
        used["since"],
        used["set_by"],
    ) == ("Perpres 16/2018", "2018-03-22", "nasional")


def test_it_names_package_engine_and_root():
    """Who reads it can ask for the same again."""
    evaluation = evaluated(PACKAGES["corrected"])

    assert package_digest(PACKAGES["corrected"]) == told("corrected")["package"]
    assert (__version__, root(evaluation)) == (
        told("corrected")["engine"],
        told("corrected")["root"],
    )
    assert evaluation.basis.digest == told("corrected")["regulation"]["digest"]

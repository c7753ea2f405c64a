"""Releases: valid by the standard, exact, and without what is secret or internal."""

import copy
import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from tender_desk import OcdsError, Publication, release_package
from tender_desk.documents import inside
from tender_desk.ocds.mapping import mapping
from tender_engine.engine import evaluate
from tender_engine.evaluation import AfterAwardState
from tender_engine.events import Announcement, Award, Cancellation
from tender_engine.model import Member
from tender_engine.terms import Canceller, Category, Method, ProcedureName, TimeZone
from tender_engine.trail import root
from tender_rules import national
from tests.builders import at, bidder, evaluated, line, package, priced
from tests.desk.documents import test_secrecy
from tests.desk.documents.kinds import KINDS, consulted
from tests.desk.documents.kinds import TOTALS as CLOSED
from tests.desk.documents.test_secrecy import INSIDE, marked, spelled
from tests.desk.ocds.ocds_standard import EXTENSION, faults, schema, unknown, validator
from tests.desk.ocds.releases import (
    BY,
    PREFIX,
    held_public,
    leaves,
    package_of,
    published,
    release_of,
    text_of,
)
from tests.happenings import (
    agreed,
    announced,
    answered,
    award,
    deadline,
    extended,
    objection,
    objections_over,
    price_opening,
    sppbj,
)
from tests.samples.dossiers import NAMES, evaluation, samples
from tests.samples.test_audiences import NPWP, people
from tests.samples.test_sealed import SEALED

# Whose result was announced, read in their packages.
TOLD = [n for n in NAMES if any(isinstance(e, Announcement) for e in evaluation(n).package.events)]
TOTALS = {"p1": "1100000000", "p2": "1150000000"}
PAGE = (Path(__file__).parents[3] / "docs" / "ocds.md").read_text("utf-8")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def before_any_result(name):
    """A sample as it stood before anything was announced."""
    given = evaluation(name).given
    first = min(e.at for e in given.events if isinstance(e, Announcement))
    return evaluate(
        evolve(given, events=tuple(e for e in given.events if e.at < first)), national()
    )


@samples
def test_each_sample_is_a_release_of_the_standard(name):
    """Nothing is wrong with it and no field is unknown; moments have offsets, ids their party."""
    text = text_of(evaluation(name))
    made = json.loads(text)
    (release,) = made["releases"]
    parties = {one["id"] for one in release["parties"]}

    assert faults(made) == []
    assert [*unknown(release)] == []
    assert len(parties) == len(release["parties"])
    assert not [path for path, value in leaves(release) if value in (None, "")]
    assert "[]" not in text
    assert "{}" not in text
    for path, value in leaves(release):
        if path[-1] in ("date", "datePublished", "endDate"):
            assert MOMENT.fullmatch(value), path
        if path[-1] == "id" and path[-2:-1] == ("bidder",):
            assert value in parties, path
    for part in (
        release["tender"],
        *release.get("awards", []),
        *release.get("bids", {}).get("details", []),
    ):
        for reference in (*part.get("tenderers", []), *part.get("suppliers", [])):
            assert reference["id"] in parties


def test_the_standard_would_say_what_is_wrong():
    """The validator is no stub: a text for an amount, a code of no list, a field of nobody."""
    made = json.loads(text_of(evaluation("bendung-irigasi")))
    validator().check_schema(schema())
    for change, told in (
        (lambda r: r["tender"]["value"].update(amount="1"), "not of type 'number'"),
        (lambda r: r["bids"]["details"][0].update(status="baik"), "is not one of"),
        (lambda r: r["evaluation"]["stages"][0]["verdicts"][0].pop("reason"), "is a required"),
        (lambda r: r["tender"]["criteria"][0].update(weight=True), "is not of type"),
    ):
        spoiled = copy.deepcopy(made)
        change(spoiled["releases"][0])
        assert any(told in one for one in faults(spoiled))
    made["releases"][0]["tender"]["hps"] = 1
    assert [*unknown(made["releases"][0])] == ["releases[].tender.hps"]


def test_the_extension_names_its_own_files():
    """As an extension of the standard has to."""
    said = json.loads((EXTENSION / "extension.json").read_text("utf-8"))

    assert [name for name in said["schemas"] if not (EXTENSION / name).is_file()] == []
    assert {path.name for path in (EXTENSION / "codelists").iterdir()} == {*said["codelists"]}


def test_a_weir_by_hand():
    """Figures of its README: p3 corrected by 1.818.180.000, p4 never opened, p2 determined."""
    release = release_of(evaluation("bendung-irigasi"))
    bids = {bid["id"]: bid for bid in release["bids"]["details"]}
    p3 = {price["bidder"]["id"]: price for price in release["evaluation"]["prices"]}["p3"]

    assert release["tender"]["value"] == {"amount": 44_400_000_000, "currency": "IDR"}
    assert release["tender"]["procurementMethod"] == "selective"
    assert release["tender"]["mainProcurementCategory"] == "works"
    assert release["tender"]["awardCriteria"] == "priceOnly"
    assert {name: bid.get("value", {}).get("amount") for name, bid in bids.items()} == {
        "p1": 43_403_220_000,
        "p2": 42_362_040_000,
        "p3": 42_627_330_000,
        "p4": None,
    }
    assert {name: bid["status"] for name, bid in bids.items()} == {
        "p1": "valid",
        "p2": "valid",
        "p3": "valid",
        "p4": "disqualified",
    }
    assert p3["stated"]["amount"] == 40_809_150_000
    assert [(one["status"], one["suppliers"][0]["id"]) for one in release["awards"]] == [
        ("active", "p2")
    ]
    assert release["awards"][0]["value"]["amount"] == 42_362_040_000
    answers = {one["id"]: one["value"] for one in bids["p1"]["requirementResponses"]}
    assert answers["p1/evaluasi_teknis/tek.metode"] == 80
    roles = {party["id"]: party["roles"] for party in release["parties"]}
    assert roles["p5"] == ["candidate"]
    assert roles["p2"] == ["candidate", "invitedTenderer", "tenderer", "supplier"]
    assert [one["by"] for one in release["evaluation"]["ranking"]] == ["harga_terkoreksi"] * 3


@samples
def test_nothing_internal_and_nothing_sealed_is_told(name):
    """Every number is one of those that are public; no text has an NPWP, a member or a notice."""
    told = held_public(evaluate(people(evaluation(name).given), national()))

    assert ("evaluasi_harga" in told) or name not in SEALED


def test_a_marker_in_every_field_that_is_for_inside_only_is_in_no_release():
    """Unit prices, what a minority wrote, an internal notice, facts, personal numbers."""
    told = text_of(published(marked()))

    assert '"bids"' in told
    numbers = {"nik": test_secrecy.NIK, "npwp": test_secrecy.NPWP}
    for what, marker in (INSIDE | numbers).items():
        assert not [form for form in spelled(marker) if form in told], what


@pytest.mark.parametrize("name", KINDS)
def test_a_price_that_stays_closed_is_in_no_release(name):
    """Two files, two stages, one after the other; valid by the standard whatever it came to."""
    evaluation = KINDS[name]
    text = text_of(published(evaluation))
    opened = {price.participant for price in evaluation.prices}

    assert faults(json.loads(text)) == []
    for who, total in CLOSED.items():
        assert who in opened or not re.search(rf"(?<![0-9.]){total}(?![0-9])", text), who


def test_talks_of_a_seleksi_are_told_once_a_bidder_is_appointed():
    """They follow the announcement, and have minutes of their own."""
    talked = agreed(total="1087654321", day=26)
    story = price_opening(), award("p1", "p2", "p3"), announced(20), objections_over(25), talked
    quiet = evaluated(consulted(*story))
    loud = evaluated(consulted(*story, sppbj("p1")))

    assert quiet.price("p1").final_total == 1_087_654_321
    assert "1087654321" not in text_of(quiet)
    assert "negosiasi" not in [one["id"] for one in release_of(quiet)["evaluation"]["stages"]]
    assert release_of(loud)["awards"][0]["value"]["amount"] == 1_087_654_321


def test_of_a_finding_its_rule_is_told_and_nothing_behind_it():
    """A price below 80 percent: no analysis of its unit prices, no reason but the stage's own."""
    found = evaluation("irigasi-bawah-80")
    behind = [f for stage in found.stages for v in stage.verdicts for f in v.findings]
    stages = release_of(found)["evaluation"]["stages"]
    told = [f for stage in stages for v in stage["verdicts"] for f in v.get("findings", [])]

    assert {finding.rule for finding in behind} & inside.RULES
    assert not {finding["rule"] for finding in told} & inside.RULES
    assert {finding["title"] for finding in told} <= {
        rule.title for rule in found.basis.rules.values()
    }
    assert {key for finding in told for key in finding} == {"rule", "title", "verdict", "citation"}


@pytest.mark.parametrize("name", TOLD)
def test_before_it_is_announced_a_result_is_in_no_release(name):
    """Neither who bid, nor what was found, nor when anybody worked on it."""
    earlier = before_any_result(name)
    told, release = text_of(earlier), release_of(earlier)

    assert release["tag"] in (["tender"], ["tenderUpdate"])
    assert release["tender"]["status"] == "active"
    assert not {"bids", "awards", "evaluation"} & set(release)
    assert not [who.name for who in earlier.package.participants if who.name in told]
    done = [*earlier.package.assessments, *earlier.package.happened.of(Award)]
    assert release["date"] not in {one.at.isoformat() for one in done}


def test_tags_and_statuses_say_what_happened():
    """Announced, changed, determined, in its masa sanggah, appointed, undone, called off."""
    who = bidder("p1", price=priced("1100000000", line()))
    acts = deadline(), award("p1"), announced(20)
    stories = {
        "new": (deadline(),),
        "moved": (deadline(), extended("penawaran", 12)),
        "pending": acts,
        "active": (*acts, objections_over(26), sppbj("p1")),
    }
    found = {
        name: release_of(evaluated(package(who, events=events))) for name, events in stories.items()
    }
    seen = {
        name: (
            release["tag"],
            release["tender"]["status"],
            [a["status"] for a in release.get("awards", [])],
        )
        for name, release in found.items()
    }

    assert seen == {
        "new": (["tender"], "active", []),
        "moved": (["tenderUpdate"], "active", []),
        "pending": (["award"], "complete", ["pending"]),
        "active": (["award"], "complete", ["active"]),
    }
    undone = release_of(evaluation("drainase-pasar-sanggah"))
    assert (undone["tag"], undone["tender"]["status"]) == (["tenderCancellation"], "unsuccessful")
    assert [(one["status"], "value" in one) for one in undone["awards"]] == [("cancelled", False)]
    assert undone["evaluation"]["failure"]["ground"] == "perpres-16-2018:51(2)a"


def test_an_award_that_was_undone_names_who_had_won_and_nothing_else():
    """The objection is right, and nothing new is announced: a party, no price, no bid."""
    bids = [bidder(name, price=priced(total, line())) for name, total in TOTALS.items()]
    acts = (
        deadline(),
        award("p1"),
        announced(20),
        objection("p2"),
        answered("benar_substansial", cause="perpres-16-2018:51(2)a"),
    )
    release = release_of(evaluated(package(*bids, events=acts)))

    assert (release["tag"], release["tender"]["status"]) == (["awardCancellation"], "active")
    assert [(one["status"], one["suppliers"][0]["id"]) for one in release["awards"]] == [
        ("cancelled", "p1")
    ]
    assert not {"value", "relatedBid"} & set(release["awards"][0])
    assert {party["id"]: party["roles"] for party in release["parties"]}["p1"] == ["tenderer"]
    assert "p2" not in {party["id"] for party in release["parties"]}
    assert not {"bids", "evaluation"} & set(release)


def test_every_code_of_the_regulation_has_its_own():
    """In the table that both ways read, and on the page."""
    tables = mapping()

    assert set(tables["award"]) == {*AfterAwardState}
    for name, codes in (("category", Category), ("procedure", ProcedureName), ("method", Method)):
        assert set(tables[name]) == {*codes}
    assert all(f"`{code}`" in PAGE for row in tables["category"].values() for code in row)
    assert all(
        f"`{code}`" in PAGE for name in ("procedure", "method") for code in tables[name].values()
    )


def test_what_was_called_off_tells_that_and_no_bid():
    """Once that is announced; the reason is the decision's own."""
    who = bidder("p1", price=priced("1100000000", line()))
    off = Cancellation(at(14), Canceller.PA, "anggaran dialihkan", "900/1")
    given = evolve(package(who, events=(deadline(), off)), assessments=())
    loud = release_of(evaluated(evolve(given, events=(*given.events, announced(15)))))
    quiet = release_of(evaluated(given))

    assert (quiet["tag"], quiet["tender"]["status"]) == (["tender"], "active")
    assert "evaluation" not in quiet
    assert (loud["tag"], loud["tender"]["status"]) == (["tenderCancellation"], "cancelled")
    assert loud["evaluation"]["failure"]["reason"] == "anggaran dialihkan"
    assert "bids" not in loud
    assert [party["roles"] for party in loud["parties"]] == [["buyer"], ["procuringEntity"]]


def test_amounts_have_every_digit():
    """Eighteen before and six after the point, as JSON numbers and no floats."""
    given = package(bidder("p1"), events=(deadline(),))
    most = Decimal("999999999999999999.123456")
    told = text_of(evaluated(evolve(given, tender=evolve(given.tender, pagu=most))))

    assert '"amount":{"amount":999999999999999999.123456,"currency":"IDR"}' in told


def test_moments_are_in_the_zone_of_the_tender():
    """A day begins where the tender is; without zone and events no release can be dated."""
    given = package(bidder("p1"), events=(), time_zone=TimeZone.JAYAPURA)
    day = given.tender.announced_on.isoformat()
    release = release_of(evaluated(given))

    assert release["date"] == f"{day}T00:00:00+09:00"
    with pytest.raises(OcdsError) as error:
        text_of(evaluated(evolve(given, tender=evolve(given.tender, time_zone=None))))
    assert [fault.code for fault in error.value.faults] == ["OCD004"]


def test_a_package_is_named_after_what_is_in_it():
    """Of one release by ocid and root; of several by all of them, in their order."""
    one, other = evaluation("bendung-irigasi"), evaluation("jalan-desa-skp")
    made, both = package_of(one), package_of(one, other)
    ocid = f"{PREFIX}-{one.package.tender.code}"
    again = package_of(other, one)

    assert made["uri"] == f"urn:ocds:{ocid}:{root(one)}"
    assert made["releases"][0]["id"] == root(one)
    assert made["publishedDate"] == made["releases"][0]["date"]
    assert made["version"] == "1.1"
    assert re.fullmatch(rf"urn:ocds:{PREFIX}:sha256:[0-9a-f]{{64}}", both["uri"])
    assert both["uri"] != again["uri"]
    assert both["publishedDate"] == max(r["date"] for r in both["releases"])
    dated = evolve(BY, day=dt.date(2026, 12, 1), uri="https://contoh.go.id/1", extension="urn:a:b")
    named = package_of(one, by=dated)
    assert named["publishedDate"] == "2026-12-01T00:00:00+07:00"
    assert (named["uri"], named["extensions"][-1]) == ("https://contoh.go.id/1", "urn:a:b")


def test_what_cannot_be_named_is_told_all_at_once():
    """A prefix, a publisher, an address, and one tender twice."""
    one = evaluation("bendung-irigasi")
    with pytest.raises(OcdsError) as error:
        release_package({"a": one, "b": one}, Publication(" ", "ocds-ABC", uri="satu dua"))

    told = [(fault.code, dict(fault.params).get("name", "")) for fault in error.value.faults]
    assert told == [("OCD001", ""), ("OCD002", ""), ("OCD003", ""), ("OCD005", "b")]
    with pytest.raises(OcdsError, match="OCD006"):
        release_package({}, BY)


def test_identifiers_and_members_of_a_kso():
    """Names always; an NPWP only where somebody inside asks."""
    kso = evolve(
        bidder("p1", price=priced("1100000000", line())),
        npwp=NPWP,
        members=(
            Member("a", "PT Anggota", npwp=NPWP, lead=False),
            Member("b", "PT Utama", lead=True),
        ),
    )
    found = evaluated(package(kso, events=(deadline(), award("p1"), announced(20))))
    if found.winner is None:  # the agreement is not on record: it waits, and is told as announced
        assert found.awaiting
    public, inside = (
        {p["id"]: p for p in release_of(found, by=evolve(BY, identifiers=flag))["parties"]}["p1"]
        for flag in (False, True)
    )

    assert public["consortium"] == [
        {"id": "b", "name": "PT Utama", "lead": True},
        {"id": "a", "name": "PT Anggota", "lead": False},
    ]
    assert "identifier" not in public
    assert inside["identifier"]["id"] == NPWP
    assert inside["consortium"][1]["identifier"] == {"scheme": "ID-DJP", "id": NPWP}

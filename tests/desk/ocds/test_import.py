"""A package from a release: what is taken is so, what is missing and left is named."""

import copy
import datetime as dt
import json
import re
from pathlib import Path

import pytest

from tender_desk import OCDS_TEXTS, OcdsRefusedError, package_from_ocds
from tender_desk.ocds.opening import LARGEST
from tender_rules import national
from tests.desk.ocds.releases import text_of
from tests.samples.dossiers import NAMES, dossier, evaluation, samples

# What an exported release lacks of a package, and what of it has no place in one: as docs/ocds.md
# lists it.
MISSING = {
    "pokja",
    "tender.hps.lines[].unit_price",
    "participants[].price.vat_percent",
    "events[].at",
    "events[].by",
}
LEFT = {
    "/awards",
    "/awards[]/value",
    "/bids",
    "/bids/details[]/requirementResponses",
    "/bids/details[]/status",
    "/bids/details[]/value",
    "/bids/statistics",
    "/evaluation",
    "/evaluation/failure",
    "/evaluation/prices[]/corrected",
    "/evaluation/prices[]/final",
    "/evaluation/ranking",
    "/evaluation/rulebook",
    "/evaluation/scores",
    "/evaluation/stages",
    "/planning/budget/description",
    "/tender/criteria[]",
}


UNIT = {"name": "buah"}


# What of a package has no place in a release, by the first of its keys, and what is not public.
LOST = {
    "pokja",
    "assessments",
    "previous",
    "extensions",
    "tender.funding",
    "tender.fiscal_year",
    "tender.complex",
    "tender.integrated",
    "tender.international",
    "tender.regulation",
    "tender.requirements[]",
    "tender.hps.lines[].unit_price",
    "tender.hps.lines[].main",
    "tender.hps.lines[].goods",
    "tender.hps.lines[].vat_percent",
    "participants[]",
    "participants[].npwp",
    "participants[].address",
    "participants[].business_size",
    "participants[].facts",
    "participants[].officers",
    "participants[].submitted.kualifikasi",
    "participants[].price",
    "participants[].price.vat_percent",
    "participants[].price.lines",
    "participants[].members[].npwp",
    "participants[].members[].share_percent",
    "participants[].members[].business_size",
    "participants[].members[].facts",
}
OCDS_PAGE = (Path(__file__).parents[3] / "docs" / "ocds.md").read_text("utf-8")


def taken_of(text, **more):
    """What is taken of a text, or of values."""
    text = text if isinstance(text, str) else json.dumps(text)
    return package_from_ocds(text.encode(), "rilis.json", national(), **more)


def minimal(**changes):
    """A release as somebody else publishes it: no extension, goods, one bidder."""
    release = {
        "ocid": "ocds-abc123-7",
        "id": "7-1",
        "date": "2024-02-01T10:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "parties": [
            {"id": "B", "name": "Kementerian Contoh", "roles": ["buyer"]},
            {"id": "S", "name": "PT Satu", "roles": ["tenderer"], "address": {"region": "Bali"}},
        ],
        "buyer": {"id": "B"},
        "planning": {"budget": {"amount": {"amount": 250000000.10, "currency": "IDR"}}},
        "tender": {
            "id": "7",
            "title": "Pengadaan kursi",
            "mainProcurementCategory": "goods",
            "procurementMethod": "open",
            "awardCriteria": "priceOnly",
            "value": {"amount": 240000000, "currency": "IDR"},
            "tenderPeriod": {"endDate": "2024-01-20T09:00:00+07:00"},
            "items": [
                {"id": "1", "description": "Kursi", "quantity": 40, "unit": {"name": "buah"}}
            ],
        },
    }
    release["tender"] |= changes.pop("tender", {})
    return release | changes


def lost(given, found, path=""):
    """What a package says that what came back does not, as high up as nothing of it did."""
    if isinstance(given, dict):
        for key, value in given.items():
            place = f"{path}.{key}".removeprefix(".")
            if path == "tender.requirements":
                place = f"{path}[]"
            if value in (None, [], {}) or (path == place == "criteria"):
                continue
            if key not in found:
                yield place
            else:
                yield from lost(value, found[key], place)
    elif isinstance(given, list) and given and isinstance(given[0], dict):
        known = {one.get("id"): one for one in found}
        for one in given:
            if one.get("id") in known:
                yield from lost(one, known[one.get("id")], f"{path}[]")
            else:
                yield f"{path}[]"


def moment(value):
    """The instant that a text says; the text itself where it says none."""
    try:
        return dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)


def within(part, whole):
    """What a part says that the whole does not; a list is found in any order."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from within(value, whole.get(key) if isinstance(whole, dict) else None)
    elif isinstance(part, list):
        found = whole if isinstance(whole, list) else []
        for one in part:
            if not any(not [*within(one, other)] for other in found):
                yield one
    elif not {str(part), moment(part)} & {str(whole), moment(whole)}:
        yield part


@samples
def test_what_comes_back_of_an_export_is_so_and_the_rest_is_named(name):
    """Every value of the package stands in the sample at its place; nothing else is missing."""
    taken = taken_of(text_of(evaluation(name)))

    given = copy.deepcopy(dossier(name))
    given["tender"] = {"round": 1, "qualification_round": 1} | given["tender"]
    document = given["tender"]["document"]
    addenda = document.get("addenda") or []
    document["addenda"] = [{"number": x} if isinstance(x, str) else x for x in addenda]
    # Only the deadline that is in force is told, and not how often it was moved before.
    moved = [e | {"type": "batas_pemasukan"} for e in given["events"] if "until" in e]
    given["events"] += moved
    assert [*within(json.loads(taken.text), given)] == []
    assert taken.diagnostics == ()
    assert set(taken.missing) <= MISSING
    assert set(taken.left) <= LEFT


def test_all_that_is_named_as_lost_is_lost_somewhere():
    """The lists above hold nothing that comes back after all."""
    taken = [taken_of(text_of(evaluation(name))) for name in NAMES]

    assert {place for one in taken for place in one.missing} == MISSING
    assert {place for one in taken for place in one.left} == LEFT


def test_what_has_no_place_in_a_release_is_named_on_the_page():
    """What a package loses on its way there and back: of all samples that, and all of it."""
    found = set()
    for name in NAMES:
        given = {key: part for key, part in dossier(name).items() if key != "events"}
        found |= {*lost(given, json.loads(taken_of(text_of(evaluation(name))).text))}

    assert {re.sub(r"(requirements\[\]).*", r"\1", place) for place in found} - {
        "participants",
        "participants[].submitted",
    } == LOST
    assert [place for place in MISSING | LOST if f"`{place}`" not in OCDS_PAGE] == []
    assert [place for place in LEFT if f"`{place}`" not in OCDS_PAGE] == []


def test_a_release_of_somebody_else():
    """What the standard's codes can only mean is taken, what they leave open is missing."""
    taken = taken_of(minimal())

    assert json.loads(taken.text) == {
        "format": "tender-package/1",
        "tender": {
            "code": "7",
            "title": "Pengadaan kursi",
            "buyer": "Kementerian Contoh",
            "category": "barang",
            "procedure": "pascakualifikasi",
            "pagu": "250000000.1",
            "hps": {
                "total": "240000000",
                "lines": [{"id": "1", "description": "Kursi", "unit": "buah", "quantity": "40"}],
            },
        },
        "participants": [{"id": "S", "name": "PT Satu"}],
        "events": [
            {
                "type": "batas_pemasukan",
                "of": "penawaran",
                "until": "2024-01-20T09:00:00+07:00",
            }
        ],
    }
    assert taken.missing == {
        f"tender.{key}": 1
        for key in ("work_unit", "document", "envelope", "method", "contract", "announced_on")
    } | {
        "tender.requirements": 1,
        "tender.hps.vat_percent": 1,
        "tender.hps.lines[].unit_price": 1,
        "pokja": 1,
        "events[].at": 1,
    }
    assert taken.left == {"/parties[]/address": 1}


def test_an_id_may_be_a_whole_number():
    """As the standard lets it."""
    given = minimal(buyer={"id": 8}, tender={"id": 7})
    given["parties"][0]["id"] = "8"
    given["tender"]["items"][0]["id"] = 1

    assert taken_of(given).text == taken_of(minimal()).text


@pytest.mark.parametrize("scheme", ["ID-DJP", "ID-NPWP", "NPWP"])
def test_an_npwp_is_known_by_its_register(scheme):
    """By the code of org-id.guide, by the one that it had before, or by its name."""
    given = minimal()
    given["parties"][1]["identifier"] = {"scheme": scheme, "id": "0012345678901234"}
    (who,) = json.loads(taken_of(given).text)["participants"]

    assert who["npwp"] == "0012345678901234"


def test_a_price_is_taken_to_its_last_digit_and_a_consortium_is_nobody():
    """More digits than a float has; a bid of two parties is left, for nobody says what they are."""
    bids = [
        {
            "id": "b",
            "date": "2024-01-19T09:00:00+07:00",
            "tenderers": [{"id": "S", "name": "PT Satu"}],
            "value": {"amount": "@", "currency": "IDR"},
        },
        {"id": "c", "tenderers": [{"id": "X"}, {"id": "Y"}]},
    ]
    text = json.dumps(minimal(bids={"details": bids})).replace('"@"', "123456789012345678.654321")
    taken = taken_of(text)
    (who,) = json.loads(taken.text)["participants"]

    assert who["price"] == {"stated_total": "123456789012345678.654321"}
    assert who["submitted"] == {"penawaran": "2024-01-19T09:00:00+07:00"}
    assert taken.left["/bids/details[]"] == 1


def bid(id_, who, amount, **more):
    value = {"amount": amount, "currency": "IDR"}
    return {"id": id_, "tenderers": [{"id": who}], "value": value, **more}


def test_of_several_bids_of_one_tenderer_none_is_taken():
    """Which of them counts nobody says; another's is taken all the same."""
    bids = [bid("a", "S", 5), bid("b", "S", 3), bid("c", "T", 4)]
    taken = taken_of(minimal(bids={"details": bids}))
    one, other = json.loads(taken.text)["participants"]

    assert (one, other) == (
        {"id": "S", "name": "PT Satu"},
        {"id": "T", "price": {"stated_total": "4"}},
    )
    assert taken.left["/bids/details[]"] == 2


@pytest.mark.parametrize("lots", [1, 2])
def test_of_a_tender_in_lots_no_bid_and_no_award_is_taken(lots):
    """What was bid for a part is no price of the whole; one lot is the whole."""
    named = [{"id": f"L{n}"} for n in range(lots)]
    bids = {"details": [bid("a", "S", 5, relatedLots=["L0"])]}
    awards = [{"id": "1", "status": "active", "suppliers": [{"id": "S"}]}]
    taken = taken_of(minimal(tender={"lots": named}, bids=bids, awards=awards))
    made = json.loads(taken.text)

    assert ("price" in made["participants"][0]) is (lots == 1)
    assert [event["type"] for event in made["events"]][1:] == ["penetapan"] * (lots == 1)
    assert (taken.left["/tender/lots"], "/bids" in taken.left) == (1, lots == 2)
    assert ("/awards" in taken.left) is (lots == 2)


def test_of_several_awards_that_stand_none_is_the_winner():
    """One that was undone beside it is none that stands."""
    awards = [
        {"id": n, "status": status, "suppliers": [{"id": who}]}
        for n, (who, status) in enumerate([("S", "active"), ("T", "active"), ("U", "cancelled")])
    ]
    several, one = (json.loads(taken_of(minimal(awards=a)).text) for a in (awards, awards[1:]))

    assert [event["type"] for event in several["events"]] == ["batas_pemasukan"]
    assert [event.get("winner") for event in one["events"]] == [None, "T"]


def test_an_amount_without_a_currency_is_left():
    """It may be of any; nobody takes it for rupiah."""
    taken = taken_of(minimal(tender={"value": {"amount": 240000000}}))

    assert "total" not in json.loads(taken.text)["tender"]["hps"]
    assert taken.left["/tender/value/amount"] == 1
    assert taken.missing["tender.hps.total"] == 1


def test_of_thousands_of_lines_nothing_hides_what_else_is_missing():
    """Each lacks its unit price; the panel and what else is not there is told all the same."""
    given = minimal()
    given["tender"]["items"] *= 3_000
    taken = taken_of(given)

    assert taken.missing["tender.hps.lines[].unit_price"] == 3_000
    assert taken.missing == taken_of(minimal()).missing | {"tender.hps.lines[].unit_price": 3_000}
    assert {one.code for one in taken.diagnostics} == {"PKT030", "PKT094"}


def test_what_is_taken_and_is_no_value_of_a_package_is_told():
    """An id with signs that a package has none of stays as it is, and is named."""
    parties = [{"id": "ID/1", "name": "PT Satu", "roles": ["tenderer"]}]
    taken = taken_of(minimal(parties=parties))

    assert [(one.code, one.path) for one in taken.diagnostics] == [("PKT018", "participants[0].id")]


def test_half_a_sign_is_told_and_can_be_written():
    """JSON can escape what no file of UTF-8 holds."""
    taken = taken_of(minimal(tender={"title": "kur\ud800si"}))

    assert json.loads(taken.text.encode())["tender"]["title"] == "kur\ud800si"
    assert [(one.code, one.path) for one in taken.diagnostics] == [("PKT017", "tender.title")]


def deep(levels):
    """A list in a list, as deep as that."""
    return "[" * levels + "]" * levels


PACKAGE = {"version": "1.1", "releases": [minimal()]}
OTHER = minimal(ocid="ocds-abc123-8")
BAD = {
    "huge": (b" " * (LARGEST + 1), "OCD010", "1:1"),
    "no text": (b'{"ocid": "\xff"}', "OCD011", "1:11"),
    "no JSON": (b'{"ocid":\n  x}', "OCD012", "2:3"),
    "an empty file": (b"", "OCD012", "1:1"),
    "deep": (deep(100_000), "OCD013", "1:1"),
    "deep inside": (
        json.dumps(minimal(contracts="@")).replace('"@"', deep(80)),
        "OCD013",
        "1:1",
    ),
    "a list": ([], "OCD014", "1:1"),
    "a page": ({"judul": "berita"}, "OCD014", "1:1"),
    "no release": (PACKAGE | {"releases": []}, "OCD014", "1:32"),
    "no tender": ({"ocid": "x"}, "OCD014", "1:1"),
    "releases of text": (PACKAGE | {"releases": "x"}, "OCD014", "1:32"),
    "1.0": (PACKAGE | {"version": "1.0"}, "OCD015", "1:13"),
    "1.0 unsaid": ({"releases": [minimal()]}, "OCD015", "1:1"),
    "a version of another kind": (PACKAGE | {"version": 1.1}, "OCD015", "1:13"),
    "several tenders": (PACKAGE | {"releases": [minimal(), OTHER]}, "OCD016", "1:32"),
    "records": ({"version": "1.1", "records": []}, "OCD017", "1:1"),
    "a record": ({"ocid": "x", "compiledRelease": minimal()}, "OCD017", "1:1"),
    "compiled": (minimal(tag=["compiled"]), "OCD017", None),
    "a history": (PACKAGE | {"releases": [minimal(), minimal()]}, "OCD019", "1:32"),
    "a title of figures": (minimal(tender={"title": 7}), "OCD020", None),
    "a half of an id": (minimal(tender={"id": 7.5}), "OCD020", None),
    "an amount in words": (minimal(tender={"value": {"amount": "satu"}}), "OCD020", None),
    "no number": (
        json.dumps(minimal(tender={"value": {"amount": "@"}})).replace('"@"', "1e999"),
        "OCD020",
        None,
    ),
    "a number without end": (
        json.dumps(minimal(tender={"value": {"amount": "@"}})).replace('"@"', "1e9" + "9" * 20),
        "OCD020",
        None,
    ),
    "no text behind a mark": (b'\xef\xbb\xbf{"ocid": "\xc3\xa9\xff"}', "OCD011", "1:12"),
    "half a mark": (b"\xef\xbb", "OCD011", "1:1"),
    "a workbook": (b"PK\x03\x04", "OCD012", "1:1"),
    "parties of text": (minimal(parties="PT Satu"), "OCD020", None),
    "a tender of parties": (minimal(parties=["PT Satu"]), "OCD020", None),
    "a key twice": (
        json.dumps(minimal()).replace('"title"', '"title": "Lain", "title"'),
        "OCD021",
        None,
    ),
    "dollars": (minimal(tender={"value": {"amount": 1, "currency": "USD"}}), "OCD022", None),
}


@pytest.mark.parametrize(("given", "code", "place"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told_at_its_place(given, code, place):
    """In both languages, with what to do; never an error of the program."""
    data = given if isinstance(given, bytes | str) else json.dumps(given)
    data = data.encode() if isinstance(data, str) else data
    for lang in ("id", "en"):
        with pytest.raises(OcdsRefusedError) as error:
            package_from_ocds(data, "rilis.json", national(), lang=lang)
        (told,) = error.value.diagnostics
        assert told.code == code
        assert told.hint
        assert place in (None, f"{told.line}:{told.column}")


def test_one_of_several_is_named():
    """By its ocid; one that is not there is told."""
    both = PACKAGE | {"releases": [minimal(), OTHER | {"tender": OTHER["tender"] | {"id": "8"}}]}

    assert json.loads(taken_of(both, ocid="ocds-abc123-8").text)["tender"]["code"] == "8"
    with pytest.raises(OcdsRefusedError) as error:
        taken_of(both, ocid="ocds-abc123-9")
    assert [one.code for one in error.value.diagnostics] == ["OCD018"]


def test_all_that_is_wrong_is_told_at_once():
    """Each at its line."""
    text = json.dumps(minimal(tender={"title": 7, "id": True}), indent=1)
    with pytest.raises(OcdsRefusedError) as error:
        taken_of(text)

    assert {one.message for one in error.value.diagnostics} == {"Menurut OCDS di sini: teks"}
    lines = text.splitlines()
    found = {lines[one.line - 1].strip() for one in error.value.diagnostics}
    assert found == {'"title": 7,', '"id": true,'}


def test_every_code_is_tried_and_has_its_words():
    """Both languages, the same places to fill; what cannot be written is tried with the export."""
    tried = {code for _, code, _ in BAD.values()} | {"OCD018"}
    of_export = {f"OCD00{n}" for n in range(1, 7)}

    assert set(OCDS_TEXTS) == tried | of_export
    for words in OCDS_TEXTS.values():
        places = re.compile(r"\{(\w+)\}")
        assert set(places.findall(words.message_id)) == set(places.findall(words.message_en))
        assert set(places.findall(words.hint_id)) == set(places.findall(words.hint_en))

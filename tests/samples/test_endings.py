"""Each sample is a package without faults and ends as its README says."""

import json

import pytest

from samples.remake import BEFORE
from tender_desk.documents.papers import BAHP, paper
from tender_engine.findings import Verdict
from tender_rules import national
from tests.reading import read_path
from tests.rules.pages.reading import tables
from tests.samples.dossiers import (
    NAMES,
    NOTHING,
    SAMPLES,
    evaluation,
    listed,
    rows_of,
    samples,
    table,
    word,
)


def ending(name):
    """What the program concludes, in the rows of a README."""
    found = evaluation(name)
    failure = found.failure
    return {
        "state": found.state,
        "result": found.result,
        "list": found.shortlist,
        "winner": found.winner,
        "reserves": found.reserves,
        "next": found.next,
        "ground": failure and failure.ground,
        "declared by": failure and failure.declared_by,
        "effective": failure and failure.effective,
        "unverified": tuple(v.param for v in found.values if v.source == "unverified"),
    }


def test_index():
    """The index names every sample, and no other."""
    rows = tables((SAMPLES / "README.md").read_text("utf-8"))[0]

    assert sorted(row["folder"].strip("`") for row in rows) == NAMES


@samples
def test_reads_without_faults(name):
    """The reader has nothing to object to, and the file is as a person keeps it."""
    text = (SAMPLES / name / "paket.json").read_bytes().decode()
    reading = read_path(SAMPLES / name)

    assert reading.diagnose() == ()
    assert reading.package is not None
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" == text


@samples
def test_ends_as_told(name):
    """State, result, winner, ground and what follows."""
    told = {row["what"]: row["is"] for row in table(name, "How it ends")}
    plural = {key: listed(told.pop(key, NOTHING)) for key in ("list", "reserves", "unverified")}

    assert plural | {key: word(cell) for key, cell in told.items()} == ending(name)


def stop(verdicts):
    """The first stage that was not passed, or else the last; some stages are entered together."""
    open_ = (pair for pair in verdicts if pair[1].verdict is not Verdict.LULUS)
    stage, found = next(open_, verdicts[-1])
    return stage, found.verdict


@samples
def test_where_each_bidder_stops(name):
    """Where a bidder fell, waits or was left alone, or that it came to the end."""
    found = evaluation(name)
    by_bidder = {who.id: found.verdicts_of(who.id) for who in found.package.participants}
    rows = table(name, "Where each bidder stops")

    assert {row["bidder"]: (row["stage"], row["verdict"]) for row in rows} == {
        who: stop(verdicts) for who, verdicts in by_bidder.items() if verdicts
    }


@samples
def test_awaited(name):
    """Exactly what is awaited from whom; without such a table, nothing."""
    rows = rows_of(name, "Awaited")
    told = [(*list(row.values())[:-1], listed(row["from"])) for row in rows]

    assert told == [
        (item.stage, item.participant, item.criterion, item.needs, item.asked)
        for item in evaluation(name).awaiting
    ]


# What nobody wants in a dossier that is in order: times, acts or values that do not agree.
AT_ODDS = {
    "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH",
    "HARGA_TANPA_PENAWARAN",
    "KONFIRMASI_BERBEDA",
    "PAKET_SEBELUMNYA_TIDAK_DISEBUT",
    "PENILAIAN_TANPA_DOKUMEN",
    "PENILAIAN_TIDAK_DIPAKAI",
    "TINDAKAN_BERBEDA",
    "URUTAN_WAKTU",
}


# Whose READMEs say that an act or a confirmation is still to come, or that the minutes of what
# was undone stand as they are.
DRAFTS = {
    "drainase-setengah-dinilai",
    "gedung-puskesmas",
    "jembatan-satu-penawar",
    "laptop-dua-penawar",
    "mebel-sekolah",
    "saluran-dua-salinan",
}


@samples
def test_draft_or_final(name):
    """A record is final once people have acted and confirmed what no text read supports."""
    before = evaluation(BEFORE[name]) if name in BEFORE else None

    assert paper(evaluation(name), BAHP, before=before, under=national()).draft is (name in DRAFTS)


@samples
def test_nothing_is_at_odds(name):
    """Dates follow each other, acts agree with the figures, and every judgement is used."""
    assert AT_ODDS.isdisjoint(notice.code for notice in evaluation(name).notices)


@pytest.mark.parametrize("name", [name for name in NAMES if rows_of(name, "Notices")])
def test_notices(name):
    """Where a README lists what the record notes, it notes that and nothing else."""
    told = [(row["code"], word(row["about"])) for row in rows_of(name, "Notices")]

    assert told == [(notice.code, notice.participant) for notice in evaluation(name).notices]

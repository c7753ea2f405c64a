"""One small tender for each way in which a tender can end, and a record's text in every form."""

import json
import re
from decimal import Decimal
from functools import cache

from attrs import evolve

from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.view import View
from tender_engine.events import (
    Closing,
    Deadline,
    Extension,
    FailureAct,
    Minutes,
    TypingConfirmation,
)
from tender_engine.model import Criterion, Requirements
from tender_engine.terms import Decider, Doubt, Phase, StageId
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    demands,
    evaluated,
    failed,
    judged,
    line,
    package,
    priced,
)
from tests.happenings import award

ASKS = {
    ADMINISTRASI: demands(
        criteria=(Criterion("adm", "Surat penawaran lengkap", "IKP 28.10"),),
        bid_validity_days=60,
        clauses={"bid_validity_days": "LDP huruf B"},
    ),
    KUALIFIKASI: Requirements(criteria=(Criterion("izin", "Izin usaha", "LDK huruf A"),)),
    TEKNIS: Requirements(criteria=(Criterion("alat", "Peralatan utama", "LDP huruf F.2"),)),
    PEMBUKTIAN: Requirements(criteria=(Criterion("asli", "Dokumen asli", "IKP 33"),)),
}
VALID = {ADMINISTRASI: {"bid_validity_days": 60}}
EXTENDED = (
    Deadline(at(2), Phase.PENAWARAN, at(12)),
    Extension(at(12), Phase.PENAWARAN, at(14)),
    Closing(at(14), Phase.PENAWARAN),
)
AWARD = award("p1", "p2", "p3", number="BA-1/2022")
OTHER_AWARD = award("p2", "p1", number="BA-2/2022")
MINUTES = Minutes(at(23, 14), "pemilihan", "027/9/BAHP/2022", "Ruang Rapat Pokja")
GROUND = "perpres-16-2018:51(2)"


LOOKED_AT = TypingConfirmation(
    at(17), Doubt.TOTAL_JAUH, "p2", Decimal(1_048_950_000), ("m1", "m2", "m3"), "Sesuai surat."
)


def offer(name, total="1100000000", **more):
    """A bidder that meets what rules can decide."""
    return bidder(name, total, **({"facts": VALID} | more))


def three():
    """Three bids in order of price, the first two in fact corrected from what they state.

    p1 states 1.104.450.000, which is right: (100 x 9.000.000 + 20 x 4.750.000) x 1,11. p2 states
    1.048.950.000 with volume 90, corrected to (100 x 9.500.000 + 20 x 4.500.000) x 1,11 =
    1.154.400.000. p3 is ready made.
    """
    first = priced("1104450000", line("L1"), line("L2", "20", "4750000"))
    second = priced("1048950000", line("L1", "90", "9500000"), line("L2", "20", "4500000"))
    return (offer("p1", price=first), offer("p2", price=second), offer("p3", "1198800000"))


def given(*bidders, asks=None, **more):
    """A tender that asks one thing for people at every stage.

    Of the three bids p2 is corrected by a little more than ten percent, which the panel looked at.
    """
    events = (*(() if bidders else (LOOKED_AT,)), *more.pop("events", ()))
    return package(*(bidders or three()), asks=ASKS | (asks or {}), events=events, **more)


def silent(*names):
    """Bidders that registered and handed in nothing."""
    return [bidder(name, submitted=False, price=None) for name in names]


def extra_line():
    """A bid with a line that the document does not have: a value of the law without a text."""
    lines = (line("L1"), line("L2", "20", "4750000"), line("X1", "1", "1000000", extra=True))
    return offer("p1", price=priced("1105560000", *lines))


@cache
def outcomes():
    """By name, an evaluation for each way in which a tender can end or wait."""
    over = [offer("p1", "1300000000"), offer("p2", "1400000000")]
    people = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}e")
    none_fit = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}c")
    tied = [offer("p1", "1100000000"), offer("p2", "1100000000")]
    lowest = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=1, clause="LDP huruf E")}
    packages = {
        "diusulkan": given(),
        "ditetapkan": given(events=[AWARD, MINUTES]),
        "satu_penawaran": given(offer("p1")),
        "di_bawah_80": given(offer("p1", "900000000")),
        "di_bawah_80_wajar": given(
            offer("p1", "900000000"),
            assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga")],
        ),
        "tiga_terendah": given(asks=lowest),
        "tanpa_perpanjangan": given(*silent("p1", "p2"), events=EXTENDED[:1]),
        "tanpa_penawaran": given(*silent("p1", "p2"), events=EXTENDED),
        "gugur_administrasi": given(assessments=failed(ADMINISTRASI, "p1", "p2", "p3")),
        "gugur_kualifikasi": given(assessments=failed(KUALIFIKASI, "p1", "p2", "p3")),
        "gugur_teknis": given(assessments=failed(TEKNIS, "p1", "p2", "p3")),
        "gugur_teknis_dinyatakan": given(
            assessments=failed(TEKNIS, "p1", "p2", "p3"), events=[none_fit]
        ),
        "gugur_pembuktian": given(assessments=failed(PEMBUKTIAN, "p1", "p2", "p3")),
        "di_atas_hps": given(*over),
        "kkn": given(events=[people]),
        "tender_ulang_gagal": given(*silent("p1"), events=EXTENDED, round=2),
        "menunggu_penilaian": given(general=(ADMINISTRASI, KUALIFIKASI)),
        "menunggu_peringkat": given(*tied),
        "menunggu_harga": given(offer("p1"), offer("p2", price=None)),
        # p2 fell on its papers, and neither its price nor its qualification was looked into.
        "tidak_diteruskan": given(
            offer("p1"),
            offer("p2", price=None),
            assessments=[*failed(ADMINISTRASI, "p2"), judged(KUALIFIKASI, participant="p1")],
            general=(ADMINISTRASI, TEKNIS, PEMBUKTIAN),
        ),
        "pagu_besar": given(pagu=Decimal("100000000001")),
        "baris_tambahan": given(extra_line(), offer("p2")),
        "baris_tambahan_ditetapkan": given(extra_line(), offer("p2"), events=[OTHER_AWARD]),
    }
    return {name: evaluated(made) for name, made in packages.items()}


def due(evaluation, kind, participant=None):
    """Whether a paper may be written, of `participant` alone where one is named."""
    view = View.of(evaluation)
    return kind.due(evolve(kind.scope(view) if kind.scope else view, bidder=participant))


def texts(evaluation, *, internal=False):
    """The record as Markdown and as JSON, as one text to search."""
    record = paper(evaluation, WORKING_PAPER if internal else BAHP)
    return markdown(record) + json.dumps(bahp_dict(record), ensure_ascii=False)


def words(record):
    """Every text that a record holds."""

    def leaves(value):
        if isinstance(value, dict):
            for part in value.values():
                yield from leaves(part)
        elif isinstance(value, list):
            for part in value:
                yield from leaves(part)
        elif isinstance(value, str):
            yield value

    return list(leaves(bahp_dict(record)))


def section(record, title):
    """The blocks of the section whose title begins with `title`, as plain data."""
    sections = bahp_dict(record)["sections"]
    return next(part["blocks"] for part in sections if part["title"].startswith(title))


def annex(record):
    """The blocks of what a draft has beyond the final text."""
    (part,) = bahp_dict(record)["annex"]
    return part["blocks"]


def rows(blocks):
    """Every row of every table among `blocks`."""
    return [row for block in blocks if block["kind"] == "tabel" for row in block["rows"]]


def items(blocks):
    """Every label with what it stands for; the first of a name counts."""
    pairs = [item for block in blocks if block["kind"] == "daftar" for item in block["items"]]
    return dict(reversed(pairs))


def bahp_items(record):
    """Every label with what it stands for, in order, of the whole record."""
    parts = [part["blocks"] for part in bahp_dict(record)["sections"]]
    blocks = [block for part in parts for block in part if block["kind"] == "daftar"]
    return [tuple(item) for block in blocks for item in block["items"]]


def code_words(record, known):
    """Words in snake case, which no Pokja reads; none in a text that `known` explains."""
    return {
        word
        for text in words(record)
        for word in re.findall(r"\b[a-z]+_[a-z_]+\b", text)
        if not re.search(known, text)
    }


def drawn_tables(record):
    """Every table of the record."""
    return [b for s in record.sections for b in s.blocks if hasattr(b, "rows")]


def prose(record):
    """The running text of every section, before what a draft lacks."""
    return " ".join(said(part["blocks"]) for part in bahp_dict(record)["sections"])


def said(blocks):
    """The running text of `blocks`."""
    return " ".join(block["text"] for block in blocks if "text" in block)

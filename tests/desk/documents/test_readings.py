"""How a record tells the readings of a local standard."""

import re
import string
import tomllib
from pathlib import Path

from attrs import evolve

from tender_desk.documents import subject
from tender_desk.documents.papers import BAHP, paper
from tender_engine.model import Regulation
from tender_engine.terms import StageId
from tender_rules import national
from tests.builders import evaluated
from tests.desk.documents.data import said, section
from tests.desk.documents.kinds import packages
from tests.procurements import applicants, screened


def test_how_the_local_standard_on_prakualifikasi_was_read():
    """The contradictions of section XXVIII, each with its reading."""
    local = Regulation(overlays=("pasuruan-2022",))
    read = said(
        section(paper(evaluated(screened(*applicants(2), regulation=local)), BAHP), "Dasar")
    )

    for words in (
        "memuat “≤ 3” bagi keadaan gagal dan “≥ 3” bagi keadaan yang dilanjutkan",
        "yang kurang adalah “kurang dari 3”, dan 3 peserta dilanjutkan",
        "menuju gagal tanpa perpanjangan",
        "butir 6a (“lebih dari 3”) dibaca “3 atau lebih”",
        "dinyatakan gagal) tidak diterapkan pada pemasukan, karena tidak memiliki dasar",
        "Pada prakualifikasi ulang butir itu tidak diterapkan, karena kelanjutannya mengikuti",
        "“Evaluasi penawaran” dalam bagan",
        "“BAHP/BAHS” dalam bagan",
        "Pasal 51 ayat (6): dua peserta lulus dilanjutkan, satu peserta lulus dilanjutkan dengan",
        "XXVIII angka 1 (Persyaratan) dibaca dokumen kualifikasi",
    ):
        assert words in read
    assert "tidak berlaku" not in read
    assert "XXVII angka 2" not in read


def test_after_the_list_the_local_standard_is_silent():
    """XXVIII ends with the result of the qualification; XXVII is on pascakualifikasi."""
    given = packages()["pra_lalu_penawaran"]
    local = Regulation(overlays=("pasuruan-2022",))
    made = paper(evaluated(evolve(given, tender=evolve(given.tender, regulation=local))), BAHP)
    read = said(section(made, "Dasar"))

    assert "evaluasi penawaran sesudahnya mengikuti ketentuan nasional" in read
    assert "butir" not in read


def test_two_files_are_corrected_after_they_are_opened_whatever_the_local_standard_says():
    """XXVII puts the correction first, which fits one file."""
    given = packages()["sistem_nilai_tersegel"]
    local = Regulation(overlays=("pasuruan-2022",))
    made = paper(evaluated(evolve(given, tender=evolve(given.tender, regulation=local))), BAHP)

    assert (
        "pada penyampaian dua file, koreksi aritmatik dilakukan setelah dokumen penawaran harga"
    ) in said(section(made, "Dasar"))


def test_each_reading_says_where_it_stands_and_fills_only_what_is_known():
    """A slip in the file of readings would stand in no record, or in a wrong one."""
    file = Path(subject.__file__).with_name("local_readings.toml")
    for standard, readings in tomllib.loads(file.read_text("utf-8")).items():
        assert standard in national().overlays
        for reading in readings:
            assert reading.keys() - {"stage"} == {"of", "text", "en"}
            assert reading["of"] in {"pascakualifikasi", "daftar", "penawaran"}
            assert reading.get("stage", "pembukaan_harga") in set(StageId)
            asked = {name for _, name, _, _ in string.Formatter().parse(reading["text"]) if name}
            english = {name for _, name, _, _ in string.Formatter().parse(reading["en"]) if name}
            assert english == asked
            params = {provision.param for provision in national().provisions}
            for name in asked - {"envelope"}:
                if re.fullmatch(r"Pasal \d+( ayat \(\d+\))?( huruf [a-z])?", name):
                    continue  # an article, as it is called on the day
                kind, param = re.fullmatch(r"(\w+)\[([a-z_.]+)\]", name).groups()
                assert kind in {"cited", "said", "effective"}
                assert param in params

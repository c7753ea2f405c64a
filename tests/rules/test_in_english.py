"""What a record says in Indonesian, told in English: by hand and over the samples."""

import ast
import re
import tomllib
from importlib import resources

import pytest
from attrs import evolve

from tender_engine.evaluation import StageVerdict
from tender_engine.faults import Fault
from tender_engine.findings import Finding, Verdict
from tender_rules import national
from tender_rules.in_english import (
    fault_in_english,
    in_english,
    reason_in_english,
    sentences,
)
from tender_rules.told_facts import fact_in_english, told_fact
from tests.indonesian import left_over, typed_in
from tests.rules.sentences.law_texts import law, named
from tests.samples.dossiers import dossier, evaluation, samples

# Where facts are put together before an outcome takes them.
WHOLE = frozenset({"facts", "asked", "stated"})
# A passage by its number; what a setting or a form is called is a code or a name.
NUMBERED = re.compile(
    r"(?:Pasal|Penjelasan|Lampiran|IKP|LDP|LDK|BAB|Harga Terkoreksi|Prakualifikasi)\b"
    r"|\b(?:ayat|huruf|angka|butir|halaman)\b|[IVX]+\b|\([a-z0-9]+\)|[0-9][0-9.\-]*[a-z]?|\b[a-z]\b"
    r"|\b[A-Z0-9_]{6,}\b|[a-z]+_[a-z]+"
)
# What stands in a record and in no sentence: keys, answers of a program, ISO days, many zeros.
PROGRAM = re.compile(r"[a-z]_[a-z]|\b(?:true|false|null|None)\b|\d{4}-\d\d-\d\d|[.,]\d*0{4}\b")
PLACES = re.compile(r"\{(\w+)\}")


TOLD = {
    "Masa berlaku penawaran 60 hari, diminta paling kurang 90 hari (LDP huruf G).": (
        "The bid is valid for 60 days, at least 90 days are asked (LDP huruf G)."
    ),
    "Jaminan penawaran bernilai Rp1.200.000,50, diminta paling kurang Rp2.000.000,00 dan berlaku "
    "sampai 4 Mei 2026, diminta paling kurang sampai 5 Juni 2026": (
        "The bid bond is worth Rp1,200,000.50, at least Rp2,000,000.00 is asked, and is valid "
        "until 4 May 2026, at least until 5 June 2026 is asked"
    ),
    "PT Satu: Tidak masuk Daftar Hitam; PT Dua: Tidak masuk Daftar Hitam": (
        "PT Satu: Not on the Daftar Hitam; PT Dua: Not on the Daftar Hitam"
    ),
    "Sanggah dijawab Senin, 4 Mei 2026 pukul 09.30 WIB; batasnya 1 Mei 2026 pukul 16.00 WIB.": (
        "The objection was answered Monday, 4 May 2026 at 09:30 WIB; the limit was 1 May 2026 at "
        "16:00 WIB."
    ),
    "SBU A nomor 1 berlaku sampai dengan 11 Mei 2022, sudah berakhir pada batas akhir pemasukan "
    "dokumen 12 Mei 2022; SBU B belum diketahui": (
        "SBU A number 1 is valid until 11 May 2022, which had ended on the deadline, 12 May 2022; "
        "SBU B is not known"
    ),
    "Harga satuan di atas batas terhadap HPS: 1.1 belum diklarifikasi, L06 timpang, L08 tidak "
    "timpang, tidak diperiksa dalam lumsum M1, M2": (
        "Unit prices above the line against the HPS: 1.1 not clarified yet, L06 unbalanced, L08 "
        "not unbalanced, not checked in the lump sum M1, M2"
    ),
    "Kalimat yang tidak dikenal.": "Kalimat yang tidak dikenal.",
}


@pytest.mark.parametrize(("indonesian", "english"), TOLD.items())
def test_a_sentence_is_told_in_english(indonesian, english):
    assert in_english(indonesian) == english


def test_what_people_typed_stays_as_it_is():
    """Though it looks like a sentence of its own, and like figures of the record."""
    typed = "Tidak memenuhi Personel (LDP F.3): Nilai total 54,00, di bawah ambang batas 60"
    assert in_english(typed) == (
        "Does not meet Personel (LDP F.3): Nilai total 54,00, di bawah ambang batas 60"
    )


def test_the_reason_of_a_verdict_is_told_finding_by_finding():
    """Where what a person typed in one would else swallow the next."""
    told = [
        "Tidak memenuhi A (F.1): alasan satu. Alasan dua",
        "Nilai total 54,00, di bawah ambang batas 60",
    ]
    found = tuple(Finding("x.y", Verdict.GUGUR, each, {}, (), ()) for each in told)
    verdict = StageVerdict("p1", Verdict.GUGUR, f"{told[0]}. {told[1]}.", found, ())
    assert reason_in_english(verdict) == (
        "Does not meet A (F.1): alasan satu. Alasan dua. Total score 54.00, below the threshold 60."
    )


def test_what_a_finding_has_of_people_stays_though_it_goes_on_as_ours_would():
    """Its fact says what was typed; what is the program's own before it is told."""
    typed = "tidak lengkap; CV A: Memenuhi Personel (F.2)"
    reason = f"Tidak memenuhi Personel (F.1): {typed}"
    found = Finding("x.y", Verdict.GUGUR, reason, {"alasan": typed}, (), ())
    verdict = StageVerdict("p1", Verdict.GUGUR, f"{reason}.", (found,), ())
    assert reason_in_english(found) == f"Does not meet Personel (F.1): {typed}"
    assert reason_in_english(verdict) == f"Does not meet Personel (F.1): {typed}."


def test_a_fault_of_the_law_names_in_english_what_it_names_in_words():
    """A moment, a thing and a stage; what was typed and what the format calls it stay."""
    fault = Fault(
        "ATR087",
        ("assessments", 3, "at"),
        {
            "what": "penilaian evaluasi teknis atas PT Sudah Nilai",
            "at": "Senin, 4 Mei 2026 pukul 09.30 WIB",
            "since": "Selasa, 5 Mei 2026 pukul 08.00 WIB",
            "found": "penawaran",
        },
    )
    assert fault_in_english(fault).params == {
        "what": "a judgement at technical evaluation of PT Sudah Nilai",
        "at": "Monday, 4 May 2026 at 09:30 WIB",
        "since": "Tuesday, 5 May 2026 at 08:00 WIB",
        "found": "penawaran",
    }
    assert fault_in_english(evolve(fault, code="PKT010")) == evolve(fault, code="PKT010")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("pemenang p2, cadangan p1, oleh pokja", "winner p2, reserves p1, by pokja"),
        ("pemenang p2, cadangan tidak ada, oleh pa", "winner p2, no reserves, by pa"),
        ("daftar p1, p2, oleh pokja", "list p1, p2, by pokja"),
    ],
)
def test_an_act_is_told_in_english_to_whose_it_is(act, told):
    said = f"Tindakan yang tercatat ({act}) berbeda dari hasil perhitungan (belum ada hasil)."
    assert in_english(said) == (
        f"The act on record ({told}) differs from what was computed (no result yet)."
    )


def test_english_fills_only_places_that_the_sentence_has():
    for indonesian, english in sentences().items():
        places = PLACES.findall(indonesian)
        assert len(places) == len(set(places)), indonesian
        assert set(PLACES.findall(english)) <= set(places), indonesian
        assert not left_over(english), english


@samples
def test_no_sentence_of_a_sample_stays_indonesian(name):
    found, typed = evaluation(name), typed_in(dossier(name))
    verdicts = [verdict for stage in found.stages for verdict in stage.verdicts]
    told = {each.reason: reason_in_english(each) for v in verdicts for each in (v, *v.findings)}
    told |= {notice.message: in_english(notice.message) for notice in found.notices}
    assert all(told.values())
    assert not {text: rest for text in told.values() if (rest := left_over(text, typed))}


def facts_named_in_the_law():
    """What rules call their facts: keywords of an outcome, and the keys of what is given whole."""
    for module, tree in law().modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and named(node) in ("passes", "fails", "waits"):
                yield from ((each.arg, module) for each in node.keywords if each.arg)
            into = [getattr(node, "target", None), *getattr(node, "targets", [])]
            if any(named(each) in WHOLE for each in into if each) and node.value:
                found = (each for each in ast.walk(node.value) if isinstance(each, ast.Dict))
                keys = (each.value for one in found for each in one.keys if is_text(each))
                yield from ((each, module) for each in keys)


def is_text(node):
    return isinstance(node, ast.Constant)


def test_every_fact_has_its_english_name():
    file = resources.files("tender_rules") / "facts_en.toml"
    names = tomllib.loads(file.read_text("utf-8"))["names"]
    assert not [each for each in facts_named_in_the_law() if each[0] not in names]


def facts_of(name):
    """Each fact that the evaluation of a sample found."""
    return {
        each
        for stage in evaluation(name).stages
        for verdict in stage.verdicts
        for finding in verdict.findings
        for each in finding.facts.items()
    }


@samples
def test_no_fact_of_a_sample_stays_indonesian(name):
    asked = (each for each in facts_of(name) if each[0] not in ("alasan", "kriteria", "nomor"))
    told = {" ".join(fact_in_english(*told_fact(*each))) for each in asked}
    assert not {each for each in told if left_over(each)}


@samples
def test_no_fact_of_a_sample_is_told_as_a_program_writes_it(name):
    """No answer, key, time or endless figure of a record; codes and what people typed stay."""
    facts = [each for each in facts_of(name) if each[0] not in ("alasan", "kriteria", "nomor")]
    told = [" = ".join(each) for fact in facts for each in both(*fact)]
    assert not [each for each in told if PROGRAM.search(each)]


def both(name, value):
    """A fact in Indonesian and in English, without a code before its name."""
    told = told_fact(name.rpartition(".")[2], value)
    return told, fact_in_english(*told)


def test_a_fact_that_is_a_code_is_no_figure():
    """`5.10` is the tenth line of part five, and is not five and a tenth."""
    for name in ("baris", "timpang", "nomor"):
        assert [told for _, told in both(name, "5.10, 5.1")] == ["5.10, 5.1"] * 2
        assert [told for _, told in both(name, "5.10")] == ["5.10"] * 2


def passages():
    """Every passage that is cited and is more than its number."""
    rulebook = national()
    cited = [*rulebook.provisions, *(e for entries in rulebook.overlays.values() for e in entries)]
    cited += [cite for rule in rulebook.rules for cite in rule.cites]
    cited += [cite for ground in rulebook.grounds.values() for cite in ground.citations]
    return sorted(
        {each.article for each in cited if NUMBERED.sub("", each.article).strip(" ,.()-")}
    )


@pytest.mark.parametrize("article", passages())
def test_what_a_text_has_no_number_for_is_told_in_english(article):
    assert article in sentences() or in_english(article) != article

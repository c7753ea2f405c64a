"""`tender ulang`, and `--previous` of the commands that read its package."""

import datetime as dt
import json
from pathlib import Path

import pytest
from attrs import evolve
from openpyxl import load_workbook

from tender_desk import workbook_bytes
from tender_engine.events import Event, Extension, FailureAct
from tender_engine.formats.canonical import canonical_package
from tender_engine.terms import Contract, Decider, Phase, PreviousKind, Subject
from tender_rules import national
from tender_rules.repeats.making import repeated
from tests.builders import PEMBUKTIAN, TEKNIS, at, bidder, checked, evaluated, judged
from tests.builders import package as of_bids
from tests.cli.screens import Run
from tests.happenings import (
    announced,
    appeal,
    award,
    closing,
    deadline,
    extended,
    listing_act,
    objection,
    objections_over,
    of_bond,
    of_kpa,
    sppbj,
)
from tests.happenings import answered as was_answered
from tests.procurements import applicant, applicants, screened
from tests.rules.repeats.tenders import HANDED_IN, anew, answered, undone

TECHNICAL = f"{TEKNIS}:p2"
ANSWERS = (
    judged(TEKNIS, participant="p2", when=at(26)),
    judged(PEMBUKTIAN, participant="p2", when=at(27)),
)
OLD = undone()
NEW = answered(anew(OLD), *ANSWERS)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A tender that an objection undid, and the same bids evaluated anew, as files."""
    for name, package in (("lama", OLD), ("baru", NEW)):
        (tmp_path / f"{name}.json").write_text(canonical_package(package), "utf-8")
    return tmp_path


def test_it_writes_a_folder_that_waits_for_what_was_named(run: Run, files: Path) -> None:
    """With the reason that the old package records, and what to do next."""
    made = run("ulang", "evaluasi", files / "lama.json", files / "ulang", "--anew", TECHNICAL)
    assert made.exit_code == 0, made.stderr
    assert "Alasan: Sanggah CV p2 Contoh benar dan substansial menurut jawaban" in made.stdout
    told = run("evaluate", files / "ulang", "--previous", files / "lama.json")

    assert told.exit_code == 3
    assert "Evaluasi penawaran ulang: sesuai dengan paket sebelumnya" in told.stdout
    assert json.loads(run("evaluate", files / "ulang", "--json").stdout)["awaiting"] == [
        {
            "stage": TEKNIS,
            "participant": "p2",
            "criterion": f"k.{TEKNIS}",
            "needs": "penilaian",
            "from": ["m1", "m2", "m3"],
        }
    ]


def test_a_repeat_that_another_was_to_be_is_not_said_to_accord(run: Run, files: Path) -> None:
    """After an error in the evaluation the bids are evaluated anew; here all began anew."""
    words = ("--announced", "2022-06-01")
    assert run("ulang", "tender", files / "lama.json", files / "ulang", *words).exit_code == 0
    told = run("evaluate", files / "ulang", "--previous", files / "lama.json")

    shown = " ".join(told.stdout.split())
    assert "sesuai dengan paket sebelumnya" not in shown
    assert (
        "Tender ulang: isinya cocok dengan paket sebelumnya, tetapi menurut paket itu yang "
        "mengikuti adalah Evaluasi penawaran ulang" in shown
    )


def test_a_stage_without_a_judgement_is_told(run: Run, files: Path) -> None:
    """Nothing is taken out there, and what is known is corrected on another record."""
    words = ("--anew", "evaluasi_harga")
    made = run("ulang", "evaluasi", files / "lama.json", files / "ulang", *words)

    assert made.exit_code == 0
    assert "pada evaluasi_harga tidak ada penilaian yang dikeluarkan" in made.stderr


def test_a_reason_that_was_typed_stays_in_english(run: Run, files: Path) -> None:
    """Though it is word for word what the program would tell."""
    words = ("--anew", TECHNICAL, "--reason", "Tidak ada", "--lang", "en")
    made = run("ulang", "evaluasi", files / "lama.json", files / "ulang", *words)

    assert "Tidak ada" in made.stdout


def test_nothing_is_overwritten(run: Run, files: Path) -> None:
    """Neither a file with other content nor a folder that holds anything."""
    for new in (files / "lama.json", files):
        made = run("ulang", "evaluasi", files / "baru.json", new, "--anew", TEKNIS, "--reason", "x")
        assert made.exit_code == 2
    assert (files / "lama.json").read_text("utf-8") == canonical_package(OLD)


@pytest.mark.parametrize("form", [".json", ".xlsx"])
def test_the_ending_says_what_is_written(run: Run, files: Path, form: str) -> None:
    """A workbook and a JSON say the same; and of a workbook a folder holds a workbook."""
    first, second = files / f"satu{form}", files / "dua"
    words = ("--anew", TECHNICAL, "--reason", "Salah menilai")
    assert run("ulang", "evaluasi", files / "lama.json", first, *words).exit_code == 0
    assert run("ulang", "evaluasi", first, second, *words).exit_code == 0

    assert [path.name for path in second.iterdir()] == [f"paket{form}"]
    for new, old in ((first, files / "lama.json"), (second, first)):
        assert run("check", new, "--previous", old).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("evaluasi", "--anew", "evaluasi_teknik"), "Maksud Anda: evaluasi_teknis"),
        (("evaluasi", "--anew", "evaluasi_teknis:p9"), "p1 (CV p1 Contoh), p2 (CV p2 Contoh)"),
        (("evaluasi", "--anew", "evaluasi_teknis:"), "Peserta  tidak ada"),
        (
            ("evaluasi", "--anew", "pembuktian_kualifikasi:p2"),
            "yang dinilai: p1 (CV p1 Contoh)",
        ),
        (
            ("evaluasi",),
            "yang dinilai: evaluasi_administrasi, evaluasi_kualifikasi, evaluasi_teknis, evaluasi_",
        ),
        (("tender", "--announced", "2022-06-01", "--anew", TEKNIS), "--anew hanya untuk evaluasi"),
        (("tender",), "memerlukan --announced"),
        (("penawaran", "--announced", "2022-06-01"), "hanya keduanya"),
        (("tender", "--announced", "2022-05-23"), "mendahului yang menyebabkan pengulangan"),
        (("prakualifikasi", "--announced", "2022-06-01"), "tidak ada prakualifikasi yang diulang"),
        (("tender", "--announced", "01-13-2022"), "01-13-2022"),
        (("seleksi",), "bukan salah satu dari"),
    ],
)
def test_what_does_not_go_together_is_told(
    run: Run, files: Path, words: tuple[str, ...], told: str
) -> None:
    """With what there is to choose from, and nothing is written."""
    kind, *more = words
    found = run("ulang", kind, files / "lama.json", files / "ulang", *more)

    assert found.exit_code == 2
    assert told in found.stderr
    assert not (files / "ulang").exists()


def test_what_is_judged_anew_in_the_words_of_the_sheets(run: Run, files: Path) -> None:
    """A stage and a bidder by name; and what to run next runs where a name has a space."""
    made = [
        run("ulang", "evaluasi", files / "lama.json", files / folder, "--anew", named)
        for folder, named in (("a b", "Evaluasi Teknis: cv p2 contoh"), ("b", TECHNICAL))
    ]
    assert [one.exit_code for one in made] == [0, 0]
    texts = [(files / folder / "paket.json").read_text("utf-8") for folder in ("a b", "b")]
    assert texts[0] == texts[1]
    old, new = files / "lama.json", files / "a b" / "paket.json"
    assert f'tender evaluate "{new}" --previous "{old}"' in made[0].stdout.replace("\n  ", " ")


def test_without_a_cause_on_record_people_say_why(run: Run, files: Path) -> None:
    """In their words."""
    words = ("ulang", "penawaran", files / "baru.json", files / "ulang", "--lang", "en")
    assert "say why with --reason" in run(*words).stderr
    made = run(*words, "--reason", "Dokumen keliru", "--json")

    assert json.loads(made.stdout) == {
        "created": str(files / "ulang" / "paket.json"),
        "kind": "penawaran_ulang",
        "reason": "Dokumen keliru",
        "diagnostics": [],
    }


def test_another_repeat_than_the_ground_leads_to_is_told(run: Run, files: Path) -> None:
    """A tender ulang that fails leads to direct appointment, under both conditions."""
    moved = Extension(at(12), Phase.PENAWARAN, at(14))
    events = (deadline(), moved, closing("penawaran", day=14))
    empty = evolve(OLD, participants=(), assessments=(), events=events)
    again = checked(evolve(empty, tender=evolve(OLD.tender, round=2)))
    (files / "kedua.json").write_text(canonical_package(again), "utf-8")
    words = ("--announced", "2022-07-01", "--reason", "gagal lagi")
    made = run("ulang", "tender", files / "kedua.json", files / "ulang", *words)

    assert made.exit_code == 0
    for told in ("melainkan Penunjukan Langsung", "kebutuhan tidak dapat ditunda", "PA/KPA"):
        assert told in made.stderr


@pytest.mark.parametrize("command", ["evaluate", "check", "bahp", "report"])
def test_each_tells_that_another_repeat_follows(run: Run, files: Path, command: str) -> None:
    """And not only when it was made; of the one that follows nothing is told."""
    old = files / "lama.json"
    assert run("ulang", "penawaran", old, files / "ulang.json").exit_code == 0
    words = ("melainkan Evaluasi penawaran ulang", "bukan penyampaian penawaran ulang")

    found = run(command, files / "ulang.json", "--previous", old)
    assert all(word in found.stderr for word in words)
    assert "melainkan" not in run(command, files / "baru.json", "--previous", old).stderr


@pytest.mark.parametrize(
    "events",
    [
        (),
        (award("p1"), announced()),
        (award("p1"), announced(), objections_over(26), sppbj()),
        # An appeal that is right is followed by a new act, or by a failure that is declared.
        (award("p1"), announced(), objection(), was_answered(day=27), appeal(day=30),
         of_bond(), of_kpa("benar")),
    ],
    ids=["nobody acted", "announced", "appointed", "appeal granted"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["tender", "penawaran", "evaluasi"])
def test_where_nothing_leads_to_a_repeat_that_is_told(
    run: Run, tmp_path: Path, kind: str, events: tuple[Event, ...]
) -> None:
    """When it is made and each time that it is read, and it is not said to be in accord."""
    bids = (bidder("p1"), bidder("p2", "1150000000"))
    old, new = tmp_path / "lama.json", tmp_path / "ulang.json"
    old.write_text(canonical_package(of_bids(*bids, events=events)), "utf-8")
    words = {"tender": ("--announced", "2022-08-01"), "evaluasi": ("--anew", TECHNICAL)}
    made = run("ulang", kind, old, new, "--reason", "coba", *words.get(kind, ()))
    read = run("evaluate", new, "--previous", old)

    for told in (made.stderr, read.stderr):
        assert "paket sebelumnya tidak mencatat apa pun yang diikuti" in told
    shown = " ".join(read.stdout.split())
    assert "tidak mencatat apa pun yang diikuti pengulangan" in shown
    assert "sesuai dengan paket sebelumnya" not in shown


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_what_was_judged_anew_is_listed(run: Run, files: Path, command: str) -> None:
    """And what was named; what is of another than the objector is told apart."""
    named = {"ulang": {"anew": [TECHNICAL, f"{TEKNIS}:p3"]}}
    more = answered(evolve(NEW, extensions=named), judged(TEKNIS, participant="p3", when=at(28)))
    (files / "lebih.json").write_text(canonical_package(more), "utf-8")
    told = [
        " ".join(run(command, files / name, "--previous", files / "lama.json").stdout.split())
        for name in ("baru.json", "lebih.json")
    ]

    for text, who in zip(told, ("p2", "p2, p3"), strict=True):
        assert f"Yang disebut untuk dinilai ulang: Evaluasi teknis: {who} Yang dinilai" in text
        assert f"Yang dinilai ulang: Evaluasi teknis: {who}; Pembuktian kualifikasi: p2" in text
    assert "bukan atas" not in told[0]
    assert "bukan atas p2 CV p2 Contoh" in told[1]
    assert "benar: Evaluasi teknis: p3; pastikan" in told[1]


@pytest.mark.parametrize("command", ["evaluate", "check", "bahp", "report"])
def test_each_holds_it_against_the_package_before(run: Run, files: Path, command: str) -> None:
    """With code and place where it is no such repeat, and the exit code of data with faults."""
    assert run(command, files / "baru.json", "--previous", files / "lama.json").exit_code == 0
    found = run(command, files / "baru.json", "--previous", files / "baru.json")

    assert found.exit_code == 1
    assert found.stdout == ""
    assert "baru.json:1:" in found.stderr
    assert "ATR081" in found.stderr
    missing = run(command, files / "baru.json", "--previous", files / "tidak-ada.json")
    assert missing.exit_code == 2


def test_as_json_every_fault_is_on_stdout(run: Run, files: Path) -> None:
    """Those of the package before as well."""
    (files / "rusak.json").write_text("{}", "utf-8")
    found = run("evaluate", files / "baru.json", "--json", "--previous", files / "rusak.json")

    assert found.exit_code == 1
    told = json.loads(found.stdout)["diagnostics"]
    assert {one["file"] for one in told} == {str(files / "rusak.json")}


def test_it_changes_no_evaluation(run: Run, files: Path) -> None:
    """The JSON is the same, root and all."""
    alone = run("evaluate", files / "baru.json", "--json")
    held = run("evaluate", files / "baru.json", "--json", "--previous", files / "lama.json")

    assert alone.stdout == held.stdout


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_screen_says_that_nobody_looked(run: Run, files: Path, command: str) -> None:
    """In both languages."""
    told = run(command, files / "baru.json")
    english = run(command, files / "baru.json", "--lang", "en")

    assert "belum diperiksa terhadap paket sebelumnya" in told.stdout
    assert "not held against the package before it" in english.stdout


def test_standard_input_is_read_once(run: Run) -> None:
    """It cannot be both."""
    for command in ("evaluate", "check"):
        assert run(command, "-", "--previous", "-", given="{}").exit_code == 2


def test_what_the_law_of_the_new_day_refuses_is_told_at_once(run: Run, files: Path) -> None:
    """A kind of contract that has another name since 2 February 2021: written, and to be mended."""
    old = undone(contract=Contract.TERIMA_JADI, announced_on=dt.date(2021, 2, 1))
    (files / "dulu.json").write_text(canonical_package(old), "utf-8")
    words = ("ulang", "tender", files / "dulu.json")
    made = run(*words, files / "baru-saja.json", "--announced", "2022-06-01")

    assert made.exit_code == 1
    assert "Perbaiki dahulu yang berikut" in made.stdout
    assert "baru-saja.json:" in made.stderr
    assert "putar_kunci" in made.stderr
    assert (files / "baru-saja.json").exists()
    as_json = run(*words, files / "lagi.json", "--announced", "2022-06-01", "--json")
    (told,) = json.loads(as_json.stdout)["diagnostics"]
    assert (as_json.exit_code, told["path"]) == (1, "tender.contract")


def test_of_a_prakualifikasi_the_qualification_is_evaluated_anew(run: Run, files: Path) -> None:
    """Tabel 2 of Peraturan LKPP 12/2021: "evaluasi dan pembuktian kualifikasi ulang"."""
    cause, of = "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi", "kualifikasi"
    right = was_answered("benar_substansial", "p3", 13, of, cause=cause)
    events = [announced(10, of), objection("p3", 12, of), right]
    old = screened(*applicants(3), events=[listing_act("p1", "p2", "p3"), *events])
    (files / "daftar.json").write_text(canonical_package(old), "utf-8")
    words = ("--anew", "evaluasi_kualifikasi:p3", "--reason", "Salah menilai")
    made = run("ulang", "evaluasi", files / "daftar.json", files / "lagi.json", *words)
    told = [
        run("check", files / "lagi.json", "--previous", files / "daftar.json", "--lang", lang)
        for lang in ("id", "en")
    ]

    assert "lagi.json, evaluasi dan pembuktian kualifikasi ulang atas" in made.stdout
    assert "Evaluasi dan pembuktian kualifikasi ulang: sesuai" in told[0].stdout
    assert "A new evaluation and proof of qualifications: in accord" in told[1].stdout


def test_who_passed_a_repeat_alone_is_not_to_be_screened_again(run: Run, files: Path) -> None:
    """Pasal 51 ayat (6) huruf b: another prakualifikasi ulang is told not to be what follows."""
    alone = screened(
        applicant(),
        qualification_round=2,
        events=[extended(), closing(), listing_act("p1", day=17)],
    )
    (files / "satu.json").write_text(canonical_package(alone), "utf-8")
    words = ("--announced", "2022-06-01", "--reason", "lagi")
    made = run("ulang", "prakualifikasi", files / "satu.json", files / "lagi.json", *words)
    screen = run("evaluate", files / "satu.json").stdout

    assert "melainkan Penunjukan Langsung" in made.stderr
    for told in (made.stderr, screen):
        assert "Perpres 16/2018 Pasal 51 ayat (6) huruf b" in told


@pytest.mark.parametrize("command", ["evaluate", "check", "bahp", "report"])
def test_what_was_changed_by_hand_is_told_at_its_place(run: Run, files: Path, command: str) -> None:
    """A judgement on another than was named, in JSON and in a workbook, in both languages."""
    fell = judged(TEKNIS, "tidak_memenuhi", "p3", when=at(28), note="Sewa.")
    other = answered(NEW, fell)
    (files / "tangan.json").write_text(canonical_package(other), "utf-8")
    (files / "tangan.xlsx").write_bytes(workbook_bytes(other, national()))
    for name, lang, words in (
        ("tangan.json", "id", "Penilaian CV p3 Contoh pada evaluasi teknis berbeda"),
        ("tangan.json", "en", "CV p3 Contoh at technical evaluation differs"),
        ("tangan.xlsx", "id", "pada Yang dinilai ulang di lembar Paket"),
    ):
        found = run(command, files / name, "--previous", files / "lama.json", "--lang", lang)
        assert found.exit_code == 1
        assert "ATR093" in found.stderr
        assert words in found.stderr


def test_what_new_bids_differ_in_is_told(run: Run, tmp_path: Path) -> None:
    """Another document after its error, and somebody whom the package before does not have."""
    wrong = FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
    old = checked(evolve(OLD, events=(*HANDED_IN, wrong)))
    made = repeated(evaluated(old), PreviousKind.PENAWARAN_ULANG, "Dokumen keliru")
    tender = evolve(made.tender, document=evolve(made.tender.document, number="SDP-2"))
    people = (*made.participants, bidder("p4", submitted=False, price=None))
    new = checked(evolve(made, tender=tender, participants=people))
    for name, package in (("lama", old), ("baru", new)):
        (tmp_path / f"{name}.json").write_text(canonical_package(package), "utf-8")
    found = run("check", tmp_path / "baru.json", "--previous", tmp_path / "lama.json")

    assert found.exit_code == 0, found.stderr
    assert "pastikan: Dokumen Pemilihan (nomor, tanggal, adendum);" in " ".join(
        found.stdout.split()
    )
    assert "hanya ada pada satu dari kedua paket: CV p4 Contoh" in " ".join(found.stdout.split())


def test_a_repeat_that_does_not_follow_names_the_package_in_words(run: Run, files: Path) -> None:
    """And not by the placeholder of the usage line."""
    made = run("ulang", "penawaran", files / "lama.json", files / "ulang")
    assert "menurut paket sebelumnya tindak lanjutnya bukan" in made.stderr, made.stderr
    assert not {"OLD", "LAMA"} & {*made.stderr.split()}


def test_a_refresh_holds_a_repeat_against_the_package_before_it(run: Run, files: Path) -> None:
    """The sheets say that nobody looked only where nobody did."""
    book = files / "baru.xlsx"
    book.write_bytes(workbook_bytes(NEW, national()))

    def told(*given: object) -> set[bool]:
        assert run("worksheet", book, *given).exit_code == 0
        sheets = load_workbook(book)
        rows = [*sheets["Hasil Status"].values, *sheets["Hasil Ditunggu"].values]
        return {"--previous LAMA" in str(row) for row in rows}

    assert True in told()
    assert told("--previous", files / "lama.json") == {False}


def test_a_repeat_without_a_time_is_in_the_zone_of_the_package_before_it(
    run: Run, files: Path
) -> None:
    """Else the first time that is typed is refused, and the sheets are laid out by a refresh."""
    new = files / "ulang.xlsx"
    words = ("--announced", "2023-12-04", "--reason", "x")
    made = run("ulang", "tender", files / "lama.json", new, *words)
    fields = dict(row[:2] for row in load_workbook(new)["Paket"].values)

    assert fields["Zona waktu"] == "WIB"
    assert f'Lengkapi, lalu: tender worksheet "{new}" --previous' in made.stdout

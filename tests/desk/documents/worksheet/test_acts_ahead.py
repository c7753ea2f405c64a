"""Acts that are ahead stand ready on their sheets: nobody types what the procedure makes of any.

A row that says no more than which act it is, about what and by whom is no event.
"""

from typing import Any

import pytest
from attrs import evolve

from tender_desk.documents.view import View
from tender_desk.worksheet_book.acts_ahead import acts_ahead
from tender_desk.worksheet_book.asked import asked_rows
from tender_engine.engine import evaluate
from tender_engine.events import Confirmation, Negotiation
from tender_engine.findings import Source
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Facts, Package, Participant
from tender_rules import national
from tender_rules.stages.administration import KSO_AGREEMENT
from tests.desk.documents.worksheet.books import HEAD, changed, opened, package_of, sample, worked
from tests.reading import read_bytes, workbook_bytes
from tests.samples.dossiers import evaluation

# With deadline and closing recorded, and nothing after them.
HALF = "drainase-setengah-dinilai"
PRICE = "evaluasi_harga"


def ahead(package: Package, events: Any) -> list[tuple[Any, ...]]:
    """Kind, about what, and by whom."""
    found = acts_ahead(View.of(evaluate(package, national()), internal=True), events)
    return [(act["type"], act.get("of"), act.get("by")) for act in found]


def begun(name: str) -> Package:
    """The tender of a sample before anything has happened."""
    return evolve(sample(name), events=(), assessments=())


def rows(data: bytes, sheet: str) -> list[tuple[Any, ...]]:
    """Of each row what stands under `Jenis`, `Waktu` and what it is about."""
    about = "Tentang" if sheet == "Peristiwa" else "Berita acara tentang"
    return on(data, sheet, "Jenis", "Waktu", about)


def test_a_tender_in_one_file() -> None:
    """In the order in which it happens; the panel decides, for the pagu is within its limit."""
    assert ahead(begun(HALF), ()) == [
        ("batas_pemasukan", "penawaran", None),
        ("penutupan", "penawaran", None),
        ("penetapan", "pemilihan", "pokja"),
        ("berita_acara", "pemilihan", None),
        ("pengumuman", "pemilihan", None),
    ]


def test_a_seleksi_with_prakualifikasi() -> None:
    """The list first, with the days of objection that have to be over; prices are opened apart."""
    found = [act[:2] for act in ahead(begun("pengawasan-rumah-sakit"), ())]
    assert found == [
        ("batas_pemasukan", "kualifikasi"),
        ("penutupan", "kualifikasi"),
        ("penetapan", "kualifikasi"),
        ("berita_acara", "kualifikasi"),
        ("pengumuman", "kualifikasi"),
        ("akhir_masa_sanggah", "kualifikasi"),
        ("batas_pemasukan", "penawaran"),
        ("penutupan", "penawaran"),
        ("pembukaan_harga", None),
        ("penetapan", "pemilihan"),
        ("berita_acara", "pemilihan"),
        ("pengumuman", "pemilihan"),
        ("akhir_masa_sanggah", "pemilihan"),
    ]


def test_talks_of_a_seleksi_are_ahead_once_it_is_known_with_whom() -> None:
    """Also when the result is determined; not once they were held."""
    package = sample("pengawasan-rumah-sakit")
    talks = [event for event in package.events if isinstance(event, Negotiation)]
    before = evolve(package, events=tuple(e for e in package.events if e not in talks))
    found = acts_ahead(View.of(evaluate(before, national()), internal=True), ())

    assert [act for act in found if act["type"] == "negosiasi"] == [
        {"type": "negosiasi", "participant": talks[0].participant}
    ]
    given = workbook_bytes(before)
    done = worked(given)
    row = ("negosiasi", talks[0].participant, None)
    assert on(done, "Peristiwa", "Jenis", "Peserta", "Waktu").count(row) == 1
    assert package_of(read_bytes(done, "paket.xlsx")) == package_of(read_bytes(given, "paket.xlsx"))
    assert on(worked(done), "Peristiwa", "Jenis", "Peserta", "Waktu").count(row) == 1
    assert ahead(package, [{"type": "negosiasi", "participant": talks[0].participant}]) == []


def test_what_talks_rest_on_is_asked_before_they_are_held() -> None:
    """So that it is confirmed with all the rest; as soon as it is a Seleksi, and not twice."""
    package = sample("pengawasan-rumah-sakit")
    bare = [event for event in package.events if not isinstance(event, (Negotiation, Confirmation))]

    def asked(*more: Any) -> list[Any]:
        given = evolve(package, events=(*bare, *more))
        rows = asked_rows(View.of(evaluate(given, national()), internal=True)).rows
        params = [row[-1] if isinstance(row[-1], str) else row for row in rows]
        return [param for param in params if "negotiation" in str(param)]

    talks = [event for event in package.events if isinstance(event, Negotiation)]
    said = [e for e in package.events if isinstance(e, Confirmation) and "negotiation" in e.param]
    assert len(asked()) == len(asked(*talks)) == 1
    assert len(said) == 1
    assert asked(*said) == []


@pytest.mark.parametrize("name", ["pengawasan-rumah-sakit", "keamanan-jaringan"])
def test_all_that_is_to_be_confirmed_is_asked_before_any_bid_is_there(name: str) -> None:
    """In two files all values of these tenders follow from the tender: no refresh adds another."""
    package = sample(name)
    told = [event for event in package.events if not isinstance(event, Confirmation)]
    late = evolve(package, events=tuple(told))
    early = evolve(package, events=(), assessments=(), participants=())

    def asked(given: Package) -> set[str]:
        rows = asked_rows(View.of(evaluate(given, national()), internal=True)).rows
        return {str(row[-1]) for row in rows}

    assert asked(late) == asked(early)
    assert "unsealing.whose" in asked(early)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("alat-kesehatan-tkdn", set[str]()),  # its preference is by line whatever is offered
        ("gedung-puskesmas", {"kso.members", "correction.extra_item"}),
        ("jalan-desa-skp", {"kso.members", "qualification.small"}),
        # The years of KD count only for who has enough of it.
        ("jembatan-kd-skn", {"kso.members", "kd.whose", "qualification.window"}),
        ("trotoar-sbu-berakhir", {"experience.exempt_below_years"}),
    ],
)
def test_a_later_refresh_asks_only_what_bids_show(name: str, shown: set[str]) -> None:
    """A KSO, a line too much, a young or small firm; what the document leads to is asked before.

    That a bidder is a KSO is known by its agreement, before anything of its members is.
    """
    done = evaluation(name)
    early = evaluate(evolve(begun(name), participants=(), extensions={}), national())
    asked = {str(row[-1]) for row in asked_rows(View.of(early, internal=True)).rows}
    used = {value.param for value in done.values if value.source is Source.UNVERIFIED}
    assert used - asked == shown

    agreed = Facts(named={KSO_AGREEMENT.key: True})
    one = Participant("p1", "KSO Contoh", facts={KSO_AGREEMENT.stage: agreed})
    known = evaluate(evolve(early.given, participants=(one,)), national())
    of_kso = {str(row[-1]) for row in asked_rows(View.of(known, internal=True)).rows} - asked
    assert of_kso == {"kso.members"} | (shown & {"kd.whose"})


def test_nothing_is_ahead_once_the_result_is_determined() -> None:
    """What the panel did not record by then stays its own affair."""
    assert ahead(sample("jalan-kabupaten"), ()) == []


def test_a_refresh_lays_out_what_is_not_recorded_and_nothing_twice() -> None:
    """Wherever the rows go; the package is the same."""
    given = workbook_bytes(sample(HALF))
    done = worked(given)
    new = [row for row in rows(done, "Peristiwa") if row not in rows(given, "Peristiwa")]
    assert new == [("penetapan", None, "pemilihan"), ("pengumuman", None, "pemilihan")]
    assert rows(done, "Surat") == [("berita acara", None, "pemilihan")]
    assert package_of(read_bytes(done, "paket.xlsx")) == package_of(read_bytes(given, "paket.xlsx"))

    def moved(book: Any) -> None:
        page = book["Peristiwa"]
        last = max(cell.row for cell in page["A"] if cell.value)
        page.move_range(f"A{last}:AZ{last}", rows=5)

    again = worked(changed(done, moved))
    assert rows(again, "Peristiwa") == rows(done, "Peristiwa")


def test_who_is_asked_for_an_analysis_is_asked_line_by_line() -> None:
    """Of each main line a row, and the talk about it; what is not filled in is no entry.

    The one bid under 80 percent of the HPS is that of `p3`.
    """
    talked = [event for event in sample(HALF).events if getattr(event, "stage", "") == PRICE]
    assert [event.participant for event in talked] == ["p3"]
    before = evolve(sample(HALF), events=tuple(e for e in sample(HALF).events if e not in talked))
    given = workbook_bytes(before)
    main = [line.id for line in before.tender.hps.lines or () if line.main]
    done = worked(given)
    assert on(done, "Analisa Harga", "Peserta", "Baris") == [("p3", line) for line in main]
    talk = ("klarifikasi", "p3", "evaluasi harga", None)
    assert on(done, "Peristiwa", "Jenis", "Peserta", "Tahap", "Waktu").count(talk) == 1
    assert package_of(read_bytes(done, "paket.xlsx")) == package_of(read_bytes(given, "paket.xlsx"))

    def one_is_filled(book: Any) -> None:
        page = book["Analisa Harga"]
        column = next(c.column for c in page[HEAD] if c.value == "Overhead (%)")
        page.cell(HEAD + 1, column).value = 10

    again = worked(done)
    assert on(again, "Analisa Harga", "Peserta", "Baris") == [("p3", line) for line in main]
    assert on(again, "Peristiwa", "Jenis", "Peserta", "Tahap", "Waktu").count(talk) == 1
    told = read_bytes(changed(done, one_is_filled), "paket.xlsx").diagnose()
    assert [one.code for one in told] == ["PKT072"]  # an analysis of that line, of which more lacks


def on(data: bytes, sheet: str, *titles: str) -> list[tuple[Any, ...]]:
    """Of each row what stands under these heads."""
    page = opened(data)[sheet]
    heads = [str(cell.value).removesuffix(" *") for cell in page[HEAD]]
    at = [heads.index(title) for title in titles]
    found = (tuple(row[column].value for column in at) for row in page.iter_rows(min_row=HEAD + 1))
    return [row for row in found if any(row)]


def test_it_is_an_event_with_its_time_and_lacks_it_with_anything_else() -> None:
    """A number without a day is begun."""
    done = worked(workbook_bytes(sample(HALF)))

    def typed(title: str, value: Any) -> bytes:
        def change(book: Any) -> None:
            page = book["Peristiwa"]
            column = next(c.column for c in page[HEAD] if str(c.value).startswith(title))
            row = next(c.row for c in page["A"] if c.value == "pengumuman")
            page.cell(row, column).value = value

        return changed(done, change)

    told = read_bytes(typed("Alasan", "besok"), "paket.xlsx").diagnose()
    assert "XLS041" in {one.code for one in told}
    package = read_bytes(typed("Waktu", "29 Juni 2030 14:00"), "paket.xlsx").package
    assert package is not None
    assert [e["type"] for e in package_dict(package)["events"]].count("pengumuman") == 1


def test_a_sheet_without_a_column_gets_what_it_can_say() -> None:
    """Who decides has no place there: that act is laid out by nobody, and nothing is refused."""

    def without(book: Any) -> None:
        page = book["Peristiwa"]
        page.delete_cols(next(c.column for c in page[HEAD] if c.value == "Ditetapkan oleh"))

    given = changed(workbook_bytes(sample(HALF)), without)
    new = [row for row in rows(worked(given), "Peristiwa") if row not in rows(given, "Peristiwa")]
    assert new == [("pengumuman", None, "pemilihan")]

"""How one sheet names the entries of another: by codes and names, as people type them."""

from typing import Any, ClassVar

import pytest

from tender_desk.workbook.kinds import NAMES, CellError
from tender_desk.workbook.kinds.evidence import TOTALS
from tender_desk.workbook.kinds.people import PRESENT
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.layout import WHO
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.local import Local, Terms
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rows import Entry, Said
from tender_engine.faults import Noted, Spot
from tender_engine.formats.canonical import package_digest
from tender_rules import national
from tests.desk.workbook.data import Desk, small, told
from tests.desk.workbook.test_kinds import Cell

LAYOUT = layout_of(national().declarations)
TWINS = (("p1", "CV Maju"), ("p2", "CV Kembar"), ("p3", "CV Kembar"))
LINE, CRITERION, MEMBER = ("HPS", "Kode"), ("Kriteria", "Kode"), ("KSO", "Kode")


def resolver(
    *entries: tuple[str, tuple[str, ...], dict[str, str]], faults: Noted | None = None
) -> Resolver:
    """One that has learnt these entries: sheet, names above, what the row says."""
    made = Resolver(LAYOUT, Noted(10) if faults is None else faults)
    for row, (sheet, above, said) in enumerate(entries, 5):
        grid = Grid(sheet, 1, at={"Kode": 1})
        made.learn(LAYOUT.table(sheet), Entry(above, dict(said), grid, row))
    return made


def bidders(*codes_and_names: tuple[str, str]) -> Resolver:
    return resolver(*(("Peserta", (), {"id": c, "name": n}) for c, n in codes_and_names))


@pytest.mark.parametrize(
    "typed",
    [
        *("p1", "P1", " p 1", "p-1", "P.1", "P\u20111", "PT Maju Jaya", "pt maju  jaya"),
        *("P.T. MAJU JAYA", "PT. Maju Jaya", "PT.Maju-Jaya", "PT Maju – Jaya", "PT Maju, Jaya."),
    ],
)
def test_a_bidder_by_its_code_or_its_name(typed: str) -> None:
    """Case, spaces, and dots and hyphens beside a letter are no other bidder."""
    assert bidders(("p1", "PT Maju Jaya"), ("p2", "CV Maju Jaya")).code(WHO, typed) == "p1"


@pytest.mark.parametrize(
    "typed", ["p11", "p1.", "Maju Jaya", "Maju Jaya, PT", "PT Maju", "PD Maju Jaya", "p_1", "", "-"]
)
def test_what_is_nobody(typed: str) -> None:
    """The title of a firm is a part of its name, and no part of a name is the whole."""
    assert bidders(("p1", "PT Maju Jaya"), ("p2", "CV Maju Jaya")).code(WHO, typed) is None


PANEL = (
    ("m1", "Ir. Hasan Basri, M.T.", "Ketua"),
    ("m2", "Rina Wulandari, S.T., M.Si.", "sekretaris"),
    ("m3", "Budi, S.E.", "Anggota"),
    ("m4", "H. Budi, S.T.", "sekretaris"),
    ("m5", "M. Nur'aini, S.H.", "Anggota"),
    ("m6", "R.A. Ayu, S.H.", "Anggota"),
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Bpk. Hasan Basri; RINA WULANDARI S.T", ["m1", "m2"]),
        ("Ir. Hasan Basri, M.T., Rina Wulandari dan H. Budi", ["m1", "m2", "m4"]),
        ("1. Rina Wulandari, M.Si, 2. Budi SE", ["m2", "m3"]),
        ("M . Nur’aini, R. A. Ayu", ["m5", "m6"]),
        ("Rina Wulandari, S.H.", None),  # who has another degree is another
        ("Rina", ["Rina"]),  # may be a code, and is told where the package is read
        ("Ir. Hasan Basri, M.T., Siti Aminah", None),
        ("Budi", None),  # two are called so
        ("ketua; Budi SE", ["m1", "m3"]),
        ("Sekretaris", None),  # two are
        ("anggota", ["anggota"]),  # as all of them are, whatever else
        ("Semua anggota", [code for code, _, _ in PANEL]),
        ("SEMUA", [code for code, _, _ in PANEL]),
    ],
)
def test_members_with_some_of_their_degrees(typed: str, codes: list[str] | None) -> None:
    """By what one alone is called or holds, or all of them; who is nobody is told alone."""
    faults = Noted(10)
    panel = (("Pokja", (), {"id": c, "name": n, "role": held}) for c, n, held in PANEL)
    known = resolver(*panel, faults=faults)
    table, said = LAYOUT.table("Penilaian"), {"by": NAMES.read(Cell(typed))}
    found = known.resolved(table, Entry((), said, Grid("Penilaian", 2), 5))

    assert found is not None
    assert found.said.get("by") == codes
    told_as = "XLS190" if typed in ("Budi", "Sekretaris") else "XLS193"
    assert [one.code for one in faults] == ([] if codes else [told_as])
    assert [one.params["found"] for one in faults] == ([] if codes else [typed.split("T., ")[-1]])


def test_a_cell_of_thousands_of_names_asks_for_each_a_few_times() -> None:
    """However long a text is, it costs no more than in proportion to it."""
    asked: list[str] = []

    class Nobody:
        def __call__(self, text: str) -> str | None:
            asked.append(text)
            return None

        def meant(self, text: str) -> str:
            return text

        def everybody(self, _: str) -> list[str]:
            return []

    count = 3_000
    NAMES.renamed([", ".join(f"q{n}" for n in range(count))], Nobody())
    assert len(asked) <= 4 * count


def test_an_exact_code_wins() -> None:
    """Also over what other entries are called, and over codes that fold to it."""
    known = bidders(("P1", "p2"), ("p1", "CV Satu"), ("p2", "P1"), ("p.2", "CV Empat"))

    assert [known.code(WHO, code) for code in ("P1", "p1", "p2", "p.2")] == [
        "P1",
        "p1",
        "p2",
        "p.2",
    ]


@pytest.mark.parametrize("typed", ["p-1", "PT Maju", "P 1"])
def test_two_matches_are_told_with_both(typed: str) -> None:
    """Two codes that fold alike, two bidders of one name, and a name that is another's code."""
    known = bidders(("P1", "PT Maju"), ("p1", "PT. Maju"))

    with pytest.raises(CellError) as raised:
        known.code(WHO, typed)

    both = {"first": "P1 (Peserta!A5)", "second": "p1 (Peserta!A6)"}
    assert (raised.value.code, raised.value.params) == ("XLS190", {"found": typed, **both})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("a1", "A1"),
        (" A 1 ", "A1"),
        ("A.1", None),
        ("A-1", None),
        ("1.1", "1.1"),
        ("1.10", "1.10"),
        ("1. 10", "1.10"),
        ("1.100", None),
        ("11", None),
        ("l 0 5", "L05"),
        ("Galian", None),
    ],
)
def test_a_line_of_the_hps(typed: str, code: str | None) -> None:
    """Of these case and spaces are folded, nothing more, and no words stand for them."""
    lines = ("A1", "1.1", "1.10", "L05")
    known = resolver(*(("HPS", (), {"id": code, "description": "Galian"}) for code in lines))

    assert known.code(LINE, typed) == code


def test_a_dot_between_digits_is_never_folded() -> None:
    """Nor a hyphen there: of bidders and criteria as well."""
    known = bidders(("1.1", "CV Satu"), ("k1.10", "CV Dua"))

    assert [known.code(WHO, typed) for typed in ("11", "1-1", "k110", "K-1.10")] == [
        None,
        None,
        None,
        "k1.10",
    ]


def test_a_criterion_is_one_of_the_stage_of_its_row() -> None:
    """Two stages may have one of the same title; without a stage it may be either."""
    said = {"title": "Personel manajerial"}
    known = resolver(
        ("Kriteria", ("evaluasi_teknis",), {"id": "t.1", **said}),
        ("Kriteria", ("evaluasi_kualifikasi",), {"id": "k.1", **said}),
    )

    assert known.code(CRITERION, "personel manajerial", ("evaluasi_kualifikasi",)) == "k.1"
    assert known.code(CRITERION, "T1", ("evaluasi_kualifikasi",)) is None
    assert known.code(CRITERION, "T1") == "t.1"
    with pytest.raises(CellError):
        known.code(CRITERION, "Personel manajerial")
    table, row = LAYOUT.table("Pengecualian"), {"criterion": "Personel manajerial"}
    for stage, code in (("evaluasi_teknis", "t.1"), ("evaluasi_kualifikasi", "k.1")):
        found = known.resolved(table, Entry((), {**row, "stage": stage}, Grid("P", 1), 5))
        assert found is not None
        assert found.said["criterion"] == code


def test_a_member_of_a_kso_is_one_of_its_own() -> None:
    """Another KSO may have a member of the same code."""
    known = resolver(
        ("KSO", ("p1",), {"id": "k1", "name": "PT Dua"}),
        ("KSO", ("p2",), {"id": "K1", "name": "CV Tiga"}),
    )

    assert [known.code(MEMBER, "k 1", (who,)) for who in ("p1", "p2", "p3")] == ["k1", "K1", None]
    for who, member, code in (("p1", "pt dua", "k1"), ("p2", "k-1", "K1")):
        found = known.resolved(
            LAYOUT.table("Pengalaman"), Entry((who, member), {}, Grid("P", 1), 5)
        )
        assert found is not None
        assert found.above == (who, code)


@pytest.mark.parametrize(
    ("criteria", "typed", "code"),
    [
        ({"h.1": "Harga timpang"}, "Kewajaran harga", "kewajaran_harga"),
        ({"h.1": "Kewajaran harga"}, "h-1", "h.1"),
        ({"h.1": "Kewajaran harga"}, "kewajaran_harga", "kewajaran_harga"),
        ({"kewajaran-harga": "Harga"}, "kewajaran-harga", "kewajaran-harga"),
        ({"h.1": "Kewajaran harga"}, "kewajaran HARGA", None),
        ({"kewajaran-harga": "Harga"}, "kewajaran harga", None),
    ],
)
def test_what_no_document_lists_and_a_criterion_of_its_name(
    criteria: dict[str, str], typed: str, code: str | None
) -> None:
    """What the law lets people judge is known by its words, unless a criterion is called so."""
    stage = ("evaluasi_harga",)
    entries = (("Kriteria", stage, {"id": id_, "title": t}) for id_, t in criteria.items())
    faults, table = Noted(10), LAYOUT.table("Pengecualian")
    made = resolver(*entries, faults=faults)
    kind = next(one.kind for one in table.columns if one.title == "Kriteria")
    said = {"stage": stage[0], "criterion": kind.read(Cell(typed))}
    found = made.resolved(table, Entry((), said, Grid("Pengecualian", 2), 5))

    assert found is not None
    assert found.said.get("criterion") == code
    assert type(found.said.get("criterion")) in (str, type(None))
    assert [fault.code for fault in faults.whole()] == ["XLS190"] * (code is None)


class Called:
    """What entries are called."""

    codes: ClassVar = {"m1": "m1", "Ir. Budi, M.T.": "m2", "PT Satu": "p1", "CV Dua": "p2"}

    def __call__(self, text: str) -> str | None:
        """By what is typed."""
        return self.codes.get(text)

    def everybody(self, text: str) -> tuple[str, ...]:  # noqa: ARG002 - of no panel
        """Nobody."""
        return ()

    def meant(self, text: str) -> str:
        """The same, or as it is typed."""
        return self.codes.get(text, text)


def test_cells_that_name_several() -> None:
    """Commas part codes and belong to names; amounts and those present keep what they say."""

    def renamed(kind: Any, value: Any) -> Any:
        return kind.renamed(value, Called())

    assert renamed(NAMES, ["Ir. Budi, M.T.", "m1, m9"]) == ["m2", "m1", "m9"]
    assert renamed(NAMES, ["1. PT Satu", "CV Dua & m1"]) == ["p1", "p2", "m1"]
    assert renamed(NAMES, ["PT Satu, CV Dua dan m1", "m1/PT Satu"]) == [
        "p1",
        "p2",
        "m1",
        "m1",
        "p1",
    ]
    assert renamed(NAMES, ["p1 dan m9"]) == ["p1 dan m9"]  # told whole, as nobody is called m9
    assert renamed(TOTALS, {"PT Satu": "5", "CV Dua": "6"}) == {"p1": "5", "p2": "6"}
    assert renamed(PRESENT, [{"name": "p1", "for": "CV Dua"}]) == [{"name": "p1", "for": "p2"}]
    with pytest.raises(CellError):
        renamed(TOTALS, {"PT Satu": "5", "p1": "6"})


def spelled(desk: Desk) -> Desk:
    """The small tender, with names and other spellings wherever one sheet names another's entry."""
    typed: dict[str, list[dict[str, str]]] = {
        "Penilaian": [{"Oleh": "Siti Rahmawati; M2, m-3"}],
        "Pengecualian": [
            {"Peserta": "KSO DUA CONTOH", "Kriteria": "peralatan", "Oleh": "M.1; Bagus Prasetyo"},
        ],
        "Peristiwa": [
            {"Peserta": "P.1"},
            *({} for _ in range(4)),
            {"Anggota": "M1; Bagus Prasetyo", "Urutan": "KSO Dua Contoh; CV. Satu Contoh"},
            {"Pemenang": "CV Satu Contoh", "Cadangan": "P2"},
        ],
        "KSO": [{"Peserta": "kso dua contoh"}, {"Peserta": "P2"}],
        "Harga p1": [{"Kode": "l1"}, {"Kode": "L 2"}],
    }
    for sheet, entries in typed.items():
        for number, entry in enumerate(entries, 1):
            desk.row(sheet, entry, number)
    desk.book["Harga p1"]["B3"] = "cv satu contoh"
    matrix = desk.book["Matriks m1"]
    matrix["B3"], matrix["B5"], matrix["H4"] = "siti rahmawati", "TEK-METODE", "P 1"
    return desk


def test_a_workbook_in_names_reads_as_the_same_package() -> None:
    """Whatever column it is that names an entry of another sheet."""
    reading = spelled(Desk()).read()

    assert not told(reading)
    assert reading.package is not None
    assert package_digest(reading.package) == package_digest(small())


def test_a_cell_in_doubt_is_one_fault_at_that_cell() -> None:
    """The row is told once, whoever it is about, and so is a price sheet."""
    desk = Desk()
    for sheet, title, entry in (("Pengecualian", "Peserta", 1), ("Peristiwa", "Pemenang", 7)):
        desk.cell(sheet, title, entry).value = "cv sama"
    for entry in (1, 3):
        desk.cell("Peserta", "Nama peserta", entry).value = "CV Sama"
    desk.book["Harga p1"]["B3"] = "CV SAMA"

    cells = ("Harga p1!B3", "Pengecualian!A5", "Peristiwa!K11")
    assert told(desk.read()) == [(cell, "XLS190") for cell in cells]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evaluasi teknis: P-1", "evaluasi_teknis:p1"),
        ("Teknis: cv maju", "evaluasi_teknis:p1"),
        ("bukti", "pembuktian_kualifikasi"),
        ("evaluasi teknis: CV Kembar", None),
        ("evaluasi teknis: Maju", "evaluasi_teknis:Maju"),
        ("evaluasi teknis:", "evaluasi_teknis:"),
    ],
)
def test_what_a_form_names_is_read_as_in_a_table(typed: str, meant: str | None) -> None:
    """Two of one name stand for neither: nothing is said, and both are told."""
    field = next(one for one in PACKAGE_FORM.fields if one.source)
    assert field.kind is not None
    assert field.key is not None
    faults = Noted(10)
    known = resolver(*(("Peserta", (), {"id": c, "name": n}) for c, n in TWINS), faults=faults)
    value = field.within(field.kind, Local(None, Terms(national().words))).read(Cell(typed))
    said = known.resolved_field(Said(field.key, field.title, value, Spot(cell="Paket!B9"), field))

    assert said.value == (None if meant is None else [meant])
    assert [(one.code, one.spot and one.spot.cell) for one in faults] == (
        [("XLS190", "Paket!B9")] if meant is None else []
    )

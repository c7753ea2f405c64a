"""Rows are matched with the lines of the document, never by doubt."""

import pytest

from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["Kode", "Uraian", "Satuan", "Volume", "Harga Satuan"]
A = hps("1.1.1", "Galian tanah biasa", "m3", "100")
B = hps("1.2", "Timbunan pilihan", "m3", "40")
C = hps("2.1", "Galian tanah biasa", "m3", "7")
D = hps("2.2", "Pasangan batu", "m2", "9")


def ids(rows, document):
    reading = read([HEAD, *rows], document)
    return [line["id"] for line in reading.lines], codes(reading), {n.code for n in reading.notes}


def row(code, description, unit="m3", volume=1):
    return [code, description, unit, volume, 10]


def test_by_code_however_it_is_punctuated():
    """`1.1.(1)` in the list and `1.1.1` in the HPS are one mata pembayaran."""
    found, faults, notes = ids(
        [row("1.1.(1)", "Galian tanah biasa"), row(1.2, "Timbunan pilihan")], (A, B)
    )

    assert (found, faults) == (["1.1.1", "1.2"], [])
    assert "by_description" not in notes


def test_by_code_with_other_words_is_told():
    found, faults, notes = ids([row("1.1.1", "Galian tanah keras")], (A,))

    assert (found, faults) == (["1.1.1"], [])
    assert "other_description" in notes


def test_a_code_against_the_words_is_a_fault():
    assert ids([row("1.2", "Pasangan batu", "m2")], (B, D))[:2] == ([], [("XLS070", "Rincian!B2")])


def test_the_same_line_twice_is_a_fault():
    rows = [row("1.2", "Timbunan pilihan"), row("1.2", "Timbunan pilihan")]

    assert ids(rows, (B,))[:2] == (["1.2"], [("XLS069", "Rincian!B3")])


def test_by_description_and_unit():
    rows = [row(None, "PASANGAN  BATU", "M²"), row(None, "Timbunan, pilihan", "m3")]

    assert ids(rows, (B, D))[:2] == (["2.2", "1.2"], [])


@pytest.mark.parametrize("volumes", [(7, 100), (8, 100), (7, 7), (100, 100)])
def test_the_same_words_are_never_told_apart_by_volume(volumes):
    """It is there to be corrected: where it speaks against the order, either may be wrong."""
    rows = [row(None, "Galian tanah biasa", volume=volume) for volume in volumes]

    assert ids(rows, (A, C))[:2] == ([], [("XLS068", "Rincian!B2"), ("XLS068", "Rincian!B3")])


@pytest.mark.parametrize("volumes", [(100, 7), (99, 7), (99, 8), (None, 8)])
def test_the_same_words_are_told_apart_by_order_that_no_volume_is_against(volumes):
    rows = [row(None, "Galian tanah biasa", volume=volume) for volume in volumes]
    found, faults, notes = ids(rows, (A, C))

    assert (found, faults) == (["1.1.1", "2.1"], [])
    assert "by_order" in notes


@pytest.mark.parametrize("volumes", [(100, 7), (7, 100), (7, 7), (1, 2)])
def test_rows_between_known_ones_are_told_apart_whatever_their_volumes(volumes):
    """Each twin follows the row that it follows in the document."""
    one, other = (row(None, "Galian tanah biasa", volume=volume) for volume in volumes)
    rows = [one, row("1.2", "Timbunan pilihan"), other]
    swapped = [row("2.2", "Pasangan batu", "m2"), one, row("1.2", "Timbunan pilihan"), other]

    assert ids(rows, (A, B, C))[:2] == (["1.1.1", "1.2", "2.1"], [])
    # Known rows in another order than the document's say nothing of the rows between them.
    assert [code for code, _ in ids(swapped, (A, B, C, D))[1]] == ["XLS068", "XLS068"]


@pytest.mark.parametrize(
    ("floors", "found"),
    [
        ([150, 100], ["L1", "L2", "L3", "L4"]),
        ([150, 150], ["L1", "L2", "L3", "L4"]),
        ([100, 150], ["L1", "L2", "L3", "L4"]),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_section_goes_before_the_volume(floors, found, turned):
    """The other lines of each floor tell which it is, in whichever order the floors stand."""
    document = (
        hps("L1", "Bongkaran atap", "m2", "10"),
        hps("L2", "Pengecatan dinding", "m2", "100"),
        hps("L3", "Pasang plafon", "m2", "12"),
        hps("L4", "Pengecatan dinding", "m2", "150"),
    )
    one, two = (row(None, "Pengecatan dinding", "m2", volume) for volume in floors)
    first = [[None, "LANTAI 1"], row(None, "Bongkaran atap", "m2", 10), one]
    second = [[None, "LANTAI 2"], row(None, "Pasang plafon", "m2", 12), two]
    rows = [*second, *first] if turned else [*first, *second]

    wanted = [*found[2:], *found[:2]] if turned else found
    assert ids(rows, document)[:2] == (wanted, [])


def test_several_rows_of_like_words_in_each_section():
    """Two walls on each floor: the floor by its other line, the wall by its order."""
    document = [hps(f"W{n}", "Pengecatan dinding", "m2", f"{n}") for n in range(1, 5)]
    document.insert(0, hps("P", "Plesteran", "m2", "5"))
    document.append(hps("Q", "Pasangan batu", "m2", "9"))
    wall = row(None, "Pengecatan dinding", "m2", 77)
    rows = [[None, "LANTAI 2"], row(None, "Pasangan batu", "m2"), wall, wall]
    rows += [[None, "LANTAI 1"], row(None, "Plesteran", "m2"), wall, wall]

    assert ids(rows, document)[:2] == (["Q", "W3", "W4", "P", "W1", "W2"], [])


@pytest.mark.parametrize("volumes", [(50, 60), (60, 50), (50, 61)])
def test_a_section_that_nothing_tells_is_known_by_an_order_that_all_volumes_confirm(volumes):
    """Or left in doubt: a volume alone never parts two lines."""
    document = (
        hps("P", "Plesteran", "m2", "9"),
        hps("X", "Pengecatan", "m2", "50"),
        hps("Y", "Pengecatan", "m2", "60"),
    )
    one, other = (row(None, "Pengecatan", "m2", volume) for volume in volumes)
    rows = [[None, "LANTAI 1"], row(None, "Plesteran", "m2"), one, [None, "LANTAI 2"], other]
    found, faults, _ = ids(rows, document)

    assert found == (["P", "X", "Y"] if volumes == (50, 60) else ["P"])
    assert [code for code, _ in faults] == ([] if len(found) == 3 else ["XLS068", "XLS068"])


def test_a_row_without_a_unit_has_that_of_its_words():
    twins = (A, C)
    rows = [[None, "Galian tanah biasa", None, volume, 5] for volume in (90, 8)]

    assert ids(rows, twins)[:2] == (["1.1.1", "2.1"], [])


def test_a_title_with_the_words_of_a_line_is_no_line():
    """As long as another row with figures is that line."""
    rows = [[None, "Timbunan pilihan"], row(None, "Timbunan pilihan", "m3", 40)]

    assert ids(rows, (B,)) == (["1.2"], [], {"by_description", "no_total"})


def test_the_same_words_and_volumes_are_told_apart_by_order():
    """Only where there are as many rows as lines; then it is said."""
    first, second = hps("X1", "Papan nama", "bh", "1"), hps("X2", "Papan nama", "bh", "1")
    found, faults, notes = ids([row(None, "Papan nama", "bh")] * 2, (first, second))

    assert (found, faults) == (["X1", "X2"], [])
    assert "by_order" in notes
    assert ids([row(None, "Papan nama", "bh")], (first, second))[:2] == (
        [],
        [("XLS068", "Rincian!B2")],
    )


TWINS = (
    hps("P1", "Plesteran", "m2", "50"),
    hps("P2", "Pengecatan", "m2", "100"),
    hps("Q1", "Pasangan batu", "m2", "9"),
    hps("Q2", "Pengecatan", "m2", "100"),
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 2, 3), (1, 0, 3, 2)])
def test_the_same_words_and_volumes_are_told_apart_by_their_section(order):
    """Floor 2 is known by its stone, floor 1 by its plaster, however they are ordered."""
    rows = [
        [None, "LANTAI 2"],
        row(None, "Pengecatan", "m2", 100),
        row(None, "Pasangan batu", "m2", 9),
        [None, "LANTAI 1"],
        row(None, "Plesteran", "m2", 50),
        row(None, "Pengecatan", "m2", 100),
    ]
    found, faults, notes = ids(rows, [TWINS[index] for index in order])

    assert (found, faults) == (["Q2", "Q1", "P1", "P2"], [])
    assert "by_section" in notes
    assert "by_order" not in notes


@pytest.mark.parametrize("first", ["LANTAI 1", "LANTAI 2"])
def test_the_same_words_under_titles_that_nothing_tells_apart_are_in_doubt(first):
    """The order of the file may not be that of the document; nor does their place tell."""
    rows = [
        row(None, "Plesteran", "m2", 50),
        [None, first],
        row(None, "Pengecatan", "m2", 100),
        [None, "LANTAI 3"],
        row(None, "Pengecatan", "m2", 100),
    ]

    found, faults, _ = ids(rows, (TWINS[0], TWINS[1], TWINS[3]))
    assert found == ["P1"]
    assert faults == [("XLS068", "Rincian!B4"), ("XLS068", "Rincian!B6")]


def test_by_place_only_when_nearly_the_same():
    rows = [row(None, "Timbunan pilihan", volume=40), row(None, "Pasanngan batu", "m2", 9)]
    found, faults, notes = ids(rows, (B, D))

    assert (found, faults) == (["1.2", "2.2"], [])
    assert "by_position" in notes
    other = [row(None, "Timbunan pilihan", volume=40), row(None, "Pasangan bata", "m2", 8)]
    assert ids(other, (B, D))[:2] == (["1.2"], [("XLS068", "Rincian!B3")])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Plesteran dinding 1:5", "Plesteran dinding 1:4"),
        ("Beton mutu K-252", "Beton mutu K-250"),
        ("Pekerjaan pintu tipe P", "Pekerjaan pintu tipe Q"),
        ("Pekerjaan jendela tipe III", "Pekerjaan jendela tipe II"),
        ("Galian tanah tidak biasa", "Galian tanah biasa"),
        ("Pekerjaan beton tanpa tulangan", "Pekerjaan beton tulangan"),
        ("Geotekstil woven kelas", "Geotekstil non woven kelas"),
        ("Painting of walls not primed", "Painting of walls primed"),
    ],
)
def test_another_number_or_a_negation_is_never_nearly_the_same(said, wanted):
    """It is another work, whose price would be taken for this one: only a code says otherwise."""
    line = hps("7.1", wanted, "m2", "9")
    rows = [row("1.2", "Timbunan pilihan", volume=40), row(None, said, "m2", 9)]

    assert ids(rows, (B, line))[:2] == (["1.2"], [("XLS068", "Rincian!B3")])
    coded = read([HEAD, rows[0], row("7.1", said, "m2", 9)], (B, line))
    (note,) = (note for note in coded.notes if note.code == "other_description")
    assert dict(note.params) == {"line": "7.1", "found": said, "wanted": wanted}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Lampu sisi kanan jalan nasional ruas kota", "Lampu sisi kiri jalan nasional ruas kota"),
        ("Pengecatan dinding luar gedung pertemuan", "Pengecatan dinding dalam gedung pertemuan"),
        ("Pemasangan pintu masuk ruang tunggu utama", "Pemasangan pintu keluar ruang tunggu utama"),
        ("Kusen jendela bagian atas lantai dasar", "Kusen jendela bagian bawah lantai dasar"),
        ("Perbaikan toilet perempuan lantai dasar", "Perbaikan toilet laki-laki lantai dasar"),
        ("Seragam kerja lapangan warna hitam polos", "Seragam kerja lapangan warna putih polos"),
        ("Pemasangan keramik dengan nat semen putih", "Pemasangan keramik tanpa nat semen putih"),
        # Words that one letter parts, and that no list of opposites holds.
        ("Pasangan bata campuran untuk pondasi", "Pasangan batu campuran untuk pondasi"),
        ("Perawatan laboratorium bahasa terpadu", "Peralatan laboratorium bahasa terpadu"),
        ("Pengangkatan material bongkaran gedung", "Pengangkutan material bongkaran gedung"),
        ("Pelapisan dinding exterior gedung", "Pelapisan dinding interior gedung"),
        ("Sepatu lapangan ukuran XL lengkap", "Sepatu lapangan ukuran L lengkap"),
        ("Kabel NYA lengkap terpasang rapi", "Kabel NYM lengkap terpasang rapi"),
        ("Galian tanah biasa mekanis", "Galian tanah biasa"),
    ],
)
def test_another_word_is_never_nearly_the_same(said, wanted):
    """However long the rest: with place, unit and volume of a line it is still another work."""
    line = hps("7.1", wanted, "m2", "9")
    rows = [row("1.2", "Timbunan pilihan", volume=40), row(None, said, "m2", 9)]

    assert ids(rows, (B, line))[:2] == (["1.2"], [("XLS068", "Rincian!B3")])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Galain tanah biasa", "Galian tanah biasa"),
        ("Plestern dinding", "Plesteran dinding"),
        ("Kabel alumunium", "Kabel aluminium"),
        ("Pas. batu camp. 1:4", "Pasangan batu campuran 1:4"),
        ("Pasangan batukali", "Pasangan batu kali"),
        ("Pek. pengecatan dinding", "Pengecatan dinding"),
        ("Beton mutu K250", "Beton mutu K-250"),
    ],
)
def test_a_slip_or_a_short_form_is_nearly_the_same(said, wanted):
    line = hps("7.1", wanted, "m2", "9")
    rows = [row("1.2", "Timbunan pilihan", volume=40), row(None, said, "m2", 9)]

    assert ids(rows, (B, line))[:2] == (["1.2", "7.1"], [])


def test_a_word_that_the_document_has_elsewhere_is_no_slip():
    """Loading may be a slip for making; not where the document asks for both."""
    lines = (
        hps("1", "Pembuatan bronjong", "m2", "9"),
        hps("2", "Pemuatan bekas", "m2", "7"),
    )
    rows = [row(None, "Pemuatan bronjong", "m2", 9), row(None, "Pemuatan bekas", "m2", 7)]

    assert ids(rows, lines)[:2] == (["2"], [("XLS068", "Rincian!B2")])


def test_words_that_are_near_two_lines_are_those_of_neither():
    lines = (hps("1", "Pintu besi dorong", "m2", "9"), hps("2", "Pintu besi dorongg", "m2", "9"))
    rows = [row(None, "Pintu besii dorong", "m2", 9), row(None, "Pintu besi dorongg", "m2", 9)]

    assert ids([rows[0], rows[1]], lines)[1] != []


def test_a_code_against_nearly_the_words_of_another_line_is_a_fault():
    lines = (
        hps("1", "Pemasangan lampu kanan", "m2", "9"), hps("2", "Pemasangan lampu kiri", "m2", "9")
    )  # fmt: skip
    rows = [row("2", "Pemasangann lampu kanan", "m2", 9), row(None, "Pemasangan lampu kiri", "m2")]

    assert ids(rows, lines)[1] == [("XLS070", "Rincian!B2")]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Lampu jalan kanan", "XLS070"),
        ("Pasang lampu kanan", "XLS070"),
        # Words that no other line has as well, or that its own line has too.
        ("Pasang lampu jalan", ""),
        ("Lampu sorot kanan", ""),
        ("Lampu", ""),
    ],
)
def test_a_code_against_words_that_only_another_line_has_is_a_fault(said, code):
    lines = (
        hps("1", "Pasang lampu jalan kanan", "bh", "9"),
        hps("2", "Pasang lampu jalan kiri", "bh", "9"),
    )
    rows = [row("2", said, "bh", 9), row("1", lines[0].description, "bh", 9)]

    assert [told for told, _ in ids(rows, lines)[1]] == ([code] if code else [])


@pytest.mark.parametrize(
    "words", [("Diameter <5", "Diameter >5"), ("Suhu -5", "Suhu +5"), ("Baja 1/2", "Baja 1.2")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_lines_that_only_signs_part_are_told_apart_by_them(words, turned):
    """Their words are the same once signs are left out, and their order is the bidder's."""
    document = tuple(hps(f"{n}", said, "m", "10") for n, said in enumerate(words, 1))
    rows = [row(None, said.upper().replace(" ", "  "), "m", 10) for said in words]
    found, faults, _ = ids(rows[::-1] if turned else rows, document)

    assert (found, faults) == (["2", "1"] if turned else ["1", "2"], [])


def test_a_line_that_stands_before_one_that_it_follows_is_not_known_by_its_volume():
    """The digging of the second room stands in the first, so which is which is not clear."""
    document = (
        hps("A1", "Galian tanah", "m3", "10"),
        hps("A2", "Urugan pasir", "m3", "5"),
        hps("B1", "Galian tanah", "m3", "20"),
        hps("B2", "Pasangan bata", "m2", "30"),
    )
    first, second = (row(None, "Galian tanah", "m3", volume) for volume in (10, 20))
    sand, bricks = row(None, "Urugan pasir", "m3", 5), row(None, "Pasangan bata", "m2", 30)
    moved = [[None, "DAPUR"], first, second, sand, [None, "KAMAR"], bricks]
    whole = [[None, "DAPUR"], first, sand, [None, "KAMAR"], second, bricks]

    assert [code for code, _ in ids(moved, document)[1]] == ["XLS068", "XLS068"]
    assert ids(whole, document)[:2] == (["A1", "A2", "B1", "B2"], [])


@pytest.mark.parametrize("said", ["Plesterran dinding 1 : 4", "3. Plest. dinding 1:4"])
def test_nearly_the_same_shows_both_wordings(said):
    line = hps("7.1", "Plesteran dinding 1:4", "m2", "9")
    rows = [row("1.2", "Timbunan pilihan", volume=40), row(None, said, "m2", 9)]
    reading = read([HEAD, *rows], (B, line))
    (note,) = (note for note in reading.notes if note.code == "by_position")

    assert reading.faults == ()
    wanted = "Plesteran dinding 1:4"
    assert dict(note.params) == {"line": "7.1", "found": said, "wanted": wanted}


def test_another_unit_is_told_where_the_words_leave_no_doubt():
    """Its name may be another; with another volume the price is of another size."""
    found, faults, notes = ids([row(None, "Pasangan batu", "m3", 9)], (D,))

    assert (found, faults) == (["2.2"], [])
    assert "other_unit" in notes
    for unit, volume in (("m3", 1), ("cm2", 90000), ("100 m2", 0.09), ("100 m2", 9), ("ls", 1)):
        rows = [row(None, "Pasangan batu", unit, volume), row(None, B.description, "m3", 40)]
        assert ids([*rows, row(None, A.description, "m3", 100)], (D, B, A))[1] == [
            ("XLS152", "Rincian!C2")
        ]
    blank = ids([row(None, "Pasangan batu", "m3", None)], (D,))
    assert (blank[1], "other_unit" in blank[2]) == ([], True)
    twins = (D, hps("9", "Pasangan batu", "kg", "1"))
    assert ids([row(None, "Pasangan batu", "m3")], twins)[:2] == ([], [("XLS068", "Rincian!B2")])


def test_a_fault_names_both_sides():
    reading = read([HEAD, row(None, "Pekerjaan lain"), row("1.2", "Timbunan pilihan")], (A, B))

    assert dict(reading.faults[0].params) == {"found": "Pekerjaan lain", "lines": "1.1.1"}


def test_what_the_document_does_not_have_is_extra_once_all_else_is_there():
    rows = [row("1.2", "Timbunan pilihan"), row("tambahan-1", "Papan nama", "bh")]
    reading = read([HEAD, *rows], (B,))

    assert codes(reading) == []
    assert reading.lines[1] == {
        "id": "tambahan-1",
        "extra": True,
        "description": "Papan nama",
        "unit": "bh",
        "quantity": "1",
        "unit_price": "10",
    }


def test_the_id_of_an_extra_line_is_nobody_elses():
    rows = [row("tambahan-1", "Timbunan pilihan"), row(None, "Papan nama", "bh")]
    taken = hps("tambahan-1", "Timbunan pilihan", "m3", "1")

    assert ids(rows, (taken,))[:2] == (["tambahan-1", "tambahan-2"], [])


def test_lines_that_the_file_leaves_out_are_told():
    """The engine counts them as priced at nothing; whoever accepts the reading sees it."""
    reading = read([HEAD, row("1.2", "Timbunan pilihan")], (A, B))

    assert codes(reading) == []
    assert [dict(n.params) for n in reading.notes if n.code == "left_out"] == [{"lines": "1.1.1"}]


def test_a_line_of_the_document_with_nothing_filled_in_is_a_blank_price():
    rows = [["1.2", "Timbunan pilihan"], [None, "Pasangan batu"], row("1.1.1", A.description)]
    reading = read([HEAD, *rows], (B, D, A))

    assert codes(reading) == []
    assert written(reading)[:2] == [("1.2", None, None, None), ("2.2", None, None, None)]


@pytest.mark.parametrize("document", [(), (A,)])
def test_no_line_that_is_known_is_a_fault(document):
    assert [code for code, _ in codes(read([HEAD], document))] == ["XLS074"]


def test_words_of_a_line_that_is_known_by_its_code_stand_once_more():
    """Which of the two is the bid's, nobody can tell; so it is no line of its own."""
    document = (hps("L1", "Galian tanah", "m3", "10"), hps("L2", "Urugan pasir", "m3", "5"))
    rows = [["Kode", "Uraian", "Satuan", "Volume", "Harga Satuan"],
            ["L1", "Galian tanah", "m3", 10, 50_000], ["L2", "Urugan pasir", "m3", 5, 70_000],
            [None, "Galian tanah", "m3", 10, 777]]  # fmt: skip

    assert codes(read(rows, document)) == [("XLS069", "Rincian!B4")]
    assert codes(read([*rows[:3], [None, "Galian tanah", None, 10, 777]], document)) != []
    assert codes(read([*rows[:3], [None, "Galian tanah", "m2", 10, 777]], document)) != []
    assert codes(read([*rows[:3], [None, "Galian cadas", "m3", 10, 777]], document)) == []


FLOORS = (
    hps("A1", "Keramik", "m2", "10"), hps("A2", "Cat", "m2", "20"),
    hps("B1", "Keramik", "m2", "12"), hps("B2", "Cat", "m2", "22"),
)  # fmt: skip


def numbered(*rows, document=FLOORS):
    head = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan"]
    return read([head, *([n, words, "m2", volume, 7] for n, words, volume in rows)], document)


@pytest.mark.parametrize("volumes", [(12, 22, 10, 20), (5, 5, 5, 5)])
def test_codes_that_stand_under_no_tell_the_same_words_apart(volumes):
    """In another order than the document's, whatever the volumes are."""
    reading = numbered(
        *zip(("B1", "B.2", "A1", "A2"), ("Keramik", "Cat") * 2, volumes, strict=True)
    )

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["B1", "B2", "A1", "A2"]
    assert sum(note.code == "by_number" for note in reading.notes) == 4


def test_codes_under_no_tell_words_that_say_more():
    reading = numbered(("A2", "Cat dua lapis", 20), ("A1", "Keramik (sesuai RKS)", 10),
                       document=FLOORS[:2])  # fmt: skip

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["A2", "A1"]


@pytest.mark.parametrize(
    "rows",
    [
        # Not all of them, one twice, a running number, and words of another line.
        [("B1", "Keramik", 12), ("B2", "Cat", 22), ("3", "Keramik", 10), ("A2", "Cat", 20)],
        [("B1", "Keramik", 12), ("B2", "Cat", 22), ("B1", "Keramik", 10), ("A2", "Cat", 20)],
        [("B2", "Keramik", 12), ("B1", "Cat", 22), ("A1", "Keramik", 10), ("A2", "Cat", 20)],
    ],
)
def test_numbers_that_are_no_codes_tell_nothing(rows):
    assert "by_number" not in {note.code for note in numbered(*rows).notes}


def test_own_codes_under_no_that_are_the_documents_of_other_words_tell_nothing():
    """The bidder counts in the own order; the words say which line each is."""
    document = (hps("1.1", "Galian", "m2", "1"), hps("1.2", "Urugan", "m2", "2"))
    reading = numbered(("1.1", "Urugan", 2), ("1.2", "Galian", 1), document=document)

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["1.2", "1.1"]


def test_running_numbers_tell_nothing_of_a_document_that_counts_likewise():
    document = (hps("1", "Cat", "m2", "20"), hps("2", "Cat", "m2", "22"))

    assert codes(numbered(("2", "Cat", 20), ("1", "Cat", 22), document=document)) == []
    notes = numbered(("2", "Cat", 20), ("1", "Cat", 22), document=document).notes
    assert "by_number" not in {note.code for note in notes}

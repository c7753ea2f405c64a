"""The pages say what the rules and values cite, and every figure of their examples is run."""

import re

import pytest

from tender_rules import national
from tender_rules.explaining import FAILING, page_for, pages
from tests.rules.pages.examples import RUNNERS
from tests.rules.pages.reading import Row, holds, section, shown, tables

HEADINGS = [
    "Apa yang diatur",
    "Ketentuan",
    "Cara menghitung",
    "Contoh",
    "Yang diserahkan kepada manusia",
    "Yang diasumsikan",
]
MARKS = {
    "text": "teks dibaca",
    "secondary": "sumber sekunder",
    "unverified": "belum terverifikasi",
}
RULES = {rule.id: rule for rule in national().rules}
PROVISIONS = [
    *national().provisions,
    *(provision for overlay in national().overlays.values() for provision in overlay),
]
# No rule holds these: a failure is concluded, the bond is part of a price, days are counted.
FAILURES = {
    topic: {name: ground for name, ground in national().grounds.items() if ground.of is of}
    for of, topic in FAILING.items()
}
WITHOUT_RULES = {
    "jaminan-pelaksanaan",
    "jadwal",
    "kesamaan",
    "masa-sanggah",
    "penanda-risiko",
    "sanggah",
    "sanggah-banding",
    *FAILURES,
}
EXAMPLES = [(topic, index) for topic, runners in RUNNERS.items() for index in range(len(runners))]
ENDS_IN = {
    "Terkoreksi",
    "Jaminan Pelaksanaan",
    "Jaminan Sanggah Banding",
    "Nilai unsur",
    "Nilai harga terbobot",
    "Biaya selama umur ekonomis",
    "HEA",
}
topics = pytest.mark.parametrize("topic", sorted(RUNNERS))
examples = pytest.mark.parametrize(("topic", "index"), EXAMPLES)


def rules_on(topic):
    """The ids on the second line."""
    return [name for name in pages()[topic].splitlines()[1][8:].split(", ") if name in RULES]


def provisions_on(topic):
    """The provisions of every value that the table of provisions names."""
    named = set(re.findall(r"`([a-z_.]+)`", section(pages()[topic], "Ketentuan")))
    return [provision for provision in PROVISIONS if provision.param in named]


def cited(place):
    return place.instrument, place.article, MARKS[place.source]


def grounds(topic):
    """What a failure cites, by whom it is declared and what follows included."""
    known = FAILURES.get(topic, {})
    return {cited(citation) for ground in known.values() for citation in ground.citations}


def example(topic, index):
    """One table of the example, with the text that stands around it, and its runner."""
    text = section(pages()[topic], "Contoh")
    return tables(text)[index], text, RUNNERS[topic][index]


def is_worked(column):
    """Whether a column shows arithmetic: `Hitungan`, or that of a result by its name."""
    return column.split(" ")[0] == "Hitungan"


def ends_in(worked, row):
    """The result that the arithmetic of a column ends in."""
    named = worked.removeprefix("Hitungan").strip().capitalize()
    return {named} if named else ENDS_IN & set(row)


def wrong_cells(rows, computed):
    """Every cell that the engine finds otherwise, with both texts."""
    return [
        (number, column, dict.get(row, column), text)
        for number, (row, found) in enumerate(zip(rows, computed, strict=True), 1)
        for column, text in found.items()
        if dict.get(row, column) != text
    ]


def test_every_topic_has_a_page_and_every_page_its_examples():
    assert set(RUNNERS) == set(pages())


@topics
def test_a_page_has_the_fixed_headings_in_their_order(topic):
    lines = pages()[topic].splitlines()

    assert re.fullmatch(r"# \w.+", lines[0])
    assert lines[1].startswith("Aturan: ")
    assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS


@topics
def test_the_second_line_names_rules_that_exist(topic):
    named = pages()[topic].splitlines()[1].removeprefix("Aturan: ")

    assert named == ("tidak ada" if topic in WITHOUT_RULES else ", ".join(rules_on(topic)))


def test_every_rule_is_on_exactly_one_page():
    named = sorted(name for topic in pages() for name in rules_on(topic))

    assert sorted(RULES) == named


def test_a_rule_finds_its_page_and_a_stranger_none():
    for topic in pages():
        assert all(page_for(name) == pages()[topic] for name in rules_on(topic))
    assert page_for("price.ceiling") is not None
    assert page_for("tidak ada") is None


@topics
def test_the_provisions_are_those_that_rules_and_values_cite_and_as_well_read(topic):
    """No citation of the code is missing on its page, and the page adds none of its own."""
    rows = tables(section(pages()[topic], "Ketentuan"))[0]
    stated = {(row["Instrumen"], row["Pasal"], row["Keadaan bacaan"]) for row in rows}
    expected = {cited(citation) for name in rules_on(topic) for citation in RULES[name].cites}
    expected |= {cited(provision) for provision in provisions_on(topic)}
    expected |= grounds(topic)

    assert expected == stated


def test_a_row_that_names_a_value_cites_its_own_provision():
    """The value stands beside the text that gives it, not beside another of the same page."""
    for topic, page in pages().items():
        for row in tables(section(page, "Ketentuan"))[0]:
            for name in re.findall(r"`([a-z_.]+)`", row["Ketentuan"]):
                texts = {cited(provision) for provision in PROVISIONS if provision.param == name}
                assert (row["Instrumen"], row["Pasal"], row["Keadaan bacaan"]) in texts, topic


def test_every_value_of_the_law_is_on_a_page():
    """A setting of the house is no law, and on none."""
    named = {provision.param for topic in pages() for provision in provisions_on(topic)}

    assert {p.param for p in PROVISIONS if p.source != "setting"} == named


@topics
def test_what_is_unverified_is_told_among_the_assumptions(topic):
    unread = {p.param for p in provisions_on(topic) if p.source == "unverified"}
    told = section(pages()[topic], "Yang diasumsikan")

    assert not [param for param in sorted(unread) if f"`{param}`" not in told]
    assert ("Tidak ada nilai belum terverifikasi" in told) <= (not unread)


@topics
def test_every_table_of_an_example_has_its_runner(topic):
    assert len(RUNNERS[topic]) == len(tables(section(pages()[topic], "Contoh")))


@examples
def test_the_example_is_what_the_engine_finds(topic, index):
    rows, text, run = example(topic, index)

    assert wrong_cells(rows, run(rows, text)) == []


@examples
def test_every_cell_is_an_input_or_a_result(topic, index):
    """No column is decoration, and no result is an echo of its own cell."""
    rows, text, run = example(topic, index)
    computed = run(rows, text)
    read = set().union(*(row.read for row in rows))
    results = set().union(*computed)

    assert not read & results
    assert set(rows[0]) == read | results | {column for column in rows[0] if is_worked(column)}


@topics
def test_the_arithmetic_shown_is_true(topic):
    text = section(pages()[topic], "Contoh")
    equations = shown(text)

    assert [equation for equation in equations if not holds(equation)] == []
    assert len(re.findall(r"(?<!N) [=≈] ", text)) == len(equations)


def test_arithmetic_that_is_false_is_seen():
    assert shown("3 : 2 = 1,4; 11% × 200 + 1 = 23.") == ["3 : 2 = 1,4", "11% × 200 + 1 = 23"]
    assert not holds("3 : 2 = 1,4")
    assert holds("11% × 200 + 1 = 23")
    assert holds("40 × (80 + 85) : 2 = 3.300")


def test_a_rounded_figure_is_rounded_half_up_and_said_to_be():
    assert shown("18 ≈ 18; 30 × 580 : 900 ≈ 19,33") == ["30 × 580 : 900 ≈ 19,33"]
    assert holds("30 × 580 : 900 ≈ 19,33")
    assert holds("1 : 8 ≈ 0,13")
    assert not holds("1 : 8 ≈ 0,12")
    assert not holds("1 : 3 = 0,33")
    assert not holds("1 : 4 ≈ 0,25")


@examples
def test_the_arithmetic_of_a_row_ends_in_its_result(topic, index):
    rows, _, _ = example(topic, index)
    for row in rows:
        for worked in filter(is_worked, row):
            for column in ends_in(worked, row):
                for equation in shown(row[worked]):
                    assert re.split(" [=≈] ", equation)[1] == row[column]


def test_a_line_is_the_documents_volume_times_the_price_offered():
    """The product shown is made of the cells of its own row."""
    rows, _, _ = example("koreksi-aritmatik", 0)
    for row in rows:
        volume, unit_price = row["Volume dokumen"], row["Harga satuan"]
        if re.match(r"\d", volume) and re.match(r"\d", unit_price):
            assert row["Hitungan"] == f"{volume} × {unit_price} = {row['Terkoreksi']}"


@examples
def test_a_changed_result_is_seen(topic, index):
    """Whatever else stood in a result's cell would go red."""
    rows, text, run = example(topic, index)
    computed = run(rows, text)
    changed = [Row(row) for row in rows]
    for row, found in zip(changed, computed, strict=True):
        row.update({column: dict.get(row, column, "") + "0" for column in found})

    seen = [(number, column) for number, column, *_ in wrong_cells(changed, run(changed, text))]
    assert seen == [(n, column) for n, found in enumerate(computed, 1) for column in found]


@examples
def test_an_input_is_read(topic, index):
    """With the inputs of the row below, a row comes to other results: none is only repeated."""
    rows, text, run = example(topic, index)
    inputs = {*rows[0]} - {*run(rows, text)[0]}
    filled = [at for at, row in enumerate(rows) if all(dict.get(row, name) for name in inputs)]
    turned = [Row(row) for row in rows]
    for at, below in zip(filled, [*filled[1:], filled[0]], strict=True):
        turned[at].update({name: dict.get(rows[below], name) for name in inputs})

    assert wrong_cells(turned, run(turned, text))

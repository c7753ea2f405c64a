"""Letterheads that are damaged: whatever is wrong with one, it is refused with words, or used."""

import re
from random import Random

import pytest

from tender_desk.documents.word.kop import KopError
from tender_desk.documents.word.kop_error import KOP_TEXTS as TEXTS
from tender_desk.documents.word.word_writer import docx_bytes
from tests.fuzzing.archives import archived, damaged_parts
from tests.fuzzing.letterheads import letterhead, office, record, try_letterhead

OUTCOME = re.compile("written|KOP[0-9]{3}").fullmatch
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"


def with_(name, old, new):
    """The office's letterhead in which something else stands in one part."""
    parts = office()
    assert old.encode() in parts[name]
    return archived({**parts, name: parts[name].replace(old.encode(), new.encode())})


def without(name):
    """The office's letterhead without one part."""
    return archived({key: part for key, part in office().items() if key != name})


# The code, the part or value that is told, and the letterhead.
REFUSED = {
    "a head that is named and not there": ("KOP010", "header1.xml", without("word/header1.xml")),
    "a document without its relations": ("KOP014", MAIN, without(RELS)),
    "an archive without relations": ("KOP010", "_rels/.rels", without("_rels/.rels")),
    "a relation out of the archive": (
        "KOP010",
        "../../x.xml",
        with_(RELS, 'Target="header1.xml"', 'Target="../../x.xml"'),
    ),
    "a relation to the list of relations": (
        "KOP010",
        "../_rels/.rels",
        with_(RELS, 'Target="header1.xml"', 'Target="../_rels/.rels"'),
    ),
    "settings of no type": ("KOP011", "word/settings.xml", with_(TYPES, "settings+xml", "x+xml")),
    "a head that is a foot by type": (
        "KOP011",
        "word/header1.xml",
        with_(TYPES, "header+xml", "footer+xml"),
    ),
    "a picture of no type": ("KOP011", TYPES, with_(TYPES, "image/png", "")),
    "a type of nothing": ("KOP011", TYPES, with_(TYPES, ' PartName="/word/s', ' x="/')),
    "an encoding that few know": ("KOP012", MAIN, with_(MAIN, "UTF-8", "ISO-8859-1")),
    "an encoding that is none": ("KOP012", MAIN, with_(MAIN, "UTF-8", "tidak-ada")),
    "settings in the document's place": (
        "KOP013",
        "settings",
        archived({**office(), MAIN: office()["word/settings.xml"]}),
    ),
    "relations that are none": (
        "KOP013",
        RELS,
        with_(RELS, "Relationships", "Hubungan"),
    ),
    "two relations of one name": ("KOP014", RELS, with_(RELS, '"rId8"', '"rId7"')),
    "two settings": ("KOP014", RELS, with_(RELS, "/header", "/settings")),
    "a head that nothing leads to": ("KOP014", MAIN, with_(MAIN, 'r:id="rId7"', 'r:id="rId99"')),
    "a head that leads to the foot": ("KOP014", MAIN, with_(MAIN, 'r:id="rId7"', 'r:id="rId8"')),
    "paper without a measure": ("KOP015", "pgSz w='lebar'", with_(MAIN, '"11906"', '"lebar"')),
    "no column": ("KOP015", "cols num='0'", with_(MAIN, 'w:num="1"', 'w:num="0"')),
    "a switch that is none": (
        "KOP015",
        "titlePg val='ya'",
        with_(MAIN, 'w:val="0"', 'w:val="ya"'),
    ),
    "strict": ("KOP016", "Strict", with_(MAIN, WORD, STRICT)),
    "two bodies": ("KOP017", MAIN, with_(MAIN, "</w:body>", "</w:body><w:body/>")),
    "no body": ("KOP017", MAIN, with_(MAIN, "w:body", "w:isi")),
    "words behind the page": ("KOP017", MAIN, with_(MAIN, "</w:body>", "<w:p/></w:body>")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_named_with_its_place(name):
    """Each kind of damage has a code, the part it is in, and what to do."""
    code, told, data = REFUSED[name]
    with pytest.raises(KopError) as refused:
        docx_bytes(record(), data)

    assert refused.value.code == code
    for lang in ("id", "en"):
        words = TEXTS[code]
        assert told in words.message(lang).format(**refused.value.params)
        assert words.hint(lang)


def test_a_sound_letterhead_is_used():
    """In any of the ways in which a sound one is written: nothing of the above is in it."""
    sound = office()
    wide = sound[MAIN].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    inches = sound[MAIN].replace(b'w:space="708"', b'w:space="0.5in"')
    for parts in (
        sound,
        {**sound, MAIN: wide},
        {**sound, MAIN: inches},
        {**sound, MAIN: b"\xef\xbb\xbf" + sound[MAIN]},
        {**sound, MAIN: sound[MAIN].replace(b"w:", b"kata:").replace(b":w=", b":kata=")},
        {**sound, "word/yatim.xml": b"<x/>"},
    ):
        assert try_letterhead(archived(parts)) == "written"


def test_every_part_is_dropped_emptied_miscoded_and_swapped():
    """Every part with every damage: a refusal with a code, or a letterhead that is used."""
    told = {what: try_letterhead(archived(parts)) for what, parts in damaged_parts(office())}

    assert [what for what, outcome in told.items() if not OUTCOME(outcome)] == []
    assert told["[Content_Types].xml dropped"] == "KOP001"
    assert told[f"{MAIN}: UTF-16"] == "KOP005"
    assert told[f"{MAIN}: UTF-16 as told"] == "written"


def test_whatever_is_damaged_is_refused_or_used():
    """Tags, values, prefixes and bytes, at random but the same each time."""
    outcomes = [try_letterhead(letterhead(Random(seed))[1]) for seed in range(300)]

    assert {"written", "KOP005", "KOP010"} < set(outcomes)

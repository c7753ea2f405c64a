"""The report in English: no word of its own stays Indonesian, and nothing else of it changes."""

import json
import re
from html.parser import HTMLParser

from tender_desk.documents.report import report
from tender_desk.documents.report.in_english import speaker
from tests.indonesian import all_left_over, typed_in
from tests.samples.dossiers import dossier, evaluation, samples

# The words of a local standard that is read.
_QUOTED = re.compile("“[^”]*”")


LABELS = ("aria-label", "data-label")


class _Texts(HTMLParser):
    """The texts of a page, without style and the broken lines of pictures."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tag, self.found = "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tag = tag
        self.found += [value for name, value in attrs if name in LABELS]

    def handle_data(self, data):
        if self.tag not in ("style", "text"):
            self.found.append(_QUOTED.sub("", data))


@samples
def test_no_text_of_the_report_stays_indonesian(name):
    content = dossier(name)
    units = {f" {line['unit']}" for line in content["tender"]["hps"].get("lines", ())}
    # Of a component its unit stands in brackets.
    units |= {f"({unit})" for unit in re.findall(r'"unit": "(\w+)"', json.dumps(content))}
    typed = [*typed_in(content), *sorted(units, key=len, reverse=True)]
    told = _Texts(report(evaluation(name), lang="en")).found
    assert not {text: rest for text in told if (rest := all_left_over(text, typed))}


def test_what_people_typed_stays_though_it_begins_as_the_program_would():
    """Alone and among what is the program's own; what nobody typed is told."""
    found, typed = evaluation("alat-kesehatan-tkdn"), "Tidak ada; TKDN yang dinyatakan tetap 24,95%"
    assert f"{typed}." in report(found, lang="en")
    said = speaker(found.basis.words, found.package)
    assert said(f"Memenuhi: {typed}; Tidak ada") == f"meets: {typed}; None"
    assert said("Tidak ada; Memenuhi") == "None; meets"


def test_a_rule_is_called_in_english_behind_its_code():
    told = _Texts(report(evaluation("jalan-kabupaten"), lang="en")).found
    assert "correction.volume (The volume is made that of the tender document)" in told


def test_the_page_says_its_language_and_is_laid_out_the_same():
    found = evaluation("jalan-kabupaten")
    pages = report(found), report(found, lang="en")
    assert [re.search(r'<html lang="(\w+)">', page)[1] for page in pages] == ["id", "en"]
    outside_pictures = (re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL) for page in pages)
    tags = [re.findall(r"</?[a-z0-9]+", page) for page in outside_pictures]
    assert tags[0] == tags[1]

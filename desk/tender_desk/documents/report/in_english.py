"""The report for whoever reads English: the same page, its words told in English."""

import itertools
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import chain

from attrs import asdict, evolve

from tender_desk.documents.kind import as_seleksi
from tender_desk.documents.report.html import Element, Node
from tender_engine.declared import Words
from tender_engine.findings import READ
from tender_engine.model import Package
from tender_rules.in_english import English, cited_passages, in_english, read_sentences, sentences
from tender_rules.similar.finding import kinds_called
from tender_rules.told_facts import fact_in_english
from tender_rules.words import in_english_figures

__all__ = ["speaker", "translated"]

# What a record writes with figures alone, and the days and times of it.
_FIGURES = re.compile(
    r"(?:(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), )?\d\d? [A-Z][a-z]+ \d{4}"
    r"(?: pukul \d\d\.\d\d WI(?:B|TA|T))?|(?:Rp|[-\d.,%+−≈=÷×()/ ])+"
)
# What the values of the law are called, and what they mean.
_VALUES = "param."
# When people said what stands before it.
_SAID_AT = re.compile(
    r", (?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), \d\d? [A-Z][a-z]+ \d{4}"
    r" pukul \d\d\.\d\d WI(?:B|TA|T)\.?$"
)
# A rule by its code, with what it is called.
_RULE = re.compile(r"([a-z_]+(?:\.[a-z_]+)+) \((.+)\)")
# A place of a local reading.
_PLACE = re.compile(r"\{[^}]+\}")
# How the facts of a finding are told.
_FACTS, _FACTS_IN_ENGLISH = "Fakta: ", "Facts: "
# What stands before a passage that nobody has read.
_NOT_READ = "belum dibaca ("
# How a record cites what no text says.
_UNREAD = ("teks ketentuan belum dibaca", "no text was read")
# In a text, what people typed while it is told in English: its number, as no text is written.
_HELD, _HOLDS = re.compile("\0(\\d+)\0"), "\0{}\0"
# Between what is told, or at an end of it.
_BEGINS, _ENDS = r"(?:^|(?<=[:;.,] )|(?<=[(“]))", r"(?=$|[:;.,)”])"
# Style is no text, and a name is nobody's to translate.
_KEPT = frozenset({"style", "bdi", "h1"})
# What a table is called by its columns, and a cell on a phone by its own.
_LABELS = frozenset({"aria-label", "data-label"})


def speaker(words: Mapping[str, Words], package: Package) -> Callable[[str], str]:
    """What tells a text of a report on `package` in English; `words` are those of the rulebook.

    What was typed into the package stays, also where it begins or goes on as the program says
    something; only what is word for word a text of the program is told as that.
    """
    # With the provision that a paper puts into it, and as a Seleksi says what is said of a Tender.
    whole = dict(_shaped(each.id, each.en) for each in words.values() if "{" in each.id)
    values = (each for key, each in words.items() if key.startswith(_VALUES))
    of_seleksi = {as_seleksi(each.id): each.en for each in values}
    alike = {each.id: each.en for each in kinds_called().values()}
    english = English({**alike, **of_seleksi, **whole, **sentences(), **_own(), **_local()}, words)
    cited = cited_passages(_NOT_READ)
    marks = {words[f"source.{mark}"].id: words[f"source.{mark}"].en for mark in READ}

    def said(text: str) -> str:
        bare = text.strip()
        if bare.startswith(_FACTS):
            facts = (_fact(each, english) for each in bare[len(_FACTS) :].split("; "))
            return _FACTS_IN_ENGLISH + "; ".join(facts)
        if rule := _RULE.fullmatch(bare):
            return text.replace(rule[2], english.said(rule[2]))
        told = in_english_figures(bare) if _FIGURES.fullmatch(bare) else english.said(bare)
        told = cited.sub(lambda text: f"{text[1]}{in_english(text[2])}", told)
        told = _SAID_AT.sub(lambda at: in_english_figures(at[0]), told)
        for mark, meant in marks.items():
            told = told.replace(mark, meant)
        return text.replace(bare, told.replace(*_UNREAD)) if bare else text

    typed = {text for text in _typed(package) if said(text) != text and not english.owns(text)}
    return _holding(sorted(typed, key=len, reverse=True), said) if typed else said


def _typed(package: Package) -> set[str]:
    """Every text of several words in `package`, without its full stop."""
    found: set[str] = set()

    def seen(_inst: object, _field: object, value: object) -> object:
        if isinstance(value, str) and " " in value:
            found.add(value.strip(" ."))
        return value

    asdict(package, value_serializer=seen)
    return found


def _holding(typed: Sequence[str], said: Callable[[str], str]) -> Callable[[str], str]:
    """`said`, but what was `typed` stays as it is wherever it stands by itself."""
    whole = re.compile(f"{_BEGINS}(?:{'|'.join(map(re.escape, typed))}){_ENDS}")

    def kept(text: str) -> str:
        held = dict(enumerate(dict.fromkeys(whole.findall(text))))
        number = {each: index for index, each in held.items()}
        told = said(whole.sub(lambda each: _HOLDS.format(number[each[0]]), text))
        return _HELD.sub(lambda each: held.get(int(each[1]), each[0]), told) if held else told

    return kept


def translated(page: Element, said: Callable[[str], str]) -> Element:
    """`page` with each of its texts as `said` tells it; a table says what its columns are, too."""
    if page.tag in _KEPT:
        return page
    children: tuple[Node, ...] = tuple(
        said(child) if isinstance(child, str) else translated(child, said)
        for child in page.children
    )
    named = tuple(
        (name, ", ".join(map(said, value.split(", "))) if name in _LABELS else value)
        for name, value in page.attributes
    )
    return evolve(page, children=children, attributes=named)


def _fact(text: str, english: English) -> str:
    """A fact of a finding, such as `Nilai teknis: 60`; its name is told in words there."""
    name, colon, value = text.partition(":")
    value = value.lstrip()
    if not colon:
        return text  # the rest of what people typed
    named, told = fact_in_english(name.lower(), value)
    said = english.said(name) if named == name.lower() else named
    return f"{said}: {told}"


@cache
def _local() -> Mapping[str, str]:
    """How local standards were read: each text with its places, and the English of it."""
    file = resources.files("tender_desk.documents") / "local_readings.toml"
    readings = chain.from_iterable(tomllib.loads(file.read_text("utf-8")).values())
    return dict(_shaped(reading["text"], reading["en"]) for reading in readings)


def _shaped(text: str, english: str) -> tuple[str, str]:
    """A text with its places by name, each time another, and its English with the first of each."""
    names: dict[str, str] = {}
    count = itertools.count()

    def named(place: re.Match[str]) -> str:
        name = f"t{next(count)}"
        names.setdefault(place[0], f"{{{name}}}")
        return f"{{{name}}}"

    shape = _PLACE.sub(named, text)
    return shape, _PLACE.sub(lambda place: names[place[0]], english)


@cache
def _own() -> Mapping[str, str]:
    file = resources.files(__package__) / "report_en.toml"
    return read_sentences(file.read_text("utf-8"))

"""The English of the sentences that rules and notices leave in a record.

An evaluation holds Indonesian sentences alone, for they stand in minutes. Whoever reads in English
is told the same: each sentence is known by its shape, and its figures, names and clauses are put
into the English of that shape. Nothing of it is stored, and no digest knows of it.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path

from attrs import evolve, frozen

from tender_engine.declared import Words
from tender_engine.evaluation import StageVerdict
from tender_engine.faults import Fault
from tender_engine.findings import Finding
from tender_rules.rulebook import national
from tender_rules.words import CALENDAR, in_english_figures

__all__ = [
    "English",
    "cited_passages",
    "fault_in_english",
    "in_english",
    "read_sentences",
    "reason_in_english",
    "sentences",
]

_PLACE = re.compile(r"\{(\w+)\}")
# In English also `{n:|bid|bids}`, a word for one, or that for any other figure.
_FILLED = re.compile(r"\{(\w+)(?::\|([^|{}]*)\|([^|{}]*))?\}")
# What joins sentences and the items of a list, in the order in which it is looked for.
_JOINTS = {": ": ": ", ". ": ". ", "; ": "; ", ", ": ", ", " dan ": " and ", " atau ": " or "}
# Those that stand in what people typed as well: all that they join has to be known.
_LOOSE = frozenset({", ", " dan ", " atau "})
# By the first letter of its name, what may stand in a place: a clause is in brackets, or nothing.
_MAY_BE: Mapping[str, str] = {
    "c": r"[^\s,;]+",
    "d": r"[^;]*?",
    "k": r"[^;]*?",
    "w": r"(?: \(.*\))?",
    "n": rf"(?:[-−+≈=×()\d.,%/ ]|Rp|pukul|WI(?:B|TA|T)|{'|'.join(CALENDAR)})+?",
}
_OTHER = ".*?"
# Before the name of each member of a KSO of which something is said.
_OF_EACH = re.compile(r"; (?=[^;:]+: )")
# What stands for itself in English: figures alone, a day, a time.
_FIGURES = re.compile(_MAY_BE["n"])
# Of a fault of the law what it names in words of its own; all else are codes and what was typed.
_OF_THE_LAW = "ATR"
_IN_WORDS = frozenset(
    {"at", "ended", "known", "named", "printed", "reason", "since", "stage", "state", "waits"}
) | {"what", "who"}
# Under which fact a finding has what people typed, and what stands for it meanwhile.
_TYPED, _HELD = "alasan", "\0"
# A text that is longer was typed by people; it is not looked through for sentences.
_LONG = 4_000


@frozen
class _Shape:
    """One sentence: what it looks like, its English, and how much of it is fixed."""

    begins: str
    pattern: re.Pattern[str]
    english: str
    fixed: int


class English:
    """The English of sentences by their shapes, and of words by both languages of a rulebook."""

    def __init__(self, shapes: Mapping[str, str], words: Mapping[str, Words]) -> None:
        told = {each.rstrip("."): english.rstrip(".") for each, english in shapes.items()}
        self._words = {
            each.id.rstrip("."): each.en.rstrip(".") for each in reversed(list(words.values()))
        } | told
        self._shapes = sorted(
            (_shape(each, english) for each, english in told.items() if "{" in each),
            key=lambda shape: -shape.fixed,
        )
        self._known: Callable[[str], str | None] = lru_cache(maxsize=4096)(self._look_up)

    def said(self, text: str) -> str:
        """`text` in English; what has no shape that is known is said as it is."""
        told = self._known(text)
        return text if told is None else told

    def owns(self, text: str) -> bool:
        """Whether `text` is word for word one of the program's own."""
        return text.rstrip(".") in self._words

    def _look_up(self, text: str) -> str | None:
        if len(text) > _LONG:
            return None
        if text.endswith(".") and (told := self._known(text[:-1])) is not None:
            return f"{told}."
        if text in self._words:
            return self._words[text]
        if (told := self._words.get(text[:1].lower() + text[1:])) is not None:
            return told[:1].upper() + told[1:]
        if (told := self._words.get(text[:1].upper() + text[1:])) is not None:
            return told[:1].lower() + told[1:] if told[1:2].islower() else told
        of_each = _OF_EACH.split(text)
        if len(of_each) > 1 and None not in map(self._known, of_each):
            return "; ".join(map(self.said, of_each))
        for shape in self._shapes:
            if text.startswith(shape.begins) and (found := shape.pattern.fullmatch(text)):
                return _FILLED.sub(partial(self._filled, found), shape.english)
        return self._parts(text)

    def _filled(self, found: re.Match[str], place: re.Match[str]) -> str:
        """What stands in one place of a sentence."""
        name, text = place[1], found[place[1]]
        if place[2] is not None:
            return place[2] if text == "1" else place[3]
        if name.startswith("n"):
            return in_english_figures(text)
        return self.said(text) if name.startswith(("d", "t")) else text

    def _parts(self, text: str) -> str | None:
        """Sentences one after another, or a list, of which one at least is known."""
        for joint, english in _JOINTS.items():
            enough = all if joint in _LOOSE else any
            at = text.find(joint)
            while at >= 0:
                first, rest = text[:at], text[at + len(joint) :]
                if enough((self._known(first), joint not in first and self._known(rest))):
                    return f"{self.said(first)}{english}{self.said(rest)}"
                at = text.find(joint, at + 1)
        return None


def _shape(indonesian: str, english: str) -> _Shape:
    fixed = _PLACE.split(indonesian)
    parts = (
        f"(?P<{part}>{_MAY_BE.get(part[0], _OTHER)})" if index % 2 else re.escape(part)
        for index, part in enumerate(fixed)
    )
    return _Shape(
        fixed[0], re.compile("".join(parts), re.DOTALL), english, sum(map(len, fixed[::2]))
    )


def read_sentences(text: str) -> Mapping[str, str]:
    """The sentences of a file, in its order, whatever table they stand in."""
    return {each: told for table in tomllib.loads(text).values() for each, told in table.items()}


@cache
def sentences() -> Mapping[str, str]:
    """Those of the rules and notices."""
    return read_sentences(_text("sentences_en.toml"))


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


@cache
def _rules() -> English:
    return English(sentences(), national().words)


def in_english(text: str) -> str:
    """A reason, a notice or a formula in English; what people typed stays as it is.

    >>> in_english("Nilai total 54,00, di bawah ambang batas 60")
    'Total score 54.00, below the threshold 60'
    """
    return _rules().said(text)


def reason_in_english(found: StageVerdict | Finding) -> str:
    """The reason of a finding or a verdict; that of a verdict from the findings that decide it.

    What people typed at the end of one stays as it is, also where it begins as one of the program's
    own.
    """
    if isinstance(found, StageVerdict):
        deciding = [each for each in found.findings if each.verdict is found.verdict]
        reasons = {each.reason.rstrip(" ."): each for each in reversed(deciding)}
        ordered = dict.fromkeys(each.reason.rstrip(" .") for each in deciding)
        if found.reason == " ".join(f"{reason}." for reason in ordered):
            told = (reason_in_english(reasons[reason]).rstrip(" .") for reason in ordered)
            return " ".join(f"{each}." for each in told)
        return in_english(found.reason)
    typed = found.facts.get(_TYPED, "")
    if typed and found.reason.endswith(typed) and not _rules().owns(typed):
        return in_english(found.reason.removesuffix(typed) + _HELD).replace(_HELD, typed)
    return in_english(found.reason)


def fault_in_english(fault: Fault) -> Fault:
    """A fault of the law with what it names in words told in English, for its English message."""
    if not fault.code.startswith(_OF_THE_LAW):
        return fault
    told = {name: _named(text) for name, text in fault.params.items() if name in _IN_WORDS}
    return evolve(fault, params={**fault.params, **told})


def _named(text: str) -> str:
    return in_english_figures(text) if _FIGURES.fullmatch(text) else in_english(text)


@cache
def cited_passages(before: str) -> re.Pattern[str]:
    """A passage that has no number, with what stands before it in a citation, or `before`."""
    law = national()
    cited = {(each.instrument, each.article) for each in law.provisions}
    cited |= {(each.instrument, each.article) for rule in law.rules for each in rule.cites}
    told = [pair for pair in cited if in_english(pair[1]) != pair[1]]
    sides = (sorted(set(side), key=len, reverse=True) for side in zip(*told, strict=True))
    texts, articles = ("|".join(map(re.escape, side)) for side in sides)
    return re.compile(rf"((?:{texts}),? |{re.escape(before)})({articles})(?=$|[;.)]| \()")

"""The codes that a rulebook has, as lists of a schema: each with its words.

What is one of them says so in the words of its key (`codes` of a `Word`). The lists are closed, for
each is made of the rulebook that evaluates; who evaluates under another makes a schema of that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tender_engine.declared import Unit, Words
from tender_engine.findings import Citation
from tender_engine.formats.schema_parts import Schema
from tender_engine.rulebook import Rulebook

__all__ = ["code_list", "codes_of", "sentence"]

_Told = Iterable[tuple[str, str]]


def code_list(title: str, words: Mapping[str, str]) -> Schema:
    """One of some codes, each in words."""
    return {
        "title": title,
        "oneOf": [{"const": code, "description": said} for code, said in words.items()],
    }


def codes_of(rulebook: Rulebook) -> dict[str, Schema]:
    """Every list of a rulebook, by the name that the words of a key call it by.

    One of which it has no code is none: any text may stand there.
    """
    every = {name: (title, dict(told(rulebook))) for name, (title, told) in _LISTS.items()}
    made = {name: code_list(title, words) for name, (title, words) in every.items() if words}
    made["rule"] = _long_list("RuleId", _ABOUT_RULES, dict(_rules(rulebook)))
    made["param"] = _long_list("ParamId", _ABOUT_PARAMS, dict(_params(rulebook)))
    return made


def _long_list(title: str, about: str, words: Mapping[str, str]) -> Schema:
    """The same with all words in one text: who checks a value has not to try each code in turn."""
    told = "; ".join(f"{code}: {said}" for code, said in words.items())
    return {"title": title, "description": f"{about}: {told}.", "enum": [*words]}


def _of(group: str) -> Callable[[Rulebook], _Told]:
    """A group of words; what a context calls otherwise is one code all the same."""

    def told(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
        for key, words in rulebook.words.items():
            if key.startswith(f"{group}.") and "." not in (code := key.removeprefix(f"{group}.")):
                yield code, sentence(words)

    return told


def _needs(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for code, words in _of("need")(rulebook):
        places = rulebook.declarations.answered_at.get(code, ())
        yield code, f"{words} Answered at: {', '.join(places)}." if places else words


def _grounds(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Those that are declared, and the end by a decision, which none is."""
    yield from _of("ground")(rulebook)
    for ground in rulebook.grounds.values():
        yield ground.id, sentence(ground.words)


def _similarities(rulebook: Rulebook) -> _Told:
    return ((kind, sentence(words)) for kind, words in rulebook.declarations.shared().items())


def _rules(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Under the title that papers print, which is Indonesian, with its passages."""
    for rule in sorted(rulebook.rules, key=lambda rule: rule.id):
        yield rule.id, f"{rule.title} ({', '.join(map(_passage, rule.cites))})"


def _passage(cited: Citation) -> str:
    return f"{cited.instrument} {cited.article}"


def _params(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for name, value in sorted(rulebook.parameters.items()):
        yield name, f"{value.words.en} ({_UNITS[value.unit]})"


def sentence(words: Words) -> str:
    """Words in English as a sentence."""
    return f"{words.en[:1].upper()}{words.en[1:]}."


_ABOUT_RULES = "The rules of this rulebook, by the titles that papers print, as they were read"
_ABOUT_PARAMS = "The values of the law in this rulebook; a local standard sets some and adds none"
_UNITS: Mapping[Unit, str] = {
    Unit.BAGIAN: "a share of one",
    Unit.PERSEN: "percent",
    Unit.RUPIAH: "rupiah",
    Unit.ANGKA: "a number",
    Unit.KATA: "a term",
}
_LISTS: Mapping[str, tuple[str, Callable[[Rulebook], _Told]]] = {
    "need": ("Need", _needs),
    "notice": ("NoticeCode", _of("notice")),
    "ground": ("GroundId", _grounds),
    "next": ("FollowUp", _of("next")),
    "period": ("PeriodId", _of("period")),
    "waits": ("NextAct", _of("after_award.waits")),
    "field": ("CorrectedField", _of("field")),
    "ordered_by": ("OrderingFigure", _of("tied")),
    "similarity": ("SimilarityKind", _similarities),
}

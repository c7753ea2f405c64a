"""The codes of what an evaluation awaits, notices and finds, as a rulebook has them."""

from collections.abc import Iterator

from attrs import frozen

from tender_engine.declared import Words
from tender_engine.formats.schema_parts import SAID, Schema
from tender_engine.rulebook import Rulebook

__all__ = ["Codes", "code_list", "codes_of"]


@frozen
class Codes:
    """The schema of each kind of code."""

    need: Schema = SAID
    notice: Schema = SAID
    ground: Schema = SAID


def code_list(title: str, words: dict[str, str]) -> Schema:
    """One of some codes, each in words."""
    return {
        "title": title,
        "oneOf": [{"const": code, "description": said} for code, said in words.items()],
    }


def codes_of(rulebook: Rulebook | None) -> Codes:
    """Those of a rulebook; without one any code may stand there."""
    if rulebook is None:
        return Codes()
    return Codes(
        need=code_list("Need", dict(_needs(rulebook))),
        notice=code_list("NoticeCode", dict(_of(rulebook, "notice"))),
        ground=code_list("GroundId", dict(_grounds(rulebook))),
    )


def _of(rulebook: Rulebook, group: str) -> Iterator[tuple[str, str]]:
    """Each code of a group of words; what a context calls otherwise is one code all the same."""
    for key, words in rulebook.words.items():
        kind, _, code = key.partition(".")
        if kind == group and "." not in code:
            yield code, _sentence(words)


def _needs(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for code, words in _of(rulebook, "need"):
        places = rulebook.declarations.answered_at.get(code, ())
        yield code, f"{words} Answered at: {', '.join(places)}." if places else words


def _grounds(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Those that are declared, and the end by a decision, which none is."""
    yield from _of(rulebook, "ground")
    for ground in rulebook.grounds.values():
        yield ground.id, _sentence(ground.words)


def _sentence(words: Words) -> str:
    return f"{words.en[:1].upper()}{words.en[1:]}."

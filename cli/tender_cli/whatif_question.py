"""One's own question to `tender whatif`: by a path of the package, or as the screen tells it."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from tender_cli.local_standards import law_under
from tender_cli.messages import language, say
from tender_cli.output import figure
from tender_cli.words import spoken, worked
from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.told.place_words import subject_said, word_said
from tender_engine.places import names_key
from tender_rules import Asked, ask_whatif
from tender_rules.whatif.told_question import Subject, Told, ask_told

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.rulebook import Rulebook

__all__ = ["Question", "put"]

# An English figure with its thousands parted, as the screen has it.
_PLAIN = re.compile(r"\d+(\.\d+)?", re.ASCII)
_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


@frozen
class Question:
    """What was asked, at which place with which value, and what came of it.

    `said` and `figure` are both as they were told: a figure shows how it was read.
    """

    place: str
    value: str
    said: str
    figure: str
    asked: Asked


def put(evaluation: "Evaluation", law: "Rulebook", place: str, value: str) -> Question:
    """Ask about `place`: a value of the law, a path, or else what a screen tells.

    What is told has its figures told too, with the thousands parted; a path has those of the
    format.
    """
    if not place or place in law.parameters or names_key(evaluation.given, place):
        asked = ask_whatif(evaluation.given, law, place, value)
        return Question(place, value, place, value, asked)
    basis, declared = evaluation.basis, law_under(evaluation).declarations
    words = spoken(basis.words)

    def telling(subject: Subject) -> Told:
        return Told(
            say(f"whatif.kind.{subject.kind}"),
            subject_said(subject.place, basis, words, declared),
            worked(word_said(subject.place, subject.after, basis, words)) if subject.after else "",
        )

    amount = _figure(value)
    written = value if amount is None else f"{amount:f}"
    asked, meant = ask_told(evaluation.given, law, place, written, telling)
    return Question(meant, written, place, value if amount is None else figure(amount), asked)


def _figure(value: str) -> Decimal | None:
    """A figure as the screen has it, else as the format has it; nothing where it is none."""
    parted = language() == "en" and _ENGLISH.fullmatch(value)
    amount = None if language() == "en" else amount_of(value)
    if amount is None and (parted or _PLAIN.fullmatch(value)):
        amount = Decimal(value.replace(",", ""))
    return amount

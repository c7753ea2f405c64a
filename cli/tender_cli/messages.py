"""What the program says, in Indonesian and in English; click's own words included.

The language is chosen by `--lang`, then by TENDER_LANG, then Indonesian. It is never guessed from
the locale: a Pokja's English Windows says nothing about what a Pokja reads.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from string import Formatter

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from tender_cli.catalogue_en import ENGLISH
from tender_cli.catalogue_help_id import CLICK, PLACEHOLDERS
from tender_cli.catalogue_id import INDONESIAN

__all__ = [
    "CATALOGUES",
    "ENVIRONMENT",
    "LANGUAGES",
    "chosen",
    "in_words",
    "language",
    "nearest",
    "placeholder",
    "say",
    "speak",
]

LANGUAGES = ("id", "en")
ENVIRONMENT = "TENDER_LANG"
CATALOGUES: Mapping[str, Mapping[str, str]] = {"id": INDONESIAN, "en": ENGLISH}

_PLACEHOLDER = re.compile(r"[A-Z]+(?:-[A-Z]+)*")

_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for, wherever `--lang` stands on the command line.

    It is looked up before click parses, because `--help` is answered while it parses. What is
    wrong with the value is click's to say.
    """
    wanted = environment.get(ENVIRONMENT, "")
    for index, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang":
            wanted = "".join(arguments[index + 1 : index + 2])
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def speak(lang: str) -> None:
    """Say everything in `lang` from now on."""
    _language.set(lang)
    for module in (
        click.core,
        click.decorators,
        click.exceptions,
        click.formatting,
        click.parser,
        click.types,
    ):
        # click asks these two names of each of its modules for every word it says; its gettext
        # domain is global and needs compiled catalogues, which is more to go wrong.
        vars(module).update(_=in_words, ngettext=_click_plural)


def language() -> str:
    """The language now spoken, `id` or `en`."""
    return _language.get()


class _Filling(Formatter):
    """Fills places; `{count:|bid|bids}` is a word for one, or that for any other count."""

    def format_field(self, value: object, format_spec: str) -> str:
        """What stands in a place."""
        if not format_spec.startswith("|"):
            return format(value, format_spec)
        one, many = format_spec[1:].split("|")
        return one if str(value) == "1" else many


_FILLING = _Filling()


def say(key: str, **params: object) -> str:
    """The text `key` in the language spoken, with its places filled."""
    return _FILLING.vformat(CATALOGUES[language()][key], (), params)


def nearest(name: str, known: Iterable[str]) -> str:
    """The tail of a message that proposes the nearest known names; empty if none is near."""
    import difflib

    near = difflib.get_close_matches(name, sorted(set(known)))
    return " " + say("did_you_mean", names=", ".join(near)) if near else ""


def in_words(text: str) -> str:
    """One of click's own texts in the language spoken."""
    return CLICK.get(text, text) if language() == "id" else text


def placeholder(text: str) -> str:
    """What stands for something typed, such as `PATH|RULE`, in the language spoken."""
    if language() != "id":
        return text
    return _PLACEHOLDER.sub(lambda word: PLACEHOLDERS.get(word[0], word[0]), text)


def _click_plural(one: str, many: str, count: int) -> str:
    text = one if count == 1 else many
    return in_words(text)

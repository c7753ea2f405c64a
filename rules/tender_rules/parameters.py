"""What the values of the law are called, read from where they stand in TOML."""

from collections.abc import Iterable, Mapping
from typing import Any

from tender_engine.declared import Parameter, Unit, Words
from tender_engine.law import LawError, Provision
from tender_rules.loading import LawFile
from tender_rules.vocabulary import words_by_key

__all__ = ["check_parameters", "check_words", "read_parameters"]

_KEYS = frozenset({"id", "en", "unit", "terms"})


def read_parameters(files: Iterable[LawFile]) -> Mapping[str, Parameter]:
    """What each value of the law is called in `files`.

    Raises:
        LawError: a key is unknown or missing, or a value is told of twice; the message has the
            places.
    """
    found: dict[str, Parameter] = {}
    for file in files:
        places = dict(file.headed("[about.", "]"))
        for param, entry in file.tables.get("about", {}).items():
            if param not in places:
                raise LawError(
                    f'{file.name}: {param}: its words stand under an [about."..."] header'
                )
            made = _parameter(param, entry, places[param])
            if param in found:
                twice = f"{found[param].place}; {made.place}"
                raise LawError(f"{param}: its words stand twice: {twice}")
            found[param] = made
    return found


def _parameter(param: str, entry: Mapping[str, Any], place: str) -> Parameter:
    missing = _KEYS - {"terms"} - entry.keys()
    if missing or entry.keys() - _KEYS:
        wrong = sorted(missing | (entry.keys() - _KEYS))
        raise LawError(f"{place}: {param}: unknown or missing keys {wrong}")
    try:
        unit = Unit(entry["unit"])
        terms = dict(words_by_key(entry.get("terms", {})))
    except ValueError as error:
        raise LawError(f"{place}: {param}: {error}") from None
    return Parameter(Words(entry["id"], entry["en"]), unit, terms, place)


def check_parameters(
    parameters: Mapping[str, Parameter],
    provisions: Iterable[Provision],
    vocabulary: Mapping[str, Words],
) -> None:
    """Hold values and what is told of them to each other.

    Raises:
        LawError: a value or a term that one may be has no words, or words are left of a value or a
            term that there is not; the message names the place.
    """
    taken = check_words(parameters, provisions, vocabulary)
    for param, told in parameters.items():
        if param not in taken or told.terms.keys() - taken[param]:
            left = sorted(told.terms.keys() - taken.get(param, set()))
            raise LawError(f"{told.place}: {param}: words of no value {left}")


def check_words(
    parameters: Mapping[str, Parameter],
    provisions: Iterable[Provision],
    vocabulary: Mapping[str, Words],
) -> Mapping[str, set[str]]:
    """Which values there are, each with the terms that it may be; all of them have words.

    Raises:
        LawError: a value or a term that one may be has no words; the message names the place.
    """
    taken: dict[str, set[str]] = {}
    for provision in provisions:
        param, value = provision.param, provision.value
        if param not in parameters:
            raise LawError(f'{provision.place}: {param} has no [about."{param}"]')
        terms = taken.setdefault(param, set())
        if isinstance(value, str):
            terms.add(value)
            if value not in parameters[param].terms and f"term.{value}" not in vocabulary:
                raise LawError(f"{provision.place}: {param}: {value} has no words")
    return taken

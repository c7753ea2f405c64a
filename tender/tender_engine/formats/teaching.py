"""A schema that people learn from: what each key means, what its figure counts, and an example.

Words come from what a rulebook declares, and from the kernel's own for what none declares. Objects
have titles of their own, so that types that are generated of a schema have names.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tender_engine.declared import Check, Declarations, Words
from tender_engine.formats.annotated import Annotated, known_of
from tender_engine.formats.code_lists import codes_of
from tender_engine.formats.examples import example_of
from tender_engine.formats.schema_words import SchemaWords, Word
from tender_engine.rulebook import Rulebook

__all__ = ["Teacher", "document", "shared", "together"]

# What a schema holds that is no schema.
_VALUES = frozenset({"enum", "const", "required", "pattern", "type"})
_REQUIREMENTS = "Requirements"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Where a rulebook has words for what a check asks, for what is known, and where terms have theirs.
_ASKED, _KNOWN, _COMMON = "asked", "known", "term"


class Teacher:
    """Puts words and examples into what shapes say of themselves.

    Args:
        rulebook: whose declarations and words are told; without one those of no rulebook.
        strict: whether a figure is a text and nothing else.
        words: those of objects that neither kernel nor rulebook has.
    """

    def __init__(
        self,
        rulebook: Rulebook | None = None,
        *,
        strict: bool = False,
        words: Mapping[str, dict[str, Any]] | None = None,
    ) -> None:
        self._strict = strict
        self._words: Mapping[str, Words] = rulebook.words if rulebook else {}
        self._codes = codes_of(rulebook) if rulebook else {}
        declared = rulebook.declarations if rulebook else Declarations()
        self._said = SchemaWords(declared.words, words or {})
        self._checks: Mapping[str, Check[Any, Any]] = {c.key: c for c in declared.checks}

    def taught(self, part: Any) -> Any:
        """`part` with its titles, words and examples."""
        if isinstance(part, list):
            return [self.taught(inner) for inner in part]
        if not isinstance(part, dict):
            return part
        known = known_of(part)
        title = known.get("title") or part.get("title", "")
        worded = known.get("words", title)
        about = self._said.object(worded) or known.get("about", "")
        told = {"title": title, "description": about} if title else {}
        made = {name: said for name, said in told.items() if said}
        for name, inner in part.items():
            if name == "properties":
                made[name] = {key: self._key(worded, key, one) for key, one in inner.items()}
            elif name in _VALUES:
                made[name] = inner
            elif name not in made and name != "title":
                made[name] = self.taught(inner)
        said = self._of_text(made) if self._strict and "anyOf" in made else made
        return Annotated(said, **known)

    def _of_text(self, made: dict[str, Any]) -> dict[str, Any]:
        """The same without the number that may stand in the place of its text."""
        rest = [one for one in made["anyOf"] if one.get("type") != "number"]
        if len(rest) > 1:
            return {**made, "anyOf": rest}
        return {**{name: said for name, said in made.items() if name != "anyOf"}, **rest[0]}

    def _key(self, title: str, key: str, part: dict[str, Any]) -> dict[str, Any]:
        words, called = self._word(title, key, part), known_of(part).get("called", "")
        about = words.about or ("" if called else f"{key.replace('_', ' ')}.")
        said = [
            about,
            f"In forms: {called}." if called else "",
            f"Unit: {words.unit}." if words.unit else "",
            self._terms(part, words.terms or _COMMON),
        ]
        if words.codes in self._codes:
            part = _one_of(part, self._codes[words.codes])
        inner = self.taught(_renamed(part, words.title) if words.title else part)
        example = example_of(inner) if words.example is None else words.example
        if "title" in inner:
            inner = {"allOf": [inner]}
        told = {"description": " ".join(filter(None, said))}
        # Of a figure the shape says the unit there, which is told behind the words.
        return {**told, **inner, **told, "examples": [example]}

    def _word(self, title: str, key: str, part: dict[str, Any]) -> Word:
        """What is said of a key by whoever is nearest to it: of each part of a word the first."""
        known = known_of(part)
        check = None if "about" in known else self._checks.get(key)
        said = [
            self._said.key(title, key),
            Word(known.get("about", ""), known.get("unit", "")),
            *(self._declared(title, check) if check else ()),
            self._said.anywhere(key),
            self._stage(key),
        ]
        return Word(
            about=next((word.about for word in said if word.about), ""),
            unit=next((word.unit for word in said if word.unit), ""),
            example=next((word.example for word in said if word.example is not None), None),
            title=said[0].title,
            codes=next((word.codes for word in said if word.codes), ""),
            terms=next((word.terms for word in said if word.terms), ""),
        )

    def _declared(self, title: str, check: Check[Any, Any]) -> Iterator[Word]:
        """What a named check asks, or what is known for it: in words, else by its name."""
        asked = title.startswith(_REQUIREMENTS)
        yield self._said.key(_ASKED if asked else _KNOWN, check.key)
        words = check.words.en[:1].upper() + check.words.en[1:]
        about = f"{words}: what {'the document asks' if asked else 'is known'}."
        yield Word(about, check.unit, _example_declared(check, asked=asked))

    def _stage(self, key: str) -> Word:
        words = self._words.get(f"stage.{key}")
        return Word(f"{words.en}.") if words else Word()

    def _terms(self, part: dict[str, Any], group: str) -> str:
        told = [(term, self._term(group, term)) for term in dict.fromkeys(_terms_in(part))]
        said = [f"{term}: {words}" if words else term for term, words in told]
        return f"Terms: {'; '.join(said)}." if said else ""

    def _term(self, group: str, term: str) -> str:
        words = self._words.get(f"{group}.{term}") or self._words.get(f"stage.{term}")
        return words.en if words else self._said.term(term)


def _one_of(part: dict[str, Any], codes: dict[str, Any]) -> dict[str, Any]:
    """The same with a code of a list in the place of any text."""
    if part.get("type") == "string":
        return codes
    several = {"anyOf": [_one_of(one, codes) for one in part["anyOf"]]} if "anyOf" in part else {}
    each = {"items": _one_of(part["items"], codes)} if "items" in part else {}
    return {**part, **several, **each}


def _renamed(part: dict[str, Any], title: str) -> dict[str, Any]:
    """The same with the object in it under another title."""
    if "title" in part:
        return {**part, "title": title}
    if "anyOf" not in part:
        return part
    return {**part, "anyOf": [_renamed(one, title) for one in part["anyOf"]]}


def _terms_in(part: dict[str, Any]) -> Iterator[str]:
    """The terms of a key, alone, in a list, or beside something else."""
    yield from (term for term in part.get("enum", ()) if term is not None)
    for inner in (*part.get("anyOf", ()), *([part["items"]] if "items" in part else ())):
        yield from _terms_in(inner)


def _example_declared(check: Check[Any, Any], *, asked: bool) -> Any:
    """What a document may ask of a check, or a fact that meets it, as a package has it."""
    shape = check.demand if asked else check.fact
    values = check.examples.asked if asked else check.examples.met
    telling = [one for one in values if not isinstance(one, bool)] or [*values]
    return shape.write(telling[0]) if shape is not None and telling else None


def document(name: str, whole: dict[str, Any], teacher: Teacher) -> dict[str, Any]:
    """A JSON Schema 2020-12 document of its own, that teaches what `whole` says."""
    shape, definitions = shared(teacher.taught(whole))
    return {
        "$schema": _DRAFT,
        "$id": f"urn:tender-engine:{name}",
        "title": whole["title"],
        **shape,
        "$defs": definitions,
    }


def together(name: str, title: str, documents: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Several documents as one, whose keys they are: what they have in common is defined once.

    Raises:
        ValueError: two things have one name.
    """
    definitions: dict[str, Any] = {}
    for one in documents.values():
        own = {key: said for key, said in one.items() if key not in ("$schema", "$id", "$defs")}
        for called, made in {**one["$defs"], one["title"]: own}.items():
            if definitions.setdefault(called, made) != made:
                raise ValueError(called)
    return {
        "$schema": _DRAFT,
        "$id": f"urn:tender-engine:{name}",
        "title": title,
        "description": "Everything that goes in and comes out, each by its name.",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"$ref": f"#/$defs/{one['title']}"} for key, one in documents.items()},
        "$defs": definitions,
    }


def shared(whole: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """`whole` with everything that has a title moved to the definitions that come second.

    Of two with one title the second has a number behind it: generated types then keep apart what
    is not the same.
    """
    names: dict[str, str] = {}
    made: dict[str, Any] = {}
    return _shared({k: v for k, v in whole.items() if k != "title"}, names, made), made


def _shared(part: Any, names: dict[str, str], made: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_shared(inner, names, made) for inner in part]
    if not isinstance(part, dict):
        return part
    inner = {k: v if k == "examples" else _shared(v, names, made) for k, v in part.items()}
    title = part.get("title")
    if not isinstance(title, str):
        return inner
    text = json.dumps(inner)
    if text not in names:
        alike = sum(name.rstrip("0123456789") == title for name in names.values())
        names[text] = f"{title}{alike + 1}" if alike else title
        made[names[text]] = {**inner, "title": names[text]}
    return {"$ref": f"#/$defs/{names[text]}"}

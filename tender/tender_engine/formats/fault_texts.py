"""How a fault of a package becomes a diagnostic, with its place and its words."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tender_engine.faults import (
    AND_AT_LEAST_AS_MANY_MORE,
    AND_MORE,
    TOLD,
    Diagnostic,
    Fault,
    FaultText,
    FaultTexts,
    Places,
    Spot,
    filled_in,
    show,
)
from tender_engine.formats.signs import HIDDEN

__all__ = ["KEY_FILES", "PACKAGE_TEXTS", "diagnose"]

# Signs that would change how a terminal shows a diagnostic, or that cannot be written at all.
_UNPRINTABLE = f"[\\t\\n{HIDDEN}]"
# So many faults are put in order, of which the first are told.
_SORTED = 2_000
_BOUNDS = Path(__file__).with_name("package_bounds.toml")
# The words of what is told by keys, and so of whatever is wrong with a package of JSON.
KEY_FILES = (Path(__file__).with_name("package_faults.toml"), _BOUNDS)
PACKAGE_TEXTS = FaultTexts(*KEY_FILES)
# What is too much is told before what follows from its being unread.
_FIRST = FaultTexts(_BOUNDS)
# What is filled into the words of a fault is no longer than this, but for what the law lists.
_LONGEST = 500
_LISTED = frozenset({"named", "printed"})
_KINDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "object": "objek {...}",
        "array": "daftar [...]",
        "string": "teks",
        "number": "bilangan",
        "integer": "bilangan bulat tanpa tanda kutip",
        "boolean": "true atau false",
        "null": "null",
        "float": "float, yang tidak eksak (gunakan Decimal)",
    },
    "en": {
        "object": "an object {...}",
        "array": "a list [...]",
        "string": "a text",
        "number": "a number",
        "integer": "a whole number without quotes",
        "boolean": "true or false",
        "null": "null",
        "float": "a float, which is not exact (use a Decimal)",
    },
}

# Two full stops where one ends a sentence, and four where three are said.
_STOPS = re.compile(r"(?<!\.)(?:\.\.|\.{4})(?= |$)")
# What a fault of the law names is of the law; others repeat what people typed.
_OF_THE_LAW = "ATR"
_FIRST_PLACE, _A_WORD = re.compile(r"\{(\w+)\}"), re.compile(r"[a-z]+(?![\w.:-])")


def diagnose(
    faults: Iterable[Fault],
    places: Places,
    name: str,
    lang: str,
    texts: Mapping[str, FaultText],
) -> tuple[Diagnostic, ...]:
    """The first `TOLD` of the `faults` in words, each once, in the order of their places.

    How many more there are is said by a last one.

    Args:
        faults: what is wrong.
        places: where in the file each of them is.
        name: the file as it is shown.
        lang: `id` or `en`.
        texts: the words by code.
    """
    found: dict[tuple[str, ...], tuple[tuple[object, ...], Diagnostic]] = {}
    more, code = 0, AND_MORE
    for fault in faults:
        if fault.code in (AND_MORE, AND_AT_LEAST_AS_MANY_MORE):
            more, code = more + int(fault.params["count"]), max(code, fault.code)
            continue
        if len(found) >= _SORTED and fault.code not in _FIRST:
            more += 1
            continue
        spot = fault.spot or places.spot(fault)
        told = _told(fault, spot, name, lang, texts)
        order = (
            fault.code not in _FIRST,
            spot.file,
            spot.order,
            told.code,
            told.path,
            told.message,
        )
        # One cell may say the same to several places of the package.
        place = told.cell or f"{told.line}:{told.column} {told.path}"
        found.setdefault((told.code, told.file, place, told.message), (order, told))
    first = [told for _, told in sorted(found.values(), key=lambda pair: pair[0])]
    more += len(first[TOLD:])
    if more:
        last = Fault(code, (), {"count": f"{more}"})
        first[TOLD:] = [_told(last, Spot(), name, lang, texts)]
    return tuple(first)


def _told(
    fault: Fault, spot: Spot, name: str, lang: str, texts: Mapping[str, FaultText]
) -> Diagnostic:
    """One fault in words."""
    words, params = texts[fault.code], _params(fault, lang)
    return Diagnostic(
        fault.code,
        spot.file or name,
        spot.line,
        spot.column,
        _printable(show(fault.path)),
        _begun(_stopped(words.message(lang).format_map(params)), words.message(lang), fault),
        _stopped(filled_in(words.hint(lang), params)),
        spot.cell,
    )


def _stopped(message: str) -> str:
    """A text in which what people typed ends a sentence, and may have a full stop of its own.

    >>> _stopped("berisi 20 ton.. Tulis angka."), _stopped("B9, B9, ....")
    ('berisi 20 ton. Tulis angka.', 'B9, B9, ...')
    """
    return _STOPS.sub(lambda found: found[0][:-1], message)


def _begun(message: str, text: str, fault: Fault) -> str:
    """A message with its first letter a capital where it begins with what the law names in words.

    A key of the format, and what people typed, stay as they are.

    >>> act = Fault("ATR061", (), {"what": "penetapan"})
    >>> _begun("penetapan tercatat", "{what} tercatat", act)
    'Penetapan tercatat'
    >>> typed = Fault("XLS035", (), {"found": "kemarin"})
    >>> _begun("kemarin bukan waktu", "{found} bukan waktu", typed)
    'kemarin bukan waktu'
    """
    place = _FIRST_PLACE.match(text)
    if place is None or not fault.code.startswith(_OF_THE_LAW):
        return message
    is_a_word = _A_WORD.match(fault.params.get(place[1], ""))
    return message[:1].upper() + message[1:] if is_a_word else message


def _params(fault: Fault, lang: str) -> dict[str, str]:
    params = {
        key: _printable(value if key in _LISTED else value[:_LONGEST])
        for key, value in fault.params.items()
    }
    kinds = _KINDS["en" if lang == "en" else "id"]
    if fault.code == "PKT012":
        return {key: kinds.get(value, value) for key, value in params.items()}
    expected = params.get("expected", "")
    return params | {"expected": kinds[expected]} if expected in kinds else params


def _printable(text: str) -> str:
    return re.sub(_UNPRINTABLE, lambda found: f"\\u{ord(found.group()):04x}", text)

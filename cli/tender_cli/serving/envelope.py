"""One line as a request: who asks what, with packages left as the text that they are.

A package is read once, by the reader, which bounds what a text may cost before anything is made of
it. So here nothing is made of one but its beginning and end, in one pass without recursion.
"""

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]

from attrs import field, frozen

from tender_cli.serving.refusals import RefusedRequestError

__all__ = ["Envelope", "elements", "id_of", "opened", "shown"]

_BOM = "\ufeff"
_SPACE = re.compile(r"[ \t\n\r]*+")
_TEXT = r'"(?:[^"\\]|\\.)*+"'
_PLAIN = rf'[^\[\]{{}}"]*+(?:{_TEXT}[^\[\]{{}}"]*+)*+'
# As many lists and objects without others in them, texts and signs as stand in a row; or a bracket.
_PIECE = re.compile(
    rf"(?:\{{{_PLAIN}\}}|\[{_PLAIN}\]|{_TEXT}|[^\[\]{{}}\"]++)++|[\[\]{{}}]", re.DOTALL
)
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}
_SCALAR = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|[a-z]++")
_WORDS = frozenset({"true", "false", "null"})
# As every language holds exactly.
_WHOLE = re.compile(r"-?[0-9]{1,15}").fullmatch
_LONGEST_ID, _SHOWN = 200, 40
# No key of a request is nearly as deep.
_DEEPEST = 1000


@frozen
class Envelope:
    """A request: its id, what it asks, and the JSON text of each of its other keys."""

    id: str | int
    op: str | None
    texts: dict[str, str] = field(repr=False)


def opened(line: bytes) -> Envelope:
    """The request that a line holds.

    Raises:
        RefusedRequestError: it holds none; with its id, where that could be read.
    """
    found: dict[str, str] = {}
    try:
        for key, value in _members(_decoded(line)):
            if key in found:
                raise RefusedRequestError("SRV004", {"key": key[:_LONGEST_ID]})
            found[key] = value
        id_ = _id(found.pop("id", None))
        return Envelope(id_, _op(found.pop("op", None)), found)
    except RefusedRequestError as refused:
        if refused.id is None:
            refused.id = _id_if_any(found.get("id"))
        raise


def id_of(line: bytes) -> str | int | None:
    """The id in a line, where it can be read; what comes after it is not looked at."""
    try:
        return next((_id(value) for key, value in _members(_decoded(line)) if key == "id"), None)
    except RefusedRequestError:
        return None


def shown(text: str) -> str:
    """The beginning of what stands at a key; none of a list or object, which may be a package."""
    return {"{": "{…}", "[": "[…]"}.get(text[:1], text[:_SHOWN])


def _decoded(line: bytes) -> str:
    try:
        text = line.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        params = {"byte": f"0x{line[error.start]:02X}", "position": str(error.start + 1)}
        raise RefusedRequestError("SRV002", params) from None
    if not text.strip():
        raise RefusedRequestError("SRV001")
    return text


def _members(text: str) -> Iterator[tuple[str, str]]:
    """Each key of the object that `text` is, with the text of its value."""
    at = _after_space(text, 0)
    if text[at] != "{":
        raise _no_json(at)
    at = _after_space(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _key(text, at)
        end = _end(text, at)
        yield key, text[at:end]
        at = _next(text, end, "}")
    if text[at + 1 :].strip():
        raise _no_json(at + 1)


def elements(text: str) -> Iterator[str]:
    """The text of each element of the list that `text` is.

    Raises:
        RefusedRequestError: it is no list of JSON.
    """
    at = _after_space(text, 1)
    while text[at : at + 1] != "]":
        end = _end(text, at)
        yield text[at:end]
        at = _next(text, end, "]")


def _key(text: str, at: int) -> tuple[str, int]:
    """A key, and where its value begins."""
    if text[at : at + 1] != '"':
        raise _no_json(at)
    key, end = _text_at(text, at)
    end = _after_space(text, end)
    if text[end : end + 1] != ":":
        raise _no_json(end)
    return key, _after_space(text, end + 1)


def _text_at(text: str, at: int) -> tuple[str, int]:
    try:
        said, end = scanstring(text, at + 1)
    except json.JSONDecodeError as error:
        raise _no_json(error.pos) from None
    return str(said), end


def _next(text: str, end: int, closing: str) -> int:
    """Where the next key or element begins, or the whole ends."""
    at = _after_space(text, end)
    sign = text[at : at + 1]
    if sign == ",":
        at = _after_space(text, at + 1)
        if text[at : at + 1] == closing:
            raise _no_json(at)
    elif sign != closing:
        raise _no_json(at)
    return at


def _end(text: str, at: int) -> int:
    """Where the value that begins at `at` ends; inside a list or an object only by its brackets."""
    sign = text[at : at + 1]
    if sign == '"':
        return _text_at(text, at)[1]
    if sign in _DEEPER:
        return _end_of_nest(text, at)
    found = _SCALAR.match(text, at)
    if found is None or (found[0].isalpha() and found[0] not in _WORDS):
        raise _no_json(at)
    return found.end()


def _end_of_nest(text: str, begins: int) -> int:
    """Where the bracket that stands at `begins` is closed."""
    depth, at = 1, begins + 1
    while found := _PIECE.match(text, at):
        at = found.end()
        depth += _DEEPER.get(found[0], 0)
        if not depth:
            return at
        if depth > _DEEPEST:
            raise RefusedRequestError("SRV020", {"deepest": str(_DEEPEST)})
    raise _no_json(begins)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _no_json(at: int) -> RefusedRequestError:
    return RefusedRequestError("SRV003", {"column": str(at + 1)})


def _id(text: str | None) -> str | int:
    """Raise where there is none, or one that not every language holds as it is."""
    if text is None or text == "null":
        raise RefusedRequestError("SRV005")
    read = _id_if_any(text)
    if read is None:
        raise RefusedRequestError("SRV006", {"found": shown(text)})
    return read


def _id_if_any(text: str | None) -> str | int | None:
    if text and text[0] == '"':
        said, _ = _text_at(text, 0)
        return said if 0 < len(said) <= _LONGEST_ID else None
    return int(text) if text and _WHOLE(text) else None


def _op(text: str | None) -> str | None:
    return _text_at(text, 0)[0] if text and text[0] == '"' else text and shown(text)

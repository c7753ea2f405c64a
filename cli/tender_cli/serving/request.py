"""What is asked: the keys that an operation takes, each read as what it may hold."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from tender_cli.messages import LANGUAGES
from tender_cli.serving.envelope import Envelope, elements, shown
from tender_cli.serving.refusals import RefusedRequestError, refused_for

if TYPE_CHECKING:
    from tender_desk.documents.record import Audience
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation

__all__ = [
    "LANG",
    "UNKNOWN",
    "Answer",
    "Operation",
    "Request",
    "evaluated",
    "judged",
    "language_of",
    "reading",
]

LANG = "lang"
# What is told of a name that nothing has: no file is looked for here.
UNKNOWN = "serve.unknown"
_LONGEST = 1000


@frozen
class Request:
    """The keys of a request by name; of a package its JSON text."""

    texts: Mapping[str, str] = field(repr=False)

    def has(self, key: str) -> bool:
        """Whether it is there; `null` is as if it were not."""
        return self.texts.get(key, "null") != "null"

    def text(self, key: str) -> str | None:
        """A text."""
        return str(self._read(key, str, '"…"')) if self.has(key) else None

    def flag(self, key: str) -> bool:
        """True or false; false where it is not there."""
        return bool(self._read(key, bool, "true / false")) if self.has(key) else False

    def day(self, key: str) -> dt.date | None:
        """A day as ISO 8601 has it."""
        said = self.text(key)
        try:
            return None if said is None else dt.date.fromisoformat(said)
        except ValueError:
            raise self.refused(key, "YYYY-MM-DD") from None

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is not there."""
        if not self.has(key):
            return ()
        read = self._read(key, list, '["…"]')
        if not all(isinstance(each, str) for each in read):
            raise self.refused(key, '["…"]')
        return tuple(read)

    def one_of(self, key: str, words: Sequence[str]) -> str:
        """One of some words, the first where it is not there."""
        said = self.text(key)
        if said is not None and said not in words:
            raise self.refused(key, ", ".join(words))
        return words[0] if said is None else said

    def objects(self, key: str) -> list[str]:
        """The texts of a list of packages."""
        if not self.texts[key].startswith("["):
            raise self.refused(key, "[{…}]")
        return list(elements(self.texts[key]))

    def one_way(self, key: str, *others: str, needed: bool = False) -> None:
        """Refuse a request that has `key` beside one of `others`, or none of them if `needed`.

        Raises:
            RefusedRequestError: it does; what would else be left aside without a word.
        """
        beside = any(map(self.has, others))
        if (beside and self.has(key)) or (needed and not (beside or self.has(key))):
            raise RefusedRequestError("SRV017", {"left": key, "right": " / ".join(others)})

    def refused(self, key: str, expected: str) -> RefusedRequestError:
        """The error for what stands under `key`."""
        params = {"key": key, "found": shown(self.texts[key]), "expected": expected}
        return RefusedRequestError("SRV010", params)

    def _read(self, key: str, kind: type, expected: str) -> Any:
        if len(self.texts[key]) > _LONGEST:
            raise self.refused(key, expected)
        try:
            read = json.loads(self.texts[key])
        except (ValueError, RecursionError):
            raise self.refused(key, expected) from None
        if type(read) is not kind:
            raise self.refused(key, expected)
        return read


@frozen
class Answer:
    """What an operation found, and who may be told."""

    result: Mapping[str, Any]
    audience: "Audience"


@frozen
class Operation:
    """One op: the keys that it needs, those that it takes, and what answers it."""

    answer: Callable[[Request], Answer]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()

    def asked(self, envelope: Envelope) -> Request:
        """The request of an envelope.

        Raises:
            RefusedRequestError: a key is missing, or unknown.
        """
        known = (*self.needs, *self.takes, LANG)
        params = {"op": str(envelope.op), "known": ", ".join(known)}
        request = Request(envelope.texts)
        for key in self.needs:
            if not request.has(key):
                raise RefusedRequestError("SRV008", params | {"key": key})
        for key in envelope.texts:
            if key not in known:
                raise RefusedRequestError("SRV009", params | {"key": key[:80]})
        return request


def language_of(envelope: Envelope, otherwise: str) -> str:
    """The language in which an answer is asked, or that of the whole run."""
    request = Request(envelope.texts)
    return request.one_of(LANG, LANGUAGES) if request.has(LANG) else otherwise


def reading(text: str, key: str) -> "FileReading":
    """What a package said; nothing beside it is looked for, it lies in no folder."""
    from tender_desk.any_file import read_bytes
    from tender_rules import national

    return read_bytes(text.encode(), f"<{key}>", national())


def judged(text: str, key: str) -> "tuple[FileReading, Evaluation]":
    """A package that was read, and its evaluation.

    Raises:
        RefusedRequestError: it has faults; all are told.
    """
    from tender_cli.inputs import judge

    found = reading(text, key)
    evaluation, told = judge(found)
    if evaluation is None:
        raise refused_for(told)
    return found, evaluation


def evaluated(request: Request) -> "Evaluation":
    """The evaluation of the package of a request.

    Raises:
        RefusedRequestError: it has faults; all are told.
    """
    return judged(request.texts["package"], "package")[1]

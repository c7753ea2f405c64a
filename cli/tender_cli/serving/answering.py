"""A line in, a line out: each request is answered, whatever is wrong with it."""

import os
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

import click

from tender_cli.inputs import InvalidPackageError
from tender_cli.messages import language, speak
from tender_cli.serving import beside, on_law, on_package
from tender_cli.serving.envelope import Envelope, id_of, opened
from tender_cli.serving.lines import LONGEST, answer_line
from tender_cli.serving.refusals import RefusedRequestError, error_dict, in_keys, refused_for
from tender_cli.serving.request import Answer, Operation, language_of
from tender_desk.documents.record import Audience

__all__ = ["OPERATIONS", "answered", "unanswered"]

_PACKAGE, _REPEAT = ("package",), ("previous",)
OPERATIONS: Mapping[str, Operation] = {
    "check": Operation(on_package.check, _PACKAGE, _REPEAT),
    "evaluate": Operation(on_package.evaluate, _PACKAGE, _REPEAT),
    "bahp": Operation(
        on_package.bahp, _PACKAGE, ("document", "participant", "format", "internal", *_REPEAT)
    ),
    "explain": Operation(on_package.explain, (), ("package", "participant", "topic")),
    "compare": Operation(beside.compare, _PACKAGE, ("other", "at", "overlays")),
    "reasons": Operation(on_package.reasons, _PACKAGE, ("participant",)),
    "whatif": Operation(beside.whatif, _PACKAGE, ("place", "value")),
    "similar": Operation(beside.similar, (), ("package", "packages")),
    "rules": Operation(on_law.rules, (), ("name", "at", "overlays", "from", "to")),
    "schema": Operation(lambda request: on_law.schema(OPERATIONS, request), (), ("of",)),
}


def answered(line: bytes | None) -> bytes:
    """The answer to one line; it says what it says in the language asked for, else as before."""
    spoken = language()
    try:
        envelope = _opened(line)
    except RefusedRequestError as refused:
        return _error(refused, refused.id)
    try:
        speak(language_of(envelope, spoken))
        answer = _answer(envelope)
        told = {"audience": answer.audience, "result": answer.result}
        return answer_line({"id": envelope.id, **told})
    except RefusedRequestError as refused:
        return _error(refused, envelope.id)
    except Exception as error:
        return _error(_bug(error), envelope.id)
    finally:
        speak(spoken)


def unanswered(line: bytes, refused: RefusedRequestError) -> bytes:
    """The answer to a line of which somebody else found none."""
    return _error(refused, id_of(line))


def _error(refused: RefusedRequestError, id_: str | int | None) -> bytes:
    told = {"audience": Audience.INTERNAL, "error": error_dict(refused)}
    return answer_line({"id": id_, **told})


def _opened(line: bytes | None) -> Envelope:
    if line is None:
        raise RefusedRequestError("SRV011", {"limit": str(LONGEST)})
    return opened(line)


def _answer(envelope: Envelope) -> Answer:
    known = ", ".join(OPERATIONS)
    if envelope.op is None:
        raise RefusedRequestError("SRV018", {"known": known})
    operation = OPERATIONS.get(envelope.op)
    if operation is None:
        raise RefusedRequestError("SRV007", {"found": envelope.op[:80], "known": known})
    request = operation.asked(envelope)
    try:
        return operation.answer(request)
    except InvalidPackageError as error:
        raise refused_for(error.diagnostics) from error
    except click.ClickException as error:
        raise RefusedRequestError("SRV013", {"told": in_keys(error.format_message())}) from error


def _bug(error: BaseException) -> RefusedRequestError:
    """An error of ours: its kind and its place, never its text, which may hold what is sealed."""
    if os.environ.get("TENDER_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    from tender_engine import __version__

    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} ({Path(last.filename).name}:{last.lineno})"
    return RefusedRequestError("SRV016", {"version": __version__, "where": where})

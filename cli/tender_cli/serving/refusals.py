"""Why a request is refused: a stable code, its words, and all that is wrong with a package."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tender_cli.messages import language
from tender_engine.faults import FaultTexts

if TYPE_CHECKING:
    from tender_engine.faults import Diagnostic

__all__ = ["SERVE_TEXTS", "RefusedRequestError", "error_dict", "in_keys", "refused_for"]

SERVE_TEXTS = FaultTexts(Path(__file__).with_name("serving_faults.toml"))
# An option of a command as it is told there, with what it takes.
_OPTION = re.compile(r"--([a-z]+)\b(?: [A-Z]+\b)?")


class RefusedRequestError(Exception):
    """A request that has no answer; `diagnostics` say what is wrong with its package.

    `id` is that of the request, where it could be read.
    """

    def __init__(
        self,
        code: str,
        params: Mapping[str, str] | None = None,
        diagnostics: "Sequence[Diagnostic]" = (),
    ) -> None:
        self.code = code
        self.params = params or {}
        self.diagnostics = tuple(diagnostics)
        self.id: str | int | None = None
        super().__init__(code)


def refused_for(diagnostics: "Sequence[Diagnostic]") -> RefusedRequestError:
    """The error for a package in which this is wrong."""
    return RefusedRequestError("SRV012", {"count": str(len(diagnostics))}, diagnostics)


def in_keys(told: str) -> str:
    """What a command tells, with the keys of a request in the place of options.

    >>> in_keys("surat memerlukan --participant ID")
    'surat memerlukan participant'
    """
    return _OPTION.sub(r"\1", told)


def error_dict(refused: RefusedRequestError) -> dict[str, Any]:
    """The error as a program gets it, in the language spoken."""
    from tender_cli.inputs import as_diagnostics

    words = SERVE_TEXTS[refused.code]
    told: dict[str, Any] = {
        "code": refused.code,
        "message": words.message(language()).format_map(refused.params),
        "hint": words.hint(language()).format_map(refused.params),
    }
    if refused.diagnostics:
        told["diagnostics"] = as_diagnostics(refused.diagnostics)
    return told

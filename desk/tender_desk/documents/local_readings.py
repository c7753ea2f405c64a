"""How a local standard was read where it is silent or at odds with the national text."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from tender_desk.documents.blocks import Block, Paragraph, Subheading
from tender_desk.documents.view import View
from tender_engine.terms import StageId

__all__ = ["local_readings"]


def local_readings(view: View) -> Iterator[Block]:
    """Each reading of the overlays in force."""
    said = [text for name in view.evaluation.law.overlays for text in _of(view, name)]
    if said:
        yield Subheading("Pembacaan standar setempat")
        yield from map(Paragraph, said)


@frozen
class _Asked:
    """What a place such as `{said[PARAM]}` of a text is filled with."""

    said: Callable[[str], str]

    def __getitem__(self, param: str) -> str:
        return self.said(param)


@cache
def _readings() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _of(view: View, overlay: str) -> Iterator[str]:
    """The readings of one standard that belong into this record, in their order."""
    kind = view.kind
    of = "pascakualifikasi" if not kind.before else "daftar" if kind.listing else "penawaran"
    filled = {
        "cited": _Asked(view.value_cited),
        "said": _Asked(view.value_said),
        "effective": _Asked(lambda param: view.words.said("effective", view.value(param).value)),
        "envelope": view.term(view.package.tender.envelope).lower(),
    }
    for reading in _readings().get(overlay, ()):
        if reading["of"] == of and ("stage" not in reading or view.has(StageId(reading["stage"]))):
            yield reading["text"].format_map(filled)

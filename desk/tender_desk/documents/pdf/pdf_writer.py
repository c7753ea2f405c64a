"""A record as the bytes of a PDF: typst draws it, with the fonts that it brings along itself."""

import json
import tempfile
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

from tender_desk.documents.blocks import Record
from tender_desk.documents.fitting import Page
from tender_desk.documents.pdf.items import drawn
from tender_desk.documents.pdf.letterhead import Letterhead, letterhead_of
from tender_desk.documents.readback import UnwritableTextError, texts_of
from tender_desk.documents.word.kop_error import KopError
from tender_desk.documents.word.pages import LEAST_HEIGHT, LEAST_WIDTH
from tender_engine.declared import Words

__all__ = ["PdfNotInstalledError", "lost_of", "pdf_bytes"]

# A4 between its margins, in points, as `record.typ` sets them.
_PAGE = Page(467.7)
_TEMPLATE, _LETTERHEAD, _TRIAL = "record.typ", "letterhead.typ", "glyphs.typ"
# What `record.typ` says where a letterhead leaves no room for text.
_NO_ROOM = "no-room"
_LOST_SIGN = Words("tanda yang tidak ada hurufnya", "a sign that the fonts do not have")
_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x0A, 0x2013, 0x2026)))


class PdfNotInstalledError(RuntimeError):
    """The extra that draws PDF is not installed."""


def pdf_bytes(record: Record, kop: bytes | None = None) -> bytes:
    """`record` as a PDF on A4, or on the letterhead `kop`; the same, the same bytes everywhere.

    Raises:
        PdfNotInstalledError: typst is not installed.
        UnwritableTextError: a text holds a sign that the fonts do not have.
        KopError: the letterhead is refused.
    """
    typst = _typst()
    _check(typst, texts_of(record))
    if kop is None:
        return _compiled(typst, {"record": _json(drawn(record, _PAGE))})
    head = letterhead_of(kop, _readable)
    given = {"record": _json(drawn(record, head.page)), "kop": _json(_sayable(typst, head))}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in head.pictures.items():
            Path(folder, name).write_bytes(data)
        try:
            return _compiled(typst, given, folder)
        except typst.TypstError as error:
            if _NO_ROOM not in error.message:
                raise
            raise KopError("KOP009", wide=str(LEAST_WIDTH), high=str(LEAST_HEIGHT)) from error


def lost_of(kop: bytes) -> tuple[Words, ...]:
    """What a letterhead holds and no PDF of it shows.

    Raises:
        PdfNotInstalledError: typst is not installed.
        KopError: the letterhead is refused.
    """
    head = letterhead_of(kop, _readable)
    strange = _without_letter(_typst(), head.letters)
    return (*head.lost, *([_LOST_SIGN] if strange else []))


def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise PdfNotInstalledError(str(error)) from error
    return typst


def _compiled(typst: Any, given: dict[str, str], root: str | None = None) -> bytes:
    made: bytes = typst.compile(
        _part(_LETTERHEAD) + _part(_TEMPLATE),
        format="pdf",
        root=root,
        ignore_system_fonts=True,
        sys_inputs=given,
    )
    return made


def _readable(data: bytes, ending: str) -> bool:
    """Whether the file of a picture can be drawn, which drawing it shows."""
    typst = _typst()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"0.{ending}").write_bytes(data)
        try:
            typst.compile(f'#image("/0.{ending}")'.encode(), root=folder, format="pdf")
        except typst.TypstError:
            return False
    return True


def _sayable(typst: Any, head: Letterhead) -> Any:
    """The letterhead without the signs that the fonts do not have."""
    strange = _without_letter(typst, head.letters)
    return (
        _without(head.drawn, str.maketrans(dict.fromkeys(strange, ""))) if strange else head.drawn
    )


def _without(value: Any, signs: dict[int, Any]) -> Any:
    match value:
        case str():
            return value.translate(signs)
        case dict():
            return {key: _without(held, signs) for key, held in value.items()}
        case list():
            return [_without(held, signs) for held in value]
        case _:
            return value


def _part(name: str) -> bytes:
    return (resources.files(__package__) / name).read_bytes()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check(typst: Any, said: Iterable[str]) -> None:
    """Refuse by name what would be drawn as an empty box."""
    texts = [*said]
    if missing := _without_letter(typst, {sign for text in texts for sign in text}):
        text = next(text for text in texts if set(text) & set(missing))
        raise UnwritableTextError(text, missing)


def _without_letter(typst: Any, signs: Iterable[str]) -> list[str]:
    """Those of `signs` that would be drawn as an empty box."""
    strange = sorted(set(signs) - _PLAIN)
    return [sign for sign in strange if _is_no_text(sign)] or (
        _without_glyph(typst, strange) if strange else []
    )


def _is_no_text(sign: str) -> bool:
    return sign < " " or "\ud800" <= sign < "\ue000"


def _without_glyph(typst: Any, signs: list[str]) -> list[str]:
    """Those of `signs` that the fonts do not have."""
    found = typst.query(
        _part(_TRIAL),
        "<missing>",
        field="value",
        one=True,
        ignore_system_fonts=True,
        sys_inputs={"signs": _json(signs)},
    )
    return [str(sign) for sign in json.loads(found)]

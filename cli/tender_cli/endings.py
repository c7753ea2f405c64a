"""What the ending of `--output` says: it decides the format of the file, or agrees with it."""

from collections.abc import Sequence
from pathlib import Path

import click

from tender_cli.messages import say

__all__ = ["check_ending", "format_of"]

# The formats that are written, by the endings of their files; the first is the usual one.
_ENDINGS = {
    "markdown": (".md", ".markdown"),
    "json": (".json",),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "html": (".html", ".htm"),
    "xlsx": (".xlsx",),
    "jsonl": (".jsonl",),
    "csv": (".csv",),
}
# Endings of other formats: no program would open under them what is written here.
_OTHERS = frozenset(
    (
        *(".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".ppt", ".pptx"),
        *(".xls", ".xlsm", ".xlsb", ".xltx", ".ods"),
        *(".xml", ".zip", ".png", ".jpg"),
    )
)


def format_of(output: Path | None, asked: str | None, offered: Sequence[str]) -> str:
    """The format of a document: as `asked`, or as `output` ends, or the first of those `offered`.

    Raises:
        UsageError: the ending is that of another format.
    """
    ending = "" if output is None else output.suffix.casefold()
    told = next((form for form in offered if ending in _ENDINGS[form]), None)
    form = asked or told or offered[0]
    check_ending(output, form, offered)
    return form


def check_ending(output: Path | None, form: str, offered: Sequence[str] = ()) -> None:
    """Refuse a file that ends as no file of the format `form` does.

    An ending that stands for no format may be part of a name. `offered` are the formats to choose
    from, where there is more than one.

    Raises:
        UsageError: the ending is that of another format.
    """
    if output is None or (ending := output.suffix.casefold()) in _ENDINGS[form]:
        return
    if ending in _OTHERS or any(ending in endings for endings in _ENDINGS.values()):
        usual = ", ".join(_ENDINGS[each][0] for each in (offered or (form,)))
        words = {"path": output, "ending": ending, "form": form, "usual": usual}
        raise click.UsageError(say("output.contradicts", **words))

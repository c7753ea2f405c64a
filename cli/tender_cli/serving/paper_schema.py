"""The shape of a paper: under its format the text, the Word file, or all that it holds."""

from collections.abc import Mapping

from tender_desk.documents.as_json import FORMAT, KINDS
from tender_desk.documents.blocks import (
    Align,
    Block,
    Pairs,
    Paragraph,
    Signatures,
    SignedOff,
    Subheading,
    Table,
)
from tender_desk.documents.papers import PAPERS
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.code_lists import code_list, sentence
from tender_engine.formats.schema_parts import (
    FLAG,
    SAID,
    TEXT,
    Schema,
    listed,
    matching,
    one_of,
    one_or_other,
    titled,
)

__all__ = ["PAPER", "PAPER_KEY"]

PAPER_KEY = code_list("PaperKey", {kind.key: sentence(kind.words) for kind in PAPERS})
_TEXTS = listed(TEXT)
_SIGNATORY = titled("Signatory", name=TEXT, role=TEXT, nip=TEXT)
_BLOCKS: Mapping[type[Block], Mapping[str, Schema]] = {
    Paragraph: {"text": TEXT, "strong": FLAG},
    Subheading: {"text": TEXT},
    Pairs: {"items": listed(listed(TEXT, minItems=2, maxItems=2))},
    Table: {"headers": _TEXTS, "align": listed(one_of(*Align)), "rows": listed(_TEXTS)},
    Signatures: {
        "headers": listed(TEXT, minItems=3, maxItems=3),
        "lines": listed(_SIGNATORY),
    },
    SignedOff: {"by": _SIGNATORY, "dated": TEXT},
}
_BLOCK = one_or_other(
    "PaperBlock",
    *(
        titled(f"Paper{kind.__name__}", kind={"const": KINDS[kind]}, **keys)
        for kind, keys in _BLOCKS.items()
    ),
)
_SECTION = titled("PaperSection", letter=TEXT, title=TEXT, blocks=listed(_BLOCK))
_HELD = titled(
    "PaperHeld",
    format={"const": FORMAT},
    title=SAID,
    draft=FLAG,
    internal=FLAG,
    number=TEXT,
    place=TEXT,
    date=TEXT,
    time=TEXT,
    tender=TEXT,
    opening=listed(_BLOCK),
    sections=listed(_SECTION),
    root=TEXT,
    issuer=_TEXTS,
    recipient=_TEXTS,
    annex=listed(_SECTION),
    secret=FLAG,
)
_HEAD: Mapping[str, Schema] = {
    "document": PAPER_KEY,
    "title": SAID,
    "draft": FLAG,
    "secret": FLAG,
    "lacks": listed(SAID),
}
_FORMS: Mapping[str, Mapping[str, Schema]] = {
    "Markdown": {"markdown": SAID},
    "Data": {"json": _HELD},
    "Word": {"docx": matching("[A-Za-z0-9+/]+={0,2}", "UEsDBBQAAAAI")},
}
PAPER = one_or_other(
    "Paper",
    *(
        Annotated(titled(f"PaperAs{called}", **_HEAD, **form), words="PaperAsAsked")
        for called, form in _FORMS.items()
    ),
)

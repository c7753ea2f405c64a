"""How a record writes terms, numbers of papers, evidence, provisions and values of the law."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.declared import Unit, Vocabulary
from tender_engine.findings import DOCUMENT, Citation, UsedValue
from tender_engine.model import Evidence, Hps, HpsLine
from tender_engine.numbers import figure_of
from tender_engine.renaming import DEDUCED
from tender_engine.vat import WHOLE, base_of
from tender_rules.words import number, rupiah

__all__ = [
    "BLANK",
    "NOT_KNOWN",
    "ROUNDING_GAP",
    "WRITTEN_ROUNDING",
    "bare_number",
    "cited",
    "document_clause",
    "is_law",
    "masked",
    "numbered",
    "reading_said",
    "sentence",
    "shown",
    "text_of",
    "used_text",
    "value_said",
    "vat_of",
]

BLANK = "." * 20
NOT_KNOWN = "belum tersedia"
# Of a row that says what rounded figures lack of their rounded sum.
ROUNDING_GAP = "selisih pembulatan"
# Of a row that tells of all amounts together that were written less than a sen from the computed.
WRITTEN_ROUNDING = "pembulatan tulisan"
_NO_TEXT = "tanpa teks"
# How the name of a passage ends that was not read.
_UNREAD = " (belum dibaca)"
# By number and year; the joint decree of a year's days off has it in its name.
_LAW = re.compile(r"\d+/\d{4}$|^Keputusan Bersama Menteri ")
_NUMBER = re.compile(r"(?:nomor|no\.)\s*:?\s*(?=\S)", re.IGNORECASE)


def bare_number(number: str) -> str:
    """The number of a paper without the word for it, which people write with it.

    >>> bare_number("Nomor: 027/1"), bare_number("no. 5"), bare_number("Nomor")
    ('027/1', '5', 'Nomor')
    """
    return _NUMBER.sub("", number, count=1) if _NUMBER.match(number) else number


def masked(npwp: str) -> str:
    """An NPWP as everybody may see it: its digits hidden, but for the first two and the last two.

    >>> masked("01.234.567.8-901.234")
    '01.***.***.*-***.*34'
    """
    places = [at for at, sign in enumerate(npwp) if sign.isdigit()]
    hidden = frozenset(places[2:-2])
    return "".join("*" if at in hidden else sign for at, sign in enumerate(npwp))


def numbered(number: str) -> str:
    """The number of a paper after the word for it, which stands once."""
    return f"Nomor {bare_number(number)}"


def shown(evidence: Iterable[Evidence] | None) -> str:
    """Where something can be looked up, by file and page; nothing where nothing is named."""
    return "; ".join(_page(item) for item in evidence or ())


def _page(item: Evidence) -> str:
    if not item.page:
        return item.file
    return f"{item.file} {'halaman ' if item.page[0].isdigit() else ''}{item.page}"


def sentence(text: str) -> str:
    """What people wrote, as a sentence ends.

    >>> sentence("Analisa  lengkap"), sentence("Terbukti.")
    ('Analisa lengkap.', 'Terbukti.')
    """
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def document_clause(clause: str | None) -> str:
    """Where the tender's own document says it; the whole document where no clause is named."""
    return f"{DOCUMENT} {clause or ''}".strip()


def text_of(instrument: str, article: str) -> str:
    """A provision by its name, or that no text for it was read."""
    if instrument == _NO_TEXT:
        return f"teks ketentuan belum dibaca ({article})"
    if instrument == DOCUMENT:
        return document_clause(numbered(article))
    # "Pasal 39 ayat (4)" follows its instrument; what is only described stands behind a comma.
    described = article[:1].islower() and not article.startswith("angka ")
    return f"{instrument}, {article}" if described else f"{instrument} {article}"


def is_law(instrument: str) -> bool:
    """Whether a text is law, which has a number and a year; practice and systems have none.

    >>> is_law("Perpres 16/2018"), is_law("Panduan SPSE 4.4")
    (True, False)
    """
    return _LAW.search(instrument) is not None


def reading_said(used: UsedValue) -> str:
    """What was read of a value that no text gives, in a sentence; nothing where nothing was."""
    if used.instrument == _NO_TEXT:
        return f"Teks ketentuan mengenai {used.article} belum dibaca."
    if used.instrument == DOCUMENT:
        return ""
    text = text_of(used.instrument, used.article)
    if text.endswith(_UNREAD):
        return f"{text.removesuffix(_UNREAD)} belum dibaca."
    return f"Disimpulkan dari {text.removesuffix(DEDUCED)}."


def used_text(used: UsedValue) -> str:
    """The text behind a value that was used: the document's clause where the document set it."""
    return cited([used])


def cited(sources: Iterable[Citation | UsedValue]) -> str:
    """Provisions, each once, the document's clause before the law's.

    An article beside a passage of it says nothing more.
    """
    texts = dict.fromkeys(text for source in sources for text in _texts(source))
    bare = {text for text in texts if any(other.startswith(f"{text} ") for other in texts)}
    return "; ".join(text for text in texts if text not in bare)


def _texts(source: Citation | UsedValue) -> Iterator[str]:
    """The document's clause, and the law's text where there is one."""
    if source.clause:
        yield document_clause(source.clause)
    if not source.clause or source.instrument != DOCUMENT:
        yield text_of(source.instrument, source.article)


def value_said(words: Vocabulary, unit: Unit, param: str, value: str) -> str:
    """A value of the law in words: a share in percent, an amount in rupiah, a term in full."""
    figure = figure_of(value)
    if figure is None:
        return words.texts.get(f"param.{param}.{value}") or words.term(value)
    if unit is Unit.BAGIAN:
        return f"{number(figure.scaleb(2))}%"
    if unit is Unit.PERSEN:
        return f"{number(figure)}%"
    return rupiah(figure) if unit is Unit.RUPIAH else number(figure)


def vat_said(percent: Decimal, base: Fraction | None) -> str:
    """A rate of PPN as it is written: in percent, times the share of the price that it is of."""
    rate = f"{number(percent)}%"
    return f"{rate} × {base}" if percent and base not in (None, WHOLE) else rate


def vat_of(hps: Hps, line: HpsLine | None = None) -> str:
    """The document's rate as it is written, in general or of a line that may set its own."""
    own = None if line is None else line.vat_percent
    return vat_said(hps.vat_percent if own is None else own, base_of(hps, line))

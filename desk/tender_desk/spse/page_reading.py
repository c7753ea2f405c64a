"""`read_spse`: one file that was saved or pasted from SPSE, read as far as it is understood."""

from tender_desk.spse.heads import pair_of
from tender_desk.spse.page_values import Place, Raw, RefusedError, Remark, SpseReading
from tender_desk.spse.pasted_tables import tables_of_text
from tender_desk.spse.table_reading import read_table

__all__ = ["LARGEST", "read_spse"]

LARGEST = 10 * 1024 * 1024
_MEBIBYTES = str(LARGEST // 1024**2)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHERS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP (xlsx, docx)",
    b"\xd0\xcf\x11\xe0": "Office 97-2003 (xls, doc)",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
_LONGEST_SHOWN = 80


def read_spse(data: bytes, name: str) -> SpseReading:
    """Read the bytes of a saved page or of a pasted text that is shown as `name`.

    Nothing is fetched and nothing is run. What is not understood stands in `remarks`; `refused`
    says why nothing of the file can be used.
    """
    try:
        text = _decoded(data)
        raws = _tables(text)
    except RefusedError as error:
        return SpseReading(name, refused=Remark(error.code, params=error.params))
    tables, facts, remarks = [], [], []
    for raw in raws:
        table, found = read_table(raw)
        remarks += found
        if table is not None:
            tables.append(table)
            continue
        pairs = [pair for row in raw.rows if (pair := pair_of([cell.text for cell in row]))]
        facts += pairs
        if not pairs and not _is_legend(raw) and (words := _words(raw)):
            remarks.append(Remark("SPS101", Place(raw.number), {"found": words}))
    refused = None if tables else Remark("SPS007")
    return SpseReading(name, tuple(tables), tuple(facts), tuple(remarks), refused)


def _tables(text: str) -> tuple[Raw, ...]:
    if "<table" in text.casefold() or text.lstrip()[:1] == "<":
        from tender_desk.spse.saved_page import tables_of_page

        return tables_of_page(text)
    return tables_of_text(text)


def _words(raw: Raw) -> str:
    """The first row of a table that says anything, without its figures; empty where none does.

    Whose they are is not known, and a price may be sealed.
    """
    rows = ([cell.text for cell in row if cell.text] for row in raw.rows)
    first = next(filter(None, rows), [])
    told = [text for text in first if not any(sign.isdigit() for sign in text)]
    return " | ".join(told)[:_LONGEST_SHOWN] if told or not first else "…"


def _is_legend(raw: Raw) -> bool:
    """Whether a table only explains letters: `A | Evaluasi Administrasi`."""
    pairs = [[cell.text for cell in row if cell.text] for row in raw.rows]
    told = [pair for pair in pairs if pair]
    return bool(told) and all(
        len(pair) > 1 and all(len(letter) <= len("PK") for letter in pair[::2]) for pair in told
    )


def _decoded(data: bytes) -> str:
    """The text of the file.

    Raises:
        RefusedError: it is too large, another kind of file, or no text.
    """
    if len(data) > LARGEST:
        raise RefusedError("SPS001", limit=_MEBIBYTES)
    for head, found in _OTHERS.items():
        if data.startswith(head):
            raise RefusedError("SPS003", found=found)
    text = _text_of(data)
    beginning = text[:2000].casefold()
    if "mime-version:" in beginning and "multipart/related" in beginning:
        raise RefusedError("SPS002")
    if "\0" in text:
        raise RefusedError("SPS004")
    return text


def _text_of(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedError("SPS004")

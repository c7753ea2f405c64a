"""A saved page of SPSE to tables as they stand. The page is parsed, never run or fetched from."""

from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from tender_desk.spse.page_values import (
    MOST_COLUMNS,
    MOST_ELEMENTS,
    MOST_ROWS,
    MOST_TABLES,
    Cell,
    Raw,
    RefusedError,
)

__all__ = ["tables_of_page"]

_LEFT_OUT = ("script", "style", "noscript", "template", "head")
_LONGEST_HEADING = 300
_ICON_FAMILIES = ("fa", "glyphicon", "bi", "icon", "mdi", "ti")


def tables_of_page(markup: str) -> tuple[Raw, ...]:
    """Every table of the page in the order of the page, nested ones after their own.

    Raises:
        RefusedError: it is nested too deeply, or holds too many tables, rows or cells.
    """
    if markup.count("<") > MOST_ELEMENTS:
        raise RefusedError.too_much()
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError:  # there is no element at all
        return ()
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise RefusedError("SPS005")
    made, rows = [], 0
    for number, (table, heading) in enumerate(_tables(root), start=1):
        if number > MOST_TABLES:
            raise RefusedError.too_much()
        raw = Raw(number, tuple(_rows(table)), heading)
        rows += len(raw.rows)
        if rows > MOST_ROWS:
            raise RefusedError.too_much()
        made.append(raw)
    return tuple(made)


def _tables(root: Any) -> Iterator[tuple[Any, str]]:
    """Each table, with the text that stands between it and the one before."""
    said: list[str] = []
    depth = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _LEFT_OUT and tag != "head":
                walk.skip_subtree()
                continue
            if tag == "table":
                depth += 1
                yield element, " ".join(" ".join(said).split())[-_LONGEST_HEADING:]
                said = []
            elif (depth == 0 or tag == "caption") and isinstance(tag, str) and element.text:
                said.append(element.text)
        elif tag == "table":
            depth -= 1
        if event == "end" and depth == 0 and element.tail:
            said.append(element.tail)


def _rows(table: Any) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table without those of the tables in it, cells over several filled in."""
    over: dict[int, tuple[int, Cell]] = {}
    for row in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        parts = [row] if row.tag == "tr" else row.iterchildren("tr")
        for part in parts:
            yield tuple(_filled(part, over))


def _filled(row: Any, over: dict[int, tuple[int, Cell]]) -> list[Cell]:
    """The cells of one row; `over` holds those that reach down from rows above, by column."""
    made: list[Cell] = []
    for element in row.iterchildren("td", "th"):
        _reach_down(made, over)
        cell = Cell(_text(element), tuple(_icons(element)), element.tag == "th")
        down, wide = (_span(element, name) for name in ("rowspan", "colspan"))
        # A head goes for every column under it; what a wide cell of a row says, it says once.
        further = cell if cell.head else Cell("")
        for part in (cell, *(further,) * (wide - 1)):
            if down > 1:
                over[len(made)] = (down - 1, part)
            made.append(part)
        if len(made) > MOST_COLUMNS:
            raise RefusedError.too_much()
    _reach_down(made, over)
    return made


def _reach_down(made: list[Cell], over: dict[int, tuple[int, Cell]]) -> None:
    while len(made) in over:
        left, cell = over.pop(len(made))
        if left > 1:
            over[len(made)] = (left - 1, cell)
        made.append(cell)


def _span(element: Any, name: str) -> int:
    written = (element.get(name) or "").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    number = int(written[:6]) if len(written) > 1 else int(written)
    return min(max(number, 1), MOST_ROWS if name == "rowspan" else MOST_COLUMNS + 1)


def _text(element: Any) -> str:
    """The text that a reader sees in a cell, without that of tables in it."""
    said: list[str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            said.append(" " if child.tag in ("br", "p", "div", "li") else "")
            if child.tag not in ("table", *_LEFT_OUT) and not _is_hidden(child):
                said.append(_text(child))
        said.append(child.tail or "")
    return " ".join("".join(said).split())


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    named = {"d-none", "hidden", "hide"} & set((element.get("class") or "").split())
    return "display:none" in style or element.get("hidden") is not None or bool(named)


def _icons(cell: Any) -> Iterator[str]:
    """The names of what is drawn in a cell: of a picture its file, of an icon its classes."""
    for element in cell.iter("img", "i", "svg", "span", "input", "em"):
        if _is_hidden(element) or any(above.tag == "table" for above in _above(element, cell)):
            continue
        if element.tag == "img":
            yield (element.get("src") or "?").rsplit("/", 1)[-1].rsplit(".", 1)[0][:40] or "?"
        elif element.tag == "input" and element.get("type", "").casefold() in ("checkbox", "radio"):
            yield f"input {element.get('type')}"
        else:
            names = (element.get("class") or "").split()
            drawn = any(name.split("-")[0] in _ICON_FAMILIES for name in names)
            if element.tag == "svg" or drawn:
                yield " ".join([*names, element.get("data-icon") or ""]).strip()[:60] or "svg"


def _above(element: Any, cell: Any) -> Iterator[Any]:
    for above in element.iterancestors():
        if above is cell:
            return
        yield above

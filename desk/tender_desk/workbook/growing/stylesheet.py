"""The styles of a workbook, which take in those of another one without changing their own."""

import copy
from typing import Any

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS

from tender_desk.workbook.growing.container import MAIN, parsed, refusal, serialised

__all__ = ["StyleSheet"]

# Formats with lower numbers are Excel's own and mean the same everywhere.
_FIRST_OWN_FORMAT = 164
_TRUE = ("1", "true")
_PARTS = (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"))
_APPLIED = ("Font", "Fill", "Border", "NumberFormat", "Alignment")
# The looks that cells have where a rule says so; Excel keeps the list no longer than it is used,
# and wants it behind these.
_RULED, _BEFORE_RULED = "dxfs", ("cellXfs", "cellStyles")


class StyleSheet:
    """The styles of one workbook; a cell names one by its number."""

    def __init__(self, xml: bytes) -> None:
        self._root = parsed(xml)
        self._adopted: dict[int, str] = {}
        self._keys: dict[str, dict[Any, int]] = {}

    def adopt(self, other: "StyleSheet", number: str) -> str:
        """The number here of a style of `other`, added unless it is there already."""
        found = int(number)
        if found not in self._adopted:
            self._adopted[found] = str(self._take(other, other._list("cellXfs")[found]))
        return self._adopted[found]

    def adopt_ruled(self, other: "StyleSheet", number: str) -> str:
        """The number here of a look that a rule of `other` gives, added unless it is there."""
        if self._root.find(f"{{{MAIN}}}{_RULED}") is None:
            before = [self._root.find(f"{{{MAIN}}}{name}") for name in _BEFORE_RULED]
            last = [one for one in before if one is not None][-1]
            last.addnext(etree.Element(f"{{{MAIN}}}{_RULED}"))
        look = copy.deepcopy(other._list(_RULED)[int(number)])
        return str(self._number(_RULED, look))

    def keeps_text(self, number: str) -> bool:
        """Whether a style says that a text is no formula, also when somebody edits its cell."""
        return self._list("cellXfs")[int(number)].get("quotePrefix") in _TRUE

    def format_of(self, number: str) -> str:
        """The format in which a style shows numbers; that of any number where it names none."""
        styles = self._list("cellXfs")
        which = int(number)
        named = int(styles[which].get("numFmtId", "0")) if which < len(styles) else 0
        own = (f.get("formatCode") for f in self._formats() if f.get("numFmtId") == f"{named}")
        return next(own, BUILTIN_FORMATS.get(named, "General"))

    def xml(self) -> bytes:
        """The part."""
        return serialised(self._root)

    def _take(self, other: "StyleSheet", style: Any) -> int:
        new = etree.Element(f"{{{MAIN}}}xf", xfId="0")
        for child in style:
            if child.tag == f"{{{MAIN}}}alignment":
                new.append(copy.deepcopy(child))
        for name, where in _PARTS:
            index = int(style.get(name, "0"))
            new.set(name, str(self._number(where, copy.deepcopy(other._list(where)[index]))))
        new.set("numFmtId", str(self._format(other, int(style.get("numFmtId", "0")))))
        for name in _APPLIED:
            new.set(f"apply{name}", "1")
        if style.get("quotePrefix") in _TRUE:
            new.set("quotePrefix", "1")
        return self._number("cellXfs", new)

    def _format(self, other: "StyleSheet", number: int) -> int:
        if number < _FIRST_OWN_FORMAT:
            return number
        code = next(
            f.get("formatCode") for f in other._formats() if f.get("numFmtId") == f"{number}"
        )
        known = {f.get("formatCode"): int(f.get("numFmtId")) for f in self._formats()}
        if code in known:
            return known[code]
        formats = self._root.find(f"{{{MAIN}}}numFmts")
        if formats is None:
            formats = etree.Element(f"{{{MAIN}}}numFmts")
            self._root.insert(0, formats)
        new = max(_FIRST_OWN_FORMAT - 1, *known.values(), 0) + 1
        etree.SubElement(formats, f"{{{MAIN}}}numFmt", numFmtId=f"{new}", formatCode=code)
        formats.set("count", str(len(formats)))
        return new

    def _formats(self) -> Any:
        return self._root.findall(f"{{{MAIN}}}numFmts/{{{MAIN}}}numFmt")

    def _number(self, where: str, element: Any) -> int:
        """The number of `element` in a list, at whose end it is added if it is not in it."""
        known = self._list(where)
        if where not in self._keys:
            self._keys[where] = {}
            for index, one in enumerate(known):
                self._keys[where].setdefault(_key(one), index)
        key = _key(element)
        if key not in self._keys[where]:
            self._keys[where][key] = len(known)
            known.append(element)
            known.set("count", str(len(known)))
        return self._keys[where][key]

    def _list(self, where: str) -> Any:
        found = self._root.find(f"{{{MAIN}}}{where}")
        if found is None:
            raise refusal("XLS091")
        return found


def _key(element: Any) -> Any:
    """What an element says, however its namespace is called."""
    attributes = frozenset(element.attrib.items())
    return element.tag, attributes, (element.text or "").strip(), tuple(map(_key, element))

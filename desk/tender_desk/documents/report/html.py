"""HTML and SVG as a tree of elements. Every text is escaped here and nowhere else.

What could run, load or lead out of the file cannot be built: no script, no frame, no handler, no
`style=`, and no address but a place in the same file.
"""

import html
import re
from typing import TypeAlias

from attrs import frozen

__all__ = ["Element", "Node", "el", "markup"]

_INERT = re.compile(
    r"html|head|meta|title|style|body|header|nav|main|section|footer|article|figure|figcaption"
    r"|h[1-6]|p|ol|ul|li|dl|dt|dd|div|span|strong|em|small|bdi|a|br|details|summary"
    r"|table|caption|colgroup|col|thead|tbody|tr|th|td|svg|g|rect|line|path|circle|text|tspan|desc"
)
_VOID = frozenset({"meta", "br", "col"})
# A line feed after these keeps the file fit to be read and compared line by line.
_ENDS_LINE = frozenset(
    {"head", "title", "meta", "style", "header", "nav", "section", "footer", "p", "li", "dd"}
    | {"h1", "h2", "h3", "h4", "tr", "table", "details", "svg", "div", "figure"}
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@frozen
class Element:
    """A tag with its attributes and what it holds."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Node", ...]


Node: TypeAlias = Element | str


def el(tag: str, *children: Node | None, **attributes: str | None) -> Element:
    """An element; `None` among the children or attributes is left out.

    `class_` stands for `class`, and `aria_label` for `aria-label`.

    Raises:
        ValueError: a tag or an attribute that a report may not have.
    """
    named = [(_name(key), value) for key, value in attributes.items() if value is not None]
    if not _INERT.fullmatch(tag):
        raise ValueError(f"a report has no <{tag}>")
    for name, value in named:
        outside = name in ("src", "action") or (name == "href" and not value.startswith("#"))
        if name == "style" or name.startswith("on") or outside:
            raise ValueError(f"a report has no {name}={value!r}")
    return Element(tag, tuple(named), tuple(child for child in children if child is not None))


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _escaped(text: str) -> str:
    """`text` as HTML that reads as that very text, in an element or in a quoted attribute."""
    return html.escape(_CONTROLS.sub(" ", text))


def markup(node: Node) -> str:
    """The element as HTML."""
    parts: list[str] = []
    _write(node, parts)
    return "".join(parts)


def _write(node: Node, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(_escaped(node))
        return
    given = "".join(f' {name}="{_escaped(value)}"' for name, value in node.attributes)
    parts.append(f"<{node.tag}{given}>")
    if node.tag == "style":
        parts += map(_sheet, node.children)
    else:
        for child in node.children:
            _write(child, parts)
    if node.tag not in _VOID:
        parts.append(f"</{node.tag}>")
    if node.tag in _ENDS_LINE:
        parts.append("\n")


def _sheet(css: Node) -> str:
    """Raw text, as a browser reads what stands in a style block."""
    if not isinstance(css, str) or "<" in css:
        raise ValueError("a style block holds style rules and no markup")
    return css

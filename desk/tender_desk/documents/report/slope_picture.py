"""The order before and after correction as a picture: a line a bid, from place to place."""

from collections.abc import Iterator, Sequence

from tender_desk.documents.report.html import Element, el
from tender_desk.documents.report.lettering import lines_of
from tender_desk.documents.report.slope import Move, Slope

__all__ = ["slope_picture"]

_WIDTH, _NAMES, _SIZE, _LINE, _HEAD = 380, 122, 12, 14, 26
_LEFT, _RIGHT = 144, 236
_ARROWS = {"up": "▲", "down": "▼", "same": ""}


def slope_picture(given: Slope) -> Element:
    """Names on both sides, each at its place; the lines between them tell who moved."""
    before = sorted(given.moves, key=lambda move: move.before)
    after = sorted(given.moves, key=lambda move: move.after)  # stable: equal ones as before
    step = _step(given.moves)
    heads = [
        el("text", "Semula", x="4", y="14", class_="t2"),
        el("text", "Terkoreksi", x=str(_WIDTH - 4), y="14", text_anchor="end", class_="t2"),
    ]
    lines = [
        el(
            "path",
            d=f"M{_LEFT} {_middle(i, step)} L{_RIGHT} {_middle(after.index(move), step)}",
            class_=f"move {move.look}",
        )
        for i, move in enumerate(before)
    ]
    return el(
        "svg",
        el("title", given.told, id="urutan-judul"),
        *heads,
        *lines,
        *_side(before, step, left=True),
        *_side(after, step, left=False),
        viewBox=f"0 0 {_WIDTH} {_HEAD + step * len(before) + 4}",
        role="img",
        aria_labelledby="urutan-judul",
        class_="slope",
    )


def _step(moves: Sequence[Move]) -> int:
    """As high as the longest name asks."""
    longest = max((len(_names(move)) for move in moves), default=1)
    return max(24, _LINE * longest + 8)


def _names(move: Move) -> tuple[str, ...]:
    return lines_of(move.name, _SIZE, _NAMES)


def _middle(index: int, step: int) -> int:
    return _HEAD + step * index + step // 2


def _side(moves: Sequence[Move], step: int, *, left: bool) -> Iterator[Element]:
    """Each place with its name; on the right also which way it went."""
    anchor = None if left else "end"
    x = _LEFT if left else _RIGHT
    for index, move in enumerate(moves):
        y = _middle(index, step)
        place = str(move.before if left else move.after)
        yield el("circle", cx=str(x), cy=str(y), r="9", class_=f"dot {move.look}")
        yield el("text", place, x=str(x), y=str(y + 4), text_anchor="middle", class_="dot-place")
        lines = _names(move)
        top = y + 4 - _LINE * (len(lines) - 1) // 2
        for number, line in enumerate(lines):
            at = {"x": "4" if left else str(_WIDTH - 4), "y": str(top + _LINE * number)}
            yield el("text", line, **at, text_anchor=anchor, class_="t3")
        if not left and move.look != "same":
            arrow = {"x": str(x + 13), "y": str(y + 4)}
            yield el("text", _ARROWS[move.look], **arrow, class_=f"t2 {move.look}")

"""The flow as a picture: stages from top to bottom, the way taken in bold, failure at the side."""

from collections.abc import Iterator

from attrs import field, frozen

from tender_desk.documents.report.flow import Flow, Place, Step, Way
from tender_desk.documents.report.html import Element, el
from tender_desk.documents.report.lettering import lines_of

__all__ = ["flow_picture"]

# The picture is as wide as a phone; everything in it is placed in its pixels.
_WIDTH, _BOX, _INDENT, _PASSING = 380, 276, 30, 15
_MIDDLE, _RAIL, _GAP, _PAD, _LINE = 130, 368, 36, 9, 16
_END_LEFT = 160
_TITLE, _SMALL = 14, 12
_MARKS = {Place.PASSED: "✓", Place.ENDED: "✗", Place.WAITING: "…", Place.AHEAD: "", Place.DRAFT: ""}
_LOOKS = {
    Place.PASSED: "gone",
    Place.ENDED: "ended",
    Place.WAITING: "waits",
    Place.AHEAD: "ahead",
    Place.DRAFT: "gone",
}


@frozen
class _Box:
    """A layer as it stands in the picture; `ys` are the tops of its steps."""

    steps: tuple[Step, ...]
    left: int
    right: int
    ys: tuple[int, ...]
    bottom: int

    @property
    def top(self) -> int:
        return self.ys[0]


@frozen
class _Drawing:
    """What has its place: the box of each node, and how far down the picture goes."""

    boxes: dict[str, _Box] = field(factory=dict)

    @property
    def bottom(self) -> int:
        return max((box.bottom for box in self.boxes.values()), default=0)

    def put(self, steps: tuple[Step, ...], left: int, right: int) -> None:
        """The next box below what is there."""
        y = self.bottom + _GAP if self.boxes else 4
        ys = []
        for step in steps:
            ys.append(y)
            y += _height(step, right - left)
        box = _Box(steps, left, right, tuple(ys), y)
        self.boxes.update((step.id, box) for step in steps)


def flow_picture(flow: Flow) -> Element:
    """The picture, with a title and a text for who cannot see it."""
    drawing = _Drawing()
    depth = {step.id: at for at, layer in enumerate(flow.layers) for step in layer}
    passed_by = {
        level
        for way in flow.ways
        if way.origin in depth and way.target in depth
        for level in range(depth[way.origin] + 1, depth[way.target])
    }
    for level, layer in enumerate(flow.layers):
        drawing.put(layer, _INDENT if level in passed_by else 4, _BOX)
    drawing.put((flow.failed,), _END_LEFT, _WIDTH - 4)
    drawing.put((flow.record,), 4, _BOX)
    ways = sorted(flow.ways, key=lambda way: way.taken)  # what was taken is drawn over the rest
    lines = [part for way in ways for part in _way(way, flow, drawing)]
    boxes = [part for box in dict.fromkeys(drawing.boxes.values()) for part in _box(box)]
    return el(
        "svg",
        el("title", f"Alur {flow.title} dan jalan yang ditempuh", id="alur-judul"),
        el("desc", _in_words(flow), id="alur-uraian"),
        *lines,
        *boxes,
        viewBox=f"0 0 {_WIDTH} {drawing.bottom + 4}",
        preserveAspectRatio="xMinYMin meet",
        role="img",
        aria_labelledby="alur-judul alur-uraian",
        class_="flow",
    )


def _in_words(flow: Flow) -> str:
    steps = [step for layer in flow.layers for step in layer]
    return "; ".join(
        f"{step.title}: {step.place}{f', {step.told}' if step.told else ''}"
        for step in (*steps, flow.failed, flow.record)
    )


def _texts(step: Step, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width - 2 * _PAD
    told = step.told or (step.place if step.place in (Place.WAITING, Place.DRAFT) else "")
    return lines_of(step.title, _TITLE, room - 14), lines_of(told, _SMALL, room) if told else ()


def _height(step: Step, width: int) -> int:
    title, told = _texts(step, width)
    return 2 * _PAD + _LINE * (len(title) + len(told))


def _box(box: _Box) -> Iterator[Element]:
    """The frame of a layer with a field for each of its steps."""
    width = box.right - box.left
    for step, y in zip(box.steps, box.ys, strict=True):
        height = _height(step, width)
        look = _LOOKS[step.place]
        at = {"x": str(box.left), "y": str(y), "width": str(width), "height": str(height)}
        yield el("rect", **at, rx="3", class_=f"box {look}")
        yield from _words(step, box, y)


def _words(step: Step, box: _Box, y: int) -> Iterator[Element]:
    title, told = _texts(step, box.right - box.left)
    look = _LOOKS[step.place]
    for index, line in enumerate((*title, *told)):
        at = y + _PAD + _LINE * index + 11
        name = f"t1 {look}" if index < len(title) else "t2"
        yield el("text", line, x=str(box.left + _PAD), y=str(at), class_=name)
    mark = _MARKS[step.place]
    if mark:
        yield el(
            "text",
            mark,
            x=str(box.right - _PAD),
            y=str(y + _PAD + 11),
            class_=f"mark {look}",
            text_anchor="end",
        )


def _way(way: Way, flow: Flow, drawing: _Drawing) -> Iterator[Element]:
    if way.target == flow.failed.id:
        return _to_failure(way, drawing)
    if way.origin == flow.failed.id:
        return _from_failure(way, drawing)
    return _onward(way, drawing)


def _onward(way: Way, drawing: _Drawing) -> Iterator[Element]:
    """Straight down; past what is left out on the left."""
    start, end = drawing.boxes[way.origin], drawing.boxes[way.target]
    between = {
        box.top
        for box in drawing.boxes.values()
        if start.bottom < box.top < end.top and box.left < _PASSING + _INDENT
    }
    x = _PASSING if between else _MIDDLE
    yield from _arrow([(x, start.bottom), (x, end.top)], way)
    if way.taken:
        yield el("text", way.label, x=str(x + 8), y=str(end.top - 12), class_="t2")


def _to_failure(way: Way, drawing: _Drawing) -> Iterator[Element]:
    """Out at the side and down the rail."""
    start, end = drawing.boxes[way.origin], drawing.boxes[way.target]
    place = next(i for i, step in enumerate(start.steps) if step.id == way.origin)
    y = start.ys[place] + _PAD + 24
    yield from _arrow([(start.right, y), (_RAIL, y), (_RAIL, end.top)], way)
    lines = lines_of(way.label, _SMALL, _RAIL - _BOX - 12)
    name = "t2 ended" if way.taken else "t2 faint"
    for index, line in enumerate(lines):
        at = y - 5 - 12 * (len(lines) - 1 - index)
        yield el("text", line, x=str(_BOX + 8), y=str(at), class_=name)


def _from_failure(way: Way, drawing: _Drawing) -> Iterator[Element]:
    start, end = drawing.boxes[way.origin], drawing.boxes[way.target]
    x = _BOX - 12
    yield from _arrow([(x, start.bottom), (x, end.top)], way)


def _arrow(points: list[tuple[int, int]], way: Way) -> Iterator[Element]:
    """A line with its head, which points down."""
    look = "taken" if way.taken else "open"
    path = " L".join(f"{x} {y}" for x, y in points)
    x, y = points[-1]
    yield el("path", d=f"M{path}", class_=f"way {look}")
    yield el("path", d=f"M{x - 4} {y - 7} L{x + 4} {y - 7} L{x} {y}Z", class_=f"head {look}")

"""w:drawing and w:pict -> shapes in points, the same for DrawingML and VML."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.model.draft import Anchor, Drawing, Shape
from pipeline.model.place import DocxPlace
from pipeline.read.outlines import drawn_freely
from pipeline.read.repeats import NUMBER, Shared
from pipeline.read.xml import EMU, MC, PIC, WP, WPC, WPG, WPS, A, W, chosen, first, number

TextOf = Callable[[etree._Element], str]

_ON = ("1", "true")
_ANCHOR, _INLINE, _EXTENT, _H, _V, _SIMPLE = (
    WP + name for name in ("anchor", "inline", "extent", "positionH", "positionV", "simplePos")
)
_GRAPHIC, _XFRM, _GEOMETRY, _LINE, _NO_FILL, _HEAD, _TAIL = (
    A + name for name in ("graphic", "xfrm", "prstGeom", "ln", "noFill", "headEnd", "tailEnd")
)
_SP_PR, _CONNECTOR, _MARKS, _IDENTITY, _BOX = (WPS + name for name in ("spPr", "cNvCnPr", "cNvSpPr", "cNvPr", "txbx"))
_GUIDE, _DATA, _TEXT, _OFFSET, _ALIGN = A + "gd", A + "graphicData", W + "txbxContent", WP + "posOffset", WP + "align"
_WSP, _GROUP, _INNER, _CANVAS, _PICTURE, _BRANCHES = (
    WPS + "wsp", WPG + "wgp", WPG + "grpSp", WPC + "wpc", PIC + "pic", MC + "AlternateContent"
)  # fmt: skip
_SHAPED = frozenset((_WSP, _GROUP, _INNER, _CANVAS))
_FREE = A + "custGeom"
_OFF, _EXT, _START, _END = (A + name for name in ("off", "ext", "stCxn", "endCxn"))
LINES = ("line", "straightConnector1", "bentConnector", "curvedConnector")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a group's inner coordinates become points: scale, then move."""

    x: float = 0.0
    y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    inner_x: float = 0.0
    inner_y: float = 0.0

    def place(self, shape: Shape) -> Shape:
        """Return the shape moved from inner coordinates to points."""
        if self is TOP:
            return shape
        return shape._replace(
            x=self.x + (shape.x - self.inner_x) * self.scale_x,
            y=self.y + (shape.y - self.inner_y) * self.scale_y,
            width=shape.width * self.scale_x,
            height=shape.height * self.scale_y,
        )


TOP = Frame()


class Graphics:
    """What the graphics of a part hold; those that were taken out as repeats are read once."""

    def __init__(self, shared: Shared, text_of: TextOf) -> None:
        """Begin with nothing read."""
        self._shared = shared
        self._text_of = text_of
        self._known: dict[str, tuple[str, tuple[Shape, ...]]] = {}

    def read(self, graphic: etree._Element | None) -> tuple[str, tuple[Shape, ...]]:
        """Return what an a:graphic is, and its shapes."""
        repeat = None if graphic is None else graphic.get(NUMBER)
        if repeat is None:
            return self._read(graphic)
        found = self._known.get(repeat)
        if found is None:
            found = self._known[repeat] = self._read(self._shared.get(repeat, graphic))
        return found

    def _read(self, graphic: etree._Element | None) -> tuple[str, tuple[Shape, ...]]:
        data = first(graphic, _DATA)
        return ("empty", ()) if data is None else _graphic(data, self._text_of)


def drawings(element: etree._Element, place: DocxPlace, graphics: Graphics) -> Iterator[Drawing]:
    """Yield what a w:drawing holds: one drawing, or nothing when it holds nothing."""
    frame = next((each for each in element if each.tag in (_ANCHOR, _INLINE)), None)
    if frame is None:
        return
    found: dict[str, etree._Element] = {}
    for each in frame:
        tag = each.tag
        found[tag] = each
        if tag == _GRAPHIC:
            break
    simple = found.get(_SIMPLE)
    in_cell = frame.get("layoutInCell", "1") in _ON
    if frame.tag == _INLINE:
        anchor = Anchor("character", 0.0, "paragraph", 0.0, inline=True)
    elif simple is not None and frame.get("simplePos") in _ON:
        across, down = _pair_of(simple, "x", "y")
        anchor = Anchor("page", across, "page", down, in_cell=in_cell)
    else:
        anchor = Anchor(*_position(found.get(_H)), *_position(found.get(_V)), in_cell=in_cell)
    width, height = _pair_of(found.get(_EXTENT), "cx", "cy")
    kind, shapes = graphics.read(found.get(_GRAPHIC))
    yield Drawing(anchor, shapes, place, width, height, kind)


def _pair_of(element: etree._Element | None, one: str, other: str) -> tuple[float, float]:
    """Two lengths of an element in points, nothing where it is missing."""
    if element is None:
        return 0.0, 0.0
    try:
        return int(element.get(one, "0")) / EMU, int(element.get(other, "0")) / EMU
    except (ValueError, OverflowError):
        return number(element.get(one)) / EMU, number(element.get(other)) / EMU


def _position(element: etree._Element | None) -> tuple[str, float]:
    if element is None:
        return "column", 0.0
    frame = element.get("relativeFrom", "column")
    for each in element:
        if each.tag == _OFFSET:
            return frame, number(each.text) / EMU
        if each.tag == _ALIGN:
            # An alignment instead of an offset has no distance; the frame carries it, "margin:center".
            return f"{frame}:{each.text}", 0.0
    return frame, 0.0


def _graphic(data: etree._Element, text_of: TextOf) -> tuple[str, tuple[Shape, ...]]:
    for each in data:
        tag = each.tag
        if tag == _WSP:
            return "shapes", (_wsp(each, text_of, top=True),)
        if tag in _SHAPED:
            shapes = tuple(_drawn(each, TOP, text_of, top=True))
            return ("shapes" if shapes else "picture"), shapes
        if tag == _PICTURE:
            return "picture", ()
    uri = data.get("uri", "")
    return ("smartart" if "diagram" in uri else "chart" if "chart" in uri else "object"), ()


def _drawn(element: etree._Element, frame: Frame, text_of: TextOf, *, top: bool = False) -> Iterator[Shape]:
    if element.tag == _BRANCHES:
        branch = chosen(element)
        for each in branch if branch is not None else ():
            yield from _drawn(each, frame, text_of)
    elif element.tag == _WSP:
        yield frame.place(_wsp(element, text_of, top=top))
    elif element.tag in (_GROUP, _INNER):
        yield from _group(element, frame, text_of, top=top)
    elif element.tag == _CANVAS:
        for each in element:
            yield from _drawn(each, frame, text_of)


def _group(element: etree._Element, frame: Frame, text_of: TextOf, *, top: bool) -> Iterator[Shape]:
    form = element.find(f"{WPG}grpSpPr/{A}xfrm")
    x, y, width, height = _box(form)
    inner_x, inner_y, inner_width, inner_height = _box(form, A + "chOff", A + "chExt")
    inner = Frame(
        x=0.0 if top else x,
        y=0.0 if top else y,
        scale_x=width / inner_width if inner_width else 1.0,
        scale_y=height / inner_height if inner_height else 1.0,
        inner_x=inner_x,
        inner_y=inner_y,
    )
    outer = Shape(
        preset="group", x=inner.x, y=inner.y, width=width, height=height,
        rotation=number(form.get("rot") if form is not None else None) / 60_000,
        flip_h=form is not None and form.get("flipH") in _ON,
        flip_v=form is not None and form.get("flipV") in _ON,
    )  # fmt: skip
    for child in element:
        for shape in _drawn(child, inner, text_of):
            yield frame.place(turned(shape, outer))


def turned(shape: Shape, group: Shape) -> Shape:
    """Return a group's shape as the group's own flips and rotation leave it."""
    if not (group.rotation or group.flip_h or group.flip_v):
        return shape
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    middle_x, middle_y = group.x + group.width / 2, group.y + group.height / 2
    x = 2 * middle_x - x if group.flip_h else x
    y = 2 * middle_y - y if group.flip_v else y
    turn = math.radians(group.rotation)
    across, down = x - middle_x, y - middle_y
    x = middle_x + across * math.cos(turn) - down * math.sin(turn)
    y = middle_y + across * math.sin(turn) + down * math.cos(turn)
    mirrored = group.flip_h != group.flip_v
    return shape._replace(
        x=x - shape.width / 2,
        y=y - shape.height / 2,
        rotation=((-shape.rotation if mirrored else shape.rotation) + group.rotation) % 360,
        flip_h=shape.flip_h != group.flip_h,
        flip_v=shape.flip_v != group.flip_v,
    )


def _wsp(element: etree._Element, text_of: TextOf, *, top: bool) -> Shape:
    found: dict[str, etree._Element] = {each.tag: each for each in element}
    properties, connector = found.get(_SP_PR), found.get(_CONNECTOR)
    form = line = geometry = None
    points: tuple[tuple[float, float], ...] = ()
    preset, filled = "custom", True
    if properties is not None:
        for each in properties:
            tag = each.tag
            if tag == _XFRM:
                form = each
            elif tag == _LINE:
                line = each
            elif tag == _NO_FILL:
                filled = False
            elif tag == _GEOMETRY:
                geometry, preset = each, each.get("prst", "rect")
            elif tag == _FREE:
                preset, points = drawn_freely(each, _box(form)[2:])
    x, y, width, height = _box(form)
    marks, identity, box = found.get(_MARKS), found.get(_IDENTITY), found.get(_BOX)
    content = first(box, _TEXT)
    visible, head, tail = _stroke(line)
    return Shape(
        preset=preset,
        x=0.0 if top else x,
        y=0.0 if top else y,
        width=width,
        height=height,
        rotation=number(turn) / 60_000 % 360 if form is not None and (turn := form.get("rot")) else 0.0,
        flip_h=form is not None and form.get("flipH") in _ON,
        flip_v=form is not None and form.get("flipV") in _ON,
        text="" if content is None else text_of(content),
        text_box=marks is not None and marks.get("txBox") in _ON,
        line=connector is not None or bool(points) or preset.startswith(LINES),
        visible=visible,
        filled=filled,
        arrow_start=head,
        arrow_end=tail,
        adjust=_adjustments(geometry),
        points=points,
        shape_id=identity.get("id", "") if identity is not None else "",
        glue_start="" if connector is None else _glue(connector, _START),
        glue_end="" if connector is None else _glue(connector, _END),
    )


def _stroke(line: etree._Element | None) -> tuple[bool, bool, bool]:
    """Whether a shape's line is drawn, and whether arrowheads stand at its start and at its end."""
    visible, head, tail = True, False, False
    if line is not None:
        for each in line:
            tag = each.tag
            if tag == _NO_FILL:
                visible = False
            elif tag in (_HEAD, _TAIL) and each.get("type", "none") != "none":
                head, tail = head or tag == _HEAD, tail or tag == _TAIL
    return visible, head, tail


def _box(form: etree._Element | None, offset: str = _OFF, extent: str = _EXT) -> tuple[float, float, float, float]:
    at, size = (0.0, 0.0), (0.0, 0.0)
    if form is not None:
        for each in form:
            if each.tag == offset:
                at = _pair_of(each, "x", "y")
            elif each.tag == extent:
                size = _pair_of(each, "cx", "cy")
    return *at, *size


def _adjustments(geometry: etree._Element | None) -> tuple[float, ...]:
    if geometry is None:
        return ()
    return tuple(
        number(each.get("fmla", "").removeprefix("val ")) / 100_000
        for guides in geometry
        for each in guides
        if each.tag == _GUIDE
    )


def _glue(connector: etree._Element, end: str) -> str:
    found = first(connector, end)
    return "" if found is None else found.get("id", "")


def not_read(drawing: Drawing) -> str:
    """Return what a drawing is whose content is not read; empty for shapes, logos and stamps."""
    if drawing.kind == "picture":
        return "gambar" if drawing.width >= _LEAST[0] and drawing.height >= _LEAST[1] else ""
    return _NOT_READ.get(drawing.kind.partition(" ")[0], "")


_NOT_READ = {"smartart": "SmartArt", "chart": "grafik", "object": "objek tertanam"}
# Whatever is smaller than this (7 by 3,5 cm, in points) is a logo or a stamp.
_LEAST = (200.0, 100.0)

"""w:drawing and w:pict -> shapes in points, the same for DrawingML and VML."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.model.draft import Anchor, Drawing, Shape
from pipeline.model.place import DocxPlace
from pipeline.read.xml import EMU, MC, PIC, WP, WPC, WPG, WPS, A, O, V, W, chosen, named, number

TextOf = Callable[[etree._Element], str]

# VML's shape types by number (o:spt) and the DrawingML presets that draw the same.
VML_TYPES = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 13: "rightArrow", 15: "homePlate",
    20: "line", 32: "straightConnector1", 33: "bentConnector2", 34: "bentConnector3", 35: "bentConnector4",
    36: "bentConnector5", 37: "curvedConnector2", 38: "curvedConnector3", 56: "pentagon", 66: "leftArrow",
    67: "downArrow", 68: "upArrow", 109: "flowChartProcess", 110: "flowChartDecision",
    112: "flowChartPredefinedProcess", 114: "flowChartDocument", 116: "flowChartTerminator",
    120: "flowChartConnector", 176: "flowChartAlternateProcess", 177: "flowChartOffpageConnector", 202: "textBox",
}  # fmt: skip
_LINES = ("line", "straightConnector1", "bentConnector", "curvedConnector")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "pc": 12.0, "emu": 1 / EMU}
_LENGTH = re.compile(r"(-?[\d.]+)\s*([a-z]*)")


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a group's inner coordinates become points: scale, then move."""

    x: float = 0.0
    y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    inner_x: float = 0.0
    inner_y: float = 0.0

    def place(self, shape: Shape) -> Shape:
        """Return the shape moved from inner coordinates to points."""
        return replace(
            shape,
            x=self.x + (shape.x - self.inner_x) * self.scale_x,
            y=self.y + (shape.y - self.inner_y) * self.scale_y,
            width=shape.width * self.scale_x,
            height=shape.height * self.scale_y,
            points=tuple(
                (self.x + (x - self.inner_x) * self.scale_x, self.y + (y - self.inner_y) * self.scale_y)
                for x, y in shape.points
            ),
        )


def drawing(element: etree._Element, place: DocxPlace, text_of: TextOf) -> Drawing | None:
    """Return what a w:drawing holds, or none when it holds nothing."""
    frame = next((each for each in element if each.tag in (WP + "anchor", WP + "inline")), None)
    if frame is None:
        return None
    extent = frame.find(WP + "extent")
    width = number(extent.get("cx")) / EMU if extent is not None else 0.0
    height = number(extent.get("cy")) / EMU if extent is not None else 0.0
    data = frame.find(f"{A}graphic/{A}graphicData")
    kind, shapes = ("empty", ()) if data is None else _graphic(data, text_of)
    return Drawing(anchor=_anchor(frame), shapes=shapes, place=place, width=width, height=height, kind=kind)


def picture(element: etree._Element, place: DocxPlace, text_of: TextOf) -> Iterator[Drawing]:
    """Yield what a w:pict or w:object holds, one drawing for each shape or group that stands in it by itself."""
    for each in element:
        if each.tag == V + "group" or (each.tag.startswith(V) and named(each.tag) in _VML_SHAPES):
            style = _style(each)
            if element.tag == W + "object" or each.find(V + "imagedata") is not None:
                yield Drawing(
                    anchor=_vml_anchor(style), shapes=(), place=place, kind=_object_kind(element),
                    width=_length(style.get("width")), height=_length(style.get("height")),
                )  # fmt: skip
                continue
            shapes = tuple(_vml(each, _Frame(), text_of, top=True))
            yield Drawing(
                anchor=_vml_anchor(style), shapes=shapes, place=place,
                width=_length(style.get("width")), height=_length(style.get("height")),
            )  # fmt: skip


def _object_kind(element: etree._Element) -> str:
    for each in element.iter(O + "OLEObject"):
        return f"object {each.get('ProgID', '')}".strip()
    return "picture"


# DrawingML


def _anchor(frame: etree._Element) -> Anchor:
    if frame.tag == WP + "inline":
        return Anchor(h="character", dx=0.0, v="paragraph", dy=0.0, inline=True)
    horizontal, dx = _position(frame.find(WP + "positionH"))
    vertical, dy = _position(frame.find(WP + "positionV"))
    simple = frame.find(WP + "simplePos")
    if frame.get("simplePos") in ("1", "true") and simple is not None:
        return Anchor(h="page", dx=number(simple.get("x")) / EMU, v="page", dy=number(simple.get("y")) / EMU)
    return Anchor(h=horizontal, dx=dx, v=vertical, dy=dy)


def _position(element: etree._Element | None) -> tuple[str, float]:
    if element is None:
        return "column", 0.0
    offset = element.findtext(WP + "posOffset")
    align = element.findtext(WP + "align")
    frame = element.get("relativeFrom", "column")
    # An alignment instead of an offset has no distance; the frame carries it, "margin:center".
    return (f"{frame}:{align}", 0.0) if offset is None and align else (frame, number(offset) / EMU)


def _graphic(data: etree._Element, text_of: TextOf) -> tuple[str, tuple[Shape, ...]]:
    for each in data:
        if each.tag in (WPS + "wsp", WPG + "wgp", WPC + "wpc", WPG + "grpSp"):
            shapes = tuple(_drawn(each, _Frame(), text_of, top=True))
            return ("shapes" if shapes else "picture"), shapes
        if each.tag == PIC + "pic":
            return "picture", ()
    uri = data.get("uri", "")
    return ("smartart" if "diagram" in uri else "chart" if "chart" in uri else "object"), ()


def _drawn(element: etree._Element, frame: _Frame, text_of: TextOf, *, top: bool = False) -> Iterator[Shape]:
    if element.tag == MC + "AlternateContent":
        branch = chosen(element)
        for each in branch if branch is not None else ():
            yield from _drawn(each, frame, text_of)
    elif element.tag == WPS + "wsp":
        yield frame.place(_wsp(element, text_of, top=top))
    elif element.tag in (WPG + "wgp", WPG + "grpSp"):
        yield from _group(element, frame, text_of, top=top)
    elif element.tag == WPC + "wpc":
        for each in element:
            yield from _drawn(each, frame, text_of)


def _group(element: etree._Element, frame: _Frame, text_of: TextOf, *, top: bool) -> Iterator[Shape]:
    form = element.find(f"{WPG}grpSpPr/{A}xfrm")
    x, y, width, height = _box(form)
    inner_x, inner_y, inner_width, inner_height = _box(form, "chOff", "chExt")
    inner = _Frame(
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
        flip_h=form is not None and form.get("flipH") in ("1", "true"),
        flip_v=form is not None and form.get("flipV") in ("1", "true"),
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
    return replace(
        shape,
        x=x - shape.width / 2,
        y=y - shape.height / 2,
        rotation=((-shape.rotation if mirrored else shape.rotation) + group.rotation) % 360,
        flip_h=shape.flip_h != group.flip_h,
        flip_v=shape.flip_v != group.flip_v,
    )


def _wsp(element: etree._Element, text_of: TextOf, *, top: bool) -> Shape:
    properties = element.find(WPS + "spPr")
    form = None if properties is None else properties.find(A + "xfrm")
    x, y, width, height = _box(form)
    geometry = None if properties is None else properties.find(A + "prstGeom")
    preset = "custom" if geometry is None else geometry.get("prst", "rect")
    connector = element.find(WPS + "cNvCnPr")
    line = None if properties is None else properties.find(A + "ln")
    marks = element.find(WPS + "cNvSpPr")
    identity = element.find(WPS + "cNvPr")
    content = element.find(f"{WPS}txbx/{W}txbxContent")
    return Shape(
        preset=preset,
        x=0.0 if top else x,
        y=0.0 if top else y,
        width=width,
        height=height,
        rotation=number(form.get("rot") if form is not None else None) / 60_000 % 360,
        flip_h=form is not None and form.get("flipH") in ("1", "true"),
        flip_v=form is not None and form.get("flipV") in ("1", "true"),
        text="" if content is None else text_of(content),
        text_box=marks is not None and marks.get("txBox") in ("1", "true"),
        line=connector is not None or preset.startswith(_LINES),
        visible=line is None or line.find(A + "noFill") is None,
        arrow_start=_arrow(line, "headEnd"),
        arrow_end=_arrow(line, "tailEnd"),
        adjust=_adjustments(geometry),
        shape_id=identity.get("id", "") if identity is not None else "",
        glue_start=_glue(connector, "stCxn"),
        glue_end=_glue(connector, "endCxn"),
    )


def _box(form: etree._Element | None, offset: str = "off", extent: str = "ext") -> tuple[float, float, float, float]:
    off = None if form is None else form.find(A + offset)
    ext = None if form is None else form.find(A + extent)
    x, y = (0.0, 0.0) if off is None else (number(off.get("x")) / EMU, number(off.get("y")) / EMU)
    width, height = (0.0, 0.0) if ext is None else (number(ext.get("cx")) / EMU, number(ext.get("cy")) / EMU)
    return x, y, width, height


def _arrow(line: etree._Element | None, end: str) -> bool:
    found = None if line is None else line.find(A + end)
    return found is not None and found.get("type", "none") != "none"


def _adjustments(geometry: etree._Element | None) -> tuple[float, ...]:
    guides = () if geometry is None else geometry.iter(A + "gd")
    return tuple(number(each.get("fmla", "").removeprefix("val ")) / 100_000 for each in guides)


def _glue(connector: etree._Element | None, end: str) -> str:
    found = None if connector is None else connector.find(A + end)
    return "" if found is None else found.get("id", "")


# VML

_VML_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "arc"})
_VML_PRESETS = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line", "polyline": "line"}


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (each.partition(":") for each in element.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs if name.strip()}


def _length(text: str | None, default: float = 0.0, bare: float = 0.75) -> float:
    """Points of a CSS length; a bare number is pixels at the top and coordinates inside a group."""
    match = _LENGTH.fullmatch(text.strip().lower()) if text else None
    if match is None:
        return default
    return number(match[1]) * (_UNITS.get(match[2], 1.0) if match[2] else bare)


def _vml_anchor(style: dict[str, str]) -> Anchor:
    horizontal = style.get("mso-position-horizontal-relative", "column")
    vertical = style.get("mso-position-vertical-relative", "paragraph")
    inline = style.get("position") not in ("absolute", "relative")
    return Anchor(
        h="column" if horizontal == "text" else horizontal,
        dx=_length(style.get("margin-left", style.get("left"))),
        v="paragraph" if vertical in ("text", "line") else vertical,
        dy=_length(style.get("margin-top", style.get("top"))),
        inline=inline,
    )


def _vml(element: etree._Element, frame: _Frame, text_of: TextOf, *, top: bool = False) -> Iterator[Shape]:
    if element.tag == V + "group":
        style = _style(element)
        outer = _vml_form(style, top=top)
        origin = _pair(element.get("coordorigin"), (0.0, 0.0))
        size = _pair(element.get("coordsize"), (1000.0, 1000.0))
        inner = _Frame(
            x=outer.x, y=outer.y,
            scale_x=outer.width / size[0] if size[0] else 1.0, scale_y=outer.height / size[1] if size[1] else 1.0,
            inner_x=origin[0], inner_y=origin[1],
        )  # fmt: skip
        for child in element:
            for shape in _vml(child, inner, text_of):
                yield frame.place(turned(shape, outer))
    elif element.tag == MC + "AlternateContent":
        branch = chosen(element)
        for each in branch if branch is not None else ():
            yield from _vml(each, frame, text_of)
    elif element.tag.startswith(V) and named(element.tag) in _VML_SHAPES:
        yield frame.place(_vml_shape(element, text_of, top=top))


def _vml_form(style: dict[str, str], *, top: bool) -> Shape:
    bare = 0.75 if top else 1.0
    flips = style.get("flip", "")
    flip_h, flip_v = "x" in flips, "y" in flips
    rotation = _angle(style.get("rotation"))
    return Shape(
        preset="group",
        x=0.0 if top else _length(style.get("left", style.get("margin-left")), bare=bare),
        y=0.0 if top else _length(style.get("top", style.get("margin-top")), bare=bare),
        width=_length(style.get("width"), bare=bare),
        height=_length(style.get("height"), bare=bare),
        # VML turns first and mirrors after, DrawingML the other way round: one mirror changes the turn's sense.
        rotation=(-rotation if flip_h != flip_v else rotation) % 360,
        flip_h=flip_h,
        flip_v=flip_v,
    )


def _vml_shape(element: etree._Element, text_of: TextOf, *, top: bool) -> Shape:
    style = _style(element)
    name = named(element.tag)
    preset = _VML_PRESETS.get(name) or VML_TYPES.get(_vml_type(element), "custom")
    stroke = element.find(V + "stroke")
    content = element.find(f"{V}textbox/{W}txbxContent")
    form = _vml_form(style, top=top)
    if name == "line":
        form = _vml_line(element, form, top=top)
    return replace(
        form,
        preset="rect" if preset == "textBox" else preset,
        text="" if content is None else text_of(content),
        text_box=preset == "textBox" or (content is not None and element.get("stroked") in ("f", "false")),
        line=preset.startswith(_LINES),
        visible=element.get("stroked", "t") not in ("f", "false"),
        arrow_start=stroke is not None and stroke.get("startarrow", "none") != "none",
        arrow_end=stroke is not None and stroke.get("endarrow", "none") != "none",
        adjust=tuple(number(each) / 21_600 for each in element.get("adj", "").split(",") if each.strip()),
        shape_id=element.get("id", ""),
    )


def _vml_line(element: etree._Element, form: Shape, *, top: bool) -> Shape:
    bare = 0.75 if top else 1.0
    start = tuple(_length(each, bare=bare) for each in element.get("from", "0,0").split(","))
    end = tuple(_length(each, bare=bare) for each in element.get("to", "0,0").split(","))
    if len(start) != 2 or len(end) != 2:
        return form
    return replace(
        form,
        x=min(start[0], end[0]),
        y=min(start[1], end[1]),
        width=abs(end[0] - start[0]),
        height=abs(end[1] - start[1]),
        flip_h=form.flip_h != (end[0] < start[0]),
        flip_v=form.flip_v != (end[1] < start[1]),
    )


def _vml_type(element: etree._Element) -> int:
    own = element.get(O + "spt")
    match = re.search(r"_t(\d+)$", element.get("type", ""))
    return int(number(own)) if own else int(match[1]) if match else 0


def _angle(text: str | None) -> float:
    if not text:
        return 0.0
    return number(text.removesuffix("fd")) / 65_536 if text.endswith("fd") else number(text)


def _pair(text: str | None, default: tuple[float, float]) -> tuple[float, float]:
    parts = (text or "").split(",")
    return (number(parts[0]), number(parts[1])) if len(parts) == 2 else default

"""w:pict and w:object -> shapes in points: VML, which Word before 2010 drew with and still keeps beside DrawingML."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.model.draft import Anchor, Drawing, Shape
from pipeline.model.place import DocxPlace
from pipeline.read.outlines import Point, outline
from pipeline.read.shapes import LINES, TOP, Frame, TextOf, turned
from pipeline.read.xml import EMU, MC, O, V, W, chosen, named, number

# VML's shape types by number (o:spt) and the DrawingML presets that draw the same.
VML_TYPES = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 13: "rightArrow", 15: "homePlate",
    20: "line", 32: "straightConnector1", 33: "bentConnector2", 34: "bentConnector3", 35: "bentConnector4",
    36: "bentConnector5", 37: "curvedConnector2", 38: "curvedConnector3", 56: "pentagon", 66: "leftArrow",
    67: "downArrow", 68: "upArrow", 109: "flowChartProcess", 110: "flowChartDecision",
    112: "flowChartPredefinedProcess", 114: "flowChartDocument", 116: "flowChartTerminator",
    120: "flowChartConnector", 176: "flowChartAlternateProcess", 177: "flowChartOffpageConnector", 202: "textBox",
}  # fmt: skip
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "pc": 12.0, "emu": 1 / EMU}
_PARTED = re.compile(r"[\s,]+")
_COMMAND = re.compile(r"([a-z])([-\d.,\s]*)")
_LENGTH = re.compile(r"(-?[\d.]+)\s*([a-z]*)")


def pictures(element: etree._Element, place: DocxPlace, text_of: TextOf) -> Iterator[Drawing]:
    """Yield what a w:pict or w:object holds, one drawing for each shape or group that stands in it by itself."""
    for each in element:
        if each.tag == V + "group" or (each.tag.startswith(V) and named(each.tag) in _VML_SHAPES):
            style = _style(each)
            if element.tag == W + "object" or each.find(V + "imagedata") is not None:
                yield Drawing(
                    anchor=_vml_anchor(each, style), shapes=(), place=place, kind=_object_kind(element),
                    width=_length(style.get("width")), height=_length(style.get("height")),
                )  # fmt: skip
                continue
            shapes = tuple(_vml(each, TOP, text_of, top=True))
            yield Drawing(
                anchor=_vml_anchor(each, style), shapes=shapes, place=place,
                width=_length(style.get("width")), height=_length(style.get("height")),
            )  # fmt: skip


def _object_kind(element: etree._Element) -> str:
    for each in element.iter(O + "OLEObject"):
        return f"object {each.get('ProgID', '')}".strip()
    return "picture"


_VML_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "arc"})
_VML_PRESETS = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line", "polyline": "custom"}


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (each.partition(":") for each in element.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs if name.strip()}


def _length(text: str | None, default: float = 0.0, bare: float = 0.75) -> float:
    """Points of a CSS length; a bare number is pixels at the top and coordinates inside a group."""
    match = _LENGTH.fullmatch(text.strip().lower()) if text else None
    if match is None:
        return default
    return number(match[1]) * (_UNITS.get(match[2], 1.0) if match[2] else bare)


def _vml_anchor(element: etree._Element, style: dict[str, str]) -> Anchor:
    horizontal = style.get("mso-position-horizontal-relative", "column")
    vertical = style.get("mso-position-vertical-relative", "paragraph")
    inline = style.get("position") not in ("absolute", "relative")
    in_cell = element.get(O + "allowincell", "t") not in ("f", "false")
    return Anchor(
        h="column" if horizontal == "text" else horizontal,
        dx=_length(style.get("margin-left", style.get("left"))),
        v="paragraph" if vertical in ("text", "line") else vertical,
        dy=_length(style.get("margin-top", style.get("top"))),
        inline=inline,
        in_cell=in_cell,
    )


def _vml(element: etree._Element, frame: Frame, text_of: TextOf, *, top: bool = False) -> Iterator[Shape]:
    if element.tag == V + "group":
        style = _style(element)
        outer = _vml_form(style, top=top)
        origin = _pair(element.get("coordorigin"), (0.0, 0.0))
        size = _pair(element.get("coordsize"), (1000.0, 1000.0))
        inner = Frame(
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
    points: tuple[Point, ...] = ()
    if name == "line":
        form = _vml_line(element, form, top=top)
    elif name == "polyline":
        form, points = _polyline(element, form, top=top)
    elif preset == "custom" and element.get("path"):
        preset, points = _free_path(element)
    return form._replace(
        preset="rect" if preset == "textBox" else preset,
        text="" if content is None else text_of(content),
        text_box=preset == "textBox" or (content is not None and element.get("stroked") in ("f", "false")),
        line=bool(points) or preset.startswith(LINES),
        visible=element.get("stroked", "t") not in ("f", "false"),
        filled=element.get("filled", "t") not in ("f", "false"),
        arrow_start=stroke is not None and stroke.get("startarrow", "none") != "none",
        arrow_end=stroke is not None and stroke.get("endarrow", "none") != "none",
        adjust=tuple(number(each) / 21_600 for each in element.get("adj", "").split(",") if each.strip()),
        points=points,
        shape_id=element.get("id", ""),
    )


def _vml_line(element: etree._Element, form: Shape, *, top: bool) -> Shape:
    bare = 0.75 if top else 1.0
    start = tuple(_length(each, bare=bare) for each in element.get("from", "0,0").split(","))
    end = tuple(_length(each, bare=bare) for each in element.get("to", "0,0").split(","))
    if len(start) != 2 or len(end) != 2:
        return form
    return form._replace(
        x=min(start[0], end[0]),
        y=min(start[1], end[1]),
        width=abs(end[0] - start[0]),
        height=abs(end[1] - start[1]),
        flip_h=form.flip_h != (end[0] < start[0]),
        flip_v=form.flip_v != (end[1] < start[1]),
    )


def _polyline(element: etree._Element, form: Shape, *, top: bool) -> tuple[Shape, tuple[Point, ...]]:
    """A line of several stretches, which tells its corners instead of its box."""
    numbers = [_length(each, bare=0.75 if top else 1.0) for each in _PARTED.split(element.get("points", "").strip())]
    corners = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(corners) < 2:
        return form, ()
    left, upper = (min(each[at] for each in corners) for at in (0, 1))
    width, height = max(each[0] for each in corners) - left, max(each[1] for each in corners) - upper
    shares = tuple(((x - left) / (width or 1.0), (y - upper) / (height or 1.0)) for x, y in corners)
    return form._replace(x=left, y=upper, width=width, height=height), shares


def _free_path(element: etree._Element) -> tuple[str, tuple[Point, ...]]:
    """What a v:shape with a path of its own is: only its corners are asked for."""
    width, height = _pair(element.get("coordsize"), (1000.0, 1000.0))
    left, upper = _pair(element.get("coordorigin"), (0.0, 0.0))
    path = element.get("path", "").lower()
    points: list[Point] = []
    for command, text in _COMMAND.findall(path):
        # An empty place stands for nought.
        numbers = [number(each) for each in text.split(",")] if text.strip() else []
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        kept = pairs[2::3] if command == "c" else pairs
        if command in "mlc":
            points.extend(((x - left) / (width or 1.0), (y - upper) / (height or 1.0)) for x, y in kept)
    return outline(points, curved="c" in path, closed="x" in path)


def _vml_type(element: etree._Element) -> int:
    own = element.get(O + "spt")
    match = re.search(r"_t(\d+)$", element.get("type", ""))
    return int(number(own)) if own else int(number(match[1])) if match else 0


def _angle(text: str | None) -> float:
    if not text:
        return 0.0
    return number(text.removesuffix("fd")) / 65_536 if text.endswith("fd") else number(text)


def _pair(text: str | None, default: tuple[float, float]) -> tuple[float, float]:
    parts = (text or "").split(",")
    return (number(parts[0]), number(parts[1])) if len(parts) == 2 else default

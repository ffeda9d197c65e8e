"""A chart's things as Word keeps them: DrawingML with VML beside it, VML alone, one group."""

from dataclasses import dataclass, field

from tests.office.chart import Arrow, Chart, Label, Symbol
from tests.office.markup import paragraph, run

EMU = 635
LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{head}</a:ln>'
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_PRESETS = {
    "terminator": ("flowChartTerminator", "roundRect"),
    "process": ("flowChartProcess", "rect"),
    "decision": ("flowChartDecision", "diamond"),
}
_OLD_TYPES = {"terminator": 116, "process": 109, "decision": 110}
_MITER = '<v:stroke joinstyle="miter"/>'
_ARROW_PATH = '<v:path arrowok="t" fillok="f" o:connecttype="none"/><o:lock v:ext="edit" shapetype="t"/>'
_RECT = '<v:path gradientshapeok="t" o:connecttype="rect"'
_TYPES = {
    4: (
        'path="m10800,l,10800,10800,21600,21600,10800xe"',
        f'{_MITER}{_RECT} textboxrect="5400,5400,16200,16200"/>',
    ),
    32: ('o:oned="t" path="m,l21600,21600e" filled="f"', _ARROW_PATH),
    34: (
        'o:oned="t" adj="10800" path="m,l@0,0@0,21600,21600,21600e" filled="f"',
        f'{_MITER}<v:formulas><v:f eqn="val #0"/></v:formulas>{_ARROW_PATH}',
    ),
    109: (
        'path="m,l,21600r21600,l21600,xe"',
        f"{_MITER}{_RECT}/>",
    ),
    110: (
        'path="m10800,l,10800,10800,21600,21600,10800xe"',
        f'{_MITER}{_RECT} textboxrect="5400,5400,16200,16200"/>',
    ),
    116: (
        'path="m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe"',
        f'{_MITER}{_RECT} textboxrect="1018,3163,20582,18437"/>',
    ),
    202: (
        'path="m,l,21600r21600,l21600,xe"',
        f"{_MITER}{_RECT}/>",
    ),
}

Thing = Symbol | Arrow | Label


@dataclass(frozen=True, slots=True)
class Frame:
    """A thing's box before it is turned, in twips; adjust places an elbow's middle part."""

    x: int
    y: int
    width: int
    height: int
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adjust: int | None = None


def frame_of(thing: Thing) -> Frame:
    """Return the frame that Word gives to a thing."""
    if not isinstance(thing, Arrow):
        return Frame(thing.x, thing.y, thing.width, thing.height)
    (x1, y1), (x2, y2) = thing.points[0], thing.points[-1]
    wide, tall = abs(x2 - x1), abs(y2 - y1)
    if len(thing.points) == 2:
        return Frame(min(x1, x2), min(y1, y2), wide, tall, 0, x2 < x1, y2 < y1)
    bend = thing.points[1]
    if bend[0] != x1:
        adjust = round((bend[0] - x1) * 100_000 / (x2 - x1))
        return Frame(min(x1, x2), min(y1, y2), wide, tall, 0, x2 < x1, y2 < y1, adjust)
    # An elbow that leaves downwards is a sideways one turned a quarter about its middle.
    x, y = (x1 + x2 - tall) // 2, (y1 + y2 - wide) // 2
    adjust = round((bend[1] - y1) * 100_000 / (y2 - y1))
    if x2 < x1:
        return Frame(x, y, tall, wide, 90, adjust=adjust)
    return Frame(x, y, tall, wide, 270, flip_h=True, adjust=adjust)


@dataclass(slots=True)
class Pen:
    """Draws things and hands out the document's ids, each once."""

    _id: int = 0
    _known: set[int] = field(default_factory=set)

    def _next(self) -> int:
        self._id += 1
        return self._id

    def modern(self, thing: Thing, x: int, y: int, *, flowchart: bool, from_margin: bool = False) -> str:
        """Return a run with the thing at (x, y) of its anchor, as DrawingML with VML."""
        number = self._next()
        frame = frame_of(thing)
        shape = _shape(thing, frame, (0, 0), flowchart=flowchart)
        body = f'<a:graphicData uri="{_URI}Shape"><wps:wsp>{shape}</wps:wsp></a:graphicData>'
        where = "margin" if from_margin else "column"
        name = f"{_name(thing, flowchart=flowchart)} {number}"
        drawing = _anchor(body, (x, y), (frame.width, frame.height), number, name, where)
        pict = f"<w:pict>{self._old(thing, frame, (x, y), flowchart, where=where)}</w:pict>"
        return _alternate("wps", drawing, pict)

    def old(self, thing: Thing, x: int, y: int, *, flowchart: bool) -> str:
        """Return a run with the thing at (x, y) of its anchor, as VML alone."""
        shape = self._old(thing, frame_of(thing), (x, y), flowchart)
        return f"<w:r><w:pict>{shape}</w:pict></w:r>"

    def group(self, chart: Chart, down: int, *, flowchart: bool) -> str:
        """Return a run with the whole chart as one group, so far below its paragraph's top."""
        things: list[Thing] = [*chart.symbols, *chart.arrows, *chart.labels]
        spots = [point for thing in things for point in _corners(thing)]
        left, top = (min(spot[axis] for spot in spots) - 40 for axis in (0, 1))
        wide = max(x for x, _ in spots) + 40 - left
        tall = max(y for _, y in spots) + 40 - top
        number = self._next()
        new, old = [], []
        for thing in things:
            inner, frame = self._next(), frame_of(thing)
            shape = _shape(thing, frame, (frame.x - left, frame.y - top), flowchart=flowchart)
            name = f'<wps:cNvPr id="{inner}" name="{_name(thing, flowchart=flowchart)} {inner}"/>'
            new.append(f"<wps:wsp>{name}{shape}</wps:wsp>")
            spot = (frame.x - left, frame.y - top)
            old.append(self._old(thing, frame, spot, flowchart, nested=True))
        extent = f'cx="{wide * EMU}" cy="{tall * EMU}"'
        body = (
            f'<a:graphicData uri="{_URI}Group"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/>'
            f"</a:xfrm></wpg:grpSpPr>{''.join(new)}</wpg:wgp></a:graphicData>"
        )
        drawing = _anchor(body, (left, top + down), (wide, tall), number, f"Group {number}", "column")
        style = _old_style(Frame(left, top + down, wide, tall), (left, top + down), number)
        pict = (
            f'<w:pict><v:group id="_x0000_s{1025 + number}" style="{style}" '
            f'coordsize="{wide},{tall}">{"".join(old)}</v:group></w:pict>'
        )
        return _alternate("wpg", drawing, pict)

    def picture(self, relation: str, name: str, width: int, height: int) -> str:
        """Return a run with a picture in the line."""
        number = self._next()
        extent = f'cx="{width * EMU}" cy="{height * EMU}"'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="{name} {number}"/><wp:cNvGraphicFramePr/>'
            f"<a:graphic>{_picture(relation, number, name, extent)}</a:graphic>"
            "</wp:inline></w:drawing></w:r>"
        )

    def _type(self, number: int) -> str:
        if number in self._known:
            return ""
        # LibreOffice heeds a text box's insets only where its type was known before.
        first = "" if self._known or number == 202 else self._type(202)
        self._known.add(number)
        attributes, inner = _TYPES[number]
        return first + (
            f'<v:shapetype id="_x0000_t{number}" coordsize="21600,21600" o:spt="{number}" '
            f"{attributes}>{inner}</v:shapetype>"
        )

    def _old(
        self,
        thing: Thing,
        frame: Frame,
        spot: tuple[int, int],
        flowchart: bool,
        *,
        nested: bool = False,
        where: str = "column",
    ) -> str:
        number = self._next()
        style = _old_style(frame, spot, number, nested=nested, where=where)
        common = f'id="_x0000_s{1025 + number}"'
        match thing:
            case Symbol(kind="terminator") if not flowchart:
                return f'<v:roundrect {common} style="{style}" arcsize="32768f"/>'
            case Symbol(kind="process") if not flowchart:
                return f'<v:rect {common} style="{style}"/>'
            case Symbol(kind=kind):
                sort = _OLD_TYPES[kind] if flowchart else 4
                typed = f'type="#_x0000_t{sort}"'
                return f'{self._type(sort)}<v:shape {common} {typed} style="{style}"/>'
            case Label():
                return (
                    f'{self._type(202)}<v:shape {common} type="#_x0000_t202" style="{style}" '
                    'filled="f" stroked="f"><v:textbox inset="0,0,0,0">'
                    f"{_words(thing)}</v:textbox></v:shape>"
                )
            case Arrow():
                end = "start" if thing.head_first else "end"
                sort, connector, adjust = 32, "straight", ""
                if frame.adjust is not None:
                    sort, connector = 34, "elbow"
                    adjust = f' adj="{round(frame.adjust * 21600 / 100_000)}"'
                return (
                    f'{self._type(sort)}<v:shape {common} type="#_x0000_t{sort}" '
                    f'o:connectortype="{connector}" style="{style}"{adjust}>'
                    f'<v:stroke {end}arrow="block"/></v:shape>'
                )


def _anchor(body: str, spot: tuple[int, int], size: tuple[int, int], number: int, name: str, where: str) -> str:
    (x, y), (width, height) = spot, size
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + 1024 * number}" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{where}"><wp:posOffset>{x * EMU}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{y * EMU}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{width * EMU}" cy="{height * EMU}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{body}</a:graphic></wp:anchor></w:drawing>"
    )


def _alternate(prefix: str, drawing: str, pict: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{prefix}">{drawing}</mc:Choice>'
        f"<mc:Fallback>{pict}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _shape(thing: Thing, frame: Frame, spot: tuple[int, int], *, flowchart: bool) -> str:
    """Return a shape's properties, geometry and text, without its name."""
    turn = f' rot="{frame.turn * 60000}"' if frame.turn else ""
    turn += ' flipH="1"' if frame.flip_h else ""
    turn += ' flipV="1"' if frame.flip_v else ""
    place = (
        f'<a:xfrm{turn}><a:off x="{spot[0] * EMU}" y="{spot[1] * EMU}"/>'
        f'<a:ext cx="{frame.width * EMU}" cy="{frame.height * EMU}"/></a:xfrm>'
    )
    body = '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{}"/>'
    match thing:
        case Symbol():
            preset = _PRESETS[thing.kind][0 if flowchart else 1]
            guide = '<a:gd name="adj" fmla="val 50000"/>' if preset == "roundRect" else ""
            return (
                f"<wps:cNvSpPr/><wps:spPr>{place}{_geometry(preset, guide)}{_WHITE}"
                f"{LINE.format(head='')}</wps:spPr>{body.format('ctr')}"
            )
        case Label():
            return (
                f'<wps:cNvSpPr txBox="1"/><wps:spPr>{place}{_geometry("rect")}<a:noFill/>'
                f"<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>{_words(thing)}</wps:txbx>"
                f"{body.format('t')}"
            )
        case Arrow():
            geometry = _geometry("straightConnector1")
            if frame.adjust is not None:
                geometry = _geometry("bentConnector3", f'<a:gd name="adj1" fmla="val {frame.adjust}"/>')
            end = "headEnd" if thing.head_first else "tailEnd"
            line = LINE.format(head=f'<a:{end} type="triangle"/>')
            return f"<wps:cNvCnPr/><wps:spPr>{place}{geometry}{line}</wps:spPr><wps:bodyPr/>"


def _geometry(preset: str, guide: str = "") -> str:
    values = f"<a:avLst>{guide}</a:avLst>" if guide else "<a:avLst/>"
    return f'<a:prstGeom prst="{preset}">{values}</a:prstGeom>'


def _words(label: Label) -> str:
    words = paragraph(run(label.text, size=14), align="" if label.align == "left" else "right")
    return f"<w:txbxContent>{words}</w:txbxContent>"


def _name(thing: Thing, *, flowchart: bool) -> str:
    if isinstance(thing, Label):
        return "Text Box"
    if isinstance(thing, Arrow):
        return "Straight Arrow Connector" if len(thing.points) == 2 else "Connector: Elbow"
    names = {
        "terminator": ("Flowchart: Terminator", "Rectangle: Rounded Corners"),
        "process": ("Flowchart: Process", "Rectangle"),
        "decision": ("Flowchart: Decision", "Diamond"),
    }
    return names[thing.kind][0 if flowchart else 1]


def _corners(thing: Thing) -> list[tuple[int, int]]:
    if isinstance(thing, Arrow):
        return list(thing.points)
    return [(thing.x, thing.y), (thing.x + thing.width, thing.y + thing.height)]


def _old_style(
    frame: Frame,
    spot: tuple[int, int],
    number: int,
    *,
    nested: bool = False,
    where: str = "column",
) -> str:
    if nested:
        parts = [f"left:{spot[0]};top:{spot[1]};width:{frame.width};height:{frame.height}"]
    else:
        parts = [
            f"margin-left:{spot[0] / 20:.2f}pt;margin-top:{spot[1] / 20:.2f}pt;"
            f"width:{frame.width / 20:.2f}pt;height:{frame.height / 20:.2f}pt;"
            f"z-index:{251658240 + number}"
        ]
    flips = ("x" if frame.flip_h else "") + (" y" if frame.flip_v else "")
    # VML flips after it turns, DrawingML before: the quarter turn changes its sense.
    parts += ["rotation:90"] if frame.turn else []
    parts += [f"flip:{flips.strip()}"] if flips else []
    parts += ["mso-position-horizontal-relative:margin"] if where == "margin" else []
    return "position:absolute;" + ";".join(parts)


def _picture(relation: str, number: int, name: str, extent: str) -> str:
    return (
        f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>{_geometry("rect")}'
        "</pic:spPr></pic:pic></a:graphicData>"
    )

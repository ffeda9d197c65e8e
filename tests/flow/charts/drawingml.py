"""Things of a chart as DrawingML: one anchor each, a group, or a canvas with glued ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from pipeline.model.sop import NodeKind
from tests.flow.charts.boxes import Box, box_of, span_of
from tests.flow.charts.layout import Arrow, Frame, Label, Point, Symbol, Thing
from tests.flow.charts.place import Hand

_EMU = 12_700
_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
PRESETS = {
    "flowchart": {
        NodeKind.TERMINATOR: "flowChartTerminator", NodeKind.PROCESS: "flowChartProcess",
        NodeKind.DECISION: "flowChartDecision", NodeKind.CONNECTOR: "flowChartOffpageConnector",
    },
    "rounded": {
        NodeKind.TERMINATOR: "roundRect", NodeKind.PROCESS: "rect", NodeKind.DECISION: "diamond",
        NodeKind.CONNECTOR: "homePlate",
    },
    "ellipse": {
        NodeKind.TERMINATOR: "ellipse", NodeKind.PROCESS: "rect", NodeKind.DECISION: "diamond",
        NodeKind.CONNECTOR: "pentagon",
    },
}  # fmt: skip
_BLOCKS = {(1, 0): "rightArrow", (-1, 0): "leftArrow", (0, 1): "downArrow", (0, -1): "upArrow"}
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
# How wide a block arrow is.
_BLOCK = 9.0


@dataclass(slots=True)
class Pen:
    """Draws things in one hand and hands out the document's ids, each once."""

    hand: Hand
    _id: int = 0

    def next(self) -> int:
        """Return an id that no other shape has."""
        self._id += 1
        return self._id

    def alone(self, thing: Thing, frame: Frame) -> str:
        """Return a w:drawing with the thing in an anchor of its own."""
        number = self.next()
        box = self.box(thing)
        spot = (box.x - frame.origin[0], box.y - frame.origin[1])
        inner = self.shape(thing, replace(box, x=0.0, y=0.0), number)
        # Word gives an elbow's extent as turned only for the frame around it; the shape keeps its own.
        return anchor(f"{_URI}Shape", inner, spot, (box.width, box.height), number, frame)

    def box(self, thing: Thing) -> Box:
        """Return a thing's box as this hand draws it."""
        if isinstance(thing, Arrow) and thing.block:
            return _block_box(thing)
        if isinstance(thing, Arrow) and self.hand.freeform:
            left, top, right, bottom = span_of([thing])
            return Box(left, top, max(right - left, 0.01), max(bottom - top, 0.01))
        kinds = (NodeKind.PROCESS, NodeKind.CONNECTOR)
        turned = self.hand.turned and isinstance(thing, Symbol) and thing.kind in kinds
        return box_of(thing, turned=turned, around=self.hand.around)

    def group(self, things: Sequence[Thing], frame: Frame, *, scale: float = 1.0, nested: bool = False) -> str:
        """Return a w:drawing with all things in a group, drawn `scale` times as large inside; `nested` in two more."""
        left, top, right, bottom = span_of(things)
        number = self.next()
        size = (right - left, bottom - top)
        # A group keeps its children's numbers from before it was moved and scaled.
        shift = (100.0, 50.0)
        halves = [things]
        if nested:
            halves = [things[: len(things) // 2], things[len(things) // 2 :]]
        inner = "".join(
            self._half(half, (left, top), scale, shift) if nested else self._inner(half, (left, top), scale, shift)
            for half in halves
        )
        body = (
            f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{_at(0, 0, 'off')}{_size(size, 'ext')}"
            f"{_at(*shift, 'chOff')}{_size((size[0] * scale, size[1] * scale), 'chExt')}</a:xfrm></wpg:grpSpPr>"
            f"{inner}</wpg:wgp>"
        )
        spot = (left - frame.origin[0], top - frame.origin[1])
        return anchor(f"{_URI}Group", body, spot, size, number, frame)

    def _inner(self, things: Sequence[Thing], corner: Point, scale: float, shift: Point) -> str:
        return "".join(
            self.shape(thing, _scaled(self.box(thing).moved(corner), scale, shift), self.next(), named=True)
            for thing in things
        )

    def _half(self, things: Sequence[Thing], corner: Point, scale: float, shift: Point) -> str:
        """A group within the group, with numbers of its own."""
        left, top, right, bottom = span_of(things)
        at = ((left - corner[0]) * scale + shift[0], (top - corner[1]) * scale + shift[1])
        size = ((right - left) * scale, (bottom - top) * scale)
        own = (size[0] * 2, size[1] * 2)
        inner = self._inner(things, (left, top), scale * 2, (0.0, 0.0))
        return (
            f'<wpg:grpSp><wpg:cNvPr id="{self.next()}" name="Group"/><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
            f"{_at(*at, 'off')}{_size(size, 'ext')}{_at(0, 0, 'chOff')}{_size(own, 'chExt')}</a:xfrm></wpg:grpSpPr>"
            f"{inner}</wpg:grpSp>"
        )

    def canvas(self, things: Sequence[Thing], symbols: Sequence[Symbol], frame: Frame) -> str:
        """Return a w:drawing with these things on a canvas, arrows glued to their symbols, some of all `symbols`."""
        left, top, right, bottom = span_of(things)
        number = self.next()
        ids = {at: self.next() for at, symbol in enumerate(symbols) if symbol in things}
        shapes = ""
        for thing in things:
            own = ids[symbols.index(thing)] if isinstance(thing, Symbol) else self.next()
            shapes += self.shape(thing, self.box(thing).moved((left, top)), own, named=True, glue=ids)
        body = f"<wpc:wpc><wpc:bg/><wpc:whole/>{shapes}</wpc:wpc>"
        spot = (left - frame.origin[0], top - frame.origin[1])
        return anchor(f"{_URI}Canvas", body, spot, (right - left, bottom - top), number, frame)

    def shape(
        self, thing: Thing, box: Box, number: int, *, named: bool = False, glue: dict[int, int] | None = None
    ) -> str:
        """Return a wps:wsp with the thing in this box."""
        name = f'<wps:cNvPr id="{number}" name="{type(thing).__name__} {number}"/>' if named else ""
        place = _place(box)
        if isinstance(thing, Label):
            return (
                f'<wps:wsp>{name}<wps:cNvSpPr txBox="1"/><wps:spPr>{place}{_preset("rect")}<a:noFill/>'
                f"<a:ln><a:noFill/></a:ln></wps:spPr>{_words(thing.text)}{_body('t')}</wps:wsp>"
            )
        if isinstance(thing, Symbol):
            form = self._symbol_form(thing)
            words = thing.text if self.hand.words == "shape" or thing.kind is NodeKind.CONNECTOR else ""
            # Who writes in the cell behind lets it shine through.
            fill = "<a:noFill/>" if self.hand.words == "cell" else _WHITE
            return (
                f"<wps:wsp>{name}<wps:cNvSpPr/><wps:spPr>{place}{form}{fill}{_line()}</wps:spPr>"
                f"{_words(words) if words else ''}{_body('ctr')}</wps:wsp>"
            )
        if thing.block:
            form = _preset(_BLOCKS[_direction(thing)])
            return (
                f"<wps:wsp>{name}<wps:cNvSpPr/><wps:spPr>{place}{form}{_WHITE}{_line()}</wps:spPr>"
                f"{_body('ctr')}</wps:wsp>"
            )
        if self.hand.freeform:
            form = custom([(x, y) for x, y in thing.points], closed=False)
            return (
                f"<wps:wsp>{name}<wps:cNvSpPr/><wps:spPr>{place}{form}<a:noFill/>{_line(thing.head)}</wps:spPr>"
                f"{_body('t')}</wps:wsp>"
            )
        glued = "" if glue is None else _glued(thing, glue)
        marks = f"<wps:cNvCnPr>{glued}</wps:cNvCnPr>" if glued else "<wps:cNvCnPr/>"
        words = _words(thing.words) if thing.words else ""
        return (
            f"<wps:wsp>{name}{marks}<wps:spPr>{place}{self._connector(box)}{_line(thing.head)}</wps:spPr>"
            f"{words}{_body('t') if words else '<wps:bodyPr/>'}</wps:wsp>"
        )

    def _connector(self, box: Box) -> str:
        if box.bends == 1:
            return _preset("straightConnector1")
        guides = "".join(
            f'<a:gd name="adj{at}" fmla="val {round(share * 100_000)}"/>'
            for at, share in enumerate(box.adjust, start=1)
        )
        form = "curved" if self.hand.curved else "bent"
        return f'<a:prstGeom prst="{form}Connector{box.bends}"><a:avLst>{guides}</a:avLst></a:prstGeom>'

    def _symbol_form(self, symbol: Symbol) -> str:
        if self.hand.presets == "custom" and symbol.kind is NodeKind.TERMINATOR:
            return _freeform((symbol.width, symbol.height), _round_ended(symbol), closed=True)
        if self.hand.presets in ("custom", "cut"):
            return custom(_outline(symbol), closed=True)
        preset = PRESETS[self.hand.presets][symbol.kind]
        return _preset(preset, ("adj", 0.5) if preset == "roundRect" else None)


def anchor(uri: str, body: str, spot: Point, size: Point, number: int, frame: Frame) -> str:
    """Return a w:drawing anchored at this distance from its frame."""
    inside = int(frame.in_cell)
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + 1024 * number}" behindDoc="0" locked="0" layoutInCell="{inside}" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{frame.across}"><wp:posOffset>{_emu(spot[0])}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{frame.down}"><wp:posOffset>{_emu(spot[1])}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_emu(size[0])}" cy="{_emu(size[1])}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="Bentuk {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{body}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )


def custom(points: Sequence[Point], *, closed: bool) -> str:
    """Return a freeform through these points, its path counted from their own corner in EMU."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    size = (max(x for x, _ in points) - left, max(y for _, y in points) - top)
    spots = [_spot(x - left, y - top) for x, y in points]
    path = f"<a:moveTo>{spots[0]}</a:moveTo>" + "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in spots[1:])
    return _freeform(size, path, closed=closed)


def _freeform(size: Point, path: str, *, closed: bool) -> str:
    fill = "" if closed else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(size[0])}" h="{_emu(size[1])}"{fill}>{path}{"<a:close/>" if closed else ""}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def _spot(x: float, y: float) -> str:
    return f'<a:pt x="{_emu(x)}" y="{_emu(y)}"/>'


def _round_ended(symbol: Symbol) -> str:
    """A capsule's path with curves at both ends, as Word keeps one whose points were edited."""
    wide, tall = symbol.width, symbol.height
    end, pull = wide * 0.16, wide * 0.16 * 0.45
    curves = (
        ((wide - pull, 0), (wide, tall * 0.22), (wide, tall / 2)),
        ((wide, tall * 0.78), (wide - pull, tall), (wide - end, tall)),
        ((pull, tall), (0, tall * 0.78), (0, tall / 2)),
        ((0, tall * 0.22), (pull, 0), (end, 0)),
    )
    bent = ["".join(_spot(*spot) for spot in curve) for curve in curves]
    drawn = [f"<a:cubicBezTo>{each}</a:cubicBezTo>" for each in bent]
    return (
        f"<a:moveTo>{_spot(end, 0)}</a:moveTo><a:lnTo>{_spot(wide - end, 0)}</a:lnTo>{drawn[0]}{drawn[1]}"
        f"<a:lnTo>{_spot(end, tall)}</a:lnTo>{drawn[2]}{drawn[3]}"
    )


def _outline(symbol: Symbol) -> list[Point]:
    """The corners of a symbol drawn point by point; a capsule's ends are cut twice."""
    x, y, wide, tall = symbol.x, symbol.y, symbol.width, symbol.height
    shares: dict[NodeKind, tuple[Point, ...]] = {
        NodeKind.PROCESS: ((0, 0), (1, 0), (1, 1), (0, 1)),
        NodeKind.DECISION: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
        NodeKind.CONNECTOR: ((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)),
        NodeKind.TERMINATOR: (
            (0.16, 0), (0.84, 0), (0.95, 0.15), (1, 0.5), (0.95, 0.85), (0.84, 1), (0.16, 1), (0.05, 0.85), (0, 0.5),
            (0.05, 0.15),
        ),
    }  # fmt: skip
    return [(x + u * wide, y + v * tall) for u, v in shares[symbol.kind]]


def _direction(arrow: Arrow) -> tuple[int, int]:
    (x1, y1), (x2, y2) = arrow.points if arrow.head != "start" else arrow.points[::-1]
    if abs(x2 - x1) > abs(y2 - y1):
        return (1 if x2 > x1 else -1), 0
    return 0, (1 if y2 > y1 else -1)


def _block_box(arrow: Arrow) -> Box:
    left, top, right, bottom = span_of([arrow])
    if _direction(arrow)[0]:
        return Box(left, (top + bottom - _BLOCK) / 2, right - left, _BLOCK)
    return Box((left + right - _BLOCK) / 2, top, _BLOCK, bottom - top)


def _scaled(box: Box, scale: float, shift: Point) -> Box:
    return replace(
        box, x=box.x * scale + shift[0], y=box.y * scale + shift[1], width=box.width * scale, height=box.height * scale
    )


def _place(box: Box) -> str:
    turn = f' rot="{box.turn * 60_000}"' if box.turn else ""
    turn += ' flipH="1"' if box.flip_h else ""
    turn += ' flipV="1"' if box.flip_v else ""
    return f"<a:xfrm{turn}>{_at(box.x, box.y, 'off')}{_size((box.width, box.height), 'ext')}</a:xfrm>"


def _at(x: float, y: float, name: str) -> str:
    return f'<a:{name} x="{_emu(x)}" y="{_emu(y)}"/>'


def _size(size: Point, name: str) -> str:
    return f'<a:{name} cx="{_emu(size[0])}" cy="{_emu(size[1])}"/>'


def _emu(points: float) -> int:
    return round(points * _EMU)


def _preset(name: str, guide: tuple[str, float] | None = None) -> str:
    values = "" if guide is None else f'<a:gd name="{guide[0]}" fmla="val {round(guide[1] * 100_000)}"/>'
    return f'<a:prstGeom prst="{name}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def _line(head: str = "none") -> str:
    end = {"none": "", "end": '<a:tailEnd type="triangle"/>', "start": '<a:headEnd type="triangle"/>'}[head]
    return f'<a:ln w="9525">{_BLACK}{end}</a:ln>'


def _words(text: str) -> str:
    run = f'<w:r><w:rPr><w:sz w:val="13"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
    return f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p></w:txbxContent></wps:txbx>'


def _body(stands: str) -> str:
    return f'<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{stands}"/>'


def _glued(arrow: Arrow, ids: dict[int, int]) -> str:
    if arrow.source is None or arrow.target is None:
        return ""
    first, last = (arrow.target, arrow.source) if arrow.head == "start" else (arrow.source, arrow.target)
    return f'<a:stCxn id="{ids[first]}" idx="2"/><a:endCxn id="{ids[last]}" idx="0"/>'

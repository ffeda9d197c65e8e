"""Things of a chart as VML, as Word wrote it before 2010 and still writes it behind DrawingML."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from pipeline.model.sop import NodeKind
from tests.flow.charts.boxes import Box, box_of, span_of
from tests.flow.charts.layout import Arrow, Frame, Label, Point, Symbol, Thing
from tests.flow.charts.place import Hand

_TYPES = {
    NodeKind.TERMINATOR: 116, NodeKind.PROCESS: 109, NodeKind.DECISION: 110, NodeKind.CONNECTOR: 177,
}  # fmt: skip
_CONNECTORS = {1: (32, "straight"), 2: (33, "elbow"), 3: (34, "elbow"), 4: (35, "elbow"), 5: (36, "elbow")}
_MITER = '<v:stroke joinstyle="miter"/>'
_ONE_WAY = '<v:path arrowok="t" fillok="f" o:connecttype="none"/><o:lock v:ext="edit" shapetype="t"/>'
_ROUND = '<v:path gradientshapeok="t" o:connecttype="rect"/>'
_DIAMOND = ('path="m10800,l,10800,10800,21600,21600,10800xe"', _MITER + _ROUND)
_BOX = ('path="m,l,21600r21600,l21600,xe"', _MITER + _ROUND)
# What Word defines once in a document for each kind of shape, by its number.
SHAPE_TYPES = {
    4: _DIAMOND,
    32: ('o:oned="t" path="m,l21600,21600e" filled="f"', _ONE_WAY),
    33: ('o:oned="t" path="m,l21600,r,21600e" filled="f"', _MITER + _ONE_WAY),
    34: (
        'o:oned="t" adj="10800" path="m,l@0,0@0,21600,21600,21600e" filled="f"',
        f'{_MITER}<v:formulas><v:f eqn="val #0"/></v:formulas>{_ONE_WAY}',
    ),
    35: (
        'o:oned="t" adj="10800,10800" path="m,l@0,0@0@1,21600@1,21600,21600e" filled="f"',
        f'{_MITER}<v:formulas><v:f eqn="val #0"/><v:f eqn="val #1"/></v:formulas>{_ONE_WAY}',
    ),
    36: (
        'o:oned="t" adj="10800,10800,10800" path="m,l@0,0@0@1@2@1@2,21600,21600,21600e" filled="f"',
        f'{_MITER}<v:formulas><v:f eqn="val #0"/><v:f eqn="val #1"/><v:f eqn="val #2"/></v:formulas>{_ONE_WAY}',
    ),
    109: _BOX,
    110: _DIAMOND,
    116: ('path="m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe"', _MITER + _ROUND),
    177: ('path="m,l21600,r,17255l10800,21600,,17255xe"', _MITER + _ROUND),
    202: _BOX,
}
_FRAMES = {"column": "text", "paragraph": "text", "character": "char"}


@dataclass(slots=True)
class OldPen:
    """Draws things in one hand; `plain` uses v:rect, v:roundrect, v:oval and v:line instead of shape types."""

    hand: Hand
    plain: bool = False
    _id: int = 1025
    _known: set[int] = field(default_factory=set)

    def alone(self, thing: Thing, frame: Frame) -> str:
        """Return a w:pict with the thing at its place in the frame."""
        return f"<w:pict>{self._types([thing])}{self._shape(thing, frame.origin, _relative(frame))}</w:pict>"

    def group(self, things: Sequence[Thing], frame: Frame) -> str:
        """Return a w:pict with all things in one v:group, counting fortieths of a point from a corner of its own."""
        left, top, right, bottom = span_of(things)
        self._id += 1
        unit, corner = 40.0, (1000, 2000)
        size = f"{round((right - left) * unit)},{round((bottom - top) * unit)}"
        origin = (left - corner[0] / unit, top - corner[1] / unit)
        inner = "".join(self._shape(thing, origin, "", unit) for thing in things)
        style = (
            f"position:absolute;margin-left:{left - frame.origin[0]:.2f}pt;margin-top:{top - frame.origin[1]:.2f}pt;"
            f"width:{right - left:.2f}pt;height:{bottom - top:.2f}pt;z-index:{251658240 + self._id};{_relative(frame)}"
        )
        return (
            f'<w:pict>{self._types(things)}<v:group id="_x0000_s{self._id}" style="{style}" '
            f'coordorigin="{corner[0]},{corner[1]}" coordsize="{size}">{inner}</v:group></w:pict>'
        )

    def _types(self, things: Sequence[Thing]) -> str:
        new = []
        # LibreOffice heeds a text box's insets only where its type was known before.
        for number in (202, *map(self._type, things)):
            if number and number not in self._known:
                self._known.add(number)
                new.append(number)
        return "".join(
            f'<v:shapetype id="_x0000_t{at}" coordsize="21600,21600" o:spt="{at}" {SHAPE_TYPES[at][0]}>'
            f"{SHAPE_TYPES[at][1]}</v:shapetype>"
            for at in new
        )

    def _type(self, thing: Thing) -> int:
        if isinstance(thing, Label):
            return 202
        if isinstance(thing, Symbol):
            if self.plain and thing.kind is not NodeKind.CONNECTOR:
                return 4 if thing.kind is NodeKind.DECISION else 0
            return _TYPES[thing.kind]
        if self.hand.freeform or (self.plain and len(thing.points) == 2):
            return 0
        return _CONNECTORS[len(thing.points) - 1][0]

    def _shape(self, thing: Thing, origin: Point, where: str, unit: float = 0.0) -> str:
        """One shape; in a group all lengths are its own units, a `unit` being how many make a point."""
        self._id += 1
        name = f'id="_x0000_s{self._id}"'
        if isinstance(thing, Arrow) and (self.hand.freeform or (self.plain and len(thing.points) == 2)):
            return self._stroke(thing, origin, name, where, unit)
        box = box_of(thing).moved(origin)
        style = _style(box, where, unit, self._id)
        number = self._type(thing)
        typed = f'type="#_x0000_t{number}"'
        if isinstance(thing, Label):
            return (
                f'<v:shape {name} {typed} style="{style}" filled="f" stroked="f"><v:textbox inset="0,0,0,0">'
                f"{_words(thing.text)}</v:textbox></v:shape>"
            )
        if isinstance(thing, Symbol):
            inner = f'<v:textbox inset="0,0,0,0">{_words(thing.text)}</v:textbox>' if self._said(thing) else ""
            if number:
                return f'<v:shape {name} {typed} style="{style}">{inner}</v:shape>'
            if thing.kind is NodeKind.TERMINATOR:
                tag = ("oval", "") if self.hand.presets == "ellipse" else ("roundrect", ' arcsize="32768f"')
                return f'<v:{tag[0]} {name} style="{style}"{tag[1]}>{inner}</v:{tag[0]}>'
            return f'<v:rect {name} style="{style}">{inner}</v:rect>'
        shares = ",".join(str(round(share * 21600)) for share in box.adjust)
        adjust = f' adj="{shares}"' if shares else ""
        words = f'<v:textbox inset="0,0,0,0">{_words(thing.words)}</v:textbox>' if thing.words else ""
        return (
            f'<v:shape {name} {typed} o:connectortype="{_CONNECTORS[box.bends][1]}" style="{style}"{adjust}>'
            f"{_head(thing)}{words}</v:shape>"
        )

    def _said(self, symbol: Symbol) -> bool:
        return bool(symbol.text) and (self.hand.words == "shape" or symbol.kind is NodeKind.CONNECTOR)

    def _stroke(self, arrow: Arrow, origin: Point, name: str, where: str, unit: float) -> str:
        """A v:line or v:polyline: its points themselves are its place; Word draws a line backward by a flip."""
        spots = [(x - origin[0], y - origin[1]) for x, y in arrow.points]
        style = f"position:absolute;z-index:{251658240 + self._id}"
        if len(spots) == 2:
            (x1, y1), (x2, y2) = spots
            flips = ("x" if x2 < x1 else "") + (" y" if y2 < y1 else "")
            style += f";flip:{flips.strip()}" if flips else ""
            spots = [(min(x1, x2), min(y1, y2)), (max(x1, x2), max(y1, y2))]
        style += f";{where}" if where else ""
        ends = [f"{round(x * unit)},{round(y * unit)}" if unit else f"{x:.2f}pt,{y:.2f}pt" for x, y in spots]
        if len(ends) == 2:
            return f'<v:line {name} style="{style}" from="{ends[0]}" to="{ends[1]}">{_head(arrow)}</v:line>'
        return f'<v:polyline {name} style="{style}" points="{",".join(ends)}" filled="f">{_head(arrow)}</v:polyline>'


def _relative(frame: Frame) -> str:
    across, down = (_FRAMES.get(name, name) for name in (frame.across, frame.down))
    return f"mso-position-horizontal-relative:{across};mso-position-vertical-relative:{down}"


def _style(box: Box, where: str, unit: float, number: int) -> str:
    if unit:
        parts = [
            f"position:absolute;left:{round(box.x * unit)};top:{round(box.y * unit)};"
            f"width:{round(box.width * unit)};height:{round(box.height * unit)}"
        ]
    else:
        parts = [
            f"position:absolute;margin-left:{box.x:.2f}pt;margin-top:{box.y:.2f}pt;width:{box.width:.2f}pt;"
            f"height:{box.height:.2f}pt;z-index:{251658240 + number}"
        ]
    # VML turns first and mirrors after: one mirror changes the turn's sense.
    turn = -box.turn if box.flip_h != box.flip_v else box.turn
    parts += [f"rotation:{turn}"] if turn else []
    flips = " ".join(axis for axis, flipped in (("x", box.flip_h), ("y", box.flip_v)) if flipped)
    parts += [f"flip:{flips}"] if flips else []
    return ";".join([*parts, where] if where else parts)


def _head(arrow: Arrow) -> str:
    return "" if arrow.head == "none" else f'<v:stroke {arrow.head}arrow="block"/>'


def _words(text: str) -> str:
    run = f'<w:r><w:rPr><w:sz w:val="13"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
    return f'<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p></w:txbxContent>'

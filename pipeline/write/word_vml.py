"""A shape in VML, which Word before 2010 draws; numbers and paths of the shape types are Word's own."""

from xml.sax.saxutils import quoteattr

from pipeline.write.flow_words import clean
from pipeline.write.word_drawn import Drawn
from pipeline.write.word_paths import Route

_UNITS = 21_600
_MITER = '<v:stroke joinstyle="miter"/>'
_SOLID = '<v:path gradientshapeok="t" o:connecttype="rect"{words}/>'
_THIN = '<v:path arrowok="t" fillok="f" o:connecttype="none"/><o:lock v:ext="edit" shapetype="t"/>'
# By DrawingML's name: the type's number, its path, and the box of its words where that is not the whole.
_SOLIDS = {
    "flowChartProcess": (109, "m,l,21600r21600,l21600,xe", ""),
    "flowChartDecision": (110, "m10800,l,10800,10800,21600,21600,10800xe", "5400,5400,16200,16200"),
    "flowChartTerminator": (
        116,
        "m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe",
        "1018,3163,20582,18437",
    ),
    "flowChartOffpageConnector": (177, "m,l21600,r,17255l10800,21600,,17255xe", "0,0,21600,17255"),
    "rect": (202, "m,l,21600r21600,l21600,xe", ""),
}  # fmt: skip
# The type's number, its path, and how many bends can be moved.
_CONNECTORS = {
    "straightConnector1": (32, "m,l21600,21600e", 0),
    "bentConnector2": (33, "m,l21600,r,21600e", 0),
    "bentConnector3": (34, "m,l@0,0@0,21600,21600,21600e", 1),
    "bentConnector4": (35, "m,l@0,0@0@1,21600@1,21600,21600e", 2),
    "bentConnector5": (36, "m,l@0,0@0@1@2@1@2,21600,21600,21600e", 3),
}


def shape_type(preset: str) -> str:
    """Return the definition of a form, which its shapes refer to; nothing for a path of its own."""
    if preset in _SOLIDS:
        number, path, box = _SOLIDS[preset]
        inner = _MITER + _SOLID.format(words=f' textboxrect="{box}"' if box else "")
        return f"{_opened(number, path)}>{inner}</v:shapetype>"
    if preset not in _CONNECTORS:
        return ""
    number, path, bends = _CONNECTORS[preset]
    start = f' adj="{",".join(["10800"] * bends)}"' if bends else ""
    formulas = "".join(f'<v:f eqn="val #{at}"/>' for at in range(bends))
    formulas = f"<v:formulas>{formulas}</v:formulas>" if bends else ""
    stroke = _MITER if number > 32 else ""
    return f'{_opened(number, path)} o:oned="t"{start} filled="f">{stroke}{formulas}{_THIN}</v:shapetype>'


def vml(drawn: Drawn, content: str) -> str:
    """Return a shape with its ready words (w:txbxContent)."""
    route = drawn.route
    if route is not None:
        return f"<v:shape {_identity(drawn)} {_arrow(route)}</v:shape>"
    number = _SOLIDS[drawn.preset][0]
    looks = 'filled="f" stroked="f"' if drawn.label else 'fillcolor="white" strokecolor="black" strokeweight=".75pt"'
    words = f'<v:textbox inset="0,0,0,0">{content}</v:textbox>' if content else ""
    return f'<v:shape {_identity(drawn)} type="#_x0000_t{number}" {looks}>{words}</v:shape>'


def _opened(number: int, path: str) -> str:
    size = f"{_UNITS},{_UNITS}"
    return f'<v:shapetype id="_x0000_t{number}" coordsize="{size}" o:spt="{number}" path="{path}"'


def _identity(drawn: Drawn) -> str:
    route = drawn.route
    flips = "" if route is None else ("x" if route.flip_h else "") + ("y" if route.flip_v else "")
    style = (
        f"position:absolute;margin-left:{_n(drawn.x)}pt;margin-top:{_n(drawn.y)}pt;width:{_n(drawn.width)}pt;"
        f"height:{_n(drawn.height)}pt;z-index:{drawn.depth};visibility:visible;mso-wrap-style:square;"
        "mso-position-horizontal-relative:text;mso-position-vertical-relative:text"
        + (f";flip:{' '.join(flips)}" if flips else "")
        + ("" if route is not None else ";v-text-anchor:middle")
    )
    return f'id="_x0000_s{1024 + drawn.number}" alt={quoteattr(clean(drawn.told))} style="{style}"'


def _arrow(route: Route) -> str:
    line = 'filled="f" strokecolor="black" strokeweight=".75pt">'
    head = f'<v:stroke {"startarrow" if route.head_first else "endarrow"}="block" joinstyle="miter"/>'
    if route.preset:
        adjust = f'adj="{",".join(str(round(each * _UNITS)) for each in route.adjust)}" ' if route.adjust else ""
        kind = "straight" if route.preset.startswith("straight") else "elbow"
        return f'type="#_x0000_t{_CONNECTORS[route.preset][0]}" o:connectortype="{kind}" {adjust}{line}{head}'
    first, *others = (f"{round(x * 20)},{round(y * 20)}" for x, y in route.points)
    size = f"{round(route.width * 20)},{round(route.height * 20)}"
    return f'coordsize="{size}" path="m{first}l{",".join(others)}e" {line}{head}'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")

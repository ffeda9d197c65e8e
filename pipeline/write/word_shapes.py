"""One symbol, arrow or label -> a run that holds it as an editable shape: DrawingML, and VML for older programs.

Order and names of the elements are those of ECMA-376 (DrawingML, part 1, 20.4) and of Microsoft's [MS-ODRAWXML] 2.3.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from pipeline.write.flow_words import clean
from pipeline.write.word_drawn import Drawn
from pipeline.write.word_paths import Route
from pipeline.write.word_vml import shape_type, vml

EMU = 12_700
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:miter lim="800000"/>'
_HEAD = 'type="triangle" w="med" len="med"'


def runs(drawn: Iterable[Drawn]) -> Iterator[str]:
    """Yield a run for each shape, in the order of the document: VML names each form where it is first used."""
    named: set[str] = set()
    for each in drawn:
        new = "" if each.preset in named else shape_type(each.preset)
        named.add(each.preset)
        yield (
            '<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"{_anchor(each)}</w:drawing></mc:Choice><mc:Fallback><w:pict>{new}{vml(each, _content(each))}</w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )


def emu(points: float) -> int:
    """Return a length in DrawingML's units."""
    return round(points * EMU)


def _anchor(drawn: Drawn) -> str:
    size = f'cx="{emu(drawn.width)}" cy="{emu(drawn.height)}"'
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{drawn.depth}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{emu(drawn.x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(drawn.y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{drawn.number}" name={quoteattr(drawn.name)} descr={quoteattr(clean(drawn.told))}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}">{_shape(drawn, size)}</a:graphicData>'
        "</a:graphic></wp:anchor>"
    )


def _shape(drawn: Drawn, size: str) -> str:
    route = drawn.route
    if route is not None:
        kind = "<wps:cNvCnPr/>" if route.preset else "<wps:cNvSpPr/>"
        form = _preset(drawn.preset, route.adjust) if route.preset else _free(route)
        flips = (' flipH="1"' if route.flip_h else "") + (' flipV="1"' if route.flip_v else "")
        head = f"<a:{'headEnd' if route.head_first else 'tailEnd'} {_HEAD}/>"
        looks = f"{form}<a:noFill/>{_LINE}{head}</a:ln>"
    else:
        flips, kind = "", '<wps:cNvSpPr txBox="1"/>' if drawn.label else "<wps:cNvSpPr/>"
        fill = "<a:noFill/><a:ln><a:noFill/></a:ln>"
        if not drawn.label:
            fill = f'<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>{_LINE}</a:ln>'
        looks = f"{_preset(drawn.preset, ())}{fill}"
    content = f"<wps:txbx>{_content(drawn)}</wps:txbx>" if drawn.text else ""
    return (
        f'<wps:wsp>{kind}<wps:spPr><a:xfrm{flips}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>{looks}</wps:spPr>'
        f'{content}<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" '
        'anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def _preset(name: str, adjust: tuple[float, ...]) -> str:
    guides = "".join(
        f'<a:gd name="adj{at}" fmla="val {round(each * 100_000)}"/>' for at, each in enumerate(adjust, start=1)
    )
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _free(route: Route) -> str:
    first, *others = ((emu(x), emu(y)) for x, y in route.points)
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in others)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(route.width)}" h="{emu(route.height)}" fill="none"><a:moveTo><a:pt x="{first[0]}" '
        f'y="{first[1]}"/></a:moveTo>{lines}</a:path></a:pathLst></a:custGeom>'
    )


def _content(drawn: Drawn) -> str:
    """The words within a shape, none where it has none."""
    if not drawn.text:
        return ""
    size = round(drawn.size * 2)
    look = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return (
        '<w:txbxContent><w:p><w:pPr><w:pStyle w:val="TeksSimbol"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(clean(drawn.text))}</w:t></w:r></w:p></w:txbxContent>'
    )

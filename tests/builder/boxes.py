"""Floating shapes with a text, in all the ways that Word has kept them, and pictures; points off their paragraph."""

from tests.builder.markup import PIC, WPC, WPG, WPS, Block, Inline
from tests.builder.tables import paragraph

_EMU = 12_700
_OFF, _WIDE, _TALL = 4 * _EMU, 60 * _EMU, 20 * _EMU
_FRAME = f'<a:off x="0" y="0"/><a:ext cx="{_WIDE}" cy="{_TALL}"/>'
_STYLE = "position:absolute;margin-left:4pt;margin-top:4pt;width:60pt;height:20pt"


def text_box(text: str | Block, preset: str = "rect") -> Inline:
    """Return a floating shape with a text: DrawingML, and the same in VML behind it."""
    drawing = _floating(WPS, _shape(text, preset))
    return Inline(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{drawing}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{_vml(text)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_box(text: str | Block) -> Inline:
    """Return a text box as Word 2007 wrote it: VML alone."""
    return Inline(f"<w:r><w:pict>{_vml(text)}</w:pict></w:r>")


def grouped_box(*texts: str, preset: str = "rect") -> Inline:
    """Return shapes with a text that were grouped: DrawingML, and one VML group behind it."""
    frame = f'{_FRAME}<a:chOff x="0" y="0"/><a:chExt cx="{_WIDE}" cy="{_TALL}"/>'
    inner = "".join(_shape(each, preset) for each in texts)
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp>"
    old = f'<v:group style="{_STYLE}" coordsize="60,20">{"".join(_vml(each) for each in texts)}</v:group>'
    return Inline(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>{_floating(WPG, group)}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def canvas_box(text: str, preset: str = "rect") -> Inline:
    """Return a shape with a text on a drawing canvas, with nothing behind it for older programs."""
    canvas = f"<wpc:wpc><wpc:bg/><wpc:whole/>{_shape(text, preset)}</wpc:wpc>"
    return Inline(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing>{_floating(WPC, canvas)}</w:drawing>'
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def picture(media: int) -> Inline:
    """Return a picture in the line of text; `media` is the number that `DraftBuilder.media` gave it."""
    shape = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="Pindaian"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="rIdMedia{media}"/></pic:blipFill>'
        f'<pic:spPr><a:xfrm>{_FRAME}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return Inline(
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{_WIDE}" cy="{_TALL}"/><wp:docPr id="2" name="Pindaian"/>'
        f'<a:graphic><a:graphicData uri="{PIC}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _content(text: str | Block) -> str:
    if not text:
        return ""
    return f"<w:txbxContent>{text if isinstance(text, Block) else paragraph(text)}</w:txbxContent>"


def _shape(text: str | Block, preset: str) -> str:
    content = _content(text)
    kind = ' txBox="1"' if preset == "rect" else ""
    return (
        f"<wps:wsp><wps:cNvSpPr{kind}/><wps:spPr><a:xfrm>{_FRAME}</a:xfrm>"
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr>'
        + (f"<wps:txbx>{content}</wps:txbx>" if content else "")
        + "<wps:bodyPr/></wps:wsp>"
    )


def _floating(kind: str, content: str) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{_OFF}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_OFF}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_WIDE}" cy="{_TALL}"/><wp:wrapNone/><wp:docPr id="1" name="Bentuk"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic></wp:anchor>'
    )


def _vml(text: str | Block) -> str:
    content = _content(text)
    shown = f"<v:textbox>{content}</v:textbox>" if content else ""
    return f'<v:rect style="{_STYLE}">{shown}</v:rect>'

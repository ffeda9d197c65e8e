"""Charts that are no shapes: a picture, SmartArt or an object of another program, with the parts that each needs."""

import struct
import zlib

from tests.flow.charts.drawingml import anchor
from tests.flow.charts.form import Parts
from tests.flow.charts.layout import Frame, Point
from tests.flow.charts.names import URIS

_PICTURE = URIS["pic"]
_DIAGRAM = URIS["dgm"]


def still(kind: str, spot: Point, size: Point, frame: Frame) -> tuple[str, Parts]:
    """Return a run's content with a chart, and the parts by name; `kind` is picture, smartart or object."""
    if kind == "picture":
        return anchor(_PICTURE, _picture(size), spot, size, 1, frame), {"bagan.png": _png(48, 32)}
    if kind == "smartart":
        identifiers = 'r:dm="rId10" r:lo="rId11" r:qs="rId12" r:cs="rId13"'
        return anchor(_DIAGRAM, f"<dgm:relIds {identifiers}/>", spot, size, 1, frame), _diagram()
    style = f"width:{size[0]:.0f}pt;height:{size[1]:.0f}pt"
    made = (
        f'<w:object w:dxaOrig="{size[0] * 20:.0f}" w:dyaOrig="{size[1] * 20:.0f}"><v:shape id="_x0000_i1025" '
        f'style="{style}" o:ole=""><v:imagedata r:id="rId10" o:title=""/></v:shape><o:OLEObject Type="Embed" '
        'ProgID="Visio.Drawing.15" ShapeID="_x0000_i1025" DrawAspect="Content" ObjectID="_1700000000" r:id="rId11"/>'
        "</w:object>"
    )
    return made, {"bagan.png": _png(48, 32), "bagan.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)}


def _picture(size: Point) -> str:
    extent = f'<a:off x="0" y="0"/><a:ext cx="{round(size[0] * 12_700)}" cy="{round(size[1] * 12_700)}"/>'
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="bagan.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId10"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm>{extent}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )


def _png(width: int, height: int) -> bytes:
    """A grey picture; what it shows does not matter."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = b"".join(b"\0" + bytes([200] * width) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def _diagram() -> Parts:
    names = f'xmlns:dgm="{_DIAGRAM}" xmlns:a="{URIS["a"]}"'
    point = '<dgm:pt modelId="1" type="doc"><dgm:prSet/><dgm:spPr/></dgm:pt>'
    node = "".join(
        f'<dgm:pt modelId="{at}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{word}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
        for at, word in enumerate(("Mulai", "Periksa", "Selesai"), start=2)
    )
    links = "".join(
        f'<dgm:cxn modelId="{at + 10}" srcId="1" destId="{at}" srcOrd="{at - 2}" destOrd="0"/>' for at in (2, 3, 4)
    )
    return {
        "bagan.data.xml": f"<dgm:dataModel {names}><dgm:ptLst>{point}{node}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
        "<dgm:bg/><dgm:whole/></dgm:dataModel>",
        "bagan.layout.xml": f'<dgm:layoutDef {names}><dgm:layoutNode name="alur"/></dgm:layoutDef>',
        "bagan.style.xml": f"<dgm:styleDef {names}/>",
        "bagan.colors.xml": f"<dgm:colorsDef {names}/>",
    }

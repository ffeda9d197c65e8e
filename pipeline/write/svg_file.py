"""The flowchart of a SOP -> an SVG file that stands by itself: black on white, outside the report's page."""

from pipeline.model.sop import Sop
from pipeline.write.flow_svg import flow_svg
from pipeline.write.flow_words import printable

_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" color="#1a1a1a" font-family="Arial, Helvetica, sans-serif" '
_STYLE = (
    "<style>svg{background:#fff}.node{fill:#fff}"
    ".label{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}</style>"
)


def svg_file(sop: Sop) -> bytes:
    """Return the chart as a file in UTF-8; empty where there are no symbols."""
    element = printable(flow_svg(sop))
    if not element:
        return b""
    head, _, rest = element.partition(">")
    # Within the report's page the element needs no name space and takes its colours from the page.
    root = head if "xmlns=" in head else head.replace("<svg ", _ROOT, 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}>{_STYLE}{rest}\n'.encode()

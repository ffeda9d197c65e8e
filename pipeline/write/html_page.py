"""What every page of HTML here has in common: how its template is filled in, what it may load, how it is written."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateStream


def page_environment(folder: Path, finalize: Callable[[object], object] | None = None) -> Environment:
    """Return what fills in the templates of a folder: texts escaped, a name that is not there an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )


def digest(text: str) -> str:
    """Return by what a browser knows a style or a script, and applies none from elsewhere."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and this script, and no network at all."""
    return (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def write_page(stream: TemplateStream, path: Path) -> None:
    """Write a page as it is made; a name that the file system gave in a broken encoding does not stop it."""
    stream.enable_buffering(64)
    with path.open("wb") as file:
        stream.dump(file, encoding="utf-8", errors="replace")

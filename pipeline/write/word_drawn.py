"""What a Word drawing needs to know of one symbol, arrow or label, whichever way it is written down."""

from dataclasses import dataclass

from pipeline.write.word_paths import Route

# Higher numbers lie over lower ones; Word itself begins here.
FRONT = 251_658_240


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A thing to draw with its number in the document, what it says to those who do not see it, and where it hangs.

    `x` and `y` are measured from the left edge and the top of the paragraph that holds it. `preset` is DrawingML's
    name of its form; an arrow has its `route`, a label is words without a frame.
    """

    number: int
    name: str
    told: str
    x: float
    y: float
    width: float
    height: float
    preset: str
    text: str = ""
    size: float = 7.0
    label: bool = False
    route: Route | None = None

    @property
    def depth(self) -> int:
        """How far in front of the text it lies, later ones over earlier ones."""
        return FRONT + 1024 * self.number

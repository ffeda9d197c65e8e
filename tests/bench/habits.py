"""How differently one draft's paragraphs and runs are set: a few dozen ways of many hands, most of them rare.

Long documents that Word saved hold 27 to 118 different run properties and 60 to 392 different paragraph properties; the
commonest stands in a fifth to a half of all runs. A reader that keeps what it has seen must meet as many here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - always seeded
from typing import TypeVar

from lxml import etree

from tests.office.markup import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
FEWEST_RUNS, MOST_RUNS = 25, 60
FEWEST_PARAGRAPHS, MOST_PARAGRAPHS = 8, 25
# By so much the share of a way falls with its rank.
_FALL = 1.3
_ODDS = 0.2

Setting = tuple[str, dict[str, str]]
Way = TypeVar("Way")

# In the schema's order, with the values that are seen; none of them changes a word.
_BEFORE_SIZE = {
    "iCs": ({},),
    "noProof": ({},),
    "color": ({"val": "000000"}, {"val": "auto"}, {"val": "0D0D0D"}, {"val": "000000", "themeColor": "text1"}),
    "spacing": ({"val": "-1"}, {"val": "-2"}, {"val": "1"}),
    "w": ({"val": "99"}, {"val": "105"}),
    "kern": ({"val": "0"}, {"val": "2"}),
}
_AFTER_SIZE = {
    "highlight": ({"val": "white"},),
    "shd": ({"val": "clear", "color": "auto", "fill": "FFFFFF"},),
}
_LANGUAGES = ("id-ID", "id-ID", "en-US", "id", "sv-SE")
_PARAGRAPH = {
    "keepNext": ({},),
    "keepLines": ({},),
    "widowControl": ({}, {"val": "0"}),
    "suppressAutoHyphens": ({},),
    "autoSpaceDE": ({"val": "0"},),
    "autoSpaceDN": ({"val": "0"},),
    "adjustRightInd": ({"val": "0"},),
    "snapToGrid": ({"val": "0"},),
}


@dataclass(frozen=True, slots=True)
class RunWay:
    """What a run's properties hold before and after its size."""

    before: tuple[Setting, ...]
    after: tuple[Setting, ...]


class Habits:
    """One draft's ways of setting runs and paragraphs; the first of each is the plain one."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        plain = RunWay((), (("lang", {"val": "id-ID"}),))
        self._runs = [plain, *(self._run_way() for _ in range(chance.randint(FEWEST_RUNS, MOST_RUNS)))]
        count = chance.randint(FEWEST_PARAGRAPHS, MOST_PARAGRAPHS)
        self._paragraphs = [(), *(self._some(_PARAGRAPH) for _ in range(count))]

    def run(self) -> RunWay:
        """Return a way to set a run."""
        return self._one(self._runs)

    def paragraph(self) -> tuple[Setting, ...]:
        """Return what a paragraph's properties hold before its spacing."""
        return self._one(self._paragraphs)

    def _run_way(self) -> RunWay:
        language = ("lang", {"val": self._chance.choice(_LANGUAGES)})
        return RunWay(self._some(_BEFORE_SIZE), (*self._some(_AFTER_SIZE), language))

    def _some(self, settings: dict[str, tuple[dict[str, str], ...]]) -> tuple[Setting, ...]:
        return tuple(
            (name, self._chance.choice(values)) for name, values in settings.items() if self._chance.random() < _ODDS
        )

    def _one(self, ways: Sequence[Way]) -> Way:
        weights = [1 / (rank + 1) ** _FALL for rank in range(len(ways))]
        return self._chance.choices(ways, weights)[0]


def setting_element(setting: Setting) -> etree._Element:
    """Return the element of a setting."""
    name, attributes = setting
    return etree.Element(W + name, {W + key: text for key, text in attributes.items()})

"""A directed graph over the numbers of steps: what lies behind and before a step, and which steps go in a circle.

Written here and not taken from a graph library: three questions are asked, and loading one took a sixth of the time in
which a single draft is judged (docs/performance.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StepGraph:
    """For each step those that directly come after it, and those directly before it, each once, in the order drawn."""

    after: Mapping[int, tuple[int, ...]]
    before: Mapping[int, tuple[int, ...]]

    def behind(self, step: int) -> set[int]:
        """Return all steps to which ways lead from one; the step itself is not among them."""
        return _reached(self.after, step)

    def ahead(self, step: int) -> set[int]:
        """Return all steps from which ways lead to one; the step itself is not among them."""
        return _reached(self.before, step)

    def circles(self) -> list[frozenset[int]]:
        """Return the strongly connected parts: steps that lead to each other; a step outside any circle is one alone.

        Kosaraju's algorithm, without recursion, linear in steps and arrows.
        """
        left: list[int] = []
        seen: set[int] = set()
        for start in self.after:
            # A step stands once more on the pile to be left after all that it leads to.
            pile = [(start, False)]
            while pile:
                step, done = pile.pop()
                if done:
                    left.append(step)
                elif step not in seen:
                    seen.add(step)
                    pile.append((step, True))
                    pile.extend((each, False) for each in self.after[step] if each not in seen)
        found: list[frozenset[int]] = []
        taken: set[int] = set()
        for start in reversed(left):
            if start not in taken:
                members = _reached(self.before, start, taken) | {start}
                taken |= members
                found.append(frozenset(members))
        return found


def step_graph(steps: Iterable[int], arrows: Iterable[tuple[int, int]]) -> StepGraph:
    """Return the graph of these steps and arrows; an arrow drawn twice counts once."""
    after: dict[int, dict[int, None]] = {each: {} for each in steps}
    before: dict[int, dict[int, None]] = {each: {} for each in after}
    for source, target in arrows:
        after[source][target] = None
        before[target][source] = None
    return StepGraph(
        after={step: tuple(each) for step, each in after.items()},
        before={step: tuple(each) for step, each in before.items()},
    )


def _reached(ways: Mapping[int, tuple[int, ...]], start: int, closed: Iterable[int] = ()) -> set[int]:
    reached = {start, *closed}
    pile = [start]
    found: set[int] = set()
    while pile:
        for each in ways[pile.pop()]:
            if each not in reached:
                reached.add(each)
                found.add(each)
                pile.append(each)
    return found

"""Outcome -> the roles that carry out its steps, each with its work, and who bears most of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.decide.owners import Owners
from pipeline.durations import minutes
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop
from pipeline.text import key

_HALF = 0.5


@dataclass(slots=True)
class Role:
    """What is counted for one role while the SOPs are walked; `burden` says of what it bears the first half."""

    spellings: Counter[str] = field(default_factory=Counter)
    sops: set[tuple[str, int]] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    steps: int = 0
    minutes: float = 0.0
    unmeasured: int = 0
    burden: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The spelling that is used most."""
        return self.written[0]

    @property
    def written(self) -> list[str]:
        """All spellings, the one that is used most first."""
        return sorted(self.spellings, key=lambda each: (-self.spellings[each], each))


def roles(outcome: Outcome) -> tuple[Role, ...]:
    """Return the roles that the drafts name, one for all its spellings, the one with most minutes first."""
    found = _counted(outcome)
    order = sorted(found, key=lambda name: (-found[name].minutes, -found[name].steps, name))
    by_minutes = [found[name] for name in order]
    by_steps = sorted(by_minutes, key=lambda each: -each.steps)
    _half(by_minutes, [each.minutes for each in by_minutes], "menit")
    _half(by_steps, [each.steps for each in by_steps], "langkah")
    return tuple(by_minutes)


def _half(found: Sequence[Role], shares: Sequence[float], what: str) -> None:
    """Mark the roles that together bear the first half of the whole, the greatest share first."""
    left = sum(shares) * _HALF
    for each, share_ in zip(found, shares, strict=True):
        if left <= 0:
            return
        each.burden = (*each.burden, what)
        left -= share_


def _counted(outcome: Outcome) -> dict[str, Role]:
    found: dict[str, Role] = {}
    named, owners = dict(outcome.roles), Owners(outcome)

    def same(written: str) -> str:
        """What a role is counted under: the office's own name for it, else its letters."""
        own = key(written) or written
        return key(named[own]) if own in named else own

    def role(written: str, sop: Sop) -> Role:
        each = found.setdefault(same(written), Role())
        each.sops.add(sop.key)
        each.units.add(owners.of_sop(sop))
        return each

    for sop in outcome.sops:
        for actor in sop.actors:
            role(actor.name, sop).spellings[actor.name] += 1
        for step in sop.steps:
            spent = minutes(step.duration, outcome.hours_per_day) if step.duration else None
            # A step that names a role twice is still one step of that role.
            for written in {same(each): each for each in reversed(step.actors)}.values():
                each = role(written, sop)
                each.spellings[written] += 1
                each.steps += 1
                each.minutes += spent or 0.0
                each.unmeasured += spent is None
    return found

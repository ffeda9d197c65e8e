"""SOPs of different units that are the same activity under two names, by their titles and by their steps."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from pipeline.check.sop_set import SopSet, unit_of
from pipeline.likeness.titles import Title, opposite, title_form
from pipeline.model.sop import Sop
from pipeline.text import key
from pipeline.vocabulary import INTRODUCING_NOUNS

# A shorter rest of a title names no activity.
_LEAST_WORDS = 2
# So many steps with the same words, and so great a part of the longer SOP, are no coincidence.
_LEAST_STEPS = 5
_SAME_STEPS = 0.8
# A step that more SOPs have tells nothing, and would cost a look at each pair of them.
_EVERYWHERE = 40


def twins(together: SopSet) -> dict[tuple[str, int], tuple[Sop, ...]]:
    """Return, by the key of a SOP, those of other units that do the same and are not known as its counterparts."""
    forms = {sop.key: title_form(sop.title) for sop in together.sops}
    row: dict[str, int] = {}
    for at, group in enumerate(together.counterparts):
        row.update((forms[each.key].solid, at) for each in group)
    by_key = {sop.key: sop for sop in together.sops}
    found: dict[tuple[str, int], dict[tuple[str, int], Sop]] = defaultdict(dict)
    for one, other in (*_by_title(together.sops, forms), *_by_steps(together.sops)):
        left, right = forms[one], forms[other]
        known = row.get(left.solid, -1) == row.get(right.solid, -2)
        if known or unit_of(by_key[one]) == unit_of(by_key[other]) or opposite(left, right):
            continue
        found[one][other] = by_key[other]
        found[other][one] = by_key[one]
    return {own: tuple(others.values()) for own, others in found.items()}


def _by_title(
    sops: Sequence[Sop], forms: dict[tuple[str, int], Title]
) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Pairs whose titles are the same but for the noun that introduces them and the order of words."""
    groups: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for sop in sops:
        words = tuple(sorted(each for each in forms[sop.key].words if each not in INTRODUCING_NOUNS))
        if sop.identity.title is not None and len(words) >= _LEAST_WORDS:
            groups[words].append(sop.key)
    return [pair for group in groups.values() for pair in combinations(group, 2)]


def _by_steps(sops: Sequence[Sop]) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Pairs of which nearly all steps say the same."""
    texts = {sop.key: {key(each.activity) for each in sop.steps} - {""} for sop in sops}
    having: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for own, activities in texts.items():
        for each in activities:
            having[each].append(own)
    same = Counter(
        pair for owners in having.values() if len(owners) <= _EVERYWHERE for pair in combinations(owners, 2)
    )  # fmt: skip
    return [
        (one, other) for (one, other), count in same.items()
        if count >= _LEAST_STEPS and count >= _SAME_STEPS * max(len(texts[one]), len(texts[other]))
    ]  # fmt: skip

"""Weights -> whole shares of a number of cells, in proportion, nobody without one."""

from collections.abc import Sequence
from fractions import Fraction


def shared(cells: int, weights: Sequence[float]) -> list[int]:
    """Return how many of the cells each weight gets: at least one each, the rest in proportion, all dealt out.

    A heavier weight never gets fewer than a lighter one. Raises ValueError where there are fewer cells than weights.
    """
    if cells < len(weights):
        raise ValueError(cells)
    exact = [Fraction(each) for each in weights]
    if not any(exact):
        exact = [Fraction(1)] * len(exact)
    # Whose share would be less than one gets one, and the others share what is left.
    whole: dict[int, int] = {}
    while True:
        left = cells - len(whole)
        rest = [at for at in range(len(exact)) if at not in whole]
        total = sum(exact[at] for at in rest)
        small = [at for at in rest if exact[at] * left < total]
        if not small:
            break
        whole |= dict.fromkeys(small, 1)
    ideal = {at: exact[at] * left / total for at in rest}
    whole |= {at: int(each) for at, each in ideal.items()}
    # The largest remainders get the cells that rounding down left over.
    over = cells - sum(whole.values())
    for at in sorted(ideal, key=lambda each: (int(ideal[each]) - ideal[each], each))[:over]:
        whole[at] += 1
    return [whole[at] for at in range(len(exact))]

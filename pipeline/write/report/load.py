"""Outcome -> who bears how much of the work, as views of the page."""

from pipeline.model.outcome import Outcome
from pipeline.write.numbers import thousands
from pipeline.write.report.parts import bar_length
from pipeline.write.report.views import LoadView
from pipeline.write.roles import roles


def load_views(outcome: Outcome) -> tuple[LoadView, ...]:
    """Return the roles with their work, the one with most minutes first, as the workbook counts them."""
    found = roles(outcome)
    greatest = max((each.minutes for each in found), default=0.0)
    return tuple(
        LoadView(
            name=each.name,
            burden=f"terberat ({', '.join(each.burden)})" if each.burden else "",
            sops=len(each.sops),
            steps=each.steps,
            minutes=thousands(round(each.minutes)),
            unmeasured=each.unmeasured,
            bar=bar_length(round(each.minutes), round(greatest)),
        )
        for each in found
    )

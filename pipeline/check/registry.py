"""The rules, found by looking in the folder; codes that were given up are never used again."""

import importlib
import pkgutil
from functools import cache

from pipeline.check import rules as folder
from pipeline.check.rule import Rule

# Code -> the version that dropped it and why.
RETIRED: dict[str, str] = {}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    modules = (
        importlib.import_module(f"{folder.__name__}.{each.name}") for each in pkgutil.iter_modules(folder.__path__)
    )
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))

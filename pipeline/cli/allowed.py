"""The option that lets an office's own rules run: they are code, so that a person has to say yes each time."""

from pathlib import Path

import click

from pipeline.check.apply import require_known_codes
from pipeline.check.local_rules import FLAG, office_rules
from pipeline.check.rule import Rule
from pipeline.settings import Settings, read_settings

allow_local_rules = click.option(
    FLAG, "allowed", is_flag=True, help="Izinkan aturan kantor (berkas Python di pleno.toml) dijalankan."
)


def read_rules(workspace: Path, *, allowed: bool) -> tuple[Settings, tuple[Rule, ...]]:
    """Return a workspace's settings and all rules that hold in it; raises SettingsWrong."""
    settings = read_settings(workspace)
    rules = office_rules(workspace, settings, allowed=allowed)
    require_known_codes(settings, rules)
    return settings, rules

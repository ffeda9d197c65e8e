"""`pleno extract`: what the program reads in a draft."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.check.apply import check_each
from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.cli.files import named
from pipeline.intake import converted, read_sops
from pipeline.model.sop import DATES, LISTS, Sop, Unreadable
from pipeline.wording import FIELD_WORDS
from pipeline.write.records import line, sop_record, unreadable_record


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON per SOP, satu per baris (sop-draft/1).")
@allow_local_rules
def command(files: Sequence[str], as_json: bool, allowed: bool) -> int:
    """Tampilkan identitas, pelaksana, langkah, dan diagram alir tiap SOP di dalam FILE."""
    settings, rules = read_rules(Path(), allowed=allowed)
    failed = False
    submissions = named(files)
    conversions = converted(submissions)
    for submission in submissions:
        for found in read_sops(submission, conversions):
            if isinstance(found, Unreadable):
                failed = True
                click.echo(f"{found.file}: {found.message} [{found.code}]", err=True)
                if as_json:
                    click.echo(line(unreadable_record(found)))
            elif as_json:
                click.echo(line(sop_record(found, check_each((found,), settings, rules))))
            else:
                _show(found)
    return 3 if failed else 0


def _show(sop: Sop) -> None:
    identity = sop.identity
    click.echo(f"{sop.file}, SOP {sop.part}: {sop.title}")
    fields = [
        ("unit", identity.unit.text if identity.unit else ""),
        ("number", identity.number.text if identity.number else ""),
    ]
    fields += [(name.value, found.text) for name in DATES if (found := identity.date(name))]
    fields += [(name.value, "; ".join(each.text for each in identity.values(name))) for name in LISTS]
    fields.append(("actors", ", ".join(actor.name for actor in sop.actors)))
    for name, text in fields:
        click.echo(f"  {FIELD_WORDS[name]}: {text or '(kosong)'}")
    for step in sop.steps:
        time = step.duration.text if step.duration else ""
        click.echo(f"  {step.number}. {step.activity} [{', '.join(step.actors)}] {time} -> {step.output}")
    words = {"drawing": "gambar Word", "marks": "tanda ketik", "picture": "gambar (tidak terbaca)", "none": "tidak ada"}
    click.echo(f"  diagram alir: {words[sop.flow.source]}, {len(sop.flow.nodes)} simbol, {len(sop.flow.edges)} panah")
    for each in sop.unread:
        click.echo(f"  tidak dikenali: {each.what} ({each.place})")

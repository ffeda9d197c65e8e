"""`pleno inventory`: how the master inventory was understood, for people and for other programs."""

import json
from pathlib import Path

import click

from pipeline.extract.inventory.understand import understand_inventory
from pipeline.read.workbook import read_workbook_file
from pipeline.run import inventory_of
from pipeline.settings import read_settings
from pipeline.write.inventory_text import inventory_record, inventory_text


@click.command("inventory")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Keluarkan sebagai JSON, untuk program lain.")
def command(file: Path | None, as_json: bool) -> int:
    """Tampilkan panduan induk sebagaimana terbaca: kolom, jumlah SOP, dan baris yang dilewati beserta alasannya.

    Tanpa FILE, yang dibaca ialah panduan induk di folder input/. Bila kolomnya keliru, sebutkan yang benar di
    pleno.toml, bagian [inventory].
    """
    settings = read_settings(Path())
    inventory = understand_inventory(read_workbook_file(file or inventory_of(Path(), settings)), settings)
    if as_json:
        click.echo(json.dumps(inventory_record(inventory), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(inventory_text(inventory)))
    return 0

"""`pleno init`: lay out a workspace."""

from pathlib import Path

import click

from pipeline.write.workspace import lay_out


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--contoh", is_flag=True, help="Isi dengan kantor contoh (rekaan) untuk dicoba.")
def command(folder: Path, contoh: bool) -> None:
    """Buat ruang kerja baru di FOLDER (baku: folder ini). Berkas yang sudah ada tidak ditimpa."""
    written = lay_out(folder, sample=contoh)
    click.echo(f"Ruang kerja siap di {folder.resolve()} ({len(written)} berkas baru).")
    if contoh:
        click.echo("Berikutnya: jalankan “pleno run” di folder itu.")
    else:
        click.echo("Berikutnya: isi pleno.toml, buat folder input/drafts/KUA Kecamatan <nama> untuk tiap KUA,")
        click.echo("taruh naskah tiap unit di input/drafts/<unit>/,")
        click.echo("simpan panduan induk sebagai input/inventory.xlsx, lalu klik dua kali “Jalankan pleno.bat”.")

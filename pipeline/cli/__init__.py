"""The command `pleno`: one file a command; the only place that prints, exits or asks the clock."""

import gettext
import importlib
import os
import sys
import traceback
from pathlib import Path

import click

from pipeline import __version__
from pipeline.errors import PlenoError

# Command -> its one-line help; the command itself is imported only when it is called, or `--help` takes a second.
COMMANDS = {
    "init": "Buat ruang kerja baru di sebuah folder.",
    "run": "Periksa naskah dan cocokkan dengan panduan induk.",
    "decide": "Baca keputusan rapat dari buku kerja.",
    "agenda": "Siapkan naskah dinas rapat pleno, sebelum dan sesudah rapat.",
    "register": "Tulis catatan semua putaran dan keputusan sebagai buku kerja atau JSON.",
    "status": "Tampilkan keadaan tiap unit: diserahkan, terlambat, terbuka, diperbaiki.",
    "check": "Periksa satu naskah atau beberapa sebelum diserahkan.",
    "extract": "Tampilkan isi naskah sebagaimana terbaca.",
    "flow": "Tampilkan diagram alir sebuah SOP, juga sebagai SVG, Mermaid, BPMN, atau Word.",
    "inventory": "Tampilkan panduan induk sebagaimana terbaca.",
    "templates": "Periksa templat naskah dinas yang disunting kantor di Word.",
    "rules": "Tampilkan daftar aturan pemeriksaan.",
    "explain": "Jelaskan sebuah aturan beserta contohnya.",
}


class _Lazy(click.Group):
    """A group whose commands stand in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"pipeline.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands without importing any."""
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EPILOG = (
    "Kode keluar: 0 selesai; 1 selesai dan naskah yang diperiksa masih salah (hanya check); 2 perintah keliru; "
    "3 selesai, tetapi ada berkas yang tidak terbaca; 4 tidak ada yang dapat dikerjakan."
)


_VERSION = "%(prog)s, versi %(version)s"


@click.group(cls=_Lazy, context_settings=_SETTINGS, epilog=_EPILOG)
@click.version_option(__version__, "--version", prog_name="pleno", message=_VERSION, help="Tampilkan versi.")
def pleno() -> None:
    """Menyiapkan rapat pleno SOP: naskah Word dibaca, dicocokkan dengan panduan induk, dan selisihnya dilaporkan."""


def main() -> None:
    """Run the command line and exit with the status of the contract."""
    _speak_indonesian()
    try:
        sys.exit(pleno(standalone_mode=False, prog_name="pleno") or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except PlenoError as error:
        click.echo(f"Galat: {error}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan; hasil terdahulu tidak berubah.", err=True)
        sys.exit(130)
    except Exception:  # noqa: BLE001 - a fault of ours: exit 1 would say that a draft is wrong
        traceback.print_exc()
        click.echo(
            "Galat dalam program; hasil terdahulu tidak berubah. Kirimkan pesan di atas kepada pengelola.", err=True
        )
        sys.exit(PlenoError.exit_code)


def _speak_indonesian() -> None:
    # click translates its own sentences by gettext's default domain; a Windows console is not UTF-8 by itself.
    gettext.bindtextdomain("messages", str(Path(__file__).parent.parent / "locale"))
    os.environ["LANGUAGE"] = "id"
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

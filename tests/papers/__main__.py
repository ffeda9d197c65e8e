"""`python -m tests.papers` writes the templates of papers into templates/."""

from pathlib import Path

from tests.papers.attendance import attendance
from tests.papers.correction_sheet import correction_sheet
from tests.papers.discussion import discussion
from tests.papers.final_invitation import final_invitation
from tests.papers.invitation import invitation
from tests.papers.minutes import minutes
from tests.papers.official_record import official_record
from tests.papers.programme import programme
from tests.papers.reminder import reminder
from tests.papers.report import report
from tests.papers.sop_form import sop_form

TEMPLATES = Path(__file__).parents[2] / "templates"
BUILDERS = {
    "format-sop.docx": sop_form,
    "laporan-selisih.docx": report,
    "lembar-koreksi.docx": correction_sheet,
    "undangan.docx": invitation,
    "susunan-acara.docx": programme,
    "daftar-hadir.docx": attendance,
    "undangan-penyusunan-final.docx": final_invitation,
    "pengingat.docx": reminder,
    "bahan-pembahasan.docx": discussion,
    "notula.docx": minutes,
    "berita-acara.docx": official_record,
}


def main() -> None:
    """Write each template; the same bytes each time."""
    for name, build in BUILDERS.items():
        (TEMPLATES / name).write_bytes(build())


if __name__ == "__main__":
    main()

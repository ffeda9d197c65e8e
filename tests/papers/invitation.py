"""The template of `undangan.docx`, the letter that invites to the pleno."""

from docx.shared import Mm, Pt

from tests.papers.form import CAPTION, Form
from tests.papers.letter import MARGINS, farewell, foot, head, invitees, labelled


def invitation() -> bytes:
    """Return the template."""
    form = Form("Undangan Rapat Pleno SOP")
    form.page(landscape=False, margins=MARGINS)
    foot(form, "Undangan Rapat Pleno SOP")
    form.letterhead()
    head(form, "Undangan Rapat Pleno SOP")
    form.text(
        "Dalam rangka pembahasan dan penyempurnaan naskah standar operasional prosedur (SOP) di lingkungan "
        "{{ kop.kantor }}, dengan hormat kami mengundang Saudara untuk menghadiri rapat yang akan diselenggarakan pada:"
    )
    labelled(
        form,
        (
            ("hari/tanggal", "{{ rapat.hari_tanggal }}"), ("waktu", "{{ rapat.waktu }}"),
            ("tempat", "{{ rapat.tempat }}"), ("acara", "{{ rapat.acara }}"),
        ),
        label=26,
        indent=10,
    )  # fmt: skip
    form.text(
        "Setiap unit kerja memaparkan SOP yang telah diserahkan sesuai dengan susunan acara terlampir dan membawa "
        "naskah SOP beserta lembar koreksinya. Untuk kelancaran rapat, kami mohon Saudara hadir tepat waktu."
    )
    farewell(
        form,
        "Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Saudara, kami mengucapkan terima kasih.",
    )
    _copies(form)
    invitees(form)
    return form.data()


def _copies(form: Form) -> None:
    form.command("if tembusan")
    form.text("Tembusan:", CAPTION, keep=True).paragraph_format.space_before = Pt(18)
    form.command("for nama in tembusan")
    form.text("{{ nama }}", CAPTION).paragraph_format.left_indent = Mm(4)
    form.command("endfor")
    form.command("endif")

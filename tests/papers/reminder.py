"""The template of `pengingat.docx`, the letter to a unit that has SOPs to hand in."""

from docx.shared import Pt

from tests.papers.final_invitation import again, missing
from tests.papers.form import Form
from tests.papers.letter import MARGINS, farewell, foot, head


def reminder() -> bytes:
    """Return the template."""
    form = Form("Pengingat Penyerahan Naskah SOP")
    form.page(landscape=False, margins=MARGINS)
    foot(form, "Pengingat Penyerahan Naskah SOP")
    form.letterhead()
    head(form, "Pengingat Penyerahan Naskah SOP", attached="–")
    form.text(
        "Dengan hormat kami sampaikan bahwa sampai dengan tanggal {{ tanggal }}, {{ keadaan }} {{ tunggakan }}"
        "{% if lewat %} {{ lewat }}{% endif %}"
    )
    for listed, heading, table in (
        ("belum", "SOP yang belum diserahkan", missing), ("ulang", "Berkas yang harus diserahkan ulang", again),
    ):  # fmt: skip
        form.command(f"if {listed}")
        form.text(heading, "Heading 2")
        table(form, listed)
        form.command("endif")
    asked = form.text(
        "Sehubungan dengan hal tersebut, kami mohon Saudara menyerahkan naskah dimaksud dalam bentuk berkas Word "
        "(.docx) paling lambat {{ batas }}.",
        keep=True,
    )
    asked.paragraph_format.space_before = Pt(10)
    farewell(form, "Demikian kami sampaikan. Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.")
    return form.data()

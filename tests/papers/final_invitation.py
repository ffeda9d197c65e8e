"""The template of `undangan-penyusunan-final.docx`, the letter after the meeting, with what each unit owes."""

from tests.papers.form import BODY, FIGURE, Column, Form, each_of
from tests.papers.letter import MARGINS, annex_head, farewell, foot, head, invitees, labelled


def final_invitation() -> bytes:
    """Return the template."""
    form = Form("Undangan Penyusunan SOP Final")
    form.page(landscape=False, margins=MARGINS)
    foot(form, "Undangan Penyusunan SOP Final")
    form.letterhead()
    head(form, "Undangan Penyusunan SOP Final")
    form.text(
        "Menindaklanjuti rapat pleno standar operasional prosedur (SOP) {{ kop.kantor }} pada {{ rapat }}, dengan "
        "hormat kami mengundang Saudara untuk mengikuti penyusunan SOP final yang akan diselenggarakan pada:"
    )
    labelled(
        form,
        (
            ("hari/tanggal", "{{ isian }}"), ("waktu", "{{ isian }}"), ("tempat", "{{ isian }}"),
            ("acara", "Penyusunan SOP Final"),
        ),
        label=26,
        indent=10,
    )  # fmt: skip
    form.text("{{ tunggakan }}")
    farewell(
        form,
        "Demikian undangan ini kami sampaikan. Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.",
    )
    invitees(form)
    form.command("for kewajiban in unit")
    annex_head(form, "Hal yang Harus Dilengkapi", "{{ kewajiban.unit }}")
    form.text("{{ kewajiban.ringkasan }}", BODY)
    _missing(form)
    _again(form)
    _fixes(form)
    form.command("endfor")
    return form.data()


def _missing(form: Form) -> None:
    form.command("if kewajiban.belum")
    form.text("SOP yang belum diserahkan", "Heading 2")
    missing(form, "kewajiban.belum")
    form.command("endif")


def missing(form: Form, listed: str) -> None:
    """Write the table of SOPs that were not handed in."""
    form.table(
        (
            Column("No.", 11, "{{ baris.nomor }}", FIGURE),
            Column("Nama SOP", 70, "{{ baris.nama }}"),
            Column("Nomor SOP", 40, "{{ baris.nomor_sop }}"),
            Column("Keterangan", 49, "{{ baris.catatan }}"),
        ),
        f"baris in {listed}",
    )


def again(form: Form, listed: str) -> None:
    """Write the table of files to hand in again."""
    form.table(
        (
            Column("No.", 11, "{{ baris.nomor }}", FIGURE),
            Column("Berkas", 70, "{{ baris.berkas }}"),
            Column("Sebab dan saran", 89, "{{ baris.sebab }}"),
        ),
        f"baris in {listed}",
    )


def _again(form: Form) -> None:
    form.command("if kewajiban.ulang")
    form.text("Berkas yang harus diserahkan ulang", "Heading 2")
    again(form, "kewajiban.ulang")
    form.command("endif")


def _fixes(form: Form) -> None:
    form.command("if kewajiban.perbaikan")
    form.text("Keputusan rapat yang belum ditindaklanjuti", "Heading 2")
    form.table(
        (
            Column("No.", 11, "{{ baris.nomor }}", FIGURE),
            Column("Nama SOP", 38, "{{ baris.sop }}"),
            Column("Bagian", 24, "{{ baris.bagian }}"),
            Column("Yang diperbaiki", 47, each_of("baris.perbaikan", "kalimat")),
            Column("Keputusan", 28, "{{ baris.keputusan }}"),
            Column("Keadaan", 22, "{{ baris.keadaan }}"),
        ),
        "baris in kewajiban.perbaikan",
    )
    form.command("endif")

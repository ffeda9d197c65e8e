"""The template of `bahan-pembahasan.docx`: an overview, then a SOP a page, then what only has to be corrected."""

from docx.shared import Mm, Pt

from tests.papers.form import BODY, CAPTION, FIGURE, NUMBER, Column, Form, optional

_CHOICES = (
    "{%p for pilihan in tanya.pilihan %}", "{% if loop.length > 1 %}{{ loop.index }}. {% endif %}{{ pilihan }}",
    "{%p endfor %}",
)  # fmt: skip


def discussion() -> bytes:
    """Return the template."""
    form = Form("Bahan Pembahasan Rapat Pleno SOP")
    form.page(landscape=True, margins=(15, 15, 15, 15))
    form.footer("Bahan Pembahasan Rapat Pleno SOP {{ kop.kantor }}")
    _styles(form)
    form.letterhead()
    form.text("Bahan Pembahasan", "Title")
    form.text("{{ rapat.acara }}", "Title")
    form.text("", NUMBER).paragraph_format.space_after = Pt(0)
    for label, value in (("Hari/tanggal", "hari_tanggal"), ("Waktu", "waktu"), ("Tempat", "tempat")):
        line = form.text(f"{label}\t: {{{{ rapat.{value} }}}}", CAPTION)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(28))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(30), Mm(-30)
    form.text(
        "{{ ringkasan }} Bahan ini disusun dari naskah yang diperiksa pada hari {{ saat }}. SOP yang memerlukan "
        "keputusan disajikan lebih dahulu menurut urutan pemaparan unit kerja, masing-masing dengan diagram alir "
        "sebagaimana dipahami dari naskahnya."
    )
    _agenda(form)
    _sops(form)
    _flawed(form)
    return form.data()


def _styles(form: Form) -> None:
    """The titles of SOPs stand over a chart whose height is reckoned: their sizes are those of the program."""
    unit, title = form.document.styles["Heading 1"], form.document.styles["Heading 2"]
    unit.font.size, unit.font.bold = Pt(9), False
    title.font.size = Pt(13)
    for each in (unit, title):
        each.paragraph_format.space_before, each.paragraph_format.space_after = Pt(0), Pt(2)
    form.document.styles[BODY].paragraph_format.space_before = Pt(6)


def _agenda(form: Form) -> None:
    names = ("diserahkan", "dibahas", "pertanyaan", "diperbaiki")
    headings = ("SOP diserahkan", "SOP yang harus diputuskan", "Hal yang harus diputuskan", "SOP yang hanya diperbaiki")
    form.table(
        (
            Column("No.", 12, "{{ baris.nomor }}", FIGURE),
            Column("Unit kerja menurut urutan pemaparan", 160, "{{ baris.unit }}"),
            *(
                Column(heading, 32, f"{{{{ baris.{name} }}}}", FIGURE)
                for heading, name in zip(headings, names, strict=True)
            ),
        ),
        "baris in unit",
        total=("", "{{ jumlah.unit }}", *(f"{{{{ jumlah.{name} }}}}" for name in names)),
    )


def _sops(form: Form) -> None:
    form.command("for lembar in sop")
    unit = form.text("{{ lembar.unit }} · SOP {{ lembar.nomor }} dari {{ lembar.dari }}", "Heading 1")
    unit.paragraph_format.page_break_before = True
    form.text("{{ lembar.nama }}", "Heading 2")
    form.text("{{ lembar.keterangan }}", CAPTION, only_if="lembar.keterangan", keep=True)
    form.text("{{ lembar.tanpa_diagram }}", CAPTION, only_if="lembar.tanpa_diagram")
    form.command("if lembar.diagram")
    form.text("{{ lembar.diagram }}")
    form.command("endif")
    asked = form.text("Hal yang harus diputuskan", CAPTION, keep=True)
    asked.runs[0].bold = True
    asked.paragraph_format.space_before = Pt(10)
    form.table(
        (
            Column("No.", 10, "{{ tanya.nomor }}", FIGURE),
            Column("Jenis dan letak", 42, ("{{ tanya.jenis }}", *optional("tanya.letak", "{{ tanya.letak }}"))),
            Column(
                "Yang ditanyakan", 98,
                (
                    "{{ tanya.pertanyaan }}",
                    *optional("tanya.latar", "{{ tanya.latar }}"),
                    *optional("tanya.tertulis", "Tertulis: {{ tanya.tertulis }}."),
                    *optional("tanya.catatan", "Catatan: {{ tanya.catatan }}"),
                ),
            ),
            Column("Pilihan", 82, _CHOICES),
            Column("Keputusan", 68, ("Keputusan: ……………………………………", "……………………………………………………")),
        ),
        "tanya in lembar.pertanyaan",
    )  # fmt: skip
    form.command("if lembar.perbaikan")
    wrong = form.text("Harus diperbaiki, apa pun keputusannya", CAPTION, keep=True)
    wrong.runs[0].bold = True
    wrong.paragraph_format.space_before = Pt(8)
    form.table(_fix_columns("baris"), "baris in lembar.perbaikan")
    form.command("endif")
    form.command("endfor")


def _fix_columns(name: str) -> tuple[Column, ...]:
    return (
        Column("Letak", 52, f"{{{{ {name}.letak }}}}"),
        Column(
            "Temuan", 134,
            (f"{{{{ {name}.temuan }}}}", *optional(f"{name}.tertulis", f"Tertulis: {{{{ {name}.tertulis }}}}.")),
        ),
        Column("Yang harus dilakukan", 114, f"{{{{ {name}.perbaikan }}}}"),
    )  # fmt: skip


def _flawed(form: Form) -> None:
    form.command("if perbaikan")
    heading = form.text("SOP yang hanya perlu diperbaiki", "Heading 2")
    heading.paragraph_format.page_break_before = True
    form.text("{{ tentang_perbaikan }}", CAPTION, keep=True)
    form.grouped(
        _fix_columns("baris"), ("naskah in perbaikan", "baris in naskah.perbaikan"),
        "{{ naskah.unit }}: {{ naskah.nama }}{% if naskah.naskah %} ({{ naskah.naskah }}){% endif %}",
    )  # fmt: skip
    form.command("endif")

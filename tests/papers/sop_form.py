"""The form `format-sop.docx` that units fill in: identity block and steps of PermenPANRB 35/2012, on F4 landscape."""

from docx.oxml import parse_xml

from tests.papers.controls import NAMES, Controls, paragraph, words
from tests.papers.form import LONG, SHORT, Form
from tests.papers.sop_guide import GUIDE_LISTS, SYMBOL, guide
from tests.papers.sop_styles import add_help, add_numbering, add_styles, be_modern
from tests.papers.sop_tables import cell, mm, row, styled, table

MARGINS = (12, 15, 12, 15)
STEPS = 10
# Widths and heights, in millimetres.
_KOP, _LABEL, _VALUE = 150.0, 42.0, 108.0
_FIELD_ROW, _APPROVAL_ROW, _TITLE_ROW, _LIST_ROW = 7.5, 38.0, 14.0, 35.5
_LOGO = 26.0
_COLUMNS = (10.0, 62.0, 24.0, 24.0, 24.0, 24.0, 40.0, 22.0, 40.0, 30.0)
_ACTORS = 4
_HEAD_ROW, _ACTOR_ROW, _STEP_ROW = 6.5, 11.0, 16.6
_DATES = (
    ("Tanggal Pembuatan", "tanggal-pembuatan", "Pilih tanggal SOP selesai disusun"),
    ("Tanggal Revisi", "tanggal-revisi", "Pilih tanggal; tulis - bila belum direvisi"),
    ("Tanggal Efektif", "tanggal-efektif", "Pilih tanggal SOP mulai berlaku"),
)
_LISTS = (
    ("Dasar Hukum", "dasar-hukum", "Satu peraturan tiap nomor: jenis, nomor, tahun, dan tentang apa"),
    ("Kualifikasi Pelaksana", "kualifikasi-pelaksana", "Pendidikan atau keterampilan yang harus dimiliki pelaksana"),
    ("Keterkaitan", "keterkaitan", "Nama SOP lain yang berkaitan; tulis - bila tidak ada"),
    ("Peralatan/Perlengkapan", "peralatan", "Alat dan bahan utama yang dipakai"),
    ("Peringatan", "peringatan", "Apabila SOP ini tidak dilaksanakan, maka …"),
    ("Pencatatan dan Pendataan", "pencatatan", "Buku, formulir, atau aplikasi tempat hasil dicatat"),
)
_FIRST_LIST = 901
_STEP_LIST = _FIRST_LIST + len(_LISTS)


def sop_form() -> bytes:
    """Return the form; the same bytes each time."""
    form = Form("Format SOP Administrasi Pemerintahan")
    be_modern(form)
    add_styles(form)
    add_numbering(form, _FIRST_LIST, lists=len(_LISTS), counters=1, more=GUIDE_LISTS)
    make = Controls()
    _put(
        form,
        _identity(make)
        + paragraph("", '<w:pStyle w:val="JedaFormulir"/><w:pageBreakBefore/>')
        + _step_table(make)
        + paragraph("", f'<w:pStyle w:val="JedaFormulir"/>{_section(columns=1)}')
        + guide(_STEP_LIST + 1)
        + _section(columns=2),
    )
    add_help(form, make.kept_help)
    return form.data()


# The identity block


def _identity(make: Controls) -> str:
    number = make.text("Nomor SOP", "nomor-sop", "Nomor menurut tata naskah dinas")
    dates = ((label, _FIELD_ROW, _filled(make.date(label, tag, advice))) for label, tag, advice in _DATES)
    advice = "SOP dan kata benda pe-…-an, misalnya SOP Pelayanan Legalisasi Ijazah"
    fields = (
        ("Nomor SOP", _FIELD_ROW, _filled(number)),
        *dates,
        ("Disahkan oleh", _APPROVAL_ROW, _approval(make)),
        ("Nama SOP", _TITLE_ROW, _filled(make.text("Nama SOP", "nama-sop", advice))),
    )
    rows = []
    for at, (label, height, content) in enumerate(fields):
        kop = (
            cell(_KOP, styled("", "JedaFormulir"), merge="continue")
            if at
            else cell(_KOP, _kop(make), merge="restart", middle=True)
        )
        label_cell = cell(_LABEL, styled(label, "LabelFormulir"), middle=True)
        rows.append(row(height, kop + label_cell + cell(_VALUE, content, middle=True)))
    for at in range(0, len(_LISTS), 2):
        cells = "".join(cell(_KOP, _list(make, at + beside), span=1 + beside) for beside in range(2))
        rows.append(row(_LIST_ROW, cells))
    return table((_KOP, _LABEL, _VALUE), rows)


def _filled(control: str, style: str = "IsiFormulir") -> str:
    return paragraph(control, f'<w:pStyle w:val="{style}"/>')


def _approval(make: Controls) -> str:
    """Position, room to sign, name and NIP."""
    position = make.text("Jabatan yang mengesahkan", "pengesah-jabatan", "Jabatan yang mengesahkan")
    name = make.text("Nama yang mengesahkan", "pengesah-nama", "Nama lengkap dengan gelar")
    nip = make.text("NIP yang mengesahkan", "pengesah-nip", "18 angka")
    room = styled("", "IsiFormulir") * 3
    return (
        _filled(position, "PengesahFormulir")
        + room
        + _filled(name, "NamaFormulir")
        + _filled(words("NIP. ") + nip, "PengesahFormulir")
    )


def _kop(make: Controls) -> str:
    """A frame for the logo, and below it the ministry, the office and the unit."""
    logo = _filled(make.text("Lambang", "lambang", "Lambang"), "KopFormulir")
    frame = table((_LOGO,), [row(_LOGO, cell(_LOGO, logo, middle=True))], colour="A6A6A6")
    lines = (
        ("Kementerian atau lembaga", "kop-kementerian", "NAMA KEMENTERIAN/LEMBAGA", "KopBesarFormulir"),
        ("Kantor", "kop-kantor", "NAMA KANTOR", "KopBesarFormulir"),
        ("Unit kerja", "kop-unit", "NAMA UNIT KERJA", "KopFormulir"),
    )
    named = "".join(_filled(make.text(alias, tag, advice), style) for alias, tag, advice, style in lines)
    return frame + styled("", "KopFormulir") + named


def _list(make: Controls, at: int) -> str:
    label, tag, advice = _LISTS[at]
    look = f'<w:pStyle w:val="DaftarFormulir"/>{_numbered(_FIRST_LIST + at)}'
    return styled(f"{label}:", "LabelFormulir") + make.paragraphs(label, tag, advice, look)


def _numbered(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


# The step table


def _step_table(make: Controls) -> str:
    steps = make.repeated(
        "Langkah (klik + di ujung kanan untuk menambah)", "langkah", [_step(make) for _ in range(STEPS)]
    )
    return table(_COLUMNS, [*_header(make), steps], margin=0)


def _header(make: Controls) -> tuple[str, str]:
    number, activity, *_ = _COLUMNS
    actors, standards, note = _COLUMNS[2 : 2 + _ACTORS], _COLUMNS[-4:-1], _COLUMNS[-1]
    outer = (("No", number), ("Kegiatan", activity), ("Keterangan", note))
    first, second, last = (_head(styled(text, "KepalaFormulir"), width, merge="restart") for text, width in outer)
    groups = _head(styled("Pelaksana", "KepalaFormulir"), sum(actors), span=_ACTORS) + _head(
        styled("Mutu Baku", "KepalaFormulir"), sum(standards), span=len(standards)
    )
    named = "".join(
        _head(
            _filled(make.text(f"Pelaksana {at}", f"pelaksana-{at}", f"Jabatan {at}", kept=False), "KepalaFormulir"),
            width,
        )
        for at, width in enumerate(actors, start=1)
    )
    told = "".join(
        _head(styled(text, "KepalaFormulir"), width)
        for text, width in zip(("Kelengkapan", "Waktu", "Output"), standards, strict=True)
    )
    below = [_head(styled("", "KepalaFormulir"), width, merge="continue") for _, width in outer]
    upper = first + second + groups + last
    return row(_HEAD_ROW, upper, header=True), row(
        _ACTOR_ROW, below[0] + below[1] + named + told + below[2], header=True
    )


def _head(content: str, width: float, *, span: int = 1, merge: str = "") -> str:
    return cell(width, content, span=span, merge=merge, middle=True, shade=True)


def _step(make: Controls) -> str:
    def told(width: float, name: str, advice: str, style: str = "SelFormulir") -> str:
        control = make.text(f"{name}, langkah", f"langkah-{name.lower()}", advice, kept=False)
        return cell(width, _filled(control, style), middle=True)

    counted = paragraph("", f'<w:pStyle w:val="SelTengah"/>{_numbered(_STEP_LIST)}')
    return row(
        _STEP_ROW,
        cell(_COLUMNS[0], counted, middle=True)
        + told(_COLUMNS[1], "Kegiatan", "Satu kegiatan, diawali kata kerja")
        # Symbols are drawn in these; no control stands in their way.
        + "".join(cell(width, paragraph("", SYMBOL)) for width in _COLUMNS[2 : 2 + _ACTORS])
        + told(_COLUMNS[-4], "Kelengkapan", "Yang diperlukan")
        + told(_COLUMNS[-3], "Waktu", "mis. 10 menit", "SelTengah")
        + told(_COLUMNS[-2], "Output", "Hasil kegiatan")
        + told(_COLUMNS[-1], "Keterangan", "Bila perlu"),
    )


# Pages


def _section(*, columns: int) -> str:
    """The page's set-up for what stands before it, in so many columns of text."""
    top, right, bottom, left = map(mm, MARGINS)
    apart = f' w:num="{columns}" w:space="{mm(10)}"' if columns > 1 else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{mm(LONG)}" w:h="{mm(SHORT)}" w:orient="landscape"/><w:pgMar w:top="{top}" '
        f'w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{mm(6)}" w:footer="{mm(6)}" w:gutter="0"/>'
        f"<w:cols{apart}/></w:sectPr>"
    )


def _put(form: Form, body: str) -> None:
    """Give the document this body, in a root that names all that is used and what older programs pass over."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    root = parse_xml(f'<w:document {names} mc:Ignorable="w15"><w:body>{body}</w:body></w:document>')
    form.document.part._element = root

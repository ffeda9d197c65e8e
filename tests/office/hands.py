"""How each hand lays a draft out: its words, its habits, its way to draw."""

from dataclasses import dataclass
from typing import Literal

ItemStyle = Literal["word", "typed", "dash", "break", "bare"]
ChartStyle = Literal["cells", "vml", "paragraph", "group", "marks", "picture"]
IdentityForm = Literal["columns", "one-cell", "above", "own-rows", "title-row", "logo-cell", "kua"]
Writing = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """One unit's habits when it types and draws a SOP."""

    identity: IdentityForm
    dates: str
    nip: str
    items: ItemStyle
    chart: ChartStyle
    heads: Writing
    labels: Writing = (
        "Nomor SOP",
        "Tanggal Pembuatan",
        "Tanggal Revisi",
        "Tanggal Efektif",
        "Disahkan oleh",
        "Nama SOP",
    )
    lists: Writing = (
        "Dasar Hukum :",
        "Kualifikasi Pelaksana :",
        "Keterkaitan :",
        "Peralatan/Perlengkapan :",
        "Peringatan :",
        "Pencatatan dan Pendataan :",
    )
    font: str = "Arial"
    size: int = 18
    no_date: str = "-"
    no_items: str = ""
    step_number: str = "{}"
    logo: bool = True
    flowchart_presets: bool = True
    split_runs: bool = False
    output_first: bool = False
    returns_from_target: bool = False


def _words(text: str) -> Writing:
    return tuple(text.split(" | "))


HANDS: dict[str, Hand] = {
    "baku": Hand(
        identity="columns",
        dates="{day} {month} {year}",
        nip="NIP. {plain}",
        items="word",
        chart="cells",
        heads=_words("No | Kegiatan | Pelaksana | Mutu Baku | Kelengkapan | Waktu | Output | Keterangan"),
        split_runs=True,
    ),
    "tgl": Hand(
        identity="columns",
        dates="{day:02}-{number:02}-{year}",
        nip="NIP {grouped}",
        items="typed",
        chart="cells",
        heads=_words("NO. | KEGIATAN | PELAKSANA | MUTU BAKU | KELENGKAPAN | WAKTU | OUTPUT | Ket."),
        labels=_words("NOMOR SOP | TGL. PEMBUATAN | TGL. REVISI | TGL. EFEKTIF | DISAHKAN OLEH | NAMA SOP"),
        lists=_words(
            "DASAR HUKUM | KUALIFIKASI PELAKSANA | KETERKAITAN | PERALATAN / PERLENGKAPAN"
            " | PERINGATAN | PENCATATAN DAN PENDATAAN"
        ),
        no_items="-",
        step_number="{}.",
        flowchart_presets=False,
        split_runs=True,
    ),
    "lama": Hand(
        identity="one-cell",
        dates="{day} {old_month} {year}",
        nip="NIP. {grouped}",
        items="dash",
        chart="vml",
        heads=_words(
            "No | Aktifitas | Pelaksana | Mutu Baku | Persyaratan/ Perlengkapan | Waktu | Output | Keterangan"
        ),
        lists=_words(
            "Dasar hukum : | Kualifikasi pelaksana : | Keterkaitan :"
            " | Peralatan/ perlengkapan : | Peringatan : | Pencatatan dan pendataan :"
        ),
        font="Bookman Old Style",
        no_date="",
        no_items="-",
        logo=False,
        split_runs=True,
    ),
    "atas": Hand(
        identity="above",
        dates="{day:02} {month} {year}",
        nip="NIP. {plain}",
        items="typed",
        chart="vml",
        heads=_words("No | Kegiatan | PELAKSANA | MUTU BAKU | Kelengkapan | Waktu | Output | Keterangan"),
        font="Times New Roman",
        size=20,
        logo=False,
        flowchart_presets=False,
    ),
    "paragraf": Hand(
        identity="own-rows",
        dates="{day} {capital_month} {year}",
        nip="Nip.{plain}",
        items="typed",
        chart="paragraph",
        heads=_words(
            "No | AKTIVITAS | Pelaksana | Mutu Baku | Persyaratan/ Perlengkapan | Waktu | Output | Keterangan"
        ),
        no_date="",
        flowchart_presets=False,
    ),
    "grup": Hand(
        identity="title-row",
        dates="{day} {short_month} {year}",
        nip="NIP. {grouped}",
        items="break",
        chart="group",
        heads=_words("No | Uraian Prosedur | Pelaksana | Mutu Baku | Kelengkapan | Waktu | Output | Keterangan"),
        labels=_words("Nomor SOP | Tanggal Pembuatan | Tanggal Revisi | Tanggal Efektif | Disahkan Oleh | Judul SOP :"),
        split_runs=True,
    ),
    "tanda": Hand(
        identity="columns",
        dates="{day}/{number}/{year}",
        nip="NIP. {plain}",
        items="bare",
        chart="marks",
        heads=_words("No. | Kegiatan | Pelaksana | Mutu Baku | Kelengkapan | Waktu | Output | Ket"),
        no_date="",
        step_number="{}.",
    ),
    "gambar": Hand(
        identity="logo-cell",
        dates="{day} {month} {year}",
        nip="NIP: {plain}",
        items="bare",
        chart="picture",
        heads=_words("No | Uraian Kegiatan | Pelaksana | Mutu Baku | Kelengkapan | Waktu | Output | Keterangan"),
        no_items="-",
    ),
    "kua": Hand(
        identity="kua",
        dates="{day} {capital_month} {year}",
        nip="NIP. {grouped}",
        items="dash",
        chart="cells",
        heads=_words("No | Aktivitas | PELAKSANA | MUTU BAKU | Persyaratan | Waktu | Output | Keterangan"),
        labels=_words("Nomor SOP | Tanggal Pembuatan | Tanggal Revisi | Tanggal Efektif | Disahkan Oleh | "),
        no_items="-",
        output_first=True,
        returns_from_target=True,
    ),
}

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
OLD_MONTHS = {"Februari": "Pebruari", "November": "Nopember"}
SHORT_MONTHS = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "Mei",
    "Jun.",
    "Jul.",
    "Agust.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Des.",
)


def date_text(iso: str, hand: Hand) -> str:
    """Return an ISO date, whole or partial, as the hand writes it."""
    if not iso:
        return hand.no_date
    year, *rest = iso.split("-")
    if not rest:
        return year
    number = int(rest[0])
    month = MONTHS[number - 1]
    words = {
        "year": year,
        "number": number,
        "month": month,
        "old_month": OLD_MONTHS.get(month, month),
        "capital_month": month.upper(),
        "short_month": SHORT_MONTHS[number - 1],
    }
    if len(rest) == 1:
        return f"{words['capital_month' if 'capital' in hand.dates else 'month']} {year}"
    return hand.dates.format(day=int(rest[1]), **words)


def nip_text(nip: str, hand: Hand) -> str:
    """Return the line of the NIP as the hand writes it, "" when there is none."""
    if not nip:
        return ""
    grouped = f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}" if len(nip) == 18 else nip
    return hand.nip.format(plain=nip, grouped=grouped)

"""What the templates of papers can ask for.

The names of fields are what an office reads and writes in its templates, so they are Indonesian, and a name that is
given up breaks templates out there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The kop: lines that the office has not filled in are empty."""

    kementerian: str
    kantor: str
    alamat: str
    kontak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs; dots to write on where the name or the NIP is not known."""

    jabatan: str
    nama: str
    nip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the table of counts, or all units together; a count that the reconciliation does not have is a dash.

    `keadaan` is the verdict in words, `temuan` how many findings are open.
    """

    nomor: str
    unit: str
    induk: str
    diserahkan: str
    cocok: str
    belum: str
    di_luar: str
    ganda: str
    dialihkan: str
    siap: str
    perbaikan: str
    tidak_terbaca: str
    temuan: str
    keadaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentLine:
    """What a unit has to do so that its number of SOPs agrees, in one sentence, and both numbers afterwards."""

    nomor: str
    unit: str
    usulan: str
    induk: str
    naskah: str
    sesudahnya: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A line of the reconciliation; `penjelasan` are its sentences, one a paragraph."""

    nomor: str
    keadaan: str
    nama: str
    nomor_sop: str
    letak_induk: str
    naskah: str
    penjelasan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """One step towards equal numbers."""

    nomor: str
    usulan: str
    nama: str
    letak_induk: str
    naskah: str
    penjelasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding; `menjadi` is a certain correction or a question, `keputusan` what was decided, if anything."""

    kode: str
    bobot: str
    tempat: str
    temuan: str
    ditemukan: str
    usulan: str
    menjadi: str
    keputusan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SopFindings:
    """A SOP, or a file as a whole, with its findings."""

    nama: str
    naskah: str
    temuan: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableLine:
    """A file that could not be read, and why."""

    naskah: str
    sebab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The annex of one unit; `cocok` and `tanpa_temuan` tell what needs no line of its own, empty where nothing is."""

    nomor: str
    hitungan: UnitLine
    pencocokan: tuple[ItemLine, ...]
    cocok: str
    usulan: tuple[ProposalLine, ...]
    tidak_terbaca: tuple[UnreadableLine, ...]
    sop: tuple[SopFindings, ...]
    tanpa_temuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper:
    """The discrepancy report: `ringkasan` are the sentences of the verdict, one a paragraph."""

    kop: Letterhead
    tahun: str
    saat: str
    tanggal: str
    tempat_tanggal: str
    induk: str
    ringkasan: tuple[str, ...]
    unit: tuple[UnitLine, ...]
    jumlah: UnitLine
    harus_diperbaiki: str
    perlu_diperiksa: str
    catatan: str
    penyesuaian: tuple[AdjustmentLine, ...]
    tentang_penyesuaian: str
    penandatangan: Signer
    lampiran: tuple[Annex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """One thing to correct, of one SOP; `tindak_lanjut` is what the office decided about it, else empty to write on."""

    nomor: str
    sop: str
    bagian: str
    temuan: str
    usulan: tuple[str, ...]
    tindak_lanjut: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSheet:
    """The correction sheet of one unit; `keterangan` says what is listed, or that nothing has to be corrected."""

    kop: Letterhead
    unit: str
    saat: str
    tanggal: str
    tempat_tanggal: str
    keadaan: str
    keterangan: str
    koreksi: tuple[CorrectionLine, ...]

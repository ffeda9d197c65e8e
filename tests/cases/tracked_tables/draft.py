"""Whole tables under tracked changes: the old step table is struck out row by row, a new one is put in."""

from tests.builder import Block, DraftBuilder, Row, paragraph, row, table, tracked
from tests.cases.form import ACTORS, MARK, STEP_WIDTHS, identity

_HEAD = ("No", "Kegiatan", *ACTORS, "Kelengkapan", "Waktu", "Output", "Keterangan")
_OLD = ("1", "Mengirim berkas lewat pos", MARK, "", "", "Sampul surat", "7 hari", "Resi", "")
_NEW = (
    ("1", "Mengajukan permohonan secara daring", MARK, "", "", "Surat permohonan", "5 menit", "Berkas", ""),
    ("2", "Menandatangani surat rekomendasi", "", "", MARK, "Konsep surat", "1 hari kerja", "Surat", ""),
)


def draft() -> bytes:
    old = table(STEP_WIDTHS, *(_struck(each) for each in (_HEAD, _OLD)))
    new = table(STEP_WIDTHS, *(_put_in(each) for each in (_HEAD, *_NEW)))
    return DraftBuilder().raw(identity()).raw(Block(paragraph() + old + paragraph() + new)).build()


def _struck(texts: tuple[str, ...]) -> Row:
    return row(*(tracked(delete=each) for each in texts), deleted=True)


def _put_in(texts: tuple[str, ...]) -> Row:
    return row(*(tracked(insert=each) for each in texts), inserted=True)

"""A table of services, persyaratan, waktu and biaya: no SOP-AP; kind other, and every row is told."""

from tests.builder import DraftBuilder, row


def draft() -> bytes:
    return (
        DraftBuilder()
        .paragraph("STANDAR PELAYANAN SUBBAGIAN TATA USAHA")
        .table(
            (700, 4000, 5000, 2000, 2000, 3580),
            row("NO", "JENIS PELAYANAN", "PERSYARATAN", "WAKTU", "BIAYA", "KETERANGAN"),
            row("1", "2", "4", "5", "6", "7"),
            row("1", "Legalisasi ijazah", "Ijazah asli dan fotokopi", "15 Menit", "Rp. 0,-", "Setiap hari kerja"),
            row("2", "Surat masuk", "Surat dari instansi lain", "1 JAM", "Rp. 0,-", ""),
        )
        .build()
    )

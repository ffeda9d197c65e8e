"""LG105 - a citation is written out: kind, Nomor, Tahun, tentang."""

import re
from collections.abc import Iterator

from pipeline.check.citations import Citation, citations
from pipeline.check.laws import NAMES
from pipeline.check.repeals import repeals
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted, words

# Subjects of rules are long; a proposal that is cut cannot be copied.
_LONGEST = 300
# What stands behind number and year and is no subject.
_NO_SUBJECT = re.compile(r"[\d()]|\b(?:pasal|ayat|bab|jo|dan|serta|lampiran|tanggal)\b", re.IGNORECASE)


def not_written_out(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each citation that is complete but abbreviated or without subject, but for repealed rules.

    A rule that amends another is named for that one's sake and may be short.
    """
    repealed = repeals(settings.repealed).table
    for each in citations(sop):
        if each.law is None or each.amending or each.law in repealed or (each.standard and each.about):
            continue
        proposal = each.full
        if key(proposal) == key(each.found) and "…" not in proposal:
            continue
        what = "belum menyebut judulnya; lengkapi menjadi" if "…" in proposal else "sebaiknya ditulis"
        certain = each.written_out and "…" not in proposal and proposal != each.written and _subject_is_certain(each)
        yield Hit(
            message=f"{quoted(each.found)} {what} {quoted(proposal, _LONGEST)}.",
            where=f"legal_basis/{each.at}", place=each.value.place, found=each.found,
            correction=Replacement(
                before=each.written, after=proposal, why="Jenis, nomor, tahun, dan judul peraturan ditulis lengkap."
            ) if certain else None,
        )  # fmt: skip


def _subject_is_certain(citation: Citation) -> bool:
    """Whether the subject is the entry's own, or the table's beside nothing else in the entry that says otherwise."""
    known = NAMES.get(citation.law) if citation.law else None
    if citation.about:
        return True
    if known is None:
        return bool(citation.rest) and not _NO_SUBJECT.search(citation.rest)
    return not citation.rest or bool(set(words(citation.rest)) & set(words(known)))


RULE = Rule(
    code="LG105",
    title="Penulisan dasar hukum belum baku",
    why="Penulisan yang seragam membuat dasar hukum mudah dicari dan dibandingkan antara SOP.",
    source="UU 12/2011, Lampiran II: jenis, Nomor, Tahun, dan nama peraturan ditulis lengkap, diawali kata tentang.",
    fix="Tulis jenis peraturan tanpa singkatan, lalu Nomor, Tahun, dan tentang beserta judulnya.",
    question="Apa judul lengkap peraturan itu?",
    severity=Severity.NOTE,
    check=not_written_out,
    good=(
        Example(shows="ditulis lengkap", sops=(sop(),)),
        Example(
            shows="nama negara dan nomor bergaya kementerian",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Undang-Undang Republik Indonesia Nomor 41 Tahun 2004 tentang Wakaf"),
                            value("Keputusan Direktur Jenderal Nomor DJ.II/802 Tahun 2014 tentang Standar Pembinaan"),
                        )
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="singkatan, tanpa kata tentang",
            sops=(sop(identity=identity(legal_basis=(value("PP No. 42 Th. 2006 Wakaf"),))),),
            hits=(
                "“PP No. 42 Th. 2006 Wakaf” sebaiknya ditulis “Peraturan Pemerintah Nomor 42 Tahun 2006 tentang "
                "Pelaksanaan Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf”.",
            ),
            becomes=(
                "PP No. 42 Th. 2006 Wakaf -> Peraturan Pemerintah Nomor 42 Tahun 2006 tentang Pelaksanaan "
                "Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf",
            ),
        ),
        Example(
            shows="dua peraturan dalam satu butir",
            sops=(sop(identity=identity(legal_basis=(value("UU 20/2003 dan PP 57/2021"),))),),
            hits=(
                "“UU 20/2003” sebaiknya ditulis “Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan "
                "Nasional”.",
                "“PP 57/2021” sebaiknya ditulis “Peraturan Pemerintah Nomor 57 Tahun 2021 tentang Standar Nasional "
                "Pendidikan”.",
            ),
            becomes=(
                "UU 20/2003 -> Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan Nasional",
                "PP 57/2021 -> Peraturan Pemerintah Nomor 57 Tahun 2021 tentang Standar Nasional Pendidikan",
            ),
        ),
        Example(
            shows="dua nomor dari satu peraturan bersama",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value(
                                "Peraturan Bersama No. 9 Tahun 2006 dan No. 8 Tahun 2006 ttg Kerukunan Umat Beragama"
                            ),
                        )
                    )
                ),
            ),
            hits=(
                "“Peraturan Bersama No. 9 Tahun 2006 dan No. 8 Tahun 2006 ttg Kerukunan Umat Bera…” sebaiknya ditulis "
                "“Peraturan Bersama Nomor 9 Tahun 2006 dan Nomor 8 Tahun 2006 tentang Kerukunan Umat Beragama”.",
            ),
            becomes=(
                "Peraturan Bersama No. 9 Tahun 2006 dan No. 8 Tahun 2006 ttg Kerukunan Umat Beragama -> "
                "Peraturan Bersama Nomor 9 Tahun 2006 dan Nomor 8 Tahun 2006 tentang Kerukunan Umat Beragama",
            ),
        ),
        Example(
            shows="judul belum disebut",
            sops=(sop(identity=identity(legal_basis=(value("Keputusan Menteri Agama Nomor 5 Tahun 2022"),))),),
            hits=(
                "“Keputusan Menteri Agama Nomor 5 Tahun 2022” belum menyebut judulnya; lengkapi menjadi “Keputusan "
                "Menteri Agama Nomor 5 Tahun 2022 tentang …”.",
            ),
        ),
    ),
)

"""LG102 - the legal basis holds no rule that had been repealed when the SOP was made."""

from collections.abc import Iterator

from pipeline.check.repeals import ceased
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.law import RepealedLaw
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def repealed(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each rule that had ceased to hold by the SOP's own dates, with what took its place."""
    for each in ceased(sop, settings.repealed):
        if each.before:
            yield Hit(
                message=f"{each.law.short} tidak berlaku lagi sejak {each.since}; "
                f"gantikan dengan {each.successor}.",
                where=f"legal_basis/{each.citation.at}", place=each.citation.value.place, found=each.citation.found,
                correction=each.correction, question=each.question,
            )  # fmt: skip


_ZAKAT = value("Undang-Undang Nomor 38 Tahun 1999 tentang Pengelolaan Zakat")
_NEWER = "Peraturan Menteri Agama Nomor 99 Tahun 2024 tentang Madrasah"
RULE = Rule(
    code="LG102",
    title="Dasar hukum sudah dicabut",
    why="Prosedur yang bersandar pada peraturan yang telah dicabut tidak lagi mempunyai dasar.",
    source="UU 12/2011, Lampiran II: peraturan yang dicabut tidak berlaku sejak pencabutnya berlaku.",
    fix="Gantikan dengan peraturan penggantinya, lalu periksa apakah prosedurnya masih sesuai.",
    question="Peraturan manakah yang kini menjadi dasar prosedur ini?",
    severity=Severity.WARNING,
    check=repealed,
    good=(
        Example(shows="masih berlaku", sops=(sop(),)),
        Example(
            shows="berlaku ketika SOP dibuat",
            sops=(
                sop(
                    identity=identity(created=date("5 Mei 2010"), effective=date("1 Juni 2010"), legal_basis=(_ZAKAT,))
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="undang-undang lama",
            sops=(sop(identity=identity(legal_basis=(_ZAKAT,))),),
            hits=(
                "Undang-Undang Nomor 38 Tahun 1999 tidak berlaku lagi sejak 25 November 2011; gantikan dengan "
                "Undang-Undang Nomor 23 Tahun 2011 tentang Pengelolaan Zakat.",
            ),
            becomes=(
                "Undang-Undang Nomor 38 Tahun 1999 tentang Pengelolaan Zakat -> "
                "Undang-Undang Nomor 23 Tahun 2011 tentang Pengelolaan Zakat",
            ),
        ),
        Example(
            shows="pengganti yang juga telah diganti",
            sops=(sop(identity=identity(legal_basis=(value("PMA No. 19/2018 tentang Pencatatan Perkawinan"),))),),
            hits=(
                "Peraturan Menteri Agama Nomor 19 Tahun 2018 tidak berlaku lagi sejak 30 September 2019; gantikan "
                "dengan Peraturan Menteri Agama Nomor 30 Tahun 2024 tentang Pencatatan Pernikahan.",
            ),
            becomes=(
                "PMA No. 19/2018 tentang Pencatatan Perkawinan -> "
                "Peraturan Menteri Agama Nomor 30 Tahun 2024 tentang Pencatatan Pernikahan",
            ),
        ),
        Example(
            shows="nomor lama kementerian",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(value("Permenpan Nomor PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP"),)
                    )
                ),
            ),
            hits=(
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 21 Tahun 2008 tidak "
                "berlaku lagi sejak 2012; gantikan dengan Peraturan Menteri Pendayagunaan Aparatur Negara dan "
                "Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur "
                "Administrasi Pemerintahan.",
            ),
            becomes=(
                "Permenpan Nomor PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP -> "
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang "
                "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            ),
        ),
        Example(
            shows="peraturan kedua dalam satu butir",
            sops=(sop(identity=identity(legal_basis=(value("UU 20/2003 dan PP 19/2005"),))),),
            hits=(
                "Peraturan Pemerintah Nomor 19 Tahun 2005 tidak berlaku lagi sejak Maret 2021; gantikan dengan "
                "Peraturan Pemerintah Nomor 57 Tahun 2021 tentang Standar Nasional Pendidikan.",
            ),
            becomes=("PP 19/2005 -> Peraturan Pemerintah Nomor 57 Tahun 2021 tentang Standar Nasional Pendidikan",),
        ),
        Example(
            shows="perubahannya gugur bersamanya, dan penggantinya sudah tercantum",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("UU Nomor 8 Tahun 1974 sebagaimana diubah dengan UU Nomor 43 Tahun 1999"),
                            value("Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"),
                        )
                    )
                ),
            ),
            hits=(
                "Undang-Undang Nomor 8 Tahun 1974 tidak berlaku lagi sejak 15 Januari 2014; gantikan dengan "
                "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.",
            ),
        ),
        Example(
            shows="menurut daftar kantor",
            settings=Settings(repealed=(RepealedLaw(law="PMA 90/2013", repealed_by=_NEWER, since="2024-12-30"),)),
            sops=(sop(identity=identity(legal_basis=(value("PMA Nomor 90 Tahun 2013"),))),),
            hits=(
                "Peraturan Menteri Agama Nomor 90 Tahun 2013 tidak berlaku lagi sejak 30 Desember 2024; gantikan "
                "dengan Peraturan Menteri Agama Nomor 99 Tahun 2024 tentang Madrasah.",
            ),
            becomes=("PMA Nomor 90 Tahun 2013 -> Peraturan Menteri Agama Nomor 99 Tahun 2024 tentang Madrasah",),
        ),
    ),
)

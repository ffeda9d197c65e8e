"""LG102 - the legal basis holds no rule that had been repealed when the SOP was made."""

from collections.abc import Iterator

from pipeline.check.citations import ceased
from pipeline.check.laws import in_force
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop, value
from pipeline.dates import long_date
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def repealed(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each rule that had ceased to hold by the SOP's own dates, with what took its place."""
    for each, repeal, before in ceased(sop):
        if before and each.law:
            yield Hit(
                message=f"{each.law.short} tidak berlaku lagi sejak {long_date(repeal.since)}; "
                f"gantikan dengan {in_force(repeal.successor).name}.",
                where=f"legal_basis/{each.at}", place=each.value.place, found=each.value.text,
            )  # fmt: skip


_ZAKAT = value("Undang-Undang Nomor 38 Tahun 1999 tentang Pengelolaan Zakat")
RULE = Rule(
    code="LG102",
    title="Dasar hukum sudah dicabut",
    why="Prosedur yang bersandar pada peraturan yang telah dicabut tidak lagi mempunyai dasar.",
    source="UU 12/2011, Lampiran II: peraturan yang dicabut tidak berlaku sejak pencabutnya berlaku.",
    fix="Gantikan dengan peraturan penggantinya, lalu periksa apakah prosedurnya masih sesuai.",
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
        ),
        Example(
            shows="pengganti yang juga telah diganti",
            sops=(sop(identity=identity(legal_basis=(value("PMA No. 19/2018 tentang Pencatatan Perkawinan"),))),),
            hits=(
                "Peraturan Menteri Agama Nomor 19 Tahun 2018 tidak berlaku lagi sejak 30 September 2019; gantikan "
                "dengan Peraturan Menteri Agama Nomor 30 Tahun 2024 tentang Pencatatan Pernikahan.",
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
        ),
    ),
)

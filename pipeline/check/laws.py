"""Rules of law that no longer hold, by what took their place and since when; and the full names of common ones.

Only what the successor's own text repeals or plainly replaces stands here; what is amended still holds and does not. A
date without day or month means that the day is not vouched for: the rule then counts as repealed from its last day on.
"""

from typing import NamedTuple

UU = "Undang-Undang"
PP = "Peraturan Pemerintah"
PERPRES = "Peraturan Presiden"
PMA = "Peraturan Menteri Agama"
KMA = "Keputusan Menteri Agama"
PANRB = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
KEPPAN = "Keputusan Menteri Pendayagunaan Aparatur Negara"


class Law(NamedTuple):
    """A rule of law by kind, number and year, as an office cites it."""

    kind: str
    number: str
    year: int

    @property
    def short(self) -> str:
        """The citation without its subject: `Undang-Undang Nomor 1 Tahun 1974`."""
        return f"{self.kind} Nomor {self.number} Tahun {self.year}"


class Repeal(NamedTuple):
    """What took a rule's place, and since when: ISO 8601, shortened where the day is not vouched for."""

    successor: Law
    since: str


# fmt: off
NAMES: dict[Law, str] = {
    Law(UU, "1", 1974): "Perkawinan",
    Law(UU, "7", 1989): "Peradilan Agama",
    Law(UU, "20", 2003): "Sistem Pendidikan Nasional",
    Law(UU, "1", 2004): "Perbendaharaan Negara",
    Law(UU, "41", 2004): "Wakaf",
    Law(UU, "14", 2005): "Guru dan Dosen",
    Law(UU, "14", 2008): "Keterbukaan Informasi Publik",
    Law(UU, "25", 2009): "Pelayanan Publik",
    Law(UU, "43", 2009): "Kearsipan",
    Law(UU, "12", 2011): "Pembentukan Peraturan Perundang-undangan",
    Law(UU, "23", 2011): "Pengelolaan Zakat",
    Law(UU, "5", 2014): "Aparatur Sipil Negara",
    Law(UU, "23", 2014): "Pemerintahan Daerah",
    Law(UU, "30", 2014): "Administrasi Pemerintahan",
    Law(UU, "33", 2014): "Jaminan Produk Halal",
    Law(UU, "9", 2018): "Penerimaan Negara Bukan Pajak",
    Law(UU, "8", 2019): "Penyelenggaraan Ibadah Haji dan Umrah",
    Law(UU, "18", 2019): "Pesantren",
    Law(UU, "17", 2023): "Kesehatan",
    Law(UU, "20", 2023): "Aparatur Sipil Negara",
    Law(PP, "9", 1975): "Pelaksanaan Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan",
    Law(PP, "42", 2006): "Pelaksanaan Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf",
    Law(PP, "55", 2007): "Pendidikan Agama dan Pendidikan Keagamaan",
    Law(PP, "17", 2010): "Pengelolaan dan Penyelenggaraan Pendidikan",
    Law(PP, "53", 2010): "Disiplin Pegawai Negeri Sipil",
    Law(PP, "71", 2010): "Standar Akuntansi Pemerintahan",
    Law(PP, "14", 2014): "Pelaksanaan Undang-Undang Nomor 23 Tahun 2011 tentang Pengelolaan Zakat",
    Law(PP, "27", 2014): "Pengelolaan Barang Milik Negara/Daerah",
    Law(PP, "11", 2017): "Manajemen Pegawai Negeri Sipil",
    Law(PP, "59", 2018): "Jenis dan Tarif atas Jenis Penerimaan Negara Bukan Pajak yang Berlaku pada Kementerian Agama",
    Law(PP, "30", 2019): "Penilaian Kinerja Pegawai Negeri Sipil",
    Law(PP, "57", 2021): "Standar Nasional Pendidikan",
    Law(PP, "94", 2021): "Disiplin Pegawai Negeri Sipil",
    Law(PERPRES, "16", 2018): "Pengadaan Barang/Jasa Pemerintah",
    Law(PMA, "13", 2012): "Organisasi dan Tata Kerja Instansi Vertikal Kementerian Agama",
    Law(PMA, "73", 2013): "Tata Cara Perwakafan Benda Tidak Bergerak dan Benda Bergerak Selain Uang",
    Law(PMA, "90", 2013): "Penyelenggaraan Pendidikan Madrasah",
    Law(PMA, "13", 2014): "Pendidikan Keagamaan Islam",
    Law(PMA, "34", 2016): "Organisasi dan Tata Kerja Kantor Urusan Agama Kecamatan",
    Law(PMA, "42", 2016): "Organisasi dan Tata Kerja Kementerian Agama",
    Law(PMA, "19", 2019): "Organisasi dan Tata Kerja Instansi Vertikal Kementerian Agama",
    Law(PMA, "24", 2024): "Organisasi dan Tata Kerja Kantor Urusan Agama",
    Law(PMA, "30", 2024): "Pencatatan Pernikahan",
    Law(PMA, "33", 2024): "Organisasi dan Tata Kerja Kementerian Agama",
    Law(PANRB, "35", 2012):
        "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
    Law(PANRB, "15", 2014): "Pedoman Standar Pelayanan",
    Law(PANRB, "14", 2017): "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
}
REPEALED: dict[Law, Repeal] = {
    Law(UU, "7", 1971): Repeal(Law(UU, "43", 2009), "2009-10-23"),
    Law(UU, "8", 1974): Repeal(Law(UU, "5", 2014), "2014-01-15"),
    Law(UU, "2", 1989): Repeal(Law(UU, "20", 2003), "2003-07-08"),
    Law(UU, "23", 1992): Repeal(Law(UU, "36", 2009), "2009-10-13"),
    Law(UU, "20", 1997): Repeal(Law(UU, "9", 2018), "2018-08"),
    Law(UU, "17", 1999): Repeal(Law(UU, "13", 2008), "2008-04"),
    Law(UU, "22", 1999): Repeal(Law(UU, "32", 2004), "2004-10-15"),
    Law(UU, "38", 1999): Repeal(Law(UU, "23", 2011), "2011-11-25"),
    Law(UU, "43", 1999): Repeal(Law(UU, "5", 2014), "2014-01-15"),
    Law(UU, "10", 2004): Repeal(Law(UU, "12", 2011), "2011-08-12"),
    Law(UU, "32", 2004): Repeal(Law(UU, "23", 2014), "2014-10"),
    Law(UU, "13", 2008): Repeal(Law(UU, "8", 2019), "2019-04"),
    Law(UU, "36", 2009): Repeal(Law(UU, "17", 2023), "2023-08-08"),
    Law(UU, "5", 2014): Repeal(Law(UU, "20", 2023), "2023-10-31"),
    Law(PP, "24", 1976): Repeal(Law(PP, "11", 2017), "2017-04"),
    Law(PP, "30", 1980): Repeal(Law(PP, "53", 2010), "2010-06"),
    Law(PP, "28", 1990): Repeal(Law(PP, "17", 2010), "2010-01"),
    Law(PP, "29", 1990): Repeal(Law(PP, "17", 2010), "2010-01"),
    Law(PP, "100", 2000): Repeal(Law(PP, "11", 2017), "2017-04"),
    Law(PP, "19", 2005): Repeal(Law(PP, "57", 2021), "2021-03"),
    Law(PP, "24", 2005): Repeal(Law(PP, "71", 2010), "2010-10"),
    Law(PP, "6", 2006): Repeal(Law(PP, "27", 2014), "2014-04"),
    Law(PP, "53", 2010): Repeal(Law(PP, "94", 2021), "2021-08-31"),
    Law(PP, "46", 2011): Repeal(Law(PP, "30", 2019), "2019-04"),
    Law(PP, "19", 2015): Repeal(Law(PP, "59", 2018), "2018"),
    Law(PERPRES, "54", 2010): Repeal(Law(PERPRES, "16", 2018), "2018"),
    Law(KMA, "373", 2002): Repeal(Law(PMA, "13", 2012), "2012"),
    Law(PMA, "11", 2007): Repeal(Law(PMA, "19", 2018), "2018"),
    Law(PMA, "10", 2010): Repeal(Law(PMA, "42", 2016), "2016"),
    Law(PMA, "13", 2012): Repeal(Law(PMA, "19", 2019), "2019"),
    Law(PMA, "39", 2012): Repeal(Law(PMA, "34", 2016), "2016"),
    Law(PMA, "34", 2016): Repeal(Law(PMA, "24", 2024), "2024"),
    Law(PMA, "42", 2016): Repeal(Law(PMA, "72", 2022), "2022"),
    Law(PMA, "19", 2018): Repeal(Law(PMA, "20", 2019), "2019-09-30"),
    # PMA 22/2024, which repealed it, was itself repealed before it came to be applied.
    Law(PMA, "20", 2019): Repeal(Law(PMA, "30", 2024), "2024-12-30"),
    Law(PMA, "72", 2022): Repeal(Law(PMA, "33", 2024), "2024"),
    Law(PMA, "25", 2024): Repeal(Law(PMA, "33", 2024), "2024"),
    Law(PMA, "22", 2024): Repeal(Law(PMA, "30", 2024), "2024-12-30"),
    Law(PANRB, "21", 2008): Repeal(Law(PANRB, "35", 2012), "2012"),
    Law(PANRB, "36", 2012): Repeal(Law(PANRB, "15", 2014), "2014"),
    Law(PANRB, "16", 2014): Repeal(Law(PANRB, "14", 2017), "2017"),
}
# fmt: on

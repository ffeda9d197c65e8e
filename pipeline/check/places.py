"""Provinces, regencies and cities of Indonesia: where a text names one, and whether it is the office's own.

The table holds the 38 provinces of 2022 with their 416 regencies and 98 cities, those of Jakarta included that have no
government of their own. A regency and a city of one name are two places.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, FieldName, Sop
from pipeline.settings import Settings
from pipeline.text import fold, key

KABUPATEN, KOTA = "kabupaten", "kota"

# Province -> its regencies; its cities.
# fmt: off
_REGIONS: dict[str, tuple[str, str]] = {
    "Aceh": (
        "Aceh Barat, Aceh Barat Daya, Aceh Besar, Aceh Jaya, Aceh Selatan, Aceh Singkil, Aceh Tamiang, Aceh Tengah, "
        "Aceh Tenggara, Aceh Timur, Aceh Utara, Bener Meriah, Bireuen, Gayo Lues, Nagan Raya, Pidie, Pidie Jaya, "
        "Simeulue",
        "Banda Aceh, Langsa, Lhokseumawe, Sabang, Subulussalam"),
    "Sumatera Utara": (
        "Asahan, Batu Bara, Dairi, Deli Serdang, Humbang Hasundutan, Karo, Labuhanbatu, Labuhanbatu Selatan, "
        "Labuhanbatu Utara, Langkat, Mandailing Natal, Nias, Nias Barat, Nias Selatan, Nias Utara, Padang Lawas, "
        "Padang Lawas Utara, Pakpak Bharat, Samosir, Serdang Bedagai, Simalungun, Tapanuli Selatan, Tapanuli Tengah, "
        "Tapanuli Utara, Toba",
        "Binjai, Gunungsitoli, Medan, Padangsidimpuan, Pematangsiantar, Sibolga, Tanjungbalai, Tebing Tinggi"),
    "Sumatera Barat": (
        "Agam, Dharmasraya, Kepulauan Mentawai, Lima Puluh Kota, Padang Pariaman, Pasaman, Pasaman Barat, "
        "Pesisir Selatan, Sijunjung, Solok, Solok Selatan, Tanah Datar",
        "Bukittinggi, Padang, Padang Panjang, Pariaman, Payakumbuh, Sawahlunto, Solok"),
    "Riau": (
        "Bengkalis, Indragiri Hilir, Indragiri Hulu, Kampar, Kepulauan Meranti, Kuantan Singingi, Pelalawan, "
        "Rokan Hilir, Rokan Hulu, Siak",
        "Dumai, Pekanbaru"),
    "Jambi": (
        "Batanghari, Bungo, Kerinci, Merangin, Muaro Jambi, Sarolangun, Tanjung Jabung Barat, Tanjung Jabung Timur, "
        "Tebo",
        "Jambi, Sungai Penuh"),
    "Sumatera Selatan": (
        "Banyuasin, Empat Lawang, Lahat, Muara Enim, Musi Banyuasin, Musi Rawas, Musi Rawas Utara, Ogan Ilir, "
        "Ogan Komering Ilir, Ogan Komering Ulu, Ogan Komering Ulu Selatan, Ogan Komering Ulu Timur, "
        "Penukal Abab Lematang Ilir",
        "Lubuk Linggau, Pagar Alam, Palembang, Prabumulih"),
    "Bengkulu": (
        "Bengkulu Selatan, Bengkulu Tengah, Bengkulu Utara, Kaur, Kepahiang, Lebong, Mukomuko, Rejang Lebong, Seluma",
        "Bengkulu"),
    "Lampung": (
        "Lampung Barat, Lampung Selatan, Lampung Tengah, Lampung Timur, Lampung Utara, Mesuji, Pesawaran, "
        "Pesisir Barat, Pringsewu, Tanggamus, Tulang Bawang, Tulang Bawang Barat, Way Kanan",
        "Bandar Lampung, Metro"),
    "Kepulauan Bangka Belitung": (
        "Bangka, Bangka Barat, Bangka Selatan, Bangka Tengah, Belitung, Belitung Timur",
        "Pangkalpinang"),
    "Kepulauan Riau": (
        "Bintan, Karimun, Kepulauan Anambas, Lingga, Natuna",
        "Batam, Tanjungpinang"),
    "DKI Jakarta": (
        "Kepulauan Seribu",
        "Jakarta Barat, Jakarta Pusat, Jakarta Selatan, Jakarta Timur, Jakarta Utara"),
    "Jawa Barat": (
        "Bandung, Bandung Barat, Bekasi, Bogor, Ciamis, Cianjur, Cirebon, Garut, Indramayu, Karawang, Kuningan, "
        "Majalengka, Pangandaran, Purwakarta, Subang, Sukabumi, Sumedang, Tasikmalaya",
        "Bandung, Banjar, Bekasi, Bogor, Cimahi, Cirebon, Depok, Sukabumi, Tasikmalaya"),
    "Jawa Tengah": (
        "Banjarnegara, Banyumas, Batang, Blora, Boyolali, Brebes, Cilacap, Demak, Grobogan, Jepara, Karanganyar, "
        "Kebumen, Kendal, Klaten, Kudus, Magelang, Pati, Pekalongan, Pemalang, Purbalingga, Purworejo, Rembang, "
        "Semarang, Sragen, Sukoharjo, Tegal, Temanggung, Wonogiri, Wonosobo",
        "Magelang, Pekalongan, Salatiga, Semarang, Surakarta, Tegal"),
    "Daerah Istimewa Yogyakarta": (
        "Bantul, Gunungkidul, Kulon Progo, Sleman",
        "Yogyakarta"),
    "Jawa Timur": (
        "Bangkalan, Banyuwangi, Blitar, Bojonegoro, Bondowoso, Gresik, Jember, Jombang, Kediri, Lamongan, Lumajang, "
        "Madiun, Magetan, Malang, Mojokerto, Nganjuk, Ngawi, Pacitan, Pamekasan, Pasuruan, Ponorogo, Probolinggo, "
        "Sampang, Sidoarjo, Situbondo, Sumenep, Trenggalek, Tuban, Tulungagung",
        "Batu, Blitar, Kediri, Madiun, Malang, Mojokerto, Pasuruan, Probolinggo, Surabaya"),
    "Banten": (
        "Lebak, Pandeglang, Serang, Tangerang",
        "Cilegon, Serang, Tangerang, Tangerang Selatan"),
    "Bali": (
        "Badung, Bangli, Buleleng, Gianyar, Jembrana, Karangasem, Klungkung, Tabanan",
        "Denpasar"),
    "Nusa Tenggara Barat": (
        "Bima, Dompu, Lombok Barat, Lombok Tengah, Lombok Timur, Lombok Utara, Sumbawa, Sumbawa Barat",
        "Bima, Mataram"),
    "Nusa Tenggara Timur": (
        "Alor, Belu, Ende, Flores Timur, Kupang, Lembata, Malaka, Manggarai, Manggarai Barat, Manggarai Timur, "
        "Nagekeo, Ngada, Rote Ndao, Sabu Raijua, Sikka, Sumba Barat, Sumba Barat Daya, Sumba Tengah, Sumba Timur, "
        "Timor Tengah Selatan, Timor Tengah Utara",
        "Kupang"),
    "Kalimantan Barat": (
        "Bengkayang, Kapuas Hulu, Kayong Utara, Ketapang, Kubu Raya, Landak, Melawi, Mempawah, Sambas, Sanggau, "
        "Sekadau, Sintang",
        "Pontianak, Singkawang"),
    "Kalimantan Tengah": (
        "Barito Selatan, Barito Timur, Barito Utara, Gunung Mas, Kapuas, Katingan, Kotawaringin Barat, "
        "Kotawaringin Timur, Lamandau, Murung Raya, Pulang Pisau, Seruyan, Sukamara",
        "Palangka Raya"),
    "Kalimantan Selatan": (
        "Balangan, Banjar, Barito Kuala, Hulu Sungai Selatan, Hulu Sungai Tengah, Hulu Sungai Utara, Kotabaru, "
        "Tabalong, Tanah Bumbu, Tanah Laut, Tapin",
        "Banjarbaru, Banjarmasin"),
    "Kalimantan Timur": (
        "Berau, Kutai Barat, Kutai Kartanegara, Kutai Timur, Mahakam Ulu, Paser, Penajam Paser Utara",
        "Balikpapan, Bontang, Samarinda"),
    "Kalimantan Utara": (
        "Bulungan, Malinau, Nunukan, Tana Tidung",
        "Tarakan"),
    "Sulawesi Utara": (
        "Bolaang Mongondow, Bolaang Mongondow Selatan, Bolaang Mongondow Timur, Bolaang Mongondow Utara, "
        "Kepulauan Sangihe, Kepulauan Siau Tagulandang Biaro, Kepulauan Talaud, Minahasa, Minahasa Selatan, "
        "Minahasa Tenggara, Minahasa Utara",
        "Bitung, Kotamobagu, Manado, Tomohon"),
    "Sulawesi Tengah": (
        "Banggai, Banggai Kepulauan, Banggai Laut, Buol, Donggala, Morowali, Morowali Utara, Parigi Moutong, Poso, "
        "Sigi, Tojo Una-Una, Tolitoli",
        "Palu"),
    "Sulawesi Selatan": (
        "Bantaeng, Barru, Bone, Bulukumba, Enrekang, Gowa, Jeneponto, Kepulauan Selayar, Luwu, Luwu Timur, "
        "Luwu Utara, Maros, Pangkajene dan Kepulauan, Pinrang, Sidenreng Rappang, Sinjai, Soppeng, Takalar, "
        "Tana Toraja, Toraja Utara, Wajo",
        "Makassar, Palopo, Parepare"),
    "Sulawesi Tenggara": (
        "Bombana, Buton, Buton Selatan, Buton Tengah, Buton Utara, Kolaka, Kolaka Timur, Kolaka Utara, Konawe, "
        "Konawe Kepulauan, Konawe Selatan, Konawe Utara, Muna, Muna Barat, Wakatobi",
        "Baubau, Kendari"),
    "Gorontalo": (
        "Boalemo, Bone Bolango, Gorontalo, Gorontalo Utara, Pohuwato",
        "Gorontalo"),
    "Sulawesi Barat": (
        "Majene, Mamasa, Mamuju, Mamuju Tengah, Pasangkayu, Polewali Mandar",
        ""),
    "Maluku": (
        "Buru, Buru Selatan, Kepulauan Aru, Kepulauan Tanimbar, Maluku Barat Daya, Maluku Tengah, Maluku Tenggara, "
        "Seram Bagian Barat, Seram Bagian Timur",
        "Ambon, Tual"),
    "Maluku Utara": (
        "Halmahera Barat, Halmahera Selatan, Halmahera Tengah, Halmahera Timur, Halmahera Utara, Kepulauan Sula, "
        "Pulau Morotai, Pulau Taliabu",
        "Ternate, Tidore Kepulauan"),
    "Papua": (
        "Biak Numfor, Jayapura, Keerom, Kepulauan Yapen, Mamberamo Raya, Sarmi, Supiori, Waropen",
        "Jayapura"),
    "Papua Barat": (
        "Fakfak, Kaimana, Manokwari, Manokwari Selatan, Pegunungan Arfak, Teluk Bintuni, Teluk Wondama",
        ""),
    "Papua Selatan": (
        "Asmat, Boven Digoel, Mappi, Merauke",
        ""),
    "Papua Tengah": (
        "Deiyai, Dogiyai, Intan Jaya, Mimika, Nabire, Paniai, Puncak, Puncak Jaya",
        ""),
    "Papua Pegunungan": (
        "Jayawijaya, Lanny Jaya, Mamberamo Tengah, Nduga, Pegunungan Bintang, Tolikara, Yahukimo, Yalimo",
        ""),
    "Papua Barat Daya": (
        "Maybrat, Raja Ampat, Sorong, Sorong Selatan, Tambrauw",
        "Sorong"),
}
# Other ways in which offices write a name.
_OTHERS = {
    "Solo": "Surakarta", "Jogja": "Yogyakarta", "Jogjakarta": "Yogyakarta", "Gunung Kidul": "Gunungkidul",
    "Kulonprogo": "Kulon Progo", "Karang Anyar": "Karanganyar", "Tanjung Pinang": "Tanjungpinang",
    "Tanjung Balai": "Tanjungbalai", "Pematang Siantar": "Pematangsiantar", "Palangkaraya": "Palangka Raya",
    "Padang Sidempuan": "Padangsidimpuan", "Padangsidempuan": "Padangsidimpuan", "Pare-Pare": "Parepare",
    "Bau-Bau": "Baubau", "Lubuklinggau": "Lubuk Linggau", "Pangkal Pinang": "Pangkalpinang",
    "Toli-Toli": "Tolitoli", "Muko-Muko": "Mukomuko", "Batang Hari": "Batanghari", "Labuhan Batu": "Labuhanbatu",
    "Kota Baru": "Kotabaru", "Fak-Fak": "Fakfak", "Pangkep": "Pangkajene dan Kepulauan",
    "Sidrap": "Sidenreng Rappang", "Lotim": "Lombok Timur", "Lobar": "Lombok Barat", "Loteng": "Lombok Tengah",
}
_PROVINCES = {
    "DIY": "Daerah Istimewa Yogyakarta", "D.I. Yogyakarta": "Daerah Istimewa Yogyakarta",
    "DI Yogyakarta": "Daerah Istimewa Yogyakarta", "Yogyakarta": "Daerah Istimewa Yogyakarta",
    "Jakarta": "DKI Jakarta", "Daerah Khusus Jakarta": "DKI Jakarta", "DKJ": "DKI Jakarta",
    "Jateng": "Jawa Tengah", "Jatim": "Jawa Timur", "Jabar": "Jawa Barat", "Sumut": "Sumatera Utara",
    "Sumbar": "Sumatera Barat", "Sumsel": "Sumatera Selatan", "Sumatra Utara": "Sumatera Utara",
    "Sumatra Barat": "Sumatera Barat", "Sumatra Selatan": "Sumatera Selatan", "Kepri": "Kepulauan Riau",
    "Babel": "Kepulauan Bangka Belitung", "Bangka Belitung": "Kepulauan Bangka Belitung",
    "NTB": "Nusa Tenggara Barat", "NTT": "Nusa Tenggara Timur", "Kalbar": "Kalimantan Barat",
    "Kalteng": "Kalimantan Tengah", "Kalsel": "Kalimantan Selatan", "Kaltim": "Kalimantan Timur",
    "Kaltara": "Kalimantan Utara", "Sulut": "Sulawesi Utara", "Sulteng": "Sulawesi Tengah",
    "Sulsel": "Sulawesi Selatan", "Sultra": "Sulawesi Tenggara", "Sulbar": "Sulawesi Barat",
    "Malut": "Maluku Utara", "Nanggroe Aceh Darussalam": "Aceh",
}
# fmt: on


class Region(NamedTuple):
    """A regency or city that a text names.

    `kind` is empty where the text does not tell it, `known` whether the table has the name; `end` is where it ends.
    """

    kind: str
    name: str
    known: bool
    end: int


# Words that stand where a name would, and name no place.
_NO_NAMES = frozenset((
    "asal", "tujuan", "setempat", "lain", "lainnya", "terkait", "masing", "bersangkutan", "domisili", "kabupaten",
    "kota", "provinsi", "kecamatan", "se", "dan", "atau", "di", "yang", "tempat", "lokasi", "dituju", "wilayah",
    "calon", "penerima", "pengirim", "pemohon", "mitra", "melalui", "cq", "seksi", "subbagian", "bidang", "untuk",
))  # fmt: skip
# Names that are words as well: without Kabupaten or Kota before them they are taken for words.
_WORDS = frozenset(("Batu", "Batang", "Banjar", "Metro", "Puncak", "Buru", "Serang", "Landak", "Siak"))
# What stands behind a slash is a form's choice between the two.
_KIND = re.compile(r"(?<![\w/])(Kabupaten|Kab\b\.?|Kota)\s+(?:Administrasi\s+)?", re.IGNORECASE)
# The words of a name, however they are parted; no name of the tables has more of them than this.
_NAME_WORD = re.compile(r"[\s.-]*(\w+)")
_MOST_WORDS = 5
_CAPITALS = re.compile(
    r"[A-Z][\w'’-]*(?:\s+(?!(?i:Kabupaten|Kab|Kota|Kecamatan|Kec|Provinsi|Prov)\b)[A-Z][\w'’-]*){0,2}"
)


def region_at(text: str, at: int) -> Region | None:
    """Return the regency or city that a text names from a position on, by the table or by its capital letters.

    Without `Kabupaten` or `Kota` before it only a name of the table is one.
    """
    found = _KIND.match(text, at)
    kind = "" if found is None else KOTA if found[1].lower() == KOTA else KABUPATEN
    start = at if found is None else found.end()
    if known := _listed_at(text, start, _regions()):
        name, end = known
        if not text[start].isupper() or (not kind and name in _WORDS):
            return None
        return Region(kind, name, known=True, end=end)
    capitals = _CAPITALS.match(text, start) if kind else None
    if capitals is None or key(capitals[0]).split()[0] in _NO_NAMES:
        return None
    return Region(kind, capitals[0], known=False, end=capitals.end())


def name_at(text: str, at: int) -> re.Match[str] | None:
    """Return the words with capital letters from a position on, none where they stand for no name."""
    found = _CAPITALS.match(text, at)
    return None if found is None or key(found[0]).split()[0] in _NO_NAMES else found


def regions(text: str) -> Iterator[tuple[int, Region]]:
    """Yield each regency and city that a text names with `Kabupaten`, `Kab.` or `Kota`, and where it begins."""
    after = 0
    for found in _KIND.finditer(text):
        # The last word of Kabupaten Lima Puluh Kota begins no other place.
        if found.start() >= after and (region := region_at(text, found.start())):
            after = region.end
            yield found.start(), region


def province_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the province that a text names from a position on, and where its name ends."""
    found = _listed_at(text, at, _provinces())
    return found if found and text[at].isupper() else None


def canonical(name: str) -> str:
    """Return a regency's or city's name as the table has it, as it is where the table has none."""
    return _regions().get(key(name), name)


def provinces_of(kind: str, name: str) -> frozenset[str]:
    """Return the provinces that have a regency or city of a name; two where the kind is left open and both exist."""
    wanted = canonical(name)
    return frozenset(
        province
        for province, (regencies, cities) in _REGIONS.items()
        if (kind != KOTA and wanted in regencies.split(", ")) or (kind != KABUPATEN and wanted in cities.split(", "))
    )


@cache
def _regions() -> dict[str, str]:
    names = [each for both in _REGIONS.values() for part in both for each in part.split(", ") if each]
    return {key(each): each for each in names} | {key(other): each for other, each in _OTHERS.items()}


@cache
def _provinces() -> dict[str, str]:
    return {key(each): each for each in _REGIONS} | {key(other): each for other, each in _PROVINCES.items()}


def _listed_at(text: str, at: int, names: Mapping[str, str]) -> tuple[str, int] | None:
    """The longest name of a table that stands at a position, as the table has it, and where it ends."""
    found = None
    end = at
    for _ in range(_MOST_WORDS):
        word = _NAME_WORD.match(text, end)
        if word is None or (end == at and word.start(1) > at):
            break
        end = word.end()
        if name := names.get(key(text[at:end])):
            found = name, end
    return found


class Own(NamedTuple):
    """Whose SOP it is: the office as it is called, every word that it is known by, its place and its provinces."""

    name: str
    words: str
    kind: str
    region: str
    provinces: frozenset[str]

    def has(self, region: Region) -> bool:
        """Return whether a place is the office's own, or whether nothing is known to compare it with."""
        if not self.region:
            return True
        if canonical(region.name) == canonical(self.region):
            return not (region.kind and self.kind and region.kind != self.kind)
        names = [key(region.name)] if region.known else _beginnings(region.name)
        return any(f" {each} " in self.words for each in names)

    def has_kua(self, district: str) -> bool:
        """Return whether the office has a KUA of that district, or names none."""
        if not re.search(
            r" (?:kua|kantor urusan agama) (?:(?:kecamatan|kec) )?(?!kecamatan|kec|kab|kota)\w", self.words
        ):
            return True
        return any(f" {each} " in self.words for each in _beginnings(district))

    def in_province(self, name: str) -> bool:
        """Return whether a province is the office's, or whether that is not known."""
        # The new provinces of Papua were served by the old ones for years.
        papua = name.startswith("Papua") and any(each.startswith("Papua") for each in self.provinces)
        return papua or not self.provinces or name in self.provinces or f" {key(name)} " in self.words


def own_place(sop: Sop, settings: Settings) -> Own:
    """Return whose SOP it is: by the office's name in pleno.toml, else by the letterhead, else by the place there.

    The place alone may be the town in which a regency has its seat, so only a name of the table is taken for one.
    """
    letterhead = [fold(each.text) for each in sop.identity.institution]
    units = [word for unit in settings.units for word in (unit.name, unit.group, *unit.synonyms)]
    roles = [word for role in settings.roles for word in (role.name, *role.synonyms)]
    named = [settings.office, settings.place, *units, *roles]
    if not any(regions(settings.office)):
        named += letterhead
    words = f" {key(' | '.join(named))} "
    for name in (settings.office, *letterhead):
        for _, region in regions(name):
            return Own(name, words, region.kind, region.name, provinces_of(region.kind, region.name))
    if settings.place and (seat := region_at(settings.place, 0)):
        name = f"{settings.office} {settings.place}"
        return Own(name, words, seat.kind, seat.name, provinces_of(seat.kind, seat.name))
    return Own(settings.office, words, "", "", frozenset())


def judged(sop: Sop, *, letterhead: bool = False) -> Iterator[tuple[str, DocxPlace, str]]:
    """Yield the texts of a SOP outside its legal basis: where in the record, where in the document, and the text."""
    identity = sop.identity
    if letterhead:
        yield from ((f"institution/{at}", each.place, each.text) for at, each in enumerate(identity.institution, 1))
        if identity.approved_by:
            yield "approved_by", identity.approved_by.place, identity.approved_by.position or ""
    if identity.title:
        yield "title", identity.title.place, identity.title.text
    for name in (each for each in LISTS if each is not FieldName.LEGAL_BASIS):
        yield from ((f"{name.value}/{at}", each.place, each.text) for at, each in enumerate(identity.values(name), 1))
    yield from ((f"actors/{at}", each.place, each.name) for at, each in enumerate(sop.actors, 1))
    for at, row in enumerate(sop.steps, 1):
        for cell in ("activity", "requirements", "output", "note"):
            yield f"steps/{at}/{cell}", row.cell(cell), getattr(row, cell)


def _beginnings(name: str) -> list[str]:
    """A name by capital letters may run on into the next word: itself and its beginnings."""
    parts = key(name).split()
    return [" ".join(parts[:end]) for end in range(len(parts), 0, -1)]

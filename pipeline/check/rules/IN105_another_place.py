"""IN105 - a regency or city that is not the office's own is asked about."""

import re
from collections.abc import Iterator

from pipeline.check.places import judged, own_place, regions
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.rules.IN104_another_office import another_office
from pipeline.check.samples import identity, sop, step, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

# Where people and letters come from or go to, and examples: another place may stand there.
_MEANT = re.compile(
    r"\b(?:dari|ke|kepada|asal|tujuan|luar|antar|antara|pindah|mutasi|domisili|misal(?:nya)?|contoh(?:nya)?"
    r"|seperti|mis|pengadilan|kpp|kppn|bpn|bank|universitas|iain|uin|lahir|ibu)\b[^,;.]*$|\bdengan\s+$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:Jl|Jln|Jalan|RT|RW|Alamat|Kode\s+Pos|Kelurahan|Kel|Desa|Dusun)\b", re.IGNORECASE)


def another_place(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each text that names a regency or city of the table which is not the office's, addresses left out.

    A text that IN104 has something to say on is left to it.
    """
    own = own_place(sop, settings)
    told = {hit.where for hit in another_office(sop, settings)}
    for where, place, text in judged(sop):
        if where in told or _ADDRESS.search(text):
            continue
        found = [
            text[at : region.end]
            for at, region in regions(text)
            if region.known and text[at].isupper() and not own.has(region) and not _MEANT.search(text[:at])
        ]
        if found:
            yield Hit(
                message=f"Menyebut {' dan '.join(quoted(each) for each in dict.fromkeys(found))}; SOP ini milik "
                f"{own.name}. Apakah memang daerah itu yang dimaksud?",
                where=where, place=place, found=text,
            )  # fmt: skip


RULE = Rule(
    code="IN105",
    title="Nama daerah lain",
    why="Nama daerah lain di tengah naskah biasanya sisa dari SOP yang disalin.",
    source="PermenPANRB 35/2012: SOP disusun menurut tugas dan struktur organisasi masing-masing instansi.",
    fix="Ganti dengan nama daerah sendiri; apabila memang dimaksud, sebutkan sebagai asal atau tujuannya.",
    question="Apakah daerah itu memang dimaksud, atau seharusnya daerah kantor sendiri?",
    severity=Severity.WARNING,
    check=another_place,
    good=(
        Example(shows="daerah sendiri", sops=(sop(steps=(step(1, output="Daftar pesantren Kota Tirtawangi"),)),)),
        Example(
            shows="asal dan tujuan",
            sops=(
                sop(steps=(step(1, activity="Menerima berkas pindah dari Kabupaten Klaten"),)),
                sop(steps=(step(1, note="Siswa yang pindah ke Kota Surakarta"),)),
            ),
        ),
        Example(
            shows="alamat",
            sops=(sop(steps=(step(1, note="Jalan Melati Nomor 4, Kabupaten Klaten"),)),),
        ),
        Example(
            shows="dasar hukum daerah lain",
            sops=(sop(identity=identity(legal_basis=(value("Peraturan Daerah Kabupaten Klaten Nomor 4"),))),),
        ),
    ),
    bad=(
        Example(
            shows="daftar daerah lain",
            sops=(sop(steps=(step(1, activity="Mencocokkan piagam dengan daftar pesantren Kabupaten Sleman"),)),),
            hits=(
                "Menyebut “Kabupaten Sleman”; SOP ini milik KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI. Apakah memang "
                "daerah itu yang dimaksud?",
            ),
        ),
    ),
)

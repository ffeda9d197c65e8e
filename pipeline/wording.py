"""The words that users read: one for each state, kind and field, the same in workbook, report and on the screen."""

from pipeline.model.decision import Decision, Fate, State, Verdict
from pipeline.model.draft import Treated
from pipeline.model.finding import Severity
from pipeline.model.reconciliation import Action, Case, Nature, Status
from pipeline.text import fold

# How the columns of the master inventory are called.
INVENTORY_WORDS = {
    "order": "nomor urut", "title": "nama SOP", "number": "nomor SOP", "unit": "unit kerja", "group": "kelompok",
    "code": "kode", "created": "tanggal pembuatan", "revised": "tanggal revisi", "effective": "tanggal efektif",
    "approved_by": "disahkan oleh", "owner": "penanggung jawab", "status": "status", "note": "keterangan", "dates": "tanggal",
}  # fmt: skip
# What the results call things, Indonesian.
STATUS_WORDS = {
    Status.MATCHED: "cocok",
    Status.MISSING: "belum diserahkan",
    Status.EXTRA: "di luar induk",
    Status.DUPLICATE: "ganda",
    Status.SHARED: "cocok (SOP bersama)",
    Status.TRANSFERRED: "dialihkan",
}
ACTION_WORDS = {
    Action.WRITE: "susun", Action.SPLIT: "pisahkan", Action.ADD: "tambahkan ke induk", Action.MERGE: "gabungkan",
    Action.DROP: "tarik", Action.MOVE: "pindahkan", Action.HAND_OVER: "serahkan ke instansi lain", Action.ASK: "tanyakan",
}  # fmt: skip
# Decisions, in the order of the drop-down, and the headings of the workbook under which they are written.
VERDICT_WORDS = {Verdict.ACCEPT: "terima", Verdict.REJECT: "tolak", Verdict.CHANGE: "ubah", Verdict.DISCUSS: "bahas"}
DECISION_HEADINGS = ("Keputusan", "Ubah menjadi", "Catatan", "Id")
# A question is answered with one of its candidates, by its number, or with none.
CANDIDATE, NO_CANDIDATE, CANDIDATE_HEADING = "calon {}", "bukan semuanya", "Calon {}"


def decision_words(decision: Decision) -> str:
    """Return a decision as a clause: `ubah menjadi “SOP Pelayanan Cuti”. Berlaku mulai Mei.`."""
    value = f" menjadi “{fold(decision.value)}”" if decision.value else ""
    note = f". {fold(decision.note)}" if decision.note else ""
    return f"{VERDICT_WORDS[decision.verdict]}{value}{note}"


STATE_WORDS = {
    State.NEW: "baru", State.STILL: "masih ada", State.BACK: "muncul lagi", State.FIXED: "sudah diperbaiki",
    State.GONE: "naskah tidak diserahkan lagi",
}  # fmt: skip
FATE_WORDS = {
    Fate.DONE: "sudah diperbaiki", Fate.OPEN: "belum diperbaiki", Fate.OTHERWISE: "diperbaiki dengan isi lain",
    Fate.GONE: "naskah tidak diserahkan lagi",
}  # fmt: skip
# The workbook's own property that tells which run wrote it.
ROUND_PROPERTY = "Putaran sop-pleno"
SEVERITY_WORDS = {
    Severity.ERROR: "harus diperbaiki",
    Severity.WARNING: "perlu diperiksa",
    Severity.NOTE: "catatan",
    Severity.OFF: "dimatikan",
}
FIELD_WORDS = {
    "institution": "instansi", "unit": "unit kerja", "number": "nomor SOP", "title": "nama SOP", "created": "tanggal pembuatan",
    "revised": "tanggal revisi", "effective": "tanggal efektif", "approved_by": "disahkan oleh", "legal_basis": "dasar hukum",
    "qualifications": "kualifikasi pelaksana", "related": "keterkaitan", "equipment": "peralatan/perlengkapan",
    "warnings": "peringatan", "records": "pencatatan dan pendataan", "actors": "pelaksana", "activity": "kegiatan",
    "requirements": "kelengkapan", "duration": "waktu", "output": "output", "note": "keterangan", "steps": "langkah", "flow": "diagram alir",
    "total": "jumlah",
}  # fmt: skip
UNIT_OF_TIME_WORDS = {
    "minute": "menit", "hour": "jam", "day": "hari", "working_day": "hari kerja", "week": "minggu", "month": "bulan", "year": "tahun",
}  # fmt: skip
FAMILY_WORDS = {
    "RD": "keterbacaan berkas", "ID": "identitas", "ST": "langkah dan mutu baku", "FL": "diagram alir",
    "IN": "kelembagaan", "NM": "nomor dan nama", "LG": "dasar hukum", "SE": "keseragaman antarnaskah",
    "KT": "aturan kantor",
}  # fmt: skip


# What a file can hold besides its text, by the names that the reader counts under.
HELD_WORDS = {
    "comments": "komentar", "content controls": "kontrol konten", "endnotes": "catatan akhir", "footnotes": "catatan kaki",
    "hidden text": "teks tersembunyi", "shapes": "bentuk gambar", "picture": "gambar", "text boxes": "kotak teks",
    "empty": "gambar kosong", "chart": "bagan", "smartart": "diagram SmartArt", "object": "objek tertanam",
    "fields": "bidang otomatis", "numbered paragraphs": "paragraf bernomor otomatis", "nested tables": "tabel di dalam tabel",
    "headers": "kepala halaman", "footers": "kaki halaman", "alt chunks": "sisipan dokumen lain", "macros": "makro",
    "ink": "tulisan tangan", "converted": "hasil konversi LibreOffice", "missing parts": "bagian berkas yang hilang",
    "damaged parts": "bagian berkas yang rusak", "revisions": "perubahan terlacak", "format changes": "perubahan format",
}  # fmt: skip


def held_word(what: str) -> str:
    """Return the word for what a file holds; an embedded object names its program: "object Visio.Drawing.15"."""
    kind, _, program = what.partition(" ")
    if kind == "object" and program:
        return f"{HELD_WORDS[kind]} {program}"
    return HELD_WORDS.get(what, what)


def where_words(where: str) -> str:
    """Return a place of the contract's JSON in words: `steps/3/duration` -> `langkah 3, waktu`."""
    parts = where.split("/")
    words: list[str] = []
    for part in parts:
        if part.isdigit() and words:
            words[-1] += f" {part}"
        elif part:
            words.append(FIELD_WORDS.get(part, part))
    return ", ".join(words)


# What a file either holds or does not.
UNCOUNTED = frozenset({"converted"})
TREATED_WORDS = {Treated.READ: "dibaca", Treated.NOTED: "dicatat", Treated.UNREAD: "tidak dapat dibaca"}
# What the reader saw beside what it surely read, one by one.
TRACE_WORDS = {
    "lost": "berkas tidak terbaca", "unread": "tidak dikenali", "guessed": "terbaca tetapi ragu", "comment": "komentar",
    "footnote": "catatan kaki", "endnote": "catatan akhir", "revision": "perubahan terlacak", "aside": "dikesampingkan",
}  # fmt: skip
# Tracked changes, as a clause before the text that they are about.
REVISION_WORDS = {
    "ins": "disisipkan", "del": "dihapus", "moveFrom": "dipindahkan dari sini", "moveTo": "dipindahkan ke sini",
    "row inserted": "baris disisipkan", "row deleted": "baris dihapus", "cell inserted": "sel disisipkan",
    "cell deleted": "sel dihapus", "paragraph joined": "paragraf digabungkan",
}  # fmt: skip
# What is out of the ordinary about a line of the reconciliation, and how two values differ.
CASE_WORDS = {
    Case.CONFLICT: "nomor dan nama tidak sejalan", Case.COVERED: "tercakup dalam naskah lain",
    Case.PART: "dijawab bersama oleh beberapa naskah",
}  # fmt: skip
NATURE_WORDS = {Nature.WRITING: "beda penulisan", Nature.SLIP: "salah ketik", Nature.CONTENT: "beda isi"}
# What no unit answers for alone: findings about the whole set, or about the inventory.
ACROSS_UNITS = "Lintas unit"
# What the proposals that make the number of SOPs agree are for.
PROPOSALS_ABOUT = (
    "Usulan agar jumlah SOP tiap unit sama dengan panduan induk. Bila semua usulan sebuah unit dijalankan, baris induk "
    "dan naskahnya sama banyak, yaitu Jumlah sesudahnya."
)
PROPOSALS_NONE = "Jumlah SOP sudah sesuai dengan panduan induk."

import io
import zipfile

import pytest

from pipeline.write.archive import replaced

DATE = (2024, 2, 29, 12, 30, 44)


def package(kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name in ("a.xml", "folder/tabel é.xml", "c.bin"):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type, entry.comment, entry.external_attr = kind, b"why", 0o600 << 16
            archive.writestr(entry, name * 40)
        archive.comment = b"of the whole"
    return out.getvalue()


class Pipe(io.RawIOBase):
    """A stream that cannot be gone back in: the sizes then follow the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += data  # type: ignore[operator]
        return len(data)  # type: ignore[arg-type]


def streamed() -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name in ("a.xml", "folder/tabel é.xml", "c.bin"):
            archive.writestr(name, name * 40)
    return bytes(pipe.data)


@pytest.mark.parametrize(
    "data", [package(), package(zipfile.ZIP_STORED), streamed()], ids=["packed", "stored", "piped"]
)
def test_only_the_named_entry_changes(data: bytes) -> None:
    new = replaced(data, {"folder/tabel é.xml": b"<new/>" * 9})
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.testzip() is None
        assert after.namelist() == before.namelist()
        assert after.comment == before.comment
        assert after.read("folder/tabel é.xml") == b"<new/>" * 9
        for old, now in zip(before.infolist(), after.infolist(), strict=True):
            kept = ("date_time", "compress_type", "external_attr", "comment", "create_system", "extract_version")
            assert [getattr(old, each) for each in kept] == [getattr(now, each) for each in kept]
            if old.filename != "folder/tabel é.xml":
                assert before.read(old) == after.read(now)
                assert old.compress_size == now.compress_size


def test_a_zip_without_a_change_is_the_same_zip() -> None:
    assert replaced(package(), {}) == package()


def test_an_entry_can_go() -> None:
    with zipfile.ZipFile(io.BytesIO(replaced(package(), {}, {"a.xml"}))) as archive:
        assert archive.namelist() == ["folder/tabel é.xml", "c.bin"]
        assert archive.testzip() is None

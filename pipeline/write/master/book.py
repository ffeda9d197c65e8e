"""A workbook while it is changed: its parts, which of them changed, and what must change with them."""

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence

from pipeline.errors import DraftUnreadable
from pipeline.read.package import unpacked
from pipeline.write.archive import part_key, replaced
from pipeline.write.master.cells import Formats, formats_of
from pipeline.write.master.changes import CellChange, NewRow
from pipeline.write.master.grid import holds_formulas
from pipeline.write.master.insert import shift_of, with_references, with_rows
from pipeline.write.master.moving import moved, moved_on_sheet
from pipeline.write.master.references import Shift
from pipeline.write.master.sheet import Changed, with_cells
from pipeline.write.spans import NotSound, Part

_MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What stands before the settings of the calculation in a workbook part (ECMA-376 part 1, 18.2.27).
_BEFORE_CALCULATION = frozenset(("sheets", "functionGroups", "externalReferences", "definedNames"))
# Parts of no sheet that name cells.
_ANYWHERE = re.compile(r"xl/(?:charts|chartex|drawings|pivotcache|ctrlprops)/(?!pivotcacherecords|_rels)[^/]+\.xml")
_OF_SHEET = ("/table", "/comments", "/threadedComment", "/drawing", "/vmlDrawing", "/pivotTable", "/tableSingleCells")
_CALC_CHAIN = "/calcChain"


class Book:
    """The workbook while it is changed: `new` holds the parts that changed, by their key."""

    def __init__(self, data: bytes) -> None:
        """Look at the package; raises DraftUnreadable for bytes that are no .xlsx or .xlsm."""
        self._bytes = data
        self.package = package = unpacked(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
        self.new: dict[str, bytes] = {}
        self.gone: set[str] = set()
        parts = package.relationships("").values()
        self.part = next((each.target for each in parts if each.kind.endswith("/officeDocument")), "")
        if not self.part.lower().endswith(".xml"):
            raise DraftUnreadable("RD005", "Berkas ini bukan buku kerja .xlsx atau .xlsm.")
        related = package.relationships(self.part)
        self.sheets: dict[str, str] = {}
        for each in package.tree(self.part).iterfind("x:sheets/x:sheet", _MAIN):
            part = related.get(each.get(_REL_ID, ""))
            if part is not None and part.kind.endswith("/worksheet"):
                self.sheets[each.get("name", "")] = part.target
        self.formats: Formats = formats_of(package, self.part)

    def data(self, name: str) -> bytes:
        """The part as it now is."""
        return self.new.get(part_key(name)) or self.package.data(name)

    def put(self, name: str, data: bytes) -> None:
        """Keep a part where it changed."""
        if data != self.data(name):
            self.new[part_key(name)] = data

    def change(self, sheet: str, changes: Sequence[CellChange]) -> Changed:
        """Change cells of a sheet and return what was done and what had to be left; raises NotSound."""
        changed = with_cells(self.data(self.sheets[sheet]), changes, self.formats)
        self.put(self.sheets[sheet], changed.data)
        return changed

    def insert(self, sheet: str, rows: Sequence[NewRow]) -> Sequence[str]:
        """Put rows into a sheet, all or, with the sentence that says so, none."""
        before = dict(self.new)
        shift = shift_of(sheet, rows)
        try:
            self._insert(sheet, rows, shift)
        except (NotSound, DraftUnreadable):
            self.new = before
            return [f"{len(rows)} baris belum ditambahkan ke lembar {sheet}: XML-nya tidak lazim. Sisipkan di Excel."]
        return []

    def _insert(self, sheet: str, rows: Sequence[NewRow], shift: Shift) -> None:
        own = self.sheets[sheet]
        self.put(own, with_rows(self.data(own), rows, self.formats))
        for name, part in self.sheets.items():
            if name != sheet:
                self.put(part, with_references(self.data(part), shift, name))
        self.put(self.part, moved(self.data(self.part), shift, ""))
        beside = {
            part_key(each.target): each.target
            for each in self.package.relationships(own).values()
            if each.kind.endswith(_OF_SHEET)
        }
        for target in beside.values():
            self.put(target, moved_on_sheet(self.data(target), shift))
        for name in self.names:
            if part_key(name) not in beside and _ANYWHERE.fullmatch(part_key(name)):
                self.put(name, moved(self.data(name), shift, ""))
        self._drop_calculation_chain()

    def _drop_calculation_chain(self) -> None:
        """Its places are no longer true; Excel makes it anew."""
        related = self.package.relationships(self.part).values()
        chain = next((each.target for each in related if each.kind.endswith(_CALC_CHAIN)), "")
        if not chain:
            return
        folder, name = posixpath.split(self.part)
        self._without(posixpath.join(folder, "_rels", f"{name}.rels"), "Type", _CALC_CHAIN)
        self._without("[Content_Types].xml", "PartName", f"/{chain}")
        self.gone.add(part_key(chain))

    def _without(self, name: str, attribute: str, ending: str) -> None:
        part = Part(self.data(name))
        for each in part.root.children:
            if each.attributes.get(attribute, "").lower().endswith(ending.lower()):
                part.replace(each.start, each.end, b"")
        self.put(name, part.result())

    def recalculate(self) -> None:
        """Have Excel calculate everything when it opens the file, where it holds formulas."""
        if not any(holds_formulas(self.data(part)) for part in self.sheets.values()):
            return
        part = Part(self.data(self.part))
        found = part.root.find("calcPr")
        if found is None:
            before = [each for each in part.root.children if each.name in _BEFORE_CALCULATION]
            new = f'<{part.root.prefix}calcPr fullCalcOnLoad="1"/>'.encode()
            part.replace(before[-1].end, before[-1].end, new)
        elif found.attributes.get("fullCalcOnLoad") not in ("1", "true"):
            part.set_attribute(found, "fullCalcOnLoad", "1")
        self.put(self.part, part.result())

    def remarks(self, *, inserted: bool) -> Sequence[str]:
        """What a person should know of the changed file."""
        found = []
        if inserted and self.package.has("xl/vbaProject.bin"):
            found.append("Berkas memuat makro; bila makro menyebut nomor baris, sesuaikan dengan baris baru.")
        if any(part_key(name).startswith("_xmlsignatures/") for name in self.names):
            found.append("Tanda tangan digital pada panduan induk tidak berlaku lagi karena isinya berubah.")
        return found

    def result(self) -> bytes:
        """The whole file with the parts that changed."""
        return replaced(self._bytes, self.new, self.gone) if self.new else self._bytes

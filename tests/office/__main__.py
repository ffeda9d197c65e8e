"""`python -m tests.office` writes the sample office: every draft, and the master inventory."""

from pathlib import Path

from tests.office.content import WrittenSop, units
from tests.office.inventory import write_inventory
from tests.office.word import draft_bytes

INPUT = Path(__file__).parents[2] / "input"


def main() -> None:
    """Write the drafts, stale ones removed, and the inventory into input/."""
    drafts: dict[Path, bytes] = {}
    for unit in units():
        files: dict[str, list[WrittenSop]] = {}
        for sop in unit.sops:
            files.setdefault(sop.file, []).append(sop)
        for name, sops in files.items():
            drafts[INPUT / "drafts" / unit.folder / name] = draft_bytes(tuple(sops))
    for found in sorted((INPUT / "drafts").rglob("*"), reverse=True):
        if found.is_file() and found not in drafts:
            found.unlink()
        elif found.is_dir() and not any(found.iterdir()):
            found.rmdir()
    for path, content in drafts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    write_inventory(INPUT / "inventory.xlsx")


if __name__ == "__main__":
    main()

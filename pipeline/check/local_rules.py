"""An office's own rules: the Python files that its pleno.toml names, loaded only where a person allows it."""

import re
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from pipeline.check.registry import RETIRED, all_rules
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.sop_set import SopSet
from pipeline.errors import SettingsWrong
from pipeline.model.sop import Sop
from pipeline.settings import NAME, Settings

FLAG = "--allow-local-rules"
_CODE = re.compile(r"KT\d{3}")


def office_rules(workspace: Path, settings: Settings, *, allowed: bool) -> tuple[Rule, ...]:
    """Return all rules, those of the office among them, by code.

    Raises SettingsWrong where pleno.toml names rules of the office and nobody allowed their code to run, or where one
    of them is not what a rule has to be.
    """
    if settings.local_rules and not allowed:
        names = ", ".join(settings.local_rules)
        raise SettingsWrong(
            f"{NAME} menyebut aturan kantor yang berupa program ({names}); periksa isinya, lalu ulangi dengan {FLAG}."
        )
    rules = {rule.code: rule for rule in all_rules()}
    for name in settings.local_rules:
        rule = _load(workspace, name)
        if rule.code in rules or rule.code in RETIRED:
            raise SettingsWrong(f"{name}: kode {rule.code} sudah dipakai; pilih kode KT yang belum dipakai.")
        rules[rule.code] = rule
    return tuple(sorted(rules.values(), key=lambda rule: rule.code))


def _load(workspace: Path, name: str) -> Rule:
    rule = getattr(_module(_inside(workspace, name), name), "RULE", None)
    if not isinstance(rule, Rule):
        raise SettingsWrong(f"{name}: berkas aturan harus memuat satu aturan bernama RULE.")
    _require_whole(rule, name)
    for example in (*rule.good, *rule.bad):
        _try(rule, example, name)
    return _named(rule, name)


def _inside(workspace: Path, name: str) -> Path:
    root = workspace.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise SettingsWrong(f"{NAME}: rules.local: “{name}” berada di luar ruang kerja; pindahkan ke dalamnya.")
    if not path.is_file() or path.suffix != ".py":
        raise SettingsWrong(f"{NAME}: rules.local: “{name}” tidak ada atau bukan berkas .py; periksa namanya.")
    return path


def _module(path: Path, name: str) -> ModuleType:
    """The file carried out as a module of its own; no compiled copy is left beside it."""
    module = ModuleType(f"pleno_local_{path.stem}")
    module.__file__ = str(path)
    try:
        code = compile(path.read_bytes(), str(path), "exec")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        at = f" di baris {line}" if line else ""
        raise SettingsWrong(f"{name}: salah tulis{at}; berkas ini bukan Python yang sah ({_said(error)}).") from error
    except OSError as error:
        raise SettingsWrong(f"{name}: tidak dapat dibuka; periksa izin berkasnya.") from error
    # A dataclass looks its module up here.
    sys.modules[module.__name__] = module
    try:
        exec(code, module.__dict__)
    except Exception as error:
        raise SettingsWrong(f"{name}: berhenti{_line(error, path)} ketika dimuat ({_said(error)}).") from error
    return module


def _require_whole(rule: Rule, name: str) -> None:
    if not _CODE.fullmatch(rule.code):
        raise SettingsWrong(f"{name}: kode “{rule.code}” keliru; aturan kantor berkode KT dan tiga angka, mis. KT001.")
    wanted = {"title": rule.title, "why": rule.why, "source": rule.source, "fix": rule.fix, "question": rule.question}
    empty = [word for word, text in wanted.items() if not text.strip()]
    empty += [word for word, given in (("good", rule.good), ("bad", rule.bad)) if not given]
    if empty:
        raise SettingsWrong(f"{name}: aturan {rule.code} belum lengkap; isi {', '.join(empty)}.")
    if (rule.check is None) == (rule.check_set is None):
        raise SettingsWrong(f"{name}: aturan {rule.code} harus memuat salah satu dari check atau check_set.")


def _try(rule: Rule, example: Example, name: str) -> None:
    """Judge an example by its rule; raise SettingsWrong where it is not judged exactly as it says."""
    about = f"{name}: contoh “{example.shows}” dari aturan {rule.code}"
    try:
        hits = tuple(_hits(rule, example))
        said = tuple(hit.message for hit in hits)
        corrections = [(hit.found, hit.correction) for hit in hits if hit.correction]
    except Exception as error:
        raise SettingsWrong(f"{about} gagal ({_said(error)}).") from error
    if said != example.hits:
        raise SettingsWrong(
            f"{about} seharusnya menghasilkan {_listed(example.hits)}, tetapi menghasilkan {_listed(said)}."
        )
    becomes = tuple(f"{each.before} -> {each.after}" for _, each in corrections)
    if becomes != example.becomes:
        raise SettingsWrong(
            f"{about} seharusnya mengusulkan {_listed(example.becomes)}, tetapi mengusulkan {_listed(becomes)}."
        )
    if any(each.before not in found for found, each in corrections):
        raise SettingsWrong(f"{about} mengganti teks (before) yang tidak ada di dalam teks yang ditemukan (found).")


def _hits(rule: Rule, example: Example) -> Iterator[Hit]:
    if rule.check is not None:
        for sop in example.sops:
            yield from rule.check(sop, example.settings)
    if rule.check_set is not None:
        yield from rule.check_set(SopSet.of(example.sops, example.inventory, example.settings), example.settings)


def _listed(texts: tuple[str, ...]) -> str:
    return "; ".join(f"“{each}”" for each in texts) or "tidak ada"


def _named(rule: Rule, name: str) -> Rule:
    """The rule, naming its file where it breaks down on a draft: that is not a fault of the program."""
    each, together = rule.check, rule.check_set

    def check(sop: Sop, settings: Settings) -> Iterator[Hit]:
        if each is not None:
            yield from _guarded(lambda: each(sop, settings), f"{name}: aturan {rule.code} gagal pada {sop.file}")

    def check_set(sops: SopSet, settings: Settings) -> Iterator[Hit]:
        if together is not None:
            yield from _guarded(lambda: together(sops, settings), f"{name}: aturan {rule.code} gagal")

    return replace(rule, check=each and check, check_set=together and check_set)


def _guarded(judge: Callable[[], Iterator[Hit]], about: str) -> tuple[Hit, ...]:
    try:
        return tuple(judge())
    except Exception as error:
        raise SettingsWrong(f"{about} ({_said(error)}); perbaiki aturannya atau hapus dari {NAME}.") from error


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _line(error: Exception, path: Path) -> str:
    lines = [each.lineno for each in traceback.extract_tb(error.__traceback__) if each.filename == str(path)]
    return f" di baris {lines[-1]}" if lines else ""

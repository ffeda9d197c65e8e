"""What several papers share: the kop, who signs, the date, and findings in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.dates import long_date
from pipeline.decide.owners import SopKey
from pipeline.model.decision import Decision
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import fold, is_placeholder
from pipeline.wording import SEVERITY_WORDS, decision_words, where_words
from pipeline.write.check_text import correction_words
from pipeline.write.papers.views import FindingLine, Letterhead, Signer
from pipeline.write.report.views import QuestionView

# Where a person is to write by hand.
DOTS = "…………………………………"
# What a finding is about that is about no file alone.
WHOLE_SET = "Seluruh naskah"


def letterhead(settings: Settings) -> Letterhead:
    """Return the office's kop; what pleno.toml leaves open is left out."""
    head = settings.letterhead
    told = (("Telepon", head.phone), ("Pos-el", head.email), ("Laman", head.website))
    return Letterhead(
        kementerian=given(head.ministry),
        kantor=settings.office,
        alamat=given(head.address),
        kontak=", ".join(f"{word} {value}" for word, value in told if given(value)),
    )


def signer(settings: Settings) -> Signer:
    """Return the head of the office, with dots for what is not known."""
    head = settings.head
    return Signer(jabatan=head.position, nama=given(head.name) or DOTS, nip=given(head.nip) or DOTS)


def place_and_date(outcome: Outcome, settings: Settings) -> str:
    """Return the line above a signature: `Tirtawangi, 20 Agustus 2025`; the date alone where the place is not known."""
    return ", ".join(each for each in (given(settings.place), day(outcome)) if each)


def day(outcome: Outcome) -> str:
    """Return the day of the run in words."""
    return long_date(outcome.when.date().isoformat())


def given(text: str) -> str:
    """Return a value of the profile, empty where it was left open with dots."""
    return "" if is_placeholder(text) else fold(text)


def sentence(text: str) -> str:
    """Return a clause as a sentence: with a capital letter at its head and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}" if text else ""


def decided(decision: Decision | None) -> str:
    """Return a decision in words, empty where there is none."""
    return "" if decision is None else sentence(decision_words(decision))


def question_words(question: QuestionView) -> Iterator[str]:
    """Yield what is asked about a doubtful line, and each of its candidates."""
    yield question.asked
    for at, (title, score, used) in enumerate(question.candidates, start=1):
        told = ", ".join(each for each in (f"kemiripan {score}" if score else "", used) if each)
        yield f"Calon {at}: “{fold(title)}”{f' ({told})' if told else ''}."


def place_words(finding: Finding) -> str:
    """Return where a finding stands: in the form, and in the file."""
    return ", ".join(each for each in (where_words(finding.where), str(finding.place)) if each)


def file_words(sops: Iterable[Sop]) -> Mapping[SopKey, str]:
    """Return the file of each SOP in words, with its number where the file holds several."""
    known = list(sops)
    several = {each.file for each in known if each.part > 1}
    return {each.key: f"{each.file}, SOP ke-{each.part}" if each.file in several else each.file for each in known}


def by_subject(outcome: Outcome) -> dict[SopKey, list[Finding]]:
    """Return the findings of each SOP; those on a whole file stand under part 0, those on all under no file."""
    known = {sop.key for sop in outcome.sops}
    found: dict[SopKey, list[Finding]] = defaultdict(list)
    for each in outcome.findings:
        subject = (each.file, each.part)
        found[subject if subject in known else (each.file, 0)].append(each)
    return found


def finding_lines(found: Sequence[Finding], decisions: Mapping[str, Decision]) -> tuple[FindingLine, ...]:
    """Return findings in words, in their order."""
    return tuple(
        FindingLine(
            kode=each.code,
            bobot=SEVERITY_WORDS[each.severity],
            tempat=place_words(each),
            temuan=each.message,
            ditemukan=each.found,
            usulan=each.advice,
            menjadi=correction_words(each) if each.correction else each.question,
            keputusan=decided(decisions.get(each.id)),
        )
        for each in found
    )

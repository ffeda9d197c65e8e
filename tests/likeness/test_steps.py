"""Steps of several SOPs are laid side by side as a person would lay them."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.samples import sop, step
from pipeline.likeness.disparity import disparity
from pipeline.likeness.stems import roots
from pipeline.likeness.steps import Row, align, step_form

ACTIVITIES = (
    ("Mengajukan permohonan duplikat", "Berkas permohonan"), ("Memeriksa kelengkapan berkas", "Berkas yang lengkap"),
    ("Menelusuri akta pada arsip", "Salinan akta"), ("Mencetak buku nikah", "Cetakan buku"),
    ("Menandatangani buku nikah", "Buku yang sah"), ("Menyerahkan buku kepada suami", "Tanda terima"),
    ("Mengunggah laporan bulanan", "Bukti unggah"), ("Membayar biaya layanan", "Bukti setor"),
)  # fmt: skip
FORMS = [step_form(step(activity=activity, output=output)) for activity, output in ACTIVITIES]
REWORDED = {0: "Mengisi permohonan duplikat", 1: "Meneliti kelengkapan berkas", 2: "Mencari akta pada arsip"}
subsets = st.sets(st.integers(0, len(FORMS) - 1), min_size=1).map(sorted)


def pairs(rows: tuple[Row, ...]) -> set[Row]:
    return set(rows)


def test_roots_are_those_of_the_verb_and_its_noun() -> None:
    assert roots("Memeriksa") == roots("pemeriksaan") == roots("diperiksa") == roots("periksa")
    assert roots("mencetak") == roots("cetakan")
    assert roots("berkas yang tidak lengkap") == ("berkas", "!lengkap")


@given(subsets)
def test_a_sop_aligned_with_itself_is_itself(chosen: list[int]) -> None:
    forms = [FORMS[at] for at in chosen]
    assert align([forms, forms, forms]) == tuple((at, at, at) for at in range(len(forms)))


@given(subsets)
def test_left_out_and_reworded_steps_are_recovered(chosen: list[int]) -> None:
    ours = [step_form(step(activity=REWORDED.get(at, ACTIVITIES[at][0]), output=ACTIVITIES[at][1])) for at in chosen]
    expected = {(at, chosen.index(at) if at in chosen else None) for at in range(len(FORMS))}
    assert pairs(align([FORMS, ours])) == expected


@given(st.lists(subsets, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_sops_decides_nothing(lists: list[list[int]], random) -> None:
    given_order = [[FORMS[at] for at in each] for each in lists]
    order = list(range(len(lists)))
    random.shuffle(order)
    again = align([given_order[at] for at in order])
    back = {tuple(row[order.index(at)] for at in range(len(lists))) for row in again}
    assert back == pairs(align(given_order))


def test_swapped_steps_are_the_same_steps() -> None:
    assert pairs(align([FORMS, [*FORMS[:3], FORMS[4], FORMS[3], *FORMS[5:]]])) >= {(3, 4), (4, 3)}


def test_a_step_split_in_two_is_part_of_the_whole() -> None:
    whole = sop(steps=(step(1, activity="Mencetak dan menandatangani surat", output="Surat"),))
    split = sop(
        steps=(
            step(1, activity="Mencetak surat", output="Surat"),
            step(2, activity="Menandatangani surat", output="Surat sah"),
        )
    )
    rows = disparity("SOP Surat", [whole, split], ["KUA A", "KUA B"]).steps
    assert sorted(row.part_of is not None for row in rows) == [False, True]


def test_time_and_positions_written_otherwise_are_the_same() -> None:
    first = sop(steps=(step(1, actor="Kepala KUA Kecamatan Argawana", duration="1 jam"),))
    second = sop(steps=(step(1, actor="Ka. KUA", duration="60 menit"),))
    assert not disparity("SOP", [first, second], ["KUA Argawana", "KUA Banyujati"]).differs

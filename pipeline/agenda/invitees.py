"""The units of a round and the list of participants -> who is invited, and which units name nobody."""

from collections import defaultdict

from pipeline.agenda.units import Presenters
from pipeline.model.agenda import Invitee, Invitees, Participant, Participants
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.text import key
from pipeline.wording import ACROSS_UNITS

# Units whose name is that of the position, and those that are led by one of their own.
_OWN_NAME, _CHAIRED = ("penyelenggara",), ("kelompok",)


def invitees(outcome: Outcome, settings: Settings, participants: Participants) -> Invitees:
    """Return whom the invitation goes to: each unit of the round in the order of the profile, with whom the list names.

    A unit is addressed through its head, whoever takes part for it. Who belongs to no unit of the office is a guest.
    """
    presenters = Presenters(outcome, settings)
    people: dict[str, list[Participant]] = defaultdict(list)
    guests: list[Participant] = []
    known = {key(each): each for each in presenters.names}
    for each in participants.people:
        unit = presenters.named(each.unit) if each.unit else ""
        if unit and (key(unit) in known or presenters.is_ours(unit)):
            people[known.get(key(unit), unit)].append(each)
        else:
            guests.append(each)
    units = [each for each in presenters.in_order((*presenters.names, *people)) if each != ACROSS_UNITS]
    return Invitees(
        units=tuple(Invitee(unit=each, addressed=addressed(each), people=tuple(people[each])) for each in units),
        guests=tuple(guests),
        told=tuple(
            f"{each}: belum ada peserta dalam daftar peserta; undangan ditujukan kepada {addressed(each)}."
            for each in units
            if not people[each]
        ),
    )


def addressed(unit: str) -> str:
    """Return who leads a unit, as an invitation addresses them: `Kepala Seksi Pendidikan Madrasah`."""
    bare = key(unit)
    if bare.startswith(_OWN_NAME):
        return unit
    return f"{'Ketua' if bare.startswith(_CHAIRED) else 'Kepala'} {unit}"


def in_role(participants: Participants, role: str) -> tuple[Participant, ...]:
    """Return who has a role at the meeting (`notulis`, `moderator` …), however the list writes it."""
    return tuple(each for each in participants.people if key(role) in key(each.role).split())

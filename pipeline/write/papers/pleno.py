"""What the papers of a meeting are made from, and who has a role there."""

from dataclasses import dataclass

from pipeline.agenda.invitees import in_role
from pipeline.model.agenda import Invitees, MeetingSettings, Participant, Participants, Schedule
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.write.papers.phrases import DOTS, given
from pipeline.write.papers.views import Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Pleno:
    """All that is known of a meeting: the run that it is about, the office, the schedule, and who is invited."""

    outcome: Outcome
    settings: Settings
    schedule: Schedule
    invited: Invitees

    @property
    def meeting(self) -> MeetingSettings:
        """When and where it is held."""
        return self.schedule.meeting

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody whom the list names."""
        return (*(person for each in self.invited.units for person in each.people), *self.invited.guests)


def signer_in_role(pleno: Pleno, role: str) -> Signer:
    """Return who has a role at the meeting, with dots for what is not known."""
    found = in_role(Participants(people=pleno.people), role)
    name, nip = (found[0].name, found[0].nip) if found else ("", "")
    return Signer(jabatan=role.capitalize(), nama=given(name) or DOTS, nip=given(nip) or DOTS)

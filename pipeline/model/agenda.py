"""The pleno: when and where it is held, what has to be discussed there, who is invited, and what is owed after it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from pipeline.model.decision import Decision, Fate
from pipeline.model.place import XlsxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break that begins at an hour; one for `prayer` keeps to its hour, others give way to whoever is speaking."""

    name: str
    at: time
    minutes: int
    prayer: bool = False


USUAL_BREAKS = (
    Break(name="Rehat kopi", at=time(10), minutes=15),
    Break(name="Ishoma (istirahat, salat Zuhur, dan makan siang)", at=time(12), minutes=60, prayer=True),
    Break(name="Rehat dan salat Asar", at=time(15, 15), minutes=30, prayer=True),
)
# Friday prayers take the place of the noon prayer, begin earlier and last longer.
FRIDAY_BREAKS = (
    USUAL_BREAKS[0],
    Break(name="Ishoma dan salat Jumat", at=time(11, 30), minutes=90, prayer=True),
    USUAL_BREAKS[2],
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """A day of the meeting, from when to when."""

    day: date
    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSettings:
    """When and where the pleno is held; `days` stand in their order.

    `opening`, `direction`, `corrections` and `conclusions` are the minutes of the parts around the presentations, 0 for
    one that is left out. `breaks` hold on all days but Fridays, which have `friday_breaks`.
    """

    days: tuple[MeetingDay, ...]
    place: str = ""
    zone: str = "WIB"
    opening: int = 15
    direction: int = 15
    corrections: int = 30
    conclusions: int = 15
    breaks: tuple[Break, ...] = USUAL_BREAKS
    friday_breaks: tuple[Break, ...] = FRIDAY_BREAKS


class ActKind(StrEnum):
    """The parts of the meeting, in their order, and breaks."""

    OPENING = "opening"
    DIRECTION = "direction"
    UNIT = "unit"
    CORRECTIONS = "corrections"
    CONCLUSIONS = "conclusions"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A line of the schedule: `words` say what it is, `by` who carries it, empty for a break.

    `unit` is the unit that presents. `continued` says that it goes on with what a break interrupted.
    """

    kind: ActKind
    start: datetime
    end: datetime
    words: str
    by: str = ""
    unit: str = ""
    continued: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.end - self.start).total_seconds()) // 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The susunan acara, without gaps from the first line of a day to its last; `notes` are for whoever convenes."""

    meeting: MeetingSettings
    acts: tuple[Act, ...]
    notes: tuple[str, ...] = ()

    def minutes_of(self, unit: str) -> int:
        """Return how long a unit has, what was interrupted counted together."""
        return sum(each.minutes for each in self.acts if each.unit == unit and each.kind is ActKind.UNIT)

    @property
    def days(self) -> tuple[tuple[date, tuple[Act, ...]], ...]:
        """The lines of each day."""
        told = dict.fromkeys(each.start.date() for each in self.acts)
        return tuple((day, tuple(each for each in self.acts if each.start.date() == day)) for day in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLoad:
    """What a unit brings to the meeting: SOPs to present, topics to discuss, and their weight together."""

    unit: str
    sops: int
    topics: int
    weight: float


class Why(StrEnum):
    """Why something is on the table, in the order in which it is discussed.

    `pair`: which row of the inventory a draft answers. `arrow`: how an arrow of the chart runs. `marked`: a proposal or
    finding that the office itself put off to the meeting. `conflict`: two sources say different things. `disparity`:
    units carry out one SOP in different ways. `error`: what has to be corrected whatever is decided.
    """

    PAIR = "pair"
    ARROW = "arrow"
    MARKED = "marked"
    CONFLICT = "conflict"
    DISPARITY = "disparity"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One of the answers that can be chosen; `score` from 0 to 1 where one was reckoned, `whose` who says so."""

    text: str
    score: float | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing to decide: `asked` is the question in one sentence, `background` what led to it, empty where nothing.

    `about` is its id among the decisions, empty where the workbook has no line for it. `where` is the place in the form
    in words, `found` what stands there. `units` are those concerned where several are. `discuss` says that somebody put
    it off to the meeting (“bahas”), `note` what they wrote beside it.
    """

    about: str
    why: Why
    asked: str
    background: str = ""
    where: str = ""
    found: str = ""
    candidates: tuple[Candidate, ...] = ()
    units: tuple[str, ...] = ()
    discuss: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SopTopics:
    """A SOP with all that has to be decided about it, the most disputed first.

    `file` and `part` tell the draft whose chart is shown; `part` is 0 where it is about a whole file, `file` is empty
    where no draft was handed in.
    """

    title: str
    file: str
    part: int
    topics: tuple[Topic, ...]

    @property
    def disputed(self) -> bool:
        """Whether people have to choose, rather than only take note of what is wrong."""
        return any(each.why is not Why.ERROR for each in self.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTopics:
    """A unit with the SOPs that have to be discussed, disputed ones first; `sops` is how many it handed in."""

    unit: str
    sops: int
    items: tuple[SopTopics, ...]

    @property
    def topics(self) -> int:
        """How many things there are to decide."""
        return sum(len(each.topics) for each in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part, as the office's list names them; `unit` as the profile calls it, empty where untold."""

    name: str
    place: XlsxPlace
    nip: str = ""
    position: str = ""
    unit: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """The list of participants as it was understood; `told` are sentences about what was not, each with its place."""

    people: tuple[Participant, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """A recipient of the invitation: `addressed` stands behind Yth., `people` are those whom the list names."""

    unit: str
    addressed: str
    people: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitees:
    """All recipients in the order of units, then `guests` of no unit; `told` names units without a participant."""

    units: tuple[Invitee, ...]
    guests: tuple[Participant, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many persons are expected: one for a unit that names nobody."""
        return sum(max(len(each.people), 1) for each in self.units) + len(self.guests)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedSop:
    """A SOP that a unit has not handed in: its row of the inventory."""

    title: str
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedFix:
    """What the office decided and the draft does not have yet; `becomes` are the words decided on, if any."""

    title: str
    file: str
    where: str
    words: str
    becomes: str
    fate: Fate
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedFile:
    """A file that could not be read and has to be handed in again, and why."""

    file: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a unit still owes after the meeting; `submitted` is how many SOPs it handed in.

    `open` is how many things about them nobody has decided yet.
    """

    unit: str
    submitted: int = 0
    missing: tuple[OwedSop, ...] = ()
    again: tuple[OwedFile, ...] = ()
    fixes: tuple[OwedFix, ...] = ()
    open: int = 0

    @property
    def submitted_nothing(self) -> bool:
        """Whether it has SOPs to write and has handed in none, nor a file that could not be read."""
        return bool(self.missing) and not (self.submitted or self.again)

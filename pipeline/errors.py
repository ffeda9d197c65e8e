"""What stops a run or a file: one class per thing that a person can fix, each with its advice, Indonesian."""

from typing import ClassVar


class PlenoError(Exception):
    """Something that a person can fix; the message says what, where and what to do."""

    exit_code: ClassVar[int] = 4


class NoWorkspace(PlenoError):
    """There is nothing to read in this folder."""


class SettingsWrong(PlenoError):
    """pleno.toml cannot be used as it stands."""


class InventoryUnreadable(PlenoError):
    """The master inventory cannot be read."""


class DecisionsUnreadable(PlenoError):
    """A copy of the consolidated workbook cannot be read."""


class CannotMark(PlenoError):
    """A draft cannot be marked up."""


class TemplateRefused(PlenoError):
    """The template of a paper cannot be filled in as it stands."""


class MeetingTooShort(PlenoError):
    """The meeting's hours do not hold what has to be done in them."""


class OutputInUse(PlenoError):
    """A result of an earlier run is open in another program."""


class OutputNotWritable(PlenoError):
    """The output folder cannot be written to."""


class DraftUnreadable(PlenoError):
    """One draft cannot be read; the run goes on without it."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the code of the `RD` family beside the sentence."""
        super().__init__(message)
        self.code = code
        self.message = message


class NeedsConversion(DraftUnreadable):
    """A draft in a format that LibreOffice can turn into .docx; the message holds where there is no LibreOffice."""

    def __init__(self, code: str, message: str, ending: str) -> None:
        """Keep the ending of the format's own file names (`doc`, `rtf`, `odt`)."""
        super().__init__(code, message)
        self.ending = ending


class RegisterUnusable(PlenoError):
    """The register is damaged, is not one, cannot be written to, or is held by another program for too long."""


class RegisterNewer(PlenoError):
    """The register was made by a newer program than this one."""


class RunUnderWay(PlenoError):
    """Another run is at work in this workspace."""


class RoundTaken(PlenoError):
    """Another run has meanwhile recorded a round of this number or a later one."""

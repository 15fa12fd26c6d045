"""The errors of this room. Each message is one Chinese sentence that says what to do next.

ReportError
├── UnreadableFile          the file cannot be read as what it says it is
│   ├── UnsupportedFormat   no reader takes this kind of file
│   ├── EncryptedFile       a password is needed
│   ├── MissingProgram      a program that must be installed first
│   └── DamagedFile         broken, or binary under a text name
├── EmptyReport             read, but without any text
├── TooLarge                over the size limit
├── UnknownIdentity         neither text nor file name tells place or year
└── BadTable                the user's own table of indicators is missing or broken
"""

from __future__ import annotations


class ReportError(Exception):
    """Base of everything that this room raises on purpose."""


class UnreadableFile(ReportError):
    """The file cannot be read as what it says it is."""


class UnsupportedFormat(UnreadableFile):
    """No reader takes this kind of file."""


class EncryptedFile(UnreadableFile):
    """The file is protected by a password."""


class MissingProgram(UnreadableFile):
    """A program or model that reads this format is not installed."""


class DamagedFile(UnreadableFile):
    """The file is broken, or not of the kind that its name says."""


class EmptyReport(ReportError):
    """The file was read, but holds no text."""


class TooLarge(ReportError):
    """The file or its text is over the size limit."""


class UnknownIdentity(ReportError):
    """Neither the text nor the file's name tells the place or the year."""


class BadTable(ReportError):
    """The user's own table of indicators is missing or broken."""

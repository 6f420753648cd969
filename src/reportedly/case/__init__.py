"""The case file: captures, readings and skipped items in one SQLite file, with search and a custody log."""

from reportedly.case.entries import (
    Acquisition,
    DocumentEntry,
    EventEntry,
    EventTally,
    Hit,
    PublisherTally,
    RoleEntry,
    RunTally,
    SkippedEntry,
    SourceTally,
    StatementEntry,
    Summary,
)
from reportedly.case.errors import AmbiguousIdError, CaseError, UnknownIdError
from reportedly.case.find import Found
from reportedly.case.schema import SCHEMA_VERSION
from reportedly.case.store import Case

__all__ = [
    "SCHEMA_VERSION",
    "Acquisition",
    "AmbiguousIdError",
    "Case",
    "CaseError",
    "DocumentEntry",
    "EventEntry",
    "EventTally",
    "Found",
    "Hit",
    "PublisherTally",
    "RoleEntry",
    "RunTally",
    "SkippedEntry",
    "SourceTally",
    "StatementEntry",
    "Summary",
    "UnknownIdError",
]

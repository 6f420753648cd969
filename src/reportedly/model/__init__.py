"""The nouns of the ledger: small frozen records, each with one JSON form.

Nothing here knows how a record is made; every step takes records and returns records.
"""

from reportedly.model._record import Record, Span, merged
from reportedly.model.capture import Capture, Provenance, Skipped
from reportedly.model.courses import (
    Alternative,
    Amount,
    Assertion,
    Chain,
    Change,
    ChangeKind,
    ControlState,
    Dependence,
    Finding,
    Gap,
    GapKind,
    Party,
    Period,
    Step,
    StepKind,
    Told,
)
from reportedly.model.document import READABLE, Block, BlockKind, Document, Post
from reportedly.model.event import Casualty, Claim, Event, Modality, Polarity, Role
from reportedly.model.identity import content_id, sha256
from reportedly.model.judgement import Anchor, Judgement, JudgementKind, standing, undone
from reportedly.model.ledger import (
    Bearing,
    Contradiction,
    ContradictionKind,
    Copy,
    CopyKind,
    Credibility,
    Evidence,
    Grade,
    Incident,
    IncidentGrade,
    Link,
    Origin,
    Reason,
    Reliability,
    Testimony,
    Voice,
    Weighing,
)
from reportedly.model.mention import ActorMention, MaterielMention, Mentions, Place, PlacePrecision, Quantity
from reportedly.model.reading import Reading, RunInfo
from reportedly.model.run import Run, located, overlapping
from reportedly.model.source import Source, SourceKind
from reportedly.model.statement import Mode, Said, Stance, Statement
from reportedly.model.time import Precision, Published, Time

__all__ = [
    "READABLE", "ActorMention", "Alternative", "Amount", "Anchor", "Assertion", "Bearing", "Block", "BlockKind",
    "Capture", "Casualty", "Chain", "Change", "ChangeKind", "Claim", "Contradiction", "ContradictionKind",
    "ControlState", "Copy", "CopyKind", "Credibility", "Dependence", "Document", "Event", "Evidence", "Finding", "Gap",
    "GapKind", "Grade", "Incident", "IncidentGrade", "Judgement", "JudgementKind", "Link", "MaterielMention",
    "Mentions", "Modality", "Mode", "Origin", "Party", "Period", "Place", "PlacePrecision", "Polarity", "Post",
    "Precision", "Provenance", "Published", "Quantity", "Reading", "Reason", "Record", "Reliability", "Role", "Run",
    "RunInfo", "Said", "Skipped", "Source", "SourceKind", "Span", "Stance", "Statement", "Step", "StepKind",
    "Testimony", "Time", "Told", "Voice", "Weighing", "content_id", "located", "merged", "overlapping", "sha256",
    "standing", "undone",
]  # fmt: skip

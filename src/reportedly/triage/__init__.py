"""Is a document worth reading? Told at the speed of text, before any parsing."""

from reportedly.triage.language import triage

__all__ = ["triage"]

"""What a document tells to have happened, and each telling of it."""

from reportedly.read.events.find import find_events

__all__ = ["find_events"]

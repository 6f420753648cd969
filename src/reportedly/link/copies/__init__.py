"""Copied words: near-duplicates, syndicated and rewritten text, and stretches of one document in another."""

from reportedly.link.copies.index import CopyIndex, copies
from reportedly.link.copies.tracing import covers

__all__ = ["CopyIndex", "copies", "covers"]

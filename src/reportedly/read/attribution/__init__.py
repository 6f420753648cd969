"""Attribution: every statement in a document, with its source, cue, content, stance and chain."""

from reportedly.read.attribution.statements import find_statements

__all__ = ["find_statements"]

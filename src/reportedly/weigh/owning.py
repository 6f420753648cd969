"""Whose word a detail is, where one event is told by several voices."""

from collections.abc import Sequence

from reportedly.model import Span, Testimony


def owns(testimony: Testimony, span: Span, others: Sequence[Testimony]) -> bool:
    """True if what stands at ``span`` is told by ``testimony`` rather than by another claim of the same event.

    It belongs to the claims in whose sentence it stands; in a sentence that tells none of them, to the nearest.
    """
    if len(others) < 2 or testimony.evidence.span.overlaps(span):
        return True
    if any(other.evidence.span.overlaps(span) for other in others):
        return False
    nearest = min(others, key=lambda o: (abs(o.claim.trigger.start - span.start), o.claim.id))
    return nearest.claim.id == testimony.claim.id

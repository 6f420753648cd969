"""From words in a copy back to the words they were copied from."""

from reportedly.model import Copy, Span


def covers(copy: Copy, span: Span, least: float = 0.6) -> Span | None:
    """The stretch of the first document that ``span`` of the second was copied from.

    ``None`` where less than ``least`` of the code points of ``span`` are shared. Where a few words differ, the stretch
    reaches from the first shared word to the last; where the words stand far apart in the first document, it is the
    stretch that has most of them.
    """
    parts = [
        Span(start + first.start - second.start, end + first.start - second.start)
        for first, second in copy.shared
        if (start := max(span.start, second.start)) < (end := min(span.end, second.end))
    ]
    best: list[Span] = []
    for start in range(len(parts)):
        near = [part for part in parts[start:] if part.end <= parts[start].start + 2 * len(span)]
        if sum(map(len, near)) > sum(map(len, best)):
            best = near
    if not best or sum(map(len, best)) < least * len(span):
        return None
    return Span(best[0].start, max(part.end for part in best))

"""From words in a document's text back to the bytes of its capture."""

from bisect import bisect_right

from reportedly.model import Document, Span


def to_bytes(document: Document, span: Span) -> Span | None:
    """The byte range in the capture that the words of ``span`` were made from.

    Where an end of ``span`` falls into a run that is only exact at its ends (an HTML entity), or between two
    runs, the range is the smallest that surely holds all its bytes. ``None`` where none of the words has
    bytes.
    """
    runs = document.alignment
    at = bisect_right(runs, span.start, key=lambda run: run.end)
    touched = []
    while at < len(runs) and runs[at].start < span.end:
        touched.append(runs[at])
        at += 1
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    start, end = first.first, last.last
    if first.end - first.start == first.last - first.first:
        start += max(span.start - first.start, 0)
    if last.end - last.start == last.last - last.first:
        end -= max(last.end - span.end, 0)
    return Span(start, end)

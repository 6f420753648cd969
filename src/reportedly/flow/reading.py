"""The flow: capture, clean, triage, read. Each item comes out as a reading or as ``Skipped``; none is lost."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reportedly.capture import capture, utc_now
from reportedly.clean import clean
from reportedly.language import SHIPPED, pipeline
from reportedly.model import Capture, Document, Reading, Skipped
from reportedly.read.reader import Reader
from reportedly.triage import triage


class Read(NamedTuple):
    """One item read: the bytes and their ledger."""

    capture: Capture
    reading: Reading


Item = tuple[Capture, Document]
"""Bytes and the document made of them, ready to be read."""


def reader(model: str = SHIPPED, ontology: Iterable[Path] = ()) -> Reader:
    """A reader with the named English pipeline, the ontology (with the user's folders) and the user's gazetteer.

    Nothing is loaded from ``model`` before the first document is read.

    Raises:
        OntologyError: for a malformed line in an ontology file.
        GazetteerError: if the gazetteer cannot be built or opened.
    """
    from reportedly.gazetteer import Gazetteer
    from reportedly.ontology import load

    return Reader(pipeline(model), load(*ontology), Gazetteer.open())


def prepare(
    captured: Capture, *, published: str | None = None, url: str | None = None, publisher: str | None = None
) -> Document | Skipped:
    """The document of a capture, cleaned and found worth reading, or why it was skipped.

    Raises:
        DateError: where ``published`` is no date.
    """
    document = clean(captured, published=published, url=url, publisher=publisher)
    if isinstance(document, Skipped):
        return document
    outcome = triage(document)
    if isinstance(outcome, Skipped):
        return Skipped(
            item=captured.provenance.origin, stage=outcome.stage, reason=outcome.reason, detail=outcome.detail,
            sha256=captured.provenance.sha256,
        )  # fmt: skip
    return outcome


def prepared(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    obtained: Callable[[], str] = utc_now,
) -> Iterator[Item | Skipped]:
    """Everything under ``paths``, in order, cleaned and found worth reading (``capture.capture``: what may be there).

    Args:
        published, url, publisher: what the caller knows better than the pages; they hold for every item.
        obtained: tells the time (UTC, ISO 8601) at which bytes are taken in.

    Raises:
        DateError: where ``published`` is no date.
    """
    for captured in capture(paths, url=url, obtained=obtained):
        if isinstance(captured, Skipped):
            yield captured
            continue
        document = prepare(captured, published=published, url=url, publisher=publisher)
        yield document if isinstance(document, Skipped) else (captured, document)


def read_items(items: Iterable[Item | Skipped], using: Reader) -> Iterator[Read | Skipped]:
    """The readings of ``items``, in their order."""
    for item in items:
        yield item if isinstance(item, Skipped) else read_one(*item, using)


def read_paths(
    paths: Iterable[str | Path],
    using: Reader,
    *,
    published: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    obtained: Callable[[], str] = utc_now,
) -> Iterator[Read | Skipped]:
    """Read everything under ``paths``: ``prepared`` and ``read_items`` in one."""
    return read_items(prepared(paths, published=published, url=url, publisher=publisher, obtained=obtained), using)


def read_one(captured: Capture, document: Document, using: Reader) -> Read | Skipped:
    """The reading of one document; what a rule stumbles over is skipped with the error."""
    using.language.engine  # noqa: B018  a model that does not load is the caller's error, not the document's
    try:
        return Read(captured, using.read(document))
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
        MemoryError,
    ) as error:
        # One page that a rule stumbles over must not take a crawl of thousands with it; the error is on record.
        return Skipped(
            item=captured.provenance.origin, stage="read", reason="could not be read",
            detail=f"{type(error).__name__}: {error}", sha256=captured.provenance.sha256,
        )  # fmt: skip

"""`reportedly`: who said what happened in an armed conflict, on whose authority, and how well it holds up.

>>> import reportedly
>>> reading = reportedly.read_text("The ministry said on Sunday that the bridge had been hit.", published="2031-05-06")
>>> reading.statements[0].stance
'affirms'
"""

from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from reportedly.model import Reading

__version__ = "0.1.0"
__all__ = ["ReportedlyError", "__version__", "read_text"]


def read_text(
    text: str, published: str | None = None, url: str | None = None, publisher: str | None = None
) -> "Reading":
    """The ledger of one report whose text is already clean: all spans are code points of this very string.

    Args:
        text: the report. Paragraphs are parted by line breaks; nothing in it is changed.
        published: when it was published, ISO 8601 (``2014-11-03`` or with a time); relative times need it.
        url: where it stood; it goes into the document's identifier.
        publisher: who published it.

    Returns:
        A ``reportedly.model.Reading``; ``to_dict()`` gives it as plain data.

    Raises:
        ReportedlyError: where ``published`` is no date, or the English pipeline cannot be loaded.
    """
    from reportedly.clean import document_of
    from reportedly.flow.reading import reader

    document = document_of(text, published=published, url=url, publisher=publisher)
    return reader().read(document)

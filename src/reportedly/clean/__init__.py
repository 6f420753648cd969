"""Captures made into documents: clean text in blocks, each character led back to its bytes."""

from reportedly.clean.dates import DateError
from reportedly.clean.document import clean, document_of

__all__ = ["DateError", "clean", "document_of"]

"""The shipped English pipeline: a small transformer encoder with heads for tags, trees, sentences and names."""

from reportedly.language.encoder.network import load
from reportedly.language.encoder.reader import Reader

__all__ = ["Reader", "load"]

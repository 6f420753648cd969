"""The steps strung together: from bytes to readings, from readings to incidents and grades."""

from reportedly.flow.linking import Voices, link, weighed
from reportedly.flow.pool import Spec, read_parallel
from reportedly.flow.reading import Item, Read, prepare, prepared, read_items, read_paths, reader
from reportedly.flow.weighing import Weighed, weigh_readings

__all__ = [
    "Item",
    "Read",
    "Spec",
    "Voices",
    "Weighed",
    "link",
    "prepare",
    "prepared",
    "read_items",
    "read_parallel",
    "read_paths",
    "reader",
    "weigh_readings",
    "weighed",
]

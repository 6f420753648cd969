"""The steps strung together: from bytes to readings, from readings to incidents and grades."""

from reportedly.flow.linking import Voices, link, weighed
from reportedly.flow.reading import Read, prepare, read_paths, reader
from reportedly.flow.weighing import Weighed, weigh_readings

__all__ = ["Read", "Voices", "Weighed", "link", "prepare", "read_paths", "reader", "weigh_readings", "weighed"]

"""The steps strung together: from bytes to readings, from readings to incidents and grades."""

from reportedly.flow.reading import Read, prepare, read_paths, reader

__all__ = ["Read", "prepare", "read_paths", "reader"]

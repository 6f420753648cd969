"""The steps strung together: from bytes to readings, from readings to incidents and grades.

Its modules are imported by name, so that a command that only looks into a case loads nothing that reads.
"""

from collections.abc import Callable

Advance = Callable[[str, int], None]
"""Told of progress: what is being done, and how many steps it has."""

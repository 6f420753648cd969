"""Truth discovery for values that differ, beside the plain list of what is claimed."""

from reportedly.weigh.truth.discover import discover

__all__ = ["discover"]

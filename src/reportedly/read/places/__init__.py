"""Places: toponyms recognised in a text and put on the map, with their precision."""

from reportedly.read.places.find import find_places

__all__ = ["find_places"]

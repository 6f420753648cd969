"""Places: toponyms recognised in a text and put on the map, with their precision."""

from reportedly.read.places.find import Toponyms, find_places, find_toponyms

__all__ = ["Toponyms", "find_places", "find_toponyms"]

"""Where places lie: the world's towns, countries and regions, and any GeoNames country file that a user
adds."""

from reportedly.gazetteer.gazetteer import Added, Gazetteer, Layer
from reportedly.gazetteer.keys import exact_key, keys, skeleton_key, sound_key
from reportedly.gazetteer.store import GazetteerError
from reportedly.gazetteer.tables import demonyms, homes
from reportedly.gazetteer.toponym import Toponym

__all__ = [
    "Added", "Gazetteer", "GazetteerError", "Layer", "Toponym", "demonyms", "exact_key", "homes", "keys",
    "skeleton_key", "sound_key",
]  # fmt: skip

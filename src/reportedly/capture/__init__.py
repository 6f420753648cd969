"""Files, folders, archives, posts and standard input, taken in as bytes. Never the network."""

from reportedly.capture.limits import MAX_ITEM
from reportedly.capture.take import capture, utc_now

__all__ = ["MAX_ITEM", "capture", "utc_now"]

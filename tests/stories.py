"""Invented reports of one air strike and of what lies beside it, read once for all tests that link and weigh them."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.clean import document_of
from reportedly.flow.reading import reader
from reportedly.model import Capture, Reading


class Story(NamedTuple):
    """A report as the tests write it."""

    publisher: str
    published: str
    text: str


STRIKE = (
    Story(
        "Orontes Daily", "2031-05-06",
        "The Hilltop Observatory said on Tuesday that army warplanes had bombed the market in Binnish on Monday, "
        "killing 17 people.",
    ),
    Story(
        "Harbour Times", "2031-05-07",
        "The Civil Rescue Corps said on Wednesday that army warplanes had bombed the market in Binnish on Monday, "
        "killing 19 people.",
    ),
    Story(
        "Capital Bulletin", "2031-05-08",
        "The defence ministry denied on Thursday that its warplanes had bombed the market in Binnish on Monday.",
    ),
)  # fmt: skip
"""One air strike: two independent origins with different numbers, and a denial."""

TANKS = Story(
    "Two Rivers News", "2031-05-09",
    "The Valley Brigade said on Friday that its fighters had captured three tanks from the army near Kafr Zita on "
    "Thursday.",
)  # fmt: skip

TOWN = Story(
    "Two Rivers News", "2031-05-10",
    "The Valley Brigade captured the town of Saraqib from the army on Friday, its spokesman said on Saturday.",
)  # fmt: skip

ALL = (*STRIKE, TANKS, TOWN)


@cache
def read(story: Story) -> tuple[Capture, Reading]:
    """The reading of ``story`` with the capture it is kept with."""
    document = document_of(story.text, published=story.published, publisher=story.publisher)
    taken = Capture.of(
        story.text.encode(), origin=story.publisher, method="file", media_type="text/plain",
        obtained="2031-05-11T00:00:00Z",
    )  # fmt: skip
    return taken, reader().read(document)


def readings(stories: Sequence[Story]) -> list[Reading]:
    """The readings of ``stories``."""
    return [read(story)[1] for story in stories]

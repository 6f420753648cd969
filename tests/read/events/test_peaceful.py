"""Accidents, disasters, debates and games are told in words of violence, and are none."""

import pytest
from tests.read.events.test_ways_of_telling import events

from reportedly.read.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "A lorry skidded on a wet road near Ndola, killing its driver.",
        "The earthquake reduced the old quarter to rubble.",
        "Locusts destroyed the harvest along the river.",
        "An outbreak of cholera claimed the lives of forty people.",
        "The candidates clashed over taxes in a debate.",
        "The home team attacked the goal after the break.",
    ],
)
def test_mishaps_and_debates_are_left_alone(using: Reader, text: str) -> None:
    assert not events(using, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("An air defence team shot down a helicopter near Bhamo.", "shoot-down"),
        ("An assault team stormed the post near Bhamo.", "offensive"),
        ("A gun battle raged around the granary into the evening.", "clash"),
        ("Heavy mortar fire was reported along the canal.", "shelling"),
        ("Gunfire tore through the wedding hall.", "gun-attack"),
        ("Two guided bombs slammed into a block of flats in Kharkiv.", "air-strike"),
        ("Four hunters were found dead near the well.", "killing"),
        ("The hall went up in flames after the shelling.", "property-destroyed"),
    ],
)
def test_violence_is_told(using: Reader, text: str, type_: str) -> None:
    assert type_ in {event.type for event in events(using, text)}

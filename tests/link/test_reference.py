"""What a report goes on to tell belongs to what it has told; what it sets apart does not."""

import pytest

from reportedly.clean import document_of
from reportedly.link.signature import Signature, signatures
from reportedly.ontology import load
from reportedly.read.reader import Reader


def told(using: Reader, text: str) -> dict[str, Signature]:
    """The signatures of the report's events by their triggers."""
    reading = using.read(document_of(text, published="2031-05-06"))
    return {one.span.of(reading.document.text): one for one in signatures(reading, load())}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels blew up a police lorry near Hulugho on Monday. Thirteen crusaders died.", "died"),
        ("Gunmen stormed a mosque in Dan Gulbi on Sunday. A captain denied that the building had been hit.", "hit"),
        ("Rebels captured the town of Karr on Sunday. The town was firmly held by the army on Monday.", "held"),
        ("Rebels burned down a clinic in Tarsa on Monday. Two nurses died.", "died"),
    ],
)
def test_what_goes_on_from_an_event_has_its_day_and_place(using: Reader, text: str, trigger: str) -> None:
    events = told(using, text)
    later = events[trigger]
    earlier = next(one for one in events.values() if one.event == later.after)
    assert later.spots == earlier.spots
    assert later.dated


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels blew up a police lorry near Hulugho on Monday. Thirteen people died elsewhere.", "died"),
        ("Rebels blew up a police lorry near Hulugho on Monday. Nine traders died in Tarsa.", "died"),
        ("Jets bombed Tarsa on Monday. Two drivers were killed on Saturday.", "killed"),
        ("Jets bombed Tarsa on Monday, killing nine. Two drivers were killed in a second attack.", "killed"),
    ],
)
def test_what_is_set_apart_stands_alone(using: Reader, text: str, trigger: str) -> None:
    assert all(one.after is None for words, one in told(using, text).items() if words == trigger)


def test_a_report_of_one_day_tells_the_rest_of_that_day(using: Reader) -> None:
    events = told(using, "There was fighting around Karr on Monday. Shells that rebels fired fell on the market.")
    assert events["fired"].held
    background = told(using, "There was fighting around Karr on Monday and on Friday. Shells fell on the market.")
    assert not background["fell on"].held

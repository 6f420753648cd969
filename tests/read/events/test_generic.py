"""Clauses that tell no single happening, each beside one of the same words that does."""

import pytest

from reportedly.clean import document_of
from reportedly.model import Event
from reportedly.read.reader import Reader


def events(using: Reader, text: str) -> tuple[Event, ...]:
    return using.read(document_of(text, published="2018-08-16")).events


def told(using: Reader, text: str) -> set[str]:
    return {event.trigger.of(text) for event in events(using, text)}


@pytest.mark.parametrize(
    ("mark", "text", "word"),
    [
        ("habit", "They used to ambush convoys on this road.", "ambush"),
        ("habit", "The kingdom rarely admits its strikes on the port.", "strikes"),
        ("iterated", "The old quarter was shelled daily.", "shelled"),
        ("iterated", "The depot has been attacked nightly by gunmen.", "attacked"),
        ("span-of-time", "After years of shelling the town is empty.", "shelling"),
        ("span-of-time", "Weeks of street battles and bombing left nobody there.", "battles"),
        ("relative-present", "A ruler who starves and massacres his people cannot stay.", "massacres"),
        ("relative-present", "Volunteers who join the brigade are given a rifle.", "join"),
        ("free-choice", "Any party that attacks the convoy will be punished.", "attacks"),
        ("free-choice", "Every commander who surrenders is shot.", "shot"),
        ("deed-at-large", "Selling rifles to rebels is a crime.", "Selling"),
        ("bare-plural", "Terrorist attacks in Europe have made people afraid.", "attacks"),
        ("bare-plural", "The group plotted bombings in Europe.", "bombings"),
        ("sum", "Its interventions have killed many people.", "killed"),
        ("since", "Airstrikes have killed thousands since 2011.", "Airstrikes"),
    ],
)
def test_what_is_no_single_happening_is_no_event(using: Reader, mark: str, text: str, word: str) -> None:
    assert word not in told(using, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The kingdom admits its strikes on the port.", "strikes"),
        ("The old quarter was shelled on Monday.", "shelled"),
        ("Gunmen who attacked a bus near Homs fled.", "attacked"),
        ("The ministry denied that any civilians were killed.", "killed"),
        ("Selling the rifles, the dealer fled.", "Selling"),
        ("Residents heard explosions at dawn.", "explosions"),
        ("Warplanes carried out strikes on the port.", "strikes"),
        ("Clashes erupted between rebels and the army.", "Clashes"),
        ("The toll from clashes between the brigades has risen to 24.", "clashes"),
        ("The raid has killed twelve people.", "killed"),
        ("More than 5,000 people have fled Homs since June.", "fled"),
    ],
)
def test_the_same_words_of_one_happening_are_one(using: Reader, text: str, word: str) -> None:
    mentions = {span.of(text) for event in events(using, text) for span in event.mentions}
    assert word in mentions

"""Names that change hands are places, whatever a tagger takes them for."""

import pytest

from reportedly.clean import document_of
from reportedly.read.reader import Reader


@pytest.fixture(scope="module")
def using() -> Reader:
    from reportedly.flow.reading import reader

    return reader()


def places(using: Reader, text: str) -> list[str]:
    return [place.name for place in using.read(document_of(text, published="2018-08-16")).mentions.places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lwegel has not been captured, General Tun told reporters. The town was held by the army.", "Lwegel"),
        ("The ministry said Khwaja Ghar had not been captured and its troops held the district centre.", "Khwaja Ghar"),
        ("The reserves of the front captured Moqokori on Monday, the town's elder said.", "Moqokori"),
        ("It is not true that Khwaja Ghar has fallen. The centre of the district is quiet.", "Khwaja Ghar"),
        ("The rebels denied that Karimabad had been lost. The city is ours, they said.", "Karimabad"),
        ("Rebels captured Gaskoro on Friday. Half of the village has fled.", "Gaskoro"),
    ],
)
def test_what_is_taken_and_then_called_the_town_is_one(using: Reader, text: str, name: str) -> None:
    assert places(using, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers captured Abu Walid, a commander of the group, near the border. The town was quiet.",
        "Soldiers captured Abu Walid near the border. He had left the village a week ago.",
        "The militants captured Sergeant Ivan Petrov on Tuesday. The village is empty.",
        "Gunmen captured Petrov on Tuesday. Ivan Petrov led the post in the village.",
        "The rebels took Gorov hostage. The town was calm.",
    ],
)
def test_people_who_are_taken_are_none(using: Reader, text: str) -> None:
    assert not places(using, text)


def test_a_make_of_arms_is_none(using: Reader) -> None:
    assert not places(using, "I doubt that the Mi-35 was shot down.")

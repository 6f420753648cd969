"""What events tell, led over to other people's labels: invented texts, read by the shipped pipeline."""

import pytest

from bench import case2021, ipe, plover
from reportedly.read.reader import Reader


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Government warplanes bombed the market of Kafr Zita on Friday, killing six people.", "AIR_STRIKE"),
        ("A suicide bomber blew himself up at the gate of a barracks near Kafr Zita.", "SUIC_BOMB"),
        ("Two men on a motorbike threw a grenade at a police post in the old quarter on Monday.", "GRENADE"),
        ("Thousands of nurses marched through the capital on Monday to demand higher pay.", "PEACE_PROTEST"),
        ("Demonstrators torched two cars and threw stones as the protest turned violent.", "VIOL_DEMONSTR"),
        ("Three villages were cut off by flooding after torrential rain in the valley.", "NATURAL_DISASTER"),
        ("Nine people were killed when a bus collided with a lorry on the coast road.", "MAN_MADE_DISASTER"),
        ("Insurgents took control of the village after the army withdrew from it without a fight.",
         "NON_VIOL_TERRIT_TRANSFER"),
        ("The army set up an observation post on the ridge above the town.", "HQ_ESTABLISHED"),
        ("Both sides signed a peace agreement in the border town on Tuesday.", "AGREEMENT"),
        ("Police seized forty rifles and 900 rounds of ammunition in a raid on a farmhouse.", "DISR_WEAP"),
    ],
)  # fmt: skip
def test_a_short_text_gets_the_label_of_what_it_tells(using: Reader, text: str, label: str) -> None:
    assert case2021.predict({"id": "1", "text": text}, using) == {"id": "1", "labels": [label]}


def test_a_text_that_tells_nothing_gets_a_label_all_the_same(using: Reader) -> None:
    assert len(case2021.predict({"id": "1", "text": "..."}, using)["labels"]) == 1


def test_only_what_police_did_counts(using: Reader) -> None:
    rows = [
        {"id": "1:0", "doc": "1", "text": "police arrested nine men over the theft of the idols."},
        {"id": "1:1", "doc": "1", "text": "two people were killed in police firing near the bridge."},
        {"id": "2:0", "doc": "2", "text": "rebels killed two drivers on the coast road."},
        {"id": "2:1", "doc": "2", "text": "he demanded that the arrest of the minister be ordered."},
        {"id": "2:2", "doc": "2", "text": "the harvest was poor that year."},
    ]
    found = ipe.predict(rows, using)
    assert {"ARREST"} <= set(found["1:0"])
    assert {"KILL", "FORCE"} <= set(found["1:1"])
    assert not {"KILL", "ARREST", "FORCE"} & {label for key in ("2:0", "2:1", "2:2") for label in found[key]}


def test_a_record_has_a_class_a_source_and_a_target(using: Reader) -> None:
    found = plover.predict({"id": "1", "text": "France threatened on Monday to impose sanctions on Belarus."}, using)
    assert found["labels"] == ["THREATEN"]
    assert "France" in str(found["source"])


def test_a_party_is_found_by_a_shared_word_of_content() -> None:
    gold = [{"id": "1", "source": [{"actorText": "Turkish police"}], "target": None}]
    assert plover.party_f1(gold, {"1": {"source": "the police", "target": None}}, "source") == 1.0
    assert plover.party_f1(gold, {"1": {"source": "the judges"}}, "source") == 0.0

"""What nobody could check, however it is put."""

import pytest

from reportedly.clean import document_of
from reportedly.read.reader import Reader

TOLD = "The rebels said they had shelled the base. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neither claim could be verified.", None),
        ("None of this could be verified.", None),
        ("There was no independent confirmation.", None),
        ("There was no independent confirmation of the claim.", None),
        ("No independent confirmation was available.", None),
        ("There was no way of verifying the report.", None),
        ("It was impossible to verify the claim, posted on Telegram.", None),
        ("It cannot be established at this stage whether the base was shelled.", None),
        ("The agency had no independent confirmation.", "The agency"),
        ("The agency had no means of checking the claim.", "The agency"),
        ("The agency had not been able to confirm it.", "The agency"),
        ("The agency could not verify the claim, made in an audio message.", "The agency"),
        ("The governor was not in a position to confirm that a convoy had been ambushed.", "The governor"),
    ],
)
def test_what_could_not_be_checked_is_said_to_be_so(using: Reader, text: str, name: str | None) -> None:
    reading = using.read(document_of(TOLD + text, published="2031-05-06"))
    names = {one.id: one.name for one in reading.sources}
    statements = {one.id: one for one in reading.statements}
    found = [claim for claim in reading.claims if claim.stance == "cannot-verify"]
    assert [names.get(statements[claim.chain[0]].source or "") for claim in found] == [name]


def test_what_they_deny_is_what_the_sentence_tells(using: Reader) -> None:
    text = TOLD + "Soldiers have been accused of abuses in the area, which they deny."
    reading = using.read(document_of(text, published="2031-05-06"))
    assert all(claim.stance == "affirms" for claim in reading.claims)


@pytest.mark.parametrize("verb", ["believes", "thinks", "suspects", "assumes"])
def test_who_believes_does_not_say_that_it_was_so(using: Reader, verb: str) -> None:
    reading = using.read(document_of(f"The mayor {verb} that the army shelled the market.", published="2031-05-06"))
    assert [claim.modality for claim in reading.claims] == ["possible"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The deputy mayor of Léogâne, Guerda Saintil, said that looters emptied the hospital.", "Guerda Saintil"),
        ("The station master of Rueso, Somchai Petchkaew, said that a bomb went off.", "Somchai Petchkaew"),
        ("A barge was shot at, according to its owner, Kosti River Transport.", "Kosti River Transport"),
        ("A driver was killed. So says the baker Armand Kouadio, who lives next door.", "Armand Kouadio"),
        ("A judge was killed, Radio Bay, a local station, reported on Sunday.", "Radio Bay"),
        ("Rebels took the town, Levant Watch, a group that monitors the war, reported.", "Levant Watch"),
        ("Karra's army on Sunday denied that it had shelled Tarsa.", "Karra's army"),
        ("Two killers shot a judge, according to the agency Gulf & Horn.", "Gulf & Horn"),
    ],
)
def test_a_name_is_found_behind_what_describes_it(using: Reader, text: str, name: str) -> None:
    reading = using.read(document_of(text, published="2031-05-06", publisher="Harbour Times"))
    assert [one.name for one in reading.sources] == [name]

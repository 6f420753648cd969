"""Who stands how to which event, in invented reports."""

import pytest
from tests.read.events.test_find import TREES, mentions_of, statements
from tests.read.trees import parsed

from reportedly.clean import document_of
from reportedly.model import Reading, Span, Statement
from reportedly.ontology import load
from reportedly.read.claims import find_claims
from reportedly.read.events import find_events
from reportedly.read.reader import Reader

STRIKE = "An air strike killed nine people in Tal Rasha on Monday, the Tal Rasha Council said. "


def read(using: Reader, text: str) -> Reading:
    return using.read(document_of(text, published="2018-08-16", publisher="Harbour Times"))


def stances(reading: Reading) -> list[tuple[str, str, str | None]]:
    """Event type, stance and innermost source of each claim."""
    types = {event.id: event.type for event in reading.events}
    sources = {source.id: source.name for source in reading.sources}
    source_of = {statement.id: sources.get(statement.source or "") for statement in reading.statements}
    return [
        (types[claim.event], claim.stance, next((source_of[name] for name in claim.chain if source_of[name]), None))
        for claim in reading.claims
    ]


def test_two_voices_on_one_happening_are_two_claims() -> None:
    text = "Three mortars were captured by rebels near Wadi Sahl."
    document, parse = parsed((text, TREES[text]), (text, TREES[text]))
    half = len(text) + 1
    spans = [Span(0, len(text)), Span(half, half + len(text))]
    told = [
        Statement(
            id=f"s-{number}", source=None, within=None, source_spans=(), cue=(), content=(span,), mode="indirect",
            stance="affirms", said=None, channel=None, rule="test",
        )
        for number, span in enumerate(spans)
    ]  # fmt: skip
    events, tellings = find_events(document, parse, mentions_of(document, parse), told, load())
    claims = find_claims(parse, told, events, tellings, load())
    (event,) = events
    assert len(event.mentions) == 2
    assert [claim.chain for claim in claims] == [("s-0",), ("s-1",)]
    assert {claim.event for claim in claims} == {event.id}


def test_the_chain_follows_the_carriers() -> None:
    text = "The army managed to retake Deir Hamra."
    document, parse = parsed((text, TREES[text]))
    outer = statements(document, (("managed", text[:-1], "affirms"),))[0]
    inner = Statement(
        id="s-inner", source=None, within=outer.id, source_spans=(), cue=(), content=outer.content, mode="indirect",
        stance="cannot-verify", said=None, channel=None, rule="test",
    )  # fmt: skip
    outer = statements(document, (("army", text[:-1], "affirms"),))[0]
    mentions = mentions_of(document, parse, ("Deir Hamra",))
    events, tellings = find_events(document, parse, mentions, (outer, inner), load())
    (event,), (claim,) = events, find_claims(parse, (outer, inner), events, tellings, load())
    assert claim.chain == ("s-inner", "s-0")
    assert (claim.stance, event.modality) == ("cannot-verify", "hedged")


@pytest.mark.parametrize(
    ("answer", "stance", "source"),
    [
        ("The air force denied the report.", "denies", "air force"),
        ("The air force denied it.", "denies", "air force"),
        ("The Harbour Times could not independently verify the claim.", "cannot-verify", "Harbour Times"),
        ("The claim could not be independently verified.", "cannot-verify", None),
        ("The army declined to comment on the strike.", "declines", "The army"),
        ("The army refused to confirm reports of an attack.", "declines", "The army"),
        ("The governor confirmed the report.", "corroborates", "The governor"),
        ("The governor expressed doubt about the report.", "doubts", "The governor"),
    ],
)
def test_what_is_about_a_claim_is_a_claim_on_its_event(
    using: Reader, answer: str, stance: str, source: str | None
) -> None:
    first, *others = stances(read(using, STRIKE + answer))
    assert first == ("air-strike", "affirms", "Tal Rasha Council")
    assert others == [("air-strike", stance, source)]


@pytest.mark.parametrize(
    "answer",
    [
        "The Tal Rasha Council could not confirm the report.",  # its own
        "The governor declined to comment on the arrests.",  # no arrest was told
        "The army denied the allegations of torture.",
        "The army denied the mayor's claim.",  # the mayor claimed nothing
        # what is claimed is told in the clause
        "The army denied claims that its checkpoint had been warned.",
        "The army rejected allegations that its men had been bribed.",
        "The army dismissed rumours that the bridge had been mined.",
        "The army could not confirm reports that fuel had been sold.",
        "The army declined to comment on claims that the mayor had been warned.",
    ],
)
def test_what_may_be_about_something_else_is_no_claim(using: Reader, answer: str) -> None:
    told = [claim for claim in stances(read(using, STRIKE + answer)) if claim[0] == "air-strike"]
    assert told == [("air-strike", "affirms", "Tal Rasha Council")]


@pytest.mark.parametrize(
    "answer",
    [
        "The army denied responsibility.",
        "The army denied any involvement in the attack.",
        "The army denied any part in it.",
        "The army said it had nothing to do with the raid.",
        "Its aircraft were not involved, the army said.",
        '"It was not us," an army spokesman said.',
        "The army said it had played no role in the strike.",
        "The army said it was not behind the strike.",
    ],
)
def test_who_denies_a_part_in_it_is_marked_so(using: Reader, answer: str) -> None:
    reading = read(using, STRIKE + answer)
    (claim,) = [one for one in reading.claims if one.part and one.event == reading.claims[0].event]
    assert claim.stance == "denies"


@pytest.mark.parametrize(
    "answer",
    [
        "That is what the council said.",
        "The information comes from the council.",
        "This was stated by the council.",
        "So says the council.",
    ],
)
def test_what_the_report_told_itself_may_be_said_to_come_from_somebody(using: Reader, answer: str) -> None:
    reading = read(using, "An air strike killed six people in Tarsa on Monday. " + answer)
    assert [(claim.stance, len(claim.chain)) for claim in reading.claims] == [("affirms", 0), ("affirms", 1)]


@pytest.mark.parametrize(
    "answer",
    [
        "The army called this a lie.", "The army said the report was false.", '"Not true," the army said.',
        "The army dismissed the claim as propaganda.", "No such thing had happened, the army said.",
        "The army said that nothing of the kind occurred.",
    ],
)  # fmt: skip
def test_what_is_called_false_is_denied(using: Reader, answer: str) -> None:
    claims = read(using, STRIKE + answer).claims
    assert [claim.stance for claim in claims] == ["affirms", "denies"]


def test_a_relative_clause_may_deny_what_stands_before_it(using: Reader) -> None:
    for end in ("a claim that the army rejected.", "a claim the army denied.", "which the army denied."):
        claims = read(using, "Rebels said they had shot down a helicopter near Tarsa on Monday, " + end).claims
        assert {"affirms", "denies"} == {claim.stance for claim in claims}


def test_nothing_told_before_is_answered_by_nothing(using: Reader) -> None:
    assert not read(using, "The ministry denied the allegation.").claims


def test_the_headline_and_far_words_are_not_answered(using: Reader) -> None:
    between = "The council met at noon. Roads were dry. Shops were open. Schools were closed. "
    assert [claim[1] for claim in stances(read(using, STRIKE + between + "The army denied the report."))] == ["affirms"]


def test_a_later_answer_passes_over_other_answers(using: Reader) -> None:
    text = (
        STRIKE + "The Harbour Times could not verify this. The army said it could neither confirm nor deny the report."
    )
    assert [claim[1] for claim in stances(read(using, text))] == ["affirms", "cannot-verify", "declines"]


def test_the_noun_chooses_the_event(using: Reader) -> None:
    text = (
        "Rebels shelled the market of Kafr Aida on Sunday, residents said. Police arrested two men in Wadi Sahl on "
        "Monday, a lawyer said. The ministry declined to comment on the attack."
    )
    declined = [claim for claim in stances(read(using, text)) if claim[1] == "declines"]
    assert declined == [("shelling", "declines", "ministry")]


def test_a_report_that_nobody_tells_bears_as_its_denial_does(using: Reader) -> None:
    (claim,) = read(using, "The air force denied reports that its aircraft had bombed the town.").claims
    assert (claim.stance, claim.polarity, len(claim.chain)) == ("denies", "positive", 2)


def test_a_denied_claim_of_another_is_two_claims(using: Reader) -> None:
    text = "The army denied the rebels' claim that they had shot down a helicopter near Wadi Sahl."
    assert stances(read(using, text)) == [
        ("shoot-down", "denies", "The army"),
        ("shoot-down", "affirms", "the rebels"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Its relatives have called for an inquiry into the bombing of an ambulance in Tarsa.",
        "Police have invited two cousins for questioning over Monday's bombing of the market in Tarsa.",
        "The governor vowed to punish those behind the bombing of Tarsa.",
        "The minister promised a response to the bombing of the clinic in Tarsa.",
    ],
)
def test_what_is_promised_because_of_a_deed_does_not_plan_the_deed(using: Reader, sentence: str) -> None:
    (event,) = (event for event in read(using, sentence).events if event.type == "bombing")
    assert (event.polarity, event.modality) == ("positive", "actual")


@pytest.mark.parametrize(
    "sentence", ["The minister called for a bombing of Tarsa.", "The group threatened to bomb Tarsa."]
)
def test_what_is_called_for_is_planned(using: Reader, sentence: str) -> None:
    assert {event.modality for event in read(using, sentence).events if event.type != "threat"} == {"planned"}


def test_all_who_say_it_in_one_breath_claim_it(using: Reader) -> None:
    claims = stances(
        read(using, "The council and the mayor both said rebels had shelled the market of Tarsa on Sunday.")
    )
    assert sorted(str(source) for _, _, source in claims) == ["The council", "the mayor"]


@pytest.mark.parametrize(
    ("answer", "stance", "polarity"),
    [
        ("The Harbour Times reported that the council's claims could not be independently verified.",
         "cannot-verify", "positive"),
        ("A spokesman said he had no information about the strike.", "cannot-verify", "positive"),
        ("The army said the report was false.", "denies", "positive"),
        ("The army dismissed the claim as propaganda.", "denies", "positive"),
        ("The army called the claim a lie.", "denies", "positive"),
        ("A diplomat was aware of the reports but could not confirm them, he said.", "cannot-verify", "positive"),
        ("The army said no such attack had taken place.", "affirms", "negative"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_claim_bears_on_what_was_claimed(
    using: Reader, answer: str, stance: str, polarity: str
) -> None:
    reading = read(using, STRIKE + answer)
    (event,) = {claim.event for claim in reading.claims}
    assert (stance, polarity) in {(claim.stance, claim.polarity) for claim in reading.claims if claim.event == event}


def test_a_singular_and_a_plural_share_no_article(using: Reader) -> None:
    claims = stances(
        read(using, "A monitoring group and residents said rebels had shelled the market of Tarsa on Sunday.")
    )
    assert sorted(str(source) for _, _, source in claims) == ["A monitoring group", "residents"]

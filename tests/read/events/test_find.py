"""The events of invented sentences, over parses that are written down."""

from pathlib import Path

import pytest
from tests.read.trees import parsed, sentences

from reportedly.language import Parse
from reportedly.model import Document, Event, Mentions, Place, Quantity, Span, Statement, Time
from reportedly.ontology import load
from reportedly.read.actors import find_actors
from reportedly.read.events import find_events

TREES = sentences(Path(__file__).parent / "sentences.conllu")


def at(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def read(
    *texts: str,
    places: tuple[str, ...] = (),
    quantities: tuple[tuple[str, float | None, float | None], ...] = (),
    times: tuple[str, ...] = (),
    told: tuple[tuple[str, str, str], ...] = (),
) -> tuple[tuple[Event, ...], Document]:
    """The events of the sentences, with mentions and statements ``(cue, content, stance)`` found by their words."""
    document, parse = parsed(*((text, TREES[text]) for text in texts))
    events, _ = find_events(
        document, parse, mentions_of(document, parse, places, quantities, times), statements(document, told), load()
    )
    return events, document


def mentions_of(
    document: Document,
    parse: Parse,
    places: tuple[str, ...] = (),
    quantities: tuple[tuple[str, float | None, float | None], ...] = (),
    times: tuple[str, ...] = (),
) -> Mentions:
    return Mentions(
        places=tuple(Place(name=name, span=at(document, name), geonameid=len(name)) for name in places),
        times=tuple(Time(value="2021-05-07", precision="day", span=at(document, words)) for words in times),
        quantities=tuple(
            Quantity(item="", category=None, low=low, high=high, approximate=False, unit=None, span=at(document, words))
            for words, low, high in quantities
        ),
        actors=find_actors(document, parse, load()),
    )


def statements(document: Document, told: tuple[tuple[str, str, str], ...]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=f"s-{number}", source=None, within=None, source_spans=(), cue=(at(document, cue),),
            content=(at(document, content),), mode="indirect", stance=stance, said=None, channel=None, rule="test",  # type: ignore[arg-type]
        )
        for number, (cue, content, stance) in enumerate(told)
    )  # fmt: skip


def roles(event: Event) -> set[tuple[str, str]]:
    return {(role.role, role.name) for role in event.roles}


def test_what_fills_the_slot_tells_the_type() -> None:
    text = "Fighters of the Eastern Shield reportedly seized Tal Rasha and two tanks from the army on Friday."
    events, _ = read(text, places=("Tal Rasha",), times=("Friday",), quantities=(("two", 2, 2),))
    town, tanks = sorted(events, key=lambda event: event.type, reverse=True)
    assert (town.type, tanks.type) == ("territory-captured", "materiel-captured")
    assert ("target", "Tal Rasha") in roles(town)
    assert [place.name for place in town.places] == ["Tal Rasha"]
    assert {("target", "two tanks"), ("origin", "army")} < roles(tanks)
    assert [quantity.low for quantity in tanks.quantities] == [2]
    assert [event.modality for event in events] == ["hedged", "hedged"]
    assert tanks.time is not None
    assert tanks.time.value == "2021-05-07"


def test_a_passive_is_turned_round() -> None:
    (event,), _ = read("Three mortars were captured by rebels near Wadi Sahl.", places=("Wadi Sahl",))
    assert event.type == "materiel-captured"
    assert roles(event) == {("target", "Three mortars"), ("agent", "rebels")}
    assert [place.name for place in event.places] == ["Wadi Sahl"]


def test_a_handover_has_item_and_recipient() -> None:
    (event,), _ = read("The garrison handed over its weapons to Hezbollah.")
    assert (event.type, event.family) == ("materiel-transferred", "materiel-supplied")
    assert roles(event) == {("agent", "garrison"), ("item", "its weapons"), ("recipient", "Hezbollah")}
    assert [role.actor for role in event.roles if role.role == "recipient"] == ["hezbollah"]


def test_a_plan_is_planned_for_both_its_verbs() -> None:
    events, _ = read("The ministry planned to arm and train 300 village guards.", quantities=(("300", 300, 300),))
    assert [(event.type, event.modality) for event in events] == [
        ("materiel-supplied", "planned"),
        ("training", "planned"),
    ]
    assert all(("recipient", "300 village guards") in roles(event) for event in events)
    assert all(("agent", "ministry") in roles(event) for event in events)


def test_trying_and_failing() -> None:
    tried, failed = read("Soldiers tried to storm the bridge but failed to capture the town.")[0]
    assert (tried.type, tried.modality, tried.polarity) == ("offensive", "possible", "positive")
    assert (failed.type, failed.polarity) == ("territory-captured", "negative")


def test_what_was_managed_was_done() -> None:
    (event,), _ = read("The army managed to retake Deir Hamra.", places=("Deir Hamra",))
    assert (event.type, event.modality, event.polarity) == ("territory-captured", "actual", "positive")
    assert ("agent", "army") in roles(event)


@pytest.mark.parametrize("stated", [True, False])
def test_what_is_denied_is_negative(stated: bool) -> None:
    text = "The council denied that its fighters had shelled the market."
    told = (("denied", "that its fighters had shelled the market", "denies"),) if stated else ()
    (event,), _ = read(text, told=told)
    assert (event.type, event.polarity) == ("shelling", "negative")
    assert event.statement == ("s-0" if stated else None)


def test_casualties_belong_to_the_attack() -> None:
    text = "Russian airstrikes hit a hospital in Aleppo, killing at least 12 civilians."
    (event,), document = read(text, places=("Aleppo",), quantities=(("at least 12", 12, None),))
    assert event.type == "air-strike"
    assert next((role.role, role.actor) for role in event.roles) == ("agent", "state-russia")
    assert [(item.kind, item.low, item.high, item.who) for item in event.casualties] == [
        ("killed", 12, None, "civilians")
    ]
    assert [span.of(document.text) for span in event.mentions] == ["airstrikes", "killing"]


def test_a_participle_before_a_noun_is_no_happening() -> None:
    events, _ = read("Police freed the captured fighters' families after talks.")
    assert [event.type for event in events] == ["release"]


def test_a_compound_is_no_happening() -> None:
    assert read("The pilot of the attack helicopter waited.")[0] == ()


def test_a_condition_is_hypothetical() -> None:
    events, _ = read("If the militia attacks the camp, the residents will flee.")
    assert {(event.type, event.modality) for event in events} == {
        ("attack", "hypothetical"),
        ("displacement", "hypothetical"),
    }


def test_no_before_the_noun_denies() -> None:
    (event,), document = read("No rockets were fired at the base.")
    assert (event.type, event.polarity) == ("shelling", "negative")
    assert [span.of(document.text) for span in event.modality_spans] == ["No"]


def test_airdrop() -> None:
    (event,), _ = read("A bundle of rifles was airdropped over the hills by American forces.")
    assert (event.type, event.family) == ("airdrop", "materiel-supplied")
    assert {("item", "bundle of rifles"), ("agent", "American forces")} < roles(event)
    assert next(role.actor for role in event.roles if role.role == "agent") == "us-military"


def test_surrender_or_defection_share_their_agent() -> None:
    events, _ = read("Forty militants surrendered to the army or defected to Hamas.")
    assert [event.type for event in events] == ["surrender", "defection"]
    assert all(("agent", "Forty militants") in roles(event) for event in events)
    assert ("recipient", "Hamas") in roles(events[1])


def test_what_is_believed_is_hedged() -> None:
    (event,), _ = read("The soldiers are believed to have executed four men.", quantities=(("four", 4, 4),))
    assert (event.type, event.modality) == ("execution", "hedged")
    assert event.casualties[0].low == 4


def test_a_predicate_noun_tells_a_capture() -> None:
    (event,), _ = read("The missiles could now be in the hands of Hezbollah.")
    assert (event.type, event.modality) == ("materiel-captured", "possible")
    assert roles(event) == {("target", "missiles"), ("agent", "Hezbollah")}


def test_a_town_falls_to_its_captors() -> None:
    (event,), _ = read("The town fell to the rebels without a fight.")
    assert event.type == "territory-captured"
    assert roles(event) == {("target", "town"), ("agent", "rebels")}


def test_receiving_is_being_supplied() -> None:
    (event,), _ = read("A battalion received forty rifles from Turkey.", places=("Turkey",))
    assert event.type == "materiel-supplied"
    assert roles(event) == {("recipient", "battalion"), ("item", "forty rifles"), ("agent", "Turkey")}
    assert event.places == ()


def test_a_purpose_is_planned() -> None:
    moved, fight = read("The column travelled to Idlib to fight the rebels.", places=("Idlib",))[0]
    assert (moved.type, moved.modality) == ("movement", "actual")
    assert (fight.type, fight.modality) == ("clash", "planned")


def test_nobody_dies_in_what_did_not_happen() -> None:
    (event,), _ = read("They did not kill the driver.")
    assert event.polarity == "negative"
    assert event.casualties == ()


def test_the_tellings_of_an_event_are_given_with_it() -> None:
    text = "Three mortars were captured by rebels near Wadi Sahl."
    document, parse = parsed((text, TREES[text]), (text, TREES[text]))
    (event,), tellings = find_events(document, parse, mentions_of(document, parse), (), load())
    assert tuple(telling.trigger for telling in tellings[event.id]) == event.mentions
    assert len(event.mentions) == 2


def test_the_same_input_gives_the_same_records() -> None:
    texts = tuple(TREES)
    assert read(*texts) == read(*texts)


def test_every_span_lies_in_the_text_and_names_its_words() -> None:
    events, document = read(*TREES)
    assert len(events) > 20
    for event in events:
        assert event.trigger in event.mentions
        for role in event.roles:
            assert role.span.of(document.text) == role.name
    assert len({event.id for event in events}) == len(events)

"""Constructions beyond "X said that …": each sentence is invented and read with the shipped pipeline."""

import pytest

import reportedly
from reportedly.model import Reading, Span, Statement

PUBLISHED = "2031-05-06"


def read(text: str) -> Reading:
    return reportedly.read_text(text, published=PUBLISHED)


def words(reading: Reading, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(reading.document.text) for span in spans)


def told(reading: Reading, statement: Statement) -> tuple[str, str, str, str]:
    parts = (statement.source_spans, statement.cue, statement.content)
    source, cue, content = (words(reading, spans) for spans in parts)
    return source, cue, content, statement.stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the words of the mayor, the town is a grave.",
            ("the mayor", "In the words of", "the town is a grave", "affirms"),
        ),
        (
            "By their own account the volunteers fired first.",
            ("their", "By … own account", "the volunteers fired first", "affirms"),
        ),
        (
            "Twelve people were killed, as reported by the Herald.",
            ("the Herald", "reported", "Twelve people were killed", "affirms"),
        ),
        ("The hospital put the toll at 30.", ("The hospital", "put", "the toll at 30", "affirms")),
        ("The spokesman called the report a lie.", ("The spokesman", "called", "the report a lie", "denies")),
        ("The militia rejected the offer as a trap.", ("The militia", "rejected", "the offer as a trap", "denies")),
        ("The government supports the plan.", ("The government", "supports", "the plan", "affirms")),
        (
            "The commander promised results within a week.",
            ("The commander", "promised", "results within a week", "intends"),
        ),
        ("The ministry issued a denial of the report.", ("The ministry", "issued … denial", "the report", "denies")),
        (
            "Rebel leader abducted by guards, says family",
            ("family", "says", "Rebel leader abducted by guards", "affirms"),
        ),
        ("ARMY DENIES SHELLING MARKET", ("ARMY", "DENIES", "SHELLING MARKET", "denies")),
        (
            "UN envoy doubts truce will hold past weekend",
            ("UN envoy", "doubts", "truce will hold past weekend", "doubts"),
        ),
        ("Who holds the airport? Kyiv asks", ("Kyiv", "asks", "Who holds the airport?", "questions")),
    ],
)
def test_one_statement(text: str, expected: tuple[str, str, str, str]) -> None:
    reading = read(text)
    outer = [statement for statement in reading.statements if statement.within is None]
    assert [told(reading, statement) for statement in outer] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The government supports the rebels.",
        "We asked to see the logbook.",
        "The bridge was contested for a week.",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text).statements == ()


def test_an_outlet_that_quotes_a_speaker_carries_the_statement() -> None:
    reading = read("The general, quoted by the Tigris News Agency, denied that the town had fallen.")
    inner, outer = sorted(reading.statements, key=lambda statement: statement.within is None)
    assert told(reading, outer)[:2] == ("the Tigris News Agency", "quoted")
    assert told(reading, inner)[:2] == ("The general", "denied")
    assert inner.within == outer.id
    assert inner.content == outer.content


def test_who_is_quoted_as_saying_is_within_who_quotes() -> None:
    reading = read("“We are ready,” a separatist envoy was quoted as saying by the Donbas Bureau.")
    by_cue = {words(reading, statement.cue): statement for statement in reading.statements}
    assert by_cue["was quoted as saying"].within == by_cue["quoted"].id
    assert words(reading, by_cue["quoted"].source_spans) == "the Donbas Bureau"


def test_citing_hangs_on_what_is_told() -> None:
    reading = read("Rebels shot down the jet, the Naharan Agency reported on Wednesday, citing two officials.")
    outer, inner = reading.statements
    assert told(reading, outer)[2] == told(reading, inner)[2] == "Rebels shot down the jet"
    assert inner.within == outer.id


def test_a_reason_that_is_cited_is_no_voice() -> None:
    reading = read("The airline stopped its flights, citing the risk.")
    assert [words(reading, statement.source_spans) for statement in reading.statements] != ["the risk"]


def test_each_part_of_a_list_has_its_own_teller() -> None:
    reading = read("Ten civilians died per the provincial registry, thirty per the tribes.")
    assert [told(reading, statement)[:3] for statement in reading.statements] == [
        ("the provincial registry", "per", "Ten civilians died"),
        ("the tribes", "per", "thirty"),
    ]


def test_the_turns_of_a_transcript() -> None:
    reading = read("WALLACE: What of the war?\n\nPENCE: It will end.\n\nWALLACE: When?\n\nPENCE: By the spring.")
    turns = [statement for statement in reading.statements if statement.rule == "turn"]
    assert [words(reading, turn.source_spans) for turn in turns] == ["WALLACE", "PENCE", "WALLACE", "PENCE"]
    assert {turn.mode for turn in turns} == {"direct"}


def test_a_clause_of_saying_tells_the_sentence_quoted_before_it() -> None:
    reading = read("“We will not leave the city, whatever they do to us.” Anna Korin told reporters.")
    assert told(reading, reading.statements[0])[:2] == ("Anna Korin", "told")


def test_no_statement_carries_itself() -> None:
    text = (
        "“He said that I said it,” the mayor, quoted by the Herald as saying he was quoted, said, citing a report that "
        "said he had said so, the paper reported, citing the mayor."
    )
    statements = {statement.id: statement for statement in read(text).statements}
    for statement in statements.values():
        above, steps = statement.within, 0
        while above is not None:
            assert above != statement.id
            above, steps = statements[above].within, steps + 1
            assert steps <= len(statements)


def test_a_paragraph_announces_the_quotations_that_follow() -> None:
    text = "Sabah Omran described what came next.\n\n“The lamps went out on the tenth day.\n\n“Then we heard digging.”"
    reading = read(text)
    content = words(reading, reading.statements[0].content)
    assert content.startswith("what came next … The lamps went out")
    assert "Then we heard digging" in content


def test_a_quotation_that_is_never_closed_ends_before_its_speaker() -> None:
    reading = read(
        "“The lorry was ours and it never arrived, said Hassan Jama, the quartermaster.\n\nThe road is closed."
    )
    expected = ("Hassan Jama, the quartermaster", "said", "The lorry was ours and it never arrived", "affirms")
    assert [told(reading, statement) for statement in reading.statements] == [expected]


def test_a_speaker_between_commas_behind_the_verb() -> None:
    reading = read("The column, says the priest, left by the road.")
    expected = ("the priest", "says", "The column … left by the road", "affirms")
    assert [told(reading, statement) for statement in reading.statements] == [expected]


def test_what_stands_before_its_cue_is_whole() -> None:
    text = "Fighters of the brigade overran a depot of a rival group and captured at least 40 missiles, residents said."
    (statement,) = reportedly.read_text(text).statements
    assert [span.of(text) for span in statement.content] == [text.removesuffix(", residents said.")]


@pytest.mark.parametrize(
    "text",
    [
        "The group has reportedly received support from neighbouring nations opposed to the Karim regime.",
        "It was armed by western states supportive of the rebels.",
    ],
)
def test_who_takes_a_side_says_nothing(text: str) -> None:
    assert not reportedly.read_text(text).statements


def test_an_outlet_that_quotes_and_the_one_it_quotes() -> None:
    reading = read("The radio station quoted a police officer as saying that the depot had burned down.")
    outlet, officer = reading.statements
    assert told(reading, outlet)[:2] == ("The radio station", "quoted")
    assert told(reading, officer)[::2] == ("a police officer", "that the depot had burned down")
    assert officer.within == outlet.id


def test_cues_that_cannot_be_taken_apart_are_one() -> None:
    reading = read("The ministry neither confirmed nor denied that the ferry had been hit.")
    (statement,) = reading.statements
    assert words(reading, statement.cue) == "neither confirmed nor denied"
    assert statement.stance == "declines"


def test_those_who_are_called_on_are_to_act() -> None:
    reading = read("The council called on both sides to open the road.")
    (statement,) = reading.statements
    assert told(reading, statement)[2] == "both sides to open the road"


@pytest.mark.parametrize(
    "text", ["The bombing claimed nine lives.", "The soldiers denied the doctors access to the camp."]
)
def test_what_only_looks_like_telling(text: str) -> None:
    assert read(text).statements == ()


def test_who_speaks_stands_between_the_quotation_and_told() -> None:
    reading = read("“When the planes came, we ran to the river,” Omar Dahan, a baker in Sarn, told the Courier.")
    (statement,) = reading.statements
    assert told(reading, statement)[:2] == ("Omar Dahan, a baker in Sarn", "told")
    assert statement.mode == "direct"


def test_being_told_to_do_something_is_somebodys_wish() -> None:
    reading = read("The residents were told to leave by nightfall.")
    assert [statement.stance for statement in reading.statements] == ["intends"]

"""Who a source is, in invented reports read with the shipped pipeline."""

import pytest

import reportedly
from reportedly.model import Reading, Source, Statement

PUBLISHED = "2031-05-06"


def read(text: str) -> Reading:
    return reportedly.read_text(text, published=PUBLISHED)


def source(reading: Reading, statement: Statement) -> Source:
    return next(source for source in reading.sources if source.id == statement.source)


def last(text: str) -> Source:
    """The source of the last statement."""
    reading = read(text)
    return source(reading, reading.statements[-1])


@pytest.mark.parametrize(
    ("text", "kind", "anonymous"),
    [
        ("The governor said the bridge had been destroyed.", "person", False),
        ("The harbour's director said the bridge had been destroyed.", "person", False),
        ("A deputy minister said the bridge had been destroyed.", "unnamed", True),
        ("The blacksmith said the bridge had been destroyed.", "unnamed", True),
        ("Her uncle said the bridge had been destroyed.", "unnamed", True),
        ("Residents of the valley said the bridge had been destroyed.", "group", True),
        ("Both villages said the bridge had been destroyed.", "group", False),
        ("The presidency said the bridge had been destroyed.", "organisation", False),
        ("A rival militia said the bridge had been destroyed.", "organisation", True),
        ("Security forces said the bridge had been destroyed.", "organisation", False),
        ("The state news agency said the bridge had been destroyed.", "outlet", False),
        ("A local newspaper said the bridge had been destroyed.", "outlet", True),
        ("The aid agency said the bridge had been destroyed.", "organisation", False),
        ("The leaked memorandum said the bridge had been destroyed.", "document", False),
        ("Hezbollah said the bridge had been destroyed.", "organisation", False),
        ("Damascus said the bridge had been destroyed.", "organisation", False),
        ("The coast guard said the bridge had been destroyed.", "organisation", False),
        ("Medics said the bridge had been destroyed.", "group", True),
        ("Many Tamrans said the bridge had been destroyed.", "group", True),
        ("Local media said the bridge had been destroyed.", "outlet", True),
        ("State media said the bridge had been destroyed.", "outlet", False),
        ("The Women Journalists Network said the bridge had been destroyed.", "organisation", False),
        ("The commissioner, who did not want to be identified, said the bridge had gone.", "unnamed", True),
    ],
)
def test_kind_and_anonymity(text: str, kind: str, anonymous: bool) -> None:
    found = last(text)
    assert (found.kind, found.anonymous) == (kind, anonymous)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Petro Havrik said the bridge had been destroyed.", "Petro Havrik"),
        ("Interior Ministry spokesman Karim Odeh said the bridge had been destroyed.", "Karim Odeh"),
        ("Abu Samer, the commander of the brigade, said the bridge had been destroyed.", "Abu Samer"),
        ("The parish priest, Father Yaqub, said the bridge had been destroyed.", "Yaqub"),
        ("The daily Furat said the bridge had been destroyed.", "Furat"),
        ("A commander in the Free Guard known as Abu Layth said the bridge had been destroyed.", "Abu Layth"),
        ("A nurse who gave her name as Rima said the bridge had been destroyed.", "Rima"),
    ],
)
def test_the_name_is_without_rank_and_role(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Omar Karadzin said a deal was near. The Arvanian leader said it was fragile.", "Omar Karadzin"),
        ("Lena Korin, a surgeon, said it was gas. The doctor said she had treated nine people.", "Lena Korin"),
        ("The Harbour Gazette printed the list. The paper said it was genuine.", "Harbour Gazette"),
        (
            "The Northern Shield Brigade took the hill. The group said two of its men had died.",
            "Northern Shield Brigade",
        ),
        ("“I counted eleven,” he said. Idris Bakari, a fisherman, had come back to bury a cousin.", "Idris Bakari"),
        ("The consul did not deny the payments. He said the sum was wrong.", "The consul"),
        ("Yves Ntumba met Marie Bahati. She said the huts had been burned.", "Marie Bahati"),
        ("The mayor fled. “He took the seal,” a clerk said. He said the door was open.", "a clerk"),
    ],
)
def test_nouns_and_pronouns_are_led_back(text: str, name: str) -> None:
    reading = read(text)
    assert source(reading, reading.statements[-1]).name == name


@pytest.mark.parametrize(
    "text",
    [
        "The two brothers, Omar and Hassan, were in the truck. He said it was dark.",
        "He said the bridge was gone.",
    ],
)
def test_competing_antecedents_stay_unresolved(text: str) -> None:
    assert not last(text).resolved


def test_a_former_rival_is_not_the_one_before() -> None:
    text = "A commander said the hill had fallen. Another commander said it had not."
    reading = read(text)
    assert len({statement.source for statement in reading.statements}) == 2


def test_coordinated_sources_are_two_voices() -> None:
    reading = read("According to the harbour office and a relief committee, fifteen shells had fallen.")
    assert [(s.name, s.anonymous) for s in reading.sources] == [
        ("the harbour office", False),
        ("a relief committee", True),
    ]
    assert len(reading.statements) == 2


def test_what_shares_its_article_is_one_voice() -> None:
    assert len(read("The doctors and nurses said fifteen shells had fallen.").sources) == 1

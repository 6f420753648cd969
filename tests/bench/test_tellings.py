"""How the bank of tellings is scored."""

from bench.tellings import Telling, score

from reportedly.model import Event, Polarity, Span

SENTENCE = "Rebels shelled the market and burned the clinic."


def event(name: str, words: str, polarity: Polarity = "positive") -> Event:
    start = SENTENCE.index(words)
    span = Span(start, start + len(words))
    return Event(
        id=f"e-{words}", type=name, family="shelling" if name == "rocket-fire" else name, trigger=span,
        mentions=(span,), statement=None, polarity=polarity, modality="actual",
    )  # fmt: skip


def telling(*types: str, words: str = "shelled") -> Telling:
    return Telling("d-1", frozenset(types), words, "positive", SENTENCE)


def counts(row: Telling, *events: Event) -> tuple[int, ...]:
    return score([row], {"d-1": events}, {"shelling": "shelling"})[:6]


def test_an_event_at_the_words_is_found_and_of_the_type_or_its_family() -> None:
    assert counts(telling("shelling"), event("shelling", "shelled")) == (1, 1, 1, 1, 0, 0)
    assert counts(telling("shelling"), event("rocket-fire", "shelled")) == (1, 1, 1, 1, 0, 0)
    assert counts(telling("arson", "shelling"), event("clash", "shelled")) == (1, 1, 0, 0, 0, 0)


def test_polarity_and_place_count() -> None:
    assert counts(telling("shelling"), event("shelling", "shelled", "negative")) == (1, 1, 1, 0, 0, 0)
    assert counts(telling("shelling"), event("shelling", "burned")) == (1, 0, 0, 0, 0, 0)


def test_where_nothing_is_told_any_event_is_one_too_many() -> None:
    assert counts(telling(words="")) == (0, 0, 0, 0, 1, 1)
    assert counts(telling(words=""), event("shelling", "burned")) == (0, 0, 0, 0, 1, 0)

"""Words that tell what a text is about besides events."""

from reportedly.ontology import load


def test_phrases_and_hints_are_found_in_order() -> None:
    hits = load().themes.found(["torrential", "rain", "sweep", "the", "road", "after", "the", "flood"])
    assert [(hit.phrase, hit.place, hit.hint) for hit in hits if hit.theme == "natural-disaster"] == [
        ("torrential", 0, False),
        ("rain", 1, True),
        ("flood", 7, False),
    ]


def test_a_phrase_needs_all_its_words() -> None:
    themes = load().themes
    assert "responsibility" in {hit.theme for hit in themes.found(["no", "group", "claim", "responsibility"])}
    assert not [hit for hit in themes.found(["claim", "damages"]) if hit.phrase == "claim responsibility"]


def test_no_word_tells_nothing() -> None:
    assert load().themes.found([]) == []

"""Names brought into one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ontology.names import agrees, words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


@pytest.mark.parametrize("spelling", ["Jabhat al-Nusra", "Jabhat Al Nusra", "Jabhat Nusra", "Jabhat al‑Nusra"])
def test_the_article_does_not_matter(spelling: str) -> None:
    assert keys(spelling) == ["jabhat", "nusra"]


def test_apostrophes_and_diacritics_do_not_matter() -> None:
    assert keys("Ta’ang Séléka Ba'ath") == keys("Taang Seleka Baath")


def test_a_possessive_and_a_full_stop_stay_out() -> None:
    text = "the Front’s men left Hama."
    found = words_of(text)
    assert [text[word.start : word.end] for word in found] == ["the", "Front", "men", "left", "Hama"]


def test_initials_keep_together() -> None:
    assert keys("the U.S. and the U.N.") == ["the", "us", "and", "the", "un"]


def test_a_word_starts_at_its_article() -> None:
    found = words_of("by Al-Nusra men")
    assert (found[1].text, found[1].start, found[1].end) == ("Nusra", 3, 11)


def test_english_words_are_no_articles() -> None:
    assert keys("as soon as an army") == ["as", "soon", "as", "an", "army"]


@pytest.mark.parametrize(
    ("alias", "text", "fits"),
    [("IS", "is", False), ("IS", "IS", True), ("US", "us", False), ("ISIS", "Isis", True), ("SRF", "Srf", False),
     ("Hazm", "hazm", False), ("Hazm", "HAZM", True), ("of", "Of", True)],
)  # fmt: skip
def test_capitals(alias: str, text: str, fits: bool) -> None:
    assert agrees(alias, text) is fits


@given(st.text(), st.integers(0, 1000))
def test_words_lie_in_the_text_in_order(text: str, offset: int) -> None:
    end = offset
    for word in words_of(text, offset):
        assert end <= word.start < word.end <= offset + len(text)
        end = word.end

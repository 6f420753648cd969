"""Words fall apart as the vocabulary has them: the longest known piece first, signs and accents apart."""

import pytest

from reportedly.language.encoder.pieces import MOST_PIECES, WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "shell", "##ing", "##s", "s", "hell", "-", "al", "e", "##l", "##e"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("shelling", ["shell", "##ing"]),
        ("SHELLS", ["shell", "##s"]),
        ("al-Shell", ["al", "-", "shell"]),
        ("él", ["e", "##l"]),
        ("xyz", ["[UNK]"]),
        ("shellx", ["[UNK]"]),
        ("\ufe0f", ["[UNK]"]),
    ],
)
def test_a_word_and_its_pieces(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in WordPieces(VOCABULARY)(word)] == pieces


def test_a_word_never_fills_a_window() -> None:
    assert len(WordPieces(VOCABULARY)("-" * 500)) == MOST_PIECES

"""Windows: however long the text, every token is analysed once, and sentences end where the network says."""

import numpy as np
import spacy
from hypothesis import given
from hypothesis import strategies as st

from reportedly.language.encoder import Reader
from reportedly.language.encoder.batch import Batch
from reportedly.language.encoder.labels import Labels
from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.reader import WINDOW, Scores
from reportedly.language.encoder.shapes import Case

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ".", "fell", "shells"]
LABELS = Labels(("NOUN", "PUNCT"), ("NN", "."), ("dep", "root"), ("O", "B-PER", "I-PER"), ("O", "B-Weapon", "I-Weapon"))


def network(batch: Batch) -> Scores:
    """Sentences begin behind full stops; each word hangs on the one before; a word in title case is a person."""
    rows, words = batch.first.shape
    full_stop = np.take_along_axis(batch.pieces, batch.first, 1) == VOCABULARY.index(".")
    title = np.take_along_axis(batch.cases, batch.first, 1) == Case.TITLE
    starts = np.full((rows, words), -1.0, np.float32)
    starts[:, 1:][full_stop[:, :-1]] = 1.0
    arcs = np.zeros((rows, words, words + 1), np.float32)
    arcs[:, np.arange(words), np.arange(words)] = 1.0
    pos = np.stack((~full_stop, full_stop), axis=2).astype(np.float32)
    names = np.stack((~title, title, np.zeros_like(title)), axis=2).astype(np.float32)
    phrases = np.zeros((rows, words, 3), np.float32)
    phrases[..., 0] = 1.0
    return Scores(
        pos, pos, starts, arcs, np.zeros((rows, words, 2), np.float32), np.zeros((rows, words + 1, 2), np.float32),
        names, phrases,
    )  # fmt: skip


def reader() -> Reader:
    relations = (np.zeros((2, 2), np.float32), np.array([1.0, 0.0], np.float32))
    return Reader(spacy.blank("en").tokenizer, WordPieces(VOCABULARY), LABELS, network, relations)


@given(st.lists(st.integers(1, WINDOW // 2), min_size=1, max_size=12))
def test_sentences_survive_windows(lengths: list[int]) -> None:
    text = " ".join(" ".join(["shells"] * length) + " ." for length in lengths)
    (analysis,) = reader().read([text])
    starts = [sum(lengths[:i]) + i for i in range(len(lengths))]
    assert analysis.sentences == starts
    assert len(analysis.pos) == len(analysis.heads) == len(analysis.deps) == len(analysis.words)
    for first, last in zip(starts, [*starts[1:], len(analysis.words)], strict=True):
        assert analysis.heads[first:last] == [first, *range(first, last - 1)]
        assert analysis.deps[first:last] == ["root"] + ["dep"] * (last - first - 1)


def test_a_sentence_longer_than_a_window_is_cut_not_lost() -> None:
    (analysis,) = reader().read(["shells " * 500])
    assert len(analysis.pos) == 500
    assert len(analysis.sentences) == 3


def test_names_and_offsets() -> None:
    (analysis,) = reader().read(["shells  Fell ."])
    assert analysis.words == [(0, "shells"), (8, "Fell"), (13, ".")]
    assert analysis.names == [("PER", 1, 2)]


def test_no_text_no_words() -> None:
    empty, blank = reader().read(["", " \n "])
    assert empty.words == blank.words == []
    assert empty.sentences == []

"""Windows of gold texts: targets where somebody looked, none elsewhere. All sentences here are made up."""

from __future__ import annotations

import random

import spacy
from spacy.tokens import Doc
from windows import MISSING, NAMES, Encoder, batches, bio, phrase_tags, targets_of

from reportedly.language.encoder.labels import Labels
from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.shapes import Gap

VOCAB = spacy.blank("en").vocab
LABELS = Labels(
    ("NOUN", "PUNCT", "SPACE", "VERB"), (".", "NN", "VBD"), ("dep", "nsubj", "punct", "root"), bio(NAMES),
    bio(("Weapon",)),
)  # fmt: skip
ENCODER = Encoder(WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"]), LABELS)


def doc(parsed: bool = True, named: bool = True) -> Doc:
    names = ["B-PER", "O", "O", "O", "O", "O", "O"] if named else None
    words = ["Ara", "left", ".", "\n", "Shells", "fell", "."]
    spaces = [True, False, False, False, True, False, False]
    if not parsed:
        return Doc(VOCAB, words=words, spaces=spaces, ents=names)
    return Doc(
        VOCAB, words=words, spaces=spaces, ents=names, heads=[1, 1, 1, 2, 5, 5, 5],
        deps=["nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"],
        tags=["NN", "VBD", ".", "_SP", "NN", "VBD", "."],
        pos=["NOUN", "VERB", "PUNCT", "SPACE", "NOUN", "VERB", "PUNCT"],
    )  # fmt: skip


def test_targets_of_a_parsed_text() -> None:
    example = ENCODER.of_doc(doc(), random.Random(1), cut=0.0)
    assert [word.gap for word in example.words] == [
        Gap.START, Gap.SPACE, Gap.JOINED, Gap.NEWLINE, Gap.SPACE, Gap.JOINED,
    ]  # fmt: skip
    assert example.layers["heads"] == [2, 0, 2, 5, 0, 5]
    assert example.layers["starts"] == [1, 0, 0, 1, 0, 0]
    assert [LABELS.deps[i] for i in example.layers["deps"]] == ["nsubj", "root", "punct"] * 2
    assert [LABELS.names[i] for i in example.layers["names"]] == ["B-PER", "O", "O", "O", "O", "O"]
    assert set(example.layers["phrases"]) == {MISSING}


def test_layers_nobody_annotated_are_missing() -> None:
    bare = ENCODER.of_doc(doc(parsed=False, named=False), random.Random(1))
    assert {value for layer in bare.layers.values() for value in layer} == {MISSING}


def test_a_cut_sentence_has_no_tree_but_its_start() -> None:
    example = ENCODER.of_doc(doc(), random.Random(1), cut=1.0)
    assert 3 < len(example.words) <= 6
    assert example.layers["starts"][3] == 1
    assert set(example.layers["heads"][3:]) == {MISSING}
    assert example.layers["heads"][:3] == [2, 0, 2]


def test_of_overlapping_phrases_the_longest_counts() -> None:
    text = "two Konkurs missiles"
    entities: list[dict[str, object]] = [
        {"start": 4, "end": 11, "type": "Weapon"},
        {"start": 0, "end": 20, "type": "Weapon"},
        {"start": 0, "end": 3, "type": "Money"},
    ]
    assert phrase_tags(spacy.blank("en")(text), entities) == ["B-Weapon", "I-Weapon", "I-Weapon"]


def test_batches_hold_every_example_within_the_limit() -> None:
    examples = [ENCODER.of_doc(doc(), random.Random(i), cut=1.0) for i in range(9)]
    made = batches(examples, 20, random.Random(1))
    assert sorted(id(e) for batch in made for e in batch) == sorted(map(id, examples))
    assert all(len(batch) * (2 + max(e.pieces for e in batch)) <= 20 for batch in made)


def test_targets_are_filled_up_with_missing() -> None:
    short, long = (ENCODER.of_doc(doc(), random.Random(1), cut=cut) for cut in (1.0, 0.0))
    heads = targets_of([short, long])["heads"]
    assert heads.shape == (2, 6)
    assert (heads[0, len(short.words) :] == MISSING).all()

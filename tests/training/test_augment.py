"""Variants of a training text keep its layers, present or missing. All sentences here are made up."""

from __future__ import annotations

import random

from augment import Draft, Variants, drop_final_stop, make_headline, recase_words, vary_orthography
from names import swap_names
from spacy.tokens import Doc
from spacy.vocab import Vocab

VARIANTS: Variants = {"paired": [[["«", "»"], ["“", "”"]]], "single": []}


def doc() -> Doc:
    return Doc(
        Vocab(),
        words=["Ara", "left", ".", "“", "No", "”", "."],
        spaces=[True, False, True, False, False, False, False],
        tags=["NNP", "VBD", ".", "``", "UH", "''", "."],
        pos=["PROPN", "VERB", "PUNCT", "PUNCT", "INTJ", "PUNCT", "PUNCT"],
        morphs=["_"] * 7,
        lemmas=["Ara", "leave", ".", "“", "no", "”", "."],
        heads=[1, 1, 1, 4, 4, 4, 4],
        deps=["nsubj", "ROOT", "punct", "punct", "ROOT", "punct", "punct"],
        ents=["B-PER", "O", "O", "O", "O", "O", "O"],
    )


def test_a_draft_gives_the_same_doc_back() -> None:
    gold = doc()
    assert Draft.of(gold).to_doc(gold).to_json() == gold.to_json()


def test_missing_layers_stay_missing() -> None:
    bare = Doc(Vocab(), words=["Ara", "left"])
    again = Draft.of(bare).to_doc(bare)
    assert not again.has_annotation("DEP")
    assert {token.ent_iob for token in again} == {0}


def test_quotes_are_swapped_in_pairs() -> None:
    draft = Draft.of(doc())
    vary_orthography(draft, VARIANTS, random.Random(1))
    assert (draft.words[3], draft.words[5]) in {("«", "»"), ("“", "”")}


def test_a_headline_ends_with_a_newline_instead_of_a_stop() -> None:
    gold, draft = doc(), Draft.of(doc())
    make_headline(draft, 0, 3, str.upper)
    headline = draft.to_doc(gold)
    assert headline.text == "ARA LEFT\n\n“No”."
    assert headline[2].pos_ == "SPACE"
    assert [sent[0].text for sent in headline.sents] == ["ARA", "“"]


def test_capital_words_have_capital_lemmas() -> None:
    draft = Draft.of(doc())
    recase_words(draft, 0, 2, str.upper)
    assert draft.parse is not None
    assert draft.parse["lemmas"][:2] == ["ARA", "LEAVE"]


def test_the_final_stop_goes_with_its_annotation() -> None:
    gold, draft = doc(), Draft.of(doc())
    drop_final_stop(draft)
    assert draft.to_doc(gold).text == "Ara left. “No”"


def test_names_are_swapped_for_names_of_as_many_tokens() -> None:
    words, spaces, tags = ["Ara", "Lu", "left"], [True, True, False], ["B-PER", "I-PER", "O"]
    pool = {"PER": {1: [(["Bo"], [True])], 2: [(["al-Ko", "Mi"], [False, True])]}}
    assert swap_names(words, spaces, tags, pool, random.Random(1), rate=1.0) == [0, 1]
    assert (words, spaces) == (["al-Ko", "Mi", "left"], [False, True, False])

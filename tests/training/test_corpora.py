"""Layers are joined without inventing what nobody annotated. All sentences here are made up."""

from __future__ import annotations

import random

from corpora import (
    Parse,
    Sentence,
    group,
    guess_spaces,
    map_names,
    merge_names,
    read_conllu,
    read_names,
    to_doc,
)
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.vocab import Vocab

CONLLU = """\
# newdoc id = d1
# newpar id = p1
# text = Drones don't sleep.
1\tDrones\tdrone\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\tMood=Ind\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsleep\tsleep\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4.1\tever\tever\tADV\tRB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar id = p2
# text = Ara left.
1\tAra\tAra\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def named(words: str, tags: str | None = None) -> Sentence:
    split = tuple(words.split())
    return Sentence(split, (True,) * len(split), names=tuple(tags.split()) if tags else None)


def parsed() -> list[Sentence]:
    return list(read_conllu(CONLLU))


def test_labels_outside_ours_are_no_names() -> None:
    assert map_names(["B-OTH", "I-OTH", "B-O", "B-election", "I-MISC", "O"]) == ("O",) * 6


def test_corpus_labels_become_ours() -> None:
    tags = [
        "B-politician",
        "I-politician",
        "B-politicalparty",
        "B-organisation",
        "B-country",
        "B-location",
        "B-person",
    ]
    assert map_names(tags) == ("B-PER", "I-PER", "B-ORG", "B-ORG", "B-LOC", "B-LOC", "B-PER")


def test_io_tags_start_names_where_the_label_changes() -> None:
    assert map_names(["I-PER", "I-PER", "I-ORG", "O", "I-ORG"]) == ("B-PER", "I-PER", "B-ORG", "O", "B-ORG")


def test_a_name_does_not_continue_another_corpus_label() -> None:
    assert map_names(["B-politician", "I-person"]) == ("B-PER", "B-PER")


def test_multiword_tokens_are_written_together_and_empty_nodes_left_out() -> None:
    first, second = parsed()
    text = "".join(word + " " * space for word, space in zip(first.words, first.spaces, strict=True))
    assert text == "Drones don't sleep. "
    assert first.parse is not None
    assert first.parse.heads == (3, 3, 3, 3, 3)
    assert first.parse.deps == ("nsubj", "aux", "advmod", "ROOT", "punct")
    assert (first.starts_document, first.starts_paragraph) == (True, True)
    assert (second.starts_document, second.starts_paragraph) == (False, True)


def test_spaces_are_guessed_as_texts_are_written() -> None:
    words = [
        "He",
        "said",
        ":",
        '"',
        "Ara",
        "'",
        "s",
        "men",
        "(",
        "six",
        ")",
        "left",
        ",",
        "ca",
        "n't",
        "you",
        "see",
        "?",
        '"',
    ]
    text = "".join(w + " " * s for w, s in zip(words, guess_spaces(words), strict=True)).strip()
    assert text == "He said: \"Ara's men (six) left, can't you see?\""


def test_name_corpus_has_names_and_no_parse() -> None:
    (sentence,) = read_names(['{"tokens": ["Ara", "left"], "tags": ["B-PER", "O"]}'])
    assert sentence.names == ("B-PER", "O")
    assert sentence.parse is None


def test_merge_pairs_equal_tokens_in_any_order_and_leaves_the_rest_missing() -> None:
    left = [named("Thanks ."), named("Ara left ."), named("Nobody knows"), named("Thanks .")]
    right = [named("Ara left .", "B-PER O O"), named("Thanks .", "O O"), named("Thanks .", "B-ORG O")]
    assert [s.names for s in merge_names(left, right)] == [
        ("O", "O"),
        ("B-PER", "O", "O"),
        None,
        ("B-ORG", "O"),
    ]


def test_groups_end_with_their_document() -> None:
    sentences = [Sentence((str(i),), (True,), starts_document=i in (0, 3)) for i in range(5)]
    runs = [[s.words[0] for s in run] for run in group(sentences, (2,), random.Random(1))]
    assert runs == [["0", "1"], ["2"], ["3", "4"]]


def test_doc_of_a_treebank_without_names_has_no_name_annotation() -> None:
    doc = to_doc(Vocab(), parsed())
    assert doc.text == "Drones don't sleep. Ara left. "
    assert doc.has_annotation("DEP")
    assert [sent.root.text for sent in doc.sents] == ["sleep", "left"]
    assert {token.ent_iob for token in doc} == {0}
    assert set(Example(doc.copy(), doc).get_aligned_ner()) == {None}


def test_missing_layers_survive_the_training_file() -> None:
    vocab = Vocab()
    docs = [to_doc(vocab, parsed()), to_doc(vocab, [named("Ara left", "B-PER O")])]
    treebank, names = DocBin().from_bytes(DocBin(docs=docs).to_bytes()).get_docs(vocab)
    assert {token.ent_iob for token in treebank} == {0}
    assert not names.has_annotation("DEP")
    assert not names.has_annotation("TAG")
    assert [(ent.text, ent.label_) for ent in names.ents] == [("Ara", "PER")]


def test_one_unpaired_sentence_stays_missing_inside_a_named_doc() -> None:
    doc = to_doc(Vocab(), [named("Ara left", "B-PER O"), named("Nobody knows")])
    assert [token.ent_iob_ for token in doc] == ["B", "O", "", ""]


def test_paragraph_starts_become_newlines_that_hang_on_the_sentence_before() -> None:
    doc = to_doc(Vocab(), parsed(), breaks=random.Random(1), rate=1.0)
    (newline,) = [token for token in doc if token.text.isspace()]
    assert newline.pos_ == "SPACE"
    assert newline.head.text == "."
    assert [sent[0].text for sent in doc.sents] == ["Drones", "Ara"]
    assert doc.text.count(" \n") == 0


def test_parse_is_dropped_when_one_sentence_has_none() -> None:
    parse = Parse(("NN",), ("NOUN",), ("_",), ("rain",), (0,), ("ROOT",))
    doc = to_doc(Vocab(), [Sentence(("rain",), (True,), parse=parse), named("Ara left")])
    assert not doc.has_annotation("DEP")

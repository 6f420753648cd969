"""The adapter on hand-built docs: the same sentence in both label sets gives the same tree."""

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.language import Name, Sentence, Token
from reportedly.language.adapter import Gathered, adopt, analysis_of

WORDS = ["Rebels", "were", "killed", "by", "troops", "in", "Idlib", "."]
POS = ["NOUN", "AUX", "VERB", "ADP", "NOUN", "ADP", "PROPN", "PUNCT"]
UD = {
    "heads": [2, 2, 2, 4, 2, 6, 2, 2],
    "deps": ["nsubj:pass", "aux:pass", "root", "case", "obl:agent", "case", "obl", "punct"],
}
CLEAR = {
    "heads": [2, 2, 2, 2, 3, 2, 5, 2],
    "deps": ["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj", "punct"],
}


def tree(doc: Doc, offset: int = 0) -> tuple[list[Token], list[Sentence], list[Name]]:
    found = Gathered([], [], [], [])
    adopt(analysis_of(doc), offset, 0, found)
    return found.tokens, found.sentences, found.names


def build(words: list[str], pos: list[str], heads: list[int], deps: list[str], ents: list[str] | None = None) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words, pos=pos, heads=heads, deps=deps, ents=ents)


@pytest.mark.parametrize("labels", [UD, CLEAR], ids=["universal", "clear"])
def test_a_passive_with_agent_and_place(labels: dict[str, list[int] | list[str]]) -> None:
    tokens, (sentence,), _ = tree(build(WORDS, POS, labels["heads"], labels["deps"]))  # type: ignore[arg-type]
    killed = tokens[2]
    assert killed.head is killed
    assert [(token.text, token.dep) for token in killed.children] == [
        ("Rebels", "nsubj:pass"), ("were", "aux:pass"), ("troops", "obl:agent"), ("Idlib", "obl"), (".", "punct"),
    ]  # fmt: skip
    assert [child.text for child in tokens[6].children] == ["in"]
    assert (sentence.first, sentence.last) == (0, 8)


@pytest.mark.parametrize(
    ("heads", "deps"),
    [
        ([1, 3, 3, 3], ["det", "nsubj", "cop", "root"]),
        ([1, 2, 2, 2], ["det", "nsubj", "ROOT", "attr"]),
    ],
    ids=["universal", "clear"],
)
def test_a_copula_hangs_on_its_predicate(heads: list[int], deps: list[str]) -> None:
    tokens, _, _ = tree(build(["The", "claim", "was", "nonsense"], ["DET", "NOUN", "AUX", "NOUN"], heads, deps))
    assert tokens[3].head is tokens[3]
    assert (tokens[1].dep, tokens[1].head.text) == ("nsubj", "nonsense")
    assert (tokens[2].dep, tokens[2].head.text) == ("cop", "nonsense")


def test_offsets_count_in_the_document_and_white_space_tokens_vanish() -> None:
    doc = Doc(
        spacy.blank("en").vocab, words=["Shells", "\n", "fell"], spaces=[False] * 3, pos=["NOUN", "SPACE", "VERB"],
        heads=[2, 2, 2], deps=["nsubj", "dep", "ROOT"],
    )  # fmt: skip
    tokens, (sentence,), _ = tree(doc, offset=100)
    assert [(token.text, token.start, token.end) for token in tokens] == [
        ("Shells", 100, 106),
        ("fell", 107, 111),
    ]
    assert (sentence.start, sentence.end) == (100, 111)


@pytest.mark.parametrize(("label", "expected"), [("PER", "PER"), ("PERSON", "PER"), ("GPE", "LOC"), ("NORP", "NORP")])
def test_names_of_both_label_sets(label: str, expected: str) -> None:
    doc = build(["Mosul", "fell"], ["PROPN", "VERB"], [1, 1], ["nsubj", "root"], [f"B-{label}", "O"])
    tokens, _, (name,) = tree(doc)
    assert (name.label, name.first, name.last, tokens[0].name) == (expected, 0, 1, expected)


def test_names_of_other_kinds_are_left_out() -> None:
    doc = build(["Monday", "came"], ["PROPN", "VERB"], [1, 1], ["nsubj", "root"], ["B-DATE", "O"])
    assert tree(doc)[2] == []


def test_lemmas_come_from_the_dictionary_whatever_the_model_says() -> None:
    doc = build(["Declined", "to", "say"], ["VERB", "PART", "VERB"], [0, 2, 0], ["root", "mark", "xcomp"])
    assert [token.lemma for token in tree(doc)[0]] == ["decline", "to", "say"]


def test_a_verb_with_a_subject_is_no_adjective_of_its_object() -> None:
    words = ["Analysts", "corroborated", "reports", "of", "shelling", "."]
    doc = build(
        words, ["NOUN", "VERB", "NOUN", "ADP", "NOUN", "PUNCT"], [1, 2, 2, 4, 2, 2],
        ["nsubj", "amod", "root", "case", "nmod", "punct"],
    )  # fmt: skip
    tokens, _, _ = tree(doc)
    assert [(token.text, token.dep, token.head.text) for token in tokens] == [
        ("Analysts", "nsubj", "corroborated"),
        ("corroborated", "root", "corroborated"),
        ("reports", "obj", "corroborated"),
        ("of", "case", "shelling"),
        ("shelling", "nmod", "reports"),
        (".", "punct", "corroborated"),
    ]

"""Variants of training texts that news has and treebanks lack: typographic quotes, dashes, headlines, all capitals.

Variants are built from the gold `Doc`, not through `Example.to_dict`, so that a layer which is missing stays missing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

VARIANTS = Path(__file__).with_name("orth_variants.json")


@dataclass(slots=True)
class Draft:
    """The columns of a gold `Doc`, open to change; `None` where the layer is missing."""

    words: list[str]
    spaces: list[bool]
    names: list[str] | None
    parse: dict[str, list[str]] | None
    heads: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, doc: Doc) -> Draft:
        tags = ["" if t.ent_iob == 0 else "O" if t.ent_iob == 2 else f"{t.ent_iob_}-{t.ent_type_}" for t in doc]
        parse = {
            "tags": [t.tag_ for t in doc],
            "pos": [t.pos_ for t in doc],
            "morphs": [str(t.morph) or "_" for t in doc],
            "lemmas": [t.lemma_ for t in doc],
            "deps": [t.dep_ for t in doc],
        }
        return cls(
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            names=tags if any(tags) else None,
            parse=parse if doc.has_annotation("DEP") else None,
            heads=[t.head.i for t in doc],
        )

    def to_doc(self, like: Doc) -> Doc:
        layers = {} if self.parse is None else {**self.parse, "heads": self.heads}
        return Doc(like.vocab, words=self.words, spaces=self.spaces, ents=self.names, **layers)


def vary_orthography(draft: Draft, variants: dict[str, list[list[str]]], rng: random.Random) -> None:
    """Swap, in place, quotes for another pair and single signs (dash, ellipsis, apostrophe) for another form."""
    for pairs in variants["paired"]:
        opening, closing = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        chosen = rng.choice(pairs)
        is_open = False
        for i, word in enumerate(draft.words):
            if word not in opening | closing:
                continue
            is_open = not is_open if word in opening & closing else word in opening
            draft.words[i] = chosen[0] if is_open else chosen[1]
    for forms in variants["single"]:
        chosen_form = rng.choice(forms)
        draft.words = [chosen_form if word in forms else word for word in draft.words]
    if rng.random() < 0.5:
        draft.words = [word.replace("'", "’") if len(word) > 1 else word for word in draft.words]


def make_headline(draft: Draft, start: int, end: int, recase: Callable[[str], str], at_end: str = "\n\n") -> None:
    """Recase the sentence of tokens [start, end) in place and let a newline stand for its final full stop."""
    draft.words[start:end] = [recase(word) for word in draft.words[start:end]]
    last = end - 1
    if draft.parse is None or last == start or draft.words[last] != "." or last in draft.heads:
        return
    draft.words[last], draft.spaces[last], draft.spaces[last - 1] = at_end, False, False
    draft.heads[last] = last - 1
    space = {"tags": "_SP", "pos": "SPACE", "morphs": "_", "lemmas": "", "deps": "dep"}
    for column, value in space.items():
        draft.parse[column][last] = value


def drop_final_stop(draft: Draft) -> None:
    """Take the last token away, in place, when it is a full stop that nothing depends on."""
    last = len(draft.words) - 1
    if last < 1 or draft.words[last] != "." or last in draft.heads[:last]:
        return
    for column in (draft.words, draft.spaces, draft.heads, draft.names or [], *(draft.parse or {}).values()):
        del column[-1:]


def title(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) > 3 else word


@spacy.registry.augmenters("reportedly.news_style.v1")
def create_news_style(level: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """Augmenter that yields each example and, for a share `level` of them, one variant in the styles of news."""
    variants = json.loads(VARIANTS.read_text(encoding="utf-8"))
    rng = random.Random(seed)

    def vary(doc: Doc) -> Doc:
        draft = Draft.of(doc)
        vary_orthography(draft, variants, rng)
        style = rng.random()
        if style < 0.4 and draft.parse is not None:
            sentence = rng.choice(list(doc.sents))
            recase = rng.choice([str.upper, str.upper, title, str])
            make_headline(draft, sentence.start, sentence.end, recase)
        elif style < 0.5:
            draft.words = [word.upper() for word in draft.words]
        elif style < 0.57:
            draft.words = [word.lower() for word in draft.words]
        if rng.random() < 0.3:
            drop_final_stop(draft)
        return draft.to_doc(doc)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        if rng.random() < level:
            gold = vary(example.reference)
            yield Example(nlp.make_doc(gold.text), gold)

    return augment

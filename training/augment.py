"""Variants of training texts that news has and treebanks lack: typographic quotes, dashes, headlines, all
capitals.

Variants are built from the gold `Doc`, not through `Example.to_dict`, so that a layer which is missing
stays missing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

from corpora import SPACE_TOKEN
from names import Pools, swap_names
from spacy.tokens import Doc

VARIANTS = Path(__file__).with_name("orth_variants.json")


class Variants(TypedDict):
    """`orth_variants.json`: groups of quote pairs, any of which may stand for another, and groups of single
    signs.
    """

    paired: list[list[list[str]]]
    single: list[list[str]]


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
        layers: dict[str, Any] = {} if self.parse is None else {**self.parse, "heads": self.heads}
        return Doc(like.vocab, words=self.words, spaces=self.spaces, ents=self.names, **layers)


def vary_orthography(draft: Draft, variants: Variants, rng: random.Random) -> None:
    """Swap, in place, quotes for another pair and dashes, ellipses and apostrophes for another form."""
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


def recase_words(draft: Draft, start: int, end: int, recase: Callable[[str], str]) -> None:
    """Recase the tokens [start, end) in place; lemmas follow into capitals.

    The lemmatizer edits the word as it stands: "KILLS" to "KILL" is one edit for all words, to "kill" one
    for each.
    """
    draft.words[start:end] = [recase(word) for word in draft.words[start:end]]
    if draft.parse is not None and recase is str.upper:
        draft.parse["lemmas"][start:end] = [lemma.upper() for lemma in draft.parse["lemmas"][start:end]]


def make_headline(draft: Draft, start: int, end: int, recase: Callable[[str], str], at_end: str = "\n\n") -> None:
    """Recase the sentence of tokens [start, end) in place and let a newline stand for its final full stop."""
    recase_words(draft, start, end, recase)
    last = end - 1
    if draft.parse is None or last == start or draft.words[last] != "." or last in draft.heads:
        return
    draft.words[last], draft.spaces[last], draft.spaces[last - 1] = at_end, False, False
    draft.heads[last] = last - 1
    for column, value in SPACE_TOKEN.items():
        draft.parse[column][last] = value


def drop_final_stop(draft: Draft) -> None:
    """Take the last token away, in place, when it is a full stop that nothing depends on."""
    last = len(draft.words) - 1
    if last < 1 or draft.words[last] != "." or last in draft.heads[:last]:
        return
    columns: list[list[Any]] = [draft.words, draft.spaces, draft.heads, *(draft.parse or {}).values()]
    for column in [*columns, draft.names or []]:
        del column[-1:]


def title(word: str) -> str:
    """Capitalise a word as headlines do: short ones stay small."""
    return word[:1].upper() + word[1:] if len(word) > 3 else word


HEADLINE_CASES: tuple[Callable[[str], str], ...] = (str.upper, str.upper, title, str)


def vary(doc: Doc, names: Pools, variants: Variants, rng: random.Random) -> Doc:
    """Return a variant of the gold `doc` in one of the styles of news."""
    draft = Draft.of(doc)
    if draft.names is not None and rng.random() < 0.6:
        for i in swap_names(draft.words, draft.spaces, draft.names, names, rng):
            if draft.parse is not None:
                draft.parse["lemmas"][i] = draft.words[i]
    vary_orthography(draft, variants, rng)
    style = rng.random()
    if style < 0.4 and draft.parse is not None:
        sentence = rng.choice(list(doc.sents))
        make_headline(draft, sentence.start, sentence.end, rng.choice(HEADLINE_CASES))
    elif style < 0.5:
        recase_words(draft, 0, len(draft.words), str.upper)
    elif style < 0.57:
        recase_words(draft, 0, len(draft.words), str.lower)
    if rng.random() < 0.3:
        drop_final_stop(draft)
    return draft.to_doc(doc)


def news_variants() -> Variants:
    """The variants of `orth_variants.json`."""
    variants: Variants = json.loads(VARIANTS.read_text(encoding="utf-8"))
    return variants

"""Read the treebanks and the name corpora into sentences, join their layers, write spaCy training files.

A corpus annotates what it annotates: a treebank sentence without names has `names=None`, a sentence of a name
corpus has `parse=None`. Missing is never the same as empty, because a component must not learn "no name
here" from a text in which nobody looked for names.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.vocab import Vocab

UNANNOTATED = ""
"""The entity tag that spaCy's `Doc` reads as "not annotated"; "O" means "annotated, and no name"."""

LABELS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC",
    "politician": "PER", "person": "PER",
    "politicalparty": "ORG", "organisation": "ORG",
    "country": "LOC", "location": "LOC",
}  # fmt: skip
"""Corpus label to ours. Labels that are absent (MISC, OTH, election, event, misc) become "O"."""

SPACE_TOKEN = {"tags": "_SP", "pos": "SPACE", "morphs": "_", "lemmas": "", "deps": "dep"}
"""How a newline token is annotated, as in spaCy's own pipelines."""
PARAGRAPH_TOKENS = ("\n\n", "\n")
NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's ’s n't n’t 'll 're 've 'd 'm ...".split())  # noqa: SIM905
NO_SPACE_AFTER = frozenset("([{$£€")


@dataclass(frozen=True, slots=True)
class Parse:
    """The syntactic layer of one sentence, one item per token; `heads` counts from 0 within the sentence,
    and the root is its own head, as in spaCy.
    """

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus: its tokens, whether a space follows each, and the layers that it has."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    parse: Parse | None = None
    names: tuple[str, ...] | None = None
    starts_document: bool = False
    starts_paragraph: bool = False


def map_names(tags: Sequence[str]) -> tuple[str, ...]:
    """Map a corpus' BIO or IO tags onto BIO tags over PER, ORG and LOC.

    A name starts at "B-", and at an "I-" that follows no name of the same corpus label (WikiGold writes IO).
    Labels outside `LABELS` become "O".
    """
    mapped: list[str] = []
    before = "O"
    for tag in tags:
        prefix, _, label = tag.partition("-")
        ours = LABELS.get(label)
        if ours is None:
            mapped.append("O")
        else:
            continues = prefix == "I" and before.partition("-")[2] == label
            mapped.append(f"{'I' if continues else 'B'}-{ours}")
        before = tag
    return tuple(mapped)


def guess_spaces(words: Sequence[str]) -> tuple[bool, ...]:
    """Guess which tokens a space follows, for corpora that keep tokens only.

    The model reads running text, so it must be trained on running text; a wrong guess costs one odd token.
    """
    spaces = [True] * len(words)
    open_quote = False
    for i, word in enumerate(words):
        possessive = word == "'" and i + 1 < len(words) and words[i + 1] == "s"
        closing = word in NO_SPACE_BEFORE or word == "''" or (word == '"' and open_quote)
        if (closing or possessive) and i:
            spaces[i - 1] = False
        if possessive or word in NO_SPACE_AFTER or word == "``" or (word == '"' and not open_quote):
            spaces[i] = False
        if word == '"':
            open_quote = not open_quote
    return tuple(spaces)


def read_conllu(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file (https://universaldependencies.org/format.html).

    Syntactic words of a multiword token ("do" + "n't") are kept apart, as the treebank parses them; a
    space follows only the last one. Empty nodes are left out.
    """
    for block in text.strip().split("\n\n"):
        lines = block.splitlines()
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        spaces = ["SpaceAfter=No" not in row[9] for row in words]
        for row in rows:
            if "-" in row[0]:
                first, last = (int(part) for part in row[0].split("-"))
                spaces[first - 1 : last] = [False] * (last - first) + ["SpaceAfter=No" not in row[9]]
        yield Sentence(
            words=tuple(row[1] for row in words),
            spaces=tuple(spaces),
            parse=Parse(
                tags=tuple(row[4] for row in words),
                pos=tuple(row[3] for row in words),
                morphs=tuple(row[5] for row in words),
                lemmas=tuple(row[2] for row in words),
                heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)),
                deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
            ),
            starts_document=any(c.startswith("# newdoc") for c in comments),
            starts_paragraph=any(c.startswith("# newpar") for c in comments),
        )


def read_names(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a name corpus: one JSON object per line with `tokens` and `tags`."""
    for line in lines:
        row = json.loads(line)
        words = tuple(row["tokens"])
        yield Sentence(words=words, spaces=guess_spaces(words), names=map_names(row["tags"]))


def merge_names(parsed: Sequence[Sentence], named: Sequence[Sentence]) -> list[Sentence]:
    """Put the names of `named` onto the sentences of `parsed` that have the same tokens.

    The two may stand in different orders and either may lack a sentence; sentences with equal tokens
    ("Thanks .") are paired in their order. A parsed sentence without a partner keeps `names=None`.
    """
    waiting: dict[tuple[str, ...], deque[Sentence]] = defaultdict(deque)
    for sentence in named:
        waiting[sentence.words].append(sentence)
    merged: list[Sentence] = []
    for sentence in parsed:
        partners = waiting[sentence.words]
        merged.append(replace(sentence, names=partners.popleft().names) if partners else sentence)
    return merged


def group(sentences: Sequence[Sentence], sizes: Sequence[int], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield runs of neighbouring sentences of one document; each run's length is drawn from `sizes`.

    The parser learns where sentences end only from texts that hold more than one.
    """
    run: list[Sentence] = []
    size = rng.choice(sizes)
    for sentence in sentences:
        if run and (sentence.starts_document or len(run) >= size):
            yield run
            run, size = [], rng.choice(sizes)
        run.append(sentence)
    if run:
        yield run


def to_doc(vocab: Vocab, run: Sequence[Sentence], breaks: random.Random | None = None, rate: float = 0.6) -> Doc:
    """Build one gold `Doc` of neighbouring sentences.

    With `breaks`, a share `rate` of the paragraph starts gets a newline token, attached to the token
    before it: scraped news separates paragraphs so, and headlines often end with nothing else.
    """
    words: list[str] = []
    spaces: list[bool] = []
    names: list[str] = []
    columns: dict[str, list[str]] = {key: [] for key in ("tags", "pos", "morphs", "lemmas", "deps")}
    heads: list[int] = []
    has_parse = all(sentence.parse is not None for sentence in run)
    for number, sentence in enumerate(run):
        if number and sentence.starts_paragraph and breaks is not None and breaks.random() < rate:
            spaces[-1] = False
            heads.append(len(words) - 1)
            words.append(breaks.choice(PARAGRAPH_TOKENS))
            spaces.append(False)
            names.append("O" if run[number - 1].names is not None else UNANNOTATED)
            for key, value in SPACE_TOKEN.items():
                columns[key].append(value)
        elif number and not words[-1].isspace():
            spaces[-1] = True
        start = len(words)
        words.extend(sentence.words)
        spaces.extend(sentence.spaces)
        names.extend(sentence.names or [UNANNOTATED] * len(sentence.words))
        if has_parse and sentence.parse is not None:
            heads.extend(start + head for head in sentence.parse.heads)
            for key, column in columns.items():
                column.extend(getattr(sentence.parse, key))
    ents = names if any(sentence.names is not None for sentence in run) else None
    if not has_parse:
        return Doc(vocab, words=words, spaces=spaces, ents=ents)
    layers: dict[str, Any] = columns
    return Doc(vocab, words=words, spaces=spaces, ents=ents, heads=heads, **layers)


def read_sources(data: Path) -> dict[str, list[Sentence]]:
    """Read every corpus under `data`, names joined to the treebank; keys are `<corpus>-<split>`."""

    def conllu(name: str) -> list[Sentence]:
        return list(read_conllu((data / "treebank" / f"{name}.conllu").read_text(encoding="utf-8")))

    def names(name: str) -> list[Sentence]:
        with (data / "ner" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            return list(read_names(lines))

    return {
        "ewt-train": merge_names(conllu("en_ewt-train"), names("uner_ewt_train")),
        "ewt-dev": merge_names(conllu("en_ewt-dev"), names("uner_ewt_dev")),
        "ewt-test": conllu("en_ewt-test"),
        "gum-train": conllu("en_gum9-train"),
        "gum-dev": conllu("en_gum9-dev"),
        "gum-test": conllu("en_gum9-test"),
        "wikigold-train": names("wikigold"),
        "politics-train": names("crossner_politics_train") + names("crossner_politics_dev"),
    }


GROUP_SIZES = {
    "ewt": (1, 2, 3, 4, 6, 8), "gum": (1, 2, 3, 4, 6, 8), "wikigold": (1, 2, 3, 5), "politics": (1, 2, 3),
}  # fmt: skip
"""Sentences of a training text: a paragraph of news has one to three, a post or a page without marks many."""
GOLD_SIZE = 8
REPEATS = {"wikigold": 2, "politics": 2}
"""Name corpora are small beside the treebank's web texts, and nearer to news: they are read so often per
epoch.
"""


def training_docs(sources: Mapping[str, list[Sentence]], vocab: Vocab, rng: random.Random) -> Iterator[Doc]:
    """The texts of one epoch, cut anew into runs of sentences."""
    for key, sentences in sources.items():
        corpus, split = key.split("-")
        if split == "train":
            for _ in range(REPEATS.get(corpus, 1)):
                for run in group(sentences, GROUP_SIZES[corpus], rng):
                    yield to_doc(vocab, run, breaks=rng)


def gold_docs(sentences: Sequence[Sentence], vocab: Vocab) -> list[Doc]:
    """A development or test part as texts of `GOLD_SIZE` sentences at most, without marks of paragraphs."""
    return [to_doc(vocab, run) for run in group(sentences, (GOLD_SIZE,), random.Random(0))]

"""Gold texts as windows with targets: what the network sees, and what it should say, `MISSING` where nobody looked."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from reportedly.language.encoder.batch import Batch, Word
from reportedly.language.encoder.labels import Labels
from reportedly.language.encoder.reader import WINDOW
from reportedly.language.encoder.shapes import Gap, case_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from corpora import Sentence
    from spacy.language import Language
    from spacy.tokens import Doc

    from reportedly.language.encoder.pieces import WordPieces

MISSING = -100
NAMES = ("PER", "ORG", "LOC")
PHRASES = (
    "Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity", "Weapon", "Vehicle",
    "MilitaryPlatform",
)  # fmt: skip
"""Types of re3d that are frequent enough to learn."""
RARE = 15
"""A relation with a subtype that is rarer counts as the relation; a relation that is rarer is not learnt."""
NON_COMMERCIAL = frozenset({"BBC Online"})
"""re3d sources under CC BY-NC: not used for anything that ships."""
PHRASE_WINDOW = 90
"""Words of a window of re3d, about: it ends at the next full stop."""


@dataclass(slots=True)
class Example:
    """A window: the words, what precedes each, and the targets, one a word. `heads`: 0 the root, j + 1 word j."""

    words: list[Word]
    layers: dict[str, list[int]] = field(default_factory=dict)

    @property
    def pieces(self) -> int:
        return sum(len(word.pieces) for word in self.words)


LAYERS = ("pos", "tags", "deps", "heads", "starts", "names", "phrases")


def bio(types: Sequence[str]) -> tuple[str, ...]:
    """The BIO tags over `types`, "O" first."""
    return ("O", *(f"{prefix}-{name}" for name in types for prefix in "BI"))


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """The labels that the parsed `sentences` carry often enough."""
    pos: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    deps: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.parse is not None:
            pos.update(sentence.parse.pos)
            tags.update(sentence.parse.tags)
            deps.update(dep.lower() for dep in sentence.parse.deps)
    return Labels(
        pos=tuple(sorted(pos)),
        tags=tuple(sorted(tag for tag, count in tags.items() if count >= RARE)),
        deps=tuple(sorted(dep for dep, count in deps.items() if count >= RARE)),
        names=bio(NAMES),
        phrases=bio(PHRASES),
    )


class Encoder:
    """Makes examples of gold `Doc`s and of re3d documents."""

    def __init__(self, vocabulary: WordPieces, labels: Labels) -> None:
        self._vocabulary = vocabulary
        self._index = {
            layer: {name: number for number, name in enumerate(getattr(labels, layer))}
            for layer in ("pos", "tags", "deps", "names", "phrases")
        }

    def of_doc(self, doc: Doc, rng: random.Random, cut: float = 0.3) -> Example:
        """The example of a gold doc. With the chance `cut`, and where it is too long, it ends within its last sentence,
        as windows of long texts do; there the unfinished sentence has no targets but its start.
        """
        parsed = doc.has_annotation("DEP")
        kept = [token for token in doc if not token.is_space]
        words = [Word(self._vocabulary(t.text), case_of(t.text), Gap.SPACE) for t in kept]
        place = {token.i: i for i, token in enumerate(kept)}
        for i, token in enumerate(kept):
            if i == 0:
                gap = Gap.START
            elif doc[token.i - 1].is_space:
                gap = Gap.NEWLINE
            else:
                gap = Gap.SPACE if doc[token.i - 1].whitespace_ else Gap.JOINED
            words[i] = Word(words[i].pieces, words[i].case, gap)
        layers = {layer: [MISSING] * len(kept) for layer in LAYERS}
        begins = [0]
        for i, token in enumerate(kept):
            if token.ent_iob_:
                tag = "O" if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}"
                layers["names"][i] = self._index["names"][tag]
            if not parsed:
                continue
            is_start = bool(token.is_sent_start) or i == 0
            if is_start and i:
                begins.append(i)
            layers["starts"][i] = int(is_start)
            layers["pos"][i] = self._index["pos"].get(token.pos_, MISSING)
            layers["tags"][i] = self._index["tags"].get(token.tag_, MISSING)
            layers["deps"][i] = self._relation(token.dep_.lower())
            head = token.head
            layers["heads"][i] = 0 if head.i == token.i else place.get(head.i, MISSING - 1) + 1
        example = Example(words, layers)
        end = len(kept)
        if parsed and len(begins) > 1 and rng.random() < cut:
            end = rng.randint(begins[-1] + 1, len(kept))
        return _ended(example, end, begins if parsed else None)

    def _relation(self, dep: str) -> int:
        index = self._index["deps"]
        return index.get(dep, index.get(dep.partition(":")[0], MISSING))

    def of_re3d(self, nlp: Language, document: dict[str, object]) -> Iterator[Example]:
        """The windows of a re3d document, with phrases only."""
        text = str(document["text"])
        doc = nlp.make_doc(text)
        tags = phrase_tags(doc, document["entities"])  # type: ignore[arg-type]
        words: list[Word] = []
        targets: list[int] = []
        for token, tag in zip(doc, tags, strict=True):
            if token.is_space:
                continue
            before = doc[token.i - 1] if token.i else None
            if not words:
                gap = Gap.START
            elif before is not None and before.is_space:
                gap = Gap.NEWLINE if "\n" in before.text else Gap.SPACE
            else:
                gap = Gap.SPACE if before is not None and before.whitespace_ else Gap.JOINED
            words.append(Word(self._vocabulary(token.text), case_of(token.text), gap))
            targets.append(self._index["phrases"][tag])
            if len(words) >= PHRASE_WINDOW and (token.text == "." or len(words) > 1.5 * PHRASE_WINDOW):
                yield _ended(self._phrases(words, targets), len(words), None)
                words, targets = [], []
        if words:
            yield _ended(self._phrases(words, targets), len(words), None)

    def _phrases(self, words: list[Word], targets: list[int]) -> Example:
        layers = {layer: [MISSING] * len(words) for layer in LAYERS}
        layers["phrases"] = targets
        return Example(words, layers)


def phrase_tags(doc: Doc, entities: Iterable[dict[str, object]]) -> list[str]:
    """BIO tags of the tokens; of overlapping entities the longest counts."""
    tags = ["O"] * len(doc)
    spans = [
        (int(e["start"]), int(e["end"]), str(e["type"]))  # type: ignore[call-overload]
        for e in entities
        if e["type"] in PHRASES
    ]
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        inside = [t.i for t in doc if t.idx < end and t.idx + len(t) > start and not t.is_space]
        if inside and all(tags[i] == "O" for i in inside):
            tags[inside[0]] = f"B-{kind}"
            for i in inside[1:]:
                tags[i] = f"I-{kind}"
    return tags


def read_re3d(file: Path) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Documents to learn from, and those held aside: every fifth by id, and the non-commercial ones."""
    documents = sorted(map(json.loads, file.read_text(encoding="utf-8").splitlines()), key=lambda d: d["id"])
    free = [d for d in documents if d["source"] not in NON_COMMERCIAL]
    aside = free[::5] + [d for d in documents if d["source"] in NON_COMMERCIAL]
    return [d for i, d in enumerate(free) if i % 5], aside


def _ended(example: Example, end: int, begins: list[int] | None) -> Example:
    """The example's first words, as many as a window holds and at most `end`."""
    pieces = 0
    for position, word in enumerate(example.words[:end]):
        pieces += len(word.pieces)
        if pieces > WINDOW:
            end = position
            break
    if end == len(example.words):
        return example
    layers = {layer: values[:end] for layer, values in example.layers.items()}
    if begins is not None:
        unfinished = max(b for b in begins if b < end)
        for layer in ("pos", "tags", "deps", "heads"):
            layers[layer][unfinished:] = [MISSING] * (end - unfinished)
    return Example(example.words[:end], layers)


def targets_of(examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """The layers of `examples`, each b × w, filled up with `MISSING`."""
    width = max(len(e.words) for e in examples)
    found = {layer: np.full((len(examples), width), MISSING, dtype=np.int64) for layer in LAYERS}
    for row, example in enumerate(examples):
        for layer, values in example.layers.items():
            found[layer][row, : len(values)] = values
    return found


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most `pieces` with the padding, in random order."""
    order = sorted(examples, key=lambda e: (e.pieces, rng.random()))
    result: list[list[Example]] = [[]]
    for example in order:
        if result[-1] and (len(result[-1]) + 1) * (example.pieces + 2) > pieces:
            result.append([])
        result[-1].append(example)
    rng.shuffle(result)
    return result


def to_batch(examples: Sequence[Example], vocabulary: WordPieces) -> Batch:
    return Batch.of([e.words for e in examples], vocabulary)

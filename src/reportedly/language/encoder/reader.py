"""Raw texts to analyses: tokens, windows, one pass of the network each, and the decoding of what it scores."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reportedly.language.analysis import Analysis
from reportedly.language.encoder.batch import Batch, Word
from reportedly.language.encoder.labels import Labels
from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.sequences import best_tags, spans, transitions
from reportedly.language.encoder.shapes import Gap, case_of, gap_of
from reportedly.language.encoder.trees import best_tree

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

Floats = npt.NDArray[np.float32]

WINDOW = 190
"""Word pieces of a window at most; a longer text is read in several, each from the last sentence that was cut."""
BATCH_PIECES = 1024
"""Word pieces of a batch, padding included: larger batches leave the processor's cache and are slower."""
_UNSHARED = 1 << 18
"""Multiplications that OpenBLAS leaves to one thread (``interface/gemm.c``): the threads of larger products go on
spinning and take the processor from the encoder, which more than halves its speed."""
_REMEMBERED = 100_000


@dataclass(slots=True, frozen=True)
class Scores:
    """What the network says of ``b`` windows of at most ``w`` words; b × w × the labels' number unless said.

    ``starts``: b × w, above 0 where a sentence begins. ``arcs``: b × w × (w + 1), column 0 for the root, column j + 1
    for word j as the head. ``below``: b × w × h and ``above``: b × (w + 1) × h, the word's and the head's part in the
    relation.
    """

    pos: Floats
    tags: Floats
    starts: Floats
    arcs: Floats
    below: Floats
    above: Floats
    names: Floats
    phrases: Floats


Network = Callable[[Batch], Scores]


@dataclass(slots=True, frozen=True)
class _Window:
    text: int
    first: int
    last: int
    pieces: int


class Reader:
    """Reads texts with a network; ``relations`` is the last layer of the relation head: h × labels and labels."""

    def __init__(
        self,
        tokenizer: "Tokenizer",
        vocabulary: WordPieces,
        labels: Labels,
        network: Network,
        relations: tuple[Floats, Floats],
    ) -> None:
        self._tokenizer = tokenizer
        self._vocabulary = vocabulary
        self._labels = labels
        self._network = network
        self._weight, self._bias = relations
        self._names_table = transitions(labels.names)
        self._phrases_table = transitions(labels.phrases)
        self._met: dict[tuple[str, Gap], Word] = {}
        self._root = labels.deps.index("root")

    def read(self, texts: Sequence[str]) -> list[Analysis]:
        """The analyses of ``texts``, in order. Texts share batches: give the texts of one document together."""
        analyses = [Analysis(self._words(text)) for text in texts]
        return self.analyse(analyses, [self._seen(text, a.words) for text, a in zip(texts, analyses, strict=True)])

    def analyse(self, analyses: list[Analysis], seen: Sequence[Sequence[Word]]) -> list[Analysis]:
        """Fill in ``analyses``, which have their words only; ``seen`` is what the encoder sees of these."""
        waiting = [self._window(i, 0, words) for i, words in enumerate(seen) if words]
        while waiting:
            cut: list[_Window] = []
            for group in _batches(waiting):
                batch = Batch.of([seen[w.text][w.first : w.last] for w in group], self._vocabulary)
                scores = self._network(batch)
                for row, window in enumerate(group):
                    length = window.last - window.first
                    borders = [0, *(1 + np.flatnonzero(scores.starts[row, 1:length] > 0)).tolist(), length]
                    complete = window.last == len(seen[window.text])
                    if not complete and len(borders) > 2:
                        borders.pop()  # the last sentence may go on behind the window
                    self._decode(analyses[window.text], window.first, borders, scores, row)
                    done = window.first + borders[-1]
                    if done < len(seen[window.text]):
                        cut.append(self._window(window.text, done, seen[window.text]))
            waiting = cut
        return analyses

    def _words(self, text: str) -> list[tuple[int, str]]:
        return [(token.idx, token.text) for token in self._tokenizer(text) if not token.is_space]

    def _seen(self, text: str, words: Sequence[tuple[int, str]]) -> list[Word]:
        seen: list[Word] = []
        end = 0
        for start, form in words:
            key = form, gap_of(text[end:start], first=not seen)
            word = self._met.get(key)
            if word is None:
                if len(self._met) >= _REMEMBERED:
                    self._met.clear()
                word = self._met[key] = Word(self._vocabulary(form), case_of(form), key[1])
            seen.append(word)
            end = start + len(form)
        return seen

    @staticmethod
    def _window(text: int, first: int, words: Sequence[Word]) -> _Window:
        pieces = 0
        last = first
        while last < len(words) and pieces + len(words[last].pieces) <= WINDOW:
            pieces += len(words[last].pieces)
            last += 1
        return _Window(text, first, last, pieces)

    def _decode(self, analysis: Analysis, offset: int, borders: list[int], scores: Scores, row: int) -> None:
        labels = self._labels
        done = borders[-1]
        pos = scores.pos[row, :done].argmax(axis=1)
        tags = scores.tags[row, :done].argmax(axis=1)
        analysis.pos.extend([labels.pos[i] for i in pos.tolist()])
        analysis.tags.extend([labels.tags[i] for i in tags.tolist()])
        columns = np.empty(done, dtype=np.int64)  # of each word's head in ``above``: 0 is the root
        for begin, end in pairwise(borders):
            within = scores.arcs[row, begin:end, :]
            heads = best_tree(np.concatenate((within[:, :1], within[:, begin + 1 : end + 1]), axis=1))
            analysis.sentences.append(offset + begin)
            analysis.heads.extend((heads + (offset + begin)).tolist())
            columns[begin:end] = np.where(heads == np.arange(end - begin), 0, heads + begin + 1)
        for found, table, names, kept in (
            (scores.names, self._names_table, labels.names, analysis.names),
            (scores.phrases, self._phrases_table, labels.phrases, analysis.phrases),
        ):
            best = best_tags(found[row, :done], borders, table, names)
            kept.extend((label, offset + first, offset + last) for label, first, last in spans(best, names))
        hidden = np.maximum(scores.below[row, :done] + scores.above[row, columns], 0)
        relations = self._relations(hidden)
        relations[columns > 0, self._root] = -np.inf
        best_relation = relations.argmax(axis=1)
        best_relation[columns == 0] = self._root
        analysis.deps.extend([labels.deps[i] for i in best_relation.tolist()])

    def _relations(self, hidden: Floats) -> Floats:
        rows = max(1, _UNSHARED // self._weight.size)
        parts = [hidden[first : first + rows] @ self._weight for first in range(0, len(hidden), rows)]
        scores: Floats = np.concatenate(parts) + self._bias
        return scores


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows of like length together, so that little is padded."""
    group: list[_Window] = []
    for window in sorted(windows, key=lambda w: (w.pieces, w.text)):
        if group and (len(group) + 1) * (window.pieces + 2) > BATCH_PIECES:
            yield group
            group = []
        group.append(window)
    yield group

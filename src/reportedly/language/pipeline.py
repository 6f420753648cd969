"""Loading an English pipeline once, lazily, and parsing documents with it."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from reportedly.errors import ReportedlyError
from reportedly.language.adapter import Gathered, adopt, analysis_of
from reportedly.language.analysis import Analysis
from reportedly.language.names import SHIPPED
from reportedly.language.parse import Parse
from reportedly.model import READABLE, Block, Document

BATCH = 16  # texts per batch of a spaCy pipeline: 8 to 32 measured best on one core, larger batches are slower
LONGEST = 20_000  # code points parsed at once; longer blocks are cut at white space
_UNUSED = ["lemmatizer", "trainable_lemmatizer", "attribute_ruler", "entity_linker"]  # lemmas: see the adapter


class ModelError(ReportedlyError):
    """The English pipeline could not be loaded."""


class Engine(NamedTuple):
    """A loaded pipeline: what it says of texts, in order, and its version. Equal versions parse alike."""

    analyse: Callable[[Sequence[str]], Iterable[Analysis]]
    version: str


def shipped_model() -> Path:
    """The folder of the pipeline that comes with the package."""
    return Path(str(files("reportedly.language") / "weights"))


class Pipeline:
    """An English pipeline: text in, ``Parse`` out. The model is loaded at the first use.

    ``name`` is ``en_reportedly_sm`` for the shipped one, or the package name or path of a spaCy pipeline.
    """

    def __init__(self, name: str = SHIPPED) -> None:
        self.name = name
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The loaded pipeline.

        Raises:
            ModelError: if there is no such model or it cannot be read.
        """
        if self._engine is None:
            try:
                self._engine = _shipped() if self.name == SHIPPED else _spacy(self.name)
            except (OSError, ValueError, KeyError, ImportError) as error:
                raise ModelError(f"no English pipeline {self.name!r} could be loaded: {error}") from error
        return self._engine

    @property
    def version(self) -> str:
        """Name, version and a hash of what tells two makings of it apart."""
        return self.engine.version

    def parse(self, document: Document) -> Parse:
        """The parse of one document's readable blocks."""
        return next(self.parse_all([document]))

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """The parses of ``documents``, in order. A document is parsed by itself: its parse depends on it alone."""
        for document in documents:
            pieces = [
                (start, end, index)
                for index, block in enumerate(document.blocks)
                if block.kind in READABLE
                for start, end in _pieces(document.text, block)
            ]
            analyses = self.engine.analyse([document.text[start:end] for start, end, _ in pieces])
            gathered = Gathered([], [], [], [])
            for (start, _, index), analysis in zip(pieces, analyses, strict=True):
                adopt(analysis, start, index, gathered)
            yield Parse(document.text, document.blocks, *gathered)


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The block's range, in parts of at most ``LONGEST`` code points cut at white space where there is any."""
    start = block.start
    while block.end - start > LONGEST:
        cut = max(text.rfind("\n", start + 1, start + LONGEST), text.rfind(". ", start + 1, start + LONGEST) + 1)
        if cut <= start:
            cut = max(text.rfind(" ", start + 1, start + LONGEST), start + 1)
        if cut == start + 1:
            cut = start + LONGEST
        yield start, cut
        start = cut
    if text[start : block.end].strip():
        yield start, block.end


def _shipped() -> Engine:
    _one_thread()  # before numpy is imported: it looks but once
    from reportedly.language.encoder import load

    folder = shipped_model()
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()[:8]
    return Engine(load(folder).read, f"{meta['name']}-{meta['version']}+{digest}")


def _spacy(name: str) -> Engine:
    _one_thread()
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    # numpy's own BLAS: the wheel of blis falls back to a generic kernel on many machines, 2.5 to 4.5 times slower.
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(name, exclude=_UNUSED)
    meta = nlp.meta
    digest = hashlib.sha256(repr(sorted(meta.get("performance", {}).items())).encode()).hexdigest()[:8]

    def analyse(texts: Sequence[str]) -> Iterator[Analysis]:
        return map(analysis_of, nlp.pipe(texts, batch_size=BATCH))

    return Engine(analyse, f"{meta['lang']}_{meta['name'].removeprefix('en_')}-{meta['version']}+{digest}")


def _one_thread() -> None:
    # Several threads only contend on matrices this small.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")


@cache
def pipeline(name: str = SHIPPED) -> Pipeline:
    """The pipeline of that name; one per process."""
    return Pipeline(name)

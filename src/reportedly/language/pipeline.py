"""Loading an English spaCy pipeline once, lazily, and parsing documents with it."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError
from reportedly.language.adapter import adopt
from reportedly.language.names import SHIPPED
from reportedly.language.parse import Name, Parse, Sentence, Token
from reportedly.model import READABLE, Block, Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 16  # blocks per batch: 8 to 32 measured best on one core, larger batches are slower
_UNUSED = [
    "lemmatizer",
    "trainable_lemmatizer",
    "attribute_ruler",
    "entity_linker",
]  # lemmas: see the adapter
LONGEST = 20_000  # code points parsed at once; longer blocks are cut at white space


class ModelError(ReportedlyError):
    """The English pipeline could not be loaded."""


def shipped_model() -> Path:
    """The folder of the pipeline that comes with the package."""
    return Path(str(files("reportedly.language") / "weights"))


class Pipeline:
    """An English pipeline: text in, ``Parse`` out. The model is loaded at the first use.

    ``name`` is a package name, a path of a spaCy model, or ``en_reportedly_sm`` for the shipped one.
    """

    def __init__(self, name: str = SHIPPED) -> None:
        self.name = name
        self._nlp: Language | None = None

    @property
    def nlp(self) -> "Language":
        """The loaded spaCy pipeline.

        Raises:
            ModelError: if there is no such model or it cannot be read.
        """
        if self._nlp is None:
            self._nlp = _load(self.name)
        return self._nlp

    @property
    def version(self) -> str:
        """Name, version and a hash of the weights' metadata: two pipelines with the same one parse alike."""
        meta = self.nlp.meta
        digest = hashlib.sha256(repr(sorted(meta.get("performance", {}).items())).encode()).hexdigest()[:8]
        return f"{meta['lang']}_{meta['name'].removeprefix('en_')}-{meta['version']}+{digest}"

    def parse(self, document: Document) -> Parse:
        """The parse of one document's readable blocks."""
        return next(self.parse_all([document]))

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """The parses of ``documents``, in order; blocks of neighbouring documents share batches."""
        for document in documents:
            pieces = [
                (start, end, index)
                for index, block in enumerate(document.blocks)
                if block.kind in READABLE
                for start, end in _pieces(document.text, block)
            ]
            texts = [document.text[start:end] for start, end, _ in pieces]
            docs = self.nlp.pipe(texts, batch_size=BATCH)
            yield _assemble(
                document, ((start, index, doc) for (start, _, index), doc in zip(pieces, docs, strict=True))
            )


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


def _assemble(document: Document, parsed: "Iterable[tuple[int, int, Doc]]") -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for offset, block, doc in parsed:
        adopt(doc, offset, block, tokens, sentences, names)
    return Parse(document.text, document.blocks, tokens, sentences, names)


def _load(name: str) -> "Language":
    # One thread and numpy's own BLAS: the wheel of blis falls back to a generic kernel on many machines, and gemm is
    # then 2.5 to 4.5 times slower; several threads only contend on matrices this small.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(shipped_model() if name == SHIPPED else name, exclude=_UNUSED)
    except (OSError, ValueError) as error:
        raise ModelError(f"no English pipeline {name!r} could be loaded: {error}") from error


@cache
def pipeline(name: str = SHIPPED) -> Pipeline:
    """The pipeline of that name; one per process."""
    return Pipeline(name)

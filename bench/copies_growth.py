"""What finding copies costs as a case grows: invented documents from a fixed seed.

A document has some 200 words drawn as often as words are in a language (Zipf), and half of the documents one of a
hundred set phrases of 6 to 14 words, some far commoner than others. One document in ten is copied, in part, from one of
the last thousand, so copies grow as the documents do; set phrases bring together ever more documents that are none.
"""

import resource
import time
from collections.abc import Iterator
from itertools import accumulate, islice, pairwise
from math import log
from random import Random

import msgspec

from reportedly.clean import document_of
from reportedly.link.copies import CopyIndex
from reportedly.model import Document

SIZES = (1_000, 10_000, 100_000)
_SEED = 20_310_507
_VOCABULARY = 20_000
_LENGTH = 200
_PHRASES = 100
_COPIED = 0.1
_RECENT = 1_000
_AT_ONCE = 500
"""Documents that come in together, as a folder's or an archive's do."""


def growth() -> Iterator[str]:
    """Time and memory at each size, and the exponent of growth, line by line. Invented texts are not timed."""
    yield "copies, growth: invented documents of 200 words, one in ten copied in part"
    took: dict[int, float] = {}
    for size in SIZES:
        index, found, took[size], most = CopyIndex(), 0, 0.0, _peak()
        documents = invented(size)
        while some := list(islice(documents, _AT_ONCE)):
            start = time.process_time()
            found += len(index.add(*some))
            took[size] += time.process_time() - start
        yield (
            f"  {size:7,} documents  {took[size]:7.2f} s  {size / took[size]:6,.0f} documents/s  "
            f"peak {_peak() - most:+5.0f} MB with the texts  {found:,} copies"
        )
    for small, large in pairwise(SIZES):
        yield f"  growth exponent {small:,} to {large:,}: {log(took[large] / took[small]) / log(large / small):.2f}"


def invented(size: int) -> Iterator[Document]:
    """``size`` documents, always the same."""
    random = Random(_SEED)
    words = [f"w{number:x}" for number in range(_VOCABULARY)]
    often = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))
    phrases = [random.choices(words, k=random.randint(6, 14)) for _ in range(_PHRASES)]
    common = list(accumulate(1 / rank for rank in range(1, _PHRASES + 1)))
    recent: list[list[str]] = []
    for number in range(size):
        text = random.choices(words, cum_weights=often, k=_LENGTH)
        if random.random() < 0.5:
            text += random.choices(phrases, cum_weights=common)[0]
        if recent and random.random() < _COPIED:
            copied = random.choice(recent)
            start = random.randrange(len(copied) // 2)
            text[:100] = copied[start : start + 100]
        recent.append(text)
        del recent[:-_RECENT]
        yield msgspec.structs.replace(document_of(" ".join(text)), id=f"d{number:07}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

"""Notes of the house: blocks that an outlet prints with many of its reports and that tell of no event.

They are known by how they open (``notes.yaml``), as newspapers have labelled them for long: Editor's note, Correction,
Reporting by, Sign up.
"""

import re
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from reportedly.link.copies.words import Blocks, Marks, Numbers, Words, Words64, code_points, marked, running, words

_LONGEST = 1000
"""Code points of a block from which on it is no note, whatever it opens with: it may be the whole report."""

_NONE = np.uint64(0)
"""The number of no word."""


def notes(text: str, blocks: Blocks, words: Words, begins: Numbers) -> Marks:
    """For each of ``words`` whether it is in a note of the house.

    ``begins`` are the first words of the documents, and how many words there are in all.
    """
    opening, first = _opening()
    opens = np.append(words.numbers, _NONE)[words.starts.searchsorted(blocks.starts)]
    may = (first.take(first.searchsorted(opens), mode="clip") == opens) & (blocks.ends - blocks.starts <= _LONGEST)
    bounds = zip(blocks.starts[may].tolist(), blocks.ends[may].tolist(), strict=True)
    marks = marked([(start, end) for start, end in bounds if opening.match(text, start, end)], words)
    # A correction that is published by itself is a report.
    counts, lengths = np.diff(running(marks)[begins]), np.diff(begins)
    return marks & np.repeat(2 * counts < lengths, lengths)


@cache
def _opening() -> tuple[re.Pattern[str], Words64]:
    """How notes open, and the numbers of the words with which they do."""
    kinds: dict[str, list[str]] = yaml.safe_load(
        files("reportedly.link.copies").joinpath("notes.yaml").read_text(encoding="utf-8")
    )
    ways = sorted(opening for openings in kinds.values() for opening in openings)
    pattern = re.compile(
        r"\W*(?:" + "|".join(re.escape(way).replace("'", "['’]").replace(r"\ ", r"\s+") for way in ways) + r")(?!\w)",
        re.IGNORECASE,
    )
    text = f" {' '.join(re.split(r'[^a-z]', way)[0] for way in ways)} "
    blocks = Blocks(np.array([0], dtype=np.int32), np.array([len(text)], dtype=np.int32), ["paragraph"], [0])
    return pattern, np.unique(words(code_points(text), blocks).numbers)

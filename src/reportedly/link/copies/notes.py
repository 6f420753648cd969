"""Notes of the house: blocks that an outlet prints with many of its reports and that tell of no event.

They are known by how they open (``notes.yaml``), as newspapers have labelled them for long: Editor's note, Correction,
Reporting by, Sign up.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import compress

import numpy as np
import yaml

from reportedly.link.copies.words import Marks, Numbers, Readable, Words, Words64, code_points, marked, words

_LONGEST = 1000
"""Code points of a block from which on it is no note, whatever it opens with: it may be the whole report."""


def notes(text: str, readable: Sequence[Readable], words: Words, begins: Numbers) -> Marks:
    """For each of ``words`` whether it is in a note of the house; ``begins`` are the documents' first words, and the
    end of the last."""
    opening, first = _opening()
    starts = words.starts.searchsorted(np.array([start for start, _, _ in readable], dtype=np.int32))
    opens = words.numbers.take(starts, mode="clip")
    may = first.take(first.searchsorted(opens), mode="clip") == opens
    marks = marked(
        [
            (start, end)
            for start, end, _ in compress(readable, may.tolist())
            if end - start <= _LONGEST and opening.match(text, start, end)
        ],
        words,
    )
    # A correction that is published by itself is a report.
    counts = np.diff(np.append(0, np.cumsum(marks))[begins])
    lengths = np.diff(begins)
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
    first = {int(words(code_points(f" {way} "), [(1, len(way) + 1, "")]).numbers[0]) for way in ways}
    return pattern, np.array(sorted(first), dtype=np.uint64)

"""Notes of the house: blocks that an outlet prints with many of its reports and that tell of no event.

They are known by how they open (``notes.yaml``), as newspapers have labelled them for long: Editor's note, Correction,
Reporting by, Sign up.
"""

import re
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from reportedly.link.copies.words import Marks, Words, marked
from reportedly.model import READABLE, Document

_LONGEST = 1000
"""Code points of a block from which on it is no note, whatever it opens with: it may be the whole report."""


def notes(document: Document, words: Words) -> Marks:
    """For each of ``words`` whether it is in a note of the house."""
    opening = _opening()
    bounds = [
        (block.start, block.end)
        for block in document.blocks
        if block.kind in READABLE
        and block.end - block.start <= _LONGEST
        and opening.match(document.text, block.start, block.end)
    ]
    marks = marked(sorted(bounds), words)
    # A correction that is published by itself is a report.
    return marks if 2 * marks.sum() < len(marks) else np.zeros_like(marks)


@cache
def _opening() -> re.Pattern[str]:
    kinds: dict[str, list[str]] = yaml.safe_load(
        files("reportedly.link.copies").joinpath("notes.yaml").read_text(encoding="utf-8")
    )
    ways = sorted(opening for openings in kinds.values() for opening in openings)
    return re.compile(
        r"\W*(?:" + "|".join(re.escape(way).replace("'", "['’]").replace(r"\ ", r"\s+") for way in ways) + r")(?!\w)",
        re.IGNORECASE,
    )

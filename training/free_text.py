"""Words of re3d documents that are free to use (https://github.com/dstl/re3d)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vectors import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NON_COMMERCIAL = frozenset({"BBC Online"})
"""re3d sources under CC BY-NC: not used for anything that ships."""


def re3d_words(file: Path) -> Iterator[str]:
    """Words of the re3d documents, without those of a non-commercial licence."""
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["source"] not in NON_COMMERCIAL:
            yield from words_of(document["text"])

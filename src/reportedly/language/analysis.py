"""What any English pipeline says of one text, before it becomes tokens of a document."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Analysis:
    """One text, analysed. The first five lists have an item per token; tokens count from 0 in the text.

    ``words``: (start in code points, form). ``pos`` UPOS, ``tags`` Penn tags. ``heads``: a root is its own head.
    ``sentences``: the first token of each. ``names``, ``phrases``: label, first token, token after the last.
    """

    words: list[tuple[int, str]]
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[tuple[str, int, int]] = field(default_factory=list)
    phrases: list[tuple[str, int, int]] = field(default_factory=list)

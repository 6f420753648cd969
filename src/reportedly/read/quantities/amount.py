"""One amount: a number with its hedge; and the words before a number that hedge it."""

import re
from typing import Literal, NamedTuple

Hedge = Literal["=", "~", ">", "<"]


class Amount(NamedTuple):
    """A number in a text. ``[start, end)`` covers hedge, number and unit; the counted thing begins after.

    ``digits`` is where the number itself begins. ``glued`` is true where digits run into the next word
    ("10Tanks").
    """

    start: int
    end: int
    digits: int
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    rule: str
    words: str
    glued: bool = False


_MORE = (
    r"just over|at least|no (?:fewer|less) than|not less than|more than|greater than|higher than|upwards? of"
    r"|in excess of|over than|over|above|a minimum of|exceeding|beyond|north of|starting (?:at|from)"
)
_LESS = (
    r"just under|at most|no more than|not more than|up to|as many as|as much as|as (?:few|little) as|less than"
    r"|fewer than|lower than|smaller than|under|below|a maximum of|maximum of"
)
_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|nearly|almost|close to|some|an estimated|estimated"
    r"|an average of|average of|averag(?:ed|es|ing)|circa|ca\.|virtually|near|more or less"
    r"|in the region of"
)
_BEFORE = re.compile(
    rf"(?:(?P<less>\b(?:{_LESS})|[<≤]|\bsub-)|(?P<about>\b(?:{_ABOUT})|[~≈])|(?P<more>\b(?:{_MORE})|[>≥]))"
    r"\s*(?:a total of |an estimated |the |another )?$",
    re.IGNORECASE,
)
_REACH = 40


def hedge_before(text: str, left: int, position: int) -> tuple[Hedge, int]:
    """The hedge that ends at ``position`` and where it begins; ``("=", position)`` where there is none."""
    match = _BEFORE.search(text[max(left, position - _REACH) : position])
    if match is None:
        return "=", position
    hedge: Hedge = "~" if match["about"] else "<" if match["less"] else ">"
    return hedge, max(left, position - _REACH) + match.start()


def bounds(value: float, hedge: Hedge) -> tuple[float | None, float | None]:
    """Low and high of a hedged number: "at least" has no high bound, "up to" no low one."""
    return (value, None) if hedge == ">" else (None, value) if hedge == "<" else (value, value)

"""What is held of a source: how often it is right, how often it leaves things out, how often it repeats others."""

from collections import defaultdict
from typing import NamedTuple

FALSE_VALUES = 100
"""Values that an object might falsely be given (n of Dong, Berti-Equille and Srivastava 2009, their default)."""

COPYING = 0.2
"""How likely a claim is a repetition before anything is known (alpha of the same paper)."""

ACCURACY = 0.8
"""How likely a claim is right before anything is known (1 - epsilon of the same paper)."""

BREVITY = 0.2
"""How likely a right claim leaves something out before anything is known."""

STRENGTH = 2.0
"""In claims: how much weight what is known beforehand has beside what a source's own claims tell. Two, as in Laplace's
rule of succession; claims on objects that were held back are likeliest under it too (decision 9)."""

_BOUND = 0.01


class Conduct(NamedTuple):
    """The habits of a source, each a probability. ``drawn`` is how often it repeats each of those seen beside it."""

    accuracy: float
    copying: float
    brevity: float
    drawn: dict[str, float]

    @property
    def order(self) -> tuple[float, float]:
        """Those who copy least come first, then the most accurate (greedy order of the same paper, section 3.3)."""
        return self.copying, -self.accuracy

    def draw(self, other: str) -> float:
        """How often it repeats ``other`` where both claim something."""
        return self.drawn.get(other, self.copying)


class Tally:
    """Expected counts of a source's claims: ``own`` (not repeated), of these ``right``; ``brief`` of ``divisible``."""

    __slots__ = ("brief", "copied", "divisible", "own", "partners", "right", "second")

    def __init__(self) -> None:
        self.own = self.right = self.brief = self.divisible = self.copied = 0.0
        self.second = 0
        self.partners: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])

    def see(self, before: list[tuple[str, bool]], copied: float) -> None:
        """Count a claim made beside those of others, which is a repetition of one of them with that probability."""
        self.second += 1
        self.copied += copied
        same = sum(agrees for _, agrees in before)
        for other, agrees in before:
            seen = self.partners[other]
            seen[0] += copied / same if agrees else 0.0
            seen[1] += 1

    def conduct(self, accuracy: float, brevity: float) -> Conduct:
        """The habits that these counts and those of sources like it (``accuracy``, ``brevity``) tell."""
        copying = _mean(self.copied, self.second, COPYING)
        return Conduct(
            accuracy=_mean(self.right, self.own, accuracy),
            copying=copying,
            brevity=_mean(self.brief, self.divisible, brevity),
            drawn={other: _mean(times, seen, copying) for other, (times, seen) in self.partners.items()},
        )


def _mean(times: float, of: float, prior: float) -> float:
    return min(1 - _BOUND, max(_BOUND, pooled(times, of, prior)))


def pooled(times: float, of: float, prior: float) -> float:
    """The mean of the Beta posterior after ``times`` of ``of``, with ``prior`` worth ``STRENGTH`` claims."""
    return (times + STRENGTH * prior) / (of + STRENGTH)

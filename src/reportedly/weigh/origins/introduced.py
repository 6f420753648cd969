"""Persons whom a report describes before it names them: "a pastor told the radio … Joël Desrosiers said"."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.weigh.origins.names import described, proper, tokens, within
from reportedly.weigh.origins.party import Party

_FULL = 2  # words of a name by which somebody is first called
_ONE = ("a", "an", "one")


def introduced(reports: Iterable[Sequence[Party]]) -> Iterator[tuple[Party, Party]]:
    """Pairs of a description and the name that is the same person's, report by report.

    Reports tell who somebody is when they first name them. One who is named without a word is the one person whom the
    report has described before, unless another report describes them otherwise.
    """
    known = [list(dict.fromkeys(parties)) for parties in reports]
    described_as: dict[tuple[str, ...], set[str]] = {}
    for one in (party for parties in known for party in parties):
        if one.kind == "person" and one.description:
            described_as.setdefault(one.tokens, set()).update(tokens(one.description))
    for parties in known:
        unnamed = [one for one in parties if _one_person(one)]
        named = [one for one in parties if one.kind == "person" and proper(one.name)]
        bare = [one for one in named if not one.description and len(one.tokens) >= _FULL and one.body is None]
        if len(unnamed) == 1:
            head = described(unnamed[0].name)[-1:]
            fitting = [one for one in named if within(head, tuple(described_as.get(one.tokens, ())))]
            newcomers = [one for one in bare if one.tokens not in described_as]
            found = fitting or newcomers
            if len({one.tokens for one in found}) == 1:
                yield unnamed[0], found[0]


def _one_person(one: Party) -> bool:
    return one.anonymous and one.kind == "unnamed" and one.name.split()[0].casefold() in _ONE

"""Documents that report one story: those that share rare words and names."""

from collections.abc import Mapping

from reportedly.link.cluster import clusters
from reportedly.link.likeness.words import Words, likeness

STORY = 0.2
"""The mean likeness above which documents make one story. From .13 to .25 the training part of ECB+ scores alike."""


def stories(documents: Mapping[str, Words], threshold: float = STORY) -> list[tuple[str, ...]]:
    """Groups of the identifiers of ``documents``, each sorted, in order of their first.

    Only documents that share a rare word are compared.
    """
    holders: dict[str, list[str]] = {}
    near: list[tuple[str, str]] = []
    for name in sorted(documents):
        bag = documents[name]
        others = {other for word in bag.squares for other in holders.get(word, ())}
        near.extend((other, name) for other in sorted(others) if likeness(documents[other], bag) > threshold)
        for word in bag.squares:
            holders.setdefault(word, []).append(name)
    return clusters(documents, near, lambda a, b: likeness(documents[a], documents[b]) - threshold)

"""The labels that the network's heads score, in the order of its outputs."""

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Labels:
    """``pos`` UPOS tags, ``tags`` Penn tags, ``deps`` UD relations; ``names`` and ``phrases`` BIO tags."""

    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    phrases: tuple[str, ...]

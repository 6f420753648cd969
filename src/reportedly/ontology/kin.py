"""Families of event types that reports use for one and the same happening."""

from collections.abc import Collection, Iterable
from functools import cached_property

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, only, text, words
from reportedly.ontology._files import Files


class Kin(Record, frozen=True):
    """Families that may tell one happening, the most telling first."""

    id: str
    label: str
    families: tuple[str, ...]


class Kinship:
    """The groups of ``kin.yaml``."""

    def __init__(self, groups: Iterable[Kin]) -> None:
        self.groups = tuple(groups)

    @cached_property
    def _of_family(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for group in self.groups:
            for family in group.families:
                found.setdefault(family, []).append(group.id)
        return {family: tuple(groups) for family, groups in found.items()}

    @cached_property
    def _rank(self) -> dict[str, int]:
        order = [family for group in self.groups for family in group.families]
        return {family: place for place, family in reversed(list(enumerate(order)))}

    def of(self, family: str) -> tuple[str, ...]:
        """The groups that ``family`` belongs to; a family in none is a group of its own."""
        return self._of_family.get(family, (family,))

    def rank(self, family: str) -> int:
        """How telling ``family`` is for naming an incident: the lower, the more."""
        return self._rank.get(family, len(self._rank))


def load_kin(files: Files, families: Collection[str]) -> Kinship:
    """The groups of ``kin.yaml``.

    Raises:
        OntologyError: for a group without label or families, or with a family that no event type belongs to.
    """
    data = files.mapping("kin.yaml")
    groups = []
    for key in data:
        entry = entry_of(data, key)
        only(entry, key, ("label", "families"))
        text(entry, key, "label")
        members = words(entry, key, "families")
        if not members:
            raise entry.wrong(f"{key}: lacks families")
        for family in members:
            if family not in families:
                raise entry.wrong(f"{key}: no event type has the family {family!r}", "families")
        groups.append(Kin(id=key, label=entry["label"], families=members))
    return Kinship(groups)

"""Mentions of materiel: weapons, ammunition, vehicles, aircraft and ships, named or told by a common noun."""

from reportedly.read.materiel.find import find_materiel

__all__ = ["find_materiel"]

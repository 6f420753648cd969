"""How well claims hold up: independent origins, contradictions, grades, values that differ, custody, control."""

from reportedly.weigh.data import RulesError
from reportedly.weigh.origins import origins
from reportedly.weigh.rules import rules
from reportedly.weigh.testimony import testimonies
from reportedly.weigh.weighing import history, weigh
from reportedly.weigh.why import Note, Paragraph, why

__all__ = [
    "Note", "Paragraph", "RulesError", "history", "origins", "rules", "testimonies", "weigh", "why",
]  # fmt: skip

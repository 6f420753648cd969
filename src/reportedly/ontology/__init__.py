"""What the project knows of the world, as data: event types, materiel, actors, outlets, hedges, cues."""

from reportedly.ontology.actors import Actor, Entry, NameIndex, Outlet
from reportedly.ontology.crosswalks import Correspondence, Scheme
from reportedly.ontology.designations import words_at
from reportedly.ontology.errors import OntologyError
from reportedly.ontology.events import GIVEN, VIOLENT, CasualtyKind, EventLexicon, EventType, Frame
from reportedly.ontology.hedges import Hedge, Hedges
from reportedly.ontology.kinds import Kinds
from reportedly.ontology.materiel import Category, Materiel, Sighting
from reportedly.ontology.names import Word, words_of
from reportedly.ontology.ontology import Ontology, load
from reportedly.ontology.themes import Theme, Themes

__all__ = [
    "GIVEN", "VIOLENT", "Actor", "CasualtyKind", "Category", "Correspondence", "Entry", "EventLexicon", "EventType",
    "Frame", "Hedge", "Hedges", "Kinds", "Materiel", "NameIndex", "Ontology", "OntologyError", "Outlet", "Scheme",
    "Sighting", "Theme", "Themes", "Word", "load", "words_at", "words_of",
]  # fmt: skip

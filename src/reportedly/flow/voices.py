"""The testimonies of a case, and an incident weighed by them."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from reportedly.case import Case
from reportedly.flow.anchors import placed
from reportedly.model import Copy, Incident, Testimony, Weighing
from reportedly.ontology import Ontology, load
from reportedly.weigh import testimonies, weigh
from reportedly.weigh.origins.names import folded

STATES = frozenset({"state", "forces", "office", "agency"})
"""Types of actors that act for their country."""

_READINGS = 64
"""Readings whose testimonies are kept at hand: an incident's reports are mostly of the same few days."""


class Voices:
    """The testimonies of a case, document by document, the last few kept at hand."""

    def __init__(self, case: Case, ontology: Ontology | None = None) -> None:
        sides = sides_of(ontology or load())

        def of(document: str) -> tuple[Testimony, ...]:
            return testimonies(case.reading(document), sides)

        self.of: Callable[[str], tuple[Testimony, ...]] = lru_cache(maxsize=_READINGS)(of)

    def among(self, incident: Incident, documents: Iterable[str]) -> list[Testimony]:
        """The testimonies of the events of ``incident``, which are told in ``documents``."""
        events = set(incident.events)
        return [one for document in sorted(set(documents)) for one in self.of(document) if one.event.id in events]


def weighed(
    case: Case, incident: Incident, voices: Voices, as_of: str | None = None
) -> tuple[Weighing, list[Testimony]]:
    """An incident of a case weighed as of a time, and what it was weighed by."""
    told = voices.among(incident, case.linking.documents_of(incident))
    copies = among(case.linking.copies({one.document for one in told}), told)
    return weigh(incident, told, copies, placed(case.judgements.standing(), case), as_of), told


def sides_of(ontology: Ontology) -> dict[str, str]:
    """The country that each actor of the ontology acts for, where it is a state, its forces or one of its bodies; and
    by ``=word`` that for which the name, the adjective or the capital of a state stands."""
    actors = ontology.actors
    sides = {actor.id: actor.country for actor in actors.values() if actor.type in STATES and actor.country}
    for actor in actors.values():
        if actor.type == "state":
            sides |= {f"={folded(name)}": actor.country for name in (actor.label, *actor.aliases, *actor.demonyms)}
    sides |= {f"={folded(seat)}": sides[state] for seat, state in ontology.speakers.seats.items() if state in sides}
    return sides


def among(copies: Iterable[Copy], voices: Iterable[Testimony]) -> list[Copy]:
    """Those of ``copies`` whose two documents both have a voice in ``voices``."""
    documents = {one.document for one in voices}
    return [copy for copy in copies if copy.first in documents and copy.second in documents]

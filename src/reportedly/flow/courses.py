"""Custody of materiel and control of places, over all incidents of a case."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from reportedly.case import Case
from reportedly.errors import ReportedlyError
from reportedly.flow.voices import Voices
from reportedly.model import Chain, Grade, Incident, Period, Place, Testimony
from reportedly.ontology import Ontology
from reportedly.ontology.names import fold
from reportedly.weigh.control import CONTROL_FAMILIES, At, called, control, numbered, within
from reportedly.weigh.custody import CUSTODY_FAMILIES, Matches, custody, wanted


class UnplacedError(ReportedlyError):
    """No point is known of a place, so no circle can be drawn around it."""


class Course(NamedTuple):
    """Who is said to have held a place. ``around`` is the point where a radius was asked for."""

    periods: list[Period]
    around: Place | None


class _Ledger(NamedTuple):
    incidents: list[Incident]
    testimonies: list[Testimony]
    grades: dict[str, Grade]


def custody_of(case: Case, item: str, ontology: Ontology) -> Chain:
    """The chain of ``item``: a category (identifier, label or common noun, the narrower ones with it), or a name."""
    ledger = _ledger(case, CUSTODY_FAMILIES)
    return custody(item, matching(item, ontology), ledger.incidents, ledger.testimonies, ledger.grades)


def matching(item: str, ontology: Ontology) -> Matches:
    """What ``item`` stands for: all of a category, or what is called so ("TOW" is no other anti-tank missile)."""
    tree = ontology.materiel
    asked = _singular(item)
    of = {
        key
        for key, one in tree.categories.items()
        if asked in map(_singular, (key, one.label, *one.names)) or item == key
    }
    categories = {key for key in tree.categories if of.intersection(tree.above(key))}
    named = wanted(categories, [item])

    def matches(name: str, category: str | None) -> bool:
        return named(name, category if category is not None or not categories else tree.category(name))

    return matches


def control_of(case: Case, place: str, radius_km: float | None = None) -> Course:
    """Who is said to have held ``place``, a name or GeoNames identifier; with a radius, all places in that circle.

    The circle is drawn around the point that most events at a place so called have.

    Raises:
        UnplacedError: if a circle is asked for and no such place of the case has a point.
    """
    at: At = numbered(int(place)) if place.isdecimal() else _called(place)
    around = None
    if radius_km is not None:
        around = _point(at, case.linking.spots())
        if around is None or around.lat is None or around.lon is None:
            raise UnplacedError(f"no place in {case.path} that is called {place} has a point; leave out the radius")
        at = within(around.lat, around.lon, radius_km)
    ledger = _ledger(case, CONTROL_FAMILIES)
    return Course(control(at, ledger.incidents, ledger.testimonies, ledger.grades), around)


def _called(name: str) -> Callable[[Place], bool]:
    exact, folded = called(name), fold(name)
    return lambda place: exact(place) or folded in (fold(place.name), fold(place.matched or ""))


def _point(at: At, spots: Iterable[Place]) -> Place | None:
    found: Counter[tuple[float, float]] = Counter()
    places: dict[tuple[float, float], Place] = {}
    for place in spots:
        if at(place) and place.lat is not None and place.lon is not None:
            found[place.lat, place.lon] += 1
            places.setdefault((place.lat, place.lon), place)
    return places[min(found, key=lambda point: (-found[point], point))] if found else None


def _ledger(case: Case, families: Iterable[str]) -> _Ledger:
    """The incidents with an event of ``families``, with everything told of them; no other report is opened."""
    settled = list(case.linking.telling(families))
    incidents = [one.incident for one in settled]
    events = {event for incident in incidents for event in incident.events}
    documents = {document for incident in incidents for document in case.linking.documents_of(incident)}
    voices = Voices(case)
    told = [one for document in sorted(documents) for one in voices.of(document) if one.event.id in events]
    return _Ledger(incidents, told, {one.incident.id: one.weighing.grade for one in settled})


def _singular(words: str) -> str:
    return fold(words).removesuffix("s")

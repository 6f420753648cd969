"""The incidents of a case, those that are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportedly.case import Case
from reportedly.case.entries import IncidentEntry
from reportedly.flow import Advance
from reportedly.flow.entry import entry_of
from reportedly.flow.voices import Voices, weighed
from reportedly.model.days import days
from reportedly.ontology import Ontology
from reportedly.ontology.names import fold
from reportedly.weigh.clock import by_then, known_by


class Wanted(NamedTuple):
    """What is asked for; ``None`` asks for nothing.

    ``place`` is a part of a name or a GeoNames identifier, ``actor`` a part of a name, an alias or an identifier of the
    ontology, ``type`` a type or family of events, ``first`` and ``last`` are ISO 8601 days, ``grade`` is one of
    ``IncidentGrade``.
    """

    place: str | None = None
    actor: str | None = None
    type: str | None = None
    first: str | None = None
    last: str | None = None
    grade: str | None = None


def incidents(
    case: Case,
    wanted: Wanted,
    ontology: Ontology,
    as_of: str | None = None,
    advance: Advance = lambda _what, _steps: None,
) -> Iterator[IncidentEntry]:
    """The incidents that are ``wanted``, by their first day, undated ones last.

    With ``as_of`` (ISO 8601) each is weighed with what had been published by then; those of which nothing had been are
    left out.
    """
    ids = _named(case, wanted, ontology)
    entries = case.linking.entries() if as_of is None else _then(case, as_of, advance)
    return (entry for entry in entries if (ids is None or entry.id in ids) and _fits(entry, wanted))


def most_told(entries: Sequence[IncidentEntry], limit: int | None) -> list[IncidentEntry]:
    """The ``limit`` of ``entries`` with the most reports, then voices, then claims, in the order they came in."""
    rank = {
        one.id: (-one.documents, -(one.affirming + one.denying + one.others), -one.claims, place)
        for place, one in enumerate(entries)
    }
    kept = set(sorted(rank, key=rank.__getitem__)[:limit])
    return [one for one in entries if one.id in kept]


def _then(case: Case, as_of: str, advance: Advance) -> list[IncidentEntry]:
    """Only incidents that were known in part by then are weighed; what was known in full stands as it is listed now."""
    known: defaultdict[str, set[bool]] = defaultdict(set)
    for incident, published in case.linking.published():
        known[incident].add(known_by(published, as_of))
    voices = Voices(case)
    found = []
    for one in case.linking.settled():
        advance("weighing", len(known))
        if known[one.incident.id] == {True}:
            found.append(one.entry)
        elif True in known[one.incident.id]:
            weighing, told = weighed(case, one.incident, voices, as_of)
            then = [testimony for testimony in told if by_then(testimony, as_of)]
            found.append(entry_of(one.incident, then, weighing))
    return sorted(found, key=lambda one: (one.first_day is None, one.first_day or "", one.last_day or "", one.id))


def _named(case: Case, wanted: Wanted, ontology: Ontology) -> set[str] | None:
    """The incidents at the place and of the actor; ``None`` where neither is asked for."""
    found: set[str] | None = None
    if wanted.place is not None:
        found = set(_matching(wanted.place, {wanted.place}, case.linking.places()))
    if wanted.actor is not None:
        folded = fold(wanted.actor)
        known = {key for key, one in ontology.actors.items() if folded in map(fold, (key, one.label, *one.aliases))}
        actors = set(_matching(wanted.actor, known, case.linking.parties()))
        found = actors if found is None else found & actors
    return found


def _matching(words: str, known: Iterable[str], rows: Iterable[tuple[str, str, str | None]]) -> Iterator[str]:
    folded, ids = fold(words), set(known)
    return (incident for incident, name, identifier in rows if identifier in ids or folded in fold(name))


def _fits(entry: IncidentEntry, wanted: Wanted) -> bool:
    if wanted.type is not None and wanted.type.lower() not in (entry.type, entry.family):
        return False
    if wanted.grade is not None and wanted.grade != entry.grade:
        return False
    if wanted.first is None and wanted.last is None:
        return True
    told = days(entry.told) or (None, None)
    first, last = (entry.first_day, entry.last_day) if entry.first_day else told
    if first is None or last is None:
        return False
    return (wanted.first is None or last >= wanted.first) and (wanted.last is None or first <= wanted.last)

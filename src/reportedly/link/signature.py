"""What of an event is compared with other events: places, days, parties, numbers, words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from reportedly.link.likeness import words
from reportedly.link.reference import taken_up
from reportedly.model import Event, Place, Reading, Record, Role, Span
from reportedly.model.days import days
from reportedly.ontology import Ontology
from reportedly.ontology.names import words_of

NEWS_DAYS = 7
"""Days before publication in which a happening lies that a report tells without a date."""

COARSE_KM = 60.0
"""A radius above which an area (a province, a country) says little about which happening it is."""

STATES = frozenset({"territory-held"})
"""Families of events that tell what lasts."""

_PLAN_DAYS = 30
"""Days after publication in which a planned happening without a date is looked for."""

_BEFALLEN = frozenset({"target", "item", "location"})

_FINE = frozenset({"second", "minute", "hour", "part-of-day", "day"})

_OPENING = 600
"""Code points of a text that tell what its story is: headline and lead."""


class Spot(Record, frozen=True, gc=False):
    """Where an event is placed. ``own``: its words say so; otherwise it is the place that was last spoken of.

    ``alone``: nothing else that the document names lies in its country, so that it may be another place of its name.
    """

    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    radius_km: float
    country: str | None
    admin1: str | None
    own: bool
    alone: bool = False


class Party(Record, frozen=True, gc=False):
    """Who fills a role: the ontology's identifier, or the proper words of its name (folded), or neither (``men``)."""

    role: str
    actor: str | None
    proper: tuple[str, ...]
    label: str


class Amount(Record, frozen=True, gc=False):
    """A number that is told of an event: ``of`` is the casualties' kind or the category of materiel."""

    of: str
    low: float | None
    high: float | None


class Signature(Record, frozen=True, gc=False):
    """An event reduced to what is compared.

    ``first`` and ``last`` are ordinal days (``date.toordinal``); ``dated`` says that the event's own words give them,
    otherwise they follow from the publication, or are the one day that the report tells of. ``told`` is when the
    document was published (ISO 8601), empty where not known. ``span`` is the trigger. ``happened`` is false for what is
    planned or supposed. ``things`` are the rare words for what it befell. ``after`` is the event of the document that
    this one goes on to tell of (``link.reference``). ``held``: it tells no day, and the document tells of one alone.
    """

    event: str
    document: str
    span: Span
    told: str
    type: str
    family: str
    kin: tuple[str, ...]
    happened: bool
    negative: bool
    spots: tuple[Spot, ...]
    first: int | None
    last: int | None
    dated: bool
    parties: tuple[Party, ...]
    amounts: tuple[Amount, ...]
    words: tuple[str, ...]
    story: tuple[str, ...]
    things: tuple[str, ...] = ()
    after: str | None = None
    held: bool = False


def signatures(reading: Reading, ontology: Ontology) -> tuple[Signature, ...]:
    """The signatures of the reading's events, in their order."""
    document = reading.document
    story = rare(f"{document.title or ''} {document.text[:_OPENING]}")
    day = _only_day(reading)
    # In a sentence that dates one event, the others are of other days: "three days after they took it".
    dated = {reading.sentence(event.trigger) for event in reading.events if event.time is not None}
    found = [
        _signature(event, reading, ontology, story, None if reading.sentence(event.trigger) in dated else day)
        for event in reading.events
    ]
    by_event = {one.event: one for one in found}
    for event, earlier in taken_up(found, reading, ontology).items():  # in text order: what is taken up is complete
        by_event[event] = _with(by_event[event], by_event[earlier])
    return tuple(by_event.values())


def _with(one: Signature, earlier: Signature) -> Signature:
    """``one`` with the day and the place of what it goes on to tell of, as far as it has none of its own."""
    days = {} if one.dated else {"first": earlier.first, "last": earlier.last, "dated": earlier.dated}
    return replace(one, after=earlier.event, spots=earlier.spots, **days)


def rare(text: str) -> tuple[str, ...]:
    """The rare words (lemmas) of ``text``, each once, sorted."""
    return tuple(words(text).squares)


def _only_day(reading: Reading) -> tuple[str, str] | None:
    """The one day that a report tells of, but for the days on which somebody spoke; ``None`` where it tells of more.

    It holds for what the report tells without a day as well.
    """
    said = [statement.said.span for statement in reading.statements if statement.said is not None]
    found = {
        days(time.value)
        for time in reading.mentions.times
        if time.precision in _FINE and not any(time.span.overlaps(span) for span in said)
    }
    published = days(reading.document.published.value) if reading.document.published else None
    day = found.pop() if len(found) == 1 else None
    if day is None or published is None:
        return None
    apart = date.fromisoformat(published[0]).toordinal() - date.fromisoformat(day[0]).toordinal()
    return day if 0 <= apart <= NEWS_DAYS else None


def _signature(
    event: Event, reading: Reading, ontology: Ontology, story: tuple[str, ...], day: tuple[str, str] | None
) -> Signature:
    published = reading.document.published
    told = published.value if published else ""
    happened = event.modality in ("actual", "hedged", "possible")
    own = days(event.time.value) if event.time and event.time.kind in ("date", "time") else None
    if own and event.time and (event.time.value or "").endswith("TNI"):  # a night runs into the next morning
        own = own[0], (date.fromisoformat(own[1]) + timedelta(1)).isoformat()
    first, last = _ordinals(own) if own else _around(_said(event, reading) or told, happened)
    return Signature(
        event=event.id,
        document=reading.document.id,
        span=event.trigger,
        told=told,
        type=event.type,
        family=event.family,
        kin=ontology.kin.of(event.family),
        happened=happened,
        negative=event.polarity == "negative",
        spots=_spots(event, reading.mentions.places),
        first=first,
        last=last,
        dated=own is not None,
        held=own is None and day is not None and event.time is None,
        parties=tuple(_party(role, reading, ontology) for role in event.roles),
        amounts=_amounts(event),
        words=rare(reading.sentence(event.trigger).of(reading.document.text)),
        story=story,
        things=_things(event),
    )


def _said(event: Event, reading: Reading) -> str | None:
    """When the statement that tells it was made, where the text says so: it had happened by then."""
    statement = next((one for one in reading.statements if one.id == event.statement), None)
    return statement.said.value if statement is not None and statement.said is not None else None


def _things(event: Event) -> tuple[str, ...]:
    """What it befell, in common words: "mosque", "ambulance", "gold miners"."""
    names = [role.name for role in event.roles if role.role in _BEFALLEN]
    return rare(" ".join(word for name in names for word in name.split() if word[:1].islower()))


def _ordinals(ends: tuple[str, str]) -> tuple[int, int]:
    return date.fromisoformat(ends[0]).toordinal(), date.fromisoformat(ends[1]).toordinal()


def _around(told: str, happened: bool) -> tuple[int | None, int | None]:
    ends = days(told)
    if ends is None:
        return None, None
    first, last = _ordinals(ends)
    return (first - NEWS_DAYS, last) if happened else (first, last + _PLAN_DAYS)


def _spots(event: Event, mentioned: Sequence[Place]) -> tuple[Spot, ...]:
    own = [place for place in event.places if not place.metonym]
    if own:
        return _distinct(own, mentioned, own=True)
    before = [place for place in mentioned if not place.metonym]
    near = [place for place in before if place.span.end <= event.trigger.start]
    return _distinct((near[-1:] or before[:1]), mentioned, own=False)


def _distinct(places: Iterable[Place], mentioned: Sequence[Place], *, own: bool) -> tuple[Spot, ...]:
    found: dict[object, Spot] = {}
    for place in places:
        spot = Spot(
            name=" ".join(word.key for word in words_of(place.matched or place.name)),
            geonameid=place.geonameid,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km or 0.0,
            country=place.country,
            admin1=place.admin1,
            own=own,
            alone=place.precision in ("point", "town")
            and not any(other.country == place.country and other.name != place.name for other in mentioned),
        )
        found.setdefault(place.geonameid or spot.name, spot)
    return tuple(found.values())


def _party(role: Role, reading: Reading, ontology: Ontology) -> Party:
    """The words of a name, without those that stand for a kind of people or thing ("Gunmen", "Five soldiers")."""
    opening = reading.sentence(role.span).start
    known = [one.span for one in reading.mentions.actors] + [one.span for one in reading.mentions.places]
    proper = set()
    for word in words_of(role.name, role.span.start):
        if not word.text[:1].isupper() or word.key in ontology.kinds.of:
            continue
        # The first word of a sentence has a capital anyway: it is a name only where it was recognised as one.
        if word.start > opening or any(word.start in span for span in known):
            proper.add(word.key)
    return Party(role=role.role, actor=role.actor, proper=tuple(sorted(proper)), label=role.name)


def _amounts(event: Event) -> tuple[Amount, ...]:
    found = [Amount(of=toll.kind, low=toll.low, high=toll.high) for toll in event.casualties]
    found += [
        Amount(of=quantity.category, low=quantity.low, high=quantity.high)
        for quantity in event.quantities
        if quantity.category and not quantity.unit
    ]
    return tuple(one for one in dict.fromkeys(found) if one.low is not None or one.high is not None)

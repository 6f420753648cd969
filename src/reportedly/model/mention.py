"""What a text mentions: actors, places, quantities, materiel. Times are in ``reportedly.model.time``."""

from typing import Literal

from reportedly.model._record import Record, Span
from reportedly.model.time import Time

PlacePrecision = Literal["point", "town", "district", "province", "country", "region", "unplaced"]


class ActorMention(Record, frozen=True):
    """A name or noun phrase for an actor. ``actor`` is the ontology's identifier where the name is a known one."""

    name: str
    actor: str | None
    span: Span
    kind: Literal["person", "organisation", "group", "place", "demonym"] = "organisation"
    rule: str = ""


class Place(Record, frozen=True):
    """A toponym and where it lies.

    ``lat``/``lon`` in degrees (WGS 84); ``radius_km`` bounds where the place may be. ``geonameid`` is that of the
    gazetteer row (negative where the gazetteer has none of GeoNames' own). An ``unplaced`` place has no point:
    it "cannot be placed", and nothing is made up. ``matched`` is the gazetteer's name for it. ``metonym``: the name
    stands for a government or other people of the place ("Washington said"), nothing is said to happen there.
    """

    name: str
    span: Span
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision = "unplaced"
    matched: str | None = None
    metonym: bool = False
    rule: str = ""


class Quantity(Record, frozen=True):
    """A number of something. ``low``/``high`` bound it, ``None`` where it is open ("at least 40": low 40, high None).

    ``item`` is what is counted as the text has it; ``category`` the ontology's materiel or unit class, if known.
    ``unit`` is a unit of measure ("km", "kg", "percent"), ``None`` for counted things.
    """

    item: str
    category: str | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    span: Span
    rule: str = ""


class MaterielMention(Record, frozen=True):
    """Words for weapons, ammunition, vehicles, aircraft, ships or other military goods.

    ``name`` is the words with their modifiers, without article and number ("US-made anti-tank missiles");
    ``category`` the narrowest category of the ontology that they name.
    """

    name: str
    category: str
    span: Span
    rule: str = ""


class Mentions(Record, frozen=True):
    """All mentions of a document, in text order."""

    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    materiel: tuple[MaterielMention, ...] = ()

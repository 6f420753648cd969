"""The model's record of a toponym and the place chosen for it: precision, radius, the gazetteer's name."""

from reportedly.gazetteer import Toponym
from reportedly.language import Parse
from reportedly.model import Place, PlacePrecision, Span
from reportedly.read.places.lexicon import SAYS, Level
from reportedly.read.places.resolve import Choice
from reportedly.read.places.surface import Candidate, likeness

_AREAS: dict[str, PlacePrecision] = {
    "PCLI": "country",
    "ADM1": "province",
    "CONT": "region",
    "RGN": "region",
    "ADM2": "district",
    "ADM3": "district",
    "ADM4": "district",
}
PROVINCE_KM = 75.0
OUTSKIRTS_KM = 25.0


def place_of(candidate: Candidate, choice: Choice, parse: Parse) -> Place:
    """The record of ``candidate``; "unplaced", with the reason in its rule, where ``choice`` has no place."""
    place, level = choice.place, choice.level or candidate.level
    rule = f"{candidate.rule}/{choice.rule}"
    if place is None:
        # What it lies in is known: its country and province are told, no point is made up.
        country, admin1 = (choice.within.country, choice.within.admin1) if choice.within else ("", "")
        return Place(
            name=candidate.name, span=candidate.span, country=country or None, admin1=admin1 or None, rule=rule
        )
    precision, radius = _precision(place, level)
    return Place(
        name=candidate.name,
        span=candidate.span,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        radius_km=radius,
        country=place.country or None,
        admin1=place.admin1 or None,
        precision=precision,
        matched=_matched(candidate.whole if level in ("feature", "facility") else candidate.name, place),
        metonym=precision in ("town", "country") and not candidate.level and _acts(candidate.span, parse),
        rule=rule,
    )


def _acts(span: Span, parse: Parse) -> bool:
    """True where the name is the subject of a verb of those who speak and decide: "Washington said"."""
    tokens = parse.tokens_in(span)
    head = next((token for token in tokens if token.head not in tokens), None)
    return head is not None and head.dep == "nsubj" and head.head.lemma in SAYS


def country_place(text: str, span: Span, home: Toponym) -> Place:
    """The record of a demonym and the place that it is of."""
    precision, radius = _precision(home, "")
    return Place(
        name=span.of(text),
        span=span,
        geonameid=home.geonameid,
        lat=home.lat,
        lon=home.lon,
        radius_km=radius if home.lat is not None else None,
        country=home.country or None,
        admin1=home.admin1 or None,
        precision=precision if home.lat is not None else "unplaced",
        matched=home.name,
        rule="demonym",
    )


def _precision(place: Toponym, level: Level) -> tuple[PlacePrecision, float]:
    if level == "province" and place.feature == "P":
        return "province", PROVINCE_KM
    if place.code in _AREAS:
        return _AREAS[place.code], place.radius_km
    if place.feature == "P" and level == "district":
        return "district", OUTSKIRTS_KM
    if place.feature == "P":
        # A facility or a feature called after a town lies somewhere about it.
        return "town", OUTSKIRTS_KM if level in ("facility", "feature") else place.radius_km
    return ("region" if place.radius_km > 50 else "district" if place.radius_km > 10 else "point"), place.radius_km


def _matched(surface: str, place: Toponym) -> str:
    """The gazetteer's name that is most like the surface (the row's own name may be in another script)."""
    names = (place.name, *place.names)
    return max(names, key=lambda name: (likeness(surface, place._replace(name=name, names=())), name == place.name))

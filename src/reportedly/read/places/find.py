"""The places of a document."""

import re

from reportedly.gazetteer import Gazetteer, Toponym, exact_key
from reportedly.language import Parse
from reportedly.model import Document, Place, PlacePrecision
from reportedly.read.places.candidates import Candidate, find_candidates
from reportedly.read.places.lexicon import Level
from reportedly.read.places.resolve import Choice, Setting, choose, likeness, setting_of

_INSIDE = re.compile(r",? (?:in|,)? ?(?:the )?|, ")
_AREAS = {
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


def find_places(document: Document, parse: Parse, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The toponyms of the readable blocks in text order, each on its place or "unplaced".

    Demonyms ("Syrian") and bodies ("Washington Post") are none. Within a document a name has one sense.
    """
    candidates = find_candidates(document, parse, gazetteer)
    words = [token.text for token in parse.tokens if token.text[:1].isupper()]
    setting = setting_of(candidates, words, gazetteer)
    senses: dict[tuple[str, Level], Choice] = {}
    containers = _containers(document.text, candidates, gazetteer)
    # Those with a container or a single sense first: they are the neighbours of the others.
    for candidate, container in zip(candidates, containers, strict=True):
        key = exact_key(candidate.name), candidate.level
        if container is not None and key not in senses:
            choice = choose(candidate, container, setting, gazetteer)
            if choice.place is not None:
                senses[key] = choice
                _remember(choice.place, setting)
    for _ in range(2):
        for candidate in candidates:
            key = exact_key(candidate.name), candidate.level
            if key in senses and senses[key].place is not None:
                continue
            choice = choose(candidate, None, setting, gazetteer)
            if choice.place is None and candidate.level in ("", "town"):
                choice = next(
                    (other for (name, _), other in senses.items() if name == key[0] and other.place is not None),
                    choice,
                )
            senses[key] = choice
            if choice.place is not None:
                _remember(choice.place, setting)
    found = []
    for index, candidate in enumerate(candidates):
        choice = senses[exact_key(candidate.name), candidate.level]
        if choice.place is None and not candidate.sure:
            continue
        if choice.place is not None and candidate.level == "":
            choice = _as_container(document.text, candidates, index, choice, senses, gazetteer)
        found.append(_place(candidate, choice))
    return tuple(found)


def _remember(place: Toponym, setting: Setting) -> None:
    point = place.lat, place.lon
    if place.feature == "P" and point[0] is not None and point[1] is not None and point not in setting.anchors:
        setting.anchors.append((point[0], point[1]))


def _containers(text: str, candidates: list[Candidate], gazetteer: Gazetteer) -> "list[Toponym | None]":
    """For each candidate the division or country named right after it: "Springfield, Illinois", "Raqqa, in
    Syria"."""
    out: list[Toponym | None] = []
    for this, following in zip(candidates, [*candidates[1:], None], strict=False):
        container = None
        if following is not None and re.fullmatch(r",? (?:in )?(?:the )?", text[this.span.end : following.span.start]):
            areas = [
                place
                for place in gazetteer.lookup(following.name)
                if place.match == "exact" and place.code in ("PCLI", "ADM1")
            ]
            own = [place for place in gazetteer.lookup(this.name) if place.code not in ("PCLI", "CONT")]
            container = next((area for area in areas if any(_inside(place, area) for place in own)), None)
        out.append(container)
    return out


def _inside(place: Toponym, area: Toponym) -> bool:
    if place.geonameid == area.geonameid or place.country != area.country:
        return False
    return area.code == "PCLI" or place.admin1 == area.admin1


def _as_container(
    text: str,
    candidates: list[Candidate],
    index: int,
    choice: Choice,
    senses: "dict[tuple[str, Level], Choice]",
    gazetteer: Gazetteer,
) -> Choice:
    """A bare name right after a place that lies in the division of that name is the division: "Kafr Nabl,
    in Idlib"."""
    if index == 0 or choice.place is None:
        return choice
    before, this = candidates[index - 1], candidates[index]
    if not re.fullmatch(r", (?:in )?", text[before.span.end : this.span.start]):
        return choice
    inner = senses[exact_key(before.name), before.level].place
    if inner is None or inner.feature != "P" or exact_key(before.name) == exact_key(this.name):
        return choice
    for area in gazetteer.lookup(this.name):
        if area.code == "ADM1" and _inside(inner, area):
            return Choice(area, "place-container", "province")
    return choice


def _place(candidate: Candidate, choice: Choice) -> Place:
    place, level = choice.place, choice.level or candidate.level
    if place is None:
        return Place(name=candidate.name, span=candidate.span, rule=f"{candidate.rule}/{choice.rule}")
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
        rule=f"{candidate.rule}/{choice.rule}",
    )


def _precision(place: Toponym, level: Level) -> tuple[PlacePrecision, float]:
    if level == "province" and place.feature == "P":
        return "province", PROVINCE_KM
    if place.code in _AREAS:
        return _AREAS[place.code], place.radius_km  # type: ignore[return-value]
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

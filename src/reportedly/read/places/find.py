"""The places of a document."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportedly.gazetteer import Gazetteer, Toponym
from reportedly.language import Parse
from reportedly.model import Document, Place, Span
from reportedly.read.places.associated import countries_as_modifiers, people_of, within_names
from reportedly.read.places.candidates import find_candidates
from reportedly.read.places.evidence import Belief, Setting, country_of, is_inside
from reportedly.read.places.lexicon import Level
from reportedly.read.places.options import options_of
from reportedly.read.places.record import country_place, place_of
from reportedly.read.places.relative import relative_places
from reportedly.read.places.resolve import Choice, Question, decide, key_of, settle
from reportedly.read.places.surface import Candidate

_CONTAINED = re.compile(r",? (?:in |of )?(?:the )?|['’]s ")
_CONTAINS = re.compile(r", (?:in )?(?:the )?")

Arms = Callable[[str], str | None]
Senses = Mapping[tuple[str, Level], Sequence[Belief]]


class Toponyms(NamedTuple):
    """What the text calls by the name of a place, in text order. ``named``: the places themselves, without overlaps.
    ``places``: the same with "10 km north of X" where it says. ``associated``: demonyms, and the names of places
    within names of bodies; no event happens there."""

    named: tuple[Place, ...]
    places: tuple[Place, ...]
    associated: tuple[Place, ...]


def find_toponyms(document: Document, parse: Parse, gazetteer: Gazetteer, arms: Arms | None = None) -> Toponyms:
    """All toponyms of the readable blocks, each on its place or "unplaced". Within a document a name has one sense.

    ``arms`` gives the category of materiel that words name; what has one is no place ("IED blasts"), unless the
    gazetteer has a place that is written just so, or the words beside it say that it is one.
    """
    candidates = [
        candidate
        for candidate in find_candidates(document, parse, gazetteer)
        if not (arms and not candidate.level and arms(candidate.name)) or _is_written_so(candidate, gazetteer)
    ]
    taken = {candidate.span.start: candidate for candidate in candidates}
    inner = [one for one in within_names(parse, gazetteer) if not _overlaps(one.span, candidates)]
    peoples = [
        (span, home)
        for span, home in (*people_of(parse, gazetteer), *countries_as_modifiers(parse, gazetteer))
        if span.start not in taken and not _overlaps(span, inner)
    ]
    containers = _containers(document.text, candidates, gazetteer)
    questions = _questions(candidates, containers, inner, gazetteer)
    setting = _setting(questions, candidates, peoples)
    senses = settle(questions, setting, lambda name: gazetteer.find(name, "sound"))
    choices = {
        (question.key, question.level): decide(question, senses[question.key, question.level], setting)
        for question in questions
    }
    _share_senses(choices)
    places: list[Place] = []
    for index, candidate in enumerate(candidates):
        choice = choices[_key(candidate)]
        if not candidate.sure and not _holds(candidate, choice):
            continue
        if choice.place is not None and candidate.level == "":
            choice = _as_container(document.text, candidates, index, choice, choices, gazetteer)
        places.append(place_of(candidate, choice, parse))
    associated = [country_place(parse.text, span, home) for span, home in peoples if not _overlaps(span, candidates)]
    for one in inner:
        choice = choices[_key(one)]
        if _holds(one, choice) and (one.sure or choice.rule.endswith("-near")):
            associated.append(place_of(one, choice, parse))
    associated.sort(key=lambda place: place.span)
    return Toponyms(tuple(places), tuple(relative_places(document.text, places)), tuple(associated))


def find_places(document: Document, parse: Parse, gazetteer: Gazetteer, arms: Arms | None = None) -> tuple[Place, ...]:
    """The toponyms of the readable blocks in text order, each on its place or "unplaced".

    Demonyms ("Syrian"), bodies ("Washington Post") and ``arms`` are none. Within a document a name has one sense.
    """
    return find_toponyms(document, parse, gazetteer, arms).places


def _is_written_so(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """True if the gazetteer has the name in these capitals: "Milan", and not "IED" for Ied."""
    return any(place.name == candidate.name for place in gazetteer.lookup(candidate.name) if place.match == "exact")


def _holds(candidate: Candidate, choice: Choice) -> bool:
    """True if the gazetteer agrees with what only the grammar says: by that very name, but for the members of lists and
    what is surely a place elsewhere in the text."""
    place = choice.place
    return place is not None and (place.match == "exact" or candidate.rule.startswith(("listed", "repeated")))


def _key(candidate: Candidate) -> tuple[str, Level]:
    return key_of(candidate.name), candidate.level


def _overlaps(span: Span, candidates: Sequence[Candidate]) -> bool:
    return any(candidate.span.start < span.end and span.start < candidate.span.end for candidate in candidates)


def _questions(
    candidates: Sequence[Candidate],
    containers: "Sequence[Toponym | None]",
    inner: Sequence[Candidate],
    gazetteer: Gazetteer,
) -> list[Question]:
    """One question for each name and level; a container named at any of its mentions holds for all."""
    found: dict[tuple[str, Level], Question] = {}
    for candidate, container in [*zip(candidates, containers, strict=True), *((one, None) for one in inner)]:
        key = _key(candidate)
        known = found.get(key)
        if known is None:
            options = options_of(candidate, gazetteer)
            name = candidate.whole if candidate.level == "feature" else candidate.name
            found[key] = Question(key[0], name, key[1], options, container)
        elif known.container is None and container is not None:
            found[key] = known._replace(container=container)
    return list(found.values())


def _setting(
    questions: Sequence[Question], candidates: Sequence[Candidate], peoples: Sequence[tuple[Span, Toponym]]
) -> Setting:
    mentions = Counter(_key(candidate) for candidate in candidates)
    own: dict[str, Counter[str]] = {}
    for question in questions:
        country, strength = country_of(question.options.places)
        if country:
            times = mentions[question.key, question.level] or 1
            own.setdefault(question.key, Counter())[country] += strength * times
    countries = Counter(home.country for _, home in peoples if home.country)
    for told in own.values():
        countries.update(told)
    return Setting(countries, own, {})


def _share_senses(choices: dict[tuple[str, Level], Choice]) -> None:
    """A bare name that could not be placed is what the same name with a level beside it is."""
    for (key, level), choice in list(choices.items()):
        if choice.place is None and level in ("", "town"):
            same = (other for (name, _), other in choices.items() if name == key and other.place is not None)
            choices[key, level] = next(same, choice)


def _containers(text: str, candidates: Sequence[Candidate], gazetteer: Gazetteer) -> "list[Toponym | None]":
    """For each candidate the division or country named right after it ("Springfield, Illinois", "Raqqa, in Syria"),
    or right before it ("Idlib's Sarmin")."""
    out: list[Toponym | None] = [None] * len(candidates)
    for i, (this, following) in enumerate(pairwise(candidates)):
        gap = text[this.span.end : following.span.start]
        if len(gap) > 12 or not _CONTAINED.fullmatch(gap):
            continue
        inner, outer, at = (following, this, i + 1) if gap.strip() in ("'s", "’s") else (this, following, i)
        areas = [
            place
            for name in dict.fromkeys((outer.whole, outer.name))
            for place in gazetteer.lookup(name)
            if place.match == "exact" and place.code in ("PCLI", "ADM1", "ADM2")
        ]
        if not areas:
            continue
        own = [place for place in gazetteer.lookup(inner.name) if place.code not in ("PCLI", "CONT")]
        inside = next((area for area in areas if any(is_inside(place, area) for place in own)), None)
        if (
            inside is None
            and gap == ", "
            and not any(place.code in ("PCLI", "ADM1") for place in gazetteer.lookup(inner.name))
        ):
            inside = areas[0] if areas[0].code in ("PCLI", "ADM1") else None
        out[at] = inside
    return out


def _as_container(
    text: str,
    candidates: Sequence[Candidate],
    index: int,
    choice: Choice,
    choices: Mapping[tuple[str, Level], Choice],
    gazetteer: Gazetteer,
) -> Choice:
    """A bare name right after a place that lies in the division of that name is the division: "Kafr Nabl,
    in Idlib"."""
    if index == 0:
        return choice
    before, this = candidates[index - 1], candidates[index]
    if not _CONTAINS.fullmatch(text[before.span.end : this.span.start]):
        return choice
    inner = choices[_key(before)].place
    if inner is None or inner.feature != "P" or _key(before)[0] == _key(this)[0]:
        return choice
    for area in gazetteer.lookup(this.name):
        if area.code == "ADM1" and is_inside(inner, area):
            return Choice(area, "place-container", "province")
    return choice

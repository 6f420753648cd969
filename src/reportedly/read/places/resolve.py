"""Which place of the gazetteer a toponym is.

Every name of a text has its options; each option gets a score from the likeness of the name, its size and kind, the
countries that the text tells of, the division named beside it, and the other names of the text: what lies near their
likely places is likely itself. Scores become probabilities, these are the evidence of the next round. (The idea of
choosing the senses of all names together is Leidner's "minimality", 2007, and Lieberman's "local lexicon", 2010.)
Where no option is likelier than the rest together, the toponym stays unplaced and the rule says why.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from reportedly.gazetteer import Toponym, exact_key, sound_key
from reportedly.read.places.evidence import Belief, Setting, is_inside, is_near, kilometres_between, support
from reportedly.read.places.lexicon import TRANSLITERATED, Level
from reportedly.read.places.options import Options
from reportedly.read.places.surface import likeness

ROUNDS = 2
HEARD_KM = 60.0
NEAR_KM = 100.0

# Weights of the evidence, found by searching one at a time on two corpora of local and of world news; flat about the
# values, which are rounded.
LIKENESS = 2.0
SIZE = 1.0
CITY = 0.5  # millions live in it: world news tells of it and of large countries that have a village of its name
COUNTRY = 1.6
TOLD_OF = 0.4
CONTAINER = 1.5
NEIGHBOURS = 1.2
HOPELESS = 0.5
SHARPNESS = 6.0
LIKELY = 0.51  # more likely than all the rest together
_KINDS = {"PCLI": 2.0, "CONT": 2.0, "PPLC": 0.8, "ADM1": 0.4, "ADM2": -0.3, "ADM3": -0.3}
_NAMED_IN_NEWS = 2.0  # regions, waters and ranges are in the tables because reports name them
_OF_A_FILE = 0.5
STRONGER = 50_000  # inhabitants of a town that is meant in spite of a division after it: it may be the next of a list


class Choice(NamedTuple):
    """The place chosen for a toponym and why; ``place`` is ``None`` where none is. ``within`` is what the text says
    that it lies in, where the gazetteer has no such place there."""

    place: Toponym | None
    rule: str
    level: Level = ""
    within: Toponym | None = None


class Question(NamedTuple):
    """A name of the text with its level, its options, and the division or country that is named beside it."""

    key: str
    name: str
    level: Level
    options: Options
    container: Toponym | None


def beliefs_of(question: Question, setting: Setting) -> list[Belief]:
    """The options by their probability, the most probable first."""
    places = question.options.places
    if len(places) < 2:
        return [Belief(place, 1.0) for place in places]
    alone = [_score(question, place, setting) for place in places]
    top = max(alone)
    # Neighbours add at most NEIGHBOURS: what is farther behind than that has no need of them.
    scores = [
        score + NEIGHBOURS * (1 - math.exp(-support(question.key, place, setting)))
        if score > top - NEIGHBOURS - HOPELESS
        else score
        for score, place in zip(alone, places, strict=True)
    ]
    top = max(scores)
    weights = [math.exp(SHARPNESS * (score - top)) for score in scores]
    total = math.fsum(weights)
    found = [Belief(place, weight / total) for place, weight in zip(places, weights, strict=True)]
    found.sort(key=lambda belief: (-belief.weight, belief.place.geonameid))
    return found


def settle(
    questions: Sequence[Question], setting: Setting, sounding: Callable[[str], Sequence[Toponym]]
) -> dict[tuple[str, Level], list[Belief]]:
    """The beliefs about all names, each taking those about the others into account; ``sounding`` finds the places whose
    names sound like one."""
    out: dict[tuple[str, Level], list[Belief]] = {}
    asked = list(questions)
    for turn in range(ROUNDS + 1):
        if turn:
            asked = [_widened(one, out[one.key, one.level], setting, sounding) for one in asked]
        for question in asked:
            beliefs = beliefs_of(question, setting)
            out[question.key, question.level] = beliefs
        setting.names.clear()
        for (key, _), beliefs in out.items():
            likely = [belief for belief in beliefs[:4] if belief.weight >= 0.1]
            setting.names[key] = [*setting.names.get(key, ()), *likely]
    return out


def _widened(
    question: Question,
    beliefs: Sequence[Belief],
    setting: Setting,
    sounding: Callable[[str], Sequence[Toponym]],
) -> Question:
    """The question with the towns that sound alike and lie near what the text tells of, where it tells of nothing near
    the town that is spelled so, nor of its country: of two towns that one spelling may stand for, the one in the midst
    of the others is meant."""
    best = beliefs[0].place if beliefs else None
    if (
        best is None
        or best.match != "exact"
        or best.feature != "P"
        or best.population >= STRONGER
        or question.level not in ("", "town")
        or question.container is not None
        or setting.share(best.country, question.key)
        or is_near(question.key, best, setting, NEAR_KM)
    ):
        return question
    heard = [
        place
        for place in sounding(question.name)
        if place.feature == "P"
        and place.match != "exact"
        and place.country in TRANSLITERATED
        and place.geonameid != best.geonameid
        and setting.share(place.country, question.key)
        and is_near(question.key, place, setting, HEARD_KM)
    ]
    if not heard:
        return question
    return question._replace(options=Options((*question.options.places, *heard), question.options.how))


def _score(question: Question, place: Toponym, setting: Setting) -> float:
    score = LIKENESS * (1.0 if place.match == "exact" else likeness(question.name, place))
    score += _KINDS.get(place.code, 0.0)
    if place.population or place.feature == "P":
        score += SIZE * math.log10(place.population + 1) / 7
        if place.population >= 1_000_000 and place.feature == "P":
            score += CITY
    else:
        score += _NAMED_IN_NEWS if place.layer.startswith("world-") or place.radius_km >= 20 else _OF_A_FILE
    share = setting.share(place.country, question.key)
    if share:
        score += COUNTRY * share + TOLD_OF
    if question.container is not None:
        score += CONTAINER if is_inside(place, question.container) else -0.5
    return score


def decide(question: Question, beliefs: Sequence[Belief], setting: Setting) -> Choice:
    """The place of a name, or none and why."""
    level, how, container = question.level, question.options.how, question.container
    if not beliefs:
        return Choice(None, "place-unknown", level, container)
    best = beliefs[0].place
    if container is not None and best.population < STRONGER and not is_inside(best, container):
        return Choice(None, "place-elsewhere", level, container)
    if best.lat is None:
        return Choice(None, "place-without-point", level)
    known = setting.share(best.country) > 0
    near = is_near(question.key, best, setting, NEAR_KM)
    if not _alike(question, best, setting, known, near):
        return Choice(None, "place-too-unlike", level)
    # A town and its own district do not lie elsewhere: between them there is nothing to decide.
    certainty = math.fsum(belief.weight for belief in beliefs if not _elsewhere(best, belief.place))
    if certainty < LIKELY:
        return Choice(None, "place-ambiguous", level)
    if how == "town" and level == "district" and not near and question.container is None:
        return Choice(None, "place-unknown", level)  # districts are often called after a town in them, counties seldom
    if how == "seat":
        return Choice(best, "province-by-seat", "province")
    return Choice(best, f"place-{best.match}" + ("-near" if near else "-in-country" if known else ""), level)


def _alike(question: Question, best: Toponym, setting: Setting, known: bool, near: bool) -> bool:
    """True if the name is that of the place, or so like it that place and setting make up for the difference."""
    if best.match == "exact":
        return True
    alike = likeness(question.name, best)
    if best.country and best.country not in TRANSLITERATED:
        return alike >= 0.85 and (near or known)
    if best.match == "sound":
        return near or (known and alike >= 0.6) or (alike >= 0.85 and best.population >= 50_000)
    heard = fuzz.ratio(sound_key(question.name), sound_key(best.name)) / 100
    if heard >= 0.8 and is_near(question.key, best, setting, HEARD_KM):
        alike = max(alike, heard)
    return (alike >= 0.7 and (near or (known and best.feature != "P"))) or (alike >= 0.85 and known)


def _elsewhere(one: Toponym, other: Toponym) -> bool:
    """True where the choice between the two matters."""
    return kilometres_between(one, other) > max(50.0, min(one.radius_km, 150.0), min(other.radius_km, 150.0))


def key_of(name: str) -> str:
    """The key under which mentions of a name are one."""
    return exact_key(name)

"""What the projections of events onto other people's labels share: lemmas of a text, kinds of a role's filler."""

import re
from collections.abc import Sequence
from functools import lru_cache

import lemminflect

from reportedly.model import Role
from reportedly.ontology import Ontology

_WORD = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z0-9]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_MONTHS = frozenset({"March", "May", "August"})
_OF_ACTOR = {
    "state": ("state", "regulars"), "forces": ("regulars", "armed"), "office": ("regulars",), "agency": ("regulars",),
    "coalition": ("regulars", "armed"), "armed-group": ("irregulars", "armed"), "militia": ("irregulars", "armed"),
}  # fmt: skip


def lemmas(text: str) -> list[str]:
    """The words of ``text`` as lemmas in lower case; the name of a month is none."""
    return ["" if word in _MONTHS else lemma(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The lemma of one word in lower case; a plural noun's singular goes before a verb's stem."""
    lower = word.lower()
    found = lemminflect.getAllLemmas(lower)
    for part in ("NOUN", "VERB", "ADJ"):
        if part in found:
            return str(found[part][0])
    return lower


def theme_weights(words: Sequence[str], ontology: Ontology) -> dict[str, float]:
    """How much ``words`` (lemmas) are about each theme: one for each phrase that tells it, a third for each hint."""
    found: dict[str, dict[str, float]] = {}
    for hit in ontology.themes.found(words):
        found.setdefault(hit.theme, {})[hit.phrase] = 0.34 if hit.hint else 1.0
    return {theme: sum(phrases.values()) for theme, phrases in found.items()}


def named_types(words: Sequence[str], ontology: Ontology) -> dict[str, int]:
    """The event types that nouns among ``words`` (lemmas) name by themselves, with the place of the first."""
    found: dict[str, int] = {}
    for place in range(len(words)):
        for length in (3, 2, 1):
            types = _naming(ontology).get(tuple(words[place : place + length]))
            for event_type in types or ():
                found.setdefault(event_type, place)
            if types:
                break
    return found


def _singular(noun: str) -> str:
    found = lemminflect.getAllLemmas(noun.lower(), upos="NOUN").get("NOUN")
    return str(found[0]) if found else noun.lower()


@lru_cache(maxsize=4)
def _naming(ontology: Ontology) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The types of the noun triggers that ask nothing of the words around them."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for event_type in ontology.events.values():
        for frame in event_type.frames:
            if frame.part == "noun" and not frame.need and not frame.bar:
                for trigger in frame.triggers:
                    key = tuple(_singular(word) for word in trigger.split())
                    found[key] = (*found.get(key, ()), event_type.id)
    return found


def materiel_named(words: Sequence[str], ontology: Ontology) -> set[str]:
    """The categories of military goods that up to three of ``words`` (lemmas) name."""
    found: set[str] = set()
    for place in range(len(words)):
        for length in (3, 2, 1):
            category = ontology.materiel_category(" ".join(words[place : place + length]))
            if category is not None and words[place + length - 1 : place + length]:
                found.add(category)
                break
    return found


def kinds_of(role: Role, ontology: Ontology) -> set[str]:
    """The kinds of thing that fill ``role``: those of its actor, else those its head noun has; state bodies and armed
    sides of no state are told apart."""
    actor = ontology.actors.get(role.actor or "")
    found: set[str] = set(_OF_ACTOR.get(actor.type, ())) if actor is not None else set()
    head = re.split(r"\b(?:of|in|from|at|near|who|that|which|on)\b|,", role.name)[0]
    words = [lemma(word) for word in re.findall(r"[\w-]+", head)]
    for word in words[-2:]:
        found |= ontology.kinds.of.get(word, frozenset())
    if words and (words[-1] in _UNIFORMED or set(words) & {"government", "army", "security"}):
        found.add("regulars")
    if "armed" in found and not found & {"regulars", "irregulars"}:
        found.add("irregulars")
    if "irregulars" in found:
        found.discard("regulars")
    return found


_UNIFORMED = frozenset(
    {"force", "commando", "warplane", "jet", "unit", "airforce", "trooper", "marine", "ranger", "guard", "officer"}
)

"""The frames of the ontology made ready for looking up: by the lemma and the forms of the word that triggers
them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.ontology import Frame, Ontology

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")  # one syllable, one vowel, one consonant


@dataclass(slots=True, frozen=True)
class Pattern:
    """One trigger of a frame.

    ``words`` are particles or prepositions that must stand with a verb, or the words before a noun.
    ``governed`` is the lemma of the noun a verb governs, ``before`` the preposition of that noun, ``after``
    the one that follows it; ``prefix`` are the words right before a verb ("air-drop").
    """

    frame: Frame
    text: str
    words: tuple[str, ...] = ()
    governed: str | None = None
    before: str | None = None
    after: str | None = None
    prefix: tuple[str, ...] = ()

    @property
    def weight(self) -> tuple[int, int]:
        """How specific the pattern is; the greater is tried first."""
        return (len(self.text.split()), len(self.frame.need))


@dataclass(slots=True, frozen=True)
class Lexicon:
    """Patterns by the forms of their trigger word; each list has the most specific pattern first.

    ``predicates`` are nouns and adjectives that tell an event as a predicate ("are in the hands of", "is free").
    """

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    predicates: dict[str, tuple[Pattern, ...]]


@lru_cache(maxsize=8)
def lexicon(ontology: Ontology) -> Lexicon:
    """The lexicon of ``ontology``; made once."""
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    predicates: dict[str, list[Pattern]] = {}
    irregular = ontology.lexicon.irregular
    for event_type in ontology.events.values():
        for frame in event_type.frames:
            for trigger in frame.triggers:
                if frame.part == "noun":
                    for spelling in dict.fromkeys((trigger, trigger.replace("-", " "))):  # "sit-in" is three tokens
                        pattern, noun = _noun(frame, spelling)
                        for form in {noun, *plurals(noun)}:
                            nouns.setdefault(form, []).append(pattern)
                    continue
                pattern, verb = _verb(frame, trigger)
                if verb == "be":
                    stated = pattern.governed or pattern.words[-1]
                    for form in {stated, *plurals(stated)}:
                        predicates.setdefault(form, []).append(pattern)
                else:
                    for form in forms(verb, irregular.get(verb, ())):
                        verbs.setdefault(form, []).append(pattern)
                        if pattern.prefix:
                            verbs.setdefault("-".join((*pattern.prefix, form)), []).append(pattern)
    return Lexicon(*(_sorted(table) for table in (verbs, nouns, predicates)))


def _sorted(table: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    # A stable sort: patterns of equal weight stay in the order of the file.
    return {
        form: tuple(sorted(patterns, key=lambda pattern: pattern.weight, reverse=True))
        for form, patterns in table.items()
    }


def _noun(frame: Frame, trigger: str) -> tuple[Pattern, str]:
    *before, noun = trigger.lower().split()
    return Pattern(frame, trigger, words=tuple(before)), noun


def _verb(frame: Frame, trigger: str) -> tuple[Pattern, str]:
    verb, *rest = trigger.split()
    *prefix, last = verb.split("-")
    if prefix:
        return Pattern(frame, trigger, words=tuple(rest), prefix=tuple(prefix)), last
    position = next((number for number, word in enumerate(rest) if word.startswith("+")), None)
    if position is None:
        return Pattern(frame, trigger, words=tuple(rest)), verb
    before, after = rest[:position], rest[position + 1 :]
    return (
        Pattern(
            frame,
            trigger,
            words=tuple(before[:-1]),  # "hand over to +police"
            governed=rest[position][1:],
            before=before[-1] if before else None,
            after=after[0] if after else None,
        ),
        verb,
    )


def forms(verb: str, irregular: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The forms of an English verb, without repetition; ``irregular`` past forms stand beside the regular
    ones."""
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    past = stem + "ed"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        past = verb[:-1] + "ied"
    elif verb.endswith("ee"):
        past = verb + "d"
    regular = [verb, third, past, stem + "ing"]
    if verb.endswith("l") and verb[-2:-1] in _VOWELS and verb[-3:-2] not in _VOWELS:
        regular += [verb + "led", verb + "ling"]  # "travelled" beside "traveled"
    if _DOUBLED.fullmatch(verb):
        regular += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]  # "stepped", "ramming"
    return tuple(dict.fromkeys((*regular, *irregular)))


def plurals(noun: str) -> tuple[str, ...]:
    """The regular plural of an English noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (noun + "es",)
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return (noun[:-1] + "ies",)
    return (noun + "s",)

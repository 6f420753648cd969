"""The strings that fill a slot of MUC-4's templates, and what kind of thing they name."""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from bench.telling import lemma, materiel_named
from reportedly.model import ActorMention, Reading, Role
from reportedly.ontology import Ontology

WORDS: dict[str, frozenset[str]] = {
    name: frozenset(entry["words"].split())
    for name, entry in yaml.safe_load(Path(__file__).with_name("muc4_words.yaml").read_text(encoding="utf-8")).items()
}
"""The lists of muc4_words.yaml."""
_PEOPLE = frozenset({"person", "people", "force"})
_COUNTED = re.compile(
    r"^(?:(?:a|an|the|some|several|many|few|other|another|at least|about|approximately|nearly|almost|more than|over"
    r"|up to|around|all|both|these|those|this|that|his|her|their|its|our|alleged|\d[\d,.]*|one|two"
    r"|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|dozens of|hundreds of|scores of)\s+)+",
    re.I,
)
_TAIL = re.compile(
    r"\s+(?:in|at|near|on|from|by|who|whom|which|that|where|guarding|belonging|located|including|when|after|wearing"
    r"|travel\w*)\s.*$|[,;(\[].*$|\s+-+\s.*$",
    re.I | re.S,
)
_AND = re.compile(r"(?:\s*\[[^\]]*\])?(?:,\s*\d\d)?(?:;|,?\s+and)\s+((?:[\w.'-]+\s+){0,4})", re.I)


def squeezed(text: str) -> str:
    """``text`` on one line, without what counts or points at its front and what follows its noun phrase."""
    flat = re.sub(r"\s+", " ", text).strip(" \"'.,;:-")
    flat = _TAIL.sub("", flat)
    bare = _COUNTED.sub("", flat)
    return (bare if bare.lower() not in WORDS["pronouns"] else "").strip(" \"'.,;:-")


def fills(text: str) -> bool:
    """Whether ``text`` can fill a slot: it is no pronoun and no bare number."""
    return bool(text) and text.lower() not in WORDS["pronouns"] and re.search(r"[A-Za-z]{2}", text) is not None


def head(text: str) -> str:
    """The lemma of the head noun: the last word before a preposition."""
    words = re.findall(r"[\w.'-]+", re.split(r"\b(?:of|for|with|to|against)\b", text, flags=re.I)[0])
    return lemma(words[-1]) if words else ""


class Cast:
    """The persons and organisations that a document names."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.ontology = ontology
        self.text = reading.document.text
        self.persons = [m for m in reading.mentions.actors if m.kind == "person"]
        self.organisations = [m for m in reading.mentions.actors if m.kind == "organisation"]
        self.full = sorted({squeezed(m.name) for m in self.persons}, key=lambda name: (-len(name.split()), name))

    def person(self, role: Role) -> str | None:
        """The fullest form of the person's name in ``role``, without title; ``None`` where none is named."""
        return next(iter(self.people(role)), None)

    def people(self, role: Role) -> list[str]:
        """The persons named in ``role``, and those joined to the last of them ("A and the senator B")."""
        found: list[ActorMention] = []
        for mention in self.persons:
            if self._joined(found[-1], mention) if found else self._names(role, mention):
                found.append(mention)
        return [self.fullest(_untitled(squeezed(mention.name))) for mention in found]

    def _names(self, role: Role, mention: ActorMention) -> bool:
        if 0 <= mention.span.start - role.span.end <= 2 and self.is_people(squeezed(role.name)):
            return True
        inside = role.span.start <= mention.span.start and mention.span.end <= role.span.end
        ends = mention.span.end >= role.span.end - 2
        return inside and (ends or len(role.name.split()) <= len(mention.name.split()) + 3)

    def _joined(self, one: ActorMention, other: ActorMention) -> bool:
        match = _AND.fullmatch(self.text[one.span.end : other.span.start])
        return match is not None and (not match[1] or self.is_people(squeezed(match[1])))

    def fullest(self, name: str) -> str:
        """The longest person's name in the document that has all words of ``name``."""
        words = set(name.split())
        for full in self.full:
            if words <= set(full.split()) and len(full.split()) <= 5:
                return _untitled(full)
        return name

    def armed_group(self, role: Role) -> str | None:
        """The organisation that ``role`` is or belongs to, as the text has it."""
        for mention in self.organisations:
            if role.span.start <= mention.span.start and mention.span.end <= role.span.end:
                return squeezed(mention.name)
        return None

    def most_named(self, kind: str) -> str | None:
        """The actor of that type that the document names most often, as it names it first; ``None`` where it names
        none."""
        counts: dict[str, int] = {}
        for mention in self.organisations:
            actor = self.ontology.actors.get(mention.actor or "")
            if actor is not None and actor.type == kind:
                counts[actor.id] = counts.get(actor.id, 0) + 1
        best = max(counts, key=lambda actor: counts[actor], default=None)
        return next((squeezed(m.name) for m in self.organisations if best is not None and m.actor == best), None)

    def is_people(self, text: str) -> bool:
        """Whether ``text`` names people by a common noun."""
        noun = head(text)
        return noun in WORDS["people"] or bool(
            self.ontology.kinds.of.get(noun, frozenset()) & {"person", "people", "force"}
        )

    def is_property(self, text: str) -> bool:
        """Whether ``text`` names a building, a vehicle or an installation."""
        noun = head(text)
        kinds = self.ontology.kinds.of.get(noun, frozenset())
        return noun in WORDS["property"] or (bool(kinds & {"building", "vehicle"}) and noun not in WORDS["areas"])

    def is_organisation(self, text: str) -> bool:
        """Whether the head of ``text`` is a noun for a body."""
        return head(text) in WORDS["bodies"]

    def is_weapon(self, text: str) -> bool:
        """Whether ``text`` names arms or explosives."""
        words = [lemma(word) for word in re.findall(r"[\w-]+", text)]
        return bool(materiel_named(words, self.ontology))


def _untitled(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower().strip(".") in WORDS["titles"]:
        words = words[1:]
    return " ".join(words)


def distinct(texts: Iterable[str]) -> list[str]:
    """``texts`` without those whose words another, longer one has; in order."""
    found: list[str] = []
    for text in texts:
        words = set(text.lower().split())
        if any(words <= set(other.lower().split()) for other in found):
            continue
        found = [other for other in found if not set(other.lower().split()) <= words]
        found.append(text)
    return found

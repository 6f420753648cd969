"""What fills a slot: the kinds of thing a noun phrase may be, and the actor it names."""

import re

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Mentions, Place, Quantity, Span
from reportedly.ontology import Actor, Ontology
from reportedly.read.events.antecedents import by_salience, object_before, subjects_before
from reportedly.read.events.doers import is_nobody
from reportedly.read.events.headlines import is_first_word
from reportedly.read.events.phrases import phrase_span, phrase_text, phrase_tokens
from reportedly.read.events.slots import prepositions
from reportedly.read.places.surface import DESIGNATION

_OF_ACTOR = {
    "state": ("state",),
    "forces": ("force", "armed", "state"),
    "armed-group": ("force", "armed"),
    "militia": ("force", "armed"),
    "coalition": ("coalition", "force", "armed"),
    "party": ("force",),
    "company": ("force",),
    "office": ("state",),
    "intergovernmental": ("state",),
    "agency": ("state",),
    "monitor": ("body",),
    "ngo": ("body",),
}
_NONE: frozenset[str] = frozenset()
_ANY = frozenset({"any"})
_UNKNOWN = frozenset({"any", "name", "person", "force"})
_BARE = frozenset({"any", "number"})
_ISTS = ("ologist", "acist", "artist", "motorist", "cyclist", "catechist", "dentist", "scientist", "woman", "man")
_SOMEBODY = frozenset({"he", "him", "she", "her", "me", "us", "we", "who", "whom"})
_HUMAN = frozenset({"person", "people"})
_DRESS = frozenset({"in", "with"})
_COMMANDED = frozenset({"men", "boys", "lads", "fighters"})
_MEMBERS = frozenset({"man", "men", "member", "element", "agent", "operative", "youth", "boy"})
_PARTIES = frozenset({"force", "state", "coalition", "armed"})
_PERSONAL = frozenset({"i", "me", "you", "he", "him", "she", "her", "we", "us"})
_DOERS = ("er", "ist", "man", "woman", "herd", "smith", "monger", "wright")
_OPPOSED = re.compile(r"\b(?:anti|pro|non|ex|former)[-‑– ]$", re.I)
_LINKED = re.compile(r"\w(?:ed|style|run|led)\b|[-‑–]\w")


class Fillers:
    """Looks up kinds and actors of phrases in one document. Answers are kept: a phrase is asked for by many
    frames."""

    def __init__(self, parse: Parse, mentions: Mentions, ontology: Ontology) -> None:
        self.parse = parse
        self.ontology = ontology
        self._actors: dict[int, ActorMention] = {}
        self._places: dict[int, Place] = {}
        self._quantities: dict[int, Quantity] = {}
        self._kinds: dict[int, frozenset[str]] = {}
        self._antecedents: dict[int, Token | None] = {}
        for actor in mentions.actors:
            for token in parse.tokens_in(actor.span):
                known = self._actors.get(token.i)
                if known is None or (actor.actor is not None, len(actor.span)) > (
                    known.actor is not None,
                    len(known.span),
                ):
                    self._actors[token.i] = actor
        for place in mentions.places:
            for token in parse.tokens_in(place.span):
                self._places[token.i] = place
        for quantity in mentions.quantities:
            for token in parse.tokens_in(quantity.span):
                self._quantities[token.i] = quantity

    def actor_at(self, token: Token) -> ActorMention | None:
        """The actor mention that covers ``token``."""
        return self._actors.get(token.i)

    def place_at(self, token: Token) -> Place | None:
        """The place mention that covers ``token``, unless the token is part of the name of an actor that is
        no state."""
        place = self._places.get(token.i)
        mention = self._actors.get(token.i)
        if place is not None and mention is not None and mention.actor is not None:
            actor = self.ontology.actors.get(mention.actor)
            if actor is None or actor.type != "state" or mention.kind == "demonym":
                return None
        return place

    def quantity_at(self, token: Token) -> Quantity | None:
        """The quantity that covers ``token``."""
        return self._quantities.get(token.i)

    def kinds(self, head: Token) -> frozenset[str]:
        """The kinds of thing that the phrase of ``head`` may be (kinds.yaml, materiel.yaml, ``pronoun``,
        ``number``)."""
        known = self._kinds.get(head.i)
        if known is None:
            self._kinds[head.i] = _ANY  # "some of them", with "some" for what "them" takes up: a ring
            known = self._kinds[head.i] = self._classify(head)
        return known

    def is_mere_name(self, head: Token) -> bool:
        """True for a capitalised name that nothing is known of, whatever the name finder took it for."""
        return head.pos == "PROPN" and "name" in (kinds := self.kinds(head)) and kinds <= _UNKNOWN

    def antecedent(self, pronoun: Token) -> Token | None:
        """What "it", "them" or "they" as a logical object stands for, if only one thing before can be meant."""
        if pronoun.pos != "PRON" or pronoun.lower not in ("it", "them", "they"):
            return None
        if pronoun.i not in self._antecedents:
            self._antecedents[pronoun.i] = object_before(self.parse, pronoun)
        return self._antecedents[pronoun.i]

    def _party_before(self, pronoun: Token) -> Token | None:
        """The party that "it" or "they" as a subject stands for, if only one subject before can be meant."""
        if pronoun.relation != "nsubj" or pronoun.lower not in ("it", "they"):
            return None
        parties = [token for token in subjects_before(self.parse, pronoun) if self.kinds(token) & _PARTIES]
        return parties[0] if len(parties) == 1 and not is_nobody(parties[0]) else None

    def settle(self, pronoun: Token, wanted: frozenset[str]) -> None:
        """Let a pronoun stand for the most salient noun before it that is of one of the kinds ``wanted``, where what it
        stands for is not known or of no such kind."""
        meant = self.antecedent(pronoun)
        if meant is not None and self.kinds(meant) & wanted:
            return
        found = by_salience(self.parse, pronoun)
        if pronoun.lower == "it":  # a place that was taken for somebody is none
            found = [noun for noun in found if "person" not in (kinds := self.kinds(noun)) or "place" in kinds]
        if (settled := next((noun for noun in found if self.kinds(noun) & wanted), None)) is not None:
            self._antecedents[pronoun.i] = settled
            self.forget(pronoun)

    def forget(self, head: Token) -> None:
        """Let the kinds of ``head`` be found anew."""
        self._kinds.pop(head.i, None)

    def actors_in(self, span: Span) -> frozenset[str]:
        """The identifiers of all actors that the words of ``span`` name, by demonyms too."""
        mentions = (self._actors.get(token.i) for token in self.parse.tokens_in(span))
        return frozenset(mention.actor for mention in mentions if mention is not None and mention.actor is not None)

    def _classify(self, head: Token) -> frozenset[str]:
        ontology = self.ontology
        found: set[str] = {"any"}
        found |= ontology.kinds.of.get(head.lemma.lower(), _NONE)
        found |= ontology.kinds.of.get(head.lower, _NONE)
        for child in head.children:  # "air force", a kind of its own
            if child.relation in ("compound", "amod") and child.i == head.i - 1:
                found |= ontology.kinds.of.get(f"{child.lower}-{head.lemma.lower()}", _NONE)
        if head.pos == "PROPN":  # "Fighters of the front", "Herdsmen", a plural with a capital
            singular = f"{head.lower[:-3]}man" if head.lower.endswith("men") else head.lower.removesuffix("s")
            found |= ontology.kinds.of.get(singular, _NONE)
        if head.pos == "PRON" and (counted := self._measured(head)) is not None:
            return frozenset(found | {"pronoun"} | self.kinds(counted))  # "none of our planes"
        if head.pos == "PRON" and head.tag not in ("NN", "NNS"):  # "mine", the weapon, is read for a pronoun
            meant = self.antecedent(head) or self._party_before(head)
            found |= {"person"} if head.lower in _PERSONAL | _SOMEBODY else _NONE
            return frozenset(found | {"pronoun"} | (self.kinds(meant) if meant is not None else _NONE))
        if head.pos == "NUM" or any(child.relation == "nummod" for child in head.children):
            found.add("number")
        if DESIGNATION.fullmatch(head.text) and (category := ontology.materiel_category(head.text)) is not None:
            return frozenset(found | set(ontology.materiel.above(category)))  # whatever it was taken for
        mention = self._actors.get(head.i)
        if mention is not None:
            found |= self._of_mention(mention)
        place = self.place_at(head)
        if place is not None:
            found.add("place")
            found -= {"body"}
            if place.precision == "country" or place.metonym:
                found.add("state")
        if place is not None and head.name == "PER" and (mention is None or mention.actor is None):
            found -= {"person", "people", "force"}  # what a tagger took for somebody
        elif head.name == "PER":
            found.add("person")
            if head.pos == "PROPN" and (mention is None or mention.actor is None):
                found.add("name")
        elif head.pos == "PROPN" and (mention is None or (mention.actor is None and mention.kind == "organisation")):
            found.add("name")  # nothing is known of it but that it is one
        measured = self._measured(head)
        if measured is not None:
            found |= self.kinds(measured)
        if head.lemma.lower() in _MEMBERS and any(
            child.relation == "nmod" and "of" in prepositions(child) and "armed" in self.kinds(child)
            for child in head.children
        ):
            found |= {"armed", "force"}  # "men of the militia"
        if head.lower == "men" and head.child("nmod:poss") is not None:
            found |= {"armed", "force"}  # "the general's men"
        category = None
        quantity = self._quantities.get(head.i)
        if quantity is not None:
            category = quantity.category
            if head.pos != "PROPN" and not quantity.unit:
                found.add("number")
        for child in head.children:  # the amount's item was looked up with the number: "40 TOW missiles near …"
            amount = self._quantities.get(child.i) if child.relation == "nummod" else None
            category = category or (amount.category if amount is not None else None)
        if self._bears_arms(head, found):
            found |= {"force", "armed"}
        if (mention is not None or head.name == "PER") and not is_first_word(head, self.parse):
            return frozenset(found)
        if category is None:
            words = phrase_tokens(head)
            front = [token.text for token in words if token.i <= head.i]
            category = ontology.materiel_category(" ".join(front))
            if category is None and words[-1] is not head:
                category = ontology.materiel_category(phrase_text(self.parse, head))
        if category is not None:
            found.update(ontology.materiel.above(category))
        elif found <= _BARE and head.pos == "NOUN" and head.lemma.endswith(_DOERS if head.tag == "NNS" else _ISTS):
            found.add("person")  # "the truffle pickers", "the pharmacist": who does what the noun says
        if found <= _BARE and head.pos == "NOUN":
            found.add("unknown")
        return frozenset(found)

    def _bears_arms(self, head: Token, found: set[str]) -> bool:
        """ "The general's men", "masked youths": those whom somebody commands, or whom their outfit shows."""
        if not found & _HUMAN:
            return False
        if head.lower in _COMMANDED and head.child("nmod:poss") is not None:
            return True
        outfits = self.ontology.kinds.nouns.get("outfit", _NONE)
        return any(
            child.lower in outfits
            and (child.relation in ("amod", "compound") or _DRESS.intersection(prepositions(child)))
            for child in head.children
        )

    def _of_mention(self, mention: ActorMention) -> set[str]:
        if mention.kind == "person":
            return {"person"}
        actor = self.ontology.actors.get(mention.actor or "")
        if actor is not None:
            return {"state", "people"} if mention.kind == "demonym" else set(_OF_ACTOR.get(actor.type, ()))
        if mention.kind == "organisation" and mention.actor is None:
            return {"force"}
        return set()

    def _measured(self, head: Token) -> Token | None:
        """What a head that only measures counts: the towns of "most of the towns"."""
        measures = self.ontology.kinds.nouns.get("measure", _NONE)
        if (
            head.lemma.lower() not in measures
            and head.lower not in measures
            and head.pos
            not in (
                "DET",
                "NUM",
            )
        ):
            return None
        for child in head.children:
            if child.relation == "nmod" and any(part.lower == "of" for part in child.children if part.dep == "case"):
                return child
        return (self._of_which(head) or _left_out(head)) if head.pos == "NUM" else None

    def _of_which(self, number: Token) -> Token | None:
        """The noun of a bare number behind "Of the 30 tanks, 18 were …"."""
        sentence = self.parse.sentences[number.sent]
        first = self.parse.tokens[sentence.first]
        if first.lower not in ("of", "among"):
            return None
        for token in self.parse.tokens[first.i + 1 : number.i]:
            if token.text == ",":
                return None
            if token.pos == "NOUN" and token.relation != "compound":
                return token
        return None

    def key(self, head: Token) -> str:
        """The lemma that the phrase is about: of what is counted, where the head only measures."""
        measured = self._measured(head)
        return (measured or head).lemma.lower()

    def actor_of(self, head: Token) -> str | None:
        """The identifier of the actor that the phrase of ``head`` names or belongs to, if that is plain.

        "Al-Nusra fighters", "members of Hamas" and "Russian warplanes" are their body's; "Syrian rebels" are
        not Syria.
        """
        mention = self._actors.get(head.i)
        if mention is None or mention.actor is None:
            mention = self._whole(head) or mention
        if mention is not None and mention.actor is not None and mention.kind != "demonym":
            return mention.actor
        if head.dep == "appos" and (other := self._actors.get(head.head.i)) is not None and other.kind != "demonym":
            return other.actor
        if (named := self._named_so(head)) is not None:
            return named
        lemma = head.lemma.lower()
        members = lemma in self.ontology.kinds.nouns.get("members", _NONE)
        state_arms = lemma in self.ontology.kinds.nouns.get("state-arms", _NONE)
        if not members and not state_arms:
            return None
        for child in head.children:
            words = {part.lower for part in child.children if part.dep == "case"}
            if members and child.i > head.i and words & _BELONGING and (actor_id := self._named_so(child)) is not None:
                return actor_id
        span = phrase_span(head)
        for token in self.parse.tokens_in(span):
            mention = self._actors.get(token.i)
            if mention is None or mention.actor is None or token.i == head.i or self._held_off(mention, head):
                continue
            actor: Actor | None = self.ontology.actors.get(mention.actor)
            if actor is None:
                continue
            if actor.type == "state":
                if state_arms and token.i < head.i and _before(token, head):
                    return actor.id
            elif (members or state_arms) and _belongs(token, head, mention):
                return actor.id
        return None

    def _whole(self, head: Token) -> ActorMention | None:
        """The mention that covers the whole phrase, whatever token the parser took for its head."""
        if head.pos == "NOUN":
            return None
        mentions = {
            id(mention): mention
            for token in phrase_tokens(head)
            if token.pos != "PUNCT" and token.text != "#"
            for mention in [self._actors.get(token.i)]
        }
        only = next(iter(mentions.values()), None)
        return only if len(mentions) == 1 else None

    def _held_off(self, mention: ActorMention, head: Token) -> bool:
        """True for "anti-Hamas fighters" and "Hamas-linked groups": somebody else's."""
        text = self.parse.text
        if _OPPOSED.search(text[max(0, mention.span.start - 8) : mention.span.start]):
            return True
        return bool(_LINKED.search(text[mention.span.end : head.start]))

    def members_of(self, head: Token) -> list[ActorMention]:
        """The bodies named before a noun for their members: both in "Al-Nusra and Hamas fighters"."""
        if head.lemma.lower() not in self.ontology.kinds.nouns.get("members", _NONE):
            return []
        found: list[ActorMention] = []
        for token in phrase_tokens(head):
            mention = self._actors.get(token.i)
            if token.i >= head.i or mention is None or mention.actor is None or mention in found:
                continue
            actor = self.ontology.actors.get(mention.actor)
            if mention.kind == "organisation" and actor is not None and actor.type != "state":
                found.append(mention)
        return found if len(found) > 1 else []

    def _named_so(self, head: Token) -> str | None:
        """The actor that an apposition or "known as" names: "the affiliate known as X", "the group, X"."""
        for child in head.children:
            mentions: list[ActorMention | None] = []
            if child.dep == "appos":
                mentions.append(self._actors.get(child.i))
            elif child.relation == "acl" and child.lemma in _NAMING:
                mentions.extend(
                    self._actors.get(part.i) for part in child.children if part.relation in ("obl", "xcomp", "obj")
                )
            for mention in mentions:
                if mention is not None and mention.actor is not None and mention.kind == "organisation":
                    return mention.actor
        return None


def _left_out(number: Token) -> Token | None:
    """The noun that a bare number leaves out: the militants of "killed 40 militants and captured six"."""
    verb = number.head
    if verb.dep != "conj" or number.relation not in ("obj", "nsubj"):
        return None
    counted = verb.head.child(number.dep)
    return counted if counted is not None and counted.pos == "NOUN" and counted.child("nummod") is not None else None


_BELONGING = frozenset({"of", "with", "from"})
_NAMING = frozenset({"know", "call", "name", "dub", "style"})


def _before(token: Token, head: Token) -> bool:
    return token.head is head and token.relation in ("amod", "compound", "nmod")


def _belongs(token: Token, head: Token, mention: ActorMention) -> bool:
    """True if the name stands directly before the noun, or after it with "of", "from" or "belonging to"."""
    if token.i < head.i:
        # "anti-Hamas fighters" and "Hamas-linked groups" are somebody else.
        return mention.span.end <= head.start and head.i - token.i <= 4
    words = {child.lower for child in token.children if child.dep == "case"}
    return token.head is head and bool(words & {"of", "from", "with"})

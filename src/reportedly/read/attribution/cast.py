"""Everybody whom a document mentions and who may be a source of it, each met once."""

import re
from collections.abc import Mapping, Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Document, SourceKind
from reportedly.ontology.actors import OUTLET_TYPES
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.affiliation import Affiliations
from reportedly.read.attribution.bodies import full_name, kind_of_name, plural_owner
from reportedly.read.attribution.definite import Definites, completed, modifiers
from reportedly.read.attribution.described import described, determination, is_role, is_role_of, of_the_talk
from reportedly.read.attribution.names import folded, gender, joined, same_person, same_referent, shortened
from reportedly.read.attribution.pronouns import antecedent_of
from reportedly.read.attribution.proper import SEVERAL, Proper, ProperNames
from reportedly.read.attribution.roster import Roster
from reportedly.read.attribution.salience import Salience, clear
from reportedly.read.attribution.speaker import Speaker, fits

_PARTS = ("flat", "compound", "goeswith", "fixed", "amod", "nummod", "appos", "det", "case", "discourse", "list")
_ASIDE = re.compile(r"\([^)]*\)")
_HANDLE = re.compile(r"@\w{2,}")
_BESIDE = ("acl", "parataxis", "advcl", "dep")
_WITHHELD = {"surname", "pseudonym", "alias", "anonymity", "unnamed"}  # "Nadia, who would not give her surname"
_BODIES = ("organisation", "group", "outlet")
_LATELY = 200  # speakers; a description further back is not what a new name names
_NEAR = 1  # reporter's sentences between a description and the name that it is given


class Cast(Roster):
    """The speakers of one document in the making, in the order of their first mention."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        actors: Sequence[ActorMention],
        types: Mapping[str, str],
        words: Speakers,
        salience: Salience,
    ) -> None:
        super().__init__()
        self._text = document.text
        self._parse = parse
        self._types = types
        self._words = words
        self._salience = salience
        self._definites = Definites(salience, words, types)
        self._proper = ProperNames(parse, words)
        self._actors = actors
        self._actor_at: dict[int, ActorMention] = {}
        for mention in actors:
            if mention.kind == "organisation" or (mention.actor is not None and mention.kind != "demonym"):
                for token in parse.tokens_in(mention.span):
                    self._actor_at.setdefault(token.i, mention)
        self._demonyms = {
            token.i for mention in actors if mention.kind == "demonym" for token in parse.tokens_in(mention.span)
        }
        nationals = {
            token.i: mention for mention in actors if mention.kind == "demonym" and mention.actor is not None
            for token in parse.tokens_in(mention.span)
        }  # fmt: skip
        house = " ".join(_ASIDE.sub(" ", document.publisher or "").split())
        self.house = house if house and kind_of_name(house, words) == "organisation" else None
        self._affiliations = Affiliations(parse, self._actor_at, nationals, words, self._label, self._owner, self.house)
        self._sources: Mapping[int, Sequence[Token]] = {}

    def meet(self, sources: Mapping[int, Sequence[Token]]) -> None:
        """Meet all persons, bodies and documents that the text mentions, in text order.

        Args:
            sources: by the head's index, the words of each phrase that a statement names as its source.
        """
        self._sources = sources
        words = self._words
        nouns = words.person | words.organisation | words.outlet | words.document | words.people | words.sides
        taken: set[int] = set()
        for token in self._parse.tokens:
            if token.pos == "VERB" and token.dep != "acl:relcl":
                self._leader(token)
            if token.pos not in ("NOUN", "PROPN"):
                continue
            if token.i in sources:
                self.nominal(token, sources[token.i])
                continue
            known = token.name in ("PER", "ORG") or token.i in self._actor_at
            if token.child("cop") is not None:
                self._predicate(token)
                continue
            if token.i in taken:
                continue
            part = token.relation in _PARTS or token.dep == "nmod:desc"
            # whose name it is has been met with the phrase; what the parser tore off is met by itself
            several = token.relation == "appos" and token.head.tag == "NNS"  # "the brothers, Omar and Anas"
            torn = token.name == "PER" != token.head.name and (several or not same_referent(token, token.head))
            if part and not torn and not self._misplaced(token):
                continue
            if known or token.lemma.lower() in nouns or token.lower in nouns:
                others = [child for child in token.children if child.relation in ("conj", *_BESIDE)]
                phrase = grammar.phrase(token, without=others)
                self.nominal(token, phrase)
                if token.tag != "NNS":
                    taken.update(part.i for part in phrase if part.name == "PER" and same_referent(part, token))

    def _misplaced(self, token: Token) -> bool:
        """True for a person in "apposition" to a thing: a speaker whom the parser hung to what he tells of."""
        role = token.lemma.lower() in self._words.person and token.pos == "NOUN"
        thing = (
            token.head.pos == "NOUN" and token.head.lemma.lower() not in self._words.person | self._words.organisation
        )
        return token.relation == "appos" and role and thing

    def _predicate(self, token: Token) -> None:
        """ "Lena Korin is a nurse": whom the subject names may be called so from here on."""
        subject = token.child("nsubj")
        if subject is None or subject.pos not in ("NOUN", "PROPN") or grammar.negation(token) is not None:
            return
        speaker = self.nominal(subject, grammar.phrase(subject))
        if token.pos == "NOUN" and token.lemma.lower() in self._words.person | self._words.organisation:
            speaker.nouns.add(token.lemma.lower())
            if speaker.kind == "person" and speaker.affiliation is None:
                speaker.affiliation = self._affiliations.of(grammar.phrase(token, without=[subject]))

    def _leader(self, verb: Token) -> None:
        """ "Korin heads the harbour office": the body of whom the subject names."""
        subject = verb.child("nsubj")
        if subject is None or subject.pos != "PROPN" or verb.lemma.lower() not in self._words.leading:
            return
        speaker = self.nominal(subject, grammar.phrase(subject))
        if speaker.kind == "person" and speaker.affiliation is None:
            speaker.affiliation = self._affiliations.led_by(verb)

    # ---- who a phrase names ------------------------------------------------------------------------------------------

    def nominal(self, head: Token, source: Sequence[Token]) -> Speaker:
        """The speaker that a noun phrase names or describes."""
        known = self._salience.of(head)
        if known is not None:
            return known
        if all(token is not head for token in source):
            source = grammar.phrase(head)
        speaker = self._nominal(head, source)
        self._salience.add(head, speaker)
        return speaker

    def _nominal(self, head: Token, source: Sequence[Token]) -> Speaker:
        handle = _HANDLE.search(joined(self._text, source)) if source else None
        if handle is not None:
            return self.account(handle.group(), handle.group())
        role = is_role(head, self._words)
        mention = self._actor_of(head, source)
        proper = self._proper.find(head, source)
        if proper is None and (surname := self._surname(head, source, mention)) is not None:
            return surname
        if mention is not None and not role and not (proper and self._outgrows(proper, mention)):
            return self._organisation(self._full(mention, head, source), mention.actor, self._kind(mention), head)
        if proper is not None:
            if proper.kind == "person" and not self._is_seat(proper):
                return self._person(proper.tokens, head, source)
            if proper.kind == "person":
                return self._seat(joined(self._text, proper.tokens), head)
            return self._organisation(joined(self._text, proper.tokens), None, proper.kind, head)
        owner = next((token for token in head.children if token.dep == "nmod:poss"), None)
        if owner is not None and head.lemma.lower() == "reporting" and owner.i in self._actor_at:
            return self.nominal(owner, [owner])  # "per the Observatory's reporting": it is the Observatory that speaks
        if (
            head.pos == "PROPN"
            and not head.text.islower()
            and not role
            and (named := self._named(head, source)) is not None
        ):
            return named
        return self._common(head, source)

    def _surname(self, head: Token, source: Sequence[Token], mention: ActorMention | None) -> Speaker | None:
        """The person met before of whom a lone proper noun is the surname, whatever the recogniser calls it."""
        if head.pos != "PROPN" or (mention is not None and mention.actor is not None):
            return None
        words = joined(self._text, [token for token in source if token.pos == "PROPN"])
        persons = (s for s in reversed(self._namesakes(folded(words))) if s.kind == "person")
        return next((s for s in persons if s.name.endswith(f" {words}")), None)

    def _outgrows(self, proper: Proper, mention: ActorMention) -> bool:
        """True if a known name is a part of a person's: "General Jordan Peters" is not Jordan."""
        if mention.actor is None:
            return True  # a body by the recogniser's label alone
        if proper.kind != "person":
            return False
        first, last = proper.tokens[0], proper.tokens[-1]
        if first.start < mention.span.start or mention.span.end < last.end:
            return True
        before = self._parse.tokens[first.i - 1] if first.i else None
        return before is not None and before.sent == first.sent and before.lower.strip(".") in self._words.styles

    def _is_seat(self, proper: Proper) -> bool:
        """True if a capital was taken for a person ("Tehran said"), and nobody of that name is known."""
        words = joined(self._text, proper.tokens)
        if words.lower() not in self._words.seats or proper.styled:
            return False
        return not any(s.kind == "person" and same_person(s.name, words) for s in self._namesakes(folded(words)))

    def _seat(self, words: str, head: Token) -> Speaker:
        return self._organisation(words, self._words.seats[words.lower()] or None, "organisation", head)

    def _actor_of(self, head: Token, source: Sequence[Token]) -> ActorMention | None:
        mention = self._actor_at.get(head.i)
        if mention is not None:
            return mention
        for owner in head.all("nmod"):
            mark = owner.child("case")
            if head.text[:1].isupper() and mark is not None and owner.i in self._actor_at and plural_owner(owner, mark):
                return self._actor_at[owner.i]  # "the Sudan Doctors' Circle"
        return next((self._actor_at[t.i] for t in source if t.i in self._actor_at and same_referent(t, head)), None)

    def _label(self, mention: ActorMention) -> str:
        """The fullest name that the document gives for the actor."""
        if mention.actor is None:
            return mention.name
        names = [other.name for other in self._actors if other.actor == mention.actor and other.kind != "demonym"]
        plain = [name for name in names if not name.lower().startswith(("so-called", "self-"))]
        return max(plain or names or [mention.name], key=lambda name: (len(name), name))

    def _full(self, mention: ActorMention, head: Token, source: Sequence[Token]) -> str:
        return self._label(mention) if mention.actor is not None else full_name(mention, head, source, self._parse)

    def _kind(self, mention: ActorMention) -> SourceKind:
        if mention.actor is not None:
            kind = self._types.get(mention.actor, "")
            return "outlet" if kind == "outlet" or kind in OUTLET_TYPES - {"agency"} else "organisation"
        return kind_of_name(mention.name, self._words)

    # ---- persons -----------------------------------------------------------------------------------------------------

    def _person(self, name: list[Token], head: Token, source: Sequence[Token]) -> Speaker:
        words = joined(self._text, name)
        inside = {token.i for token in name}
        rest = grammar.trimmed([token for token in source if token.i not in inside])
        nouns = {token.lemma.lower() for token in rest if is_role_of(token, inside, self._words)}
        sex = gender(head, rest, words, self._words)
        known = next((s for s in reversed(self._namesakes(folded(words))) if self._may_be(s, words, sex)), None)
        known = known or self._described_before(name[0], nouns, sex, rest)
        if known is None:
            known = self._new(words, "person", anonymous=False, first=head)
        elif not known.named or len(words.split()) > len(known.name.split()):
            known.name = words
            self._call(known)
            known.kind, known.anonymous, known.named = "person", False, True
        if nouns and known.description is None:
            known.description = joined(self._text, rest[1:] if rest[0].pos == "ADP" else rest)
        known.nouns |= nouns
        known.modifiers |= {token.lower for token in rest if token.pos in ("ADJ", "PROPN")} - self._words.person
        known.anonymous = known.anonymous or bool(_WITHHELD & {token.lower for token in source})
        known.gender = known.gender or sex
        known.affiliation = known.affiliation or self._affiliations.of(source, name)
        return known

    def _may_be(self, speaker: Speaker, name: str, sex: str) -> bool:
        if speaker.kind != "person" or not speaker.named or (sex and speaker.gender not in ("", sex)):
            return False
        return same_person(speaker.name, name)

    def _described_before(self, first: Token, nouns: set[str], sex: str, rest: Sequence[Token]) -> Speaker | None:
        """The one described before whom this name now names: "the veteran mediator … Nils Aaberg"."""
        definite = any(token.lower in ("the", "whose", "their", "its") for token in rest)
        found: list[Speaker] = []
        for speaker in reversed(self.speakers[-_LATELY:]):
            if speaker.named or speaker.plural or speaker.kind not in ("person", "unnamed") or speaker.first < 0:
                continue
            if sex and speaker.gender not in ("", sex):
                continue
            opened = self._parse.tokens[speaker.first]
            distance = self._salience.sentence(first) - self._salience.sentence(opened)
            told = {token.lower for token in rest if token.relation in ("amod", "compound")}
            apart = bool(told and speaker.modifiers) and not told & speaker.modifiers
            taken_up = bool(nouns & speaker.nouns) and (definite or speaker.kind == "person") and not apart
            # a newcomer without a role is no newcomer: reports say who somebody is when they first name him
            bare = not nouns and 0 < distance <= _NEAR and speaker.kind == "person" and opened.relation == "nsubj"
            if taken_up or (bare and first.i in self._sources):
                found.append(speaker)
        return found[0] if len(found) == 1 else None

    def _owner(self, pronoun: Token) -> str | None:
        """The body for which "its" or "their" stands; ``None`` where several may be meant."""
        bodies = self._salience.before(pronoun, lambda speaker: self._has_voices(speaker, pronoun.lower))
        found = clear([(score, speaker) for score, speaker in bodies if speaker.named]) or clear(bodies)
        found = found or antecedent_of(pronoun, self._salience, None, (), quoted=False)
        return found.name if found is not None and found.kind in _BODIES and not found.anonymous else None

    def _has_voices(self, speaker: Speaker, pronoun: str) -> bool:
        """True for bodies that have spokesmen; a town that is taken has none, and "its director" is no country's."""
        town = not speaker.named and bool(speaker.nouns & self._words.sides - self._words.organisation)
        place = town or (speaker.actor or "").startswith("state-")
        return fits(speaker, "they" if pronoun == "their" else pronoun) and speaker.kind in _BODIES and not place

    # ---- bodies ------------------------------------------------------------------------------------------------------

    def _named(self, head: Token, source: Sequence[Token]) -> Speaker | None:
        """A proper noun that is no person's name: a capital for its government, a surname met before, a body."""
        run = grammar.trimmed([token for token in source if token.i <= head.i or token.relation in ("flat", "nmod")])
        run = [token for token in self._brief(head, run or [head]) if token.lower not in ("the", "both", "neither")]
        words = joined(self._text, run) or head.text
        if words.lower() in self._words.seats:
            return self._seat(words, head)
        surname = next(
            (s for s in reversed(self.speakers) if s.kind == "person" and s.name.endswith(f" {words}")), None
        )
        if surname is not None:
            return surname
        lemma = head.lemma.lower()
        common = head.lower in self._words.people or lemma in self._words.person
        if head.name == "NORP" or head.i in self._demonyms or source[0].lower in SEVERAL:
            return None  # "Kurds", "many Tamrans": people, not a body
        capitals = [token for token in run if token.pos == "PROPN" and token.relation not in ("nmod", "obl")]
        if common and (len(capitals) == 1 or head.text.isupper()):
            return None
        told = modifiers(head, source)
        if determination(head, source) == "definite" and not told and not completed(head, source):
            known = self._definites.same_noun(head, told, False) or self._definites.broader_noun(head, told)[0]
            if known is not None:
                return known
        return self._organisation(words, None, kind_of_name(words, self._words), head)

    def _organisation(self, name: str, actor: str | None, kind: SourceKind, head: Token) -> Speaker:
        key = folded(name)
        for speaker in self._namesakes(key, actor):
            if speaker.kind in ("person", "unnamed", "account", "document") or not speaker.named:
                continue
            if (actor is not None and speaker.actor == actor) or speaker.key == key:
                return speaker
            if actor is None and speaker.actor is None and shortened(key, speaker.key):
                if len(key.split()) > len(speaker.key.split()) and key.split()[0] == speaker.key.split()[0]:
                    speaker.name = " ".join(name.split())
                    self._call(speaker)
                return speaker
        made = self._new(name, kind, anonymous=False, first=head, actor=actor)
        made.nouns = {word.lower() for word in name.split()}
        if head.pos == "NOUN":
            made.nouns.add(head.lemma.lower())
        return made

    # ---- descriptions ------------------------------------------------------------------------------------------------

    def _common(self, head: Token, source: Sequence[Token]) -> Speaker:
        """A noun without a name: led back to a known speaker where it is definite, else a speaker of its own."""
        found = described(head, source, self._words)
        how, told = determination(head, source), modifiers(head, source)
        alone = not completed(head, source) and not any(child.dep == "nmod:poss" for child in head.children)
        if how != "indefinite" and alone and (how == "definite" or not told):
            known, rival = self._definites.same_noun(head, told, found.plural), False
            if known is None and how == "definite":
                known, rival = self._definites.broader_noun(head, told)
            if known is not None:
                return known
        else:
            rival = False
        text = joined(self._text, self._brief(head, source or [head]))
        key = folded(text)
        same = next((s for s in self._keyed.get(key, ()) if s.kind == found.kind and s.resolved), None)
        if same is not None and not rival:
            return same
        made = self._new(text, found.kind, anonymous=found.anonymous, first=head)
        made.resolved = not rival
        made.named = False
        made.plural = found.plural
        made.nouns, made.modifiers = {head.lemma.lower()}, told
        made.gender = gender(head, (), "", self._words)
        made.affiliation = self._affiliations.of(source or [head])
        made.description = text if found.kind == "unnamed" else None
        return made

    def _brief(self, head: Token, source: Sequence[Token]) -> list[Token]:
        """``source`` without what a comma sets apart behind the head."""
        beside = [
            child for child in head.children
            if child.i > head.i and child.relation in ("acl", "appos", "parataxis", "conj", "cc", "advcl")
            and any(mark.text in (",", "—", "–", "(") for mark in self._parse.tokens[head.i + 1 : child.i])
        ]  # fmt: skip
        beside += [child for child in head.children if child.i > head.i and of_the_talk(child)]
        dropped = {token.i for child in beside for token in child.subtree()}
        kept = grammar.trimmed([token for token in source if token.i not in dropped])
        while len(kept) > 1 and kept[-1].tag == "POS":
            kept.pop()
        return kept or [head]

    def indefinite(self, source: Sequence[Token], among: Speaker | None) -> Speaker:
        """Somebody of whom the text tells no more than "some", "others", "one"; one of ``among``, if that is known."""
        bodies = among is not None and bool(among.nouns & self._words.organisation)
        made = self._new(
            joined(self._text, source), "organisation" if bodies else "unnamed", anonymous=True, first=source[0]
        )
        made.plural = source[0].lower not in ("one", "someone", "somebody")
        made.named = False
        return made

"""Who the sources of a document are: one ``Source`` for all the names, nouns and pronouns of one speaker."""

from collections.abc import Mapping, Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Document, Source, SourceKind, Span, content_id, merged
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.names import antecedent, folded, gender, joined, same_person, same_referent, shortened
from reportedly.read.attribution.speaker import FIRST, HE, IT, SHE, THEY, Speaker, fits

_ANYONE = {"source", "witness", "resident", "man", "woman", "other", "one", "same", "rest", "first", "second"}
_INDEFINITE = {"a", "an", "another", "some", "one", "two", "three", "several"}
_RELATIVE = {"who", "which", "that", "whom", "whose"}
_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
OUTLET_TYPES = {
    "outlet",
    "agency",
    "broadcaster",
    "newspaper",
    "magazine",
    "website",
    "radio",
    "newswire",
    "media",
}
_GROUP_TYPES = {"armed-group", "militia", "coalition"}
_TITLES = {"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr."}


class Registry:
    """The speakers of one document, filled in text order."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        actors: Sequence[ActorMention],
        types: Mapping[str, str],
        words: Speakers,
    ) -> None:
        self.document = document
        self.parse = parse
        self.types = types
        self.words = words
        self.speakers: list[Speaker] = []
        self.of_candidate: dict[int, Speaker | None] = {}
        self._actor_at: dict[int, ActorMention] = {}
        for mention in actors:
            if mention.kind == "organisation" or (mention.actor is not None and mention.kind != "demonym"):
                for token in parse.tokens_in(mention.span):
                    self._actor_at.setdefault(token.i, mention)
        self._names = {
            token: name for name in parse.names if name.label == "PER" for token in range(name.first, name.last)
        }
        self._known = list(actors)

    # ---- a candidate's speaker ---------------------------------------------------------------------------------------

    def settle(self, candidate: Candidate) -> Speaker | None:
        """The speaker of ``candidate``, found or made; ``None`` where the text names nobody."""
        speaker = self._settle(candidate)
        self.of_candidate[id(candidate)] = speaker
        if speaker is not None:
            spans = self.mention_spans(candidate)
            speaker.mentions.extend(spans)
            if spans:
                speaker.last = max(speaker.last, spans[-1].end)
        return speaker

    def mention_spans(self, candidate: Candidate) -> tuple[Span, ...]:
        """The words that name the speaker beside the cue."""
        if candidate.post is not None and candidate.post.post is not None and candidate.post.post.span is not None:
            return (candidate.post.post.span,)
        return grammar.spans(candidate.source)

    def _settle(self, candidate: Candidate) -> Speaker | None:
        if candidate.post is not None:
            return self._account(candidate)
        if candidate.account is not None:
            return self._signed(candidate.account.of(self.document.text))
        head = candidate.speaker
        if head is None:
            return None
        if head.lower in _RELATIVE and head.pos in ("PRON", "DET", "SCONJ"):
            noun = antecedent(head)
            if noun is None:
                return self._new(head.text, "unnamed", anonymous=True, resolved=False)
            return self._nominal(noun, grammar.phrase(noun, without=[head.head]), candidate)
        if (head.pos == "PRON" and not head.text.isupper()) or head.text == "I":
            return self._pronoun(head, candidate)
        return self._nominal(head, candidate.source, candidate)

    def _signed(self, words: str) -> Speaker:
        """The account of a signed line: the name before the handle, or the handle itself."""
        before, _, handle = words.partition("@")
        name = before.strip(" (") or f"@{handle.strip(' )')}"
        known = next((s for s in self.speakers if s.kind == "account" and s.name == name), None)
        return known or self._new(name, "account", anonymous=False, description=f"@{handle.strip(' )')}")

    def _account(self, candidate: Candidate) -> Speaker:
        post = candidate.post.post if candidate.post is not None else None
        assert post is not None
        name = post.author or (f"@{post.handle}" if post.handle else "unnamed account")
        known = next((s for s in self.speakers if s.kind == "account" and s.name == name), None)
        return known or self._new(
            name, "account", anonymous=False, description=f"@{post.handle}" if post.handle else None
        )

    # ---- names and nouns ---------------------------------------------------------------------------------------------

    def _nominal(self, head: Token, source: Sequence[Token], candidate: Candidate) -> Speaker:
        person = self._person_name(head, source)
        if person is not None:
            return self._person(person, head, source)
        surname = joined(self.document.text, [t for t in source if t.pos == "PROPN"])
        known = next(
            (s for s in reversed(self.speakers) if s.kind == "person" and s.name.endswith(f" {surname}")), None
        )
        if head.pos == "PROPN" and surname and known is not None:
            return known
        owner = next((token for token in head.children if token.dep == "nmod:poss"), None)
        if owner is not None and head.lemma.lower() in self.words.document and owner.i in self._actor_at:
            # "per the Observatory's reporting": it is the Observatory that speaks
            return self._organisation(self._actor_at[owner.i], owner, [owner])
        mention = self._actor_of(head, source)
        if mention is not None and head.lemma.lower() not in self.words.person:
            return self._organisation(mention, head, source)
        return self._common(head, source)

    def _person_name(self, head: Token, source: Sequence[Token]) -> list[Token] | None:
        """The tokens of a person's name that is the head, or stands in apposition to it."""
        inside = {token.i for token in source} | {head.i}
        for token in [head, *source]:
            name = self._names.get(token.i)
            if name is None:
                continue
            near = token is head or same_referent(token, head)
            if near:
                tokens = [t for t in self.parse.tokens[name.first : name.last] if t.i in inside or t.i == head.i]
                tokens = [t for t in tokens if t.lower not in _TITLES and t.text not in ("'s", "’s")]
                if tokens:
                    return tokens
        return None

    def _person(self, name: list[Token], head: Token, source: Sequence[Token]) -> Speaker:
        words = self.document.text[name[0].start : name[-1].end]
        known = next((s for s in reversed(self.speakers) if s.kind == "person" and same_person(s.name, words)), None)
        inside = {token.i for token in name}
        rest = grammar.trimmed([token for token in source if token.i not in inside])
        description = joined(self.document.text, rest) if rest else None
        nouns = {token.lemma.lower() for token in source if token.pos == "NOUN"}
        if known is None:
            known = self._new(words, "person", anonymous=False)
        elif len(words.split()) > len(known.name.split()):
            known.name = words
        if description and known.description is None and nouns & self.words.person:
            known.description = description
        known.nouns |= nouns & self.words.person
        known.gender = known.gender or gender(source)
        known.affiliation = known.affiliation or self._affiliation(rest)
        return known

    def _affiliation(self, tokens: Sequence[Token]) -> str | None:
        for token in tokens:
            mention = self._actor_at.get(token.i)
            if mention is not None:
                return self._label(mention)
        for token in tokens:
            body = token.pos == "PROPN" and token.relation == "nmod" and token.name not in ("LOC", "PER")
            if body and grammar.preposition(token) in ("for", "of", "from", "with") and token.head.pos == "NOUN":
                return joined(self.document.text, [t for t in grammar.phrase(token) if t.lower != "the"])
        return None

    def _actor_of(self, head: Token, source: Sequence[Token]) -> ActorMention | None:
        mention = self._actor_at.get(head.i)
        if mention is not None:
            return mention
        return next((self._actor_at[t.i] for t in source if t.i in self._actor_at and same_referent(t, head)), None)

    def _label(self, mention: ActorMention) -> str:
        """The fullest name that the document gives for the actor."""
        if mention.actor is None:
            return mention.name
        names = [other.name for other in self._known if other.actor == mention.actor and other.kind != "demonym"]
        plain = [name for name in names if not name.lower().startswith(("so-called", "self-"))]
        return max(plain or names or [mention.name], key=lambda name: (len(name), name))

    def _organisation(self, mention: ActorMention, head: Token, source: Sequence[Token]) -> Speaker:
        kind = self._kind(mention, head)
        name = self._label(mention)
        for speaker in self.speakers:
            if speaker.kind in ("person", "unnamed", "account", "document"):
                continue
            if (mention.actor is not None and speaker.actor == mention.actor) or folded(speaker.name) == folded(name):
                return speaker
            if mention.actor is None and speaker.actor is None and shortened(name, speaker.name):
                return speaker
        made = self._new(name, kind, anonymous=False, actor=mention.actor)
        made.nouns |= {token.lemma.lower() for token in source if token.pos in ("NOUN", "PROPN")}
        made.nouns |= {word.lower() for word in name.split()}
        return made

    def _kind(self, mention: ActorMention, head: Token) -> SourceKind:
        kind = self.types.get(mention.actor or "", "")
        if kind in OUTLET_TYPES:
            return "outlet"
        if kind in _GROUP_TYPES or mention.kind == "group":
            return "group"
        words = {word.lower().strip(".,") for word in mention.name.split()}
        if kind == "" and words & (self.words.outlet | self.words.titles):
            return "outlet"
        if kind == "" and mention.kind == "person":
            return "person"
        return "organisation"

    def _common(self, head: Token, source: Sequence[Token]) -> Speaker:
        """A noun without a name: led back to a known speaker where it is definite, else unnamed."""
        lemma = head.lemma.lower()
        lower = head.lower
        definite = any(
            t.lower in _DEFINITE for t in source if t.head is head and t.relation in ("det", "nmod") and t.i < head.i
        )
        modifiers = [
            t for t in source if t.head is head and t.relation in ("amod", "compound", "nmod", "acl", "nummod", "appos")
        ]
        bare = not [t for t in modifiers if t.i < head.i or t.relation != "amod"]
        text = joined(self.document.text, list(source) or [head])
        # "the Observatory" in running text may be tagged as a name; "the group" is not one: both are led back by noun
        if definite and bare and head.tag not in ("NNS",):
            found = self._definite(lemma, lower)
            if found is not None:
                return found
        same = next(
            (s for s in self.speakers if s.kind == self._noun_kind(head) and folded(s.name) == folded(text)),
            None,
        )
        if same is not None:
            return same
        kind = self._noun_kind(head)
        indefinite = any(t.lower in _INDEFINITE for t in head.children if t.relation in ("det", "nummod"))
        if kind in ("organisation", "outlet") and head.pos != "PROPN" and indefinite:
            kind = "unnamed"  # "a monitoring group": the text does not say which
        office = definite and head.tag in ("NN", "NNP") and lemma not in self.words.people
        if kind == "unnamed" and office and lemma not in _ANYONE:
            # "the mayor", "the presidency": named by the office, of which there is one
            kind = "person" if lemma in self.words.person else "organisation"
        named = head.pos == "PROPN" and kind not in ("unnamed", "document")
        if named and text.lower().startswith("the "):
            text = text[4:]
        made = self._new(
            text,
            kind,
            anonymous=kind in ("unnamed", "group") and not named,
            resolved=not (definite and bare and kind == "unnamed"),
        )
        made.plural = head.tag in ("NNS", "NNPS") or lemma in self.words.people
        made.gender = gender(source)
        made.nouns = {lemma}
        made.affiliation = self._affiliation([t for t in source if t is not head])
        made.description = text if kind == "unnamed" else None
        return made

    def _noun_kind(self, head: Token) -> SourceKind:
        lemma = head.lemma.lower()
        if head.pos == "PROPN" and lemma not in self.words.people and lemma not in self.words.outlet:
            return "person" if head.name == "PER" else "organisation"
        if lemma in self.words.document:
            return "document"
        if lemma in self.words.person or head.lower in self.words.people or head.tag in ("NNS", "NNPS"):
            return "unnamed"
        if lemma in self.words.outlet:
            return "outlet"
        if lemma in self.words.organisation or head.name == "ORG":
            return "organisation"
        if lemma in self.words.account:
            return "account"
        return "unnamed"

    def _definite(self, lemma: str, lower: str) -> Speaker | None:
        """The speaker that "the <noun>" stands for: the last one of which the noun was said, or whose kind it names."""
        recent = sorted(self.speakers, key=lambda speaker: -speaker.last)
        for speaker in recent:
            if lemma in speaker.nouns or lower in speaker.nouns:
                return speaker
        kinds: tuple[SourceKind, ...] = ()
        if lemma in self.words.outlet:
            kinds = ("outlet",)
        elif lemma in self.words.organisation:
            kinds = ("organisation", "group")
        for speaker in recent:
            if speaker.kind in kinds and not speaker.anonymous:
                return speaker
        if lemma in self.words.outlet:
            outlet = next((m for m in reversed(self._known) if self.types.get(m.actor or "") in OUTLET_TYPES), None)
            if outlet is not None:
                return self._organisation(outlet, self.parse.tokens_in(outlet.span)[0], ())
        return None

    # ---- pronouns ----------------------------------------------------------------------------------------------------

    def _pronoun(self, head: Token, candidate: Candidate) -> Speaker:
        lower = head.lower
        if lower in FIRST:
            carrier = candidate.carrier
            while carrier is not None:
                speaker = self.of_candidate.get(id(carrier))
                if speaker is not None:
                    return speaker
                carrier = carrier.carrier
            return self._new(head.text, "unnamed", anonymous=True, resolved=False)
        carried = self.of_candidate.get(id(candidate.carrier)) if candidate.carrier is not None else None
        persons = lower in HE | SHE
        if lower in IT | THEY and carried is not None and carried.affiliation is not None:
            # "a source in the brigade said it would advance": the body that the speaker speaks for
            body = next((s for s in reversed(self.speakers) if s.name == carried.affiliation), None)
            return body or self._new(carried.affiliation, "organisation", anonymous=False)
        wanted = "f" if lower in SHE else "m" if lower in HE else ""
        named = self._person_before(head) if persons else None
        recent = sorted((s for s in self.speakers if s.last >= 0), key=lambda speaker: -speaker.last)
        for speaker in recent:
            if not fits(speaker, lower) or (wanted and speaker.gender and speaker.gender != wanted):
                continue
            if (
                named is not None
                and named[0].start > speaker.last
                and not same_person(speaker.name, joined(self.document.text, named))
            ):
                break
            if head.start - speaker.last > 1500 or (
                speaker is carried and carried is not None and len(recent) > 1 and persons
            ):
                continue
            return speaker
        if named is not None:
            return self._person(named, named[0], named)
        if carried is not None and fits(carried, lower):
            return carried
        if lower not in HE | SHE | THEY | IT:  # "some", "many", "one", "others"
            made = self._new(joined(self.document.text, list(candidate.source)), "unnamed", anonymous=True)
            made.plural = True
            return made
        return self._new(head.text, "unnamed", anonymous=True, resolved=False)

    def _person_before(self, head: Token) -> list[Token] | None:
        """The last person named before ``head`` in its paragraph or the one before, if a name was recognised."""
        best = None
        for name in self.parse.names:
            if name.label == "PER" and name.end <= head.start:
                best = name
        if best is None or head.start - best.end > 600:
            return None
        return [
            t
            for t in self.parse.tokens[best.first : best.last]
            if t.lower not in _TITLES and t.text not in ("'s", "’s")
        ] or None

    # ---- records -----------------------------------------------------------------------------------------------------

    def _new(
        self, name: str, kind: SourceKind, *, anonymous: bool, actor: str | None = None, description: str | None = None,
        resolved: bool = True,
    ) -> Speaker:  # fmt: skip
        made = Speaker(" ".join(name.split()), kind, anonymous, actor=actor, description=description, resolved=resolved)
        self.speakers.append(made)
        return made

    def identifier(self, speaker: Speaker) -> str:
        """The source's identifier: it follows from the document, the name, and where an unresolved word stands."""
        place = speaker.mentions[0] if not speaker.resolved and speaker.mentions else None
        return content_id("o", self.document.id, speaker.name, speaker.kind, place)

    def sources(self) -> tuple[Source, ...]:
        """The speakers that a statement refers to, in the order of their first mention."""
        out: dict[str, Source] = {}
        for speaker in self.speakers:
            if not speaker.mentions:
                continue
            identifier = self.identifier(speaker)
            held = out.get(identifier)
            mentions = merged([*(held.mentions if held else ()), *speaker.mentions])
            out[identifier] = Source(
                id=identifier, name=speaker.name, kind=speaker.kind, anonymous=speaker.anonymous,
                description=speaker.description, mentions=mentions, affiliation=speaker.affiliation,
                actor=speaker.actor,
                resolved=speaker.resolved,
            )  # fmt: skip
        return tuple(sorted(out.values(), key=lambda source: (source.mentions[0], source.id)))

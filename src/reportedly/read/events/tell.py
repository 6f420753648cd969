"""From a trigger to one telling of an event: roles, circumstances, casualties, factuality."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.language import Parse, Token
from reportedly.model import Casualty, Document, Mentions, Span, Statement
from reportedly.ontology import VIOLENT, CasualtyKind, Frame, Ontology
from reportedly.read.events.casualties import casualties_of
from reportedly.read.events.circumstances import Circumstances
from reportedly.read.events.culprits import culprits, days_named
from reportedly.read.events.draft import CULPRIT, Filled, Telling
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.generic import generic_mark, in_passing, is_asserted, is_definite, is_remark, vague_mark
from reportedly.read.events.headlines import is_verbless
from reportedly.read.events.lexicon import lexicon
from reportedly.read.events.modality import FactualityReader
from reportedly.read.events.peaceful import peaceful
from reportedly.read.events.roles import RoleReader
from reportedly.read.events.scenes import governors, joined_after, scenes, whens
from reportedly.read.events.tolls import Toll, find_tolls
from reportedly.read.events.triggers import Candidate, find_triggers

_ANOTHER = frozenset({"another", "other", "second", "third", "fourth", "further", "separate", "new", "fresh", "more"})
_PARTIES = frozenset({"agent", "recipient", "partner", "ally", "holder", "intermediary", "counterpart"})
_SITES = frozenset({"place", "site", "building"})
_TERRITORIAL = frozenset(
    {"territory-captured", "territory-lost", "territory-contested", "territory-held", "siege", "shelling"}
)
"""What is taken, held, lost or shelled in these is a place, even one that no gazetteer has."""
_STATES = frozenset({"territory-held"})
"""What lasts, and is told where somebody asserts it."""
_NAMED = frozenset({"force", "armed", "state", "coalition", "name"})
_TYPE_OF = {"killed": "killing", "wounded": "wounding", "missing": "abduction", "captured": "abduction"}
_HARM = ("killed", "wounded")
_ANYBODY = frozenset({"person", "people"})
_LINKS = frozenset({"case", "mark", "compound:prt"})
_CUES_THAT_HAPPEN = frozenset({"threat", "territory-contested", "diplomatic-break", "trial"})
"""Saying that is an event too: a threat beside the statement of what is threatened, a claim to a place, a charge in
court, an envoy recalled."""


class Teller:
    """Reads the tellings of one document."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        mentions: Mentions,
        statements: Sequence[Statement],
        ontology: Ontology,
    ) -> None:
        self._document = document
        self._parse = parse
        self._mentions = mentions
        self._ontology = ontology
        self._fillers = Fillers(parse, mentions, ontology)
        self._circumstances = Circumstances(parse, mentions, statements)
        self._factuality = FactualityReader(parse, ontology)
        self._roles = RoleReader(parse, ontology, self._fillers, self._circumstances)
        table = lexicon(ontology)
        self._others = frozenset(
            token.i
            for token in parse.tokens
            if token.pos == "NOUN"
            and any(_names(pattern.frame) and not pattern.words for pattern in table.nouns.get(token.lower, ()))
        )
        self._verbs = table.verbs
        self._told: defaultdict[int, list[int]] = defaultdict(list)  # words that may tell an event, by sentence
        self._statements = statements
        self._cues = sorted(span for statement in statements for span in statement.cue)

    def tellings(self) -> list[Telling]:
        """All tellings, in text order."""
        candidates = list(find_triggers(self._parse, self._ontology, self._fillers))
        # "signed an accord": the noun that a verb's pattern governs tells nothing more
        governed = {word.i for item in candidates if item.token.pos in ("VERB", "AUX") for word in item.words}
        candidates = [item for item in candidates if item.token.i not in governed and self._tells(item)]
        for position in sorted({item.token.i for item in candidates if not item.frame.again} | self._others):
            self._told[self._parse.tokens[position].sent].append(position)
        found = [telling for item in candidates if (telling := self._tell(item)) is not None]
        self._count(found)
        found = [
            telling for telling in found if vague_mark(telling) is None and peaceful(telling, self._fillers) is None
        ]
        for token, heads in culprits(self._parse):
            named = [head for head in heads if self._names(head) or any(map(self._names, head.all("nmod")))]
            if named:
                found.append(self._culprit(token, named))
        for token in days_named(self._parse, self._circumstances.is_time):
            telling = self._day(token)
            if telling is not None and not _dates(telling, found):
                found.append(telling)
        found.sort(key=lambda telling: telling.trigger)
        return found

    def _names(self, head: Token) -> bool:
        return bool(self._fillers.kinds(head) & _NAMED)

    def _tells(self, candidate: Candidate) -> bool:
        """False for what tells no single happening, and for verbs of saying, which are no events of their own."""
        if generic_mark(candidate.token, candidate.carrier) is not None and not is_remark(candidate.token):
            return False
        if self._ontology.events[candidate.frame.type].family in _STATES and in_passing(candidate.token):
            return False
        # "were found dead", "were put to death", "blasted the train off the line": a set phrase says nothing
        violent = self._ontology.events[candidate.frame.type].violent
        phrase = candidate.token.pos == "VERB" and any(violent or word.dep not in _LINKS for word in candidate.words)
        if candidate.frame.type in _CUES_THAT_HAPPEN or phrase or not self._is_cue(candidate.token):
            return True
        return _is_done_in_saying(candidate)

    def _is_cue(self, token: Token) -> bool:
        return any(span.start <= token.start < span.end for span in self._cues)

    def statement_of(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds ``token``."""
        best: tuple[int, int] | None = None
        innermost: Statement | None = None
        for number, statement in enumerate(self._statements):
            if not any(span.start <= token.start < span.end for span in statement.content):
                continue
            size = (sum(len(span) for span in statement.content), -number)
            if best is None or size[0] < best[0] or (size[0] == best[0] and innermost_is_within(innermost, statement)):
                best, innermost = size, statement
        return innermost

    def _tell(self, candidate: Candidate) -> Telling | None:
        token, frame = candidate.token, candidate.frame
        roles = self._roles.of(candidate)
        anchors = [token, *candidate.words]
        if candidate.carrier is not None:
            anchors.append(candidate.carrier)
        elif token.pos in ("NOUN", "PROPN") and token.head.pos == "VERB" and token.relation == "nsubj":
            anchors.append(token.head)
        others = self._others - {anchor.i for anchor in anchors}
        targets = [filled.head for filled in roles if filled.kinds & _SITES]
        parties = {filled.head.i for filled in roles if filled.role in _PARTIES}

        statement = self.statement_of(token)

        def located(item: Token) -> bool:
            # behind the words that are said stands where they were said: "…, she told a news conference in Cúcuta"
            said = statement is None or any(item.start in span for span in statement.content)
            return said and item.i not in parties and self._fillers.place_at(item) is not None

        places = self._circumstances.places(anchors, targets, located, others)
        time = self._circumstances.time(anchors, others)
        for governor in (*governors(token), *whens(token)):
            places = places or self._circumstances.places([governor], [], located, others, whole=False)
            time = time or self._circumstances.time([governor], others)
        for scene in scenes(roles):
            places = places or self._circumstances.places([scene], [], located, others)
            time = time or self._circumstances.time([scene], others)
        for joined in joined_after(token):
            time = time or self._circumstances.time([joined], others)
        time = time or self._circumstances.time_beside(token, self._told[token.sent])
        apart, day = self._circumstances.counted(token)
        time = day if apart else time
        places = places or self._circumstances.place_beside(token, located, self._told[token.sent])
        if self._ontology.events[frame.type].family in _TERRITORIAL:
            known = {place.name for place in places}
            taken = [item for item in roles if item.role == "target" and self._fillers.is_mere_name(item.head)]
            named = [self._circumstances.named(item.name, item.span) for item in taken if item.name not in known]
            places = tuple(sorted((*places, *named), key=lambda place: place.span)) if named else places
        heads = [filled.head for filled in roles]
        quantities = self._circumstances.quantities(anchors, heads, [filled.span for filled in roles])
        casualties: tuple[Casualty, ...] = ()
        harm = frame.casualty or (self._harm_of(token) if token.pos == "VERB" else None)
        if harm is not None:
            victims = [(filled.head, filled.span) for filled in roles if filled.role == "target"]
            casualties = casualties_of(self._parse, harm, victims, self._fillers)
        noun = frame.part == "noun"
        victims_of: list[Filled] = []
        if candidate.carrier is not None and self._harm_of(candidate.carrier) is not None:
            hit = candidate.slots.get("hit", ())
            victims_of = [filled for filled in roles if filled.role == "target" and filled.head in hit]
            roles = [filled for filled in roles if filled not in victims_of]
        remark = is_remark(token) if noun else False
        definite = noun and (remark or is_definite(token, dated=bool(frame.again)))
        attested = candidate.carrier is not None or self._is_attested(token) or is_asserted(token)
        empty = noun and not (roles or victims_of or places or time or attested)
        if (empty or frame.again) and not definite and not (frame.headline or _heads_headline(token, self._parse)):
            return None
        if remark:  # "the third such raid in the south": where the others were
            roles, places, time, quantities = [], (), None, ()
        factuality = self._factuality.read(token, candidate.carrier, statement)
        block = self._parse.blocks[self._parse.sentences[token.sent].block]
        return Telling(
            token=token,
            trigger=self._trigger(candidate),
            type=self._ontology.events[frame.type],
            rule=frame.id,
            statement=statement,
            polarity=factuality.polarity,
            modality=factuality.modality,
            modality_spans=factuality.spans,
            roles=roles,
            places=places,
            time=time,
            quantities=quantities,
            casualties=casualties if factuality.polarity == "positive" else (),
            headline=block.kind in ("headline", "heading"),
            casualty=harm is not None,
            definite=definite,
            empty=empty,
            another=not remark and _is_another(token, roles),
            victims=victims_of,
            carrier=candidate.carrier,
            again=self._again(token) if frame.again else frozenset({frame.type, VIOLENT} if remark else ()),
        )

    def _day(self, token: Token) -> Telling | None:
        """A telling of the attack told before, of which nothing is told but when it was, and where, beside that."""
        time = self._circumstances.time_of(token)
        if time is None:
            return None
        telling = self._culprit(token.child("cop") or token, ())
        telling.time = time
        return telling

    def _is_attested(self, noun: Token) -> bool:
        """True where the happening was counted or somebody saw, did or told of it: "six explosions", "spoke of
        pillage", "clashes were reported", "a pact concluded on Monday"."""
        lexicon_ = self._ontology.lexicon
        if any(child.relation == "nummod" for child in noun.children):
            return True
        if any(child.dep == "acl" and child.lemma in lexicon_.carriers for child in noun.children):
            return True
        if noun.relation == "nsubj" and noun.head.tag == "VBD":
            return True  # "sniper fire kept them indoors"
        seen = noun.relation in ("obj", "nsubj") or (noun.relation == "obl" and _is_told_of(noun))
        return seen and noun.head.lemma in lexicon_.witnessing

    def _again(self, noun: Token) -> frozenset[str]:
        """The types of what a noun may take up, by all of its frames."""
        patterns = lexicon(self._ontology).nouns[noun.lower]
        return frozenset[str]().union(*(pattern.frame.again for pattern in patterns if not pattern.words))

    def _culprit(self, token: Token, heads: Sequence[Token]) -> Telling:
        """A telling of the attack told before, of which nothing is told but who did it."""
        roles = [self._roles.filled("agent", head, [token, *heads]) for head in heads]
        cued = (one for one in self._statements if any(token.start in span for span in one.cue))
        return Telling(
            token=token, trigger=token.span, type=self._ontology.events["attack"], rule=CULPRIT,
            statement=next(cued, None) or self.statement_of(token),
            polarity="positive", modality="actual", modality_spans=(),
            roles=roles, places=(), time=None, quantities=(), casualties=(), definite=True,
        )  # fmt: skip

    def _harm_of(self, verb: Token) -> CasualtyKind | None:
        """The kind of casualties that the verb alone tells, whatever type its subject makes of it ("a mine killed")."""
        plain = (pattern.frame for pattern in self._verbs.get(verb.lower, ()) if " " not in pattern.text)
        harming = (frame for frame in plain if frame.casualty in _HARM and _of_anybody(frame))
        return next((frame.casualty for frame in harming), None)

    def _count(self, found: list[Telling]) -> None:
        """Take up the numbers that stand right beside a word for casualties: with the telling of that word, or as one
        of their own."""
        by_word = {telling.token.i: telling for telling in found if telling.casualty}
        for toll in find_tolls(self._parse, self._mentions, self._ontology):
            casualty = Casualty(
                kind=toll.kind,
                low=toll.quantity.low,
                high=toll.quantity.high,
                who=self._who(toll),
                span=toll.quantity.span,
            )
            telling = by_word.get(toll.word.i) or self._holding(found, toll)
            if telling is not None and toll.word.i == toll.head.i + 1:
                _part_gapped(telling, toll, found)
            if telling is None:
                telling = self._of_toll(toll)
                by_word[toll.word.i] = telling
                found.append(telling)
            elif any(item.kind == toll.kind and item.span.overlaps(casualty.span) for item in telling.casualties):
                continue
            elif telling.casualty and telling.token is toll.word and not self._is_beside(telling, toll):
                # a conjunct that the syntax gave the victims of the one before
                telling.casualties = ()
                telling.roles = [filled for filled in telling.roles if filled.role != "target"]
                telling.quantities = ()
            if telling.polarity == "positive":
                open_ = [
                    item for item in telling.casualties if item.kind == toll.kind and item.low is item.high is None
                ]
                kept = (item for item in telling.casualties if item not in open_)
                telling.casualties = (*kept, casualty)

    def _holding(self, found: list[Telling], toll: Toll) -> Telling | None:
        """The telling of casualties whose trigger is of more words, the toll's among them ("left 12 dead")."""
        for telling in found:
            if telling.casualty and telling.token.sent == toll.word.sent:
                heads = {filled.head.i for filled in telling.roles if filled.role == "target"}
                if toll.word.i in heads or toll.word.start in telling.trigger or toll.word.head is telling.token:
                    same_kind = not telling.casualties or telling.casualties[0].kind == toll.kind
                    if same_kind and toll.word.pos != "VERB":
                        return telling
        return None

    def _is_beside(self, telling: Telling, toll: Toll) -> bool:
        """True if a victim of the telling stands as near to the word as the number does."""
        near = abs(toll.quantity.span.start - toll.word.start)
        return any(abs(item.span.start - toll.word.start) <= near for item in telling.casualties)

    def _who(self, toll: Toll) -> str | None:
        if toll.head.start in toll.quantity.span or toll.head.lower in ("others", "more", "people"):
            return "people" if toll.head.lower == "people" else None
        return Span(toll.quantity.span.end, toll.head.end).of(self._parse.text).strip()

    def _of_toll(self, toll: Toll) -> Telling:
        statement = self.statement_of(toll.word)
        factuality = self._factuality.read(toll.word, None, statement)
        block = self._parse.blocks[self._parse.sentences[toll.word.sent].block]
        return Telling(
            token=toll.word,
            trigger=toll.word.span,
            type=self._ontology.events[_TYPE_OF[toll.kind]],
            rule=f"toll-{toll.kind}",
            statement=statement,
            polarity=factuality.polarity,
            modality=factuality.modality,
            modality_spans=factuality.spans,
            roles=[],
            places=(),
            time=None,
            quantities=(toll.quantity,),
            casualties=(),
            headline=block.kind in ("headline", "heading"),
            casualty=True,
        )

    def _trigger(self, candidate: Candidate) -> Span:
        """The trigger word, with the words of its pattern where they stand beside it."""
        first, last = candidate.token.i, candidate.token.i
        for word in sorted(candidate.words, key=lambda item: item.i):
            if word.i == last + 1:
                last = word.i
        for word in sorted(candidate.words, key=lambda item: -item.i):
            if word.i < first and all(self._parse.tokens[i].text == "-" for i in range(word.i + 1, first)):
                first = word.i
        return Span(self._parse.tokens[first].start, self._parse.tokens[last].end)


def _of_anybody(frame: Frame) -> bool:
    """True for a frame that any people fill, with no more asked: who "cut throats" killed, who "cut" need not have."""
    return all(slot == "obj" and kinds >= _ANYBODY for slot, kinds in frame.need.items())


def _names(frame: Frame) -> bool:
    """True if the words of a frame name a happening by themselves."""
    return not frame.again and not frame.headline


def _heads_headline(noun: Token, parse: Parse) -> bool:
    """ "Clashes near dam": of a headline without a verb the noun tells what happened."""
    return noun.dep == "root" and any(child.relation == "nmod" for child in noun.children) and is_verbless(noun, parse)


def _dates(day: Telling, found: Sequence[Telling]) -> bool:
    """Gives its day to what the sentence then tells: "It was Monday, we sang, and then the mine went off"."""
    later = (one for one in found if one.token.sent == day.token.sent and one.token.i > day.token.i)
    first = next((one for one in later if one.type.violent), None)
    if first is None or first.time is not None:
        return False
    first.time = day.time
    return True


def _part_gapped(telling: Telling, toll: Toll, found: Sequence[Telling]) -> None:
    """Give each of "two soldiers were killed and four guards wounded" its own victims, where the parser joined them."""
    number = toll.quantity.span
    for other in found:
        if other is telling or not other.casualty or other.token.sent != toll.word.sent:
            continue
        if other.token.start > number.start or not any(item.span.overlaps(number) for item in other.casualties):
            continue
        before = other.token.start
        telling.casualties = tuple(item for item in telling.casualties if item.span.start > before)
        telling.roles = [item for item in telling.roles if item.role != "target" or item.span.start > before]
        other.casualties = tuple(item for item in other.casualties if not item.span.overlaps(number))
        other.roles = [item for item in other.roles if item.role != "target" or not item.span.overlaps(number)]


def _is_told_of(noun: Token) -> bool:
    return any(child.dep == "case" and child.lower in ("of", "about") for child in noun.children)


def _is_done_in_saying(candidate: Candidate) -> bool:
    """True for a verb of saying that does something to somebody, or whose noun names the deed: "listed the gang",
    "pledged allegiance", against "listed that ..."."""
    if any(child.relation == "ccomp" for child in candidate.token.children):
        return False
    asked = any(slot not in ("subj", "story") for slot in candidate.fillers)
    return asked or " +" in candidate.text


def _is_another(token: Token, roles: Sequence[Filled]) -> bool:
    """True if the words set the happening apart from those before: "another group", "a second raid"."""
    heads = [token, *(filled.head for filled in roles if filled.role == "agent")]
    return any(child.lower in _ANOTHER and child.i < head.i for head in heads for child in _modifiers(head))


def _modifiers(head: Token) -> Iterator[Token]:
    return (child for child in head.children if child.relation in ("det", "amod", "nummod"))


def innermost_is_within(outer: Statement | None, inner: Statement) -> bool:
    """True if ``inner`` is carried by ``outer``."""
    return outer is not None and inner.within == outer.id

"""From a trigger to one telling of an event: roles, circumstances, casualties, factuality."""

from collections.abc import Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Casualty, Document, Mentions, Span, Statement
from reportedly.ontology import Ontology
from reportedly.read.events.casualties import casualties_of
from reportedly.read.events.circumstances import Circumstances
from reportedly.read.events.draft import Filled, Telling
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.lexicon import lexicon
from reportedly.read.events.modality import FactualityReader
from reportedly.read.events.phrases import phrase_span
from reportedly.read.events.triggers import Candidate, find_triggers

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PARTIES = frozenset({"agent", "recipient", "partner", "ally"})
_PARTIES_OF = frozenset({"force", "state", "coalition", "armed"})
_ACTING = frozenset({"force", "state", "coalition", "armed", "person", "people", "pronoun"})
_PLURAL = frozenset({"they", "them"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})


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
        self._ontology = ontology
        self._fillers = Fillers(parse, mentions, ontology)
        self._circumstances = Circumstances(parse, mentions, statements)
        self._factuality = FactualityReader(parse, ontology)
        self._statements = statements
        self._nouns = lexicon(ontology).nouns
        self._cues = sorted(span for statement in statements for span in statement.cue)

    def tellings(self) -> list[Telling]:
        """All tellings, in text order."""
        found: list[Telling] = []
        for candidate in find_triggers(self._parse, self._ontology, self._fillers):
            if any(span.start <= candidate.token.start < span.end for span in self._cues):
                continue  # a verb of saying is no event of its own
            telling = self._tell(candidate)
            if telling is not None:
                found.append(telling)
        return found

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
        roles = self._roles(candidate)
        anchors = [token, *candidate.words]
        if candidate.carrier is not None:
            anchors.append(candidate.carrier)
        elif token.pos in ("NOUN", "PROPN") and token.head.pos == "VERB" and token.relation == "nsubj":
            anchors.append(token.head)
        heads = [filled.head for filled in roles]
        targets = [filled.head for filled in roles if "place" in filled.kinds]
        parties = {filled.head.i for filled in roles if filled.role in _PARTIES and "state" in filled.kinds}
        places = self._circumstances.places(
            anchors, targets, lambda item: item.i not in parties and self._fillers.place_at(item) is not None
        )
        time = self._circumstances.time(anchors)
        if time is None and token.dep == "conj" and token.pos == "VERB" and token.child("nsubj", "nsubj:pass") is None:
            time = self._circumstances.time([token.head])
        quantities = self._circumstances.quantities(anchors, heads, [filled.span for filled in roles])
        casualties: tuple[Casualty, ...] = ()
        if frame.casualty is not None:
            victims = [(filled.head, filled.span) for filled in roles if filled.role == "target"]
            casualties = casualties_of(self._parse, frame.casualty, victims, self._fillers)
        noun = frame.part == "noun"
        if noun and not (roles or places or time or candidate.carrier):
            return None
        statement = self.statement_of(token)
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
            casualty=frame.casualty is not None,
            definite=noun and any(child.lower in _DEFINITE for child in token.children),
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

    def _roles(self, candidate: Candidate) -> list[Filled]:
        pending: list[tuple[str, Token]] = []
        seen: set[int] = {candidate.token.i, *(word.i for word in candidate.words)}
        described = bool(candidate.slots.get("of"))
        for slot, role in candidate.frame.roles.items():
            if slot == "poss" and role == "target" and described:
                role = "agent"  # "their killing of two men" against "his killing"
            heads = candidate.fillers.get(slot) or candidate.slots.get(slot, [])
            for head in heads:
                if head.i in seen or not self._fits(slot, role, head):
                    continue
                if role == "agent" and "materiel" in candidate.frame.need.get("obj", ()) and self._is_goods(head):
                    continue  # goods take nothing: a participle that was read as a finite verb
                seen.add(head.i)
                pending.append((role, head))
        found: list[Filled] = []
        heads_of = [head for _, head in pending]
        for role, head in pending:
            if role == "agent":
                head = self._acting(head, candidate.token)
            bodies = self._fillers.members_of(head)
            if bodies:
                found.extend(self._body(role, head, mention) for mention in bodies)
            else:
                found.append(
                    self._filled(role, head, [candidate.token, *(other for other in heads_of if other is not head)])
                )
        found.sort(key=lambda filled: (filled.span, filled.role))
        return found

    def _acting(self, head: Token, trigger: Token) -> Token:
        """Who acts: a pronoun's antecedent where it is safe; a party between the verb and a noun that can't
        act."""
        kinds = self._fillers.kinds(head)
        tokens = self._parse.tokens
        if head.lower in _PLURAL or head.lower == "it":
            return self._antecedent(head) or head
        if head.i < trigger.i and not kinds & _ACTING and not head.name and head.pos == "NOUN":
            for position in range(trigger.i - 1, head.i, -1):
                other = tokens[position]
                free = other.pos in ("NOUN", "PROPN") and not any(child.dep == "case" for child in other.children)
                if (
                    free
                    and self._fillers.kinds(other) & _PARTIES_OF
                    and other.relation not in ("obl", "nmod", "compound")
                ):
                    return other
        return head

    def _antecedent(self, pronoun: Token) -> Token | None:
        """The one party before the pronoun in its sentence that it can stand for; ``None`` where there are
        none or two."""
        plural = pronoun.lower in _PLURAL
        sentence = self._parse.sentences[pronoun.sent]
        found: list[Token] = []
        for token in self._parse.tokens[sentence.first : pronoun.i]:
            if token.relation != "nsubj" or token.pos not in ("NOUN", "PROPN"):
                continue
            if plural == (token.tag in ("NNS", "NNPS")) and self._fillers.kinds(token) & _PARTIES_OF:
                found.append(token)
        return found[0] if len(found) == 1 else None

    def _body(self, role: str, head: Token, mention: ActorMention) -> Filled:
        return Filled(
            role=role,
            name=mention.span.of(self._parse.text),
            actor=mention.actor,
            span=mention.span,
            head=head,
            lemma=mention.name.casefold(),
            kinds=self._fillers.kinds(head),
            category=None,
        )

    def _fits(self, slot: str, role: str, head: Token) -> bool:
        if head.lower in _RELATIVE or (head.pos == "PRON" and head.lower in ("it", "there") and slot == "obj"):
            return False
        if head.pos not in _NOMINAL or self._is_time(head):
            return False
        kinds = self._fillers.kinds(head)
        if role == "occasion":
            return head.lower in self._nouns
        if role == "destination" and slot in ("in", "on") and "force" in kinds and "place" not in kinds:
            return False  # "moved in small groups", "on foot or in columns"
        if slot == "mod":
            mention = self._fillers.actor_at(head)
            known = mention is not None and mention.actor is not None and "person" not in kinds
            return known or (head.pos != "ADJ" and bool(kinds & _PARTIES_OF))
        if slot == "poss":
            return bool(kinds & {"force", "state", "person", "people", "coalition", "pronoun"})
        if slot == "with" and role == "partner":
            return bool(kinds & {"force", "state", "person", "people", "coalition", "pronoun"})
        return True

    def _with_number(self, span: Span) -> Span:
        """The phrase with a number right before it that the parser hung elsewhere."""
        tokens = self._parse.tokens_in(span)
        if not tokens or tokens[0].i == 0:
            return span
        for other in self._parse.tokens[max(tokens[0].i - 4, 0) : tokens[0].i]:
            quantity = self._fillers.quantity_at(other)
            if quantity is None or quantity.unit or other.sent != tokens[0].sent or quantity.span.end > span.start:
                continue
            between = self._parse.tokens_in(Span(quantity.span.end, span.start))
            if quantity.span.start < span.start and all(
                token.pos in ("ADJ", "PROPN", "NOUN", "PUNCT", "VERB") and token.text != "," for token in between
            ):
                return Span(quantity.span.start, span.end)
        return span

    def _with_modifier(self, span: Span) -> Span:
        """The phrase with the name before its first word where a hyphen or participle ties them ("X-linked
        group")."""
        tokens = self._parse.tokens_in(span)
        if not tokens or tokens[0].tag not in ("VBN", "VBD", "JJ", "HYPH"):
            return span
        first = tokens[0]
        position = first.i - 1
        while position >= 0 and (other := self._parse.tokens[position]).sent == first.sent:
            if not (other.pos == "PROPN" or other.text in ("-", "‑")):
                break
            span = Span(other.start, span.end)
            position -= 1
        return span

    def _without_time(self, span: Span, head: Token) -> Span:
        """The phrase without a time that ends it ("rifles in the past")."""
        tokens = self._parse.tokens_in(span)
        for number, token in enumerate(tokens):
            if token.i > head.i and self._is_time(token):
                last = number - 1
                while last > 0 and tokens[last].pos in ("ADP", "DET", "PUNCT") and tokens[last].i > head.i:
                    last -= 1
                return Span(span.start, tokens[last].end)
        return span

    def _is_goods(self, head: Token) -> bool:
        kinds = self._fillers.kinds(head)
        return "materiel" in kinds and not kinds & _ACTING

    def _is_time(self, head: Token) -> bool:
        return self._circumstances.is_time(head)

    def _filled(self, role: str, head: Token, without: list[Token]) -> Filled:
        span = self._without_time(phrase_span(head, without), head)
        quantity = self._fillers.quantity_at(head)
        if quantity is not None and quantity.span.overlaps(span):
            span = Span(min(span.start, quantity.span.start), span.end)
        span = self._with_number(span)
        mention = self._fillers.actor_at(head)
        # Of a name that the ontology does not know, only a part may have been taken for the phrase.
        whole = mention is not None and mention.span.start <= span.start and span.end <= mention.span.end
        if mention is not None and (mention.actor is not None or whole) and mention.kind != "demonym":
            span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
        span = self._with_modifier(span)
        name = span.of(self._parse.text)
        actor = self._fillers.actor_of(head)
        if actor is None and mention is not None and mention.kind == "demonym" and head.head is without[0]:
            # "Russian air strikes": the state's, where the noun stands for its arms
            arms = self._ontology.kinds.nouns.get("state-arms", frozenset())
            actor = mention.actor if without[0].lemma.lower() in arms else None
        return Filled(
            role=role,
            name=name,
            actor=actor,
            span=span,
            head=head,
            lemma=self._fillers.key(head),
            kinds=self._fillers.kinds(head),
            category=self._ontology.materiel_category(name),
        )


def innermost_is_within(outer: Statement | None, inner: Statement) -> bool:
    """True if ``inner`` is carried by ``outer``."""
    return outer is not None and inner.within == outer.id

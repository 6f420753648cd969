"""Who and what fills the roles of a frame: the phrases, the actors they name, and what pronouns stand for."""

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Span
from reportedly.ontology import Ontology
from reportedly.read.events.antecedents import is_personal, is_resolvable, subjects_before
from reportedly.read.events.circumstances import Circumstances
from reportedly.read.events.doers import is_nobody
from reportedly.read.events.draft import Filled
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.lexicon import lexicon
from reportedly.read.events.phrases import TIMES, phrase_span
from reportedly.read.events.slots import surface_subject
from reportedly.read.events.triggers import Candidate

_PARTIES_OF = frozenset({"force", "state", "coalition", "armed"})
_PERSON = frozenset({"person"})
_ACTING = frozenset({"force", "state", "coalition", "armed", "person", "people", "pronoun"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_AT = frozenset({"in", "at", "near", "over", "outside", "inside", "around", "along", "across"})
_GOVERNING = frozenset({"obl", "nmod", "compound"})
_WHERE = frozenset({"origin", "destination", "location"})
_SITES = frozenset({"place", "site", "building"})
_HIT = frozenset({"building", "vehicle", "person", "people", "force", "post"})
_STRUCK = frozenset({"building", "site", "post", "vehicle", "motor-vehicle"})
_MERELY_WHERE = frozenset({"place", "site"})
_NOTHING = frozenset({"any", "number", "idea", "unknown"})
_SPANS_OF_TIME = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "time"})
_DOER = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")
_NONE: frozenset[str] = frozenset()


class RoleReader:
    """Fills the roles of candidates in one document."""

    def __init__(self, parse: Parse, ontology: Ontology, fillers: Fillers, circumstances: Circumstances) -> None:
        self._parse = parse
        self._ontology = ontology
        self._fillers = fillers
        self._circumstances = circumstances
        self._nouns = lexicon(ontology).nouns
        nouns = ontology.kinds.nouns
        self._harmed = nouns.get("killed-words", _NONE) | nouns.get("wounded-words", _NONE)
        self._sides = {noun: side for side in ("regulars", "irregulars") for noun in nouns.get(side, _NONE)}

    def of(self, candidate: Candidate) -> list[Filled]:
        """The filled roles of ``candidate``, in text order."""
        pending = self._pending(candidate)
        found: list[Filled] = []
        heads_of = [head for _, head in pending]
        for role, head in pending:
            if role == "agent" or is_personal(head):
                head = self._acting(head, candidate.token)
            elif (meant := self._fillers.antecedent(head)) is not None:
                head = meant
            bodies = self._fillers.members_of(head)
            if bodies:
                found.extend(self._body(role, head, mention) for mention in bodies)
            else:
                others = (other for other in heads_of if other is not head)
                without = [candidate.token, *candidate.words, *others]
                found.append(self.filled(role, head, without))
        found.sort(key=lambda filled: (filled.span, filled.role))
        return found

    def _pending(self, candidate: Candidate) -> list[tuple[str, Token]]:
        pending: list[tuple[str, str, Token]] = []
        seen: set[int] = {candidate.token.i, *(word.i for word in candidate.words)}
        described = bool(candidate.slots.get("of"))
        for slot, role in candidate.frame.roles.items():
            if slot == "poss" and role == "target" and described:
                role = "agent"  # "their killing of two men" against "his killing"
            heads = candidate.fillers.get(slot) or candidate.slots.get(slot, [])
            for head in heads:
                if head.i in seen or not self._fits(slot, role, head):
                    continue
                if role == "agent" and self._is_scene(head, candidate.token):
                    continue
                if role == "agent" and "materiel" in candidate.frame.need.get("obj", ()) and self._is_goods(head):
                    continue  # goods take nothing: a participle that was read as a finite verb
                seen.add(head.i)
                if slot == "mod" and role == "agent":
                    role = self._as_modifier(head)
                pending.append((slot, role, head))
        aimed_at = any(role == "target" and slot not in _AT and slot != "hit" for slot, role, _ in pending)
        targeted = any(role == "target" and slot not in _AT for slot, role, _ in pending)
        kept: list[tuple[str, Token]] = []
        for slot, role, head in pending:
            if role == "target" and slot == "hit" and aimed_at:
                continue  # "six people were hurt in a raid on the mill": they are its victims
            if role == "target" and slot in _AT and targeted and self._fillers.place_at(head) is not None:
                continue  # "hit a mill in Tal Rasha": the town is where it was, no second target
            kept.append((role, head))
        return kept

    def _as_modifier(self, head: Token) -> str:
        """The role of a noun before an attack: "a dynamite attack", "a hospital strike", "rebel raids"."""
        if self._is_goods(head):
            return "instrument"
        return "target" if self._is_struck(head) else "agent"

    def _is_struck(self, head: Token) -> bool:
        kinds = self._fillers.kinds(head)
        return head.pos == "NOUN" and bool(kinds & _STRUCK) and not kinds & _ACTING

    def _acting(self, head: Token, trigger: Token) -> Token:
        """Who acts: a pronoun's antecedent where it is safe; a party between the verb and a noun that can't
        act."""
        if is_resolvable(head):
            kinds = _PERSON if is_personal(head) else _PARTIES_OF
            parties = [token for token in subjects_before(self._parse, head) if self._fillers.kinds(token) & kinds]
            # "no group said that it had done so": a pronoun bound by "no" stands for nobody
            return parties[0] if len(parties) == 1 and not is_nobody(parties[0]) else head
        kinds = self._fillers.kinds(head)
        if head.relation == "obj" and self._is_goods(head) and head.head is trigger.head and trigger.tag == "VB":
            subjects = surface_subject(head.head)  # "used rifles to attack"
            return subjects[0] if len(subjects) == 1 else head
        if head.i < trigger.i and not kinds & _ACTING and not head.name and head.pos == "NOUN":
            for position in range(trigger.i - 1, head.i, -1):
                other = self._parse.tokens[position]
                free = other.pos in ("NOUN", "PROPN") and not any(child.dep == "case" for child in other.children)
                if free and self._fillers.kinds(other) & _PARTIES_OF and other.relation not in _GOVERNING:
                    return other
        return head

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
            owners=frozenset({mention.actor} if mention.actor is not None else ()),
        )

    def _fits(self, slot: str, role: str, head: Token) -> bool:
        if head.lower in _RELATIVE or (head.pos == "PRON" and head.lower == "there"):
            return False
        if head.lower == "it" and slot == "obj" and self._fillers.antecedent(head) is None:
            return False
        if head.pos not in _NOMINAL or self._is_time(head) or head.lower in TIMES:
            return False
        if slot not in ("subj", "obj") and head.lemma.lower() in _SPANS_OF_TIME:
            return False  # "for a second day"
        kinds = self._fillers.kinds(head)
        if role == "target" and slot in _AT and not self._may_be_hit(head, kinds):
            return False
        if slot == "obj" and role in _WHERE and not (kinds & _SITES or head.name == "LOC"):
            return False  # "returned the prisoners"
        if role == "occasion":
            return head.lower in self._nouns
        if slot == "hit" and (head.pos == "NUM" or head.lower in self._harmed):
            return False  # "the strike killed 14, wounds 60": they are counted
        if role == "destination" and slot in ("in", "on") and "force" in kinds and "place" not in kinds:
            return False  # "moved in small groups", "on foot or in columns"
        if slot == "mod":
            mention = self._fillers.actor_at(head)
            known = mention is not None and mention.actor is not None and "person" not in kinds
            named = known or (head.pos != "ADJ" and bool(kinds & _PARTIES_OF))
            if head.head.relation == "compound" and self._is_struck(head.head):
                return False  # the police of "police station attack"
            return named or (role == "agent" and head.pos != "ADJ" and (self._is_goods(head) or self._is_struck(head)))
        if slot == "poss" or (slot == "with" and role == "partner"):
            return bool(kinds & _ACTING)
        return True

    def _may_be_hit(self, head: Token, kinds: frozenset[str]) -> bool:
        """False for what only says where or when: "exploded in the capital", "at 0300"."""
        return not (kinds & _MERELY_WHERE and not kinds & _HIT) and head.pos != "NUM"

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
            if not (other.pos == "PROPN" or other.text in ("-", "‑")) or self._is_time(other):
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

    def _is_scene(self, head: Token, trigger: Token) -> bool:
        """True for what does not act: a place, unless its government is meant, or a thing of no known kind that
        another clause is about."""
        kinds = self._fillers.kinds(head)
        if kinds & _ACTING:
            return False
        if "place" not in kinds:
            direct = head.head is trigger or head.head is trigger.head or head.dep == "conj"
            return head.tag == "NN" and kinds <= _NOTHING and not direct and not head.lower.endswith(_DOER)
        if head.pos == "NOUN" or (trigger.dep == "acl:relcl" and trigger.head is head):
            return True
        return head.relation == "nsubj" and head.head is not trigger and trigger.dep in ("advcl", "acl")

    def _is_time(self, head: Token) -> bool:
        return self._circumstances.is_time(head)

    def filled(self, role: str, head: Token, without: list[Token]) -> Filled:
        """``head`` in ``role``, with the extent of its phrase but for what belongs to the tokens ``without``."""
        span = self._without_time(phrase_span(head, without), head)
        quantity = self._fillers.quantity_at(head)
        if quantity is not None and quantity.span.overlaps(span):
            span = Span(min(span.start, quantity.span.start), span.end)
        span = self._with_number(span)
        mention = self._fillers.actor_at(head)
        # Of a name that the ontology does not know, only a part may have been taken for the phrase.
        whole = mention is not None and mention.kind != "group" and mention.span.start <= span.start
        whole = whole and mention is not None and span.end <= mention.span.end
        if mention is not None and (mention.actor is not None or whole) and mention.kind != "demonym":
            span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
        span = self._with_modifier(span)
        name = span.of(self._parse.text)
        actor = self._fillers.actor_of(head)
        if actor is None and mention is not None and mention.kind == "demonym" and without and head.head is without[0]:
            # "Russian air strikes": the state's, where the noun stands for its arms
            arms = self._ontology.kinds.nouns.get("state-arms", _NONE)
            actor = mention.actor if without[0].lemma.lower() in arms else None
        named = self._fillers.actors_in(span)
        return Filled(
            role=role,
            name=name,
            actor=actor,
            span=span,
            head=head,
            lemma=self._fillers.key(head),
            kinds=self._fillers.kinds(head),
            category=self._ontology.materiel_category(name),
            owners=named | {actor} if actor is not None else named,
            side=self._sides.get(head.lemma.lower(), ""),
        )

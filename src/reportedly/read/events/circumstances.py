"""Where, when and how many: the places, the time and the quantities of an event's clause."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from reportedly.language import Parse, Token
from reportedly.model import Mentions, Place, Quantity, Span, Statement, Time
from reportedly.read.events.taken_up import places_taken_up
from reportedly.read.times.calendar import days_from
from reportedly.read.times.days import day_of_value

_CLAUSES = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp", "root"})
_TIED = re.compile(r"[-‑–](?:\w*ed|led|run|born)\b")  # "US-backed", "Paris-based": said of somebody
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE_WORDS = frozenset({"who", "which", "that", "whose", "where", "if", "because", "although", "while"})
_STOPS = frozenset({";", ":", "(", ")", "–", "—"})
_LOCATING = frozenset(
    {"in", "near", "at", "outside", "inside", "around", "over", "across", "north", "south", "east", "west", "off"}
)
_DAYS = re.compile(r"P(\d+)([DW])")
_FEW = 14
_T = TypeVar("_T")


class Circumstances:
    """Places, times and quantities of one document, by the token that heads them."""

    def __init__(self, parse: Parse, mentions: Mentions, statements: Sequence[Statement]) -> None:
        self._parse = parse
        said = [statement.said.span for statement in statements if statement.said is not None]
        self._places: dict[int, list[tuple[Token, Place]]] = {}
        self._times: dict[int, list[tuple[Token, Time]]] = {}
        self._quantities: dict[int, list[tuple[Token, Quantity]]] = {}
        sources = [span for statement in statements for span in statement.source_spans]
        for place in mentions.places:
            if not any(place.span.overlaps(span) for span in sources):  # where somebody who speaks comes from
                self._file(self._places, place.span, place)
        named = [(head, place) for rows in self._places.values() for head, place in rows]
        self._taken_up = dict(places_taken_up(parse, sorted(named, key=lambda item: item[0].i)))
        for token, place in self._taken_up.items():
            row = self._places.setdefault(token.sent, [])
            row.append((token, place))
            row.sort(key=lambda item: item[0].i)
        self._spans: dict[int, Time] = {}
        for time in mentions.times:
            if time.kind == "duration":
                self._spans.update({token.i: time for token in parse.tokens_in(time.span)})
            if time.kind in ("date", "time") and not any(time.span.overlaps(span) for span in said):
                self._file(self._times, time.span, time)
        for quantity in mentions.quantities:
            self._file(self._quantities, quantity.span, quantity)
        self._time_tokens = frozenset(token.i for time in mentions.times for token in parse.tokens_in(time.span))

    def is_time(self, token: Token) -> bool:
        """True if ``token`` is part of a time expression."""
        return token.i in self._time_tokens

    def _file(self, table: dict[int, list[tuple[Token, _T]]], span: Span, record: _T) -> None:
        head = head_of(self._parse, span)
        if head is not None:
            table.setdefault(head.sent, []).append((head, record))

    def places(
        self,
        anchors: Sequence[Token],
        heads: Iterable[Token],
        is_place: Callable[[Token], bool],
        others: Collection[int] = (),
        whole: bool = True,
    ) -> tuple[Place, ...]:
        """The places that the clause of ``anchors`` (trigger, carrier) or the fillers ``heads`` name, in text
        order.

        Names that only modify another noun ("Idlib’s governor", "the London-based Observatory") are left out, and so
        is what belongs to ``others``, the positions of nouns that tell events of their own; and, unless ``whole``, what
        the phrase of the subject names: "women of X counted six blasts".
        """
        found: list[Place] = []
        weaker: list[Place] = []
        fillers = {head.i for head in heads}
        for token, place in self._places.get(anchors[0].sent, ()):
            if not (token in self._taken_up or is_place(token)) or _TIED.match(self._parse.text, place.span.end):
                continue
            path = path_to(token, anchors, fillers, others)
            if path is None or _modifies(token, fillers, anchors):
                continue
            if "nsubj" not in path:
                found.append(place)
            elif path[0] != "nsubj":  # in the phrase of the subject; the subject itself acts, it is no place
                weaker.append(place)
        found.extend(self._where(anchors))
        return tuple(found or (weaker if whole else ()))

    def named(self, name: str, span: Span) -> Place:
        """The place that ``name`` calls elsewhere in the document, or else one that cannot be placed."""
        known = (place for row in self._places.values() for _, place in row if place.name == name)
        return next(known, None) or Place(name=name, span=span, rule="held-name")

    def _where(self, anchors: Sequence[Token]) -> list[Place]:
        """The place that a clause with "where" describes."""
        for anchor in anchors:
            clause = anchor
            if clause.relation == "acl" and any(child.lower == "where" for child in clause.children):
                return [place for token, place in self._places.get(clause.sent, ()) if token is clause.head]
        return []

    def time(self, anchors: Sequence[Token], others: Collection[int] = ()) -> Time | None:
        """The time expression of the clause, not of ``others``; the nearest to the trigger where there are several."""
        found: list[tuple[int, int, Time]] = []
        for token, time in self._times.get(anchors[0].sent, ()):
            if any(time.span.overlaps(anchor.span) for anchor in anchors):
                continue  # "the fall of the town" is no season
            path = path_to(token, anchors, frozenset(), others)
            if path is not None:
                found.append((len(path), abs(token.i - anchors[0].i), time))
        return min(found, key=lambda item: item[:2])[2] if found else None

    def counted(self, trigger: Token) -> tuple[bool, Time | None]:
        """Whether the clause of ``trigger`` is dated from another, "two days after rebels had stormed the base", and
        the day that it has then: the date beside it, moved."""
        for mark in trigger.children:
            if mark.lower not in ("after", "before") or mark.relation not in ("mark", "case") or mark.i > trigger.i:
                continue
            span = self._spans.get(mark.i - 1)
            found = _DAYS.fullmatch(span.value or "") if span is not None else None
            if span is None or found is None:
                continue
            if any(token.head is trigger and token.i > mark.i for token, _ in self._times.get(trigger.sent, ())):
                continue  # it has a date of its own
            step = int(found[1]) * (7 if found[2] == "W" else 1) * (-1 if mark.lower == "after" else 1)
            base = self.time([trigger.head, trigger])
            day = day_of_value(base.value) if base is not None else None
            if day is None:
                return True, None
            value = days_from(day, step).isoformat()
            return True, Time(value=value, precision="day", span=span.span, kind="date", rule="counted-from-clause")
        return False, None

    def time_of(self, verb: Token) -> Time | None:
        """The first time expression that heads, or hangs on, ``verb``: "at dawn on Tuesday", "happened on Monday"."""
        named = {verb.i, *(child.i for child in verb.children)}
        return next((time for token, time in self._times.get(verb.sent, ()) if token.i in named), None)

    def time_beside(self, trigger: Token, told: Collection[int] = ()) -> Time | None:
        """The only time expression beside the trigger, and beside none of ``told``, positions of words that may tell
        other events.

        Parsers hang prepositional phrases wrong more than anything else; no verb and no other event lies between.
        """
        found = [time for token, time in self._times.get(trigger.sent, ()) if self._is_alone(trigger, token, told)]
        return found[0] if len(found) == 1 and trigger.start not in found[0].span else None

    def place_beside(
        self, trigger: Token, is_place: Callable[[Token], bool], told: Collection[int] = ()
    ) -> tuple[Place, ...]:
        """The only place beside the trigger that stands behind a preposition of place, as ``time_beside``."""
        found = [
            place
            for token, place in self._places.get(trigger.sent, ())
            if is_place(token) and self._is_alone(trigger, token, told)
        ]
        if len(found) != 1:
            return ()
        (place,) = found
        before = self._parse.token_at(max(place.span.start - 2, 0))
        inside = self._parse.token_at(place.span.start)
        located = any(part is not None and part.lower in _LOCATING for part in (before, inside))
        return (place,) if located and not _TIED.match(self._parse.text, place.span.end) else ()

    def _is_alone(self, trigger: Token, token: Token, told: Collection[int]) -> bool:
        others = (self._parse.tokens[position] for position in told if position != trigger.i)
        return self._is_beside(trigger, token) and not any(
            other.sent == token.sent and self._is_beside(other, token) for other in others
        )

    def _is_beside(self, trigger: Token, token: Token) -> bool:
        low, high = sorted((trigger.i, token.i))
        for other in self._parse.tokens[low + 1 : high]:
            if other.tag in _FINITE or other.lower in _CLAUSE_WORDS or other.text in _STOPS:
                return False
        return True

    def quantities(
        self, anchors: Sequence[Token], heads: Sequence[Token], spans: Sequence[Span] = ()
    ) -> tuple[Quantity, ...]:
        """The quantities within the fillers ``heads`` or their ``spans``, and in a list behind a colon after them."""
        fillers = {head.i for head in heads}
        found = [
            quantity
            for token, quantity in self._quantities.get(anchors[0].sent, ())
            if (
                token.i in fillers
                or path_to(token, (), fillers) is not None
                or any(quantity.span in span for span in spans)
            )
            and not self._is_whole(quantity.span)
        ]
        listed = self._list_after(anchors[0], heads)
        return tuple(sorted({item.span: item for item in (*found, *listed)}.values(), key=lambda item: item.span))

    def _is_whole(self, span: Span) -> bool:
        """True for the 83 of "43 of 83 missiles", "43 of the 83 missiles": what the part is taken from."""
        first = self._parse.token_at(span.start)
        if first is None:
            return False
        before = self._parse.tokens[max(first.i - 3, 0) : first.i]
        if before and before[-1].pos == "DET":
            before.pop()
        return len(before) > 1 and before[-1].lower == "of" and before[-2].pos == "NUM"

    def _list_after(self, trigger: Token, heads: Sequence[Token]) -> list[Quantity]:
        """An inventory: quantities after a colon that follows the trigger, to the end of the block or the
        next verb."""
        parse = self._parse
        if not heads:
            return []
        position = trigger.i + 1
        block = parse.sentences[trigger.sent].block
        while position < len(parse.tokens) and parse.tokens[position].sent == trigger.sent:
            token = parse.tokens[position]
            if token.text == ":":
                break
            if token.pos == "VERB":
                return []
            position += 1
        else:
            return []
        if parse.tokens[position].text != ":":
            return []
        found: list[Quantity] = []
        for sentence in parse.sentences[trigger.sent :]:
            if sentence.block != block:
                break
            tokens = [token for token in parse.tokens_of(sentence) if token.i > position]
            if any(token.tag in ("VBD", "VBZ", "VBP") for token in tokens):
                break
            found.extend(item for token, item in self._quantities.get(sentence.i, ()) if token.i > position)
        return found


def head_of(parse: Parse, span: Span) -> Token | None:
    """The token of ``span`` whose head lies outside it."""
    tokens = parse.tokens_in(span)
    inside = {token.i for token in tokens}
    for token in tokens:
        if (token.head is token or token.head.i not in inside) and token.dep not in (
            "case",
            "punct",
            "det",
            "cc",
        ):
            return token
    return tokens[-1] if tokens else None


def path_to(
    token: Token, anchors: Sequence[Token], heads: "set[int] | frozenset[int]", others: Collection[int] = ()
) -> tuple[str, ...] | None:
    """The relations from ``token`` up to one of ``anchors`` or ``heads``; ``None`` if a clause, or a noun at one of
    the positions ``others``, lies between."""
    targets = {anchor.i for anchor in anchors}
    path: list[str] = []
    node = token
    for _ in range(_FEW):
        if node.i in targets or node.i in heads:
            return tuple(path)
        relation = node.relation
        if node.i in others and node is not token:
            return None
        if node.head is node or relation in _CLAUSES or (relation == "conj" and node.pos == "VERB"):
            return None
        if node.pos == "VERB" and relation not in ("case", "amod", "compound"):
            return None
        path.append(relation)
        node = node.head
    return None


def _modifies(token: Token, fillers: set[int], anchors: Sequence[Token]) -> bool:
    """True if the name only modifies a noun that is no place word around it."""
    if token.i in fillers:
        return False
    node = token
    while node.relation in ("conj", "flat", "appos") and node.head is not node:
        node = node.head
    if node.i in fillers:
        return False
    if node.relation in ("compound", "amod") or node.dep == "nmod:poss":
        while node.head.relation == "compound" and node.head.head.i in fillers:
            node = node.head  # "Tal Rasha" in "the Tal Rasha apartment block"
        head = node.head
        return head.i not in fillers and head.name != "LOC" and all(head is not anchor for anchor in anchors)
    return False

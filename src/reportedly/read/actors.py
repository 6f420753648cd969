"""Actors in a document: known ones by their names, names the model found, and groups told by a common
noun."""

from collections.abc import Iterator
from typing import Literal

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Document, Span
from reportedly.ontology import Entry, Ontology, Word, words_of

Kind = Literal["person", "organisation", "group", "place", "demonym"]

_ARTICLES = {"al", "el", "the", "as", "an", "ar", "ash", "ad"}
_KIND: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "NORP": "demonym"}


def find_actors(document: Document, parse: Parse, ontology: Ontology) -> tuple[ActorMention, ...]:
    """The actors mentioned in the readable blocks, in text order; a name within a group's phrase stands
    beside it.

    Names of the ontology match in any transliteration of their words (``ontology.names``), the longest first;
    its short forms ("the Observatory", "the Post") only where the document gave a longer one before or after.
    Acronyms that the document puts in brackets or after ", or" behind a name stand for that name.
    """
    known = list(_known(document, parse, ontology))
    named = [
        ActorMention(name=_of(parse, span), actor=actor, span=span, kind=kind, rule=rule)
        for span, actor, kind, rule in known
    ]
    taken = sorted(mention.span for mention in named)
    acronyms = _acronyms(parse, named)
    for name in parse.names:
        kind = _KIND.get(name.label)
        if kind is None or any(span.overlaps(name.span) for span in taken):
            continue
        text = name.span.of(parse.text)
        named.append(ActorMention(name=text, actor=acronyms.get(text), span=name.span, kind=kind, rule=f"name-{kind}"))
        taken.append(name.span)
    named.extend(_groups(parse, ontology, taken))
    return tuple(sorted(named, key=lambda mention: (mention.span, mention.kind)))


def _known(document: Document, parse: Parse, ontology: Ontology) -> Iterator[tuple[Span, str, Kind, str]]:
    """``(span, actor, kind, rule)`` of the ontology's names. Short forms are settled when all long ones are
    known."""
    matches: list[tuple[Span, tuple[Entry, ...], str]] = []
    for sentence in parse.sentences:
        words = words_of(document.text[sentence.start : sentence.end], sentence.start)
        for first, last, entries in ontology.names.matches(words):
            span = Span(words[first].start, words[last - 1].end)
            matches.append((span, entries, _word_before(parse, words, first)))
    given = {entry.owner for _, entries, _ in matches for entry in entries if entry.use == "name" and len(entries) == 1}
    for span, entries, before in matches:
        for entry in sorted(entries, key=lambda item: (item.use != "name", item.owner not in given)):
            if entry.article and before != "the":
                continue
            if entry.use == "short" and entry.owner not in given:
                continue
            kind: Kind = "demonym" if entry.use == "demonym" else "organisation"
            token = parse.token_at(span.start)
            if kind == "organisation" and _is_state(ontology, entry.owner) and token is not None:
                kind = "place"
            if token is not None and (_inside_other_name(parse, span, kind) or _mere_word(parse, token, span)):
                break
            rule = {"name": "known-name", "short": "known-short-form", "demonym": "demonym"}[entry.use]
            yield span, entry.owner, kind, rule
            break


def _is_state(ontology: Ontology, owner: str) -> bool:
    actor = ontology.actors.get(owner)
    return actor is not None and actor.type == "state"


def _mere_word(parse: Parse, token: Token, span: Span) -> bool:
    """True for an acronym that is a word of the language, in a sentence that is all capitals: "LET US GO"."""
    if span.end != token.end or not token.text.isupper() or token.pos in ("PROPN", "NOUN", "X"):
        return False
    return parse.sentence_of(token).span.of(parse.text).isupper()


def _inside_other_name(parse: Parse, span: Span, kind: str) -> bool:
    """True if the words are only a part of a longer name.

    Of a person ("Paris Hilton", "Francesca Le Monde"), or a single word of a body that is not in the ontology
    ("Northern Monitor Network" is not Al-Monitor).
    """
    tokens = parse.tokens_in(span)
    if len([token for token in tokens if token.pos == "PROPN" and token.lower not in _ARTICLES]) == 1:
        above = tokens[-1].head
        part = tokens[-1].relation in ("compound", "flat") and 0 < above.i - tokens[-1].i <= 3
        if part and above.pos == "PROPN" and above.name != "PER" and above.text[:1].isupper():
            return True
        for name in parse.names:
            if name.label == "ORG" and name.first <= tokens[0].i and tokens[-1].i < name.last:
                own = {token.i for token in tokens}
                others = (token for token in parse.tokens[name.first : name.last] if token.i not in own)
                if any(token.text[0].isupper() and token.lower not in _ARTICLES for token in others):
                    return True
    if not tokens or any(token.name != "PER" for token in tokens):
        return False
    before = parse.tokens[tokens[0].i - 1] if tokens[0].i else None
    after = parse.tokens[tokens[-1].i + 1] if tokens[-1].i + 1 < len(parse.tokens) else None
    return any(token is not None and token.name == "PER" and token.sent == tokens[0].sent for token in (before, after))


def _word_before(parse: Parse, words: list[Word], first: int) -> str:
    return words[first - 1].key if first else ""


def _of(parse: Parse, span: Span) -> str:
    return span.of(parse.text)


def _acronyms(parse: Parse, named: list[ActorMention]) -> dict[str, str | None]:
    """Acronyms that the document introduces itself: "Eastern Shield Command (ESC)", "the Eastern Shield
    Command, or ESC"."""
    found: dict[str, str | None] = {}
    names = [(name.span, None) for name in parse.names] + [(mention.span, mention.actor) for mention in named]
    for span, actor in sorted(names, key=lambda item: item[0]):
        following = parse.tokens_in(Span(span.end, span.end + 12))[:4]
        texts = [token.text for token in following]
        acronym = ""
        if texts[:1] == ["("] and len(texts) > 1:
            acronym = texts[1]
        elif texts[:2] == [",", "or"] and len(texts) > 2:
            acronym = texts[2]
        if acronym.isupper() and 2 <= len(acronym) <= 8:
            initials = "".join(word.text[0] for word in words_of(span.of(parse.text)) if word.text[:1].isupper())
            if initials.upper().startswith(acronym[:2]) or acronym in initials:
                found[acronym] = found.get(acronym) or actor
    return found


def _groups(parse: Parse, ontology: Ontology, taken: list[Span]) -> Iterator[ActorMention]:
    """Groups told by a common noun: "moderate rebel groups", "residents"; the phrase without article and
    clauses."""
    nouns = ontology.kinds.nouns.get("groups", frozenset())
    for token in parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.lemma.lower() not in nouns:
            continue
        if token.relation == "compound" and token.head.i > token.i:
            continue
        span = _group_span(parse, token)
        if any(token.start in other for other in taken):
            continue
        yield ActorMention(name=span.of(parse.text), actor=None, span=span, kind="group", rule="group-noun")


def _group_span(parse: Parse, head: Token) -> Span:
    first = head.i
    while first > 0:
        before = parse.tokens[first - 1]
        modifies = before.relation in ("amod", "compound", "nummod", "nmod", "flat", "advmod") or before.text == "-"
        if before.sent != head.sent or not modifies or head.i - first > 8:
            break
        if before.pos in ("VERB", "AUX", "ADP") or (before.pos == "ADV" and before.head.i < first):
            break
        first -= 1
    while first < head.i and parse.tokens[first].text == "-":
        first += 1
    return Span(parse.tokens[first].start, head.end)

"""The materiel that a document mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Document, MaterielMention, Span
from reportedly.ontology import Materiel, Sighting, words_at
from reportedly.ontology.designations import key_of
from reportedly.read.materiel.ships import find_ships

_JOINED = re.compile(r"[\s\-‑\"'“”‘’]{1,4}")
_NOUNS = frozenset({"NOUN", "PROPN"})
_DESIGNATIONS = frozenset({"NOUN", "PROPN", "NUM", "X", "SYM", "ADJ"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "flat", "advmod"})
_WORDS = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB", "X"})
_HYPHENS = frozenset({"-", "‑"})
_QUANTIFIERS = frozenset({
    "several", "many", "few", "more", "most", "other", "another", "such", "only", "first", "second", "third", "last",
    "next", "various", "numerous", "same", "own", "additional", "further",
})  # fmt: skip
_FARTHEST = 8
_LONG = 4  # letters; shorter words are small in headlines too
_SMALL = frozenset({"of", "for", "the", "on", "and", "against", "in"})


def find_materiel(
    document: Document, parse: Parse, materiel: Materiel, actors: Iterable[ActorMention]
) -> tuple[MaterielMention, ...]:
    """The mentions of weapons, ammunition, vehicles, aircraft, ships and other materiel, in text order.

    A mention is a name of the ontology with the modifiers that the parser hangs on it ("US-made anti-tank missiles"),
    without article and number; names that follow each other are one ("BGM-71 TOW missiles"), and it need not be the
    head of its phrase (the "car bomb" of "a car bomb blast"). ``category`` is what ``Materiel.category`` says of it.
    Words inside the longer name of an actor are none ("Organisation for the Prohibition of Chemical Weapons").
    """
    found = list(find_ships(document, parse, materiel))
    taken = [one.span for one in found]
    named = _actors(parse, actors)
    runs = list(_sighted(document, parse, materiel))
    given = {
        key_of(word) for run, span in runs if len(run) > 1 and _stands(run) for word, _ in words_at(span.of(parse.text))
    }
    for run, span in runs:
        if any(span.overlaps(other) for other in taken):
            continue
        tokens = parse.tokens_in(span)
        if tokens and _is_materiel(run, tokens, given) and not _is_actor(parse, span, tokens, run, named):
            found.append(_mention(parse, materiel, run, tokens, span))
    return tuple(_whole(parse, sorted(found, key=lambda one: (one.span.start, -one.span.end))))


def _whole(parse: Parse, found: Iterable[MaterielMention]) -> Iterator[MaterielMention]:
    """The mentions with none inside another, a vessel's kind and its name as one ("the frigate HMS Anvil")."""
    last: MaterielMention | None = None
    for one in found:
        if last is not None and one.span.start < last.span.end:
            continue
        if last is not None and one.rule == "ship" and _introduces(parse, last, one):
            span = Span(last.span.start, one.span.end)
            last = MaterielMention(name=f"{last.name} {one.name}", category=last.category, span=span, rule="ship")
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _introduces(parse: Parse, kind: MaterielMention, ship: MaterielMention) -> bool:
    head = parse.token_at(kind.span.end - 1)
    near = parse.text[kind.span.end : ship.span.start].isspace()
    return near and kind.rule == "materiel-noun" and head is not None and head.tag == "NN"


def _end(word: tuple[str, int]) -> int:
    return word[1] + len(word[0])


def _sighted(document: Document, parse: Parse, materiel: Materiel) -> Iterator[tuple[tuple[Sighting, ...], Span]]:
    """The names of materiel in each sentence, those that follow each other together, and the words they span."""
    for sentence in parse.sentences:
        words = words_at(document.text, sentence.start, sentence.end)
        sightings = list(materiel.sightings([word for word, _ in words]))
        for run in _runs(sightings, words, document.text):
            yield run, Span(words[run[0].first][1], _end(words[run[-1].last - 1]))


def _runs(sightings: Sequence[Sighting], words: Sequence[tuple[str, int]], text: str) -> Iterator[tuple[Sighting, ...]]:
    """The names that follow each other with nothing but a space, a hyphen or a quotation mark between."""
    run: list[Sighting] = []
    for one in sightings:
        if run and not (
            run[-1].last == one.first and _JOINED.fullmatch(text, _end(words[one.first - 1]), words[one.first][1])
        ):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _stands(run: Sequence[Sighting]) -> bool:
    """True where a name of the run can stand alone, or two lean on each other ("air force Typhoons")."""
    uses = {one.use for one in run}
    return uses == {"beside", "loose"} or not uses <= {"beside", "loose"}


def _is_materiel(run: Sequence[Sighting], tokens: Sequence[Token], given: Set[str]) -> bool:
    """False where no name of the run can stand alone, or its last word is no noun ("to rocket", "mine").

    ``given`` are the keys of words that the document has used beside another name: after "Typhoon jets", "Typhoons"
    may stand alone.
    """
    last = tokens[-1]
    if not _stands(run):
        again = len(tokens) == 1 and run[0].use == "beside" and not last.text.isupper() and key_of(last.text) in given
        return again and _is_proper(last) and last.name not in ("PER", "LOC")
    return last.pos in (_DESIGNATIONS if run[-1].use == "model" else _NOUNS)


def _actors(parse: Parse, actors: Iterable[ActorMention]) -> dict[int, ActorMention]:
    """The mention of an actor that each token belongs to, bodies and persons alone."""
    return {
        token.i: one for one in actors if one.kind in ("organisation", "person") for token in parse.tokens_in(one.span)
    }


def _is_actor(
    parse: Parse, span: Span, tokens: Sequence[Token], run: Sequence[Sighting], named: dict[int, ActorMention]
) -> bool:
    """True where the words are a person's or a place's name, a known actor's, or a part of a longer name."""
    last = tokens[-1]
    actor = named.get(last.i)
    if actor is not None and (actor.actor is not None or actor.span.end > span.end):
        return True
    if actor is not None and actor.kind == "organisation" and actor.span.start < span.start:
        return last.pos == "PROPN" and last.text[:1].isupper() and all(one.use != "model" for one in run)
    if last.pos != "PROPN" or any(one.use == "model" and _has_figure(tokens) for one in run):
        return False
    if all(one.use == "model" for one in run):
        return len(run) == 1 and all(token.name in ("PER", "LOC") for token in tokens)
    return last.text.istitle() and (last.name != "" or _is_titled(parse, tokens)) and not _is_headline(parse, last)


def _has_figure(tokens: Sequence[Token]) -> bool:
    return any(char.isdigit() for token in tokens for char in token.text)


def _is_titled(parse: Parse, tokens: Sequence[Token]) -> bool:
    """True beside another word with a capital, small words between: "Agency for Chemical Weapons", "Tank Brigade"."""
    sentence = parse.sentence_of(tokens[0])
    after = tokens[-1].i + 1
    if after < sentence.last and _is_proper(parse.tokens[after]):
        return True
    before = tokens[0].i - 1
    while before > sentence.first and parse.tokens[before].lower in _SMALL:
        before -= 1
    return before >= sentence.first and _is_proper(parse.tokens[before]) and before < tokens[0].i - 1


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def _is_headline(parse: Parse, token: Token) -> bool:
    """True where most long words of the sentence have a capital: there it says nothing."""
    long = [one for one in parse.tokens_of(parse.sentence_of(token)) if len(one.text) >= _LONG and one.text.isalpha()]
    return sum(one.text[0].isupper() for one in long) * 3 > len(long) * 2


def _mention(
    parse: Parse, materiel: Materiel, run: Sequence[Sighting], tokens: Sequence[Token], span: Span
) -> MaterielMention:
    start = min(_modified(parse, tokens), span.start)
    whole = Span(start, span.end)
    name = " ".join(whole.of(parse.text).split())
    named = any(one.use == "model" for one in run)
    return MaterielMention(
        name=name,
        category=materiel.category(name) or run[-1].category,
        span=whole,
        rule="materiel-model" if named else "materiel-noun",
    )


def _modified(parse: Parse, tokens: Sequence[Token]) -> int:
    """Where the modifiers begin that stand before ``tokens`` and hang on them or on each other.

    A word joined by a hyphen is taken with its fellow ("US-made", "7.62-mm"); a number joined to the name is not
    ("a 20-truck convoy").
    """
    inside = {token.i for token in tokens}
    first = start = tokens[0].i
    while first > 0 and start - first < _FARTHEST:
        before, after = parse.tokens[first - 1], parse.tokens[first]
        joined = after.text in _HYPHENS and before.end == after.start
        if before.sent != after.sent or not (
            before.text in _HYPHENS
            or _modifies(before, inside)
            or (joined and (before.pos != "NUM" or first + 1 < tokens[0].i))
        ):
            break
        first -= 1
        inside.add(before.i)
        if before.text not in _HYPHENS:
            start = first
    while parse.tokens[start].lower in _QUANTIFIERS:
        start += 1
    return parse.tokens[start].start


def _modifies(token: Token, inside: set[int]) -> bool:
    head = token.head
    if token.dep == "flat" and head.i < token.i and head.dep in _MODIFIERS:  # the second word of a name before the noun
        head = head.head
    return head.i in inside and token.dep in _MODIFIERS and token.pos in _WORDS

"""Which stretches of the text are toponyms."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from reportedly.gazetteer import Gazetteer, Toponym, demonyms, homes
from reportedly.language import Name, Parse
from reportedly.model import READABLE, Document, Span
from reportedly.read.places.lexicon import (
    AFTER,
    BEFORE,
    CALENDAR,
    CAPITALS,
    DATELINE,
    FEATURE_BEFORE,
    LEVELS,
    LIST,
    LOCATIVE,
    NEVER,
    OF_A_PLACE,
    ORGANISED,
    QUARTERS,
    TALKS,
    TITLES,
    Level,
)

_MADE = re.compile(r"[-‑–](?:made|built|supplied|designed|manufactured) $")
"""What follows "German-made" is a make or a model: "German-made Milan missiles"."""
_EDGES = re.compile(r"^(?:the |The )|(?:['’]s?)$")
_ABBREVIATED = ("US", "UK", "UAE", "U.S.", "U.K.", "USA", "U.S.A.", "DRC")
WELL_KNOWN = 1_000_000  # inhabitants of what a tagger is overruled for
LARGE = 300_000  # inhabitants: what is larger is not taken for the surname of somebody in the text


class Candidate(NamedTuple):
    """A toponym of the text.

    ``name`` is the bare name, ``level`` what the words beside it say ("province"), ``whole`` the name with
    these words. ``sure`` is false where the grammar alone speaks for it: it is kept only where the
    gazetteer agrees.
    """

    span: Span
    name: str
    level: Level
    rule: str
    sure: bool
    whole: str = ""


class Words(NamedTuple):
    """Capitalised words in a row, the label of the name they belong to, whether they are all of it."""

    start: int
    end: int
    text: str
    label: str
    whole: bool


def find_candidates(document: Document, parse: Parse, gazetteer: Gazetteer) -> list[Candidate]:
    """Toponyms in text order, without overlaps.

    From the names that the model calls places; from other capitalised words where the grammar puts a place
    and the gazetteer has one of that very name ("in X", "the town of X", "X police"); from lists with a place in
    them; and from further mentions of what is a place elsewhere in the document.
    """
    text = document.text
    surnames = _surnames(parse)
    taken: list[Candidate] = []
    for name in parse.names:
        if name.label == "LOC" and not _beside_a_body(text, parse, name):
            taken.extend(
                _known_part(text, candidate, gazetteer)
                for candidate in _cleaned(text, name.start, name.end, "place-name", sure=True)
                if not _is_person(text, parse, candidate, surnames, gazetteer)
                and not _plural(text, candidate, gazetteer)
            )
    taken = _without_overlaps(taken)
    words = _words(document, parse)
    taken = _without_overlaps([*taken, *_located(text, parse, gazetteer, words, taken)])
    taken = _without_overlaps([*taken, *_mistaken(text, parse, gazetteer, words, taken)])
    taken = _without_overlaps([*taken, *_listed(text, parse, words, taken, surnames)])
    return _without_overlaps([*taken, *_repeated(text, words, taken, surnames)])


def _surnames(parse: Parse) -> frozenset[str]:
    """The last names of the people whom the text names in full."""
    people = (name for name in parse.names if name.label == "PER" and name.last > name.first + 1)
    last = (parse.tokens[name.last - 1].text for name in people)
    return frozenset(name for name in last if name[:1].isupper())


def _is_person(text: str, parse: Parse, candidate: Candidate, surnames: frozenset[str], gazetteer: Gazetteer) -> bool:
    """True for a name with a title, the last name of somebody in the text, and what talks, where the gazetteer knows
    no large place of the name and the words before it put none there ("in Jackson")."""
    before = text[max(0, candidate.span.start - 40) : candidate.span.start]
    if candidate.level:
        return False
    if TITLES.search(before):
        return True
    if any(
        place.match == "exact" and (place.population >= LARGE or place.code == "PPLC")
        for place in gazetteer.lookup(candidate.name)[:1]
    ):
        return False
    if candidate.name in surnames and not LOCATIVE.search(before):
        return True
    tokens = parse.tokens_in(candidate.span)
    head = next((token for token in tokens if token.head not in tokens), None)
    return head is not None and head.dep == "nsubj" and head.head.lemma in TALKS


def _known_part(text: str, candidate: Candidate, gazetteer: Gazetteer) -> Candidate:
    """A name that the gazetteer has not, as the part of a place that it has: "Northeast Texas"."""
    if candidate.level or any(place.match == "exact" for place in gazetteer.lookup(candidate.name)[:1]):
        return candidate
    quarter = QUARTERS.match(candidate.name)
    if quarter is None:
        return candidate
    rest = candidate.name[quarter.end() :]
    if not any(place.match == "exact" for place in gazetteer.lookup(rest)[:1]):
        return candidate
    return candidate._replace(name=rest, rule="part-of-place", whole=rest)


def _plural(text: str, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """True for "the Valley Hawks": a plural that the gazetteer does not know is a band of people."""
    name = candidate.name
    return (
        candidate.level == ""
        and name.endswith("s")
        and not name.endswith(("ss", "us", "is", "'s", "’s"))
        and text[max(0, candidate.span.start - 4) : candidate.span.start].lower() == "the "
        and not any(place.match == "exact" for place in gazetteer.lookup(name)[:1])
    )


def _beside_a_body(text: str, parse: Parse, name: Name) -> bool:
    """True for "the Tigris Battalions and Hazm": what is coordinated with a body is one, whatever a tagger
    says."""
    before = text[max(0, name.start - 60) : name.start]
    left = next((other for other in parse.names if other.end == name.start - 5), None)
    return before.endswith(" and ") and left is not None and left.label == "ORG"


def _without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """In text order; of two that overlap the one found first is kept where they start together, else the earlier."""
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda found: found.span.start):
        if not out or candidate.span.start >= out[-1].span.end:
            out.append(candidate)
    return out


def _cleaned(text: str, start: int, end: int, rule: str, *, sure: bool) -> list[Candidate]:
    """The candidate of ``[start, end)`` with the words beside it, or none where it is the name of a body."""
    while found := _EDGES.search(text[start:end]):
        if found.start() == 0:
            start += found.end()
        else:
            end -= len(found.group())
    surface = text[start:end]
    words = " ".join(surface.split())
    if len(words) < 2 or words.lower() in NEVER or not any(letter.isupper() for letter in words):
        return []
    if "\n" in surface.strip():
        head = surface.split("\n")[0].strip()
        return _cleaned(text, start, start + len(head), rule, sure=sure) if head else []
    if ORGANISED.match(text, end) or _MADE.search(text[max(0, start - 15) : start]) or text[end : end + 1] == "$":
        return []
    level: Level = ""
    name = words
    inner = re.fullmatch(rf"(?P<name>.+?){AFTER.pattern}", words, re.I)
    before = BEFORE.search(text[max(0, start - 40) : start])
    after = AFTER.match(text, end)
    feature = FEATURE_BEFORE.search(text[max(0, start - 10) : start])
    if inner and not inner["name"].startswith("United"):
        level, name = LEVELS[inner["word"].lower()], inner["name"]
    elif after and not (
        after["word"].lower() in ("state", "base", "square", "port", "region")
        and after["word"][0].islower()
        and after["word"].lower() != "region"
    ):
        level = LEVELS[after["word"].lower()]
        end = after.end()
    elif before:
        word = before["word"].lower()
        level = LEVELS.get(word) or LEVELS.get(re.sub(r"ies$", "y", word).removesuffix("s"), "")
    if feature and not level:
        level, start = "feature", start - len(feature.group())
        name = text[start:end]
    whole = " ".join(text[start:end].split())
    return [Candidate(Span(start, end), name, level, rule, sure, whole)]


def _words(document: Document, parse: Parse) -> list[Words]:
    """Capitalised words in the readable blocks, without demonyms and names of times."""
    text, peoples = document.text, (demonyms(), homes())
    labels: dict[int, tuple[str, int, int]] = {}
    for name in parse.names:
        for token in parse.tokens[name.first : name.last]:
            labels[token.start] = name.label, name.start, name.end
    ranges = [(block.start, block.end) for block in document.blocks if block.kind in READABLE] or (
        [] if document.blocks else [(0, len(text))]
    )
    found: list[Words] = []
    for left, right in ranges:
        for match in CAPITALS.finditer(text, left, right):
            word = match.group()
            if word in CALENDAR or any(word in table or word.removesuffix("s") in table for table in peoples):
                continue
            label, first, last = "", -1, -1
            for token in parse.tokens_in(Span(*match.span())):
                if token.start in labels:
                    label, first, last = labels[token.start]
                    break
            if label != "NORP":
                found.append(Words(match.start(), match.end(), word, label, (first, last) == match.span()))
    return found


def _free(words: Iterable[Words], known: Iterable[Candidate]) -> Iterator[Words]:
    """Those of ``words`` (in text order) that no candidate (in text order) overlaps."""
    spans = iter([candidate.span for candidate in known])
    span = next(spans, None)
    for one in words:
        while span is not None and span.end <= one.start:
            span = next(spans, None)
        if span is None or one.end <= span.start:
            yield one


def _located(
    text: str, parse: Parse, gazetteer: Gazetteer, words: list[Words], known: list[Candidate]
) -> Iterator[Candidate]:
    """Capitalised words that the gazetteer knows by that very name, where the grammar puts a place; and names of
    countries."""
    for one in _free(words, known):
        before = text[max(0, one.start - 40) : one.start]
        named, locative = BEFORE.search(before), LOCATIVE.search(before)
        has = OF_A_PLACE.match(text, one.end)
        dateline = one.text.isupper() and len(one.text) > 3 and DATELINE.match(text, one.end)
        if one.label and not (named or dateline or (one.whole and (locative or has))):
            continue
        hits = [place for place in gazetteer.lookup(one.text) if place.match == "exact"]
        if hits and _abbreviated(one.text, hits[0]) and not _after_comma(text, one.start, one.end):
            continue
        if named and (not one.label or one.whole) and not before.endswith("the "):
            yield from _cleaned(text, one.start, one.end, "named-by-kind", sure=True)
            continue
        if not hits:
            continue
        first = hits[0]
        if dateline:
            yield from _cleaned(text, one.start, one.end, "dateline", sure=False)
        elif not one.label and (
            (first.code in ("PCLI", "CONT") and one.text not in _ABBREVIATED and len(one.text) > 3)
            or (first.code == "ADM1" and first.population >= 1_000_000 and len(one.text) > 3)
            or (one.text in _ABBREVIATED and _noun(parse, one.start))
        ):
            yield from _cleaned(text, one.start, one.end, "known-country", sure=True)
        elif _common(parse, one):
            continue
        elif has and (first.population >= 1000 or first.code in ("PCLI", "ADM1")):
            yield from _cleaned(text, one.start, one.end, "has-people", sure=False)
        elif locative and (not one.label or first.population > 20_000):
            yield from _cleaned(text, one.start, one.end, "locative-name", sure=False)


def _mistaken(
    text: str, parse: Parse, gazetteer: Gazetteer, words: list[Words], known: list[Candidate]
) -> Iterator[Candidate]:
    """Names of countries, capitals, large provinces and large cities that a tagger takes for a person or a body, where
    nobody in the text bears that name: "Chad said", "a letter from Sydney"."""
    borne = {
        token.text
        for name in parse.names
        if name.label == "PER" and name.last > name.first + 1
        for token in parse.tokens[name.first : name.last]
    }
    for one in _free(words, known):
        if not (one.whole and one.label in ("PER", "ORG")) or one.text in borne or one.text.isupper():
            continue
        place = next((place for place in gazetteer.lookup(one.text)[:1] if place.match == "exact"), None)
        if place is not None and (place.code in ("PCLI", "PPLC") or place.population >= WELL_KNOWN):
            yield from _cleaned(text, one.start, one.end, "well-known-place", sure=False)


def _abbreviated(surface: str, place: Toponym) -> bool:
    """True for "Ill" and "Miss": abbreviated states, words as well."""
    return place.code == "ADM1" and place.country == "US" and len(surface) < min(len(place.name), 6)


def _after_comma(text: str, start: int, end: int) -> bool:
    """True for "Paris, Tenn.": where an abbreviated state stands."""
    return text[max(0, start - 2) : start] == ", " and "." in text[start : end + 1]


def _noun(parse: Parse, position: int) -> bool:
    """True unless the name stands before a noun it modifies: "US troops" tells whose troops, not where."""
    token = parse.token_at(position)
    return token is None or token.relation not in ("compound", "amod", "det")


def _common(parse: Parse, words: Words) -> bool:
    """True for ordinary words that begin a sentence or a title: they are capitalised but no proper nouns."""
    tokens = parse.tokens_in(Span(words.start, words.end))
    return bool(tokens) and not any(token.pos == "PROPN" for token in tokens)


def _repeated(text: str, words: list[Words], known: list[Candidate], surnames: frozenset[str]) -> Iterator[Candidate]:
    """Further mentions of what is a place elsewhere in the text, whatever they are labelled there."""
    names = {candidate.whole or candidate.name for candidate in known if candidate.sure}
    names |= {candidate.name for candidate in known if candidate.sure and candidate.level in ("", "town")}
    for one in _free(words, known):
        if one.text in names and (not one.label or one.whole) and one.text not in surnames:
            yield from _cleaned(text, one.start, one.end, "repeated-name", sure=False)


def _of_places(text: str, words: list[Words], known: list[Candidate]) -> set[int]:
    """Where the members of lists start that hold two places or more: a person's name does not stand in such a list."""
    sure = {candidate.span.start for candidate in known if candidate.sure}
    found: set[int] = set()
    run: list[int] = []
    for before, after in pairwise([*words, None]):
        if before is None:
            continue
        run.append(before.start)
        gap = text[before.end : after.start] if after is not None else "\n"
        if "\n" in gap or not LIST.fullmatch(gap):
            if len(sure.intersection(run)) >= 2:
                found.update(run)
            run = []
    return found


def _listed(
    text: str, parse: Parse, words: list[Words], known: list[Candidate], surnames: frozenset[str]
) -> list[Candidate]:
    """Further members of a list with a place in it: "A, B and C" where one is known to be a place, to
    either side."""
    found: list[Candidate] = []
    starts = {candidate.span.start: candidate for candidate in known}
    ends = {candidate.span.end: candidate for candidate in known}
    # Candidates may be longer than the words ("Idlib province"): the words at either edge count.
    runs = [
        (before, after)
        for before, after in pairwise(words)
        if after.start - before.end < 40
        and "\n" not in text[before.end : after.start]
        and LIST.fullmatch(text, before.end, after.start)
        and parse.token_at(before.start) is not None
        and _sentence(parse, before) == _sentence(parse, after)
    ]
    if not any(before.end in ends or after.start in starts for before, after in runs):
        return found
    places = _of_places(text, words, known)
    for _ in range(2):
        for before, after in runs:
            left, right = ends.get(before.end), starts.get(after.start)
            if (left is None) == (right is None):
                continue
            anchor, one = (left, after) if left is not None else (right, before)
            if anchor is None or anchor.level not in ("", "town") or one.text in surnames:
                continue
            if one.label and not anchor.sure and one.start not in places:
                continue
            if one.label == "ORG" and text[max(0, one.start - 4) : one.start].lower() == "the ":
                continue
            rule = "listed-with-place" + ("-" + one.label.lower() if one.label else "")
            for fresh in _cleaned(text, one.start, one.end, rule, sure=False):
                found.append(fresh)
                ends[fresh.span.end] = fresh
                starts[fresh.span.start] = fresh
    return found


def _sentence(parse: Parse, words: Words) -> int:
    token = parse.token_at(words.start)
    return token.sent if token is not None else -1

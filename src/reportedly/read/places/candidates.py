"""Which stretches of the text are toponyms."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from reportedly.gazetteer import Gazetteer, Toponym, demonyms
from reportedly.language import Name, Parse
from reportedly.model import READABLE, Document, Span
from reportedly.read.places.lexicon import (
    AFTER,
    BEFORE,
    CALENDAR,
    CAPITALS,
    FEATURE_BEFORE,
    LEVELS,
    LIST,
    LOCATIVE,
    NEVER,
    ORGANISED,
    Level,
)

_MADE = re.compile(r"[-‑–](?:made|built|supplied|designed|manufactured) $")
"""What follows "German-made" is a make or a model: "German-made Milan missiles"."""
_EDGES = re.compile(r"^(?:the |The )|(?:['’]s?)$")


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


def find_candidates(document: Document, parse: Parse, gazetteer: Gazetteer) -> list[Candidate]:
    """Toponyms in text order, without overlaps.

    From the names that the model calls places; from other capitalised words where the grammar puts a place
    and the gazetteer has one of that very name ("in X", "the town of X"), and from lists with a place in
    them.
    """
    text = document.text
    taken: list[Candidate] = []
    others = {(name.start, name.end): name.label for name in parse.names if name.label != "LOC"}
    for name in parse.names:
        if name.label == "LOC" and not _beside_a_body(text, parse, name):
            taken.extend(_cleaned(text, name.start, name.end, "place-name", sure=True))
    taken.extend(_located(document, parse, gazetteer, others, taken))
    taken.sort(key=lambda candidate: (candidate.span.start, -candidate.span.end))
    taken = _without_overlaps(taken)
    listed = _listed(text, parse, taken, others)
    if listed:
        taken = _without_overlaps(sorted([*taken, *listed], key=lambda found: (found.span.start, -found.span.end)))
    return taken


def _beside_a_body(text: str, parse: Parse, name: Name) -> bool:
    """True for "the Tigris Battalions and Hazm": what is coordinated with a body is one, whatever a tagger
    says."""
    before = text[max(0, name.start - 60) : name.start]
    left = next((other for other in parse.names if other.end == name.start - 5), None)
    return before.endswith(" and ") and left is not None and left.label == "ORG"


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    out: list[Candidate] = []
    for candidate in candidates:
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
    if ORGANISED.match(text, end) or _MADE.search(text[max(0, start - 15) : start]):
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


def _located(
    document: Document,
    parse: Parse,
    gazetteer: Gazetteer,
    others: Mapping[tuple[int, int], str],
    known: list[Candidate],
) -> list[Candidate]:
    """Capitalised words after a locative word that the gazetteer knows by that very name, and names of
    countries."""
    text, nationals = document.text, demonyms()
    found: list[Candidate] = []
    spans = sorted((candidate.span.start, candidate.span.end) for candidate in known)
    ranges = [(block.start, block.end) for block in document.blocks if block.kind in READABLE] or (
        [] if document.blocks else [(0, len(text))]
    )
    for left, right in ranges:
        for match in CAPITALS.finditer(text, left, right):
            start, end = match.span()
            if any(start < last and first < end for first, last in spans):
                continue
            label = next((kind for (first, last), kind in others.items() if first < end and start < last), "")
            if (
                label == "NORP"
                or match.group() in nationals
                or match.group().removesuffix("s") in nationals
                or match.group() in CALENDAR
            ):
                continue
            before = text[max(left, start - 40) : start]
            named = BEFORE.search(before)
            locative = LOCATIVE.search(before)
            if label and not named and not (locative and (first_last(others, start, end))):
                continue
            hits = [place for place in gazetteer.lookup(match.group()) if place.match == "exact"]
            if hits and _abbreviated(match.group(), hits[0]) and not _after_comma(text, start, end):
                continue
            if named and (not label or first_last(others, start, end)) and not before.endswith("the "):
                found.extend(_cleaned(text, start, end, "named-by-kind", sure=True))
            elif (
                hits
                and hits[0].code in ("PCLI", "ADM1", "CONT")
                and not label
                and match.group() != "US"
                and len(match.group()) > 3
            ) or (
                hits
                and match.group() in ("US", "UK", "UAE", "U.S.", "U.K.", "USA", "DRC")
                and not label
                and _noun(parse, start)
            ):
                found.extend(_cleaned(text, start, end, "known-country", sure=True))
            elif hits and locative and not _common(parse, start, end) and (not label or hits[0].population > 20_000):
                found.extend(_cleaned(text, start, end, "locative-name", sure=False))
    return found


def _abbreviated(surface: str, place: Toponym) -> bool:
    """True for "Ill" and "Miss": abbreviated states, words as well."""
    return place.code == "ADM1" and place.country == "US" and len(surface) < min(len(place.name), 6)


def _after_comma(text: str, start: int, end: int) -> bool:
    """True for "Paris, Tenn.": where an abbreviated state stands."""
    return text[max(0, start - 2) : start] == ", " and text[end : end + 1] == "."


def first_last(others: Mapping[tuple[int, int], str], start: int, end: int) -> bool:
    """True if one of the other names is exactly this stretch."""
    return (start, end) in others


def _noun(parse: Parse, position: int) -> bool:
    """True unless the name stands before a noun it modifies: "US troops" tells whose troops, not where."""
    token = parse.token_at(position)
    return token is None or token.relation not in ("compound", "amod", "det")


def _common(parse: Parse, start: int, end: int) -> bool:
    """True for ordinary words that begin a sentence or a title: they are capitalised but no proper nouns."""
    tokens = parse.tokens_in(Span(start, end))
    return bool(tokens) and not any(token.pos == "PROPN" for token in tokens)


def _of_places(text: str, words: "list[re.Match[str]]", known: list[Candidate]) -> set[int]:
    """Where the members of lists start that hold two places or more: a person's name does not stand in such a list."""
    sure = {candidate.span.start for candidate in known if candidate.sure}
    found: set[int] = set()
    run: list[int] = []
    for before, after in pairwise([*words, None]):
        if before is None:
            continue
        run.append(before.start())
        gap = text[before.end() : after.start()] if after is not None else "\n"
        if not LIST.fullmatch(gap) or "\n" in gap:
            if len(sure.intersection(run)) >= 2:
                found.update(run)
            run = []
    return found


def _listed(text: str, parse: Parse, known: list[Candidate], others: Mapping[tuple[int, int], str]) -> list[Candidate]:
    """Further members of a list with a place in it: "A, B and C" where one is known to be a place, to
    either side."""
    found: list[Candidate] = []
    ends = {candidate.span.end: candidate for candidate in known}
    starts = {candidate.span.start: candidate for candidate in known}
    kinds = {candidate.span: bool(candidate.level in ("", "town")) for candidate in known}
    for sentence in parse.sentences:
        inside = [candidate for candidate in known if sentence.start <= candidate.span.start < sentence.end]
        if not inside:
            continue
        words = list(CAPITALS.finditer(text, sentence.start, sentence.end))
        places = _of_places(text, words, inside)
        for _ in range(2):
            for before, after in pairwise(words):
                gap = text[before.end() : after.start()]
                if not LIST.fullmatch(gap) or "\n" in gap:
                    continue
                left, right = ends.get(before.end()), starts.get(after.start())
                if (left is None) == (right is None):
                    continue
                anchor, match = (left, after) if left is not None else (right, before)
                if anchor is None or not kinds.get(anchor.span, True):
                    continue
                label = next(
                    (kind for (first, last), kind in others.items() if first < match.end() and match.start() < last),
                    "",
                )
                if label == "NORP" or (label and not anchor.sure and match.start() not in places):
                    continue
                if label == "ORG" and text[max(0, match.start() - 4) : match.start()].lower() == "the ":
                    continue
                fresh = _cleaned(
                    text,
                    match.start(),
                    match.end(),
                    "listed-with-place" + ("-" + label.lower() if label else ""),
                    sure=False,
                )
                found.extend(fresh)
                for candidate in fresh:
                    ends[candidate.span.end] = candidate
                    starts[candidate.span.start] = candidate
                    kinds[candidate.span] = True
    return found

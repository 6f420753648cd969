"""A stretch of the text as the name of a place: its bare name, and what the words beside it say of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from reportedly.gazetteer import Gazetteer, Toponym, demonyms, exact_key, homes
from reportedly.language import Parse
from reportedly.model import READABLE, Document, Span
from reportedly.read.places.lexicon import (
    AFTER,
    BEFORE,
    CALENDAR,
    CAPITALS,
    FEATURE_BEFORE,
    INSTITUTIONS,
    LEVELS,
    NEVER,
    ORGANISED,
    QUARTERS,
    ROADS,
    TRANSLITERATED,
    Level,
)

_MADE = re.compile(r"[-‑–](?:made|built|supplied|designed|manufactured) $")
"""What follows "German-made" is a make or a model: "German-made Milan missiles"."""
DESIGNATION = re.compile(r"(?:[A-Z]{1,4}|[A-Z][a-z]{1,3})-\d+[A-Za-z]*")
"""A make of arms or craft, "Mi-35s"; no place is called so."""
_EDGES = re.compile(r"^(?:the |The )|(?:['’]s?)$")
_KIND_OF = re.compile(
    r"(?P<word>province|governorate|region|oblast|state|county|district|subdistrict|countryside|city|town|village|hamlet"
    r"|suburb|neighbou?rhood|settlement|port|capital|island|commune|municipality)(?: of)? (?:the )?(?=[A-ZÀ-Þ])",
    re.I,
)
ALIKE = 0.7  # of two spellings of a name
NAMING = 3_000  # inhabitants of a town that things in it are called after
KNOWN_QUARTER = 50_000  # inhabitants of a town that has quarters


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


def cleaned(text: str, start: int, end: int, rule: str, *, sure: bool) -> list[Candidate]:
    """The candidate of ``[start, end)`` with the words beside it, or none where it is the name of a body."""
    while found := _EDGES.search(text[start:end]):
        if found.start() == 0:
            start += found.end()
        else:
            end -= len(found.group())
    surface = text[start:end]
    words = " ".join(surface.split())
    if DESIGNATION.fullmatch(words):
        return []
    if len(words) < 2 or words.lower() in NEVER or not any(letter.isupper() for letter in words):
        return []
    if "\n" in surface.strip():
        head = surface.split("\n")[0].strip()
        return cleaned(text, start, start + len(head), rule, sure=sure) if head else []
    if _are_people(words) or ROADS.match(text, end):
        return []
    if ORGANISED.match(text, end) or _MADE.search(text[max(0, start - 15) : start]) or text[end : end + 1] == "$":
        return []
    level: Level = ""
    name = words
    kind = _KIND_OF.match(text, start, end)
    if kind and (kind["word"][0].islower() or " of " in kind.group()):
        level = LEVELS.get(kind["word"].lower(), "")
        rest = " ".join(text[kind.end() : end].split())
        return [
            Candidate(Span(start, end), rest, level, rule, sure, f"{rest} {kind['word'].lower()}" if level else rest)
        ]
    inner = re.fullmatch(rf"(?P<name>.+?){AFTER.pattern}", words, re.I)
    if inner and inner["word"][0].islower() and _are_people(inner["name"]):
        return []  # "the Syrian town" is called after no place
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


def _are_people(words: str) -> bool:
    return any(word in table for word in (words, words.removesuffix("s")) for table in (demonyms(), homes()))


def known_part(candidate: Candidate, gazetteer: Gazetteer) -> list[Candidate]:
    """``candidate``; where the gazetteer has it not, the place that it is a part of ("Northeast Texas") or stands in
    ("Karlow City Hall"), or none where it is a body of that place ("Karlow City Council")."""
    if " " not in candidate.name or any(_is_known(name, gazetteer) for name in (candidate.name, candidate.whole)):
        return [candidate]
    quarter = QUARTERS.match(candidate.name)
    if quarter and any(
        place.match == "exact" and (place.feature != "P" or place.population >= KNOWN_QUARTER)
        for place in gazetteer.lookup(candidate.name[quarter.end() :])[:1]
    ):
        rest = candidate.name[quarter.end() :]
        return [candidate._replace(name=rest, rule="part-of-place", whole=rest)]
    words = candidate.whole.split()
    for stop in range(len(words) - 1, 0, -1):
        head = " ".join(words[:stop])
        if head.lower() not in INSTITUTIONS and _is_thing(words[-1]) and _is_large(head, gazetteer):
            if any(word.lower() in INSTITUTIONS for word in words[stop:]):
                return []
            return [candidate._replace(name=head, level="facility", rule="stands-in-place", whole=candidate.whole)]
    return [candidate]


def _is_thing(word: str) -> bool:
    """True for a common noun of English: "Hall"; a name that goes on with another ("Tall Hamra") is no part of it."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word.lower(), upos="NOUN"))


def _is_large(name: str, gazetteer: Gazetteer) -> bool:
    """True for a division and for a town large enough to give its name to what stands in it."""
    return len(name) > 3 and any(
        place.match == "exact" and (place.feature != "P" or place.population >= NAMING or " " in name)
        for place in gazetteer.lookup(name)[:1]
    )


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    """True if a place has that name, or one that is spelt in several ways has one like it."""
    return any(
        place.match == "exact" or (place.country in TRANSLITERATED and likeness(name, place) >= ALIKE)
        for place in gazetteer.lookup(name)[:5]
    )


@lru_cache(maxsize=20_000)
def likeness(surface: str, place: Toponym) -> float:
    """How alike the surface and the nearest of the place's names are, 0 to 1, on their folded forms."""
    key = exact_key(surface)
    return max((fuzz.ratio(key, exact_key(name)) for name in (place.name, *place.names)), default=0.0) / 100


def words_of(document: Document, parse: Parse) -> list[Words]:
    """Capitalised words in the readable blocks, without demonyms and names of times."""
    text = document.text
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
            if word in CALENDAR or _are_people(word):
                continue
            label, first, last = "", -1, -1
            for token in parse.tokens_in(Span(*match.span())):
                if token.start in labels:
                    label, first, last = labels[token.start]
                    break
            if label != "NORP":
                found.append(Words(match.start(), match.end(), word, label, (first, last) == match.span()))
    return found


def free(words: Iterable[Words], known: Iterable[Candidate]) -> Iterator[Words]:
    """Those of ``words`` (in text order) that no candidate (in text order) overlaps."""
    spans = iter([candidate.span for candidate in known])
    span = next(spans, None)
    for one in words:
        while span is not None and span.end <= one.start:
            span = next(spans, None)
        if span is None or one.end <= span.start:
            yield one


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """In text order; of two that overlap the one found first is kept where they start together, else the earlier."""
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda found: found.span.start):
        if not out or candidate.span.start >= out[-1].span.end:
            out.append(candidate)
    return out

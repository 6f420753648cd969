"""What is called after a place and is none: demonyms, and the names of bodies that begin with a place.

Kept apart from the places of a document, because no event happens in "the Syrian army" or at "the Tarsa Chamber of
Commerce". They are evidence for where the text plays all the same, and geoparsing corpora count them as toponyms: the
associative ones in the taxonomy of Gritta, Pilehvar and Collier, "A Pragmatic Guide to Geoparsing Evaluation" (2020).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.gazetteer import Gazetteer, Toponym, demonyms, homes
from reportedly.language import Name, Parse
from reportedly.model import Span
from reportedly.read.places.lexicon import ABBREVIATED, INSTITUTIONS, NEVER
from reportedly.read.places.surface import Candidate

_SEAT = re.compile(r"\b(?:Rep|Sen|Gov)\.? [^,\n]{3,40}, [DRI]-(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*)?\b\.?)")
_UNION = re.compile(r" (?:Union|Commission|Parliament)\b")  # the name of a body, not of the continent's people
_LONGEST = 4  # words of a toponym within the name of a body
_TOWN = 5_000  # inhabitants: smaller ones give their names to bodies, and as many bodies' names are words by chance


def countries_as_modifiers(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[Span, Toponym]]:
    """ "US troops", "the UK government": abbreviated countries that tell whose, not where."""
    for token in parse.tokens:
        if token.text in ABBREVIATED and parse.text[token.end : token.end + 1] != "$":
            home = next((place for place in gazetteer.lookup(token.text) if place.code == "PCLI"), None)
            if home is not None:
                yield token.span, home


def people_of(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[Span, Toponym]]:
    """Demonyms and the country or region that each is of."""
    countries, regions = demonyms(), homes()
    skip = -1
    for token, following in pairwise([*parse.tokens, None]):
        if token is None or not token.text[:1].isupper() or token.i <= skip:
            continue
        for last in (following, token):
            if last is None or (last is not token and last.start != token.end + 1):
                continue
            words = parse.text[token.start : last.end]
            for word in (words, words.removesuffix("s")):
                if word in regions:
                    home = next((place for place in gazetteer.lookup(regions[word]) if place.match == "exact"), None)
                else:
                    home = gazetteer.country(countries[word]) if word in countries else None
                if home is not None:
                    if not _UNION.match(parse.text, last.end):
                        yield Span(token.start, last.end), home
                    skip = last.i
                    break
            if skip >= token.i:
                break


def within_names(parse: Parse, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Toponyms at the head of longer names of bodies, or after "of" in them: "Karlow County Court", "the University of
    Tarsa"; and the seats of members of a parliament, "D-Karlow". They must be in the gazetteer by that very name."""
    common = {token.text for token in parse.tokens if token.text.islower()}
    for name in parse.names:
        if name.label != "NORP" and name.last - name.first > 1:
            yield from _within(parse, name, gazetteer, common)
    for match in _SEAT.finditer(parse.text):
        if any(place.match == "exact" for place in gazetteer.lookup(match["name"])[:1]):
            yield Candidate(Span(*match.span("name")), match["name"], "", "seat-of-member", True, match["name"])


def _within(parse: Parse, name: Name, gazetteer: Gazetteer, common: set[str]) -> Iterator[Candidate]:
    tokens = parse.tokens[name.first : name.last]
    first = 1 if tokens[0].lower in ("the", "a") else 0
    starts = [first] if name.label != "PER" else []
    starts += [i + 1 for i, token in enumerate(tokens[:-1]) if token.lower in ("of", "in", "for") and i >= first]
    for start in starts:
        for stop in range(min(len(tokens), start + _LONGEST), start, -1):
            if stop - start == len(tokens) - first:
                continue
            words = parse.text[tokens[start].start : tokens[stop - 1].end]
            plain = words.lower()
            if (
                not words[:1].isupper()
                or len(words) < 3
                or words in demonyms()
                or words in homes()
                or plain in NEVER
                or plain in INSTITUTIONS
                or plain in common
            ):
                continue
            hits = [place for place in gazetteer.lookup(words) if place.match == "exact"]
            if hits:
                large = hits[0].population >= _TOWN or hits[0].code in ("PCLI", "ADM1", "ADM2", "CONT")
                yield Candidate(Span(tokens[start].start, tokens[stop - 1].end), words, "", "within-name", large, words)
                break

"""Which stretches of the text are toponyms."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.gazetteer import Gazetteer, Toponym
from reportedly.language import Name, Parse
from reportedly.model import Document, Span
from reportedly.read.places.held import held_names
from reportedly.read.places.lexicon import (
    ABBREVIATED,
    BEFORE,
    DATELINE,
    LEVELS,
    LIST,
    LOCATIVE,
    OF_A_PLACE,
    PLURAL_KINDS,
    SIDES,
    Level,
)
from reportedly.read.places.persons import is_band, is_beside_a_body, is_person, surnames_of
from reportedly.read.places.surface import Candidate, Words, cleaned, free, known_part, without_overlaps, words_of

_OF_PERSONS_TOO = frozenset({"of", "from", "to", "on", "between"})  # "the deaths of A, B and C"
WELL_KNOWN = 1_000_000  # inhabitants of what a tagger is overruled for


def find_candidates(document: Document, parse: Parse, gazetteer: Gazetteer) -> list[Candidate]:
    """Toponyms in text order, without overlaps.

    From the names that the model calls places; from other capitalised words where the grammar puts a place
    and the gazetteer has one of that very name ("in X", "the town of X", "X police"); from lists with a place in
    them; and from further mentions of what is a place elsewhere in the document.
    """
    text = document.text
    surnames = surnames_of(parse)
    taken: list[Candidate] = []
    for start, end, name in _named(text, parse):
        if is_beside_a_body(text, parse, name) or (text[start:end] in ABBREVIATED and not _noun(parse, start)):
            continue
        for candidate in cleaned(text, start, end, "place-name", sure=True):
            if is_person(text, parse, candidate, surnames, gazetteer) or is_band(text, candidate, gazetteer):
                continue
            taken.extend(known_part(_of_province(text, candidate, gazetteer), gazetteer))
    taken = without_overlaps(taken)
    words = words_of(document, parse)
    taken = without_overlaps([*taken, *_located(text, parse, gazetteer, words, taken)])
    taken = without_overlaps([*taken, *_mistaken(text, parse, gazetteer, words, taken)])
    taken = without_overlaps([*taken, *held_names(text, parse, gazetteer, words, taken, surnames)])
    taken = without_overlaps([*taken, *_headed(text, gazetteer, words, taken, surnames)])
    taken = without_overlaps([*taken, *_listed(text, parse, words, taken, surnames)])
    return _with_shared_kind(text, without_overlaps([*taken, *_repeated(text, words, taken, surnames)]))


def _with_shared_kind(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The members of "Karlow, Orla and Tarsa provinces" are provinces, each of them."""
    out = list(candidates)
    kind: tuple[str, Level] | None = None
    for i in range(len(out) - 1, -1, -1):
        this = out[i]
        if found := PLURAL_KINDS.match(text, this.span.end):
            word = re.sub(r"ies$", "y", found["word"].lower())
            word = word.removesuffix("es") if word == "parishes" else word.removesuffix("s")
            kind = word, LEVELS.get(word, "")
        elif kind and not (i + 1 < len(out) and LIST.fullmatch(text, this.span.end, out[i + 1].span.start)):
            kind = None
        if kind and kind[1] and this.level == "":
            out[i] = this._replace(level=kind[1], whole=f"{this.name} {kind[0]}")
    return out


def _of_province(text: str, candidate: Candidate, gazetteer: Gazetteer) -> Candidate:
    """ "Southern Idlib" is of the province: the city of that name has a south, too, but lies within its radius."""
    before = text[max(0, candidate.span.start - 30) : candidate.span.start]
    if candidate.level or not SIDES.search(before):
        return candidate
    places = gazetteer.lookup(candidate.name)
    kinds = {place.code if place.code == "ADM1" else place.feature for place in places if place.match == "exact"}
    if not kinds >= {"ADM1", "P"}:
        return candidate
    return candidate._replace(level="province", whole=f"{candidate.name} province")


def _named(text: str, parse: Parse) -> Iterator[tuple[int, int, Name]]:
    """The names of places; one that ends in "of" goes on with the next: "the Republic of the" "Congo"."""
    names = [name for name in parse.names if name.label == "LOC"]
    joined = False
    for name, following in pairwise([*names, None]):
        if name is None or joined:
            joined = False
            continue
        joined = (
            following is not None
            and name.end + 1 == following.start
            and text[name.start : name.end].endswith((" of", " of the"))
        )
        yield name.start, following.end if joined and following is not None else name.end, name


def _located(
    text: str, parse: Parse, gazetteer: Gazetteer, words: list[Words], known: list[Candidate]
) -> Iterator[Candidate]:
    """Capitalised words that the gazetteer knows by that very name, where the grammar puts a place; and names of
    countries."""
    for one in free(words, known):
        if one.label and not one.whole and not one.text.isupper():
            continue
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
            yield from cleaned(text, one.start, one.end, "named-by-kind", sure=True)
            continue
        if not hits:
            continue
        first = hits[0]
        if dateline:
            yield from cleaned(text, one.start, one.end, "dateline", sure=False)
        elif not one.label and (
            (first.code in ("PCLI", "CONT") and one.text not in ABBREVIATED and len(one.text) > 3)
            or (first.code == "ADM1" and first.population >= 1_000_000 and len(one.text) > 3)
            or (one.text in ABBREVIATED and _noun(parse, one.start))
        ):
            yield from cleaned(text, one.start, one.end, "known-country", sure=True)
        elif _common(parse, one):
            continue
        elif has and (first.population >= 1000 or first.code in ("PCLI", "ADM1")):
            yield from cleaned(text, one.start, one.end, "has-people", sure=False)
        elif locative and (not one.label or first.population > 20_000):
            yield from cleaned(text, one.start, one.end, "locative-name", sure=False)


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
    for one in free(words, known):
        if not (one.whole and one.label in ("PER", "ORG")) or one.text in borne or one.text.isupper():
            continue
        place = next((place for place in gazetteer.lookup(one.text)[:1] if place.match == "exact"), None)
        if place is not None and (place.code in ("PCLI", "PPLC") or place.population >= WELL_KNOWN):
            yield from cleaned(text, one.start, one.end, "well-known-place", sure=False)


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
    for one in free(words, known):
        if one.text in names and (not one.label or one.whole) and one.text not in surnames:
            yield from cleaned(text, one.start, one.end, "repeated-name", sure=False)


def _headed(
    text: str, gazetteer: Gazetteer, words: list[Words], known: list[Candidate], surnames: frozenset[str]
) -> Iterator[Candidate]:
    """The members of a list of three or more behind a word of place, two of which the gazetteer has, so written or so
    sounding: "control over A, B and C", whatever a tagger takes them for."""
    untaken = set(free(words, known))
    run: list[Words] = []
    for one, after in pairwise([*words, None]):
        if one is None:
            continue
        run.append(one)
        if after is not None and LIST.fullmatch(text, one.end, after.start):
            continue
        listed, run = run, []
        head = LOCATIVE.search(text[max(0, listed[0].start - 40) : listed[0].start])
        if len(listed) < 3 or head is None or head.group().split()[0].lower() in _OF_PERSONS_TOO:
            continue
        had = [w for w in listed if any(place.match in ("exact", "sound") for place in gazetteer.lookup(w.text)[:1])]
        if len(had) >= 2 and not any(w.text in surnames for w in listed):
            for member in listed:
                if member in untaken and (member.whole or not member.label):
                    yield from cleaned(text, member.start, member.end, "listed-behind-place-word", sure=False)


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
            for fresh in cleaned(text, one.start, one.end, rule, sure=False):
                found.append(fresh)
                ends[fresh.span.end] = fresh
                starts[fresh.span.start] = fresh
    return found


def _sentence(parse: Parse, words: Words) -> int:
    token = parse.token_at(words.start)
    return token.sent if token is not None else -1

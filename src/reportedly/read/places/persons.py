"""Names that a tagger takes for places and that are somebody's: persons, bands, bodies."""

from reportedly.gazetteer import Gazetteer
from reportedly.language import Name, Parse
from reportedly.read.places.lexicon import LOCATIVE, TALKS, TITLES
from reportedly.read.places.surface import Candidate

LARGE = 300_000  # inhabitants: what is larger is not taken for the surname of somebody in the text


def surnames_of(parse: Parse) -> frozenset[str]:
    """The last names of the people whom the text names in full."""
    people = (name for name in parse.names if name.label == "PER" and name.last > name.first + 1)
    last = (parse.tokens[name.last - 1].text for name in people)
    return frozenset(name for name in last if name[:1].isupper())


def is_person(text: str, parse: Parse, candidate: Candidate, surnames: frozenset[str], gazetteer: Gazetteer) -> bool:
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


def is_band(text: str, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """True for "the Valley Hawks": a plural that the gazetteer does not know is a band of people."""
    name = candidate.name
    return (
        candidate.level == ""
        and name.endswith("s")
        and not name.endswith(("ss", "us", "is", "'s", "’s"))
        and text[max(0, candidate.span.start - 4) : candidate.span.start].lower() == "the "
        and not any(place.match == "exact" for place in gazetteer.lookup(name)[:1])
    )


def is_beside_a_body(text: str, parse: Parse, name: Name) -> bool:
    """True for "the Tigris Battalions and Hazm": what is coordinated with a body is one, whatever a tagger
    says."""
    before = text[max(0, name.start - 60) : name.start]
    left = next((other for other in parse.names if other.end == name.start - 5), None)
    return before.endswith(" and ") and left is not None and left.label == "ORG"

"""Names of bodies: whole, and what they tell of the body."""

from collections.abc import Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, SourceKind
from reportedly.ontology.names import fold
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution.names import joined

_FIRST = {
    "radio", "tele", "television", "kanal", "canal", "channel", "voice", "echo", "daily", "agence", "agencia", "le",
}  # fmt: skip
CLOSING_NAMES = {"Today", "Now", "Daily", "Online"}  # words of media's names that are no proper nouns
_DESKS = {"bureau", "agency", "network"}  # "the Valley Information Bureau"; a press service is a body's own


def full_name(mention: ActorMention, head: Token, source: Sequence[Token], parse: Parse) -> str:
    """The name of a body that is no known actor with what the recogniser cut off: "Lanitis Bulk Shipping", "the
    Sudan Doctors' Circle"."""
    if len(mention.name) != len(mention.span):
        return mention.name
    tokens = parse.tokens
    inside = {token.i for token in source}
    own = [token.i for token in parse.tokens_in(mention.span)]
    first, last = own[0], own[-1]
    while first - 1 in inside and _of_a_name(tokens[first - 1]):
        first -= 1
    if first - 2 in inside:
        owner = tokens[first - 2]
        first -= 2 * (plural_owner(owner, tokens[first - 1]) and owner.text[:1].isupper())
    while last + 1 in inside and (_of_a_name(tokens[last + 1]) or plural_owner(tokens[last], tokens[last + 1])):
        last += 1
    capital = head.text[:1].isupper() and (head.pos == "PROPN" or tokens[last].tag == "POS")
    if last + 1 == head.i and capital:
        last = head.i
    while tokens[first].text.islower() and any(t.text[:1].isupper() for t in tokens[first + 1 : last + 1]):
        first += 1
    return joined(parse.text, tokens[first : last + 1])


def kind_of_name(name: str, words: Speakers) -> SourceKind:
    """What a body of that name is: a medium, or another organisation."""
    parts = fold(name.replace("’s", "").replace("'s", "")).split()
    # "The Daily Sentinel of Nairobi", "Furat FM", "Valley Information Bureau": the head of the name tells
    head = next((parts[at - 1] for at, part in enumerate(parts) if part in ("of", "for") and at), parts[-1])
    if {"rights", "ceasefire", "relief", "casualty", "truce", "violence"} & set(parts):
        return "organisation"  # "Valley Rights Monitor" watches, it publishes nothing
    if parts[-1] in words.organisation and (words.people & set(parts)) - words.outlet:
        return "organisation"  # "Tamra Teachers Network": those who joined, no medium
    if head in _DESKS and {"news", "information", "press"} & set(parts):
        return "outlet"
    if head in words.titles or parts[0] in _FIRST or head in words.outlet - words.organisation:
        return "outlet"
    return "organisation"


def _of_a_name(token: Token) -> bool:
    if token.text in CLOSING_NAMES:
        return True
    return token.pos == "PROPN" and token.text[:1].isupper() and token.relation in ("compound", "flat", "nmod:desc")


def plural_owner(owner: Token, mark: Token) -> bool:
    """True for "Doctors'", "People's": whose body it is, and in its name; "Russia's" tells a state's ministry."""
    return mark.tag == "POS" and (owner.tag in ("NNS", "NNPS") or owner.lower == "people")

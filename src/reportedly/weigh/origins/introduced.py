"""Two words of one report for one speaker: a description and the name that follows it, a name and the noun that takes
it up, a body's own short name in what it publishes, pictures and those who published them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.model import Bearing
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import Tokens, described, folded, proper, singular, tokens, within
from reportedly.weigh.origins.party import Party

_BODIES = ("organisation", "outlet", "group")
_WHERE = re.compile(r"\s(?:of|for|in|at)\s")


class Heard(NamedTuple):
    """A party where a report lets it speak. ``bearing`` is ``None`` where it tells no happening of its own;
    ``showing``: by pictures that it published."""

    start: int
    party: Party
    bearing: Bearing | None
    showing: bool = False


class Report(NamedTuple):
    """Whom one report lets speak, in the order of its text, and its publisher."""

    publisher: Party
    heard: tuple[Heard, ...]


def one_speaker(reports: Sequence[Report]) -> Iterator[tuple[Party, Party]]:
    """Pairs of parties that are one, report by report.

    Agencies describe first and name then: "a war monitor said … Badia Watch said", "a local official said … Ibrahim
    Rakuma, the chairman, told". Who has been named is taken up by a role: "the spokesman said".
    """
    known = _descriptions(reports)
    for report in reports:
        for at, one in enumerate(report.heard):
            found = _named(one, report.heard[:at], report.heard[at + 1 :], known)
            if found is not None:
                yield one.party, found
        for one in report.heard:
            if _own_short_name(one.party, report.publisher):
                yield one.party, report.publisher
    shown = {heard.party for report in reports for heard in report.heard if heard.showing}
    for report in reports:
        here = {heard.party for heard in report.heard if heard.showing} or shown
        for one in report.heard:
            if one.party.kind == "document" and one.party.anonymous and len(here) == 1:
                yield one.party, min(here, key=repr)


def _descriptions(reports: Sequence[Report]) -> Mapping[Tokens, frozenset[str]]:
    """What all reports together tell of each person, by name."""
    known: dict[Tokens, frozenset[str]] = {}
    for one in (heard.party for report in reports for heard in report.heard):
        if one.kind == "person" and one.description:
            told = frozenset(singular(word) for word in tokens(one.description))
            known[one.tokens] = known.get(one.tokens, frozenset()) | told
    return known


def _named(
    one: Heard, before: Sequence[Heard], after: Sequence[Heard], known: Mapping[Tokens, frozenset[str]]
) -> Party | None:
    """The name in the same report that is the description's: the next one, or for "the spokesman" the last."""
    if (service := _service(one.party)) is not None:
        return _serving(one, service, (*before, *after))
    if not _describes_one(one.party):
        return None
    definite = folded(one.party.name).split()[:1] == ["the"]
    earlier = {heard.party.tokens for heard in before}
    if definite and (again := _again(one, before)) is not None:
        return again
    if words("kept").intersection(described(one.party.name)[-1:]):
        return None  # who is called a source is named nowhere
    # "the director of the field", or "the governor" where nobody has been named, takes up nobody: the name comes next
    whole = definite and (_WHERE.search(one.party.name) is not None or not any(_is_named(heard) for heard in before))
    for other in (*reversed(before), *(after if whole else ())) if definite else after:
        if other.party.anonymous or not proper(_WHERE.split(other.party.name)[0]):
            continue
        if not definite and other.party.tokens in earlier:
            continue
        if one.bearing and other.bearing and one.bearing != other.bearing:
            continue
        if one.party.kind == "document" and not (definite and other.party.kind in _BODIES):
            return None
        if _person(other.party) == _person(one.party) or _may_be_either(one.party):
            return other.party if _fits(one.party, other.party, known, definite=definite) else None
    return None


def _is_named(one: Heard) -> bool:
    return not one.party.anonymous and one.party.kind == "person" and proper(one.party.name)


def _again(one: Heard, before: Sequence[Heard]) -> Party | None:
    """The description that "the source" takes up: the last one before with the same noun; for "the woman" the last
    person."""
    head = described(one.party.name)[-1:]
    for other in reversed(before):
        if not other.party.anonymous or other.party == one.party:
            continue
        anybody = head[0] in words("anybody") and other.party.kind == "unnamed"
        if described(other.party.name)[-1:] == head or anybody:
            return other.party
    return None


def _service(one: Party) -> str | None:
    """The service of a person of whom nothing but a rank is told: "General Tun Lwin", "Commissioner Rina Sari"."""
    told = frozenset(tokens(one.description)) if one.description else frozenset()
    if one.kind != "person" or one.body is not None or not told:
        return None
    if told & words("police ranks") and told <= words("police ranks") | words("grades of ranks"):
        return "police"
    return "army" if told <= words("ranks") else None


def _serving(one: Heard, service: str, others: Sequence[Heard]) -> Party | None:
    """The army, or the police, for which an officer speaks who says what it says: "the army rejected it. General Lwin
    said …"."""
    bodies = {
        other.party for other in others
        if service in other.party.tokens and other.party.kind == "organisation"
        and (None in (one.bearing, other.bearing) or one.bearing == other.bearing)
    }  # fmt: skip
    return bodies.pop() if len(bodies) == 1 else None


def _describes_one(one: Party) -> bool:
    """True for one person or body without a name; "two residents" and "residents" are several."""
    if one.publisher or one.kind not in ("unnamed", "person", "organisation", "outlet", "document", "account"):
        return False
    if proper(_WHERE.split(one.name)[0]) and not one.anonymous:
        return False  # "the director of the al-Kharata field" has no name yet
    head = one.name.split()
    first = head[0].casefold()
    headline = len(head) == 1 and one.anonymous and one.kind in _BODIES and singular(first) == first
    return (first in words("one") or headline) and described(one.name)[-1:] != ()


def _person(one: Party) -> bool:
    return one.kind in ("person", "unnamed")


def _may_be_either(one: Party) -> bool:
    """ "Its owner", "the operator": a person or a company."""
    return described(one.name)[-1] in words("owners")


def _fits(one: Party, name: Party, known: Mapping[Tokens, frozenset[str]], *, definite: bool) -> bool:
    head = described(one.name)[-1]
    if one.kind == "document":
        return head in words("reports")
    if name.kind != "person":
        body = head in words("broad bodies") or head in words("owners")
        return (body or within((head,), name.tokens)) and not name.governs and not name.state
    told = known.get(name.tokens, frozenset())
    if head in told:
        return True
    return not told or head in words("broad") or (definite and told <= words("ranks"))


def _own_short_name(one: Party, publisher: Party) -> bool:
    """True for "the Command" in what the Northern Command publishes; a capital there is its government."""
    if one.kind not in _BODIES or one.state or one.actor or one.anonymous or one.publisher or publisher.mark:
        return False
    return within(one.tokens, publisher.tokens)

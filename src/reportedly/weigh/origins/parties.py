"""Who is who among the sources of one incident: names, identifiers and affiliations brought together."""

from collections.abc import Iterable

from reportedly.model import Record, Source, SourceKind
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import Tokens, described, proper, tokens, within


class Party(Record, frozen=True):
    """Somebody who may be an origin, as one text names them.

    ``publisher``: it publishes one of the documents. ``body`` is who the party speaks for. ``implied``: known only as
    the body of a speaker.
    """

    name: str
    kind: SourceKind
    anonymous: bool = False
    actor: str | None = None
    body: str | None = None
    description: str | None = None
    publisher: bool = False
    implied: bool = False

    @property
    def tokens(self) -> Tokens:
        """What tells it from others."""
        return ("", *described(self.name)) if self.anonymous else tokens(self.name)

    @property
    def state(self) -> Tokens:
        """The words for the state for whose government the name stands; empty for others: "Baku"."""
        kind, _, words = (self.actor or "").partition("-")
        told = tokens(words.replace("-", " ")) if kind == "state" and words else ()
        return () if within(told, self.tokens) else told


def party(source: Source) -> Party:
    """Who speaks. A spokesman without a name speaks with the name of the body; a video has that of who published it."""
    speaks_for = source.affiliation if source.kind in ("person", "unnamed", "group", "document") else None
    if speaks_for and source.kind != "person":
        return Party(name=speaks_for, kind="organisation", actor=source.actor)
    nameless = source.anonymous or (source.kind == "document" and not proper(source.name))
    return Party(
        name=source.name, kind=source.kind, anonymous=nameless, actor=source.actor, body=speaks_for,
        description=source.description,
    )  # fmt: skip


def outlet(name: str | None) -> Party:
    """The voice of a document itself."""
    if name is None:
        return Party(name="an unnamed outlet", kind="outlet", anonymous=True, publisher=True)
    return Party(name=name, kind="outlet", publisher=True)


def _describes(one: Party, person: Party) -> bool:
    """True if ``one`` is a bare description and ``person`` a name so described."""
    return (
        one.kind == person.kind == "person"
        and not proper(one.name)
        and proper(person.name)
        and within(one.tokens, tokens(person.description or ""))
    )


def own(source: Source) -> bool:
    """True if the source is whoever writes: "we", "our reporter"."""
    first = source.name.split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold() in words("own")


class Parties:
    """Parties of one incident, those that are one brought together.

    Same identifier of the ontology, same name, a speaker and the body: one. A shorter name is the longer one's if only
    one party of the incident has it: "the army", where one army speaks. A bare description is the person's whom alone
    it describes: "the abbot". A capital is the one body of its state that speaks. ``doers`` say that they did it: if
    one of them has a name, it is that of the others ("rebels said they had taken the town").
    """

    def __init__(self, found: Iterable[Party], doers: Iterable[Party] = ()) -> None:
        speakers = set(found)
        bodies = {one.body: Party(name=one.body, kind="organisation", implied=True) for one in speakers if one.body}
        self._parties = sorted({*speakers, *bodies.values()}, key=lambda p: (p.publisher, p.name, p.kind, repr(p)))
        self._up = {p: p for p in self._parties}
        self._join_equal()
        for one in self._parties:
            if one.body:
                self._join(one, bodies[one.body])
        self._join_contained()
        self._join_doers(doers)
        self._groups: dict[Party, list[Party]] = {}
        for one in self._parties:
            self._groups.setdefault(self.root(one), []).append(one)

    def root(self, one: Party) -> Party:
        """The party that stands for all that are one with ``one``."""
        while self._up[one] != one:
            one = self._up[one]
        return one

    def name(self, one: Party) -> Party:
        """The fullest of those that are one with ``one``: bodies that speak before persons, sources before outlets."""
        group = self._groups[self.root(one)]
        return min(
            group,
            key=lambda p: (
                p.anonymous,
                not proper(p.name),
                p.implied,
                p.kind == "person",
                p.publisher,
                -len(p.tokens),
                p.name,
            ),
        )

    def _join(self, a: Party, b: Party) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            self._up[max(a, b, key=repr)] = min(a, b, key=repr)

    def _join_equal(self) -> None:
        first: dict[object, Party] = {}
        for one in self._parties:
            keys: list[object] = [frozenset(one.tokens)]
            if one.actor and not one.anonymous:
                keys.append(one.actor)
            for key in keys:
                self._join(first.setdefault(key, one), one)

    def _join_contained(self) -> None:
        for one in self._parties:
            if one.anonymous:
                continue
            longer = [more for more in self._parties if self._contains(more, one) or _describes(one, more)]
            if len({self.root(more) for more in longer}) == 1:
                self._join(one, longer[0])

    def _join_doers(self, doers: Iterable[Party]) -> None:
        said = sorted({*doers}, key=repr)
        named = {self.root(one) for one in said if not one.anonymous}
        if len(named) == 1:
            for one in said:
                self._join(one, min(named, key=repr))

    def _contains(self, more: Party, one: Party) -> bool:
        if more is one or more.anonymous or self.root(more) == self.root(one) or len(more.tokens) < len(one.tokens):
            return False
        if one.state and not more.actor and more.kind != "person" and not more.publisher:
            return within(one.state, more.tokens)
        if (more.kind == "person") != (one.kind == "person") or (more.actor and one.actor and more.actor != one.actor):
            return False
        if not within(one.tokens, more.tokens):
            return False
        # One proper word, a place or a first name, may stand in the names of outlets that are somebody else's.
        return len(one.tokens) > 1 or not proper(one.name) or not more.publisher

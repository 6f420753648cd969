"""Who is who among the sources of one incident: names, identifiers and affiliations brought together."""

from collections.abc import Iterable, Mapping

from reportedly.weigh.data import words
from reportedly.weigh.origins.names import abbreviates, proper, tokens, within
from reportedly.weigh.origins.party import Party, body


class Parties:
    """Parties of one incident, those that are one brought together.

    In this order:

    equal       the same identifier of the ontology, name, or initials: one
    speaker     a person and the body that they speak for
    staff       who is told only by the body they serve ("health officials in Hodeidah"), and that body
    shorter     a shorter name is the longer one's if only one party has it: "the army", where one army speaks; a bare
                description is the person's whom alone it describes: "the abbot". Nobody who denies it is who says
                that they did it
    state       a state or its capital ("Baku said") is whichever body of that state speaks
    doers       those who tell it as their own deed: if one of them has a name, it is that of the others ("rebels said
                they had taken the town"); bodies and media of one state tell of one deed
    """

    def __init__(
        self,
        found: Iterable[Party],
        sides: Mapping[str, str],
        doers: Iterable[Party] = (),
        same: Iterable[tuple[Party, Party]] = (),
        deniers: Iterable[Party] = (),
    ) -> None:
        speakers = set(found)
        bodies = {one.body: body(one.body, sides) for one in speakers if one.body}
        self._parties = sorted({*speakers, *bodies.values()}, key=lambda p: (p.publisher, p.name, p.kind, repr(p)))
        self._up = {p: p for p in self._parties}
        self._doers, self._deniers = set(doers), set(deniers)
        self._join_equal()
        for one in self._parties:
            if one.body:
                self._join(one, bodies[one.body])
        for one, other in same:
            self._join(one, other)
        self._join_contained()
        self._join_states()
        self._join_doers()
        self._groups: dict[Party, list[Party]] = {}
        for one in self._parties:
            self._groups.setdefault(self.root(one), []).append(one)

    def root(self, one: Party) -> Party:
        """The party that stands for all that are one with ``one``."""
        while self._up[one] != one:
            one = self._up[one]
        return one

    def group(self, one: Party) -> tuple[Party, ...]:
        """All that are one with ``one``."""
        return tuple(self._groups[self.root(one)])

    def name(self, one: Party) -> Party:
        """The fullest of those that are one with ``one``: bodies that speak before persons, names of several words
        before those of one, sources before outlets."""
        return min(
            self.group(one),
            key=lambda p: (
                p.anonymous,
                not proper(p.name),
                p.implied,
                p.kind == "person",
                len(p.tokens) == 1,
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
        for one in self._parties:
            for more in self._parties:
                if not one.anonymous and not more.anonymous and abbreviates(one.name, more.name):
                    self._join(one, more)

    def _join_contained(self) -> None:
        for one in sorted(self._parties, key=lambda p: -len(p.tokens)):
            if one.mark is not None or self._has_longer(one):
                continue
            longer = [more for more in self._parties if self._is(more, one)]
            if len({self.root(more) for more in longer}) == 1:
                self._join(one, longer[0])

    def _has_longer(self, one: Party) -> bool:
        """True if it is known already whose shorter name it is."""
        return any(
            len(more.tokens) > len(one.tokens) and self.root(more) == self.root(one) and within(one.tokens, more.tokens)
            for more in self._parties
        )

    def _is(self, more: Party, one: Party) -> bool:
        """True if ``one`` may be a shorter word for ``more``."""
        if more is one or more.anonymous or self.root(more) == self.root(one) or self._opposed(more, one):
            return False
        if one.anonymous:
            return _serves(one, more) or _state_medium(one, more)
        return self._contains(more, one) or _describes(one, more) or _serves(one, more) or _is_unit(one, more)

    def _opposed(self, more: Party, one: Party) -> bool:
        """True if one tells it as a deed of its own and the other denies it: the army and the rebel army are two."""
        return any(a in self._doers and b in self._deniers for a, b in ((more, one), (one, more)))

    def _contains(self, more: Party, one: Party) -> bool:
        if len(more.tokens) < len(one.tokens) or (more.kind == "person") != (one.kind == "person"):
            return False
        if (more.actor and one.actor and more.actor != one.actor) or not within(one.tokens, more.tokens):
            return False
        # One proper word, a place or a first name, may stand in the names of outlets that are somebody else's.
        return len(one.tokens) > 1 or not proper(one.name) or not more.publisher

    def _join_states(self) -> None:
        for one in self._parties:
            if one.state:
                theirs = [
                    more for more in self._parties
                    if more.country == one.country is not None and not more.anonymous and more != one
                    and more.kind != "person" and more.official
                ]  # fmt: skip
                if theirs:
                    self._join(one, min(theirs, key=lambda more: (more.state, not more.governs, more.name)))

    def _join_doers(self) -> None:
        said = sorted(self._doers, key=repr)
        named = {self.root(one) for one in said if not one.anonymous}
        if len(named) == 1:
            for one in said:
                self._join(one, min(named, key=repr))
        for one in said:
            for other in said:
                if one.country == other.country is not None and one.official and other.official:
                    self._join(one, other)


def _describes(one: Party, person: Party) -> bool:
    """True if ``one`` is a bare description and ``person`` a name so described."""
    return (
        one.kind == person.kind == "person"
        and not proper(one.name)
        and proper(person.name)
        and within(one.tokens, tokens(person.description or ""))
    )


def _state_medium(one: Party, more: Party) -> bool:
    """True if ``one`` is "state media", "the official news agency", and ``more`` a medium whose name says that it is a
    state's: "Orontes State News"."""
    told = set(one.tokens)
    media = one.kind == more.kind == "outlet" and more.governs and not more.anonymous
    return media and bool(told & words("state media")) and told - {""} <= words("state media") | words("media")


def _serves(one: Party, more: Party) -> bool:
    """True if ``one`` is told by nothing but its service in the body ``more``: "army officers", "the army"."""
    return more.kind != "person" and bool(one.served) and within(one.served, more.tokens) and more.official


def _is_unit(one: Party, more: Party) -> bool:
    """True if ``one`` is "the army" and ``more`` a unit or staff of one, by a number or its station: "6th Division"."""
    units = words("stations").intersection(more.tokens)
    numbered = any(token[0].isdigit() for token in more.tokens)
    return (
        one.tokens == ("army",)
        and bool(units)
        and more.kind != "person"
        and (numbered or len(units) > 1 or (bool(units & {"headquarters", "operational", "staff", "task"})))
    )

"""What cannot both be true: between two origins, and between an origin's earlier and later word."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.model import Contradiction, ContradictionKind, Evidence, Span, Testimony, content_id
from reportedly.weigh import values
from reportedly.weigh.control_claims import opposed
from reportedly.weigh.counts import Number, mixed, numbers
from reportedly.weigh.origins import Stand, Told
from reportedly.weigh.origins.names import alike
from reportedly.weigh.owning import owns
from reportedly.weigh.whereabouts import Spot, neighbours, spots

Content = Number | values.Stretch | Spot | values.Perpetrator


class Value(NamedTuple):
    """One value of one attribute as told, in words and as what it is."""

    kind: ContradictionKind
    attribute: str
    words: str
    told: Told
    span: Span
    content: Content

    @property
    def evidence(self) -> Evidence:
        """The sentence that tells it; the value's own words where they stand in another sentence."""
        sentence = self.told.testimony.evidence
        return sentence if sentence.span.overlaps(self.span) else Evidence(document=sentence.document, span=self.span)

    def meets(self, other: "Value") -> bool | None:
        """Whether both may be true; ``None`` where they tell of different things."""
        match self.content, other.content:
            case Number() as one, Number() as two:
                return one.meets(two)
            case values.Stretch() as one, values.Stretch() as two:
                return one.meets(two)
            case Spot() as one, Spot() as two:
                return one.meets(two)
            case values.Perpetrator() as one, values.Perpetrator() as two:
                return not one.differs(two)
        return None


def contradictions(stands: Sequence[Stand], everyone: Sequence[Stand] | None = None) -> tuple[Contradiction, ...]:
    """All contradictions of an incident: those settled by a correction, then those between origins.

    ``everyone`` adds to ``stands`` those who only tell who holds a place. Each kind and thing is given once for a
    pair of origins, by the first words of each. Values that their own origin has corrected no longer stand against
    others.
    """
    found: list[Contradiction] = []
    standing: dict[str, list[Value]] = {}
    beside: dict[str, list[Testimony]] = {}
    for stand in stands:
        for told in stand.told:
            beside.setdefault(told.testimony.event.id, []).append(told.testimony)
    near = neighbours(told.testimony for stand in stands for told in stand.told)
    for stand in stands:
        mine = [value for told in stand.told if told.bearing == "affirms" for value in _of(told, beside, near)]
        settled, kept = _corrected(mine)
        found += [_contradiction(a, b, superseded=True) for a, b in settled]
        standing[stand.origin.id] = kept
        if stand.back and _later(stand.back[0], _kept(stand)):
            found.append(_bearings(stand.back[0], _kept(stand), superseded=True))
    for one, other in combinations(stands, 2):
        bearings = {one.origin.bearing, other.origin.bearing}
        if bearings == {"affirms", "denies"}:
            first, second = sorted((one, other), key=lambda stand: stand.origin.bearing)
            found.append(_bearings(_kept(first), _kept(second)))
            culprits = _named_by(standing[first.origin.id], None), _named_by(standing[second.origin.id], _kept(second))
            found += [_contradiction(a, b) for a, b in _against(*culprits)]
        elif bearings == {"affirms"}:
            pairs = _against(standing[one.origin.id], standing[other.origin.id])
            found += [_contradiction(a, b) for a, b in pairs]
    return (*found, *_control(stands, stands if everyone is None else everyone))


def _control(stands: Sequence[Stand], everyone: Sequence[Stand]) -> Iterator[Contradiction]:
    """Who gives the place to different sides, but for what an origin said before it took its word back."""
    back = {stand.origin.id: max(told.at[0] for told in stand.back) for stand in stands if stand.back}
    tellings = [told for stand in everyone for told in stand.told]
    standing = [
        [told for told in stand.told if stand.origin.id not in back or told.at[0] > back[stand.origin.id]]
        for stand in everyone
    ]
    for mine, theirs in combinations(standing, 2):
        control = opposed(mine, theirs, tellings)
        if control is not None:
            one, other, detail = control
            yield _made("control", "control", one, other, detail)


def _named_by(values_: Sequence[Value], denial: Told | None) -> list[Value]:
    """Who did it, by one origin. One that denies it may name another doer in the same report ("it was their guns")."""
    return [
        one for one in values_
        if one.kind == "perpetrator"
        and (denial is None or _goes_on(denial.testimony, one.told.testimony))
    ]  # fmt: skip


def _goes_on(denial: Testimony, testimony: Testimony) -> bool:
    """True for what the same report has the speaker say of another doer behind the denial."""
    behind = denial.evidence.span.start < testimony.evidence.span.start or denial.evidence == testimony.evidence
    return behind and testimony.document == denial.document and testimony.event.id != denial.event.id


def _of(told: Told, beside: Mapping[str, Sequence[Testimony]], near: Mapping[str, frozenset[str]]) -> Iterator[Value]:
    """What ``told`` itself says; an event that several voices tell holds what each of them says."""
    same = beside[told.testimony.event.id]
    for value in _all(told, near):
        if owns(told.testimony, value.span, same):
            yield value


def _all(told: Told, near: Mapping[str, frozenset[str]]) -> Iterator[Value]:
    testimony = told.testimony
    for number in numbers(testimony):
        yield Value("number", number.kind, _count(number), told, number.span, number)
    time = testimony.event.time
    if time is not None and (stretch := values.nights(testimony)) is not None:
        yield Value("day", "day", stretch.day, told, time.span, stretch)
    for spot in spots(testimony, near):
        yield Value("place", "place", spot.place.name, told, spot.place.span, spot)
    for one in values.perpetrators(testimony):
        yield Value("perpetrator", "perpetrator", one.role.name, told, one.role.span, one)


def _against(mine: Sequence[Value], theirs: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """For each attribute that both tell: the first of each, if no two of their values may both be true."""
    for attribute in dict.fromkeys(value.attribute for value in mine):
        a = _fullest([value for value in mine if value.attribute == attribute])
        b = _fullest([value for value in theirs if value.attribute == attribute])
        if (apart := _apart(a, b)) is not None:
            yield apart


def _fullest(told: list[Value]) -> list[Value]:
    """Who names the perpetrators means them by "rebels" and "the gunmen" as well."""
    named = [one for one in told if isinstance(one.content, values.Perpetrator) and values.named(one.content.role)]
    return named or told


def _apart(some: Sequence[Value], others: Sequence[Value], *, corrected: bool = False) -> tuple[Value, Value] | None:
    """The first two that cannot both be true, if neither agrees with another; ``None`` where none can be compared.

    Days and places are told in many ways by one mouth: where any two of them agree, nothing is made of the rest.
    ``corrected``: by one origin, which corrects a number by another of the same noun.
    """
    pairs = [
        (one, other, one.meets(other))
        for one in some
        for other in others
        if _comparable(one, other, some, others) and not (corrected and _of_other(one, other))
    ]
    agreed = [value for one, other, meets in pairs if meets for value in (one, other)]
    if agreed and agreed[0].kind != "number":
        return None
    return next(((a, b) for a, b, meets in pairs if meets is False and a not in agreed and b not in agreed), None)


def _comparable(one: Value, other: Value, some: Sequence[Value], others: Sequence[Value]) -> bool:
    """False for people and civilians where soldiers are counted too: the people may be both."""
    if not isinstance(one.content, Number) or not isinstance(other.content, Number):
        return True
    told = [value.content for value in (*some, *others) if isinstance(value.content, Number)]
    return one.content.among == other.content.among or not mixed(told)


def _of_other(one: Value, other: Value) -> bool:
    """True if one counts patients and the other people: an origin that tells of both corrects neither."""
    mine, theirs = one.content, other.content
    if not isinstance(mine, Number) or not isinstance(theirs, Number):
        return False
    if {mine.among, theirs.among} == {"people", "civilians"} or (mine.honours or theirs.honours):
        return False
    return mine.among != theirs.among or bool(not mine.among and mine.of and not alike(mine.of[-1], theirs.of[-1]))


def _corrected(mine: Sequence[Value]) -> tuple[list[tuple[Value, Value]], list[Value]]:
    """Pairs of a value and the one its origin put in its place, and the values that stand."""
    settled: list[tuple[Value, Value]] = []
    gone: set[int] = set()
    # Who did it is said in many words by one mouth: only numbers, days and places are corrected by another value.
    for attribute in dict.fromkeys(value.attribute for value in mine if value.kind != "perpetrator"):
        by_time: dict[tuple[str, str], list[int]] = {}
        for index, value in enumerate(mine):
            if value.attribute == attribute:
                by_time.setdefault((value.told.at[0], value.told.at[1]), []).append(index)
        moments = [by_time[key] for key in sorted(by_time)]
        for at, after in enumerate(moments):
            found = False
            for before in reversed(moments[:at]):
                earlier = [index for index in before if index not in gone]
                apart = _apart([mine[i] for i in earlier], [mine[j] for j in after], corrected=True)
                if apart is not None:
                    settled += [] if found else [apart]  # the last word before it is what it corrects
                    found = True
                    gone.update(index for index in earlier if not _of_other(mine[index], apart[1]))
    return settled, [value for index, value in enumerate(mine) if index not in gone]


def _later(before: Told, after: Told) -> bool:
    """True if it was said at another time: who denies a deed and names another doer at once takes nothing back."""
    return before.testimony.document != after.testimony.document or "" in (before.at[0], after.at[0])


def _kept(stand: Stand) -> Told:
    return next(told for told in stand.told if told.bearing == stand.origin.bearing)


def _bearings(a: Told, b: Told, *, superseded: bool = False) -> Contradiction:
    detail = "it is said to have happened, and not to have happened"
    return _made("denial", "denial", a, b, detail, superseded=superseded)


def _contradiction(a: Value, b: Value, *, superseded: bool = False) -> Contradiction:
    words = f"{a.words} against {b.words}"
    return _made(a.kind, a.attribute, a.told, b.told, words, (a.evidence, b.evidence), superseded=superseded)


def _made(
    kind: ContradictionKind,
    attribute: str,
    a: Told,
    b: Told,
    detail: str,
    evidence: tuple[Evidence, Evidence] | None = None,
    *,
    superseded: bool = False,
) -> Contradiction:
    claims = (a.testimony.claim.id, b.testimony.claim.id)
    return Contradiction(
        id=content_id("x", attribute, claims), kind=kind, claims=claims,
        evidence=evidence or (a.testimony.evidence, b.testimony.evidence), detail=detail, superseded=superseded,
    )  # fmt: skip


def _count(number: Number) -> str:
    kind = number.kind.removeprefix("people ")
    low, high = number.low, number.high
    if low is not None and low == high:
        return f"{low:g} {kind}"
    if high is None:
        return f"at least {low:g} {kind}" if low is not None else f"some {kind}"
    return f"{low:g} to {high:g} {kind}" if low is not None else f"at most {high:g} {kind}"

"""Who is said to hold a place, as far as one incident's testimonies tell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportedly.model import Place, Role
from reportedly.weigh import values
from reportedly.weigh.data import content
from reportedly.weigh.origins.roots import Told


class Hold(NamedTuple):
    """A side that has a place, or has it no longer, from ``since`` on."""

    told: Told
    side: values.Perpetrator
    holds: bool
    places: tuple[Place, ...]
    since: str


def opposed(mine: Sequence[Told], theirs: Sequence[Told]) -> tuple[Told, Told, str] | None:
    """The first two tellings that give one place on one day to different sides; ``None`` where none do."""
    for one in _holds(mine):
        for other in _holds(theirs):
            if one.since != other.since or not _same_place(one, other):
                continue
            unlike = one.side.differs(other.side)
            if (one.holds and other.holds and unlike) or (
                one.holds != other.holds and _one_actor(one.side.role, other.side.role)
            ):
                return one.told, other.told, f"held by {one.side.role.name} against {other.side.role.name}"
    return None


def _holds(tellings: Iterable[Told]) -> Iterator[Hold]:
    roles = content("rules.yaml")["control"]
    for told in tellings:
        stretch = values.nights(told.testimony)
        if told.bearing != "affirms" or stretch is None:
            continue
        event = told.testimony.event
        for gains, table in ((True, roles["gained"]), (False, roles["lost"])):
            for role in event.roles:
                if role.role == table.get(event.family) and values.named(role):
                    yield Hold(told, values.acting(told.testimony, role), gains, event.places, stretch.day)


def _same_place(one: Hold, other: Hold) -> bool:
    return any(
        a.name.casefold() == b.name.casefold() or (a.geonameid is not None and a.geonameid == b.geonameid)
        for a in one.places
        for b in other.places
    )


def _one_actor(a: Role, b: Role) -> bool:
    return (a.actor is not None and a.actor == b.actor) or a.name.casefold() == b.name.casefold()

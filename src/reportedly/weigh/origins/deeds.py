"""Whose deed a happening is told to be: by the doers themselves, and by those who accuse them."""

from collections.abc import Iterable, Mapping

from reportedly.model import Role, Testimony
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import tokens, within
from reportedly.weigh.origins.party import Party, body

_BODIES = ("organisation", "group", "outlet", "account")


def did_it(one: Testimony, speaker: Party) -> bool:
    """True if the speaker tells it as a deed of its own: "our brigades took the town", "rebels said they had", "the
    ministry said its aircraft"."""
    agents = [role.name.casefold() for role in _agents(one)]
    if not one.chain:
        return any(words("own").intersection(name.split()) for name in agents)
    if speaker.kind in _BODIES and any(name.split()[0] in ("its", "their") for name in agents if name):
        return True
    return any(name == speaker.name.casefold() for name in agents)


def accused(denier: Iterable[Party], others: Iterable[Testimony], sides: Mapping[str, str]) -> bool:
    """True if one of ``others`` tells it as the deed of somebody who is one with the ``denier``."""
    names = [one for one in denier if not one.mark]
    return any(_is(one, role, sides) for other in others for role in _agents(other) for one in names)


def _is(one: Party, role: Role, sides: Mapping[str, str]) -> bool:
    if role.actor and role.actor == one.actor:
        return True
    doer = body(role.name, sides)
    country = sides.get(role.actor or "") or doer.country
    if country and country == one.country and one.kind != "outlet":
        return True
    told, mine = tokens(role.name), tokens(one.name)
    return within(told, mine) or within(mine, told)


def _agents(one: Testimony) -> list[Role]:
    return [role for role in one.event.roles if role.role == "agent"]

"""Independent origins: the roots that an incident's testimonies go back to."""

from collections.abc import Iterable, Sequence

from reportedly.model import Copy, Testimony
from reportedly.weigh.origins.roots import Roots, Told
from reportedly.weigh.origins.standing import Stand, stands

__all__ = ["Stand", "Told", "origins"]


def origins(testimonies: Iterable[Testimony], copies: Sequence[Copy] = ()) -> tuple[Stand, ...]:
    """The independent origins behind ``testimonies`` of one incident, whatever their order."""
    roots = Roots(testimonies, copies)
    return stands(roots.told(), roots.parties)

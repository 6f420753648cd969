"""Words of violence for what is none: accidents and disasters, and those who fight with words or in games alone."""

from reportedly.read.events.draft import Telling
from reportedly.read.events.fillers import Fillers

_ARMED = frozenset({"armed", "blow", "weapon", "irregulars", "regulars", "aircraft", "drone", "raider"})
_OF_WAR = _ARMED | {"post", "vehicle", "force"}
_SUFFERED = frozenset({"killing", "wounding", "property-destroyed", "property-damaged", "displacement", "bombing"})
"""What nature and accidents do as well."""
_EITHER = frozenset({"brigade", "service", "department", "fire", "hit", "violence"})
"""Words of fighting that are as common in accidents."""


def peaceful(telling: Telling, fillers: Fillers) -> str | None:
    """The name of what shows that a telling is of no violence; ``None`` where nothing does."""
    if telling.type.id in _SUFFERED and telling.statement is None and _is_mishap(telling, fillers):
        return "mishap"
    agents = [fillers.kinds(filled.head) for filled in telling.of("agent")]
    # "An air defence team shot down a helicopter": what is hit tells that nobody plays
    targets = frozenset[str]().union(*(fillers.kinds(filled.head) for filled in telling.of("target")))
    playing = agents and all("politics" in kinds and not kinds & _ARMED for kinds in agents)
    if telling.type.violent and playing and not targets & _OF_WAR:
        return "figurative"
    return None


def _is_mishap(telling: Telling, fillers: Fillers) -> bool:
    """True if the sentence speaks of an accident or a disaster, and of nobody and nothing that fights."""
    kinds: set[str] = set()
    mishap = False
    for token in fillers.parse.tokens_of(fillers.parse.sentences[telling.token.sent]):
        if token.pos in ("NOUN", "PROPN") and token.i != telling.token.i and token.lemma.lower() not in _EITHER:
            mine = fillers.kinds(token)
            mishap = mishap or "mishap" in mine
            kinds |= mine
        elif token.pos == "VERB":
            mishap = mishap or "accident" in fillers.kinds(token)
    return mishap and not kinds & _ARMED

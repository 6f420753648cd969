"""One speaker of a document while it is read, and which pronouns may stand for it."""

from dataclasses import dataclass, field

from reportedly.model import SourceKind, Span

HE, SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
THEY, IT = {"they", "them", "their", "themselves"}, {"it", "its", "itself"}
FIRST = {"i", "we", "me", "us", "my", "our"}


@dataclass(slots=True, eq=False)
class Speaker:
    """A speaker in the making: names, kind and mentions as they are met; ``last`` is where it was met last."""

    name: str
    kind: SourceKind
    anonymous: bool
    actor: str | None = None
    description: str | None = None
    affiliation: str | None = None
    gender: str = ""
    plural: bool = False
    resolved: bool = True
    nouns: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    last: int = -1


def fits(speaker: Speaker, pronoun: str) -> bool:
    """True if ``pronoun`` (lower case) may stand for ``speaker``, by kind and number."""
    if pronoun in HE | SHE:
        return speaker.kind == "person" or (speaker.kind == "unnamed" and not speaker.plural and speaker.resolved)
    if pronoun in THEY:
        return speaker.plural or speaker.kind in ("group", "organisation")
    if pronoun in IT:
        return speaker.kind in ("organisation", "outlet", "group", "document", "account")
    return False

"""One speaker of a document while it is read, and which pronouns may stand for it."""

from dataclasses import dataclass, field

from reportedly.model import SourceKind, Span

HE, SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
THEY, IT = {"they", "them", "their", "themselves"}, {"it", "its", "itself"}
FIRST = {"i", "we", "me", "us", "my", "our"}


@dataclass(slots=True, eq=False)
class Speaker:
    """A speaker in the making: names, kind and mentions as they are met.

    ``key`` is the folded name; ``named`` is false while only a description is known ("the governor"); ``nouns`` are the
    lemmas it was called by, ``modifiers`` the words that told it apart, lower case. ``first`` is the token that
    brought it in.
    """

    name: str
    kind: SourceKind
    anonymous: bool
    key: str = ""
    actor: str | None = None
    description: str | None = None
    affiliation: str | None = None
    gender: str = ""
    plural: bool = False
    named: bool = True
    resolved: bool = True
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    first: int = -1


def fits(speaker: Speaker, pronoun: str) -> bool:
    """True if ``pronoun`` (lower case) may stand for ``speaker``, by kind, number and gender."""
    if not speaker.resolved:
        return False
    if pronoun in HE | SHE:
        wanted = "f" if pronoun in SHE else "m"
        human = speaker.kind == "person" or (speaker.kind == "unnamed" and not speaker.plural)
        return human and speaker.gender in ("", wanted)
    if pronoun in THEY:
        return speaker.plural or speaker.kind in ("group", "organisation")
    return pronoun in IT and not speaker.plural and speaker.kind in ("organisation", "outlet", "document")

"""A party: somebody who may be an origin, as one text names them."""

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from reportedly.model import Record, Source, SourceKind, Testimony
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import Tokens, described, proper, runs, served, singular, tokens

Voicing = Literal["own", "nobody", "several", "another"]
_SPEAKING_FOR = ("person", "unnamed", "group", "document", "account")


class Party(Record, frozen=True):
    """Somebody who may be an origin, as one text names them.

    ``anonymous``: a description. ``body`` is who the party speaks for. ``country``: the state for which a known body
    acts, or that is in its name; ``state`` is true for the state itself, and for the capital that stands for its
    government ("Baku said"). ``publisher``: it publishes one of the documents; ``mark`` tells publishers without a
    name apart. ``implied``: known only as the body of a speaker.
    """

    name: str
    kind: SourceKind
    anonymous: bool = False
    actor: str | None = None
    country: str | None = None
    state: bool = False
    body: str | None = None
    description: str | None = None
    publisher: bool = False
    implied: bool = False
    mark: str | None = None

    @property
    def tokens(self) -> Tokens:
        """What tells it from others."""
        if self.mark is not None:
            return ("", self.mark)
        return ("", *described(self.name)) if self.anonymous else tokens(self.name)

    @property
    def governs(self) -> bool:
        """True if the name says that it is a state's: "Baku Defence Bulletin"."""
        return any(word in words("official") for word in self.tokens)

    @property
    def official(self) -> bool:
        """True for a body; a medium is one only if its name says that it is a state's."""
        return self.governs or not (self.publisher or self.kind in ("outlet", "account"))

    @property
    def served(self) -> Tokens:
        """The words for the body in which they serve who are told by that alone: "health officials in Hodeidah"."""
        return served(self.name) if self.kind in ("person", "unnamed", "group") and self.body is None else ()


def party(source: Source, sides: Mapping[str, str]) -> Party:
    """Who speaks. A spokesman without a name speaks with the name of the body; a video has that of who published it."""
    speaks_for = source.affiliation if source.kind in _SPEAKING_FOR else None
    if speaks_for and source.kind != "person":
        made = Party(name=speaks_for, kind="organisation", actor=source.actor)
        # Whose article or account it is may as well be a paper with a capital in its name.
        known = made.governs or source.kind not in ("document", "account")
        return replace(made, country=_country(speaks_for, None, sides)) if known else made
    # the first word of a sentence has a capital: "Footage showed"
    nameless = source.anonymous or (source.kind == "document" and not proper(source.name.partition(" ")[2]))
    return Party(
        name=source.name, kind=source.kind, anonymous=nameless, actor=source.actor, body=speaks_for,
        country=_country(source.name, source.actor, sides) if source.kind != "person" else None,
        description=source.description,
        state=source.kind != "person" and ((source.actor or "").startswith("state-") or _state(source.name, sides)),
    )  # fmt: skip


def body(name: str, sides: Mapping[str, str]) -> Party:
    """For whom somebody speaks."""
    return Party(
        name=name, kind="organisation", implied=True, country=_country(name, None, sides), state=_state(name, sides)
    )  # fmt: skip


def outlet(testimony: Testimony) -> Party:
    """The voice of a document itself. Without a publisher it is somebody unknown: of its site, or of its document."""
    if testimony.publisher is None:
        mark = testimony.host or testimony.document
        return Party(
            name=testimony.host or "an unnamed outlet", kind="outlet", anonymous=True, publisher=True, mark=mark
        )  # fmt: skip
    country = _country(testimony.publisher, None, testimony.sides)
    return Party(name=testimony.publisher, kind="outlet", publisher=True, country=country)


def voicing(source: Source) -> Voicing:
    """Whose word it is: the writer's own ("we", "our reporter"), nobody's ("no group"), that of several parties at once
    ("both armies"), or another's."""
    spoken = [word.strip(",.").casefold() for word in source.name.split()]
    told = [word.strip(",.").casefold() for word in (source.description or "").split()]
    reporting = told[:1] and told[0] in words("own") and words("reporters").intersection(told)
    if spoken[0] in words("own") or reporting:
        return "own"
    if spoken[0] in words("nobody"):
        return "nobody"
    return "several" if source.kind in ("group", "unnamed", "organisation") and _several(spoken) else "another"


def _several(spoken: list[str]) -> bool:
    """ "Both sides", "two armed groups", "the armies of India and Pakistan"; "two residents" are persons."""
    plain = [word for word in spoken if word not in words("empty") - {"and", "of", "in"}]
    head = plain[: next((at for at, word in enumerate(plain) if word in ("and", "of", "in")), len(plain))]
    bodies = any(singular(word) in words("sides") and word != singular(word) for word in head)
    return plain[:1] == ["both"] or (bodies and (plain[0] in words("counts") or "and" in plain))


def _state(name: str, sides: Mapping[str, str]) -> bool:
    """True if the name is a state's, its capital's or its adjective's, with nothing beside it but words for who rules
    there: "the defence establishment in Moscow", "the Armenian side"."""
    telling = [word for word in tokens(name) if word not in words("rulers")]
    return f"={' '.join(telling)}" in sides


def _country(name: str, actor: str | None, sides: Mapping[str, str]) -> str | None:
    if actor is not None and actor in sides:
        return sides[actor]
    return next((sides[f"={word}"] for word in runs(name) if f"={word}" in sides), None)

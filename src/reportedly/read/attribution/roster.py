"""The speakers of a document by their names."""

from reportedly.language import Token
from reportedly.model import SourceKind
from reportedly.read.attribution.names import folded, initials
from reportedly.read.attribution.speaker import Speaker


class Roster:
    """Speakers in the order they came, found by the words of their names: a long text holds thousands of them."""

    def __init__(self) -> None:
        self.speakers: list[Speaker] = []
        self._order: dict[int, int] = {}
        self._called: dict[str, list[Speaker]] = {}  # by each word of a name, by its initials and by its actor
        self._keyed: dict[str, list[Speaker]] = {}

    def account(self, name: str, handle: str | None) -> Speaker:
        """The account of that name."""
        known = next((s for s in self.speakers if s.kind == "account" and s.name == name), None)
        if known is None:
            known = self._new(name, "account", anonymous=False)
            known.description = handle
        return known

    def body(self, name: str) -> Speaker:
        """The organisation of that name."""
        known = next((speaker for speaker in reversed(self.speakers) if speaker.name == name), None)
        return known or self._new(name, "organisation", anonymous=False)

    def unresolved(self, head: Token) -> Speaker:
        """The speaker behind a word that cannot be led back to anyone safely."""
        made = self._new(head.text, "unnamed", anonymous=True, first=head)
        made.resolved = made.named = False
        return made

    def _new(
        self, name: str, kind: SourceKind, *, anonymous: bool, first: Token | None = None, actor: str | None = None
    ) -> Speaker:
        name = " ".join(name.split())
        made = Speaker(name, kind, anonymous, key=folded(name), actor=actor, first=first.i if first is not None else -1)
        self._order[id(made)] = len(self.speakers)
        self.speakers.append(made)
        self._call(made)
        return made

    def _call(self, speaker: Speaker) -> None:
        """Make ``speaker`` findable by its name."""
        speaker.key = folded(speaker.name)
        self._keyed.setdefault(speaker.key, []).append(speaker)
        parts = speaker.key.split()
        for word in {*parts, initials(parts), f"={speaker.actor}"}:
            self._called.setdefault(word, []).append(speaker)

    def _namesakes(self, key: str, actor: str | None = None) -> list[Speaker]:
        """The speakers that share a word, or the letters of an acronym, with a folded name, in the order they came."""
        parts = key.split()
        words = {*parts, initials(parts), *([f"={actor}"] if actor is not None else ())}
        found = {id(speaker): speaker for word in words for speaker in self._called.get(word, ())}
        return sorted(found.values(), key=lambda speaker: self._order[id(speaker)])

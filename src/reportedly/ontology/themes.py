"""What a short text may be about besides the events of a conflict: disasters, accidents, crime, diplomacy.

Words alone tell a theme; no event is made of them.
"""

from collections.abc import Mapping, Sequence

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, only, text, words
from reportedly.ontology._files import Files


class Theme(Record, frozen=True):
    """A matter that texts are about, and the lemmas and phrases that tell it (lower case); ``hints`` do so only
    beside others."""

    id: str
    label: str
    words: tuple[str, ...]
    hints: tuple[str, ...] = ()


class Hit(Record, frozen=True):
    """A phrase of a theme in a text. ``place`` is the index of its first word."""

    theme: str
    phrase: str
    place: int
    hint: bool


class Themes:
    """The themes of ``themes.yaml``; looked up word by word."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        self.all = dict(themes)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
        for theme in themes.values():
            for hint, phrases in ((False, theme.words), (True, theme.hints)):
                for phrase in phrases:
                    first, *rest = phrase.split()
                    self._by_first.setdefault(first, []).append((tuple(rest), phrase, theme.id, hint))

    def found(self, lemmas: Sequence[str]) -> list[Hit]:
        """The phrases that tell a theme in ``lemmas``, in order."""
        return [
            Hit(theme=theme, phrase=phrase, place=place, hint=hint)
            for place, lemma in enumerate(lemmas)
            for rest, phrase, theme, hint in self._by_first.get(lemma, ())
            if tuple(lemmas[place + 1 : place + 1 + len(rest)]) == rest
        ]


def load_themes(files: Files) -> Themes:
    """The themes of ``themes.yaml``.

    Raises:
        OntologyError: for an entry without label or words.
    """
    data = files.mapping("themes.yaml")
    found: dict[str, Theme] = {}
    for key in data:
        entry = entry_of(data, key)
        only(entry, key, ("label", "words", "hints"))
        text(entry, key, "label")
        phrases = words(entry, key, "words")
        if not phrases:
            raise entry.wrong(f"{key}: lacks words")
        found[key] = Theme(id=key, label=entry["label"], words=phrases, hints=words(entry, key, "hints"))
    return Themes(found)

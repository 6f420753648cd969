"""Words that carry polarity and modality."""

from typing import Any, Literal, get_args

from reportedly.model import Modality, Record
from reportedly.ontology._fields import entry_of, flag, only, text, words
from reportedly.ontology._files import Files

At = Literal["adverb", "auxiliary", "adjective", "governor", "passive-governor", "mark", "stance", "cue"]


class Hedge(Record, frozen=True):
    """A list of words that change polarity (``negative``) or modality from where ``at`` says they stand."""

    id: str
    label: str
    at: At
    words: frozenset[str]
    modality: Modality | None = None
    negative: bool = False


class Hedges(Record, frozen=True):
    """All hedges, by where they stand and by word."""

    all: tuple[Hedge, ...]
    by_place: dict[str, dict[str, Hedge]]

    def at(self, place: At, word: str) -> Hedge | None:
        """The hedge that ``word`` is when it stands at ``place``."""
        return self.by_place.get(place, {}).get(word)


def load_hedges(files: Files) -> Hedges:
    """The hedges of ``hedges.yaml``. Where a word stands in two lists of one place, the first holds.

    Raises:
        OntologyError: for an entry without label, words or effect, or with an unknown place or modality.
    """
    hedges: list[Hedge] = []
    by_place: dict[str, dict[str, Hedge]] = {}
    data = files.mapping("hedges.yaml")
    for key in data:
        entry = entry_of(data, key)
        text(entry, key, "label")
        only(entry, key, ("label", "at", "words", "modality", "negative"))
        words_ = words(entry, key, "words")
        if not words_:
            raise entry.wrong(f"{key}: lacks words")
        modality: Any = entry.get("modality")
        place: Any = entry.get("at")
        if place not in get_args(At):
            raise entry.wrong(f"{key}: 'at' must be one of {', '.join(get_args(At))}", "at")
        if modality not in (None, *get_args(Modality)) or (modality is None and not entry.get("negative")):
            raise entry.wrong(f"{key}: needs a modality ({', '.join(get_args(Modality))}) or 'negative'", "modality")
        hedge = Hedge(
            id=key,
            label=entry["label"],
            at=place,
            words=frozenset(words_),
            modality=modality,
            negative=flag(entry, key, "negative"),
        )
        hedges.append(hedge)
        for word in words_:
            by_place.setdefault(place, {}).setdefault(word, hedge)
    return Hedges(all=tuple(hedges), by_place=by_place)

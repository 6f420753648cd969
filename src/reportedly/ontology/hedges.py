"""Words that carry polarity and modality."""

from typing import Any, Literal, get_args

from reportedly.model import Modality, Record
from reportedly.ontology._files import Files
from reportedly.ontology.errors import OntologyError

At = Literal["adverb", "auxiliary", "adjective", "governor", "passive-governor", "mark", "stance"]


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
    for key, entry in files.mapping("hedges.yaml").items():
        if not isinstance(entry, dict) or not entry.get("label") or not entry.get("words"):
            raise OntologyError(f"hedges.yaml: {key}: needs a label and words")
        modality: Any = entry.get("modality")
        place: Any = entry.get("at")
        if place not in get_args(At):
            raise OntologyError(f"hedges.yaml: {key}: 'at' must be one of {', '.join(get_args(At))}")
        if modality not in (None, *get_args(Modality)) or (modality is None and not entry.get("negative")):
            raise OntologyError(f"hedges.yaml: {key}: needs a modality ({', '.join(get_args(Modality))}) or 'negative'")
        words = tuple(str(word) for word in entry["words"])
        hedge = Hedge(
            id=key,
            label=entry["label"],
            at=place,
            words=frozenset(words),
            modality=modality,
            negative=bool(entry.get("negative")),
        )
        hedges.append(hedge)
        for word in words:
            by_place.setdefault(place, {}).setdefault(word, hedge)
    return Hedges(all=tuple(hedges), by_place=by_place)

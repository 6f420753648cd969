"""Nouns that stand for who speaks (``data/speakers.yaml``): roles, media, bodies, documents, channels."""

from functools import cache
from importlib.resources import files

import yaml

from reportedly.model import Record
from reportedly.ontology.errors import OntologyError

CLASSES = ("person", "outlet", "organisation", "document", "account", "people", "channels", "titles")


class Speakers(Record, frozen=True):
    """Lower-case nouns by what they tell about a speaker; ``channels`` are media in which something is said,
    ``titles`` words that stand in the names of outlets."""

    person: frozenset[str]
    outlet: frozenset[str]
    organisation: frozenset[str]
    document: frozenset[str]
    account: frozenset[str]
    people: frozenset[str]
    channels: frozenset[str]
    titles: frozenset[str]


def parse_speakers(text: str, name: str) -> Speakers:
    """The speaker nouns in the text of a ``speakers.yaml``.

    Raises:
        OntologyError: if it is not a mapping of the known classes to lists of words.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise OntologyError(f"{name}: not valid YAML: {error}") from error
    if not isinstance(data, dict) or sorted(data) != sorted(CLASSES):
        raise OntologyError(f"{name}: expected the classes {', '.join(CLASSES)}")
    for key, words in data.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise OntologyError(f"{name}: {key}: expected a list of words")
    return Speakers(**{key: frozenset(words) for key, words in data.items()})


@cache
def load_speakers() -> Speakers:
    """The speaker nouns that come with the package."""
    path = files("reportedly.ontology") / "data" / "speakers.yaml"
    return parse_speakers(path.read_text(encoding="utf-8"), "speakers.yaml")

"""The ontology: everything the project knows of the world as data, loaded part by part when first asked
for."""

import hashlib
from functools import cache, cached_property
from pathlib import Path

from reportedly.ontology._files import Files
from reportedly.ontology.actors import Actor, NameIndex, Outlet, load_actors, load_outlets
from reportedly.ontology.crosswalks import Scheme, load_schemes
from reportedly.ontology.cues import Cues, load_cues
from reportedly.ontology.errors import OntologyError
from reportedly.ontology.events import EventLexicon, EventType, load_events
from reportedly.ontology.hedges import Hedges, load_hedges
from reportedly.ontology.kin import Kinship, load_kin
from reportedly.ontology.kinds import Kinds, load_kinds
from reportedly.ontology.materiel import Materiel, load_materiel
from reportedly.ontology.speakers import Speakers, load_speakers
from reportedly.ontology.themes import Themes, load_themes
from reportedly.ontology.units import Units, load_units


class Ontology:
    """Event types, materiel, actors, outlets, kinds of nouns and hedges. Immutable; each part is loaded at
    first use.

    Made by ``load``. ``extra`` are folders whose files of the same names are merged over the package's own.
    """

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self._files = Files(extra)

    @cached_property
    def fingerprint(self) -> str:
        """Ten hexadecimal characters over all data files: two ontologies with the same one hold the same."""
        digest = hashlib.sha256()
        for path in self._files.all():
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:10]

    @cached_property
    def lexicon(self) -> EventLexicon:
        """The event types with the word lists that their frames rest on."""
        kinds = (*self.kinds.nouns, *self.materiel.categories)
        return load_events(self._files, kinds, self.schemes)

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        """The other ontologies that event types are led over to, by identifier."""
        return load_schemes(self._files)

    @property
    def events(self) -> dict[str, EventType]:
        """The event types, by identifier."""
        return self.lexicon.types

    @cached_property
    def materiel(self) -> Materiel:
        """The categories of military goods."""
        return load_materiel(self._files)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors, by identifier."""
        return load_actors(self._files)

    @cached_property
    def outlets(self) -> dict[str, Outlet]:
        """The outlets, by identifier."""
        return load_outlets(self._files)

    @cached_property
    def names(self) -> NameIndex:
        """The index of all names of actors and outlets."""
        return NameIndex(tuple(self.actors.values()), tuple(self.outlets.values()))

    @cached_property
    def kin(self) -> Kinship:
        """Which families of event types may tell one happening."""
        return load_kin(self._files, {kind.family for kind in self.events.values()})

    @cached_property
    def kinds(self) -> Kinds:
        """What kind of thing a noun names."""
        return load_kinds(self._files)

    @cached_property
    def hedges(self) -> Hedges:
        """The words that carry polarity and modality."""
        return load_hedges(self._files)

    @cached_property
    def cues(self) -> Cues:
        """The cues of attribution."""
        return load_cues(self._files)

    @cached_property
    def speakers(self) -> Speakers:
        """The nouns that stand for who speaks."""
        return load_speakers(self._files)

    @cached_property
    def themes(self) -> Themes:
        """What a text may be about besides the events of a conflict."""
        return load_themes(self._files)

    @cached_property
    def units(self) -> Units:
        """The units of measure and money."""
        return load_units(self._files)

    @cached_property
    def actor_types(self) -> dict[str, str]:
        """The type of each actor; of each outlet ``outlet``."""
        return {
            **{key: actor.type for key, actor in self.actors.items()},
            **dict.fromkeys(self.outlets, "outlet"),
        }

    def check(self) -> None:
        """Load every part, so that whatever is wrong in a user's file is said before anything is read.

        Raises:
            OntologyError: for the first malformed line, or a file of a name that is not read.
        """
        if unknown := self._files.unknown():
            raise OntologyError(
                f"{unknown[0]}: no ontology file has this name; known are {', '.join(self._files.names())}"
            )
        for part in (self.lexicon, self.names, self.hedges, self.cues, self.speakers, self.themes, self.units):
            assert part is not None

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets.values() for domain in outlet.domains}

    def label(self, identifier: str) -> str:
        """The label of an actor, outlet, event type or category; the identifier itself where it is
        unknown."""
        for part in (self.actors, self.outlets, self.events, self.materiel.categories):
            if identifier in part:
                return str(part[identifier].label)
        return identifier

    def outlet_of(self, host: str) -> Outlet | None:
        """The outlet that publishes on ``host`` ("www.reuters.com"), by its domain or a parent of it."""
        name = host.lower().partition(":")[0]
        while name:
            if outlet := self._domains.get(name):
                return outlet
            name = name.partition(".")[2]
        return None

    def materiel_category(self, words: str) -> str | None:
        """The category of military goods that the noun phrase ``words`` names, ``None`` where it names
        none."""
        return self.materiel.category(words)


@cache
def load(*extra: Path) -> Ontology:
    """The ontology of the package, with the files of the ``extra`` folders merged over it. One per process.

    Raises:
        OntologyError: if an ``extra`` is no folder, holds a file that is not read, or a line that is malformed.
    """
    for folder in extra:
        if not folder.is_dir():
            raise OntologyError(f"{folder}: no folder of ontology files")
    ontology = Ontology(extra)
    if extra:
        ontology.check()
    return ontology

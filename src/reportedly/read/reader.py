"""One document's ledger: mentions, statements, events and claims, strung together."""

import hashlib
from collections.abc import Iterable, Iterator

import reportedly
from reportedly.gazetteer import Gazetteer
from reportedly.language import Parse, Pipeline
from reportedly.model import Document, Mentions, Reading, RunInfo
from reportedly.ontology import Ontology
from reportedly.read.actors import find_actors
from reportedly.read.attribution import find_statements
from reportedly.read.claims import find_claims
from reportedly.read.events import find_events
from reportedly.read.materiel import find_materiel
from reportedly.read.places import find_places
from reportedly.read.quantities import find_quantities
from reportedly.read.times import find_times


class Reader:
    """Reads documents with one English pipeline, one ontology and one gazetteer. Holds no state between documents."""

    def __init__(self, language: Pipeline, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.language = language
        self.ontology = ontology
        self.gazetteer = gazetteer
        self._run: RunInfo | None = None

    @property
    def run(self) -> RunInfo:
        """What readings are made with. ``rules`` is a hash of the cue lexicon and the package version."""
        if self._run is None:
            cues = f"{reportedly.__version__} {self.ontology.cues.fingerprint}"
            self._run = RunInfo(
                version=reportedly.__version__,
                model=self.language.version,
                ontology=self.ontology.fingerprint,
                gazetteer=self.gazetteer.fingerprint,
                rules=hashlib.sha256(cues.encode()).hexdigest()[:12],
            )
        return self._run

    def read(self, document: Document) -> Reading:
        """The reading of one document."""
        return self._reading(document, self.language.parse(document))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of ``documents``, in order."""
        for document in documents:
            yield self.read(document)

    def _reading(self, document: Document, parse: Parse) -> Reading:
        ontology = self.ontology
        actors = find_actors(document, parse, ontology)
        times = find_times(document, parse)
        mentions = Mentions(
            places=find_places(document, parse, self.gazetteer, ontology.materiel_category),
            times=times,
            quantities=find_quantities(document, parse, ontology.materiel_category, times, ontology.units),
            actors=actors,
            materiel=find_materiel(document, parse, ontology.materiel, actors),
        )
        sources, statements = find_statements(
            document, parse, actors, times, ontology.cues, ontology.speakers, ontology.actor_types
        )
        events, tellings = find_events(document, parse, mentions, statements, ontology)
        claims = find_claims(parse, statements, events, tellings, ontology)
        return Reading(
            document=document, sources=sources, statements=statements, events=events, claims=claims, mentions=mentions,
            run=self.run,
            sentences=tuple(sentence.span for sentence in parse.sentences),
        )  # fmt: skip

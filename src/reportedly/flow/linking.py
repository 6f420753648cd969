"""A case's incidents and grades, brought up to date: only what is new is compared, only what changed is weighed."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.case import Case
from reportedly.case.linking import Portion, Settled, Stored
from reportedly.flow import Advance
from reportedly.flow.anchors import placed
from reportedly.flow.entry import entry_of
from reportedly.flow.voices import Voices, among
from reportedly.flow.weighing import constraints, copied_events, told_at
from reportedly.link.copies import CopyIndex
from reportedly.link.incidents import Compared, Linker, name_of
from reportedly.link.signature import Signature, signatures
from reportedly.model import Copy, Incident, Judgement, standing
from reportedly.ontology import Ontology
from reportedly.weigh import weigh

METHOD = "2"
"""Raised when linking or weighing changes, so that cases are linked anew."""


def link(case: Case, ontology: Ontology, advance: Advance = lambda _what, _steps: None) -> int:
    """Takes new readings and judgements of ``case`` into its incidents; how many incidents are new or changed.

    The result is the same as if everything had been linked at once. Where linking itself has a new version or
    the ontology has changed, everything is linked anew; judgements always stay.
    """
    made_with = f"{METHOD} {ontology.fingerprint}"
    if case.linking.made_with() != made_with:
        case.linking.begin(made_with)
    waiting, outdated = case.linking.waiting(), case.linking.outdated()
    log = case.judgements.all()
    judged = case.linking.judged()
    if not waiting and not outdated and judged == len(log):
        return 0
    run = _Run(case, ontology, advance)
    run.forget(outdated)
    run.take([document for document, _ in waiting])
    settled, dissolved = run.settle(log, judged)
    new = [document for document, _ in waiting]
    case.linking.write(
        Portion(
            removed=outdated,
            linked=waiting,
            signatures=[
                (one.event, one.document, name_of(one), msgspec.json.encode(one))
                for document in new
                for one in run.by_document[document]
            ],
            links=[Stored(*pair) for pair in run.linker.pairs(new)],
            copies=run.copies,
            dissolved=dissolved,
            settled=settled,
            judged=len(log),
        )
    )
    return len(settled)


class _Run:
    """One run over a case: what was there, what is new."""

    def __init__(self, case: Case, ontology: Ontology, advance: Advance) -> None:
        self._case = case
        self._ontology = ontology
        self._advance = advance
        self._index = CopyIndex()
        self.linker = Linker(ontology.kin.rank)
        self.by_document: dict[str, list[Signature]] = {}
        self.copies: list[Copy] = []
        self._forgotten: Sequence[str] = ()
        known = [msgspec.json.decode(record, type=Signature) for record in case.linking.signatures()]
        for one in known:
            self.by_document.setdefault(one.document, []).append(one)
        self.linker.restore(known, (Compared(*pair) for pair in case.linking.links()), case.linking.groups())

    def forget(self, documents: Sequence[str]) -> None:
        """Lets go of what has been read anew or is no longer there."""
        self._forgotten = documents
        for document in documents:
            self.by_document.pop(document, None)
            self.linker.remove(document)

    def take(self, documents: Sequence[str]) -> None:
        """Compares new documents with all others."""
        kept = sorted(set(self._case.linking.documents()) - set(documents))
        self._index.enter(*(self._case.document(document) for document in kept if documents))
        taken = []
        for document in documents:
            self._advance("linking", len(documents))
            reading = self._case.reading(document)
            taken.append(reading.document)
            self.by_document[document] = list(signatures(reading, self._ontology))
            self.linker.add(self.by_document[document])
        self.copies = self._index.add(*taken)
        for copy in self.copies:
            self.linker.copied(copied_events(copy, self.by_document))

    def settle(self, log: Sequence[Judgement], judged: int) -> tuple[list[Settled], list[str]]:
        """The incidents that are new or changed, weighed, and the identifiers of those that are no more.

        ``judged``: how many entries of ``log`` the restored groups were formed with.
        """
        for stood in (standing(log[:judged]), standing(log)):
            valid = placed(stood, self._case)
            self.linker.decide(*constraints(valid, self.by_document))
        changes = self.linker.changes()
        made = {incident.id: incident for incident in changes.made}
        former = {self._case.linking.incident_of(event) for group in changes.gone for event in group} - {None}
        for incident in self._judged(log, log[judged:]):
            if incident.id not in former:
                made.setdefault(incident.id, incident)
        voices = Voices(self._case, self._ontology)
        everything = self._copies_by_document()
        settled = []
        for incident in sorted(made.values(), key=lambda one: one.id):
            self._advance("weighing", len(made))
            told = voices.among(incident, self._documents(incident))
            near = among({copy for one in told for copy in everything.get(one.document, ())}, told)
            near.sort(key=lambda copy: (copy.first, copy.second))
            weighing = weigh(incident, told, near, valid)
            settled.append(Settled(incident, weighing, entry_of(incident, told, weighing)))
        return settled, sorted(one for one in former if one is not None and one not in made)

    def _documents(self, incident: Incident) -> set[str]:
        return {self.linker.document_of(event) for event in incident.events}

    def _copies_by_document(self) -> dict[str, list[Copy]]:
        found: dict[str, list[Copy]] = {}
        gone = set(self._forgotten)
        kept = [one for one in self._case.linking.copies() if one.first not in gone and one.second not in gone]
        for copy in (*kept, *self.copies):
            found.setdefault(copy.first, []).append(copy)
        return found

    def _judged(self, log: Sequence[Judgement], new: Sequence[Judgement]) -> Iterator[Incident]:
        """Incidents that a new entry of the log is about, though their events have stayed. A source's reliability
        changes no weighing: it stands beside it in the note."""
        by_id = {one.id: one for one in log}
        entries = [by_id.get(one.value or "", one) if one.kind == "undo" else one for one in new]
        # An undone undoing is about what its target was about.
        entries = [by_id.get(one.value or "", one) if one.kind == "undo" else one for one in entries]
        for one in entries:
            for event in told_at(one.subject, self.by_document):
                yield self.linker.incident_of(event)

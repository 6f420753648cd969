"""PLOVER's gold standard records: the class of a sentence's event, its source and its target.

Classes are those of the records, an early version of PLOVER with FIGHT and ASSAULT apart. An event is led over by the
ontology's crosswalk; an act between parties, a demand or a refusal, is told by the words of the ontology's themes.
"""

import re
import time
from collections.abc import Iterator, Mapping, Sequence, Sized
from pathlib import Path
from typing import Any

from bench.labels import labels_of, score_labels, table
from bench.rows import read_rows, write_rows
from bench.telling import kinds_of, lemmas
from reportedly.clean import document_of
from reportedly.model import Reading
from reportedly.ontology import Ontology
from reportedly.read.reader import Reader

CLASSES = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE"}
_FIGHTING = frozenset({"clash", "offensive", "shelling", "air-strike", "drone-strike", "territory-captured", "defeat"})
_FADING = 0.55  # what each further act in the sentence weighs, of the one before it
_TITLE = 4  # words
_APART = frozenset(
    {
        "a", "an", "the", "of", "to", "with", "by", "on", "at", "in", "for", "from", "against", "and", "or", "into",
        "over", "that", "has", "have", "had", "is", "are", "was", "were", "be", "been", "will", "would", "may", "today",
        "said", "says",
    }
)  # fmt: skip
_EARLY = 30  # words
_COMING = frozenset({"will", "would", "shall", "willing", "ready", "prepared"})
_KIND = frozenset({"AID", "SUPPORT", "CONCEDE", "RETREAT", "CONSULT", "COOPERATE", "AGREE"})
_HARSH = frozenset({"SANCTION", "COERCE", "PROTEST", "FIGHT", "ASSAULT", "MOBILIZE"})
_SOURCE = ("agent", "holder", "subj")
_TARGET = ("target", "recipient", "partner", "destination", "origin", "item")
ACTS = {
    "act-threatening": "THREATEN",
    "act-refusal": "REJECT",
    "act-demand": "DEMAND",
    "act-blame": "DISAPPROVE",
    "act-approval": "SUPPORT",
    "act-consent": "AGREE",
    "act-meeting": "CONSULT",
    "act-inquiry": "INVESTIGATE",
    "act-cooperation": "COOPERATE",
    "act-concession": "CONCEDE",
    "act-retreat": "RETREAT",
    "act-mobilising": "MOBILIZE",
    "act-demonstrating": "PROTEST",
    "act-penalty": "SANCTION",
    "act-coercion": "COERCE",
    "act-assistance": "AID",
    "act-assault": "ASSAULT",
    "act-combat": "FIGHT",
}


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer wants of one record: one class, and the words of source and target."""
    reading = using.read(document_of(row["text"]))
    return {"id": row["id"], "labels": [kind(reading, using.ontology)], **parties(reading)}


def kind(reading: Reading, ontology: Ontology) -> str:
    """The class with the most weight: acts and events that the sentence leads with weigh most."""
    weights: dict[str, float] = {}
    text = reading.document.text
    for event in reading.events:
        nearest = ontology.events[event.type].nearest("plover", {r.role: kinds_of(r, ontology) for r in event.roles})
        name = nearest.code.split()[0] if nearest is not None else "ASSAULT"
        name = "FIGHT" if event.type in _FIGHTING else CLASSES.get(name, name)
        real = 1.0 if event.modality in ("actual", "hedged") and event.polarity == "positive" else 0.5
        weights[name] = weights.get(name, 0.0) + 1.4 * real * _lead(event.trigger.start, text)
    rank = 0
    last = -1
    words = lemmas(text)
    for hit in ontology.themes.found(words):
        act = ACTS.get(hit.theme)
        if act is None:
            continue
        rank += hit.place != last
        last = hit.place
        weights[act] = weights.get(act, 0.0) + 2.0 * _FADING ** (rank - 1)
    name = max(sorted(weights), key=lambda name: weights[name], default="CONSULT")
    return _announced(name, words)


def _announced(name: str, words: Sequence[str]) -> str:
    """The class of a deed that is only announced: PLOVER takes words for deeds to come as words."""
    place = next((place for place, word in enumerate(words[:_EARLY]) if word in _COMING), None)
    if place is None:
        return name
    if "not" in words[place : place + 3] or "no" in words[place : place + 3]:
        return "REJECT"
    return "AGREE" if name in _KIND else "THREATEN" if name in _HARSH else name


def _lead(place: int, whole: Sized) -> float:
    """What comes first in a sentence is what it is about."""
    return 1.0 / (1.0 + 3.0 * place / max(len(whole), 1))


def parties(reading: Reading) -> dict[str, str | None]:
    """The words of who does it and to whom.

    An event's agent and target where both are told; else the first body, person or people that the sentence names,
    and the next one of another name.
    """
    text = reading.document.text
    for event in reading.events:
        agent = next((role.name for role in event.roles if role.role in _SOURCE), None)
        target = next((role.name for role in event.roles if role.role in _TARGET), None)
        if agent and target and event.trigger.start < len(text) // 2:
            return {"source": agent, "target": target}
    named: dict[str, str] = {}
    spans = [(mention.span, mention.actor or mention.name) for mention in reading.mentions.actors]
    spans += [(place.span, place.name) for place in reading.mentions.places]
    end = 0
    for span, key in sorted(spans, key=lambda item: item[0]):
        if span.start >= end and not (named and _one_phrase(text[end : span.start])):
            named.setdefault(key, span.of(text))
        end = max(end, span.end)
    found = [*named.values(), None, None]
    return {"source": found[0], "target": found[1]}


def _one_phrase(gap: str) -> bool:
    """Whether two names with ``gap`` between them are one party's: "French foreign minister Jean Marat"."""
    words = gap.split()
    return len(words) <= _TITLE and not any(word.strip("'’,") in _APART or "," in word for word in words)


def party_f1(gold: Sequence[Mapping[str, Any]], predicted: Mapping[str, Mapping[str, Any]], role: str) -> float:
    """F1 of source or target: right where the predicted words share a content word with a gold actor's text."""
    right = given = wanted = 0
    for row in gold:
        actors = _actors(row.get(role))
        ours = predicted.get(str(row["id"]), {}).get(role)
        wanted += bool(actors)
        given += bool(ours)
        right += any(_content(actor["actorText"]) & _content(ours or "") for actor in actors)
    return 2 * right / (given + wanted) if given + wanted else 1.0


def _actors(value: Any) -> list[Mapping[str, Any]]:
    """The actors of a record; some hold a word, empty or not, in place of the list."""
    return value if isinstance(value, list) else []


def _content(words: str) -> set[str]:
    return {word for word in re.findall(r"\w+", words.lower()) if len(word) > 2 and word not in ("the", "and", "for")}


def run(data: Path, using: Reader) -> Iterator[str]:
    """The tables, line by line."""
    rows = read_rows(data / "eventtype" / "plover_gsr.jsonl")
    begun = time.process_time()
    ours = {str(row["id"]): predict(row, using) for row in rows}
    spent = time.process_time() - begun
    scores = score_labels(labels_of(rows), {key: found["labels"] for key, found in ours.items()})
    yield f"PLOVER gold standard records, {scores.texts} sentences in {spent:.0f} s"
    yield f"event class accuracy {scores.accuracy:.3f}, macro F1 {scores.macro_f1:.3f}"
    for role in ("source", "target"):
        yield f"{role} F1 {party_f1(rows, ours, role):.3f} (a shared content word counts as found)"
    yield from table(scores)


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)

"""What police did, sentence by sentence: the IndiaPoliceEvents corpus (Halterman et al. 2021).

A sentence is KILL, ARREST or FORCE where it tells that police killed, arrested or used force; ANY_ACTION where it tells
any deed of theirs. Sentences come in lower case and in the order of their documents; who acts is often told only by the
sentence before.
"""

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.labels import labels_of, score_labels, table
from bench.rows import read_rows, write_rows
from bench.telling import kinds_of
from reportedly.clean import document_of
from reportedly.model import Event
from reportedly.ontology import Ontology
from reportedly.read.reader import Reader

_FLOOR = "keyword floor: KILL .50, ARREST .48, FORCE .65"
_POLICE = re.compile(
    r"\b(?:police\w*|cops?|constables?|jawans?|c\.?r\.?p\.?f|r\.?p\.?f|s\.?r\.?p|b\.?s\.?f|army|commandos|nsg|"
    r"(?:security|paramilitary|special|armed) (?:forces?|personnel|guards?|men)|law enforcers?)\b"
)
# Only a sentence with one of these is read: the others can tell no deed of police.
_DEEDS = re.compile(
    r"\b(?:police|arrest|detain|custod|detention|nab|apprehend|held|jail|round|fire|firing|shot|shoot|kill|dead|death|"
    r"died|lathi|tear|baton|encounter|bullet|beat|thrash|charge|pick|force|cop|jawan|army|behind|caught|booked)"
)
_FIRING = re.compile(
    r"\b(?:police|security forces?|army|crpf|rpf|srp|cops?)(?:'s|''s)? (?:\w+ )?"
    r"(?:firing|fir?ng|fire|bullets?|shooting|encounter)\b|"
    r"\b(?:firing|fire|bullets?|encounter) (?:by|with|of) (?:the )?(?:\w+ )?(?:police|security|army|cops|jawans)|"
    r"\bdue to police\b|"
    r"\b(?:police|security forces|personnel|jawans|cops)(?: \w+){0,3}? "
    r"(?:fired|fire|firing|opened fire|open(?:ing)? fire|lobbed|lathi-?charged?|cane-?charged?|shot dead|"
    r"dispersed \w+ with)\b|"
    r"\b(?:rounds|shots|shells) (?:had to be|were|was) (?:fired|lobbed|burst)\b"
)
_CLASH = re.compile(r"\bpolice\b[^.]*\bclash|\bclash\w*\b[^.]*\bpolice\b")
# Militants found dead where police are at work were killed by them.
_SHOT = re.compile(
    r"\b(?:militant|terrorist|extremist|naxalite)s?\b(?: \w+){0,5}? "
    r"(?:killed (?:on|in|by|instantly|near)|were killed|was killed|shot dead|gunned down)|"
    r"\bbod(?:y|ies) of (?:\w+ ){0,2}(?:militant|terrorist)"
)
_OTHERWISE = re.compile(r"\b(?:stab|burn|torch|mob|riot|arson|lynch|helicopter|accident|earthquake)")
_MEANS = re.compile(
    r"\b(?:fired|opened fire|firing|lathi|baton|cane|"
    r"(?:lobb|burst|us|explod|hurl|throw)\w* (?:\S+ ){0,4}(?:tear|shells))"
)
_HELD = re.compile(
    r"\b(?:(?:currently|now|presently) (?:held|in (?:\w+ )?(?:custody|jail|detention))|"
    r"in (?:police|judicial|the) custody|in the custody of|number of arrests|held by (?:the )?(?:\w+ )?police|"
    r"arrests (?:made|followed|so far|have|has|were)|(?:the|those|all|of) arrested|"
    r"(?:was|were|been|being|have|had|has) (?:already )?(?:booked|nabbed|arrested|rounded up|picked up))\b"
)
_UNREAL = re.compile(
    r"\b(?:not|nobody|no one|never|should|would|if|demand\w*|fail\w*|to be|may|might|threat\w*|could)\b"
)
_DEAD = re.compile(r"\b(?:kill(?:ed|ing)|dead|died?|deaths?|toll|shot dead)\b")
_MILITANT = frozenset({"irregulars"})
_DEATH = frozenset({"killing", "execution", "assassination"})
_SHOOTING = frozenset({"gun-attack", "shelling", "attack", "other-violence", "torture", "wounding", "grenade-attack"})


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows(({"id": key, "labels": labels} for key, labels in predict(rows, using).items()), out)


def predict(rows: Sequence[Mapping[str, Any]], using: Reader) -> dict[str, list[str]]:
    """The labels of each sentence, by its id; ``rows`` in the order of their documents."""
    found: dict[str, list[str]] = {}
    doc, before = "", frozenset[str]()
    for row in rows:
        if row["doc"] != doc:
            doc, before = row["doc"], frozenset()
        text = row["text"]
        labels: set[str] = set()
        if _DEEDS.search(text.lower()):
            labels = sentence_labels(text, using.read(document_of(text)).events, before, using.ontology)
        before = frozenset(labels)
        found[str(row["id"])] = sorted(labels)
    return found


def sentence_labels(text: str, events: Sequence[Event], before: frozenset[str], ontology: Ontology) -> set[str]:
    """The labels of one sentence with its ``events``; ``before`` are those of the sentence before it."""
    lower = text.lower()
    police, fired = bool(_POLICE.search(lower)), bool(_FIRING.search(lower))
    shown = police or "FORCE" in before
    labels: set[str] = set()
    for event in events:
        kinds = {name: _kinds(event, name, ontology) for name in ("agent", "target")}
        by_police = bool(kinds["agent"] & {"police", "regulars", "state"})
        by_others = bool(kinds["agent"] & {"irregulars", "mob", "protester"}) and not by_police
        real = event.polarity == "positive" and event.modality in ("actual", "hedged")
        if event.type == "crowd-control" and not by_others and event.polarity == "positive":
            # "fired to disperse the mob": what it was done for is planned, the firing is not
            if real or _MEANS.search(lower):
                labels.add("FORCE")
        elif not real or by_others:
            continue
        elif event.type == "arrest":
            labels.add("ARREST")
        elif event.type in _SHOOTING and (by_police or (event.type == "gun-attack" and not kinds["agent"] and shown)):
            labels.add("FORCE")
        elif event.type in _DEATH:
            led = "FORCE" in before and not _OTHERWISE.search(lower)
            by_nobody = not kinds["agent"] and (fired or led or bool(kinds["target"] & _MILITANT))
            if by_police or by_nobody:
                labels |= {"KILL", "FORCE"}
    if fired:
        labels.add("FORCE")
    if (_DEAD.search(lower) and (fired or _CLASH.search(lower))) or _SHOT.search(lower):
        labels |= {"KILL", "FORCE"}
    if _HELD.search(lower) and not _UNREAL.search(lower):
        labels.add("ARREST")
    if labels or (police and any(_acts(event, ontology) for event in events)):
        labels.add("ANY_ACTION")
    return labels


def _kinds(event: Event, name: str, ontology: Ontology) -> set[str]:
    return {kind for role in event.roles if role.role == name for kind in kinds_of(role, ontology)}


def _acts(event: Event, ontology: Ontology) -> bool:
    return any(role.role == "agent" and "police" in kinds_of(role, ontology) for role in event.roles)


def run(data: Path, using: Reader) -> Iterator[str]:
    """The table of the visible half, line by line."""
    rows = read_rows(data / "eventtype" / "ipe_sentences_dev.jsonl")
    begun = time.process_time()
    ours = predict(rows, using)
    spent = time.process_time() - begun
    scores = score_labels(labels_of(rows), ours)
    yield f"IndiaPoliceEvents, visible half, {scores.texts} sentences in {spent:.0f} s; F1 (precision/recall; gold)"
    yield _FLOOR
    yield from table(scores)

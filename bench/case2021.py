"""Event types of short texts: CASE 2021 task 2, one label a snippet, by our events and the crosswalk to ACLED.

Hürriyetoğlu et al. (2021), task 2, with labels of ACLED sub-events and five more. No text of it trains anything: a
snippet is read, each event is led over to ACLED by the ontology's crosswalk, and the label with the most weight holds.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.labels import labels_of, score_labels, table
from bench.rows import read_rows, write_rows
from bench.telling import kinds_of, lemmas, materiel_named, named_types, theme_weights
from reportedly.clean import document_of
from reportedly.model import Event, Reading
from reportedly.ontology import Ontology
from reportedly.read.reader import Reader

ACLED = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Chemical weapon": "CHEM_WEAP",
    "Air/drone strike": "AIR_STRIKE",
    "Suicide bomb": "SUIC_BOMB",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Sexual violence": "SEX_VIOL",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
}
THEMES = {
    "natural-disaster": "NATURAL_DISASTER",
    "accident": "MAN_MADE_DISASTER",
    "crime": "ORG_CRIME",
    "diplomacy": "DIPLO",
    "responsibility": "ATTRIB",
}
MEANS = {
    "chemical": "CHEM_WEAP", "suicide-device": "SUIC_BOMB", "grenade": "GRENADE", "ied": "REM_EXPLOS",
    "landmine": "REM_EXPLOS", "bomb": "AIR_STRIKE", "explosive": "REM_EXPLOS", "aircraft": "AIR_STRIKE",
    "artillery": "ART_MISS_ATTACK", "rocket": "ART_MISS_ATTACK", "missile": "ART_MISS_ATTACK",
    "mortar": "ART_MISS_ATTACK",
}  # fmt: skip
_HARM = ("ATTACK", "ARMED_CLASH", "PROPERTY_DISTRUCT")
_CALM = frozenset({"peaceful", "peacefully", "non-violent", "nonviolent"})
_PEACEFUL = frozenset({"natural-disaster", "accident", "crime"})
_SOLDIERS = frozenset({"soldier", "troop", "army", "warplane", "jet", "airstrike", "military", "navy", "ceasefire"})
_FIGHTS = frozenset({"clash", "offensive", "air-strike", "shelling"})
_OPENING = 12  # words
_UNTOLD = ("DISR_WEAP", "ABDUCT_DISSAP", "SEX_VIOL", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "AGREEMENT")
_NEAR = 120  # characters: the first sentence tells what a report is about
_NEAR_WORDS = 25
# A means that is told decides over the attack that it was used in, and both over their victims.
WEIGHT = {
    "CHEM_WEAP": 5.0, "SUIC_BOMB": 4.5, "GRENADE": 4.2, "SEX_VIOL": 4.5, "HQ_ESTABLISHED": 3.2, "AIR_STRIKE": 3.2,
    "ART_MISS_ATTACK": 3.0, "REM_EXPLOS": 3.0, "ABDUCT_DISSAP": 3.0, "DISR_WEAP": 3.0, "MOB_VIOL": 2.6,
    "FORCE_AGAINST_PROTEST": 3.0, "PROTEST_WITH_INTER": 2.6, "VIOL_DEMONSTR": 2.6, "PROPERTY_DISTRUCT": 2.2,
    "GOV_REGAINS_TERIT": 2.6, "NON_STATE_ACTOR_OVERTAKES_TER": 2.6, "NON_VIOL_TERRIT_TRANSFER": 2.0, "AGREEMENT": 2.3,
    "PEACE_PROTEST": 2.2, "ARREST": 1.8, "CHANGE_TO_GROUP_ACT": 1.8, "ARMED_CLASH": 1.7, "ATTACK": 1.2, "OTHER": 0.6,
}  # fmt: skip


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer wants of one snippet: its one label."""
    reading = using.read(document_of(row["text"]))
    return {"id": row["id"], "labels": [label(reading, using.ontology)]}


def label(reading: Reading, ontology: Ontology) -> str:
    """The label of a snippet: that with the most weight."""
    weights = evidence(reading, ontology)
    return max(sorted(weights), key=lambda name: weights[name]) if weights else "ATTACK"


def evidence(reading: Reading, ontology: Ontology) -> dict[str, float]:
    """What speaks for each label, as a weight."""
    words = lemmas(reading.document.text)
    weights: dict[str, float] = {}
    for event in reading.events:
        name = _label_of(event, ontology)
        first = min(event.mentions[0].start, event.trigger.start)
        nearness = 1.3 if first < _NEAR else 1.0 if first < 2 * _NEAR else 0.7
        told = 1.0 if event.polarity == "positive" and event.modality in ("actual", "hedged") else 0.6
        _add(weights, name, WEIGHT[name] * nearness * told)
    for kind, place in named_types(words, ontology).items():
        nearest = ontology.events[kind].nearest("acled", {})
        if nearest is not None:  # a noun that names the happening, whatever the sentence around it
            _add(weights, ACLED[nearest.code], WEIGHT[ACLED[nearest.code]] * (0.6 if place < _NEAR_WORDS else 0.4))
    themes = theme_weights(words, ontology)
    fought = _sides(reading, words, ontology)
    for theme, name in THEMES.items():
        if themes.get(theme, 0.0) >= 1.0:
            # where no armed side is told of, a blast is an accident and a killing a crime
            alone = 2.0 if theme in _PEACEFUL and not fought else 1.1
            weights[name] = weights.get(name, 0.0) + alone * min(themes[theme], 4.0)
    if any(
        hit.theme == "responsibility" and not hit.hint and hit.place < _OPENING for hit in ontology.themes.found(words)
    ):
        weights["ATTRIB"] = 1.1 * max(weights.values())
    _means(weights, words, ontology)
    blast = max((weights.get(name, 0.0) for name in ("REM_EXPLOS", "ATTACK", "ARMED_CLASH")), default=0.0)
    if themes.get("suicide", 0.0) >= 1.0 and blast:
        weights["SUIC_BOMB"] = max(weights.get("SUIC_BOMB", 0.0), blast + 0.5)
    types = {event.type for event in reading.events}
    _crowds(weights, themes, types, words)
    _territory(weights, themes, types)
    return weights


def _add(weights: dict[str, float], name: str, weight: float) -> None:
    """The same label told twice weighs little more than once."""
    known = weights.get(name, 0.0)
    weights[name] = max(known, weight) + 0.2 * min(known, weight)


def _label_of(event: Event, ontology: Ontology) -> str:
    kinds: dict[str, set[str]] = {}
    for role in event.roles:
        kinds.setdefault(role.role, set()).update(kinds_of(role, ontology))
    nearest = ontology.events[event.type].nearest("acled", kinds)
    return ACLED[nearest.code] if nearest is not None else "OTHER"


def _sides(reading: Reading, words: Sequence[str], ontology: Ontology) -> bool:
    """Whether an armed side is told of."""
    if not ontology.kinds.nouns["irregulars"].isdisjoint(words) or not _SOLDIERS.isdisjoint(words):
        return True
    types = (ontology.actor_types.get(mention.actor or "") for mention in reading.mentions.actors)
    return any(kind in ("armed-group", "militia", "forces") for kind in types)


def _means(weights: dict[str, float], words: Sequence[str], ontology: Ontology) -> None:
    """An attack whose means the sentence around it does not tell takes the one that the text names."""
    if any(weights.get(name, 0.0) > weights.get("ATTACK", 0.0) for name in _UNTOLD):
        return
    bare = max((weights.get(name, 0.0) for name in _HARM), default=0.0)
    shot = max((weights.get(name, 0.0) for name in ("ART_MISS_ATTACK", "AIR_STRIKE")), default=0.0)
    for category in sorted(materiel_named(words, ontology)):
        name = next((MEANS[wider] for wider in ontology.materiel.above(category) if wider in MEANS), None)
        # what a shell or a bomb was filled with decides over the gun that fired it
        harm = max(bare, shot) if name == "CHEM_WEAP" else bare if bare > shot else 0.0
        if name is not None and harm:
            weights[name] = max(weights.get(name, 0.0), harm + 0.2 * WEIGHT[name])


def _crowds(weights: dict[str, float], themes: Mapping[str, float], types: set[str], words: Sequence[str]) -> None:
    """A gathering is peaceful, violent, broken up or shot at: its label follows from what else is told of it."""
    gathered = themes.get("protest", 0.0) + (1.0 if types & {"protest", "riot"} else 0.0)
    if gathered < 1.0:
        return
    checked = "crowd-control" in types
    disorder = themes.get("disorder", 0.0) + (1.5 if "riot" in types else 0.0)
    disorder -= 0.75 if _CALM & set(words) else 0.0
    lethal = themes.get("lethal-force", 0.0) if checked else 0.0
    strength = 1.8 + 0.4 * min(gathered, 4.0)
    if disorder >= 1.5 or (disorder >= 1.0 and not checked):
        name = "VIOL_DEMONSTR"
    elif lethal >= 1.0:
        name = "FORCE_AGAINST_PROTEST"
    elif checked or "arrest" in types:
        name = "PROTEST_WITH_INTER"
    else:
        name = "PEACE_PROTEST"
    for other in ("VIOL_DEMONSTR", "PROTEST_WITH_INTER", "FORCE_AGAINST_PROTEST", "PEACE_PROTEST"):
        weights[other] = min(weights.get(other, 0.0), 0.5)
    weights[name] = strength + (0.8 if checked or disorder else 0.0)


def _territory(weights: dict[str, float], themes: Mapping[str, float], types: set[str]) -> None:
    """A place taken after the other side has left it, or without a fight, changed hands without violence."""
    taken = max(weights.get("GOV_REGAINS_TERIT", 0.0), weights.get("NON_STATE_ACTOR_OVERTAKES_TER", 0.0))
    left = bool(types & {"withdrawal", "territory-transferred"}) or themes.get("no-resistance", 0.0) >= 1.0
    if taken and left:
        weights["NON_VIOL_TERRIT_TRANSFER"] = taken + (
            0.3 if not types & {"clash", "offensive", "air-strike"} else -0.3
        )


def run(data: Path, using: Reader) -> Iterator[str]:
    """The table of the visible half, line by line."""
    rows = read_rows(data / "eventtype" / "case2021_dev.jsonl")
    begun = time.process_time()
    ours = {str(row["id"]): predict(row, using)["labels"] for row in rows}
    spent = time.process_time() - begun
    scores = score_labels(labels_of(rows), ours)
    yield f"CASE 2021 task 2, visible half, {scores.texts} snippets in {spent:.0f} s"
    yield f"weighted F1 {scores.weighted_f1:.3f}, macro F1 {scores.macro_f1:.3f}, accuracy {scores.accuracy:.3f}"
    yield "best system of the task, trained on ACLED (all 1,019 snippets): weighted F1 .771"
    yield from table(scores)


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)

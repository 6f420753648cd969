"""Scores of events against the project's own gold.

A predicted event may stand for an annotated one if one of its mentions shares a character with one of the annotated
triggers; the matching is one to one, best agreement first. What stands for an event that may be left out counts
neither way. The measures:

events
    all right: type, agent, target, place and time of a matched pair are all right.
told
    an event is told here: matched pairs over predicted and over annotated events.
type, agent, target, other roles, place, time, casualties, quantities
    what of the part is right over what is predicted and over what is annotated, summed over all events, those
    without a counterpart too. A filler is right where its role is and the head of each phrase lies in the other, or
    both phrases have the same head word. A type is right if it is one of the annotated ones or a finer one. A place
    is right by its name, a time by its value, a number by its bounds;
    of the quantities, those of no materiel that the gold does not list count neither way.
    *target* takes in every role that names what is done to whom: target, item, recipient, partner, holder.
polarity, modality, statement
    accuracy over matched pairs; a statement is right by its cue, or by there being none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from bench.gold_event_records import GoldCount, GoldEvent, GoldEventPassage, GoldRole
from reportedly.errors import ReportedlyError
from reportedly.model import Span

DIRECTED = frozenset({"target", "item", "recipient", "partner", "holder"})
STATES = frozenset({"territory-held"})
"""Families that tell no happening, which the gold leaves out: they count neither way."""

PARTS = ("events", "told", "type", "agent", "target", "other roles", "place", "time", "casualties", "quantities")
ACCURACIES = ("polarity", "modality", "statement")
_WORD = re.compile(r"[\w’'-]+")
_BEHIND = frozenset({
    "of", "from", "in", "near", "on", "at", "who", "with", "by", "for", "to", "over", "under", "held", "that", "which",
    "north", "south", "east", "west", "outside", "inside", "off", "aboard", "as", "after", "during",
})  # fmt: skip


class Counts(msgspec.Struct):
    """Right, predicted and annotated items of one part."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Right over predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Right over annotated."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 1.0


class Verdict(NamedTuple):
    """One annotated or predicted event, or both where they were matched, with the counts of each part."""

    gold: GoldEvent | None
    predicted: Mapping[str, Any] | None
    parts: Mapping[str, Counts]
    rights: Mapping[str, bool]


def score(gold: Sequence[GoldEventPassage], readings: Mapping[str, Mapping[str, Any]]) -> dict[str, Counts]:
    """The counts of each part, and of each accuracy, over all passages.

    Args:
        readings: by passage, in the shape of ``Reading.to_dict``.

    Raises:
        ReportedlyError: where a passage has no reading, or one of another text.
    """
    found = {name: Counts() for name in (*PARTS, *ACCURACIES)}
    for passage in gold:
        if passage.id not in readings or readings[passage.id]["document"]["text"] != passage.text:
            raise ReportedlyError(f"passage {passage.id}: no reading of its text")
        for verdict in verdicts(passage, readings[passage.id]):
            for name, counts in verdict.parts.items():
                found[name].right += counts.right
                found[name].predicted += counts.predicted
                found[name].gold += counts.gold
            for name, right in verdict.rights.items():
                found[name].right += right
                found[name].predicted += 1
                found[name].gold += 1
    return found


def verdicts(passage: GoldEventPassage, reading: Mapping[str, Any]) -> Iterator[Verdict]:
    """What is right of each event of one passage, annotated and predicted."""
    text, cues = passage.text, {item["id"]: item["cue"] for item in reading["statements"]}
    every: Sequence[Mapping[str, Any]] = [event for event in reading["events"] if event["family"] not in STATES]
    ranked = []
    for i, wanted in enumerate(passage.events):
        for j, given in enumerate(every):
            if any(_overlap(span, mention) for span in wanted.triggers for mention in given["mentions"]):
                parts = _parts(wanted, given, text)
                agreement = sum(part.right - (part.predicted + part.gold) / 100 for part in parts.values())
                ranked.append((-_is_type(wanted, given) * 10 - agreement, wanted.optional, i, j))
    used: dict[int, int] = {}
    for _, _, i, j in sorted(ranked):
        if i not in used and j not in used.values():
            used[i] = j
    for i, wanted in enumerate(passage.events):
        if i in used:
            given = every[used[i]]
            if not wanted.optional:
                yield Verdict(wanted, given, _parts(wanted, given, text), _rights(wanted, given, cues))
        elif not wanted.optional:
            yield Verdict(wanted, None, _parts(wanted, None, text), {})
    for j, given in enumerate(every):
        if j not in used.values():
            yield Verdict(None, given, _parts(None, given, text), {})


def _parts(wanted: GoldEvent | None, given: Mapping[str, Any] | None, text: str) -> dict[str, Counts]:
    found: defaultdict[str, Counts] = defaultdict(Counts)
    both = wanted is not None and given is not None
    found["told"] = Counts(int(both), int(given is not None), int(wanted is not None))
    right = wanted is not None and given is not None and _is_type(wanted, given)
    found["type"] = Counts(int(right), int(given is not None), int(wanted is not None))
    for name in ("agent", "target", "other roles"):
        found[name] = _roles(wanted, given, name, text)
    found["place"] = _places(wanted, given)
    found["time"] = _time(wanted, given)
    found["casualties"] = _numbers(
        wanted.casualties if wanted else (), [(c["kind"], None, c) for c in given["casualties"]] if given else []
    )
    found["quantities"] = _numbers(
        wanted.quantities if wanted else (), [(None, q["span"], q) for q in given["quantities"]] if given else []
    )
    whole = right and all(
        found[name].right == found[name].predicted == found[name].gold for name in ("agent", "target", "place", "time")
    )
    found["events"] = Counts(int(whole), int(given is not None), int(wanted is not None))
    return dict(found)


def _is_type(wanted: GoldEvent, given: Mapping[str, Any]) -> bool:
    return given["type"] in wanted.types or given["family"] in wanted.types


def _part_of(role: str) -> str:
    return "agent" if role == "agent" else "target" if role in DIRECTED else "other roles"


def _roles(wanted: GoldEvent | None, given: Mapping[str, Any] | None, part: str, text: str) -> Counts:
    roles = [item for item in given["roles"] if _part_of(item["role"]) == part] if given else []
    left = list(roles)
    right = missed = 0
    # What must be there is matched first, so that nothing optional takes its place; a filler may have another role.
    expected = sorted(wanted.roles, key=lambda role: role.optional) if wanted else []
    for role in expected:
        found = next((item for item in left if item["role"] in role.roles and _same_filler(role, item, text)), None)
        if found is not None:
            left.remove(found)
            if role.optional:
                roles.remove(found)
            else:
                right += 1
        elif not role.optional and _part_of(role.roles[0]) == part:
            elsewhere = given is not None and any(
                item["role"] in role.roles and _part_of(item["role"]) != part and _same_filler(role, item, text)
                for item in given["roles"]
            )
            missed += not elsewhere
    if part == "other roles":  # circumstances that the gold does not list count neither way
        return Counts(right, right, right + missed)
    return Counts(right, len(roles), right + missed)


def _same_filler(role: GoldRole, item: Mapping[str, Any], text: str) -> bool:
    given = Span(*item["span"])
    head = _head(given, text)
    for filler in role.fillers:
        own = _head(filler, text)
        if own in given and head in filler:
            return True
        if own.of(text).casefold() == head.of(text).casefold():
            return True
    return False


def _head(span: Span, text: str) -> Span:
    """The last word before the first that opens a complement, or a mark."""
    words = list(_WORD.finditer(text, span.start, span.end))
    last = words[0] if words else None
    for word in words[1:]:
        if last is None or word[0].casefold() in _BEHIND or re.search(r"[,;:(]", text[last.end() : word.start()]):
            break
        last = word
    return Span(last.start(), last.end()) if last else span


def _places(wanted: GoldEvent | None, given: Mapping[str, Any] | None) -> Counts:
    names = [_plain(place["name"]) for place in given["places"]] if given else []
    if wanted is None:
        return Counts(0, len(names), 0)
    if wanted.places is None:
        return Counts()
    right = missed = 0
    for place in sorted(wanted.places, key=lambda item: item.optional):
        found = next((name for name in names if _plain(place.name) == name), None)
        if found is not None and place.optional:
            names.remove(found)
        elif found is not None:
            right += 1
        elif not place.optional:
            missed += 1
    return Counts(right, len(names), right + missed)


def _plain(name: str) -> str:
    """The name alone: "the town of X" and "10 km north of X" are told by X."""
    return re.sub(r"^(?:.* of )?(?:the )?", "", name.casefold())


def _time(wanted: GoldEvent | None, given: Mapping[str, Any] | None) -> Counts:
    value = given["time"]["value"] if given and given["time"] else None
    if wanted is None:
        return Counts(0, int(value is not None), 0)
    if wanted.times is None:
        return Counts()
    right = value is not None and value in wanted.times
    return Counts(int(right), int(value is not None), int(bool(wanted.times)))


def _numbers(wanted: Sequence[GoldCount], given: list[tuple[str | None, Any, Mapping[str, Any]]]) -> Counts:
    left = list(given)
    right = missed = 0
    for count in sorted(wanted, key=lambda item: item.optional):
        found = next((item for item in left if _same_count(count, *item)), None)
        if found is not None:
            left.remove(found)
            right += not count.optional
        else:
            missed += not count.optional
    # People and bare numbers that are counted but are no casualties need not be annotated.
    wrong = sum(item.get("kind") is not None or item.get("category") is not None for _, _, item in left)
    return Counts(right, right + wrong, right + missed)


def _same_count(count: GoldCount, what: str | None, span: Any, item: Mapping[str, Any]) -> bool:
    if count.what != what or (count.span is not None and not _overlap(count.span, span)):
        return False
    return count.free or (count.low, count.high) == (item["low"], item["high"])


def _rights(wanted: GoldEvent, given: Mapping[str, Any], cues: Mapping[str, Any]) -> dict[str, bool]:
    found = {
        "polarity": given["polarity"] in {polarity for polarity, _ in wanted.factuality},
        "modality": given["modality"] in {modality for _, modality in wanted.factuality},
    }
    if wanted.cues is not None:
        of = cues.get(given["statement"]) if given["statement"] else None
        told = of is not None and any(_overlap(span, cue) for span in wanted.cues for cue in of)
        found["statement"] = told or (of is None and wanted.own_voice)
    return found


def _overlap(span: Span, other: Sequence[int]) -> bool:
    return span.start < other[1] and other[0] < span.end

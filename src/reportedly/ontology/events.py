"""Event types and the frames by which a sentence tells them."""

from typing import Any, Literal, get_args

import msgspec

from reportedly.model import Record
from reportedly.ontology._files import Files
from reportedly.ontology.errors import OntologyError

CasualtyKind = Literal["killed", "wounded", "captured", "missing"]


class Frame(Record, frozen=True):
    """How words tell an event type: triggers, and which slot of the trigger fills which role.

    ``triggers`` are patterns of lemmas: ``seize``, ``hand over`` (particle or preposition), ``take +control
    of`` (``+`` marks the noun that the verb governs), ``air strike`` (for nouns: a compound). ``part`` is the
    part of speech of the trigger word. ``roles`` maps a slot to a role: ``subj`` and ``obj`` (logical: a
    passive is turned round), ``iobj``, ``poss``, ``mod`` (a name or demonym before a noun), ``hit`` (what a
    verb does with this noun as its subject), or a preposition. ``need`` and ``bar`` restrict a slot to kinds,
    or keep kinds out of it. An ``intransitive`` verb has no object: what looks like one is its subject.
    """

    id: str
    type: str
    part: str
    triggers: tuple[str, ...]
    roles: dict[str, str]
    need: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    bar: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    casualty: CasualtyKind | None = None
    intransitive: bool = False


class EventType(Record, frozen=True):
    """A type of happening. ``family`` is the coarse type it belongs to (its own id for a coarse one).

    ``crosswalk`` gives the nearest class of other ontologies (ACLED sub-event, PLOVER), where that is known.
    ``violent`` types take up the casualties that the same sentence tells.
    """

    id: str
    label: str
    definition: str
    family: str
    example: str
    frames: tuple[Frame, ...]
    crosswalk: dict[str, str] = msgspec.field(default_factory=dict)
    violent: bool = False


class EventLexicon(Record, frozen=True):
    """All event types, with the word lists that their frames rest on.

    ``irregular`` maps a verb's lemma to its irregular forms; ``carriers`` are verbs that only carry a noun
    that names the happening ("carried out", "took place"); ``carried`` the verbs whose object undergoes their
    subject.
    """

    types: dict[str, EventType]
    irregular: dict[str, tuple[str, ...]]
    carriers: frozenset[str]
    carried: frozenset[str]


def load_events(files: Files) -> EventLexicon:
    """The event types of ``events.yaml``.

    Raises:
        OntologyError: for an entry without label, definition or example, an unknown family or an unknown
        template.
    """
    data = files.mapping("events.yaml")
    templates = data.pop("templates", {})
    irregular = data.pop("irregular", {})
    carriers = data.pop("carriers", {})
    types = {key: _type(key, entry, templates) for key, entry in data.items()}
    for entry in types.values():
        if entry.family not in types:
            raise OntologyError(f"events.yaml: {entry.id}: the family {entry.family!r} is no event type")
    return EventLexicon(
        types=types,
        irregular={verb: tuple(forms.split()) for verb, forms in irregular.items()},
        carriers=frozenset(carriers.get("doing", ())),
        carried=frozenset(carriers.get("undergoing", ())),
    )


def _type(key: str, entry: Any, templates: dict[str, dict[str, str]]) -> EventType:
    if not isinstance(entry, dict):
        raise OntologyError(f"events.yaml: {key}: must be a mapping")
    if missing := [name for name in ("label", "definition", "example") if not entry.get(name)]:
        raise OntologyError(f"events.yaml: {key}: lacks {', '.join(missing)}")
    frames = tuple(
        _frame(f"{key}-{number}", key, frame, templates) for number, frame in enumerate(entry.get("frames", ()), 1)
    )
    return EventType(
        id=key,
        label=entry["label"],
        definition=entry["definition"],
        family=entry.get("family", key),
        example=entry["example"],
        frames=frames,
        crosswalk=entry.get("crosswalk", {}),
        violent=entry.get("violent", False),
    )


def _frame(identifier: str, key: str, frame: dict[str, Any], templates: dict[str, dict[str, str]]) -> Frame:
    part = next((name for name in ("verb", "noun") if f"{name}s" in frame), None)
    if part is None:
        raise OntologyError(f"events.yaml: {identifier}: needs 'verbs' or 'nouns'")
    template = frame.get("as")
    if template is not None and template not in templates:
        raise OntologyError(f"events.yaml: {identifier}: there is no template {template!r}")
    for part_of in ("roles", "need", "bar"):
        if not all(isinstance(slot, str) for slot in frame.get(part_of, {})):  # YAML reads a bare "on" as true
            raise OntologyError(f'events.yaml: {identifier}: write the slot "on" in quotation marks')
    casualty = frame.get("casualty")
    if casualty not in (None, *get_args(CasualtyKind)):
        raise OntologyError(f"events.yaml: {identifier}: 'casualty' must be one of {get_args(CasualtyKind)}")
    return Frame(
        id=identifier,
        type=key,
        part=part,
        triggers=tuple(frame[f"{part}s"]),
        roles={**templates.get(template or "", {}), **frame.get("roles", {})},
        need={slot: frozenset(kinds.split()) for slot, kinds in frame.get("need", {}).items()},
        bar={slot: frozenset(kinds.split()) for slot, kinds in frame.get("bar", {}).items()},
        casualty=casualty,
        intransitive=frame.get("intransitive", False),
    )

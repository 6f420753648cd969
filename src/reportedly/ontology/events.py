"""Event types and the frames by which a sentence tells them."""

from collections.abc import Collection, Mapping
from typing import Literal, get_args

import msgspec

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, flag, only, spaced, text, words
from reportedly.ontology._files import Entry, Files
from reportedly.ontology.crosswalks import Correspondence, Scheme, crosswalk_of

CasualtyKind = Literal["killed", "wounded", "captured", "missing"]
GIVEN = frozenset(
    {"any", "pronoun", "number", "armed", "body", "name", "unknown"}
)  # kinds that no word list has to name
_JOINED = ("templates", "irregular", "carriers", "doers")
_LONGEST = 3  # words: a verb, the noun it governs, a preposition
_OF_TYPE = ("label", "definition", "example", "family", "violent", "crosswalk", "frames")
_OF_FRAME = ("verbs", "nouns", "as", "roles", "need", "bar", "casualty", "intransitive", "again", "headline")
VIOLENT = "violent"
"""Stands in ``again`` for all types that are violent."""


class Frame(Record, frozen=True):
    """How words tell an event type: triggers, and which slot of the trigger fills which role.

    ``triggers`` are patterns of lemmas: ``seize``, ``hand over`` (particle or preposition), ``take +control
    of`` (``+`` marks the noun that the verb governs), ``air strike`` (for nouns: a compound). ``part`` is the
    part of speech of the trigger word. ``roles`` maps a slot to a role: ``subj`` and ``obj`` (logical: a
    passive is turned round), ``iobj``, ``poss``, ``mod`` (a name or demonym before a noun), ``hit`` (what a
    verb does with this noun as its subject), or a preposition. ``story``, in ``need`` alone, is any noun of
    the sentence or the ones beside it. ``need`` and ``bar`` restrict a slot to kinds, or keep kinds out of it. An
    ``intransitive`` verb has no object: what looks like one is its subject. ``again`` are the types, families or
    ``violent`` of what a noun only takes up ("the incident"); it tells nothing by itself. A ``headline`` noun tells
    something only where no verb stands beside it ("Rockets on the airport").
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
    again: frozenset[str] = frozenset()
    headline: bool = False


class EventType(Record, frozen=True):
    """A type of happening. ``family`` is the coarse type it belongs to (its own id for a coarse one).

    ``crosswalk`` gives the nearest codes of other ontologies (ACLED, PLOVER, CAMEO, UCDP), where they have one.
    ``violent`` types take up the casualties that the same sentence tells.
    """

    id: str
    label: str
    definition: str
    family: str
    example: str
    frames: tuple[Frame, ...]
    crosswalk: tuple[Correspondence, ...] = ()
    violent: bool = False

    def nearest(self, scheme: str, kinds: Mapping[str, Collection[str]]) -> Correspondence | None:
        """The code of ``scheme`` for this type with roles filled by these ``kinds`` of thing, the most particular
        one; ``None`` where the scheme has none."""
        fitting = [
            option
            for option in self.crosswalk
            if option.scheme == scheme
            and all(wanted & frozenset(kinds.get(role, ())) for role, wanted in option.when.items())
        ]
        return max(fitting, key=lambda option: len(option.when), default=None)


class EventLexicon(Record, frozen=True):
    """All event types, with the word lists that their frames rest on.

    ``irregular`` maps a verb's lemma to its irregular forms; ``carriers`` are verbs that only carry a noun
    that names the happening ("carried out", "took place"); ``carried`` the verbs whose object undergoes their
    subject, ``happening`` those that say of their subject that it came about, went on or ended, ``witnessing`` those
    that say so of what somebody saw or told of; ``victims`` the words that tell casualties of what stands behind them
    ("dead in a blast", "died in a raid"); ``behind`` pairs of a verb and the preposition behind which it carries a noun
    ("agreed to a truce");
    ``empty`` pairs of a verb and its object that tell nothing ("took part"), ``without`` the objects that tell
    nothing behind "without". ``doers`` maps the words that say whose deed a noun tells, "claim responsibility for", to
    the slot of the doer.
    """

    types: dict[str, EventType]
    irregular: dict[str, tuple[str, ...]]
    carriers: frozenset[str]
    carried: frozenset[str]
    happening: frozenset[str]
    witnessing: frozenset[str]
    victims: frozenset[str]
    behind: frozenset[tuple[str, str]]
    empty: frozenset[tuple[str, str]]
    without: frozenset[str]
    doers: dict[str, str]


def load_events(files: Files, kinds: Collection[str], schemes: dict[str, Scheme]) -> EventLexicon:
    """The event types of ``events.yaml``. ``kinds`` are those that a frame's slots may be restricted to.

    Raises:
        OntologyError: for an entry without label, definition or example, with an unknown field, family, template,
        kind or code.
    """
    data = files.mapping("events.yaml", joined=_JOINED)
    parts = {name: entry_of(data, name) for name in _JOINED}
    templates = {name: _slots(parts["templates"], name, f"templates: {name}") for name in parts["templates"]}
    known = frozenset(kinds) | GIVEN
    types: dict[str, EventType] = {}
    for key in data:
        if key in _JOINED:
            continue
        entry = entry_of(data, key)
        text(entry, key, "label", "definition", "example")
        only(entry, key, _OF_TYPE)
        types[key] = EventType(
            id=key, label=entry["label"], definition=entry["definition"], family=entry.get("family", key),
            example=entry["example"], frames=_frames(key, entry, templates, known),
            crosswalk=crosswalk_of(entry, key, schemes), violent=flag(entry, key, "violent"),
        )  # fmt: skip
    for key, event_type in types.items():
        for frame in event_type.frames:
            if unknown := sorted(frame.again - types.keys() - {VIOLENT}):
                raise entry_of(data, key).wrong(f"{frame.id}: {unknown[0]!r} in 'again' is no event type", "frames")
        if event_type.family not in types:
            raise entry_of(data, key).wrong(f"{key}: the family {event_type.family!r} is no event type", "family")
    return EventLexicon(
        types=types,
        irregular={verb: spaced(parts["irregular"], "irregular", verb) for verb in parts["irregular"]},
        carriers=frozenset(words(parts["carriers"], "carriers", "doing")),
        carried=frozenset(words(parts["carriers"], "carriers", "undergoing")),
        happening=frozenset(words(parts["carriers"], "carriers", "happening")),
        witnessing=frozenset(words(parts["carriers"], "carriers", "witnessing")),
        victims=frozenset(words(parts["carriers"], "carriers", "victims")),
        behind=_pairs(parts["carriers"], "behind", "a preposition"),
        empty=_pairs(parts["carriers"], "empty", "a noun"),
        without=frozenset(words(parts["carriers"], "carriers", "without")),
        doers=_doers(parts["doers"]),
    )


def _pairs(carriers: Entry, key: str, second: str) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for phrase in words(carriers, "carriers", key):
        verb, _, other = phrase.partition(" ")
        if not other or " " in other:
            raise carriers.wrong(f"carriers: {phrase!r} must be a verb and {second}", key)
        found.add((verb, other))
    return frozenset(found)


def _doers(entry: Entry) -> dict[str, str]:
    found: dict[str, str] = {}
    for slot in entry:
        for phrase in words(entry, "doers", slot):
            if not 1 <= len(phrase.split()) <= _LONGEST:
                raise entry.wrong(f"doers: {phrase!r} must be a verb, or one with a noun or preposition", slot)
            found[phrase] = slot
    return found


def _frames(key: str, entry: Entry, templates: dict[str, dict[str, str]], known: frozenset[str]) -> tuple[Frame, ...]:
    frames = entry.get("frames", [])
    if not isinstance(frames, list) or not all(isinstance(frame, Entry) for frame in frames):
        raise entry.wrong(f"{key}: 'frames' must be a list of frames", "frames")
    return tuple(_frame(f"{key}-{number}", key, frame, templates, known) for number, frame in enumerate(frames, 1))


def _frame(
    identifier: str, key: str, frame: Entry, templates: dict[str, dict[str, str]], known: frozenset[str]
) -> Frame:
    only(frame, identifier, _OF_FRAME)
    part = next((name for name in ("verb", "noun") if f"{name}s" in frame), None)
    triggers = words(frame, identifier, f"{part}s")
    if part is None or not triggers:
        raise frame.wrong(f"{identifier}: needs 'verbs' or 'nouns'")
    if twice := sorted({trigger for trigger in triggers if triggers.count(trigger) > 1}):
        raise frame.wrong(f"{identifier}: {twice[0]!r} stands twice among its {part}s", f"{part}s")
    template = frame.get("as")
    if template is not None and template not in templates:
        raise frame.wrong(f"{identifier}: there is no template {template!r}", "as")
    casualty = frame.get("casualty")
    if casualty not in (None, *get_args(CasualtyKind)):
        raise frame.wrong(f"{identifier}: 'casualty' must be one of {', '.join(get_args(CasualtyKind))}", "casualty")
    return Frame(
        id=identifier,
        type=key,
        part=part,
        triggers=triggers,
        roles={**templates.get(template or "", {}), **_slots(frame, "roles", identifier)},
        need=_kinds(frame, "need", identifier, known),
        bar=_kinds(frame, "bar", identifier, known),
        casualty=casualty,
        intransitive=flag(frame, identifier, "intransitive"),
        again=frozenset(words(frame, identifier, "again") if "again" in frame else ()),
        headline=flag(frame, identifier, "headline"),
    )


def _slots(parent: Entry, key: str, name: str) -> dict[str, str]:
    if key not in parent:
        return {}
    slots = entry_of(parent, key)
    for slot in slots:
        text(slots, name, slot)
    return dict(slots)


def _kinds(frame: Entry, key: str, name: str, known: frozenset[str]) -> dict[str, frozenset[str]]:
    if key not in frame:
        return {}
    slots = entry_of(frame, key)
    found: dict[str, frozenset[str]] = {}
    for slot in slots:
        found[slot] = frozenset(spaced(slots, name, slot))
        if unknown := sorted(found[slot] - known):
            raise slots.wrong(
                f"{name}: {unknown[0]!r} is no kind of kinds.yaml, no category of materiel.yaml and none of "
                f"{', '.join(sorted(GIVEN))}", slot,
            )  # fmt: skip
    return found

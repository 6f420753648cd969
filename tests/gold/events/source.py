"""The format the gold is written in: a head line, the text, ``~~``, then a line for each event."""

import re
from datetime import date
from typing import cast, get_args

from bench.gold_event_records import GoldCount, GoldEvent, GoldEventPassage, GoldPlace, GoldRole
from tests.gold.attribution.words import GoldError, spans_of
from tests.gold.halves import Written, passages_of

from reportedly.model import Span
from reportedly.model.event import Modality, Polarity
from reportedly.ontology import CasualtyKind, load

_FIELD = re.compile(r"([a-z/]+)(\??)(=|~)(.*)")
PHENOMENA = frozenset({
    "range", "passive", "nominal", "light-verb", "headline", "second-conjunct", "relative", "told-twice", "contrast",
    "coordinated", "chemical", "clash-plain", "offensive", "killing-plain", "number-copula", "result", "executions",
    "agent", "result-infinitive", "property", "control", "lost", "denial", "joint", "contested", "plan", "pronoun",
    "by-statement", "refused", "generic", "custody", "chain", "airdrop", "inventory", "transferred", "destroyed",
    "damage", "shoot-down", "received", "training", "intercepted", "supply", "denied", "hypothetical", "counterfactual",
    "hedged", "possible", "threat", "failed", "ceasefire", "called-off", "noun", "neither", "without", "intends",
    "analysis", "abduction", "release", "arrest", "displacement", "defection", "agreement", "surrender", "sanction",
    "protest", "aid", "recruitment", "evacuated", "designation", "casualties", "two-happenings",
})  # fmt: skip
_MODALITIES = get_args(Modality)
_TYPES = frozenset(load().events)
_ROLES = frozenset(
    role for entry in load().events.values() for frame in entry.frames for role in frame.roles.values()
) | {"agent", "target"}
_TOLD: tuple[tuple[Polarity, Modality], ...] = (("positive", "actual"),)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def passages(written: str) -> list[GoldEventPassage]:
    """All passages of one source file.

    Raises:
        GoldError: where a passage is malformed or quotes words that its text does not hold.
    """
    return passages_of(written, PHENOMENA, _passage)


def _passage(written: Written) -> GoldEventPassage:
    events = tuple(_event(row, written.text, written.published) for row in written.rows)
    return GoldEventPassage(
        id=written.id,
        style=written.style,
        phenomena=tuple(sorted({*written.tags, *(() if events else ("no-event",))})),
        published=written.published,
        text=written.text,
        events=events,
    )


def _event(row: str, text: str, published: str) -> GoldEvent:
    types, *fields = [field.strip() for field in row.split(" | ")]
    names = [name.rstrip("?") for name in types.split("/")]
    if unknown := set(names) - _TYPES:
        raise GoldError(f"“{min(unknown)}” is no event type")
    triggers = [_optional(part) for part in (fields.pop(0) if fields and "=" not in fields[0] else "").split(" + ")]
    roles: list[GoldRole] = []
    places: list[GoldPlace] | None = []
    times: tuple[str, ...] | None = ()
    casualties: list[GoldCount] = []
    quantities: list[GoldCount] = []
    factuality: list[tuple[Polarity, Modality]] = []
    cues: tuple[Span, ...] | None = ()
    own_voice = True
    for field in fields:
        match = _FIELD.fullmatch(field)
        if match is None:
            factuality.extend(_factuality(field))
            continue
        key, mark, sign, value = match.groups()
        if key == "place":
            places = None if sign == "~" else [_place(part, text) for part in value.split(" + ")]
        elif key == "time":
            times = None if sign == "~" else _times(value, text, published)
        elif key == "by":
            cues, own_voice = (None, True) if sign == "~" else _cues(value, text)
        elif key == "qty":
            quantities.append(_quantity(value, text, bool(mark)))
        elif key in get_args(CasualtyKind):
            casualties.append(_count(value, key, None, bool(mark)))
        else:
            roles.extend(_roles(key, value, text))
    return GoldEvent(
        types=tuple(names),
        triggers=tuple(span for words, _ in triggers for span in spans_of(words, text)),
        spare=tuple(span for words, spare in triggers if spare for span in spans_of(words, text)),
        roles=tuple(roles),
        places=None if places is None else tuple(places),
        times=times,
        casualties=tuple(casualties),
        quantities=tuple(quantities),
        factuality=tuple(dict.fromkeys(factuality)) or _TOLD,
        cues=cues,
        own_voice=own_voice,
        optional=types.endswith("?"),
    )


def _optional(part: str) -> tuple[str, bool]:
    part = part.strip()
    return (part[:-1], True) if part.endswith("?") else (part, False)


def _roles(key: str, value: str, text: str) -> list[GoldRole]:
    roles = tuple(key.split("/"))
    if unknown := set(roles) - _ROLES:
        raise GoldError(f"“{min(unknown)}” is no role")
    found = []
    for part in value.split(" + ") if value != "-" else ():
        words, optional = _optional(part)
        options = [_optional(option) for option in words.split(" / ")]
        fillers = tuple(span for option, _ in options for span in _somewhere(option, text))
        found.append(GoldRole(roles=roles, fillers=fillers, optional=optional))
    return found


def _somewhere(words: str, text: str) -> tuple[Span, ...]:
    """The words wherever they stand: a filler named twice is one filler."""
    if "#" in words:
        return spans_of(words, text)
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise GoldError(f"“{words}” does not occur")
    return tuple(Span(start, end) for start, end in found)


def _place(part: str, text: str) -> GoldPlace:
    name, optional = _optional(part)
    if name not in text:
        raise GoldError(f"the place “{name}” does not occur")
    return GoldPlace(name=name, optional=optional)


def _times(value: str, text: str, published: str) -> tuple[str, ...] | None:
    words, _, values = value.partition("@")
    _somewhere(words, text)
    found = [item.replace("..", "/") for item in values.split("/")]
    if not values:
        raise GoldError(f"“{value}” should read words@value")
    if "~" in found:
        return None
    for item in found:
        given = re.match(r"\d{4}-\d{2}-\d{2}", item)
        day = next((day for day in _WEEKDAYS if day in words), None)
        if given and day and _WEEKDAYS[(date.fromisoformat(given[0])).weekday()] != day:
            raise GoldError(f"{item} is no {day}")
        if given and day and abs((date.fromisoformat(published) - date.fromisoformat(given[0])).days) > 7:
            raise GoldError(f"{item} is more than a week from {published}")
    return tuple(found)


def _cues(value: str, text: str) -> tuple[tuple[Span, ...], bool]:
    words, own = _optional(value)
    return tuple(span for option in words.split("/") for span in _somewhere(option, text)), own


def _quantity(value: str, text: str, optional: bool) -> GoldCount:
    words, _, number = value.partition("@")
    return _count(number, None, _somewhere(words, text)[0], optional)


def _count(number: str, what: str | None, span: Span | None, optional: bool) -> GoldCount:
    if number == "~":
        return GoldCount(what=what, span=span, low=None, high=None, free=True, optional=optional)
    low, dots, high = number.partition("..")
    if not re.fullmatch(r"\d*(\.\.\d*)?", number) or not number.strip("."):
        raise GoldError(f"“{number}” is no number; write 17, 17.., ..30, 12..15 or ~")
    return GoldCount(
        what=what,
        span=span,
        low=float(low) if low else None,
        high=float(high) if high else (None if dots else float(low)),
        optional=optional,
    )


def _factuality(field: str) -> list[tuple[Polarity, Modality]]:
    found: list[tuple[Polarity, Modality]] = []
    for part in field.split("/"):
        word, optional = _optional(part)
        if word == "neg":
            found += [("negative", "actual"), ("negative", "hedged")]
        elif word in _MODALITIES:
            found.append(("positive", cast("Modality", word)))
            if word == "counterfactual":
                found.append(("negative", "counterfactual"))
        else:
            raise GoldError(f"“{field}” is neither a field nor neg nor a modality")
        if optional:
            found.append(("positive", "actual"))
    return found

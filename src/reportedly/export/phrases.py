"""Records in few words, for people: the same phrases wherever a reading is shown as text."""

import re
import unicodedata
from datetime import date, timedelta

from reportedly.model import (
    Casualty,
    Event,
    Place,
    Published,
    Quantity,
    Reading,
    Said,
    Source,
    Span,
    Statement,
    Time,
)

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

SHORT = 8
"""Characters of an identifier that are shown: 30 bits, enough to tell some ten thousand things apart."""


def plain(text: str) -> str:
    """``text``, equally long, without characters that steer a terminal or turn the direction of writing.

    A page may hold escape sequences that would repaint the reader's screen; they are shown as ``�``.
    """
    return "".join(
        char if char in "\n\t" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in _BIDI) else "�"
        for char in text
    )


def line(text: str) -> str:
    """``text`` on one line, white space collapsed."""
    return " ".join(plain(text).split())


def shortened(text: str, limit: int | None) -> str:
    """``text`` on one line, cut at a word's end to at most ``limit`` characters where that is given.

    A cut is shown by `` …``.
    """
    whole = line(text)
    if limit is None or len(whole) <= limit:
        return whole
    cut = whole[: limit - 2].rsplit(" ", 1)[0] if " " in whole[: limit - 2] else whole[: limit - 2]
    return f"{cut.rstrip(' ,;:')} …"


def joined(spans: tuple[Span, ...], text: str) -> str:
    """The words of ``spans`` on one line, pieces joined by `` … ``."""
    return " … ".join(line(span.of(text)) for span in spans)


_PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")


def when(one: Time | Said, text: str) -> str:
    """A time for people: ``2019-03-03, night``, ``week of 2019-03-11``; its words where it has no date."""
    return dated(one.value) or f"“{line(one.span.of(text))}”"


def dated(value: str | None) -> str:
    """A TIMEX3 value for people; empty where it has no date."""
    value = value or ""
    day, part = value[:-3], _PARTS.get(value[-3:])
    if part:
        return f"{line(day)}, {part}"
    week = _WEEK.match(value)
    if week and 1 <= int(week[2]) <= 53:
        monday = date.fromisocalendar(int(week[1]), min(int(week[2]), 52), 1)
        monday += timedelta(weeks=int(week[2]) - min(int(week[2]), 52))
        return f"weekend of {monday + timedelta(5)}" if week[3] else f"week of {monday}"
    return line(value).replace("/", " to ") if value[:4].isdigit() else ""


def number(value: float) -> str:
    """A number without needless decimals, thousands set apart by a comma."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def bounds(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """How many: ``10–14``, ``at least 40``, ``up to 5``, ``about 300``; ``?`` where neither end is known."""
    about = "about " if approximate else ""
    if low is not None and high is not None:
        return f"{about}{number(low)}" if low == high else f"{about}{number(low)}–{number(high)}"
    if low is not None:
        return f"{about}{number(low)} or more"
    if high is not None:
        return f"{about}{number(high)} or fewer"
    return "?"


def opening(text: str, words: int = 12) -> str:
    """The first words of a text that has no title, in quotation marks."""
    found = text.split(maxsplit=words)
    return f"“{' '.join(found[:words])}{' …' if len(found) > words else ''}”"


def amounts(event: Event) -> list[Quantity]:
    """The quantities of an event that its casualties do not tell already."""
    return [one for one in event.quantities if not any(dead.span.overlaps(one.span) for dead in event.casualties)]


def quantity(one: Quantity) -> str:
    """``about 24–99 trucks``."""
    unit = f" {one.unit}" if one.unit else ""
    item = f" {line(one.item)}" if one.item and one.item != one.unit else ""
    return f"{bounds(one.low, one.high, approximate=one.approximate)}{unit}{item}"


def casualty(one: Casualty) -> str:
    """``10–14 people killed``."""
    who = f" {line(one.who)}" if one.who else ""
    return f"{bounds(one.low, one.high)}{who} {one.kind}"


def place(one: Place) -> str:
    """``Tal Amrun (town)``; ``Beit Sarha (not placed)`` where it has no point."""
    return f"{line(one.name)} ({'not placed' if one.precision == 'unplaced' else one.precision})"


def coordinates(one: Place) -> str:
    """``36.1042° N 37.2519° E, within 2.5 km``; empty where the place has no point."""
    if one.lat is None or one.lon is None:
        return ""
    north, east = ("N" if one.lat >= 0 else "S"), ("E" if one.lon >= 0 else "W")
    radius = f", within {number(one.radius_km)} km" if one.radius_km is not None else ""
    return f"{abs(one.lat):.4f}° {north} {abs(one.lon):.4f}° {east}{radius}"


def published(one: Published | None) -> str:
    """``2019-03-04 (day, from embedded-post)``."""
    return f"{plain(one.value)} ({one.precision}, from {plain(one.how)})" if one else "date not known"


def speaker(source: Source | None) -> str:
    """The name of the source, and that it is unnamed where it is."""
    if source is None:
        return "not named"
    unsure = "" if source.resolved else " (who?)"
    return line(source.name) + (" (unnamed)" if source.anonymous else "") + unsure


def roles(event: Event) -> tuple[str, str]:
    """The agents of ``event``, and the others; a role that is no plain target is named."""
    agents = [line(role.name) for role in event.roles if role.role == "agent"]
    others = [
        line(role.name) if role.role in ("target", "theme", "recipient") else f"{role.role}: {line(role.name)}"
        for role in event.roles
        if role.role != "agent"
    ]
    return " + ".join(agents), " + ".join(others)


def whom(event: Event) -> str:
    """``agent → target``."""
    agents, others = roles(event)
    return f"{agents or '?'} → {others}" if others else agents


def standing(polarity: str, modality: str) -> str:
    """How it is told: empty for what is told as fact, else ``said not to have happened``, ``possible``, …"""
    words = {"hedged": "reportedly", "counterfactual": "would have been"}.get(modality, modality)
    parts = [words] if modality != "actual" else []
    if polarity == "negative":
        parts.append("said not to have happened")
    return ", ".join(parts)


def counted(count: int, noun: str) -> str:
    """``1 statement``, ``2 statements``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def chain(reading: Reading, statement: str | None) -> list[Statement]:
    """The statement with this identifier and those that carry it, the innermost first."""
    by_id = {one.id: one for one in reading.statements}
    found: list[Statement] = []
    step = by_id.get(statement or "")
    while step is not None and step not in found:
        found.append(step)
        step = by_id.get(step.within or "")
    return found


def tellers(reading: Reading, event: Event) -> list[str]:
    """Everyone who tells an event, a line a claim: ``field sources (unnamed) ← Sarhad Monitor``; the document itself
    where it speaks in its own voice.
    """
    claims = [claim.chain[0] if claim.chain else None for claim in reading.claims if claim.event == event.id]
    return list(dict.fromkeys(_teller(reading, first) for first in claims or [event.statement]))


def _teller(reading: Reading, statement: str | None) -> str:
    sources = {source.id: source for source in reading.sources}
    names = []
    for one in chain(reading, statement):
        stance = "" if one.stance == "affirms" else f" {one.stance}"
        names.append(f"{speaker(sources.get(one.source or ''))}{stance}")
    return " ← ".join(names) or "the document itself"


def content(one: Statement, text: str, limit: int | None) -> str:
    """What is said, shortened to ``limit``; in quotation marks where all of it is quoted."""
    words = shortened(joined(one.content, text), limit)
    return f"“{words}”" if one.mode == "direct" and words else words

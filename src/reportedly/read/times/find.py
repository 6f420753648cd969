"""Finding the time expressions of a document and resolving them in text order."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import partial

from reportedly.language import Parse
from reportedly.model import READABLE, Document, Precision, Span, Time
from reportedly.read.times import days, durations, moments, months, ranges, relative, story, weekdays, years
from reportedly.read.times.grammar import RULES, Context, Rule, Tense
from reportedly.read.times.tense import tense_at
from reportedly.read.times.triggers import near, windows

_MODULES = (
    ranges,
    days,
    months,
    years,
    weekdays,
    relative,
    story,
    moments,
    durations,
)  # importing them registers their rules
_DATED = READABLE | {"dateline"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


_DATE = re.compile(r"(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+)")
_BODY = re.compile(r" (?:[A-Z][a-z]+|brigade|movement|coalition|front|group)\b")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """True for the date in a body's name: "the March 23 Movement", "the 17 November group"."""
    named = _DATE.fullmatch(match.group()) is not None and _BODY.match(text, match.end()) is not None
    return named and text[: match.start()].endswith(("the ", "The "))


def find_times(document: Document, parse: Parse) -> tuple[Time, ...]:
    """The time expressions of the readable blocks, in text order, without overlaps.

    Values follow TIMEX3. Expressions relative to now are resolved against ``document.published`` at its
    precision, those relative to the story ("a day earlier") against the last date told before. What cannot
    be resolved has the value that says so (``XXXX-WXX-7``, ``PAST_REF``) or none.
    """
    today, month, clock = _published(document)
    blocks = document.blocks or parse.blocks
    stretches = [(block.start, block.end) for block in blocks if block.kind in _DATED]
    if not blocks:
        stretches = [(0, len(document.text))]
    starts = [sentence.start for sentence in parse.sentences]
    narrative: str | None = None
    told: dict[Precision, str] = {}
    found: list[Time] = []
    told_from = taken = 0
    for left, right in stretches:
        for rule, match in _matches(document.text, left, right):
            if match.start() < taken:
                continue
            if _is_name(document.text, match):
                taken = match.end()
                continue
            clause = partial(_tense, parse, starts, match, (left, right))
            value = rule.resolve(match, Context(today, month, narrative, clause, clock, told, told_from >= left))
            if value is None:
                continue
            narrative = value.anchor or narrative
            if value.anchor:
                told_from = match.start()
                told["day" if _DAY.fullmatch(value.anchor) else value.precision] = value.anchor
            taken = match.end()
            found.append(
                Time(
                    value=value.value,
                    precision=value.precision,
                    span=Span(match.start(), match.end()),
                    kind=value.kind,
                    rule=rule.id,
                )
            )
    return tuple(found)


def _matches(text: str, left: int, right: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Candidate matches, the longest first among those that start together; later ones may overlap earlier
    ones."""
    found = windows(text, left, right)
    if not found:
        return
    matches = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        if any(trigger in found for trigger in rule.triggers)
        for low, high in near(found, rule.triggers)
        for match in rule.pattern.finditer(text, low, high)
    ]
    matches.sort(key=lambda item: item[:3])
    for _, _, _, rule, match in matches:
        yield rule, match


def _published(document: Document) -> tuple[date | None, date | None, str | None]:
    if document.published is None:
        return None, None, None
    value, precision = document.published.value, document.published.precision
    whole = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?", value)
    if whole and precision not in ("month", "year", "week", "season", "quarter", "decade"):
        day = date(int(whole[1]), int(whole[2]), int(whole[3]))
        return day, day.replace(day=1), whole[4] if precision in ("second", "minute", "hour") else None
    part = re.match(r"(\d{4})-(\d\d)", value)
    if part:
        return None, date(int(part[1]), int(part[2]), 1), None
    return None, None, None


def _tense(parse: Parse, starts: list[int], match: re.Match[str], block: tuple[int, int]) -> Tense:
    index = bisect_right(starts, match.start()) - 1
    left, right = block
    if index >= 0 and match.start() < parse.sentences[index].end:
        left, right = parse.sentences[index].start, parse.sentences[index].end
    return tense_at(parse, match.start(), match.end(), left, right)

"""Finding the time expressions of a document and resolving them in text order."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from reportedly.language import Parse
from reportedly.model import READABLE, Document, Span, Time
from reportedly.read.times import absolute, durations, moments, ranges, relative
from reportedly.read.times.grammar import RULES, Context, Rule
from reportedly.read.times.tense import tense_at

_MODULES = (ranges, absolute, relative, moments, durations)  # importing them registers their rules
_TRIGGER = re.compile(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec|january|february|march"
    r"|april|june|july|august|september|sept|october|november|december|(?:to|yester|mid)day"
    r"|tomorrow|tonight|overnight|now|(?:right|current|recent|late|previous|former)(?:ly)?"
    r"|nowadays|presently|moment|present|past|soon|shortly|future|near|coming|(?:second|minute"
    r"|hour|dai|day|night|week|weekend|month|quarter|year|decade|centur)(?:s|ly|y|ies)?"
    r"|fortnight(?:ly)?|annually"
    r"|spring|summer|autumn|fall|winter|noon|midnight|morning|afternoon|evening|dawn|dusk"
    r"|o['’]clock|[ap]\.?m|christmas|nineteen|eighteen|twenty|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ties|two thousand|mon|tue|wed|thu|fri|sat|sun)\b",
    re.I,
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_times(document: Document, parse: Parse) -> tuple[Time, ...]:
    """The time expressions of the readable blocks, in text order, without overlaps.

    Values follow TIMEX3. Expressions relative to now are resolved against ``document.published`` at its
    precision, those relative to the story ("a day earlier") against the last date told before. What cannot
    be resolved has the value that says so (``XXXX-WXX-7``, ``PAST_REF``) or none.
    """
    today, month, clock = _published(document)
    blocks = document.blocks or parse.blocks
    ranges = [(block.start, block.end) for block in blocks if block.kind in READABLE]
    if not blocks:
        ranges = [(0, len(document.text))]
    starts = [sentence.start for sentence in parse.sentences]
    narrative: str | None = None
    told_day: str | None = None
    found: list[Time] = []
    for left, right in ranges:
        for rule, match in _matches(document.text, left, right):
            low, high = _sentence(parse, starts, match.start(), left, right)
            tense = tense_at(parse, match.start(), match.end(), low, high)
            value = rule.resolve(match, Context(today, month, narrative, tense, clock, told_day))
            if value is None:
                continue
            if found and match.start() < found[-1].span.end:
                continue
            narrative = value.anchor or narrative
            if value.anchor and _DAY.match(value.anchor):
                told_day = value.anchor
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
    if _TRIGGER.search(text, left, right) is None:
        return
    matches = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text, left, right)
        if match.end() > match.start()
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


def _sentence(parse: Parse, starts: list[int], position: int, left: int, right: int) -> tuple[int, int]:
    index = bisect_right(starts, position) - 1
    if index < 0:
        return left, right
    sentence = parse.sentences[index]
    return (sentence.start, sentence.end) if position < sentence.end else (left, right)

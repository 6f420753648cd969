"""Datelines ("BEIRUT (Agency) —") and lines that say when a page was published."""

import re

from reportedly.clean.dates import MONTH, iso, left_over, spelled
from reportedly.model import Published

_UPPER = r"[A-Z][A-Z'’.-]{2,}(?:[ /-](?:[A-Z][A-Z'’.-]*|de|el|al|of|and))"
_TITLE_PLACE = r"[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,3}"
_REGION = r"(?:,\s[A-Z][A-Za-z.'’-]*(?:\s[A-Z][A-Za-z.'’-]*){0,2}){0,2}"
_YEAR = r"(?:,?\s(?:\d{4}|'?\d{2}))?"
_DAY = rf"(?:,?\s{MONTH}\s\d{{1,2}}{_YEAR}|,?\s\d{{1,2}}\s{MONTH}{_YEAR})"
_AGENCY = r"\s?[(\[][A-Z][\w .&/'’-]{1,40}[)\]]"
_DASH = r"\s{0,2}(?:—|–|―|--|-|_)(?=\s|[“\"‘A-Z]|$)"
_COLON = r"\s{0,2}(?:—|–|―|--|-|_|:)(?=\s|[“\"‘A-Z]|$)"
_UPPER_DASH = r"\s{0,2}(?:—|–|―|--|_|(?<=[\s\d.)])-)(?=\s|[“\"‘A-Z]|$)"
_DATELINES = (
    re.compile(rf"{_UPPER}{{0,4}}{_REGION}(?:{_DAY})?{_AGENCY}(?:{_DAY})?{_UPPER_DASH}"),
    re.compile(rf"{_UPPER}{{0,4}}{_REGION}{_DAY}{_UPPER_DASH}"),
    re.compile(rf"{_TITLE_PLACE}{_REGION}(?:{_DAY})?{_AGENCY}(?:{_DAY})?{_COLON}"),
    re.compile(rf"{_TITLE_PLACE}{_REGION}{_DAY}{_DASH}"),
    re.compile(rf"[(\[][A-Z][\w .&/'’-]{{1,40}}[)\]]{_COLON}"),
)
_BARE_DATELINE = re.compile(rf"{_UPPER}{{0,2}}{_REGION}{_UPPER_DASH}")
"""A place and a dash alone tell something only before text that is not itself in capitals."""

_PLACE_DAY = re.compile(rf"{_TITLE_PLACE}{_REGION}{_DAY}(?:{_AGENCY})?\s?[-–—:]?")
_LABEL = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|issued|date|publication date|"
    r"published on|created|uploaded)(?: on| at)?\s?:?\s",
    re.IGNORECASE,
)
_STAMP_WORDS = 14
_LETTERS = re.compile(r"[^\W\d_]+|@")
_BESIDE = frozenset(
    re.findall(
        r"\w+",
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday "
        "sunday at on gmt utc bst est edt cet cest msk et pm am local time last updated modified",
    )
)


def dateline(text: str) -> int:
    """The length of the dateline that ``text`` opens with, dash included; 0 where it opens with none."""
    head = text[:140]
    for pattern in _DATELINES:
        if match := pattern.match(head):
            return match.end()
    match = _BARE_DATELINE.match(head)
    if match is None:
        return 0
    following = head[match.end() :]
    return match.end() if not following.strip() or any(c.islower() for c in following) else 0


def is_stamp(text: str) -> bool:
    """True of a line that is nothing but a date, with or without a label and a clock time, or but a
    dateline.
    """
    return stamped(text) is not None or dateline(text) == len(text) > 0


def stamped(text: str) -> Published | None:
    """The time a publication line gives ("Published: 3 November 2014 18:20 GMT"); ``None`` where it is
    none.
    """
    line = " ".join(text.split())
    if len(line) > 120 or len(line.split()) > _STAMP_WORDS or not any(character.isdigit() for character in line):
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    if found := iso(rest, "text"):
        return found if label or found.precision not in ("year", "month") else None
    found = spelled(rest, "text")
    if found is None or _PLACE_DAY.fullmatch(line):
        return found
    others = [word for word in _LETTERS.findall(left_over(rest)) if word.lower() not in _BESIDE]
    return found if len(others) <= (4 if label else 0) else None


def dated(text: str) -> Published | None:
    """The full date inside a dateline ("ALEPPO, Syria, Oct. 3, 2014 -"); ``None`` where it has no year."""
    return spelled(text, "text")

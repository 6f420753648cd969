"""Datelines ("BEIRUT (Agency) —") and lines that say when a page was published."""

import re

from reportedly.clean.dates import MONTH, iso, left_over, spelled
from reportedly.model import Published

_UPPER_PLACE = r"[A-Z][A-Z'’.-]{2,}(?:[ /-](?:[A-Z][A-Z'’.-]*|de|el|al|of|and))*"
_TITLE_PLACE = r"[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,3}"
_REGION = r"(?:,\s[A-Z][A-Za-z.'’-]*(?:\s[A-Z][A-Za-z.'’-]*){0,2}){0,2}"
_DAY = rf"(?:,?\s{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|,?\s\d{{1,2}}\s{MONTH}(?:,?\s\d{{4}})?)"
_AGENCY = r"\s?[(\[][A-Z][\w .&/'’-]{1,40}[)\]]"
_DASH = r"\s{0,2}(?:—|–|―|--|-|:)(?=\s|[“\"‘A-Z])"
_PLACE_DAY = re.compile(rf"{_TITLE_PLACE}{_REGION}{_DAY}(?:{_AGENCY})?\s?[-–—:]?")
_BARE_DASH = _DASH.replace("|:)", ")")
_DATELINES = (
    re.compile(rf"{_UPPER_PLACE}{_REGION}(?:{_DAY})?(?:{_AGENCY})?(?:{_DAY})?\s{{0,2}}(?:—|–|―|--|(?<=[\s\d.)])-)(?=\s|[“\"‘A-Z])"),
    re.compile(rf"{_TITLE_PLACE}{_REGION}(?:{_DAY})?{_AGENCY}(?:{_DAY})?{_DASH}"),
    re.compile(rf"{_TITLE_PLACE}{_REGION}{_DAY}{_BARE_DASH}"),
    re.compile(rf"{_AGENCY.removeprefix(chr(92) + 's?')}{_DASH}"),
)  # fmt: skip
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
        match = pattern.match(head)
        if match and text[match.end() :].strip():
            return match.end()
    return 0


def is_stamp(text: str) -> bool:
    """True of a line that is nothing but a date, with or without a label and a clock time."""
    return stamped(text) is not None


def stamped(text: str) -> Published | None:
    """The time a publication line gives ("Published: 3 November 2014 18:20 GMT"); ``None`` where it is
    none.
    """
    line = " ".join(text.split())
    if (
        len(line) > 120
        or len(line.split()) > _STAMP_WORDS
        or not any(character.isdigit() for character in line)
    ):
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

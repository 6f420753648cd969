"""Durations and repeated times."""

import re

from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import LETTER, PARTS
from reportedly.read.times.grammar import COUNT, PART, UNIT, Context, Value, rule

_AGED = re.compile(r"(?:s)?[- ]old\b|s? of age\b|'? imprisonment| cards?\b", re.I)
_CLOCKED = {"second", "minute", "hour"}
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def period(count: float | None, unit: str) -> str:
    """``P3D``, ``PT2H``, ``PXW`` (a number that is not told), ``P20Y`` for two decades."""
    unit = unit.lower().removesuffix("s")
    if unit.startswith("centur"):
        unit = "century"
    if unit == "fortnight" and count is not None:
        count *= 2
    if unit == "decade" and count is not None:
        count, unit = count * 10, "year"
    if unit == "century" and count is not None:
        count, unit = count * 100, "year"
    if unit == "quarter" and count is not None:
        count, unit = count * 3, "month"
    if count == 0.5 and unit in ("year", "hour", "minute", "day"):
        count, unit = {
            "year": (6, "month"),
            "hour": (30, "minute"),
            "minute": (30, "second"),
            "day": (12, "hour"),
        }[unit]
    written = "X" if count is None else f"{count:.10g}"
    return f"P{'T' if unit in _CLOCKED else ''}{written}{LETTER[unit]}"


def _count(words: str) -> float | None:
    words = words.lower()
    if "couple" in words:
        return 2.0
    if words.startswith("half"):
        return 0.5
    if re.search(r"several|few|many|some|dozens|hundreds|thousands", words):
        return None
    whole, _, fraction = words.partition("/")
    if fraction:
        first, _, top = whole.rpartition(" ")
        return (number(first) or 0) + int(top) / int(fraction)
    return number(words)


@rule(
    "duration",
    rf"(?:(?:the|these|those|all) )?(?:(?P<rel>last|past|next|coming|first|final|previous"
    rf"|following|same|additional|another|full|entire) )?(?P<count>{COUNT})(?P<half> and a"
    rf" half)?[- ](?:(?:more|full|consecutive|straight|additional|whole|long|or so|or more"
    rf"|calendar|solid|short|fiscal) )?(?P<unit>{UNIT}s?)(?: and a half)?(?:[- ]long)?",
    case=False,
)
def duration(match: re.Match[str], context: Context) -> Value | None:
    """Three days, a two-week truce, the past six months. Ages are none."""
    text, unit = match.string, match["unit"].lower()
    if _AGED.match(text, match.end()):
        return None
    words = match["count"].lower()
    if (unit.startswith("second") and words == "one") or (
        unit in ("quarter", "quarters", "night", "second") and not match["rel"] and words in ("some", "many")
    ):
        return None
    if words in ("some", "many", "few") and not unit.endswith("s"):
        return None
    count = _count(words)
    if count is not None and (match["half"] or match.group().lower().endswith("and a half")):
        count += 0.5
    return Value(period(count, unit), "duration", "duration")


@rule(
    "duration-one",
    rf"(?:(?<=\bfor )|(?<=\bin )|(?<=\bwithin )|(?<=\bover )|(?<=\bafter )|(?<=\bthan )"
    rf"|(?<=\babout )|(?<=\bnearly )|(?<=\balmost )|(?<=\btook )|(?<=\btakes )|(?<=\blasted )"
    rf"|(?<=\bof )|(?<=\bleast )|(?<=\bjust )|(?<=\bonly )|(?<=\bhalf ))an?"
    rf" (?P<half>half[- ])?(?:full |whole |additional )?(?P<unit>{UNIT})(?P<more> and a"
    rf" half)?(?![- ](?:old|ago|earlier|later))",
    case=False,
)
def duration_one(match: re.Match[str], context: Context) -> Value | None:
    """For a week, in a year, more than an hour."""
    count = 0.5 if match["half"] else 1.5 if match["more"] else 1.0
    return Value(period(count, match["unit"]), "duration", "duration")


@rule(
    "duration-vague",
    r"(?:(?<=\bfor )|(?<=\btake )|(?<=\btakes )|(?<=\bafter )|(?<=\bwithin )|(?<=\bof )"
    r"|(?<=\bover ))(?:the )?(?P<unit>(?:second|minute|hour|day|night|week|month|year|decade"
    r"|centurie)s)(?: or (?:even )?\w+s)?(?! (?:ago|earlier|later))",
    case=False,
)
def duration_vague(match: re.Match[str], context: Context) -> Value | None:
    """For weeks, after months of."""
    return Value(period(None, match["unit"]), "duration", "duration")


@rule(
    "set-unit",
    rf"(?:each|every)(?: (?:(?P<count>{COUNT})|(?P<other>other|second)|single))?"
    rf" (?P<unit>{UNIT}s?|{PART})|(?:(?:once|twice|times|\d|thousand|million|billion|percent|%"
    rf"|cents) )?an? (?P<per>day|week|month|year|hour|minute)(?![- ](?:ago|earlier|later|old"
    rf"|before|after|and a half))",
    case=False,
)
def set_unit(match: re.Match[str], context: Context) -> Value | None:
    """Every week, every two days, twice a day, $3 a year."""
    if match["per"]:
        before = match.string[max(0, match.start() - 24) : match.start()]
        rate = match.group().lower()[:2] not in ("a ", "an") or re.search(
            r"(?:\d|[\d,.]+ (?:\w+ )?\w+|shares?|cents|tons|barrels|dollars|million|billion|percent"
            r"|twice|once|times) $",
            before,
        )
        return Value(period(1, match["per"]), "set", "set") if rate else None
    unit = match["unit"].lower()
    if unit in PARTS and unit != "night":
        return Value(f"XXXX-XX-XXT{PARTS[unit]}", "set", "set")
    count = 2.0 if match["other"] else _count(match["count"]) if match["count"] else 1.0
    return Value(period(count, unit), "set", "set")


@rule("set-adverb", r"hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually", case=False)
def set_adverb(match: re.Match[str], context: Context) -> Value | None:
    """Daily, weekly. Capitalised inside a sentence it is a newspaper's name."""
    word = match.group()
    if (
        word[0].isupper()
        and match.start()
        and match.string[match.start() - 1] == " "
        and match.string[match.start() - 2] not in '.!?"”'
    ):
        return None
    return Value(_ADVERBS[word.lower()], "set", "set")

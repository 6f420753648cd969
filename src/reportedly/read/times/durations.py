"""Durations and repeated times."""

import re
from collections.abc import Sequence

from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import LETTER, PARTS
from reportedly.read.times.grammar import COUNT, PART, UNIT, Context, Value, rule
from reportedly.read.times.triggers import PART_NAME, SET, UNIT_NAME

_AGED = re.compile(r"(?:s)?[- ]old\b|s? of age\b|'? imprisonment| cards?\b", re.I)
_LASTING = re.compile(
    r"-old (?:\w+ ){0,2}(?:truce|war|conflict|siege|fighting|uprising|revolt|insurgency|campaign|ceasefire|offensive"
    r"|blockade|embargo|crisis|dispute|feud|ban|occupation|rule|government|state|strike|protests?|talks|deal|agreement)\b",
    re.I,
)
"""What has a duration where people and buildings have an age."""
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


_FINER = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}
_IN_YEARS = {"decade": 10, "century": 100}


def period(count: float | None, unit: str) -> str:
    """``P3D``, ``PT2H30M``, ``PXW`` (a number that is not told), ``P20Y`` for two decades, ``P2Q`` for two quarters.

    A half is written in the next finer unit, as ISO 8601 has it.
    """
    unit = unit.lower().removesuffix("s")
    unit = "century" if unit.startswith("centur") else unit
    if unit == "fortnight":
        count, unit = count and count * 2, "week"
    if unit in _IN_YEARS:
        count, unit = count and count * _IN_YEARS[unit], "year"
    if count is None or count == int(count) or unit not in _FINER:
        return _written([(count, unit)])
    finer, size = _FINER[unit]
    rest = round((count - int(count)) * size, 6)
    return _written([(float(int(count)), unit)] * (count >= 1) + [(rest, finer)])


def _written(parts: Sequence[tuple[float | None, str]]) -> str:
    text, clocked = "P", False
    for count, unit in parts:
        if unit in _CLOCKED and not clocked:
            text, clocked = text + "T", True
        text += f"{'X' if count is None else f'{count:.10g}'}{LETTER[unit]}"
    return text


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
    rf" half)?(?P<to>(?: to | or |-to-| ?[-–] ?){COUNT})?"
    rf"[- ](?:(?:more|trading|working|business|full|consecutive|straight|additional|whole|long|or so|or more"
    rf"|calendar|solid|short|fiscal|[a-z]+(?:ing|y|al|ful|ous|less)(?= \w+s\b)) )?"
    rf"(?P<unit>{UNIT}s?)(?: and a half)?(?:[- ]long)?",
    UNIT_NAME,
    case=False,
)
def duration(match: re.Match[str], context: Context) -> Value | None:
    """Three days, a two-week truce, the past six months. Ages are none."""
    text, unit = match.string, match["unit"].lower()
    if _AGED.match(text, match.end()) and not _LASTING.match(text, match.end()):
        return None
    words = match["count"].lower()
    if unit == "day" and words == "one" and _someday(match):
        return Value("FUTURE_REF" if context.tense == "future" else "PAST_REF", "vague")
    if unit.startswith("quarter") and (text.startswith(" of", match.end()) or "-quarter" in match.group().lower()):
        return None  # "three-quarters of the crop"
    if (unit.startswith("second") and words == "one") or (
        unit in ("quarter", "quarters", "night", "second") and not match["rel"] and words in ("some", "many")
    ):
        return None
    if words in ("some", "many", "few") and not unit.endswith("s"):
        return None
    count = None if match["to"] else _count(words)
    if count is not None and (match["half"] or match.group().lower().endswith("and a half")):
        count += 0.5
    return Value(period(count, unit), "duration", "duration")


def _someday(match: re.Match[str]) -> bool:
    """True for the day that is not told: "will one day be asked", "one day soldiers came"."""
    if match.group().lower() != "one day" or re.compile(r"[- ](?:\w+er|before|after|ago|trip|visit)\b").match(
        match.string, match.end()
    ):
        return False
    before = match.string[max(0, match.start() - 10) : match.start()]
    return _SUBJECT.search(before) is not None


_SUBJECT = re.compile(
    r"(?:\b(?:will|would|may|might|can|could|shall|should|that|to|he|she|they|we|I|it)|[.!?”\"]|^) ?$", re.IGNORECASE
)


_BEFORE_ONE = (
    "for in within over after than about nearly almost took takes take lasted of least just only half barely long"
)


@rule(
    "duration-one",
    rf"(?:{'|'.join(rf'(?<={chr(92)}b{word} )' for word in _BEFORE_ONE.split())}|(?<=as ))an?"
    rf" (?P<half>half[- ])?(?:full |whole |additional )?(?P<unit>{UNIT})(?P<more> and a half)?"
    rf"(?! of the\b|[- ](?:old|ago|earlier|later))"
    rf"|an? (?P<until>{UNIT})(?P<more2> and a half)?(?= (?:after|before)\b)|an? (?P<one>{UNIT}) and a half",
    UNIT_NAME,
    case=False,
)
def duration_one(match: re.Match[str], context: Context) -> Value | None:
    """For a week, in a year, more than an hour, a month after the siege."""
    unit = (match["unit"] or match["until"] or match["one"]).lower()
    if unit == "quarter" and match.string.startswith(" of", match.end()):
        return None  # a fourth
    if unit == "second" and re.compile(r"[ -][a-z]").match(match.string, match.end()):
        return None  # the one after the first
    more = match["more"] or match["more2"] or match["one"]
    return Value(period(0.5 if match["half"] else 1.5 if more else 1.0, unit), "duration", "duration")


_MANY = r"(?:second|minute|hour|day|night|week|month|year|decade|centurie)s"


@rule(
    "duration-vague",
    rf"(?:(?<=\bfor )|(?<=\btake )|(?<=\btakes )|(?<=\bafter )|(?<=\bwithin )|(?<=\bof )|(?<=\bin )"
    rf"|(?<=\bover ))(?:the )?(?P<unit>{_MANY})(?: or (?:even )?\w+s)?(?! (?:ago|earlier|later))"
    rf"|(?P<long>{_MANY})-long|(?P<one>second|minute|hour|day|night|week|month|year|decade|century)-long",
    UNIT_NAME,
    case=False,
)
def duration_vague(match: re.Match[str], context: Context) -> Value | None:
    """For weeks, after months of, a decades-long feud, a day-long battle."""
    if match["one"]:
        return Value(period(1.0, match["one"]), "duration", "duration")
    return Value(period(None, match["unit"] or match["long"]), "duration", "duration")


@rule(
    "set-unit",
    rf"(?:each|every)(?: (?:(?P<count>{COUNT})|(?P<other>other|second)|single))?"
    rf" (?P<unit>{UNIT}s?|{PART})|(?P<per>(?:an?|per) (?P<rate>day|week|month|year|hour|minute))"
    rf"(?![- ](?:ago|earlier|later|old|before|after|long|and a half))",
    UNIT_NAME,
    PART_NAME,
    case=False,
)
def set_unit(match: re.Match[str], context: Context) -> Value | None:
    """Every week, every two days, twice a day, $3 a year."""
    if match["per"]:
        rate = _RATED.search(match.string, max(0, match.start() - 36), match.start()) or match["per"].lower()[0] == "p"
        return Value(period(1, match["rate"]), "set", "set") if rate else None
    unit = match["unit"].lower()
    if unit in PARTS and unit != "night":
        return Value(f"XXXX-XX-XXT{PARTS[unit]}", "set", "set")
    count = 2.0 if match["other"] else _count(match["count"]) if match["count"] else 1.0
    return Value(period(count, unit), "set", "set")


_RATED = re.compile(
    r"(?:\b\d[\d,.]*|\b(?:hundred|thousand|million|billion|dozen|one|two|three|four|five|six|seven|eight|nine|ten|twice|once"
    r"|several)|[$€£]\d[\d,.]*)(?:[- ]\w+){0,3} $",
    re.I,
)


@rule("set-adverb", r"hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually", SET, case=False)
def set_adverb(match: re.Match[str], context: Context) -> Value | None:
    """Daily, weekly. Capitalised inside a sentence it is a newspaper's name."""
    word = match.group()
    if word.lower() == "quarterly" and re.compile(r" [a-z]").match(match.string, match.end()):
        return None  # the kind of a dividend or a report
    if (
        word[0].isupper()
        and match.start()
        and match.string[match.start() - 1] == " "
        and match.string[match.start() - 2] not in '.!?"”'
    ):
        return None
    return Value(_ADVERBS[word.lower()], "set", "set")

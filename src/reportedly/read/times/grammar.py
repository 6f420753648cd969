"""What rules of time expressions are made of: word patterns, the context a rule resolves in, and the
register."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportedly.model import Precision
from reportedly.read.times.triggers import Trigger

Kind = Literal["date", "time", "duration", "set"]
Tense = Literal["past", "present", "future"]


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY(?=,? \d)|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b(?:\.|(?=,? \d)|(?=,? [A-Z][a-z]{2,8}\.? \d)))"
)
YEAR = r"(?:1[0-9]\d\d|20\d\d|2100)"
SPELLED_YEAR = (
    r"(?:nineteen|eighteen|seventeen|twenty)[ -](?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven|eigh|nine)teen"
    r"|(?:hundred|oh)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"|two thousand(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?"
)
PART = r"(?i:morning|afternoon|evening|night|dawn|dusk|daybreak|sunrise|sunset|nightfall)"
MOD = (
    r"(?i:(?:very )?(?:early|late)(?: (?:in|on))?|earlier|later|mid-?|the (?:beginning|start"
    r"|end|middle|close|rest) of|(?:the )?(?:first|second|latter) half of)"
)
DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
ORDINAL_DAYS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}
ORDINAL = "|".join(sorted(ORDINAL_DAYS, key=len, reverse=True))
_SMALL = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
COUNT = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?: \d/\d)?(?: (?:million|billion))?|(?:{_SMALL})(?:"
    rf" (?:hundred|thousand))?|(?:an?|one) (?:hundred|thousand|half)"
    r"|half an?|(?:a )?couple(?: of)?|a dozen|(?:several )?dozens of|several|(?:a |the"
    r" )?(?:very )?few|many|some|hundreds of|thousands of)"
)
UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))"


class Value(NamedTuple):
    """What a rule makes of an expression. ``anchor``: the value that later expressions of the narrative
    count from."""

    value: str | None
    precision: Precision
    kind: Kind = "date"
    anchor: str | None = None


class Context(NamedTuple):
    """What an expression is resolved against.

    ``today`` is the day of publication, ``None`` where it is not known to the day; ``month`` the first day of the
    month of publication (or of the year), where that is known; ``narrative`` the value of the last resolved date
    before, ``told`` the last one of each precision; ``near`` tells that the last one stands in the same block.
    ``clock`` is the time of publication, ``hh:mm``, where known; ``clause`` finds the tense of the clause.
    """

    today: date | None
    month: date | None
    narrative: str | None
    clause: Callable[[], Tense]
    clock: str | None = None
    told: Mapping[Precision, str] = MappingProxyType({})
    near: bool = True

    @property
    def tense(self) -> Tense:
        """The tense of the clause; asked for only where a rule needs it."""
        return self.clause()


Resolve = Callable[["re.Match[str]", Context], Value | None]


class Rule(NamedTuple):
    """A pattern and what it means. ``resolve`` gives ``None`` where the match is no time expression after all."""

    id: str
    pattern: "re.Pattern[str]"
    resolve: Resolve
    triggers: tuple[Trigger, ...]


RULES: list[Rule] = []
"""In order of preference among matches of the same words."""


def rule(
    identifier: str, pattern: str, trigger: Trigger, *more: Trigger, case: bool = True
) -> Callable[[Resolve], Resolve]:
    """Register a rule.

    Args:
        identifier: in kebab case.
        pattern: matched between word boundaries.
        trigger, more: the kinds of word without one of which the pattern cannot match.
        case: whether it tells capitals from small letters.
    """

    def register(resolve: Resolve) -> Resolve:
        flags = re.NOFLAG if case else re.IGNORECASE
        compiled = re.compile(rf"(?<![\w$£€#])(?:{pattern})(?!\w)", flags)
        RULES.append(Rule(identifier, compiled, resolve, (trigger, *more)))
        return resolve

    return register

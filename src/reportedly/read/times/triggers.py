"""Where in a text a rule of time expressions need look: near the words that its expressions cannot do without."""

import re
from collections.abc import Iterator
from typing import NewType

from reportedly.read.times.calendar import MONTHS, SEASONS, WEEKDAYS

Trigger = NewType("Trigger", str)
DIGIT, MONTH_NAME, WEEKDAY_NAME, UNIT_NAME = (Trigger(name) for name in ("digit", "month", "weekday", "unit"))
DEICTIC, PART_NAME, CLOCK, SEASON = (Trigger(name) for name in ("deictic", "part", "clock", "season"))
QUARTER, CENTURY, WEEKEND, HOLIDAY = (Trigger(name) for name in ("quarter", "century", "weekend", "holiday"))
NOW, PAST, FUTURE, SET, SPELLED = (Trigger(name) for name in ("now", "past", "future", "set", "spelled"))

_WORDS: dict[Trigger, str] = {
    UNIT_NAME: "second minute hour day night week weekend fortnight month quarter year decade century centurie while",
    QUARTER: "quarter",
    CENTURY: "century",
    WEEKEND: "weekend",
    DEICTIC: "today yesterday tomorrow",
    PART_NAME: "tonight overnight morning afternoon midafternoon evening night dawn dusk daybreak sunrise sunset"
    " nightfall",
    CLOCK: "noon midnight midday clock m am pm hours",
    HOLIDAY: "christmas boxing eve thanksgiving easter ramadan muharram eid ashura arbaeen nowruz day",
    NOW: "now currently nowadays days presently present moment current time point stage",
    PAST: "recently recent lately past",
    FUTURE: "soon shortly future coming term",
    SET: "hourly daily nightly weekly fortnightly monthly quarterly yearly annually",
    SPELLED: "nineteen eighteen seventeen twenty thousand twenties thirties forties fifties sixties seventies eighties"
    " nineties",
}
_TABLE: dict[str, frozenset[Trigger]] = {}
for _trigger, _words in _WORDS.items():
    for _word in _words.split():
        for _form in (_word, _word + "s"):
            _TABLE[_form] = _TABLE.get(_form, frozenset()) | {_trigger}
for _names, _trigger in ((MONTHS, MONTH_NAME), (WEEKDAYS, WEEKDAY_NAME), (SEASONS, SEASON)):
    for _word in _names:
        for _form in (_word, _word + "s"):
            _TABLE[_form] = _TABLE.get(_form, frozenset()) | {_trigger}

_WORD = re.compile(r"[A-Za-z]+|\d+")
_REACH = 72
"""Code points on either side of a trigger. The longest expressions ("the night of Wednesday, the thirty-first of
December, nineteen ninety-seven") have several triggers, each with its own reach."""

Windows = dict[Trigger, list[tuple[int, int]]]


def windows(text: str, left: int, right: int) -> Windows:
    """The stretches of ``text[left:right]`` around each kind of trigger, in order and apart, cut at white space."""
    found: Windows = {}
    for word in _WORD.finditer(text, left, right):
        written = word.group()
        for trigger in _DIGITS if written[0] <= "9" else _TABLE.get(written.lower(), ()):
            low, high = word.start() - _REACH, word.end() + _REACH
            low = left if low <= left else text.find(" ", low, word.start())
            high = right if high >= right else text.rfind(" ", word.end(), high)
            low, high = word.start() if low < 0 else low, word.end() if high < 0 else high
            stretches = found.setdefault(trigger, [])
            if stretches and low <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(high, stretches[-1][1]))
            else:
                stretches.append((low, high))
    return found


_DIGITS = frozenset({DIGIT})


def near(found: Windows, triggers: tuple[Trigger, ...]) -> Iterator[tuple[int, int]]:
    """The stretches around any of ``triggers``, in order and apart."""
    if len(triggers) == 1:
        yield from found.get(triggers[0], ())
        return
    low = high = -1
    for start, end in sorted(stretch for trigger in triggers for stretch in found.get(trigger, ())):
        if start > high:
            if high >= 0:
                yield low, high
            low, high = start, end
        else:
            high = max(high, end)
    if high >= 0:
        yield low, high

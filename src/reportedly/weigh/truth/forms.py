"""When one value says less than another without contradicting it."""

import re
from collections.abc import Callable

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?$")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}$")
_MEMBERS = "|"


def less(value: str, other: str) -> bool:
    """True if ``value`` is ``other`` told with less of it: rounded, members left out, the day left out of a date.

    Numbers are rounded half up to a power of ten ("9000" for "8860"; Li et al. 2012 call it a partial provider);
    sets are members joined by "|"; dates are ISO 8601. Everything else either is the same or contradicts.
    """
    return value != other and any(test(value, other) for test in _TESTS)


def _fewer(value: str, other: str) -> bool:
    return _MEMBERS in other and set(value.split(_MEMBERS)) < set(other.split(_MEMBERS))


def _rounder(value: str, other: str) -> bool:
    if not _NUMBER.match(value) or not _NUMBER.match(other):
        return False
    if value.startswith("-") or other.startswith("-"):
        return value.startswith("-") and other.startswith("-") and _rounder(value[1:], other[1:])
    (whole, part), (finer_whole, finer_part) = _digits(value), _digits(other)
    places = max(len(part), len(finer_part))
    rough, fine = int(whole + part.ljust(places, "0")), int(finer_whole + finer_part.ljust(places, "0"))
    unit = 10 ** (len(str(rough)) - len(str(rough).rstrip("0")))
    return rough > 0 and fine % unit != 0 and (fine + unit // 2) // unit * unit == rough


def _digits(number: str) -> tuple[str, str]:
    whole, _, part = number.partition(".")
    return whole, part


def _vaguer(value: str, other: str) -> bool:
    return bool(_DAY.match(value) and _DAY.match(other) and "-" in other) and other.startswith(value + "-")


_TESTS: tuple[Callable[[str, str], bool], ...] = (_fewer, _rounder, _vaguer)

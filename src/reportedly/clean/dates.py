"""When a document was published, with the precision its source gives and where that was read."""

import re
from datetime import UTC, date, datetime

from reportedly.errors import ReportedlyError
from reportedly.model import Precision, Published

_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
MONTH = r"(?i:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:19|20)\d{2}"


def _clock_pattern(n: str) -> str:
    return (
        rf"(?P<hour{n}>\d{{1,2}})[:.](?P<minute{n}>\d{{2}})\s?(?P<half{n}>[ap]\.?m\.?)?"
        rf"(?:\s?(?P<zone{n}>GMT|UTC|BST|EST|EDT|CET|CEST|MSK))?"
    )


_WORDS = re.compile(
    rf"(?:{_clock_pattern('0')}[,\s]\s?)?(?:\bon\s+)?\b"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH}),?\s+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR}))\b"
    rf"(?:[,\s]\s?(?:at\s|[-|·]\s)?{_clock_pattern('')})?",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?P<year>{_YEAR})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?"
    r"(?:[T ](?P<time>\d\d:?\d\d)(?P<second>:?\d\d)?(?:[.,]\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$"
)
_URL = re.compile(
    rf"/(?P<y>{_YEAR})(?:/|-)(?P<m>\d{{1,2}}|{MONTH[:-3]})(?:(?:/|-)(?P<d>\d{{1,2}}))?(?=[/\-_.?]|$)",
    re.IGNORECASE,
)
_ZONES = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "est": "-05:00", "edt": "-04:00", "cet": "+01:00",
    "cest": "+02:00", "msk": "+03:00",
}  # fmt: skip


class DateError(ReportedlyError, ValueError):
    """A publication date that is not one. The message says what is expected."""


def given(value: str) -> Published:
    """The publication date a user gave: ISO 8601 (``2014``, ``2014-11``, ``2014-11-03``, with or without
    a time).

    Raises:
        DateError: where ``value`` is no such date.
    """
    found = iso(value.strip(), "given") or spelled(value.strip(), "given")
    if found is None:
        raise DateError(f"not a date: {value!r}; write it as 2014-11-03 or 2014-11-03T18:20Z")
    return found


def iso(value: str, how: str) -> Published | None:
    """``value`` where it is an ISO 8601 date or time, as fine as it is; ``None`` where it is none."""
    match = _ISO.match(value.strip())
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if not _real(int(year), int(month or 1), int(day or 1)):
        return None
    if day is None:
        return Published(value=f"{year}-{month}" if month else year, precision="month" if month else "year", how=how)
    if match["time"] is None:
        return Published(value=f"{year}-{month}-{day}", precision="day", how=how)
    clock = match["time"].replace(":", "")
    if int(clock[:2]) > 23 or int(clock[2:]) > 59:
        return None
    # Midnight sharp without a zone is how content systems write a bare day.
    second = (match["second"] or "").strip(":")
    if clock == "0000" and second in ("", "00") and match["zone"] in (None, "Z"):
        return Published(value=f"{year}-{month}-{day}", precision="day", how=how)
    zone = match["zone"] or ""
    zone = "Z" if zone in ("UTC", "GMT", "+00:00", "+0000") else zone
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    precision: Precision = "second" if second else "minute"
    stamp = f"{year}-{month}-{day}T{clock[:2]}:{clock[2:]}{':' + second if second else ''}{zone}"
    return Published(value=stamp, precision=precision, how=how)


def spelled(text: str, how: str) -> Published | None:
    """The first full date in ``text`` written in words: "3 November 2014", "Nov 3, 2014 18:20 GMT"."""
    for match in _WORDS.finditer(text):
        day = int(match["d1"] or match["d2"])
        month = _MONTHS[(match["m1"] or match["m2"]).lower().rstrip(".")]
        year = int(match["y1"] or match["y2"])
        if not _real(year, month, day):
            continue
        value = f"{year:04d}-{month:02d}-{day:02d}"
        suffix = "" if match["hour"] else "0"
        if match["hour" + suffix] and (clock := _clock(*(match[name + suffix] for name in ("hour", "minute", "half")))):
            zone = _ZONES.get((match["zone" + suffix] or "").lower(), "")
            return Published(value=f"{value}T{clock}{zone}", precision="minute", how=how)
        return Published(value=value, precision="day", how=how)
    return None


def left_over(text: str) -> str:
    """``text`` without its dates and clock times written in words."""
    return _WORDS.sub(" ", text)


def _clock(hour: str, minute: str, half: str | None) -> str | None:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{number:02d}:{minute}" if number < 24 and int(minute) < 60 else None


def from_url(url: str) -> Published | None:
    """The date in the path of ``url``: ``/2014/11/03/``, ``/2014/nov/03/``, ``/2014-11-03-``,
    ``/2014/11/``.
    """
    for match in _URL.finditer(url):
        month = _MONTHS.get(match["m"].lower()) or (int(match["m"]) if match["m"].isdecimal() else 0)
        day = int(match["d"]) if match["d"] else None
        if not _real(int(match["y"]), month, day or 1):
            continue
        value = f"{match['y']}-{month:02d}"
        if day is None:
            return Published(value=value, precision="month", how="url")
        return Published(value=f"{value}-{day:02d}", precision="day", how="url")
    return None


def latest(found: list[Published]) -> Published | None:
    """The latest of ``found`` by day; ``None`` of none."""
    return max(found, key=lambda published: published.value, default=None)


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def stamp(value: object, how: str) -> Published | None:
    """The date a post's own field gives: ISO 8601, spelled out, as in mail and HTTP, as in Twitter's
    exports, or seconds since 1970; ``None`` where it is none of these.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > 1e11 else value
        if not 0 < seconds < 4e9:
            return None
        moment = datetime.fromtimestamp(seconds, UTC)
        return Published(value=moment.strftime("%Y-%m-%dT%H:%M:%SZ"), precision="second", how=how)
    if not isinstance(value, str):
        return None
    if found := iso(value, how):
        return found
    for form in ("%a, %d %b %Y %H:%M:%S", "%a %b %d %H:%M:%S %Y"):
        try:
            moment = datetime.strptime(re.sub(r"\s(?:[+-]0000|GMT|UTC)\b", "", value.strip()), form)
        except ValueError:
            continue
        return Published(value=moment.strftime("%Y-%m-%dT%H:%M:%SZ"), precision="second", how=how)
    return spelled(value, how)

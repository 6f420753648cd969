"""Times with their precision. A value never says more than the words it comes from."""

from typing import Literal

from reportedly.model._record import Record, Span

Precision = Literal[
    "second", "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter", "year",
    "decade", "century", "interval", "duration", "set", "vague",
]  # fmt: skip
"""How fine a time is known. ``interval``: the value is ``start/end``; ``vague``: ``PAST_REF``, ``PRESENT_REF`` or
``FUTURE_REF`` of TIMEX3."""


class Published(Record, frozen=True):
    """When a document or post was published.

    ``value`` is ISO 8601 (``2014-11-03`` or ``2014-11-03T18:20:00Z``), never finer than ``precision``. ``how`` names
    where it was read: ``given``, ``metadata``, ``url``, ``text``, ``embedded-post``, ``archive-date`` …
    """

    value: str
    precision: Precision
    how: str


class Time(Record, frozen=True):
    """A time expression and its value.

    ``value`` follows TIMEX3 (ISO 8601 dates, weeks ``2014-W44``, weekends ``2014-W44-WE``, durations ``P3D``, sets,
    ``PAST_REF``); an interval is ``start/end``. It is ``None`` where the words cannot be resolved (31 February).
    """

    value: str | None
    precision: Precision
    span: Span
    kind: Literal["date", "time", "duration", "set"] = "date"
    rule: str = ""

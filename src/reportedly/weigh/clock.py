"""When a testimony was published, as something that can be put in order."""

from datetime import UTC, datetime

from reportedly.model import Testimony
from reportedly.model.days import days

Instant = tuple[str, str]
"""First and last moment (UTC, ISO 8601 to the second) at which it may have been; compared in order."""

ALWAYS: Instant = ("", "")


def instant(value: str | None) -> Instant | None:
    """The stretch that an ISO 8601 date or time covers; ``None`` where there is none. Times without zone are UTC."""
    if not value:
        return None
    if "T" in value:
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            value = value.split("T", 1)[0]
        else:
            at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
            moment = at.strftime("%Y-%m-%dT%H:%M:%S")
            return moment, moment
    found = days(value)
    return (f"{found[0]}T00:00:00", f"{found[1]}T23:59:59") if found else None


def published(testimony: Testimony) -> Instant | None:
    """When it was published; ``None`` where nothing tells."""
    return instant(testimony.published.value) if testimony.published else None


def by_then(testimony: Testimony, as_of: str) -> bool:
    """True if it had certainly been published by the end of ``as_of``."""
    return known_by(testimony.published.value if testimony.published else None, as_of)


def known_by(value: str | None, as_of: str) -> bool:
    """True if what was published at ``value`` (ISO 8601) had certainly been by the end of ``as_of``."""
    at, limit = instant(value), instant(as_of)
    return at is not None and limit is not None and at[1] <= limit[1]


def surely_later(one: Testimony, other: Testimony) -> bool:
    """True if ``one`` cannot have been published by the time of ``other``; a date may be any time of its day."""
    a, b = published(one), published(other)
    return a is not None and b is not None and a[0] > b[1]


def order(testimony: Testimony) -> tuple[str, str, int, str]:
    """The order in which things were said: by publication, the undated first, then by place in the document."""
    at = published(testimony) or ALWAYS
    return at[1], testimony.document, testimony.claim.trigger.start, testimony.claim.id

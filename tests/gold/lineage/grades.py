"""The grade that the rules give, from what is annotated; the rules stand in docs/annotation/lineage.md."""

from collections.abc import Collection

from bench.gold_lineage_records import GoldContradiction, GoldOrigin

from reportedly.model.ledger import Bearing, IncidentGrade


def grade(
    origins: Collection[GoldOrigin], contradictions: Collection[GoldContradiction], published: Collection[str]
) -> IncidentGrade:
    """The first rule that fires, with only the reports ``published`` (their identifiers)."""
    standing = [(origin, bearing) for origin in origins if (bearing := _bearing(origin, published))]
    affirming = [origin for origin, bearing in standing if bearing == "affirms"]
    denied = any(bearing == "denies" for _, bearing in standing)
    if not affirming:
        withdrawn = any(_affirmed(origin, published) for origin, _ in standing)
        return "Discounted" if denied or withdrawn else "Unrated"
    if denied or any(_contests(found, published) for found in contradictions):
        return "Contested"
    plain = [origin for origin in affirming if not origin.hedged]
    return "Fair" if len(plain) > 1 and not all(origin.unnamed for origin in plain) else "Weak"


def _bearing(origin: GoldOrigin, published: Collection[str]) -> Bearing | None:
    """How it stands by its latest word; ``None`` where it has not spoken yet."""
    if set(origin.reports) & set(published):
        return origin.bearing
    return next((old.bearing for old in reversed(origin.before) if set(old.reports) & set(published)), None)


def _affirmed(origin: GoldOrigin, published: Collection[str]) -> bool:
    return any(old.bearing == "affirms" and set(old.reports) & set(published) for old in origin.before)


def _contests(found: GoldContradiction, published: Collection[str]) -> bool:
    told = all(side.reports & set(published) for side in found.between)
    return told and not found.superseded and found.kind in ("perpetrator", "control")

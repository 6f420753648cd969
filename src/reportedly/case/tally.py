"""What is in a case, in numbers."""

import sqlite3
from typing import Any

from reportedly.case import lists
from reportedly.case.entries import EventTally, PublisherTally, RunTally, SourceTally, Summary
from reportedly.model import RunInfo
from reportedly.model.days import days


def summary(connection: sqlite3.Connection) -> Summary:
    """All counts of the case. Lists come with the greatest number first, then by name."""
    reasons = tuple(lists.skipped(connection))
    size, stored = _row(connection, "SELECT coalesce(sum(size), 0), coalesce(sum(length(content)), 0) FROM captures")
    dated, undated = _published(connection)
    return Summary(
        captures=_count(connection, "captures"),
        size=size,
        stored=stored,
        documents=_count(connection, "documents"),
        sources=_count(connection, "sources"),
        statements=_count(connection, "statements"),
        events=_count(connection, "events"),
        claims=_count(connection, "claims"),
        skipped=len(reasons),
        published=dated,
        undated=undated,
        happened=_ends(
            connection.execute("SELECT first_day, last_day FROM events WHERE first_day IS NOT NULL").fetchall()
        ),
        stances=_counts(connection, "SELECT stance, count(*) n FROM statements GROUP BY 1 ORDER BY n DESC, 1"),
        modes=_counts(connection, "SELECT mode, count(*) n FROM statements GROUP BY 1 ORDER BY n DESC, 1"),
        publishers=tuple(
            PublisherTally(name=name, documents=number)
            for name, number in connection.execute(
                "SELECT publisher, count(*) n FROM documents GROUP BY 1 ORDER BY n DESC, publisher IS NULL, 1"
            )
        ),
        speakers=_speakers(connection),
        types=_types(connection),
        reasons=reasons,
        runs=_runs(connection),
    )


def _row(connection: sqlite3.Connection, query: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] = connection.execute(query).fetchone()
    return row


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(_row(connection, f"SELECT count(*) FROM {table}")[0])


def _counts(connection: sqlite3.Connection, query: str) -> dict[str, int]:
    return dict(connection.execute(query).fetchall())


def _ends(spans: list[tuple[str, str]]) -> tuple[str, str] | None:
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def _published(connection: sqlite3.Connection) -> tuple[tuple[str, str] | None, int]:
    values = [value for (value,) in connection.execute("SELECT published FROM documents")]
    known = [found for found in map(days, values) if found]
    return _ends(known), len(values) - len(known)


def _speakers(connection: sqlite3.Connection) -> tuple[SourceTally, ...]:
    stances: dict[tuple[str, str, int], dict[str, int]] = {}
    told = connection.execute(
        "SELECT o.name, o.kind, o.anonymous, s.stance, count(*) n FROM statements s"
        " JOIN sources o ON o.document = s.document AND o.id = s.source"
        " GROUP BY 1, 2, 3, 4 ORDER BY n DESC, 4"
    )
    for name, kind, anonymous, stance, number in told:
        stances.setdefault((name, kind, anonymous), {})[stance] = number
    found = [
        SourceTally(
            name=name,
            kind=kind,
            anonymous=bool(anonymous),
            documents=documents,
            statements=sum(stances.get((name, kind, anonymous), {}).values()),
            stances=stances.get((name, kind, anonymous), {}),
        )
        for name, kind, anonymous, documents in connection.execute(
            "SELECT name, kind, anonymous, count(DISTINCT document) FROM sources GROUP BY 1, 2, 3"
        )
    ]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.name, one.kind, one.anonymous)))


def _types(connection: sqlite3.Connection) -> tuple[EventTally, ...]:
    rows = connection.execute(
        "SELECT type, family, count(*) n, sum(polarity = 'negative'), sum(modality <> 'actual') FROM events"
        " GROUP BY 1, 2 ORDER BY n DESC, 1, 2"
    )
    return tuple(
        EventTally(type=kind, family=family, events=number, negative=negative, unsure=unsure)
        for kind, family, number, negative, unsure in rows
    )


def _runs(connection: sqlite3.Connection) -> tuple[RunTally, ...]:
    rows = connection.execute(
        "SELECT r.version, r.model, r.ontology, r.gazetteer, r.rules, count(d.number) n FROM runs r"
        " LEFT JOIN documents d ON d.run = r.number GROUP BY r.number ORDER BY n DESC, 1, 2, 3, 4, 5"
    )
    return tuple(
        RunTally(
            run=RunInfo(version=version, model=model, ontology=ontology, gazetteer=gazetteer, rules=rules),
            documents=number,
        )
        for version, model, ontology, gazetteer, rules, number in rows
    )

"""What was made of the readings together: links, copies, incidents. All of it can be made again."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from reportedly.case.connection import writing
from reportedly.case.entries import IncidentEntry
from reportedly.case.errors import AmbiguousIdError, UnknownIdError, explained
from reportedly.model import Copy, Incident, Place, Weighing

_ENCODE = msgspec.json.Encoder(order="deterministic").encode
_INCIDENT = msgspec.json.Decoder(Incident).decode
_WEIGHING = msgspec.json.Decoder(Weighing).decode
_ENTRY = msgspec.json.Decoder(IncidentEntry).decode
_PLACE = msgspec.json.Decoder(Place).decode
_COPY = msgspec.json.Decoder(Copy).decode
_TABLES = ("linked", "signatures", "links", "copies", "incidents", "incident_events", "linking")
_SHOWN = 8


class Stored(NamedTuple):
    """A compared pair of events: ``positive`` where the grounds speak for one happening, ``copied`` where words are."""

    a: str
    b: str
    positive: bool
    copied: bool


class Settled(NamedTuple):
    """An incident with its weighing and its line in the list."""

    incident: Incident
    weighing: Weighing
    entry: IncidentEntry


class Portion(NamedTuple):
    """What one run of linking changes. ``linked`` are (document, digest).

    ``signatures`` are (event, document, name of the incident that it may be the first telling of, JSON).
    """

    removed: Sequence[str]
    linked: Sequence[tuple[str, str]]
    signatures: Sequence[tuple[str, str, str, bytes]]
    links: Sequence[Stored]
    copies: Sequence[Copy]
    dissolved: Sequence[str]
    settled: Sequence[Settled]
    judged: int


class Linking:
    """Links, copies and incidents of one case."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def made_with(self) -> str | None:
        """The versions that the links were made with; ``None`` where nothing has been linked."""
        return next((str(row[0]) for row in self._rows("SELECT made_with FROM linking")), None)

    def begin(self, made_with: str) -> None:
        """Forgets all links and incidents; what comes now is made with ``made_with``. Judgements stay."""
        with explained(self._path), writing(self._connection):
            for table in _TABLES:
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("INSERT INTO linking (made_with, judgements) VALUES (?, 0)", (made_with,))

    def judged(self) -> int:
        """How many entries of the log of judgements have been taken up."""
        return next((int(row[0]) for row in self._rows("SELECT judgements FROM linking")), 0)

    def waiting(self) -> list[tuple[str, str]]:
        """(document, digest) of the readings that have not been linked yet, in the order of publication."""
        return [
            (row[0], row[1])
            for row in self._rows(
                "SELECT d.id, d.digest FROM documents d LEFT JOIN linked l ON l.document = d.id"
                " WHERE l.digest IS NULL OR l.digest != d.digest ORDER BY d.published IS NULL, d.published, d.id"
            )
        ]

    def outdated(self) -> list[str]:
        """Linked documents that are gone or have been read anew."""
        return [
            row[0]
            for row in self._rows(
                "SELECT l.document FROM linked l LEFT JOIN documents d ON d.id = l.document"
                " WHERE d.digest IS NULL OR d.digest != l.digest ORDER BY l.document"
            )
        ]

    def documents(self) -> list[str]:
        """The documents that are linked."""
        return [row[0] for row in self._rows("SELECT document FROM linked ORDER BY document")]

    def signatures(self, incident: Incident | None = None) -> Iterator[str]:
        """The signatures of all linked events, as JSON; with ``incident`` of its events."""
        if incident is None:
            return (row[0] for row in self._rows("SELECT record FROM signatures ORDER BY event"))
        rows = (self._rows("SELECT record FROM signatures WHERE event = ?", event) for event in incident.events)
        return (row[0] for found in rows for row in found)

    def links(self, incident: Incident | None = None) -> Iterator[Stored]:
        """All compared pairs that speak for one happening or are copied; with ``incident`` those within it."""
        if incident is None:
            rows = self._rows("SELECT a, b, positive, copied FROM links ORDER BY a, b")
        else:
            rows = self._rows(
                "SELECT l.a, l.b, l.positive, l.copied FROM incident_events i JOIN links l ON l.a = i.event"
                " JOIN incident_events o ON o.event = l.b WHERE i.incident = ?1 AND o.incident = ?1 ORDER BY l.a, l.b",
                incident.id,
            )
        return (Stored(a, b, bool(positive), bool(copied)) for a, b, positive, copied in rows)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The events of each incident."""
        return (_INCIDENT(row[0]).events for row in self._rows("SELECT record FROM incidents ORDER BY id"))

    def copies(self, documents: Iterable[str] | None = None) -> tuple[Copy, ...]:
        """All copies; with ``documents`` those between two of these."""
        if documents is None:
            return tuple(_COPY(row[0]) for row in self._rows("SELECT record FROM copies ORDER BY first, second"))
        wanted = sorted(set(documents))
        found = [
            _COPY(row[0])
            for document in wanted
            for row in self._rows("SELECT record FROM copies WHERE first = ? ORDER BY second", document)
        ]
        return tuple(copy for copy in found if copy.second in wanted)

    def write(self, portion: Portion) -> None:
        """Takes in what a run of linking changed, in one transaction."""
        with explained(self._path), writing(self._connection):
            run = self._connection.executemany
            gone = [(document,) for document in portion.removed]
            for column in ("a", "b"):
                run(f"DELETE FROM links WHERE {column} IN (SELECT event FROM signatures WHERE document = ?)", gone)
            for table, column in (
                ("copies", "first"),
                ("copies", "second"),
                ("signatures", "document"),
                ("linked", "document"),
            ):
                run(f"DELETE FROM {table} WHERE {column} = ?", gone)
            run("INSERT INTO linked (document, digest) VALUES (?,?)", portion.linked)
            run("INSERT INTO signatures (event, document, incident, record) VALUES (?,?,?,?)",
                [(*names, record.decode()) for *names, record in portion.signatures])  # fmt: skip
            run("INSERT OR REPLACE INTO links (a, b, positive, copied) VALUES (?,?,?,?)", portion.links)
            run("INSERT INTO copies (first, second, record) VALUES (?,?,?)",
                [(copy.first, copy.second, _ENCODE(copy).decode()) for copy in portion.copies])  # fmt: skip
            run("DELETE FROM incident_events WHERE incident = ?", [(one,) for one in portion.dissolved])
            run("DELETE FROM incidents WHERE id = ?", [(one,) for one in portion.dissolved])
            self._settle(portion.settled)
            self._connection.execute("UPDATE linking SET judgements = ?", (portion.judged,))

    def _settle(self, settled: Sequence[Settled]) -> None:
        for incident, weighing, entry in settled:
            self._connection.execute("DELETE FROM incident_events WHERE incident = ?", (incident.id,))
            self._connection.execute(
                "INSERT OR REPLACE INTO incidents"
                " (id, type, family, grade, first_day, last_day, record, weighing, entry)"
                " VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    incident.id, incident.type, incident.family, entry.grade, entry.first_day, entry.last_day,
                    _ENCODE(incident).decode(), _ENCODE(weighing).decode(), _ENCODE(entry).decode(),
                ),
            )  # fmt: skip
            self._connection.executemany(
                "INSERT OR REPLACE INTO incident_events (event, incident) VALUES (?,?)",
                [(event, incident.id) for event in incident.events],
            )

    def entries(self) -> Iterator[IncidentEntry]:
        """The incidents by their first day, undated ones last."""
        rows = self._rows("SELECT entry FROM incidents ORDER BY first_day IS NULL, first_day, last_day, id")
        return (_ENTRY(row[0]) for row in rows)

    def settled(self) -> Iterator[Settled]:
        """All incidents with their weighings, by identifier."""
        return map(_settled, self._rows("SELECT record, weighing, entry FROM incidents ORDER BY id"))

    def telling(self, families: Iterable[str]) -> Iterator[Settled]:
        """The incidents with an event of one of ``families``, with their weighings, by identifier."""
        rows = self._rows(
            "SELECT record, weighing, entry FROM incidents WHERE id IN (SELECT i.incident FROM events e"
            " JOIN incident_events i ON i.event = e.id WHERE e.family IN (SELECT value FROM json_each(?))) ORDER BY id",
            msgspec.json.encode(sorted(families)).decode(),
        )
        return map(_settled, rows)

    def published(self) -> Iterator[tuple[str, str | None]]:
        """(incident, publication) of every report in which an incident is told; ISO 8601, ``None`` where not known."""
        rows = self._rows(
            "SELECT DISTINCT i.incident, d.published FROM incident_events i JOIN signatures s ON s.event = i.event"
            " JOIN documents d ON d.id = s.document ORDER BY i.incident, d.published"
        )
        return ((incident, published) for incident, published in rows)

    def incident(self, prefix: str) -> Settled:
        """The one incident whose identifier, or that of an event or claim in it, begins with ``prefix``.

        An identifier that an incident had before it was joined with another still finds it.

        Raises:
            UnknownIdError: if there is none.
            AmbiguousIdError: if there are several.
        """
        wanted = prefix.strip().lower()
        found = sorted({row[0] for row in self._rows(
            "SELECT id FROM incidents WHERE id >= ?1 AND id < ?2"
            " UNION SELECT incident FROM incident_events WHERE event >= ?1 AND event < ?2"
            " UNION SELECT i.incident FROM claims c JOIN incident_events i ON i.event = c.event"
            " WHERE c.id >= ?1 AND c.id < ?2", wanted, wanted + "\U0010ffff",
        )})  # fmt: skip
        found = found or sorted({row[0] for row in self._rows(
            "SELECT i.incident FROM signatures s JOIN incident_events i ON i.event = s.event"
            " WHERE s.incident >= ?1 AND s.incident < ?2", wanted, wanted + "\U0010ffff",
        )})  # fmt: skip
        if not found:
            raise UnknownIdError(f"{self._path} has no incident {prefix}")
        if len(found) > 1:
            raise AmbiguousIdError(prefix, tuple(("incident", one, "") for one in found[:_SHOWN]), len(found))
        return _settled(next(self._rows("SELECT record, weighing, entry FROM incidents WHERE id = ?", found[0])))

    def incident_of(self, event: str) -> str | None:
        """The incident that ``event`` belongs to; ``None`` where it has not been linked."""
        return next((row[0] for row in self._rows("SELECT incident FROM incident_events WHERE event = ?", event)), None)

    def places(self) -> Iterator[tuple[str, str, str | None]]:
        """(incident, name, GeoNames identifier) of every place in the events of incidents, as named and as matched."""
        rows = self._rows(
            "SELECT DISTINCT i.incident, n.value, json_extract(p.value, '$.geonameid')"
            " FROM incident_events i JOIN events e ON e.id = i.event, json_each(e.record, '$.places') p,"
            " json_each(json_array(json_extract(p.value, '$.name'), json_extract(p.value, '$.matched'))) n"
            " WHERE n.value IS NOT NULL ORDER BY 1, 2, 3"
        )
        return ((incident, name, None if number is None else str(number)) for incident, name, number in rows)

    def spots(self) -> Iterator[Place]:
        """The places of all events of incidents, as often as events are told there."""
        rows = self._rows(
            "SELECT p.value FROM incident_events i JOIN events e ON e.id = i.event, json_each(e.record, '$.places') p"
            " ORDER BY e.id, p.key"
        )
        return (_PLACE(row[0]) for row in rows)

    def parties(self) -> Iterator[tuple[str, str, str | None]]:
        """(incident, name, identifier of the ontology) of whoever takes part in the events of incidents."""
        rows = self._rows(
            "SELECT DISTINCT i.incident, json_extract(r.value, '$.name'), json_extract(r.value, '$.actor')"
            " FROM incident_events i JOIN events e ON e.id = i.event, json_each(e.record, '$.roles') r ORDER BY 1, 2, 3"
        )
        return ((incident, name, actor) for incident, name, actor in rows)

    def documents_of(self, incident: Incident) -> list[str]:
        """The documents that tell the events of ``incident``, sorted."""
        found = {
            row[0]
            for event in incident.events
            for row in self._rows("SELECT document FROM signatures WHERE event = ?", event)
        }
        return sorted(found)

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        with explained(self._path):
            yield from self._connection.execute(query, values)


def _settled(row: tuple[Any, ...]) -> Settled:
    return Settled(_INCIDENT(row[0]), _WEIGHING(row[1]), _ENTRY(row[2]))

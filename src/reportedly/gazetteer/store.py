"""One layer of the gazetteer: an SQLite file of places and of the keys that find them.

Each layer (the base, each added file) is a file of its own: built aside and moved into place, never changed
after, so that adding is atomic, removing is unlinking, and any number of processes may read meanwhile.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.gazetteer.keys import all_keys, keys
from reportedly.gazetteer.toponym import Match, Toponym

FORMAT = "2"
"""Raised whenever keys or rows are made differently: layers of another format are built again."""

_MATCHES: tuple[Match, Match, Match] = ("exact", "sound", "skeleton")
_BATCH = 20_000
_MOST = 100  # rows per key: "San Jose" has 1,700 in the whole world, and hardly one beyond the first 100 has people

_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-65536; PRAGMA
page_size=8192; CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE place(id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT, lat REAL, lon REAL, feature TEXT,
code TEXT,
    country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER, radius_km REAL, names TEXT);
CREATE TEMP TABLE staged(key TEXT, place INTEGER);
"""
_INDEXES = """
CREATE TABLE key(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
INSERT OR IGNORE INTO key SELECT key, place FROM staged ORDER BY key, place;
DROP TABLE staged;
CREATE INDEX country ON place(country) WHERE code = 'PCLI';
"""
_COLUMNS = "geonameid, name, lat, lon, feature, code, country, admin1, admin2, population, radius_km, names"


class GazetteerError(ReportedlyError):
    """A gazetteer file that cannot be read or built."""


def build(path: Path, rows: Iterable[Toponym]) -> int:
    """Write the layer at ``path`` from ``rows``, in bounded memory; the number of places in it.

    The file is written beside ``path`` and moved over it when it is whole: a reader sees the old one or the
    new one.

    Raises:
        GazetteerError: if the file cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        connection = sqlite3.connect(partial, isolation_level=None)
        try:
            count = _fill(connection, rows)
        finally:
            connection.close()
        partial.replace(path)
    except sqlite3.Error as error:
        raise GazetteerError(f"the gazetteer {path} could not be written: {error}") from error
    finally:
        partial.unlink(missing_ok=True)
    return count


def _fill(connection: sqlite3.Connection, rows: Iterable[Toponym]) -> int:
    connection.executescript(_SCHEMA)
    digest = hashlib.sha256()
    connection.execute("BEGIN")
    count = 0
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        records = [(number, *row[:11], "\n".join(row.names)) for number, row in enumerate(batch, count + 1)]
        digest.update(repr(records).encode())
        connection.executemany(f"INSERT INTO place VALUES (?{', ?' * 12})", records)
        connection.executemany("INSERT INTO staged VALUES (?, ?)", _keyed(batch, count + 1))
        count += len(batch)
    connection.executescript(_INDEXES)
    meta = {"format": FORMAT, "fingerprint": digest.hexdigest(), "places": str(count)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT") if connection.in_transaction else None
    return count


def _toponym(row: tuple[Any, ...], layer: str, match: Match) -> Toponym:
    return Toponym._make((*row[:11], tuple(row[11].split("\n")) if row[11] else (), layer, match))


def _keyed(batch: list[Toponym], first: int) -> Iterator[tuple[str, int]]:
    """(key, number of the place) for all names of ``batch``, some of them twice."""
    names = [name for row in batch for name in (row.name, *row.names)]
    numbers = [number for number, row in enumerate(batch, first) for _ in range(1 + len(row.names))]
    for found, number in zip(all_keys(names), numbers, strict=True):
        for key in found:
            yield key, number


class Store:
    """A layer opened for reading.

    Raises:
        GazetteerError: if the file is no layer, or one of another format.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            # Reading keeps to this much memory for each file, whatever its size; the system keeps what is read often.
            self._db.execute("PRAGMA cache_size=-16384")
            self._db.execute("PRAGMA mmap_size=67108864")
            meta = dict(self._db.execute("SELECT name, value FROM meta"))
        except sqlite3.Error as error:
            raise GazetteerError(f"{path} is no gazetteer: {error}; remove it and add its source again") from error
        if meta.get("format") != FORMAT:
            raise GazetteerError(f"{path} was made by another version: remove it and add its source again")
        self.fingerprint: str = meta["fingerprint"]
        self.places = int(meta["places"])

    def may_have(self, name: str) -> bool:
        """False if none of the keys of ``name`` finds anything: names that share a stricter key share the loosest."""
        loosest = next((key for key in reversed(keys(name)) if key), "")
        return self._db.execute("SELECT 1 FROM key WHERE key = ? LIMIT 1", (loosest,)).fetchone() is not None

    def find(self, name: str, layer: str, match: Match) -> Iterator[Toponym]:
        """The places that the key of this strictness finds, the most populous first."""
        key = keys(name)[_MATCHES.index(match)]
        if not key:
            return
        for row in self._db.execute(
            f"SELECT {_COLUMNS} FROM key JOIN place ON place.id = key.place WHERE key.key = ?"
            f" ORDER BY population DESC, place.id LIMIT {_MOST}",
            (key,),
        ):
            yield _toponym(row, layer, match)

    def country(self, iso: str, layer: str) -> Toponym | None:
        """The country of that ISO 3166 alpha-2 code."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place WHERE code = 'PCLI' AND country = ?", (iso,)).fetchone()
        return _toponym(row, layer, "exact") if row else None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

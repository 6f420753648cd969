"""Opening a case file: what it is, whether this version can use it, and how SQLite is to treat it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.case.errors import CaseError, explained
from reportedly.case.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION


def connect(path: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    """A connection to the case at ``path``, its tables made or led forward where ``create`` is true.

    Without ``create`` the connection can only read; it also works in a read-only folder. ``wait`` is how many
    seconds to wait for another program's lock.

    Raises:
        CaseError: if there is no case, or it is another kind of file, of a newer schema, locked or
        unwritable.
    """
    if path.is_dir():
        raise CaseError(f"{path} is a folder, not a case file")
    if not create and not path.exists():
        raise CaseError(f"{path} does not exist; `reportedly read PATH --case {path}` makes a case")
    if create and not path.absolute().parent.is_dir():
        raise CaseError(f"the folder of {path} does not exist; make it first")
    with explained(path):
        connection = _open(path, create=create, wait=wait)
        try:
            version = _version(connection, path, create=create)
            connection.execute("PRAGMA foreign_keys = ON")
            if create:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                if version < SCHEMA_VERSION:
                    _migrate(connection)
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    mode = "rwc" if create else "rw"
    if not create and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        # A case in WAL mode needs files beside it; where none can be made, nobody else can be writing either.
        mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)


def _version(connection: sqlite3.Connection, path: Path, *, create: bool) -> int:
    """The schema version of the case; 0 for a new, empty one."""
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if empty and create and not version:
        return 0
    if empty:
        raise CaseError(f"{path} is empty, not a case file")
    if mark != APPLICATION_ID:
        raise CaseError(f"{path} is a database of another program, not a case file")
    if version > SCHEMA_VERSION:
        raise CaseError(
            f"{path} has schema {version}, written by a newer version of reportedly; "
            f"this one knows schemas up to {SCHEMA_VERSION}: update it"
        )
    if version < SCHEMA_VERSION and not create:
        raise CaseError(f"{path} has the older schema {version}; `reportedly read … --case {path}` updates it")
    return version


def _migrate(connection: sqlite3.Connection) -> None:
    with writing(connection):
        # Another process may have made the tables while this one waited for the lock.
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for script in MIGRATIONS[version:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The single statements of ``script``; ``executescript`` would commit the transaction around it."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of what is done inside is kept, or none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")

"""The case file: everything that was read, in one SQLite file, to be asked again."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from reportedly.case import find, lists, rows, search, tally, told
from reportedly.case.connection import connect, writing
from reportedly.case.entries import (
    Acquisition,
    DocumentEntry,
    EventEntry,
    Hit,
    SkippedEntry,
    StatementEntry,
    Summary,
)
from reportedly.case.errors import CaseError, UnknownIdError, explained
from reportedly.case.judgements import Judgements
from reportedly.case.linking import Linking
from reportedly.model import Capture, Document, Reading, Skipped
from reportedly.model import sha256 as hash_of

_WAIT = 10.0  # seconds to wait for another program that is writing; a write takes milliseconds


class Case:
    """A case file. Open it with ``Case.open`` in a ``with`` statement.

    What goes in comes out the same. Each document is written in one transaction: whole, or not at all. One
    process writes while any number read. ``judgements`` are people's, ``linking`` holds what was made of the readings
    together. All methods raise ``CaseError`` where the file cannot be read or
    written.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.judgements = Judgements(path, connection)
        self.linking = Linking(path, connection)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, wait: float = _WAIT) -> "Case":
        """The case at ``path``: for writing, made where missing; with ``create=False`` only to be read.

        ``wait`` is how many seconds to wait for another program's lock.

        Raises:
            CaseError: if it is missing (``create=False``), another kind of file, of a newer schema, locked or
                in a place that cannot be written.
        """
        path = Path(path)
        return cls(path, connect(path, create=create, wait=wait))

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was added is in it already."""
        self._connection.close()

    def add(self, capture: Capture, reading: Reading) -> bool:
        """Adds ``reading`` and the ``capture`` it was made from, in one transaction.

        False where this very reading is there already: then at most a line of the custody log is new, for an
        origin that these bytes had not been obtained from. Another reading of the same document takes the
        place of the old.

        Raises:
            CaseError: if the capture's bytes are not the document's, or do not have the hash they claim.
        """
        given = capture.provenance
        noted = reading.document.capture
        if noted is not None and noted.sha256 != given.sha256:
            raise CaseError(f"document {reading.document.id} was not made from the bytes of {given.origin}")
        fingerprint = rows.digest(reading)
        with explained(self.path):
            if self._has(reading, fingerprint) and self._obtained(capture):
                return False
            if hash_of(capture.content) != given.sha256:
                raise CaseError(f"the bytes of {given.origin} do not have the SHA-256 that is stated for them")
            with writing(self._connection):
                self._keep(capture)
                if self._has(reading, fingerprint):
                    return False
                self._connection.execute("DELETE FROM documents WHERE id = ?", (reading.document.id,))
                rows.insert(self._connection, reading, given.sha256, fingerprint)
        return True

    def skip(self, skipped: Skipped) -> bool:
        """Notes an item that could not be taken further; false where the same is noted already."""
        with explained(self.path), writing(self._connection):
            return (
                self._connection.execute(
                    "INSERT INTO skipped (item, stage, reason, detail, sha256) VALUES (?,?,?,?,?)"
                    " ON CONFLICT (item, stage, reason, detail) DO NOTHING",
                    (skipped.item, skipped.stage, skipped.reason, skipped.detail, skipped.sha256),
                ).rowcount
                > 0
            )

    def reading(self, document: str) -> Reading:
        """The reading of the document with this identifier, equal to the one added.

        Raises:
            UnknownIdError: if there is no such document.
            CaseError: if a newer version wrote values into it that this one does not know.
        """
        with explained(self.path):
            row = self._connection.execute("SELECT number FROM documents WHERE id = ?", (document,)).fetchone()
            if row is None:
                raise UnknownIdError(f"{self.path} has no document {document}")
            try:
                return rows.assemble(self._connection, row[0])
            except msgspec.ValidationError as error:
                raise CaseError(
                    f"document {document} holds what this version does not know ({error}); update reportedly"
                ) from error

    def document(self, document: str) -> Document:
        """The document with this identifier, equal to the one added.

        Raises:
            UnknownIdError: if there is none.
            CaseError: if a newer version wrote values into it that this one does not know.
        """
        return self.reading(document).document

    def text(self, document: str) -> str:
        """The text of the document with this identifier.

        Raises:
            UnknownIdError: if there is none.
        """
        with explained(self.path):
            row = self._connection.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise UnknownIdError(f"{self.path} has no document {document}")
        return str(row[0])

    def readings(self) -> Iterator[Reading]:
        """All readings, in the order of ``documents()``."""
        for entry in self.documents():
            yield self.reading(entry.id)

    def capture(self, sha256: str, origin: str | None = None) -> Capture:
        """The bytes with this hash, as first obtained, or as obtained from ``origin``.

        Raises:
            UnknownIdError: if there are no such bytes.
            CaseError: if the bytes are damaged: they no longer have their hash.
        """
        with explained(self.path):
            row = self._connection.execute("SELECT codec, content FROM captures WHERE sha256 = ?", (sha256,)).fetchone()
        taken = [one for one in self.custody(sha256) if origin in (None, one.provenance.origin)]
        if row is None or not taken:
            raise UnknownIdError(f"{self.path} has no capture {sha256}" + (f" of {origin}" if origin else ""))
        try:
            content = zlib.decompress(row[1]) if row[0] == "zlib" else bytes(row[1])
        except zlib.error as error:
            raise CaseError(f"the bytes of capture {sha256} in {self.path} are damaged: {error}") from error
        if hash_of(content) != sha256:
            raise CaseError(f"the bytes of capture {sha256} in {self.path} no longer have that hash")
        first = taken[0]
        return Capture(provenance=first.provenance, obtained=first.obtained, content=content, fields=first.fields)

    def custody(self, sha256: str) -> list[Acquisition]:
        """Every acquisition of the bytes with this hash, in the order of the log."""
        with explained(self.path):
            return lists.custody(self._connection, sha256)

    def custody_of(self, document: str) -> list[Acquisition]:
        """Every acquisition of the bytes that the document with this identifier was made from."""
        with explained(self.path):
            row = self._connection.execute("SELECT sha256 FROM documents WHERE id = ?", (document,)).fetchone()
        return self.custody(row[0]) if row else []

    def documents(self, limit: int | None = None) -> Iterator[DocumentEntry]:
        """The documents by time of publication, undated ones last, at most ``limit``."""
        with explained(self.path):
            yield from lists.documents(self._connection, limit)

    def statements(
        self,
        *,
        document: str | None = None,
        stance: str | None = None,
        name: str | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementEntry]:
        """The statements in the order of the documents and the text; of one document, stance or source's
        name.
        """
        with explained(self.path):
            yield from lists.statements(self._connection, document, stance, name, limit)

    def events(
        self, *, document: str | None = None, type: str | None = None, limit: int | None = None
    ) -> Iterator[EventEntry]:
        """The events in the order of the documents and the text; of one document, or one type or family."""
        with explained(self.path):
            yield from lists.events(self._connection, document, type, limit)

    def skipped(self) -> Iterator[SkippedEntry]:
        """What was skipped, by item."""
        with explained(self.path):
            yield from lists.skipped(self._connection)

    def summary(self) -> Summary:
        """What is in the case, in numbers."""
        with explained(self.path):
            return tally.summary(self._connection)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Documents, statements and incidents that hold all of ``words``, best first, at most ``limit`` of each kind.

        Words are found in any inflection and without regard to accents; ``"words in quotation marks"`` as a
        phrase; ``begin*`` by their beginning. Nothing else in ``words`` has a meaning.
        """
        with explained(self.path):
            found = search.search(self._connection, words, limit)
            return [*found, *told.search(self._connection, words, limit)]

    def find(self, prefix: str) -> find.Found:
        """The one document, source, statement, event or claim whose identifier begins with ``prefix``.

        ``document/prefix`` looks only in documents whose identifier begins so.

        Raises:
            UnknownIdError: if there is none.
            AmbiguousIdError: if there are several.
        """
        with explained(self.path):
            return find.find(self._connection, self.path, prefix)

    def _has(self, reading: Reading, fingerprint: str) -> bool:
        row = self._connection.execute(
            "SELECT 1 FROM documents WHERE id = ? AND digest = ?", (reading.document.id, fingerprint)
        ).fetchone()
        return row is not None

    def _obtained(self, capture: Capture) -> bool:
        row = self._connection.execute(
            "SELECT 1 FROM custody WHERE sha256 = ? AND origin = ?",
            (capture.provenance.sha256, capture.provenance.origin),
        ).fetchone()
        return row is not None

    def _keep(self, capture: Capture) -> None:
        """The bytes once per hash, the acquisition once per hash and origin."""
        given = capture.provenance
        kept = self._connection.execute("SELECT 1 FROM captures WHERE sha256 = ?", (given.sha256,)).fetchone()
        if not kept:
            small = zlib.compress(capture.content, 6)
            codec, content = ("zlib", small) if len(small) < len(capture.content) else ("raw", capture.content)
            self._connection.execute(
                "INSERT INTO captures (sha256, size, codec, content) VALUES (?,?,?,?)",
                (given.sha256, len(capture.content), codec, content),
            )
        self._connection.execute(
            "INSERT INTO custody (sha256, origin, method, media_type, url, fetched, obtained, fields)"
            " VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (sha256, origin) DO NOTHING",
            (
                given.sha256,
                given.origin,
                given.method,
                given.media_type,
                given.url,
                given.fetched,
                capture.obtained,
                rows.as_json(capture.fields),
            ),
        )

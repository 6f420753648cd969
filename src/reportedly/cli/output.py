"""Where readings go: a table, JSON, JSON lines, or one HTML page."""

from abc import ABC, abstractmethod
from typing import TextIO

import msgspec

from reportedly.model import Reading, Skipped


class Output(ABC):
    """Takes readings and skipped items one by one; ``close`` writes what has to wait for the end."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @abstractmethod
    def add(self, reading: Reading) -> None:
        """Take one reading."""

    def skip(self, skipped: Skipped) -> None:  # noqa: B027  most forms leave it to standard error
        """Take one skipped item."""

    def close(self) -> None:  # noqa: B027
        """Write what is left."""


class Table(Output):
    """Tables for a person, one document after another."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        from rich.console import Console

        self._console = Console(file=stream)
        self._first = True

    def add(self, reading: Reading) -> None:
        from reportedly.export.terminal import render

        if not self._first:
            self._console.rule(style="dim")
        self._first = False
        render(reading, self._console)


class Brief(Output):
    """One line a document, for reading into a case: the case shows the rest."""

    def add(self, reading: Reading) -> None:
        document = reading.document
        from reportedly.export import phrases

        title = document.title or phrases.opening(document.text)
        counts = f"{len(reading.statements)} statements, {len(reading.events)} events"
        self.stream.write(f"{document.id}  {counts}  {title}\n")


class JsonLines(Output):
    """One reading a line, as ``Reading.to_json`` writes it."""

    def add(self, reading: Reading) -> None:
        self.stream.write(reading.to_json().decode() + "\n")


class Json(Output):
    """One object with ``readings`` and ``skipped``, indented; written as it comes."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._skipped: list[Skipped] = []
        self._count = 0

    def add(self, reading: Reading) -> None:
        self.stream.write('{"readings": [\n' if self._count == 0 else ",\n")
        self.stream.write(msgspec.json.format(reading.to_json(), indent=2).decode())
        self._count += 1

    def skip(self, skipped: Skipped) -> None:
        self._skipped.append(skipped)

    def close(self) -> None:
        if self._count == 0:
            self.stream.write('{"readings": [')
        self.stream.write('],\n"skipped": ' + msgspec.json.encode(self._skipped).decode() + "}\n")


class Html(Output):
    """One self-contained page for all readings."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._readings: list[Reading] = []

    def add(self, reading: Reading) -> None:
        self._readings.append(reading)

    def close(self) -> None:
        from reportedly.export.html import render

        if self._readings:
            self.stream.write(render(self._readings))

"""The published JSON Schema of a reading: ``python -m reportedly.model.schema FILE`` writes it."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from reportedly.model.reading import Reading

IDENTIFIER = "https://reportedly.example/schema/reading.schema.json"


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what ``Reading.to_dict`` gives and each JSON line holds."""
    (reference,), components = msgspec.json.schema_components([Reading], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": "Reading",
        **reference,
        "$defs": components,
    }


def schema_text() -> str:
    """The schema as it stands in ``docs/schema``: indented, with a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(schema(), order="deterministic"), indent=2).decode() + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema_text(), encoding="utf-8")

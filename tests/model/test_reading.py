from pathlib import Path

import msgspec
import pytest
from tests.readings import advance, denial, numbered, silent

from reportedly.model import Reading, content_id
from reportedly.model.schema import schema_text

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "reading.schema.json"


@pytest.mark.parametrize("reading", [advance(), denial(), silent(), *numbered(3)], ids=lambda r: r.document.id)
def test_json_gives_the_reading_back_and_the_same_bytes(reading: Reading) -> None:
    again = Reading.from_json(reading.to_json())
    assert again == reading
    assert again.to_json() == reading.to_json()


def test_the_dictionary_has_the_published_shape() -> None:
    data = advance().to_dict()
    assert {"document", "sources", "statements", "events", "mentions", "run"} <= set(data)
    statement = data["statements"][0]
    assert {
        "id",
        "source",
        "within",
        "source_spans",
        "cue",
        "content",
        "mode",
        "stance",
        "said",
        "channel",
        "rule",
    } <= set(statement)
    assert all(isinstance(offset, int) for span in statement["content"] for offset in span)


def test_unknown_fields_of_a_newer_version_are_no_error() -> None:
    data = denial().to_dict() | {"grades": []}
    assert Reading.from_json(msgspec.json.encode(data)) == denial()


def test_the_published_schema_is_the_one_of_the_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def test_identifiers_follow_from_content_alone() -> None:
    assert content_id("s", "d-1", [1, 2]) == content_id("s", "d-1", (1, 2))
    assert content_id("s", "d-1", None) != content_id("s", "d-1", "")
    assert content_id("s", "a", "b") != content_id("s", "ab", "")

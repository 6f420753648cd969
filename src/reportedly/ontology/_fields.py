"""Fields of a YAML entry, checked: what is wrong is said with its file and line."""

from collections.abc import Collection
from typing import Any

from reportedly.ontology._files import Entry


def entry_of(parent: Entry, key: str) -> Entry:
    """The mapping under ``key``.

    Raises:
        OntologyError: if it is none.
    """
    value = parent[key]
    if not isinstance(value, Entry):
        raise parent.wrong(f"{key}: must be a mapping", key)
    return value


def only(entry: Entry, name: str, fields: Collection[str]) -> None:
    """Refuse fields that are not in ``fields``: a misspelt one would be lost in silence."""
    for key in entry:
        if key not in fields:
            raise entry.wrong(f"{name}: unknown field {key!r}; known are {', '.join(sorted(fields))}", key)


def text(entry: Entry, name: str, *keys: str) -> None:
    """Demand that each of ``keys`` holds words."""
    if missing := [key for key in keys if not entry.get(key)]:
        raise entry.wrong(f"{name}: lacks {', '.join(missing)}")
    for key in keys:
        if not isinstance(entry[key], str):
            raise entry.wrong(f"{name}: {key!r} must be text, not {entry[key]!r}", key)


def words(entry: Entry, name: str, key: str) -> tuple[str, ...]:
    """The list of words under ``key``; empty where there is none."""
    value: Any = entry.get(key, [])
    if not isinstance(value, list):
        raise entry.wrong(f"{name}: {key!r} must be a list of words: [one, two]", key)
    for word in value:
        if not isinstance(word, str):
            raise entry.wrong(f"{name}: write {word!r} in {key!r} in quotation marks", key)
    return tuple(value)


def spaced(entry: Entry, name: str, key: str) -> tuple[str, ...]:
    """The words of the text under ``key``, parted by white space; empty where there is none."""
    value: Any = entry.get(key, "")
    if not isinstance(value, str):
        raise entry.wrong(f"{name}: {key!r} must be words parted by spaces", key)
    return tuple(value.split())


def flag(entry: Entry, name: str, key: str) -> bool:
    """The truth value under ``key``; false where there is none."""
    value: Any = entry.get(key, False)
    if not isinstance(value, bool):
        raise entry.wrong(f"{name}: {key!r} must be true or false", key)
    return value

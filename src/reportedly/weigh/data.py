"""The data files of this room, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from reportedly.errors import ReportedlyError


class RulesError(ReportedlyError):
    """A rule or word list of weighing that is malformed. The message names the file, the entry and the mend."""


@cache
def content(name: str) -> Any:
    """What the YAML file ``name`` of this room holds."""
    return yaml.safe_load(files("reportedly.weigh").joinpath(name).read_text(encoding="utf-8"))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one list in ``words.yaml``.

    Raises:
        RulesError: where there is no such list, or it holds something else than words.
    """
    lists = content("words.yaml")
    listed = lists.get(kind)
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise RulesError(f"words.yaml: {kind} should be a list of words")
    return frozenset(listed)

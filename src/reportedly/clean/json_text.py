"""The place of a JSON string's characters in the JSON source."""

import re

from reportedly.clean.align import joined
from reportedly.model import Run

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_TOKEN = re.compile(r"\"(?:[^\"\\]++|\\.)*+\"|[{}\[\]:,]|[^\s\"{}\[\]:,]++", re.DOTALL)


def member(source: str, key: str) -> tuple[int, int] | None:
    """Where the value of ``key`` stands in the JSON object ``source``, if it is a string: ``(start,
    end)`` between the quotation marks. As in decoding, the last member of that name counts.
    """
    depth, found, name, after_colon = 0, None, "", False
    for match in _TOKEN.finditer(source):
        token = match.group()
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
        elif depth == 1 and token == ":":
            after_colon = True
            continue
        elif depth == 1 and token[0] == '"':
            if not after_colon:
                name = token
            elif _unescaped(name[1:-1]) == key:
                found = (match.start() + 1, match.end() - 1)
        if depth == 1:
            after_colon = False
    return found


def string_runs(source: str, start: int, end: int) -> list[Run]:
    """The map from the decoded string to the characters ``[start, end)`` of the JSON source between its
    quotes.
    """
    runs: list[Run] = []
    made, at = 0, start
    for match in _ESCAPE.finditer(source, start, end):
        if match.start() > at:
            runs.append(Run(made, made + match.start() - at, at, match.start()))
            made += match.start() - at
        runs.append(Run(made, made + 1, match.start(), match.end()))
        made += 1
        at = match.end()
    if at < end:
        runs.append(Run(made, made + end - at, at, end))
    return joined(runs)


def _unescaped(text: str) -> str:
    import json

    value = json.loads(f'"{text}"') if "\\" in text else text
    return value if isinstance(value, str) else text

"""Reading the ontology's data files: YAML mappings and tab-separated tables, the project's own and a user's.

Every entry knows the line it stands on, so that whoever finds it wrong can say where.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from reportedly.ontology.errors import OntologyError

try:  # libyaml is about ten times faster; some platforms' wheels come without it
    from yaml import CSafeLoader as _Base
except ImportError:
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


class Entry(dict[str, Any]):
    """A YAML mapping that knows where it stands: ``place`` is ``file:line``, ``places`` that of each key."""

    place: str = ""
    places: dict[str, str]

    def wrong(self, what: str, key: str | None = None) -> OntologyError:
        """The error that says ``what`` is wrong at this entry, or at its ``key``."""
        return OntologyError(f"{self.places.get(key, self.place) if key is not None else self.place}: {what}")


class Row(dict[str, str]):
    """A line of a table, its cells by column. ``place`` is ``file:line``."""

    place: str = ""

    def wrong(self, what: str) -> OntologyError:
        """The error that says ``what`` is wrong in this line."""
        return OntologyError(f"{self.place}: {what}")


class _Loader(_Base):
    """YAML into ``Entry`` mappings; keys are text, and stand once."""

    path = ""

    def entry(self, node: yaml.MappingNode) -> Iterator[Entry]:
        found = Entry()
        found.place, found.places = self._place(node), {}
        yield found
        for key_node, value_node in node.value:
            place = self._place(key_node)
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise OntologyError(f'{place}: write the key "{key_node.value}" in quotation marks, YAML reads {key!r}')
            if key in found.places:
                raise OntologyError(f"{place}: {key!r} stands twice, first at {found.places[key]}")
            found.places[key] = place
            found[key] = self.construct_object(value_node, deep=True)

    def _place(self, node: yaml.Node) -> str:
        return f"{self.path}:{node.start_mark.line + 1}"


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.entry)


def data_folder() -> Path:
    """The folder of the data files that come with the package."""
    return Path(str(files("reportedly.ontology") / "data"))


def text_of(path: Path) -> str:
    """The text of a data file.

    Raises:
        OntologyError: if it is not UTF-8.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise OntologyError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from error


def entries(path: Path) -> Entry:
    """The YAML mapping in a file.

    Raises:
        OntologyError: if the file is not YAML or no mapping, or a key is no text or stands twice.
    """
    loader = _Loader(text_of(path))
    loader.path = str(path)
    try:
        content = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise OntologyError(f"{path}:{line}: not readable as YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise OntologyError(f"{path}: not readable as YAML: {error}") from error
    finally:
        loader.dispose()
    if content is None:
        content = Entry()
        content.place, content.places = str(path), {}
    if not isinstance(content, Entry):
        raise OntologyError(f"{path}:1: must be a mapping of identifiers to entries")
    return content


class Files:
    """The data files of the package, and after them those of the same name in the ``extra`` folders."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self.extra = extra
        self.folders = (data_folder(), *extra)

    def paths(self, name: str) -> list[Path]:
        """The files of that name, the package's own first."""
        return [path for folder in self.folders if (path := folder / name).is_file()]

    def all(self) -> list[Path]:
        """Every data file, in a fixed order."""
        return [
            path for folder in self.folders for path in sorted(folder.iterdir()) if path.suffix in (".yaml", ".tsv")
        ]

    @staticmethod
    def names() -> list[str]:
        """The names of the data files that are read."""
        return sorted(path.name for path in data_folder().iterdir() if path.suffix in (".yaml", ".tsv"))

    def unknown(self) -> list[Path]:
        """Files of the ``extra`` folders that look like data but bear no name that is read."""
        known = self.names()
        return [
            path
            for folder in self.extra
            for path in sorted(folder.iterdir())
            if path.suffix in (".yaml", ".yml", ".tsv") and path.name not in known
        ]

    def mapping(self, name: str, joined: tuple[str, ...] = ()) -> Entry:
        """The YAML mapping of that name; a later folder's entry replaces an earlier one with the same key.

        An entry whose key starts with "+" adds to the lists and words of the earlier one instead. The entries of the
        keys in ``joined`` are mappings of their own that are merged key by key.

        Raises:
            OntologyError: as ``entries``.
        """
        merged = Entry()
        merged.place, merged.places = name, {}
        for path in self.paths(name):
            content = entries(path)
            for key, value in content.items():
                if key.startswith("+"):
                    merged[key[1:]] = _added(merged, key, content)
                elif key in joined and isinstance(known := merged.get(key), Entry) and isinstance(value, Entry):
                    known.update(value)
                    known.places.update(value.places)
                else:
                    merged[key] = value
            merged.places.update(content.places)
        return merged

    def rows(self, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """The rows of the tables of that name. Lines that start with ``#`` and empty lines are comments.

        The first line names the columns and must hold at least ``columns``; missing cells at the end are
        empty.

        Raises:
            OntologyError: if a column is missing, or a row has too many cells, no identifier, or one that stands
        twice in the file.
        """
        for path in self.paths(name):
            header: list[str] | None = None
            seen: dict[str, int] = {}
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if not line.strip() or line.startswith("#"):
                    continue
                cells = [cell.strip() for cell in line.split("\t")]
                if header is None:
                    header = cells
                    if missing := [column for column in columns if column not in header]:
                        raise OntologyError(
                            f"{path}:{number}: the first line must name the columns, parted by tabs; it lacks the "
                            f"columns {', '.join(missing)}"
                        )
                    continue
                if len(cells) > len(header) or not cells[0]:
                    raise OntologyError(
                        f"{path}:{number}: expected {len(header)} cells parted by tabs, the first an identifier; "
                        f"found {len(cells)}"
                    )
                if (first := seen.setdefault(cells[0], number)) != number:
                    raise OntologyError(f"{path}:{number}: {cells[0]!r} stands twice, first in line {first}")
                row = Row(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
                row.place = f"{path}:{number}"
                yield row


def _added(merged: Entry, key: str, content: Entry) -> Entry:
    """The earlier entry with what the entry under ``key`` adds to it."""
    known, more = merged.get(key[1:]), content[key]
    if not isinstance(known, Entry):
        raise content.wrong(f"{key}: there is no {key[1:]!r} to add to", key)
    if not isinstance(more, Entry):
        raise content.wrong(f"{key}: must be a mapping", key)
    joined = Entry(known)
    joined.place, joined.places = more.place, {**known.places, **more.places}
    for field, value in more.items():
        before = known.get(field)
        if isinstance(value, list) and isinstance(before, list | None):
            joined[field] = [*(before or []), *value]
        elif isinstance(value, str) and isinstance(before, str) and field == "nouns":
            joined[field] = f"{before} {value}"
        else:
            raise more.wrong(f"{key}: {field!r} is no list to add to; leave out the + to replace the entry", field)
    return joined


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell, parted by ``|``."""
    return tuple(part for piece in cell.split("|") if (part := piece.strip()))

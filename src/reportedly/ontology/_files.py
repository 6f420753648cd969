"""Reading the ontology's data files: YAML mappings and tab-separated tables, the project's own and a
user's."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from reportedly.ontology.errors import OntologyError

try:  # libyaml is about ten times faster; some platforms' wheels come without it
    from yaml import CSafeLoader as _Loader
except ImportError:
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def data_folder() -> Path:
    """The folder of the data files that come with the package."""
    return Path(str(files("reportedly.ontology") / "data"))


class Files:
    """The data files of the package, and after them those of the same name in the ``extra`` folders."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self.folders = (data_folder(), *extra)

    def paths(self, name: str) -> list[Path]:
        """The files of that name, the package's own first."""
        return [path for folder in self.folders if (path := folder / name).is_file()]

    def all(self) -> list[Path]:
        """Every data file, in a fixed order."""
        return [
            path for folder in self.folders for path in sorted(folder.iterdir()) if path.suffix in (".yaml", ".tsv")
        ]

    def mapping(self, name: str) -> dict[str, Any]:
        """The YAML mapping of that name; a later folder's entry replaces an earlier one with the same key.

        Raises:
            OntologyError: if a file is not YAML or not a mapping.
        """
        merged: dict[str, Any] = {}
        for path in self.paths(name):
            try:
                content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
            except yaml.YAMLError as error:
                raise OntologyError(f"{path}: not readable as YAML: {error}") from error
            if not isinstance(content, dict):
                raise OntologyError(f"{path}: must be a mapping of identifiers to entries")
            merged.update(content)
        return merged

    def rows(self, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
        """The rows of the tables of that name. Lines that start with ``#`` and empty lines are comments.

        The first line names the columns and must hold at least ``columns``; missing cells at the end are
        empty.

        Raises:
            OntologyError: if a column is missing, or a row has too many cells or no identifier.
        """
        for path in self.paths(name):
            header: list[str] | None = None
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if not line.strip() or line.startswith("#"):
                    continue
                cells = [cell.strip() for cell in line.split("\t")]
                if header is None:
                    header = cells
                    if missing := [column for column in columns if column not in header]:
                        raise OntologyError(f"{path}:{number}: the header lacks the columns {', '.join(missing)}")
                    continue
                if len(cells) > len(header) or not cells[0]:
                    raise OntologyError(f"{path}:{number}: expected {len(header)} cells, the first an identifier")
                yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell, parted by ``|``."""
    return tuple(part for piece in cell.split("|") if (part := piece.strip()))

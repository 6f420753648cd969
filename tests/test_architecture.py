"""The table of rooms in docs/architecture.md, held against the imports."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "reportedly"
MAY_USE: dict[str, set[str]] = {
    "model": set(),
    "ontology": {"model"},
    "gazetteer": {"model"},
    "capture": {"model"},
    "clean": {"model"},
    "triage": {"model"},
    "language": {"model"},
    "read": {"model", "ontology", "gazetteer", "language"},
    "link": {"model", "ontology"},
    "weigh": {"model"},
    "case": {"model"},
    "export": {"model", "case"},
}
ANYONE = {"errors", "__version__"}


def imported(path: Path) -> set[str]:
    """The rooms that a file imports, wherever in it the import stands."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "reportedly" else [f"reportedly.{a.name}" for a in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("reportedly.")}
    return rooms


@pytest.mark.parametrize("room", sorted(MAY_USE))
def test_a_room_uses_only_what_the_plan_lets_it(room: str) -> None:
    for path in sorted((SOURCE / room).rglob("*.py")):
        beyond = imported(path) - MAY_USE[room] - {room} - ANYONE
        assert not beyond, f"{path.relative_to(SOURCE)} uses {', '.join(sorted(beyond))}"


def test_every_room_stands_in_the_plan() -> None:
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert rooms == set(MAY_USE) | {"cli", "flow"}


def test_no_room_opens_the_network() -> None:
    banned = {"socket", "urllib.request", "http.client", "requests", "httpx", "urllib3"}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            assert not banned & set(names), path

"""Phenomena that follow from the annotation itself and need not be written down."""

from collections.abc import Sequence

from bench.gold_records import GoldStatement


def derived(text: str, statements: Sequence[GoldStatement]) -> set[str]:
    """What the statements show by themselves: stances, modes, kinds of source, depth of the chain, number."""
    if not statements:
        return {"no-statement"}
    found = {f"stance-{statement.stance}" for statement in statements}
    found |= {f"mode-{statement.mode}" for statement in statements}
    found |= {f"source-{statement.source.kind}" for statement in statements if statement.source}
    if any(statement.source is None for statement in statements):
        found.add("source-left-out")
    if any(statement.source and not statement.source.resolved for statement in statements):
        found.add("source-unresolved")
    if any(statement.source and statement.source.anonymous for statement in statements):
        found.add("source-anonymous")
    if any(statement.channel for statement in statements):
        found.add("channel")
    if any(statement.said for statement in statements):
        found.add("said")
    if any(not statement.cue for statement in statements):
        found.add("no-cue")
    if any(not statement.content for statement in statements):
        found.add("no-content")
    if len(statements) >= 3:
        found.add("three-statements")
    if "\n\n" in text:
        found.add("several-paragraphs")
    depth = max(_depth(statement, statements) for statement in statements)
    if depth >= 2:
        found.add(f"chain-{min(depth, 3)}")
    return found


def _depth(statement: GoldStatement, statements: Sequence[GoldStatement]) -> int:
    by_id = {other.id: other for other in statements}
    depth, seen = 1, {statement.id}
    while statement.within is not None and statement.within in by_id and statement.within not in seen:
        seen.add(statement.within)
        statement = by_id[statement.within]
        depth += 1
    return depth

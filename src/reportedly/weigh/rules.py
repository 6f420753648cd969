"""The rules of grading, read from ``rules.yaml`` and checked."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args

from reportedly.model import Credibility, IncidentGrade, Record
from reportedly.weigh.data import RulesError, content

Subject = Literal["incident", "claim"]
FACTS: dict[Subject, frozenset[str]] = {
    "incident": frozenset(
        {"accepted", "rejected", "affirming", "denying", "taken back", "perpetrator", "control", "plain", "plain named",
         "named"}
    ),
    "claim": frozenset({"taken back", "bearing", "against", "with", "hedged", "surplus", "named"}),
}  # fmt: skip
"""What rules may ask for: numbers of origins, contradictions or judgements."""

_VALUES: dict[Subject, frozenset[str]] = {
    "incident": frozenset(get_args(IncidentGrade)),
    "claim": frozenset(get_args(Credibility)) - {"1"},
}
_HOW_MANY = re.compile(r"(\d+)(\+?)")


class Rule(Record, frozen=True):
    """One rule: ``value`` where every fact of ``when`` lies within its bounds (an upper bound of ``None`` is open)."""

    id: str
    value: str
    when: tuple[tuple[str, int, int | None], ...]
    reason: str
    source: str

    def holds(self, facts: Mapping[str, int]) -> bool:
        """True if it fires on ``facts``."""
        return all(low <= facts[fact] and (high is None or facts[fact] <= high) for fact, low, high in self.when)


def first(subject: Subject, facts: Mapping[str, int]) -> Rule:
    """The first rule of ``subject`` that holds; the last one always does."""
    return next(rule for rule in rules(subject) if rule.holds(facts))


@cache
def rules(subject: Subject) -> tuple[Rule, ...]:
    """The rules of the package for incidents or claims, in their order.

    Raises:
        RulesError: where ``rules.yaml`` is malformed.
    """
    return parsed(subject, content("rules.yaml")[subject])


def parsed(subject: Subject, entries: list[Any]) -> tuple[Rule, ...]:
    """Rules from the entries of a file.

    Raises:
        RulesError: for a missing field, an unknown fact or value, a malformed number, two rules of one name, a machine
            that would confirm, or a last rule that does not always hold.
    """
    found = tuple(_rule(subject, entry) for entry in entries)
    if len({rule.id for rule in found}) < len(found):
        raise RulesError(f"rules.yaml, {subject}: two rules have one id; rename one")
    if not found or found[-1].when:
        raise RulesError(f"rules.yaml, {subject}: the last rule should hold always; give it an empty when")
    return found


def _rule(subject: Subject, entry: Any) -> Rule:
    where = f"rules.yaml, {subject} {entry.get('id', '?')}"
    missing = [name for name in ("id", "value", "when", "reason", "source") if name not in entry]
    if missing:
        raise RulesError(f"{where}: {', '.join(missing)} missing")
    if entry["value"] not in _VALUES[subject]:
        raise RulesError(f"{where}: {entry['value']!r} is none of {', '.join(sorted(_VALUES[subject]))}")
    if entry["value"] == "Confirmed" and entry["when"] != {"accepted": "1+"}:
        raise RulesError(f"{where}: only a person confirms; make it depend on accepted alone")
    when = tuple((fact, *_bounds(where, many)) for fact, many in entry["when"].items())
    for fact, _, _ in when:
        if fact not in FACTS[subject]:
            raise RulesError(f"{where}: {fact!r} is none of {', '.join(sorted(FACTS[subject]))}")
    return Rule(id=entry["id"], value=entry["value"], when=when, reason=entry["reason"], source=entry["source"])


def _bounds(where: str, many: object) -> tuple[int, int | None]:
    match = _HOW_MANY.fullmatch(str(many))
    if not match:
        raise RulesError(f"{where}: {many!r} should be a number, with + for that many or more")
    return int(match[1]), None if match[2] else int(match[1])

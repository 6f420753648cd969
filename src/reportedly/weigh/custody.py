"""Custody: through whose hands materiel is said to have gone, step by step, with what is not told left open."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from reportedly.model import Amount, Chain, Event, Gap, Grade, Incident, Party, Step, StepKind, Testimony, content_id
from reportedly.weigh.tellings import (
    FALLEN,
    Account,
    Parties,
    Sides,
    accounts,
    by_sides,
    first_told,
    ids,
    key,
    keys,
    parties,
    when,
    where,
)

Matches = Callable[[str, str | None], bool]
"""Is what these words name (and this category of the ontology, where it is known) what was asked for?"""

_KINDS: Mapping[str, StepKind] = {
    "materiel-supplied": "supplied",
    "materiel-captured": "captured",
    "materiel-destroyed": "destroyed",
}
CUSTODY_FAMILIES = frozenset(_KINDS)
"""Families of events that tell whose hands materiel goes through."""

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_ITEMS = frozenset({"item", "target"})


def wanted(categories: Iterable[str] = (), words: Iterable[str] = ()) -> Matches:
    """What is of one of ``categories``, or whose name holds all the words of one of ``words`` ("BGM-71", "TOW").

    Case and a plural s do not count. ``categories`` must hold the narrower ones too.
    """
    of = frozenset(categories)
    names = [_folded(name) for name in words]

    def matches(name: str, category: str | None) -> bool:
        return category in of or any(asked <= _folded(name) for asked in names)

    return matches


def _folded(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(name.casefold()))


def custody(
    asked: str,
    matches: Matches,
    incidents: Iterable[Incident],
    testimonies: Iterable[Testimony],
    grades: Mapping[str, Grade],
) -> Chain:
    """The chain of what ``matches``: who is said to have supplied, handed over, captured, lost or destroyed it.

    Claims that it happened make the steps; each keeps its claims, the denials and the incident's grade. Where the
    claims of an incident name different sides, each pair is a step. Steps of discounted and unrated incidents are
    shown but close no gap. Independent of the order of what is given. ``asked`` only labels the chain.
    """
    found = accounts(
        incidents, testimonies, grades, lambda event: event.family in CUSTODY_FAMILIES and _holds(event, matches)
    )
    steps = sorted((step for account in found for step in _steps(account, matches)), key=_order)
    return Chain(asked=asked, steps=tuple(steps), gaps=tuple(_gaps(steps)))


def _order(step: Step) -> tuple[str, str, str, str]:
    first, last = step.days or (step.told or "9999", step.told or "9999")
    return first, last, step.incident, step.id


def _holds(event: Event, matches: Matches) -> bool:
    return any(matches(quantity.item, quantity.category) for quantity in event.quantities) or any(
        matches(role.name, None) for role in event.roles if role.role in _ITEMS
    )


def _kind(event: Event) -> StepKind | None:
    return "transferred" if event.type == "materiel-transferred" else _KINDS.get(event.family)


def _sides(event: Event) -> Sides:
    kind = _kind(event)
    if kind == "captured":
        return parties(event, "origin", "holder"), parties(event, "agent", "recipient")
    if kind == "destroyed":
        return parties(event, "holder", "origin"), ()
    return parties(event, "agent", "holder"), parties(event, "recipient")


def _via(testimony: Testimony) -> Parties:
    return parties(testimony.event, "agent" if _kind(testimony.event) == "destroyed" else "intermediary")


def _steps(account: Account, matches: Matches) -> Iterable[Step]:
    by_kind: defaultdict[StepKind, list[Testimony]] = defaultdict(list)
    for testimony in account.affirm:
        if kind := _kind(testimony.event):
            by_kind[kind].append(testimony)
    for kind, told in sorted(by_kind.items()):
        for (giver, receiver), claims in by_sides(told, _sides):
            lost = kind == "captured" and giver and not receiver
            via = {key(party): party for one in claims for party in _via(one)}
            yield Step(
                id=content_id("h", account.incident.id, kind, sorted(keys(giver)), sorted(keys(receiver))),
                kind="lost" if lost else kind,
                giver=giver,
                receiver=receiver,
                via=tuple(via[name] for name in sorted(via)),
                amounts=_amounts(claims, matches),
                incident=account.incident.id,
                claims=ids(claims),
                denied=ids(account.deny),
                grade=account.grade,
                days=when(claims),
                told=first_told(claims),
                places=where(claims),
            )


def _amounts(testimonies: Iterable[Testimony], matches: Matches) -> tuple[Amount, ...]:
    told: defaultdict[tuple[str, str | None, float | None, float | None], set[str]] = defaultdict(set)
    for one in testimonies:
        for quantity in one.event.quantities:
            if matches(quantity.item, quantity.category):
                told[quantity.item, quantity.category, quantity.low, quantity.high].add(one.claim.id)
    found = [
        Amount(item=item, category=category, low=low, high=high, claims=tuple(sorted(claims)))
        for (item, category, low, high), claims in told.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.claims, one.item, str(one.low), str(one.high), one.category or "")))


def _gaps(steps: list[Step]) -> Iterable[Gap]:
    standing = [step for step in steps if step.grade not in FALLEN]
    for step in standing:
        if not step.giver:
            yield Gap(
                kind="giver", step=step.id, party=None, detail=f"whose it was before it was {step.kind} is not told"
            )
        if not step.receiver and step.kind != "destroyed":
            yield Gap(
                kind="receiver", step=step.id, party=None, detail=f"who has it since it was {step.kind} is not told"
            )
        if step.kind == "supplied":
            continue
        for party in step.giver:
            if not any(_received(party, earlier, step) for earlier in standing):
                yield Gap(kind="supplier", step=step.id, party=party, detail=f"how {party.name} came by it is not told")


def _received(party: Party, earlier: Step, step: Step) -> bool:
    """True if ``earlier`` puts it into the party's hands and is not told to be later than ``step``."""
    if earlier.id == step.id or key(party) not in keys(earlier.receiver):
        return False
    return earlier.days is None or step.days is None or earlier.days[0] <= step.days[1]

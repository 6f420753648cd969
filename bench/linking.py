"""What linking costs as a case grows, and what it joins: happenings simulated from the event model, with a fixed seed.

A simulated war goes on at the same pace however long it is watched: a thousand events take about ten days, so a case of
100,000 events is a bit under three years of it. Each happening is told by one to six reports. A report may tell it
without day or place, with a neighbouring day, with another number, another type of the same kin, or without naming who
did it.
"""

import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

from reportedly.link.incidents import Linker
from reportedly.link.signature import NEWS_DAYS, Amount, Party, Signature, Spot
from reportedly.model import Incident, Span
from reportedly.ontology import load
from reportedly.read.reader import Reader

SIZES = (1_000, 10_000, 100_000)
EVENTS_A_DAY = 100
_SEED = 20_310_506
_START = date(2031, 1, 1).toordinal()
_TYPES = (
    ("air-strike", 5), ("shelling", 5), ("bombing", 3), ("clash", 5), ("killing", 4), ("territory-captured", 2),
    ("materiel-captured", 1), ("arrest", 2), ("abduction", 1), ("displacement", 1), ("protest", 2), ("withdrawal", 1),
)  # fmt: skip
_ALSO = {"air-strike": "bombing", "shelling": "bombing", "bombing": "killing", "clash": "offensive"}
_TOWNS = 2_000
_ACTORS = 30
_WORDS = 4_000


class World(NamedTuple):
    """Towns and actors of the simulated war."""

    towns: tuple[Spot, ...]
    actors: tuple[str, ...]


class Told(NamedTuple):
    """A simulated event and the happening it is of."""

    signature: Signature
    happening: int


def run(_data: Path, _using: Reader) -> Iterator[str]:
    """Time, memory and what was joined, at each size, and the exponent of growth."""
    took: dict[int, float] = {}
    for size in SIZES:
        told = simulated(size)
        started = time.process_time()
        found = linked([one.signature for one in told])
        took[size] = time.process_time() - started
        precision, recall = b_cubed(told, found)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{size:7} events  {took[size]:7.2f} s  {size / took[size]:7.0f} events/s  peak {peak:5.0f} MB  "
            f"{len(found)} incidents of {len({one.happening for one in told})} happenings  "
            f"B3 {2 * precision * recall / (precision + recall):.3f} ({precision:.3f}/{recall:.3f})"
        )
    for small, large in pairwise(SIZES):
        yield f"growth exponent {small} to {large}: {log(took[large] / took[small]) / log(large / small):.2f}"


def linked(signatures: Sequence[Signature]) -> tuple[Incident, ...]:
    """The incidents of ``signatures``, linked as they come."""
    linker = Linker(load().kin.rank)
    linker.add(signatures)
    return linker.incidents()


def b_cubed(told: Sequence[Told], found: Sequence[Incident]) -> tuple[float, float]:
    """Precision and recall, B-cubed (Bagga and Baldwin 1998), of the incidents against the happenings."""
    happening = {one.signature.event: one.happening for one in told}
    sizes = Counter(happening.values())
    precision = recall = 0.0
    for incident in found:
        inside = Counter(happening[event] for event in incident.events)
        precision += sum(count * count for count in inside.values()) / len(incident.events)
        recall += sum(count * count / sizes[one] for one, count in inside.items())
    return precision / len(told), recall / len(told)


def simulated(size: int) -> list[Told]:
    """``size`` events, always the same, in the order of their telling."""
    rng = random.Random(_SEED)
    world = World(tuple(_town(rng, number) for number in range(_TOWNS)), tuple(f"actor-{n}" for n in range(_ACTORS)))
    found: list[Told] = []
    number = 0
    while len(found) < size:
        found.extend(_happening(rng, world, number, size // EVENTS_A_DAY + 1))
        number += 1
    found = found[:size]
    return sorted(found, key=lambda one: (one.signature.told, one.signature.event))


def _town(rng: random.Random, number: int) -> Spot:
    lat, lon = 32.0 + 6.0 * rng.random(), 36.0 + 8.0 * rng.random()
    radius = rng.choice((1.0, 1.5, 3.0))
    return Spot(
        name=f"town {number}",
        geonameid=number,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=radius,
        country="XX",
        admin1=f"{int(lat)}",
        own=True,
    )


def _happening(rng: random.Random, world: World, number: int, days: int) -> Iterator[Told]:
    kinds, weights = zip(*_TYPES, strict=True)
    kind = rng.choices(kinds, weights)[0]
    day = _START + rng.randrange(days)
    # A few towns and actors are spoken of far more than others, as in any war.
    town = (
        world.towns[min(int(rng.paretovariate(0.7)) - 1, _TOWNS - 1)] if rng.random() < 0.3 else rng.choice(world.towns)
    )
    agent, target = rng.sample(world.actors, 2)
    killed = min(int(rng.paretovariate(1.2)), 200) if kind not in ("protest", "arrest", "withdrawal") else 0
    telling = rng.sample(range(_WORDS), 25)
    for report in range(rng.choice((1, 1, 1, 2, 2, 3, 4, 6))):
        yield Told(_report(rng, number, report, kind, day, town, (agent, target), killed, telling), number)


def _report(
    rng: random.Random, number: int, report: int, kind: str, day: int, town: Spot, parties: tuple[str, str],
    killed: int, telling: Sequence[int],
) -> Signature:  # fmt: skip
    kin = load().kin
    published = day + rng.choice((0, 0, 1, 1, 2))
    shown = _ALSO.get(kind, kind) if rng.random() < 0.15 else kind
    dated = rng.random() < 0.7
    said = day + (rng.choice((-1, 1)) if rng.random() < 0.05 else 0)
    placed = rng.random()
    amount = killed + (rng.randint(1, 1 + killed // 4) if rng.random() < 0.3 else 0)
    words = [f"w{word}" for word in rng.sample(telling, 10)] + [f"w{rng.randrange(_WORDS)}" for _ in range(8)]
    return Signature(
        event=f"e-{number:07}-{report}",
        document=f"d-{number:07}-{report}",
        span=Span(0, 1),
        told=date.fromordinal(published).isoformat(),
        type=shown,
        family=shown,
        kin=kin.of(shown),
        happened=True,
        negative=rng.random() < 0.05,
        spots=(town,) if placed < 0.85 else (),
        first=said if dated else published - NEWS_DAYS,
        last=said if dated else published,
        dated=dated,
        parties=tuple(
            Party(role=role, actor=actor, proper=(), label=actor)
            for role, actor, chance in (("agent", parties[0], 0.7), ("target", parties[1], 0.5))
            if rng.random() < chance
        ),
        amounts=(Amount(of="killed", low=float(amount), high=float(amount)),) if killed and rng.random() < 0.7 else (),
        words=tuple(sorted(set(words))),
        story=tuple(sorted(set(words[:9]))),
    )

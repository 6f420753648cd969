"""The claims on one object: what each makes likely, and which of them may be repetitions."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from reportedly.weigh.truth.forms import less
from reportedly.weigh.truth.source import FALSE_VALUES, Conduct, Tally


class Ballot:
    """Who claims which value of an object. ``values`` are sorted; ``votes`` are (source, index of its value)."""

    def __init__(self, claims: Mapping[str, str]) -> None:
        self.values = sorted(set(claims.values()))
        index = {value: place for place, value in enumerate(self.values)}
        self.votes = [(source, index[value]) for source, value in sorted(claims.items())]
        self.within = [
            [place for place, value in enumerate(self.values) if less(value, other)] for other in self.values
        ]


class Vote(NamedTuple):
    """A vote in the order in which sources are taken, the most independent first.

    ``told``: the probability of the claim as one of its own, for each value that may be true and, last, for none of
    them. ``repeated``: its probability as a repetition of one of those before it. ``copying``: the source's habit.
    """

    source: str
    value: int
    told: list[float]
    repeated: float
    copying: float
    before: list[tuple[str, bool]]


def count(ballot: Ballot, conduct: Mapping[str, Conduct]) -> tuple[list[float], list[Vote]]:
    """The probability of each value and, last, of none of them; and the votes that it rests on."""
    votes = _votes(ballot, conduct)
    scores = [0.0] * len(ballot.values)
    scores.append(math.log(max(1, FALSE_VALUES + 1 - len(ballot.values))))
    for vote in votes:
        repeated = vote.copying * vote.repeated
        for place, told in enumerate(vote.told):
            scores[place] += math.log((1 - vote.copying) * told + repeated)
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = math.fsum(weights)
    return [weight / total for weight in weights], votes


def _votes(ballot: Ballot, conduct: Mapping[str, Conduct]) -> list[Vote]:
    ordered = sorted(ballot.votes, key=lambda vote: (*conduct[vote[0]].order, vote[0]))
    found: list[Vote] = []
    for place, (source, value) in enumerate(ordered):
        how = conduct[source]
        before = [(other, theirs == value) for other, theirs in ordered[:place]]
        repeated = 0.0
        if before:
            drawn = [(how.draw(other), same) for other, same in before]
            repeated = math.fsum(weight for weight, same in drawn if same) / math.fsum(weight for weight, _ in drawn)
        found.append(Vote(source, value, _told(ballot, how, value), repeated, how.copying if before else 0.0, before))
    return found


def _told(ballot: Ballot, how: Conduct, value: int) -> list[float]:
    wrong = (1 - how.accuracy) / FALSE_VALUES
    told = [wrong] * (len(ballot.values) + 1)
    for place, within in enumerate(ballot.within):
        if place == value:
            told[place] = how.accuracy * (1 - how.brevity if within else 1)
        elif value in within:
            told[place] = how.accuracy * how.brevity / len(within)
    return told


def learn(ballot: Ballot, chances: list[float], votes: list[Vote], tallies: Mapping[str, Tally]) -> list[float]:
    """Add to ``tallies`` what the ballot tells of its sources; the probability of each vote being a repetition."""
    copied = []
    for vote in votes:
        tally = tallies[vote.source]
        repeated = vote.copying * vote.repeated
        share = 0.0
        for place, (chance, told) in enumerate(zip(chances, vote.told, strict=True)):
            own = chance * (1 - vote.copying) * told / ((1 - vote.copying) * told + repeated)
            share += chance - own
            tally.own += own
            if place < len(ballot.within):
                brief = vote.value in ballot.within[place]
                tally.right += own if brief or place == vote.value else 0.0
                if ballot.within[place] and (brief or place == vote.value):
                    tally.divisible += own
                    tally.brief += own if brief else 0.0
        if vote.before:
            tally.see(vote.before, share)
        copied.append(share)
    return copied

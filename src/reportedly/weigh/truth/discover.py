"""Truth discovery: the probability of each value when sources differ and repeat each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reportedly.model import Alternative, Assertion, Dependence, Finding
from reportedly.weigh.truth.ballot import Ballot, count, learn
from reportedly.weigh.truth.source import ACCURACY, BREVITY, COPYING, Conduct, Tally, pooled

ROUNDS = 20
"""As many as the published methods are run."""

_LIKELY = 0.5


def discover(claims: Iterable[Assertion]) -> list[Finding]:
    """The values claimed of each object with their probabilities, objects sorted; independent of the claims' order.

    A model after ACCU (Dong, Berti-Equille, Srivastava 2009, "Integrating conflicting data: the role of source
    dependence", VLDB): a source tells the true value with its accuracy or one of ``FALSE_VALUES`` others; or, with its
    habit of copying, repeats one of those before it, the independent ones taken first. Habits and probabilities are
    estimated in turn (EM). Different from the paper: copying is a habit of the source with partners learnt
    beside it, so that one who repeats many a little is found (after Dong et al. 2010, "Global detection of
    complex copying relationships between sources"); sources of which little is known get the accuracy of those with
    about as many claims (the long tail; Li et al. 2014, CATD); a value that only says less than the true one, as
    rounded numbers and shortened lists do, is no error (Li et al. 2012, AccuFormat). An object that one source
    alone speaks of says nothing of that source. ``docs/decisions/0009-truth-discovery.md`` has the measurements.

    A source that gives an object several values is taken at the last of them in the order of values.
    """
    ballots = _ballots(claims)
    volume = Counter(source for ballot in ballots.values() for source, _ in ballot.votes)
    conduct: Mapping[str, Conduct] = dict.fromkeys(volume, Conduct(ACCURACY, COPYING, BREVITY, {}))
    shared = [ballot for ballot in ballots.values() if len(ballot.votes) > 1]
    for _ in range(ROUNDS):
        conduct = _learnt(shared, conduct, volume)
    return [_finding(name, ballot, conduct) for name, ballot in ballots.items()]


def _ballots(claims: Iterable[Assertion]) -> dict[str, Ballot]:
    by_object: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda one: (one.object, one.source, one.value)):
        by_object[claim.object][claim.source] = claim.value
    return {name: Ballot(values) for name, values in by_object.items()}


def _learnt(ballots: list[Ballot], conduct: Mapping[str, Conduct], volume: Mapping[str, int]) -> dict[str, Conduct]:
    tallies = {source: Tally() for source in volume}
    for ballot in ballots:
        chances, votes = count(ballot, conduct)
        learn(ballot, chances, votes, tallies)
    classes: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    brief = divisible = 0.0
    for source, tally in tallies.items():
        peers = classes[_size(volume[source])]
        peers[0] += tally.right
        peers[1] += tally.own
        brief += tally.brief
        divisible += tally.divisible
    accuracy = {size: pooled(right, own, ACCURACY) for size, (right, own) in classes.items()}
    brevity = pooled(brief, divisible, BREVITY)
    return {source: tally.conduct(accuracy[_size(volume[source])], brevity) for source, tally in tallies.items()}


def _size(claims: int) -> int:
    return claims.bit_length()


def _finding(name: str, ballot: Ballot, conduct: Mapping[str, Conduct]) -> Finding:
    chances, votes = count(ballot, conduct)
    supporters: defaultdict[int, list[str]] = defaultdict(list)
    for source, value in ballot.votes:
        supporters[value].append(source)
    alternatives = [
        Alternative(value=value, probability=round(chances[place], 6), sources=tuple(supporters[place]))
        for place, value in enumerate(ballot.values)
    ]
    alternatives.sort(key=lambda one: (-one.probability, -len(one.sources), one.value))
    copied = learn(ballot, chances, votes, {vote.source: Tally() for vote in votes}) if len(votes) > 1 else [0.0]
    return Finding(
        object=name,
        alternatives=tuple(alternatives),
        dependences=tuple(
            Dependence(
                source=vote.source,
                on=tuple(sorted(other for other, same in vote.before if same)),
                probability=round(share, 6),
            )
            for vote, share in sorted(zip(votes, copied, strict=True), key=lambda pair: pair[0].source)
            if share > _LIKELY
        ),
    )

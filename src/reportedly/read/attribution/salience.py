"""Whom a pronoun or a bare noun takes up again: the salience of what was mentioned before.

Weights of grammatical roles, their halving from sentence to sentence and the bonus for a parallel role are those of
Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 20(4), 1994. What is
added, and why, stands beside the constants. Where two stand (nearly) level nobody is chosen.
"""

from bisect import bisect_left
from collections.abc import Callable, Container
from dataclasses import dataclass

from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.read.attribution.speaker import Speaker

_RECENT, _SUBJECT, _OBJECT, _OBLIQUE, _HEAD, _NOT_ADVERBIAL, _PARALLEL = 100, 80, 50, 40, 80, 50, 35
_SPOKE = 200  # who spoke last is who goes on speaking: reports follow one voice at a time
_CARRIES = 150  # "the mayor said he …": the speaker of the statement around the pronoun
_QUOTED = 0.3  # whom a quotation mentions is seldom whom the reporter goes on about
_LEVEL = 0.8  # a runner-up this close makes the choice a guess
_REACH = 8  # sentences of the reporter; beyond it a pronoun stands for nobody in particular
_GOES_ON = 2
_SUBJECTS = ("nsubj", "csubj")


@dataclass(slots=True)
class Mention:
    """Where a speaker stands in the text. ``sentence`` counts the reporter's own sentences."""

    token: Token
    sentence: int
    weight: float
    speaker: Speaker
    spoke: bool = False


class Salience:
    """The mentions of one document in text order."""

    def __init__(self, parse: Parse, quoted: Callable[[int], bool]) -> None:
        self._quoted = quoted
        self._positions: list[int] = []
        self._mentions: list[Mention] = []
        self._number: list[int] = []
        count = 0
        for sentence in parse.sentences:
            self._number.append(count)
            # a sentence that is all quotation moves the reporter's account no further
            if not (quoted(sentence.start + 1) and quoted(sentence.end - 2)):
                count += 1

    def add(self, token: Token, speaker: Speaker, *, spoke: bool = False) -> None:
        """Note that ``token`` mentions ``speaker``; ``spoke`` where it does so as the source of a statement."""
        at = bisect_left(self._positions, token.i)
        if at < len(self._positions) and self._positions[at] == token.i:
            known = self._mentions[at]
            if known.speaker is not speaker:
                self._mentions[at] = Mention(token, known.sentence, known.weight, speaker)
            if spoke:
                self._mentions[at].weight += _SPOKE
                self._mentions[at].spoke = True
            return
        weight = float(_weight(token)) * (_QUOTED if self._quoted(token.start) else 1)
        self._positions.insert(at, token.i)
        self._mentions.insert(
            at, Mention(token, self._number[token.sent], weight + (_SPOKE if spoke else 0), speaker, spoke)
        )

    def of(self, token: Token) -> Speaker | None:
        """The speaker that ``token`` was noted to mention."""
        at = bisect_left(self._positions, token.i)
        known = at < len(self._positions) and self._positions[at] == token.i
        return self._mentions[at].speaker if known else None

    def sentence(self, token: Token) -> int:
        """The number of ``token``'s sentence among the reporter's own."""
        return self._number[token.sent]

    def before(
        self,
        token: Token,
        fits: Callable[[Speaker], bool],
        *,
        carrier: Speaker | None = None,
        without: tuple[Span, ...] = (),
        excluded: Container[Speaker] = (),
    ) -> list[tuple[float, Speaker]]:
        """Those mentioned before ``token`` that ``fits`` lets pass, the most salient first.

        Args:
            carrier: the speaker of the statement around ``token``.
            without: ranges whose mentions do not count: what the pronoun's own statement says.
            excluded: speakers that it cannot be.
        """
        here = self._number[token.sent]
        best: dict[int, dict[int, float]] = {}
        by_id: dict[int, Speaker] = {}
        subject = role(token) in _SUBJECTS
        for at in range(bisect_left(self._positions, token.i) - 1, -1, -1):
            mention = self._mentions[at]
            distance = here - mention.sentence
            if distance > _REACH:
                break
            speaker = mention.speaker
            if speaker in excluded or not fits(speaker) or any(mention.token.start in span for span in without):
                continue
            score = mention.weight + (_PARALLEL if subject and role(mention.token) in _SUBJECTS else 0)
            of_one = best.setdefault(id(speaker), {})
            of_one[distance] = max(of_one.get(distance, 0.0), score)
            by_id[id(speaker)] = speaker
        if carrier is not None and carrier not in excluded and fits(carrier):
            by_id[id(carrier)] = carrier
            of_one = best.setdefault(id(carrier), {})
            of_one[0] = of_one.get(0, float(_RECENT + _SUBJECT)) + _CARRIES
        scored = [(sum(w * 0.5**d for d, w in of_one.items()), by_id[key]) for key, of_one in best.items()]
        # a stable sort: of equal ones the one mentioned last comes first
        return sorted(scored, key=lambda pair: -pair[0])

    def last_speaker(self, token: Token) -> Speaker | None:
        """The source of the last statement before ``token``, if it is at most two of the reporter's sentences back."""
        for at in range(bisect_left(self._positions, token.i) - 1, -1, -1):
            mention = self._mentions[at]
            if self._number[token.sent] - mention.sentence > _GOES_ON:
                return None
            if mention.spoke:
                return mention.speaker
        return None

    def nearest(self, token: Token, fits: Callable[[Speaker], bool]) -> Speaker | None:
        """The speaker mentioned last before ``token`` in its own sentence."""
        for at in range(bisect_left(self._positions, token.i) - 1, -1, -1):
            mention = self._mentions[at]
            if mention.token.sent != token.sent:
                return None
            if fits(mention.speaker):
                return mention.speaker
        return None

    def after(self, token: Token, fits: Callable[[Speaker], bool], reach: int) -> Speaker | None:
        """The first subject within ``reach`` sentences behind ``token`` that fits: "“…,” he said. Lena Korin had …"."""
        here = self._number[token.sent]
        for at in range(bisect_left(self._positions, token.i + 1), len(self._positions)):
            mention = self._mentions[at]
            if mention.sentence - here > reach:
                return None
            if fits(mention.speaker) and mention.token.relation in _SUBJECTS and not self._quoted(mention.token.start):
                return mention.speaker
        return None


def clear(ranked: list[tuple[float, Speaker]]) -> Speaker | None:
    """The first of ``ranked``, if no other comes near it."""
    if not ranked or (len(ranked) > 1 and ranked[1][0] >= _LEVEL * ranked[0][0]):
        return None
    return ranked[0][1]


def role(token: Token) -> str:
    """The relation in which ``token`` takes part in its clause; who is named together stands in one role."""
    current = token
    while current.relation in ("conj", "appos", "flat", "list") and current.head is not current:
        current = current.head
    return current.relation


def _weight(token: Token) -> int:
    relation = role(token)
    weight = _RECENT
    if relation in _SUBJECTS or relation == "root":
        weight += _SUBJECT
    elif relation == "obj":
        weight += _OBJECT
    elif relation in ("iobj", "obl"):
        weight += _OBLIQUE
    if relation not in ("nmod", "acl", "compound"):
        weight += _HEAD
    return weight + (_NOT_ADVERBIAL if relation != "obl" else 0)

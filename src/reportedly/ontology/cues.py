"""The cues of attribution as data: ``data/cues.tsv``, one cue a line, with the frames its content hangs on."""

import hashlib
from collections.abc import Iterable
from typing import get_args

from reportedly.model import Record, Stance
from reportedly.ontology._files import Files, text_of
from reportedly.ontology.errors import OntologyError

COLUMNS = ("lemma", "pos", "frames", "stance", "negated", "class")
STANCES: tuple[Stance, ...] = get_args(Stance)
FRAMES = frozenset("cqignxoap")
PARTS_OF_SPEECH = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ"}


class Cue(Record, frozen=True):
    """One cue and how its content hangs on it.

    ``frames`` holds the letters of ``data/cues.tsv`` (``c`` finite clause, ``q`` quotation …), ``prepositions`` those
    that may introduce the content, ``tail`` the words of the cue behind its head ("out" of "point out"). ``negated``
    is the stance of the cue under negation: "did not confirm" declines.
    """

    lemma: str
    pos: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance
    negated: Stance
    act: str
    tail: tuple[str, ...] = ()


class Cues:
    """The cue lexicon; looked up by lemma and part of speech."""

    def __init__(self, cues: Iterable[Cue], fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self._by_head: dict[tuple[str, str], tuple[Cue, ...]] = {}
        for cue in cues:
            key = (cue.lemma, cue.pos)
            # longer cues first: "claim responsibility" before "claim"
            self._by_head[key] = tuple(sorted((*self._by_head.get(key, ()), cue), key=lambda cue: -len(cue.tail)))

    def of(self, lemma: str, pos: str) -> tuple[Cue, ...]:
        """The cues with that head lemma and UPOS tag, those with more words first; empty where there is none."""
        return self._by_head.get((lemma, pos), ())


def parse_cues(text: str, name: str) -> list[Cue]:
    """The cues in the text of a ``cues.tsv``; ``name`` is the file's name for messages.

    Raises:
        OntologyError: for a line with the wrong number of columns, an unknown frame, part of speech or stance.
    """
    cues: list[Cue] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith(("#", "lemma\t")):
            continue
        fields = line.split("\t")
        if len(fields) != len(COLUMNS):
            raise OntologyError(f"{name}:{number}: {len(COLUMNS)} tab-separated columns expected, found {len(fields)}")
        lemma, pos, frames, stance, negated, act = (field.strip() for field in fields)
        letters = frozenset(frame for frame in frames.split() if not frame.startswith("+"))
        unknown = sorted(letters - FRAMES)
        if unknown:
            raise OntologyError(f"{name}:{number}: unknown frame {unknown[0]!r}; known are {' '.join(sorted(FRAMES))}")
        if pos not in PARTS_OF_SPEECH:
            raise OntologyError(f"{name}:{number}: part of speech {pos!r} is none of {', '.join(PARTS_OF_SPEECH)}")
        head, *tail = lemma.split()
        cues.append(
            Cue(
                lemma=head,
                pos=PARTS_OF_SPEECH[pos],
                frames=letters,
                prepositions=frozenset(frame[1:] for frame in frames.split() if frame.startswith("+")),
                stance=_stance(stance, f"{name}:{number}"),
                negated=_stance(negated, f"{name}:{number}"),
                act=act,
                tail=tuple(tail),
            )
        )
    return cues


def _stance(word: str, where: str) -> Stance:
    for known in STANCES:
        if word == known:
            return known
    raise OntologyError(f"{where}: stance {word!r} is none of {', '.join(STANCES)}")


def load_cues(files: Files) -> Cues:
    """The cue lexicon of ``cues.tsv``. A cue of a later folder replaces all of ours with the same words and part of
    speech.

    Raises:
        OntologyError: as ``parse_cues``.
    """
    merged: dict[tuple[str, tuple[str, ...], str], list[Cue]] = {}
    digest = hashlib.sha256()
    for path in files.paths("cues.tsv"):
        text = text_of(path)
        digest.update(text.encode())
        own: dict[tuple[str, tuple[str, ...], str], list[Cue]] = {}
        for cue in parse_cues(text, str(path)):
            own.setdefault((cue.lemma, cue.tail, cue.pos), []).append(cue)
        merged.update(own)
    return Cues((cue for cues in merged.values() for cue in cues), digest.hexdigest()[:12])

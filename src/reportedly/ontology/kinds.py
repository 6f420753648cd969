"""What kind of thing a noun names."""

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, flag, only, spaced, text
from reportedly.ontology._files import Files


class Kinds(Record, frozen=True):
    """Word lists of ``kinds.yaml``: the kinds of each lemma, and the lists themselves by kind."""

    of: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]


def load_kinds(files: Files) -> Kinds:
    """The kinds of nouns. An ``armed`` kind's words are of the kind ``armed`` as well.

    Raises:
        OntologyError: for an entry without label or nouns, or with a field that is unknown.
    """
    of: dict[str, set[str]] = {}
    nouns: dict[str, frozenset[str]] = {}
    data = files.mapping("kinds.yaml")
    for kind in data:
        entry = entry_of(data, kind)
        text(entry, kind, "label")
        only(entry, kind, ("label", "nouns", "armed"))
        nouns[kind] = frozenset(spaced(entry, kind, "nouns"))
        if not nouns[kind]:
            raise entry.wrong(f"{kind}: lacks nouns")
        for noun in nouns[kind]:
            of.setdefault(noun, set()).update({kind, "armed"} if flag(entry, kind, "armed") else {kind})
    return Kinds(of={noun: frozenset(kinds) for noun, kinds in of.items()}, nouns=nouns)

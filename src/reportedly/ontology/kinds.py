"""What kind of thing a noun names."""

from reportedly.model import Record
from reportedly.ontology._files import Files
from reportedly.ontology.errors import OntologyError


class Kinds(Record, frozen=True):
    """Word lists of ``kinds.yaml``: the kinds of each lemma, and the lists themselves by kind."""

    of: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]


def load_kinds(files: Files) -> Kinds:
    """The kinds of nouns. An ``armed`` kind's words are of the kind ``armed`` as well.

    Raises:
        OntologyError: for an entry without label or nouns.
    """
    of: dict[str, set[str]] = {}
    nouns: dict[str, frozenset[str]] = {}
    for kind, entry in files.mapping("kinds.yaml").items():
        if not isinstance(entry, dict) or not entry.get("label") or not entry.get("nouns"):
            raise OntologyError(f"kinds.yaml: {kind}: needs a label and nouns")
        nouns[kind] = frozenset(entry["nouns"].split())
        for noun in nouns[kind]:
            of.setdefault(noun, set()).update({kind, "armed"} if entry.get("armed") else {kind})
    return Kinds(of={noun: frozenset(kinds) for noun, kinds in of.items()}, nouns=nouns)

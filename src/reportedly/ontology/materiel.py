"""Military goods as a tree of categories, and the look-up of what a noun phrase names."""

import re

from reportedly.model import Record
from reportedly.ontology._files import Files
from reportedly.ontology.errors import OntologyError

_TOKEN = re.compile(r"\w+(?:-\w+)*", re.UNICODE)
_PLAIN = re.compile(r"[’']s\b")
_COUNT = re.compile(r"^\d[\d.,]*\+?(?=[A-Za-z]{2})")
_PARTING = frozenset({"of", "and", "or"})
_STOP = frozenset(
    {"for", "from", "with", "in", "on", "at", "by", "to", "that", "which", "including", "such", "against"}
)


class Category(Record, frozen=True):
    """A category of military goods. ``parent`` is the wider one (``None`` at the root)."""

    id: str
    label: str
    parent: str | None
    names: tuple[str, ...]


class Materiel:
    """The tree of categories, with the look-up by words."""

    def __init__(self, categories: dict[str, Category]) -> None:
        self.categories = categories
        self._names: dict[tuple[str, ...], str] = {}
        for category in categories.values():
            for name in category.names:
                self._names.setdefault(tuple(_key(token) for token in _TOKEN.findall(name)), category.id)
        self._longest = max((len(key) for key in self._names), default=0)
        self._above = {key: self._chain(key) for key in categories}

    def _chain(self, key: str) -> tuple[str, ...]:
        chain = [key]
        while (parent := self.categories[chain[-1]].parent) is not None:
            if parent not in self.categories or parent in chain:
                raise OntologyError(f"materiel.yaml: {key}: there is no way from {parent!r} up to the root")
            chain.append(parent)
        return tuple(chain)

    def above(self, category: str) -> tuple[str, ...]:
        """The category and all wider ones, the narrowest first; empty for an unknown one."""
        return self._above.get(category, ())

    def compatible(self, one: str, other: str) -> bool:
        """True if one of the two categories is the other or lies within it."""
        return one in self.above(other) or other in self.above(one)

    def category(self, words: str) -> str | None:
        """The narrowest category that the noun phrase ``words`` names, ``None`` where its head is no military
        good.

        The head decides ("tank crew" is none), words before it may narrow it ("TOW missiles"), and after a
        head that only measures ("dozens of trucks", "a trove of rifles") the phrase after "of" is taken.
        """
        tokens = [_COUNT.sub("", token) for token in _TOKEN.findall(_PLAIN.sub("", words.replace("/", " and ")))]
        phrases: list[list[str]] = [[]]
        for token in tokens:
            lower = token.lower()
            if lower in _STOP and phrases[0]:
                break
            if lower in _PARTING:
                phrases.append([])
            elif token:
                phrases[-1].append(_key(token))
        for phrase in phrases:
            if found := self._of_phrase(phrase):
                return found
        return None

    def _of_phrase(self, phrase: list[str]) -> str | None:
        head: str | None = None
        for length in range(min(self._longest, len(phrase)), 0, -1):
            head = self._names.get(tuple(phrase[-length:]))
            if head is not None:
                break
        if head is None:
            return None
        for end in range(len(phrase) - 1, 0, -1):
            for length in range(min(self._longest, end), 0, -1):
                narrower = self._names.get(tuple(phrase[end - length : end]))
                if narrower is not None and head in self.above(narrower):
                    head = narrower
        return head


def _key(token: str) -> str:
    """The singular in lower case; the hyphen of "anti-tank" kept, capitals of an acronym with a digit lost on
    purpose."""
    lower = token.lower()
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        if lower.endswith("ies"):
            return lower[:-3] + "y"
        if lower.endswith(("ches", "shes", "xes")):
            return lower[:-2]
        return lower[:-1]
    return lower


def load_materiel(files: Files) -> Materiel:
    """The tree of ``materiel.yaml``.

    Raises:
        OntologyError: for an entry without label or names, or with an unknown parent.
    """
    categories: dict[str, Category] = {}
    for key, entry in files.mapping("materiel.yaml").items():
        if not isinstance(entry, dict) or not entry.get("label") or not entry.get("names"):
            raise OntologyError(f"materiel.yaml: {key}: needs a label and names")
        categories[key] = Category(
            id=key,
            label=entry["label"],
            parent=entry.get("parent"),
            names=tuple(str(name) for name in entry["names"]),
        )
    return Materiel(categories)

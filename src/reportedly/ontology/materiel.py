"""Military goods as a tree of categories, and the look-up of what a noun phrase names."""

import re

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, only, text, words
from reportedly.ontology._files import Entry, Files

_TOKEN = re.compile(r"\w+(?:[-‑]\w+)*", re.UNICODE)
_PLAIN = re.compile(r"[’']s\b")
_COUNT = re.compile(r"^\d[\d.,]*\+?(?=[A-Za-z]{2})(?![Mm][Mm]\b)")
_VARIANT = re.compile(r"^([a-z]{1,6}\d{1,4})[a-z]\w{0,3}$")
_LETTERS = re.compile(r"^[A-Za-z]{1,4}$")
_PARTING = frozenset({"of", "and", "or"})
_STOP = frozenset(
    {"for", "from", "with", "in", "on", "at", "by", "to", "that", "which", "including", "such", "against"}
)
_SHORT = 2  # letters and digits: "M2", "G3"; so short a designation must be in capitals ("50 m2" is an area)
_ACRONYM = 3  # letters; longer acronyms are also written "Manpads"
REGISTER = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "small arms", "light weapons"})


class Category(Record, frozen=True):
    """A category of military goods. ``parent`` is the wider one (``None`` at the root).

    ``names`` are common nouns, ``models`` designations and proper names, ``beside`` models whose name is a
    common word or a place, which count only beside another name of materiel ("Milan missiles"). ``register``
    is the category of the United Nations Register of Conventional Arms, or one of its two groups of small arms
    and light weapons; empty where the Register has none.
    """

    id: str
    label: str
    parent: str | None
    names: tuple[str, ...]
    models: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    register: str = ""


class _Name(Record, frozen=True):
    category: str
    words: tuple[str, ...]
    beside: bool


class Materiel:
    """The tree of categories, with the look-up by words."""

    def __init__(self, categories: dict[str, Category]) -> None:
        self.categories = categories
        self._names: dict[tuple[str, ...], list[_Name]] = {}
        for category in categories.values():
            for name in category.names:
                self._add(name.lower(), category.id)
            for name in category.models:
                self._add(name, category.id)
            for name in category.beside:
                self._add(name, category.id, beside=True)
        self._longest = max((len(key) for key in self._names), default=0)
        self._above = {key: self._chain(key) for key in categories}

    def _add(self, name: str, category: str, *, beside: bool = False) -> None:
        tokens = _tokens(name)
        entry = _Name(category=category, words=tuple(tokens), beside=beside)
        self._names.setdefault(tuple(_key(token) for token in tokens), []).append(entry)

    def _chain(self, key: str) -> tuple[str, ...]:
        chain = [key]
        while (parent := self.categories[chain[-1]].parent) is not None:
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
        tokens = [_COUNT.sub("", token) for token in _tokens(_PLAIN.sub("", words.replace("/", " and ")))]
        phrases: list[list[str]] = [[]]
        for token in tokens:
            lower = token.lower()
            if lower in _STOP and phrases[0]:
                break
            if lower in _PARTING:
                phrases.append([])
            elif token:
                phrases[-1].append(token)
        for phrase in phrases:
            if phrase and (found := self._of_phrase(phrase)):
                return found
        return None

    def _of_phrase(self, phrase: list[str]) -> str | None:
        keys = [_key(token) for token in phrase]
        for place in range(len(keys) - 1, 0, -1):  # "AK 47", "T 72": written apart
            if keys[place][0].isdigit() and _LETTERS.match(phrase[place - 1]):
                joined = keys[place - 1] + keys[place]
                if (joined,) in self._names:
                    keys[place - 1 : place + 1] = [joined]
                    phrase = [*phrase[: place - 1], phrase[place - 1] + phrase[place], *phrase[place + 1 :]]
        head: str | None = None
        for length in range(min(self._longest, len(keys)), 0, -1):
            head = self._named(phrase, keys, len(keys) - length, len(keys), None)
            if head is not None:
                break
        if head is None:
            return None
        for end in range(len(keys) - 1, 0, -1):
            for length in range(min(self._longest, end), 0, -1):
                narrower = self._named(phrase, keys, end - length, end, head)
                if narrower is not None:
                    head = narrower
        return head

    def _named(self, phrase: list[str], keys: list[str], first: int, last: int, within: str | None) -> str | None:
        """The category that the words ``first`` up to ``last`` name, inside the category ``within`` if one is
        given."""
        found = self._names.get(tuple(keys[first:last]))
        if found is None and last - first == 1 and (variant := _VARIANT.match(keys[first])):
            found = self._names.get((variant[1],))  # "T-72B3", "BMP-2M"
        for name in found or ():
            if within is not None:
                if within in self._above[name.category]:
                    return name.category
            elif not name.beside and all(
                _written(word, text) for word, text in zip(name.words, phrase[first:last], strict=True)
            ):
                return name.category
        return None


def _tokens(words: str) -> list[str]:
    """The words, parted at hyphens ("anti-tank", "tear-gas") unless a digit makes them a designation ("AK-47")."""
    found: list[str] = []
    for token in _TOKEN.findall(words):
        if "-" in token and not any(char.isdigit() for char in token):
            found.extend(token.split("-"))
        else:
            found.append(token)
    return found


def _written(word: str, text: str) -> bool:
    """True if ``text`` is written as a name with ``word`` may be: with a capital where that has one."""
    if not word[:1].isupper() or text.isupper():
        return True
    if any(char.isdigit() for char in word):
        return len(_key(word)) > _SHORT or text[:1].isupper()
    if word.isupper():
        acronym = text[:-1] if text.endswith("s") else text
        return acronym.isupper() or (len(word) > _ACRONYM and text[:1].isupper())
    return text[:1].isupper()


def _key(token: str) -> str:
    """The singular in lower case; a designation with digits without its hyphens ("T-72s" as "t72")."""
    lower = token.lower().replace("‑", "-")
    if any(char.isdigit() for char in lower):
        plain = lower.replace("-", "")
        return plain[:-1] if plain.endswith("s") and len(plain) > 2 and plain[-2].isdigit() else plain
    if lower.endswith("s") and len(lower) > 1 and token[:-1].isupper():
        return lower[:-1]  # "APCs", "MT-LBs"
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
        OntologyError: for an entry without label or names, with an unknown field, or with no way up to the root.
    """
    data = files.mapping("materiel.yaml")
    categories = {key: _category(key, entry_of(data, key)) for key in data}
    for key, category in categories.items():
        seen = {key}
        while (parent := category.parent) is not None:
            if parent not in categories or parent in seen:
                raise entry_of(data, key).wrong(f"{key}: there is no way from {parent!r} up to the root", "parent")
            seen.add(parent)
            category = categories[parent]
    return Materiel(categories)


def _category(key: str, entry: Entry) -> Category:
    only(entry, key, ("label", "parent", "names", "models", "beside", "register"))
    text(entry, key, "label")
    if entry.get("parent") is not None:
        text(entry, key, "parent")
    names, models, beside = (words(entry, key, field) for field in ("names", "models", "beside"))
    if not names and not models:
        raise entry.wrong(f"{key}: lacks names or models")
    register = entry.get("register", "")
    if register and register not in REGISTER:
        raise entry.wrong(f"{key}: 'register' must be one of {', '.join(sorted(REGISTER))}", "register")
    return Category(
        id=key, label=entry["label"], parent=entry.get("parent"), names=names, models=models, beside=beside,
        register=register,
    )  # fmt: skip

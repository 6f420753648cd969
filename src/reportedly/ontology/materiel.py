"""Military goods as a tree of categories, and the look-up of what a noun phrase names."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, only, text, words
from reportedly.ontology._files import Entry, Files
from reportedly.ontology.designations import is_written, key_of, words_at

_PLAIN = re.compile(r"[’']s\b")
_COUNT = re.compile(r"^\d[\d.,]*\+?(?=[A-Za-z]{2})(?![Mm][Mm]\b)")
_VARIANT = re.compile(r"^([a-z]{1,6}\d{1,4})[a-z]\w{0,3}$")
_LETTERS = re.compile(r"^[A-Za-z]{1,4}$")
_FEW = 3  # letters and digits: "A-10", "M60"
_SENTENCE = 4  # words; fewer, as in the cell of a table, do not tell whether all is in capitals
_ROADS = frozenset("abdehiklmnrsu")
_PARTING = frozenset({"of", "and", "or"})
_STOP = frozenset(
    {"for", "from", "with", "in", "on", "at", "by", "to", "that", "which", "including", "such", "against"}
)
_WORDS = ("names", "models", "beside", "loose", "except", "prefixes")
REGISTER = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "small arms", "light weapons"})


class Category(Record, frozen=True):
    """A category of military goods. ``parent`` is the wider one (``None`` at the root).

    ``names`` are common nouns, ``models`` designations and proper names, ``beside`` models whose name is a
    common word or a place, which count only beside another name of materiel ("Milan missiles"). ``loose`` are
    common nouns that name materiel only where something else says so: what is captured or supplied ("equipment").
    ``excepted`` are phrases with a name in them that are something else ("water tank"). ``prefixes`` stand before
    the proper name of one vessel ("USS"). ``register`` is the category of the United Nations Register of
    Conventional Arms, or one of its two groups of small arms and light weapons; empty where the Register has none.
    """

    id: str
    label: str
    parent: str | None
    names: tuple[str, ...]
    models: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    register: str = ""


Use = Literal["name", "model", "beside", "loose", "except"]


class Sighting(NamedTuple):
    """A name of materiel in running text: words ``first`` up to ``last``, and how sure it is to be one.

    ``beside`` and ``loose`` names are none unless another stands next to them.
    """

    first: int
    last: int
    category: str
    use: Use


class _Name(Record, frozen=True):
    category: str
    words: tuple[str, ...]
    use: Use


class Materiel:
    """The tree of categories, with the look-up by words."""

    def __init__(self, categories: dict[str, Category]) -> None:
        self.categories = categories
        self._names: dict[tuple[str, ...], list[_Name]] = {}
        for category in categories.values():
            named: tuple[tuple[Use, tuple[str, ...]], ...] = (
                ("except", category.excepted),
                ("name", category.names),
                ("model", category.models),
                ("loose", category.loose),
                ("beside", category.beside),
            )
            for use, names in named:
                for name in names:
                    self._add(name, category.id, use)
        self._longest = max((len(key) for key in self._names), default=0)
        self._above = {key: self._chain(key) for key in categories}
        self.prefixes = {prefix: category.id for category in categories.values() for prefix in category.prefixes}
        self._reach: dict[str, int] = {}
        for key in self._names:
            self._reach[key[0]] = max(self._reach.get(key[0], 0), len(key))

    def _add(self, name: str, category: str, use: Use) -> None:
        tokens = [word for word, _ in words_at(name if use in ("model", "beside") else name.lower())]
        entry = _Name(category=category, words=tuple(tokens), use=use)
        self._names.setdefault(tuple(key_of(token) for token in tokens), []).append(entry)

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
        plain = _PLAIN.sub("", words.replace("/", " and "))
        phrases: list[list[str]] = [[]]
        for word, start in words_at(plain):
            token, lower = _COUNT.sub("", word), word.lower()
            inside = start > 0 and plain[start - 1] in "-‑"  # the "to" of "surface-to-air"
            if lower in _STOP and phrases[0] and not inside:
                break
            if lower in _PARTING and not inside:
                phrases.append([])
            elif token:
                phrases[-1].append(token)
        for phrase in phrases:
            if phrase and (found := self._of_phrase(phrase)):
                return found
        return None

    def sightings(self, words: Sequence[str]) -> Iterator[Sighting]:
        """The names of materiel in the running ``words`` (of ``words_at``), in order, the longest at each place.

        Among words that are all in capitals a name without figures counts only beside another ("ITS LAW").
        """
        keys = [key_of(word) for word in words]
        shouted = len(words) >= _SENTENCE and " ".join(words).isupper()
        place = 0
        while place < len(keys):
            found = self._sighting(words, keys, place)
            if found is None:
                place += 1
                continue
            place = found.last
            if found.use == "except":
                continue
            named = words[found.first : found.last]
            if shouted and found.use == "model" and not any(char.isdigit() for word in named for char in word):
                found = found._replace(use="beside")
            yield found

    def _sighting(self, words: Sequence[str], keys: list[str], place: int) -> Sighting | None:
        key = keys[place]
        if _LETTERS.match(words[place]) and place + 1 < len(keys) and keys[place + 1][0].isdigit():
            apart = self._names.get((key + keys[place + 1],))  # "AK 47"
            if apart and words[place].isupper():
                doubtful = _doubtful(apart[0].words[0], words[place] + words[place + 1])
                use: Use = "beside" if doubtful else apart[0].use
                return Sighting(place, place + 2, apart[0].category, use)
        reach = min(self._reach.get(key, 0), len(keys) - place)
        for length in range(reach, 0, -1):
            named = self._names.get(tuple(keys[place : place + length]))
            if named and (name := _meant(named, words[place : place + length])):
                return Sighting(place, place + length, name.category, name.use)
        if (variant := _VARIANT.match(key)) and (named := self._names.get((variant[1],))):
            return Sighting(place, place + 1, named[0].category, "model" if words[place][0].isupper() else "beside")
        return None

    def _of_phrase(self, phrase: list[str]) -> str | None:
        keys = [key_of(token) for token in phrase]
        for place in range(len(keys) - 1, 0, -1):  # "AK 47", "T 72": written apart
            if keys[place][0].isdigit() and _LETTERS.match(phrase[place - 1]):
                joined = keys[place - 1] + keys[place]
                if (joined,) in self._names:
                    keys[place - 1 : place + 1] = [joined]
                    phrase = [*phrase[: place - 1], phrase[place - 1] + phrase[place], *phrase[place + 1 :]]
        head: str | None = None
        for length in range(min(self._longest, len(keys)), 0, -1):
            if any(name.use == "except" for name in self._names.get(tuple(keys[-length:]), ())):
                return None
            head = self._named(phrase, keys, len(keys) - length, len(keys), None)
            if head is not None:
                break
        if head is None:
            return self._nicknamed(phrase)
        for end in range(len(keys) - 1, 0, -1):
            for length in range(min(self._longest, end), 0, -1):
                narrower = self._named(phrase, keys, end - length, end, head)
                if narrower is not None:
                    head = narrower
        return head

    def _nicknamed(self, phrase: list[str]) -> str | None:
        """The category of "C-130J Hercules": the last word counts only beside the designation before it."""
        for name in self._names.get((key_of(phrase[-1]),), ()):
            before = self._of_phrase(phrase[:-1]) if name.use == "beside" and len(phrase) > 1 else None
            if before is not None and self.compatible(before, name.category):
                return before
        return None

    def _named(self, phrase: list[str], keys: list[str], first: int, last: int, within: str | None) -> str | None:
        """The category that the words ``first`` up to ``last`` name, inside the category ``within`` if one is
        given."""
        found = self._names.get(tuple(keys[first:last]))
        if found is None and last - first == 1 and (variant := _VARIANT.match(keys[first])):
            found = self._names.get((variant[1],))  # "T-72B3", "BMP-2M"
        for name in found or ():
            if name.use == "except":
                continue
            if within is not None:
                if within in self._above[name.category]:
                    return name.category
            elif name.use != "beside" and all(
                is_written(word, text) for word, text in zip(name.words, phrase[first:last], strict=True)
            ):
                return name.category
        return None


def _meant(named: list[_Name], words: Sequence[str]) -> _Name | None:
    """The one of the names with one key that is written as ``words`` are."""
    written = [
        name for name in named if all(is_written(one, text) for one, text in zip(name.words, words, strict=True))
    ]
    exact = (
        name
        for name in written
        if all(one.lower() == text.lower() for one, text in zip(name.words, words, strict=True))
    )
    name = next(exact, written[0] if written else None)
    if name is not None and name.use == "model" and len(words) == 1 and _doubtful(name.words[0], words[0]):
        return _Name(category=name.category, words=name.words, use="beside")
    return name


def _doubtful(name: str, text: str) -> bool:
    """True for a designation that is also a road, a size or a visa: a letter and a figure ("F1"), or the letter of a
    road and two ("M60"). Not with a hyphen of its own ("A-10"), nor in the plural."""
    key = key_of(name)
    if len(key) > _FEW or not key[-1].isdigit() or ("-" in name and "-" in text):
        return False
    return text[-1] != "s" and (len(key) < _FEW or (key[0] in _ROADS and key[1].isdigit()))


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
    only(entry, key, ("label", "parent", *_WORDS, "register"))
    text(entry, key, "label")
    if entry.get("parent") is not None:
        text(entry, key, "parent")
    given = {field: words(entry, key, field) for field in _WORDS}
    if not given["names"] and not given["models"]:
        raise entry.wrong(f"{key}: lacks names or models")
    register = entry.get("register", "")
    if register and register not in REGISTER:
        raise entry.wrong(f"{key}: 'register' must be one of {', '.join(sorted(REGISTER))}", "register")
    return Category(
        id=key, label=entry["label"], parent=entry.get("parent"), names=given["names"], models=given["models"],
        beside=given["beside"], loose=given["loose"], excepted=given["except"], prefixes=given["prefixes"],
        register=register,
    )  # fmt: skip

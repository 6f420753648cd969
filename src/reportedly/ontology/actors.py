"""Actors and outlets: who they are, what they are called, and an index of their names."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reportedly.model import Record
from reportedly.ontology._files import Files, Row, listed
from reportedly.ontology.names import Word, agrees, words_of

Use = Literal["name", "short", "demonym"]
ACTOR_TYPES = frozenset(
    {
        "state", "forces", "armed-group", "militia", "coalition", "party", "intergovernmental", "agency", "monitor",
        "ngo", "company", "office",
    }
)  # fmt: skip
OUTLET_TYPES = frozenset(
    {"agency", "newspaper", "magazine", "broadcaster", "site", "account", "propaganda", "publisher"}
)


class Actor(Record, frozen=True):
    """An actor of a conflict. ``short`` names stand for it only in a document that gives a longer one."""

    id: str
    label: str
    type: str
    country: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class Outlet(Record, frozen=True):
    """A news agency, newspaper, broadcaster, site or account, with its domains."""

    id: str
    label: str
    type: str
    country: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class Entry(Record, frozen=True, gc=False):
    """One name in the index: the words as an actor's alias writes them, whose it is, and how it may be used.

    ``article`` demands "the" before it, ``joined`` the Arabic article: "the Monitor" is not Al-Monitor.
    """

    words: tuple[str, ...]
    owner: str
    use: Use
    article: bool
    joined: bool = False


class NameIndex:
    """Longest-match look-up of names over the words of a text.

    Keys are folded words (``names.fold``); each entry also says how the name is written.
    """

    def __init__(self, actors: Sequence[Actor], outlets: Sequence[Outlet]) -> None:
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._longest: dict[str, int] = {}
        owners: list[Actor | Outlet] = [*actors, *outlets]
        for owner in owners:
            for alias in (owner.label, *owner.aliases):
                self._add(alias, owner.id, "name")
            for alias in owner.short:
                self._add(alias, owner.id, "short")
            if isinstance(owner, Actor):
                for alias in owner.demonyms:
                    self._add(alias, owner.id, "demonym")

    def _add(self, alias: str, owner: str, use: Use) -> None:
        # "The Guardian" and "The Times" are common words without their article; "The New York Times" is not.
        article = alias.lower().startswith("the ")
        words = words_of(alias[4:] if article else alias)
        if not words:
            return
        key = tuple(word.key for word in words)
        entries = self._entries.setdefault(key, [])
        entry = Entry(
            words=tuple(word.text for word in words),
            owner=owner,
            use=use,
            article=article and len(words) == 1,
            joined=len(words) == 1 and _joined(words[0]),
        )
        if all((k.owner, k.use, k.words, k.joined) != (owner, use, entry.words, entry.joined) for k in entries):
            entries.append(entry)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def matches(self, words: Sequence[Word]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """``(first, last, entries)`` of the names in ``words``, half-open, longest first, none overlapping.

        All entries of the longest name that is written as it should be are given; which one holds is for the
        caller.
        """
        position = 0
        keys = [word.key for word in words]
        while position < len(keys):
            longest = self._longest.get(keys[position], 0)
            for length in range(min(longest, len(keys) - position), 0, -1):
                entries = self._entries.get(tuple(keys[position : position + length]))
                if not entries:
                    continue
                texts = [word.text for word in words[position : position + length]]
                fitting = tuple(
                    entry
                    for entry in entries
                    if all(agrees(a, t) for a, t in zip(entry.words, texts, strict=True))
                    and (not entry.joined or _joined(words[position]))
                )
                if fitting:
                    yield position, position + length, fitting
                    position += length - 1
                    break
            position += 1


def _joined(word: Word) -> bool:
    """True if the word stands with its article ("Al-Manar"): its range is three longer."""
    return word.end - word.start >= len(word.text) + 3


def load_actors(files: Files) -> dict[str, Actor]:
    """The actors of ``actors.tsv``, by identifier.

    Raises:
        OntologyError: for a line without identifier, label or type, or with an unknown type.
    """
    found: dict[str, Actor] = {}
    for row in files.rows("actors.tsv", ("id", "label", "type", "country", "aliases", "short", "demonyms")):
        _named(row, ACTOR_TYPES)
        found[row["id"]] = Actor(
            id=row["id"],
            label=row["label"],
            type=row["type"],
            country=row["country"],
            aliases=listed(row["aliases"]),
            short=listed(row["short"]),
            demonyms=listed(row["demonyms"]),
        )
    return found


def load_outlets(files: Files) -> dict[str, Outlet]:
    """The outlets of ``outlets.tsv``, by identifier.

    Raises:
        OntologyError: as ``load_actors``.
    """
    found: dict[str, Outlet] = {}
    for row in files.rows("outlets.tsv", ("id", "label", "type", "country", "domains", "aliases", "short")):
        _named(row, OUTLET_TYPES)
        found[row["id"]] = Outlet(
            id=row["id"],
            label=row["label"],
            type=row["type"],
            country=row["country"],
            domains=listed(row["domains"]),
            aliases=listed(row["aliases"]),
            short=listed(row["short"]),
        )
    return found


def _named(row: Row, types: frozenset[str]) -> None:
    if not row["label"] or not row["type"]:
        raise row.wrong(f"{row['id']}: needs a label and a type")
    if row["type"] not in types:
        raise row.wrong(f"{row['id']}: the type {row['type']!r} is none of {', '.join(sorted(types))}")

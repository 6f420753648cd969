"""Nouns that stand for who speaks (``data/speakers.yaml``): roles, media, bodies, documents, channels, names."""

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, only, words
from reportedly.ontology._files import Entry, Files, entries

SETS = (
    "person", "offices", "voices", "leading", "styles", "outlet", "organisation", "many", "sides", "document",
    "account", "people", "channels", "platforms", "titles", "openers", "male", "female",
)  # fmt: skip
MAPS = ("broader", "bodies", "ranks")


class Speakers(Record, frozen=True):
    """Lower-case nouns by what they tell about a speaker.

    ``offices`` are those of ``person`` that one person holds at a time, ``voices`` those who lead a body or speak for
    it, ``leading`` the verbs for what they do; ``styles`` stand before a person's name and are no part of it; ``many``
    are bodies of which there are several anywhere ("militia"), ``sides`` those known as such in the plural ("both
    villages"); ``channels`` are media in which something is said, ``platforms`` where people post, ``titles`` words
    that stand in the names of outlets, ``openers`` the first words of bodies named in other tongues ("Liwa").
    ``broader`` gives for a noun those that it may take up again ("the leader": a president, a chairman), ``bodies``
    types of actors, ``ranks`` for a body the ranks that it alone has, ``seats`` the state (empty: none in the ontology)
    for whose government a capital stands. ``male`` and ``female`` are given names of one sex.
    """

    person: frozenset[str]
    offices: frozenset[str]
    voices: frozenset[str]
    leading: frozenset[str]
    styles: frozenset[str]
    outlet: frozenset[str]
    organisation: frozenset[str]
    many: frozenset[str]
    sides: frozenset[str]
    document: frozenset[str]
    account: frozenset[str]
    people: frozenset[str]
    channels: frozenset[str]
    platforms: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    broader: dict[str, frozenset[str]]
    bodies: dict[str, frozenset[str]]
    ranks: dict[str, frozenset[str]]
    seats: dict[str, str]


def load_speakers(files: Files) -> Speakers:
    """The speaker nouns of ``speakers.yaml``. A later folder's words join those of the package, class by class.

    Raises:
        OntologyError: for an unknown class, one that is no list of words (or no words by noun), an office that is no
            person, and a given name of both sexes.
    """
    sets: dict[str, set[str]] = {key: set() for key in SETS}
    maps: dict[str, dict[str, frozenset[str]]] = {key: {} for key in MAPS}
    seats: dict[str, str] = {}
    for path in files.paths("speakers.yaml"):
        data = entries(path)
        only(data, path.name, (*SETS, *MAPS, "seats"))
        for key in SETS:
            sets[key].update(words(data, path.name, key))
        for key in MAPS:
            if key in data:
                part = entry_of(data, key)
                maps[key].update({noun: frozenset(words(part, key, noun)) for noun in part})
        if "seats" in data:
            seats.update(_seats(entry_of(data, "seats")))
        if both := sets["male"] & sets["female"]:
            raise data.wrong(f"{min(both)}: a given name of both sexes tells nothing", "male")
        for key in ("offices", "voices"):
            if lost := sets[key] - sets["person"]:
                raise data.wrong(f"{min(lost)}: must be among the persons too", key)
    named = {key: frozenset(members) for key, members in sets.items()}
    return Speakers(**named, broader=maps["broader"], bodies=maps["bodies"], ranks=maps["ranks"], seats=seats)


def _seats(entry: Entry) -> dict[str, str]:
    for place, state in entry.items():
        if not isinstance(state, str):
            raise entry.wrong(f'{place}: must name a state, or "" for none', place)
    return dict(entry)

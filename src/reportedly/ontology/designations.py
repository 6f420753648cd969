"""How military goods are written: the words of a name, and what two spellings of one designation share."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+(?:[-‑]\w+)*", re.UNICODE)
_COUNTED = re.compile(r"^\d+[-‑](?=[a-z]{3,}(?:[-‑]|$))")
_SHORT = 2  # letters and digits: "M2", "G3"; so short a designation must be in capitals ("50 m2" is an area)
_ACRONYM = 3  # letters; longer acronyms are also written "Manpads"


def words_at(text: str, first: int = 0, last: int | None = None) -> list[tuple[str, int]]:
    """The words of ``text[first:last]`` with the code points they start at.

    Parted at hyphens ("anti-tank", "tear-gas") unless a digit makes them a designation ("AK-47").
    """
    found: list[tuple[str, int]] = []
    for match in _WORD.finditer(text, first, len(text) if last is None else last):
        word, start = match.group(), match.start()
        if not ("-" in word or "‑" in word):
            found.append((word, start))
        elif not any(char.isdigit() for char in word):
            for part in word.replace("‑", "-").split("-"):
                found.append((part, start))
                start += len(part) + 1
        elif counted := _COUNTED.match(word):  # "a 20-truck convoy"
            found.append((word[: counted.end() - 1], start))
            found.append((word[counted.end() :], start + counted.end()))
        else:
            found.append((word, start))
    return found


def is_written(name: str, text: str) -> bool:
    """True if ``text`` is written as the word ``name`` of a name may be: with a capital where that has one."""
    if name.isupper() and name[-1] == "S" and text[-1] not in "Ss":
        return False  # the "S" of "IRIS" is no plural
    if not name[:1].isupper() or text.isupper():
        return True
    if any(char.isdigit() for char in name):
        return len(key_of(name)) > _SHORT or text[:1].isupper()
    if name.isupper():
        acronym = text[:-1] if text.endswith("s") else text
        return acronym.isupper() or (len(name) > _ACRONYM and text[:1].isupper())
    return text[:1].isupper()


@lru_cache(maxsize=1 << 15)
def key_of(word: str) -> str:
    """The singular in lower case; a designation with digits without its hyphens ("T-72s" as "t72")."""
    lower = word.lower().replace("‑", "-")
    if any(char.isdigit() for char in lower):
        plain = lower.replace("-", "")
        return plain[:-1] if plain.endswith("s") and len(plain) > 2 and plain[-2].isdigit() else plain
    if lower.endswith("s") and len(lower) > 1 and word[:-1].isupper():
        return lower[:-1]  # "APCs", "MT-LBs"
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        if lower.endswith("ies"):
            return lower[:-3] + "y"
        if lower.endswith(("ches", "shes", "xes")):
            return lower[:-2]
        return lower[:-1]
    return lower

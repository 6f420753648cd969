"""Numbers written in figures or in words, and the patterns that find them."""

import re
from functools import lru_cache

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_SCALE = "|".join(SCALES)
FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Digits, with a comma between thousands and a point before decimals, as English writes them."""
WORDS = (
    rf"(?:(?:{_SMALL})(?:[- ](?:{_SMALL}))?|an?(?= (?:{_SCALE}|dozen)))(?:(?:[- ]| and"
    rf" )(?:{_SCALE}|{_SMALL}))*"
)
"""Number words: "five", "twenty-three", "a hundred and five", "two hundred thousand"."""

_TOKENS = re.compile(r"[a-z]+|[\d.,]+")


@lru_cache(maxsize=8192)
def number(words: str) -> float | None:
    """The value of ``words`` ("1,200", "twenty-three", "a hundred and five", "1.2 million"); ``None`` if it
    has none.

    Spelled years ("nineteen ninety-six") read as 1996.
    """
    parts = _TOKENS.findall(words.lower())
    total = current = 0.0
    seen = False
    previous = ""
    for part in parts:
        if part[0].isdigit():
            try:
                current += float(part.replace(",", "").rstrip("."))
            except ValueError:
                return None
        elif part in UNITS or part in TENS:
            value = UNITS[part] if part in UNITS else TENS[part]
            if (previous in UNITS and UNITS[previous] >= 10) or (previous in TENS and value >= 10):
                current *= 100
            current += value
        elif part in ("a", "an"):
            current += 1
        elif part == "hundred":
            current = (current or 1) * 100
        elif part in SCALES or part in LETTERS:
            total += (current or 1) * (SCALES.get(part) or LETTERS[part])
            current = 0.0
        elif part == "dozen":
            current = (current or 1) * 12
        elif part != "and":
            return None
        seen, previous = True, part
    return total + current if seen else None

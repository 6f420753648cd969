"""Texts changed as outlets change each other's: a seeded set of perturbations, by name."""

import re
from collections.abc import Callable
from random import Random

Perturbation = Callable[[str, Random, str], str]
"""Text, generator, another text to take words from → the changed text."""

_SENTENCE = re.compile(r"[^.!?]+[.!?]+[”\"’']*\s*|[^.!?]+$")
_FURNITURE = (
    "Sign up to our morning briefing and never miss a story. Follow us for live updates throughout the day. "
    "Share this article with your friends.",
    "Our reporting depends on readers like you. If you value what we do, please consider a small gift today. "
    "Every sum, large or small, helps. All rights reserved.",
)


def edited(share: float) -> Perturbation:
    """``share`` of the words replaced, left out or followed by another, a third each."""

    def change(text: str, random: Random, other: str) -> str:
        strange = other.split()
        out: list[str] = []
        for word in re.split(r"(\s+)", text):
            way = random.random() / share if word.strip() else 1.0
            if way >= 1:
                out.append(word)
            elif way < 1 / 3:
                out.append(random.choice(strange))
            elif way < 2 / 3:
                out.extend((word, " ", random.choice(strange)))
        return "".join(out)

    return change


def cut(share: float) -> Perturbation:
    """The first ``share`` of the words."""

    def change(text: str, random: Random, other: str) -> str:
        pieces = re.findall(r"\S+\s*", text)
        return "".join(pieces[: round(share * len(pieces))])

    return change


def furnished(text: str, random: Random, other: str) -> str:
    """What a site puts around an article, not told from it."""
    return f"{_FURNITURE[0]}\n\n{text}\n\n{_FURNITURE[1]}"


def rewritten(text: str, random: Random, other: str) -> str:
    """A quarter of the sentences dropped, 15 % as many of another text put in."""
    sentences = _SENTENCE.findall(text)
    kept = [one for one in sentences if random.random() >= 0.25]
    strange = _SENTENCE.findall(other)
    for one in random.sample(strange, min(len(strange), round(0.15 * len(sentences)))):
        kept.insert(random.randrange(len(kept) + 1), one)
    return "".join(kept)


def reordered(text: str, random: Random, other: str) -> str:
    """The sentences in another order."""
    sentences = [one.strip() for one in _SENTENCE.findall(text)]
    random.shuffle(sentences)
    return " ".join(sentences)


def credited(text: str, random: Random, other: str) -> str:
    """Another headline, and the credit of a wire below."""
    _, _, body = text.partition("\n\n") if "\n\n" in text else ("", "", text)
    return f"What we know so far about the day's events\n\n{body}\n\n(Reporting by our correspondents; editing by desk)"


def excerpted(text: str, random: Random, other: str) -> str:
    """Another text with one paragraph (40 words or more of running sentences) of this one in it."""
    sentences = _SENTENCE.findall(text)
    start = random.randrange(max(1, len(sentences) - 2))
    paragraph = ""
    for one in sentences[start:]:
        paragraph += one
        if len(paragraph.split()) >= 40:
            break
    host = other.split("\n\n")
    host.insert(random.randrange(len(host) + 1), paragraph.strip())
    return "\n\n".join(host)


def quoting(text: str, random: Random, other: str) -> str:
    """Another text that quotes one sentence of this one (20 to 40 words that are nobody's quotation) and says so."""
    sentences = [one.strip() for one in _SENTENCE.findall(text)]
    fit = [one for one in sentences if 20 <= len(one.split()) <= 40 and not re.search(r"[\"“”‘'`\n]", one)]
    sentence = random.choice(fit or [max(sentences, key=len)]).rstrip(".!?")
    host = other.split("\n\n")
    host.insert(random.randrange(len(host) + 1), f"“{sentence},” another paper wrote.")
    return "\n\n".join(host)


PERTURBATIONS: dict[str, Perturbation] = {
    "2 % of words": edited(0.02),
    "10 % of words": edited(0.10),
    "cut to 70 %": cut(0.7),
    "cut to 40 %": cut(0.4),
    "furniture": furnished,
    "drop 25 %, add 15 %": rewritten,
    "sentences moved": reordered,
    "headline, credit": credited,
    "one paragraph": excerpted,
    "one quotation": quoting,
}

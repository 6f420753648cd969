"""Numbers that tell how much something rose or fell, not how much there is: "grew by 40", "down 5 per cent"."""

import re

_UP = (
    r"up|rose|rises?|risen|rising|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)"
    r"|soar(?:s|ed|ing)?|increas(?:es?|ed|ing)|gr[eo]ws?|grown|growing|advanc(?:es?|ed|ing)|swell(?:s|ed|ing)?"
    r"|rall(?:y|ies|ied)|rebound(?:s|ed|ing)?|expand(?:s|ed|ing)?|added|doubled"
)
_DOWN = (
    r"down|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|slid|slides?|sliding|los(?:t|es?|ing)|declin(?:es?|ed|ing)"
    r"|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:es?|ed|ing)|sank|sinks?|sunk|sinking|slip(?:s|ped|ping)?|shed"
    r"|sheds|shedding|decreas(?:es?|ed|ing)|dipp?(?:s|ed|ing)?|shr[aiu]nk|shrinks|shrinking|eas(?:es?|ed|ing)"
    r"|contract(?:s|ed|ing)?|narrow(?:s|ed|ing)?"
)
_THING = r"(?:sales|output|profits?|production|revenues?|prices?|numbers?|exports?|imports?)"
_PARTICLE = "".join(rf"(?<!\b{verb} )" for verb in ("gave", "give", "giving", "took", "picked", "set", "blew", "made"))
"""Verbs that "up" belongs to."""
_TOLD = re.compile(
    rf"{_PARTICLE}\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: {_THING})?"
    r"(?: by| another| a further| as much as| down| up)*\s$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_OR = re.compile(r"(?: [a-z]+)?,? or $")
_REACH = 40


def change_of(text: str, start: int, measured: bool) -> str | None:
    """``rise`` or ``fall`` for an amount that begins at ``start``, by the words right before it; else ``None``.

    ``measured`` tells that the amount has a unit or counts nothing by name: "dropped 60 bombs" and "lost 40 men" count.
    """
    told = _TOLD.search(text, max(0, start - _REACH), start)
    if told is None:
        return None
    if not measured and not _BY.search(told.group()):
        return None
    return "rise" if told["up"] else "fall"


def goes_on(text: str, end: int, start: int) -> bool:
    """True where an amount that begins at ``start`` says again, in another unit, what the one up to ``end`` said.

    "Fell 190 points, or 0.6 per cent".
    """
    return _OR.fullmatch(text, end, start) is not None

"""Speakers whom commas alone set apart within what they say, or behind it, whatever the parse."""

from itertools import pairwise

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.clausal import Found
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.group import BREAKS, apart, day_of_saying

Told = tuple[list[Token], list[Token]]
"""The words that name the speaker, and those that are said."""

_FINITE = ("VBD", "VBZ", "VBP")
_LONGEST = 14  # tokens of one phrase between two commas
_ALONE = 10  # the same, of an insertion that is one phrase
_PAIR = 2  # a name and what it is told to be
_PARTS = 3  # commas within an apposition: role, where, name
_NO_PHRASE = ("WP", "WDT", "WRB", "MD", "VBD", "VBZ", "VBP")


def inserted(verb: Token, group: list[Token], context: Context) -> Told | None:
    """ "Hazm, Sly reported, has received …", "…, the ministry said.", "…, the mayor, Lena Korin, said."

    The parser often takes such an insertion for something else; commas on both sides of a short noun phrase with a
    finite verb of saying leave little doubt.
    """
    if verb.tag not in (*_FINITE, "VBN") or group[-1] is not verb:
        return None
    told = any("a" in entry.frames for entry in context.cues.of(verb.lemma, "VERB"))
    sentence = context.parse.tokens_of(context.parse.sentence_of(verb))
    start, at = group[0].i - sentence[0].i, verb.i - sentence[0].i
    if start and sentence[start - 1].text == ",":
        return _apposed(sentence, start, at, context.speakers, told=told)
    left = _break(sentence, start, _ALONE)
    if left is None or left < 1 or start - left < 2:
        return None
    who = sentence[left + 1 : start]
    after = day_of_saying(sentence, at + 1, told=told)
    closed = after >= len(sentence) or sentence[after].text in (",", ".", "—", "–", "-")
    if not closed or any(t.pos in ("VERB", "AUX", "SCONJ") or t.tag in ("WP", "WDT", "CC") for t in who[:1]):
        return None
    if any(t.pos in ("VERB", "AUX", "SCONJ") or t.tag in ("WP", "WDT") for t in who):
        return None
    if who[-1].pos not in ("PROPN", "NOUN", "PRON") or sentence[left].text in '"”’' or _two_phrases(who):
        return None
    return who, [*sentence[:left], *sentence[after:]]


def _two_phrases(who: list[Token]) -> bool:
    """ "A claim the army denied": a second article right behind a noun opens a clause."""
    return any(a.pos == "NOUN" and b.pos == "DET" for a, b in pairwise(who))


def _apposed(sentence: list[Token], start: int, at: int, words: Speakers, *, told: bool) -> Told | None:
    """The last phrases before the verb, if one of them names a person and another tells the role."""
    parts: list[list[Token]] = []
    left = end = start - 1
    while len(parts) < _PARTS:
        found = _break(sentence, end)
        if found is None or found < 2 or sentence[found].text != ",":
            return None
        left, part = found, sentence[found + 1 : end]
        if not part or any(t.pos in ("SCONJ", "CCONJ") for t in part[:1]):
            return None
        core = _core(part)
        if any(t.tag in _NO_PHRASE or t.pos == "AUX" for t in core):
            return None
        parts.insert(0, part)
        end = found
        if len(parts) > 1 and _tells_who([_core(part) for part in parts], words):
            break
    else:
        return None
    if any(part[0].pos != "ADP" for part in parts[1:-1]):
        return None  # between role and name only where it is
    before = sentence[:left]
    if not any(t.pos in ("VERB", "AUX") for t in before) or parts[0][0].pos == "ADP":
        return None
    after = day_of_saying(sentence, at + 1, told=told)
    if after < len(sentence) and sentence[after].text not in (",", "."):
        if sentence[after].pos not in ("ADP", "SCONJ", "ADV") and not told:
            return None  # "…, said police": whoever speaks stands behind the verb
        return sentence[left + 1 : start - 1], before
    return sentence[left + 1 : start - 1], [*before, *sentence[after:]]


def _core(part: list[Token]) -> list[Token]:
    """``part`` without the clause that tells who somebody is: empty for "who commands the brigade"."""
    at = next((i for i, t in enumerate(part) if t.lower in ("who", "whose") or t.tag == "WDT"), len(part))
    return part[:at] if any(t.pos in ("VERB", "AUX") for t in part[at:]) else part


def _tells_who(cores: list[list[Token]], words: Speakers) -> bool:
    """True if one part names or describes a person, and another tells more of them; an empty one is a clause."""
    roles = [bool(core) and _tells_role(core, words) for core in cores]
    if any(core and _names(core) for core in cores):
        return any(roles) or not all(cores)
    named = bool(cores[0]) and all(t.pos in ("PROPN", "X", "PUNCT") for t in cores[0])
    if named and cores[-1] and len(cores) == _PAIR:
        return _tells_body(cores[-1], words)  # "Radio Bay, a local station, reported"
    return roles[0] and not all(cores)


def _names(part: list[Token]) -> bool:
    """True for a person's name, with what is written before it: "Brigadier Salem Derbashi"."""
    return part[-1].name == "PER" and all(t.pos in ("PROPN", "NOUN", "PUNCT", "X", "ADJ") for t in part)


def _tells_role(part: list[Token], words: Speakers) -> bool:
    """True for a role: "the county police chief", "a spokesman for the mission", "head of the office"."""
    end = next((i for i, t in enumerate(part) if t.pos == "ADP"), len(part))
    head = part[end - 1] if end else part[0]
    return head.pos == "NOUN" and head.lemma.lower() in words.person


def _tells_body(part: list[Token], words: Speakers) -> bool:
    """True for "a local station", "a rights group close to the rebels"."""
    ends = (i for i, t in enumerate(part) if t.pos in ("ADP", "ADJ") and i and part[i - 1].pos == "NOUN")
    end = next(ends, len(part))
    head = part[end - 1] if end else part[0]
    return part[0].pos == "DET" and head.pos == "NOUN" and head.lemma.lower() in words.outlet | words.organisation


def _break(sentence: list[Token], before: int, longest: int = _LONGEST) -> int | None:
    """The nearest mark that parts phrases before position ``before``."""
    reach = range(before - 1, max(before - longest, -1), -1)
    return next((i for i in reach if sentence[i].text in BREAKS and apart(sentence, i)), None)


def quoted_behind(matrix: Token, speaker: Token, context: Context) -> Found | None:
    """ "The dam burst, an engineer was quoted as saying": the clause that the comma parts from who is quoted."""
    sentence = context.parse.tokens_of(context.parse.sentence_of(matrix))
    named = [speaker, *matrix.all("nsubj", "nsubj:pass")]
    first = min(token.i for noun in named for token in noun.subtree() if token.i < matrix.i or noun is speaker)
    comma = _break(sentence, first - sentence[0].i)
    if comma is None or sentence[comma].text != ",":
        return None
    before, between = sentence[:comma], sentence[comma + 1 : first - sentence[0].i]
    clause = any(token.pos in ("VERB", "AUX") for token in before)
    return ("bracketed", before, []) if clause and not any(token.pos == "VERB" for token in between) else None


def inverted(verb: Token, group: list[Token], entry: Cue, context: Context) -> Told | None:
    """ "The column, says the priest, left by the road": a verb of saying and a speaker between commas."""
    sentence = context.parse.tokens_of(context.parse.sentence_of(verb))
    at = verb.i - sentence[0].i
    if entry.act not in ("speech", "writing") or verb.tag not in _FINITE or len(group) > 1 or at < 2:
        return None
    if "a" in entry.frames and verb.child("obj", "iobj") is not None:
        return None  # "…, a doctor, told the Post": whom it was told to
    last = next((i for i in range(at + 1, min(at + 9, len(sentence))) if _closes(sentence, i)), None)
    if sentence[at - 1].text != "," or last is None or last - at < 2:
        return None
    who = sentence[at + 1 : last]
    noun = next((t for t in who if t.pos in ("NOUN", "PROPN", "PRON") and t.head not in who), who[-1])
    phrase = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART", "PUNCT", "PRON") for t in who)
    if not phrase or who[0].pos in ("ADP", "PUNCT") or not speaks(noun, context.speakers):
        return None
    if sentence[last].text not in (",", "."):
        return who, sentence[: at - 1]
    ahead, behind = sentence[: at - 1], sentence[last:]
    if not any(t.pos in ("VERB", "AUX") for t in (*ahead, *behind)):
        return None
    if not any(t.pos in ("VERB", "AUX") for t in behind):
        return grammar.trimmed([*who, *behind]), ahead  # "…, said Hassan Jama, the quartermaster."
    return who, [*ahead, *behind]


def _closes(sentence: list[Token], i: int) -> bool:
    """True where the words for who speaks end: a mark, a reason, "on condition of anonymity"."""
    condition = sentence[i].lower in ("on", "under") and any(t.lower == "condition" for t in sentence[i + 1 : i + 3])
    return sentence[i].text in (",", ".") or sentence[i].lower in ("because", "since", "as") or condition


_WITHHELD = {"unnamed", "anonymous", "unidentified", "undisclosed"}  # only a voice has a name to be withheld


def speaks(noun: Token, words: Speakers) -> bool:
    """True if ``noun`` may stand for a voice: a name, a role, a body, a medium, a document."""
    voices = words.person | words.people | words.organisation | words.outlet | words.document
    if any(child.lower in _WITHHELD and child.relation == "amod" for child in noun.children):
        return True
    return bool(noun.name) or noun.pos in ("PROPN", "PRON") or bool({noun.lower, noun.lemma.lower()} & voices)

"""An editor's note on an incident: why it has its grade, in plain sentences with the words they rest on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.model import Bearing, Contradiction, Evidence, Judgement, Origin, Record, Testimony, Weighing
from reportedly.weigh.origins.names import tokens
from reportedly.weigh.rules import rules

_SAYS: Mapping[Bearing, tuple[str, str]] = {
    "denies": ("denies that it happened", "deny that it happened"),
    "doubts": ("doubts it", "doubt it"),
    "cannot-verify": ("could not verify it", "could not verify it"),
    "declines": ("will not say", "will not say"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = {
    "number": "how many", "place": "where", "day": "when", "control": "who holds the place",
    "denial": "whether it happened", "perpetrator": "who did it",
}  # fmt: skip


class Paragraph(Record, frozen=True):
    """One paragraph: what it is about (``grade``, ``said``, ``denied``, ``open``, ``contradictions``, ``copies``,
    ``reliability``, ``change``), its sentences, and the words they rest on."""

    about: str
    text: str
    evidence: tuple[Evidence, ...] = ()


class Note(Record, frozen=True):
    """An editor's note on one incident."""

    incident: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """All paragraphs, a blank line between them."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


def why(weighing: Weighing, testimonies: Sequence[Testimony], judgements: Iterable[Judgement] = ()) -> Note:
    """The note on ``weighing``; ``testimonies`` are those it was made from, ``judgements`` people's that stand."""
    return Note(incident=weighing.incident, paragraphs=tuple(_paragraphs(weighing, testimonies, list(judgements))))


def _paragraphs(
    weighing: Weighing, testimonies: Sequence[Testimony], judgements: Sequence[Judgement]
) -> Iterator[Paragraph]:
    yield _grade(weighing)
    affirming = [origin for origin in weighing.origins if origin.bearing == "affirms"]
    yield _said(affirming)
    if denying := [origin for origin in weighing.origins if origin.bearing == "denies"]:
        yield Paragraph(about="denied", text=f"{_stand(denying, 'denies')}.", evidence=_first_words(denying))
    bearings: tuple[Bearing, ...] = ("doubts", "cannot-verify", "declines")
    if unsettled := [origin for origin in weighing.origins if origin.bearing in bearings]:
        parts = [_stand(some, b) for b in bearings if (some := [o for o in unsettled if o.bearing == b])]
        text = f"{'. '.join(parts)}. That does not change the grade."
        yield Paragraph(about="open", text=text, evidence=_first_words(unsettled))
    if weighing.contradictions:
        yield _contradictions(weighing.contradictions)
    yield from _repeated(weighing, testimonies)
    yield from _reliability(weighing.origins, judgements)
    if weighing.grade.would_change:
        yield Paragraph(about="change", text=" ".join(weighing.grade.would_change))


def _grade(weighing: Weighing) -> Paragraph:
    grade = weighing.grade
    by = f", as {grade.by} decided" if grade.by else ""
    then = f" as of {weighing.as_of}" if weighing.as_of else ""
    reasons = {rule.id: rule.reason for rule in rules("incident")}
    text = f"{grade.value}{then}{by}. {reasons[grade.rule]}"
    text += "".join(f" {ground}" for ground in grade.grounds[1:])
    return Paragraph(about="grade", text=text, evidence=grade.evidence)


def _said(affirming: Sequence[Origin]) -> Paragraph:
    if not affirming:
        return Paragraph(about="said", text="Nobody says that it happened.")
    voices = f"{_count(len(affirming)).capitalize()} independent {'voice' if len(affirming) == 1 else 'voices'}"
    verb = "says" if len(affirming) == 1 else "say"
    text = f"{voices} {verb} that it happened: {_listed(origin.voice for origin in affirming)}."
    hedging = [origin for origin in affirming if origin.hedged]
    if hedging:
        names = _upper(_listed(origin.voice for origin in hedging))
        text += f" {names} {'does' if len(hedging) == 1 else 'do'} not say it plainly."
    return Paragraph(about="said", text=text, evidence=_first_words(affirming))


def _contradictions(found: Sequence[Contradiction]) -> Paragraph:
    standing = [one for one in found if not one.superseded]
    denials = [one for one in standing if one.kind == "denial"]
    said = list(_disputes([one for one in standing if one.kind != "denial"]))
    if denials:
        sides = [_listed(dict.fromkeys(one.voices[side] for one in denials)) for side in (0, 1)]
        said.insert(
            0, f"It cannot both have happened, as told by {sides[0]}, and not have happened, as told by {sides[1]}."
        )
    said += [
        f"{_upper(one.voices[1])} has since corrected {_KINDS[one.kind]} ({one.detail}); the earlier word no "
        "longer counts."
        for one in found
        if one.superseded
    ]
    evidence = dict.fromkeys(words for one in found for words in one.evidence)
    return Paragraph(about="contradictions", text=" ".join(dict.fromkeys(said)), evidence=tuple(evidence))


def _disputes(standing: Sequence[Contradiction]) -> Iterator[str]:
    """A sentence for each kind and pair of values, with all who stand on either side."""
    sides: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for one in standing:
        first, second = one.voices
        left, _, right = one.detail.partition(" against ")
        turned = (one.kind, f"{right} against {left}")
        if turned in sides:
            first, second = second, first
        ours, theirs = sides.setdefault(turned if turned in sides else (one.kind, one.detail), ({}, {}))
        ours[first] = theirs[second] = None
    for (kind, detail), (ours, theirs) in sides.items():
        yield f"{_upper(_listed(ours))} and {_listed(theirs)} cannot both be right on {_KINDS[kind]}: {detail}."


def _repeated(weighing: Weighing, testimonies: Sequence[Testimony]) -> Iterator[Paragraph]:
    """Documents that carry a voice which others carry too: they count once."""
    by_claim = {one.claim.id: one for one in testimonies}
    for origin in weighing.origins:
        told = [by_claim[claim] for claim in origin.claims if claim in by_claim]
        documents = dict.fromkeys(one.document for one in told)
        if len(documents) > 1:
            outlets = dict.fromkeys(one.publisher or "a report without publisher" for one in told)
            reports = f"{_count(len(documents)).capitalize()} reports rest on {origin.voice}"
            text = f"{reports} ({_listed(outlets)}); they count as one voice."
            yield Paragraph(about="copies", text=text, evidence=tuple(one.evidence for one in told))


def _reliability(origins: Sequence[Origin], judgements: Sequence[Judgement]) -> Iterator[Paragraph]:
    judged = {tokens(one.name): one for one in judgements if one.kind == "reliability" and one.name}
    said = [
        f"{_upper(origin.voice)}: reliability {one.value}, as {one.author} judged."
        for origin in origins
        if (one := judged.get(tokens(origin.name))) is not None
    ]
    if said:
        yield Paragraph(about="reliability", text=" ".join(said))


def _stand(some: Sequence[Origin], bearing: Bearing) -> str:
    return f"{_upper(_listed(origin.voice for origin in some))} {_SAYS[bearing][len(some) > 1]}"


def _listed(names: Iterable[str]) -> str:
    all_names = list(names)
    return " and ".join([", ".join(all_names[:-1]), all_names[-1]] if len(all_names) > 1 else all_names)


def _count(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _first_words(origins: Iterable[Origin]) -> tuple[Evidence, ...]:
    return tuple(origin.evidence[0] for origin in origins if origin.evidence)

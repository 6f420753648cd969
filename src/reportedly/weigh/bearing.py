"""How one testimony stands to the happening: its stance, polarity and modality taken together."""

from reportedly.model import Bearing, Stance, Testimony

TOLD = frozenset({"actual", "hedged", "possible"})
"""Modalities that tell of something as having happened, however surely."""

_TURNED = frozenset({"denies", "doubts", "cannot-verify", "declines"})


def bearing(testimony: Testimony) -> Bearing | None:
    """How whoever is behind ``testimony`` stands to its happening; ``None`` where they say nothing of the kind.

    What is planned, feared, asked or supposed neither affirms nor denies. A happening told as one that did not happen
    is denied, by whichever verb. Who denies only a part in it does not say that it did not happen; whether they are
    accused of it, only the others tell.
    """
    claim = testimony.claim
    if claim.part or _hearsay(testimony):
        return None
    match stance := _stance(testimony):
        case "doubts" | "cannot-verify" | "declines":
            return stance
        case "denies":
            return "denies" if claim.modality in TOLD else None
        case "affirms" | "corroborates":
            if claim.modality not in TOLD:
                return None
            if claim.polarity == "positive":
                return "affirms"
            return "denies" if claim.modality == "actual" else "doubts"
        case _:
            return None


def _stance(testimony: Testimony) -> Stance:
    """The innermost stance; where nobody speaks within ("he said reports of it were lies"), the next one's."""
    told = testimony.claim.stance
    if told not in ("affirms", "corroborates"):
        return told
    voice = next((voice for voice in testimony.chain if voice.source is not None), None)
    return voice.statement.stance if voice is not None and voice.statement.stance in _TURNED else told


def _hearsay(testimony: Testimony) -> bool:
    """True for "alarmed by reports of a massacre", "is disputed": told, or denied, by nobody, and not vouched for by
    who mentions it."""
    innermost = testimony.chain[0].statement if testimony.chain else None
    if innermost is not None and innermost.stance == "denies" and all(one.source is None for one in testimony.chain):
        return True
    told = testimony.claim.stance in ("affirms", "corroborates")
    return told and bool(testimony.chain) and all(
        voice.source is None and voice.statement.rule.startswith("noun-") and voice.statement.stance == "affirms"
        for voice in testimony.chain
    )  # fmt: skip


def hedged(testimony: Testimony) -> bool:
    """True if the origin itself does not say plainly that it was so.

    A reporter's "reportedly" does not hedge what a source says plainly; it does hedge what the report itself tells.
    """
    modality = testimony.claim.modality
    return modality == "possible" or (modality == "hedged" and not testimony.chain)

"""How one testimony stands to the happening: its stance, polarity and modality taken together."""

from reportedly.model import Bearing, Testimony

TOLD = frozenset({"actual", "hedged", "possible"})
"""Modalities that tell of something as having happened, however surely."""


def bearing(testimony: Testimony) -> Bearing | None:
    """How whoever is behind ``testimony`` stands to its happening; ``None`` where they say nothing of the kind.

    What is planned, feared, asked or supposed neither affirms nor denies. A happening told as one that did not happen
    is denied, by whichever verb.
    """
    claim = testimony.claim
    match claim.stance:
        case "doubts" | "cannot-verify" | "declines":
            return claim.stance
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


def hedged(testimony: Testimony) -> bool:
    """True if the origin itself does not say plainly that it was so.

    A reporter's "reportedly" does not hedge what a source says plainly; it does hedge what the report itself tells.
    """
    modality = testimony.claim.modality
    return modality == "possible" or (modality == "hedged" and not testimony.chain)

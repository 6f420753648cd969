"""Whom a pronoun that speaks stands for."""

from collections.abc import Callable

from reportedly.language import Token
from reportedly.model import Span
from reportedly.read.attribution.salience import Salience, clear
from reportedly.read.attribution.speaker import HE, SHE, Speaker, fits

_AHEAD = 2  # sentences within which a pronoun that opens a report is explained


def antecedent_of(
    pronoun: Token, salience: Salience, carrier: Speaker | None, said: tuple[Span, ...], *, quoted: bool
) -> Speaker | None:
    """The speaker ``pronoun`` (third person) stands for; ``None`` where two compete for it or none is there.

    Args:
        carrier: the speaker of the statement around the pronoun, if it stands within one.
        said: what the pronoun's own statement quotes; whom a quotation names is not its speaker.
        quoted: the pronoun stands within a quotation, whose speaker would say "I".
    """
    lower = pronoun.lower
    excluded = (carrier,) if quoted and carrier is not None else ()
    may = _fitting(lower)
    ranked = salience.before(pronoun, may, carrier=None if quoted else carrier, without=said, excluded=excluded)
    if ranked:
        chosen = clear(ranked)
        if chosen is None and (speaking := salience.last_speaker(pronoun)) in (ranked[0][1], ranked[1][1]):
            return speaking  # of two that stand level, the one who was speaking goes on
        return chosen
    # "By their own account the volunteers …": behind it in its own sentence, for persons in the next ones too
    return salience.after(pronoun, may, _AHEAD if lower in HE | SHE else 0)


def _fitting(pronoun: str) -> Callable[[Speaker], bool]:
    return lambda speaker: fits(speaker, pronoun)

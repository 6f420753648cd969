"""What only the page says in its own way: excerpts, quoted words, addresses that are safe to follow."""

from urllib.parse import urlsplit

from reportedly.export import phrases
from reportedly.model import Place, Source, Span

_EXCERPT = 48  # words; a longer content stands in full in the text beside its card


def spot(place: Place) -> str:
    """``36.1042° N 37.2519° E, within 2.5 km``; ``cannot be placed`` where no point is known."""
    return phrases.coordinates(place) or "cannot be placed"


def region(place: Place) -> str:
    """``Idlib, SY``: the first-level division and the country, as far as known."""
    return ", ".join(part for part in (place.admin1, place.country) if part)


def spaced(identifier: str) -> str:
    """An identifier of the ontology as words: ``air-strike`` as ``air strike``."""
    return identifier.replace("-", " ").replace("_", " ")


def words(text: str, span: Span) -> str:
    """The words of ``span`` in quotation marks, those that it holds at its own ends left out."""
    return f"“{phrases.joined((span,), text).strip('“”')}”"


def excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, int]:
    """The words of ``spans``, at most 48 of them, and how many were left out."""
    found = phrases.joined(spans, text).split(" ")
    left = len(found) - _EXCERPT
    if left <= 0:
        return " ".join(found), 0
    return " ".join(found[:_EXCERPT]), left


def speaker(source: Source | None) -> str:
    """The source's name; that the text leaves it out where there is none."""
    return source.name if source else "speaker left out"


def web_address(url: str | None) -> str:
    """``url`` where a browser may follow it: ``http`` or ``https`` with a host, else an empty string."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""
    except ValueError:  # "http://[" and its like: shown as text, never a link
        return ""

"""Values in the words of the page: ranges, places, dates, excerpts, addresses that are safe to follow."""

from urllib.parse import urlsplit

from reportedly.model import Casualty, Place, Published, Quantity, Said, Source, Span, Time

_EXCERPT = 48  # words; a longer content stands in full in the text beside its card
_PLAIN_PRECISION = {"second": "to the second", "minute": "to the minute", "hour": "to the hour"}


def number(value: float) -> str:
    """``5000.0`` as ``5,000``, ``2.5`` as ``2.5``."""
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def bounds(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """``40``, ``40–50``, ``at least 40``, ``at most 50``; ``number not told`` where both ends are open."""
    if low is None and high is None:
        return "number not told"
    if low is None or high is None:
        end, word = (high, "at most") if low is None else (low, "at least")
        assert end is not None
        told = f"{word} {number(end)}"
    else:
        told = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"about {told}" if approximate else told


def quantity(one: Quantity) -> str:
    """``43 TOW missiles``, ``at least 10 km``."""
    unit = f" {one.unit}" if one.unit else ""
    item = f" {one.item}" if one.item and one.item != one.unit else ""
    return f"{bounds(one.low, one.high, approximate=one.approximate)}{unit}{item}"


def casualty(one: Casualty) -> str:
    """``17 killed``, ``at least 50 wounded (people)``."""
    who = f" ({one.who})" if one.who else ""
    return f"{bounds(one.low, one.high)} {one.kind}{who}"


def coordinates(place: Place) -> str:
    """``35.9566, 36.7138 ± 2 km``; ``cannot be placed`` where no point is known."""
    if place.lat is None or place.lon is None:
        return "cannot be placed"
    radius = f" ± {number(place.radius_km)} km" if place.radius_km else ""
    return f"{place.lat:.4f}, {place.lon:.4f}{radius}"


def region(place: Place) -> str:
    """``Idlib, SY``: the first-level division and the country, as far as known."""
    return ", ".join(part for part in (place.admin1, place.country) if part)


def when(one: Time | Said) -> str:
    """``2016-06-12``, or that the words could not be resolved."""
    return one.value if one.value is not None else "not resolved"


def published(one: Published | None) -> str:
    """``2016-06-12, to the day, from metadata``."""
    if one is None:
        return "not known"
    precision = _PLAIN_PRECISION.get(one.precision, f"to the {one.precision}")
    return f"{one.value}, {precision}, from {spaced(one.how)}"


def spaced(identifier: str) -> str:
    """An identifier of the ontology as words: ``air-strike`` as ``air strike``."""
    return identifier.replace("-", " ").replace("_", " ")


def quoted(text: str, spans: tuple[Span, ...]) -> str:
    """The words of ``spans`` in ``text``, white space collapsed, with `` … `` between the spans."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, int]:
    """The words of ``spans``, at most 48 of them, and how many were left out."""
    words = quoted(text, spans).split(" ")
    left = len(words) - _EXCERPT
    if left <= 0:
        return " ".join(words), 0
    return " ".join(words[:_EXCERPT]), left


def words(text: str, span: Span) -> str:
    """The words of ``span`` in quotation marks, those that it holds at its own ends left out."""
    return f"“{quoted(text, (span,)).strip('“”')}”"


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


def shown(text: str) -> str:
    """``text`` with what no page can carry (NUL, lone surrogates) as U+FFFD, one for one."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)

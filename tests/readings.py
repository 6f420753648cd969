"""Small hand-built readings of invented reports, for any test that needs one.

``advance()`` is the rich one: a two-level chain of statements, a denial, a refusal, an unnamed source, a
post's inventory, a placed and an unplaced place, a hedged event, boilerplate, overlapping spans, curly
quotation marks.
``denial()`` is a second outlet's short report on the same fighting. ``silent()`` tells nothing.
``numbered(n)`` gives as many different documents as a test asks for.
"""

from tests.advance import RUN, advance
from tests.building import OBTAINED, Words, align, blocks, capture, claims, document, event, source, statement

from reportedly.model import (
    BlockKind,
    Capture,
    Casualty,
    Document,
    Mentions,
    Place,
    Reading,
    Role,
    Said,
)

__all__ = ["OBTAINED", "RUN", "advance", "capture", "denial", "numbered", "silent"]


def denial(number: int = 0) -> Reading:
    """A second outlet's short report: one organisation denies, with the document's own voice beside it.

    ``number`` other than 0 makes a different document of the same shape.
    """
    mark = f" Report {number} of the day." if number else ""
    parts: tuple[tuple[BlockKind, str], ...] = (
        ("headline", "Army rejects claims of losses in Sarhad"),
        (
            "lead",
            f"The army on Tuesday denied losing tanks at Tal Amrun. Two soldiers were wounded in a clash there.{mark}",
        ),
    )
    doc = document(
        parts,
        url=f"https://ardesh-courier.example/{number or 'army'}",
        publisher="Ardesh Courier",
        title="Army rejects claims of losses in Sarhad",
        published="2019-03-05",
        origin=f"reports/courier-{number}.txt",
    )
    w = Words(doc.text)
    army = source(doc, "army", "organisation", (w.at("The army"),))
    denies = statement(
        doc,
        army,
        (w.at("denied"),),
        (w.at("losing tanks at Tal Amrun"),),
        "denies",
        "says-that",
        spans=(w.at("The army"),),
        said=Said(value="2019-03-05", precision="day", span=w.at("on Tuesday")),
        stance_spans=(w.at("denied"),),
    )
    amrun = Place(
        name="Tal Amrun",
        span=w.at("Tal Amrun"),
        geonameid=-71,
        lat=36.1042,
        lon=37.2519,
        radius_km=2.5,
        country="XA",
        admin1="Sarhad",
        precision="town",
        matched="Tall ‘Amrūn",
        rule="test-place",
    )
    events = (
        event(
            doc,
            "materiel-lost",
            w.at("losing"),
            denies,
            "frame-lose",
            family="materiel-captured",
            polarity="negative",
            places=(amrun,),
            modality_spans=(w.at("denied"),),
            roles=(Role(role="agent", name="The army", actor=None, span=w.at("The army")),),
        ),
        event(
            doc,
            "clash",
            w.at("clash"),
            None,
            "nominal-clash",
            casualties=(Casualty(kind="wounded", low=2.0, high=2.0, who="soldiers", span=w.at("Two soldiers")),),
        ),
    )
    return Reading(
        document=doc,
        sources=(army,),
        statements=(denies,),
        events=events,
        claims=claims(events, (denies,)),
        mentions=Mentions(places=(amrun,)),
        run=RUN,
    )


def silent() -> Reading:
    """A document without a title, a publisher or a date, in which nobody says anything and nothing
    happens."""
    text, made = blocks((("paragraph", "The river was quiet in the morning light."),))
    taken = Capture.of(text.encode(), origin="-", method="stdin", media_type="text/plain", obtained=OBTAINED)
    doc = Document(
        id=Document.identify(taken.provenance.sha256, None),
        text=text,
        blocks=made,
        capture=taken.provenance,
        alignment=align(text),
    )
    return Reading(document=doc, sources=(), statements=(), events=(), claims=(), mentions=Mentions(), run=RUN)


def numbered(count: int) -> list[Reading]:
    """``count`` different documents."""
    return [denial(number) for number in range(1, count + 1)]

"""An invented report of an advance, with everything in it that a reading can hold.

A two-level chain of statements, a denial, a refusal, an unnamed source, a post's inventory, a placed and an
unplaced place, a hedged event, boilerplate, overlapping spans, curly quotation marks.
"""

import msgspec
from tests.building import Words, claims, document, event, source, statement

from reportedly.model import (
    ActorMention,
    BlockKind,
    Casualty,
    Mentions,
    Place,
    Post,
    Published,
    Quantity,
    Reading,
    Role,
    RunInfo,
    Said,
    Time,
)

RUN = RunInfo(version="0.1.0", model="en-test-1", ontology="ont-1", gazetteer="gaz-1", rules="rules-1")

ADVANCE: tuple[tuple[BlockKind, str], ...] = (
    ("boilerplate", "Share Tweet Print Subscribe"),
    ("headline", "Northern Front reportedly seizes anti-tank missiles near Tal Amrun"),
    ("byline", "By Dana Halloran, Meridian Post"),
    (
        "lead",
        "The Northern Front overran two villages in Sarhad province on Sunday and may have seized "
        "“more than 40” anti-tank missiles, the Sarhad Monitor said on Monday, citing unnamed field sources.",
    ),
    (
        "paragraph",
        "The defence ministry denied that the villages had fallen. “Our units hold Tal Amrun and Beit "
        "Sarha,” spokesman Colonel Idris Vann told the Meridian Post. He declined to say how many soldiers "
        "were wounded.",
    ),
    (
        "paragraph",
        "Shelling killed between 10 and 14 people in Tal Amrun overnight, residents said. "
        "Both sides plan to meet for talks in Ardesh next week.",
    ),
    ("caption", "A burnt truck on the road to Beit Sarha."),
    ("credit", "Photo: Meridian Post/archive"),
    (
        "post",
        "Marked Maps @markedmaps 4 March 2019\n"
        "Northern Front inventory at Tal Amrun: 40+ TOW, 3 T-55 tanks, dozens of trucks",
    ),
)


def advance() -> Reading:
    """The Meridian Post's report on an advance: see the module's docstring."""
    doc = document(
        ADVANCE,
        url="https://meridian-post.example/2019/03/04/northern-front",
        publisher="Meridian Post",
        title="Northern Front reportedly seizes anti-tank missiles near Tal Amrun",
        published="2019-03-04",
        how="embedded-post",
        origin="reports/meridian.txt",
        authors=("Dana Halloran",),
    )
    w = Words(doc.text)
    signature = w.at("Marked Maps @markedmaps 4 March 2019")
    posted = Published(value="2019-03-04", precision="day", how="text")
    post = Post(author="Marked Maps", handle="markedmaps", published=posted, span=signature)
    doc = msgspec.structs.replace(doc, blocks=(*doc.blocks[:-1], msgspec.structs.replace(doc.blocks[-1], post=post)))
    outlet = source(doc, "Meridian Post", "outlet", w.all("Meridian Post"), actor="meridian-post")
    monitor = source(doc, "Sarhad Monitor", "organisation", w.all("the Sarhad Monitor"), actor="sarhad-monitor")
    field = source(
        doc,
        "field sources",
        "unnamed",
        w.all("unnamed field sources"),
        anonymous=True,
        description="unnamed field sources",
    )
    ministry = source(doc, "defence ministry", "organisation", w.all("The defence ministry"))
    vann = source(
        doc,
        "Idris Vann",
        "person",
        (w.at("spokesman Colonel Idris Vann"), w.at("He", after="told the")),
        description="spokesman Colonel Idris Vann",
        affiliation="defence ministry",
    )
    residents = source(doc, "residents", "unnamed", w.all("residents"), anonymous=True, description="residents")
    maps = source(doc, "Marked Maps", "account", (signature,), description="@markedmaps")

    told = w.at(
        "The Northern Front overran two villages in Sarhad province on Sunday and may have seized "
        "“more than 40” anti-tank missiles"
    )
    said_monday = Said(value="2019-03-04", precision="day", span=w.at("on Monday"))
    s_monitor = statement(
        doc,
        monitor,
        (w.at("said"),),
        (told,),
        "affirms",
        "says-after-content",
        mode="mixed",
        spans=w.all("the Sarhad Monitor"),
        said=said_monday,
    )
    s_field = statement(
        doc,
        field,
        (w.at("citing"),),
        (told,),
        "affirms",
        "citing",
        mode="mixed",
        spans=w.all("unnamed field sources"),
        within=s_monitor,
    )
    s_denies = statement(
        doc,
        ministry,
        (w.at("denied"),),
        (w.at("the villages had fallen"),),
        "denies",
        "says-that",
        spans=w.all("The defence ministry"),
        stance_spans=(w.at("denied"),),
    )
    s_outlet = statement(
        doc,
        outlet,
        (w.at("told"),),
        (w.at("Our units hold Tal Amrun and Beit Sarha,"),),
        "affirms",
        "told-outlet",
        mode="direct",
        spans=(w.at("the Meridian Post"),),
    )
    s_vann = statement(
        doc,
        vann,
        (w.at("told"),),
        (w.at("Our units hold Tal Amrun and Beit Sarha,"),),
        "affirms",
        "quote-before-cue",
        mode="direct",
        spans=(w.at("spokesman Colonel Idris Vann"),),
        within=s_outlet,
    )
    s_declines = statement(
        doc,
        vann,
        (w.at("declined to say"),),
        (w.at("how many soldiers were wounded"),),
        "declines",
        "refusal-to",
        spans=(w.at("He", after="told the"),),
        stance_spans=(w.at("declined to say"),),
    )
    s_residents = statement(
        doc,
        residents,
        (w.at("said", after="residents"),),
        (w.at("Shelling killed between 10 and 14 people in Tal Amrun overnight"),),
        "affirms",
        "says-after-content",
        spans=w.all("residents"),
    )
    inventory = w.at("Northern Front inventory at Tal Amrun: 40+ TOW, 3 T-55 tanks, dozens of trucks")
    s_maps = statement(
        doc,
        maps,
        (),
        (inventory,),
        "affirms",
        "post-body",
        spans=(signature,),
        channel="post",
        said=Said(value="2019-03-04", precision="day", span=w.at("4 March 2019")),
    )

    amrun = [
        Place(
            name="Tal Amrun",
            span=span,
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
        for span in w.all("Tal Amrun")
    ]
    beit = [Place(name="Beit Sarha", span=span, rule="test-place") for span in w.all("Beit Sarha")]
    sarhad = Place(
        name="Sarhad province",
        span=w.at("Sarhad province"),
        geonameid=70,
        lat=36.0,
        lon=37.0,
        radius_km=60.0,
        country="XA",
        admin1="Sarhad",
        precision="province",
        matched="Sarhad",
        rule="test-place",
    )
    ardesh = Place(
        name="Ardesh",
        span=w.at("Ardesh"),
        geonameid=72,
        lat=-4.25,
        lon=-0.5,
        radius_km=8.0,
        country="XA",
        admin1=None,
        precision="point",
        matched="Ardesh",
        rule="test-place",
    )

    sunday = Time(value="2019-03-03", precision="day", span=w.at("on Sunday"), rule="weekday-past")
    overnight = Time(
        value="2019-03-03TNI", precision="part-of-day", span=w.at("overnight"), kind="time", rule="overnight"
    )
    next_week = Time(value="2019-W11", precision="week", span=w.at("next week"), rule="next-unit")

    more_than_40 = Quantity(
        item="anti-tank missiles",
        category="anti-tank-missile",
        low=41.0,
        high=None,
        approximate=False,
        unit=None,
        span=w.at("“more than 40” anti-tank missiles"),
        rule="more-than",
    )
    tow = Quantity(
        item="TOW",
        category="anti-tank-missile",
        low=40.0,
        high=None,
        approximate=True,
        unit=None,
        span=w.at("40+ TOW"),
        rule="plus",
    )
    tanks = Quantity(
        item="T-55 tanks",
        category="tank",
        low=3.0,
        high=3.0,
        approximate=False,
        unit=None,
        span=w.at("3 T-55 tanks"),
        rule="cardinal",
    )
    trucks = Quantity(
        item="trucks",
        category="truck",
        low=24.0,
        high=99.0,
        approximate=True,
        unit=None,
        span=w.at("dozens of trucks"),
        rule="dozens",
    )
    people = Quantity(
        item="people",
        category=None,
        low=10.0,
        high=14.0,
        approximate=False,
        unit=None,
        span=w.at("between 10 and 14 people"),
        rule="between",
    )

    front = Role(role="agent", name="Northern Front", actor="northern-front", span=w.at("The Northern Front"))
    killed = Casualty(kind="killed", low=10.0, high=14.0, who="people", span=people.span)
    villages = Role(role="target", name="two villages", actor=None, span=w.at("two villages"))
    events = (
        event(
            doc,
            "territory-captured",
            w.at("overran"),
            s_field,
            "frame-overrun",
            roles=(front, villages),
            places=(sarhad,),
            time=sunday,
        ),
        event(
            doc,
            "materiel-captured",
            w.at("seized"),
            s_field,
            "frame-seize",
            modality="possible",
            mentions=(w.at("seizes"),),
            modality_spans=(w.at("may have"),),
            quantities=(more_than_40,),
            time=sunday,
            roles=(
                front,
                Role(
                    role="theme",
                    name="anti-tank missiles",
                    actor=None,
                    span=w.at("anti-tank missiles", after="40”"),
                ),
            ),
        ),
        event(
            doc,
            "territory-lost",
            w.at("fallen"),
            s_denies,
            "frame-fall",
            family="territory-lost",
            polarity="negative",
            roles=(Role(role="target", name="the villages", actor=None, span=w.at("the villages")),),
            modality_spans=(w.at("denied"),),
        ),
        event(
            doc,
            "shelling",
            w.at("Shelling"),
            s_residents,
            "nominal-shelling",
            places=(amrun[2],),
            time=overnight,
            casualties=(killed,),
        ),
        event(
            doc,
            "negotiation",
            w.at("talks"),
            None,
            "nominal-talks",
            modality="planned",
            modality_spans=(w.at("plan to"),),
            places=(ardesh,),
            time=next_week,
            roles=(Role(role="agent", name="Both sides", actor=None, span=w.at("Both sides")),),
        ),
        event(
            doc,
            "materiel-captured",
            w.at("inventory"),
            s_maps,
            "post-inventory",
            places=(amrun[3],),
            roles=(
                Role(
                    role="agent",
                    name="Northern Front",
                    actor="northern-front",
                    span=w.at("Northern Front", after="@markedmaps"),
                ),
            ),
            quantities=(tow, tanks, trucks),
        ),
    )
    statements = (s_monitor, s_field, s_denies, s_outlet, s_vann, s_declines, s_residents, s_maps)
    actors = tuple(
        ActorMention(name="Northern Front", actor="northern-front", span=span, kind="group", rule="ontology-alias")
        for span in w.all("Northern Front")
    )
    return Reading(
        document=doc,
        sources=(outlet, monitor, field, ministry, vann, residents, maps),
        statements=statements,
        events=events,
        claims=claims(events, statements),
        mentions=Mentions(
            places=tuple(sorted([*amrun, *beit, sarhad, ardesh], key=lambda place: place.span)),
            times=(sunday, overnight, next_week),
            quantities=(more_than_40, people, tow, tanks, trucks),
            actors=actors,
        ),
        run=RUN,
    )

"""The evidence page: no text is lost, none of it becomes markup, everything leads somewhere."""

import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings import advance, denial, numbered, silent

from reportedly.export.html import render
from reportedly.model import (
    Block,
    Document,
    Event,
    MaterielMention,
    Mentions,
    Quantity,
    Reading,
    Source,
    Span,
    Statement,
    Time,
)

_VOID = {"meta", "br", "hr", "img", "link"}


class Seen(HTMLParser):
    """What a reader sees of a page: the text in elements of class ``words``, identifiers, addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.everything = ""
        self._open: list[tuple[str, bool]] = []
        self.feed(page)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        inside = bool(self._open and self._open[-1][1])
        if (given.get("class") or "").split()[:1] == ["words"]:
            self.texts.append("")
            inside = True
        if tag not in _VOID:
            self._open.append((tag, inside))
        if "id" in given:
            self.ids.append(given["id"] or "")
        if "href" in given:
            self.links.append(given["href"] or "")
        assert not [name for name in given if name.startswith("on") or name in ("src", "srcset", "style")]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.everything += data
        if self._open and self._open[-1][1]:
            self.texts[-1] += data


def seen_text(reading: Reading) -> str:
    """The document's text as it stands on its page."""
    return "".join(Seen(render([reading])).texts)


@pytest.mark.parametrize("reading", [advance(), denial(), silent()], ids=["advance", "denial", "silent"])
def test_the_page_shows_the_text_as_it_is(reading: Reading) -> None:
    assert seen_text(reading) == reading.document.text


def test_every_link_leads_to_something_on_the_page_or_to_the_web() -> None:
    page = Seen(render([advance(), denial(), silent()]))
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        assert link.startswith(("https://", "http://")) or link.removeprefix("#") in page.ids


def test_cards_and_cues_lead_to_each_other() -> None:
    page = Seen(render([advance()]))
    for number in range(1, len(advance().statements) + 1):
        assert {f"d1s{number}", f"d1s{number}w"} <= set(page.ids)
        assert f"#d1s{number}w" in page.links
    assert {"#d1s1", "#d1s2", "#d1s3"} <= set(page.links)
    assert {f"#d1e{number}" for number in range(1, 7)} <= set(page.links)


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    html = render([advance()])
    assert not Seen(html).tags & {"script", "img", "link", "iframe", "object", "form", "base", "video"}
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html


def test_it_says_who_and_how_sure() -> None:
    words = " ".join(Seen(render([advance()])).everything.split())
    for told in (
        "Meridian Post", "2019-03-04 (day, from embedded-post)", "field sources", "within S1",
        "the same words as S1", "said not to have happened", "possible", "planned", "cannot be placed",
        "declines", "36.1042° N 37.2519° E", "in its own voice", "en-test-1", "boilerplate",
        "10–14 people killed", "posted by Marked Maps",
    ):  # fmt: skip
        assert told in words, told


def test_materiel_is_marked_with_its_category() -> None:
    reading = silent()
    tanks = MaterielMention(name="x", category="main-tank", span=Span(0, 5))
    page = render([msgspec.structs.replace(reading, mentions=Mentions(materiel=(tanks,)))])
    assert 'title="materiel: main tank"' in page
    assert re.search(r'class="[^"]*materiel[^"]*"', page.split("</aside>")[1])


def test_several_readings_have_an_index_and_one_has_none() -> None:
    many = render(numbered(3))
    assert many.count('<section class="doc"') == 3
    assert 'href="#d3"' in many
    assert 'class="index"' not in render([advance()])
    assert "Nothing was read." in render([])


def test_a_document_without_a_title_is_called_by_its_first_words() -> None:
    assert "<title>“The river was quiet in the morning light.” – evidence</title>" in render([silent()])
    long = with_document(advance(), title=None)
    assert "“Northern Front reportedly seizes" in render([long])
    empty = msgspec.structs.replace(silent(), document=Document(id="d", text="\n"))
    assert "A document without words" in render([empty])


def test_a_very_long_paragraph_is_shown_in_strips_at_ends_of_sentences() -> None:
    text = "The river was quiet in the morning light. " * 100
    document = Document(id="d", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),))
    page = Seen(render([msgspec.structs.replace(silent(), document=document)]))
    assert "".join(page.texts) == text
    assert len(page.texts) > 4
    assert all(strip.endswith(". ") and len(strip) < 1500 for strip in page.texts)


def test_the_same_readings_give_the_same_page() -> None:
    assert render([advance(), denial()]) == render([advance(), denial()])


def with_document(reading: Reading, **changes: object) -> Reading:
    """``reading`` with a changed document."""
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, **changes))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://x.example/%0aalert(1)",
        "data:text/html,x",
        "file:///x",
        "http://[",
        "x",
    ],
)
def test_an_address_that_is_not_of_the_web_is_text(url: str) -> None:
    page = Seen(render([with_document(advance(), url=url)]))
    assert url in page.everything
    assert all(link.startswith("#") for link in page.links)


def test_what_a_document_says_never_becomes_markup() -> None:
    bad = "</style><script>alert('x')</script><b onclick=\"x\">&amp;"
    reading = with_document(advance(), title=bad, publisher=bad, authors=(bad,), url=bad)
    source = msgspec.structs.replace(reading.sources[0], name=bad, description=bad, affiliation=bad, id=bad)
    statement = msgspec.structs.replace(reading.statements[3], source=bad, id=bad, channel=bad, rule=bad)
    reading = msgspec.structs.replace(reading, sources=(source,), statements=(statement, *reading.statements[:2]))
    page = Seen(render([reading]))
    assert "script" not in page.tags
    assert page.everything.count(bad) > 5


def test_statements_that_carry_each_other_in_a_circle_are_all_shown() -> None:
    reading = advance()
    first, second, *rest = reading.statements
    first = msgspec.structs.replace(first, within=second.id)
    lost = msgspec.structs.replace(rest[0], within="s-of-nowhere")
    page = Seen(render([msgspec.structs.replace(reading, statements=(first, second, lost, *rest[1:]))]))
    assert {f"d1s{i}" for i in range(1, 9)} <= set(page.ids)


def test_a_statement_without_any_words_of_its_own_is_shown() -> None:
    bare = msgspec.structs.replace(advance().statements[0], cue=(), content=(), source_spans=(), said=None)
    reading = msgspec.structs.replace(advance(), statements=(bare,), events=(), claims=())
    page = Seen(render([reading]))
    assert "d1s1" in page.ids
    assert "Statements without words of their own" in page.everything


def test_a_very_deep_chain_is_drawn() -> None:
    one = advance().statements[0]
    chain = [msgspec.structs.replace(one, id=f"s-{i}", within=f"s-{i - 1}" if i else None) for i in range(400)]
    page = Seen(render([msgspec.structs.replace(advance(), statements=tuple(chain), events=(), claims=())]))
    assert "d1s400" in page.ids


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 40)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
SOME = st.lists(SPANS, max_size=4).map(tuple)
TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab <&>\"'“”’\n\r\t\xa0é—🙂"),
        st.characters(codec="utf-8", exclude_characters="\0"),
    ),
    max_size=50,
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of any text with any spans: overlapping, crossing, empty, beyond the end of the text."""
    text = draw(TEXTS)
    cuts = draw(st.lists(SPANS, max_size=4))
    kinds = st.sampled_from(["paragraph", "boilerplate", "headline", "post"])
    made = tuple(Block(kind=draw(kinds), start=cut.start, end=cut.end) for cut in cuts)  # type: ignore[arg-type]
    statements = tuple(
        Statement(
            id=f"s{i}", source=draw(st.sampled_from(["a", "b", None])), source_spans=draw(SOME),
            cue=draw(SOME), content=draw(SOME), mode="indirect",
            within=draw(st.sampled_from(["s0", "s1", "s2", None])), stance="affirms", said=None,
            channel=None, rule="r", stance_spans=draw(SOME),
        )
        for i in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    events = tuple(
        Event(
            id=f"e{i}", type="clash", family="clash", trigger=draw(SPANS), mentions=draw(SOME),
            statement="s0", polarity="positive", modality="actual", modality_spans=draw(SOME),
            time=Time(value=None, precision="vague", span=draw(SPANS)),
        )
        for i in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    quantities = tuple(
        Quantity(item="x", category=None, low=None, high=None, approximate=False, unit=None, span=span)
        for span in draw(SOME)
    )
    materiel = tuple(MaterielMention(name="x", category="tank", span=span) for span in draw(SOME))
    return Reading(
        document=Document(id="d", text=text, blocks=made),
        sources=(Source(id="a", name="A", kind="person", anonymous=False),),
        statements=statements,
        events=events,
        claims=(),
        mentions=Mentions(quantities=quantities, materiel=materiel),
        run=advance().run,
    )


@settings(max_examples=150, deadline=None)
@given(readings())
def test_whatever_lies_over_it_the_text_stays_whole(reading: Reading) -> None:
    page = Seen(render([reading]))
    assert "".join(page.texts) == reading.document.text
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        assert link.removeprefix("#") in page.ids


def test_what_no_page_can_carry_is_replaced_one_for_one() -> None:
    document = Document(id="d", text="a\0b\ud800c\rd", blocks=(Block(kind="lead", start=0, end=7),))
    reading = msgspec.structs.replace(silent(), document=document)
    html = render([reading])
    html.encode()
    assert "".join(Seen(html).texts) == "a\ufffdb\ufffdc\rd"
    assert "&#13;d" in html


def test_a_long_report_is_written_in_linear_time() -> None:
    short, long = (render([_repeated(times)]) for times in (2, 40))
    assert len(long) < 25 * len(short)
    assert len(re.findall('class="card', long)) == 320


def _repeated(times: int) -> Reading:
    """``advance()`` as if it had been printed ``times`` times over."""
    reading = advance()
    size = len(reading.document.text) + 2
    raw = reading.to_dict()

    def moved(value: object, by: int, mark: str) -> object:
        if isinstance(value, dict):
            out = {key: moved(item, by, mark) for key, item in value.items()}
            if "kind" in value and "start" in value:
                out |= {"start": value["start"] + by, "end": value["end"] + by, "source": None}
            return out
        if isinstance(value, list | tuple):
            if len(value) == 2 and all(type(item) is int for item in value):
                return [value[0] + by, value[1] + by]
            return [moved(item, by, mark) for item in value]
        return f"{mark}{value}" if isinstance(value, str) and value.startswith(("s-", "e-")) else value

    document = msgspec.structs.replace(reading.document, alignment=())
    parts = {"statements": reading.statements, "events": reading.events}
    out: dict[str, object] = {"document": raw["document"] | {"alignment": []}, "claims": []}
    out["document"] |= {"text": "\n\n".join([document.text] * times)}  # type: ignore[operator]
    blocks_ = [moved(block, i * size, f"{i}") for i in range(times) for block in raw["document"]["blocks"]]
    out["document"] |= {"blocks": blocks_}  # type: ignore[operator]
    for name in parts:
        out[name] = [moved(one, i * size, f"{i}") for i in range(times) for one in raw[name]]
    out |= {"sources": raw["sources"], "run": raw["run"], "mentions": {}}
    return msgspec.convert(out, Reading)

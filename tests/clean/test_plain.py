"""Plain text, scraped or typed: what each line is."""

from pathlib import Path

import pytest

from reportedly.clean import clean, document_of
from reportedly.clean.plain import blocks
from reportedly.clean.rules import byline, furniture, named
from reportedly.model import READABLE, Capture, Document

P1 = (
    "The provincial council said on Sunday that its fighters had taken the village of Karm after two days"
    " of heavy "
    "fighting with the army, and that the road to the coast was open again."
)
P2 = (
    "A doctor at the field hospital told the paper by telephone that at least eleven people had been "
    "brought in since "
    "the morning, among them four children from the same house."
)
P3 = (
    "The army denied the account. Its spokesman, Colonel Adam Reyes, said that no position had been lost "
    "and that the "
    "village had been empty for weeks."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in blocks(text)]


SCRAPED = f"""searchicon closeicon menuicon chevron downicon chevron upicon shareicon fbicon twicon
Home | World | Middle East | Opinion | Sport
Share
Tweet

Council fighters take village of Karm after two days

Council fighters take village of Karm after two days
By Dana Whitfield and Omar Said
Published: 4 May 2017 09:15 GMT
{P1}

Smoke rises over the village of Karm after what residents called the heaviest shelling in a year

Globe Press/Dana Whitfield

{P2}

Karm is ours tonight, the flag is on the school #Karm

— Karm Media Office (@karmoffice) May 3, 2017

READ MORE: Army pulls back from coastal road

What the army says

{P3}

Sign up for our daily newsletter
© 2017 Globe Press. All rights reserved."""


def test_a_scraped_page() -> None:
    found = kinds(SCRAPED)
    assert [kind for kind, _ in found] == [
        "boilerplate", "boilerplate", "boilerplate", "boilerplate", "headline", "boilerplate", "byline",
        "dateline",
        "lead", "caption", "credit", "paragraph", "post", "boilerplate", "heading", "paragraph",
        "boilerplate",
        "boilerplate",
    ]  # fmt: skip
    assert [words for kind, words in found if kind in ("lead", "paragraph")] == [P1, P2, P3]


def test_an_embedded_post_has_its_author_and_date() -> None:
    (block,) = (block for block in blocks(SCRAPED) if block.kind == "post")
    assert block.post is not None
    assert block.post.author == "Karm Media Office"
    assert block.post.handle == "karmoffice"
    assert block.post.published is not None
    assert (block.post.published.value, block.post.published.how) == ("2017-05-03", "embedded-post")
    assert block.post.span is not None
    assert block.post.span.of(SCRAPED) == "— Karm Media Office (@karmoffice) May 3, 2017"
    assert block.span.of(SCRAPED).startswith("Karm is ours tonight")


@pytest.mark.parametrize(
    "signed",
    [
        "Ten tanks near Karm\n— Karm News (@karmnews) November 3, 2014",
        "Ten tanks near Karm — Karm News (@karmnews) November 3, 2014",
        "Ten tanks near Karm\n\n-- Karm News (@karmnews) 3 Nov 2014",
        "Ten tanks\n130 cannons\n\n— Karm News (@karmnews) 3:45 PM - Nov 3, 2014",
    ],
)
def test_signatures(signed: str) -> None:
    text = f"{P1}\n\n{signed}\n\n{P2}"
    found = [block for block in blocks(text) if block.kind == "post"]
    assert [block.span.of(text) for block in found] == [signed]
    assert found[0].post is not None
    assert found[0].post.published is not None
    assert found[0].post.published.value.startswith("2014-11-03")


def test_a_post_among_single_line_breaks_takes_no_paragraph() -> None:
    text = f"{P1}\n{P2}\nTen tanks near Karm\n— Karm News (@karmnews) November 3, 2014\n{P3}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph", "post", "paragraph"]


def test_prose_alone_is_prose() -> None:
    assert [kind for kind, _ in kinds(P1)] == ["paragraph"]
    assert [kind for kind, _ in kinds(f"{P1} {P2} {P3}")] == ["paragraph"]
    assert [kind for kind, _ in kinds(f"{P1}\n{P2}\n\n{P3}")] == ["paragraph"] * 3


def test_a_dateline_is_a_block_of_its_own() -> None:
    text = f"Village changes hands\n\nKARM (Globe Press) — {P1}\n\n{P2}"
    assert kinds(text) == [
        ("headline", "Village changes hands"), ("dateline", "KARM (Globe Press) —"), ("paragraph", P1),
        ("paragraph", P2),
    ]  # fmt: skip


def wrapped(text: str, width: int = 72) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, width))


def test_wrapped_lines_are_joined() -> None:
    text = f"Village changes hands\n\n{wrapped(P1)}\n\n{wrapped(P2)}\n\n{wrapped(P3)}\n"
    found = kinds(text)
    assert [kind for kind, _ in found] == ["headline", "lead", "paragraph", "paragraph"]
    assert [" ".join(words.split()) for _, words in found[1:]] == [P1, P2, P3]


def test_wrapped_lines_with_indented_paragraphs() -> None:
    text = "\n".join("    " + wrapped(paragraph) for paragraph in (P1, P2, P3))
    assert [" ".join(words.split()) for _, words in kinds(text)] == [P1, P2, P3]


def test_page_title_gives_way_to_the_headline() -> None:
    text = f"Council takes village of Karm | The Globe\n\nCouncil takes village of Karm\n\n{P1}\n\n{P2}"
    assert kinds(text)[:2] == [
        ("boilerplate", "Council takes village of Karm | The Globe"),
        ("headline", "Council takes village of Karm"),
    ]  # fmt: skip


def test_a_column_of_menu_entries() -> None:
    text = f"Home\nNews\nWorld\nAbout Karm\nOpinion\n\nCouncil takes village of Karm\n{P1}\n{P2}"
    assert [kind for kind, _ in kinds(text)] == ["boilerplate"] * 5 + ["headline", "lead", "paragraph"]


def test_a_list() -> None:
    text = f"{P1}\n\n- ten tanks\n- four armoured vehicles\n\n{P2}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "list", "list", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "Read more:", "READ MORE: Army pulls back from the coastal road", "Read the full story",
        "Share this article", "Share on Facebook", "Share", "Facebook | Twitter | WhatsApp | Email",
        "124 Shares",
        "Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Sign up", "Sign in",
        "Sign up for our morning briefing", "Subscribe to our newsletter", "Follow us on Twitter",
        "We use cookies to give you the best experience on our website. By continuing you agree to this.",
        "Accept all cookies", "© 2017 The Globe", "Copyright 2017 Globe Press. All rights reserved.",
        "This material may not be published, broadcast or redistributed.", "Privacy Policy", "Terms of Use",
        "Skip to main content", "Back to top", "Related articles", "Most read", "You may also like",
        "Tags: war, Karm",
        "Topics: Karm", "Home › World › Middle East", "Home > World > Asia", "* * *", "----", "3 min read",
        "Reporting by Dana Whitfield; Editing by Omar Said", "Leave a comment", "Loading…",
        "Video unavailable",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    found = furniture(line)
    assert found is not None, line
    assert found[0] == "boilerplate"
    assert found[1]


@pytest.mark.parametrize(
    "line",
    [
        "Reuters/Dana Whitfield", "Dana Whitfield/AFP/Getty Images", "AFP", "© Reuters",
        "Photo: Dana Whitfield",
        "Photograph: Dana Whitfield/EPA", "(AP Photo/Dana Whitfield)", "Image credit: Globe Press",
        "Photo by Dana Whitfield", "Picture: Globe Press",
    ],
)  # fmt: skip
def test_credits(line: str) -> None:
    found = furniture(line)
    assert found is not None, line
    assert found[0] in ("credit", "boilerplate" if line.startswith("©") else "credit")


@pytest.mark.parametrize(
    "line",
    [
        "Rebels said they had taken the village.",
        "The minister said that cookies were shared with the troops.",
        "Share of the budget for defence rises", "More than 40 people were killed.",
        "Army follows rebels to the coast",
        "World powers meet in Geneva over Karm", "Video shows tanks entering Karm",
        "Sources say the army has left.",
        "He read more of the letter aloud.", "In brief: three killed in Karm", "Homes destroyed in Karm",
        "The source: a senior officer in the capital.", "US", "Killed and/or wounded",
        "Iraq/Syria border closed",
        "Ceasefire ends", "Related violence killed 20 people in Karm.",
        "Next week the two sides will meet again.",
        "Picture emerges of a chaotic retreat from Karm",
    ],
)  # fmt: skip
def test_what_is_no_furniture(line: str) -> None:
    found = furniture(line)
    assert found is None or found[1] == "menu-line", (line, found)


def test_a_dateline_on_its_own_line_is_no_headline() -> None:
    found = kinds(f"NAIROBI, Kenya (AP) _\n\n{P1}\n\n{P2}")
    assert [kind for kind, _ in found] == [
        "dateline",
        "paragraph",
        "paragraph",
    ]


def test_an_interview_has_no_doubled_headline() -> None:
    asked = "[Reporter] And the road to the coast"
    text = f"{P1}\n\n{asked}\n\n{P2}\n\n{asked}\n\n{P3}"
    assert "boilerplate" not in {kind for kind, _ in kinds(text)}


def test_a_caption_parts_from_its_credit() -> None:
    text = f"{P1}\n\nThe road to Karm. Photograph: Omar Said/Globe Press\n\n{P2}"
    assert kinds(text)[1:3] == [
        ("caption", "The road to Karm."), ("credit", "Photograph: Omar Said/Globe Press"),
    ]  # fmt: skip


def test_what_stands_above_the_headline_and_below_the_report() -> None:
    above = "Globe Monitor\nMenuMenu\nBulletin no. 12\n\nCouncil says it took village of Karm\n\n"
    below = "\n\nOur standards: how we work\nMost read\n1. Wheat harvest begins\n2. Road closed"
    found = kinds(f"{above}{P1}\n\n{P2}{below}")
    assert [kind for kind, _ in found] == [
        *["boilerplate"] * 3, "headline", "lead", "paragraph", *["boilerplate"] * 4,
    ]  # fmt: skip


def test_a_last_line_without_a_stop_is_kept_where_no_furniture_follows() -> None:
    assert kinds(f"{P1}\n\n{P2}\n\nKilled: 11, wounded: 30")[-1][0] in READABLE


def test_a_headline_with_other_quotation_marks_is_the_same() -> None:
    text = f"Army 'not in Karm' say residents\n\nArmy ‘not in Karm’ say residents\n\n{P1}\n\n{P2}"
    assert [kind for kind, _ in kinds(text)][:2] == ["headline", "boilerplate"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Dana Whitfield", ("Dana Whitfield",)),
        ("BY DANA WHITFIELD", ("DANA WHITFIELD",)),
        ("By Dana Whitfield and Omar al-Said in Beirut", ("Dana Whitfield", "Omar al-Said")),
        ("By Dana Whitfield, Omar Said and Ann Lee", ("Dana Whitfield", "Omar Said", "Ann Lee")),
        ("By Dana Whitfield | Globe Press", ("Dana Whitfield",)),
        ("Words by Dana Whitfield", ("Dana Whitfield",)),
        ("By the time the army came", None),
        ("By Sunday the army had left the village.", None),
        ("By dawn", None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...] | None) -> None:
    found = byline(line)
    assert (named(found) if found else None) == names


def test_text_that_is_already_clean_is_left_as_it_is() -> None:
    text = f"\ufeff  Village changes hands\r\n\r\nBy Dana Whitfield\r\n\r\n{P1}\r\n"
    found = document_of(text, published="2017-05-04", url="https://example.org/a", publisher="The Globe")
    assert found.text == text
    assert [block.kind for block in found.blocks] == ["headline", "byline", "paragraph"] or [
        block.kind for block in found.blocks
    ] == ["headline", "byline", "lead"]
    assert (found.title, found.authors, found.publisher) == (
        "Village changes hands",
        ("Dana Whitfield",),
        "The Globe",
    )
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2017-05-04", "given")
    assert document_of("").blocks == ()
    assert document_of("a\ud800b").text == "a\ud800b"


SEED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "article.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the page that started the project is not part of it")
def test_the_first_page() -> None:
    content = SEED.read_bytes()
    capture = Capture.of(content, origin="a", method="file", media_type="text/plain", obtained="2020-01-01T00:00:00Z")
    found = clean(capture)
    assert isinstance(found, Document)
    assert found.title is not None
    assert sum(block.kind == "headline" for block in found.blocks) == 1
    assert [block.kind for block in found.blocks][:5] == [
        "boilerplate",
        "headline",
        "boilerplate",
        "lead",
        "caption",
    ]
    assert [block.kind for block in found.blocks].count("post") == 1
    assert [block.kind for block in found.blocks].count("credit") == 1
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2014-11-03", "embedded-post")
    assert all(
        found.text[b.start : b.end].encode() == content[b.source.start : b.source.end] for b in found.blocks if b.source
    )
    assert {block.kind for block in found.blocks} & READABLE

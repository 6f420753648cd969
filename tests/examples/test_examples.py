"""The example reports are whole, described, and made the way their README says."""

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.name != "README.md")


def _words(name: str) -> set[tuple[str, ...]]:
    """The runs of eight words in a file, to compare copies by."""
    raw = (EXAMPLES / name).read_text("utf-8").replace("&ldquo;", "“").replace("&rdquo;", "”")
    words = raw.split()
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def test_the_readme_names_every_file_and_no_other() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    assert {line.split("`")[1] for line in readme.splitlines() if line.startswith("| `")} == {
        path.name for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_decodes_as_it_declares(path: Path) -> None:
    encoding = "windows-1252" if path.name.startswith("08-") else "utf-8"
    text = path.read_bytes().decode(encoding)
    assert len(text.split()) > 180
    if path.suffix == ".html":
        assert text.lower().startswith("<!doctype html>")
        assert encoding in text


def test_every_post_is_an_object_with_a_date_and_its_own_id() -> None:
    lines = (EXAMPLES / "12-posts.jsonl").read_text("utf-8").splitlines()
    posts = [json.loads(line) for line in lines]
    assert all({"id", "author", "handle", "date", "text", "url"} <= post.keys() for post in posts)
    assert len({post["id"] for post in posts}) == len(posts) == 9


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("01-depot-levant-wire.html", "02-depot-harbour-times.txt"),
        ("06-market-levant-wire.txt", "07-market-harbour-times.html"),
    ],
)
def test_the_copies_share_most_of_their_words(original: str, copy: str) -> None:
    assert len(_words(original) & _words(copy)) > 90


def test_links_lead_nowhere() -> None:
    for path in FILES:
        for address in path.read_text("latin-1").split("https://")[1:]:
            host = address.split("/")[0].split('"')[0]
            assert host.endswith(".example") or host == "schema.org"

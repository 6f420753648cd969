"""What the page that the project began with and the page of our own after its model are both asked."""

from pathlib import Path

import pytest
from tests.ledger import Ledger

from reportedly.flow.reading import Read, read_paths
from reportedly.gazetteer import Gazetteer
from reportedly.language import Pipeline
from reportedly.ontology import load
from reportedly.read.reader import Reader


def ledger_of(page: Path, places: Path, language: Pipeline, folder: Path) -> Ledger:
    """The reading of ``page`` with the villages of ``places`` in a gazetteer made in ``folder``."""
    gazetteer = Gazetteer.open(folder)
    gazetteer.add(places)
    (item,) = read_paths([page], Reader(language, load(), gazetteer))
    assert isinstance(item, Read)
    return Ledger(item.reading)


def check_blocks(ledger: Ledger, title: str, published: str) -> None:
    """Every kind of block is found, and the page is dated by the posts in it."""
    document = ledger.reading.document
    kinds = [block.kind for block in document.blocks]
    assert kinds[0] == "boilerplate"
    assert kinds.count("headline") == 1
    assert {"credit", "caption", "post"} <= set(kinds)
    assert document.title is not None
    assert document.title.startswith(title)
    assert document.published is not None
    assert (document.published.value, document.published.precision, document.published.how) == (
        published, "day", "embedded-post",
    )  # fmt: skip


def check_trucks(ledger: Ledger) -> None:
    """ "Dozens of trucks" are a range."""
    (trucks,) = [q for q in ledger.reading.mentions.quantities if "truck" in q.item]
    assert trucks.low is not None
    assert trucks.high is not None
    assert trucks.low < trucks.high
    assert trucks.approximate


def check_village(ledger: Ledger, name: str, lat: float, lon: float) -> None:
    """The village lies where the gazetteer's file has it."""
    places = [place for place in ledger.reading.mentions.places if place.name == name]
    assert places
    for place in places:
        assert place.lat == pytest.approx(lat, abs=0.02)
        assert place.lon == pytest.approx(lon, abs=0.02)
        assert place.precision in ("point", "town")


def check_province(ledger: Ledger, name: str) -> None:
    """The name is that of the province where the text says so."""
    assert "province" in {place.precision for place in ledger.reading.mentions.places if place.name == name}


def check_modalities(ledger: Ledger, hedges: dict[str, str]) -> None:
    """The words carry these modalities, wherever they hedge an event."""
    found = {
        span.of(ledger.text).lower(): event.modality for event in ledger.reading.events for span in event.modality_spans
    }
    assert {hedge: found.get(hedge) for hedge in hedges} == hedges

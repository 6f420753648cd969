"""The page that the project began with, item by item. The page belongs to its publisher and is not part of the project:
the test reads it where ``../shared`` lies beside the checkout, and says so where it does not. ``test_scraped_page.py``
holds the same list against a page of our own."""

from pathlib import Path

import pytest
from tests.ledger import Ledger, fillers
from tests.page import check_blocks, check_modalities, check_province, check_trucks, check_village, ledger_of

from reportedly.language import Pipeline

DATA = Path(__file__).parents[2] / "shared" / "data"
PAGE, PLACES = DATA / "seed" / "article.txt", DATA / "gazetteer" / "SY.txt"

pytestmark = pytest.mark.skipif(
    not (PAGE.exists() and PLACES.exists()), reason="the seed page is not beside this checkout (../shared/data/seed)"
)


@pytest.fixture(scope="module")
def ledger(language: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return ledger_of(PAGE, PLACES, language, tmp_path_factory.mktemp("gazetteer"))


def test_blocks_and_publication(ledger: Ledger) -> None:
    check_blocks(ledger, "Al-Qaeda reportedly seizes", "2014-11-03")


def test_the_observatory_and_its_unnamed_sources(ledger: Ledger) -> None:
    sunday = ledger.said("Syrian Observatory for Human Rights", "Khan Al-Sobol, as well as")
    assert sunday.said is not None
    assert sunday.said.value == "2014-11-02"
    unnamed = next(s for s in ledger.reading.statements if s.within == sunday.id and s.rule == "citing")
    assert unnamed.source is not None
    source = ledger.sources[unnamed.source]
    assert (source.kind, source.anonymous) == ("unnamed", True)
    assert "reliable and trusted" in source.name
    saturday = ledger.said("Syrian Observatory for Human Rights", "have traveled individually into Idlib")
    assert saturday.said is not None
    assert saturday.said.value == "2014-11-01"


def test_the_newspaper_and_those_it_cites(ledger: Ledger) -> None:
    paper = ledger.said("Washington Post", "corroborated reports")
    commanders = ledger.said("rebel commanders, activists and analysts", "either surrendered or defected")
    assert commanders.stance == "corroborates"
    assert commanders.within == paper.id
    residents = ledger.said("area residents", "handed over their weapons")
    assert residents.within is not None


def test_the_activist_leader_is_quoted_twice(ledger: Ledger) -> None:
    statement = ledger.said("Raed Al-Fares", "When American airstrikes")
    assert statement.mode == "direct"
    assert len(statement.content) == 2
    assert "Now people think" in statement.content[1].of(ledger.text)


def test_the_inventories(ledger: Ledger) -> None:
    for statement in (ledger.said("Al-Raqqah Magazine", "10 tanks"), ledger.said("Ar Raqqah Media", "10Tanks")):
        assert statement.said is not None
        assert statement.said.value == "2014-11-03"


def test_who_could_not_verify_and_who_could_not_tell(ledger: Ledger) -> None:
    assert ledger.said("International Business Times", "independently verified").stance == "cannot-verify"
    for outlet in ("AFP", "Jazeera"):
        assert ledger.said(outlet, "where the allegedly seized weapons").stance == "cannot-verify"


def test_the_spokesman_refuses_and_gives_his_reason(ledger: Ledger) -> None:
    reporter = ledger.said("Liz Sly", "Hussam Omar")
    refusal = ledger.said("Hussam Omar", "whether American weaponry")
    reason = ledger.said("Hussam Omar", "negotiations with Jabhat al-Nusra")
    assert refusal.stance == "declines"
    assert (refusal.within, reason.within) == (reporter.id, reporter.id)


def test_last_months_spokesman_and_the_video(ledger: Ledger) -> None:
    pentagon = ledger.said("Steve Warren", "fell into enemy hands")
    assert pentagon.said is not None
    assert (pentagon.said.value, pentagon.said.precision) == ("2014-10", "month")
    assert "video" in ledger.words(ledger.said("Islamic State", "military equipment that was dropped").cue) or any(
        "video" in ledger.words(statement.content) for statement in ledger.reading.statements
    )


def test_events_and_who_tells_them(ledger: Ledger) -> None:
    towns = ledger.told("territory-captured", "taken control")
    assert towns.modality == "hedged"
    assert {place.name for place in towns.places} >= {"Dadikh", "KafarBatikh", "Kafruma"}
    assert "Al-Qaeda linked extremist group" in fillers(towns, "agent")
    assert ledger.told("territory-captured", "earned").statement is not None
    weapons = ledger.told("materiel-captured", "seized")
    assert weapons.modality == "hedged"
    surrender = ledger.told("surrender", "surrendered")
    assert "moderate rebels" in fillers(surrender, "agent")
    assert surrender.statement is not None
    assert ledger.told("defection", "defected").roles
    supply = ledger.told("materiel-supplied", "received", "Hazm")
    assert "Hazm" in fillers(supply, "recipient")
    assert "United States" in fillers(supply, "agent")
    assert ledger.told("materiel-supplied", "dropped").statement is not None
    movement = ledger.told("movement", "traveled")
    assert "Idlib" in fillers(movement, "destination")
    strikes = ledger.told("air-strike", "airstrikes")
    assert "Al-Nusra" in fillers(strikes, "target")
    training = ledger.told("training", "train")
    assert training.modality == "planned"


def test_hedges_are_modality(ledger: Ledger) -> None:
    check_modalities(ledger, {"reportedly": "hedged", "allegedly": "hedged", "probably": "possible"})
    assert ledger.told("materiel-captured", "hands").modality == "possible"


@pytest.mark.parametrize(
    ("item", "low", "high"),
    [("TOW", 80, None), ("anks", 10, 10), ("BMP", 4, 4), ("annons", 130, 130), ("fighters", 5000, None)],
)
def test_quantities(ledger: Ledger, item: str, low: float, high: float | None) -> None:
    found = {(q.low, q.high) for q in ledger.reading.mentions.quantities if item in q.item}
    assert (low, high) in found


def test_dozens_of_trucks_are_a_range(ledger: Ledger) -> None:
    check_trucks(ledger)


@pytest.mark.parametrize(
    ("names", "actor"),
    [
        (("ISIS", "ISIL", "Islamic State"), "is"),
        (("Nusra Front", "Jabhat al-Nusra", "Al-Nusra"), "nusra"),
        (("Syrian Revolutionaries Front", "SRF"), "srf"),
        (("Hazm", "Harakat Hazm"), "hazm"),
        (("Observatory", "Syrian Observatory for Human Rights"), "sohr"),
        (("Post", "Washington Post"), "outlet-washington-post"),
    ],
)
def test_one_actor_for_all_its_names(ledger: Ledger, names: tuple[str, ...], actor: str) -> None:
    found = {mention.name: mention.actor for mention in ledger.reading.mentions.actors}
    for name in names:
        assert any(known.endswith(name) and of == actor for known, of in found.items()), (name, found)
    assert len([source for source in ledger.reading.sources if source.actor == actor]) <= 1


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Khan Al-Sobol", 35.755, 36.756),
        ("Dadikh", 35.800, 36.733),
        ("KafarBatikh", 35.782, 36.722),
        ("Kafruma", 35.637, 36.633),
        ("Kafr Nabel", 35.614, 36.564),
    ],
)
def test_villages_are_placed_where_they_lie(ledger: Ledger, name: str, lat: float, lon: float) -> None:
    check_village(ledger, name, lat, lon)


def test_idlib_is_the_province_where_the_text_says_so(ledger: Ledger) -> None:
    check_province(ledger, "Idlib")

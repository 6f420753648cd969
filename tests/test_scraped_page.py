"""A page of our own, of the same construction as the page of ``test_seed_page.py`` and read against the same list:
all of it (groups, outlets, persons, events) is invented, but for the villages, which lie where ``pages/places.txt``
has them (names and points from GeoNames, CC BY 4.0)."""

from pathlib import Path

import pytest
from tests.ledger import Ledger, fillers
from tests.page import check_blocks, check_modalities, check_province, check_trucks, check_village, ledger_of

from reportedly.language import Pipeline

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def ledger(language: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("gazetteer")
    return ledger_of(PAGES / "scraped.txt", PAGES / "places.txt", language, folder)


def test_blocks_and_publication(ledger: Ledger) -> None:
    check_blocks(ledger, "Islamist militia reportedly captures", "2015-03-16")


def test_the_monitor_and_its_unnamed_contacts(ledger: Ledger) -> None:
    sunday = ledger.said("Tigris Conflict Monitor", "the town of Leylan, along with")
    assert sunday.said is not None
    assert sunday.said.value == "2015-03-15"
    unnamed = next(s for s in ledger.reading.statements if s.within == sunday.id and s.rule == "citing")
    assert unnamed.source is not None
    source = ledger.sources[unnamed.source]
    assert (source.kind, source.anonymous) == ("unnamed", True)
    assert "unnamed contacts" in source.name
    saturday = ledger.said("Monitor", "had moved in small groups into Kirkuk")
    assert saturday.said is not None
    assert saturday.said.value == "2015-03-14"


def test_the_newspaper_and_those_it_cites(ledger: Ledger) -> None:
    assert "gave up their vehicles" in ledger.words(ledger.said("several residents", "beaten units").content)


def test_the_activist_is_quoted_twice(ledger: Ledger) -> None:
    statement = ledger.said("Samir Dalawi", "When German officers")
    assert statement.mode == "direct"
    assert len(statement.content) == 2
    assert "Today people say" in statement.content[1].of(ledger.text)


def test_the_inventories(ledger: Ledger) -> None:
    for statement in (ledger.said("Zab Dispatch", "12 tanks"), ledger.said("Zab Dispatch English", "12Tanks")):
        assert statement.said is not None
        assert statement.said.value == "2015-03-16"
    (account,) = (source for source in ledger.sources.values() if source.kind == "account")
    assert account.affiliation == "Zab Dispatch"  # said, right before it, to have posted


def test_who_could_not_verify_and_who_could_not_tell(ledger: Ledger) -> None:
    assert ledger.said("Harbour Times", "the claims made by").stance == "cannot-verify"


def test_the_spokesman_refuses_and_gives_his_reason(ledger: Ledger) -> None:
    reporter = ledger.said("Marta Kallen", "Karim Jabari")
    refusal = ledger.said("Karim Jabari", "whether German missiles")
    reason = ledger.said("Karim Jabari", "talks with Ansar al-Zab")
    assert refusal.stance == "declines"
    assert (refusal.within, reason.within) == (reporter.id, reporter.id)


def test_last_months_spokesman_and_the_video(ledger: Ledger) -> None:
    ministry = ledger.said("Pieter Brandt", "landed in enemy territory")
    assert ministry.said is not None
    assert (ministry.said.value, ministry.said.precision) == ("2015-02", "month")
    assert "video" in ledger.words(ledger.said("Islamic State", "that the Germans dropped").content)


def test_events_and_who_tells_them(ledger: Ledger) -> None:
    towns = ledger.told("territory-captured", "seized control")
    assert towns.modality == "hedged"
    assert {place.name for place in towns.places} >= {"Terjeel", "Yehyawa", "Bayanlu", "Qara Hassan", "Shorja"}
    assert "hardline militia" in fillers(towns, "agent")
    assert "Monitor" not in fillers(towns, "target")
    weapons = ledger.told("materiel-captured", "captures")
    assert weapons.modality == "hedged"
    surrender = ledger.told("surrender", "laid")
    assert "fighters" in fillers(surrender, "agent")
    assert surrender.statement is not None
    supply = ledger.told("materiel-supplied", "received", "Hamrin")
    assert "Hamrin" in fillers(supply, "recipient")
    assert "Germany" in fillers(supply, "agent")
    assert ledger.told("materiel-supplied", "dropped").statement is not None
    movement = ledger.told("movement", "moved")
    assert fillers(movement, "destination") == "Kirkuk province"
    strikes = ledger.told("air-strike", "bombed")
    assert fillers(strikes, "agent") == "Iraqi warplanes"
    assert "Ansar al-Zab" in fillers(strikes, "target")
    assert fillers(strikes, "target").count("column") == 1
    assert fillers(ledger.told("offensive", "assault"), "agent") == "Ansar al-Zab"
    training = ledger.told("training", "train")
    assert training.modality == "planned"


def test_hedges_are_modality(ledger: Ledger) -> None:
    check_modalities(ledger, {"reportedly": "hedged", "allegedly": "hedged", "might": "possible"})
    hands = ledger.told("materiel-captured", "hands")
    assert (hands.modality, fillers(hands, "target")) == ("possible", "anti-tank missiles")


@pytest.mark.parametrize(
    ("item", "low", "high"),
    [
        ("Milan", 60, None), ("anks", 12, 12), ("BMP", 3, 3), ("Humvee", 45, 45), ("mortars", 60, None),
        ("fighters", 3500, None), ("militants", 9, None),
    ],
)  # fmt: skip
def test_quantities(ledger: Ledger, item: str, low: float, high: float | None) -> None:
    found = {(q.low, q.high) for q in ledger.reading.mentions.quantities if item in q.item}
    assert found == {(low, high)}


def test_dozens_of_trucks_are_a_range(ledger: Ledger) -> None:
    check_trucks(ledger)


def test_one_actor_for_all_its_names(ledger: Ledger) -> None:
    found = {mention.name: mention.actor for mention in ledger.reading.mentions.actors}
    for name in ("ISIS", "Daesh", "Islamic State", "Islamic State group"):
        assert found.get(name) == "is"
    assert len([source for source in ledger.reading.sources if source.actor == "is"]) == 1
    assert len([source for source in ledger.reading.sources if source.name.endswith("Kallen")]) == 1


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Leylan", 35.313, 44.517),
        ("Terjeel", 35.359, 44.471),
        ("Bayanlu", 35.248, 44.520),
        ("Qara Hassan", 35.418, 44.630),
        ("Daqouq", 35.139, 44.449),
    ],
)
def test_villages_are_placed_where_they_lie(ledger: Ledger, name: str, lat: float, lon: float) -> None:
    check_village(ledger, name, lat, lon)


def test_a_missile_is_no_town_in_italy(ledger: Ledger) -> None:
    assert not [place for place in ledger.reading.mentions.places if place.name == "Milan"]


def test_kirkuk_is_the_province_where_the_text_says_so(ledger: Ledger) -> None:
    check_province(ledger, "Kirkuk")

"""The data files hold together, and a user's own folder is merged over them."""

import re
from pathlib import Path

import pytest

from reportedly.ontology import Ontology, OntologyError, load

COARSE = {
    "air-strike",
    "shelling",
    "bombing",
    "clash",
    "offensive",
    "killing",
    "execution",
    "abduction",
    "chemical-attack",
    "territory-captured",
    "territory-lost",
    "siege",
    "materiel-captured",
    "materiel-supplied",
    "materiel-destroyed",
    "surrender",
    "defection",
    "movement",
    "withdrawal",
    "arrest",
    "release",
    "trial",
    "negotiation",
    "agreement",
    "ceasefire",
    "violation",
    "displacement",
    "aid",
    "protest",
    "sanction",
    "designation",
    "training",
    "threat",
    "other-violence",
}
GIVEN = {"any", "pronoun", "number", "armed", "body"}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def test_every_coarse_type_is_there_and_is_its_own_family(ontology: Ontology) -> None:
    assert [name for name in sorted(COARSE) if ontology.events[name].family != name] == []


def test_the_family_of_every_type_is_a_coarse_one(ontology: Ontology) -> None:
    assert {entry.family for entry in ontology.events.values()} <= COARSE


def test_frames_only_ask_for_kinds_that_exist(ontology: Ontology) -> None:
    known = set(ontology.kinds.nouns) | set(ontology.materiel.categories) | GIVEN
    for entry in ontology.events.values():
        for frame in entry.frames:
            for kinds in (*frame.need.values(), *frame.bar.values()):
                assert kinds <= known, (frame.id, kinds - known)


def test_no_trigger_stands_twice_in_one_frame(ontology: Ontology) -> None:
    for entry in ontology.events.values():
        for frame in entry.frames:
            assert len(set(frame.triggers)) == len(frame.triggers), frame.id


def test_labels_and_examples_are_sentences_of_their_own(ontology: Ontology) -> None:
    examples = [entry.example for entry in ontology.events.values()]
    assert len(set(examples)) == len(examples)
    assert all(example.endswith(".") for example in examples)


def test_enough_actors_and_outlets(ontology: Ontology) -> None:
    assert len(ontology.actors) >= 150
    assert len(ontology.outlets) >= 60
    assert sum(1 for outlet in ontology.outlets.values() if outlet.domains) >= 60


def test_an_alias_belongs_to_one_actor(ontology: Ontology) -> None:
    owners: dict[str, str] = {}
    for actor in ontology.actors.values():
        for alias in (actor.label, *actor.aliases):
            assert owners.setdefault(alias, actor.id) == actor.id, alias


def test_an_outlet_is_found_by_its_host(ontology: Ontology) -> None:
    found = ontology.outlet_of("www.bbc.co.uk")
    assert found is not None
    assert found.id == "outlet-bbc"
    assert ontology.outlet_of("example.org") is None


def test_labels_are_found_for_every_kind_of_identifier(ontology: Ontology) -> None:
    assert ontology.label("hazm") == "Hazm Movement"
    assert ontology.label("airdrop") == "Airdrop"
    assert ontology.label("tank") == "Tanks"
    assert ontology.label("nobody-knows") == "nobody-knows"


def test_the_fingerprint_is_short_and_stable(ontology: Ontology) -> None:
    assert re.fullmatch("[0-9a-f]{10}", ontology.fingerprint)
    assert Ontology().fingerprint == ontology.fingerprint


def test_a_users_folder_adds_and_replaces(tmp_path: Path) -> None:
    header = "id\tlabel\ttype\tcountry\taliases\tshort\tdemonyms"
    (tmp_path / "actors.tsv").write_text(f"{header}\nhill-guard\tHill Guard\tmilitia\tXX\tGuard of the Hills\n")
    (tmp_path / "materiel.yaml").write_text("catapult: {label: Catapults, parent: weapon, names: [catapult]}\n")
    own = load(tmp_path)
    assert own.actors["hill-guard"].aliases == ("Guard of the Hills",)
    assert own.materiel_category("two wooden catapults") == "catapult"
    assert "hamas" in own.actors
    assert own.fingerprint != load().fingerprint


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("actors.tsv", "id\tlabel\nx\tX\n", "lacks the columns"),
        ("actors.tsv", "id\tlabel\ttype\tcountry\taliases\tshort\tdemonyms\nx\n", "needs a label"),
        ("events.yaml", "x: {label: X}\n", "lacks definition, example"),
        ("events.yaml", "x: {label: X, definition: d, example: e., family: y}\n", "no event type"),
        ("events.yaml", "- a\n", "must be a mapping"),
        ("events.yaml", "x: [\n", "not readable as YAML"),
        ("materiel.yaml", "x: {label: X, parent: nowhere, names: [x]}\n", "no way"),
        ("hedges.yaml", "x: {label: X, at: somewhere, words: [x]}\n", "'at' must be"),
        ("hedges.yaml", "x: {label: X, at: adverb, words: [x]}\n", "needs a modality"),
        ("kinds.yaml", "x: {label: X}\n", "needs a label and nouns"),
    ],
)
def test_a_malformed_file_is_named_with_what_is_wrong(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content)
    own = load(tmp_path)
    with pytest.raises(OntologyError, match=said):
        _ = own.events, own.materiel, own.actors, own.hedges, own.kinds


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no folder"):
        load(tmp_path / "nowhere")

"""The data files hold together, and a user's own folder is merged over them."""

import re
from pathlib import Path

import pytest

from reportedly.ontology import Ontology, OntologyError, load
from reportedly.ontology.events import GIVEN

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
    "territory-held",
    "siege",
    "materiel-captured",
    "materiel-supplied",
    "materiel-destroyed",
    "property-destroyed",
    "territory-contested",
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
    "looting",
    "other-violence",
}


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


ACTORS = "id\tlabel\ttype\tcountry\taliases\tshort\tdemonyms\n"
TYPE = "x:\n  label: X\n  definition: d\n  example: e.\n"


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("actors.tsv", "id\tlabel\nx\tX\n", 1, "lacks the columns"),
        ("actors.tsv", ACTORS + "x\n", 2, "needs a label"),
        ("actors.tsv", ACTORS + "\nx\tX\tarmy\n", 3, "'army' is none of"),
        ("actors.tsv", ACTORS + "x\tX\tstate\tXX\ta\ts\td\tmore\n", 2, "expected 7 cells"),
        ("outlets.tsv", ACTORS.replace("aliases", "domains\taliases") + "x\tX\tshed\n", 2, "'shed' is none of"),
        ("actors.tsv", ACTORS + "x\tX\tstate\nx\tY\tstate\n", 3, "'x' stands twice, first in line 2"),
        ("events.yaml", "x: {label: X}\n", 1, "lacks definition, example"),
        ("events.yaml", "doers: {subj: [claim the full responsibility for]}\n", 1, "must be a verb"),
        ("events.yaml", "carriers: {behind: [agree]}\n", 1, "must be a verb and a preposition"),
        ("events.yaml", TYPE + "  family: y\n", 5, "no event type"),
        ("events.yaml", TYPE + "  famly: clash\n", 5, "unknown field 'famly'"),
        ("events.yaml", TYPE + "  frames:\n    - verbs: [wheel]\n      as: deeds\n", 7, "no template 'deeds'"),
        ("events.yaml", TYPE + "  frames:\n    - verbs: wheel\n", 6, "must be a list of words"),
        ("events.yaml", TYPE + "  frames:\n    - as: deed\n", 6, "needs 'verbs' or 'nouns'"),
        (
            "events.yaml",
            TYPE + "  frames:\n    - verbs: [wheel]\n      need: {obj: cheese}\n",
            7,
            "'cheese' is no kind",
        ),
        ("events.yaml", TYPE + "  frames:\n    - verbs: [wheel]\n      roles: {on: target}\n", 7, "quotation marks"),
        ("events.yaml", TYPE + "  crosswalk:\n    acled: Skirmish\n", 6, "'Skirmish' is no code of ACLED"),
        ("events.yaml", TYPE + "  crosswalk:\n    gdelt: X\n", 6, "'gdelt' is none of"),
        ("events.yaml", TYPE + "  violent: maybe\n", 5, "must be true or false"),
        ("events.yaml", "- a\n", 1, "must be a mapping"),
        ("events.yaml", "x: [\n", 2, "not readable as YAML"),
        ("events.yaml", "+feast: {frames: []}\n", 1, "there is no 'feast' to add to"),
        ("events.yaml", TYPE + TYPE, 5, "'x' stands twice"),
        (
            "materiel.yaml",
            "a: {label: A, parent: weapon, names: [a]}\nx: {label: X, parent: nowhere, names: [x]}\n",
            2,
            "no way",
        ),
        ("materiel.yaml", "x:\n  label: X\n  names: [one, 2]\n", 3, "write 2 in 'names' in quotation marks"),
        ("materiel.yaml", "x: {label: X, names: [x], register: IX}\n", 1, "'register' must be one of"),
        ("hedges.yaml", "x: {label: X, at: somewhere, words: [x]}\n", 1, "'at' must be"),
        ("hedges.yaml", "x: {label: X, at: adverb, words: [x]}\n", 1, "needs a modality"),
        ("kinds.yaml", "x: {label: X}\n", 1, "lacks nouns"),
        ("kinds.yaml", "x: {nouns: a b}\n", 1, "lacks label"),
        ("crosswalks.yaml", "x: {label: X, source: Y}\n", 1, "lacks codes"),
        ("cues.tsv", "mutter\tverb\tc\taffirms\n", 1, "columns expected"),
        ("speakers.yaml", "person: [one]\nhorse: [two]\n", 2, "unknown field 'horse'"),
    ],
)
def test_a_malformed_line_is_named_with_what_is_wrong(
    tmp_path: Path, name: str, content: str, line: int, said: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(OntologyError) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / name}:{line}: ")
    assert said in str(caught.value)


def test_text_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "kinds.yaml").write_bytes(b"# one\nx: {label: caf\xe9}\n")
    with pytest.raises(OntologyError, match=r"kinds\.yaml:2: not UTF-8"):
        load(tmp_path)


def test_a_file_that_nothing_reads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text("x: {}\n")
    with pytest.raises(OntologyError, match=r"event\.yaml: no ontology file has this name"):
        load(tmp_path)


def test_an_empty_file_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("# none yet\n")
    assert load(tmp_path).events == load().events


def test_a_plus_adds_to_an_entry(tmp_path: Path) -> None:
    (tmp_path / "materiel.yaml").write_text("+tank: {models: [Anvil-3]}\n")
    (tmp_path / "events.yaml").write_text("+airdrop: {frames: [{nouns: [balloon drop], as: give}]}\n")
    (tmp_path / "kinds.yaml").write_text("+place: {nouns: oasis}\n")
    own = load(tmp_path)
    assert own.materiel_category("two Anvil-3s") == "tank"
    assert own.materiel_category("two T-72s") == "tank"
    assert own.events["airdrop"].frames[-1].triggers == ("balloon drop",)
    assert len(own.events["airdrop"].frames) == len(load().events["airdrop"].frames) + 1
    assert "place" in own.kinds.of["oasis"]


def test_irregular_forms_of_a_user_stand_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("irregular: {smite: smote smitten}\n")
    assert load(tmp_path).lexicon.irregular["smite"] == ("smote", "smitten")
    assert load(tmp_path).lexicon.irregular["shoot"] == ("shot",)


def test_cues_and_speakers_of_a_user_are_merged(tmp_path: Path) -> None:
    (tmp_path / "cues.tsv").write_text("susurrate\tverb\tc\taffirms\tdenies\tspeech\n")
    (tmp_path / "speakers.yaml").write_text("person: [muezzin]\n")
    own = load(tmp_path)
    assert [cue.stance for cue in own.cues.of("susurrate", "VERB")] == ["affirms"]
    assert own.cues.of("say", "VERB")
    assert {"muezzin", "spokesman"} <= own.speakers.person


def test_every_type_is_led_over_to_acled_and_plover(ontology: Ontology) -> None:
    for entry in ontology.events.values():
        assert entry.nearest("acled", {}) is not None, entry.id
        assert entry.nearest("plover", {}) is not None, entry.id


def test_every_acled_code_but_one_is_reached_without_loss(ontology: Ontology) -> None:
    reached = {
        c.code for entry in ontology.events.values() for c in entry.crosswalk if c.scheme == "acled" and not c.lossy
    }
    # who was hurt, and how badly, tells force that is excessive: no type of event does
    assert ontology.schemes["acled"].codes - reached <= {
        "Excessive force against protesters", "Protest with intervention", "Other",
    }  # fmt: skip


def test_a_code_may_hang_on_who_did_it(ontology: Ontology) -> None:
    captured = ontology.events["territory-captured"]
    by_state, by_others = captured.nearest("acled", {"agent": ["regulars"]}), captured.nearest("acled", {})
    assert by_state is not None
    assert by_others is not None
    assert (by_state.code, by_others.code) == ("Government regains territory", "Non-state actor overtakes territory")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no folder"):
        load(tmp_path / "nowhere")

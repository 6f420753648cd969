"""The scorer against readings made by hand, and against the gold scored with itself."""

from typing import Any

import msgspec
import pytest
from bench.gold_attribution import Tally, name_words, score, score_by_phenomenon, source_right
from bench.gold_matching import Words, jaccard, matched, same_statement
from bench.gold_records import GoldPassage, GoldSource
from hypothesis import given
from hypothesis import strategies as st
from tests.gold.attribution.compile import written
from tests.gold.attribution.source import passages

from reportedly.errors import ReportedlyError

WRITTEN = """## 001 wire 2014-10-03
Radio Tuva said the mayor had denied that the bridge was mined. He later asked for sappers.
~~
@ Radio Tuva: outlet
@ the mayor: person
a | Radio Tuva | said | the mayor ... mined | affirms indirect
b<a | the mayor | had denied | that the bridge was mined | denies indirect
c | He = the mayor | asked for | sappers | intends indirect
"""
PASSAGE = passages(WRITTEN)[0]


def reading(passage: GoldPassage) -> dict[str, Any]:
    """The reading that is right in everything."""
    sources: dict[str, dict[str, Any]] = {}
    statements = []
    for row in msgspec.to_builtins(passage)["statements"]:
        speaker = row.pop("source")
        if speaker is not None:
            source = sources.setdefault(speaker["name"], {"id": f"s{len(sources)}", **speaker})
            row["source"] = source["id"]
        else:
            row["source"] = None
        statements.append(row)
    return {"document": {"text": passage.text}, "sources": list(sources.values()), "statements": statements}


def test_the_gold_scored_with_itself_is_right_throughout() -> None:
    gold = written()
    result = score(gold, {passage.id: reading(passage) for passage in gold})
    assert result.f1 == result.precision == result.recall == 1
    for tally in (result.parents, result.nested_parents, result.stances, result.modes, result.sources):
        assert tally.right == tally.of > 0
    assert result.same_speakers.share == 1
    assert result.stance_confusions == ()


def test_nothing_found_is_no_recall() -> None:
    result = score([PASSAGE], {"001": {"document": {"text": PASSAGE.text}, "sources": [], "statements": []}})
    assert (result.gold, result.predicted, result.matched, result.f1) == (3, 0, 0, 0)


def test_a_statement_too_many_costs_precision() -> None:
    found = reading(PASSAGE)
    found["statements"].append({**found["statements"][2], "id": "d"})
    result = score([PASSAGE], {"001": found})
    assert (result.matched, result.precision, result.recall) == (3, 0.75, 1.0)


def test_a_flattened_chain_is_wrong_only_for_the_inner_statement() -> None:
    found = reading(PASSAGE)
    found["statements"][1]["within"] = None
    result = score([PASSAGE], {"001": found})
    assert (result.parents, result.nested_parents) == (Tally(2, 3), Tally(0, 1))


def test_a_parent_that_matches_nothing_is_wrong() -> None:
    found = reading(PASSAGE)
    found["statements"][2]["within"] = "elsewhere"
    assert score([PASSAGE], {"001": found}).parents == Tally(2, 3)


def test_phenomena_are_scored_apart() -> None:
    found = score_by_phenomenon([PASSAGE], {"001": reading(PASSAGE)})
    assert list(found) == sorted(PASSAGE.phenomena)
    assert found["chain-2"].matched == 3


def test_wrong_stances_are_told() -> None:
    found = reading(PASSAGE)
    found["statements"][1]["stance"] = "affirms"
    result = score([PASSAGE], {"001": found})
    assert result.stances == Tally(2, 3)
    assert result.stance_confusions == (("denies", "affirms", 1),)


@pytest.mark.parametrize(
    ("change", "same", "right"),
    [
        ({"name": "he"}, 1, 1),  # a pronoun left standing is nobody
        ({"name": "mayor of Tuva"}, 3, 3),
        ({"kind": "organisation"}, 3, 1),
        ({"anonymous": True}, 3, 1),
    ],
)
def test_sources_need_name_kind_and_anonymity(change: dict[str, Any], same: int, right: int) -> None:
    found = reading(PASSAGE)
    found["sources"][1].update(change)
    result = score([PASSAGE], {"001": found})
    assert (result.same_speakers, result.sources) == (Tally(same, 3), Tally(right, 3))


def test_two_speakers_taken_for_one_are_wrong_once() -> None:
    found = reading(PASSAGE)
    found["statements"][0]["source"] = "s1"
    found["sources"][1]["name"] = "the mayor on Radio Tuva"
    assert score([PASSAGE], {"001": found}).same_speakers == Tally(2, 3)


def test_one_speaker_taken_for_two_is_wrong_once() -> None:
    found = reading(PASSAGE)
    found["statements"][2]["source"] = "s2"
    found["sources"].append({"id": "s2", "name": "the mayor", "kind": "person", "anonymous": False})
    assert score([PASSAGE], {"001": found}).same_speakers == Tally(2, 3)


def test_an_unresolved_pronoun_is_right_only_as_unresolved() -> None:
    pairs = [pair for pair in matched(PASSAGE, reading(PASSAGE)) if pair.gold.id == "c"]
    he = GoldSource(name="he", kind="person", anonymous=False, resolved=False)
    pairs = [msgspec.structs.replace(pair, gold=msgspec.structs.replace(pair.gold, source=he)) for pair in pairs]
    source = {"id": "s1", "name": "he", "kind": "unnamed", "anonymous": True, "resolved": False}
    assert source_right(pairs, [source]) == [(True, True)]
    assert source_right(pairs, [{**source, "resolved": True}]) == [(False, False)]


def test_other_white_space_is_no_other_text_but_other_words_are() -> None:
    found = reading(PASSAGE)
    found["document"]["text"] = "\u00a0" + PASSAGE.text
    for row in found["statements"]:
        for part in ("source_spans", "cue", "content"):
            row[part] = [[start + 1, end + 1] for start, end in row[part]]
    assert score([PASSAGE], {"001": found}).f1 == 1
    found["document"]["text"] = "Not " + PASSAGE.text
    with pytest.raises(ReportedlyError, match="passage 001"):
        score([PASSAGE], {"001": found})
    with pytest.raises(ReportedlyError, match="no reading of 1"):
        score([PASSAGE], {})


def test_a_quotation_by_an_outlet_is_matched_by_its_source() -> None:
    written_twice = """## 001 wire 2014-10-03
The envoy was quoted by Radio Tuva as saying all was well.
~~
@ The envoy: person
@ Radio Tuva: outlet
a | Radio Tuva | quoted | all was well | affirms indirect
b<a | The envoy | was quoted + as saying | all was well | affirms indirect
"""
    passage = passages(written_twice)[0]
    found = reading(passage)
    found["statements"].reverse()
    result = score([passage], {"001": found})
    assert result.parents.share == result.sources.share == 1


WORDS = st.frozensets(st.integers(0, 12), max_size=8)


@given(WORDS, WORDS)
def test_jaccard_is_symmetric_and_bounded(one: frozenset[int], other: frozenset[int]) -> None:
    assert jaccard(one, other) == jaccard(other, one)
    assert 0 <= jaccard(one, other) <= 1
    assert (jaccard(one, other) == 1) == (one == other and bool(one))


@given(WORDS, WORDS, WORDS)
def test_a_statement_is_itself(source: frozenset[int], cue: frozenset[int], content: frozenset[int]) -> None:
    words = Words(source, cue, content)
    assert same_statement(words, words)


def test_names_are_told_apart_by_more_than_small_words() -> None:
    assert name_words("The mayor of Tuva") == {"mayor", "tuva"}
    assert name_words("The") == {"the"}


def test_what_is_left_open_and_what_was_not_found_are_told_apart() -> None:
    found = reading(PASSAGE)
    found["sources"].append({"id": "he", "name": "He", "kind": "unnamed", "anonymous": True, "resolved": False})
    found["statements"][2]["source"] = "he"
    result = score([PASSAGE], {"001": found})
    assert (result.sources, result.unresolved) == (Tally(2, 3), 1)
    assert result.found_sources == Tally(2, 3)
    found["statements"][2]["source_spans"] = []
    assert score([PASSAGE], {"001": found}).found_sources == Tally(2, 2)

"""The gold of attribution is what its sources say, whole, and evenly spread over its halves."""

from collections import Counter
from pathlib import Path

import pytest
from bench.gold_records import GoldPassage, read_gold
from tests.gold.attribution.compile import HERE, written
from tests.gold.attribution.source import PHENOMENA, passages
from tests.gold.attribution.words import GoldError, spans_of
from tests.gold.halves import HALVES, STYLES, compiled, half_of

from reportedly.model import Span


@pytest.fixture(scope="module")
def found() -> list[GoldPassage]:
    return written()


@pytest.mark.parametrize("half", HALVES)
def test_compiled_files_are_current(found: list[GoldPassage], half: str) -> None:
    path = HERE / f"{half}.jsonl"
    assert path.read_bytes() == compiled(found, half), "run python -m tests.gold.attribution.compile"
    assert list(read_gold(path)) == [passage for passage in found if half_of(passage) == half]


def test_there_are_enough_and_none_twice(found: list[GoldPassage]) -> None:
    assert len(found) >= 200
    assert [int(passage.id) for passage in found] == list(range(1, len(found) + 1))
    assert len({passage.text for passage in found}) == len(found)
    assert sum(len(passage.statements) >= 3 for passage in found) >= len(found) // 4


def test_both_halves_hold_every_style_and_phenomenon(found: list[GoldPassage]) -> None:
    per_half = {half: Counter[str]() for half in HALVES}
    for passage in found:
        per_half[half_of(passage)].update([*passage.phenomena, passage.style])
    every = {phenomenon for passage in found for phenomenon in passage.phenomena} | set(PHENOMENA) | set(STYLES)
    for half, held in per_half.items():
        assert not [phenomenon for phenomenon in sorted(every) if not held[phenomenon]], half


def test_spans_quote_whole_words(found: list[GoldPassage]) -> None:
    for passage in found:
        for statement in passage.statements:
            for span in (*statement.source_spans, *statement.cue, *statement.content):
                words = span.of(passage.text)
                assert words, passage.id
                assert words == words.strip(), (passage.id, words)


def test_parents_exist_and_contain(found: list[GoldPassage]) -> None:
    for passage in found:
        by_id = {statement.id: statement for statement in passage.statements}
        for statement in passage.statements:
            if statement.within is not None:
                outer = by_id[statement.within].content
                assert all(any(span in carrier for carrier in outer) for span in statement.content), passage.id


def test_direct_statements_stand_in_quotation_marks_or_have_no_cue(found: list[GoldPassage]) -> None:
    marks = set("\"“”'‘’")
    for passage in found:
        for statement in passage.statements:
            if statement.mode == "direct" and statement.cue and "unmatched-quote" not in passage.phenomena:
                first, last = statement.content[0], statement.content[-1]
                around = {passage.text[first.start - 1 : first.start], *passage.text[last.end : last.end + 2]}
                assert around & marks, (passage.id, statement.id)


def test_a_passage_in_the_wrong_half_is_refused(tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "01.txt").write_text("## 001 wire 2014-10-03\nAll quiet.\n~~\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"held/01\.txt, passage 001"):
        written(tmp_path)


HEAD = "## 001 wire 2014-10-03 verb-after\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("He said so, he said.\n~~\n@ He: person\na | He | said | so | affirms indirect", "“said” occurs 2 times"),
        ("He said so.\n~~\n@ He: person\na | He | told | so | affirms indirect", "“told” does not occur"),
        ("He said so.\n~~\na | He | said | so | affirms indirect", "no line “@ He: kind”"),
        ("He said so.\n~~\n@ He: person\na<b | He | said | so | affirms indirect", "within “b”, which is none"),
        ('He said "so".\n~~\n@ He: person\na | He | said | "so" | affirms direct', "quotation mark"),
        ("He said so.\n~~\n@ He: man\na | He | said | so | affirms indirect", "no kind of source"),
        ("He said so on Monday.\n~~\n@ He: person\na | He | said | so | affirms indirect | said=Monday@2014-10-01",
         "not the last Monday"),
        ("He said so.", "no line ~~"),
    ],
)  # fmt: skip
def test_errors_name_passage_and_words(body: str, message: str) -> None:
    with pytest.raises(GoldError, match="passage 001") as raised:
        passages(HEAD + body)
    assert message in str(raised.value)


def test_words_are_found_at_their_edges_and_by_number() -> None:
    text = "They said the path is the path."
    assert spans_of("the path#2", text) == (Span(22, 30),)
    assert spans_of("the path#1 ... path", text) == (Span(10, 30),)
    assert spans_of("-", text) == ()
    with pytest.raises(GoldError, match="does not occur"):
        spans_of("he", text)

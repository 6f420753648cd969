"""Quantities: bounds, hedges, items, units, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.flat import document, parse
from tests.read.trees import parsed

from reportedly.model import Quantity
from reportedly.ontology import load
from reportedly.read.quantities import find_quantities, scan
from reportedly.read.quantities.grammar import grammar_of
from reportedly.read.times import find_times

TALLY = (
    "The number of dead is 17.",
    """1	The	the	DET	DT	_	2	det	_	_
2	number	number	NOUN	NN	_	6	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	dead	dead	ADJ	JJ	_	2	nmod	_	_
5	is	be	AUX	VBZ	_	6	cop	_	_
6	17	17	NUM	CD	_	0	root	_	_
7	.	.	PUNCT	.	_	6	punct	_	_""",
)


UNITS = load().units
MATERIEL = {"tanks": "tank", "mortar shells": "ammunition"}


def quantities(text: str) -> list[Quantity]:
    read, words = document(text), parse(text)
    return list(find_quantities(read, words, MATERIEL, find_times(read, words), UNITS))


@pytest.mark.parametrize(
    ("text", "item", "low", "high", "approximate"),
    [
        ("They seized 10 tanks.", "tanks", 10, 10, False),
        ("They seized twenty-three armoured vehicles.", "armoured vehicles", 23, 23, False),
        ("At least 40 fighters fell.", "fighters", 40, None, False),
        ("They seized nine (9) tanks.", "tanks", 9, 9, False),
        ("Twenty-three (23) fighters fell.", "fighters", 23, 23, False),
        ("At least fifteen (15) fighters fell.", "fighters", 15, None, False),
        ("Up to 300 mortar shells were fired.", "mortar shells", None, 300, False),
        ("About 1,200 families left.", "families", 1200, 1200, True),
        ("They seized 80+ missiles.", "missiles", 80, None, False),
        ("Dozens of trucks were seized.", "trucks", 24, 99, True),
        ("Scores of trucks were seized.", "trucks", 40, 199, True),
        ("Tens of trucks were seized.", "trucks", 20, 99, True),
        ("Several hundred men left.", "men", 300, 999, True),
        ("Some dozen trucks were seized.", "trucks", 12, 12, True),
        ("Just under 300 men left.", "men", None, 300, False),
        ("THEY SEIZED 40 OR 50 TRUCKS.", "TRUCKS", 40, 50, False),
        ("Three or four trucks were seized.", "trucks", 3, 4, False),
        ("Tens of thousands of people left.", "people", 20_000, 99_999, True),
        ("Two dozen trucks were seized.", "trucks", 24, 24, False),
        ("Between 20 and 30 men were seized.", "men", 20, 30, False),
        ("They seized 5 to 10 trucks.", "trucks", 5, 10, False),
        ("They seized 20-30 trucks.", "trucks", 20, 30, False),
        ("Some 1.2 million people left.", "people", 1.2e6, 1.2e6, True),
        ("A hundred men left.", "men", 100, 100, False),
        ("captured: 10Tanks 4BMP's 130Cannons", "Tanks", 10, 10, False),
    ],
)
def test_counts(text: str, item: str, low: float, high: float, approximate: bool) -> None:
    found = quantities(text)[0]
    assert (found.item, found.low, found.high, found.approximate) == (item, low, high, approximate)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It is 10 km off.", 10, "kilometre"),
        ("It is 60 per cent of it.", 60, "percent"),
        ("It was $5 million in aid.", 5e6, "dollar"),
        ("A third of the men left.", 1 / 3, "fraction"),
        ("One fourth of the men left.", 1 / 4, "fraction"),
        ("It was HK$5m in aid.", 5e6, "hong kong dollar"),
        ("It was USD10m in aid.", 1e7, "dollar"),
        ("It was between $62 and $68.", 62, "dollar"),
        ("It was $200 to $4 million.", 200, "dollar"),
        ("A 5kW charger was seized.", 5, "kilowatt"),
        ("They hold sub-500 sq m plots.", None, "square metre"),
        ("Attacks grew sixfold.", 6, "times"),
        ("A 40m wall was seen.", 40, "metre"),
    ],
)
def test_measures(text: str, low: float | None, unit: str) -> None:
    found = quantities(text)[0]
    assert found.low == pytest.approx(low)
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 3 November 2014 at 6 p.m.",
        "Ahmad Saleh, 34, was there.",
        "A man aged 25 was there.",
        "After 9/11 all was new.",
        "A T-72 and an SF90 were there.",
        "They won 2-1.",
        "It was the 22nd.",
        "Write to @front24 for more.",
        "It fell at 0401 GMT.",
        "He led Brigade 46.",
        "A note [3] was there.",
        "It is at 33.783; 44.500 there.",
        "It is at 33°47′N 44°30′E there.",
        "Call 888-847-6592 now.",
        "Not one soldier was hurt.",
        "THE 4TH BRIGADE LEFT.",
        "A 32-YEAR-OLD MAN WAS HURT.",
        "4. Leave the town.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_the_category_is_that_of_the_item() -> None:
    assert quantities("They seized 10 tanks.")[0].category == "tank"


@pytest.mark.parametrize("count", ["99999999999999999999", "-12", "at least −12"])
def test_absurd_counts_are_kept_without_a_value(count: str) -> None:
    found = quantities(f"They seized {count} tanks.")[0]
    assert (found.low, found.high, found.item) == (None, None, "tanks")


@pytest.mark.parametrize(
    ("text", "item", "low"),
    [
        ("The strike left 17 dead.", "dead", 17),
        ("It left 12 killed and 30 wounded.", "killed", 12),
        ("A 20-truck convoy left.", "truck", 20),
        ("A four-man team left.", "man", 4),
        ("They dropped 60 barrel bombs.", "barrel bombs", 60),
    ],
)
def test_items(text: str, item: str, low: float) -> None:
    found = quantities(text)[0]
    assert (found.item, found.low, found.unit) == (item, low, None)


def test_a_tally_counts_what_it_is_of() -> None:
    document, parse = parsed(TALLY)
    assert [(one.item, one.low) for one in find_quantities(document, parse, {}, (), UNITS)] == [("dead", 17)]


def test_a_decimal_comma_is_kept_as_words() -> None:
    found = quantities("They seized 1,5 tonnes of it.")[0]
    assert (found.low, found.high) == (None, None)


def test_a_number_in_millions_is_counted_where_things_follow() -> None:
    found = quantities("Some 2m people left.")[0]
    assert (found.low, found.unit, found.item) == (2e6, None, "people")


def test_a_measure_said_again_in_another_unit_has_the_hedge_of_the_first() -> None:
    assert [(one.low, one.high) for one in quantities("It is more than 100 km (60 miles) off.")] == [
        (100, None),
        (60, None),
    ]


def test_how_much_something_rose_is_told_by_the_rule() -> None:
    found = quantities("The camp grew by 40 tents, the price fell 5 percent, and 12 tents burned.")
    assert [one.rule for one in found] == ["rise", "fall", "number"]


def test_changes_are_no_ranges() -> None:
    assert [(amount.low, amount.high) for amount in scan("up 4 per cent to $13.60", grammar_of(UNITS))] == [
        (4, 4),
        (13.6, 13.6),
    ]


@given(st.text(alphabet="0123456789 .,-–+%$kmTaboutdzens of and to\n", max_size=80))
def test_amounts_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = scan(text, grammar_of(UNITS))
    assert all(0 <= amount.start <= amount.digits < amount.end <= len(text) for amount in found)
    assert all(one.end <= other.digits for one, other in pairwise(found))

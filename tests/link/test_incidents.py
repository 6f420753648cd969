"""Incidents: the same whatever the order and the portions, with constraints that hold."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from bench.linking import simulated
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.cluster import ConstraintError, components
from reportedly.link.grounds import PRIOR
from reportedly.link.incidents import Linker
from reportedly.link.signature import Signature
from reportedly.model import Incident
from reportedly.ontology import load

RANK = load().kin.rank
WAR = [told.signature for told in simulated(300)]
events = st.lists(st.sampled_from(WAR), unique_by=lambda one: one.event, min_size=1, max_size=60)


def linker(*portions: Sequence[Signature]) -> Linker:
    made = Linker(RANK)
    for portion in portions:
        made.add(portion)
    return made


def incidents(*portions: Sequence[Signature]) -> tuple[Incident, ...]:
    return linker(*portions).incidents()


@settings(max_examples=40, deadline=None)
@given(events, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_incidents(told: list[Signature], mixed: random.Random) -> None:
    assert incidents(mixed.sample(told, len(told))) == incidents(told)


@settings(max_examples=40, deadline=None)
@given(events, st.lists(st.integers(0, 60), max_size=4).map(sorted))
def test_portions_give_the_same_incidents_as_all_at_once(told: list[Signature], cuts: list[int]) -> None:
    grown = Linker(RANK)
    for start, end in pairwise([0, *cuts, len(told)]):
        grown.add(told[start:end])
        grown.incidents()
    assert grown.incidents() == incidents(told)


@settings(max_examples=40, deadline=None)
@given(events, st.data())
def test_what_is_removed_leaves_no_trace(told: list[Signature], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from([one.document for one in told]), max_size=5))
    grown = linker(told)
    grown.incidents()
    for document in sorted(gone):
        grown.remove(document)
    assert grown.incidents() == incidents([one for one in told if one.document not in gone])


@settings(max_examples=40, deadline=None)
@given(events, st.integers(0, 60))
def test_a_restored_linker_goes_on_where_the_other_stopped(told: list[Signature], cut: int) -> None:
    first = linker(told[:cut])
    copied = [(one.event, other.event) for one, other in pairwise(told[:cut:7])]
    first.copied(copied)
    known = first.changes().made
    second = Linker(RANK)
    documents = [one.document for one in told[:cut]]
    second.restore(told[:cut], first.pairs(documents), [incident.events for incident in known])
    second.add(told[cut:])
    changes = second.changes()
    whole = linker(told)
    whole.copied(copied)
    kept = {one for one in known if one.events not in changes.gone}
    assert kept | set(changes.made) == set(whole.incidents())


@settings(max_examples=40, deadline=None)
@given(events.filter(lambda told: len(told) > 3), st.data())
def test_judgements_always_hold(told: list[Signature], data: st.DataObject) -> None:
    a, b, c = data.draw(st.permutations([one.event for one in told]))[:3]
    made = linker(told)
    before = made.incidents()
    made.decide([(a, b)], [(b, c)])
    assert made.incident_of(a) == made.incident_of(b)
    assert made.incident_of(c) != made.incident_of(b)
    made.decide([], [])
    assert made.incidents() == before


def test_judgements_that_contradict_each_other_are_an_error() -> None:
    a, b = WAR[0].event, WAR[1].event
    made = linker(WAR[:2])
    made.decide([(a, b)], [(b, a)])
    with pytest.raises(ConstraintError):
        made.incidents()


def test_copied_words_join_what_little_else_does() -> None:
    apart = next(
        (one, other) for one, other in pairwise(WAR) if len(incidents([one, other])) == 2 and {*one.kin} & {*other.kin}
    )
    made = linker(apart)
    plain = made.compare(apart[0].event, apart[1].event)
    made.copied([(apart[0].event, apart[1].event)])
    copied = made.compare(apart[1].event, apart[0].event)
    assert copied.score == pytest.approx(plain.score + 6.0)
    assert [reason.kind for reason in copied.reasons][-1] == "copied"


def test_every_event_is_in_one_incident_and_the_link_says_why() -> None:
    found = incidents(WAR)
    assert sorted(event for incident in found for event in incident.events) == sorted(one.event for one in WAR)
    many = max(found, key=lambda incident: len(incident.events))
    link = linker(WAR).compare(*many.events[:2])
    assert link.score == pytest.approx(PRIOR + sum(reason.weight for reason in link.reasons), abs=0.05)
    assert {"type", "words", "story"} <= {reason.kind for reason in link.reasons}


def test_the_links_that_hold_an_incident_reach_all_of_it_and_are_the_strongest() -> None:
    made = linker(WAR)
    many = max(made.incidents(), key=lambda incident: len(incident.events)).events
    held = made.held_by(many)
    assert len(held) == len(many) - 1
    assert components(many, [(link.a, link.b) for link in held]) == [tuple(sorted(many))]
    for event in many:  # the best link of every event is in every maximum spanning tree
        best = max(made.compare(event, other).score for other in many if other != event)
        assert any(link.score == best for link in held if event in (link.a, link.b))
    assert made.held_by(many[:1]) == ()


def test_an_incident_is_called_by_what_was_told_first_and_keeps_its_name() -> None:
    ordered = sorted(WAR, key=lambda one: one.told)
    before = {event: one.id for one in incidents(ordered[:-50]) for event in one.events}
    after = {event: one.id for one in incidents(ordered) for event in one.events}
    assert sum(after[event] != name for event, name in before.items()) <= len(before) // 50

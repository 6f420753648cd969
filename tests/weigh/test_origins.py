"""Independent origins: what each testimony rests on, and what counts once."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from tests.weigh.telling import INCIDENT, agent, copied, tell, unnamed, who

from reportedly.model import Testimony as Told
from reportedly.weigh import origins, weigh
from reportedly.weigh.origins.names import alike, described, tokens, within

OBSERVATORY = who("Harbour Observatory")


def named(*told: Told) -> list[tuple[str, str]]:
    return sorted((stand.origin.name, stand.origin.bearing) for stand in origins(told))


def test_five_outlets_on_one_observatory_are_one_origin() -> None:
    told = [tell(name, OBSERVATORY) for name in "abcd"]
    wire = who("Levant Wire", "outlet")
    assert named(*told, tell("e", who("the Harbour Observatory"), wire)) == [("Harbour Observatory", "affirms")]


def test_a_citing_voice_is_no_origin() -> None:
    assert named(tell("a", unnamed("two residents"), OBSERVATORY)) == [("two residents", "affirms")]


def test_unnamed_sources_of_one_description_count_once() -> None:
    told = [
        tell(name, unnamed(words))
        for name, words in zip("abc", ("Residents", "two area residents", "residents who fled to Tarsa"), strict=True)
    ]
    assert len(origins(told)) == 1
    assert len(origins([*told, tell("d", unnamed("a hospital worker"))])) == 2


def test_a_spokesman_is_one_with_the_body() -> None:
    brigade = who("Valley Hawks", "group")
    told = (tell("a", brigade), tell("b", who("Yasin al-Omar", "person", body="Valley Hawks")))
    assert named(*told) == [("Valley Hawks", "affirms")]
    assert named(*told, tell("c", who("Yasin al-Omar", "person"))) == [("Valley Hawks", "affirms")]


def test_a_short_name_is_the_only_longer_ones() -> None:
    army, ministry = who("the army"), who("Tarsan Army Office")
    assert len(origins([tell("a", army), tell("b", ministry)])) == 1
    assert len(origins([tell("a", army), tell("b", ministry), tell("c", who("Karran Army Staff"))])) == 3


def test_a_bare_description_is_the_one_persons_whom_it_fits() -> None:
    named_abbot = who("U Zaw", "person", description="abbot of the monastery")
    assert named(tell("a", named_abbot), tell("b", who("the abbot", "person"))) == [("U Zaw", "affirms")]


def test_a_report_that_named_its_source_goes_on_from_it() -> None:
    told = (tell("a", OBSERVATORY), tell("a", at=60))
    assert named(*told) == [("Harbour Observatory", "affirms")]


def test_a_reports_own_word_does_not_rest_on_a_denial_in_it() -> None:
    told = (tell("a", OBSERVATORY, bearing="denies"), tell("a", at=60, publisher="Tarsa Times"))
    assert named(*told) == [("Harbour Observatory", "denies"), ("Tarsa Times", "affirms")]


def test_copied_words_rest_on_the_earlier_report() -> None:
    first, second = tell("a", publisher="Levant Wire"), tell("b", published="2031-05-07")
    assert len(origins([first, second])) == 2
    (stand,) = origins([first, second], [copied("a", "b")])
    assert stand.origin.name == "Levant Wire"


def test_an_outlet_cited_rests_on_what_its_own_report_rests_on() -> None:
    wire = who("Levant Wire", "outlet")
    told = (tell("a", OBSERVATORY, publisher="Levant Wire"), tell("b", wire, published="2031-05-07"))
    assert named(*told) == [("Harbour Observatory", "affirms")]


def test_our_reporter_is_the_outlet() -> None:
    told = tell("a", unnamed("our reporter at the scene"), publisher="Tarsa Times")
    assert named(told) == [("Tarsa Times", "affirms")]


def test_the_latest_word_counts() -> None:
    (stand,) = origins([tell("a", OBSERVATORY), tell("b", OBSERVATORY, bearing="denies", published="2031-05-08")])
    assert stand.origin.bearing == "denies"
    assert stand.taken_back


def test_who_declines_after_affirming_still_affirms() -> None:
    (stand,) = origins([tell("a", OBSERVATORY), tell("b", OBSERVATORY, bearing="declines", published="2031-05-08")])
    assert stand.origin.bearing == "affirms"


@pytest.mark.parametrize("modality", ["planned", "hypothetical", "counterfactual"])
def test_what_has_not_happened_has_no_origin(modality: str) -> None:
    assert not origins([tell("a", OBSERVATORY, modality=modality)])  # type: ignore[arg-type]


@pytest.mark.parametrize("stance", ["intends", "predicts", "questions"])
def test_who_does_not_say_that_it_happened_is_no_origin(stance: str) -> None:
    assert not origins([tell("a", OBSERVATORY, stance=stance)])  # type: ignore[arg-type]


def test_a_reporters_reportedly_hedges_the_report_only() -> None:
    (sourced,) = origins([tell("a", OBSERVATORY, modality="hedged")])
    (bare,) = origins([tell("a", modality="hedged")])
    assert not sourced.origin.hedged
    assert bare.origin.hedged


@given(st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(rng: random.Random) -> None:
    told = [
        tell("a", OBSERVATORY), tell("a", at=60), tell("b", published="2031-05-07"), tell("c", unnamed("residents")),
        tell("d", who("the army"), bearing="denies"), tell("e", who("Tarsan Army Office")), tell("f", None),
    ]  # fmt: skip
    mixed = told.copy()
    rng.shuffle(mixed)
    assert origins(mixed, [copied("a", "b")]) == origins(told, [copied("a", "b")])


def test_names_are_compared_without_accents_articles_and_endings() -> None:
    assert tokens("The Déo Fund's (post)") == ("deo", "fund")
    assert alike("mali", "malian")
    assert alike("army", "armies")
    assert not alike("iran", "iraq")
    assert within(tokens("Azerbaijan's defence ministry"), tokens("Azerbaijani Defence Ministry"))
    assert described("two residents of Tarsa") == described("local residents")
    assert within(tokens("Police on the island of Tarsa"), tokens("Tarsa Police Office"))
    assert tokens("The task force in charge of the operation") == tokens("task force")
    assert tokens("the UN mission") == tokens("United Nations mission")


def test_a_headline_over_copied_words_rests_on_them() -> None:
    headline = tell("b", at=60, publisher="Tarsa Times", published="2031-05-07")
    body = tell("b", publisher="Tarsa Times", published="2031-05-07")
    (stand,) = origins([tell("a", publisher="Levant Wire"), headline, body], [copied("a", "b")])
    assert stand.origin.name == "Levant Wire"


def test_an_outlet_goes_on_from_the_source_of_its_earlier_report() -> None:
    first = tell("a", OBSERVATORY, publisher="Tarsa Times")
    second = tell("b", publisher="Tarsa Times", published="2031-05-07")
    assert named(first, second) == [("Harbour Observatory", "affirms")]


def test_a_date_may_be_earlier_than_a_time_of_that_day() -> None:
    wire = who("Levant Wire", "outlet")
    told = (tell("a", OBSERVATORY, publisher="Levant Wire"), tell("b", wire, published="2031-05-06T19:00:00Z"))
    assert named(*told) == [("Harbour Observatory", "affirms")]


def test_unnamed_doers_are_the_named_party_that_claims_the_deed() -> None:
    own = tell("a", publisher="Hill Front", roles=(agent("our columns"),))
    rebels = tell("b", unnamed("Rebels"), roles=(agent("Rebels"),))
    assert named(own, rebels) == [("Hill Front", "affirms")]
    assert len(origins([own, tell("b", unnamed("Rebels"))])) == 2
    other = tell("c", publisher="Valley Hawks", roles=(agent("our men"),))
    assert len(origins([own, other, rebels])) == 3


def test_a_capital_is_the_one_body_of_its_state_that_speaks() -> None:
    ministry, capital = who("Karran defence ministry"), who("Tarsa", actor="state-karra")
    assert named(tell("a", ministry), tell("b", capital)) == [("Karran defence ministry", "affirms")]
    assert len(origins([tell("a", ministry), tell("b", capital), tell("c", who("Karran railways"))])) == 2
    paper = who("Karran Times", "outlet")
    assert len(origins([tell("a", paper), tell("c", capital)])) == 2


def test_the_military_is_the_army() -> None:
    speaker = who("Omar Hadi", "person", body="military")
    assert len(origins([tell("a", speaker), tell("b", who("The army"))])) == 1


def test_who_calls_reports_false_denies_what_nobody_named_reports() -> None:
    told = tell("a", None, who("the ministry"))
    inner, outer = told.chain
    turned = structs.replace(outer, statement=structs.replace(outer.statement, stance="denies"))
    assert named(structs.replace(told, chain=(inner, turned))) == [("the ministry", "denies")]


def test_who_left_a_place_does_not_say_that_it_was_taken() -> None:
    incident = structs.replace(INCIDENT, family="territory-captured")
    taken = tell("a", OBSERVATORY, kind="territory-captured")
    left = tell("b", who("Karran army"), kind="withdrawal")
    assert [one.name for one in weigh(incident, [taken, left]).origins] == ["Harbour Observatory"]


def test_two_outlets_without_a_name_are_two() -> None:
    assert len(origins([tell("a", named=False), tell("b", named=False, published="2031-05-07")])) == 2
    same_site = [tell(name, named=False, host="tarsa.example") for name in "ab"]
    assert [stand.origin.anonymous for stand in origins(same_site)] == [True]


def test_initials_are_the_names_that_they_stand_for() -> None:
    assert named(tell("a", who("Tarsa Documentation Network")), tell("b", who("TDN"))) == [
        ("Tarsa Documentation Network", "affirms")
    ]
    assert len(origins([tell("a", who("Tarsa Documentation Network")), tell("b", who("TRC"))])) == 2


def test_who_serves_in_a_body_speaks_for_it() -> None:
    office = who("The health office in Tarsa")
    assert len(origins([tell("a", office), tell("b", unnamed("health officials in rebel-held Tarsa"))])) == 1
    withheld = unnamed("a health official in Tarsa who asked to remain anonymous")
    assert len(origins([tell("a", office), tell("b", withheld)])) == 2
    assert len(origins([tell("a", office), tell("b", unnamed("police officers"))])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rescuers", "rescue workers"),
        ("rescue crews", "several rescuers"),
        ("residents", "villagers"),
        ("local people", "an area resident"),
        ("eyewitnesses", "a witness"),
        ("residents reached by telephone", "residents"),
    ],
)
def test_descriptions_that_mean_the_same_are_one(one: str, other: str) -> None:
    assert len(origins([tell("a", unnamed(one)), tell("b", unnamed(other))])) == 1


def test_an_army_is_not_the_rebel_army_that_tells_its_own_deed() -> None:
    rebels = tell("a", publisher="Hill Liberation Army", roles=(agent("our columns"),))
    assert named(rebels, tell("b", who("the army"), bearing="denies")) == [
        ("Hill Liberation Army", "affirms"),
        ("the army", "denies"),
    ]


def test_a_numbered_unit_is_the_army_of_which_nothing_else_is_told() -> None:
    told = (tell("a", publisher="6th Division Press Office"), tell("b", who("the army")))
    assert len(origins(told)) == 1


def test_a_states_own_medium_and_the_state_are_one_doer() -> None:
    state = tell("a", who("Tarsa", actor="state-karra"), roles=(agent("its troops"),))
    organ = tell("b", publisher="Karran Defence Bulletin", roles=(agent("our soldiers"),))
    paper = tell("b", publisher="Karran Times", roles=(agent("soldiers"),))
    assert len(origins([state, organ])) == 1
    assert len(origins([state, paper])) == 2


def test_nobody_and_both_are_no_further_voices() -> None:
    assert named(tell("a", OBSERVATORY), tell("a", unnamed("No group"), bearing="declines")) == [
        ("Harbour Observatory", "affirms")
    ]
    two = (tell("a", who("Valley Hawks")), tell("b", who("Hill Front")))
    both = tell("c", who("Both groups", "group"))
    assert len(origins([*two, both])) == 2
    assert len(origins([both])) == 1


def test_a_report_rests_on_the_only_one_whom_it_quotes() -> None:
    chief = who("Ardo Ousmane", "person")
    (stand,) = origins([tell("a", beside=(chief,))])
    assert (stand.origin.name, stand.origin.rule) == ("Ardo Ousmane", "source-named-before")
    two = (chief, who("Lena Korin", "person"))
    assert named(tell("a", publisher="Tarsa Times", beside=two)) == [("Tarsa Times", "affirms")]
    elsewhere = tell("b", chief)
    assert named(tell("a", publisher="Tarsa Times", beside=two), elsewhere) == [("Ardo Ousmane", "affirms")]


def test_the_accused_who_denies_a_part_denies_it() -> None:
    hawks = who("Valley Hawks", "group")
    told = tell("a", OBSERVATORY, roles=(agent("Valley Hawks"),))
    denial = tell("b", hawks, bearing="denies", part=True)
    assert named(told, denial) == [("Harbour Observatory", "affirms"), ("Valley Hawks", "denies")]
    assert named(tell("a", OBSERVATORY, roles=(agent("gunmen"),)), denial) == [("Harbour Observatory", "affirms")]


def test_who_denies_it_and_admits_less_in_one_report_denies_it() -> None:
    army = who("the army")
    assert named(tell("a", army, bearing="denies"), tell("a", army, at=60)) == [("the army", "denies")]


def test_who_tells_the_deed_and_says_that_nothing_came_of_it_affirms_it() -> None:
    mission = who("Tarsa Mission")
    for outcome in ("property-destroyed", "killing", "wounding", "materiel-destroyed", "clash"):
        spared = tell("a", mission, polarity="negative", at=60, kind=outcome)
        assert named(tell("a", mission), spared) == [("Tarsa Mission", "affirms")]
    denied = tell("a", mission, bearing="denies", at=60, kind="killing")
    assert named(tell("a", mission), denied) == [("Tarsa Mission", "denies")]
    told_by_others = (tell("b", OBSERVATORY, kind="killing"), tell("c", who("Lena Korin", "person"), kind="killing"))
    spared = tell("a", mission, polarity="negative", at=60, kind="killing")
    assert ("Tarsa Mission", "denies") in named(tell("a", mission), spared, *told_by_others)


def test_who_doubts_it_and_supposes_something_like_it_in_one_report_still_doubts_it() -> None:
    notes = who("Airspace Notes")
    for bearing in ("doubts", "cannot-verify"):
        told = tell("a", notes, bearing=bearing), tell("a", notes, modality="possible", at=60)
        assert named(*told) == [("Airspace Notes", bearing)]
    assert named(tell("a", notes, bearing="doubts"), tell("a", notes, at=60)) == [("Airspace Notes", "affirms")]


def test_the_body_of_a_person_who_tells_of_it_is_no_further_origin() -> None:
    for owned in ("her office", "his unit", "their command"):
        told = tell("a", who(owned), who("Rina Sari", "person"), bearing="cannot-verify")
        assert named(told) == [("Rina Sari", "cannot-verify")]
    assert named(tell("a", unnamed("her brother"), who("Rina Sari", "person"))) == [("her brother", "affirms")]


def test_an_officer_of_the_police_is_one_with_the_police() -> None:
    police = tell("a", who("police in Tarsa"))
    for rank in ("Commissioner", "Deputy Commissioner", "Chief Inspector", "Assistant Superintendent", "Constable"):
        officer = who("Rina Sari", "person", description=rank)
        assert len(origins([police, tell("a", officer, at=60)])) == 1
    trade = who("Rina Sari", "person", description="Commissioner for Trade")
    assert len(origins([police, tell("a", trade, at=60)])) == 2
    assert len(origins([police, tell("b", who("Rina Sari", "person", description="Commissioner"))])) == 2


@pytest.mark.parametrize(
    "words",
    [
        "the defence establishment in Tarsa", "authorities in Tarsa", "the Karran leadership", "the Karran side",
        "the government in Tarsa",
    ],
)  # fmt: skip
def test_who_rules_a_state_is_whichever_of_its_bodies_speaks(words: str) -> None:
    ministry = tell("a", who("Karran defence ministry"))
    assert named(ministry, tell("b", unnamed(words))) == [("Karran defence ministry", "affirms")]


def test_who_rules_elsewhere_or_trades_in_a_capital_is_another() -> None:
    ministry = tell("a", who("Karran defence ministry"))
    assert len(origins([ministry, tell("b", unnamed("authorities in Wadi Sahl"))])) == 2
    assert len(origins([ministry, tell("b", unnamed("traders in Tarsa"))])) == 2


def test_the_office_told_first_is_whom_the_report_then_names() -> None:
    governor = who("Jum Akbar", "person", description="Governor")
    assert len(origins([tell("a", unnamed("the provincial governor")), tell("a", governor, at=60)])) == 1
    bare = who("Shyam Lama", "person")
    assert len(origins([tell("a", unnamed("the chief district officer")), tell("a", bare, at=60)])) == 1
    nurse = who("Lena Korin", "person", description="a nurse")
    assert len(origins([tell("a", unnamed("the mayor")), tell("a", nurse, at=60)])) == 2


def test_a_description_is_whom_the_report_names_next() -> None:
    monitor, watch = who("a war monitor", anonymous=True), who("Tarsa Watch")
    assert len(origins([tell("a", monitor), tell("a", watch, at=60)])) == 1
    chairman = who("Ibrahim Rakuma", "person", description="chairman of the council")
    assert len(origins([tell("a", unnamed("a local official")), tell("a", chairman, at=60)])) == 1
    assert len(origins([tell("a", unnamed("a fisherman")), tell("a", chairman, at=60)])) == 2
    assert len(origins([tell("a", unnamed("a local official")), tell("b", chairman)])) == 2


def test_a_noun_takes_up_whom_the_report_described_or_named() -> None:
    nurse, woman = unnamed("a nurse from Tarsa"), unnamed("The woman")
    assert len(origins([tell("a", nurse), tell("a", woman, at=60)])) == 1
    source = (tell("a", unnamed("a security source")), tell("a", unnamed("The source"), at=60))
    assert len(origins(source)) == 1
    general = who("Omar Hadi", "person", description="Major General")
    army = tell("a", who("the army"), bearing="denies")
    assert len(origins([army, tell("a", general, at=60, bearing="denies")])) == 1
    assert len(origins([army, tell("a", general, at=60)])) == 2


def test_pictures_are_whose_who_published_them() -> None:
    video = who("a video posted by Hill Eye", "document", body="Hill Eye")
    footage = who("Footage", "document")
    assert len(origins([tell("a", video), tell("b", footage), tell("c", publisher="Hill Eye (post)")])) == 1


def test_what_only_reports_tell_is_vouched_for_by_nobody() -> None:
    told = tell("a", None)
    (voice,) = told.chain
    reports = structs.replace(voice, statement=structs.replace(voice.statement, rule="noun-prepositional"))
    assert not origins([structs.replace(told, chain=(reports,))])


def test_a_short_name_in_what_a_body_publishes_is_its_own() -> None:
    assert (
        len(origins([tell("a", who("Command"), publisher="Northern Command"), tell("b", who("Southern Command"))])) == 2
    )
    assert named(tell("a", who("The Mission"), publisher="Karran Monitoring Mission")) == [
        ("Karran Monitoring Mission", "affirms")
    ]


def test_a_states_media_are_the_outlet_whose_name_says_so() -> None:
    media = who("state media", "outlet", anonymous=True)
    source = who("Omar Hadi", "person")
    news = tell("a", source, publisher="Karra State News", published="2031-05-05")
    assert named(news, tell("b", media)) == [("Omar Hadi", "affirms")]
    assert len(origins([tell("a", publisher="Hill Daily"), tell("b", media)])) == 2


def test_both_armies_are_no_third_voice() -> None:
    told = [tell("a", who("Northern Command")), tell("b", who("Hill Front"))]
    assert len(origins([*told, tell("c", who("The armies of Arrun and Tamra", "group"))])) == 2


def test_those_who_serve_in_a_body_and_are_told_by_it_are_it() -> None:
    mission = who("Stabilisation Mission")
    assert named(tell("a", who("its patrol"), mission)) == [("Stabilisation Mission", "affirms")]


def test_the_director_of_something_is_whom_the_next_sentence_names() -> None:
    head = who("the director of the al-Rami field", "person")
    name = who("Omar Hadi", "person", description="the director of the al-Rami field")
    assert len(origins([tell("a", head), tell("a", name, at=60)])) == 1


def test_an_inquiry_of_the_writers_own_is_the_writers_word() -> None:
    inquiry = who("Preliminary investigation", "document", anonymous=True)
    assert named(tell("a", inquiry, publisher="Police Command")) == [("Police Command", "affirms")]
    theirs = who("A preliminary inquiry", "document", body="Karran Mission")
    assert named(tell("a", theirs, publisher="Hill Daily")) == [("Karran Mission", "affirms")]

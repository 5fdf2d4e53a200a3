from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest
from builders import (
    CARACAS,
    HAVANA,
    SANTIAGO,
    Head,
    a_day,
    a_judgement,
    a_month,
    a_report,
    a_year,
    actor_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merging.events import explain_merge, merge_reports
from dragoman.model.event import Event, Judgement, Reprint, Verdict
from dragoman.model.report import Factuality, Report, Voice

ARTICLES = {name: Head(f"Outlet {name}", dt.date(2026, 1, 21)) for name in "ABCDEFGH"}
WHO = actor_of(*ARTICLES)
TUESDAY, WEDNESDAY, THURSDAY = a_day("2026-01-20"), a_day("2026-01-21"), a_day("2026-01-22")


def merged(
    *reports: Report, reprints: tuple[Reprint, ...] = (), judgements: tuple[Judgement, ...] = ()
) -> tuple[Event, ...]:
    return merge_reports(reports, WHO, ARTICLES, reprints, judgements)


def are_one(*reports: Report) -> bool:
    return len(merged(*reports)) == 1


def grouped(events: Iterable[Event]) -> set[frozenset[str]]:
    return {frozenset(event.report_ids) for event in events}


def an_arrest(article: str, **more: object) -> Report:
    given_ = {
        "mode": "arrest", "cue": "arrested", "actors": ("police",), "recipients": ("students",),
        "date": TUESDAY, **more,
    }  # fmt: skip
    return a_report(article, "COERCE", **given_)  # type: ignore[arg-type]


def an_accusation(article: str, **more: object) -> Report:
    given_ = {
        "mode": None, "cue": "accused", "actors": ("cuba",), "recipients": ("venezuela",),
        "date": TUESDAY, **more,
    }  # fmt: skip
    return a_report(article, "ACCUSE", **given_)  # type: ignore[arg-type]


def test_a_visit_told_by_two_outlets_is_one_event():
    (event,) = merged(a_report("A", date=TUESDAY), a_report("B", cue="is visiting", date=TUESDAY))
    assert (event.independent_outlets, event.articles) == (2, 2)
    assert (event.actor_ids, event.recipient_ids) == (("ACT-minister",), ("ACT-cuba",))


def test_visits_of_the_same_minister_in_two_years_stay_apart():
    then, now = a_day("2023-01-20"), TUESDAY
    assert not are_one(a_report("A", date=then), a_report("A", date=now, at=400))
    assert not are_one(a_report("A", date=a_year(2023)), a_report("B", date=a_year(2026)))


def test_visits_of_the_same_minister_in_two_months_stay_apart():
    assert not are_one(a_report("A", date=a_month(2026, 1)), a_report("B", date=a_month(2026, 2)))
    assert not are_one(
        a_report("A", date=a_day("2026-01-20")), a_report("B", date=a_month(2026, 3))
    )


def test_a_visit_across_the_turn_of_the_month_is_one():
    assert are_one(a_report("A", date=a_day("2026-01-31")), a_report("B", date=a_day("2026-02-01")))


def test_a_day_and_its_month_are_one_visit_and_the_day_is_kept():
    (event,) = merged(a_report("A", date=TUESDAY), a_report("B", date=a_month(2026, 1)))
    assert event.date == TUESDAY


def test_a_year_with_two_visits_in_it_joins_neither():
    spring, autumn = (
        a_report("A", date=a_month(2023, 3)),
        a_report("A", date=a_month(2023, 10), at=400),
    )
    vague = a_report("B", date=a_year(2023))
    assert len(merged(spring, autumn, vague)) == 3
    assert len(merged(spring, vague)) == 1


def test_a_visit_is_not_a_meeting():
    assert not are_one(
        a_report("A", date=TUESDAY), a_report("B", mode=None, cue="met", date=TUESDAY)
    )


def test_a_meeting_may_be_told_from_either_side():
    one = a_report(
        "A", mode=None, cue="met", actors=("minister",), recipients=("president",), date=TUESDAY
    )
    other = a_report(
        "B",
        mode=None,
        cue="received",
        actors=("president",),
        recipients=("minister",),
        date=TUESDAY,
    )
    assert are_one(one, other)


def test_meetings_with_two_hosts_on_one_day_are_two():
    one = a_report("A", mode=None, cue="met", recipients=("president",), date=TUESDAY)
    assert not are_one(one, a_report("B", mode=None, cue="met", recipients=("cuba",), date=TUESDAY))


def test_a_planned_visit_is_the_one_that_then_took_place():
    plan = a_report(
        "A", "AGREE", mode=None, cue="will visit", date=TUESDAY, factuality=Factuality.PLANNED
    )
    (event,) = merged(plan, a_report("B", date=TUESDAY))
    assert (event.type, event.factuality) == ("CONSULT", Factuality.HAPPENED)
    assert event.disagreements == ()


@pytest.mark.parametrize("apart", [Factuality.POSSIBLE, Factuality.HYPOTHETICAL])
def test_the_possible_and_the_hypothetical_are_events_of_their_own(apart: Factuality):
    assert not are_one(an_arrest("A"), an_arrest("B", factuality=apart))


def test_a_denial_stays_in_its_event_as_a_disagreement():
    (event,) = merged(an_arrest("A"), an_arrest("B"), an_arrest("C", factuality=Factuality.DENIED))
    (disagreement,) = event.disagreements
    assert event.factuality is Factuality.HAPPENED
    assert disagreement.about == "done or not"
    assert [words for words, _ in disagreement.versions] == ["done", "not done"]


def test_different_victims_on_one_day_are_two_events():
    assert not are_one(an_arrest("A"), an_arrest("B", recipients=("writer",)))


def test_an_arrest_of_nobody_named_joins_the_only_one_that_fits():
    nobody = an_arrest("C", recipients=())
    assert are_one(an_arrest("A"), nobody)
    assert len(merged(an_arrest("A"), an_arrest("B", recipients=("writer",)), nobody)) == 3


def test_strikes_on_two_days_are_two_events():
    assert not are_one(an_arrest("A"), an_arrest("B", date=WEDNESDAY))


def test_acts_in_two_distant_cities_are_two_events():
    assert not are_one(an_arrest("A", place=HAVANA), an_arrest("B", place=SANTIAGO))
    assert not are_one(
        a_report("A", date=TUESDAY, place=HAVANA), a_report("B", date=TUESDAY, place=CARACAS)
    )


def test_modes_that_differ_are_two_events_and_a_missing_mode_is_not():
    assert not are_one(an_arrest("A"), an_arrest("B", mode="deport", cue="deported"))
    assert are_one(an_arrest("A"), an_arrest("B", mode=None))


def test_sentences_on_one_act_in_one_article_are_one_event():
    sentences = (
        an_arrest("A"),
        an_arrest("A", date=None, at=300),
        an_arrest("A", date=None, at=600),
    )
    (event,) = merged(*sentences)
    assert (event.independent_outlets, event.articles, len(event.report_ids)) == (1, 1, 3)


def test_two_words_for_one_mode_in_one_article_are_one_event():
    assert are_one(an_arrest("A"), an_arrest("A", cue="detained", date=None, at=300))
    beaten = an_arrest("A", mode=None, cue="mistreated", date=None, at=300)
    assert not are_one(an_arrest("A"), beaten)


def test_an_undated_report_joins_nothing_in_another_article():
    assert not are_one(an_arrest("A"), an_arrest("B", date=None))
    assert not are_one(an_arrest("A", date=None), an_arrest("B", date=None))


def test_accusations_of_one_day_need_words_in_common():
    fuel = "over stolen shipments of aviation petrol towards the northern harbour"
    spies = "over diplomats photographing barracks during the ceremony yesterday"
    one, other = an_accusation("A", rest=fuel), an_accusation("B", cue="blamed", rest=spies)
    assert not are_one(one, other)
    assert are_one(one, an_accusation("B", cue="blamed", rest=fuel))


def test_an_outlet_counts_once_however_many_articles_it_has():
    articles = {**ARTICLES, "B": Head("outlet a", dt.date(2026, 1, 22))}
    (event,) = merge_reports([an_arrest("A"), an_arrest("B")], WHO, articles)
    assert (event.independent_outlets, event.articles) == (1, 2)


def test_a_reprint_adds_no_corroboration():
    reports = (an_arrest("A"), an_arrest("B"), an_arrest("C"))
    (event,) = merged(*reports, reprints=(Reprint("B", "A", 0.9),))
    assert (event.independent_outlets, event.articles) == (2, 3)


def test_two_reprints_of_an_article_that_is_not_there_count_once():
    reprints = (Reprint("B", "H", 0.9), Reprint("C", "H", 0.9))
    (event,) = merged(an_arrest("B"), an_arrest("C"), reprints=reprints)
    assert event.independent_outlets == 1


def test_a_writers_judgement_makes_no_event_and_corroborates_none():
    judged = an_arrest("B", voice=Voice.AUTHOR)
    assert merged(judged) == ()
    (event,) = merged(judged, an_arrest("A"))
    assert (event.independent_outlets, event.articles) == (1, 2)
    assert judged.id in event.report_ids


def test_a_writers_judgement_does_not_bridge_two_events():
    bridge = an_arrest("C", recipients=(), voice=Voice.AUTHOR)
    one, other = an_arrest("A"), an_arrest("B", recipients=("writer",))
    assert grouped(merged(one, other, bridge)) == {frozenset({one.id}), frozenset({other.id})}


def test_what_a_person_judged_the_same_is_one_event():
    one, other, third = an_arrest("A"), an_arrest("B", date=THURSDAY), an_arrest("C", date=THURSDAY)
    same = a_judgement(one.id, Verdict.SAME, other.id)
    assert grouped(merged(one, other, third, judgements=(same,))) == {
        frozenset({one.id, other.id, third.id})
    }


def test_what_a_person_judged_different_stays_apart_by_report_and_by_event():
    one, other = an_arrest("A"), an_arrest("B")
    parted = a_judgement(one.id, Verdict.DIFFERENT, other.id)
    events = merged(one, other, judgements=(parted,))
    assert len(events) == 2
    undone = a_judgement(events[0].id, Verdict.SAME, events[1].id)
    # A report's judgement is not undone by an event's: the closer look wins.
    assert len(merged(one, other, judgements=(parted, undone))) == 2
    assert (
        len(
            merged(
                one,
                other,
                judgements=(a_judgement(one.id, Verdict.SAME, other.id, hour=10), parted),
            )
        )
        == 1
    )


def test_a_wrong_report_leaves_and_a_wrong_event_goes():
    one, other = an_arrest("A"), an_arrest("B")
    (event,) = merged(one, other, judgements=(a_judgement(one.id, Verdict.WRONG),))
    assert event.report_ids == (other.id,)
    (whole,) = merged(one, other)
    assert merged(one, other, judgements=(a_judgement(whole.id, Verdict.WRONG),)) == ()


def test_the_explanation_gives_the_verdict_first_and_a_sentence_an_aspect():
    names = {"ACT-police": "the police", "ACT-students": "the students"}
    said = explain_merge(an_arrest("A"), an_arrest("B"), WHO, names=names)
    assert said[0] == "By the rule they are one event."
    assert "Both name the police and the students." in said
    apart = explain_merge(an_arrest("A"), an_arrest("B", date=THURSDAY), WHO)
    assert apart[0] == "By the rule they are two events."
    assert "The dates cannot be the same: 2026-01-20, and 2026-01-22." in apart


def test_the_explanation_names_a_judgement_first():
    one, other = an_arrest("A"), an_arrest("B")
    parted = a_judgement(other.id, Verdict.DIFFERENT, one.id)
    assert explain_merge(one, other, WHO, [parted])[0].startswith("A person judged different")


dates = st.sampled_from(
    [
        None,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        a_day("2023-10-17"),
        a_month(2026, 1),
        a_month(2023, 10),
        a_year(2023),
        a_year(2026),
    ]
)
sides = st.lists(st.sampled_from(["minister", "cuba", "president"]), max_size=2, unique=True)


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    count = draw(st.integers(1, 12))
    reports = []
    for at in range(count):
        actors = tuple(draw(sides))
        recipients = tuple(s for s in draw(sides) if s not in actors)
        if not actors and not recipients:
            actors = ("minister",)
        reports.append(
            a_report(
                draw(st.sampled_from(sorted(ARTICLES))),
                draw(st.sampled_from(["CONSULT", "AGREE", "ASSAULT"])),
                mode=draw(st.sampled_from([None, "visit"])),
                cue=draw(st.sampled_from(["arrived", "visited", "met", "attacked"])),
                actors=actors,
                recipients=recipients,
                date=draw(dates),
                place=draw(st.sampled_from([None, HAVANA, SANTIAGO])),
                number=draw(st.sampled_from([None, 3, 40])),
                factuality=draw(st.sampled_from(Factuality)),
                voice=draw(st.sampled_from([Voice.NARRATOR, Voice.AUTHOR])),
                at=at,
            )
        )
    return reports


@given(some_reports(), st.randoms(use_true_random=False), st.data())
@settings(max_examples=150, deadline=None)
def test_the_order_of_reading_changes_nothing(
    reports: list[Report], dice: object, data: st.DataObject
):
    ids = st.sampled_from([report.id for report in reports])
    verdicts = st.sampled_from([Verdict.SAME, Verdict.DIFFERENT])
    pairs = data.draw(st.lists(st.tuples(ids, verdicts, ids), max_size=3))
    judged = [a_judgement(a, v, b, hour=n) for n, (a, v, b) in enumerate(pairs) if a != b]
    shuffled, rejudged = list(reports), list(judged)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    dice.shuffle(rejudged)  # type: ignore[attr-defined]
    events = merge_reports(reports, WHO, ARTICLES, (), judged)
    assert events == merge_reports(shuffled, WHO, ARTICLES, (), rejudged)
    told = [report_id for event in events for report_id in event.report_ids]
    assert len(told) == len(set(told))


@given(some_reports())
@settings(max_examples=80, deadline=None)
def test_reading_twice_changes_nothing(reports: list[Report]):
    assert merge_reports(reports, WHO, ARTICLES) == merge_reports(reports * 2, WHO, ARTICLES)


@given(some_reports())
@settings(max_examples=80, deadline=None)
def test_every_report_that_is_no_writers_judgement_is_in_one_event(reports: list[Report]):
    told = {
        report_id
        for event in merge_reports(reports, WHO, ARTICLES)
        for report_id in event.report_ids
    }
    assert {r.id for r in reports if r.attribution.voice is not Voice.AUTHOR} <= told

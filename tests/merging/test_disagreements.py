from __future__ import annotations

from collections.abc import Iterable

from builders import CARACAS, HAVANA, SANTIAGO, a_day, a_month, a_report

from dragoman.merging.disagreements import find_disagreements
from dragoman.model.event import Disagreement
from dragoman.model.report import Factuality, Report, Voice

TUESDAY, WEDNESDAY = a_day("2026-01-20"), a_day("2026-01-21")


def articles(ids: Iterable[str]) -> int:
    return len(set(ids))


def told_differently(*reports: Report) -> dict[str, list[str]]:
    """What is told differently, each with its versions in their order."""
    found: tuple[Disagreement, ...] = find_disagreements(reports, articles)
    return {d.about: [words for words, _ in d.versions] for d in found}


def test_reports_that_agree_have_no_disagreement():
    assert told_differently(a_report("A", date=TUESDAY), a_report("B", date=TUESDAY)) == {}


def test_two_days_of_one_arrival_disagree_and_the_most_told_comes_first():
    reports = [a_report("A", date=TUESDAY), *(a_report(i, date=WEDNESDAY) for i in "BC")]
    assert told_differently(*reports) == {"day": ["2026-01-21", "2026-01-20"]}


def test_a_day_and_its_month_agree():
    assert told_differently(a_report("A", date=TUESDAY), a_report("B", date=a_month(2026, 1))) == {}


def test_the_days_of_two_steps_of_a_visit_agree():
    later = a_report("B", cue="toured", date=WEDNESDAY)
    assert told_differently(a_report("A", date=TUESDAY), later) == {}


def test_counts_that_cannot_both_hold_disagree():
    reports = [a_report("A", number=20), a_report("B", number=30), a_report("C", number=30)]
    assert told_differently(*reports) == {"number": ["30", "20"]}


def test_done_and_denied_disagree_and_a_plan_does_not():
    done, denied = a_report("A"), a_report("B", factuality=Factuality.DENIED)
    assert told_differently(done, denied) == {"done or not": ["done", "not done"]}
    assert told_differently(done, a_report("B", factuality=Factuality.PLANNED)) == {}


def test_two_cities_disagree():
    reports = [a_report("A", place=HAVANA), a_report("B", place=SANTIAGO)]
    assert told_differently(*reports) == {"place": ["Havana", "Santiago de Cuba"]}


def test_every_version_carries_its_reports():
    one, other = a_report("A", place=HAVANA), a_report("B", place=CARACAS)
    (disagreement,) = find_disagreements([one, other], articles)
    assert disagreement.versions == (("Caracas", (other.id,)), ("Havana", (one.id,)))


def test_a_writers_judgement_disagrees_with_nobody():
    judged = a_report("B", number=30, voice=Voice.AUTHOR)
    assert told_differently(a_report("A", number=20), judged) == {}

from __future__ import annotations

import pytest
from builders import a_day, a_month, a_report, a_year, actor_of

from dragoman.merging.tellings import MEETING, VISIT, cue_stem, is_firm, tell, width
from dragoman.model.report import Factuality


@pytest.mark.parametrize(
    ("cue", "stem"),
    [
        ("began an official visit", "visit"),
        ("held talks with", "talk"),
        ("was arrested", "arrest"),
        ("accusing", "accus"),
        ("met", "meet"),
        ("will", "will"),
    ],
)
def test_the_stem_is_of_the_last_word_that_tells(cue: str, stem: str):
    assert cue_stem(cue) == stem


def test_a_visit_still_to_come_is_a_visit_though_plover_codes_it_as_agree():
    planned = a_report("A", "AGREE", mode=None, cue="will visit", factuality=Factuality.PLANNED)
    assert tell(planned, actor_of("A")).act == VISIT
    signed = a_report("A", "AGREE", mode=None, cue="will sign", factuality=Factuality.PLANNED)
    assert tell(signed, actor_of("A")).act == "AGREE"
    assert tell(a_report("A", mode="multilateral", cue="met"), actor_of("A")).act == MEETING


def test_a_side_that_is_no_joined_actor_is_its_articles_own():
    here, there = (tell(a_report(article), {}) for article in "AB")
    assert here.actors.isdisjoint(there.actors)


def test_a_month_is_firm_and_a_year_is_not():
    assert (is_firm(a_day("2026-01-03")), is_firm(a_month(2026, 1))) == (True, True)
    assert (is_firm(a_year(2026)), is_firm(None)) == (False, False)
    assert width(a_month(2026, 2)) == 28

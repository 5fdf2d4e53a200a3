from __future__ import annotations

import pytest

from dragoman.sources.run_in import split_run_in

RUN_IN = [
    ("A Long Night of Talks", "The envoys met until dawn and left without a word."),
    ("What the Deal Leaves Out", "It says nothing about the prisoners, the ministry said."),
    ("Fuel Runs Short Across the Province", "In the capital, buses stopped before noon."),
    ("A Strike That Will Not End", "His ministry has offered two rounds of talks."),
    ("THE ROAD TO THE SUMMIT", "This was the third attempt of the year."),
    ("Pressure From Abroad and at Home", "Several governments called for a recount."),
    ("Queues grow longer every morning", "The bakery on the square opened at six."),
    ("Meanwhile, the harbour stays closed", "There is no date for its reopening."),
    ("Why the vote matters", "The upper house has never rejected a budget."),
    ("Parliament returns to work", "On Tuesday, deputies debated the water law."),
    ("The opposition keeps its distance", "Its leaders did not attend the signing."),
    ("Two Neighbours, One River", "When the dam was built, both states signed a treaty."),
]

ORDINARY = [
    "Analysts at The Economist said that prices would climb.",
    "He told The Times that the government would fall.",
    "Members of The Hague court heard the case on Monday.",
    "The Prime Minister of The Gambia arrived on Monday for talks.",
    "Foreign Minister Bruno Rodríguez said the island had the right to import fuel.",
    "A reporter for The Washington Post was detained at the border.",
    "The film The end of the road was shown at the festival.",
    "Hepatitis cases rose and Vitamin A deficiency was common.",
    "The minister said Plan A had failed and talks would resume.",
    "The United States Department of State declined to comment on Monday.",
    "She joined Doctors Without Borders in 2019 and served abroad.",
    "The group Citizens For a Better City said it would appeal.",
    "Alternative For Germany won the vote in two states.",
    "In the capital, The Independent reported, shops were closed.",
    "Prices rose. The bank blamed the drought.",
    "President Lula da Silva met the Pope in Rome on Friday.",
    "Talks between the United Nations and the African Union resumed.",
    "The chant Let Them In rang across the square.",
    "By Jane Roe The minister resigned.",
    "Last year It emerged that ministers knew.",
    'They shouted "The people want bread" and were dispersed.',
    "A short line without a full stop The end",
    "U.S. Secretary of State Marco Rubio said he would visit the region.",
]


@pytest.mark.parametrize(("heading", "paragraph"), RUN_IN)
def test_a_heading_glued_to_its_paragraph_is_split_off(heading: str, paragraph: str) -> None:
    assert split_run_in(f"{heading} {paragraph}") == (heading, paragraph)


@pytest.mark.parametrize("sentence", ORDINARY)
def test_an_ordinary_sentence_stays_whole(sentence: str) -> None:
    assert split_run_in(sentence) is None


@pytest.mark.parametrize(("heading", "paragraph"), RUN_IN)
def test_a_paragraph_without_its_heading_stays_whole(heading: str, paragraph: str) -> None:
    assert split_run_in(paragraph) is None, heading

"""What news means by its dates, in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.dates import DateExpression, DateKind, find_dates
from dragoman.model.dates import parse_edtf

# A Wednesday.
PUBLISHED = dt.date(2026, 1, 21)


def found(text: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(e.words, e.date.edtf if e.date else None) for e in find_dates(text, published)]


def one(text: str) -> DateExpression:
    (expression,) = find_dates(text, PUBLISHED)
    return expression


def table(lines: str) -> list[tuple[str, str, str]]:
    """Lines of "sentence | words | EDTF"."""
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines.strip().splitlines()]
    return [(row[0], row[1], row[2]) for row in rows]


def check(rows: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "words", "edtf"), table(rows))


@check("""
The treaty was signed on January 3, 2025. | January 3, 2025 | 2025-01-03
It met on Tuesday, Jan. 20, in Geneva. | Tuesday, Jan. 20 | 2026-01-20
The events of January 3rd are recalled. | January 3rd | 2026-01-03
The events of 3 January are recalled. | 3 January | 2026-01-03
The parade of 9 May was short. | 9 May | 2025-05-09
The embassy opened on 12 December 2019. | 12 December 2019 | 2019-12-12
Filed 2026-01-03 in the register. | 2026-01-03 | 2026-01-03
Filed 03.01.2026 in the register. | 03.01.2026 | 2026-01-03
Filed 1/13/2026 in the register. | 1/13/2026 | 2026-01-13
The talks of January 3-5 failed. | January 3-5 | 2026-01-03/2026-01-05
The talks of 3 to 5 March 2024 failed. | 3 to 5 March 2024 | 2024-03-03/2024-03-05
Two envoys came in January 2026. | January 2026 | 2026-01
The cabinet fell in October. | October | 2025-10
The cabinet fell last March. | last March | 2025-03
The law of March last year stands. | March last year | 2025-03
The office closed on Christmas Day. | Christmas Day | 2025-12-25
The office closed on Easter Monday 2024. | Easter Monday 2024 | 2024-04-01
Since the attacks of 9/11 much changed. | 9/11 | 2001-09-11
The envoy left on the 15th. | the 15th | 2026-01-15
""")
def test_days_and_months_are_read_as_written(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@check("""
The assembly will convene on March 5. | March 5 | 2026-03-05
A hearing was set for February 20. | February 20 | 2026-02-20
A review is planned in March. | March | 2026-03
The upcoming summit in June draws many. | June | 2026-06
They met in March. | March | 2025-03
A bare note: 25 January | 25 January | 2026-01-25
""")
def test_a_date_without_a_year_is_the_nearest_in_its_direction(
    text: str, words: str, edtf: str
) -> None:
    assert found(text) == [(words, edtf)]


@check("""
The envoy arrived on Tuesday. | Tuesday | 2026-01-20
The envoy arrived on Thursday. | Thursday | 2026-01-15
The envoy arrived Wednesday morning. | Wednesday morning | 2026-01-21
The envoy will arrive on Thursday. | Thursday | 2026-01-22
The envoy will be received on Tuesday. | Tuesday | 2026-01-27
On Thursday, the council will vote. | Thursday | 2026-01-22
The trip ends Sunday. | Sunday | 2026-01-25
The council plans to vote on Friday. | Friday | 2026-01-23
The vote had been scheduled for Monday's session. | Monday | 2026-01-19
The envoy arrived last Wednesday. | last Wednesday | 2026-01-14
The envoy leaves next Wednesday. | next Wednesday | 2026-01-28
The envoy came on Friday last week. | Friday last week | 2026-01-16
The party met over the weekend. | the weekend | 2026-01-17/2026-01-18
""")
def test_weekdays_look_back_unless_the_clause_looks_ahead(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


def test_each_weekday_follows_its_own_verb() -> None:
    text = "The speaker said Monday that the vote would be held Friday."
    assert found(text) == [("Monday", "2026-01-19"), ("Friday", "2026-01-23")]


@check("""
Today the border is open. | Today | 2026-01-21
The border closed yesterday. | yesterday | 2026-01-20
The border closed last night. | last night | 2026-01-20
The border opens tomorrow morning. | tomorrow morning | 2026-01-22
It fell the day before yesterday. | the day before yesterday | 2026-01-19
Exports fell last week. | last week | 2026-01-12/2026-01-18
Exports rose this month. | this month | 2026-01
Exports fell last year. | last year | 2025
Exports may rise next year. | next year | 2027
The army left three years ago. | three years ago | 2023~
The army left about 20 years ago. | about 20 years ago | 2006~
The army left two weeks ago. | two weeks ago | 2026-01-05~/2026-01-11~
The army left two months ago. | two months ago | 2025-11~
The army left three days ago. | three days ago | 2026-01-18
The army left 48 hours ago. | 48 hours ago | 2026-01-19
The summit will be held in three days. | in three days | 2026-01-24
They wed a year and a half ago. | a year and a half ago | 2024~
Rain fell last summer. | last summer | 2025-22
Rain fell in the summer of 2023. | the summer of 2023 | 2023-22
Gas ran out in the winter of 2022-23. | the winter of 2022-23 | 2022-24
Output grew in the third quarter of 2024. | the third quarter of 2024 | 2024-07/2024-09
Output grew in the fourth quarter. | the fourth quarter | 2025-10/2025-12
""")
def test_times_are_counted_from_publication(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@check("""
Since 2012 he has led the office. | Since 2012 | 2012/..
By 2023, visits had become common. | By 2023 | ../2023
The base is closed until March. | until March | ../2026-03
The siege lasted until Friday. | until Friday | ../2026-01-16
An answer is due by Friday. | by Friday | ../2026-01-23
It was agreed before 2020. | before 2020 | ../2019
Trade stopped after 2020. | after 2020 | 2021/..
The tariff holds from 2024 onwards. | from 2024 onwards | 2024/..
At the end of 2023 they met. | the end of 2023 | 2023-10/2023-12
In late 2023 they met. | late 2023 | 2023-10/2023-12
In early 2024 they met. | early 2024 | 2024-01/2024-03
In mid-2024 they met. | mid-2024 | 2024-05/2024-08
In early March they met. | early March | 2025-03-01/2025-03-10
In the mid-1990s they met. | the mid-1990s | 1994/1996
A deal is due by the end of the year. | by the end of the year | ../2026-12
They met earlier this month. | earlier this month | 2026-01-01/2026-01-21
They fought between January and November. | between January and November | 2025-01/2025-11
He served from 2019 to 2022. | from 2019 to 2022 | 2019/2022
They fought from November to January. | from November to January | 2025-11/2026-01
The post (2018-2022) was vacant. | 2018-2022 | 2018/2022
The budget of 2024-25 is out. | 2024-25 | 2024/2025
It began around January 10. | around January 10 | 2026-01-10~
Guards fired on the night of January 3. | the night of January 3 | 2026-01-03
The week of January 12 was calm. | The week of January 12 | 2026-01-12/2026-01-18
The first week of January was calm. | The first week of January | 2026-01-01/2026-01-07
It ended before Friday's session. | before Friday | ../2026-01-16
The first half of 2024 was calm. | The first half of 2024 | 2024-01/2024-06
""")
def test_prepositions_and_shades_change_the_date(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@check("""
The war began in 1998. | 1998 | 1998
One must go back to 2014. | 2014 | 2014
The 2024 election was close. | 2024 | 2024
The country's 2019 constitution stands. | 2019 | 2019
The pact of the 1990s is dead. | the 1990s | 199X
The border of the 19th century holds. | the 19th century | 18XX
""")
def test_years_decades_and_centuries_need_a_context(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


def test_years_in_a_list_are_all_years() -> None:
    assert [words for words, _ in found("Votes fell in 2019, 2021 and 2023.")] == [
        "2019", "2021", "2023",
    ]  # fmt: skip


def test_an_expression_never_grows_into_the_one_before() -> None:
    words = [words for words, _ in found("It closed two years later January brought change.")]
    assert words == ["two years later", "January"]


def test_a_list_shares_its_year() -> None:
    text = "Envoys came in March and November 2023."
    assert found(text) == [("March", "2023-03"), ("November 2023", "2023-11")]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 troops and 2026 soldiers crossed.",
        "A force of 2000 was raised to 2012 men.",
        "The suspect, aged 45, paid $2012.",
        "A 45-year-old paid 2012 dollars.",
        "She is 60 years old and a mother at 45 years of age.",
        "Resolution 1929 and Flight 2012 are known.",
        "Deaths rose by 1900 in all.",
        "They may march on the palace.",
        "April Smith is a made-up name.",
        "The price is 20.26 a litre, up 20%.",
        "",
    ],
)
def test_ages_sums_and_counts_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "kind", "edtf"),
    [
        ("It fed them for two decades.", "for two decades", DateKind.DURATION, "2006~/2026~"),
        ("He got five years in prison.", "five years", DateKind.DURATION, None),
        ("A three-day visit followed.", "three-day", DateKind.DURATION, None),
        ("It grew over the past three months.", "the past three months", DateKind.DURATION,
         "2025-10~/2026-01~"),
        ("It will last for two years.", "for two years", DateKind.DURATION, None),
        ("They meet every Friday.", "every Friday", DateKind.SET, None),
        ("They report annually.", "annually", DateKind.SET, None),
        ("They meet on Mondays.", "Mondays", DateKind.SET, None),
        ("It recently closed.", "recently", DateKind.VAGUE, "../2026-01-21"),
        ("It closed in recent weeks.", "in recent weeks", DateKind.VAGUE, "../2026-01-21"),
        ("Talks open in the coming days.", "in the coming days", DateKind.VAGUE, "2026-01-21/.."),
        ("It meets every other Tuesday.", "every other Tuesday", DateKind.SET, None),
        ("It is now closed.", "now", DateKind.NOW, "2026-01-21~"),
        ("It closed several years ago.", "several years ago", DateKind.VAGUE, "../2024"),
    ],
)  # fmt: skip
def test_durations_sets_and_vague_times_say_what_they_are(
    text: str, words: str, kind: DateKind, edtf: str | None
) -> None:
    expression = one(text)
    date = expression.date.edtf if expression.date else None
    assert (expression.words, expression.kind, date) == (words, kind, edtf)


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("Two days later the army left.", "2024-03-10", "2024-03-12"),
        ("A year earlier the army left.", "2024-03-10", "2023~"),
        ("That day the army left.", "2024-03-10", "2024-03-10"),
        ("The following month the army left.", "2024-03-10", "2024-04"),
        ("The previous year the army left.", "2024", "2023"),
        ("The following Friday the army left.", "2024-03-10", "2024-03-15"),
        ("That night the army left.", "2024-03-10", "2024-03-10"),
        ("The next morning the army left.", "2024-03-10", "2024-03-11"),
        ("Since then the army has stayed.", "2024-03-10", "2024-03-10/.."),
    ],
)
def test_the_date_told_before_anchors_what_follows(text: str, reference: str, edtf: str) -> None:
    (expression,) = find_dates(text, PUBLISHED, parse_edtf(reference))
    assert expression.date == parse_edtf(edtf)
    assert expression.anchor == "reference"


def test_a_date_in_the_same_sentence_anchors_too() -> None:
    text = "The ship was seized on January 3 and freed two days later."
    assert found(text) == [("January 3", "2026-01-03"), ("two days later", "2026-01-05")]


@pytest.mark.parametrize("text", ["on Tuesday", "last year", "in March", "three years ago"])
def test_without_a_publication_date_relative_dates_keep_only_their_words(text: str) -> None:
    (expression,) = find_dates(text, None)
    assert expression.date is None


def test_a_day_no_calendar_has_is_found_without_a_date() -> None:
    assert found("The note of February 30, 2025 is forged.") == [("February 30, 2025", None)]


@check("""
The parade of the Fourth of July was long. | the Fourth of July | 2025-07-04
The border shut on Memorial Day 2024. | Memorial Day 2024 | 2024-05-27
The border shut on Ascension Day 2024. | Ascension Day 2024 | 2024-05-09
The coup of nineteen ninety-six failed. | nineteen ninety-six | 1996
Trade grew in the year two thousand. | the year two thousand | 2000
Trade grew in fiscal 2024. | fiscal 2024 | 2024
Trade grew in the last quarter of 2025. | the last quarter of 2025 | 2025-10/2025-12
Trade fell in last year's third quarter. | last year's third quarter | 2025-07/2025-09
The early '70s were calm. | The early '70s | 1970/1973
Shots were heard at 10 p.m. Tuesday. | 10 p.m. Tuesday | 2026-01-20
A deal is due by mid-March. | by mid-March | ../2026-03-20
Bonds are payable March 1. | March 1 | 2026-03-01
An agreement to buy the port in March stands. | March | 2026-03
The offer had been due to expire Monday. | Monday | 2026-01-19
By Friday, the Rev. Paul Jones gave up. | By Friday | ../2026-01-16
Troops left a week ago Monday. | a week ago Monday | 2026-01-12
A deal is due by year-end 2027. | by year-end 2027 | ../2027-12-31
The end of the last century was calm. | The end of the last century | 1967/1999
The envoy will replace Mr. A. B. Smith on Friday. | Friday | 2026-01-23
""")
def test_more_ways_to_name_a_day_or_a_stretch(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@check("""
The ban holds through January. | through January | ../2026-01
Trade grew through November. | through November | ../2025-11
""")
def test_a_deadline_lies_ahead_only_where_that_is_near(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Sales of the second quarter of 2025 beat those of a year earlier.", "a year earlier",
         "2024-04/2024-06"),
        ("In the second quarter of 2025 sales rose; the quarter was good.", "the quarter",
         "2025-04/2025-06"),
        ("The quarter was good.", "The quarter", "2025-10/2025-12"),
    ],
)  # fmt: skip
def test_a_report_on_a_quarter_compares_quarters(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The current crisis is grave.",
        "The recent talks failed.",
        "Profit passed year-earlier figures.",
        "The police came at 5 p.m. and left overnight.",
        "The year was hard.",
        "It was the first visit in years.",
        "They talked for hours.",
        "The future is open.",
    ],
)
def test_times_that_date_no_act_have_no_date(text: str) -> None:
    expressions = find_dates(text, PUBLISHED)
    assert expressions
    assert all(e.date is None for e in expressions)


def test_two_days_later_counts_from_a_day_and_not_from_a_year() -> None:
    text = "It began on January 3, the worst since 2012, and ended two days later."
    assert found(text)[-1] == ("two days later", "2026-01-05")
    assert found("It began in 2024 and ended two days later.")[-1] == ("two days later", None)


def test_figures_that_could_be_two_days_are_not_guessed() -> None:
    assert found("Filed 1/3/2026.") == [("1/3/2026", None)]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))
SCRAPS = st.sampled_from(
    """since|until|by|between|and|from|to|for|in|on|the|early|late|mid-|end of|last|next|this|will
    |said|two|three|a|several|years|weeks|day|ago|later|earlier|month|2012|1999|2,000|45|January|May
    |March 3|Jan. 3,|Friday|Tuesday morning|summer|1990s|quarter|first|30|February 30|every|recently
    |now|the|current|year-ago|quarter|period|year|at 5 p.m.|noon|nineteen ninety-six|or so|half a
    |third of May|29 February|fiscal|weekends|’s end|twice a|daily|the early|’70s|Memorial Day
    |,|.|-|–|’s|$|soldiers|New Year's Day|century|3,000|then|é 😀|2026-01-03|1/13/2026""".replace(
        "\n    ", ""
    ).split("|")
)
TEXTS = st.one_of(st.lists(SCRAPS, max_size=14).map(" ".join), st.text(max_size=60))


@given(TEXTS, st.one_of(st.none(), DAYS))
def test_offsets_quote_in_order_and_days_do_too(text: str, published: dt.date | None) -> None:
    expressions = find_dates(text, published)
    end = 0
    for expression in expressions:
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.words
        end = expression.end
        if date := expression.date:
            assert parse_edtf(date.edtf) == date
            assert not (date.earliest and date.latest) or date.earliest <= date.latest


@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_dates(text: str, published: dt.date) -> None:
    assert find_dates(text, published) == find_dates(text, published)


@given(DAYS)
def test_a_weekday_equal_to_the_datelines_is_that_very_day(published: dt.date) -> None:
    name = WEEKDAYS[published.weekday()]
    for text in (f"Delegates met on {name}.", f"Delegates will meet on {name}."):
        (expression,) = find_dates(text, published)
        assert expression.date is not None
        assert expression.date.edtf == published.isoformat()


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_the_week_behind_or_ahead(published: dt.date, name: str) -> None:
    (behind,) = find_dates(f"Delegates met on {name}.", published)
    (ahead,) = find_dates(f"Delegates will meet on {name}.", published)
    assert behind.date is not None
    assert ahead.date is not None
    assert behind.date.earliest is not None
    assert ahead.date.earliest is not None
    assert 0 <= (published - behind.date.earliest).days < 7
    assert 0 <= (ahead.date.earliest - published).days < 7

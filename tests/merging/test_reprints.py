from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merging.reprints import (
    COPIED_SHARE,
    ArticleText,
    Shelf,
    find_reprints,
    own_shingles,
)

# Each story as an agency tells it, and as another outlet tells it that asked for itself.
STORIES = [
    (
        "The interior ministers of two island states signed an accord on Tuesday that lets their "
        "coast guards patrol the strait between them together. The accord takes effect in March "
        "and runs for five years. Each side will send two cutters and share radar pictures with "
        "the other. Fishermen in the northern villages have asked for such patrols since last "
        "summer, when three boats were lost in a storm and nobody came to look for them. The "
        "opposition in the larger state said it had not been shown the text before the signing.",
        "Joint patrols of the strait will begin in March, officials of both island governments "
        "announced after a ceremony that lasted less than half an hour. Two cutters from either "
        "country are to take part, for an initial period of five years. It answers a call from "
        "fishing communities in the north, where several boats went down in a storm last summer "
        "without any rescue. Opposition deputies complained that parliament learned of the deal "
        "from the radio and demanded that the document be published in full.",
    ),
    (
        "The central bank raised its main rate to nine per cent on Thursday, the fourth rise this "
        "year, and warned that prices would go on climbing until the harvest is in. The governor "
        "told reporters that two of the seven members of the board had voted for a smaller step. "
        "Bread costs a third more than it did in January. Trade unions called a day of protest "
        "for the end of the month, and the finance minister promised to lift the lowest pensions "
        "before the winter begins, without saying where the money would come from.",
        "Borrowing became dearer again as the bank's board lifted rates to nine per cent, a move "
        "that was not unanimous: two members wanted to go more slowly. It is the fourth time the "
        "rate goes up since the new year. Inflation shows most at the bakery, where a loaf is up "
        "by a third. Unions answered with plans for a protest at the month's end. Pensioners on "
        "the smallest incomes were told by the minister of finance to expect help before winter, "
        "but he gave no source for the funds.",
    ),
    (
        "Voters in the mountain province turned down the new dam by a wide margin on Sunday, "
        "according to the electoral commission, which had counted nearly all the ballots by "
        "midnight. The government had hoped to sell power from the dam to its southern neighbour. "
        "Turnout was the highest in twenty years, and queues stood outside schools until dusk. "
        "The energy minister said she would respect the result but would look for another valley. "
        "Farmers danced in the main square when the first figures were read out.",
        "A plan for a dam in the mountains is dead after a referendum in which the province said "
        "no. With few ballots left to count, the commission put turnout above anything seen in two "
        "decades. Exports of electricity to the south, on which the cabinet had set its hopes, "
        "will have to wait. There was dancing on the square as results came in. Another valley "
        "may be considered, the energy minister said, adding that the vote would stand.",
    ),
]
SPEECH = (
    '"We did not come to this table to be told what our fathers were told, that the sea is wide '
    "and the ships are few, and that those who live on the far shore must learn to wait for the "
    'weather and for the good will of others," the president said.'
)


def an_article(
    id_: str, text: str, *, day: int = 5, time: str | None = None, outlet: str = "Paper"
) -> ArticleText:
    return ArticleText(id_, outlet, dt.date(2026, 1, day), time, text)


def copies_of(text: str) -> dict[str, str]:
    sentences = text.split(". ")
    return {
        "whole": text,
        "with a credit": f"PORT TOWN, Jan 5 (Reuters) - {text}\nReporting by our staff.",
        "cut short": ". ".join(sentences[:2]) + ".",
        "the end cut off and a line added": ". ".join(sentences[1:-1])
        + ". The weather service expects a mild week on both coasts and some rain in the hills.",
        "lightly reworded": text.replace(" said ", " stated ").replace(" on ", " this past ", 1)
        .replace("new", "planned").replace(" and ", " as well as ", 1),
        "in another order": ". ".join(sentences[::-1]),
    }  # fmt: skip


@pytest.mark.parametrize("story", [story for story, _ in STORIES])
@pytest.mark.parametrize("how", list(copies_of("a. b. c")))
def test_a_copy_is_a_reprint_of_the_earlier_article(story: str, how: str):
    copy = copies_of(story)[how]
    (reprint,) = find_reprints([an_article("A", copy, day=6), an_article("B", story, day=5)])
    assert (reprint.article_id, reprint.original_id) == ("A", "B")
    assert reprint.share >= COPIED_SHARE + 0.1


@pytest.mark.parametrize(("story", "retold"), STORIES)
def test_the_same_event_told_independently_is_no_reprint(story: str, retold: str):
    first, second = own_shingles(story), own_shingles(retold)
    assert len(first & second) / len(second) <= 0.1
    assert find_reprints([an_article("A", story), an_article("B", retold)]) == ()


def test_a_shared_quotation_is_no_reprint():
    one, other = (f"{told} {SPEECH} {SPEECH.replace('sea', 'bay')}" for told in STORIES[0])
    assert find_reprints([an_article("A", one), an_article("B", other)]) == ()


def test_two_short_notes_around_one_quotation_are_no_reprint():
    one = f"In the capital the talks began late. {SPEECH}"
    other = f"Nobody had expected an answer so soon. {SPEECH}"
    assert find_reprints([an_article("A", one), an_article("B", other)]) == ()


def test_a_short_text_copied_word_for_word_is_a_reprint():
    note = "The ferry will not run on Monday."
    (reprint,) = find_reprints([an_article("A", note), an_article("B", note)])
    assert (reprint.original_id, reprint.share) == ("A", 1.0)


def test_an_earlier_time_on_the_same_day_makes_the_original():
    story = STORIES[0][0]
    evening = an_article("A", story, time="2026-01-05T20:00:00-05:00")
    morning = an_article("B", story, time="2026-01-05T09:00:00+03:00")
    (reprint,) = find_reprints([evening, morning])
    assert reprint.original_id == "B"


def test_a_longer_later_article_that_swallows_a_short_one_is_no_reprint():
    short = STORIES[0][0]
    longer = " ".join([short, STORIES[1][0], STORIES[2][0]])
    assert find_reprints([an_article("A", short), an_article("B", longer, day=6)]) == ()


def test_a_chain_of_copies_resolves_to_the_earliest_original():
    story, addition = STORIES[0][0], STORIES[1][0]
    first = an_article("C", story + " " + STORIES[2][0][:200], day=1)
    second = an_article("B", story + " " + addition[:330], day=2)
    third = an_article("A", story[:150] + " " + addition[:330], day=3)
    found = {r.article_id: r.original_id for r in find_reprints([third, first, second])}
    assert found == {"B": "C", "A": "C"}


def test_a_text_that_many_print_costs_one_comparison_a_copy():
    shelf = Shelf()
    for number in range(200):
        shelf.place(an_article(f"{number:03}", STORIES[0][0] + f" Page {number}."))
    assert shelf.compared <= 200


def test_many_unlike_articles_are_hardly_compared_at_all():
    dice = random.Random(7)  # noqa: S311
    words = " ".join(story for pair in STORIES for story in pair).split()
    shelf = Shelf()
    for number in range(400):
        footer = "Read more of our coverage on the front page of this paper."
        shelf.place(an_article(f"{number}", " ".join([*dice.choices(words, k=200), footer])))
    assert shelf.compared <= 400


@given(st.permutations([
    an_article(f"{n}{m}", copy, day=5 + m % 3)
    for n, (story, retold) in enumerate(STORIES)
    for m, copy in enumerate([story, retold, *copies_of(story).values()])
]))  # fmt: skip
def test_the_order_of_reading_changes_nothing(articles: list[ArticleText]):
    assert find_reprints(articles) == find_reprints(sorted(articles, key=lambda a: a.id))

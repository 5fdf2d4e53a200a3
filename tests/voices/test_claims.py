from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.cast import Cast
from dragoman.voices.claims import find_claims

NOBODY = Cast((), (), {})

SPEAKERS = ("The minister", "Analysts", "She", "The report", "“We", "I", "The visit", "Nobody")
VERBS = ("said", "denied", "told the court", "underscores", "is a triumph", "called", "warned of")
CONTENTS = (
    "that the ship had sailed",
    "“the end of the road”",
    "it a 'disgrace'",
    "the arrest—a first",
    "reports that aid was cut",
    ", according to officials",
    "the regime's fall: nothing is left",
)
ENDS = (".", "?", "!”", ",” he said.", "")
PIECES = st.tuples(*(st.sampled_from(words) for words in (SPEAKERS, VERBS, CONTENTS, ENDS)))
SENTENCES = PIECES.map(lambda p: f"{p[0]} {p[1]} {p[2]}{p[3]}")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_every_span_of_every_claim_quotes_the_article(parse, sentences):
    read = parse(*sentences)
    text = read.article.text
    claims = find_claims(read, NOBODY)
    for claim in claims:
        quotes = (claim.cue, claim.content, claim.evidence, *claim.loaded)
        assert all(text[q.start : q.end] == q.words for q in quotes)
        assert claim.evidence.holds(claim.content)
        assert all(claim.content.holds(quote) for quote in claim.loaded)
        assert claim.evidence.start <= read.sentences[claim.sentence].quote.start
    assert len({claim.id for claim in claims}) == len(claims)


def test_reading_twice_gives_the_same_claims(parse):
    words = "The minister said that the talks had failed, sources said."
    assert find_claims(parse(words), NOBODY) == find_claims(parse(words), NOBODY)


def test_every_claim_says_how_it_was_found(claims_of):
    for claim in claims_of("The minister said so much.", "The port is a cornerstone, he said."):
        assert claim.how.rule.startswith("voices.")
        assert claim.how.version
        assert claim.how.cue == claim.cue.words

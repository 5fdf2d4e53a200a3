from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.claim import ReasonKind, Stance
from dragoman.model.report import Voice

PURPOSES = {
    "The visit aims to revive a fishing treaty.": "revive a fishing treaty",
    "The drill was designed to deter an attack.": "deter an attack",
    "Her stay in Oslo is meant to calm the markets.": "calm the markets",
    "The minister arrived in Quito to sign an accord on fishing.": "sign an accord on fishing",
    "The delegation is in Oslo for talks on quotas.": "talks on quotas",
    "The ministry moved the talks in order to protect its staff.": "protect its staff",
    "Parliament passed a law so that ministers could travel.": "ministers could travel",
    "The talks will focus on border security.": "border security",
    "The agenda includes migration and trade.": "migration and trade",
    "The aim of the trip is to reopen the embassy.": "reopen the embassy",
    "The envoy flew to Oslo on a mission to free the hostages.": "free the hostages",
    "To win votes, the cabinet cut taxes.": "win votes",
    "The meeting was called to discuss the budget.": "discuss the budget",
    "The fleet sailed with the aim of lifting the blockade.": "lifting the blockade",
    "With the visit, Ruritania aims to win new friends.": "win new friends",
    "They began a visit focused on training.": "training",
    "This was to protect the fleet.": "protect the fleet",
    "The minister is in Lima for trade.": "trade",
    "Parliament formed a panel to study the levy.": "study the levy",
    "Farmers set up roadblocks to protest the levy.": "protest the levy",
    "Police used tear gas to clear the square.": "clear the square",
    "The bank took measures to protect the currency.": "protect the currency",
    "Farmers marched for lower rents.": "lower rents",
    "The visit is a signal that the alliance holds.": "the alliance holds",
}
CAUSES = {
    "The talks failed because of the war.": "the war",
    "Because the bridge had collapsed, the army withdrew.": "the bridge had collapsed",
    "The delay was due to a strike at the port.": "a strike at the port",
    "The cabinet expelled the envoy in retaliation for the raid.": "the raid",
    "Two ministers resigned over the scandal.": "the scandal",
    "The general was sanctioned for his role in the coup.": "his role in the coup",
    "The riots were sparked by a rise in bread prices.": "a rise in bread prices",
    "The quarrel stems from an old border treaty.": "an old border treaty",
    "The reason: the two sides could not agree on prices.": (
        "the two sides could not agree on prices"
    ),
    "The army closed the pass, citing bad weather.": "bad weather",
}
MOTIVES = {
    "Driven by fear of a coup, the president dismissed two generals.": "fear of a coup",
    "The government closed the border, fearing that the unrest would spread.": (
        "the unrest would spread"
    ),
    "The king dismissed the general out of fear of a coup.": "fear of a coup",
    "Wary of new sanctions, the bank froze the accounts.": "new sanctions",
}
CONSEQUENCES = {
    "The strike led to a shutdown of the port.": "a shutdown of the port",
    "The drought caused a food shortage.": "a food shortage",
    "The blast left the town without power.": "the town without power",
    "The army seized the bridge, forcing the traders to turn back.": "the traders to turn back",
    "The talks collapsed and, as a result, the ceasefire ended.": "the ceasefire ended",
    "The talks collapsed, so the ceasefire ended.": "the ceasefire ended",
}
PLAIN = [
    "The minister met the president in Lima on Monday.",
    "The talks lasted for three hours.",
    "He arrived after the meeting.",
    "The two sides agreed to hold new talks in May.",
    "Parliament plans to vote on the bill next week.",
    "The army said it had seized the port.",
    "The president is expected to travel to Oslo.",
    "The party decided to leave the coalition.",
    "She has been the foreign minister since 2019.",
    "The delegation left for London on Tuesday.",
    "The police arrested four men following the meeting.",
    "The government refused to comment.",
    "Thousands of people marched through the capital.",
    "The president called the meeting of great significance.",
    "The visit was described as a success.",
    "It was the first visit for a decade.",
    "He led a delegation of ten officials to Quito.",
    "The court sentenced him to ten years in prison.",
    "Soldiers left the village before dawn.",
    "They continued to talk over dinner.",
    "He was held over the weekend.",
    "The minister is due to arrive on Thursday.",
    "The group's aim is to win seats in parliament.",
    "The kingdom aims to double its exports.",
    "The army is too weak to hold the pass.",
    "To be sure, the treaty has critics.",
    "To understand the visit, one must go back ten years.",
    "She is the first envoy to visit the island.",
    "The union has the right to strike.",
    "The river reached the port only to recede within hours.",
    "The crew took two days to reach the port.",
    "The envoys used to live in the old town.",
    "Two brigades fight for Ruritania.",
    "The minister has a story to tell.",
]
BY_KIND = [
    (kind, text, content)
    for kind, cases in (
        (ReasonKind.PURPOSE, PURPOSES),
        (ReasonKind.CAUSE, CAUSES),
        (ReasonKind.MOTIVE, MOTIVES),
        (ReasonKind.CONSEQUENCE, CONSEQUENCES),
    )
    for text, content in cases.items()
]


@pytest.mark.parametrize(("kind", "text", "content"), BY_KIND)
def test_each_kind_of_reason_is_found_with_its_own_words(
    read: Any, kind: ReasonKind, text: str, content: str
) -> None:
    reason = read(text).only
    assert (reason.kind, reason.content.words, reason.denied) == (kind, content, False)


@pytest.mark.parametrize("text", PLAIN)
def test_a_sentence_without_a_reason_gives_none(read: Any, text: str) -> None:
    assert [(r.how.rule, r.content.words) for r in read(text).reasons] == []


def test_a_reason_inside_a_claim_takes_the_claims_voice(read: Any, said: Any) -> None:
    content = "the visit is meant to revive a treaty"
    reason = read(f"The ministry said {content}.", claims=[said(content)]).only
    assert reason.attribution.voice is Voice.OFFICIAL


def test_the_innermost_claim_gives_the_voice(read: Any, said: Any) -> None:
    inner = "the visit is meant to revive a treaty"
    outer = f"diplomats believed that {inner}"
    claims = [said(outer, Voice.OFFICIAL), said(inner, Voice.UNNAMED)]
    reason = read(f"The ministry said {outer}.", claims=claims).only
    assert reason.attribution.voice is Voice.UNNAMED


def test_a_reason_inside_a_denial_is_denied(read: Any, said: Any) -> None:
    content = "the visit was aimed at buying weapons"
    claims = [said(content, Voice.OFFICIAL, Stance.DENIES)]
    assert read(f"Officials denied that {content}.", claims=claims).only.denied


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The visit aims to revive a treaty.", Voice.AUTHOR),
        ("The envoy arrived in Lima to revive a treaty.", Voice.NARRATOR),
        ("The talks failed because of the war.", Voice.NARRATOR),
        ("Driven by fear of a coup, the king dismissed two generals.", Voice.AUTHOR),
        ("The official narrative presents the visit as a gesture of peace.", Voice.OFFICIAL),
        ("The visit is seen as a warning to the north.", Voice.UNNAMED),
    ],
)
def test_without_a_claim_the_signal_tells_whose_reading_it_is(
    read: Any, text: str, voice: Voice
) -> None:
    assert read(text).only.attribution.voice is voice


def test_how_names_rule_signal_and_confidence(read: Any) -> None:
    how = read("The talks failed because of the war.").only.how
    assert (how.rule, how.cue, how.version) == ("reasons/because-of", "because of", "1")
    assert 0.0 < how.confidence < 1.0


def test_swapping_the_sides_changes_no_reason(read: Any) -> None:
    told = "{0} sent a minister to {1} to sign a pact, fearing that rebels would win."
    one = read(told.format("Cuba", "Norway")).reasons
    other = read(told.format("Norway", "Cuba")).reasons
    assert [(r.kind, r.how.rule) for r in one] == [(r.kind, r.how.rule) for r in other]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from([*(text for _, text, _ in BY_KIND), *PLAIN, "– «Why?» – 🙂 So…"]),
        min_size=1,
        max_size=4,
    )
)
def test_every_span_quotes_the_text_and_ids_are_stable(read: Any, texts: list[str]) -> None:
    outcome = read(" ".join(texts))
    assert read(" ".join(texts)).reasons == outcome.reasons
    for reason in outcome.reasons:
        for quote in (reason.evidence, reason.cue, reason.content):
            assert outcome.text[quote.start : quote.end] == quote.words
        assert reason.evidence.holds(reason.content)

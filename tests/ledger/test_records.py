from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from dragoman.ledger import Ledger, Pseudonyms, as_published
from dragoman.ledger.records import (
    Record,
    actor_record,
    article_record,
    claim_record,
    event_record,
    reason_record,
    support_record,
)
from dragoman.model.claim import Stance
from dragoman.model.event import Disagreement
from dragoman.model.report import Attribution, Voice
from factory import actor_id, make_actors, make_event, make_reading, words_in

READING = make_reading()
TEXT = READING.article.text
VISIT, GIFT = READING.reports
DECKHAND = "person:deckhand"


class TwoTypes:
    """A codebook of two types."""

    def quad(self, name: str) -> str:
        return {"CONSULT": "verbal cooperation", "AID": "material cooperation"}[name]

    def intensity(self, name: str, modes: Iterable[str] = ()) -> float:
        return 4.0 if "visit" in modes else {"CONSULT": 2.5, "AID": 10.0}[name]


def visit_record(ledger: Ledger) -> Record:
    stored = next(e for e in ledger.events() if e.event.type == "CONSULT")
    return event_record(stored, as_published, TwoTypes())


def test_an_event_has_exactly_the_keys_and_values_of_the_design(merged: Ledger) -> None:
    head = {
        "id": READING.article.id,
        "outlet": "The Harbour Post",
        "url": "https://news.example/ottawa",
        "headline": "Minister in Ottawa over fish",
        "published": "2026-01-20",
    }
    event = make_event(VISIT, READING)
    assert visit_record(merged) == {
        "id": event.id,
        "type": "CONSULT",
        "modes": ["visit"],
        "contexts": ["diplomatic"],
        "quad": "verbal cooperation",
        "intensity": 4.0,
        "actors": [
            {
                "id": actor_id("post:NOR:MFA"),
                "name": "foreign minister of Norway",
                "kind": "person",
                "country": "NOR",
                "sectors": ["GOV", "DIP"],
                "office": "Foreign Minister",
                "private": False,
            }
        ],
        "recipients": [
            {
                "id": actor_id("state:Canada"),
                "name": "Canada",
                "kind": "state",
                "country": "CAN",
                "sectors": ["GOV"],
                "office": None,
                "private": False,
            }
        ],
        "date": {
            "edtf": "2026-01-19",
            "earliest": "2026-01-19",
            "latest": "2026-01-19",
            "precision": "day",
        },
        "place": {
            "name": "Ottawa",
            "country": "CAN",
            "lat": 45.42,
            "lon": -75.69,
            "precision": "city",
        },
        "quantity": None,
        "factuality": "happened",
        "support": [],
        "independent_outlets": 1,
        "articles": 1,
        "disagreements": [],
        "reports": [
            {
                "id": VISIT.id,
                "article": head,
                "sentence": READING.sentences[0].quote.words,
                "start": 0,
                "end": READING.sentences[0].quote.end,
                "voice": "narrator",
                "speaker": None,
                "cue": "visited",
                "factuality": "happened",
                "confidence": 0.9,
                "spans": {
                    "cue": [list(VISIT.cue.span)],
                    "actors": [list(VISIT.actors[0].quote.span)],
                    "recipients": [list(VISIT.recipients[0].quote.span)],
                    "date": [list(words_in(TEXT, "on Monday").span)],
                    "place": [list(words_in(TEXT, "Ottawa").span)],
                },
            }
        ],
    }


def test_an_event_tells_its_quantity_its_supports_and_what_reports_disagree_on(
    merged: Ledger,
) -> None:
    told = Disagreement("number", (("12", (GIFT.id,)),))
    event = make_event(GIFT, READING, disagreements=(told,))
    merged.replace_merged(make_actors(READING), (event,), ())
    record = event_record(next(merged.events()), as_published, TwoTypes())
    assert record["quantity"] == {"words": "12 patrol boats", "at_least": 12, "at_most": 12}
    assert [support["id"] for support in record["support"]] == [READING.supports[0].id]
    assert record["disagreements"] == [
        {"about": "number", "versions": [{"told": "12", "reports": [GIFT.id]}]}
    ]


def test_a_claim_has_exactly_the_keys_and_values_of_the_design(merged: Ledger) -> None:
    (claim,) = READING.claims
    record = claim_record(next(merged.claims()), as_published)
    assert record == {
        "id": claim.id,
        "speaker": {
            "id": actor_id("body:NOR:MFA"),
            "name": "Ministry of Foreign Affairs",
            "kind": "body",
            "country": "NOR",
            "office": None,
        },
        "speaker_text": "the ministry in Oslo",
        "cue": "said",
        "content": "Canada will give Norway 12 patrol boats",
        "stance": "promises",
        "voice": "official",
        "quoted": False,
        "article": {
            "id": READING.article.id,
            "outlet": "The Harbour Post",
            "url": "https://news.example/ottawa",
            "published": "2026-01-20",
        },
        "sentence": claim.evidence.words,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "spans": {
            "speaker": [list(words_in(TEXT, "the ministry in Oslo").span)],
            "cue": [list(claim.cue.span)],
            "content": [list(claim.content.span)],
        },
        "reports": [GIFT.id],
        "loaded_words": ["patrol"],
    }


@pytest.mark.parametrize(
    ("authors", "name", "kind"),
    [
        (("The foreign desk",), "The foreign desk", "person"),
        ((), "The Harbour Post", "organization"),
    ],
)
def test_the_writers_own_judgement_is_spoken_by_the_writer(
    ledger: Ledger, authors: tuple[str, ...], name: str, kind: str
) -> None:
    reading = make_reading(authors=authors)
    opinion = replace(
        reading.claims[0], attribution=Attribution(Voice.AUTHOR), stance=Stance.INTERPRETS
    )
    ledger.add(replace(reading, claims=(opinion,)))
    record = claim_record(next(ledger.claims()), as_published)
    assert record["voice"] == "author"
    assert record["speaker_text"] is None
    assert record["speaker"] == {
        "id": None, "name": name, "kind": kind, "country": None, "office": None
    }  # fmt: skip


def test_an_actor_has_exactly_the_keys_of_the_design(merged: Ledger) -> None:
    by_name = {a.actor.name: actor_record(a, as_published) for a in merged.actors()}
    minister = by_name["foreign minister of Norway"]
    assert list(minister) == (
        "id name names kind country sectors offices wikidata_id private mentions articles".split()
    )
    (office,) = minister["offices"]
    span = words_in(TEXT, "foreign minister").span
    assert (office["title"], office["from"], office["to"]) == ("Foreign Minister", "2025-02", None)
    assert office["body"] == "Ministry of Foreign Affairs"
    assert office["evidence"]["words"] == "foreign minister"
    assert (office["evidence"]["start"], office["evidence"]["end"]) == span
    assert by_name["Canada"]["wikidata_id"] == "Q16"


def test_reasons_and_supports_carry_their_evidence(merged: Ledger) -> None:
    reason = reason_record(next(merged.reasons()), as_published)
    assert (reason["kind"], reason["report"]) == ("purpose", VISIT.id)
    assert reason["event"] == make_event(VISIT, READING).id
    support = support_record(next(merged.supports()), as_published)
    assert (support["provider"]["name"], support["recipient"]["name"]) == ("Canada", "Norway")
    for record, spans in ((reason, ("cue", "content")), (support, ("provider", "given"))):
        assert TEXT[record["start"] : record["end"]] == record["sentence"]
        assert all(record["spans"][name] for name in spans)


def test_an_article_names_its_source_and_what_it_gave(merged: Ledger) -> None:
    record = article_record(next(merged.articles()))
    assert record["headline"] == "Minister in Ottawa over fish"
    assert (record["sentences"], record["reports"], record["supports"]) == (3, 2, 1)
    assert record["reprint_of"] is None


def test_every_span_of_every_record_is_the_text_it_stands_for(merged: Ledger) -> None:
    for report in visit_record(merged)["reports"]:
        start, end = report["spans"]["cue"][0]
        assert TEXT[start:end] == report["cue"]


def test_every_record_is_json(merged: Ledger) -> None:
    shown = Pseudonyms(merged.pseudonyms())
    records = [
        *(event_record(stored, shown, TwoTypes()) for stored in merged.events()),
        *(claim_record(stored, shown) for stored in merged.claims()),
        *(reason_record(stored, shown) for stored in merged.reasons()),
        *(support_record(stored, shown) for stored in merged.supports()),
        *(actor_record(stored, shown) for stored in merged.actors()),
        *(article_record(stored) for stored in merged.articles()),
    ]
    assert [json.loads(json.dumps(record)) for record in records] == records


def test_private_persons_leave_every_record_but_the_sentences(ledger: Ledger) -> None:
    saw = Attribution(Voice.NAMED, 4, words_in(TEXT, "A deckhand from Malmö"))
    reading = replace(
        READING,
        reports=(replace(VISIT, attribution=saw), GIFT),
        claims=(replace(READING.claims[0], attribution=saw),),
        reasons=(replace(READING.reasons[0], attribution=saw),),
        supports=(replace(READING.supports[0], attribution=saw),),
    )
    ledger.add(reading)
    event = make_event(reading.reports[0], reading, recipient_ids=(actor_id(DECKHAND),))
    ledger.replace_merged(make_actors(reading), (event,), ())
    shown = Pseudonyms(ledger.pseudonyms())
    records = [
        event_record(next(ledger.events()), shown, TwoTypes()),
        claim_record(next(ledger.claims()), shown),
        reason_record(next(ledger.reasons()), shown),
        support_record(next(ledger.supports()), shown),
        *(actor_record(stored, shown) for stored in ledger.actors()),
    ]
    pseudonym = f"person 1 in {reading.article.id}"
    told = json.dumps(records, ensure_ascii=False)
    assert "eckhand" not in told
    assert told.count(pseudonym) == 9
    assert "A deckhand from Malmö" in json.dumps(
        claim_record(next(ledger.claims()), as_published), ensure_ascii=False
    )

from __future__ import annotations

from dragoman.answers import evidence
from dragoman.answers.citing import unsupported
from dragoman.answers.timeline import event_line
from dragoman.ledger import Filter, Ledger, Pseudonyms


def test_a_reports_evidence_is_its_sentence_and_what_its_words_mean(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    (event,) = ledger.events(Filter(type="SANCTION"))
    report = next(r for r in event.reports if r.article.outlet == "The Harbour Post")
    found = evidence.of_report(report, shown)
    assert found.sentence.words == "In May 2024 Canada imposed sanctions on Norway."
    assert {"Canada", "Norway", "May 2024"} <= set(found.resolved)


def test_all_that_an_events_line_names_is_in_the_evidence_of_its_reports(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    for event in ledger.events():
        told = [evidence.of_report(report, shown) for report in event.reports]
        line = event_line(event, shown, dated=True)
        assert unsupported(line, told) == (), line


def test_no_evidence_gives_away_a_private_name_beside_its_sentence(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    for event in ledger.events():
        for report in event.reports:
            resolved = evidence.of_report(report, shown).resolved
            assert not any("Nordmann" in words for words in resolved)


def test_a_reason_and_a_claim_are_resolved_to_their_speakers(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    reason = next(r for r in ledger.reasons() if r.speaker is not None)
    assert reason.speaker is not None
    found = evidence.of_reason(reason, shown)
    assert found.sentence == reason.reason.evidence
    assert shown(reason.speaker).name in found.resolved
    claim = next(c for c in ledger.claims() if c.speaker is not None)
    assert claim.speaker is not None
    assert shown(claim.speaker).name in evidence.of_claim(claim, shown).resolved


def test_a_support_is_resolved_to_provider_recipient_and_period(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    (support,) = ledger.supports(Filter(actor="Denmark"))
    assert {"Norway", "Denmark", "since 2012"} <= set(evidence.of_support(support, shown).resolved)


def test_nothing_is_resolved_twice(ledger: Ledger) -> None:
    shown = Pseudonyms(ledger.pseudonyms())
    for event in ledger.events():
        for report in event.reports:
            resolved = evidence.of_report(report, shown).resolved
            assert len(resolved) == len(set(resolved))
            assert all(resolved)

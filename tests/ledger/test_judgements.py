from __future__ import annotations

from dataclasses import replace

from dragoman.ledger import Ledger
from dragoman.model.event import Judgement, Verdict
from factory import make_actors, make_events, make_reading

WHEN = "2026-02-01T09:00:00+00:00"


def test_a_judgement_is_kept_and_given_back_about_either_id(ledger: Ledger) -> None:
    judgement = Judgement("ACT-1", Verdict.SAME, "ACT-2", "one ministry, two spellings", WHEN)
    ledger.add_judgement(judgement)
    assert ledger.judgements() == (judgement,)
    assert ledger.judgements_on("ACT-1") == ledger.judgements_on("ACT-2") == (judgement,)
    assert ledger.judgements_on("ACT-3") == ()
    assert ledger.by_id(judgement.id) == judgement


def test_the_later_judgement_on_a_pair_stands_whichever_id_is_named_first(ledger: Ledger) -> None:
    ledger.add_judgement(Judgement("ACT-1", Verdict.SAME, "ACT-2", "", WHEN))
    later = Judgement("ACT-2", Verdict.DIFFERENT, "ACT-1", "looked again", WHEN)
    ledger.add_judgement(later)
    assert ledger.judgements() == (later,)


def test_a_judgement_can_be_struck_out(ledger: Ledger) -> None:
    judgement = Judgement("REP-1", Verdict.WRONG, None, "", WHEN)
    ledger.add_judgement(judgement)
    assert ledger.remove_judgement(judgement.id)
    assert not ledger.remove_judgement(judgement.id)
    assert ledger.judgements() == ()


def test_a_judgement_outlives_the_report_it_is_about(ledger: Ledger) -> None:
    reading = make_reading()
    ledger.add(reading)
    judgement = Judgement(reading.reports[0].id, Verdict.WRONG, None, "no visit", WHEN)
    ledger.add_judgement(judgement)
    ledger.add(replace(reading, reports=(), claims=(), reasons=(), supports=()))
    assert ledger.judgements_on(reading.reports[0].id) == (judgement,)


def test_a_judgement_asks_for_merging_and_so_does_striking_it_out(merged: Ledger) -> None:
    reading = make_reading()
    judgement = Judgement("ACT-1", Verdict.SAME, "ACT-2", "", WHEN)
    for decide in (merged.add_judgement, lambda told: merged.remove_judgement(told.id)):
        assert not merged.needs_merging()
        decide(judgement)
        assert merged.needs_merging()
        merged.replace_merged(make_actors(reading), make_events(reading), ())

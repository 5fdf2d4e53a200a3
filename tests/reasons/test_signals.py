from __future__ import annotations

from dragoman.reasons.signals import load_signals


def test_every_word_list_that_a_signal_asks_for_is_there() -> None:
    signals = load_signals()
    phrases = [p for found in signals.phrases.values() for p in found]
    tables = (signals.predicates, signals.participles, signals.adjectives)
    predicates = [p for table in tables for found in table.values() for p in found]
    asked = {name for s in (*phrases, *predicates) for name in (s.objects, s.governors) if name}
    assert {name.removeprefix("!") for name in asked} <= set(signals.lists)


def test_every_signal_has_a_confidence_that_is_neither_certain_nor_nothing() -> None:
    signals = load_signals()
    found = [p.signal for group in signals.phrases.values() for p in group]
    assert all(0.0 < signal.confidence < 1.0 for signal in found)


def test_a_phrase_is_found_under_each_word_that_may_open_it() -> None:
    signals = load_signals()
    assert any(p.signal.name == "in-order-to" for p in signals.phrases["lest"])
    assert any(p.signal.name == "because-of" for p in signals.phrases["the"])


def test_a_list_with_an_exclamation_mark_is_its_contrary() -> None:
    signals = load_signals()
    assert signals.allows("times", "week")
    assert not signals.allows("!times", "week")
    assert signals.allows(None, "week")


def test_an_exclamation_mark_after_a_verb_asks_for_its_passive() -> None:
    aims = load_signals().predicates["aim"]
    assert {(p.passive, *p.link) for p in aims} >= {(True, "at"), (False, "do")}

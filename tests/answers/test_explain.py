from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.answers.explain import explain
from dragoman.errors import UsageError
from dragoman.ledger import Filter, Ledger
from dragoman.model.event import Judgement, Verdict
from dragoman.model.failure import Failure
from dragoman.pipeline import load_tools, read


def _ids(ledger: Ledger) -> Iterator[str]:
    for event in ledger.events():
        yield event.event.id
        yield from (report.report.id for report in event.reports)
    yield from (claim.claim.id for claim in ledger.claims())
    yield from (reason.reason.id for reason in ledger.reasons())
    yield from (support.support.id for support in ledger.supports())
    yield from (actor.actor.id for actor in ledger.actors())
    yield from (article.article.id for article in ledger.articles())


def _text(ledger: Ledger, id_: str) -> str:
    return "\n".join(line for _, line in explain(ledger, id_))


def test_everything_in_the_ledger_can_be_explained(ledger: Ledger) -> None:
    seen = set()
    for id_ in _ids(ledger):
        lines = list(explain(ledger, id_))
        assert lines[0][0] == 0
        assert all(line and depth >= 0 for depth, line in lines)
        seen.add(id_.partition("-")[0])
    assert seen == {"EVT", "REP", "CLM", "REA", "SUP", "ACT", "ART"}


def test_an_event_tells_its_code_its_count_and_its_disagreements(ledger: Ledger) -> None:
    (event,) = ledger.events(Filter(type="SANCTION"))
    text = _text(ledger, event.event.id)
    assert "May 2024: Canada imposed penalties on Norway" in text
    assert "SANCTION" in text
    assert "articles: 2; independent outlets: 2" in text
    assert "the reports differ on the done or not: done; not done" in text
    assert all(report.report.id in text for report in event.reports)


def test_a_report_tells_the_sentence_the_rule_the_date_and_the_voice(ledger: Ledger) -> None:
    (event,) = ledger.events(Filter(type="SANCTION"))
    report = next(r for r in event.reports if r.article.outlet == "The Harbour Post")
    text = _text(ledger, report.report.id)
    assert "“In May 2024 Canada imposed sanctions on Norway.” (The Harbour Post, 10 March" in text
    assert "coding.cue: A impose" in text
    assert "confidence 0." in text
    assert "date May 2024: “May 2024” — dating." in text
    assert "actor: “Canada” is Canada (ACT-" in text
    assert "recipient: “Norway” is Norway (ACT-" in text
    assert "happened: " in text
    assert "voice: narrator" in text


def test_a_side_that_nobody_fills_says_so(ledger: Ledger) -> None:
    lone = next(e for e in ledger.events() if not e.recipients)
    assert "recipient: none is named" in _text(ledger, lone.event.id)


def test_a_claim_tells_its_stance_and_speaker(ledger: Ledger) -> None:
    claim = next(c for c in ledger.claims() if c.claim.stance.value == "denies")
    text = _text(ledger, claim.claim.id)
    assert "denies, voice official" in text
    assert "speaker: “Canada” is Canada (ACT-" in text


def test_a_reason_tells_what_it_explains(ledger: Ledger) -> None:
    reason = next(r for r in ledger.reasons() if r.explains is not None)
    assert reason.explains is not None
    text = _text(ledger, reason.reason.id)
    assert reason.reason.kind.value in text
    assert f"it explains “{reason.explains.report.cue.words}” ({reason.explains.report.id})" in text


def test_a_support_tells_who_gives_what(ledger: Ledger) -> None:
    (support,) = ledger.supports(Filter(type="energy"))
    assert "Canada to Norway, energy: “oil”" in _text(ledger, support.support.id)


def test_an_actor_tells_its_names_and_how_each_mention_was_read(ledger: Ledger) -> None:
    (actor,) = ledger.actors(Filter(actor="Sweden", type="state"))
    text = _text(ledger, actor.actor.id)
    assert text.startswith("Sweden (state): SWE")
    assert "mentions in" in text
    assert "“Sweden” (name, actors." in text


def test_an_actor_tells_a_wording_once_and_how_often(ledger: Ledger) -> None:
    (actor,) = ledger.actors(Filter(actor="Sweden", type="state"))
    lines = _text(ledger, actor.actor.id).splitlines()
    wordings = [line.partition(";")[0] for line in lines if "(name, " in line]
    assert len(wordings) == len(set(wordings))


def test_a_private_actor_gives_away_neither_name_nor_mentions(ledger: Ledger) -> None:
    private = next(a for a in ledger.actors() if a.actor.private)
    text = _text(ledger, private.actor.id)
    assert "Nordmann" not in text
    assert "person 1 in ART-" in text
    assert "private" in text


def test_an_article_tells_where_it_came_from_and_what_it_gave(ledger: Ledger) -> None:
    (article,) = ledger.articles(Filter(outlet="Coast Wire"))
    text = _text(ledger, article.article.id)
    assert "Quotas and patrol boats (Coast Wire, 10 March 2026)" in text
    assert "read from " in text
    assert f"{article.reports} reports" in text


def test_a_reprint_says_of_what(ledger_of: Callable[..., Ledger]) -> None:
    body = (
        "Norway attacked Canada on 3 March 2026 with drones and boats from the northern ports. "
        "The Canadian army arrested 17 Norwegian soldiers near the coast on the same day. "
        "Denmark criticised Norway in a long statement and asked Sweden for help at once."
    )
    ledger = ledger_of(body, body)
    texts = [_text(ledger, a.article.id) for a in ledger.articles()]
    assert sum("a reprint of ART-" in text for text in texts) == 1


def test_a_failure_and_a_judgement_can_be_explained(empty: Ledger) -> None:
    failure = Failure("broken.pdf", "reading", "it is no text", "give a text")
    empty.add_failure(failure)
    assert list(explain(empty, failure.id)) == [
        (0, "broken.pdf: it is no text"),
        (1, "give a text"),
    ]
    judgement = Judgement("EVT-1", Verdict.SAME, "EVT-2", "", "2026-03-12T10:00:00+00:00")
    empty.add_judgement(judgement)
    ((_, line),) = explain(empty, judgement.id)
    assert line.startswith("EVT-1 and EVT-2: same, decided 2026-03-12")


@pytest.mark.parametrize("id_", ["EVT-0000", "nonsense", "", "ACT-", "ART-ffffffffffffffff"])
def test_an_unknown_id_is_a_wrong_use(ledger: Ledger, id_: str) -> None:
    with pytest.raises(UsageError):
        list(explain(ledger, id_))


def test_a_place_is_explained_by_the_evidence_that_resolved_it(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Exercise\n\nVenezuela's president met Peru's president in Valencia.\n")
    with Ledger.open(tmp_path / "ledger.db") as opened:
        read([str(source)], opened, load_tools())
        told = [r.report.id for e in opened.events() for r in e.reports if r.report.place]
        assert told
        text = _text(opened, told[0])
    assert "place Valencia (VEN, city): “Valencia” — places." in text
    assert "VEN is meant by" in text

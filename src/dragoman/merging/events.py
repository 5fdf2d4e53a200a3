"""Events: reports that tell the same occurrence, merged, counted honestly and explainable.

The rule, in the order it is applied:

1. What a person judged wrong is left out, what was judged different is kept apart.
2. Reports that agree on the act, both sides and the date become one event, the most alike
   first, as long as no report of one contradicts a report of the other.
3. A report with one side untold, or with a vague date, joins when exactly one event fits. One
   without any date joins inside its own article only.
4. The writer's own judgements are attached where exactly one event fits; alone they are none.
5. What a person judged the same is one event, whatever else.

Every step works on sorted values, so the order of reading changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.merging.likeness import ASPECTS, Likeness, link_firmly, link_loosely
from dragoman.merging.linking import bundle, event_id, join_firmly, join_loosely
from dragoman.merging.partition import (
    Partition,
    join_by_hand,
    part_by_hand,
    standing_judgements,
)
from dragoman.merging.summary import Corroboration, summed_up
from dragoman.merging.tellings import ArticleHeadLike, Telling, tell
from dragoman.model.event import Event, Judgement, Reprint, Verdict
from dragoman.model.report import Report


def merge_reports(
    reports: Iterable[Report],
    actor_of: Mapping[tuple[str, int], str],
    articles: Mapping[str, ArticleHeadLike],
    reprints: Sequence[Reprint] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Event, ...]:
    """Return the events in the order of their ids; every report is in one at most.

    ``actor_of`` gives the joined actor of an (article id, appearance number); ``articles`` must
    hold the article of every report. Reports judged wrong and writers' own judgements that
    nobody else tells are in no event.
    """
    standing = standing_judgements(judgements)
    wrong = {j.subject_id for j in standing if j.verdict is Verdict.WRONG}
    told = {t.id: t for t in (tell(r, actor_of) for r in reports) if t.id not in wrong}
    bundles = bundle(told.values(), _judged(standing))
    partition = _merged(bundles, standing)
    proof = Corroboration(articles, reprints)
    classes = ([t for name in names for t in bundles[name]] for names in partition.classes())
    events = (summed_up(members, proof) for members in classes if not _all_by_author(members))
    return tuple(sorted((e for e in events if e.id not in wrong), key=lambda event: event.id))


def _judged(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids that a person told apart; a report so named is never bundled with others."""
    apart = [j for j in judgements if j.verdict is Verdict.DIFFERENT]
    return frozenset(name for j in apart for name in (j.subject_id, j.other_id) if name)


def _all_by_author(members: Iterable[Telling]) -> bool:
    return all(telling.by_author for telling in members)


def _merged(bundles: Mapping[str, list[Telling]], judgements: Sequence[Judgement]) -> Partition:
    partition = Partition(bundles)
    named: dict[str, list[str]] = defaultdict(list)
    for name, members in bundles.items():
        for telling in members:
            named[telling.id].append(name)
            named[event_id(telling)].append(name)
    heads = {name: members[0] for name, members in bundles.items()}
    part_by_hand(partition, judgements, named)
    join_firmly([t for t in heads.values() if not t.by_author], partition, heads)
    join_loosely(partition, heads)
    join_by_hand(partition, judgements, named)
    return partition


_SENTENCES: Mapping[tuple[str, Likeness], str] = {
    ("act", Likeness.SAME): "Both tell the same kind of act: {one.act}.",
    ("act", Likeness.APART): "They tell two kinds of act: {one_act}, and {other_act}.",
    ("factuality", Likeness.SAME): "{one_real}, {other_real}: that can be one occurrence.",
    ("factuality", Likeness.APART): "{one_real}, {other_real}: these are not merged.",
    ("sides", Likeness.SAME): "Both name {shared}.",
    ("sides", Likeness.NEAR): "Both name {shared}; the other side is told by one at most.",
    ("sides", Likeness.OPEN): "They name no actor in common, each on one side only.",
    ("sides", Likeness.APART): "Their sides contradict: {one_sides}, and {other_sides}.",
    ("date", Likeness.SAME): "The dates can be the same: {one_date}, and {other_date}.",
    ("date", Likeness.OPEN): "A date is vague or missing: {one_date}, and {other_date}.",
    ("date", Likeness.APART): "The dates cannot be the same: {one_date}, and {other_date}.",
    ("place", Likeness.SAME): "Both are placed in {one_place}.",
    ("place", Likeness.NEAR): "The places can be one act's: {one_place}, and {other_place}.",
    ("place", Likeness.APART): "The places lie apart: {one_place}, and {other_place}.",
    ("wording", Likeness.SAME): "The cues say the same: {one_cue}, and {other_cue}.",
    ("wording", Likeness.NEAR): "The sentences have words in common.",
    ("wording", Likeness.OPEN): "The cues differ: {one_cue}, and {other_cue}.",
}


def explain_merge(
    a: Report,
    b: Report,
    actor_of: Mapping[tuple[str, int], str],
    judgements: Sequence[Judgement] = (),
    names: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Return plain sentences on why two reports are or are not one event, the verdict first.

    ``names`` gives names to show for ids of actors. The verdict is on the two alone: two reports
    that do not link may still meet in one event through a third that links with both.
    """
    one, other = tell(a, actor_of), tell(b, actor_of)
    facts = _facts(one, other, names or {})
    compared = ((name, aspect(one, other)) for name, aspect in ASPECTS.items())
    grounds = (_SENTENCES.get(found, "").format(**facts) for found in compared)
    verdict = (*_by_hand(one, other, judgements), _verdict(one, other))
    return tuple(sentence for sentence in (*verdict, *grounds) if sentence)


def _by_hand(one: Telling, other: Telling, judgements: Sequence[Judgement]) -> list[str]:
    ids = ({one.id, event_id(one)}, {other.id, event_id(other)})
    said = []
    for judgement in standing_judgements(judgements):
        pair = (judgement.subject_id, judgement.other_id)
        about = (pair[0] in ids[0] and pair[1] in ids[1]) or (
            pair[0] in ids[1] and pair[1] in ids[0]
        )
        wrong = judgement.verdict is Verdict.WRONG and pair[0] in ids[0] | ids[1]
        if about or wrong:
            note = f" ({judgement.note})" if judgement.note else ""
            said.append(f"A person judged {judgement.verdict}{note}, and that wins.")
    return said


def _verdict(one: Telling, other: Telling) -> str:
    if one.id == other.id:
        return "It is one and the same report."
    if one.by_author and other.by_author:
        return "Both are the writers' own judgement, which tells no event by itself."
    if Likeness.APART in (aspect(one, other) for aspect in ASPECTS.values()):
        return "By the rule they are two events."
    if one.by_author or other.by_author:
        return "One is the writer's own judgement: it can be attached, and corroborates nothing."
    if link_firmly(one, other):
        return "By the rule they are one event."
    if link_loosely(one, other):
        return "By the rule they are one event if no other event fits as well."
    return "Nothing makes them two events, but too little makes them one."


def _facts(one: Telling, other: Telling, names: Mapping[str, str]) -> dict[str, object]:
    def named(ids: frozenset[str]) -> str:
        return " and ".join(sorted(names.get(i, i) for i in ids)) or "nobody"

    everyone = [t.actors | t.recipients for t in (one, other)]
    facts: dict[str, object] = {"one": one, "shared": named(everyone[0] & everyone[1])}
    for which, telling in (("one", one), ("other", other)):
        report = telling.report
        modes = f" ({', '.join(report.modes)})" if report.modes else ""
        facts[f"{which}_act"] = f"{telling.act}{modes}"
        facts[f"{which}_real"] = f"{which} is told as {report.factuality}".capitalize()
        facts[f"{which}_sides"] = f"{named(telling.actors)} to {named(telling.recipients)}"
        facts[f"{which}_date"] = report.date.edtf if report.date else "none"
        facts[f"{which}_place"] = report.place.name if report.place else "none"
        facts[f"{which}_cue"] = f"“{report.cue.words}”"
    return facts

"""Measure coreference of actors on our own set: is every mention joined to the right actor?

    python benchmarks/coreference.py            figures of both parts, by phenomenon
    python benchmarks/coreference.py --faults   every fault of the part for developing too

Protocol. A passage is read as an article of one paragraph, published on its day. A mention of the
program answers a gold mention when both have the same words (a leading article and a possessive
ending do not count), the same head in the parse, or the same beginning. A second mention of the
same actor inside one that is answered so ("the senator | Ana Lima") is the same mention.

The program makes a **link** when it gives a mention an actor that an earlier mention has too; the
nearest earlier one is what it is linked to (for a pronoun that has none, the nearest later one).
Adjectives ("the Cuban leader") and places ("in Havana") belong to their state without a link, so
they are passed over. The link is **right** when what it leads to is a gold mention of the same
actor; a mention of several actors needs exactly those.

- recall: right links, of all gold mentions that take up an actor told elsewhere in the passage by
  something else than the very same name or an apposition right behind it (these two have rows of
  their own, which are not in the total);
- precision: right links, of all links made: on those mentions, on gold mentions that bring somebody
  new in, and by nouns and pronouns of the program that answer no gold mention at all.

As second opinions, without any part in the floors: MUC (Vilain and others 1995) and B-cubed (Bagga
and Baldwin 1998) over all mentions of one actor each, names included, actors told once left out of
both sides.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coreference_set import PARTS, GoldForm, GoldMention, Passage, load_part
from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.language.parser import Parse, parse_article
from dragoman.model.actor import Mention, MentionForm, MentionKind
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import Tools, load_tools
from gold_scores import Tally

# Rows of the table besides the forms of gold mentions.
SAME_NAME, APPOSED = "same name", "apposition"
NEW, STRAY = "(brings in)", "(no actor)"

_EDGES = re.compile(r"^(?:the|a|an) |['’]s?$", re.IGNORECASE)
_DESCRIBING = (MentionForm.NOMINAL, MentionForm.PRONOUN, MentionForm.TITLE)
_PRONOMINAL = (GoldForm.PRONOUN, GoldForm.SPEAKER)

Cluster = frozenset[Hashable]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention by the program: its span, its actors' numbers, and what it answers, if any."""

    start: int
    end: int
    actors: frozenset[int]
    mention: Mention
    gold: GoldMention | None

    is_part: bool = False

    @property
    def is_passed_over(self) -> bool:
        """Whether it is a part of another, or belongs to its state without telling an actor."""
        if self.is_part:
            return True
        placed = self.mention.kind is MentionKind.PLACE
        return self.gold is None and (placed or self.mention.how.rule == "actors.adjective")


@dataclass(slots=True)
class Scores:
    """Links by row: right ones, those made, those wanted; faults; and clusters of every passage."""

    right: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    gold_clusters: list[Cluster] = field(default_factory=list)
    told_clusters: list[Cluster] = field(default_factory=list)

    def total(self, counts: Counter[str]) -> int:
        """Return a sum over the rows that make the headline."""
        return sum(count for row, count in counts.items() if row not in (SAME_NAME, APPOSED))


def score_part(name: str, tools: Tools) -> Scores:
    """Return the scores of "dev" or "held"."""
    scores = Scores()
    for passage in load_part(name):
        parts = [(BlockKind.PARAGRAPH, passage.text)]
        article = compose_article(
            parts,
            outlet="coreference set",
            headline="",
            source=passage.place,
            published=passage.published,
        )
        parse = parse_article(article, tools.model)
        cast = find_cast(parse, tools.authority, tools.places)
        score_passage(passage, told_mentions(passage, parse, cast), scores)
    return scores


def told_mentions(passage: Passage, parse: Parse, cast: Cast) -> list[Told]:
    """Return the program's mentions in order, with answers; several actors told at once are one."""
    spans: dict[Span, list[Mention]] = {}
    for mention in cast.mentions:
        if mention.appearance is not None:
            spans.setdefault((mention.quote.start, mention.quote.end), []).append(mention)
    nouns = [s for s, told in spans.items() if told[0].how.rule != "actors.adjective"]
    answers = _answers(passage, parse, nouns)
    actors = {
        span: frozenset(m.appearance for m in told if m.appearance is not None)
        for span, told in spans.items()
    }
    return [
        Told(*span, actors[span], told[0], answers.get(span), _is_part(span, actors, answers))
        for span, told in sorted(spans.items())
    ]


def _is_part(
    span: Span, actors: Mapping[Span, frozenset[int]], answers: Mapping[Span, GoldMention]
) -> bool:
    """Whether a mention that answers nothing lies inside the gold answered by one of its actor."""
    return span not in answers and any(
        gold.start <= span[0] and span[1] <= gold.end and actors[other] == actors[span]
        for other, gold in answers.items()
    )


def _answers(passage: Passage, parse: Parse, nouns: Sequence[Span]) -> dict[Span, GoldMention]:
    found: dict[Span, GoldMention] = {}
    left = list(passage.mentions)
    for key in (_bare, _head_in, _start):
        by_key = {key(parse, span): span for span in nouns if span not in found}
        for gold in tuple(left):
            span = by_key.pop(key(parse, (gold.start, gold.end)), None)
            if span is not None:
                found[span] = gold
                left.remove(gold)
    return found


def _bare(parse: Parse, span: Span) -> Span:
    start, end = span
    words = parse.article.text[start:end]
    front = _EDGES.match(words)
    back = re.search(r"['’]s?$", words)
    return start + (len(front[0]) if front else 0), end - (len(back[0]) if back else 0)


def _start(parse: Parse, span: Span) -> int:
    return _bare(parse, span)[0]


def _head_in(parse: Parse, span: Span) -> int:
    tokens = parse.doc.char_span(*span, alignment_mode="expand")
    return tokens.root.i if tokens else -1


def score_passage(passage: Passage, told: Sequence[Told], scores: Scores) -> None:
    """Add one passage's links and clusters to the scores."""
    rows = gold_rows(passage)
    answered = {id(item.gold): item for item in told if item.gold is not None}
    for gold in passage.mentions:
        row = rows[gold.start, gold.end]
        item = answered.get(id(gold))
        if row is not None:
            _score_link(passage, gold, row, item, told, scores)
    for item in told:
        _score_unwanted(passage, item, rows, told, scores)
    _add_clusters(passage, told, scores)


def gold_rows(passage: Passage) -> dict[Span, str | None]:
    """Return the row in which each gold mention counts; None for one that takes up nobody.

    An actor is brought in by the first mention that is no pronoun.
    """
    rows: dict[Span, str | None] = {}
    known: dict[frozenset[str], set[str]] = {}
    mentions_of = Counter(actor for m in passage.mentions for actor in m.actors)
    for mention in passage.mentions:
        words = _EDGES.sub("", mention.words).casefold()
        earlier = known.setdefault(mention.actors, set())
        row: str | None = mention.form.value
        if any(mentions_of[actor] < 2 for actor in mention.actors):
            row = None
        elif mention.form not in (*_PRONOMINAL, GoldForm.PLURAL):
            row = None if not earlier else SAME_NAME if words in earlier else row
        if row is not None and _is_apposed(passage, mention):
            row = APPOSED
        if mention.form not in _PRONOMINAL:
            earlier.add(words)
        rows[mention.start, mention.end] = row
    return rows


def _is_apposed(passage: Passage, mention: GoldMention) -> bool:
    """Whether nothing but a comma parts a mention from one of the same actors."""
    return any(
        other.actors == mention.actors and passage.text[other.end : mention.start] == ", "
        for other in passage.mentions
    )


def _score_link(
    passage: Passage,
    gold: GoldMention,
    row: str,
    item: Told | None,
    told: Sequence[Told],
    scores: Scores,
) -> None:
    scores.wanted[row] += 1
    leads = _leads_to(item, told) if item is not None else []
    if not leads:
        scores.faults.append(f"{passage.place} missed  {row}: {_shown(passage, gold)}")
        return
    scores.made[row] += 1
    meant = [lead.gold.actors if lead is not None and lead.gold else None for lead in leads]
    if None not in meant and frozenset().union(*(m for m in meant if m)) == gold.actors:
        scores.right[row] += 1
        return
    words = " + ".join(passage.text[x.start : x.end] if x else "?" for x in leads)
    scores.faults.append(f"{passage.place} WRONG   {row}: {_shown(passage, gold)} -> {words}")


def _score_unwanted(
    passage: Passage,
    item: Told,
    rows: dict[Span, str | None],
    told: Sequence[Told],
    scores: Scores,
) -> None:
    """Count a link of a mention that brings somebody new in, or that is no actor at all."""
    gold = item.gold
    if gold is None and (item.mention.form not in _DESCRIBING or item.is_passed_over):
        return
    if gold is not None and (rows[gold.start, gold.end] is not None or len(gold.actors) > 1):
        return
    earlier = [lead for lead in _leads_to(item, told) if lead is None or lead.start < item.start]
    if gold is not None:  # a pronoun told its actor before its name did: no link back
        earlier = [x for x in earlier if x and (x.gold is None or x.gold.actors != gold.actors)]
    if earlier:
        row = NEW if gold is not None else STRAY
        scores.made[row] += 1
        words = " + ".join(passage.text[x.start : x.end] if x else "?" for x in earlier)
        shown = passage.text[max(0, item.start - 30) : item.end]
        scores.faults.append(f"{passage.place} WRONG   {row}: …{shown} -> {words}")


def _leads_to(item: Told, told: Sequence[Told]) -> list[Told | None]:
    """Return, for each actor of a mention, the mention it is linked to.

    Empty where there is none; None stands for an actor that only adjectives or places tell.
    """
    leads = [_lead(item, actor, told) for actor in sorted(item.actors)]
    if any(leads):
        return leads
    spoken = item.mention.form is MentionForm.PRONOUN
    elsewhere = any(o is not item and o.actors & item.actors for o in told)
    return leads if spoken and elsewhere else []


def _lead(item: Told, actor: int, told: Sequence[Told]) -> Told | None:
    others = [o for o in told if o is not item and actor in o.actors and not o.is_passed_over]
    # A mention of exactly the same actors tells more than one that only holds this one.
    others = [o for o in others if o.actors == item.actors or len(o.actors) == 1]
    before = [o for o in others if o.start < item.start]
    if before:
        return max(before, key=lambda o: o.start)
    pronoun = item.mention.form is MentionForm.PRONOUN
    after = [o for o in others if o.start > item.start] if pronoun or len(item.actors) > 1 else []
    return min(after, key=lambda o: o.start, default=None)


def _shown(passage: Passage, gold: GoldMention) -> str:
    return f"…{passage.text[max(0, gold.start - 30) : gold.start]}[{gold.words}]"


# --- clusters -------------------------------------------------------------------------------------


def _add_clusters(passage: Passage, told: Sequence[Told], scores: Scores) -> None:
    gold: dict[str, set[Hashable]] = {}
    for mention in passage.mentions:
        if len(mention.actors) == 1:
            gold.setdefault(next(iter(mention.actors)), set()).add(_key(passage, mention))
    mine: dict[int, set[Hashable]] = {}
    for item in told:
        if len(item.actors) == 1 and not item.is_passed_over:
            key = _key(passage, item.gold or item)
            mine.setdefault(next(iter(item.actors)), set()).add(key)
    scores.gold_clusters += [frozenset(c) for c in gold.values() if len(c) > 1]
    scores.told_clusters += [frozenset(c) for c in mine.values() if len(c) > 1]


def _key(passage: Passage, mention: GoldMention | Told) -> Hashable:
    return passage.place, isinstance(mention, GoldMention), mention.start, mention.end


def muc(gold: Sequence[Cluster], told: Sequence[Cluster]) -> tuple[float, float]:
    """Return precision and recall of MUC, from 0 to 1: links kept when clusters are cut apart."""
    return _muc_of(told, gold), _muc_of(gold, told)


def _muc_of(these: Iterable[Cluster], by: Sequence[Cluster]) -> float:
    owner = {mention: number for number, cluster in enumerate(by) for mention in cluster}
    kept = of = 0
    for cluster in these:
        pieces = {owner.get(mention, mention) for mention in cluster}
        kept += len(cluster) - len(pieces)
        of += len(cluster) - 1
    return kept / of if of else 0.0


def b_cubed(gold: Sequence[Cluster], told: Sequence[Cluster]) -> tuple[float, float]:
    """Return precision and recall of B-cubed, from 0 to 1: the share of each mention's cluster."""
    return _b_cubed_of(told, gold), _b_cubed_of(gold, told)


def _b_cubed_of(these: Sequence[Cluster], by: Sequence[Cluster]) -> float:
    owner = {mention: cluster for cluster in by for mention in cluster}
    shares = [
        len(cluster & owner.get(mention, frozenset({mention}))) / len(cluster)
        for cluster in these
        for mention in cluster
    ]
    return sum(shares) / len(shares) if shares else 0.0


# --- figures --------------------------------------------------------------------------------------


def tally_part(name: str, tools: Tools, tally: Tally) -> None:
    """Add a part's precision and recall to the figures that the floors hold."""
    scores = score_part(name, tools)
    right = scores.total(scores.right)
    for figure, of in (("precision", scores.made), ("recall", scores.wanted)):
        tally.hits[f"coreference.{name}.{figure}"] += right
        tally.of[f"coreference.{name}.{figure}"] += scores.total(of)


def print_scores(name: str, scores: Scores) -> None:
    """Print a part's table: precision and recall by row, the total, the second opinions."""
    print(f"\n{name:14}{'precision':>10}{'recall':>9}{'right':>8}{'made':>6}{'wanted':>8}")
    rows = [form.value for form in GoldForm if scores.wanted[form.value]]
    for row in (*rows, NEW, STRAY, APPOSED, SAME_NAME):
        _print_row(row, scores.right[row], scores.made[row], scores.wanted[row])
    totals = [scores.total(c) for c in (scores.right, scores.made, scores.wanted)]
    _print_row("total", *totals)
    for label, measure in (("MUC", muc), ("B-cubed", b_cubed)):
        precision, recall = measure(scores.gold_clusters, scores.told_clusters)
        print(f"{label:14}{precision:10.3f}{recall:9.3f}")


def _print_row(row: str, right: int, made: int, wanted: int) -> None:
    precision = f"{right / made:10.3f}" if made else f"{'-':>10}"
    recall = f"{right / wanted:9.3f}" if wanted else f"{'-':>9}"
    print(f"{row:14}{precision}{recall}{right:8}{made:6}{wanted:8}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="list the faults of the dev part")
    asked = parser.parse_args()
    tools = load_tools()
    for name in PARTS:
        scores = score_part(name, tools)
        print_scores(name, scores)
        if asked.faults and name == "dev":
            print("\n" + "\n".join(scores.faults))


if __name__ == "__main__":
    main()

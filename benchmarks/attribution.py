"""Who says so: our claims against PolNeAR's attributions, beside BBC Citron.

    PYTHONPATH=src python benchmarks/attribution.py [--more] [--first N]

The articles are PolNeAR's political news (`attribution/polnear_dev.jsonl`; ``--more`` for
`polnear_more.jsonl`), read as published: the first paragraph is the headline, a blank line parts
paragraphs, the date is the article's. Each gold attribution has the roles source, cue and content,
each of one or more spans; some have no source.

What is counted. Claims with the same cue and speaker are one attribution, since a content that
other words part gives one claim a part. A judgement of the writer's own (voice ``author``) is no
attribution and is left out. A role is the set of tokens (words and marks) that its spans touch.

Found and gold attributions are paired one to one, within the article: they can pair when cue or
content share a token, and the pair with the same cue goes first, then that whose cues overlap,
then that which shares most tokens.

- *exact*: of a role, the pairs whose token sets are the same, over the attributions that have the
  role on our side (precision) and on the gold side (recall). Of the whole: all three the same.
- *overlap*: of a role, the tokens that the two sides of a pair share, summed, over all tokens of
  that role on our side (precision) and on the gold side (recall). Of the whole: the sums of the
  three roles, so that contents, being long, weigh most. Both are Citron's measures
  (`citron/metrics.py`), but for the pairing: for overlap Citron adds up the shared tokens of every
  found with every gold attribution, so that attributions inside others count twice, and ours is
  never higher; for an exact source or content it asks that the cues overlap, ours that cue or
  content do.
- *whole, all roles met*: the pairs in which every role that the gold attribution has shares a
  token with ours, over all attributions of each side. Citron has no such figure.

Citron's figures are those of its model card, on PARC 3.0's test part (Wall Street Journal), not on
these articles, with spaCy's tokens; it was trained on PARC. People agree on 0.92
(yardsticks/README.md). Our rules' confidences were measured on the 84 articles
(`src/dragoman/voices/speech.py`), so ``--more`` is the figure that nothing was set by.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from dragoman.actors.resolve import find_cast
from dragoman.coding.tagger import tag_sentences
from dragoman.language.parser import parse_article
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.model.claim import Claim
from dragoman.model.report import Voice
from dragoman.pipeline import Tools, load_tools
from dragoman.voices import find_claims
from yardsticks import find_yardstick

ROLES = ("source", "cue", "content")
WHOLE = "whole"
MET = "whole, all roles met"
# F1 of BBC Citron on PARC 3.0: (exact, overlap); yardsticks/README.md, cue overlap its model card.
CITRON = {
    "source": (0.82, 0.85),
    "cue": (0.82, 0.77),
    "content": (0.59, 0.83),
    WHOLE: (0.57, 0.83),
}
_TOKEN = re.compile(r"\w+|[^\w\s]")

Span = tuple[int, int]
Tokens = frozenset[int]
Attributed = Mapping[str, Tokens]  # role -> tokens, empty where it has none
Pair = tuple[Attributed, Attributed]  # gold, found


@dataclass(frozen=True, slots=True)
class Score:
    """What is right, out of what was found and out of what was wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    def row(self, name: str, peer: float | None) -> str:
        """Return a line: precision, recall, F1, the peer's F1 and the ratio."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        both = self.found + self.wanted
        f1 = 2 * self.right / both if both else 0.0
        beside = f"{peer:9.2f}{f1 / peer:9.2f}" if peer else f"{'-':>9}{'-':>9}"
        return f"{name:28}{precision:8.3f}{recall:8.3f}{f1:8.3f}{beside}"


class Numbered:
    """An article's tokens by number, and how a span becomes their numbers."""

    def __init__(self, text: str) -> None:
        places = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def within(self, spans: Iterable[Span]) -> Tokens:
        """Return the numbers of the tokens that the spans touch."""
        touched: set[int] = set()
        for start, end in spans:
            touched.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(touched)


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article of a record: headline, then paragraphs."""
    parts = [part for part in re.split(r"\n\s*\n", record["text"]) if part.strip()]
    kinds = [BlockKind.HEADLINE] + [BlockKind.PARAGRAPH] * (len(parts) - 1)
    return compose_article(
        list(zip(kinds, parts, strict=True)),
        outlet=record["outlet"],
        headline=parts[0],
        source=record["id"],
        published=dt.date.fromisoformat(record["published"][:10]),
    )


def wanted(record: Mapping[str, Any], article: Article, tokens: Numbered) -> Iterator[Attributed]:
    """Yield the gold attributions, their offsets counted in the article's text."""
    printed = (n for n, letter in enumerate(article.text) if not letter.isspace())
    at = {n: next(printed) for n, letter in enumerate(record["text"]) if not letter.isspace()}
    for item in record["attributions"]:
        roles = {role: tokens.within(_moved(item.get(role, ()), at)) for role in ROLES}
        if any(roles.values()):
            yield roles


def _moved(spans: Iterable[Sequence[int]], at: Mapping[int, int]) -> Iterator[Span]:
    for start, end in spans:
        inside = [at[n] for n in range(start, end) if n in at]
        if inside:
            yield inside[0], inside[-1] + 1


def found(claims: Iterable[Claim], tokens: Numbered) -> Iterator[Attributed]:
    """Yield the attributions that the claims tell, the parts of one content together."""
    grouped: dict[tuple[Span, Span | None], list[Span]] = {}
    for claim in claims:
        if claim.attribution.voice is not Voice.AUTHOR:
            speaker = claim.attribution.speaker_quote
            key = (claim.cue.span, speaker.span if speaker else None)
            grouped.setdefault(key, []).append(claim.content.span)
    for (cue, source), contents in grouped.items():
        yield {
            "source": tokens.within([source] if source else []),
            "cue": tokens.within([cue]),
            "content": tokens.within(contents),
        }


def pairs(gold: Sequence[Attributed], ours: Sequence[Attributed]) -> list[Pair]:
    """Return gold and found attributions one to one, the nearest first."""
    near = []
    for (g, wants), (f, has) in product(enumerate(gold), enumerate(ours)):
        cue = wants["cue"] & has["cue"]
        if cue or wants["content"] & has["content"]:
            shared = sum(len(wants[role] & has[role]) for role in ROLES)
            near.append((wants["cue"] != has["cue"], not cue, -shared, g, f))
    out: list[Pair] = []
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    for *_, g, f in sorted(near):
        if g not in taken_gold and f not in taken_ours:
            taken_gold.add(g)
            taken_ours.add(f)
            out.append((gold[g], ours[f]))
    return out


def scores(gold: Sequence[Attributed], ours: Sequence[Attributed]) -> dict[tuple[str, str], Score]:
    """Return the score of each (role or whole, measure) in one article."""
    paired = pairs(gold, ours)
    out: dict[tuple[str, str], Score] = {}
    shared = Score()
    for role in ROLES:
        same = sum(w[role] == f[role] and bool(w[role]) for w, f in paired)
        exact = Score(same, sum(bool(f[role]) for f in ours), sum(bool(w[role]) for w in gold))
        overlap = Score(
            sum(len(w[role] & f[role]) for w, f in paired),
            sum(len(f[role]) for f in ours),
            sum(len(w[role]) for w in gold),
        )
        out[role, "exact"], out[role, "overlap"] = exact, overlap
        shared += overlap
    alike = sum(all(w[role] == f[role] for role in ROLES) for w, f in paired)
    met = sum(all(w[role] & f[role] for role in ROLES if w[role]) for w, f in paired)
    out[WHOLE, "exact"] = Score(alike, len(ours), len(gold))
    out[WHOLE, "overlap"] = shared
    out[MET, "overlap"] = Score(met, len(ours), len(gold))
    out["paired", ""] = Score(len(paired), len(ours), len(gold))
    return out


def claims_of(article: Article, tools: Tools) -> tuple[Claim, ...]:
    """Return an article's claims, as reading finds them; no event need be coded for that."""
    parse = parse_article(article, tools.model)
    cast = find_cast(parse, tools.authority, tools.places)
    return find_claims(parse, cast, (), tag_sentences(parse, tools.tagger))


def measured(path: Path, first: int | None, tools: Tools) -> dict[tuple[str, str], Score]:
    """Return the scores over a file's articles."""
    total: dict[tuple[str, str], Score] = {}
    for line in path.read_text("utf-8").splitlines()[:first]:
        record = json.loads(line)
        article = article_of(record)
        tokens = Numbered(article.text)
        gold = list(wanted(record, article, tokens))
        ours = list(found(claims_of(article, tools), tokens))
        for key, score in scores(gold, ours).items():
            total[key] = total.get(key, Score()) + score
    return total


def main() -> int:
    """Print the table; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Attributions of PolNeAR, beside BBC Citron.")
    parser.add_argument("--more", action="store_true", help="the 250 other articles")
    parser.add_argument("--first", type=int, metavar="N", help="the first N articles alone")
    asked = parser.parse_args()
    name = f"attribution/polnear_{'more' if asked.more else 'dev'}.jsonl"
    path = find_yardstick(name)
    if path is None:
        print(f"attribution: skipped, {name} is not there")
        return 0
    total = measured(path, asked.first, load_tools())
    paired = total.pop(("paired", ""))
    print(f"{name}: {paired.wanted} attributions; ours {paired.found}, paired {paired.right}")
    print(f"{'':28}{'P':>8}{'R':>8}{'F1':>8}{'Citron':>9}{'ratio':>9}")
    for (role, measure), score in total.items():
        peer = CITRON[role][measure == "overlap"] if role in CITRON else None
        print(score.row(f"{role}, {measure}" if peer else role, peer))
    return 0


if __name__ == "__main__":
    sys.exit(main())

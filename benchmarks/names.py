"""Names in political text: typed spans against CrossNER's politics set, beside GLiNER.

    PYTHONPATH=. python benchmarks/names.py [--train] [--confusion]

Protocol. The lines are `names/crossner_politics_dev.txt` (CoNLL BIO, nine types; MIT). A span
counts when its first and last token and its type are those of the gold span (seqeval's default);
precision, recall and F1 are micro averages over all spans. "untyped" asks for the tokens alone.

Each gold sentence is read as an article of one paragraph, since the set gives no more context.
Its tokens are put together as print has them (no space before a comma, after an opening bracket
…, nor around a dash between two capitals); the offset of every token is noted while that is done,
so spans map back exactly. A mention that covers a part of a gold token covers the token.

Adapter. The reader's mentions are not CrossNER's types, so this file states how one becomes the
other (``kind_of``, ``in_politics``). Pronouns, nominals and titles are not names and are left out,
as is the title in a person's mention but for "Sir" and "Lord". Nations' adjectives are "misc". Of
mentions that overlap the longest counts. ``--train`` measures on the set's other part, which is
not learned from either.

GLiNER's 0.787 is that of its multitask model, zero-shot, as the yardsticks' README has it. Our
rules have not seen the set's lines as training either.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.language.parser import parse_article
from dragoman.model.actor import ActorKind, Appearance, Mention, MentionForm, MentionKind
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.pipeline import Tools, load_tools
from training.printing import NO_SPACE_AFTER, NO_SPACE_BEFORE, Written

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "yardsticks"
GLINER = 0.787
TYPES = (
    "politician", "person", "politicalparty", "organisation", "election", "event", "country",
    "location", "misc",
)  # fmt: skip

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One gold sentence: its tokens and its spans (first token, last token, type)."""

    tokens: tuple[str, ...]
    spans: frozenset[Span]


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the sentences of a CoNLL file of two columns."""
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows:
            yield Line(tuple(row[0] for row in rows), frozenset(_spans([row[1] for row in rows])))
            rows = []


def _spans(labels: list[str]) -> Iterator[Span]:
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        prefix, _, this = label.partition("-")
        if kind and (prefix != "I" or this != kind):
            yield start, at - 1, kind
            kind = ""
        if prefix != "O" and not kind:
            start, kind = at, this


NO_SPACE_AROUND = frozenset({"/"})


def _is_inner(token: str, before: str, after: str) -> bool:
    """Whether a mark stands inside a word that the set's tokens part: "D 'Arc", "A - B".

    A dash between two capitals or two numbers joins them, as print has it.
    """
    if token == "-":  # noqa: S105
        capitals = before[:1].isupper() and after[:1].isupper()
        return capitals or (before.isdigit() and after.isdigit())
    possessive = token == "'" and after == "s"  # noqa: S105
    elided = len(token) > 2 and token[0] == "'" and token[1].isalpha() and len(before) <= 2
    return possessive or elided


def written(tokens: Iterable[str]) -> Written:
    """Return tokens put together as a sentence, with the offsets at which each one stands.

    A single quotation mark opens and closes by turns; after a word in -s that opens no quotation it
    is the mark of a possessive.
    """
    words = list(tokens)
    text, places, glued, quoted = "", [], True, False
    for at, token in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if _is_inner(token, before, after):
            glued = True
        close = token == "'" and (quoted or text.endswith("s") or after == "s")  # noqa: S105
        if text and not glued and not close and token not in NO_SPACE_BEFORE | NO_SPACE_AROUND:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        opens = token == "'" and not close  # noqa: S105
        quoted = opens or (quoted and not close)
        dash = _is_inner(token, before, after) and token in {"'", "-"}
        glued = opens or dash or token in NO_SPACE_AFTER | NO_SPACE_AROUND
    return Written(text, tuple(places))


def article_of(sentence: Written) -> Article:
    """Return an article of one paragraph that is the sentence."""
    parts = [(BlockKind.PARAGRAPH, sentence.text)]
    return compose_article(parts, outlet="-", headline="-", source="-")


PARTY = "PTY"
# PLOVER sectors whose bearers hold or seek a political office.
POLITICAL = frozenset({"GOV", "LEG", "OPP", PARTY})
PEOPLE_FORMS = frozenset({"actors.adjective", "actors.demonym"})
TOWN_FORMS = frozenset({"actors.capital", "actors.seat"})


def kind_of(mention: Mention, who: Appearance | None) -> str | None:
    """Return CrossNER's type for a mention by name, or None where the set has none.

    A person whom the reader gives a political sector or an office is a "politician"; see
    ``in_politics`` for the others.
    """
    rule = mention.how.rule
    if mention.kind is MentionKind.PLACE and mention.place is not None:
        part = who is not None and mention.quote.words not in who.names
        return "country" if mention.place.precision == "country" and not part else "location"
    if mention.kind is MentionKind.OCCASION:
        return "election" if rule == "actors.occasion.election" else "event"
    if who is None or mention.form in (MentionForm.PRONOUN, MentionForm.TITLE):
        return None
    if rule in PEOPLE_FORMS:
        return "misc"
    if mention.form is MentionForm.NOMINAL:
        return None
    if who.kind is ActorKind.STATE:
        part = mention.quote.words not in who.names
        return "location" if rule in TOWN_FORMS or part else "country"
    if who.kind is ActorKind.PERSON:
        return "politician" if POLITICAL & set(who.sectors) or who.offices else "person"
    return "politicalparty" if PARTY in who.sectors else "organisation"


def spans_of(found: Cast, sentence: Written) -> frozenset[Span]:
    """Return the typed spans of a reading, the longest of those that overlap."""
    typed = []
    for mention in found.mentions:
        who = found.who(mention)
        kind = kind_of(mention, who)
        if kind is not None:
            start, end = _name_in(mention, who)
            covered = [i for i, (a, b) in enumerate(sentence.places) if a < end and start < b]
            typed.append((covered[0], covered[-1], kind))
    return frozenset(in_politics(_longest(typed)))


# What in a sentence makes it one about holding and seeking office.
POLITICS = frozenset({"politician", "politicalparty", "election"})


def in_politics(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans; a person beside a politician, a party or an election is a politician.

    The reader keeps a person private who has no stated role, so it never says so of anybody
    without evidence of their own. CrossNER's annotators knew who was who.
    """
    every = list(spans)
    politics = any(kind in POLITICS for _, _, kind in every)
    for first, last, kind in every:
        yield first, last, "politician" if politics and kind == "person" else kind


# Titles that the set takes for a part of the name.
STYLES = frozenset({"sir", "lord", "lady", "dame"})


def _name_in(mention: Mention, who: Appearance | None) -> tuple[int, int]:
    """Return where the name stands in a mention that may begin with a title."""
    start, end, words = mention.quote.start, mention.quote.end, mention.quote.words
    if who is not None and who.kind is ActorKind.PERSON:
        names = [name for name in who.names if words.endswith(name)]
        start = end - max(map(len, names), default=len(words))
        *_, title = ["", *words[: start - mention.quote.start].split()]
        if title.lower() in STYLES:
            start = mention.quote.start + words.rindex(title, 0, start - mention.quote.start)
    return start, end


def _longest(spans: Iterable[Span]) -> Iterator[Span]:
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        cells = set(range(span[0], span[1] + 1))
        if not cells & taken:
            taken |= cells
            yield span


@dataclass(frozen=True, slots=True)
class Score:
    """Spans found, spans wanted, spans that are right."""

    found: int
    wanted: int
    right: int

    @property
    def f1(self) -> float:
        """Return F1, 0 where there is nothing."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0

    def row(self, name: str) -> str:
        """Return a line of the table."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        return f"{name:16}{precision:8.3f}{recall:8.3f}{self.f1:8.3f}{self.wanted:8}{self.found:8}"


def score(pairs: list[tuple[frozenset[Span], frozenset[Span]]]) -> Score:
    """Return the micro score over (found, wanted) of all sentences."""
    return Score(
        sum(len(found) for found, _ in pairs),
        sum(len(wanted) for _, wanted in pairs),
        sum(len(found & wanted) for found, wanted in pairs),
    )


def of_kind(spans: frozenset[Span], kind: str) -> frozenset[Span]:
    """Return the spans of one type."""
    return frozenset(span for span in spans if span[2] == kind)


def untyped(spans: frozenset[Span]) -> frozenset[Span]:
    """Return the spans without their types."""
    return frozenset((first, last, "") for first, last, _ in spans)


def read(line: Line, tools: Tools) -> frozenset[Span]:
    """Return the typed spans that the reader finds in a gold sentence."""
    sentence = written(line.tokens)
    parse = parse_article(article_of(sentence), tools.model)
    return spans_of(find_cast(parse, tools.authority, tools.places), sentence)


def confusion(pairs: list[tuple[frozenset[Span], frozenset[Span]]]) -> str:
    """Return how often each gold type was found as each type, with the span right."""
    table: Counter[tuple[str, str]] = Counter()
    for found, wanted in pairs:
        kinds = {span[:2]: span[2] for span in found}
        for first, last, kind in wanted:
            table[kind, kinds.pop((first, last), "(none)")] += 1
        for kind in kinds.values():
            table["(none)", kind] += 1
    columns = [*TYPES, "(none)"]
    head = f"{'gold / found':16}" + "".join(f"{c[:8]:>9}" for c in columns)
    rows = [f"{g:16}" + "".join(f"{table[g, c] or '.':>9}" for c in columns) for g in columns]
    return "\n".join([head, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true", help="measure on the set's other part")
    parser.add_argument("--confusion", action="store_true", help="types given to right spans")
    asked = parser.parse_args()
    folder = Path(os.environ.get("DRAGOMAN_YARDSTICKS") or DEFAULT)
    path = folder / "names" / f"crossner_politics_{'train' if asked.train else 'dev'}.txt"
    if not path.exists():
        print(f"names: skipped, {path} is not there")
        return
    tools = load_tools()
    pairs = [(read(line, tools), line.spans) for line in lines_of(path)]
    print(f"{path.name}: {len(pairs)} sentences")
    print(f"{'':16}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}{'found':>8}")
    for kind in TYPES:
        part = [(of_kind(found, kind), of_kind(wanted, kind)) for found, wanted in pairs]
        print(score(part).row(kind))
    print(score([(untyped(found), untyped(wanted)) for found, wanted in pairs]).row("untyped"))
    whole = score(pairs)
    print(whole.row("typed"))
    print(f"GLiNER multitask, zero-shot: {GLINER:.3f}; ours / theirs: {whole.f1 / GLINER:.2f}")
    if asked.confusion:
        print(confusion(pairs))


if __name__ == "__main__":
    main()

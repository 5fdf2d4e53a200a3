"""Marks of judgement -> opinions: the clauses that are the writer's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.model.article import BlockKind
from dragoman.model.claim import Stance
from dragoman.model.reading import Sentence
from dragoman.voices.attribution import Speakers
from dragoman.voices.cues import RULES_VERSION, STRONG_WEIGHT
from dragoman.voices.judgement import HALF_WEIGHT, Mark, find_marks
from dragoman.voices.quotations import Quotations
from dragoman.voices.reporting import COLOURING, SLANT, VIEW
from dragoman.voices.tone import Tone
from dragoman.voices.trees import AUXILIARIES, CharSpan, chars, cue_run, trimmed

# One strong mark in a clause is a judgement, two half marks are one less surely: near the shares
# of such sentences that people called biased in BABE (0.75 and 0.70). A loaded word alone was so
# in 0.85, but says the least about the clause. What tone alone decides was so in 0.71; in agency
# prose it is so less often, hence a little lower.
STRONG_CONFIDENCE = 0.75
ADDED_CONFIDENCE = 0.7
COLOURING_CONFIDENCE = 0.7
TONE_CONFIDENCE = 0.65
# From these shares on a trained head decides alone, or beside half a mark. Looked at on BABE, where
# 0.7 to 0.8 give the same to a hundredth, and on the bundled coverage, where 0.7 finds twice as
# many sentences slanted that are plain.
SURELY, PERHAPS = 0.8, 0.5
# What is shorter is a fragment: a name, a date, a caption.
FEWEST_TOKENS = 6
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl", "csubj"})
# Marks that judge what comes after them, and nothing before.
_ONWARD = frozenset({"voices.gloss"})
_PREDICATE = AUXILIARIES | {"advmod"}
_QUOTED_KINDS = (BlockKind.QUOTE, BlockKind.QUESTION, BlockKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A clause that is the writer's own judgement, and the words that decided so.

    ``cue`` and ``content`` are offsets into the article's text; ``detail`` names every mark.
    ``version`` is that of the rules or, where the tone alone decided, of its weights.
    """

    sentence: Sentence
    cue: CharSpan
    content: CharSpan
    stance: Stance
    rule: str
    confidence: float
    detail: tuple[str, ...]
    version: str = RULES_VERSION


def find_opinions(
    sentence: Sentence,
    speakers: Speakers,
    quotations: Quotations,
    taken: Sequence[CharSpan],
    spoken: Sequence[CharSpan],
    tone: Tone | None,
) -> Iterator[Opinion]:
    """Yield the writer's judgements in one sentence, a clause each.

    ``taken`` are the contents of others' claims: what stands in them or in quotation marks is
    theirs; ``spoken`` are the cues of those claims. Strong loaded words in an otherwise plain
    clause give an opinion of those words alone. Where the main clause is the writer's own, the
    ``tone`` of the sentence is a mark beside those that words make.
    """
    parse = speakers.parse
    if parse.article.blocks[sentence.block].kind in _QUOTED_KINDS:
        return
    tokens = parse.tokens(sentence)
    near = [
        span for span in taken if span[0] < sentence.quote.end and span[1] > sentence.quote.start
    ]
    tone = tone if _is_own(tokens, spoken, near, quotations) else None
    own = [
        mark
        for mark in (*find_marks(tokens, speakers), *_tone_marks(tokens.root, tone))
        if not _is_others(parse.doc[mark.run[0]].idx, near, quotations)
    ]
    clauses: dict[int, list[Mark]] = {}
    for mark in own:
        clauses.setdefault(_clause(parse.doc[mark.run[0]]).i, []).append(mark)
    found = [
        opinion
        for head, marks in sorted(clauses.items())
        if _weight(marks) >= STRONG_WEIGHT
        for opinion in _opinions(parse.doc[head], marks, sentence, near, quotations)
    ]
    outer = (o for o in found if not any(_within(o, other) for other in found))
    yield from (o if tone is None else _told_by(o, tone) for o in outer)


def _is_own(
    tokens: Span,
    spoken: Iterable[CharSpan],
    near: Iterable[CharSpan],
    quotations: Quotations,
) -> bool:
    """Whether a sentence is no fragment, and its main verb tells neither speech nor what was said.

    Only there its tone is the writer's.
    """
    at = tokens.root.idx
    tells_speech = any(start <= at < end for start, end in spoken)
    return len(tokens) >= FEWEST_TOKENS and not (tells_speech or _is_others(at, near, quotations))


def _tone_marks(main: Token, tone: Tone | None) -> Iterator[Mark]:
    """The marks that a sentence's tone makes on its main verb; a report's tone makes none."""
    told = ((VIEW, tone.opinion), (SLANT, tone.slanted)) if tone is not None else ()
    for rule, share in told:
        if share >= PERHAPS:
            weight = STRONG_WEIGHT if share >= SURELY else HALF_WEIGHT
            yield Mark(cue_run(main), rule, Stance.INTERPRETS, weight)


def _told_by(opinion: Opinion, tone: Tone) -> Opinion:
    """The opinion with what the trained heads say of its sentence, where they decided it."""
    if opinion.rule not in (VIEW, SLANT):
        return opinion
    told = (
        f"By its wording the sentence leans to a side with {tone.slanted:.2f}"
        f" and is its writer's view with {tone.opinion:.2f}, of 1 ({tone.version}).",
    )
    return replace(opinion, confidence=TONE_CONFIDENCE, detail=told, version=tone.version)


def _within(inner: Opinion, outer: Opinion) -> bool:
    """Whether an opinion is told by another that holds it; the wider of the two stands."""
    (low, high), (start, end) = inner.content, outer.content
    return inner is not outer and start <= low and high <= end and (low, high) != (start, end)


def _is_others(offset: int, near: Iterable[CharSpan], quotations: Quotations) -> bool:
    return quotations.at(offset) is not None or any(s <= offset < e for s, e in near)


def _weight(marks: Iterable[Mark]) -> float:
    """The weight of a clause: each word counts once, and of the colouring words only one."""
    colour = max((mark.weight for mark in marks if mark.rule == COLOURING), default=0.0)
    total, end = colour, -1
    for mark in sorted(marks, key=lambda m: (m.run[0], -m.weight)):
        if mark.rule != COLOURING and mark.run[0] > end:
            total += mark.weight
            end = mark.run[1]
    return total


def _clause(token: Token) -> Token:
    while token.dep_ not in _CLAUSES and token.head != token:
        token = token.head
    while token.dep_ == "conj" and token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _opinions(
    head: Token,
    marks: list[Mark],
    sentence: Sentence,
    near: Sequence[CharSpan],
    quotations: Quotations,
) -> Iterator[Opinion]:
    best = max(marks, key=lambda mark: (*_says_more(mark), mark.weight, -mark.run[0]))
    doc = head.doc
    cue = chars(doc, best.run)
    if best.rule == COLOURING:
        content: CharSpan | None = cue
        confidence = COLOURING_CONFIDENCE
    else:
        content = _content(head, best, near, quotations)
        confidence = STRONG_CONFIDENCE if best.weight >= STRONG_WEIGHT else ADDED_CONFIDENCE
    if content is not None:
        detail = tuple(_tell(doc, mark) for mark in marks if mark is not best)
        yield Opinion(sentence, cue, content, best.stance, best.rule, confidence, detail)


def _says_more(mark: Mark) -> tuple[bool, bool]:
    """Words that judge explain an opinion better than its tone, a tone better than colour."""
    return mark.rule != COLOURING, mark.rule not in (VIEW, SLANT)


def _tell(doc: Doc, mark: Mark) -> str:
    words = doc[mark.run[0] : mark.run[1] + 1].text
    return f"“{words}” adds to it ({mark.rule})."


def _content(
    head: Token, mark: Mark, near: Sequence[CharSpan], quotations: Quotations
) -> CharSpan | None:
    """What is judged: the clause from its predicate on, up to what others say."""
    doc = head.doc
    first, last = _first(head, mark), _last(head, mark)
    if mark.rule in _ONWARD:
        first = mark.run[0]
    if last + 1 < head.sent.end and doc[last + 1].text == ":":
        # What follows a colon spells the judgement out.
        last = head.sent.end - 1
    run = trimmed(doc, (first, max(last, mark.run[1])))
    if run is None:
        return None
    start, end = chars(doc, run)
    at = doc[mark.run[0]].idx
    for taken_start, taken_end in near:
        if at < taken_start < end:
            end = taken_start
        elif start < taken_end <= at:
            start = taken_end
    cut = doc.char_span(start, end, alignment_mode="contract")
    whole = trimmed(doc, (cut.start, cut.end - 1)) if cut is not None and len(cut) else None
    if whole is None:
        return None
    start, end = chars(doc, whole)
    inside = [q.end for q in quotations.within(start, end) if q.start >= start]
    return start, max([end, *inside])


def _first(head: Token, mark: Mark) -> int:
    """The predicate's first token; a short subject that tells no event comes with it.

    A noun for a subject may presuppose an event ("his return … reaffirms"), which the writer
    gives as fact, so it stays outside.
    """
    subjects = ("nsubj", "nsubjpass", "csubj", "expl")
    subject = next((c for c in head.lefts if c.dep_ in subjects), None)
    if subject is None or subject.i > mark.run[0] >= head.left_edge.i:
        return head.left_edge.i if subject is None else min(head.i, mark.run[0])
    if subject.pos_ in ("PRON", "PROPN") or subject.dep_ == "expl":
        return subject.left_edge.i
    first = head.i
    while first - 1 > subject.right_edge.i and head.doc[first - 1].dep_ in _PREDICATE:
        first -= 1
    return min(first, mark.run[0])


def _last(head: Token, mark: Mark) -> int:
    """The clause's last token, before a second main clause or an added relative clause."""
    last = head.right_edge.i
    for part in head.subtree:
        comma = part.left_edge.i > 0 and head.doc[part.left_edge.i - 1].text == ","
        added = part.dep_ == "relcl" and comma
        second = part.dep_ in ("conj", "parataxis") and part.head == head and _own_subject(part)
        if (added or second) and part.left_edge.i > max(mark.run[1], head.i):
            last = min(last, part.left_edge.i - 1)
            if second and head.doc[last].dep_ == "cc":
                last -= 1
    return last


def _own_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)

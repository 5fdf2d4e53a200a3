"""Score voices, speakers and reasons, from raw text, on the tenth of the corpus held out.

    python -m training.score_voices [--only FILES] [--misses]

Nothing learned from these items. A report is the event whose cue it overlaps, as in
``training.score_reading``; its voice is right where it is the event's. A speaker is right where the
words of a claim's speaker overlap those marked; a speech act that is itself an event ("urged") is
no claim in the corpus, and what is told of it is not counted. A reason is right where one of its
kind overlaps the words marked as the reason; one that is missed, or told where none is marked,
counts against its kind. The corpus marks why its events happened, so a reason that explains none
of them, nor stands where one is marked, is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.claim import Claim, ReasonKind
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading
from dragoman.model.report import Voice
from dragoman.pipeline import Tools, load_tools
from training.figures import macro_f1
from training.markup import NONE, Item, Span
from training.score_reading import asked_items, macro_f1_of, read_item, span_f1

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """An item with all that reading made of it; ``shift`` is where its text begins in there."""

    item: Item
    reading: Reading
    shift: int

    def meets(self, quote: Quote, span: Span) -> bool:
        """Whether words of the reading overlap a span of the item."""
        return quote.start - self.shift < span.end and span.start < quote.end - self.shift


def heard(item: Item, tools: Tools) -> Heard:
    """Return an item as reading hears it."""
    return Heard(item, *read_item(item, tools))


def voice_pairs(one: Heard) -> Iterator[Pair]:
    """Yield (true, said) voices of the events that a report was found for."""
    free = list(one.reading.reports)
    for event in one.item.events:
        cues = one.item.labelled("cue", event.number)
        near = [r for r in free if any(one.meets(r.cue, cue) for cue in cues)]
        near.sort(key=lambda report: report.type != event.type)
        if near:
            free.remove(near[0])
            yield event.voice, str(near[0].attribution.voice)


def speaker_counts(one: Heard) -> tuple[int, int, int]:
    """Return how many speakers are right, told and true."""
    true = [span for span in one.item.spans if span.label == "speaker"]
    claims = [claim for claim in one.reading.claims if not _meets_event(one, claim.cue)]
    told = {words.span: words for words in map(_speaker, claims) if words is not None}
    right = sum(any(one.meets(words, span) for words in told.values()) for span in true)
    return right, len(told), len(true)


def _meets_event(one: Heard, cue: Quote) -> bool:
    return any(span.label == "cue" and one.meets(cue, span) for span in one.item.spans)


def _speaker(claim: Claim) -> Quote | None:
    by_author = claim.attribution.voice is Voice.AUTHOR
    return None if by_author else claim.attribution.speaker_quote


def reason_pairs(one: Heard) -> Iterator[Pair]:
    """Yield (true, said) kinds of reasons, NONE for what is missed or told of nothing."""
    kinds = frozenset(ReasonKind)
    free = [reason for reason in one.reading.reasons if not reason.denied]
    for span in (span for span in one.item.spans if span.label in kinds):
        near = [reason for reason in free if one.meets(reason.content, span)]
        near.sort(key=lambda reason: reason.kind != span.label)
        if near:
            free.remove(near[0])
        yield span.label, str(near[0].kind) if near else NONE
    explained = {r.id for r in one.reading.reports if _meets_event(one, r.cue)}
    yield from ((NONE, str(reason.kind)) for reason in free if reason.report_id in explained)


def print_figures(read: Sequence[Heard]) -> None:
    """Print the figures of all items."""
    voices = [pair for one in read for pair in voice_pairs(one)]
    counts = [speaker_counts(one) for one in read]
    reasons = [pair for one in read for pair in reason_pairs(one)]
    told = [pair for pair in reasons if NONE not in pair]
    right, said, true = (sum(numbers) for numbers in zip(*counts, strict=True))
    print(
        f"{len(read)} items: {len(voices)} events found, {true} speakers, {len(told)} reasons met"
    )
    print(f"{'voice, macro-F1, of events found':42}{macro_f1(voices):7.3f}")
    for voice in sorted({one for one, _ in voices}):
        print(f"  {voice:40}{macro_f1_of(voices, [voice]):7.3f}")
    print(f"{'speaker spans, F1':42}{span_f1((right, said, true)):7.3f}")
    print(f"{'reason kind, macro-F1, of reasons met':42}{macro_f1(told):7.3f}")
    named = [str(kind) for kind in ReasonKind]
    print(f"{'reason kind, macro-F1, all':42}{macro_f1_of(reasons, named):7.3f}")


def misses(read: Iterable[Heard]) -> Iterator[str]:
    """Yield each item that is not heard right, with what is wrong."""
    for one in read:
        wrong = [f"voice {a}, said {b}" for a, b in voice_pairs(one) if a != b]
        wrong += [f"reason {a}, said {b}" for a, b in reason_pairs(one) if a != b]
        right, said, true = speaker_counts(one)
        wrong += [f"speakers: {right} right of {said} told, {true} true"] * (
            right < max(said, true)
        )
        if wrong:
            yield f"{one.item.id} {one.item.text}\n  " + "; ".join(wrong)


def main() -> None:
    """Print voices, speakers and reasons."""
    items, list_misses = asked_items(__doc__ or "")
    tools = load_tools()
    read = [heard(item, tools) for item in items]
    print_figures(read)
    if list_misses:
        print(*misses(read), sep="\n")


if __name__ == "__main__":
    main()

"""The corpus's markup (``guidelines.md``): text -> items, and items -> text.

``parse_items`` is strict and raises on the first fault; ``read_items`` goes on past a faulty item
and hands back every fault beside the items that are sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.coding.codebook import FACTUALITIES, load_codebook
from dragoman.errors import DragomanError

ARGUMENTS = ("cue", "actor", "recipient", "date", "place", "quantity")
REASONS = ("purpose", "cause", "motive", "consequence")
CLAIMS = ("speaker", "said", "content")
LOADED = "loaded"
OF_EVENTS = (*ARGUMENTS, *REASONS)
LABELS = (*OF_EVENTS, *CLAIMS, LOADED)
VOICES = ("narrator", "official", "named", "unnamed", "author")
NONE = "NONE"
NONE_KINDS = (
    "history sport market opinion biography procedure hypothetical culture accident weather "
    "science society"
).split()
MOST_CONTEXTS = 4
MOST_CUES = 3

_LABEL = re.compile(r"([a-z]+)([1-9]?)")
_OPENING = re.compile(r"\[([a-z0-9]+(?:, ?[a-z0-9]+)*): ?")
_HEAD = re.compile(r"@([1-9]?) ?(.*)")
_UNTIDY = re.compile(r"^\s|\s$|\s{2}|\s[,;:!?](?=\s|$)|\s\.(?=\s|$)|[^\S ]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line of a file, and what to do about it."""

    name: str
    line: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.message}; {self.hint}"


class MarkupError(DragomanError):
    """A file of the corpus that breaks the guideline's markup."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.name}:{fault.line}: {fault.message}", hint=fault.hint)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Event:
    """A coded act of an item; number 1 is the main event."""

    number: int
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    factuality: str
    voice: str


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words, ``text[start:end]`` in code points.

    ``number`` is the event's; for a claim's labels the claim's, counted by itself.
    """

    label: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of the corpus: its text without brackets, and what is marked in it."""

    id: str
    text: str
    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    none_kind: str | None = None
    line: int = field(default=0, compare=False)

    def words(self, span: Span) -> str:
        """Return the words that this span marks."""
        return self.text[span.start : span.end]

    def labelled(self, label: str, number: int = 1) -> tuple[Span, ...]:
        """Return the spans with this label of this event, in the order of the text."""
        return tuple(s for s in self.spans if (s.label, s.number) == (label, number))


class _FaultError(Exception):
    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def parse_items(text: str, name: str) -> tuple[Item, ...]:
    """Return the items of a file's text; raises MarkupError at its first fault."""
    items, faults = read_items(text, name)
    if faults:
        raise MarkupError(faults[0])
    return items


def read_items(text: str, name: str) -> tuple[tuple[Item, ...], tuple[Fault, ...]]:
    """Return the sound items of a file's text, and a fault for each of the others."""
    items: list[Item] = []
    faults: list[Fault] = []
    for ordinal, lines in enumerate(_blocks(text), 1):
        try:
            items.append(_item(f"{name}:{ordinal}", lines))
        except _FaultError as wrong:
            faults.append(Fault(name, wrong.line, wrong.message, wrong.hint))
    return tuple(items), tuple(faults)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.startswith("#"):
            continue
        if line.strip():
            block.append((number, line.rstrip("\r")))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _item(item_id: str, lines: list[tuple[int, str]]) -> Item:
    first = lines[0][0]
    heads = [(number, line) for number, line in lines if line.startswith("@")]
    texts = [(number, line) for number, line in lines if not line.startswith("@")]
    if not heads:
        raise _FaultError(first, "no @ line", "begin the item with its event, or with @ NONE kind")
    if not texts:
        raise _FaultError(first, "no text", "write the text on the line after the @ lines")
    if len(texts) > 1:
        hint = "write the text on one line, and a blank line before the next item"
        raise _FaultError(texts[1][0], "a second line of text", hint)
    line, marked = texts[0]
    if heads[-1][0] > line:
        raise _FaultError(heads[-1][0], "an @ line after the text", "put it first, or a blank line")
    none_kind, events = _heads(heads)
    text, spans = _unmark(marked, line)
    _check_text(text, line)
    _check_spans(text, spans, events, line)
    return Item(item_id, text, events, spans, none_kind, first)


def _heads(heads: list[tuple[int, str]]) -> tuple[str | None, tuple[Event, ...]]:
    if any(re.match(r"@[1-9]? ?NONE\b", line) for _, line in heads):
        return _none_kind(heads), ()
    events = tuple(_event(number, line) for number, line in heads)
    for place, (event, (number, _)) in enumerate(zip(events, heads, strict=True), 1):
        if event.number != place:
            wanted = "@" if place == 1 else f"@{place}"
            raise _FaultError(number, f"event number {event.number} out of turn", f"write {wanted}")
    return None, events


def _none_kind(heads: list[tuple[int, str]]) -> str:
    number, line = heads[0]
    if len(heads) > 1:
        raise _FaultError(heads[1][0], "@ NONE beside another @ line", "let it stand alone")
    kind = line.removeprefix("@").strip().removeprefix(NONE).strip()
    if kind not in NONE_KINDS:
        raise _FaultError(number, f"unknown kind of NONE {kind!r}", f"use {_any(NONE_KINDS)}")
    return kind


def _event(number: int, line: str) -> Event:
    head = _HEAD.fullmatch(line.rstrip())
    fields = [part.split() for part in head[2].split("|")] if head else []
    if head is None or len(fields) != 4:
        hint = "write @ TYPE modes | factuality | voice | contexts"
        raise _FaultError(number, f"{max(len(fields), 1)} fields on the @ line, not 4", hint)
    (code, factuality, voice, contexts) = fields
    type_, *modes = code or [""]
    known = _modes()
    _known(number, "type", [type_], known)
    _known(number, f"mode of {type_}", modes, known[type_])
    _known(number, "factuality", [" ".join(factuality)], FACTUALITIES)
    _known(number, "voice", [" ".join(voice)], VOICES)
    _known(number, "context", contexts, _contexts())
    if len(contexts) > MOST_CONTEXTS:
        hint = f"give at most {MOST_CONTEXTS}"
        raise _FaultError(number, f"{len(contexts)} contexts", hint)
    named = int(head[1] or 1)
    return Event(named, type_, tuple(modes), tuple(contexts), factuality[0], voice[0])


@cache
def _modes() -> dict[str, tuple[str, ...]]:
    return {t.name: tuple(m.name for m in t.modes) for t in load_codebook().types}


@cache
def _contexts() -> tuple[str, ...]:
    return tuple(context.name for context in load_codebook().contexts)


def _known(line: int, what: str, given: Iterable[str], known: Iterable[str]) -> None:
    given, known = list(given), tuple(known)
    for word in given:
        if word not in known:
            hint = f"use {_any(known)}" if known else "leave it out, this type has none"
            raise _FaultError(line, f"unknown {what} {word!r}", hint)
        if given.count(word) > 1:
            raise _FaultError(line, f"{what} {word!r} given twice", "give it once")


def _any(words: Iterable[str]) -> str:
    return "one of " + " ".join(words)


def _unmark(marked: str, line: int) -> tuple[str, tuple[Span, ...]]:
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[int, list[tuple[str, int]], int]] = []
    found: list[tuple[int, Span]] = []
    order = 0
    while at < len(marked):
        character = marked[at]
        if character == "[":
            opening = _OPENING.match(marked, at)
            if opening is None:
                message = f"no label at {_near(marked, at)}"
                raise _FaultError(line, message, "write [label: words]; text has no other brackets")
            opened.append((order, _labels(opening[1], line), length))
            order += 1
            at = opening.end()
            continue
        if character == "]":
            if not opened:
                message = f"a ] too many at {_near(marked, at)}"
                raise _FaultError(line, message, "take it away, or open its bracket")
            place, labels, start = opened.pop()
            found += ((place, Span(label, n, start, length)) for label, n in labels)
        else:
            plain.append(character)
            length += 1
        at += 1
    if opened:
        unclosed = "".join(plain)[opened[-1][2] :][:30]
        raise _FaultError(line, f"[ without ] before {unclosed!r}", "close the bracket")
    found.sort(key=lambda pair: pair[0])
    return "".join(plain), tuple(span for _, span in found)


def _near(marked: str, at: int) -> str:
    return repr(marked[max(at - 15, 0) : at + 20])


def _labels(written: str, line: int) -> list[tuple[str, int]]:
    labels = []
    for word in written.replace(" ", "").split(","):
        parts = _LABEL.fullmatch(word)
        if parts is None or parts[1] not in LABELS:
            raise _FaultError(line, f"unknown label {word!r}", f"use {_any(LABELS)}")
        if parts[2] == "1":
            raise _FaultError(line, f"label {word!r}", f"write {parts[1]!r} for the main event")
        if parts[2] and parts[1] == LOADED:
            raise _FaultError(line, f"label {word!r}", f"write {LOADED!r}, which has no digit")
        labels.append((parts[1], int(parts[2] or 1)))
    if len(set(labels)) < len(labels):
        raise _FaultError(line, f"label twice in {written!r}", "give it once")
    return labels


def _check_text(text: str, line: int) -> None:
    untidy = _UNTIDY.search(text)
    if untidy:
        near = text[max(untidy.start() - 15, 0) : untidy.end() + 15]
        hint = "without its brackets the text must read as printed"
        raise _FaultError(line, f"stray blank at {near!r}", hint)


def _check_spans(text: str, spans: Iterable[Span], events: tuple[Event, ...], line: int) -> None:
    numbers = {event.number for event in events}
    cues = dict.fromkeys(sorted(numbers), 0)
    for span in spans:
        words, label = text[span.start : span.end], _written(span)
        if not words or words != words.strip():
            hint = "put the bracket against the first and the last word"
            raise _FaultError(line, f"{label} marks {words!r}", hint)
        if span.label in OF_EVENTS and not events:
            hint = "take the label away, or give the item an event"
            raise _FaultError(line, f"{label} in an item that is NONE", hint)
        if span.label in OF_EVENTS and span.number not in numbers:
            hint = f"add an @{span.number} line, or change the digit"
            raise _FaultError(line, f"{label} without its event", hint)
        if span.label == "cue":
            cues[span.number] += 1
    _check_cues(cues, line)
    _check_nesting(text, spans, line)


def _check_cues(cues: dict[int, int], line: int) -> None:
    for number, count in cues.items():
        label = _written(Span("cue", number, 0, 0))
        if not count:
            raise _FaultError(line, f"no {label}", f"mark the words that decide event {number}")
        if count > MOST_CUES:
            hint = "mark the one cue that decides its type; a split cue has two spans"
            raise _FaultError(line, f"{count} spans of {label}", hint)


def _check_nesting(text: str, spans: Iterable[Span], line: int) -> None:
    by_label: dict[tuple[str, int], list[Span]] = {}
    for span in spans:
        before = by_label.setdefault((span.label, span.number), [])
        # What A says that B said is a content in a content; no other label holds itself.
        if span.label not in CLAIMS and any(o.start <= span.start < o.end for o in before):
            words = text[span.start : span.end]
            hint = "mark the words once"
            raise _FaultError(line, f"{_written(span)} inside {_written(span)}: {words!r}", hint)
        before.append(span)


def to_markup(item: Item) -> str:
    """Return the item as the guideline writes it, its @ lines and its text."""
    if item.none_kind is not None:
        heads = [f"@ {NONE} {item.none_kind}"]
    else:
        heads = [_head(event) for event in item.events]
    return "\n".join([*heads, _mark(item.text, item.spans)])


def _head(event: Event) -> str:
    code = " ".join((event.type, *event.modes))
    fields = (code, event.factuality, event.voice, " ".join(event.contexts))
    return f"@{event.number if event.number > 1 else ''} {' | '.join(fields)}".rstrip()


def _written(span: Span) -> str:
    return f"{span.label}{span.number if span.number > 1 else ''}"


def _mark(text: str, spans: Iterable[Span]) -> str:
    labels: dict[tuple[int, int], list[str]] = {}
    for span in spans:
        labels.setdefault((span.start, span.end), []).append(_written(span))
    opens: dict[int, str] = {}
    closes: dict[int, int] = {}
    for (start, end), names in sorted(labels.items(), key=lambda pair: (pair[0][0], -pair[0][1])):
        opens[start] = opens.get(start, "") + f"[{','.join(names)}: "
        closes[end] = closes.get(end, 0) + 1
    parts = []
    for at in range(len(text) + 1):
        parts += ["]" * closes.get(at, 0), opens.get(at, ""), text[at : at + 1]]
    return "".join(parts)

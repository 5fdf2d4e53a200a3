"""Quotations -> whose they are: of a verb beside them, of a colon, or of the last speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.language.parser import Parse
from dragoman.model.claim import Stance
from dragoman.voices.attribution import Speakers
from dragoman.voices.quotations import Quotation, Quotations
from dragoman.voices.speech import Finding
from dragoman.voices.trees import CharSpan, chars

# How far a verb may stand from the quotation it closes or introduces, in characters: a speaker
# with a long title fits in, a second sentence hardly does.
REACH_AFTER = 90
REACH_BEFORE = 160
# Fewer words are a borrowed word or a title, unless they lie in a verb's own content.
LEAST_WORDS = 3
# A floating quotation rests on its neighbours alone, so it stands below what has its own mark.
FLOATING_CONFIDENCE = 0.7
COLON_CONFIDENCE = 0.85
_STOP = re.compile(r"[.!?][\"”’']*\s(?=[\"“A-Z])|\n|;")
_TITLE_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Jr|Sr|[A-Z])\.\s")
_SIGNATURE = re.compile(r"\s*(?P<dash>--|[―—–])\s*(?P<name>[A-Z][\w.'’ -]{2,60}?)(?=[,(\n]|$)")
_NARRATION = re.compile(r",?\s+(?:and|but|before|while|then)\s+\w")
_DASH = re.compile(r"—|--|\s–\s")
_WORD = re.compile(r"\w+")
_LONGEST_COLON_SPEAKER = 8


@dataclass(frozen=True)
class Voiced:
    """A finding with its content as offsets; each of its ``spans`` becomes a claim."""

    finding: Finding
    spans: tuple[CharSpan, ...]
    floating: bool = False


def voice_quotations(
    speakers: Speakers, findings: Sequence[Finding], quotations: Quotations
) -> tuple[Voiced, ...]:
    """Return the findings that have content, with every quotation given to whoever says it."""
    findings = [_with_speaker_outside(finding, quotations) for finding in findings]
    giver = _Giver(speakers, findings, quotations)
    spans = {number: giver.own_spans(finding) for number, finding in enumerate(findings)}
    covered = sorted(span for own in spans.values() for span in own)
    loose: list[Voiced] = []
    for quotation in quotations.items:
        if any(s <= quotation.start and quotation.end <= e for s, e in covered):
            continue
        host = giver.host(quotation)
        if host is not None:
            spans[host].append(giver.introduced(findings[host], quotation))
        else:
            loose.extend(giver.without_host(quotation, spans))
    text = speakers.parse.article.text
    held = (Voiced(f, tuple(_merged(spans[n], text))) for n, f in enumerate(findings) if spans[n])
    return (*held, *loose)


def _with_speaker_outside(finding: Finding, quotations: Quotations) -> Finding:
    """Correct a parse that takes a quoted word for the subject of the verb behind the quotation."""
    word, speaker = finding.word, finding.speaker
    quoted = quotations.at(speaker.idx) if speaker is not None else None
    if quoted is None or quoted.start <= word.idx < quoted.end:
        return finding
    doc = word.doc
    between = [t for t in doc[: word.i] if t.idx >= quoted.end] if word.idx >= quoted.end else []
    behind = doc[word.i + 1 : word.i + 1 + _LONGEST_COLON_SPEAKER]
    candidates = [*reversed(between), *behind]
    found = next((t for t in candidates if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if found is None:
        return finding
    while found.dep_ == "compound" and found.head.i > found.i:
        found = found.head
    return replace(finding, speaker=found)


@dataclass(frozen=True)
class _Giver:
    """Gives one article's quotations to its findings."""

    speakers: Speakers
    findings: Sequence[Finding]
    quotations: Quotations

    @property
    def _parse(self) -> Parse:
        return self.speakers.parse

    def own_spans(self, finding: Finding) -> list[CharSpan]:
        """A finding's content as offsets, grown to the whole of quotations it mostly holds."""
        found: list[CharSpan] = []
        for run in finding.contents:
            start, end = chars(finding.word.doc, run)
            for quotation in self.quotations.within(start, end):
                inside = min(end, quotation.end) - max(start, quotation.start)
                holds_cue = quotation.start <= finding.word.idx < quotation.end
                if not holds_cue and 2 * inside >= quotation.end - quotation.start:
                    start, end = min(start, quotation.start), max(end, quotation.end)
            start = self._behind_introducer(finding, start, end)
            end = self._before_narration(finding, start, end)
            found.extend(self._parted(finding, start, self._without_gloss(start, end)))
        return found

    def _behind_introducer(self, finding: Finding, start: int, end: int) -> int:
        """Where the quotation begins that a colon introduces: "He scolded him: “…,” he said"."""
        for quotation in self.quotations.within(start, end):
            lead = self._parse.article.text[start : quotation.start].rstrip()
            if lead.endswith(":") and quotation.end <= finding.word.idx:
                return quotation.start
        return start

    def _before_narration(self, finding: Finding, start: int, end: int) -> int:
        """Where a content ends that goes on behind its quotation: "“It is over” | and left"."""
        held = self.quotations.within(start, end)
        if not held or held[0].start != start or finding.word.idx >= start:
            return end
        last = held[-1].end
        return last if _NARRATION.match(self._parse.article.text, last, end) else end

    def _without_gloss(self, start: int, end: int) -> int:
        """Where a content ends before a last dash outside quotation marks: the gloss is ours."""
        dashes = [m.start() for m in _DASH.finditer(self._parse.article.text, start, end)]
        if len(dashes) != 1 or self.quotations.at(dashes[0]) is not None:
            return end
        kept = self._parse.article.text[start : dashes[0]].rstrip()
        return start + len(kept) if len(_WORD.findall(kept)) >= LEAST_WORDS else end

    def _parted(self, finding: Finding, start: int, end: int) -> Iterator[CharSpan]:
        """Part a content round its own cue where quotation marks part it too."""
        cue_start, cue_end = chars(finding.word.doc, finding.cue)
        before = [q for q in self.quotations.within(start, end) if q.end <= cue_start]
        after = [q for q in self.quotations.within(start, end) if q.start >= cue_end]
        if start <= cue_start < end and before and after:
            yield start, before[-1].end
            yield after[0].start, end
        else:
            yield start, end

    def host(self, quotation: Quotation) -> int | None:
        """The number of the finding whose verb introduces or closes a quotation, or None."""
        if len(_WORD.findall(self._words(quotation))) < LEAST_WORDS and not self._ends(quotation):
            return None
        before = self._nearest_before(quotation)
        if before is None and not self._lead(quotation):
            before = self._announcer(quotation)
            if before is not None:
                return before
        if before is not None and self._lead(quotation).endswith(":"):
            return before
        after = self._nearest_after(quotation) if self._ends(quotation) else None
        return before if after is None else after

    def introduced(self, finding: Finding, quotation: Quotation) -> CharSpan:
        """A quotation with the clause before it that it completes: said talks were "on track"."""
        doc = self._parse.doc
        behind = finding.cue[1] + 1
        gap = [t for t in doc[behind : behind + REACH_BEFORE] if t.idx < quotation.start]
        completes = any(t.tag_.startswith(("VB", "MD")) for t in gap) and gap[-1].pos_ != "PUNCT"
        return (gap[0].idx if completes else quotation.start), quotation.end

    def _announcer(self, quotation: Quotation) -> int | None:
        """The last speech of the paragraph before, where that ends with a colon: "She said:"."""
        above = self._parse.article.blocks[max(quotation.block - 1, 0)]
        text = self._parse.article.text[above.start : above.end].rstrip()
        if quotation.block == 0 or not text.endswith(":"):
            return None
        last = max(text.rfind(". "), text.rfind("? "), text.rfind("! "), -1)
        spoken = [
            (f.word.idx, n)
            for n, f in enumerate(self.findings)
            if f.quotable and above.start + last < f.word.idx < above.end
        ]
        outside = (pair for pair in spoken if self.quotations.at(pair[0]) is None)
        return max(outside, default=(0, None))[1]

    def _nearest_after(self, quotation: Quotation) -> int | None:
        end = quotation.end
        best = min(
            (
                (f.word.idx, n)
                for n, f in enumerate(self.findings)
                if f.quotable and end <= f.word.idx <= end + REACH_AFTER
            ),
            default=None,
        )
        return best[1] if best and self._is_clear(end, best[0]) else None

    def _nearest_before(self, quotation: Quotation) -> int | None:
        start = quotation.start
        best = max(
            (
                (f.word.idx, n)
                for n, f in enumerate(self.findings)
                if f.quotable and start - REACH_BEFORE <= f.word.idx < start
            ),
            default=None,
        )
        if best is None or self.quotations.at(best[0]) is not None:
            return None
        verb = self.findings[best[1]].word
        return best[1] if self._is_clear(verb.idx + len(verb), start) else None

    def _is_clear(self, start: int, end: int) -> bool:
        """Whether no other quotation and no end of a sentence lies between."""
        between = _TITLE_STOP.sub("", self._parse.article.text[start:end])
        return not _STOP.search(between) and not self.quotations.within(start, end)

    def _words(self, quotation: Quotation) -> str:
        return self._parse.article.text[quotation.start : quotation.end]

    def _ends(self, quotation: Quotation) -> bool:
        """Whether a quotation ends as speech before its verb does: with a comma, "?" or "!"."""
        text = self._parse.article.text
        inner = text[quotation.start : quotation.end].rstrip("\"”’'»")
        return inner.endswith((",", "?", "!", "-", "—")) or text[quotation.end :][:1] == ","

    def _lead(self, quotation: Quotation) -> str:
        block = self._parse.article.blocks[quotation.block]
        return self._parse.article.text[block.start : quotation.start].rstrip()

    def without_host(
        self, quotation: Quotation, spans: dict[int, list[CharSpan]]
    ) -> Iterator[Voiced]:
        """Yield the claim of a quotation with a colon before it, or of one that floats."""
        lead = self._lead(quotation)
        span = (quotation.start, quotation.end)
        named = self._colon(quotation) if lead.endswith(":") else self._signature(quotation)
        if named is not None:
            yield Voiced(named, (span,))
        elif _starts_sentence(lead) and len(_WORD.findall(self._words(quotation))) > LEAST_WORDS:
            last = self._last_speech(quotation, spans)
            if last is not None:
                yield Voiced(_renamed(last, "voices.floating_quotation"), (span,), floating=True)

    def _colon(self, quotation: Quotation) -> Finding | None:
        """ "The minister: “We agreed.”" """
        speaker = self._colon_speaker(quotation)
        if speaker is None:
            return None
        colon = next((t for t in speaker.doc[speaker.i :] if t.text == ":"), None)
        return None if colon is None else _by_mark(colon, speaker, "voices.colon")

    def _signature(self, quotation: Quotation) -> Finding | None:
        """ "“We agreed.” — the minister", behind the quotation or on a line of its own."""
        article = self._parse.article
        last = min(quotation.block + 1, len(article.blocks) - 1)
        signed = _SIGNATURE.match(article.text, quotation.end, article.blocks[last].end)
        if signed is None:
            return None
        dash = self._parse.token_at(signed.start("dash"))
        name = self._parse.doc.char_span(*signed.span("name"), alignment_mode="contract")
        if dash is None or name is None or not self.speakers.can_speak(name.root):
            return None
        return _by_mark(dash, name.root, "voices.signature")

    def _colon_speaker(self, quotation: Quotation) -> Token | None:
        block = self._parse.article.blocks[quotation.block]
        lead = self._parse.doc.char_span(block.start, quotation.start, alignment_mode="contract")
        if lead is None:
            return None
        words = [t for t in lead if not t.is_punct and not t.is_space]
        if not words or len(words) > _LONGEST_COLON_SPEAKER or any(t.tag_[0] == "V" for t in words):
            return None
        head = words[-1] if words[-1].pos_ == "PROPN" else lead[: len(lead)].root
        return head if self.speakers.can_speak(head) else None

    def _last_speech(
        self, quotation: Quotation, spans: dict[int, list[CharSpan]]
    ) -> Finding | None:
        """The last speech before a quotation, in its own paragraph or the one before."""
        blocks = self._parse.article.blocks
        earliest = blocks[max(0, quotation.block - 1)].start
        spoken = (
            f
            for n, f in enumerate(self.findings)
            if f.quotable and spans[n] and earliest <= f.word.idx < quotation.start
        )
        outside = (f for f in spoken if self.quotations.at(f.word.idx) is None)
        return max(outside, key=lambda f: f.word.idx, default=None)


def _renamed(finding: Finding, rule: str) -> Finding:
    return replace(finding, contents=(), rule=rule, confidence=FLOATING_CONFIDENCE)


def _by_mark(mark: Token, speaker: Token, rule: str) -> Finding:
    cue = (mark.i, mark.i)
    return Finding(cue, mark, speaker, (), Stance.STATES, rule, COLON_CONFIDENCE)


def _starts_sentence(lead: str) -> bool:
    return not lead or lead.rstrip("\"”’'").endswith((".", "!", "?", ":"))


def _merged(spans: Iterable[CharSpan], text: str) -> Iterator[CharSpan]:
    """Yield spans in order; those that overlap or have no word between them become one."""
    open_span: CharSpan | None = None
    for start, end in sorted(spans):
        if open_span is not None and not _WORD.search(text, open_span[1], max(start, open_span[1])):
            open_span = (open_span[0], max(open_span[1], end))
            continue
        if open_span is not None:
            yield open_span
        open_span = (start, end)
    if open_span is not None:
        yield open_span

"""Parse -> Reason: finds why events are said to have happened, and by whom it is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.coding.tagger import Tagged
from dragoman.language.parser import Parse
from dragoman.model.article import BlockKind
from dragoman.model.claim import Claim, Reason, Stance
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Report, Voice
from dragoman.reasons.answering import find_answers
from dragoman.reasons.finding import Finding, split_contrast
from dragoman.reasons.framing import find_framings
from dragoman.reasons.infinitives import find_infinitives
from dragoman.reasons.naming import find_named_reasons
from dragoman.reasons.phrases import find_phrases
from dragoman.reasons.predicates import find_participles, find_predicates
from dragoman.reasons.reference import Reference
from dragoman.reasons.signals import Signals, load_signals
from dragoman.reasons.tagged import find_tagged
from dragoman.voices.attribution import voice_of

_UNLINKED = 0.8  # a reason of no known report may explain something else than an event
_WEAK = 0.6  # below it a signal is often something else, and adds nothing inside another reason


def find_reasons(
    parse: Parse,
    cast: Cast,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    tagged: Sequence[Tagged] = (),
    *,
    codebook: Codebook | None = None,
) -> tuple[Reason, ...]:
    """Return the reasons that an article gives, in the order of its text.

    ``report_id`` is the report explained, ``because_id`` the report that stands in the reason's
    own words; a consequence is content, and the report that has it is ``report_id``. The codebook
    (the built-in one when None) tells which nouns stand for events. ``tagged`` are the article's
    sentences with their tags; without them only signals tell reasons.
    """
    signals = load_signals()
    reference = Reference(parse, cast, reports, codebook or load_codebook(), signals)
    findings = [
        finding
        for sentence in parse.sentences
        if parse.article.blocks[sentence.block].kind is not BlockKind.QUESTION
        for finding in _findings(
            parse.tokens(sentence), signals, reference, tagged[sentence.number] if tagged else None
        )
    ]
    findings.extend(find_answers(parse))
    made = (_reason(f, parse, reference, claims, signals.version) for f in findings)
    found = [reason for reason in made if reason is not None]
    return tuple(sorted(found, key=lambda r: (r.content.start, r.content.end)))


def _findings(
    sentence: Span, signals: Signals, reference: Reference, tagged: Tagged | None
) -> Iterator[Finding]:
    """The sentence's findings, without those that tell again what a surer one told.

    What the tagger alone hears comes behind what a signal tells.
    """
    is_event = reference.is_event
    found = [
        *find_phrases(sentence, signals),
        *find_predicates(sentence, signals, is_event, reference.is_actor),
        *find_participles(sentence, signals, is_event),
        *find_named_reasons(sentence, signals, is_event),
        *find_framings(sentence, signals, is_event),
        *find_infinitives(sentence, signals, is_event),
    ]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.gated, -f.signal.confidence, f.content[0].i)):
        if finding.content[0].sent != finding.cue[0].sent or any(_told(finding, k) for k in kept):
            continue
        before = tuple(kept)
        kept.extend(f for f in split_contrast(finding) if not any(_told(f, k) for k in before))
    yield from kept
    for finding in find_tagged(sentence, tagged) if tagged is not None else ():
        if not any(_overlaps(finding, k) for k in kept):
            yield finding


def _overlaps(one: Finding, other: Finding) -> bool:
    return one.content[0].i <= other.content[1].i and other.content[0].i <= one.content[1].i


def _told(one: Finding, surer: Finding) -> bool:
    """Whether a surer finding has the same reason or cue, or holds a weak one in its reason."""
    ends = one.content[1].i == surer.content[1].i
    starts = abs(one.content[0].i - surer.content[0].i) <= 1
    held = surer.covers(one.content[0]) and surer.covers(one.content[1])
    weak = held and one.signal.confidence < _WEAK
    return (ends and starts) or one.cue[0].i == surer.cue[0].i or weak


def _reason(
    finding: Finding, parse: Parse, reference: Reference, claims: Sequence[Claim], version: str
) -> Reason | None:
    report = reference.explained(finding)
    if finding.gated and (report is None or report.sentence != _number(parse, finding.cue[0])):
        return None
    because = reference.within(finding)
    if because is not None and report is not None and because.id == report.id:
        report = None
    content = parse.quote_tokens(*finding.content)
    claim = _innermost(content, claims)
    denies = claim is not None and claim.stance is Stance.DENIES
    sentence = parse.sentence_of(finding.content[0])
    return Reason(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        cue=parse.quote_tokens(*finding.cue),
        content=content,
        kind=finding.kind,
        attribution=claim.attribution if claim else _unclaimed(finding, parse, reference.cast),
        denied=finding.denied != denies,
        how=_how(finding, parse, version, report),
        report_id=report.id if report else None,
        because_id=because.id if because else None,
    )


def _number(parse: Parse, token: Token) -> int:
    return parse.sentence_of(token).number


def _how(finding: Finding, parse: Parse, version: str, report: Report | None) -> How:
    confidence = finding.signal.confidence * (1.0 if report else _UNLINKED)
    cue = parse.quote_tokens(*finding.cue).words
    told = f"explains {report.cue.words!r}" if report else "explains no report that was coded"
    rule = f"reasons/{finding.signal.name}"
    return How(cue, rule, finding.version or version, round(confidence, 2), (told,))


def _innermost(content: Quote, claims: Sequence[Claim]) -> Claim | None:
    """The claim with the shortest content that holds the reason, or None."""
    holding = [claim for claim in claims if claim.content.holds(content)]
    return min(holding, key=lambda c: c.content.end - c.content.start, default=None)


def _unclaimed(finding: Finding, parse: Parse, cast: Cast) -> Attribution:
    """Whose reason it is when no claim holds it."""
    if finding.reader == "author":
        return Attribution(Voice.AUTHOR)
    if finding.reader == "narrator":
        return Attribution(Voice.NARRATOR)
    if finding.source is None:
        return Attribution(Voice.UNNAMED)
    return _of_source(finding.source, parse, cast)


def _of_source(source: Token, parse: Parse, cast: Cast) -> Attribution:
    """The voice of whoever gives the reason: "the ministry cited …", "… presents it as …"."""
    edge = source if source.pos_ == "PROPN" else source.left_edge
    quote = parse.quote_tokens(edge, source)
    mention = cast.at(source)
    appearance = cast.who(mention) if mention is not None else None
    if mention is None or appearance is None:
        official = source.lemma_.lower() in load_signals().lists["official_nouns"]
        other = Voice.NAMED if source.pos_ == "PROPN" else Voice.UNNAMED
        return Attribution(Voice.OFFICIAL if official else other, None, quote)
    voice = voice_of(appearance, mention, parse.article.published)
    return Attribution(voice, appearance.number, mention.quote)

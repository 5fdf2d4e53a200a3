"""Claims and reports -> whose words each report is, and whose each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.language.parser import Parse
from dragoman.model.claim import Claim
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence
from dragoman.model.report import Attribution, Report, Support, Voice

# From this share of a sentence's characters on, a content makes it its speaker's sentence.
WHOLE_SENTENCE_SHARE = 0.5
_HEARSAY = frozenset({"allegedly", "apparently", "purportedly", "reportedly", "supposedly"})
FRAMING = "voices.framing_verb"
INTERPRETING = "voices.interpretive_verb"
COLOURING = "voices.loaded_words"
# What the trained heads of tone say of a whole sentence.
VIEW = "voices.view"
SLANT = "voices.slant"
# Slant colours the words, and the sentence still tells what it tells.
_COLOUR = frozenset({COLOURING, SLANT})
# "Condemned the attack", "sadly, the ferry sank": the event is the outlet's fact, only the
# judgement is the speaker's or the writer's.
PRESUPPOSING = frozenset({"voices.reaction_verb", "voices.comment_adverb", *_COLOUR})


def link_reports(claims: Sequence[Claim], reports: Sequence[Report]) -> tuple[Claim, ...]:
    """Return the claims, each with the ids of the reports whose cues stand in its content."""
    return tuple(
        replace(claim, report_ids=tuple(r.id for r in reports if claim.content.holds(r.cue)))
        for claim in claims
    )


def attribute_reports(
    parse: Parse, reports: Sequence[Report], claims: Sequence[Claim]
) -> tuple[Report, ...]:
    """Return the reports, each with the attribution of the innermost claim that asserts it.

    A report that no claim asserts is the narrator's. A claim that only reacts ("condemned the
    attack") or frames ("described the arrest as unlawful") leaves what it takes as given to
    whoever tells it around the claim.
    """
    return tuple(
        replace(r, attribution=_as_hearsay(parse, r.cue, _attribution(parse, r.cue, claims)))
        for r in reports
    )


def _as_hearsay(parse: Parse, cue: Quote, found: Attribution) -> Attribution:
    """ "Reportedly arrested": somebody says so, and the narrator does not say who."""
    verb = parse.token_at(cue.start)
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"} if verb is not None else set()
    if found.voice is Voice.NARRATOR and adverbs & _HEARSAY:
        return Attribution(Voice.UNNAMED)
    return found


def attribute_supports(
    parse: Parse, supports: Sequence[Support], claims: Sequence[Claim]
) -> tuple[Support, ...]:
    """Return the supports, each with the attribution of the innermost claim that asserts it."""
    return tuple(replace(s, attribution=_attribution(parse, s.given, claims)) for s in supports)


def _attribution(parse: Parse, cue: Quote, claims: Iterable[Claim]) -> Attribution:
    around = [c for c in claims if asserted(parse, c, cue) and c.cue.span != cue.span]
    inner = min(around, key=lambda c: c.content.end - c.content.start, default=None)
    return Attribution(Voice.NARRATOR) if inner is None else inner.attribution


def asserted(parse: Parse, claim: Claim, cue: Quote) -> bool:
    """Whether a claim's speaker, and not the text around it, stands behind an event's cue."""
    if not claim.content.holds(cue) or claim.how.rule in PRESUPPOSING:
        return False
    if claim.how.rule == INTERPRETING:
        return _is_under(parse, claim.cue, cue)
    if claim.how.rule != FRAMING:
        return True
    content = parse.doc.char_span(*claim.content.span, alignment_mode="contract")
    border = next((t.idx for t in content or () if t.lower_ == "as"), claim.content.start)
    return cue.start >= border


def _is_under(parse: Parse, interpreting: Quote, cue: Quote) -> bool:
    """Whether an act hangs from the interpreting verb: what a colon sets apart does not
    ("This proved it: Peru sends oil")."""
    verb, act = parse.token_at(interpreting.end - 1), parse.token_at(cue.start)
    return verb is not None and act is not None and verb.is_ancestor(act)


def sentence_voices(parse: Parse, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    """Return the sentences, each with the voice a reader would name who was asked who says it.

    That is the outermost claim whose cue or content has the sentence's main verb, else one whose
    content fills half of it, else the narrator.
    """
    whole = [claim for claim in claims if claim.how.rule not in _COLOUR]
    return tuple(replace(s, voice=_voice(parse, s, whole)) for s in parse.sentences)


def _voice(parse: Parse, sentence: Sentence, claims: Iterable[Claim]) -> Voice:
    near = [c for c in claims if _overlap(c.content, sentence.quote) or _at(c, sentence)]
    root = parse.tokens(sentence).root
    main = [c for c in near if _has(c.cue, root.idx) or _has(c.content, root.idx)]
    if main:
        return max(main, key=_reach).attribution.voice
    widest = max(near, key=lambda c: _told(c, sentence.quote), default=None)
    if widest is None:
        return Voice.NARRATOR
    share = _told(widest, sentence.quote) / len(sentence.quote.words)
    return widest.attribution.voice if share >= WHOLE_SENTENCE_SHARE else Voice.NARRATOR


def _told(claim: Claim, sentence: Quote) -> int:
    """How many characters of a sentence are a claim's content, cue and speaker."""
    parts = (claim.content, claim.cue, claim.attribution.speaker_quote)
    return sum(_overlap(part, sentence) for part in parts if part is not None)


def _reach(claim: Claim) -> int:
    low = min(claim.cue.start, claim.content.start)
    return max(claim.cue.end, claim.content.end) - low


def _at(claim: Claim, sentence: Sentence) -> bool:
    return sentence.quote.holds(claim.cue)


def _has(quote: Quote, offset: int) -> bool:
    return quote.start <= offset < quote.end


def _overlap(one: Quote, other: Quote) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))

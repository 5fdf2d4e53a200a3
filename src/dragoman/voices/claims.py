"""Parse and cast -> claims: every speech act of an article, and every judgement of its writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from dragoman.actors.cast import Cast
from dragoman.coding.tagger import Tagged
from dragoman.language.parser import Parse
from dragoman.model.claim import Claim
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence
from dragoman.model.report import Attribution, Report, Voice
from dragoman.voices.attribution import FIRST_PERSON, Speakers
from dragoman.voices.cues import VoiceCues, load_cues
from dragoman.voices.hearsay import find_hearsay
from dragoman.voices.loaded import loaded_words
from dragoman.voices.opinion import Opinion, find_opinions
from dragoman.voices.quotations import Quotations, find_quotations
from dragoman.voices.quoting import Voiced, voice_quotations
from dragoman.voices.reporting import link_reports
from dragoman.voices.speech import Finding, find_speech
from dragoman.voices.tagged import find_tagged
from dragoman.voices.tone import Tone, ToneJudge
from dragoman.voices.trailing import find_trailing
from dragoman.voices.trees import CharSpan, chars


def find_claims(
    parse: Parse,
    cast: Cast,
    reports: Sequence[Report] = (),
    tagged: Sequence[Tagged] = (),
    judge: ToneJudge | None = None,
) -> tuple[Claim, ...]:
    """Return an article's claims in the order of their contents, outer before inner.

    Speech comes with its speaker; the writer's own judgements have the voice ``author``. A
    content that other words part gives one claim a part, with the same cue. Claims carry the ids
    of those ``reports`` that stand inside their contents. ``tagged`` are the article's
    sentences with their tags; without them claims are those that listed words and quotation marks
    tell, and without a ``judge`` of tone so are the writer's judgements.
    """
    return link_reports(_Reader(parse, cast, load_cues(), tuple(tagged), judge).claims(), reports)


@dataclass(frozen=True)
class _Reader:
    """Reads the claims of one article."""

    parse: Parse
    cast: Cast
    cues: VoiceCues
    tagged: tuple[Tagged, ...]
    judge: ToneJudge | None

    def claims(self) -> tuple[Claim, ...]:
        quotations = find_quotations(self.parse.article)
        speakers = Speakers(self.parse, self.cast, self.cues, self.tagged)
        voiced = voice_quotations(speakers, self._findings(speakers), quotations)
        spoken = _distinct(c for v in voiced for c in self._spoken(v, speakers, quotations))
        said = _nested(_first_persons(_speech_acts(spoken)))
        taken = sorted(claim.content.span for claim in said)
        cues = [claim.cue.span for claim in said]
        judged = [
            self._judged(opinion)
            for sentence in self.parse.sentences
            for opinion in find_opinions(
                sentence, speakers, quotations, taken, cues, self._tone(sentence)
            )
        ]
        return tuple(sorted((*said, *judged), key=_place))

    def _tone(self, sentence: Sentence) -> Tone | None:
        if self.judge is None or not self.tagged:
            return None
        return self.judge.judge(self.tagged[sentence.number].pieces.surface)

    def _findings(self, speakers: Speakers) -> tuple[Finding, ...]:
        found: list[Finding] = []
        for sentence in self.parse.sentences:
            tokens = self.parse.tokens(sentence)
            spoken = tuple(find_speech(tokens, speakers))
            known = {finding.word.i for finding in spoken if finding.contents}
            trailing = tuple(find_trailing(tokens, speakers, known))
            told = {finding.word.i for finding in trailing}
            found.extend(finding for finding in spoken if finding.word.i not in told)
            found.extend(trailing)
            found.extend(find_hearsay(tokens, speakers))
            if self.tagged:
                tagged = self.tagged[sentence.number]
                found.extend(find_tagged(tokens, tagged, speakers, _cue_words(found, tokens)))
        return tuple(found)

    def _spoken(
        self, voiced: Voiced, speakers: Speakers, quotations: Quotations
    ) -> Iterator[Claim]:
        finding = voiced.finding
        cue = self.parse.quote(*chars(self.parse.doc, finding.cue))
        attribution = speakers.attribution(finding.speaker, finding.word, finding.speaker_run)
        how = How(cue.words, finding.rule, finding.version, finding.confidence)
        for start, end in voiced.spans:
            content = self.parse.quote(start, end)
            first, evidence = self._evidence(content if voiced.floating else cue, content)
            quoted = any(
                content.start <= q.start and q.end <= content.end
                for q in quotations.within(start, end)
            )
            loaded = loaded_words(self.parse, content.span, self.cues)
            yield Claim(
                article_id=self.parse.article.id,
                sentence=first,
                evidence=evidence,
                cue=cue,
                content=content,
                stance=finding.stance,
                attribution=attribution,
                quoted=quoted,
                how=how,
                loaded=loaded,
            )

    def _evidence(self, cue: Quote, content: Quote) -> tuple[int, Quote]:
        """The number of the sentence with the cue, and the sentences from cue through content."""
        numbers = [
            self.parse.sentence_of(token).number
            for offset in (cue.start, content.start, content.end - 1)
            if (token := self.parse.token_at(offset)) is not None
        ]
        first, last = self.parse.sentences[min(numbers)], self.parse.sentences[max(numbers)]
        return numbers[0], self.parse.quote(first.quote.start, last.quote.end)

    def _judged(self, opinion: Opinion) -> Claim:
        content = self.parse.quote(*opinion.content)
        cue = self.parse.quote(*opinion.cue)
        how = How(cue.words, opinion.rule, opinion.version, opinion.confidence, opinion.detail)
        return Claim(
            article_id=self.parse.article.id,
            sentence=opinion.sentence.number,
            evidence=opinion.sentence.quote,
            cue=cue,
            content=content,
            stance=opinion.stance,
            attribution=Attribution(Voice.AUTHOR),
            quoted=False,
            how=how,
            loaded=loaded_words(self.parse, content.span, self.cues),
        )


def _cue_words(findings: Iterable[Finding], sentence: Span) -> frozenset[int]:
    """The places of a sentence's words that are a cue already."""
    cues = [f.cue for f in findings if sentence.start <= f.word.i < sentence.end]
    return frozenset(i for first, last in cues for i in range(first, last + 1))


def _place(claim: Claim) -> tuple[int, int, int, int]:
    return (claim.content.start, -claim.content.end, claim.cue.start, claim.cue.end)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """One claim a cue and content; the surest stays."""
    found: dict[tuple[CharSpan, CharSpan], Claim] = {}
    for claim in claims:
        key = (claim.cue.span, claim.content.span)
        if key not in found or claim.how.confidence > found[key].how.confidence:
            found[key] = claim
    return sorted(found.values(), key=_place)


def enclosing(claim: Claim, claims: Iterable[Claim]) -> Claim | None:
    """Return the smallest claim of another cue whose content holds this claim's cue, or None."""
    outer = [
        other
        for other in claims
        if other.cue.span != claim.cue.span
        and other.content.holds(claim.cue)
        and not claim.content.holds(other.cue)
    ]
    return min(outer, key=lambda c: c.content.end - c.content.start, default=None)


def _speech_acts(claims: list[Claim]) -> list[Claim]:
    """Drop "I think" inside somebody's words: they think so by saying so."""
    return [c for c in claims if not (_is_own_thought(c) and enclosing(c, claims))]


def _is_own_thought(claim: Claim) -> bool:
    words = claim.attribution.speaker_quote
    own = words is not None and words.words.lower() in FIRST_PERSON
    return own and claim.how.rule == "voices.attitude_verb"


def _first_persons(claims: list[Claim]) -> list[Claim]:
    """ "I" inside somebody's words is that somebody."""
    return [_as_outer(claim, claims) for claim in claims]


def _as_outer(claim: Claim, claims: list[Claim]) -> Claim:
    words = claim.attribution.speaker_quote
    if words is None or words.words.lower() not in FIRST_PERSON:
        return claim
    outer = enclosing(claim, claims)
    if outer is None:
        return replace(claim, attribution=Attribution(Voice.AUTHOR))
    spoken = replace(outer.attribution, speaker_quote=words)
    return replace(claim, attribution=spoken)


def _nested(claims: list[Claim]) -> list[Claim]:
    """Tell, on each claim inside another's content, whose words it comes in."""
    return [_with_chain(claim, claims) for claim in claims]


def _with_chain(claim: Claim, claims: list[Claim]) -> Claim:
    outer = enclosing(claim, claims)
    if outer is None:
        return claim
    speaker = outer.attribution.speaker_quote
    name = speaker.words if speaker else "an unnamed speaker"
    detail = (*claim.how.detail, f"Stands in the words of {name} ({outer.cue.words}).")
    return replace(claim, how=replace(claim.how, detail=detail))

"""Parse -> Report: every act that a sentence tells, with its sides, date, place and certainty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook
from dragoman.coding.dating import date_act
from dragoman.coding.factuality import Commitment, judge_factuality
from dragoman.coding.matching import Match, Scene, find_matches
from dragoman.coding.placing import place_act
from dragoman.coding.quantities import find_quantity
from dragoman.language.narrative import DatedSentence
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.article import BlockKind
from dragoman.model.dates import NewsDate
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence
from dragoman.model.report import Attribution, Factuality, Report, Side, Voice

VERSION = "coding 1"

# Headlines and headings say again, and more loosely, what the paragraphs say; questions ask.
_CODED_BLOCKS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ANSWER}
)
# How sure a cue alone makes a type, by how much of it must be there. Set by judgement on our own
# dispatches; the trained classifier of a later release is calibrated instead.
_BOTH_SIDES = 0.8
_ONE_SIDE = 0.6
_INFERRED_SIDE = 0.5
# Official visits rarely last longer; what is told of two days further apart is two visits.
_SAME_TRIP = dt.timedelta(days=10)
_SPEECH_ACTS = frozenset(
    "agree appeal ask call decline demand offer order pledge press promise refuse reject request "
    "swear threaten urge vow warn".split()
)
_UNREAL = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class CodedMatch:
    """A report beside the match that it was made from, for the stages that need the parse."""

    report: Report
    match: Match


def find_reports(
    parse: Parse, cast: Cast, codebook: Codebook, dated: Sequence[DatedSentence]
) -> tuple[CodedMatch, ...]:
    """Return the article's reports in the order of the text, all in the narrator's voice as yet.

    A visit that names no host is given the host of the same visitor's nearest visit in the
    article, and says so.
    """
    coded = [
        CodedMatch(_report(match, sentence, parse, cast, codebook, dated[sentence.number]), match)
        for sentence in coded_sentences(parse)
        for match in find_matches(parse.tokens(sentence), Scene(cast, codebook))
    ]
    return tuple(_with_hosts(_told_once(coded, codebook), cast))


def _told_once(coded: list[CodedMatch], codebook: Codebook) -> list[CodedMatch]:
    """Keep one report of an act that both its own and its governing word tell.

    "Threatened to invade Chile" is one threat, told by the word that says whom it is against.
    """
    told = {(item.match.head.i, item.report.type): item for item in coded}
    dropped: set[int] = set()
    for item in coded:
        word = judge_factuality(item.match.head, codebook).governing_word
        governing = told.get((word.i, item.report.type)) if word is not None else None
        if governing is not None:
            fuller = item.report.recipients and not governing.report.recipients
            dropped.add((governing if fuller else item).match.head.i)
    return [item for item in coded if item.match.head.i not in dropped]


def coded_sentences(parse: Parse) -> Iterator[Sentence]:
    """Yield the sentences that may tell an act: no questions, no headlines, no headings."""
    for sentence in parse.sentences:
        tells = not sentence.quote.words.endswith("?")
        if tells and parse.article.blocks[sentence.block].kind in _CODED_BLOCKS:
            yield sentence


def _report(
    match: Match,
    sentence: Sentence,
    parse: Parse,
    cast: Cast,
    codebook: Codebook,
    dated: DatedSentence,
) -> Report:
    commitment = judge_factuality(match.head, codebook)
    type_name, modes, why = _type_and_modes(match, commitment, codebook)
    word = commitment.governing_word
    if word is not None and type_name != match.cue.type and word.lemma_.lower() in _SPEECH_ACTS:
        # What was promised or refused is yet to come; the promise or refusal is not.
        commitment = judge_factuality(word, codebook)
    factuality = commitment.factuality
    dating = date_act(match.head, factuality, dated, parse)
    placing = place_act(match.head, parse, cast)
    cue = cue_quote(match, parse)
    lemmas = [token.lemma_.lower() for token in parse.tokens(sentence)]
    confidence = _BOTH_SIDES if match.actors and match.recipients else _ONE_SIDE
    return Report(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        cue=cue,
        type=type_name,
        modes=modes,
        contexts=tuple(dict.fromkeys((*match.cue.contexts, *codebook.contexts_of(lemmas)))),
        actors=_sides(match.actors, cast),
        recipients=_sides(match.recipients, cast),
        date=dating.date,
        date_quote=dating.quote if dating.quote and _inside(dating.quote, parse) else None,
        place=placing.place if placing else None,
        place_quote=placing.quote if placing else None,
        quantity=find_quantity(_countable(match, cast), parse),
        factuality=factuality,
        attribution=Attribution(Voice.NARRATOR),
        how=How(cue.words, f"coding.cue: {match.cue.pattern}", VERSION, confidence, why),
        date_how=dating.how,
        factuality_how=commitment.how,
    )


def _countable(match: Match, cast: Cast) -> Iterator[Token]:
    """Yield the heads whose number says how large an act was: groups of people, and things."""
    for head in (*match.recipients, *match.actors):
        mention = cast.at(head)
        who = cast.who(mention) if mention else None
        if who is not None and who.kind in (ActorKind.GROUP, ActorKind.UNNAMED):
            yield head
    yield from match.objects


def _inside(quote: Quote, parse: Parse) -> bool:
    return quote.end <= len(parse.article.text)


def _type_and_modes(
    match: Match, commitment: Commitment, codebook: Codebook
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return type, modes and explanation.

    A meeting still to come is AGREE in PLOVER; an act that is promised, refused or threatened is
    the promise, refusal or threat.
    """
    own = match.cue.type
    governor = commitment.governor
    becomes = governor.becomes(codebook.quad(own)) if governor else None
    if governor and becomes and becomes != own:
        mode = governor.mode_of(own)
        why = f"{own}, governed by {governor.pattern!r}, is {becomes}"
        return becomes, (mode,) if mode else (), (why,)
    if own == "CONSULT" and commitment.factuality in _UNREAL:
        return "AGREE", (), ("a meeting still to come is AGREE in PLOVER, not CONSULT",)
    return own, (match.cue.mode,) if match.cue.mode else (), ()


def cue_quote(match: Match, parse: Parse) -> Quote:
    """Return the words of a cue, from its first to its last."""
    return parse.quote_tokens(match.words[0], match.words[-1])


def _sides(heads: tuple[Token, ...], cast: Cast) -> tuple[Side, ...]:
    mentions = [mention for head in heads if (mention := cast.at(head)) is not None]
    return tuple(Side(m.quote, m.appearance) for m in mentions if m.appearance is not None)


def _with_hosts(coded: list[CodedMatch], cast: Cast) -> Iterator[CodedMatch]:
    visits = [c.report for c in coded if "visit" in c.report.modes and c.report.recipients]
    for item in coded:
        report = item.report
        if "visit" not in report.modes or report.recipients:
            yield item
            continue
        visitors = {side.appearance for side in report.actors}
        theirs = [v for v in visits if visitors & {side.appearance for side in v.actors}]
        same = [v for v in theirs if _may_be_one_trip(v.date, report.date)]
        same = same or _if_always_there(theirs, cast)
        nearest = min(same, key=lambda v: _likely_host(v, report, cast), default=None)
        yield item if nearest is None else CodedMatch(_hosted(report, nearest), item.match)


def _if_always_there(visits: list[Report], cast: Cast) -> list[Report]:
    """Keep a visitor's visits of other days only when one single country is the host of all."""
    hosts = {side.appearance for visit in visits for side in visit.recipients}
    states = [cast.appearances[h] for h in hosts if cast.appearances[h].kind is ActorKind.STATE]
    return visits if len(states) == 1 else []


def _may_be_one_trip(one: NewsDate | None, other: NewsDate | None) -> bool:
    if one is None or other is None:
        return True
    starts = [d.earliest or dt.date.min for d in (one, other)]
    ends = [d.latest or dt.date.max for d in (one, other)]
    return max(starts) - min(ends) <= _SAME_TRIP


def _likely_host(visit: Report, report: Report, cast: Cast) -> tuple[bool, int]:
    """Sort key: visits to a country before receptions by a person, then the nearest in the text."""
    host = cast.appearances[visit.recipients[0].appearance]
    return host.kind is not ActorKind.STATE, abs(visit.cue.start - report.cue.start)


def _hosted(report: Report, visit: Report) -> Report:
    detail = f"the host is not named here; it is that of {visit.cue.words!r} in this article"
    how = replace(report.how, confidence=_INFERRED_SIDE, detail=(*report.how.detail, detail))
    return replace(report, recipients=visit.recipients[:1], how=how)

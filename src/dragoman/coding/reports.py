"""Parse -> Report: every act that a sentence tells, with its sides, date, place and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook
from dragoman.coding.dating import date_act
from dragoman.coding.factuality import Commitment, judge_factuality
from dragoman.coding.inferred import CodedMatch, by_governor, with_hosts, with_partners
from dragoman.coding.matching import Match, find_matches
from dragoman.coding.placing import place_act
from dragoman.coding.quantities import find_quantity
from dragoman.coding.sides import Scene
from dragoman.language.narrative import DatedSentence
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.article import BlockKind
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
_SPEECH_ACTS = frozenset(
    "agree appeal ask call decline demand offer order pledge press promise refusal refuse reject "
    "rejection request swear threat threaten urge vow warn".split()
)
_UNREAL = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.HYPOTHETICAL})


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
    once = list(with_partners(_told_once(coded, codebook), cast))
    return tuple(with_hosts(once, cast))


def _told_once(coded: list[CodedMatch], codebook: Codebook) -> list[CodedMatch]:
    """Keep one report of an act that both its own and its governing word tell.

    "Threatened to invade Chile" is one threat, told by the word that says whom it is against;
    "denied that it had invaded Chile" is the invasion, denied.
    """
    told = {(item.match.head.i, item.report.type): item for item in coded}
    dropped: set[int] = set()
    for item in coded:
        word = judge_factuality(item.match.head, codebook).governing_word
        governing = told.get((word.i, item.report.type)) if word is not None else None
        if governing is not None:
            fuller = item.report.recipients and not governing.report.recipients
            dropped.add((governing if fuller else item).match.head.i)
        elif word is not None and item.report.factuality is Factuality.DENIED:
            dropped.add(word.i)
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
    match = by_governor(match, commitment, Scene(cast, codebook))
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
    if own == "CONSULT" and commitment.factuality in _UNREAL and codebook.has_type("AGREE"):
        return "AGREE", (), ("a meeting still to come is AGREE in PLOVER, not CONSULT",)
    return own, (match.cue.mode,) if match.cue.mode else (), ()


def cue_quote(match: Match, parse: Parse) -> Quote:
    """Return the words of a cue, from its first to its last."""
    return parse.quote_tokens(match.words[0], match.words[-1])


def _sides(heads: tuple[Token, ...], cast: Cast) -> tuple[Side, ...]:
    mentions = [mention for head in heads for mention in cast.all_at(head)]
    return tuple(Side(m.quote, m.appearance) for m in mentions if m.appearance is not None)

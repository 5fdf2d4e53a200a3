"""Parse -> Report: every act that a sentence tells, with its sides, date, place and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.acts import Act, coded_sentences, cued_acts
from dragoman.coding.by_example import AnyJudge
from dragoman.coding.codebook import Codebook
from dragoman.coding.dating import date_act
from dragoman.coding.factuality import judge_factuality
from dragoman.coding.inferred import CodedMatch, with_hosts, with_partners
from dragoman.coding.judged import judged_acts
from dragoman.coding.match import Match
from dragoman.coding.placing import place_act
from dragoman.coding.quantities import find_quantity
from dragoman.coding.tagger import Tagged
from dragoman.language.narrative import DatedSentence
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Factuality, Report, Side, Voice


def find_reports(
    parse: Parse,
    cast: Cast,
    codebook: Codebook,
    dated: Sequence[DatedSentence],
    judge: AnyJudge | None = None,
    tagged: Sequence[Tagged] = (),
) -> tuple[CodedMatch, ...]:
    """Return the article's reports in the order of the text, all in the narrator's voice as yet.

    Without a judge the cues of the codebook decide alone. ``tagged`` are the article's sentences
    with their tags, which spare the judge what tells no act. A visit that names no host is given
    the host of the same visitor's nearest visit in the article, and says so.
    """
    acts = [
        act
        for sentence in coded_sentences(parse)
        for act in cued_acts(sentence, parse, cast, codebook)
    ]
    if judge is not None:
        acts = list(judged_acts(acts, parse, cast, codebook, judge, tagged))
    coded = [CodedMatch(_report(act, parse, cast, dated), act.match) for act in acts]
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


def _report(act: Act, parse: Parse, cast: Cast, dated: Sequence[DatedSentence]) -> Report:
    match, commitment = act.match, act.commitment
    dating = date_act(act.head, commitment.factuality, dated[act.sentence.number], parse)
    placing = place_act(act.head, parse, cast)
    cue = cue_quote(match, parse)
    return Report(
        article_id=parse.article.id,
        sentence=act.sentence.number,
        evidence=act.sentence.quote,
        cue=cue,
        type=act.type,
        modes=act.modes,
        contexts=act.contexts,
        actors=_sides(match.actors, cast),
        recipients=_sides(match.recipients, cast),
        date=dating.date,
        date_quote=dating.quote if dating.quote and _inside(dating.quote, parse) else None,
        place=placing.place if placing else None,
        place_quote=placing.quote if placing else None,
        quantity=find_quantity(_countable(match, cast), parse),
        factuality=commitment.factuality,
        attribution=Attribution(Voice.NARRATOR),
        how=How(cue.words, act.rule, act.version, act.confidence, act.why),
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


def cue_quote(match: Match, parse: Parse) -> Quote:
    """Return the words of a cue, from its first to its last."""
    return parse.quote_tokens(match.words[0], match.words[-1])


def _sides(heads: tuple[Token, ...], cast: Cast) -> tuple[Side, ...]:
    mentions = [mention for head in heads for mention in cast.all_at(head)]
    return tuple(Side(m.quote, m.appearance) for m in mentions if m.appearance is not None)

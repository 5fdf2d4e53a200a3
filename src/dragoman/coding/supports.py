"""Who gives what to whom, and what it is that is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.acts import coded_sentences
from dragoman.coding.codebook import SUPPORT_BY_OBJECT, Codebook
from dragoman.coding.dating import date_act
from dragoman.coding.factuality import judge_factuality
from dragoman.coding.inferred import CodedMatch
from dragoman.coding.match import support_kinds
from dragoman.language.narrative import DatedSentence
from dragoman.language.parser import Parse
from dragoman.language.syntax import children, conjuncts, governed_by, is_verb, phrase_bounds
from dragoman.model.actor import Mention, MentionKind
from dragoman.model.how import How
from dragoman.model.report import Attribution, Factuality, Report, Side, Support, SupportKind, Voice

VERSION = "supports 1"

# Nouns that make whoever bears them a giver: "Peru, the main supplier of copper to …".
_GIVERS = frozenset(
    "ally backer benefactor donor financier guarantor lender patron provider "
    "source sponsor supplier supporter".split()
)
_LOST = frozenset({"lose", "loss", "end", "collapse", "fall", "cut", "halt", "without", "former"})
_STATED = 0.75
_BY_EFFECT = 0.5


@dataclass(frozen=True, slots=True)
class _Gift:
    """What a sentence says is given, before it is a Support."""

    head: Token
    provider: Mention
    recipient: Mention
    given: Token
    kind: SupportKind
    rule: str
    confidence: float
    report: Report | None


def find_supports(
    parse: Parse,
    cast: Cast,
    codebook: Codebook,
    dated: Sequence[DatedSentence],
    coded: Sequence[CodedMatch],
) -> tuple[Support, ...]:
    """Return every support that the article states, one a kind of thing given, in text order.

    Where two clauses set two givers against each other ("A provides men, while B offers money"),
    each is the other's recipient. All are in the narrator's voice as yet.
    """
    gifts = [*_from_acts(cast, codebook, coded)]
    for sentence in coded_sentences(parse):
        gifts.extend(_from_givers(list(parse.tokens(sentence)), cast, codebook))
    supports = {s.id: s for gift in gifts for s in [_support(gift, parse, codebook, dated)]}
    return tuple(sorted(supports.values(), key=lambda s: (s.given.start, s.id)))


# --- "A provides R with …" -----------------------------------------------------------------------


def _from_acts(cast: Cast, codebook: Codebook, coded: Sequence[CodedMatch]) -> Iterator[_Gift]:
    giving = [c for c in coded if c.match.cue.support and c.match.actors]
    for item in giving:
        rule = f"supports.cue: {item.match.cue.pattern}"
        confidence = min(_STATED, item.report.how.confidence)
        for given, kind in _given(item, codebook):
            for provider in item.match.actors:
                for recipient in item.match.recipients:
                    giver, taker = cast.at(provider), cast.at(recipient)
                    if giver is None or taker is None or giver.appearance == taker.appearance:
                        continue
                    yield _Gift(
                        item.match.head, giver, taker, given, kind, rule, confidence, item.report
                    )


def _given(item: CodedMatch, codebook: Codebook) -> Iterator[tuple[Token, SupportKind]]:
    cue = item.match.cue
    # A noun of the cue itself is what is given only where the codebook says that it tells the kind
    # ("send oil"), or where it means help; "train soldiers" gives training.
    objects = [
        o
        for o in item.match.objects
        if cue.support == SUPPORT_BY_OBJECT
        or o not in item.match.words
        or o.lemma_.lower() in codebook.help_nouns
    ]
    things = dict.fromkeys(j for o in objects for j in conjuncts(o))
    for thing in things or (item.match.head,):
        kinds = support_kinds(thing, codebook)
        if not kinds and cue.support and cue.support != SUPPORT_BY_OBJECT:
            kinds = (cue.support,)
        for kind in kinds:
            yield thing, SupportKind(kind)


# --- "A, the main supplier of … to R" ------------------------------------------------------------


def _from_givers(sentence: Sequence[Token], cast: Cast, codebook: Codebook) -> Iterator[_Gift]:
    for noun in sentence:
        if noun.lemma_.lower() not in _GIVERS or noun.pos_ != "NOUN":
            continue
        provider = _bearer(noun, cast)
        kinds = list(_kinds_beside(noun, codebook))
        if provider is None or not kinds:
            continue
        taker, rule, confidence = _taker(noun, provider, cast)
        if taker is None or taker.appearance == provider.appearance:
            continue
        for given, kind in kinds:
            yield _Gift(noun, provider, taker, given, kind, rule, confidence, None)


def _bearer(noun: Token, cast: Cast) -> Mention | None:
    """Return who is called the giver: by "is", by apposition, or right before the comma."""
    if noun.dep_ in {"attr", "conj"} and is_verb(noun.head):
        subjects = children(noun.head, "nsubj")
        return _actor_at(subjects[0], cast) if subjects else None
    if noun.dep_ == "appos" and (head := _actor_at(noun.head, cast)):
        return head
    for beside in children(noun, "appos"):
        if mention := _actor_at(beside, cast):
            return mention
    first = phrase_bounds(noun)[0]
    if first.i >= 2 and first.nbor(-1).text in {",", "—", "–"}:
        return _actor_at(first.nbor(-2), cast)
    return None


def _kinds_beside(noun: Token, codebook: Codebook) -> Iterator[tuple[Token, SupportKind]]:
    things = [*children(noun, "amod", "compound", "nmod"), *governed_by(noun, ("of",))]
    things = [joined for thing in things for joined in conjuncts(thing)]
    seen: set[SupportKind] = set()
    for thing in things:
        for kind in map(SupportKind, support_kinds(thing, codebook)):
            if kind not in seen:
                seen.add(kind)
                yield thing, kind


def _taker(noun: Token, provider: Mention, cast: Cast) -> tuple[Mention | None, str, float]:
    # In "a source of fuel for Lima" the parser hangs Lima from the fuel.
    anchors = (noun, *governed_by(noun, ("of",)))
    for governed in (g for anchor in anchors for g in governed_by(anchor, ("to", "for", "of"))):
        mention = _actor_at(governed, cast)
        if mention is not None:
            return mention, f"supports.giver: {noun.lemma_} of or for", _STATED
    for owner in children(noun, "poss"):
        mention = _actor_at(owner, cast)
        if mention is not None:
            return mention, f"supports.giver: whose {noun.lemma_}", _STATED
    for token in children(noun.sent.root, "dobj", "nsubj"):
        mention = _actor_at(token, cast)
        if mention is not None and mention.appearance != provider.appearance:
            return mention, f"supports.giver: who feels it as {noun.lemma_}", _BY_EFFECT
    return None, "", 0.0


def _actor_at(token: Token, cast: Cast) -> Mention | None:
    mention = cast.at(token)
    if mention is None or mention.appearance is None:
        return None
    return mention if mention.kind is not MentionKind.DATE else None


# --- both ----------------------------------------------------------------------------------------


def _support(
    gift: _Gift, parse: Parse, codebook: Codebook, dated: Sequence[DatedSentence]
) -> Support:
    sentence = parse.sentence_of(gift.head)
    factuality = judge_factuality(gift.head, codebook).factuality
    ended = _is_over(gift)
    dating = date_act(gift.head, factuality, dated[sentence.number], parse)
    first, last = phrase_bounds(gift.given)
    given = parse.quote_tokens(first, last)
    return Support(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        provider=_side(gift.provider),
        recipient=_side(gift.recipient),
        kind=gift.kind,
        given=given,
        period=dating.date,
        ended=ended,
        factuality=Factuality.HAPPENED if ended else factuality,
        attribution=Attribution(Voice.NARRATOR),
        how=How(gift.head.text, gift.rule, VERSION, gift.confidence),
        report_id=gift.report.id if gift.report else None,
    )


def _side(mention: Mention) -> Side:
    if mention.appearance is None:
        raise ValueError("a side needs an actor")
    return Side(mention.quote, mention.appearance)


def _is_over(gift: _Gift) -> bool:
    """Whether the giving is told as over: lost, fallen away, or said of the past ("was")."""
    head = gift.head
    chain = {head.head.lemma_.lower(), head.head.head.lemma_.lower()}
    chain |= {child.lemma_.lower() for child in head.lefts}
    past_copula = head.dep_ == "attr" and head.head.tag_ == "VBD"
    return past_copula or bool(chain & _LOST)

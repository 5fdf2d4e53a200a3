"""Drafts: the cast of an article while it is being put together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.actors.authority import Authority, Entry
from dragoman.actors.cast import Cast
from dragoman.actors.quotations import Quotations
from dragoman.language.parser import Parse
from dragoman.language.syntax import SUBJECTS
from dragoman.model.actor import (
    ActorKind,
    Appearance,
    Mention,
    MentionForm,
    MentionKind,
    Office,
    Place,
)
from dragoman.model.how import How

VERSION = "actors 1"

# Confidence by the kind of evidence. First settings, by judgement on our own dispatches; the
# coreference set of a later release is to calibrate them.
BY_AUTHORITY = 0.95
BY_NAME = 0.9
BY_TITLE = 0.85
BY_NOUN = 0.7
BY_PRONOUN = 0.65


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a draft is mentioned: token indices (last included), and how it was recognised."""

    head: int
    first: int
    last: int
    kind: MentionKind
    form: MentionForm
    rule: str
    confidence: float
    place: Place | None = None
    detail: tuple[str, ...] = ()


@dataclass
class Draft:
    """One actor of the article, as far as it is known by now.

    ``called`` are titles that the text gives by way of another's ("his Peruvian counterpart").
    """

    key: str
    kind: ActorKind
    entry: Entry | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    private_sectors: frozenset[str] = frozenset()
    gender: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    offices: list[Office] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)

    def add_sectors(self, codes: tuple[str, ...]) -> None:
        """Add sector codes, each once, in the order they were learned."""
        self.private_sectors -= set(codes)
        self.sectors = tuple(dict.fromkeys((*self.sectors, *codes)))

    def add_private_sectors(self, codes: tuple[str, ...]) -> None:
        """Add the sectors of a role that is no public one ("a witness"): they stay private."""
        self.private_sectors |= set(codes) - set(self.sectors)
        self.sectors = tuple(dict.fromkeys((*self.sectors, *codes)))

    @property
    def is_public(self) -> bool:
        """Whether anything gives the actor a public role."""
        roles = bool(self.entry and self.entry.roles)
        return roles or bool(self.offices) or bool(set(self.sectors) - self.private_sectors)

    @property
    def name(self) -> str:
        """The name to show: the known one of a state, else the fullest one in the article."""
        if self.entry and self.kind is ActorKind.STATE:
            return self.entry.name
        if not self.names:
            return self.entry.name if self.entry else self.key
        return max(self.names, key=lambda n: (len(n.split()), self.names[n], n))


class Casting:
    """All drafts of one article; the modules of this room add to it in turn.

    ``reserved`` are heads of names that are to be joined only when all else is known;
    ``together`` are heads of mentions of several actors at once ("the two countries"); ``places``
    are heads of places that stand for no actor, ``aside`` other mentions of what is no actor.
    """

    def __init__(self, parse: Parse, authority: Authority) -> None:
        self.parse = parse
        self.authority = authority
        self.drafts: list[Draft] = []
        self.at_head: dict[int, Draft] = {}
        self.spot_at: dict[int, Spot] = {}
        self.together: dict[int, tuple[Draft, ...]] = {}
        self.places: dict[int, Spot] = {}
        self.reserved: frozenset[int] = frozenset()
        self.quotations = Quotations(parse)
        self.aside: list[Mention] = []
        self._by_key: dict[str, Draft] = {}

    def draft(self, key: str, kind: ActorKind, entry: Entry | None = None) -> Draft:
        """Return the draft with this key, made if there is none."""
        found = self._by_key.get(key)
        if found is None:
            found = Draft(key, kind, entry)
            if entry is not None:
                found.country = entry.country_on(self.day) if self.day else entry.country
                sectors = entry.sectors_on(self.day) if self.day else entry.sectors
                # A state that acts is its government (PLOVER codes the two alike).
                found.add_sectors(sectors or (("GOV",) if kind is ActorKind.STATE else ()))
                found.notes.append(f"{entry.name}: in the authority tables ({entry.source})")
            self._by_key[key] = found
            self.drafts.append(found)
        return found

    def known(self, key: str) -> Draft | None:
        """Return the draft with this key, or None."""
        return self._by_key.get(key)

    @property
    def day(self) -> dt.date | None:
        """The day the article was published, or None."""
        return self.parse.article.published

    def mark(self, draft: Draft, spot: Spot) -> None:
        """Add a mention to a draft; a head that is taken already keeps its first owner."""
        if spot.head in self.at_head:
            return
        self.at_head[spot.head] = draft
        self.spot_at[spot.head] = spot
        draft.spots.append(spot)

    def mark_together(self, drafts: tuple[Draft, ...], spot: Spot) -> None:
        """Add a mention of several drafts at once; it is nobody's in particular."""
        if spot.head not in self.at_head and spot.head not in self.together:
            self.together[spot.head] = drafts
            self.spot_at[spot.head] = spot

    def spots_from(self, first: int) -> Iterator[Spot]:
        """Yield the mentions that begin at a token."""
        return (spot for spot in self.spot_at.values() if spot.first == first)

    def mark_place(self, spot: Spot) -> None:
        """Add a place that stands for no actor; a head that is taken keeps its first owner."""
        if spot.head not in self.at_head:
            self.places.setdefault(spot.head, spot)

    def words(self, spot: Spot) -> str:
        """Return what the text says at a spot."""
        return self.parse.quote_tokens(self.parse.doc[spot.first], self.parse.doc[spot.last]).words

    def before(self, token: Token, sentences: int) -> Iterator[tuple[Token, Draft]]:
        """Yield what is mentioned before a token, the likeliest antecedents first.

        Nearest sentence first, in it subjects first, then from left to right: the order of
        salience of centering theory (Grosz, Joshi and Weinstein 1995), as far as a parse shows it.
        """
        here = self.parse.sentence_of(token).number
        for number in range(here, max(-1, here - sentences - 1), -1):
            span = self.parse.tokens(self.parse.sentences[number])
            heads = [t for t in span if t.i in self.at_head and t.i < token.i]
            for head in sorted(heads, key=lambda t: (not is_subject(t), t.i)):
                yield head, self.at_head[head.i]

    def finish(self) -> Cast:
        """Return the cast: appearances in the order of their first mention."""
        present = [draft for draft in self.drafts if draft.spots]
        present.sort(key=lambda draft: min(spot.first for spot in draft.spots))
        numbers = {id(draft): number for number, draft in enumerate(present)}
        appearances = tuple(appearance_of(draft, numbers[id(draft)]) for draft in present)
        mentions = {head: self._mention(spot, None) for head, spot in self.places.items()}
        mentions |= {
            head: self._mention(self.spot_at[head], numbers[id(draft)])
            for head, draft in self.at_head.items()
        }
        heads = dict(sorted(mentions.items()))
        together = {
            head: tuple(self._mention(self.spot_at[head], numbers[id(d)]) for d in drafts)
            for head, drafts in sorted(self.together.items())
        }
        every = {head: (mention,) for head, mention in heads.items()} | together
        placed = [(self.parse.doc[head].idx, m) for head, told in every.items() for m in told]
        placed += [(mention.quote.start, mention) for mention in self.aside]
        in_order = tuple(mention for _, mention in sorted(placed, key=lambda at: at[0]))
        return Cast(appearances, in_order, heads, together)

    def _mention(self, spot: Spot, number: int | None) -> Mention:
        first, last = self.parse.doc[spot.first], self.parse.doc[spot.last]
        quote = self.parse.quote_tokens(first, last)
        return Mention(
            kind=spot.kind,
            form=spot.form,
            quote=quote,
            sentence=self.parse.sentence_of(first).number,
            how=How(quote.words, spot.rule, VERSION, spot.confidence, spot.detail),
            appearance=number,
            place=spot.place,
        )


def is_subject(token: Token) -> bool:
    """Whether a token is a subject, or the owner of one ("Russia's minister said")."""
    return token.dep_ in SUBJECTS or (token.dep_ == "poss" and token.head.dep_ in SUBJECTS)


def best(candidates: Iterator[tuple[Token, Draft]], fits: Callable[[Draft], bool]) -> Draft | None:
    """Return the first candidate draft that fits, or None."""
    return next((draft for _, draft in candidates if fits(draft)), None)


def appearance_of(draft: Draft, number: int) -> Appearance:
    """Return the finished appearance of a draft."""
    confidence = max(spot.confidence for spot in draft.spots)
    best_spot = max(draft.spots, key=lambda spot: spot.confidence)
    notes = tuple(dict.fromkeys(draft.notes))
    if draft.country is None:
        notes += ("no country: nothing in the text or the tables tells it",)
    return Appearance(
        number=number,
        key=draft.key,
        name=draft.name,
        names=tuple(name for name, _ in draft.names.most_common()) or (draft.name,),
        kind=draft.kind,
        country=draft.country,
        sectors=draft.sectors,
        private=draft.kind is ActorKind.PERSON and not draft.is_public,
        how=How(draft.name, best_spot.rule, VERSION, confidence, notes),
        offices=tuple(draft.offices),
        wikidata_id=draft.entry.wikidata_id if draft.entry else None,
        gender=draft.gender,
    )

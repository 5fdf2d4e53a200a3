"""Unplaced: names of places that stand for no state and that no table places on the map."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from dragoman.actors.authority import NameForm
from dragoman.actors.company import lists_of
from dragoman.actors.drafts import BY_NOUN, VERSION, Casting
from dragoman.actors.heads import PLACES, Head, HeadClass, load_heads
from dragoman.actors.name import Name, NameKind
from dragoman.actors.states import is_place
from dragoman.language.places import PlaceTable
from dragoman.model.actor import Mention, MentionForm, MentionKind, Place
from dragoman.model.how import How

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_SHARES = frozenset({"bond", "share", "stake", "stock"})
# Signs that make a place of a name nobody knows. A noun in the name is enough alone; the pipeline's
# label, the position in the sentence and a town of that name count one each, and two are needed,
# since the label alone calls half of all bare surnames places.
_SIGNS_NEEDED = 2


def mark_unplaced(casting: Casting, names: tuple[Name, ...], places: PlaceTable) -> None:
    """Add a mention for each place among the names left over: "Soto County", "in Ruritania".

    It stands for no state and belongs to no appearance; what was recognised before keeps its own
    mention.
    """
    listed = set(_in_lists_of_places(casting, names))
    for name in names:
        span = casting.parse.doc[name.first : name.last + 1]
        taken = span.root.i in casting.at_head or span.root.i in casting.places
        if name.kind is not NameKind.UNKNOWN or taken:
            continue
        signs = _signs(span, places)
        if name.first in listed:
            signs.append("it stands in a list with a place")
        if len(signs) >= _SIGNS_NEEDED:
            casting.aside.append(_mention(casting, span, signs))


def _signs(span: Span, places: PlaceTable) -> list[str]:
    head = _noun(span)
    if head is not None and head.of in PLACES:
        return [f"{head.word!r} is a noun for a place", "and a part of the name"]
    signs = []
    if span.root.ent_type_ in _LABELS:
        signs.append(f"the pipeline labels it {span.root.ent_type_}")
    if is_place(span.root, NameForm.CAPITAL):
        signs.append("it stands where a place stands")
    if places.find(span.text) and not _is_share_of(span):
        signs.append("a place bears the name (GeoNames)")
    return signs


def _is_share_of(span: Span) -> bool:
    """Whether a name stands where a firm's does: "shares of Phoenix"."""
    of = span.root.head
    return of.lower_ in {"of", "in"} and of.head.lemma_.lower() in _SHARES


def _in_lists_of_places(casting: Casting, names: tuple[Name, ...]) -> Iterator[int]:
    """Yield the first tokens of names that stand in a list with a place the reader knows."""
    for group in lists_of(casting.parse.doc, names):
        if any(_is_known_place(casting, name) for name in group):
            yield from (name.first for name in group)


def _is_known_place(casting: Casting, name: Name) -> bool:
    root = casting.parse.doc[name.first : name.last + 1].root
    spot = casting.spot_at.get(root.i)
    capital = name.form is NameForm.CAPITAL
    return capital or (spot is not None and spot.kind is MentionKind.PLACE)


def _noun(span: Span) -> Head | None:
    return load_heads().head([token.text for token in span]) if len(span) > 1 else None


def _mention(casting: Casting, span: Span, signs: list[str]) -> Mention:
    quote = casting.parse.quote_tokens(span[0], span[-1])
    head = _noun(span)
    realm = head is not None and head.of is HeadClass.REALM
    return Mention(
        kind=MentionKind.PLACE,
        form=MentionForm.NAME,
        quote=quote,
        sentence=casting.parse.sentence_of(span[0]).number,
        how=How(quote.words, "actors.unplaced", VERSION, BY_NOUN, tuple(signs)),
        place=Place(quote.words, None, None, None, "country" if realm else "region"),
    )

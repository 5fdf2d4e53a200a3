"""States and known bodies: when a name is a place, and when it is a government that acts."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.authority import Entry, NameForm
from dragoman.actors.drafts import BY_AUTHORITY, Casting, Spot
from dragoman.actors.names import Name
from dragoman.actors.toponyms import Toponyms, place_of
from dragoman.language.places import PlaceKind, Toponym
from dragoman.model.actor import ActorKind, MentionForm, MentionKind, Place

_LOCATIVE = frozenset(
    "across around at in inside near off on outside over throughout within".split()
)
_DIRECTIONAL = frozenset("from into onto through to toward towards via for".split())
_MOTION = frozenset(
    "arrive arrival come depart departure drive flee flight fly go head journey land leave march "
    "move pass relocate return sail send ship shipment stop tour travel trip visit transfer "
    "deploy deployment evacuate extradite deport migrate exodus walk".split()
)
_PHYSICAL = frozenset(
    "airport area border building capital church city coast district economy embassy hospital "
    "hotel house neighbourhood neighborhood population port province region resident road school "
    "soil stadium street suburb territory university water weather".split()
)
# What is done to a town or a building, not to those who govern from it ("rebels took Lima").
_ENTERED = frozenset(
    "approach besiege bombard capture cross encircle enter flee leave overrun quit reach retake "
    "shell storm surround take".split()
)
_FORM = {
    NameForm.NAME: MentionForm.NAME,
    NameForm.ADJECTIVE: MentionForm.NAME,
    NameForm.DEMONYM: MentionForm.NOMINAL,
    NameForm.CAPITAL: MentionForm.METONYM,
    NameForm.SEAT: MentionForm.METONYM,
    NameForm.REGIME: MentionForm.METONYM,
}


def cast_states(casting: Casting, names: tuple[Name, ...], toponyms: Toponyms) -> None:
    """Draft every state and known body that a name, adjective, capital or seat of power names.

    "Arrived in Lima" is a place (that stands for Peru where a host is wanted), "Lima refused" is
    Peru's government.
    """
    for name in names:
        if name.entry is None or name.entry.kind is ActorKind.PERSON or name.form is None:
            continue
        if name.form is NameForm.DEMONYM:
            _cast_people_of(casting, name, name.entry)
        else:
            _cast_state(casting, name, name.entry, name.form, toponyms.get(name.first))


def is_place(head: Token, form: NameForm) -> bool:
    """Whether a state's name or capital is meant as a place here."""
    if form in (NameForm.ADJECTIVE, NameForm.REGIME):
        return False
    if head.dep_ == "pobj":
        preposition = head.head.lower_
        governor = head.head.head
        moves = preposition in _DIRECTIONAL and governor.lemma_.lower() in _MOTION
        return preposition in _LOCATIVE or moves
    if head.dep_ == "dobj":
        seat = form in (NameForm.CAPITAL, NameForm.SEAT)
        return seat and head.head.lemma_.lower() in _ENTERED
    if head.dep_ in {"poss", "compound", "nmod"}:
        return form is NameForm.CAPITAL and head.head.lemma_.lower() in _PHYSICAL
    return head.dep_ == "conj" and is_place(head.head, form)


def _cast_state(
    casting: Casting, name: Name, entry: Entry, form: NameForm, toponym: Toponym | None
) -> None:
    doc = casting.parse.doc
    head = doc[name.first : name.last + 1].root
    draft = casting.draft(entry.id, entry.kind, entry)
    placed = entry.kind is ActorKind.STATE and is_place(head, form)
    if form is not NameForm.ADJECTIVE:
        draft.names[name.words] += 1
    where = _place_of(casting, name, entry, form, toponym) if placed else None
    shown = toponym.detail if placed and toponym is not None else ()
    rule = "actors.place" if placed else f"actors.{form.value}"
    casting.mark(
        draft,
        Spot(
            head=head.i,
            first=name.span[0],
            last=name.span[1],
            kind=MentionKind.PLACE if placed else MentionKind.ACTOR,
            form=_FORM[form],
            rule=rule,
            confidence=BY_AUTHORITY,
            place=where,
            detail=(f"{name.words!r} stands for {entry.name} ({entry.source})", *shown),
        ),
    )


def _place_of(
    casting: Casting, name: Name, entry: Entry, form: NameForm, toponym: Toponym | None
) -> Place:
    if form is NameForm.CAPITAL and toponym and toponym.place.kind is not PlaceKind.COUNTRY:
        return place_of(toponym.place, name.words)
    if form is NameForm.CAPITAL and entry.country:
        centre = casting.authority.centre(entry.country)
        if centre is not None:
            return Place(name.words, entry.country, centre.lat, centre.lon, "city")
    return Place(entry.name, entry.country, None, None, "country")


def _cast_people_of(casting: Casting, name: Name, entry: Entry) -> None:
    """Draft a country's people ("Cubans", "thousands of Cubans") as a group, never the state."""
    head = casting.parse.doc[name.first : name.last + 1].root
    if head.dep_ in {"amod", "compound", "nmod"}:
        _cast_state(casting, name, entry, NameForm.ADJECTIVE, None)
        return
    draft = casting.draft(f"group:{entry.country}:people", ActorKind.GROUP)
    draft.country = entry.country
    draft.add_sectors(("CVL",))
    first, top = _counted(head)
    draft.names[casting.parse.doc[name.first : name.last + 1].text] += 1
    casting.mark(
        draft,
        Spot(
            head=top.i,
            first=first.i,
            last=name.last,
            kind=MentionKind.ACTOR,
            form=MentionForm.NOMINAL,
            rule="actors.demonym",
            confidence=BY_AUTHORITY,
            detail=(f"{name.words!r} are people of {entry.name}",),
        ),
    )


def _counted(head: Token) -> tuple[Token, Token]:
    """Return first token and head of the whole phrase: "dozens of Cubans" is headed by dozens."""
    top = head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.ent_type_ == "CARDINAL":
        top = head.head.head
    first = min((child.i for child in top.lefts if child.dep_ in {"nummod", "det", "quantmod"}),
                default=top.i)  # fmt: skip
    return top.doc[first], top

"""People: the names of persons, joined when one is a part of the other."""

from __future__ import annotations

from dragoman.actors.authority import Role
from dragoman.actors.drafts import BY_AUTHORITY, BY_NAME, Casting, Draft, Spot
from dragoman.actors.folding import fold
from dragoman.actors.names import Name, NameKind
from dragoman.actors.short_forms import is_first_of, is_part_of, name_parts
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

_FEMALE_TITLES = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess"})
_MALE_TITLES = frozenset({"mr", "sir", "lord", "king", "prince", "pope", "sheikh", "ayatollah"})


def cast_people(casting: Casting, names: tuple[Name, ...]) -> None:
    """Draft every person named; a surname joins the one fuller name that ends with it.

    Full names go first, so that "Lima" finds "Ana Lima" even where it stands before it. A part
    that two people of the article share joins the one mentioned last before it.
    """
    people = [name for name in names if name.kind is NameKind.PERSON]
    for name in sorted(people, key=lambda n: (-len(name_parts(n.words)), n.first)):
        draft = _known_person(casting, name) or _fuller_person(casting, name)
        draft = draft or _holder_of_title(casting, name)
        if draft is None:
            draft = casting.draft(f"person:{_slug(name.words)}", ActorKind.PERSON)
            draft.notes.extend(f"{name.words}: {vote}" for vote in name.votes)
        _mark(casting, draft, name)


def _known_person(casting: Casting, name: Name) -> Draft | None:
    if name.entry is None:
        return None
    return casting.draft(name.entry.id, ActorKind.PERSON, name.entry)


def _fuller_person(casting: Casting, name: Name) -> Draft | None:
    parts = name_parts(name.words)
    fuller = [
        draft
        for draft in _people(casting)
        if any(_same_or_part(parts, name) for name in draft.names)
    ]
    if not fuller:
        fuller = [
            d for d in _people(casting) if any(is_first_of(parts, name_parts(n)) for n in d.names)
        ]
        return fuller[0] if len(fuller) == 1 else None
    if len(fuller) == 1:
        return fuller[0]
    before = [d for d in fuller if any(spot.first < name.first for spot in d.spots)]
    return max(before, key=lambda d: max(s.first for s in d.spots if s.first < name.first),
               default=None)  # fmt: skip


def _people(casting: Casting) -> list[Draft]:
    return [draft for draft in casting.drafts if draft.kind is ActorKind.PERSON]


def _holder_of_title(casting: Casting, name: Name) -> Draft | None:
    """Return whom "President Obama" means that day, where the article never gives the full name.

    Without a title a bare surname is a head of state or government of that day; nobody else is
    known so well.
    """
    if casting.day is None or len(name_parts(name.words)) > 1:
        return None
    title = _title_words(casting, name).split()
    held = [
        entry
        for entry in casting.authority.family_names(name.words)
        for role in entry.roles
        if role.held_on(casting.day) and _is_meant(role, title)
    ]
    entries = {entry.id: entry for entry in held}
    if len(entries) != 1:
        return None
    entry = next(iter(entries.values()))
    return casting.draft(entry.id, ActorKind.PERSON, entry)


def _is_meant(role: Role, title: list[str]) -> bool:
    return title[-1] in role.title.lower().split() if title else role.leads


def _same_or_part(parts: tuple[str, ...], fuller: str) -> bool:
    long = name_parts(fuller)
    return parts == long or is_part_of(parts, long)


def _mark(casting: Casting, draft: Draft, name: Name) -> None:
    draft.names[name.words] += 1
    title = _title_words(casting, name)
    if title in _FEMALE_TITLES | _MALE_TITLES:
        draft.gender = "female" if title in _FEMALE_TITLES else "male"
    first = name.title[0] if name.title else name.first
    confidence = BY_AUTHORITY if name.entry else BY_NAME
    casting.mark(
        draft,
        Spot(
            head=_head(casting, name),
            first=first,
            last=name.last,
            kind=MentionKind.ACTOR,
            form=MentionForm.NAME,
            rule="actors.person_name",
            confidence=confidence,
            detail=name.votes,
        ),
    )


def _title_words(casting: Casting, name: Name) -> str:
    if name.title is None:
        return ""
    return casting.parse.doc[name.title[0] : name.title[1] + 1].text.lower().rstrip(".")


def _head(casting: Casting, name: Name) -> int:
    return casting.parse.doc[name.first : name.last + 1].root.i


def _slug(words: str) -> str:
    return "-".join(name_parts(words)) or fold(words).lower()

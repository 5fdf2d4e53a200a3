"""Phrases: country, sectors and kind of one short phrase, without an article around it.

"Four Saudi men", "retired general", "President Ana Lima": what lists of actors, search boxes and
coders of other texts hold. The tables are those that reading uses, and so are the rules for names,
nouns, portfolios and former offices; only the parse is missing, so the order of the words stands in
for it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.actors.authority import Authority, Entry, NameForm, NameMatch
from dragoman.actors.folding import fold
from dragoman.actors.nouns import spelled_out
from dragoman.language.places import PlaceKind, PlaceTable
from dragoman.model.actor import ActorKind

# Words and marks that say nothing of their own at the ends of a phrase.
_IDLE = frozenset("the a an of in from at for by with to and 's ’s ' ’ , ; : ( ) - \"".split())
_PIECE = re.compile(r"['’]s\b|[^\W_]+(?:[-.'’&][^\W_]+)*\.?|[^\w\s]")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
# Names of a state that mean its government: "the Kremlin", "Chavismo", and in a phrase that names
# nothing else its capital ("Oslo").
_GOVERNING = frozenset({NameForm.SEAT, NameForm.REGIME})
_CALLED_FOR_IT = _GOVERNING | {NameForm.CAPITAL}
_TOWNS = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})
# A person's name has two to five words, each with a capital: what reading asks of one, too.
_NAME_WORDS = range(2, 6)
# "van der Bellen", "de la Fuente": the longest surnames.
_SURNAME_WORDS = 3
# A word in capitals of more letters is a word of a headline, not an acronym (a choice).
_LONGEST_ACRONYM = 6
_PLACING = frozenset({"of", "in", "at", "from", "for", "near"})


@dataclass(frozen=True, slots=True)
class CodedPhrase:
    """What a phrase says of an actor.

    ``country`` is PLOVER's (ISO 3166-1 alpha-3, or IGO, EUR …), ``sectors`` are PLOVER's, the
    primary one first; ``rest`` is the phrase without the words that told the country. ``votes``
    say which words and rows decided.
    """

    phrase: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    rest: str
    entry: Entry | None
    votes: tuple[str, ...]


def code_phrase(
    phrase: str,
    authority: Authority,
    places: PlaceTable,
    day: dt.date | None = None,
    context: str = "",
) -> CodedPhrase | None:
    """Return how a short phrase would be coded, or None where it means no actor.

    ``day`` decides which offices were held (None is as far as the tables know); of people who
    share a name the one whose country ``context`` names is meant. What the phrase itself says of
    an office outranks the tables: "former" makes nobody's old office a present one.
    """
    words = spelled_out(_cased(" ".join(phrase.split()), authority))
    found = authority.find(words)
    head = _known_head(words, found)
    if head is not None:
        return _by_name(words, head, found, authority, day, context)
    rest, country, votes = _without_country(words, found, authority, places)
    by_surname = _by_surname(words, rest, country, authority, day)
    if by_surname is not None:
        return by_surname
    lender = _lender(found, day)
    return _by_noun(words, rest, country, votes, lender, authority) or _rest_of_all(
        words, rest, country, votes, found
    )


def country_of_phrase(
    phrase: str, authority: Authority, places: PlaceTable
) -> tuple[str | None, str]:
    """Return the country that a phrase names, and the phrase without the words that name it."""
    words = _cased(" ".join(phrase.split()), authority)
    rest, country, _ = _without_country(words, authority.find(words), authority, places)
    return country, rest


def _cased(words: str, authority: Authority) -> str:
    """Return a phrase that is all capitals ("SECURITY COUNCIL") as names and nouns are written.

    Names of the tables that are all capitals anyhow ("NATO") stay.
    """
    loud = [word for word in words.split() if word.isupper() and len(word) > _LONGEST_ACRONYM]
    if not words.isupper() or not loud or authority.lookup(words):
        return words
    return " ".join(w if authority.lookup(w) else w.capitalize() for w in words.split())


# --- a name of the tables ---


def _known_head(words: str, found: tuple[NameMatch, ...]) -> NameMatch | None:
    """Return the person, body or organization that the phrase ends with and so is about."""
    last = found[-1] if found else None
    if last is None or last.entry.kind is ActorKind.STATE or _pieces(words[last.end :]):
        return None
    return last


def _by_name(
    words: str,
    head: NameMatch,
    found: tuple[NameMatch, ...],
    authority: Authority,
    day: dt.date | None,
    context: str,
) -> CodedPhrase:
    """Code a known name, with or without a title: "President Ana Lima", "the United Nations"."""
    left = _tidied(words[: head.start])
    entries = authority.lookup(words[head.start : head.end]) or (head.entry,)
    entry = _meant(entries, found[:-1] + authority.find(context), day)
    votes: tuple[str, ...] = (f"the authority tables know {entry.name} ({entry.source})",)
    sectors = entry.sectors_on(day or dt.date.max)
    country = entry.country_on(day) if day else entry.country
    if left and authority.agent_kind(left) is ActorKind.PERSON:
        sectors = _said(left, _lender(found[:-1], day), authority) or sectors
        votes = (*votes, f"{left!r} is what the phrase calls it")
    kind = authority.agent_kind(left) or entry.kind
    return CodedPhrase(words, kind, country, sectors, left, entry, votes)


def _by_surname(
    words: str, rest: str, country: str | None, authority: Authority, day: dt.date | None
) -> CodedPhrase | None:
    """Code "President Lima" or "Lima" where the tables leave only one whom it can mean.

    With a title that is who held a post of that title on the day; without one, the only public
    person of that name. A country named in the phrase must be theirs.
    """
    pieces = rest.split()
    for size in range(min(len(pieces), _SURNAME_WORDS), 0, -1):
        title, name = " ".join(pieces[:-size]), " ".join(pieces[-size:])
        initials = _initials(title)
        if title and not initials and authority.agent_kind(title) is not ActorKind.PERSON:
            continue
        bearers = {
            entry.id: entry
            for entry in authority.family_names(name)
            if country in (None, entry.country)
            and (_bears(entry, initials) if initials else not title or _held(entry, title, day))
        }
        if len(bearers) == 1:
            entry = next(iter(bearers.values()))
            said = authority.agent(title) if title else None
            sectors = said or entry.sectors_on(day or dt.date.max)
            votes = (f"the only {name} whom the tables ({entry.source}) let it mean",)
            home = entry.country_on(day) if day else entry.country
            return CodedPhrase(words, ActorKind.PERSON, home, sectors, title, entry, votes)
    return None


def _initials(words: str) -> str:
    """Return "GW" for "G. W."; nothing for words that are not all initials."""
    letters = words.replace(".", " ").split()
    return "".join(letters) if all(len(w) == 1 and w.isupper() for w in letters) else ""


def _bears(entry: Entry, initials: str) -> bool:
    """Whether the given names begin with these letters: "G. W." is George W., not George H. W."""
    given = re.findall(r"[^\W_]+", fold(entry.name))[:-1]
    return "".join(name[0] for name in given) == initials


def _held(entry: Entry, title: str, day: dt.date | None) -> bool:
    """Whether somebody held a post of this title on that day, or ever where it is not given."""
    noun = title.lower().split()[-1]
    return any(
        noun in role.title.lower().split() and (day is None or role.held_on(day))
        for role in entry.roles
    )


def _meant(entries: tuple[Entry, ...], beside: tuple[NameMatch, ...], day: dt.date | None) -> Entry:
    """Return which bearer of a name is meant: who belongs to a country beside, else in office."""
    told = {match.entry.country for match in beside if match.entry.kind is ActorKind.STATE}
    near = [entry for entry in entries if entry.country in told]
    held = [e for e in near or entries if day and any(role.held_on(day) for role in e.roles)]
    return (held or near or list(entries))[0]


# --- a noun, and the country or body beside it ---


@dataclass(frozen=True, slots=True)
class _Lender:
    """A body, or a government by its seat, whose sectors its people have ("NATO official")."""

    country: str | None
    sectors: tuple[str, ...]


def _lender(found: tuple[NameMatch, ...], day: dt.date | None) -> _Lender | None:
    for match in found:
        if match.entry.kind is not ActorKind.STATE:
            sectors = match.entry.sectors_on(day or dt.date.max)
            return _Lender(match.entry.country, sectors)
        if match.form in _GOVERNING:
            return _Lender(match.entry.country, ("GOV",))
    return None


def _said(part: str, lender: _Lender | None, authority: Authority) -> tuple[str, ...]:
    """Return the sectors that a noun tells, or those of the body it belongs to.

    A body without a sector of its own is a polity (the European Union): its people govern.
    """
    if lender is not None and authority.nouns.borrows(part):
        return lender.sectors or ("GOV",)
    return authority.agent(part) or ()


def _by_noun(
    words: str,
    rest: str,
    country: str | None,
    votes: tuple[str, ...],
    lender: _Lender | None,
    authority: Authority,
) -> CodedPhrase | None:
    """Code a phrase by its noun, or by the noun in front of a name that no table knows."""
    for part in _readings(rest):
        kind = authority.agent_kind(part)
        if kind is not None:
            told = country or (lender.country if lender else None)
            why = (*votes, f"{part!r} is a noun for a {kind.value}")
            sectors = _said(part, lender, authority)
            return CodedPhrase(words, kind, told, sectors, rest, None, why)
    return None


def _readings(rest: str) -> list[str]:
    """Return the stretches of a phrase that may call an actor, the likeliest first.

    What stands between commas, then what is left of it when a name at the end is taken off word
    by word ("interior minister Ana Lima").
    """
    parts = [part.strip() for part in re.split(r"[,;()]", rest) if part.strip()]
    readings = list(parts)
    for part in parts:
        pieces = part.split()
        while len(pieces) > 1 and pieces[-1][:1].isupper():
            pieces = pieces[:-1]
            readings.append(_tidied(" ".join(pieces)))
    return list(dict.fromkeys(readings))


def _rest_of_all(
    words: str,
    rest: str,
    country: str | None,
    votes: tuple[str, ...],
    found: tuple[NameMatch, ...],
) -> CodedPhrase | None:
    """Code a state or its people named alone, or somebody of whom there is only the name.

    A state gets GOV in reading, where it acts; by itself it is a country and has no sector.
    """
    if not _pieces(rest) and found:
        entry = found[0].entry
        people = found[0].form is NameForm.DEMONYM
        sectors = ("GOV",) if found[0].form in _CALLED_FOR_IT else ("CVL",) if people else ()
        kind = ActorKind.GROUP if people else entry.kind
        return CodedPhrase(words, kind, country, sectors, rest, entry, votes)
    names = rest.split()
    if len(names) in _NAME_WORDS and all(name[:1].isupper() for name in names):
        why = (*votes, "two to five capitalised words that no table knows")
        return CodedPhrase(words, ActorKind.PERSON, country, (), rest, None, why)
    return None


def _without_country(
    words: str, found: tuple[NameMatch, ...], authority: Authority, places: PlaceTable
) -> tuple[str, str | None, tuple[str, ...]]:
    """Take the words that name a country out of a phrase; a town's country counts too."""
    states = [
        m for m in found if m.entry.kind is ActorKind.STATE and not _is_surname(words, m, authority)
    ]
    if states:
        rest = words
        for match in reversed(states):
            rest = f"{rest[: match.start]} {rest[match.end :]}"
        first = states[0]
        votes = (f"{words[first.start : first.end]!r} tells {first.entry.name}",)
        return _tidied(rest), first.entry.country, votes
    taken = any(match.entry.kind is not ActorKind.STATE for match in found)
    for place in () if taken else _places(words, authority):
        country = authority.region_country(place) or _town(place, places)
        if country is not None and authority.agent_kind(place) is None:
            votes = (f"{place!r} lies there (regions by name, towns by GeoNames)",)
            return _tidied(words.replace(place, " ")), country, votes
    return _tidied(words), None, ()


def _is_surname(words: str, match: NameMatch, authority: Authority) -> bool:
    """Whether a capital's or country's name ends somebody's: "Ana | Lima", "Minister Ana | Lima".

    The word before it has a capital and is no noun for an actor, as a given name is not.
    """
    if match.form not in (NameForm.NAME, NameForm.CAPITAL) or words[match.end :].strip():
        return False
    before = _PIECE.findall(words[: match.start])[-1:]
    return any(
        word[:1].isupper()
        and word.lower() not in _IDLE
        and authority.agent_kind(word) is None
        and authority.adjective_country(word) is None
        for word in before
    )


def _places(words: str, authority: Authority) -> list[str]:
    """Return what may be a place's name in a phrase: capitalised words and their runs.

    Longest first. They stand alone, behind a preposition, or in front of a noun for an actor
    ("Oxford University", "the Texas governor"); elsewhere they are part of somebody's name.
    """
    found = []
    for run in _CAPITALISED.finditer(words):
        parts = list(re.finditer(r"\S+", run[0]))
        for size in range(len(parts), 0, -1):
            for first, last in zip(parts, parts[size - 1 :], strict=False):
                before = words[: run.start() + first.start()].split()
                after = words[run.start() + last.end() :].strip()
                placed = bool(before) and before[-1].lower() in _PLACING
                alone = not after and not _pieces(" ".join(before))
                if placed or alone or authority.agent_kind(after) is not None:
                    found.append(run[0][first.start() : last.end()])
    return found


def _town(place: str, places: PlaceTable) -> str | None:
    """Return the country of the largest town of this name."""
    towns = [found for found in places.find(place) if found.kind in _TOWNS]
    return max(towns, key=lambda town: town.population).country if towns else None


def _tidied(rest: str) -> str:
    """Return what is left of a phrase, without articles, marks and prepositions at its ends."""
    pieces = _PIECE.findall(rest)
    while pieces and pieces[0].lower() in _IDLE:
        pieces.pop(0)
    while pieces and pieces[-1].lower() in _IDLE:
        pieces.pop()
    return " ".join(pieces)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece.lower() not in _IDLE]

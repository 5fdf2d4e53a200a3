"""Actor: who. An appearance is an actor as one article presents it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.dates import NewsDate
from dragoman.model.how import How
from dragoman.model.quote import Quote


class ActorKind(StrEnum):
    """What sort of actor."""

    STATE = "state"
    BODY = "body"
    ORGANIZATION = "organization"
    PERSON = "person"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionForm(StrEnum):
    """How a mention names what it names."""

    NAME = "name"
    TITLE = "title"
    METONYM = "metonym"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class MentionKind(StrEnum):
    """What a mention names."""

    ACTOR = "actor"
    PLACE = "place"
    DATE = "date"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor, a place, a date or an occasion (an election, a war, a treaty).

    ``appearance`` is the number of the appearance it belongs to (actors only), ``sentence`` the
    0-based number of its sentence, ``place`` and ``date`` what the words mean.
    """

    kind: MentionKind
    form: MentionForm
    quote: Quote
    sentence: int
    how: How
    appearance: int | None = None
    place: Place | None = None
    date: NewsDate | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map: ``precision`` is "city", "district", "province", "country" or "region".

    ``country`` is ISO 3166-1 alpha-3, None for what lies in several; latitude and longitude are
    degrees (WGS 84), the middle of a district or province, None where a country, region or sea
    is meant.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post at a body, held from ``since`` to ``until`` (EDTF, None where unknown).

    ``quote`` is the text that says so; ``title`` as the text has it ("Minister of the Interior").
    """

    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    quote: Quote
    how: How


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor as one article presents it, numbered from 0 within the article.

    ``key`` names the actor the same way in every article (an authority id such as "state:CUB",
    else one made from kind and name); ``country`` is a PLOVER country code (ISO 3166-1 alpha-3,
    or IGO, NGO …), ``sectors`` are PLOVER's. A null code has its reason in ``how``.
    """

    number: int
    key: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    private: bool
    how: How
    offices: tuple[Office, ...] = ()
    wikidata_id: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who, across all articles read: the appearances that are the same actor, joined."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    private: bool
    wikidata_id: str | None = None

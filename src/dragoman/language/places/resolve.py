"""Names of places -> places: all names of an article together, by evidence that adds up."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.language.places.candidate import Candidate, PlaceKind, distance_km
from dragoman.language.places.cues import KIND_NOUNS, Cues, Wording, is_site, read_cues, wordings
from dragoman.language.places.naming import bare_key, place_key
from dragoman.language.places.table import PlaceTable

# All weights are orders of magnitude of inhabitants, the unit of the first evidence: a town is
# meant the sooner the larger it is. By judgement, fitted to no text:
# what is said outright outweighs any difference of size (village to metropolis: four orders);
CONTAINED = 6.0
OWNED = 4.0
NOUN = 3.0
# an article all about one country makes its town as likely as one a hundred times as large; so
# does one all about a state or province, and so does a place next to it;
COUNTRY = 2.0
DIVISION = 2.0
NEAR = 2.0
NEAR_KM = 300.0
# countries are named oftener than their size tells, divisions somewhat less, and further names of
# a place seldom. Of a town and its province with one name the town is meant, of
# a country and a town in it the country.
KIND = {
    PlaceKind.COUNTRY: 1.0,
    PlaceKind.CAPITAL: 0.0,
    PlaceKind.TOWN: 0.0,
    PlaceKind.DIVISION: -0.5,
    PlaceKind.DISTRICT: -0.5,
    PlaceKind.REGION: 0.0,
}
FURTHER_NAME = -0.5
NAMESAKE = -0.5
# News names a district for what lies in it, however few live there: it counts as a small town at
# least, and its inhabitants for less than those of a town.
DISTRICT_SIZE = 3.5
# However small, a capital is in the news as the world's hundred largest cities are.
CAPITAL_SIZE = 6.5
# Regions are a short list of what the world's news names: each counts as a large province does.
REGION_SIZE = 7.0
# Part of a site's name is believed to be the town it stands in only if the town is a city: the
# smaller ones are mostly people's names.
GUESSED = 100_000
# A name counts for the article's countries by its mentions, up to so many: a name that is
# repeated says no more of the others than one that is said thrice.
MOST_VOTES = 3
# The choice settles in two or three rounds; more than this means two readings that alternate.
ROUNDS = 5
# As far apart as this, two places are different answers (the field's measure, 100 miles).
APART_KM = 161.0
CERTAIN = 0.95
# How sure it is that a site stands in the town named nearest to it.
SITED = 0.5


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place's name at ``text[start:end]`` (code points) and the place that it means.

    ``rule`` names the evidence that weighed most, ``detail`` all of it in words; ``confidence``
    is the chance against the next best place, from 0 to 0.95.
    """

    start: int
    end: int
    words: str
    place: Candidate
    rule: str
    detail: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    key: str
    note: str
    cues: Cues


@dataclass(frozen=True, slots=True)
class _Context:
    """What the article's other names mean: shares of countries and divisions, and points."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: tuple[tuple[float, float], ...]


def resolve(
    text: str, spans: Iterable[tuple[int, int]], table: PlaceTable, home: str = ""
) -> tuple[Toponym, ...]:
    """Return the place that each span of a text names, in the order of the text.

    Spans whose words no place bears are left out, but for sites, which are put in the town named
    beside them. All are resolved together, and one name means one place throughout, but where the
    words beside one mention say otherwise. ``home`` is the country of the outlet (ISO 3166-1
    alpha-3), or "". The order of the spans does not matter.
    """
    readings: dict[str, tuple[Candidate, ...]] = {}
    mentions = []
    sites = []
    for start, end in sorted(set(spans)):
        wording, places = _candidates(text[start:end], table)
        if places:
            key = bare_key(place_key(wording.words))
            readings[key] = places
            cues = read_cues(text, start, end, table)
            if wording.noun:
                cues = replace(cues, kinds=KIND_NOUNS[wording.noun], noun=wording.noun)
            mentions.append(_Mention(start, end, key, wording.note, cues))
        elif is_site(text[start:end]):
            sites.append((start, end))
    votes = Counter(m.key for m in mentions)
    chosen = _settle(mentions, readings, votes, home)
    found = [
        _toponym(text, m, readings[m.key], _shared(m, mentions),
                 _context(m.key, chosen, votes, home))
        for m in mentions
    ]  # fmt: skip
    found += [site for span in sites for site in _sited(text, span, found)]
    return tuple(sorted(found, key=lambda toponym: toponym.start))


def _candidates(words: str, table: PlaceTable) -> tuple[Wording, tuple[Candidate, ...]]:
    """The first way to read a name under which the table has places, and these."""
    wording = Wording(words)
    for wording in wordings(words):
        found = table.find(wording.words)
        if wording.is_guess:
            found = tuple(c for c in found if c.population >= GUESSED)
        if found:
            return wording, found
    return wording, ()


def _settle(
    mentions: Sequence[_Mention],
    readings: Mapping[str, tuple[Candidate, ...]],
    votes: Counter[str],
    home: str,
) -> dict[str, Candidate]:
    """Choose a place for each name, again and again beside what the others then mean."""
    local: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        local[mention.key].append(mention)
    nothing = _Context({}, {}, ())
    chosen: dict[str, Candidate] = {}
    for number in range(ROUNDS):
        before = dict(chosen)
        for key, places in local.items():
            context = _context(key, before, votes, home) if number else nothing
            chosen[key] = _best(readings[key], tuple(m.cues for m in places), context)
        if chosen == before:
            break
    return chosen


def _shared(mention: _Mention, mentions: Sequence[_Mention]) -> tuple[Cues, ...]:
    """What is said of one mention, or where nothing is, of the others of its name."""
    if mention.cues.inside or mention.cues.owners or mention.cues.kinds:
        return (mention.cues,)
    return tuple(other.cues for other in mentions if other.key == mention.key)


def _context(own: str, chosen: Mapping[str, Candidate], votes: Counter[str], home: str) -> _Context:
    # The outlet's own country counts as one name more.
    countries = Counter({home: 1} if home else {})
    divisions: Counter[tuple[str, str]] = Counter()
    points = []
    total = len(countries)
    for key in sorted(chosen):
        if key == own:
            continue
        place = chosen[key]
        weight = min(votes[key], MOST_VOTES)
        total += weight
        if place.country:
            countries[place.country] += weight
        if place.division:
            divisions[place.country, place.division] += weight
        if place.kind is not PlaceKind.COUNTRY:
            points.append((place.lat, place.lon))
    share = 1 / total if total else 0.0
    return _Context(
        {code: n * share for code, n in countries.items()},
        {code: n * share for code, n in divisions.items()},
        tuple(points),
    )


def _best(places: Iterable[Candidate], cues: tuple[Cues, ...], context: _Context) -> Candidate:
    return max(places, key=lambda place: (_score(place, places, cues, context), _tie(place)))


def _score(
    place: Candidate, places: Iterable[Candidate], cues: tuple[Cues, ...], context: _Context
) -> float:
    return sum(points for points, _, _ in _evidence(place, places, cues, context))


def _tie(place: Candidate) -> tuple[int, str, str, float, float]:
    return (place.population, place.country, place.division, place.lat, place.lon)


def _evidence(
    place: Candidate, places: Iterable[Candidate], cues: tuple[Cues, ...], context: _Context
) -> list[tuple[float, str, str]]:
    """Everything that speaks for a place: points, rule and words."""
    told = f"{place.population} inhabitants" if place.population else "a region the news names"
    found = [(_standing(place, places), "places.size", told)]
    is_nation = any(p.kind is PlaceKind.COUNTRY for p in places)
    noun = next((c.noun for c in cues if place.kind in c.kinds), None)
    if noun:
        found.append((NOUN, "places.noun", f"the noun {noun!r} stands beside it"))
    elif any(p.kind is PlaceKind.COUNTRY and p.holds(place) for p in places):
        found.append((-NOUN, "places.size", "its country has the same name"))
    holder = next((h for c in cues for h in c.inside if h.holds(place)), None)
    # Of two countries parted by a comma neither holds the other: that is a list.
    if holder and not (is_nation and holder.kind is PlaceKind.COUNTRY):
        found.append((CONTAINED, "places.contained", f"{holder.name} stands after it"))
    owner = next((h for c in cues for h in c.owners if h.holds(place)), None)
    if owner and not holder and not is_nation:
        found.append((OWNED, "places.contained", f"the words beside it name {owner.name}"))
    country = context.countries.get(place.country, 0.0)
    if country:
        share = f"{place.country} is meant by {country:.0%} of the article's other places"
        found.append((_odds(COUNTRY, country), "places.country", share))
    # Nearness and a shared division are one evidence, told twice: the stronger counts.
    nearby = [e for e in (_in_division(place, context), _beside(place, context)) if e]
    return [*found, *([max(nearby)] if nearby else [])]


def _in_division(place: Candidate, context: _Context) -> tuple[float, str, str] | None:
    share = context.divisions.get((place.country, place.division), 0.0)
    if not place.division or not share:
        return None
    why = f"{share:.0%} of the article's other places lie in the same division"
    return _odds(DIVISION, share), "places.near", why


def _beside(place: Candidate, context: _Context) -> tuple[float, str, str] | None:
    nearest = _nearest(place, context)
    if nearest >= NEAR_KM:
        return None
    why = f"{nearest:.0f} km from another place of the article"
    return NEAR * (1 - nearest / NEAR_KM), "places.near", why


def _odds(most: float, share: float) -> float:
    """Orders of magnitude by which a share makes a place likelier: ``most`` at 1, 0 at 0."""
    return math.log10(1 + share * (10**most - 1))


def _nearest(place: Candidate, context: _Context) -> float:
    """Kilometres to the article's nearest other place; 0 to one that lies in a division."""
    if place.kind is PlaceKind.COUNTRY:
        return math.inf
    if place.kind is PlaceKind.DIVISION and (place.country, place.division) in context.divisions:
        return 0.0
    here = (place.lat, place.lon)
    return min((distance_km(here, point) for point in context.points), default=math.inf)


def _sited(text: str, span: tuple[int, int], towns: Sequence[Toponym]) -> Iterator[Toponym]:
    """A site that no table knows, in the nearest town that its paragraph names, if any."""
    start, end = span
    near = [
        (max(start - t.end, t.start - end), t.start, t)
        for t in towns
        if t.place.kind in (PlaceKind.TOWN, PlaceKind.CAPITAL)
        and "\n" not in text[min(start, t.start) : max(end, t.end)]
    ]
    if near:
        place = min(near, key=lambda item: item[:2])[2].place
        why = f"a site; {place.name} is the nearest town that its paragraph names"
        yield Toponym(start, end, text[start:end], place, "places.site", (why,), SITED)


def _standing(place: Candidate, places: Iterable[Candidate]) -> float:
    """How likely a place is meant before anything is read: its size and its kind."""
    size = math.log10(max(place.population, 1))
    if place.kind is PlaceKind.REGION:
        size = REGION_SIZE
    elif place.kind is PlaceKind.CAPITAL:
        size = max(size, CAPITAL_SIZE)
    elif place.kind is PlaceKind.DISTRICT:
        size = max(size, DISTRICT_SIZE)
    shared = place.kind is PlaceKind.DIVISION and any(place.holds(p) for p in places)
    return size + KIND[place.kind] + FURTHER_NAME * bool(place.rank) + NAMESAKE * shared


def _toponym(
    text: str,
    mention: _Mention,
    places: tuple[Candidate, ...],
    cues: tuple[Cues, ...],
    context: _Context,
) -> Toponym:
    place = _best(places, cues, context)
    evidence = _evidence(place, places, cues, context)
    score = sum(points for points, _, _ in evidence)
    here = (place.lat, place.lon)
    others = [
        _score(other, places, cues, context)
        for other in places
        if distance_km(here, (other.lat, other.lon)) > APART_KM
    ]
    against = max(others, default=None)
    chance = 1.0 if against is None else 1 / (1 + 10 ** (against - score))
    said = [e for e in evidence[1:] if e[0] >= 1] if others else []
    rule = max(said, default=evidence[0] if others else (0.0, "places.only", ""))[1]
    detail = tuple(why for _, _, why in evidence)
    namesakes = (f"other places of that name: {len(others)}",) if others else ()
    read = (f"read as {place.name}, {mention.note}",) if mention.note else ()
    return Toponym(mention.start, mention.end, text[mention.start : mention.end], place, rule,
                   (*read, *detail, *namesakes), min(CERTAIN, round(chance, 2)))  # fmt: skip

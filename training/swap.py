"""Items with other countries and names in them: what was coded of them must stay the same.

    python -m training.swap [--seed N] [-o FILE]   write the pairs, each item before its twin

Countries change for others in the same form ("Kenya" and "Nairobi" for "Peru" and "Lima"), and
invented persons for others of the corpus, alike all through an item.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

from dragoman.actors.authority import Authority, NameForm, NameMatch, load_authority
from training.countries import Country, form_of, is_regular, partners
from training.files import corpus_files, read_corpus
from training.invented_names import Person, another, cast_of, persons_in
from training.markup import Item, Span, to_markup

_ARTICLE = re.compile(r"(?<![\w'’-])([Aa])n? $")
_VOWEL = re.compile(r"[AEIO]|U(?!ga|kr|ru|ni)")
_BEFORE = re.compile(r"(?:\b[Tt]he|\b(?:North|South|East|West|New|Northern|Southern|Old))[ -]$")
_DATELINE = re.compile(r"\b[A-Z]{4,}\b")
_INITIALS = re.compile(r"[A-Z.]+|.*\..*")
_WORDS_AFTER = re.compile(r" ([a-z]+)(?: ([a-z]+))?")
# The town stands for the Union that sits there as often as for its own country.
_SEATS = frozenset({"Brussels"})
_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class Pair:
    """An item and its twin, with the countries that went out and came in (ISO 3166-1 alpha-3)."""

    item: Item
    twin: Item
    countries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    words: str


def swapped_pairs(items: Sequence[Item], seed: int = 1) -> tuple[Pair, ...]:
    """Return a twin for each item whose countries can all be exchanged; the same for a seed."""
    authority = load_authority()
    cast = cast_of(items, authority)
    pairs = (swap(item, cast, authority, seed) for item in items)
    return tuple(pair for pair in pairs if pair is not None)


def swap(item: Item, cast: Sequence[Person], authority: Authority, seed: int) -> Pair | None:
    """Return an item with its twin; None where it has no country, or one that must stay."""
    matches = _matches(item, authority)
    if not matches:
        return None
    rng = Random(f"{seed}/{item.id}/{item.text}")
    out = list(dict.fromkeys(_iso3(match) for match, _ in matches))
    free = [country for country in partners() if country.iso3 not in out]
    new = dict(zip(out, rng.sample(free, len(out)), strict=True))
    edits = [
        edit
        for match, form in matches
        for edit in _country_edits(item.text, match, new[_iso3(match)].called(form))
    ]
    edits += _person_edits(item, cast, authority, new, rng)
    twin = _rewrite(item, edits)
    if twin is None:
        return None
    return Pair(item, twin, tuple((iso3, country.iso3) for iso3, country in new.items()))


def _iso3(match: NameMatch) -> str:
    return match.entry.id.removeprefix("state:")


def _matches(item: Item, authority: Authority) -> list[tuple[NameMatch, str]]:
    if any(authority.lookup(word.title()) for word in _DATELINE.findall(item.text)):
        return []
    found = []
    for match in authority.find(item.text):
        if not match.entry.id.startswith("state:"):
            if match.entry.country and len(match.entry.country) == 3 and _is_home(match, authority):
                return []
            continue
        words = item.text[match.start : match.end]
        form = form_of(match.form, words, _iso3(match))
        if form is None or not _fits(item.text, match, form, authority):
            return []
        found.append((match, form))
    return found


def _is_home(match: NameMatch, authority: Authority) -> bool:
    return authority.state(match.entry.country or "") is not None


def _fits(text: str, match: NameMatch, form: str, authority: Authority) -> bool:
    words = text[match.start : match.end]
    if form in ("name", "capital"):
        stays = words in _SEATS or _INITIALS.fullmatch(words)
        return not (stays or _BEFORE.search(text[: match.start]))
    if form == "people" or is_regular(words, _iso3(match)):
        return True
    # "The French want" names a people as no regular adjective does; "the French minister" is one.
    after = _WORDS_AFTER.match(text, match.end)
    phrases = (after[1], f"{after[1]} {after[2]}") if after else ()
    return match.form is NameForm.ADJECTIVE and any(map(authority.agent, phrases))


def _country_edits(text: str, match: NameMatch, words: str) -> Iterator[_Edit]:
    yield _Edit(match.start, match.end, words)
    old, after = text[match.end - 1], text[match.end : match.end + 2]
    # "Honduras' army" becomes "Kenya's army".
    if old == "s" != words[-1] and after[:1] in _APOSTROPHES and after[1:] != "s":
        yield _Edit(match.end, match.end + 1, f"{after[:1]}s")
    article = _ARTICLE.search(text[: match.start])
    if article:
        mended = article[1] + ("n" if _VOWEL.match(words) else "")
        yield _Edit(article.start(), article.end() - 1, mended)


def _person_edits(
    item: Item,
    cast: Sequence[Person],
    authority: Authority,
    new: dict[str, Country],
    rng: Random,
) -> Iterator[_Edit]:
    taken = frozenset(re.findall(r"\w+", item.text))
    for person in persons_in(item, authority):
        home = new.get(person.iso3 or "")
        other = another(person, cast, home.iso3 if home else None, taken, rng)
        if other is None:
            continue
        taken |= {*other.name.split()}
        whole = re.compile(rf"(?<![\w-]){re.escape(person.name)}(?![\w-])")
        found = [(m.start(), m.end()) for m in whole.finditer(item.text)]
        yield from (_Edit(start, end, other.name) for start, end in found)
        alone = re.compile(rf"(?<![\w-]){re.escape(person.family)}(?![\w-])")
        for match in alone.finditer(item.text):
            if not any(start <= match.start() < end for start, end in found):
                yield _Edit(match.start(), match.end(), other.family)


def _rewrite(item: Item, edits: Iterable[_Edit]) -> Item | None:
    """Return the item with the edits made; None where two meet or one cuts a span's edge."""
    ordered = sorted(edits, key=lambda edit: edit.start)
    if any(one.end > other.start for one, other in pairwise(ordered)):
        return None
    edges = {edge for span in item.spans for edge in (span.start, span.end)}
    if any(edit.start < edge < edit.end for edit in ordered for edge in edges):
        return None
    text, at = "", 0
    for edit in ordered:
        text += item.text[at : edit.start] + edit.words
        at = edit.end
    spans = tuple(_moved(span, ordered) for span in item.spans)
    return replace(item, text=text + item.text[at:], spans=spans)


def _moved(span: Span, edits: Iterable[_Edit]) -> Span:
    def at(offset: int) -> int:
        grown = (len(e.words) - (e.end - e.start) for e in edits if e.end <= offset)
        return offset + sum(grown)

    return replace(span, start=at(span.start), end=at(span.end))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pairs of the whole corpus, and say on stderr how many there are; return 0."""
    parser = argparse.ArgumentParser(prog="python -m training.swap", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed, other countries")
    parser.add_argument("-o", "--output", type=Path, help="a file; standard output without it")
    options = parser.parse_args(arguments)
    items = read_corpus(corpus_files()).items
    pairs = swapped_pairs(items, options.seed)
    blocks = (f"# {p.item.id}\n{to_markup(p.item)}\n\n{to_markup(p.twin)}\n" for p in pairs)
    text = "\n".join(blocks)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    print(f"{len(pairs)} pairs of {len(items)} items", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

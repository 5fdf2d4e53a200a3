"""Occasions: elections, wars, treaties, summits and the like that have a name of their own.

"The 2019 Peruvian general election", "the Treaty of Lima", "the Andean Crisis" are names as much
as those of persons, but nobody acts under them. An occasion is told by its noun, which the table
``data/names/occasions.tsv`` lists; what makes it a name is a year, or a capital beside the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token


class OccasionKind(StrEnum):
    """What sort of thing happens on the occasion."""

    ELECTION = "election"
    WAR = "war"
    UPHEAVAL = "upheaval"
    AFFAIR = "affair"
    TREATY = "treaty"
    MEETING = "meeting"
    REFORM = "reform"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A named occasion at tokens ``first`` to ``last`` (included); ``noun`` told its kind."""

    first: int
    last: int
    kind: OccasionKind
    noun: str


@dataclass(frozen=True)
class Nouns:
    """The table: nouns by how much beside them makes a name, and whole names.

    ``anyhow`` need a capital or a year beside them, ``dated`` a year (or their own capital),
    ``capital`` their own capital and another's; ``whole`` has names by their first word.
    """

    anyhow: dict[str, OccasionKind]
    dated: dict[str, OccasionKind]
    capital: dict[str, OccasionKind]
    whole: dict[str, list[tuple[tuple[str, ...], OccasionKind]]]

    def kind(self, word: str) -> OccasionKind | None:
        """Return the kind that a word tells by its form, or None."""
        lower = word.lower()
        found = self.anyhow.get(lower) or self.dated.get(lower)
        return found or (self.capital.get(lower) if word[0].isupper() else None)


@lru_cache(maxsize=1)
def load_nouns() -> Nouns:
    """Return the nouns of occasions that ship with dragoman, read once per process."""
    text = files("dragoman").joinpath("data/names/occasions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    by_form = {
        form: {words: OccasionKind(kind) for words, kind, of in rows if of == form}
        for form in ("any", "dated", "capital", "whole")
    }
    whole: dict[str, list[tuple[tuple[str, ...], OccasionKind]]] = {}
    for words, kind in by_form["whole"].items():
        whole.setdefault(words.split()[0], []).append((tuple(words.split()), kind))
    return Nouns(by_form["any"], by_form["dated"], by_form["capital"], whole)


_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:[-–/]\d{2,4})?s?$")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)$")
_TAIL_OF_YEARS = re.compile(r"\d{2,4}$")
_DASHES = frozenset("-‐‑–")
# Lower-case words that say what is elected, fought or settled, and stand inside such names.
_PLAIN_MODIFIERS = frozenset(
    "general federal presidential vice-presidential parliamentary legislative local municipal "
    "mayoral gubernatorial senatorial congressional provincial regional state national territorial "
    "cantonal communal constituency constitutional constituent snap special midterm mid-term "
    "leadership party council county assembly senate house judicial independence devolution "
    "primary by civil peace military missile hostage financial banking economic oil debt currency "
    "nuclear trade border student workers farmers labour labor energy refugee migrant "
    "independence colonial partisan guerrilla communist nationalist".split()
)
# "The 2019 local elections in Wales" is one election; "in May" after it is its date.
_OF_A_PLACE = frozenset({"election", "elections", "referendum", "referendums"})
_ON = frozenset({"of", "on", "for", "against", "to"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_ORDINALS = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|One|Two|Three|[12])$")
# Words in capitals that begin a sentence or precede a name without being a part of it.
_NEVER_FIRST = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our"})


def find_occasions(doc: Doc) -> tuple[Occasion, ...]:
    """Return the named occasions of a text in their order, none overlapping another."""
    return tuple(_without_overlaps(_found(doc, load_nouns())))


def _found(doc: Doc, nouns: Nouns) -> Iterator[Occasion]:
    for sentence in doc.sents:
        for token in sentence:
            yield from _wholes(sentence, token, nouns)
            kind = nouns.kind(token.text) if token.pos_ in {"NOUN", "PROPN", "ADJ"} else None
            if kind is not None:
                occasion = _named(sentence, token, kind, nouns)
                if occasion is not None:
                    yield occasion
                    yield from _elliptic(sentence, occasion)


def _wholes(sentence: Span, token: Token, nouns: Nouns) -> Iterator[Occasion]:
    """Yield the names of the table that start at a token."""
    for words, kind in nouns.whole.get(token.text, ()):
        ahead = sentence.doc[token.i : min(token.i + len(words), sentence.end)]
        if tuple(t.text for t in ahead) == words:
            skip = token.lower_ == "the"
            yield Occasion(token.i + skip, ahead[-1].i, kind, token.doc[ahead[-1].i].text)


def _named(sentence: Span, noun: Token, kind: OccasionKind, nouns: Nouns) -> Occasion | None:
    """Return the name around a noun of the table, or None where the noun only describes."""
    if _goes_on(sentence, noun, nouns):
        return None
    first = _leftmost(sentence, noun)
    last = _rightmost(sentence, noun, first)
    if first == noun.i and last == noun.i:
        return None
    if _is_complement(sentence, first) or _is_for_something(sentence, noun):
        return None
    before = [t for t in noun.doc[first : noun.i] if not _is_dash(t)]
    dated = any(_is_year(t) for t in noun.doc[first : last + 1])
    capital = noun.text[0].isupper()
    if not capital and noun.lower_ in nouns.dated and not dated:
        return None
    if not capital and not dated and not any(t.text[0].isupper() for t in before):
        return None
    return Occasion(first, last, kind, noun.text)


def _is_complement(sentence: Span, first: int) -> bool:
    """Whether the words belong to a longer name: "Secretary of | War", "Friends of | War"."""
    if first - 2 < sentence.start or sentence.doc[first - 1].lower_ not in {"of", "for"}:
        return False
    return sentence.doc[first - 2].text[0].isupper()


def _is_for_something(sentence: Span, noun: Token) -> bool:
    """Whether a body calls itself so: "Campaign for Peace", "Conference for Progress"."""
    at = noun.i + 1
    return noun.text[0].isupper() and at < sentence.end and noun.doc[at].lower_ == "for"


def _goes_on(sentence: Span, noun: Token, nouns: Nouns) -> bool:
    """Whether the noun only stands before the noun that counts ("War Office", "summit host")."""
    at = noun.i + 1
    if at >= sentence.end:
        return False
    following = noun.doc[at]
    if nouns.kind(following.text) is not None and following.dep_ != "conj":
        return True
    if _is_dash(following) and not noun.whitespace_:
        return True
    if noun.text[0].isupper():
        joined = following.tag_ in {"NNP", "NNPS"} and not _ORDINALS.match(following.text)
        return joined and not _is_year(following)
    compound = noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i
    return compound and nouns.kind(noun.text) is not OccasionKind.ELECTION


def _leftmost(sentence: Span, noun: Token) -> int:
    """Return where the name begins: at the year, or at the first capital of what leads to it."""
    first = at = noun.i
    while at - 1 >= sentence.start:
        token = noun.doc[at - 1]
        if _is_year(token) or _ends_years(sentence, token):
            return _first_of_years(sentence, token)
        named = token.text[0].isupper() and _may_begin(sentence, token)
        if not named and not _leads_on(sentence, token, noun):
            break
        at -= 1
        first = at if named or _NUMBERED.match(token.text) else first
    # "by-election", "Mid-term election": the noun itself may have a part before its dash.
    return first if first < noun.i else _before_dash(sentence, noun)


def _before_dash(sentence: Span, noun: Token) -> int:
    at = noun.i
    while at - 2 >= sentence.start and _is_dash(noun.doc[at - 1]):
        at -= 2
    return at


def _may_begin(sentence: Span, token: Token) -> bool:
    if token.lower_ in _NEVER_FIRST or token.pos_ in {"VERB", "AUX", "PRON", "ADP", "SCONJ"}:
        return False
    return token.i > sentence.start or not token.is_stop


def _leads_on(sentence: Span, token: Token, noun: Token) -> bool:
    """Whether a word without a capital may stand inside the name."""
    if _is_dash(token):
        return token.i - 1 >= sentence.start and not noun.doc[token.i - 1].whitespace_
    if token.lower_ in _PLAIN_MODIFIERS or _NUMBERED.match(token.text):
        return True
    capital_before = token.i - 1 >= sentence.start and noun.doc[token.i - 1].text[0].isupper()
    capital_after = noun.doc[token.i + 1].text[0].isupper()
    if token.lower_ == "of" and noun.lower_ in _OF_A_PLACE:
        return capital_before and capital_after and noun.doc[token.i - 1].lower_ != "the"
    return token.lower_ in {"'s", "’s"} and capital_after and capital_before


def _is_year(token: Token) -> bool:
    return bool(_YEAR.match(token.text))


def _is_dash(token: Token) -> bool:
    return token.text in _DASHES


def _ends_years(sentence: Span, token: Token) -> bool:
    """Whether this is the 20 of "2019-20"."""
    at = token.i
    return (
        bool(_TAIL_OF_YEARS.match(token.text))
        and at - 2 >= sentence.start
        and _is_dash(token.doc[at - 1])
        and _is_year(token.doc[at - 2])
    )


def _first_of_years(sentence: Span, token: Token) -> int:
    first = token.i - 2 if _ends_years(sentence, token) else token.i
    before = token.doc[first - 1] if first > sentence.start else None
    return first - 1 if before is not None and before.lower_ in _MONTHS else first


def _rightmost(sentence: Span, noun: Token, first: int) -> int:
    """Return where the name ends: "War II", "Treaty of Lima", "revolutions of 1848"."""
    doc, end = noun.doc, sentence.end
    at = noun.i + 1
    if at >= end:
        return noun.i
    if noun.text[0].isupper() and _ORDINALS.match(doc[at].text):
        return at
    if at + 1 >= end:
        return noun.i
    if doc[at].text == "," and _is_year(doc[at + 1]) and _is_dated_after(sentence, at + 1):
        return at + 1
    if doc[at].lower_ == "of" and _is_year(doc[at + 1]):
        return at + 1
    dated = _is_year(doc[first]) and doc[at].lower_ == "in" and noun.lower_ in _OF_A_PLACE
    if dated and (doc[at + 1].text[0].isupper() or doc[at + 1].lower_ == "the"):
        return _end_of_complement(sentence, noun, at + 1)
    if noun.text[0].isupper() and doc[at].lower_ in _ON:
        return _end_of_complement(sentence, noun, at + 1)
    return noun.i


def _is_dated_after(sentence: Span, year: int) -> bool:
    """Whether the year after a comma belongs to the noun before: "Peruvian election, 1995, …"."""
    ahead = sentence.doc[year + 1] if year + 1 < sentence.end else None
    return ahead is None or ahead.is_punct or ahead.pos_ in {"AUX", "VERB", "ADP", "CCONJ"}


def _end_of_complement(sentence: Span, noun: Token, start: int) -> int:
    """Return the last capital after "of (the)": "War of the Pacific", "Pact on Fair Trade"."""
    doc = noun.doc
    at = start + 1 if doc[start].lower_ == "the" and start + 1 < sentence.end else start
    if not _is_capital(doc[at]):
        return noun.i
    last = at
    while last + 1 < sentence.end:
        following = doc[last + 1]
        joined = following.lower_ == "and" and doc[start - 1].lower_ in {"on", "for"}
        if joined and last + 2 < sentence.end and doc[last + 2].text[0].isupper():
            last += 2
            continue
        dash = _is_dash(following) and last + 2 < sentence.end and not doc[last].whitespace_
        if _is_capital(following) and doc[last].whitespace_:
            last += 1
        elif dash and not following.whitespace_:
            last += 2
        else:
            break
    return last


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() or _is_year(token)


def _elliptic(sentence: Span, occasion: Occasion) -> Iterator[Occasion]:
    """Yield the years that lend themselves a noun said later: "the 1995, 2000 and 2006 elections".

    Each is an occasion of the same kind, named by its year alone.
    """
    doc, at = sentence.doc, occasion.first
    if not _is_year(doc[at]):
        return
    while at - 2 >= sentence.start:
        if doc[at - 1].text == "," or doc[at - 1].lower_ in {"and", "or"}:
            step = 2
            if doc[at - 2].text == "," and at - 3 >= sentence.start:
                step = 3
            if _is_year(doc[at - step]):
                at -= step
                yield Occasion(at, at, occasion.kind, occasion.noun)
                continue
        return


def _without_overlaps(found: Iterator[Occasion]) -> Iterator[Occasion]:
    taken: set[int] = set()
    kept = []
    for occasion in sorted(found, key=lambda o: (o.first - o.last, o.first)):
        span = set(range(occasion.first, occasion.last + 1))
        if not span & taken:
            taken |= span
            kept.append(occasion)
    yield from sorted(kept, key=lambda o: o.first)

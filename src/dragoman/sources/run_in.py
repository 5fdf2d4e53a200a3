"""Run-in headings: a section's heading glued to the front of its first paragraph.

Pages that style a heading with bold type alone lose its border when they are saved: "A New Chapter
Begins The minister arrived on …". A heading is split off where a capital that only a sentence's
start explains ("The minister") follows words that only a heading explains: a title in capitals,
or a short clause of its own. A split that is missed costs a subject; a wrong one costs a sentence;
so the rules prefer to miss.
"""

from __future__ import annotations

import re

from dragoman.sources.authors import byline_authors
from dragoman.sources.verbs import FINITE

_MIN_HEADING_WORDS = 3
"""Two capitalised words before a sentence are more often a name than a heading."""
_MAX_HEADING_WORDS = 12
_MAX_CLAUSE_WORDS = 10
"""Clauses beyond ten words are sentences that lost their full stop."""
_MIN_SENTENCE_WORDS = 4
_OPENING_WORDS = 22
"""Where the comma after an opening phrase must have come ("In the third week of the strike, …")."""
_PROSE_WORDS = 10

# Words whose capital inside a sentence is never a name's when a small letter follows.
_STARTERS = frozenset(
    "The A An This That These Those His Her Its Their Our He She It They We There Many Some "
    "Several Such Another But However Yet Nevertheless Nonetheless Moreover Instead Still "
    "Officially Meanwhile Although".split()
)
# Words that open a phrase or a clause before the subject; titles hold them too, so a comma must
# show that a main clause follows.
_OPENERS = frozenset(
    "In On At For From With Without Within By Under Over Between Among Amid During Despite Since "
    "After Before Following According Against Through Throughout Until When While As If Because "
    "Once Given Unlike Beyond Behind Across Along Around".split()
)
# Words written small in title case.
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per so than the to up via "
    "vs v with yet amid after before between under without about against de la du von van el al "
    "both is are its".split()
)
# What no heading ends with: after these a capital word is the name they introduce.
_LEANING = frozenset(
    "a an the and or but nor of to in on at by for from with into onto as than via per is are was "
    "were be been his her its their our my your this that these those who which whose when where "
    "while if because de la el mr mrs ms dr st gen col lt sen rep gov president minister".split()
)
# Verbs and nouns that introduce a title or a quotation: "told The …", "the film The …".
_NAMING = frozenset(
    "said says say told tells wrote writes called calls named names titled entitled dubbed "
    "branded read reads film movie book novel novella memoir series song album play poem band "
    "group newspaper paper magazine journal website site programme program show podcast article "
    "essay report column documentary slogan motto chanted chant chanting sang headlined "
    "captioned labelled labeled letter grade vitamin hepatitis plan class category type "
    "schedule section level exhibit appendix annex point option part team zone".split()
)
_A_FOLLOWERS = frozenset(
    "is was are were in on at and or to of for from with by as has had that which who".split()
)

# After these, a word that may be a verb is a noun: "the talks".
_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your no any some to of in on at by "
    "for from with".split()
)

_WORD_EDGE = "\"'“”‘’«»()[],;:–—-"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ENDED_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_INITIALS = re.compile(r"^(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|No|vs|Gen|Sen|Rep|Gov)\.$")


def split_run_in(paragraph: str) -> tuple[str, str] | None:
    """Return the heading and the paragraph apart; None where no heading is run in.

    >>> split_run_in("A New Chapter Begins The minister arrived on Monday.")
    ('A New Chapter Begins', 'The minister arrived on Monday.')
    >>> split_run_in("Analysts at The Economist said prices would climb.") is None
    True
    """
    words = paragraph.split()
    if not _ENDED_SENTENCE.search(paragraph):
        return None
    for at in range(_last_border(words), _MIN_HEADING_WORDS - 1, -1):
        if _starts_sentence(words, at) and _is_heading(words[:at]):
            return " ".join(words[:at]), " ".join(words[at:])
    return None


def _last_border(words: list[str]) -> int:
    """Return the last place where a paragraph can begin: before any sentence has ended."""
    for at, word in enumerate(words[:_MAX_HEADING_WORDS]):
        if _SENTENCE_END.search(word) and not _INITIALS.match(word):
            return at
    return min(_MAX_HEADING_WORDS, len(words) - _MIN_SENTENCE_WORDS)


def _starts_sentence(words: list[str], at: int) -> bool:
    """Whether a whole sentence begins here, by its first words and by a verb that follows."""
    rest = words[at:]
    if len(rest) < _MIN_SENTENCE_WORDS or not _has_verb(rest[1:]):
        return False
    first, second = rest[0].rstrip(","), rest[1]
    if first in _OPENERS:
        return _has_opening_comma(rest) and _reads_as_prose(rest)
    if first not in _STARTERS or not second[0].islower():
        return False
    return first != "A" or second not in _A_FOLLOWERS


def _reads_as_prose(rest: list[str]) -> bool:
    """Whether small letters prevail, as they do not in a headline that has two parts."""
    opening = rest[1:_PROSE_WORDS]
    return 2 * sum(word[0].islower() for word in opening) >= len(opening)


def _has_opening_comma(rest: list[str]) -> bool:
    """Whether the opening phrase ends in a comma before its sentence does, with small words after.

    "In the capital, residents …" is a sentence; "For a Better City said on …" is a name's end.
    """
    for at, word in enumerate(rest[1:_OPENING_WORDS], start=1):
        if word.endswith(","):
            return _has_verb(rest[at + 1 :])
        if _SENTENCE_END.search(word):
            return False
    return False


def _is_heading(words: list[str]) -> bool:
    """Whether these words are a title in capitals or a short clause, complete in themselves."""
    if not (words[0][0].isupper() or words[0][0].isdigit()) or _leans_on(words[-1]):
        return False
    text = " ".join(words)
    if "(" in text or text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    return not byline_authors(text) and (_is_title(words) or _is_clause(words))


def _leans_on(word: str) -> bool:
    """Whether a word wants another after it, so that no heading ends there."""
    bare = _bare(word)
    return bare.lower() in _LEANING | _NAMING or word[-1] in ",;:–—-(" or bare.endswith("'s")


def _is_title(words: list[str]) -> bool:
    """Whether every word but the small ones has a capital, the last one too."""
    bare = [_bare(word) for word in words]
    return bare[-1][:1].isupper() and all(
        word[:1].isupper() or word[:1].isdigit() or word in _SMALL or not word for word in bare
    )


def _is_clause(words: list[str]) -> bool:
    """Whether the words can be a clause: with a verb, not first, that no article makes a noun."""
    if len(words) > _MAX_CLAUSE_WORDS or not _bare(words[-1])[:1].islower():
        return False
    bare = [_bare(word).lower() for word in words]
    return any(word in FINITE and bare[at] not in _DETERMINERS for at, word in enumerate(bare[1:]))


def _has_verb(words: list[str]) -> bool:
    bare = [_bare(word).lower() for word in words]
    return any(word in FINITE or (word.endswith("ed") and len(word) > len("need")) for word in bare)


def _bare(word: str) -> str:
    return word.strip(_WORD_EDGE).replace("’", "'")

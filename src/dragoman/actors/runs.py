"""Runs: capitalised words that stand together and may be a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Token

from dragoman.actors.authority import Authority
from dragoman.actors.heads import BODIES, HeadClass, load_heads
from dragoman.actors.parties import is_family_adjective
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.article import BlockKind


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` to ``last`` (included) of a parse."""

    first: int
    last: int


NAME_TAGS = frozenset({"NNP", "NNPS"})
# Words that may stand inside a name between two capitalised ones.
LINKS = frozenset(
    "al bin ibn da das de del den der di do dos du e el la las le los y van von "
    "dei della delle des et für för och og para por pour und voor zu zur".split()
)
# Those whose a people's party, a workers' union or a king's council is; a state's or a person's
# possessive ends a name.
_OWNERS = frozenset(
    "people peoples workers women men children farmers peasants citizens veterans teachers "
    "students soldiers lawyers writers journalists miners merchants bankers mothers parents "
    "doctors nurses officers labourers laborers employers consumers tenants king queen "
    "world god".split()
)
_OPEN_CLASSES = frozenset({"ADJ", "NOUN", "VERB", "PROPN"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LINKED_BY_OF = frozenset({"of", "the", "for", "and", "&", "on", "against"})
_ARTICLES = frozenset({"the", "a", "an"})
_OPENING = frozenset({"of", "for", "on", "against"})
_HYPHENS = frozenset("-‐‑")
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
NEVER_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)


def trusted_runs(parse: Parse, authority: Authority) -> Iterator[Run]:
    """Yield runs of capitals; those of headings, all in capitals, only if met elsewhere."""
    in_text: set[str] = set()
    in_headings: list[Run] = []
    for run in _runs(parse, authority):
        sentence = parse.sentence_of(parse.doc[run.first])
        words = parse.doc[run.first : run.last + 1].text
        if parse.article.blocks[sentence.block].kind in _HEADINGS:
            in_headings.append(run)
        else:
            in_text.update((words, *words.split()))
            yield run
    yield from (r for r in in_headings if parse.doc[r.first : r.last + 1].text in in_text)


def _runs(parse: Parse, authority: Authority) -> Iterator[Run]:
    starts = _name_words(parse.doc) | _adjectives_of_bodies(parse, authority)
    for sentence in parse.sentences:
        span = parse.tokens(sentence)
        tokens = [t for t in span if not t.is_space]
        at = 0
        while at < len(tokens):
            if tokens[at].i not in starts:
                at += 1
                continue
            end = _end_of_run(tokens, at, starts, authority)
            if at == 0 and tokens[0].is_stop and end > 0 and not tokens[0].text.isupper():
                at = 1  # "Though Roosa": a sentence begins with a capital, a name does not
            end = _end_of_party(tokens, at, end)
            yield Run(tokens[at].i, tokens[end].i)
            at = end + 1


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and token.lower_.rstrip(".") not in NEVER_NAMES


def _name_words(doc: Doc) -> frozenset[int]:
    """Return the tokens that may belong to a name.

    A surname is often tagged as a common noun or a verb; where the article has the word inside a
    name, it is taken for one wherever it has its capital.
    """
    tagged = {t.i for t in doc if t.tag_ in NAME_TAGS and _is_capitalised(t)}
    inside = {doc[i].text for i in tagged if i - 1 in tagged}
    again = {t.i for t in doc if t.text in inside and _is_capitalised(t)}
    return frozenset(tagged | again)


def _adjectives_of_bodies(parse: Parse, authority: Authority) -> frozenset[int]:
    """Return adjectives in capitals that lead to a body's head: "the National | Alliance".

    One that begins its sentence has its capital from there, and a nation's is no part of the name.
    """
    found: set[int] = set()
    for sentence in parse.sentences:
        tokens = list(parse.tokens(sentence))
        for at, token in enumerate(tokens[1:-1], start=1):
            plain = token.tag_ not in NAME_TAGS and token.pos_ in _OPEN_CLASSES
            if not plain or not _is_capitalised(token) or not tokens[at + 1].text[0].isupper():
                continue
            if authority.adjective_country(token.text) is None and _is_body_ahead(tokens, at):
                found.add(token.i)
    return frozenset(found)


def _end_of_run(
    tokens: list[Token], start: int, starts: frozenset[int], authority: Authority
) -> int:
    end, at = start, start + 1
    while at < len(tokens):
        token = tokens[at]
        if token.i in starts or (token.text[0].isupper() and token.ent_iob_ == "I"):
            end = at
        elif not _links(tokens, at) and not _links_office(tokens, start, at, authority):
            break
        at += 1
    return end


def _end_of_party(tokens: list[Token], start: int, end: int) -> int:
    """Return where a run must end after "Party": "Civic Party | MP Ana Soto" are two names."""
    for at in range(start + 1, end):
        holder = any(token.ent_type_ == "PERSON" for token in tokens[at + 1 : end + 1])
        if tokens[at].text == "Party" and holder and tokens[at + 1].text[0].isupper():
            return at
    return end


def _links_office(tokens: list[Token], start: int, at: int, authority: Authority) -> bool:
    """Whether "of (the)" goes on with a body's or an office's name, not with its country."""
    word = tokens[at].lower_
    if word not in _LINKED_BY_OF or at + 1 >= len(tokens):
        return False
    if word in _OPENING:
        following = _after_article(tokens, at)
        head = tokens[at - 1].text
        again = word == "of" and any(t.lower_ in _OPENING for t in tokens[start:at])
        return (
            following is not None
            and following.text[0].isupper()
            and (again or _takes_complement(head, word, authority))
            and not _is_state_at(tokens, following, authority)
            and following.ent_type_ != "PERSON"
            and (word == "of" or not _is_body_ahead(tokens, tokens.index(following)))
        )
    linked = any(t.lower_ in _OPENING for t in tokens[start:at])
    if word in {"and", "&"} and _is_body_ahead(tokens, at + 1):
        return not linked and _shares_head(tokens, start, at, authority)
    return linked and tokens[at + 1].text[0].isupper() and not _is_state(tokens[at + 1], authority)


def _after_article(tokens: list[Token], at: int) -> Token | None:
    """Return the word after a preposition and its article, or None at the end."""
    ahead = at + 2 if tokens[at + 1].lower_ in _ARTICLES else at + 1
    return tokens[ahead] if ahead < len(tokens) else None


def _takes_complement(head: str, preposition: str, authority: Authority) -> bool:
    """Whether a noun of this sort has names with "of" or "for": a ministry, a party, a minister."""
    found = load_heads().head([head])
    if found is not None and found.of is not HeadClass.WORK:
        return True
    agent = authority.agent_kind(head)
    return preposition == "of" and agent in (ActorKind.PERSON, ActorKind.BODY)


def _capitals_from(tokens: list[Token], at: int) -> list[str]:
    return [token.text for token in takewhile(lambda t: t.text[0].isupper(), tokens[at:])]


def _is_body_ahead(tokens: list[Token], at: int) -> bool:
    """Whether the capitals that follow have a body's head of their own."""
    words = _capitals_from(tokens, at)
    head = load_heads().head(words) if words else None
    return head is not None and head.of in BODIES


def _is_one_party(before: list[str], after: list[str]) -> bool:
    """Whether words of politics lead to one "Party": "Social Democratic and Labour Party"."""
    political = load_heads().political
    return "Party" in after[1:2] and all(word.lower() in political for word in (*before, after[0]))


def _shares_head(tokens: list[Token], start: int, at: int, authority: Authority) -> bool:
    """Whether "the Health and Safety Agency" is one body: a plain word, and one head for both."""
    before = tokens[start:at]
    words = [token.text for token in before]
    led_in = start > 0 and tokens[start - 1].lower_ == "the"
    if led_in and _is_one_party(words, _capitals_from(tokens, at + 1)):
        return True
    led_in = led_in and len(words) == 1
    one_head = len(_capitals_from(tokens, at + 1)) > 1 and load_heads().head(words) is None
    named = {token.ent_type_ for token in before} & {"PERSON", "GPE", "NORP"}
    known = authority.lookup(" ".join(words)) or authority.body(words[-1])
    family = is_family_adjective(" ".join(words))
    return led_in and one_head and not named and not known and not family


def _is_state_at(tokens: list[Token], first: Token, authority: Authority) -> bool:
    """Whether a state's name begins here; "British Coast" begins with an adjective only."""
    words = _capitals_from(tokens, tokens.index(first))
    adjective = len(words) > 1 and authority.adjective_country(first.text) is not None
    whole = authority.lookup(" ".join(words))
    return (not adjective and _is_state(first, authority)) or any(
        entry.kind is ActorKind.STATE for entry in whole
    )


def _is_state(token: Token, authority: Authority) -> bool:
    return any(entry.kind is ActorKind.STATE for entry in authority.lookup(token.text))


def _links(tokens: list[Token], at: int) -> bool:
    """Whether a small word or hyphen joins two parts of one name."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text in _POSSESSIVES:
        return tokens[at - 1].lower_ in _OWNERS and following.text[0].isupper()
    if token.text in _HYPHENS:
        return not tokens[at - 1].whitespace_ and not token.whitespace_
    if token.text not in LINKS:
        return False
    linked = following.text in LINKS and at + 2 < len(tokens)
    return following.text[0].isupper() or (linked and tokens[at + 2].text[0].isupper())

"""Speech without a verb of speaking: "according to", "claims that", "Minister held: officials"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from dragoman.model.article import Block, BlockKind
from dragoman.model.claim import Stance
from dragoman.voices.attribution import Speakers
from dragoman.voices.cues import NounCue
from dragoman.voices.speech import Finding
from dragoman.voices.trees import (
    agent_of,
    child,
    is_finite,
    is_negated,
    is_passive,
    join_runs,
    subject_of,
    subtree,
    trimmed,
)

# Measured as the confidences of verbs are (see speech.py).
ACCORDING_CONFIDENCE = 0.95
NOUN_CONFIDENCE = 0.6
HEADLINE_CONFIDENCE = 0.85
_VIEWS = frozenset({"word", "view", "opinion", "telling", "eye", "account", "reckoning"})
_BORDER = re.compile(r":|--|[–—-]")
# "Minister held: senior army officials": a speaker in a headline is short.
_LONGEST_HEADLINE_SPEAKER = 5
_CLAUSES = ("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl", "xcomp", "pcomp")
_NO_PERSONS = frozenset({"GPE", "LOC", "DATE", "TIME", "EVENT", "FAC", "LAW", "WORK_OF_ART"})
# "A charge of $8 million" is a sum, not an accusation.
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_HEADLINES = (BlockKind.HEADLINE, BlockKind.HEADING)


def find_hearsay(sentence: Span, speakers: Speakers) -> Iterator[Finding]:
    """Yield the claims of one sentence that phrases, nouns and headline borders tell."""
    for token in sentence:
        found = _according(token) or _in_the_words(token) or _noun_finding(token, speakers)
        if found is not None:
            yield found
    block = speakers.parse.article.blocks[speakers.parse.sentence_of(sentence[0]).block]
    if block.kind in _HEADLINES:
        yield from _headline(sentence, speakers)
    elif sentence[0].idx == block.start:
        yield from _transcript(sentence, block, speakers)


def _transcript(sentence: Span, block: Block, speakers: Speakers) -> Iterator[Finding]:
    """ "MINISTER: We agreed." A name in capitals and a colon open a turn of talk."""
    doc = sentence.doc
    colon = next((t for t in sentence[1 : _LONGEST_HEADLINE_SPEAKER + 1] if t.text == ":"), None)
    if colon is None or not doc[sentence.start : colon.i].text.isupper():
        return
    rest = doc.char_span(colon.idx + 1, block.end, alignment_mode="contract")
    speaker = doc[colon.i - 1]
    if rest is not None and len(rest) and speakers.can_speak(speaker):
        contents = tuple(join_runs(colon, set(range(rest.start, rest.end))))
        rule = "voices.transcript"
        cue = (colon.i, colon.i)
        yield Finding(cue, colon, speaker, contents, Stance.STATES, rule, HEADLINE_CONFIDENCE)


def _according(token: Token) -> Finding | None:
    if token.lower_ not in ("according", "per") or token.i + 1 >= len(token.doc):
        return None
    to = child(token, "prep") if token.lower_ == "according" else token
    source = child(to, "pobj") if to is not None else None
    if to is None or source is None or (to == token and source.pos_ != "PROPN"):
        return None
    return _around(token, (token.i, to.i), source, "voices.according_to")


def _in_the_words(token: Token) -> Finding | None:
    """ "In the words of X", "in X's view"."""
    if token.lower_ not in ("in", "by") or token.dep_ != "prep":
        return None
    view = child(token, "pobj")
    if view is None or view.lemma_ not in _VIEWS:
        return None
    of = next((c for c in view.children if c.lower_ == "of"), None)
    source = child(view, "poss") or (child(of, "pobj") if of is not None else None)
    if source is None:
        return None
    last = of.i if of is not None and of.i > view.i else view.i
    return _around(token, (token.i, last), source, "voices.in_the_words_of")


def _around(token: Token, cue: tuple[int, int], source: Token, rule: str) -> Finding | None:
    """The claim whose content is the clause that such a phrase hangs in."""
    clause = token.head
    while clause.dep_ not in _CLAUSES and clause.head != clause:
        clause = clause.head
    if clause.dep_ in ("xcomp", "acl", "pcomp") or _shares_subject(clause):
        clause = clause.head
    content = subtree(clause) - subtree(token)
    content = _beside(content, cue, clause)
    contents = tuple(join_runs(token, content))
    if not contents:
        return None
    stance = Stance.STATES
    return Finding(cue, token, source, contents, stance, rule, ACCORDING_CONFIDENCE)


def _shares_subject(clause: Token) -> bool:
    return clause.dep_ == "conj" and child(clause, "nsubj", "nsubjpass") is None


def _beside(content: set[int], cue: tuple[int, int], clause: Token) -> set[int]:
    """Leave out a second main clause that stands beyond the phrase: "…, according to X, but …"."""
    for other in clause.children:
        own_subject = child(other, "nsubj", "nsubjpass", "expl") is not None
        beyond = (other.i > cue[0]) != (clause.i > cue[0])
        if other.dep_ == "conj" and own_subject and is_finite(other) and beyond:
            joining = {c.i for c in clause.children if c.dep_ == "cc" and c.i < other.i}
            content = content - subtree(other) - joining
    return content


def _noun_finding(noun: Token, speakers: Speakers) -> Finding | None:
    if noun.pos_ == "ADJ":
        return _adjective_finding(noun, speakers)
    cue = speakers.cues.nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    light = speakers.cues.words["light.lemmas"]
    content = _noun_content(noun, cue, light) if cue is not None else None
    if cue is None or content is None or content.ent_type_ in _SUMS:
        return None
    speaker = _speaker_of_noun(noun, speakers)
    if cue.owned and speaker is None:
        return None
    return _of_word(noun, content, speaker, cue.stance, "voices.noun")


def _of_word(
    word: Token, content: Token, speaker: Token | None, stance: Stance, rule: str
) -> Finding:
    contents = tuple(join_runs(word, subtree(content) | _trailing(word, content)))
    behind = word.nbor()
    joined = behind.dep_ == "prep" and content.left_edge.i == behind.i + 1
    last = behind.i if joined else word.i
    return Finding((word.i, last), word, speaker, contents, stance, rule, NOUN_CONFIDENCE)


def _trailing(word: Token, content: Token) -> set[int]:
    """ "Reports of people being held": the clause belongs to the people, wherever it hangs."""
    if content.dep_ != "pobj":
        return set()
    behind = [c for c in word.rights if c.dep_ == "acl" and c.left_edge.i > content.right_edge.i]
    if behind and behind[0].left_edge.i == content.right_edge.i + 1:
        return subtree(behind[0])
    return _misread_participle(word, content)


def _misread_participle(word: Token, content: Token) -> set[int]:
    """ "Reports of people being held shocked …" parsed as if the reports were being held."""
    verb, next_word = word.head, content.right_edge.i + 1
    starts = any(c.i == next_word and c.tag_ == "VBG" for c in verb.children)
    if not starts or word.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    own = subtree(verb) - subtree(word)
    for other in verb.children:
        if other.dep_ in ("conj", "cc") or (other.is_punct and other.i > verb.i):
            own -= subtree(other)
    return own


def _adjective_finding(word: Token, speakers: Speakers) -> Finding | None:
    """ "The minister is confident that", "was critical of"."""
    cue = speakers.cues.adjectives.get(word.lemma_.lower())
    if cue is None or word.dep_ not in ("acomp", "ROOT") or is_negated(word.head):
        return None
    speaker = subject_of(word.head if word.dep_ == "acomp" else word)
    if speaker is None or not speakers.can_speak(speaker):
        return None
    for part in word.rights:
        clause = part.dep_ == "ccomp" and "that" in cue.frames
        target = child(part, "pobj", "pcomp") if part.lower_ in cue.preps else None
        content = part if clause else target
        if content is not None:
            return _of_word(word, content, speaker, cue.stance, "voices.adjective")
    return None


def _is_misread_relative(clause: Token, light: frozenset[str]) -> bool:
    """ "A warning that the dam could break" parsed as "a warning that he gave" is."""
    that = child(clause, "dobj")
    relative = clause.dep_ == "relcl" and that is not None and that.lower_ == "that"
    return relative and child(clause, "nsubj") is not None and clause.lemma_ not in light


def _noun_content(noun: Token, cue: NounCue, light: frozenset[str]) -> Token | None:
    for part in noun.rights:
        mark = child(part, "mark")
        that = part.dep_ in ("acl", "ccomp", "relcl") and mark is not None
        if "that" in cue.frames and that and mark is not None and mark.lower_ == "that":
            return part
        if "that" in cue.frames and _is_misread_relative(part, light):
            return part
        if "to" in cue.frames and part.dep_ == "acl" and child(part, "aux") is not None:
            return part
        if part.dep_ == "prep" and part.lower_ in cue.preps:
            held = child(part, "pcomp", "pobj")
            return held or next((c for c in noun.rights if c.dep_ == "acl"), None)
    return None


def _speaker_of_noun(noun: Token, speakers: Speakers) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for part in noun.rights:
        source = child(part, "pobj")
        if part.dep_ == "prep" and part.lower_ in ("by", "from") and source is not None:
            return source
    verb = noun.head
    words = speakers.cues.words
    if noun.dep_ == "dobj" and verb.lemma_ in words["light.lemmas"] - words["light.others"]:
        return subject_of(verb)
    if noun.dep_ == "nsubjpass" and is_passive(verb):
        return agent_of(verb) if verb.lemma_ in words["light.lemmas"] else None
    return _modifier(noun, speakers)


def _modifier(noun: Token, speakers: Speakers) -> Token | None:
    """ "Cuban claims that": an adjective or noun before it that names an actor."""
    for part in noun.lefts:
        mention = speakers.cast.at(part) if part.dep_ in ("amod", "compound") else None
        if mention is not None and speakers.cast.who(mention) is not None:
            return part
    return None


def _headline(sentence: Span, speakers: Speakers) -> Iterator[Finding]:
    """ "Minister held: officials", "Officials: minister held"; the last border counts."""
    borders = [t for t in sentence[1:-1] if _is_border(t)]
    if not borders:
        return
    border = borders[-1]
    before = sentence.doc[sentence.start : border.i]
    after = sentence.doc[border.i + 1 : sentence.end]
    for side, other in ((after, before), (before, after)):
        speaker = _headline_speaker(side, speakers)
        if speaker is not None and len(other) > len(side) and _is_told(side, after, speaker):
            yield _headline_finding(border, side, other, speaker)
            return


def _is_border(token: Token) -> bool:
    """Whether a mark parts a headline; a hyphen within a name has no space before it."""
    if not _BORDER.fullmatch(token.text) or not token.whitespace_:
        return False
    return token.text == ":" or bool(token.nbor(-1).whitespace_)


def _headline_finding(border: Token, side: Span, other: Span, speaker: Token) -> Finding:
    return Finding(
        (border.i, border.i),
        border,
        speaker,
        tuple(join_runs(border, set(range(other.start, other.end)))),
        Stance.STATES,
        "voices.headline",
        HEADLINE_CONFIDENCE,
        speaker_run=trimmed(side.doc, (side.start, side.end - 1)),
    )


def _is_told(side: Span, after: Span, speaker: Token) -> bool:
    """A speaker in front needs a human noun or name: "Cuba: …" is a label of place, not speech."""
    return side == after or speaker.ent_type_ not in ("GPE", "LOC")


def _headline_speaker(side: Iterable[Token], speakers: Speakers) -> Token | None:
    words = [t for t in side if not t.is_punct]
    if not words or len(words) > _LONGEST_HEADLINE_SPEAKER:
        return None
    if any(t.tag_.startswith(("VB", "MD", "WRB", "WP")) for t in words):
        return None
    last = words[-1]
    known = speakers.cast.at(last)
    actor = known is not None and speakers.cast.who(known) is not None
    person = last.pos_ == "PROPN" and last.ent_type_ not in _NO_PERSONS
    return last if actor or person or speakers.is_source(last) else None

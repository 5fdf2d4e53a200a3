"""Which report a reason explains: by the parse, or by what "the visit" refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook
from dragoman.language.parser import Parse
from dragoman.language.syntax import children, clause_head, possessors
from dragoman.model.actor import MentionForm
from dragoman.model.claim import ReasonKind
from dragoman.model.report import Report
from dragoman.reasons.finding import Finding
from dragoman.reasons.signals import Signals

_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "any", "no", "another", "every"})
_DEFINITE = _DEMONSTRATIVES | {"the", "such", "both"}
_NEAR = 3  # heads from a reason's anchor to the report's cue: main verb, its joined verb, a noun
_RECENT = 3  # sentences back that "this" or "the move" reaches; news paragraphs have two or three


@dataclass(frozen=True)
class Reference:
    """Finds reports by where their cues stand, in one article."""

    parse: Parse
    cast: Cast
    reports: Sequence[Report]
    codebook: Codebook
    signals: Signals

    @cached_property
    def _cue_words(self) -> tuple[frozenset[int], ...]:
        """For each report, the indexes of its cue's tokens."""
        spans = (
            self.parse.doc.char_span(r.cue.start, r.cue.end, alignment_mode="expand")
            for r in self.reports
        )
        return tuple(frozenset(t.i for t in span or ()) for span in spans)

    def is_event(self, token: Token) -> bool:
        """Whether the word stands for an event: an event noun, "this", "the move", a gerund."""
        if token.lower_ == "it":
            return self._taken_up(token) is not None
        if token.lower_ in _DEMONSTRATIVES:
            return token.pos_ == "PRON"
        if token.dep_ in {"csubj", "pcomp"} and token.tag_ == "VBG":
            return True
        return token.pos_ == "NOUN" and (self._is_general(token) or bool(self._types(token)))

    def _taken_up(self, it: Token) -> Token | None:
        """The event noun that an "it" in subject place takes up: the subject just before, or None.

        News prose keeps its topic in subject place (centering theory: Grosz, Joshi and Weinstein
        1995); a sentence whose subject is no event gives nothing.
        """
        if it.dep_ not in {"nsubj", "nsubjpass"} or it.sent.start == 0:
            return None
        root = it.doc[it.sent.start - 1].sent.root
        found = children(root, "nsubj", "nsubjpass") if root.pos_ in {"VERB", "AUX"} else []
        if not found or not self.is_event(found[0]):
            return None
        return self._taken_up(found[0]) if found[0].lower_ == "it" else found[0]

    def is_actor(self, token: Token) -> bool:
        """Whether the word names somebody: a mention of the cast, a name, a personal pronoun."""
        mention = self.cast.at(token)
        if mention is not None and mention.appearance is not None:
            return True
        if token.pos_ == "PRON":
            return token.lower_ not in {*_DEMONSTRATIVES, "it", "which", "what"}
        return token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} and token.pos_ == "PROPN"

    def explained(self, finding: Finding) -> Report | None:
        """Return the report that the finding explains, or None."""
        sentence = self.parse.sentence_of(finding.cue[0]).number
        anchor = finding.anchor
        if anchor is None:
            return self._latest_before(sentence, finding.cue[0], _reach(finding))
        if anchor.pos_ in {"NOUN", "PRON"} and not self._covering(anchor):
            referred = self._referred(anchor, sentence)
            named = anchor.dep_ in {"nsubj", "nsubjpass"} and self.is_event(anchor)
            named = named or (_is_bound(finding) and anchor.dep_ in {"nsubj", "nsubjpass"})
            return referred if referred or named else self._near(finding, anchor)
        return self._near(finding, anchor)

    def within(self, finding: Finding) -> Report | None:
        """Return the first report whose cue begins inside the reason's own words, or None."""
        for report, words in zip(self.reports, self._cue_words, strict=True):
            if words and finding.content[0].i <= min(words) <= finding.content[1].i:
                return report
        return None

    def _covering(self, token: Token) -> list[Report]:
        pairs = zip(self.reports, self._cue_words, strict=True)
        return [report for report, words in pairs if token.i in words]

    def _near(self, finding: Finding, anchor: Token) -> Report | None:
        """The report of the same sentence whose cue is nearest in the parse."""
        found = []
        for number, (report, words) in enumerate(zip(self.reports, self._cue_words, strict=True)):
            own = [i for i in words if not finding.covers(self.parse.doc[i])]
            if len(own) < len(words) or not words or self.parse.doc[own[0]].sent != anchor.sent:
                continue
            steps = min(_distance(anchor, self.parse.doc[i]) for i in own)
            bound = _is_bound(finding)
            if bound and not any(_same_clause(anchor, self.parse.doc[i]) for i in own):
                continue
            if steps <= _NEAR:
                found.append((steps, abs(min(own) - anchor.i), number, report))
        return min(found)[3] if found else None

    def _referred(self, noun: Token, sentence: int) -> Report | None:
        """The report that "the visit", "his arrival", "the move" or "this" takes up."""
        taken_up = self._taken_up(noun) if noun.lower_ == "it" else None
        if taken_up is not None:
            return self._referred(taken_up, self.parse.sentence_of(taken_up).number)
        if noun.lower_ in _DEMONSTRATIVES or (self._is_general(noun) and _is_definite(noun)):
            return self._latest_before(sentence, noun)
        types = self._types(noun)
        if not types or not _may_refer(noun):
            return None
        candidates = [r for r in self.reports if r.type in types or _names(r, noun)]
        candidates = self._of_mode(noun, list(self._of_owner(noun, candidates)))
        earlier = [r for r in candidates if r.cue.start <= noun.idx]
        if earlier:
            return max(earlier, key=lambda r: r.cue.start)
        # What is told only later must be told in the noun's own words, or it is a guess.
        return _first(self._in_own_words(noun, candidates))

    def _of_owner(self, noun: Token, candidates: list[Report]) -> Iterator[Report]:
        """The reports whose actor is the one that a possessive or "of" names, where one does.

        A mere "official" says too little to rule a report out.
        """
        owners = [*possessors(noun), *_of(noun)]
        mentions = [m for m in map(self.cast.at, owners) if m is not None]
        mentions = [m for m in mentions if m.form is not MentionForm.NOMINAL]
        wanted = {m.appearance for m in mentions if m.appearance is not None}
        for report in candidates:
            if not wanted or any(side.appearance in wanted for side in report.actors):
                yield report

    def _of_mode(self, noun: Token, candidates: list[Report]) -> list[Report]:
        """Those told in the noun's own words, else those in its mode, else all."""
        modes = self.signals.modes_of(noun.lemma_.lower())
        own = self._in_own_words(noun, candidates)
        return own or [r for r in candidates if not modes.isdisjoint(r.modes)] or candidates

    def _in_own_words(self, noun: Token, candidates: list[Report]) -> list[Report]:
        """Those whose cue has the noun, or a word for the same way of doing it."""
        modes = self.signals.modes_of(noun.lemma_.lower())
        return [r for r in candidates if _names(r, noun) or not modes.isdisjoint(self._told(r))]

    def _told(self, report: Report) -> frozenset[str]:
        """The modes that the words of a report's cue stand for."""
        words = self._cue_words[self.reports.index(report)]
        found = (self.signals.modes_of(self.parse.doc[i].lemma_.lower()) for i in words)
        return frozenset[str]().union(*found)

    def _latest_before(self, sentence: int, token: Token, reach: int = _RECENT) -> Report | None:
        """The main report of the nearest sentence before, no further back than ``reach``."""
        earlier = [
            r
            for r in self.reports
            if r.cue.end <= token.idx and sentence - reach <= r.sentence < sentence
        ]
        last = max((r.sentence for r in earlier), default=None)
        return _first([r for r in earlier if r.sentence == last])

    def _types(self, noun: Token) -> frozenset[str]:
        lemma = noun.lemma_.lower()
        cues = self.codebook.cues_for(lemma, "noun")
        return self.signals.types_of(lemma) or frozenset(cue.type for cue in cues)

    def _is_general(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.signals.lists["general_nouns"]


def _is_bound(finding: Finding) -> bool:
    """Whether a reason may explain only what its own clause tells, as causes and effects do."""
    return finding.kind in (ReasonKind.CAUSE, ReasonKind.CONSEQUENCE)


def _reach(finding: Finding) -> int:
    """How many sentences back a reason without an anchor looks; "therefore" only to the last."""
    return 1 if finding.kind is ReasonKind.CONSEQUENCE else _RECENT


def _same_clause(anchor: Token, cue: Token) -> bool:
    """Whether two words have one clause; an infinitive goes with the verb that takes it."""
    return _governing(anchor) == _governing(cue)


def _governing(token: Token) -> Token:
    head = clause_head(token)
    while head.dep_ == "xcomp" and head.head != head:
        head = clause_head(head.head)
    return head


def _may_refer(noun: Token) -> bool:
    """Whether the noun may mean an event already told: "the visit", "talks", not "a visit"."""
    if any(d.lower_ in _INDEFINITE for d in children(noun, "det")):
        return False
    return noun.tag_ != "NN" or bool(children(noun, "det", "poss", "compound", "nmod"))


def _is_definite(noun: Token) -> bool:
    return any(d.lower_ in _DEFINITE for d in children(noun, "det")) or bool(children(noun, "poss"))


def _of(noun: Token) -> list[Token]:
    return [c for of in children(noun, "prep") if of.lower_ == "of" for c in children(of, "pobj")]


def _names(report: Report, noun: Token) -> bool:
    """Whether the report's cue has the very word."""
    return noun.lemma_.lower() in report.cue.words.lower().split()


def _first(reports: Sequence[Report]) -> Report | None:
    return min(reports, key=lambda r: r.cue.start, default=None)


def _distance(one: Token, other: Token) -> int:
    """Steps between two words of a sentence, along the parse."""
    above = {token.i: steps for steps, token in enumerate((one, *one.ancestors))}
    for steps, token in enumerate((other, *other.ancestors)):
        if token.i in above:
            return steps + above[token.i]
    return len(one.doc)

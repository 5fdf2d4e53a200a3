"""Who speaks: from the token of a speaker to the voice, the appearance and the words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind, Appearance, Mention, MentionForm, MentionKind, Office
from dragoman.model.report import Attribution, Voice
from dragoman.voices.cues import SpeakerNouns, VoiceCues
from dragoman.voices.trees import TokenRun, antecedent, chars, noun_phrase

# PLOVER's sectors of those who speak for a state.
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_OFFICIALS = ("officials", "authorities", "ministers")
FIRST_PERSON = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "she", "i", "we", "they", "you", "who", "one", "it"})
_NAMED_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def voice_of(
    appearance: Appearance | None, mention: Mention | None = None, day: dt.date | None = None
) -> Voice:
    """Return whose voice a speaker has: official, named, or unnamed where nobody is named.

    A state, a body, and whoever holds an office on ``day`` (the article's; any office counts when
    it is None) or has one of ``OFFICIAL_SECTORS`` is official, and so are a country's officials
    as a group. Any other group is named only where ``mention`` names it, so "Cuban analysts" are
    unnamed.
    """
    if appearance is None or appearance.kind is ActorKind.UNNAMED:
        return Voice.UNNAMED
    if appearance.kind in (ActorKind.STATE, ActorKind.BODY):
        return Voice.OFFICIAL
    if appearance.kind is ActorKind.GROUP:
        if appearance.country and _speaks_for_state(appearance):
            return Voice.OFFICIAL
        named = mention is not None and mention.form is MentionForm.NAME
        return Voice.NAMED if named else Voice.UNNAMED
    if any(_held(office, day) for office in appearance.offices):
        return Voice.OFFICIAL
    official = OFFICIAL_SECTORS.intersection(appearance.sectors)
    return Voice.OFFICIAL if official and not appearance.offices else Voice.NAMED


def _speaks_for_state(group: Appearance) -> bool:
    return any(name.casefold().endswith(_OFFICIALS) for name in group.names)


def _held(office: Office, day: dt.date | None) -> bool:
    """Whether an office was not yet over on a day; EDTF days compare as far as both are known."""
    if office.until is None or day is None:
        return True
    until = office.until.strip("~?%")
    return not until.startswith("..") and until >= day.isoformat()[: len(until)]


@dataclass(frozen=True)
class Speakers:
    """Finds out who speaks in one article."""

    parse: Parse
    cast: Cast
    cues: VoiceCues

    @property
    def _nouns(self) -> SpeakerNouns:
        return self.cues.speakers

    def attribution(self, head: Token | None, run: TokenRun | None = None) -> Attribution:
        """Return whose words something is, given the head of the speaker's phrase.

        None stands for a speaker that the text leaves out: "is said to". ``run`` bounds the
        phrase where it is known better than the parse tells.
        """
        if head is None:
            return Attribution(Voice.UNNAMED)
        mention = self.cast.at(head)
        appearance = self.cast.who(mention) if mention else None
        quote = self.parse.quote(*chars(head.doc, run or noun_phrase(head)))
        if mention is not None and appearance is not None:
            voice = voice_of(appearance, mention, self.parse.article.published)
            return Attribution(voice, appearance.number, mention.quote)
        behind = self._behind(head)
        if behind is not None:
            voice = voice_of(behind, None, self.parse.article.published)
            return Attribution(voice, behind.number, quote)
        return Attribution(self._voice_by_noun(head), None, quote)

    def can_speak(self, head: Token) -> bool:
        """Whether a noun phrase names someone or something that speaks, not an event or a thing."""
        head = antecedent(head)
        mention = self.cast.at(head)
        if mention is not None and mention.kind is MentionKind.ACTOR:
            return True
        if head.pos_ == "PRON" or head.tag_ in ("DT", "WDT", "WP"):
            return head.lower_ in _PERSONS - {"it"}
        if head.pos_ == "PROPN" or head.ent_type_ in _NAMED_ENTITIES:
            return True
        return not self.is_thing(head)

    def is_known(self, head: Token) -> bool:
        """Whether a noun names somebody: an actor of the cast, or a name of a person or people."""
        mention = self.cast.at(head)
        known = mention is not None and mention.kind is MentionKind.ACTOR
        return known or head.ent_type_ in ("PERSON", "NORP")

    def is_thing(self, head: Token) -> bool:
        """Whether a common noun names an event, a quality or a thing that says nothing."""
        lemma = head.lemma_.lower()
        if self.cast.at(head) is not None or self._is_speaker_noun(lemma):
            return False
        if lemma in self.cues.words["interpretive.things"]:
            return True
        if lemma in self.cues.words["interpretive.collective"]:
            return False
        if head.pos_ not in ("NOUN", "VERB") or len(lemma) < 5:
            return False
        return lemma.endswith(tuple(self.cues.words["interpretive.thing_endings"]))

    def is_source(self, head: Token) -> bool:
        """Whether a noun is one of the nominal speakers, bodies or documents of the tables."""
        return self._is_speaker_noun(head.lemma_.lower())

    def _is_speaker_noun(self, lemma: str) -> bool:
        nouns = self._nouns
        return any(lemma in s for s in (nouns.unnamed, nouns.document, nouns.official))

    def _behind(self, head: Token) -> Appearance | None:
        """The appearance that a spokesman, a document or a discourse speaks for."""
        lemma = head.lemma_.lower()
        nouns = self._nouns
        if lemma not in nouns.document | nouns.discourse | nouns.official:
            return None
        for part in head.subtree:
            mention = self.cast.at(part) if part != head and _belongs(part, head) else None
            appearance = self.cast.who(mention) if mention else None
            if appearance is not None:
                return appearance
        return None

    def _voice_by_noun(self, head: Token) -> Voice:
        lemma, lower = head.lemma_.lower(), head.lower_
        if lower in FIRST_PERSON:
            return Voice.AUTHOR
        if lower in ("he", "she"):
            return Voice.NAMED
        if head.pos_ == "PRON" or lemma in self._nouns.unnamed:
            return Voice.UNNAMED
        if lemma in self._nouns.official or self._is_official_document(head):
            return Voice.OFFICIAL
        named = head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG", "GPE")
        return Voice.NAMED if named else Voice.UNNAMED

    def _is_official_document(self, head: Token) -> bool:
        nouns = self._nouns
        if head.lemma_.lower() not in nouns.document | nouns.discourse:
            return False
        official = nouns.official | nouns.official_words
        return any(t.lemma_.lower() in official for t in head.subtree if _belongs(t, head))


def _belongs(part: Token, head: Token) -> bool:
    """Whether a word stands in the noun phrase proper, not in a clause that follows."""
    first, last = noun_phrase(head)
    return first <= part.i <= last

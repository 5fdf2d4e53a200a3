"""Who speaks: from the token of a speaker to the voice, the appearance and the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.tagger import Tagged
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind, Appearance, Mention, MentionForm, MentionKind, Office
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Voice
from dragoman.voices.cues import SpeakerNouns, VoiceCues, load_cues
from dragoman.voices.trees import TokenRun, antecedent, chars, noun_phrase, whole_phrase

# PLOVER's sectors of those who speak for a state, and IGO for those who speak for several.
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "IGO"})
_OFFICIAL = "official"
_PAST = frozenset({"former", "ex", "retired", "onetime"})
# What ends a noun phrase before its complement: "officials | in Lima".
_BEHIND = frozenset("of in from at for with who on to by familiar close".split())
# From this share on the tagger says whose voice a nameless speaker has that no list knows; at 0.5
# it took plain speakers of the bundled coverage for officials.
SURER = 0.8
_OF_OTHERS = frozenset({Voice.OFFICIAL, Voice.NAMED, Voice.UNNAMED})
_UNSURE = frozenset({ActorKind.GROUP, ActorKind.UNNAMED, ActorKind.BODY})
FIRST_PERSON = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "she", "i", "we", "they", "you", "who", "one", "it"})
_FIGURES = frozenset({"QUANTITY", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "DATE", "TIME"})
_NAMED_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def voice_of(
    appearance: Appearance | None, mention: Mention | None = None, day: dt.date | None = None
) -> Voice:
    """Return whose voice a speaker has: official, named, or unnamed where nobody is named.

    A state is official; whoever else is so has one of ``OFFICIAL_SECTORS`` and, as a person with
    offices, holds a public one on ``day`` (the article's; any office counts when it is None). A
    group or an unnamed speaker is so where its noun speaks for the state: "Cuban officials", "a
    UN spokesman", but not "diplomatic sources". News media are never official. A group or a body
    is named only where ``mention`` or its own name names it, so "Cuban analysts" are unnamed.
    """
    if appearance is None:
        return Voice.UNNAMED
    if _is_official(appearance, day):
        return Voice.OFFICIAL
    if appearance.kind is ActorKind.UNNAMED:
        return Voice.UNNAMED
    named = mention is not None and mention.form is MentionForm.NAME
    if appearance.kind is ActorKind.GROUP:
        return Voice.NAMED if named else Voice.UNNAMED
    if appearance.kind is ActorKind.BODY and not named:
        return Voice.NAMED if _is_name(appearance.name) else Voice.UNNAMED
    return Voice.NAMED


def _is_official(appearance: Appearance, day: dt.date | None) -> bool:
    if appearance.kind is ActorKind.STATE:
        return True
    if appearance.kind is ActorKind.PERSON:
        if not appearance.offices:
            return _is_of_state(appearance)
        held = (office for office in appearance.offices if _held(office, day))
        return any(_is_public(office, appearance) for office in held)
    if appearance.kind in (ActorKind.GROUP, ActorKind.UNNAMED):
        return _speaks_for_state(appearance)
    return _is_of_state(appearance) and "JRN" not in appearance.sectors


def _is_of_state(appearance: Appearance) -> bool:
    return not OFFICIAL_SECTORS.isdisjoint(appearance.sectors)


def _speaks_for_state(appearance: Appearance) -> bool:
    """Whether a noun for somebody unnamed says that a state or an international body speaks."""
    *before, head = _noun_words(appearance.name)
    nouns = load_cues().speakers
    anonymous = head in nouns.unnamed and head != _OFFICIAL
    if anonymous or not _PAST.isdisjoint(before):
        return False
    if not _is_of_state(appearance):
        return appearance.country is not None and head in nouns.heads
    if appearance.country is not None or head in nouns.heads | nouns.official:
        return True
    return head == _OFFICIAL and is_public_rank(before)


def is_public_rank(words: Iterable[str]) -> bool:
    """Whether the words before "officials" leave them a state's: "county", but not "company"."""
    nouns = load_cues().speakers
    return all(word.lower() in nouns.public | nouns.counting for word in words)


def _noun_words(name: str) -> list[str]:
    """The words of a noun phrase up to its head, the head in the singular."""
    words = name.lower().split()
    end = next((n for n, word in enumerate(words) if n and word in _BEHIND), len(words))
    head = words[end - 1]
    if head.endswith("men"):
        head = f"{head[:-3]}man"
    elif head.endswith("ies"):
        head = f"{head[:-3]}y"
    return [*words[: end - 1], head.removesuffix("s")]


def _is_name(name: str) -> bool:
    """Whether a body is called by a name of its own: "Radio Lima", but not "The newspaper"."""
    words = [word for word in name.split() if word.lower() not in ("a", "an", "the")]
    common = " ".join(words).lower() in load_cues().speakers.document
    # The first word of a sentence is always a capital, behind an article no other word is.
    sure = words if len(words) < len(name.split()) else words[-1:]
    return any(word[:1].isupper() for word in sure) and not common


def _is_public(office: Office, holder: Appearance) -> bool:
    """Whether an office is a post of a state, not a trade or a standing: "expert", "candidate"."""
    nouns = load_cues().speakers
    words = office.title.lower().split()
    if not nouns.unofficial.isdisjoint(words):
        return False
    return _is_of_state(holder) or not (holder.sectors or nouns.official.isdisjoint(words))


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
    tagged: Sequence[Tagged] = ()

    @property
    def _nouns(self) -> SpeakerNouns:
        return self.cues.speakers

    def attribution(
        self, head: Token | None, word: Token, run: TokenRun | None = None
    ) -> Attribution:
        """Return whose words something is, given the head of the speaker's phrase.

        None stands for a speaker that the text leaves out: "is said to". ``word`` is that of
        speaking, which the phrase does not take in. ``run`` bounds the phrase where it is known
        better than the parse tells. The speaker's words are the whole phrase, with title and
        apposition, as PolNeAR's and our own corpus's annotators mark them.
        """
        if head is None:
            return Attribution(Voice.UNNAMED)
        run = run or whole_phrase(head, word)
        mention = self._named_beside(head, run) or self.cast.at(head)
        appearance = self.cast.who(mention) if mention else None
        quote = self._phrase(head, run, mention)
        if mention is not None and appearance is not None:
            voice = voice_of(appearance, mention, self.parse.article.published)
            if appearance.kind in _UNSURE and mention.form is not MentionForm.NAME:
                voice = self._heard(quote, voice)
            return Attribution(voice, appearance.number, quote)
        behind = self._behind(head)
        if behind is not None:
            voice = voice_of(behind, None, self.parse.article.published)
            return Attribution(voice, behind.number, quote)
        return Attribution(self._heard(quote, self._voice_by_noun(head)), None, quote)

    def _heard(self, speaker: Quote, by_noun: Voice) -> Voice:
        """The voice that the tagger hears in a speaker's words, where no list knows its noun."""
        token = self.parse.token_at(speaker.start)
        if not self.tagged or token is None or by_noun is not Voice.UNNAMED:
            return by_noun
        sentence = self.parse.sentence_of(token)
        begin = sentence.quote.start
        voice, share = self.tagged[sentence.number].tags.voice(
            (speaker.start - begin, speaker.end - begin)
        )
        return Voice(voice) if share >= SURER and voice in _OF_OTHERS else by_noun

    def _named_beside(self, head: Token, run: TokenRun) -> Mention | None:
        """Who an apposition names ("the observer, Ana Ruiz"), or the phrase's last word does."""
        last = head.doc[run[1]]
        beside = [part for part in head.rights if part.dep_ == "appos"]
        for part in (*beside, last):
            mention = self.cast.at(part) if part != head else None
            who = self.cast.who(mention) if mention is not None else None
            if mention is None or who is None or part.dep_ in ("pobj", "poss"):
                continue
            if mention.form is MentionForm.NAME and who.kind is ActorKind.PERSON:
                return mention
        return None

    def _phrase(self, head: Token, run: TokenRun, mention: Mention | None) -> Quote:
        """The speaker's words, never less than the mention that names the speaker."""
        start, end = chars(head.doc, run)
        if mention is not None:
            start, end = min(start, mention.quote.start), max(end, mention.quote.end)
        return self.parse.quote(start, end)

    def can_speak(self, head: Token) -> bool:
        """Whether a noun phrase names someone or something that speaks, not an event or a thing."""
        head = antecedent(head)
        mention = self.cast.at(head)
        if mention is not None and mention.kind is MentionKind.ACTOR:
            return True
        if head.pos_ == "PRON" or head.tag_ in ("DT", "WDT", "WP"):
            return head.lower_ in _PERSONS - {"it"}
        if head.ent_type_ in _FIGURES:
            return False
        if head.pos_ == "PROPN" or head.ent_type_ in _NAMED_ENTITIES:
            return True
        return not self.is_thing(head)

    def is_someone(self, head: Token) -> bool:
        """Whether a noun or pronoun surely names who can speak, not what is merely unknown."""
        head = antecedent(head)
        if head.ent_type_ in _FIGURES:
            return False
        person = head.pos_ == "PRON" and head.lower_ in _PERSONS - {"it"}
        name = head.pos_ == "PROPN" or head.ent_type_ in _NAMED_ENTITIES
        return person or name or self.is_known(head) or self.is_source(head)

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

    def is_document(self, head: Token) -> bool:
        """Whether a noun names what speaks without an author: a report, a poll, "data"."""
        return not self._nouns.document.isdisjoint((head.lemma_.lower(), head.lower_))

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
        if lemma == _OFFICIAL and is_public_rank(t.text for t in head.lefts):
            return Voice.OFFICIAL
        if head.pos_ == "PRON" or lemma in self._nouns.unnamed:
            return Voice.UNNAMED
        if lemma in self._nouns.official or self._is_official_document(head):
            return Voice.OFFICIAL
        named = head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG", "GPE")
        return Voice.NAMED if named or _is_capital(head) else Voice.UNNAMED

    def _is_official_document(self, head: Token) -> bool:
        nouns = self._nouns
        if head.lemma_.lower() not in nouns.document | nouns.discourse:
            return False
        official = nouns.official | nouns.official_words
        return any(t.lemma_.lower() in official for t in head.subtree if _belongs(t, head))


def _is_capital(noun: Token) -> bool:
    """Whether a noun inside a sentence of small letters is written as a name."""
    inside = noun.i > noun.sent.start and noun.text[:1].isupper() and not noun.text.isupper()
    return inside and any(t.pos_ in ("NOUN", "VERB") and t.text.islower() for t in noun.sent)


def _belongs(part: Token, head: Token) -> bool:
    """Whether a word stands in the noun phrase proper, not in a clause that follows."""
    first, last = noun_phrase(head)
    return first <= part.i <= last

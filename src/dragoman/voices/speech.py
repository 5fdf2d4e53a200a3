"""Verbs of speaking -> findings: cue, speaker and content of said, announced, described as …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.model.claim import Stance
from dragoman.voices.attribution import Speakers
from dragoman.voices.cues import RULES_VERSION, VerbCue, VerbKind, load_cues
from dragoman.voices.trees import (
    SUBJECTS,
    TokenRun,
    agent_of,
    bracketed,
    child,
    cue_run,
    is_finite,
    is_negated,
    is_passive,
    join_runs,
    subject_of,
    subtree,
)

# How sure each construction makes a claim: the share of its claims that people had marked too in
# 84 political articles (PolNeAR, `benchmarks/`), to the nearest twentieth. Passives are too few
# there to measure; they stand between speech and framing.
CONFIDENCE = {
    VerbKind.SPEECH: 0.9,
    VerbKind.REACTION: 0.85,
    VerbKind.EVIDENCE: 0.85,
    VerbKind.FRAMING: 0.65,
    VerbKind.ATTITUDE: 0.5,
}
PASSIVE_CONFIDENCE = 0.75
INSERTED_CONFIDENCE = 0.85
# "…, officials said on Monday": an inserted clause of speech is short.
_LONGEST_INSERTION = 14


@dataclass(frozen=True)
class Finding:
    """A cue with what was found around it; ``contents`` are runs of tokens, perhaps none yet.

    ``speaker`` is the head of the speaker's phrase, None where the text leaves it out;
    ``speaker_run`` bounds that phrase where the parse cannot be trusted to (headlines). ``version``
    names the rules or the weights that found it.
    """

    cue: TokenRun
    word: Token
    speaker: Token | None
    contents: tuple[TokenRun, ...]
    stance: Stance
    rule: str
    confidence: float
    quotable: bool = field(default=False, compare=False)
    speaker_run: TokenRun | None = None
    version: str = RULES_VERSION


def find_speech(tokens: Iterable[Token], speakers: Speakers) -> Iterator[Finding]:
    """Yield what every verb of speaking among the tokens gives.

    A verb that could introduce quoted words but has no content of its own gives a finding
    without contents, for the quotations to fill.
    """
    for token in tokens:
        if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and token.tag_.startswith("V"):
            finding = _verb_finding(token, speakers)
            if finding is not None:
                yield finding


def _verb_finding(verb: Token, speakers: Speakers) -> Finding | None:
    cues = _cues_of(verb, speakers)
    if not cues or _is_hypothetical(verb, speakers):
        return None
    passive = is_passive(verb)
    speaker = agent_of(verb) if passive else subject_of(verb)
    if speaker is None and passive and not _is_hearsay(verb, speakers):
        return None
    if speaker is not None and speaker.lower_ == "you":
        return None
    for cue in cues:
        found = _by_cue(verb, cue, speaker, speakers)
        if found is not None:
            return found
    return _inserted(verb, cues, speaker) or _bare(verb, cues, speaker)


def _is_hearsay(verb: Token, speakers: Speakers) -> bool:
    """Whether a passive without "by" still tells speech: "is said to", but not "a town called"."""
    return verb.dep_ != "acl" and verb.lemma_ in speakers.cues.words["hearsay.passive"]


def _cues_of(verb: Token, speakers: Speakers) -> tuple[VerbCue, ...]:
    lemma = verb.lemma_.lower()
    particle = child(verb, "prt")
    if particle is not None:
        return speakers.cues.verbs.get(f"{lemma}-{particle.lower_}", ())
    return speakers.cues.verbs.get(lemma, ())


def _is_hypothetical(verb: Token, speakers: Speakers) -> bool:
    """Whether nothing was said: "if he says", "refused to say", "could not say"."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in _SUPPOSING:
        return True
    if _is_supposed(verb, speakers):
        return True
    modal = child(verb, "aux")
    if modal is not None and modal.lower_ in _MODALS:
        return True
    infinitive = any(c.tag_ == "TO" for c in verb.children)
    realised = speakers.cues.words["realised.lemmas"]
    return infinitive and verb.head.lemma_ not in realised and not _is_raised(verb)


def _is_supposed(verb: Token, speakers: Speakers) -> bool:
    """Whether a higher word supposes it: "say the mayor demanded …", "if he came and said …"."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.i < verb.i and above.tag_ in ("VB", "VBP"):
        bare = above.left_edge.i == above.i == above.sent.start
        return bare and above.lower_ in speakers.cues.words["hearsay.supposing"]
    opener = verb.sent[0]
    named = opener.dep_ == "compound" and opener.head == child(verb, *SUBJECTS)
    if named and opener.lower_ in speakers.cues.words["hearsay.supposing"]:
        return True
    mark = child(above, "mark") if verb.dep_ == "conj" else None
    own = child(verb, *SUBJECTS) is not None
    return mark is not None and mark.lower_ in _SUPPOSING and not own


_SUPPOSING = frozenset({"if", "unless", "whether"})


def _is_raised(verb: Token) -> bool:
    """ "Was quick to say", "the first to say", "is said to believe"."""
    head = verb.head
    return head.pos_ == "ADJ" or (head.pos_ == "VERB" and is_passive(head))


_MODALS = frozenset({"could", "should", "might", "may", "can", "must"})


def _by_cue(verb: Token, cue: VerbCue, speaker: Token | None, speakers: Speakers) -> Finding | None:
    if speaker is None and not is_passive(verb):
        return None
    if speaker is not None and not _may_speak(verb, cue, speaker, speakers):
        return None
    if cue.active and verb.tag_ == "VBN" and child(verb, "aux") is None:
        return None
    stance = negated_stance(cue, verb)
    if stance is None or _greets(verb, speakers):
        return None
    indexes, last_of_cue = _content(verb, cue)
    if not indexes:
        return None
    first, last = cue_run(verb)
    confidence = CONFIDENCE[cue.kind]
    if is_passive(verb):
        confidence = min(confidence, PASSIVE_CONFIDENCE)
    contents = tuple(join_runs(verb, indexes))
    rule = f"voices.{cue.kind}_verb"
    quotable = cue.kind is VerbKind.SPEECH
    run = (first, max(last, last_of_cue))
    return Finding(run, verb, speaker, contents, stance, rule, confidence, quotable=quotable)


def _greets(verb: Token, speakers: Speakers) -> bool:
    """Whether "welcomed" receives a guest, which says nothing, and not a decision."""
    guest = child(verb, "dobj", "nsubjpass") if verb.lemma_ == "welcome" else None
    return guest is not None and (speakers.is_known(guest) or speakers.is_source(guest))


def _may_speak(verb: Token, cue: VerbCue, speaker: Token, speakers: Speakers) -> bool:
    if cue.kind is VerbKind.EVIDENCE:
        return speakers.is_document(speaker)
    if verb.lemma_ in ("say", "tell", "announce"):
        return True
    if verb.lemma_ in speakers.cues.words["hearsay.personal"]:
        return speakers.is_someone(speaker)
    discourse = speaker.lemma_.lower() in speakers.cues.speakers.discourse
    return speakers.can_speak(speaker) or (discourse and cue.kind is VerbKind.FRAMING)


def negated_stance(cue: VerbCue, verb: Token) -> Stance | None:
    """Return the stance a verb has here, None where it is negated and nothing was said.

    "Did not say" is no claim; "does not believe" denies; "did not deny" leaves it in doubt.
    """
    if not is_negated(verb):
        return cue.stance
    if cue.kind in (VerbKind.ATTITUDE, VerbKind.FRAMING, VerbKind.EVIDENCE):
        return Stance.DENIES
    return Stance.DOUBTS if cue.stance is Stance.DENIES else None


def _content(verb: Token, cue: VerbCue) -> tuple[set[int], int]:
    """The tokens of a verb's content, and the last token of a cue that takes in a preposition."""
    topic = child(verb, "dobj") if cue.addressed else None
    # "He was called a quack for his advice" calls for nothing.
    named = verb.lemma_ == "call" and child(verb, "oprd", "nsubjpass") is not None
    for preposition in (*verb.children, *(topic.children if topic is not None else ())):
        if preposition.dep_ == "prep" and preposition.lower_ in cue.preps and not named:
            found = _beside(verb, _prepositional(verb, preposition, cue))
            if found:
                return found, preposition.i if preposition.i == verb.i + 1 else verb.i
    for frame, content_of in _FRAMES:
        raised = frame == "to" and "that" in cue.frames and is_passive(verb)
        if frame in cue.frames or raised:
            found = _beside(verb, content_of(verb, cue))
            if found:
                return found, verb.i
    return set(), verb.i


def _beside(verb: Token, found: set[int]) -> set[int]:
    """What a verb in brackets says stands in the same brackets."""
    aside = bracketed(verb)
    return found if aside is None else found.intersection(aside)


def _prepositional(verb: Token, preposition: Token, cue: VerbCue) -> set[int]:
    target = child(preposition, "pobj", "pcomp") or child(verb, "ccomp")
    if target is None or target.i < preposition.i:
        return set()
    found = subtree(target)
    wish = child(verb, "xcomp", "advcl", "ccomp") if "to" in cue.frames else None
    if "to" in cue.frames:
        return found | subtree(wish) if wish is not None and wish.i > target.i else set()
    topic = child(verb, "dobj")
    if cue.addressed and topic is not None and topic.i > verb.i:
        return _span(topic.left_edge, preposition.right_edge)
    return found | {preposition.i} if cue.addressed else found


def _that(verb: Token, cue: VerbCue) -> set[int]:
    for clause in verb.children:
        if clause.dep_ == "ccomp" and _is_statement(clause, cue):
            return subtree(clause) | _fronted(verb, clause)
    return set()


def _fronted(verb: Token, clause: Token) -> set[int]:
    """What an inserted "…, the governor said, …" cuts off from the front of its content."""
    subject = child(verb, "nsubj")
    behind = verb.i + 1
    if subject is None or not verb.i < clause.i or subject.i > verb.i:
        return set()
    if behind >= len(verb.doc) or verb.doc[behind].text != ",":
        return set()
    front = [c for c in verb.lefts if c.dep_ in _FRONTED and c.right_edge.i < subject.left_edge.i]
    return {index for part in front for index in subtree(part)}


_FRONTED = ("advcl", "prep", "npadvmod", "cc", "advmod")


def _is_statement(clause: Token, cue: VerbCue) -> bool:
    mark = child(clause, "mark")
    if is_finite(clause) or (mark is not None and mark.lower_ in ("that", "whether", "if")):
        return True
    if cue.kind is VerbKind.EVIDENCE and clause.tag_ == "VBG":
        return child(clause, *SUBJECTS) is not None
    infinitive = any(c.tag_ == "TO" for c in clause.children)
    return cue.kind is VerbKind.SPEECH and not infinitive and clause.pos_ in ("NOUN", "ADJ")


def _infinitive(verb: Token, cue: VerbCue) -> set[int]:
    for clause in verb.children:
        to = clause.dep_ in ("xcomp", "ccomp") and any(c.tag_ == "TO" for c in clause.children)
        if to and not is_finite(clause):
            addressee = child(verb, "dobj") if cue.stance is Stance.DEMANDS else None
            found = subtree(clause)
            return found | subtree(addressee) if addressee is not None else found
    return set()


def _object(verb: Token, cue: VerbCue) -> set[int]:
    if is_passive(verb):
        target = child(verb, "nsubjpass") if agent_of(verb) is not None else None
        return subtree(target) if target is not None else set()
    target = child(verb, "dobj")
    if target is None or target.tag_ in ("WP", "WDT", "PRP"):
        return set()
    if cue.told and not is_told(target):
        return set()
    return _named_thing(target)


def is_told(noun: Token) -> bool:
    """Whether a noun names words that were said: a claim, an account, a report."""
    cues, lemma = load_cues(), noun.lemma_.lower()
    return lemma in cues.nouns or lemma in cues.speakers.document


def _named_thing(noun: Token) -> set[int]:
    """A noun's phrase without the writer's aside: "the raid | , which had killed three"."""
    found = subtree(noun)
    for clause in (c for c in noun.subtree if c.dep_ == "relcl" and c.i > noun.i):
        edge = clause.left_edge.i
        if noun.doc[edge - 1].text == ",":
            found -= set(range(edge - 1, clause.right_edge.i + 1))
    return found


def _framed(verb: Token, _: VerbCue) -> set[int]:
    topic = child(verb, "dobj")
    for part in verb.children:
        as_phrase = part.dep_ in ("prep", "advcl") and part.lower_ == "as" and part.i > verb.i
        if as_phrase or part.dep_ == "oprd":
            before = topic is not None and verb.i < topic.i < part.i
            return _span(topic.left_edge if before and topic else part.left_edge, part.right_edge)
        if part.dep_ == "ccomp" and part.pos_ in ("NOUN", "ADJ", "PROPN") and not is_finite(part):
            return subtree(part)
    as_of_topic = next((c for c in topic.children if c.lower_ == "as"), None) if topic else None
    return subtree(topic) if topic is not None and as_of_topic is not None else set()


_FRAMES = (("as", _framed), ("that", _that), ("to", _infinitive), ("object", _object))


def _span(first: Token, last: Token) -> set[int]:
    return set(range(first.i, last.i + 1))


def _inserted(verb: Token, cues: tuple[VerbCue, ...], speaker: Token | None) -> Finding | None:
    """ "The talks, officials said, were short": the clause around an inserted verb is content."""
    reporting = next((c for c in cues if "that" in c.frames and c.kind in _INSERTABLE), None)
    if reporting is None or speaker is None or is_negated(verb) or not is_finite(verb):
        return None
    as_clause = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)
    subject = child(verb, "nsubj")
    front = subject.left_edge.i if subject is not None and not as_clause else verb.left_edge.i
    own = {index for index in subtree(verb) if index >= front}
    if not (as_clause or _is_set_off(verb)) or len(own) > _LONGEST_INSERTION:
        return None
    if verb.head.i not in (bracketed(verb) or range(verb.head.i, verb.head.i + 1)):
        return None
    contents = tuple(_without_openers(verb, subtree(verb.head) - own))
    rule = "voices.as_said" if as_clause else "voices.inserted_verb"
    stance = reporting.stance
    confidence = INSERTED_CONFIDENCE
    cue = cue_run(verb)
    return Finding(cue, verb, speaker, contents, stance, rule, confidence, quotable=True)


def _is_set_off(verb: Token) -> bool:
    """Whether a verb with its own subject stands behind a comma: "…, the ministry said"."""
    if verb.dep_ not in ("parataxis", "ccomp") or child(verb, "mark", "advmod") is not None:
        return False
    subject = child(verb, "nsubj")
    if subject is None:
        return False
    before = subject.left_edge.i - 1
    return before >= verb.sent.start and verb.doc[before].is_punct


_INSERTABLE = (VerbKind.SPEECH, VerbKind.ATTITUDE)


def _bare(verb: Token, cues: tuple[VerbCue, ...], speaker: Token | None) -> Finding | None:
    quoting = [c for c in cues if c.kind is VerbKind.SPEECH]
    if not quoting or speaker is None or is_negated(verb):
        return None
    if verb.lemma_ == "go" and any(c.dep_ in _DIRECTIONS for c in verb.rights):
        return None
    cue = cue_run(verb)
    chosen = next((c for c in quoting if "that" in c.frames or "quote" in c.frames), quoting[0])
    confidence = CONFIDENCE[VerbKind.SPEECH]
    rule = "voices.speech_verb"
    return Finding(cue, verb, speaker, (), chosen.stance, rule, confidence, quotable=True)


# "Went after him as a “relic”": going somewhere, or about somebody, says nothing.
_DIRECTIONS = frozenset({"prep", "prt", "advmod", "dobj", "acomp"})


def _without_openers(verb: Token, indexes: set[int]) -> Iterator[TokenRun]:
    """Yield content without a lone "Yet" or "But" that an inserted verb cuts off in front."""
    for first, last in join_runs(verb, indexes):
        if first < last or verb.doc[first].pos_ not in ("ADV", "CCONJ", "SCONJ", "INTJ"):
            yield first, last

"""How well readings agree with the gold standard: hits, misses, extras, and each fault by place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dragoman.model.actor import Appearance, MentionKind
from dragoman.model.claim import Claim, Reason
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading
from dragoman.model.report import Attribution, Report, Side, Support
from gold_files import Choice, Dispatch, GoldActor, GoldItem, GoldSupport, Marked

# What a gold item and a coded one are worth as a pair: the same words beat the same field, and
# a required item is served before an optional one. Only the order of the weights matters.
SAME_WORDS, SAME_FIELD, RIGHT_SIDES, REQUIRED = 8.0, 4.0, 2.0, 1.0

# A claim or reason is the gold one when it covers half of the marked words: people who mark
# spans by hand agree on the heart of a span and differ at its edges.
COVERED = 0.5

Coded = TypeVar("Coded", Report, Claim, Reason)


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement: its kind ("events missed"), the file and line, and what was there."""

    kind: str
    place: str
    detail: str


@dataclass(slots=True)
class Tally:
    """Hits and attempts by figure, and the faults behind what is missing."""

    hits: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def count(self, figure: str, right: object, place: str, detail: str) -> None:
        """Count one attempt at a figure; what is not right is kept as a fault."""
        self.of[figure] += 1
        if right:
            self.hits[figure] += 1
        else:
            self.faults.append(Fault(figure, place, detail))


def fold(words: str) -> str:
    """Return words without case, accents, possessive or a leading article, to compare names."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return bare.removeprefix("the ").removesuffix("'s").removesuffix("'").strip()


def head_span(phrase: str) -> tuple[int, int]:
    """Return where the noun stands that counts: the last one before "of", "from", "in", "for"."""
    head = re.split(r" (?:of|from|in|for) |,", phrase)[0].removesuffix("'s")
    return len(head) - len(head.split()[-1]), len(head)


class View:
    """A dispatch beside its reading: which appearance is which gold actor, and whose names fit."""

    def __init__(self, gold: Dispatch, reading: Reading) -> None:
        self.gold = gold
        self.reading = reading
        self.text = reading.article.text
        self.lines = gold.path.read_text("utf-8").splitlines()
        self.by_number = {a.number: a for a in reading.appearances}
        self.matched = self._match_actors()
        self.numbers = {
            name: number for at, number in self.matched.items() for name in gold.actors[at].names
        }

    def place(self, at: int) -> str:
        """Return "file:line" of a place in the article's text."""
        begin, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        block = self.text[begin : end if end >= 0 else None]
        line = next((n for n, words in enumerate(self.lines, 1) if block in words), 0)
        return f"{self.gold.path.name}:{line}"

    def _match_actors(self) -> dict[int, int]:
        worth = sorted(
            (
                (score, at, appearance.number)
                for at, actor in enumerate(self.gold.actors)
                for appearance in self.reading.appearances
                if (score := self._likeness(actor, appearance)) >= 1
            ),
            key=lambda item: (-item[0], item[1], item[2]),
        )
        matched: dict[int, int] = {}
        for _, at, number in worth:
            if at not in matched and number not in matched.values():
                matched[at] = number
        return matched

    def _likeness(self, actor: GoldActor, appearance: Appearance) -> float:
        names = {fold(name) for name in actor.names}
        same = fold(appearance.name) in names
        known = same or any(fold(name) in names for name in appearance.names)
        held = sum(self.holds(appearance.number, marked) for marked in actor.joined)
        if not (known or held):
            return 0
        return 2 * same + known + held + 2 * (appearance.country in actor.countries)

    def holds(self, number: int, marked: Marked) -> bool:
        """Whether a mention of this appearance covers the noun that counts in the marked words."""
        head = head_span(self.text[marked.start : marked.end])
        start, end = (marked.start + at for at in head)
        return any(
            mention.kind is MentionKind.ACTOR
            and mention.appearance == number
            and mention.quote.start < end
            and start < mention.quote.end
            for mention in self.reading.mentions
        )

    def fits(self, name: str, quote: Quote | None, number: int | None) -> bool:
        """Whether a speaker or a side is the one that a gold name means."""
        if name.startswith("@"):
            return quote is not None and fold(name[1:]) in fold(quote.words)
        if number is None:
            return False
        if name in self.numbers:
            return self.numbers[name] == number
        return fold(name) in {fold(n) for n in self.by_number[number].names}

    def any_fits(self, names: Choice, side: Side) -> bool:
        """Whether a side is one of the alternatives."""
        return any(self.fits(name, side.quote, side.appearance) for name in names)

    def sides_fit(self, wanted: Sequence[str], sides: Sequence[Side]) -> bool:
        """Whether the sides are those wanted: all that must be there, and none beside."""
        must = [_alternatives(name) for name in wanted if not name.startswith("(")]
        may = [_alternatives(name.strip("()")) for name in wanted if name.startswith("(")]
        left = list(sides)
        for names in must:
            found = next((side for side in left if self.any_fits(names, side)), None)
            if found is None:
                return False
            left.remove(found)
        return all(any(self.any_fits(names, side) for names in may + must) for side in left)


def _alternatives(name: str) -> Choice:
    return tuple(part.strip() for part in name.split("|"))


def score_dispatch(gold: Dispatch, reading: Reading, tally: Tally) -> None:
    """Add one dispatch's agreement with its gold to the tally."""
    view = View(gold, reading)
    _score_actors(view, tally)
    _score_events(view, tally)
    _score_claims(view, tally)
    _score_reasons(view, tally)
    _score_supports(view, tally)


def _score_actors(view: View, tally: Tally) -> None:
    for at, actor in enumerate(view.gold.actors):
        if actor.optional:
            continue
        number = view.matched.get(at)
        place, name = f"{view.gold.path.name}", actor.names[0]
        tally.count("actors.recall", number is not None, place, name)
        if number is None:
            continue
        found = view.by_number[number]
        tally.count("actors.kind", found.kind in actor.kinds, place, f"{name}: {found.kind}")
        right = found.country in actor.countries
        tally.count("actors.country", right, place, f"{name}: {found.country}")
        missing = set(actor.sectors) - set(found.sectors)
        tally.count("actors.sectors", not missing, place, f"{name}: {found.sectors}")
        if actor.office:
            titles = [fold(office.title) for office in found.offices]
            right = any(fold(actor.office) in title for title in titles)
            tally.count("actors.office", right, place, f"{name}: {titles}, not {actor.office}")
        for marked in actor.joined:
            where = view.place(marked.start)
            tally.count(
                "actors.joined", view.holds(number, marked), where, f"{name}: {marked.line}"
            )
    for appearance in view.reading.appearances:
        place = _first_mention(view, appearance)
        tally.count("actors.precision", _expected(view, appearance), place, appearance.name)


def _first_mention(view: View, appearance: Appearance) -> str:
    starts = [m.quote.start for m in view.reading.mentions if m.appearance == appearance.number]
    return view.place(min(starts)) if starts else view.gold.path.name


def _expected(view: View, appearance: Appearance) -> bool:
    if appearance.number in view.matched.values():
        return True
    words = [m.quote.words for m in view.reading.mentions if m.appearance == appearance.number]
    others = [fold(other) for other in view.gold.others]
    return any(fold(w) in other or other in fold(w) for w in words for other in others)


def _pair(
    golds: Sequence[GoldItem],
    coded: Sequence[Coded],
    worth: Callable[[GoldItem, Coded], float],
) -> tuple[dict[int, int], set[int]]:
    """Return the best one-to-one pairs (gold, coded), and the coded ones that an optional fits."""
    scored = sorted(
        (-score - REQUIRED * (not gold.optional), at, to)
        for at, gold in enumerate(golds)
        for to, item in enumerate(coded)
        if (score := worth(gold, item)) > 0
    )
    pairs: dict[int, int] = {}
    excused = set()
    for _, at, to in scored:
        if golds[at].optional:
            excused.add(to)
        elif at not in pairs and to not in pairs.values():
            pairs[at] = to
    return pairs, excused


def _score_events(view: View, tally: Tally) -> None:
    golds, reports = view.gold.events, view.reading.reports

    def worth(gold: GoldItem, report: Report) -> float:
        inside = report.evidence.start <= gold.at.start < report.evidence.end
        same_words = gold.at.shared(report.cue.span) > 0
        same_type = report.type in gold.fields["type"]
        if not inside or not (same_words or (same_type and not gold.optional)):
            return 0
        sides = _sides_right(view, gold, report) is True
        return SAME_WORDS * same_words + SAME_FIELD * same_type + RIGHT_SIDES * sides

    pairs, excused = _pair(golds, reports, worth)
    for at, gold in enumerate(golds):
        if gold.optional:
            continue
        place = view.place(gold.at.start)
        tally.count("events.recall", at in pairs, place, f"{gold.fields['type']} {gold.at.line}")
        if at not in pairs:
            tally.count("events.whole", None, place, f"not found: {gold.at.line}")
        else:
            _score_report(view, gold, reports[pairs[at]], place, tally)
    for to, report in enumerate(reports):
        right = to in pairs.values() or to in excused
        place = view.place(report.cue.start)
        tally.count("events.precision", right, place, describe(report, view.reading))


def _sides_right(view: View, gold: GoldItem, report: Report) -> bool | None:
    if not gold.sides:
        return None
    if gold.mutual:
        wanted = [name for names in gold.sides.values() for name in names]
        return view.sides_fit(wanted, (*report.actors, *report.recipients))
    both = {"actors": report.actors, "recipients": report.recipients}
    return all(view.sides_fit(names, both[key]) for key, names in gold.sides.items())


def _score_report(view: View, gold: GoldItem, report: Report, place: str, tally: Tally) -> None:
    said = f"{gold.at.line}: {describe(report, view.reading)}"
    right_type = report.type in gold.fields["type"]
    tally.count("events.type", right_type, place, f"{said}, not {gold.fields['type']}")
    sides = _sides_right(view, gold, report)
    if sides is not None:
        tally.count("events.sides", sides, place, f"{said}, not {dict(gold.sides)}")
    if mode := gold.fields.get("mode"):
        tally.count("events.mode", set(mode) & set(report.modes), place, f"{said} {report.modes}")
    if dates := gold.fields.get("date"):
        edtf = report.date.edtf if report.date else None
        tally.count("events.date", edtf in dates, place, f"{gold.at.line}: {edtf}, not {dates}")
    sure = True
    if wanted := gold.fields.get("factuality"):
        sure = report.factuality in wanted
        tally.count("events.factuality", sure, place, f"{said}, not {wanted}")
    _score_voice("events", gold, report.attribution, place, tally)
    whole = right_type and sides is not False and sure
    tally.count("events.whole", whole, place, said)


def _score_voice(
    what: str, gold: GoldItem, attribution: Attribution, place: str, tally: Tally
) -> None:
    if voices := gold.fields.get("voice"):
        said = f"{gold.at.line}: {attribution.voice}, not {voices}"
        tally.count(f"{what}.voice", attribution.voice in voices, place, said)


def describe(report: Report, reading: Reading) -> str:
    """Return a report in one line: type, cue, sides, factuality."""
    names = {a.number: a.name for a in reading.appearances}
    actors = ", ".join(names[s.appearance] for s in report.actors) or "-"
    recipients = ", ".join(names[s.appearance] for s in report.recipients) or "-"
    return f"{report.type} {report.cue.words!r} {actors} -> {recipients} ({report.factuality})"


def _score_claims(view: View, tally: Tally) -> None:
    golds, claims = view.gold.claims, view.reading.claims

    def worth(gold: GoldItem, claim: Claim) -> float:
        covered = gold.at.shared(claim.content.span)
        if covered < COVERED:
            return 0
        return covered + (_speaker_right(view, gold, claim.attribution) is True)

    pairs, excused = _pair(golds, claims, worth)
    for at, gold in enumerate(golds):
        if gold.optional:
            continue
        place = view.place(gold.at.start)
        tally.count("claims.recall", at in pairs, place, gold.at.line)
        if at not in pairs:
            continue
        said_by = claims[pairs[at]].attribution
        _score_voice("claims", gold, said_by, place, tally)
        if (right := _speaker_right(view, gold, said_by)) is not None:
            words = said_by.speaker_quote.words if said_by.speaker_quote else None
            detail = f"{gold.at.line}: {words}, not {gold.fields.get('speaker')}"
            tally.count("claims.speaker", right, place, detail)
    for to, claim in enumerate(claims):
        right = to in pairs.values() or to in excused
        said = f"{claim.attribution.voice}, {claim.cue.words!r}: {claim.content.words!r}"
        tally.count("claims.precision", right, view.place(claim.content.start), said)


def _speaker_right(view: View, gold: GoldItem, said_by: Attribution) -> bool | None:
    if names := gold.fields.get("speaker"):
        return any(view.fits(n, said_by.speaker_quote, said_by.speaker) for n in names)
    # The writer's own judgement has no speaker words: its speaker is the article's author.
    return said_by.speaker is None if gold.fields.get("voice") == ("author",) else None


def _score_reasons(view: View, tally: Tally) -> None:
    golds, reasons = view.gold.reasons, view.reading.reasons

    def worth(gold: GoldItem, reason: Reason) -> float:
        covered = gold.at.shared(reason.content.span)
        return covered + (reason.kind in gold.fields["kind"]) if covered >= COVERED else 0

    pairs, excused = _pair(golds, reasons, worth)
    for at, gold in enumerate(golds):
        if gold.optional:
            continue
        place = view.place(gold.at.start)
        tally.count("reasons.recall", at in pairs, place, gold.at.line)
        if at in pairs:
            reason = reasons[pairs[at]]
            said = f"{gold.at.line}: {reason.kind}, not {gold.fields['kind']}"
            tally.count("reasons.kind", reason.kind in gold.fields["kind"], place, said)
            _score_voice("reasons", gold, reason.attribution, place, tally)
    for to, reason in enumerate(reasons):
        right = to in pairs.values() or to in excused
        said = f"{reason.kind} {reason.cue.words!r}: {reason.content.words!r}"
        tally.count("reasons.precision", right, view.place(reason.content.start), said)


def _score_supports(view: View, tally: Tally) -> None:
    supports = view.reading.supports

    def right(gold: GoldSupport, support: Support) -> bool:
        sides = view.any_fits(gold.provider, support.provider) and view.any_fits(
            gold.recipient, support.recipient
        )
        return sides and support.kind in gold.kinds

    for gold in view.gold.supports:
        if not gold.optional:
            found = any(right(gold, support) for support in supports)
            detail = f"{gold.provider} -> {gold.recipient}: {gold.kinds}"
            tally.count("supports.recall", found, view.gold.path.name, detail)
    for support in supports:
        found = any(right(gold, support) for gold in view.gold.supports)
        giver, taker = support.provider.quote.words, support.recipient.quote.words
        detail = f"{giver} -> {taker}: {support.kind} {support.given.words!r}"
        place = view.place(support.given.start)
        tally.count("supports.precision", found, place, detail)

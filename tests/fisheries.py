"""A reading with something of every kind in it, for the tests; see factory.py."""

from __future__ import annotations

from dragoman.model.actor import (
    ActorKind,
    Appearance,
    Mention,
    MentionForm,
    MentionKind,
    Office,
)
from dragoman.model.article import Article
from dragoman.model.claim import Claim, Reason, ReasonKind, Stance
from dragoman.model.reading import Reading
from dragoman.model.report import (
    Attribution,
    Factuality,
    Quantity,
    Report,
    Side,
    Support,
    SupportKind,
    Voice,
)
from parts import (
    MONDAY,
    OTTAWA,
    make_appearance,
    make_how,
    make_mention,
    make_report,
    make_sentences,
    words_in,
)


def full_reading(page: Article) -> Reading:
    """The reading of an article whose text is ``TEXT``."""
    sentences = make_sentences(page)
    visit, gift = _visit(page), _gift(page)
    return Reading(
        article=page,
        sentences=sentences,
        appearances=_appearances(page.text),
        mentions=_mentions(page.text),
        reports=(visit, gift),
        supports=(_support(page, gift),),
        claims=(_claim(page, gift),),
        reasons=(_reason(page, visit),),
    )


def _appearances(text: str) -> tuple[Appearance, ...]:
    office = Office(
        title="Foreign Minister",
        body="Ministry of Foreign Affairs",
        country="NOR",
        since="2025-02",
        until=None,
        quote=words_in(text, "foreign minister"),
        how=make_how("foreign minister"),
    )
    return (
        make_appearance(
            0,
            "foreign minister of Norway",
            key="post:NOR:MFA",
            offices=(office,),
            kind=ActorKind.PERSON,
            sectors=("GOV", "DIP"),
            gender="f",
            names=("foreign minister of Norway", "Norway's foreign minister"),
        ),
        make_appearance(1, "Canada", country="CAN", wikidata_id="Q16"),
        make_appearance(2, "Norway", wikidata_id="Q20"),
        make_appearance(
            3,
            "Ministry of Foreign Affairs",
            key="body:NOR:MFA",
            kind=ActorKind.BODY,
            names=("the ministry in Oslo",),
        ),
        make_appearance(
            4,
            "deckhand from Malmö",
            key="person:deckhand",
            kind=ActorKind.PERSON,
            sectors=("CVL",),
            private=True,
            names=("Malmö deckhand",),
        ),
    )


def _mentions(text: str) -> tuple[Mention, ...]:
    named = {"foreign minister": 0, "Canada": 1, "the ministry in Oslo": 3, "A deckhand": 4}
    of_actors = [
        make_mention(Side(words_in(text, words), number), sentence)
        for sentence, (words, number) in zip((0, 1, 1, 2), named.items(), strict=True)
    ]
    place = Mention(
        MentionKind.PLACE,
        MentionForm.NAME,
        words_in(text, "Ottawa"),
        0,
        make_how("Ottawa"),
        place=OTTAWA,
    )
    date = Mention(
        MentionKind.DATE,
        MentionForm.NAME,
        words_in(text, "Monday"),
        0,
        make_how("Monday"),
        date=MONDAY,
    )
    return (*of_actors, place, date)


def _visit(page: Article) -> Report:
    return make_report(
        page,
        actors={"foreign minister": 0},
        recipients={"Ottawa": 1},
        date=MONDAY,
        date_quote=words_in(page.text, "on Monday"),
        date_how=make_how("Monday"),
        place=OTTAWA,
        place_quote=words_in(page.text, "Ottawa"),
        factuality_how=make_how("visited", detail=("past tense", "no negation")),
    )


def _gift(page: Article) -> Report:
    return make_report(
        page,
        "give",
        actors={"Canada": 1},
        recipients={"Norway": 2},
        type="AID",
        modes=(),
        contexts=("military",),
        factuality=Factuality.PLANNED,
        quantity=Quantity(words_in(page.text, "12 patrol boats"), 12, 12),
        attribution=_ministry(page),
    )


def _ministry(page: Article) -> Attribution:
    return Attribution(Voice.OFFICIAL, 3, words_in(page.text, "the ministry in Oslo"))


def _support(page: Article, gift: Report) -> Support:
    return Support(
        article_id=page.id,
        sentence=gift.sentence,
        evidence=gift.evidence,
        provider=gift.actors[0],
        recipient=gift.recipients[0],
        kind=SupportKind.MILITARY,
        given=words_in(page.text, "12 patrol boats"),
        period=None,
        ended=False,
        factuality=Factuality.PLANNED,
        attribution=_ministry(page),
        how=make_how("give"),
        report_id=gift.id,
    )


def _claim(page: Article, gift: Report) -> Claim:
    return Claim(
        article_id=page.id,
        sentence=gift.sentence,
        evidence=gift.evidence,
        cue=words_in(page.text, "said"),
        content=words_in(page.text, "Canada will give Norway 12 patrol boats"),
        stance=Stance.PROMISES,
        attribution=_ministry(page),
        quoted=False,
        how=make_how("said"),
        loaded=(words_in(page.text, "patrol"),),
        report_ids=(gift.id,),
    )


def _reason(page: Article, visit: Report) -> Reason:
    return Reason(
        article_id=page.id,
        sentence=visit.sentence,
        evidence=visit.evidence,
        cue=words_in(page.text, "to sign"),
        content=words_in(page.text, "to sign a fisheries accord"),
        kind=ReasonKind.PURPOSE,
        attribution=Attribution(Voice.NARRATOR),
        denied=False,
        how=make_how("to sign"),
        report_id=visit.id,
    )

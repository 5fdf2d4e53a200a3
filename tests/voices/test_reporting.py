from __future__ import annotations

from dragoman.actors.cast import Cast
from dragoman.model.how import How
from dragoman.model.report import Attribution, Factuality, Report, Side, Voice
from dragoman.voices.claims import find_claims
from dragoman.voices.reporting import attribute_reports, link_reports, sentence_voices
from factory import words_in

NOBODY = Cast((), (), {})
HOW = How("", "test", "1", 1.0)


def report(parse, cue: str, side: str) -> Report:
    text = parse.article.text
    quote = words_in(text, cue)
    sentence = parse.sentence_of(parse.token_at(quote.start))
    return Report(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        cue=quote,
        type="COERCE",
        modes=(),
        contexts=(),
        actors=(Side(words_in(text, side), 0),),
        recipients=(),
        date=None,
        date_quote=None,
        place=None,
        place_quote=None,
        quantity=None,
        factuality=Factuality.HAPPENED,
        attribution=Attribution(Voice.NARRATOR),
        how=HOW,
    )


def voices(parse, *reports: Report) -> list[Voice]:
    claims = find_claims(parse, NOBODY, reports)
    return [r.attribution.voice for r in attribute_reports(parse, reports, claims)]


def test_a_report_takes_the_voice_it_stands_in_and_else_stays_the_narrators(parse):
    read = parse("Police arrested two men.", "The ministry said the army had seized a ship.")
    told = report(read, "arrested", "Police")
    said = report(read, "seized", "army")
    assert voices(read, told, said) == [Voice.NARRATOR, Voice.OFFICIAL]


def test_the_innermost_speaker_stands_behind_a_report(parse):
    read = parse("The ministry said that analysts believed that the army had seized a ship.")
    assert voices(read, report(read, "seized", "army")) == [Voice.UNNAMED]


def test_what_a_speaker_only_reacts_to_stays_the_narrators(parse):
    read = parse("The ministry condemned the arrest of two men by police.")
    assert voices(read, report(read, "arrest", "police")) == [Voice.NARRATOR]


def test_what_a_speaker_frames_stays_the_narrators_but_not_the_frame(parse):
    read = parse("The ministry described the arrest of two men as an abduction by police.")
    reports = report(read, "arrest", "police"), report(read, "abduction", "police")
    assert voices(read, *reports) == [Voice.NARRATOR, Voice.OFFICIAL]


def test_an_event_that_a_judgement_takes_as_given_stays_the_narrators(parse):
    read = parse("The arrest of two men by police underscores how weak the accord is.")
    assert voices(read, report(read, "arrest", "police")) == [Voice.NARRATOR]


def test_a_claim_lists_the_reports_inside_its_content(parse):
    read = parse("Police arrested two men.", "The ministry said the army had seized a ship.")
    reports = report(read, "arrested", "Police"), report(read, "seized", "army")
    (claim,) = link_reports(find_claims(read, NOBODY), reports)
    assert claim.report_ids == (reports[1].id,)
    assert find_claims(read, NOBODY, reports) == (claim,)


def test_a_sentence_has_the_voice_a_reader_would_name(parse):
    read = parse(
        "Police arrested two men.",
        "The ministry said the army had seized a ship.",
        "The ship was sunk, according to fishermen.",
        "The visit underscores the distance between the allies.",
        "The envoy met the king on Monday and flew home, saying little.",
    )
    spoken = sentence_voices(read, find_claims(read, NOBODY))
    assert [sentence.voice for sentence in spoken] == [
        Voice.NARRATOR,
        Voice.OFFICIAL,
        Voice.UNNAMED,
        Voice.AUTHOR,
        Voice.NARRATOR,
    ]

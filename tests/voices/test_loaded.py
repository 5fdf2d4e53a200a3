from __future__ import annotations

from dragoman.voices.loaded import loaded_words, neutral_wording


def test_loaded_words_are_marked_where_they_stand(parse):
    read = parse("The regime sent its notorious envoy.")
    found = loaded_words(read, (0, len(read.article.text)))
    assert [quote.words for quote in found] == ["regime", "notorious"]


def test_a_name_is_never_loaded(parse):
    read = parse("Mr. Savage met the Brutal Truth Party.")
    assert loaded_words(read, (0, len(read.article.text))) == ()


def test_plainer_wording_is_given_where_there_is_one():
    assert neutral_wording("regime") == "government"
    assert neutral_wording("Brutal") is None

"""Words that colour what they name, with plainer wording where there is one."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.parser import Parse
from dragoman.model.quote import Quote
from dragoman.voices.cues import Loaded, VoiceCues, load_cues
from dragoman.voices.trees import CharSpan


def loaded_words(parse: Parse, span: CharSpan, cues: VoiceCues | None = None) -> tuple[Quote, ...]:
    """Return the loaded words inside a span of the article, in order."""
    table = cues or load_cues()
    tokens = parse.doc.char_span(*span, alignment_mode="contract")
    if tokens is None:
        return ()
    found = ((token, loaded_entry(token, table)) for token in tokens)
    return tuple(parse.quote_tokens(token, token) for token, entry in found if entry is not None)


def neutral_wording(words: str) -> str | None:
    """Return plainer wording for a loaded word ("regime": "government"), or None."""
    entry = load_cues().loaded.get(words.lower())
    return None if entry is None else entry.neutral


def loaded_entry(token: Token, cues: VoiceCues) -> Loaded | None:
    """Return a token's entry in the table of loaded words; names are never loaded."""
    if token.pos_ == "PROPN" or token.is_stop:
        return None
    return cues.loaded.get(token.lower_) or cues.loaded.get(token.lemma_.lower())

"""Cast: everybody one article names, with every mention joined to its appearance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model.actor import Appearance, Mention


@dataclass(frozen=True)
class Cast:
    """The appearances of one article, its mentions in the order of the text, and where they are.

    ``heads`` maps the index of a token in the parse to the mention whose head it is; a mention of
    a place that stands for a state ("arrived in Havana") carries that state's appearance too.
    Mentions of what is nobody, such as an election or a region, have no appearance and no head.
    """

    appearances: tuple[Appearance, ...]
    mentions: tuple[Mention, ...]
    heads: Mapping[int, Mention]

    def at(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token, or None."""
        return self.heads.get(token.i)

    def who(self, mention: Mention) -> Appearance | None:
        """Return the appearance that a mention names, or None for a date or an unknown place."""
        return None if mention.appearance is None else self.appearances[mention.appearance]

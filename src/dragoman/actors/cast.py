"""Cast: everybody one article names, with every mention joined to its appearance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.model.actor import Appearance, Mention


@dataclass(frozen=True)
class Cast:
    """The appearances of one article, its mentions in the order of the text, and where they are.

    ``heads`` maps the index of a token in the parse to the mention whose head it is; a mention of
    a place that stands for a state ("arrived in Havana") carries that state's appearance too.
    ``together`` has the words that mean several actors at once ("the two countries"): a mention
    for each of them, of the same span.
    Mentions of what is nobody, such as an election or a region, have no appearance and no head.
    """

    appearances: tuple[Appearance, ...]
    mentions: tuple[Mention, ...]
    heads: Mapping[int, Mention]
    together: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)

    def at(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token, or None."""
        return self.heads.get(token.i)

    def all_at(self, token: Token) -> tuple[Mention, ...]:
        """Return the mentions whose head is this token: one, several actors told at once, none."""
        mention = self.heads.get(token.i)
        return (mention,) if mention is not None else self.together.get(token.i, ())

    def who(self, mention: Mention) -> Appearance | None:
        """Return the appearance that a mention names, or None for a date or an unknown place."""
        return None if mention.appearance is None else self.appearances[mention.appearance]

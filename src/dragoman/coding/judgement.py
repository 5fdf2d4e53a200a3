"""Judgement: what the encoder says of one marked candidate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities by name: of types (``NONE`` among them), of factualities and of contexts.

    ``modes`` has one distribution a type, by "TYPE/mode", which sums to 1 over that type's modes.
    Contexts are each by themselves. ``state`` is the candidate's place in the encoder's space.
    """

    types: Mapping[str, float]
    modes: Mapping[str, float]
    contexts: Mapping[str, float]
    factualities: Mapping[str, float]
    voices: Mapping[str, float]
    state: tuple[float, ...] = ()

    @property
    def type(self) -> str:
        """The likeliest type, or NONE."""
        return max(self.types, key=self.types.__getitem__)

    @property
    def factuality(self) -> str:
        """The likeliest factuality."""
        return max(self.factualities, key=self.factualities.__getitem__)

    @property
    def voice(self) -> str:
        """The likeliest voice."""
        return max(self.voices, key=self.voices.__getitem__)

    def mode(self, type_name: str) -> tuple[str, float] | None:
        """Return the likeliest mode of a type with its probability; None for one without modes."""
        own = {m: p for m, p in self.modes.items() if m.startswith(f"{type_name}/")}
        if not own:
            return None
        best = max(own, key=own.__getitem__)
        return best.partition("/")[2], own[best]

    def contexts_from(self, least: float) -> tuple[str, ...]:
        """Return the contexts whose probability is at least this, the likeliest first."""
        likely = sorted(self.contexts.items(), key=lambda told: -told[1])
        return tuple(name for name, share in likely if share >= least)

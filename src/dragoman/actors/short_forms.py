"""Short forms of persons' names: which name can be a shorter form of which."""

from __future__ import annotations

from dragoman.actors.folding import fold


def name_parts(words: str) -> tuple[str, ...]:
    """Return a name's words, folded to plain lower case, initials and dots dropped."""
    parts = fold(words).lower().replace("-", " ").replace(".", " ").split()
    return tuple(part for part in parts if len(part) > 1)


def is_first_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is the first part of a fuller one: family names that go first, and people
    whom the press calls by a given name.

    Weak: to be believed only inside one article, and where one person alone fits.
    """
    return len(short) == 1 < len(long) and short[0] == long[0]


def is_part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name can be a shorter form of another: same order, and not the first name alone.

    "lima" and "ana lima" both shorten "ana maria lima"; "ana" alone does not.
    """
    if not short or len(short) >= len(long):
        return False
    rest = iter(long)
    return all(part in rest for part in short) and (len(short) > 1 or short[0] != long[0])

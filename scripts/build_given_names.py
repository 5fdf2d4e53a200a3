"""Builds the table of given names: the people of the authority tables, and `names/given.txt`.

    PYTHONPATH=src python scripts/build_given_names.py

A word is a given name where at least `LEAST` people of the tables have it first and fewer have it
last; those of `names/given.txt` are written for dragoman. The same tables give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dragoman.actors.authority import load_authority, read_table
from dragoman.actors.folding import fold

HAND = Path(__file__).parent / "names/given.txt"
OUT = Path(__file__).parents[1] / "src/dragoman/data/names/given.tsv"
LEAST = 3
_SHORTEST = 3


def main() -> None:
    authority = load_authority()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for row in read_table("people"):
        words = fold(row["name"]).split()
        if len(words) > 1 and words[0].isalpha():
            first[words[0]] += 1
            last[words[-1]] += 1
    given = {
        word
        for word, times in first.items()
        if times >= LEAST
        and times > last[word]
        and len(word) >= _SHORTEST
        and word[0].isupper()
        and not word.isupper()
        and authority.agent_kind(word) is None
        and not authority.lookup(word)
    }
    given |= {fold(word) for word in HAND.read_text("utf-8").split()}
    OUT.write_text("\n".join(["name", *sorted(given)]) + "\n", "utf-8")
    print(f"given names: {len(given)} rows")


if __name__ == "__main__":
    main()

"""Score how often other countries and names leave the codes of an item alone.

    python -m training.score_swap [-n PAIRS] [--seed N] [--differences]

Items of the held-out tenth come first, then others, each with its twin (``training.swap``). Codes
are the types, modes, contexts and factualities of all reports, whatever their order.
"""

from __future__ import annotations

import argparse
from random import Random

from dragoman.pipeline import Tools, load_tools
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.markup import Item
from training.score_reading import told_in
from training.swap import Pair, swapped_pairs

PAIRS = 600

Codes = tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...]


def codes(item: Item, tools: Tools) -> Codes:
    """Return the codes of an item's reports, sorted."""
    reports = (told.report for told in told_in(item, tools))
    return tuple(
        sorted((r.type, r.modes, tuple(sorted(r.contexts)), str(r.factuality)) for r in reports)
    )


def drawn(pairs: int, seed: int) -> list[Pair]:
    """Return this many pairs, of the held-out tenth as far as it goes."""
    items = list(read_corpus(corpus_files()).items)
    Random(seed).shuffle(items)
    items.sort(key=lambda item: not is_held_out(item))
    return list(swapped_pairs(items, seed))[:pairs]


def main() -> None:
    """Print the share of pairs that are coded alike, by type alone and by all codes."""
    parser = argparse.ArgumentParser(description="Codes that other countries leave alone.")
    parser.add_argument("-n", type=int, default=PAIRS, help=f"pairs to read ({PAIRS})")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other pairs")
    parser.add_argument("--differences", action="store_true", help="print what differs")
    given = parser.parse_args()
    tools = load_tools()
    alike = types_alike = 0
    pairs = drawn(given.n, given.seed)
    for pair in pairs:
        one, other = codes(pair.item, tools), codes(pair.twin, tools)
        alike += one == other
        types_alike += [code[0] for code in one] == [code[0] for code in other]
        if given.differences and one != other:
            print(pair.item.text, one, pair.twin.text, other, "", sep="\n")
    print(f"{len(pairs)} pairs")
    print(f"{'types alike':34}{types_alike / len(pairs):7.3f}")
    print(f"{'all codes alike':34}{alike / len(pairs):7.3f}")


if __name__ == "__main__":
    main()
